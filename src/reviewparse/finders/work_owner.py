"""Makers told by the first sentences: ``Marit Solheim's second film``, ``the new record by The Sparrows``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Known
from reviewparse.finders.called import times_called
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_label import below_headline
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.languages import Words
from reviewparse.model import Work
from reviewparse.parsers.company import company_from
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.headline_quotes import without_possessive
from reviewparse.parsers.work_names import looks_like_act, looks_like_person
from reviewparse.parsers.work_words import Sense, phrases_in

MAX_OPENING = 2
"""Paragraphs that may introduce the work by its maker."""

MAX_BYLINES = 3
"""Lines below the headline of which one may name the maker."""

MAX_TO_KIND = 60
"""Characters between a maker and the word for what was made."""

MAX_SENTENCE = 200
"""Characters of the first sentence that are looked at."""

PERSONAL = frozenset(("film", "book", "soundtrack"))
"""Kinds whose makers are persons."""

_DATED_MAKER = re.compile(r"\A(?P<maker>[^\d·•|‧/,()]{5,40}?)\s?(?:[·•|‧/,]\s?|\s\(|\s[–—-]\s)(?:19|20)\d\d\)?")

_ENDS = ".!?;:\n"
_APOSTROPHES = ("'", "’")
_QUOTES = '"“”„«»*_'


def introduced_by_maker(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The owner or author that the first sentence of a paragraph gives to such a work."""
    subject = subject_of(document, known)
    if subject.several or subject.kind is None:
        return
    own = {fold_title(reading.headline.title) for reading in subject.readings if reading.headline.title}
    for block in itertools.islice(below_headline(document, subject), MAX_OPENING):
        for start, end in (*_owners(block, subject, document.words), *_authors(block, subject, document.words)):
            name = block.text[start:end]
            if fold_title(name) not in own and _makes(name, subject, document.words):
                yield Hit(Work(creators=(name,)), name, (block.start + start, block.start + end))
                return


def byline_of_maker(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``by Ada Quist`` below the title of a book whose review speaks of Quist: reviewers do not name themselves."""
    subject = subject_of(document, known)
    if subject.several or subject.kind not in PERSONAL:
        return
    for block in itertools.islice(below_headline(document, subject), MAX_BYLINES):
        by = by_pattern(document.words).match(f" {block.text[:MAX_SENTENCE]}")
        span = company_from(block.text, by.end() - 1, document.words) if by else None
        if by is None or span is None or span[0] > by.end():
            continue
        name = block.text[slice(*span)]
        if looks_like_person(name, document.words) and times_called(name, document, block.start) > 1:
            yield Hit(Work(creators=(name,)), name, (block.start + span[0], block.start + span[1]))
        return


def before_year(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Ada Quist · 2016`` below the headline: a year alone is that of the work, so the name is its maker's."""
    subject = subject_of(document, known)
    if subject.several or subject.kind not in (*PERSONAL, "tv"):
        return
    for block in itertools.islice(below_headline(document, subject), MAX_BYLINES):
        match = _DATED_MAKER.fullmatch(block.text) if len(block.text) <= MAX_TO_KIND else None
        if match is not None and looks_like_person(match["maker"], document.words):
            start, end = block.start + match.start("maker"), block.start + match.end("maker")
            yield Hit(Work(creators=(match["maker"],)), match["maker"], (start, end))
            return


def _makes(name: str, subject: Subject, words: Words) -> bool:
    if subject.kind in PERSONAL or subject.kind in ("tv", "other"):
        return looks_like_person(name, words)
    return looks_like_act(name, words) and not name.isdigit()


def _owners(block: Block, subject: Subject, words: Words) -> Iterator[Span]:
    """``Marit Solheim's second film``, ``Saltfield is Marit Solheim's second film`` at the head of a paragraph."""
    text = block.text
    for begin in (0, *_behind_title(text, subject)):
        span = company_from(text, begin, words)
        if span is None or span[0] > begin + 1:
            continue
        owner = without_possessive(text[slice(*span)], words)
        rest = text[span[1] : span[1] + MAX_TO_KIND]
        bare = owner.endswith("s") and rest[:1] in _APOSTROPHES  # "Ida Moss' film": the name ends before the sign
        is_owned = (bare or len(owner) < span[1] - span[0]) and not any(quote in rest for quote in _QUOTES)
        if is_owned and _names(rest, subject, words):
            yield span[0], span[0] + len(owner)


def _behind_title(text: str, subject: Subject) -> Iterator[int]:
    """Where the second word behind the title begins, with which a paragraph opens."""
    for title in {reading.headline.title or "" for reading in subject.readings}:
        if title and text.startswith(f"{title} ") and (blank := text.find(" ", len(title) + 1)) > 0:
            yield blank + 1


def _names(text: str, subject: Subject, words: Words) -> bool:
    """Whether a text up to the end of its sentence names a work of the page's kind, by its word or as a debut."""
    for end in _ENDS:
        text = text.partition(end)[0]
    efforts = any(f" {word}" in f" {text.lower()}" for word in words.work.efforts)
    return efforts or any(subject.is_of(phrase.kind) for phrase in phrases_in(text, words))


def _authors(block: Block, subject: Subject, words: Words) -> Iterator[Span]:
    """``the new record by The Sparrows``: the first such words of a paragraph."""
    text = block.text[:MAX_SENTENCE]
    for phrase in phrases_in(text, words):
        made = subject.is_of(phrase.kind) and phrase.senses != {Sense.FORMAT}  # "brought to PC by Tin Hall"
        by = by_pattern(words).match(text, phrase.end) if made else None
        behind = company_from(block.text, by.end() - 1, words) if by else None
        if by is not None and behind is not None and behind[0] <= by.end() + 1:
            name = without_possessive(block.text[slice(*behind)], words)
            yield behind[0], behind[0] + len(name)
            return
