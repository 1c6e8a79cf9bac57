"""``reviewparse batch SOURCES -o OUT``: its arguments, its exit codes, and what it prints.

Exit codes: 0 all pages were read, 1 some were not and stand in the errors table, 2 a source, the output or an argument
is not as it must be, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from reviewparse.cli_values import positive, whole
from reviewparse.errors import BatchError

OK, SOME_FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130

EXAMPLES = """\
examples:
  reviewparse batch pages/ -o reviews.parquet                       a folder of stored pages
  reviewparse batch 'crawl/*.warc.gz' -o reviews.duckdb             web archives into a database
  reviewparse batch shop.csv --column html -o reviews.jsonl         a column of a table
  zcat dump.jsonl.gz | reviewparse batch - -o parts                 standard input into a folder of Parquet files

An interrupted batch goes on where it was when the same command is given again.

exit codes: 0 all pages were read, 1 some were not and stand in the errors table,
            2 a source, the output or an argument is not as it must be, 130 interrupted
"""


def add_to(commands: Any, options: argparse.ArgumentParser) -> None:  # noqa: ANN401 - a private class of argparse
    """Add the command; ``options`` are those that it shares with the other ones."""
    batch = commands.add_parser(
        "batch",
        parents=[options],
        help="many stored pages into tables",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    batch.add_argument("sources", nargs="+", metavar="SOURCE", help="file, folder or glob of pages, JSON Lines, CSV, "
                       "Parquet or WARC, also .gz and .zst; - reads standard input")  # fmt: skip
    batch.add_argument("-o", "--out", type=Path, required=True, help=".jsonl, .csv, .parquet, .duckdb, or a folder")
    batch.add_argument("--column", default="content", help="column or key of the pages in a table (content)")
    batch.add_argument("--url-column", help="of their addresses (url, where there is one)")
    batch.add_argument("--id-column", help="of their keys (id, where there is one)")
    batch.add_argument("--workers", type=whole(0), metavar="N", help="processes; as many as processors unless told")
    batch.add_argument("--time-limit", type=positive, default=30.0, metavar="SECONDS", help="for a page (30)")
    batch.add_argument("--memory-limit", type=whole(64), default=2048, metavar="MB", help="for a worker (2048)")
    batch.add_argument("--unordered", action="store_true", help="rows as they are done, not as the pages came")
    batch.add_argument("--force", action="store_true", help="overwrite the output; begin anew after another job")
    batch.add_argument("--summary", type=Path, metavar="FILE", help="draw the summary (.html), or write it (.json)")
    batch.add_argument("--evidence", action="store_true", help="JSON Lines with what supports each value")
    batch.add_argument("--raw-cells", action="store_true", help="CSV without the guard against formulas")
    batch.add_argument("--quiet", action="store_true", help="no progress, no summary")
    batch.set_defaults(run=run_command)


def run_command(args: argparse.Namespace) -> int:
    """Run it and tell of it."""
    try:
        return _run(args)
    except BatchError as error:
        sys.stderr.write(f"reviewparse: {error}\n")
        return REFUSED
    except KeyboardInterrupt:
        sys.stderr.write("reviewparse: interrupted; the same command goes on from here\n")
        return INTERRUPTED


def _run(args: argparse.Namespace) -> int:
    # the other commands do without all this
    from reviewparse.batch import job, progress, telling  # noqa: PLC0415
    from reviewparse.batch.items import SOURCE_BROKEN  # noqa: PLC0415

    if args.summary is not None:
        telling.check_summary(args.summary, force=args.force)
    wanted = _job(args)
    if args.quiet:
        outcome = job.run(wanted)
    else:
        with progress.watch_on(sys.stderr) as watch:
            outcome = job.run(wanted, watch)
        sys.stdout.write("\n".join(telling.lines(outcome)) + "\n")
    if args.summary is not None:
        telling.write_summary(args.summary, outcome, f"reviewparse batch: {args.out.name}")
    errors = outcome.tally.figures.errors
    if errors[SOURCE_BROKEN]:
        sys.stderr.write(f"reviewparse: {errors[SOURCE_BROKEN]} sources end before their end; see the errors table\n")
        return REFUSED
    return SOME_FAILED if errors else OK


def _job(args: argparse.Namespace) -> Any:  # noqa: ANN401 - a class that is imported when the command runs
    from reviewparse.batch import Columns, Form, Job, Limits  # noqa: PLC0415
    from reviewparse.batch.job import processors  # noqa: PLC0415

    return Job(
        sources=tuple(args.sources),
        out=args.out,
        columns=Columns(content=args.column, url=args.url_column, id=args.id_column),
        form=Form(evidence=args.evidence, raw_cells=args.raw_cells),
        options={"languages": args.languages, "min_confidence": args.min_confidence},
        workers=processors() if args.workers is None else args.workers,
        limits=Limits(seconds=args.time_limit, megabytes=args.memory_limit),
        ordered=not args.unordered,
        force=args.force,
    )
