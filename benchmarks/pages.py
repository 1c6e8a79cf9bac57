"""Milliseconds a page, beside the floor: lxml parsing the same bytes and doing nothing else, in the same run.

    python benchmarks/pages.py                          the pages of the tests
    python benchmarks/pages.py FOLDER ... --limit 200   your own
    python benchmarks/pages.py --stages                 and where the time goes

Each page is read several times, floor and library by turns; the least processor time of each counts. Pages of plain
text have no floor.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import lxml.html
from stages import Stages

import reviewparse as rp

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"

HTML = frozenset((".html", ".htm", ".xhtml"))
TEXT = frozenset((".txt", ".md"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Milliseconds a page, beside lxml alone.")
    parser.add_argument("folders", nargs="*", type=Path, default=[FIXTURES], metavar="FOLDER")
    parser.add_argument("--limit", type=int, default=None, help="read at most so many pages")
    parser.add_argument("--repeat", type=int, default=5, help="the least of so many times counts")
    parser.add_argument("--stages", action="store_true", help="show where the time goes")
    args = parser.parse_args()
    paths = sorted(path for folder in args.folders for path in folder.rglob("*") if path.suffix.lower() in HTML | TEXT)
    paths = paths[: args.limit]
    pages = [path.read_bytes() for path in paths if path.suffix.lower() in HTML]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths if path.suffix.lower() in TEXT]
    gc.disable()
    _warm_up(pages, texts)
    if pages:
        _print_pages(pages, args.repeat)
    if texts:
        _print_row("text pages", [_least(partial(rp.parse_text, text), args.repeat) for text in texts])
    if args.stages:
        _print_stages(pages, args.repeat)


def _warm_up(pages: Sequence[bytes], texts: Sequence[str]) -> None:
    """Word tables are loaded and patterns built once a process, not once a page."""
    for page in pages[:20]:
        rp.parse_html(page)
    for text in texts[:20]:
        rp.parse_text(text)


def _print_pages(pages: Sequence[bytes], repeat: int) -> None:
    floors, times = [], []
    for page in pages:
        floor = took = float("inf")
        for _ in range(repeat):
            floor = min(floor, _seconds(partial(lxml.html.document_fromstring, page or b"<p>")))
            took = min(took, _seconds(partial(rp.parse_html, page)))
        floors.append(floor)
        times.append(took)
    size = sum(map(len, pages))
    print(f"{len(pages)} HTML pages, {size / 1000:,.0f} kB, least of {repeat}\n")
    print(f"{'':<14} {'median ms':>10} {'total ms':>10} {'worst ms':>10}")
    _print_row("lxml alone", floors)
    _print_row("reviewparse", times)
    ratios = sorted(took / floor for took, floor in zip(times, floors, strict=True))
    print(f"{'ratio':<14} {median(ratios):>10.2f} {sum(times) / sum(floors):>10.2f} {ratios[-1]:>10.2f}")


def _print_row(name: str, seconds: Sequence[float]) -> None:
    milliseconds = [1000 * one for one in seconds]
    print(f"{name:<14} {median(milliseconds):>10.3f} {sum(milliseconds):>10.2f} {max(milliseconds):>10.2f}")


def _print_stages(pages: Iterable[bytes], repeat: int) -> None:
    with Stages() as stages:
        for _ in range(repeat):
            for page in pages:
                rp.parse_html(page)
    print("\nwhere the time of the HTML pages goes, the clock included")
    total = sum(stages.seconds.values())
    for name, seconds in sorted(stages.seconds.items(), key=lambda item: -item[1]):
        print(f"{name:<22} {1000 * seconds / repeat:>10.2f} ms {100 * seconds / total:>6.1f} %")
    for name in stages.missing:
        print(f"{name:<22} not found: stages.py names a function that is no longer there")


def _least(call: Callable[[], object], repeat: int) -> float:
    return min(_seconds(call) for _ in range(repeat))


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    main()
