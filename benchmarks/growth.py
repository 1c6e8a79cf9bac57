"""How the cost of a page grows with its size: real-looking pages, joined and joined again, from 100 kB to 10 MB.

``python benchmarks/growth.py`` prints a line for each size and fails when a doubling costs more than 2.3 times as much.
Several kinds of long pages are measured: joined fixtures, and single things repeated.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import reviewparse as rp
from reviewparse.reading.charset import decode

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"

SMALLEST, LARGEST = 100_000, 10_000_000

ALLOWED = 2.3

UNBOUNDED = rp.Limits(max_bytes=10**9, max_elements=10**9, max_lines=10**9, max_facts=10**9)
"""The limits would hide the growth; of candidates the default number is kept."""


def joined() -> str:
    """All stored pages of markup, one behind the other."""
    pages = [decode(path.read_bytes()) for path in sorted(FIXTURES.rglob("*.html"))]
    return "\n".join(pages)


def joined_texts() -> str:
    """All stored texts."""
    paths = sorted(path for suffix in ("txt", "md") for path in FIXTURES.rglob(f"*.{suffix}"))
    return "\n\n".join(path.read_text(encoding="utf-8") for path in paths)


KINDS: Mapping[str, Callable[[], str]] = {
    "pages": joined,
    "texts": joined_texts,
    "paragraphs": lambda: "<p>by Orla Venn</p><p>May 3, 2010</p><p>Rating: 4/5</p><p>Produced by Kit Hale</p>\n",
    "headings": lambda: "<h2>Cold Tap review</h2><p>A patient record about water, and of the light on it.</p>\n",
    "list items": lambda: "<li>1. Bellmouth (3:45)</li>\n",
    "links": lambda: "<a href='/cold-tap'>Cold Tap</a> and <i class=x>Long Acre</i>, \n",
    "nothing but words": lambda: "A patient record about water, and of the light on it. ",
}


def cost(page: str) -> float:
    """Seconds of processor time, the better of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        rp.parse(page, limits=UNBOUNDED)
        times.append(time.process_time() - start)
    return min(times)


def growth(seed: str) -> Iterator[tuple[int, float]]:
    """Size and cost, doubling."""
    size = SMALLEST
    while size <= LARGEST:
        yield size, cost((seed * (size // len(seed) + 1))[:size])
        size *= 2


def main() -> int:
    """Measure all kinds; 1 when one of them grows faster than its size."""
    worst = 0.0
    for name, seed in KINDS.items():
        before = None
        for size, seconds in growth(seed()):
            ratio = seconds / before if before else 0.0
            worst = max(worst, ratio) if seconds > 0.05 else worst
            print(f"{name:18} {size / 1e6:6.1f} MB {seconds:8.3f} s {seconds / size * 1e6:7.2f} s/MB  x {ratio:.2f}")
            before = seconds
    print(f"worst doubling: x {worst:.2f}, allowed {ALLOWED}")
    return int(worst > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
