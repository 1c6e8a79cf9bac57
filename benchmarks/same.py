"""Whether two versions of the library read the same from the same pages: what a step that gains speed has to show.

    python benchmarks/same.py OLD/src NEW/src                      the pages of the tests
    python benchmarks/same.py OLD/src NEW/src FOLDER ...           your own
    python benchmarks/same.py OLD/src NEW/src FOLDER ... --hidden  only the number of pages that differ

Everything is compared that ``to_dict(evidence=True)`` holds: values, quotes, places, confidence, warnings.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"

SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".txt", ".md"))

SHOWN = 20
"""Differing pages that are named."""

READER = """
import json, pathlib, sys
import reviewparse as rp
for line in sys.stdin:
    try:
        review = rp.parse(pathlib.Path(line.rstrip("\\n")))
        print(json.dumps(review.to_dict(evidence=True), sort_keys=True, default=str))
    except Exception as error:
        print(json.dumps(f"{type(error).__name__}: {error}"))
"""
"""What the interpreter of each version runs: a path in, a line of JSON out; a failure is an answer, too."""


def main() -> int:
    """Read all pages with both; 1 when one of them differs."""
    parser = argparse.ArgumentParser(description="Whether two versions read the same from the same pages.")
    parser.add_argument("old", type=Path, metavar="OLD/src")
    parser.add_argument("new", type=Path, metavar="NEW/src")
    parser.add_argument("folders", nargs="*", type=Path, default=[FIXTURES], metavar="FOLDER")
    parser.add_argument("--hidden", action="store_true", help="name no page and no field")
    args = parser.parse_args()
    paths = sorted(path for folder in args.folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    before, after = (read_all(source, paths) for source in (args.old, args.new))
    differing = [(path, one, other) for path, one, other in zip(paths, before, after, strict=True) if one != other]
    print(f"{len(differing)} of {len(paths)} pages differ")
    for path, one, other in [] if args.hidden else differing[:SHOWN]:
        print(f"{path.name}: {', '.join(fields_of(json.loads(one), json.loads(other)))}")
    return int(bool(differing))


def read_all(source: Path, paths: Sequence[Path]) -> list[str]:
    """A line for each page, as the version in ``source`` reads it."""
    asked = "".join(f"{path.resolve()}\n" for path in paths)
    environment = {**os.environ, "PYTHONPATH": str(source.resolve())}
    command = [sys.executable, "-c", READER]
    run = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - our own command
    return run.stdout.splitlines()


def fields_of(one: object, other: object) -> list[str]:
    """Names of the fields that differ; a failure is shown as it is."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return [str(answer) for answer in (one, other) if isinstance(answer, str)]
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


if __name__ == "__main__":
    sys.exit(main())
