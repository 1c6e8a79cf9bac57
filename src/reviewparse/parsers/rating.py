"""Reading ratings out of a string: a cell, a line, a short passage. The front door of the ``rating_*`` modules."""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Rating
from reviewparse.parsers.rating_labels import read_label
from reviewparse.parsers.rating_line import read_bare_line, read_line, read_raters
from reviewparse.parsers.rating_mark import Mark, Reading
from reviewparse.parsers.rating_numbers import plain
from reviewparse.parsers.rating_patterns import grammar_of

_LABEL_AND_MARK = 2
"""Lines."""


def scan_ratings(text: str, words: Words) -> Iterator[Hit[Rating]]:
    """All marks in a string, line by line, in order.

    >>> from reviewparse.languages import load
    >>> [hit.value.value for hit in scan_ratings("Story: 8/10, Overall: 8.5/10", load("en"))]
    [8.0, 8.5]
    """
    for reading in read_ratings(text, words):
        yield Hit(reading.rating, text[reading.start : reading.end], (reading.start, reading.end))


def parse_ratings(text: str, words: Words) -> tuple[Rating, ...]:
    """All marks in a string; a string that is nothing but a mark may hold a bare one (``8``, ``B``, ``***``)."""
    readings = read_ratings(text, words) or read_bare(text, words)
    return tuple(reading.rating for reading in readings)


def parse_rating(text: str, words: Words) -> Rating | None:
    """The overall mark in a string: one labelled so, else one without an aspect, else a single one.

    Several aspects without an overall mark give ``None``: nothing is averaged.

    >>> from reviewparse.languages import load
    >>> parse_rating("Verdict: 3½ stars (out of 5)", load("en")).value
    3.5
    """
    readings = read_ratings(text, words) or read_bare(text, words)
    if len(readings) == 1:
        return readings[0].rating
    whole = [reading for reading in readings if reading.rating.label is None]
    ranked = sorted(whole, key=lambda reading: (not reading.label.overall, not reading.labelled))
    return ranked[0].rating if ranked else None


def read_ratings(text: str, words: Words) -> list[Reading]:
    """All marks in a string with what introduces them; for finders."""
    grammar = grammar_of(words)
    readable = plain(text)
    if "\n" not in readable:
        return [reading_of(mark, text, 0) for mark in read_line(readable, grammar)]
    readings = []
    offset = 0
    for line in readable.split("\n"):
        readings += [reading_of(mark, text, offset) for mark in read_line(line, grammar)]
        offset += len(line) + 1
    return readings or [reading_of(mark, text, 0) for mark in read_raters(readable, grammar)] or _below(text, words)


def _below(text: str, words: Words) -> list[Reading]:
    """The mark a line or two below its label, when nothing else stands there: ``Rating``, ``8``."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) != _LABEL_AND_MARK or not read_bare(lines[1], words):
        return []
    grammar = grammar_of(words)
    joined = f"{lines[0].rstrip(' :')}: "
    label = read_label(plain(joined), grammar.lexicon)
    if label.refused or not (label.label or label.overall):
        return []
    offset = text.rindex(lines[1]) - len(joined)
    return [reading_of(mark, text, offset) for mark in read_line(plain(joined + lines[1]), grammar)]


def read_bare(text: str, words: Words) -> list[Reading]:
    """The mark a string consists of, in a notation that elsewhere needs a label; none or one."""
    return [reading_of(mark, text, 0) for mark in read_bare_line(plain(text), grammar_of(words))]


def reading_of(mark: Mark, text: str, offset: int) -> Reading:
    """A finished reading of a mark in a line that begins at ``offset`` of the text."""
    start, end = mark.start + offset, mark.end + offset
    return Reading(rating=mark.rating(text[start:end]), start=start, end=end, label=mark.label, given=mark.given)
