"""Values that only a label makes marks, ``Verdict: 8``, ``Grade: B+``: first in a line or as its last sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewparse.parsers import rating_context as context
from reviewparse.parsers.rating_labels import Introduction, read_label, read_scale
from reviewparse.parsers.rating_lexicon import Lexicon
from reviewparse.parsers.rating_mark import Mark
from reviewparse.parsers.rating_patterns import Grammar

_AGES = frozenset({12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0})

_HEAD = re.compile(r"[^\d]{2,40}?(?=[0-9½])|(?:[^\W\d_]{2,20}\s){1,3}(?=[A-F][+-]{0,2}$)")
"""A label without a colon: ``Score 8``, ``Final Grade B+``."""

_DASH = re.compile(r"\s[-–—]\s")

_STOPS = (". ", "! ", "? ", "… ")
"""Ends of sentences."""

MAX_HEAD = 60
"""Characters of a label."""

OPENING = " \t_([\"'“„"
"""Signs before a value."""

WRAPPING = " .!)]_\"'”"
"""Signs behind one."""


def behind_label(line: str, part: tuple[int, int], parts: int, grammar: Grammar) -> list[Mark]:
    """A value that only its label makes one: ``Verdict: 8``, ``Grade: B+``."""
    start, end = part
    lexicon = grammar.lexicon
    at = _end_of_label(line, start, end)
    # a star behind the colon of "**Rating:** ****" closes the emphasis that began before the label
    opening = OPENING + "*" if line.find("*", 0, at) >= 0 else OPENING
    while at < end and line[at] in opening:
        at += 1
    if at >= end or line[start:at].casefold().rstrip().endswith(lexicon.out_of):
        return []
    label = read_label(line[start:at], lexicon)
    named = not label.closed and line[start:at].strip().casefold() in lexicon.closed_labels  # "Mark 12"
    if named or label.refused or not label.names_bare(line[at : at + 6], beside_others=parts > 1):
        return []
    mark = introduced(line[:end], at, label, grammar)
    if mark is None or context.voted(line, mark.end, lexicon):
        return []
    label = with_scale(label, line, mark, lexicon)
    if not label.closed and mark.unit is not None and mark.unit not in lexicon.units.values():
        return []  # "Grade 4 piano": things are counted behind a colon
    if label.shared and label.best is None and mark.value in _AGES:
        return []
    return [mark.introduced_by(label)]


def closing(line: str, grammar: Grammar) -> list[Mark]:
    """A label and a bare value as the last sentence of a paragraph: ``... and worth your time. Rating: 8``."""
    first = len(line) - MAX_HEAD
    if first <= 0 or line.find(": ", first) < 0:
        return []
    start = max(line.rfind(stop, first) for stop in _STOPS) + len(_STOPS[0])
    if start < len(_STOPS[0]):
        return []
    marks = behind_label(line, (start, len(line)), 1, grammar)
    return [mark for mark in marks if not line[mark.end :].strip(WRAPPING)]


def with_scale(label: Introduction, line: str, mark: Mark, lexicon: Lexicon) -> Introduction:
    """The label with the scale that brackets behind the mark tell: ``8 (1-10)``, ``8 (max. 10)``."""
    scale = read_scale(line, mark.end, lexicon) if mark.best is None else None
    return replace(label, worst=scale[0], best=scale[1]) if scale else label


def _end_of_label(line: str, start: int, end: int) -> int:
    """Where a label ends: behind its colon or dash, or before the first number; the end when it is all label."""
    last = min(end, start + MAX_HEAD)
    colon = max(line.find(":", start, last), line.find("=", start, last))
    if colon >= 0:
        return colon + 1
    break_ = _DASH.search(line, start, last) or _HEAD.match(line, start, end)
    return break_.end() if break_ else end


def introduced(line: str, at: int, label: Introduction, grammar: Grammar) -> Mark | None:
    """The mark at a place of a line, in the notations that need a label."""
    chars = frozenset(line[at:])
    for notation, pattern in grammar.introduced:
        if notation.needs and notation.needs.isdisjoint(chars):
            continue
        match = pattern.match(line, at)
        mark = notation.read(match, grammar.lexicon) if match else None
        if match is None or mark is None:
            continue
        if label.school and notation.name == "mark with a sign" and mark.value is not None:
            mark.value = 2 * round(mark.value) - mark.value  # a plus is better, and better is less
        mark.start, mark.end = match.start(notation.begins_at), match.end()
        return mark
    return None
