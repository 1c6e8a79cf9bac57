"""Microseconds for one short string, parser by parser, on the strings of the case tables.

python benchmarks/cells.py
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import reviewparse as rp

CASES = Path(__file__).parents[1] / "tests" / "cases"

REPEAT = 20

PARSERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "parse_rating": ("rating", lambda text: rp.parse_rating(text, languages=["en"])),
    "parse_byline": ("byline", lambda text: rp.parse_byline(text, languages=["en"])),
    "parse_date": ("date", lambda text: rp.parse_date(text, languages=["en"])),
    "parse_tracklist": ("tracklist", lambda text: rp.parse_tracklist(text, languages=["en"])),
    "parse_credits": ("credits", lambda text: rp.parse_credits(text, languages=["en"])),
}
"""Parser to its table of cases and the call that is timed."""


def main() -> None:
    """Measure and print."""
    print(f"microseconds, least of {REPEAT}\n")
    print(f"{'':<16} {'strings':>8} {'median':>8} {'p90':>8} {'worst':>8}  slowest string")
    for name, (table, parse) in PARSERS.items():
        cases = tomllib.loads((CASES / f"{table}.toml").read_text(encoding="utf-8"))["case"]
        texts = [case["lines"] if "lines" in case else case["text"] for case in cases]
        times = {text: 1e6 * _least(parse, text) for text in texts}
        slowest = max(times, key=lambda text: times[text])
        p90 = quantiles(times.values(), n=10)[-1]
        shown = " ".join(slowest.split())[:40]
        print(f"{name:<16} {len(times):>8} {median(times.values()):>8.1f} {p90:>8.1f} {times[slowest]:>8.1f}  {shown}")


def _least(parse: Callable[[str], object], text: str) -> float:
    parse(text)
    least = float("inf")
    for _ in range(REPEAT):
        start = time.perf_counter()
        parse(text)
        least = min(least, time.perf_counter() - start)
    return least


if __name__ == "__main__":
    main()
