"""Where the label or publisher of the reviewed work is named outside metadata, labelled lines and the headline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known, in_block
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.model import PartialDate, Work
from reviewparse.parsers.bibliography import Bibliography, marks_book, parse_bibliography
from reviewparse.parsers.company import is_company, names_company
from reviewparse.parsers.label import scan_before_verb, scan_brackets, scan_sentence
from reviewparse.parsers.work_words import Sense, phrases_in

MAX_HEADER = 8
"""Lines below the headline that may hold label and year."""

MAX_TAGS = 30

MAX_FACTS_LINE = 70
"""Characters of a line that holds label and catalogue number, or format and year, and nothing else."""

MAX_BOOK_LINE = 160
"""Characters of a line among the facts of a book."""

MAX_BOOK_LINES = 4
"""Lines above the number of pages that belong to the facts of a book."""

_CODE = re.compile(r"\s(?P<number>[A-Z]{2,8}[\s-]?[A-Z]{0,4}\d{2,8}(?:[-/]\d{1,4})?)(?:\s\([A-Z]{2,3}\))?$")
_DATED_LABEL = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[(\[–—,/-]\s?(?P<name>[^()\[\]]{2,40})[)\]]?$")
_CATALOGUE = re.compile(r"\s{1,3}[–—-]\s{1,3}(?P<number>[A-Z]{0,6}[\s-]?\d[\w\s/-]{1,15})$")
_BETWEEN = re.compile(r"(?:^|\s[·•|/]\s)(?P<year>(?:19|20)\d\d)(?=\s[·•|/]\s|$)")
_YEAR = re.compile(r"(?:^|[\s(,–—-])(?P<year>(?:19|20)\d\d)\)?$")


def below_headline(document: Document, subject: Subject) -> Iterator[Block]:
    """The first lines behind the headline."""
    spans = [reading.span for reading in subject.readings if reading.span and reading.place != "subheading"]
    start = spans[0][1] if spans else 0
    below = (block for block in document.article() if block.start >= start)
    return itertools.islice(below, MAX_HEADER)


def _is_format(name: str, document: Document) -> bool:
    return any(True for _ in phrases_in(name, document.words)) or any(char.isdigit() for char in name)


def facts_line(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Short lines of facts without labels: ``Grey Heron Records – 57005``, ``2013 (Grey Heron) | folk``."""
    subject = subject_of(document, known)
    years = {reading.headline.title for reading in subject.readings if (reading.headline.title or "").isdigit()}
    for block in () if subject.several else below_headline(document, subject):
        if len(block.text) > MAX_FACTS_LINE or not block.has_digit or block.text.partition(" ")[0] in years:
            continue
        dated = _DATED_LABEL.fullmatch(block.text.partition(" | ")[0])
        if dated and is_company(dated["name"], document.words) and not _is_format(dated["name"], document):
            yield _read(block, dated, "name", Work(label=dated["name"]))
            yield _read(block, dated, "year", Work(released=PartialDate(year=int(dated["year"]))))
            continue
        number = _CATALOGUE.search(block.text) or _CODE.search(block.text)
        name = block.text[: number.start()] if number else ""
        if number and names_company(name, document.words) and is_company(name, document.words):
            yield Hit(Work(label=name), name, (block.start, block.start + len(name)))
            yield _read(block, number, "number", Work(catalogue=number["number"]))
        elif (part := _year_part(block.text, document)) is not None:
            yield _read(block, part, "year", Work(released=PartialDate(year=int(part["year"]))))
        elif (year := _YEAR.search(block.text)) and (
            year.start() == 0 or _only_formats(block.text[: year.start()], document)
        ):
            yield _read(block, year, "year", Work(released=PartialDate(year=int(year["year"]))))


def _year_part(text: str, document: Document) -> re.Match[str] | None:
    """``Album · 1981 · Heavy Metal``: a year by itself between others of which one is a type of work.

    ``1981 · 97 min`` begins with it: that is no date of the page, which has a month.
    """
    match = _BETWEEN.search(text)
    if match is None or (match.start() and not any(phrase.kind for phrase in phrases_in(text, document.words))):
        return None
    return match


def _read(block: Block, match: re.Match[str], group: str, work: Work) -> Hit[Work]:
    return Hit(work, match[group], (block.start + match.start(group), block.start + match.end(group)))


def _only_formats(text: str, document: Document) -> bool:
    left = text
    for phrase in phrases_in(text, document.words):
        left = left.replace(text[phrase.start : phrase.end], "", 1)
    return left != text and not any(char.isalnum() for char in left)


def label_in_bracket(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """A company in brackets behind a title in the first paragraphs: ``“Mother Weir” (Hymnal Records)``."""
    subject = subject_of(document, known)
    for block in () if subject.several else below_headline(document, subject):
        if "(" in block.text:
            for hit in in_block(block, scan_brackets(block.text, document.words)):
                yield Hit(Work(label=hit.value), hit.quote, hit.span)
                return


def label_in_sentence(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """A sentence: ``This soundtrack is available through Quill & Drum.``"""  # noqa: D415 - the stop ends the example
    subject = subject_of(document, known)
    if subject.several:
        return
    work = document.words.work
    for block in document.holding((*work.label_verbs, *work.label_sentences, *work.label_after)):
        publishers = subject.kind == "game"
        scans = (
            scan_sentence(block.text, document.words, any_name=publishers),
            scan_before_verb(block.text, document.words),
        )
        for hit in in_block(block, itertools.chain.from_iterable(scans)):
            if _is_section(hit.value, document):
                continue
            if names_company(hit.value, document.words) or _speaks_of_work(block.text, document, subject):
                yield Hit(Work(label=hit.value), hit.quote, hit.span)
                return


def _is_section(name: str, document: Document) -> bool:
    """Whether what looks like a company is the part of a site: ``Record Reviews``."""
    return any(phrase.senses & {Sense.REVIEW, Sense.SEVERAL} for phrase in phrases_in(name, document.words))


def _title(subject: Subject) -> str | None:
    return next((reading.headline.title for reading in subject.readings if reading.headline.title), None)


def _speaks_of_work(text: str, document: Document, subject: Subject) -> bool:
    """Whether a line names the work, by its title or as ``this soundtrack``."""
    title = _title(subject)
    return (title is not None and title in text) or any(phrase.kind for phrase in phrases_in(text, document.words))


def label_in_tag(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """A tag with a word of labels in it, whose name the text prints, too: ``hymnal records``."""
    subject = subject_of(document, known)
    for fact in () if subject.several or subject.kind not in MUSIC_KINDS else document.facts_of("tag")[:MAX_TAGS]:
        parts = fact.value.replace("-", " ").split()
        named = 1 < len(parts) <= 4 and names_company(parts[-1], document.words)
        if named and not _is_section(fact.value, document) and parts[0].lower() in document.lowered():
            yield Hit(Work(label=" ".join(parts)), fact.value, locator=fact.locator)
            return


# --- books ------------------------------------------------------------------------------------------------------------


def in_bibliography(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Ada Quist: Die Mole. Fernhill, Nordvik 2019. 288 Seiten``, on one line or a few."""
    subject = subject_of(document, known)
    if subject.several or subject.kind not in ("book", None):
        return
    blocks = list(document.article())
    for index, block in enumerate(blocks):
        if not block.has_digit or len(block.text) > MAX_BOOK_LINE or not marks_book(block.text, document.words):
            continue
        first = index
        while first and index - first < MAX_BOOK_LINES and len(blocks[first - 1].text) <= MAX_BOOK_LINE:
            first -= 1
        start = blocks[first].start
        alone = parse_bibliography(block.text, document.words)
        whole = parse_bibliography(document.text[start : block.end], document.words)
        if alone is not None and alone.label is not None and (whole is None or not _same_label(alone, whole)):
            yield from _book_parts(alone, block.start)
            return
        if whole is not None and whole.label is not None:
            yield from _book_parts(whole, start)
            return


def _same_label(one: Bibliography, other: Bibliography) -> bool:
    return one.label is not None and other.label is not None and one.label.value == other.label.value


def _book_parts(book: Bibliography, offset: int) -> Iterator[Hit[Work]]:
    if book.label is not None:
        yield _moved(book.label, offset, Work(label=book.label.value))
    if book.isbn is not None:
        yield _moved(book.isbn, offset, Work(catalogue=book.isbn.value))
    if book.title is not None:
        yield _moved(book.title, offset, Work(title=book.title.value))
    if book.author is not None:
        yield _moved(book.author, offset, Work(creators=(book.author.value,)))
    if book.year is not None:
        yield _moved(book.year, offset, Work(released=PartialDate(year=book.year.value)))


def _moved(hit: Hit[Any], offset: int, work: Work) -> Hit[Work]:
    moved = hit.shifted(offset)
    return Hit(work, moved.quote, moved.span)
