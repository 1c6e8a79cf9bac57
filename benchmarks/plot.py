"""A picture of where the time goes: each step in multiples of lxml's own parse of the same bytes, as measured now.

python benchmarks/plot.py docs/images/speed.svg "review pages=FOLDER" "large ordinary pages=FOLDER"
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter
from collections.abc import Mapping
from html import escape
from pathlib import Path

import lxml.html
from stages import Stages

import reviewparse as rp

REPEAT = 5

GROUPS: Mapping[str, tuple[str, ...]] = {
    "parse": ("decode", "lxml"),
    "walk": ("walk", "text"),
    "metadata": ("metadata",),
    "language, regions": ("language", "regions"),
    "title": ("field title",),
    "work": ("field work",),
    "dates": ("field published", "field updated"),
    "authors": ("field authors",),
    "ratings": ("field ratings",),
    "tracks": ("field tracks",),
    "credits": ("field credits",),
    "kind": ("field kind",),
    "body, result": ("body", "the rest", "the result"),
}
"""Name in the picture to steps of the stopwatch."""

COLOURS = (
    "#1b4965 #3a7ca5 #62b6cb #9ad1d4 #7d5ba6 #a06cd5 #c19ee0 #b56576 #e56b6f #eaac8b #f2cc8f #81b29a #b7b7a4".split()
)

WIDTH, LEFT, TOP, BAR, GAP, ROW = 900, 150, 26, 44, 30, 20


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description="A picture of where the time goes.")
    parser.add_argument("picture", type=Path, metavar="SVG")
    parser.add_argument("folders", nargs="+", metavar="NAME=FOLDER")
    args = parser.parse_args()
    gc.disable()
    rows = {name: ratios(Path(folder)) for name, _, folder in (one.partition("=") for one in args.folders)}
    for name, row in rows.items():
        print(name, {step: round(ratio, 2) for step, ratio in row.items()}, f"total {sum(row.values()):.2f}")
    args.picture.write_text(drawn(rows), encoding="utf-8")


def ratios(folder: Path) -> dict[str, float]:
    """Each group of steps over a folder's pages, in multiples of the floor; of each page the fastest run counts."""
    pages = [path.read_bytes() for path in sorted(folder.rglob("*.htm*"))]
    for page in pages[:20]:
        rp.parse_html(page)
    total, steps = 0.0, Counter[str]()
    for page in pages:
        floors, runs = [], []
        for _ in range(REPEAT):
            start = time.process_time()
            lxml.html.document_fromstring(page or b"<p>")
            floors.append(time.process_time() - start)
            with Stages() as stages:
                rp.parse_html(page)
            runs.append(stages.seconds)
        total += min(floors)
        steps.update(min(runs, key=lambda run: sum(run.values())))
    return {name: sum(steps[step] for step in group) / total for name, group in GROUPS.items()}


def drawn(rows: Mapping[str, Mapping[str, float]]) -> str:
    """One bar for each set of pages, cut into steps, with a legend; the unit is lxml's parse."""
    longest = max(sum(row.values()) for row in rows.values())
    scale = (WIDTH - LEFT - 60) / longest
    bars = [_bar(name, row, TOP + number * (BAR + GAP), scale) for number, (name, row) in enumerate(rows.items())]
    bottom = TOP + len(rows) * (BAR + GAP)
    legend = [_entry(number, name, bottom) for number, name in enumerate(GROUPS)]
    height = bottom + ROW * ((len(GROUPS) + 4) // 5) + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="13" role="img" aria-label="Time by step, in multiples of the time lxml takes to parse">\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n' + "\n".join((*bars, *legend)) + "\n</svg>\n"
    )


def _bar(name: str, row: Mapping[str, float], top: int, scale: float) -> str:
    parts = [f'<text x="{LEFT - 8}" y="{top + BAR // 2 + 5}" text-anchor="end">{escape(name)}</text>']
    left = float(LEFT)
    for colour, (step, ratio) in zip(COLOURS, row.items(), strict=True):
        width = ratio * scale
        title = f"<title>{escape(step)}: {ratio:.2f}</title>"
        parts.append(
            f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BAR}" fill="{colour}">{title}</rect>'
        )
        left += width
    total = sum(row.values())
    parts.append(f'<text x="{left + 6:.1f}" y="{top + BAR // 2 + 5}">× {total:.1f}</text>')
    parts.append(
        f'<path d="M{LEFT + scale:.1f} {top - 6}v{BAR + 12}" stroke="#000" stroke-dasharray="4 3"/>'
        f'<text x="{LEFT + scale:.1f}" y="{top - 10}" text-anchor="middle" font-size="11">lxml alone</text>'
    )
    return "".join(parts)


def _entry(number: int, name: str, top: int) -> str:
    left, line = LEFT + 145 * (number % 5), top + ROW * (number // 5)
    square = f'<rect x="{left}" y="{line}" width="12" height="12" fill="{COLOURS[number]}"/>'
    return f'{square}<text x="{left + 17}" y="{line + 11}">{escape(name)}</text>'


if __name__ == "__main__":
    main()
