"""The line of facts of a book: ``Ada Quist: Die Mole. Roman. Fernhill, Berlin 2019. 288 Seiten, 24,00 EUR``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers.company import is_company, names_company
from reviewparse.parsers.work_names import looks_like_person

MAX_LINE = 400
"""Characters; what is longer is prose that mentions a number of pages."""

_SEGMENT = re.compile(r"[^.,;|/•()]{1,120}(?:\.(?=\S)[^.,;|/•()]{0,40})*")
_PRICE = re.compile(r"(?:[£$€]|\b(?:EUR|USD|CHF|Euro)\b)\s{0,2}\d|\d\s{0,2}(?:[£$€]|(?:EUR|Euro|CHF)\b)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s{0,2}(?P<number>[\d–-]{9,16}[\dXx])")
_PLACE_YEAR = re.compile(r"[^\W\d_][\w.-]{2,30}(?:[ /][^\W\d_][\w-]{2,20})?\s{1,2}(?P<year>(?:19|20)\d\d)")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What such a line says; each part as a hit in it."""

    label: Hit[str] | None = None
    year: Hit[int] | None = None
    isbn: Hit[str] | None = None


@lru_cache(maxsize=64)
def _pages(words: Words) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.work.pages), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\b\d{{2,4}}\s?(?:{names})\b", re.IGNORECASE)


def parse_bibliography(line: str, words: Words) -> Bibliography | None:
    """Publisher, year and ISBN of a line that prints pages, price or ISBN; ``None`` for any other line.

    >>> from reviewparse.languages import load
    >>> parse_bibliography("Fernhill, 288 pages, £16.50", load("en")).label.value
    'Fernhill'
    """
    if len(line) > MAX_LINE or not any(char.isdigit() for char in line):
        return None
    pages, price, isbn = _pages(words).search(line), _PRICE.search(line), _ISBN.search(line)
    facts = [match for match in (pages, price, isbn) if match]
    if not facts:
        return None
    stop = min(match.start() for match in facts)
    label = _publisher(line, stop, words)
    if label is None and isbn is None:
        return None
    year = _YEAR.search(line, label.span[1] if label.span else 0) if label is not None else None
    return Bibliography(
        label=label,
        year=Hit(int(year[0]), year[0], year.span()) if year else None,
        isbn=Hit(isbn["number"], isbn["number"], isbn.span("number")) if isbn else None,
    )


def _publisher(line: str, stop: int, words: Words) -> Hit[str] | None:
    """The segment with a word of publishers; the one before place and year; the only one before the facts."""
    segments = [_trimmed(match) for match in _SEGMENT.finditer(line)]
    segments = [(start, end) for start, end in segments if start < end]
    for start, end in segments:
        if names_company(line[start:end], words) and is_company(line[start:end], words):
            return _hit(line, start, end)
    for (start, end), (next_start, next_end) in pairwise(segments):
        if _PLACE_YEAR.fullmatch(line[next_start:next_end]) and _is_publisher(line[start:end], words):
            return _hit(line, start, end)
    before = [(start, end) for start, end in segments if end <= stop]
    if len(before) == 1 and _is_publisher(line[slice(*before[0])], words):
        return _hit(line, *before[0])
    return None


def _is_publisher(name: str, words: Words) -> bool:
    short = len(name.split()) <= 3 and ":" not in name
    return short and is_company(name, words) and not looks_like_person(name, words)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    text = match[0]
    return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip())


def _hit(line: str, start: int, end: int) -> Hit[str]:
    return Hit(line[start:end], line[start:end], (start, end))
