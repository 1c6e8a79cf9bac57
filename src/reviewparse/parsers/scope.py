"""The scope of a credit: ``tracks 1-3, 7``, ``(A1, B2)``, ``except 4``, ``on “Bellmouth”``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.credit_words import any_of

MAX_RANGE = 99
"""Most positions a range is expanded to; a longer one is no range of tracks."""

_POSITION = r"(?:[A-Z]{1,2}\d{0,2}|\d{1,3})"

_RANGE = re.compile(
    r"""
    (?P<first> (?P<side>[A-Z]{0,2}) (?P<low>\d{1,3}) )
    (?: \s?[-–—‐‑]\s? (?P<last_side>[A-Z]{0,2}) (?P<high>\d{1,3}) )?
    """,
    re.VERBOSE,
)

_NUMBERS = rf"{_POSITION}(?:\s?[-–—‐‑]\s?{_POSITION})?"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a credit covers."""

    text: str
    """As printed, without brackets."""
    positions: tuple[str, ...] = ()
    """The positions it lists; empty for an exception and for titles."""
    shared: bool = False
    """Whether it opens with a word (``tracks``): then it covers all names before it, else the last one."""


@lru_cache(maxsize=64)
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    joiners = any_of(words.credits.joiners)
    nouns = any_of(words.credits.tracks)
    excepts = any_of(words.credits.except_)
    article = any_of(words.work.articles)
    numbers = rf"(?P<numbers>\#?{_NUMBERS}(?:\s?(?:[,;/+&]|{joiners})\s?\#?{_NUMBERS}){{0,60}})"
    scope = rf"(?P<except>{excepts}\s+)?(?P<noun>(?:{nouns}\s*(?:{article}\s)?){{0,2}}){numbers}\.?"
    titles = rf"(?P<noun>(?:{nouns}\s+(?:{article}\s)?){{1,2}})(?P<titles>[\"'“„«‘].{{1,120}})"
    return re.compile(scope, re.IGNORECASE), re.compile(titles, re.IGNORECASE)


def read_scope(text: str, words: Words) -> Scope | None:
    """The scope a bracket or the end of a line holds, ``None`` when it holds something else.

    >>> from reviewparse.languages import load
    >>> read_scope("tracks 1-3, 7", load("en")).positions
    ('1', '2', '3', '7')
    >>> read_scope("vocals", load("en")) is None
    True
    """
    text = text.strip()
    if len(text) > 200:
        return None
    numeric, titled = _patterns(words)
    match = numeric.fullmatch(text)
    if match:
        positions = expand(match["numbers"])
        if not positions:
            return None
        if match["except"]:
            return Scope(text, (), shared=True)
        return Scope(text, positions, shared=bool(match["noun"]))
    return Scope(text, (), shared=True) if titled.fullmatch(text) else None


def split_scope(part: str, words: Words) -> tuple[str, str]:
    """``violin on “Bellmouth”``, ``vocals on track 3``: the role, and the scope behind it."""
    found = [part.find(f" {word} ") for word in words.credits.tracks]
    for position in sorted(position for position in found if position > 0):
        if read_scope(part[position:], words):
            return part[:position], part[position:].strip()
    return part, ""


def expand(numbers: str) -> tuple[str, ...]:
    """``1-3, 7`` as the positions it means; ``()`` when a range runs backwards or over a year.

    >>> expand("A1, B2-B4")
    ('A1', 'B2', 'B3', 'B4')
    """
    positions: list[str] = []
    for match in _RANGE.finditer(numbers):
        low, high = int(match["low"]), int(match["high"] or match["low"])
        if not low <= high <= MAX_RANGE:
            return ()
        side = match["side"]
        positions += (
            [match["first"]] if match["high"] is None else [f"{side}{number}" for number in range(low, high + 1)]
        )
    return tuple(dict.fromkeys(positions))
