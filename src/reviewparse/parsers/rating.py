"""Reading ratings out of a string: a cell, a line, a short passage. The front door of the ``rating_*`` modules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Rating
from reviewparse.parsers.rating_labels import read_label
from reviewparse.parsers.rating_lexicon import lexicon_of
from reviewparse.parsers.rating_line import Reading, read_bare_line, read_entry_line, read_line
from reviewparse.parsers.rating_notations import compiled
from reviewparse.parsers.rating_numbers import MAXIMA, number, plain

__all__ = [
    "Reading", "counts_votes", "is_label", "is_maximum", "is_overall", "mark_of_name", "may_hold_mark", "parse_rating", "parse_ratings", "read_bare", "read_entry",
    "read_label_of", 
    "read_leading", "read_maximum", "read_ratings", "read_stated", "read_whole", "scan_ratings",
]  # fmt: skip


_LEADING = re.compile(r"(?P<mark>[0-9]{1,3}(?:[.,][0-9])?|[A-F][+-]?)(?=$|\s?[^\W\d_a-z]|\s[a-z])")

SHORT = 200
"""Characters of a line in which labels are looked for; in longer ones only notations that need none."""


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
    lexicon = lexicon_of(words)
    readings = []
    offset = 0
    for line in plain(text).split("\n"):
        for reading in read_line(line, lexicon):
            readings.append(_placed(reading, text, offset))
        offset += len(line) + 1
    return readings


def may_hold_mark(text: str, words: Words) -> bool:
    """Whether it is worth reading a line at all: a cheap test for finders, which say no to nine lines in ten."""
    lexicon = lexicon_of(words)
    if len(text) <= SHORT:
        lowered = text.casefold()
        if any(sign in lowered for sign in lexicon.signs):
            return True
        head = lowered.partition(":")[0]
        return head.strip() in lexicon.senses or (len(text) <= 20 and any(map(str.isdigit, text)))
    return any(sign in text for sign in lexicon.evident_signs)


def read_bare(text: str, words: Words) -> list[Reading]:
    """The mark a string consists of, in a notation that elsewhere needs a label; none or one."""
    return [_placed(reading, text, 0) for reading in read_bare_line(plain(text), lexicon_of(words))]


def is_label(text: str, words: Words) -> bool:
    """Whether a line is a label of the overall verdict and nothing else: ``Our rating:``."""
    lexicon = lexicon_of(words)
    label = read_label(plain(text), lexicon)
    return label.known and (label.label or label.overall) and not label.refused and not label.filler and label.aspect is None


def counts_votes(text: str, words: Words) -> bool:
    """Whether a line counts votes (``559 user ratings``), asks for one (``Rate this``), or names a site of them."""
    lexicon = lexicon_of(words)
    lowered = text.casefold()
    if lowered.startswith(lexicon.voting) or any(phrase in lowered for phrase in lexicon.elsewhere):
        return True
    return any(map(str.isdigit, text)) and lexicon.voted.search(text) is not None


def read_label_of(text: str, words: Words) -> str | None:
    """What a label names: the aspect, ``""`` for the overall verdict, ``None`` when it is no label of a mark."""
    label = read_label(plain(text), lexicon_of(words))
    if label.refused or not label.known or not (label.label or label.overall or label.aspect):
        return None
    return label.aspect or ""


def read_entry(text: str, words: Words, *, most_words: int = 5) -> Reading | None:
    """A line of a list of aspects: a name of few words, and at the end its mark, bare behind a colon (``Boot: 1``).

    >>> from reviewparse.languages import load
    >>> read_entry("Handling 8/10", load("en")).rating.label
    'Handling'
    """
    readings = read_entry_line(plain(text), lexicon_of(words), most_words)
    return _placed(readings[0], text, 0) if len(readings) == 1 else None


def read_whole(text: str, words: Words, *, bare: bool) -> Reading | None:
    """The mark a string consists of; a bare number only where asked for."""
    readings = read_ratings(text, words) or (read_bare(text, words) if bare else [])
    if len(readings) != 1 or readings[0].labelled or readings[0].rating.label is not None:
        return None
    reading = readings[0]
    rest = text[: reading.start] + text[reading.end :]
    return None if rest.strip(" .()[]*_-–—:") else reading


def read_leading(text: str, words: Words) -> Rating | None:
    """The bare mark a short line begins with: ``9``, ``8.5 Great``, ``B+``.

    >>> from reviewparse.languages import load
    >>> read_leading("8.5 Great", load("en")).value
    8.5
    """
    head = _LEADING.match(text)
    readings = read_ratings(text, words) or (read_bare(head["mark"], words) if head else [])
    return readings[0].rating if len(readings) == 1 else None


def mark_of_name(name: str, words: Words) -> float | None:
    """The number in a class or file name that speaks of ratings: ``stars-4``, ``rating_35``, ``4sterne``.

    >>> from reviewparse.languages import load
    >>> mark_of_name("rating_35", load("en")), mark_of_name("star-icon", load("en"))
    (3.5, None)
    """
    match = lexicon_of(words).name.fullmatch(name) if any(map(str.isdigit, name)) else None
    if match is None:
        return None
    whole, half = (match["whole"], match["half"]) if match["whole"] else (match["whole_first"], match["half_first"])
    if len(whole) == 2:
        return int(whole) / 10 if whole[1] in "05" and whole != "10" and int(whole) <= 50 else None
    return int(whole) + (0.5 if half in ("5", "half") else 0.0)


def is_maximum(text: str, words: Words) -> bool:
    """Whether a line holds only the scale of the number before it: ``/10``, ``out of 5 stars``."""
    if not any(map(str.isdigit, text)):
        return False
    return compiled(lexicon_of(words)).maximum.fullmatch(plain(text)) is not None


def read_maximum(text: str, words: Words) -> float | None:
    """The maximum a short line states without a mark: ``Ratings (out of 10)``, ``We rate from 1 to 5``.

    >>> from reviewparse.languages import load
    >>> read_maximum("Our ratings (out of 10)", load("en"))
    10.0
    """
    lexicon = lexicon_of(words)
    match = compiled(lexicon).scale.search(plain(text))
    if match is None or not any(label in text.casefold() for label in words.rating.labels):
        return None
    best = lexicon.value(match["best"])
    return best if best in MAXIMA and not read_ratings(text, words) else None


def is_overall(text: str, words: Words) -> bool:
    """Whether a label names the whole among aspects: ``total``."""
    label = read_label(plain(text), lexicon_of(words))
    return label.overall and label.aspect is None


def read_stated(text: str, words: Words, *, best: str | None = None, worst: str | None = None) -> Rating | None:
    """The mark that metadata states: a number with its scale apart, or any notation.

    >>> from reviewparse.languages import load
    >>> read_stated("8,5", load("en"), best="10").best
    10.0
    """
    readings = read_ratings(text, words) or read_bare(text, words)
    if len(readings) != 1:
        return None
    rating = readings[0].rating
    top, bottom = _float(best), _float(worst)
    if rating.value is None or rating.best is not None or top is None:
        return rating
    if rating.value > top or (bottom is not None and rating.value < bottom):
        return None
    return replace(rating, best=top, worst=bottom, assumed_best=None)


def _float(text: str | None) -> float | None:
    return number(text.strip(), {}) if text and text.strip()[:1].isdigit() else None


def _placed(reading: Reading, text: str, offset: int) -> Reading:
    start, end = reading.start + offset, reading.end + offset
    return replace(reading, rating=replace(reading.rating, raw=text[start:end]), start=start, end=end)
