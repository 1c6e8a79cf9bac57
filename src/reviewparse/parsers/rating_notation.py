"""What a notation of ratings is: a pattern, what it amounts to, and the cheap tests asked before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewparse.parsers.labels import fold
from reviewparse.parsers.rating_glyphs import Row
from reviewparse.parsers.rating_lexicon import Lexicon
from reviewparse.parsers.rating_mark import Mark, mark

Read = Callable[[re.Match[str], Lexicon], Mark | None]


@dataclass(frozen=True, slots=True)
class Notation:
    """One way of writing a mark."""

    name: str
    example: str
    pattern: str
    """A verbose regular expression; its groups are what ``read`` asks for.

    ``<<number>>`` stands for digits, ``<<spelt>>`` for number words, ``<<any>>`` for both; ``<<unit>>``, ``<<of>>``,
    ``<<to>>`` and others for words of the language.
    """
    read: Read
    needs: frozenset[str] = frozenset()
    """Characters of which a text in this notation holds at least one."""
    needs_word: str = ""
    """The set of the lexicon of which a text in this notation holds a word."""
    begins_at: str | int = 0
    """The group at which the printed mark begins, when words stand before it."""


DIGIT = frozenset("0123456789¼½¾")

MAXIMUM = r"""(?: \s?+ [(\[]? \s?+ (?: / \s?+ | (?P<of><<of>>) \s? )
    (?: (?P<best><<any>>) | (?P<best_row>[★⭐*](?:\s?[★⭐*]){2,9}+) ) )"""
"""Behind a row of glyphs: ``out of 4``, ``out of ****``."""


def value_of(match: re.Match[str], group: str, lexicon: Lexicon) -> float | None:
    """The number in a group; ``None`` when the group matched nothing."""
    printed = match[group]
    return lexicon.value(printed) if printed else None


def best_of(match: re.Match[str], lexicon: Lexicon) -> float | None:
    """The maximum behind a row of glyphs: a number, or how many glyphs stand in another row."""
    row = match["best_row"]
    return float(len("".join(row.split()))) if row else value_of(match, "best", lexicon)


def unit_of(printed: str | None, lexicon: Lexicon) -> str | None:
    """The canonical name of a printed unit."""
    return lexicon.units.get(fold(printed)) if printed else None


def grade_of(match: re.Match[str], lexicon: Lexicon) -> str:
    """A letter with its sign, which may be spelt out."""
    sign = match["sign"].strip().casefold()
    return str(match["letter"]) + lexicon.signs.get(sign, sign.replace("–", "-"))


def ranged(found: Mark | None, upper: float | None) -> Mark | None:
    """The mark with the upper end of its range, unless the ends are in disorder."""
    if found is None or found.value is None or upper is None:
        return found
    if upper <= found.value or upper > (found.best or 100):
        return None
    found.upper = upper
    return found


def of_row(row: Row | None, best: float | None = None) -> Mark | None:
    """The mark a row of glyphs shows; a printed maximum counts more than the number of glyphs."""
    if row is None:
        return None
    return mark(row.value, best if best is not None else row.shown and float(row.shown), row.unit)
