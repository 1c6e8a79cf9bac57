"""The lines of a page as credits are printed on it: table rows and definition lists joined to one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reviewparse.document import Block, Document
from reviewparse.parsers.credits import looks_listed
from reviewparse.parsers.credits_labelled import may_label
from reviewparse.parsers.roles import RoleBook, role_book

MAX_LINE = 240
"""Characters; a longer block is prose, unless it opens with a word of credits."""

MAX_PASSAGE = 1000
"""Characters of the longest block that is still read as a line, a list of many names."""

_SENTENCE = re.compile(r"(?<=[.!?])\s(?P<label>[^\W\d_][^\W\d_ -]{3,24}):\s")
"""A label that opens a sentence of a paragraph: ``... in May. Personnel: Ida Moss (vocals), ...``."""

_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s[^\W\d_][^.!?]{20,400}[^\W\d_]{3}[.!?]\s[^\W\d_]")
"""Two ends of sentences: prose, whatever else its signs look like."""

MAX_CELLS = 12
"""Cells of the longest row that is read as one line."""

MIN_DESCRIBED = 10
"""Characters of the shortest text that names a role and somebody."""

MAX_DESCRIBED = 40
"""Values of metadata that are read for credits."""

_UNKNOWN_KEYS = "front-matter."

_SLASH = re.compile(r"(?<!\s)\s{1,20}/\s{1,20}|\n+")

_CELLS = frozenset(("td", "th", "dt", "dd"))

_ROWS = ("tr", "dl")


class Line(NamedTuple):
    """A printed line, or the cells of a row with tabs for the newlines between them."""

    text: str
    """``""`` for a paragraph of prose and for the headline."""
    start: int
    """Offset into the document; the text is as long as what it stands for there."""


def printed_lines(doc: Document) -> list[Line]:
    """The lines of the article in order, prose blanked out."""
    book = role_book(doc.words)
    lines: list[Line] = []
    row: list[Block] = []
    for block in doc.article():
        if block.tag in _CELLS:
            if row and not _same_row(row, block):
                lines.append(_joined(row))
                row = []
            row.append(block)
            continue
        if row:
            lines.append(_joined(row))
            row = []
        lines.append(_line_of(block, book))
    if row:
        lines.append(_joined(row))
    return lines


def _line_of(block: Block, book: RoleBook) -> Line:
    """A block as a line: the whole, from the heading of a list inside it on, or nothing of it."""
    text = block.text
    if len(text) <= MAX_LINE:
        return Line("" if block.tag == "h1" else text, block.start)
    for sentence in _SENTENCE.finditer(text):
        if sentence["label"].casefold() in book.headings and len(text) - sentence.start("label") <= MAX_PASSAGE:
            return Line(text[sentence.start("label") :], block.start + sentence.start("label"))
    if len(text) <= MAX_PASSAGE and (may_label(text, book) or (looks_listed(text) and not _SENTENCES.search(text))):
        return Line(text, block.start)
    return Line("", block.start)


def _same_row(row: list[Block], block: Block) -> bool:
    """Whether a cell goes on with a row; a term of a definition list begins one, and lines of one cell are no row."""
    last = row[-1]
    if block.tag == "dt" or len(row) == MAX_CELLS or block.index != last.index + 1 or block.element is last.element:
        return False
    return block.element.closest(*_ROWS) is row[0].element.closest(*_ROWS)


def _joined(cells: list[Block]) -> Line:
    text = cells[0].text
    for before, cell in pairwise(cells):
        text += ("," if cell.tag == "dd" and before.tag == "dd" else "\t") + cell.text
    return Line(text if len(text) <= MAX_PASSAGE else "", cells[0].start)


def described_lines(doc: Document) -> Iterator[tuple[str, str]]:
    """Texts about the work outside the article, each with its place: summaries, and front matter of unknown keys."""
    facts = [*doc.facts_of("description")[:2], *(fact for fact in doc.facts if fact.path.startswith(_UNKNOWN_KEYS))]
    for fact in facts[:MAX_DESCRIBED]:
        if len(fact.value) > MIN_DESCRIBED and " " in fact.value:
            for line in _SLASH.split(fact.value):
                yield line, fact.locator


def prose_blocks(doc: Document) -> Iterator[Block]:
    """The paragraphs of the article that are longer than a line."""
    return (block for block in doc.article() if len(block.text) > MAX_LINE)
