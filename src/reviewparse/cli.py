"""The command line: ``reviewparse parse | explain | batch | report | serve | schema | completion``.

Exit codes: 0 all went well, 1 something could not be read, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import io
import json
import os
import sys
from collections.abc import Callable, Container, Sequence
from importlib import metadata, resources
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from reviewparse import api, cli_batch, cli_report, cli_serve, console, summary
from reviewparse.cli_values import share
from reviewparse.errors import MissingExtra, UnknownLanguage
from reviewparse.explanation import Explanation
from reviewparse.extras import require
from reviewparse.files import source_of
from reviewparse.options import Options
from reviewparse.review import Review

T = TypeVar("T")

OK, UNREADABLE, REFUSED, INTERRUPTED = 0, 1, 2, 130

SHELLS = ("bash", "zsh")

EXAMPLES = """\
examples:
  reviewparse page.html                       what the page says, readable
  reviewparse parse --json *.html             one JSON object a line
  reviewparse explain page.html               why each field came out as it did
  reviewparse batch pages/ -o out.parquet     many pages into a table
  reviewparse report page.html -o out.html    the same to look at, in the article
  reviewparse serve                           a local page to paste articles into

exit codes: 0 all went well, 1 something could not be read, 2 the command was not understood
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a page holds makes it raise."""
    parser, commands = _parser()
    argv = sys.argv[1:] if argv is None else argv
    if not argv:
        parser.print_help(sys.stderr)
        return REFUSED
    if argv[0] not in commands and Path(argv[0]).is_file():
        argv = ["parse", *argv]
    args = parser.parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except UnknownLanguage as error:
        parser.error(f"argument --languages: {error}")
    except MissingExtra as error:
        sys.stderr.write(f"reviewparse: {error}\n")
        return REFUSED
    except BrokenPipeError:
        _discard_output()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> tuple[argparse.ArgumentParser, Container[str]]:
    """The parser, and the names of its commands."""
    parser = argparse.ArgumentParser(
        prog="reviewparse",
        description="Turn review articles into data, with evidence.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {metadata.version('reviewparse')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    parse = commands.add_parser("parse", parents=[_reading()], help="what a page says: a summary, or JSON")
    form = parse.add_mutually_exclusive_group()
    form.add_argument("--html", dest="form", action="store_const", const="html", help="read it as HTML")
    form.add_argument("--text", dest="form", action="store_const", const="text", help="read it as text or Markdown")
    parse.add_argument(
        "--json", action="store_true", help="a JSON object a page: indented on a terminal, else one a line"
    )
    parse.add_argument("--evidence", action="store_true", help="JSON with what supports each value")
    parse.set_defaults(run=_parse)
    explain = commands.add_parser("explain", parents=[_reading()], help="every candidate of every field, and its fate")
    explain.add_argument("--json", action="store_true", help="the same as JSON")
    explain.set_defaults(run=_explain)
    cli_batch.add_to(commands, _expecting())
    cli_report.add_to(commands, _expecting())
    cli_serve.add_to(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of the JSON form")
    schema.set_defaults(run=_schema)
    completion = commands.add_parser("completion", help="print a script that completes commands in a shell")
    completion.add_argument("shell", choices=SHELLS, help="where you type")
    completion.set_defaults(run=functools.partial(_completion, parser))
    return parser, commands.choices


def _reading() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False, parents=[_expecting()])
    options.add_argument("files", nargs="+", metavar="FILE", help="a stored page or text; - reads standard input")
    options.add_argument("--url", help="the page's address; it is never fetched")
    return options


def _expecting() -> argparse.ArgumentParser:
    """Options of all commands that read pages."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--languages", type=_codes, default=(), metavar="CODES", help="likely ones first: de,en")
    options.add_argument("--min-confidence", type=share, default=0.5, metavar="0..1", help="drop what is less sure")
    return options


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


def _parse(args: argparse.Namespace) -> int:
    read = {"html": api.parse_html, "text": api.parse_text, None: api.parse}[args.form]

    def show(review: Review) -> None:
        if args.json or args.evidence:
            _write_json(review.to_dict(evidence=args.evidence))
        else:
            _write_table(list(summary.rows(review)))

    return _each(args, read, show)


def _explain(args: argparse.Namespace) -> int:
    def show(explanation: Explanation) -> None:
        if args.json:
            _write_json(explanation.to_dict())
        else:
            _write(str(explanation))

    return _each(args, api.explain, show)


def _schema(_: argparse.Namespace) -> int:
    _write(resources.files("reviewparse").joinpath("schema.json").read_text(encoding="utf-8").rstrip())
    return OK


def _completion(parser: argparse.ArgumentParser, args: argparse.Namespace) -> int:
    _write(require("shtab", "cli").complete(parser, shell=args.shell))
    return OK


def _each(args: argparse.Namespace, read: Callable[..., T], show: Callable[[T], None]) -> int:
    """Read and show every file; one that cannot be read is named on standard error and does not stop the others."""
    code = OK
    options: Options = {"languages": args.languages, "min_confidence": args.min_confidence}
    if args.url:
        options["url"] = args.url
    for name in args.files:
        try:
            source = source_of(name, getattr(args, "form", None))
        except OSError as error:
            sys.stderr.write(f"reviewparse: {console.one_line(name)}: {error.strerror or error}\n")
            code = UNREADABLE
            continue
        if len(args.files) > 1 and not args.json:
            _write(f"== {console.one_line(name)}")
        show(read(source, **options))
    return code


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")


def _write_json(data: dict[str, Any]) -> None:
    _write(json.dumps(data, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))


def _write_table(rows: list[tuple[str, str]]) -> None:
    """Two columns: coloured and wrapped by rich where it is installed and somebody looks, plain elsewhere."""
    rows = [(name, console.one_line(text)) for name, text in rows]
    rich = _rich() if sys.stdout.isatty() else None
    if rich is None:
        _write("\n".join(console.align(rows)))
        return
    grid = rich.table.Table.grid(padding=(0, 2))
    for name, text in rows:
        grid.add_row(rich.text.Text(name, style="bold cyan"), rich.text.Text(text))
    rich.console.Console().print(grid)


def _rich() -> ModuleType | None:
    try:
        for part in ("console", "table", "text"):
            importlib.import_module(f"rich.{part}")
    except ImportError:
        return None
    return sys.modules["rich"]


def _discard_output() -> None:
    """The reader has gone; keep the interpreter from complaining when it closes the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
