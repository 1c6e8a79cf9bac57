"""Rows of stars, dots, hearts, asterisks and emoji: what is full, half and empty, and what a row amounts to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewparse.parsers.rating_numbers import HALVES


@dataclass(frozen=True, slots=True)
class Family:
    """Glyphs that are used in one row."""

    unit: str
    full: str
    half: str = ""
    empty: str = ""
    coloured: bool = True
    """Whether a full glyph cannot be an empty one in another colour; plain dots and squares can."""


FAMILIES = (
    Family("stars", full="★⭐✫✬", half="⯪⯨", empty="☆✩⚝"),
    Family("dots", full="●⬤", half="◐◑", empty="○◯", coloured=False),
    Family("dots", full="🔴🟠🟡🟢🔵🟣🟤⚫", empty="⚪"),
    Family("diamonds", full="◆♦", empty="◇♢", coloured=False),
    Family("squares", full="■▮█⬛🟥🟧🟨🟩🟦🟪", half="▌", empty="□▯░⬜", coloured=False),
    Family("hearts", full="♥❤💖💗💙💚💛💜🧡", half="💔", empty="♡🤍"),
    Family("moons", full="🌕", half="🌗🌓", empty="🌑"),
)

GLYPHS = {glyph: family for family in FAMILIES for glyph in (*family.full, *family.half, *family.empty)}

_ANY = "".join(GLYPHS)

FULL_OR_EMPTY = frozenset(GLYPHS)

ROW = rf"[{_ANY}](?:[\ufe0f\s]{{0,2}}+(?:[{_ANY}½¾¼]|1/2(?![0-9/])|\+?½)){{0,24}}+\ufe0f?"
"""Two or more glyphs, blanks allowed; a half may be printed as a fraction. One glyph alone matches too."""

ASTERISKS = r"(?<![\w*])\*(?:\s?\*){0,5}+(?![*=])(?:\s?(?:½|1/2(?![0-9/])))?+(?!\w)"
"""One to six asterisks and perhaps a half, touching no word: neither a footnote nor emphasis nor a censored word."""

EMOJI = r"(?P<emoji>[\u2600-\u27bf\U0001f300-\U0001faff])(?:[\ufe0f\s]{0,2}+(?P=emoji)){1,9}+\ufe0f?"
"""The same picture two to ten times."""

_HALF = re.compile(r"½|1/2")
_FRACTION = re.compile("[¼½¾]|1/2")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows."""

    value: float
    shown: int | None
    """How many glyphs stand in it, when empty ones are among them: the maximum."""
    unit: str
    glyphs: int


def read_row(printed: str, *, half_by_legend: str = "") -> Row | None:
    """Count a row of glyphs of one family.

    Args:
        printed: As ``ROW`` matched it.
        half_by_legend: An empty glyph that the page explains as a half.

    Returns:
        ``None`` for a row of several families, for one without a full glyph, and for five or ten plain dots, some of
        which may be printed in a lighter colour.

    >>> read_row("★★★½☆")
    Row(value=3.5, shown=5, unit='stars', glyphs=5)
    """
    glyphs = [char for char in printed if char in GLYPHS]
    family = GLYPHS[glyphs[0]]
    if any(GLYPHS[glyph].unit != family.unit for glyph in glyphs):
        return None
    full = sum(glyph in GLYPHS[glyph].full for glyph in glyphs)
    empty = sum(glyph in GLYPHS[glyph].empty and glyph != half_by_legend for glyph in glyphs)
    fractions = _FRACTION.findall(printed)
    halves = len(glyphs) - full - empty
    if not (full or halves) or halves + len(fractions) > 1:
        return None
    if not empty and not family.coloured and len(glyphs) in (5, 10):
        return None
    total = len(glyphs) + len(fractions)
    value = full + halves / 2 + sum(map(HALVES.__getitem__, fractions))
    return Row(value=value, shown=total if empty else None, unit=family.unit, glyphs=total)


def read_asterisks(printed: str) -> Row:
    """Count asterisks and a half behind them.

    >>> read_asterisks("* * *1/2")
    Row(value=3.5, shown=None, unit='stars', glyphs=4)
    """
    stars, half = printed.count("*"), bool(_HALF.search(printed))
    return Row(value=stars + half / 2, shown=None, unit="stars", glyphs=stars + half)
