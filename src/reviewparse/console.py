"""Text for a terminal: one line, nothing that steers the terminal, columns that line up in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def one_line(text: str, width: int | None = None) -> str:
    r"""The text on one line, cut to so many columns; control and direction characters are shown as escapes.

    >>> one_line("Cold\n  Tap \x1b[31m")
    'Cold Tap \\x1b[31m'
    >>> one_line("Somewhere behind the weir", 12)
    'Somewhere b…'
    """
    line = "".join(char if char.isprintable() else _escape(char) for char in " ".join(text.split()))
    if width is None or columns(line) <= width:
        return line
    used, kept = 0, 0
    while used + columns(line[kept]) < width:
        used += columns(line[kept])
        kept += 1
    return line[:kept].rstrip() + "…"


def columns(text: str) -> int:
    """How many columns a terminal needs for it: two for a wide letter, none for a combining mark.

    >>> columns("評価")
    4
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def align(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """The rows as lines; every column but the last is filled up to its widest cell.

    >>> align([("a", "1"), ("bcd", "2")])
    ['a    1', 'bcd  2']
    """
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)][:-1]
    return [gap.join((*map(_fill, row, widths), row[-1])).rstrip() for row in rows]


def _fill(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
