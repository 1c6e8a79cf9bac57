"""The data of the reviewed work on labelled lines: ``Artist: ...``, ``Album: ...``, ``Label: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewparse.chars import QUOTES
from reviewparse.document import Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.date_order import settled
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.work_lines import CardLine
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.languages import Words
from reviewparse.model import PartialDate, Work
from reviewparse.parsers.company import names_company
from reviewparse.parsers.date import parse_released
from reviewparse.parsers.duration import read_total
from reviewparse.parsers.label import label_value
from reviewparse.parsers.work_names import looks_like_act, split_companies, split_creators

MAX_TITLE = 150
"""Characters of the longest title of a work."""

_YEAR_PART = re.compile(r";\s?(?P<year>(?:19|20)\d\d)(?=;|$)")

KINDS_OF_ROLE = {
    "director": frozenset({"film", "tv"}),
    "creator": frozenset({"tv"}),
    "composer": frozenset({"soundtrack", "album"}),
    "developer": frozenset({"game"}),
    "manufacturer": frozenset({"product"}),
}
"""Roles that make somebody the maker of such works only."""

_STOP = re.compile(r"(?P<last>[^\W\d_]{4,40})\.$")
"""A full stop behind a value, as behind a sentence; shorter words may be cut short by it."""

MAX_SHORT = 4
"""Letters of a company's word that is cut short: ``Bros.``, ``Corp.``"""


def in_card(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Artist: ...``, ``Album: ...``, ``Label: ...``, ``Release date: ...``."""
    subject = subject_of(document, known)
    if subject.several:
        return
    for card in subject.cards:
        fields = {line.field for line in card}
        for line in card:
            line = _of_its_kind(line, subject)  # noqa: PLW2901 - the same line, its label understood
            if belongs(line, fields, subject):
                yield from _card_value(document, line)
                if line.field == "label":
                    yield from _year_behind(line)


def _of_its_kind(line: CardLine, subject: Subject) -> CardLine:
    """A studio develops games and distributes films."""
    distributes = line.field == "developer" and subject.kind in ("film", "tv")
    return replace(line, field="label") if distributes else line


def belongs(line: CardLine, fields: set[str], subject: Subject) -> bool:
    """Whether a labelled line is about the work and not about the article: ``Title`` and ``Author`` label both."""
    if line.field == "title":
        return len(fields) > 1
    if line.field == "published":
        return subject.kind == "book" and bool(fields & {"label", "catalogue"})
    if line.field == "author":
        return subject.kind in ("book", None) and bool(fields & {"title", "catalogue", "label", "released"})
    if line.field in ("director", "composer", "developer", "manufacturer", "creator"):
        return subject.kind in KINDS_OF_ROLE[line.field]
    if line.field == "label":
        return len(fields) > 1 or subject.kind in MUSIC_KINDS
    return True


def _year_behind(line: CardLine) -> Iterator[Hit[Work]]:
    """``Label: Grey Heron; GHR 014; 2012; 9 tracks``: one part that is a year."""
    year = _YEAR_PART.search(line.value)
    if year is not None:
        span = line.start + year.start("year"), line.start + year.end("year")
        yield Hit(Work(released=PartialDate(year=int(year["year"]))), year["year"], span)


def _card_value(document: Document, line: CardLine) -> Iterator[Hit[Work]]:
    work = _read_value(document, line)
    if work is not None:
        value = work.label or work.title or line.value
        start = document.text.find(value, line.start, line.start + len(line.value))
        if start < 0:
            value, start = line.value, line.start
        yield Hit(work, value, (start, start + len(value)))


def _without_stop(value: str, words: Words) -> str:
    stop = _STOP.search(value)
    if stop is None or (len(stop["last"]) <= MAX_SHORT and names_company(stop["last"], words)):
        return value
    return value[:-1]


def _read_value(document: Document, line: CardLine) -> Work | None:
    words = document.words
    value = _without_stop(line.value, words)
    if line.field == "title":
        title = value.strip(f"{QUOTES} ")
        return Work(title=title) if title and len(title) <= MAX_TITLE else None
    if line.field == "label":
        label = label_value(value, words)
        return Work(label=label) if label else None
    if line.field in ("released", "published"):
        released = parse_released(value, words)
        return Work(released=settled(document, released, value)) if released else None
    if line.field == "runtime":
        seconds = read_total(value, words)
        return Work(seconds=seconds) if seconds else None
    if line.field == "catalogue":
        return Work(catalogue=value) if len(value) <= 24 else None
    split = split_companies if line.field == "developer" else split_creators
    return Work(creators=split(value, words)) if looks_like_act(value, words) else None
