"""Pages for a heap: those of the tests, each with other names, another date, another mark and prose of its own."""

from __future__ import annotations

import gzip
import json
import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"

FIRST = "Orla Tam Mara Jo Ines Piet Sana Luc Edda Noor Kofi Yuki Bram Dana Elio Fenna Gus Hedda Ivo June".split()
LAST = ("Venn Reyes Field Linfield Okoro Marsh Tolland Brisk Hale Quist Sorrel Dunmore Achterberg Lowe Pell Ridder "
        "Stannard Umber Wickes Yarrow").split()  # fmt: skip

SUBJECTS = ("The kettle", "Nobody at the harbour", "A dog with one white ear", "The man from the ferry", "Her sister",
            "The second verse", "Every chair in the hall", "The baker's lamp")  # fmt: skip
VERBS = ("waited for", "had forgotten", "was older than", "could not be told from", "leaned against", "remembered",
         "paid for", "outlived")  # fmt: skip
OBJECTS = ("the rain", "the colour of the gate", "a tin of nails", "the long road to the mill", "what the gulls said",
           "three cups of tea", "the winter before", "a song about salt")  # fmt: skip
SENTENCES = tuple(f"{subject} {verb} {thing}." for subject in SUBJECTS for verb in VERBS for thing in OBJECTS)

ISO = re.compile(r"\b(?P<year>(?:19[5-9]|20[0-2])\d)-(?P<month>\d\d)-(?P<day>\d\d)")
YEAR = re.compile(r"(?<![\d.-])(?P<year>(?:19[5-9]|20[0-2])\d)(?![\d-])")

LONG = re.compile(r"<p>[^<>]{120,}</p>")
"""A paragraph of the article."""

SPREAD = 1.0
"""Of the logarithm of a page's size: most are small, some very large."""


@dataclass(frozen=True, slots=True)
class Original:
    """A page of the tests, and what a reader sees on it that will be changed."""

    text: str
    names: Sequence[str]
    values: Sequence[float]


def originals() -> list[Original]:
    """All HTML pages of the tests, in alphabetical order."""
    return [_original(path) for path in sorted(FIXTURES.rglob("*.html"))]


def varied(page: Original, number: int, kilobytes: float) -> bytes:
    """A page with its own names, date, mark and prose; ``kilobytes`` is the mean over many pages."""
    chance = random.Random(number)  # noqa: S311 - the same heap each time
    text = page.text
    for name in page.names:
        text = text.replace(name, f"{chance.choice(FIRST)} {chance.choice(LAST)}")
    for value in page.values:
        text = _marked(text, value, chance.uniform(0.2, 1.0))
    text = _dated(text, chance)
    size = chance.lognormvariate(math.log(kilobytes) - SPREAD**2 / 2, SPREAD) * 1000
    return _filled(text, size, number, chance).encode()


def packed(page: bytes, number: int) -> bytes:
    """One record of a web archive, in a gzip member of its own."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: https://heap.example/{number}\r\nWARC-Date: 2012-05-09T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", compresslevel=1, mtime=0)


def _original(path: Path) -> Original:
    said: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    names = [*(said.get("authors") or ()), *((said.get("work") or {}).get("creators") or ())]
    values = [rating.get("value") for rating in said.get("ratings") or ()]
    text = path.read_bytes().decode("utf-8", "replace")
    return Original(text, sorted(set(names), key=len, reverse=True), [value for value in values if value])


def _marked(text: str, value: float, share: float) -> str:
    """A mark made smaller wherever it stands before its scale, in metadata, or alone in an element."""
    printed = f"{value:g}"
    fresh = f"{value * share:.{len(printed.partition('.')[2])}f}"
    number = re.escape(printed)
    return re.sub(rf"(?<![\d.,]){number}(?=\s?/\s?\d|[\"'<]|\s?out of)", fresh, text)


def _dated(text: str, chance: random.Random) -> str:
    """Years moved by the same step, and another day where dates are written as ISO does."""
    step, day = chance.randint(-15, 3), chance.randint(1, 28)
    text = ISO.sub(lambda found: f"{int(found['year']) + step}-{found['month']}-{day:02d}", text)
    return YEAR.sub(lambda found: str(int(found["year"]) + step), text)


def _filled(text: str, size: float, number: int, chance: random.Random) -> str:
    """Paragraphs among its own until it is about so large."""
    first = LONG.search(text)
    at = first.end() if first else len(text)
    paragraphs = [f"<p>This is the page with the number {number}.</p>"]
    length = len(text)
    while length < size:
        paragraphs.append(f"<p>{' '.join(chance.choices(SENTENCES, k=chance.randint(2, 9)))}</p>\n")
        length += len(paragraphs[-1])
    return text[:at] + "".join(paragraphs) + text[at:]
