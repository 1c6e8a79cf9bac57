"""Label and year printed without a word that says so: on a line below the headline, in brackets behind the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_label import below_headline
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.model import Work
from reviewparse.parsers.company import is_company, names_company
from reviewparse.parsers.date import parse_released
from reviewparse.parsers.label import scan_brackets
from reviewparse.parsers.label_line import LabelLine, parse_label_line

MAX_BELOW = 3
"""Lines below the headline among which one may give label and year."""

MAX_COMPANY = 4
"""Words of a company's name that fills a line."""

MAX_TIMED = 120
"""Characters of a line in brackets."""

_BRACKETS = {"(": ")", "[": "]"}
_BEHIND = re.compile(r"[\"”“’'»*_]{0,2},?\s?[(\[](?P<inside>[^()\[\]]{3,80})[)\]]")

_HEAD = re.compile(r"[(\[][^()\[\]]{5,60}[)\]](?=\s\w)")
"""Brackets that a paragraph begins with: ``(Grey Heron, 8 March 2012) They had missed it``."""


def label_below_headline(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """A line of its own right below the headline: ``(Grey Heron, 2012)``, ``Norda Records, 1996``, ``(52:51 / Norda)``.

    Without brackets the name must be that of a company: ``Leeds, 1996`` tells a place.
    """
    subject = subject_of(document, known)
    if subject.several or not _prints_labels(subject):
        return
    for number, block in enumerate(below_headline(document, subject)):
        if subject.kind in MUSIC_KINDS and _is_company_alone(block.text, document) and not _holds_act(block, subject):
            yield Hit(Work(label=block.text), block.text, (block.start, block.end))
            return
        if number >= MAX_BELOW:
            continue
        if subject.kind in MUSIC_KINDS and (opened := _HEAD.match(block.text)) is not None:
            line = parse_label_line(opened[0], document.words)
            if line is not None and line.released is not None:
                yield from _dated(line, opened[0], block.start, document)
                return
        line = _line_of(block, document) if len(block.text) <= MAX_TIMED else None
        if line is None:
            continue
        bracketed = _BRACKETS.get(block.text[0]) == block.text[-1]
        company = names_company(line.label.value, document.words)
        if (bracketed and subject.kind in MUSIC_KINDS) or (company and (bracketed or line.released is not None)):
            yield from parts_of_line(line, block.start)
            return


def _dated(line: LabelLine, text: str, offset: int, document: Document) -> Iterator[Hit[Work]]:
    """Label and year, and the day where the brackets tell it."""
    yield from parts_of_line(line, offset)
    end = line.label.span[1] if line.label.span else 0
    rest = text[end:].strip(" ,;/)]")
    released = parse_released(rest, document.words)
    if released is not None and released.month is not None:
        at = offset + text.index(rest, end)
        yield Hit(Work(released=released), rest, (at, at + len(rest)))


def _is_company_alone(text: str, document: Document) -> bool:
    """``NORDA RECORDS`` on a line of its own: a name that ends with the word for a company."""
    parts = text.split() if ":" not in text else []
    last = 1 < len(parts) <= MAX_COMPANY and parts[-1][-1].isalpha() and names_company(parts[-1], document.words)
    return last and is_company(text, document.words) and not any(part.islower() for part in parts)


def _holds_act(block: Block, subject: Subject) -> bool:
    """Whether a line names the act, as offers do: ``Buy Sparrows Music``."""
    folded = f" {fold_title(block.text)} "
    headlines = [reading.headline for reading in subject.readings]
    names = {name for one in headlines for name in (*one.creators, one.title) if name}
    return any(f" {fold_title(name)} " in folded for name in names)


def _line_of(block: Block, document: Document) -> LabelLine | None:
    line = parse_label_line(block.text, document.words)
    if line is None and block.text[0] == "(":
        timed = next(scan_brackets(block.text, document.words), None)
        return LabelLine(timed, None, bare=False) if timed else None
    return line


def _prints_labels(subject: Subject) -> bool:
    """Films and shows print directors, places and dates where records print labels."""
    return subject.kind is None or subject.kind in MUSIC_KINDS or subject.kind == "book"


def label_behind_title(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Brackets right behind the title of a record or book in the first paragraphs: ``Cold Tap (Grey Heron)``."""
    subject = subject_of(document, known)
    title = next((reading.headline.title for reading in subject.readings if reading.headline.title), None)
    if title is None or subject.several or not _prints_labels(subject):
        return
    for block in below_headline(document, subject):
        at = block.text.find(title)
        match = _BEHIND.match(block.text, at + len(title)) if at >= 0 else None
        line = parse_label_line(match["inside"], document.words) if match else None
        if match is not None and line is not None and not (line.bare and subject.kind not in MUSIC_KINDS):
            yield from parts_of_line(line, block.start + match.start("inside"))
            return


def parts_of_line(line: LabelLine, offset: int) -> Iterator[Hit[Work]]:
    """Label and year of a line that begins at an offset, each with its own evidence."""
    label = line.label.shifted(offset)
    yield Hit(Work(label=label.value), label.quote, label.span)
    if line.released is not None:
        released = line.released.shifted(offset)
        yield Hit(Work(released=released.value), released.quote, released.span)
