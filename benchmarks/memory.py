"""Whether memory stays flat over very many pages in one process, as in a worker that is never replaced.

``python benchmarks/memory.py --pages 100000`` reads that many synthetic pages, no two alike: names, titles, marks,
dates, class names and languages change from page to page. It prints the memory in use every so often and fails when
the slope after the first 5,000 pages, which fill the bounded caches, is 0.1 kB a page or more. Linux only (``/proc``).
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import reviewparse as rp

WARM, EVERY = 5000, 5000
"""Pages that fill the caches, and pages between two lines of output."""

ALLOWED = 0.1
"""Kilobytes a page."""

SEED = 7

PROSE = {
    "en": "A patient record about water, and of the light on it, which the band has made with the doors open. ",
    "de": "Eine geduldige Platte über das Wasser und über das Licht darauf, die mit offenen Türen gemacht ist. ",
    "fr": "Un disque patient sur l'eau et sur la lumière, que le groupe a fait avec les portes ouvertes. ",
    "es": "Un disco paciente sobre el agua y sobre la luz, que el grupo ha hecho con las puertas abiertas. ",
}
SYLLABLES = "bel mar tor lin ves ka ro una dil sor em ith gar no pel qua rin sta vo wen".split()

PAGE = """<html lang={lang}><head><title>{title} review</title><meta property="og:title" content="{title}">
<script type="application/ld+json">{{"@type": "Review", "author": {{"name": "{author}"}}, "datePublished": "{date}",
"x{noise}": "{noise}"}}</script></head><body class="page-{noise}"><article id="post-{noise}"><h1>Review: {title}</h1>
<p class="byline">by {author}</p><p>{date}</p><p>Rating: {mark}/10</p><p data-{noise}="{noise}">{prose}</p>
<ol><li>{track} (3:4{digit})</li><li>{title} (4:0{digit})</li><li>{author} (5:1{digit})</li></ol>
<p>Produced by {producer}.</p></article></body></html>"""


def name(chance: random.Random, words: int = 2) -> str:
    """An invented name."""
    return " ".join("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(words))


def page(number: int) -> str:
    """The page of a number; no two are alike."""
    chance = random.Random(SEED * 1_000_003 + number)  # noqa: S311 - pages, no secrets
    lang = chance.choice(sorted(PROSE))
    return PAGE.format(
        lang=lang,
        prose=PROSE[lang] * chance.randint(1, 12),
        title=name(chance),
        author=name(chance),
        producer=name(chance),
        track=name(chance, 3),
        date=f"{chance.randint(1990, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        mark=chance.randint(1, 10),
        digit=chance.randint(0, 9),
        noise=f"n{number:x}",
    )


def resident() -> float:
    """Kilobytes in memory now, after a collection."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024


def slope(points: Sequence[tuple[int, float]]) -> float:
    """Kilobytes a page, by least squares."""
    middle = sum(pages for pages, _ in points) / len(points)
    mean = sum(size for _, size in points) / len(points)
    above = sum((pages - middle) * (size - mean) for pages, size in points)
    return above / sum((pages - middle) ** 2 for pages, _ in points)


def measure(pages: int, warm: int, every: int) -> list[tuple[int, float]]:
    """Memory in use after so many pages, from the end of the warm-up on."""
    points = []
    start = time.process_time()
    for number in range(1, pages + 1):
        review = rp.parse(page(number))
        if number >= warm and (number - warm) % every == 0:
            points.append((number, resident()))
            print(
                f"{number:8} pages {points[-1][1] / 1024:8.1f} MB {time.process_time() - start:8.0f} s"
                f" {len(review.ratings)} marks, {len(review.tracks)} tracks",
                flush=True,
            )
    return points


def main() -> int:
    """Measure; 1 when memory grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--warm", type=int, default=WARM)
    parser.add_argument("--every", type=int, default=EVERY)
    options = parser.parse_args()
    found = slope(measure(options.pages, options.warm, options.every))
    print(f"slope: {found:.3f} kB a page, allowed {ALLOWED}")
    return int(found >= ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
