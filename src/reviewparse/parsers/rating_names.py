"""Numbers in class and file names that speak of ratings: ``stars-4``, ``rating_35.gif``."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.chars import holds_any
from reviewparse.languages import Words

NAME_WORDS = ("rating", "stars", "star", "score", "rated", "grade", "review")
"""Words of class and file names, whatever the page's language."""

PREFIXES = "icon icons img image final total overall editor editors critic post entry".split()
"""What may stand before them; beside other words (``health-score-9``) they speak of something else."""

SUFFIXES = "big small lrg sm large".split()

LARGEST_TENTHS = 50
"""``rating_35`` is 3.5 of five; larger numbers are of another scale."""


def mark_of_name(name: str, words: Words) -> float | None:
    """The number in a class or file name that speaks of ratings.

    >>> from reviewparse.languages import load
    >>> mark_of_name("rating_35", load("en")), mark_of_name("star-icon", load("en"))
    (3.5, None)
    """
    telling, pattern = _pattern(words)
    lowered = name.lower()
    match = pattern.fullmatch(lowered) if holds_any(lowered, telling) else None
    if match is None:
        return None
    whole, half = (match["whole"], match["half"]) if match["whole"] else (match["whole_first"], match["half_first"])
    if len(whole) == 2:
        tenths = int(whole)
        return tenths / 10 if tenths % 5 == 0 and 10 < tenths <= LARGEST_TENTHS else None
    return int(whole) + (0.5 if half in ("5", "half") else 0.0)


@lru_cache(maxsize=64)
def _pattern(words: Words) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The words such a name must hold one of, and its pattern."""
    units = [phrase for phrases in words.rating.units.values() for phrase in phrases]
    own = {
        phrase for phrase in (*units, *words.rating.labels) if len(phrase) > 3 and phrase.isascii() and phrase.isalpha()
    }
    telling = tuple(sorted((*own, *NAME_WORDS), key=len, reverse=True))
    word = "|".join(telling)
    before = rf"(?:(?:{word}|{'|'.join(PREFIXES)})[-_]{{1,2}}){{0,2}}"
    behind = rf"(?:[-_]?(?:{word}|{'|'.join(SUFFIXES)})){{0,2}}"
    number = r"(?P<{0}>[0-9]{{1,2}})(?:[-_.](?P<{1}>5|0|half))?"
    pattern = re.compile(
        rf"{before}(?:{word})[-_]{{0,2}}{number.format('whole', 'half')}{behind}"
        rf"|{before}{number.format('whole_first', 'half_first')}[-_]?(?:{word}){behind}"
    )
    return telling, pattern
