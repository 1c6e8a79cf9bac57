"""Readings finders ask for: a label alone, an entry of a list, a class name, a number that metadata states."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewparse.languages import Words
from reviewparse.model import Rating
from reviewparse.parsers.rating import read_bare, read_ratings, reading_of
from reviewparse.parsers.rating_labels import read_label
from reviewparse.parsers.rating_lexicon import lexicon_of
from reviewparse.parsers.rating_line import read_entry_line
from reviewparse.parsers.rating_mark import Reading
from reviewparse.parsers.rating_numbers import MAXIMA, number, plain
from reviewparse.parsers.rating_patterns import grammar_of

_LEADING = re.compile(r"(?P<mark>[0-9]{1,3}(?:[.,][0-9])?|[A-F][+-]?)(?=$|\s?[^\W\d_a-z]|\s[a-z])")


def is_label(text: str, words: Words) -> bool:
    """Whether a line is a label of the overall verdict and nothing else: ``Our rating:``."""
    lexicon = lexicon_of(words)
    label = read_label(plain(text), lexicon)
    return (
        label.known
        and (label.label or label.overall)
        and not label.refused
        and not label.filler
        and label.aspect is None
    )


def counts_votes(text: str, words: Words) -> bool:
    """Whether a line counts votes (``559 user ratings``) or asks for one (``Rate this``)."""
    lexicon = lexicon_of(words)
    if text.casefold().startswith(lexicon.voting):
        return True
    return any(map(str.isdigit, text)) and lexicon.voted.search(text) is not None


def names_other_site(text: str, words: Words) -> bool:
    """Whether a line names a site that collects marks."""
    lowered = text.casefold()
    return any(phrase in lowered for phrase in lexicon_of(words).elsewhere)


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
    marks = read_entry_line(plain(text), grammar_of(words), most_words)
    return reading_of(marks[0], text, 0) if marks else None


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


def is_maximum(text: str, words: Words) -> bool:
    """Whether a line holds only the scale of the number before it: ``/10``, ``out of 5 stars``."""
    return any(map(str.isdigit, text)) and grammar_of(words).maximum.fullmatch(plain(text)) is not None


def read_maximum(text: str, words: Words) -> float | None:
    """The maximum a short line states without a mark: ``Ratings (out of 10)``, ``We rate from 1 to 5``.

    >>> from reviewparse.languages import load
    >>> read_maximum("Our ratings (out of 10)", load("en"))
    10.0
    """
    match = grammar_of(words).scale.search(plain(text))
    if match is None or not any(label in text.casefold() for label in words.rating.labels):
        return None
    best = lexicon_of(words).value(match["best"])
    return best if best in MAXIMA and not read_ratings(text, words) else None


def is_whole(text: str, words: Words) -> bool:
    """Whether a label names the whole among aspects or the reviewer among others: ``total``, ``mine``."""
    lexicon = lexicon_of(words)
    if text.casefold() in lexicon.first_person:
        return True
    label = read_label(plain(text), lexicon)
    return label.known and label.aspect is None and not label.label


def is_of_others(text: str, words: Words) -> bool:
    """Whether a label names readers or a site that collects marks: ``imdb``."""
    return names_other_site(text, words) or read_label(plain(text), lexicon_of(words)).refused


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
