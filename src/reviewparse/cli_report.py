"""``reviewparse report FILE -o OUT``: a page, or the result of a batch, as one HTML file to look at."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from reviewparse.console import one_line
from reviewparse.files import STDIN, source_of

OK, UNREADABLE = 0, 1

EXAMPLES = """\
examples:
  reviewparse report page.html -o report.html         what was read, from which words, and what lost
  reviewparse report reviews.parquet -o report.html   charts of a batch: coverage, confidence, ratings, time, sites

exit codes: 0 the report is written, 1 something could not be read or written, 2 the command was not understood
"""


def add_to(commands: Any, options: argparse.ArgumentParser) -> None:  # noqa: ANN401 - a private class of argparse
    """Add the command; ``options`` are those that it shares with the other ones."""
    report = commands.add_parser(
        "report",
        parents=[options],
        help="a page or a batch result as one HTML file to look at",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    report.add_argument("file", metavar="FILE", help="a page, or .jsonl, .parquet or the folder of a batch")
    report.add_argument("-o", "--out", metavar="OUT", help="file to write; standard output unless told")
    report.add_argument("--url", help="the page's address; it is never fetched")
    report.set_defaults(run=run_command)


def run_command(args: argparse.Namespace) -> int:
    """Write it; what cannot be read or written is named on standard error."""
    try:
        _write(_report(args), args.out)
    except OSError as error:
        name = one_line(str(error.filename or args.file))
        sys.stderr.write(f"reviewparse: {name}: {one_line(error.strerror or str(error))}\n")
        return UNREADABLE
    return OK


def _write(html: str, out: str | None) -> None:
    from reviewparse.report.shell import save  # noqa: PLC0415 - as below

    if out is None:
        sys.stdout.write(html)
    else:
        save(html, Path(out))


def _report(args: argparse.Namespace) -> str:
    # the other commands do without all this
    from reviewparse.report import Figures, batch_page, page  # noqa: PLC0415
    from reviewparse.report.results import is_result, records  # noqa: PLC0415

    path = Path(args.file)
    if args.file != STDIN and is_result(path):
        return batch_page(Figures.of(records(path)), path.name)
    options: Any = {"languages": args.languages, "min_confidence": args.min_confidence}
    if args.url:
        options["url"] = args.url
    return page(source_of(args.file), name="" if args.file == STDIN else path.name, **options)
