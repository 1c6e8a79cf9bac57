"""Prose that was wrapped at a column, by hand or by a mail program, put back into whole lines."""

from __future__ import annotations

import re
from itertools import pairwise

WIDTHS = range(40, 121)
"""Columns at which prose is wrapped."""

SLACK = 1
"""Columns by which a hand misses the margin."""

MOSTLY = 0.6
"""Share of a paragraph's line ends at the margin that makes it wrapped prose and no list."""

ITEM = re.compile(r"\s{0,8}(?:[-*•–+]\s|[(\[]?[0-9A-Z]{1,3}[.):\]]\s|#\d)")
"""The beginning of a list item, which continues no line."""

ASIDE = re.compile(r"\s{16}")
"""A line set to the right margin, as marks and signatures of typewritten pages are: it continues none."""


def unwrap(lines: list[str]) -> list[str]:
    """The lines of one paragraph, those that were cut at the margin joined with what follows.

    A line was cut when the first word of the next one would not have fitted on it.

    >>> prose = ["The orchard of the title stands behind a house", "by the sea, and nobody has ever been inside it"]
    >>> unwrap([*prose, "since.", "RV"])[1:]
    ['RV']
    """
    width = max(map(len, lines), default=0)
    if len(lines) < 2 or width not in WIDTHS:
        return lines
    cuts = [_is_cut(line, after, width) for line, after in pairwise(lines)]
    if sum(cuts) < MOSTLY * len(cuts) or (len(cuts) == 1 and lines[0].rstrip()[-1:] in ".!?:;”\"'"):
        return lines
    whole = [[lines[0]]]
    for line, is_cut in zip(lines[1:], cuts, strict=True):
        if is_cut:
            whole[-1][-1] = whole[-1][-1].rstrip()
            whole[-1].append(line.strip())
        else:
            whole.append([line])
    return [" ".join(pieces) for pieces in whole]


def _is_cut(line: str, after: str, width: int) -> bool:
    word = after.split(None, 1)[0] if after.strip() else ""
    if ASIDE.match(line) or ASIDE.match(after):
        return False
    return bool(word) and len(line.rstrip()) + 1 + len(word) > width - SLACK and ITEM.match(after) is None
