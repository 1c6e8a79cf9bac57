"""The parts of a line that may hold several marks: cut at separators, labels joined to the marks in the next cell."""

from __future__ import annotations

import re
from itertools import pairwise

from reviewparse.parsers.rating_labels import NOTHING, read_label
from reviewparse.parsers.rating_lexicon import Lexicon
from reviewparse.parsers.rating_mark import Mark

_BREAK = re.compile(
    r"\s?[|•·\t]\s?|;\s|(?<=[0-9★☆½%+*])\s(?=[^\W\d_][^:\d]{0,30}:\s)|\s/\s(?=[^\W\d_])|\s[-–—]\s(?=[^\W\d_][^:]{0,30}:)|,\s(?=[^\W\d_][^:,]{0,30}:)|\s{2}(?=[^\W\d_][^:\d]{0,30}:)|\s{3,8}"
)
"""Between the parts of a line: ``Film: 3/5 - Soundtrack: 4/5``."""

_SURE_BREAKS = frozenset("|•·\t")
_RUN = re.compile(r"(?<=[0-9])\s(?=[^\W\d_a-zß-öø-ÿ][^:\d|/]{1,30}\s[0-9])")
_LONGEST_RUN = 200
_CELLS = frozenset("|\t")
_PAIR = 2
_BREAKS = ("; ", ": ", " / ", " - ", " – ", " — ", ", ", "  ")


def parts_of(line: str) -> list[tuple[int, int]]:
    """Where the parts of a line begin and end; one that nothing cuts is one part."""
    if _SURE_BREAKS.isdisjoint(line) and not any(sign in line for sign in _BREAKS):
        return _run_together(line)
    parts, start = [], 0
    for match in _BREAK.finditer(line):
        parts.append((start, match.start()))
        start = match.end()
    return [*parts, (start, len(line))]


def _run_together(line: str) -> list[tuple[int, int]]:
    """The parts of ``Graphics 8.5 Sound 9.0 Overall 8.3``: three labels at least, each before a number."""
    cuts = [match.start() for match in _RUN.finditer(line)] if line[-1].isdigit() and line[0].isalpha() else []
    if len(cuts) < _PAIR or len(line) > _LONGEST_RUN:
        return [(0, len(line))]
    return list(pairwise([0, *cuts, len(line)]))


def with_labels(
    line: str, parts: list[tuple[int, int]], evident: list[Mark], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """The parts, each cell that is a label joined to the mark in the next one: ``| Story | 8/10 |``."""
    if len(parts) < _PAIR or _CELLS.isdisjoint(line):
        return parts
    begins = {mark.start for mark in evident}
    joined = [parts[0]]
    for start, end in parts[1:]:
        before, _ = joined[-1]
        at = end - len(line[start:end].lstrip())
        label = read_label(line[before:start], lexicon) if at < end and line[start - 2 : start].strip() else NOTHING
        verdict = label.label or label.overall or (at in begins and (label.aspect is not None or label.refused))
        if label.known and label.closed and verdict and not any(before <= one < start for one in begins):
            joined[-1] = (before, end)
        else:
            joined.append((start, end))
    return joined
