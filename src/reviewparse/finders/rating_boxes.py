"""Marks printed bare in a box whose markup says that it holds the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewparse.document import Document, Element, Hint
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_lines import page_of
from reviewparse.finders.rating_markup import CLICKED, is_vote, markup_of
from reviewparse.finders.rating_others import beside_votes, is_linked, not_the_readers
from reviewparse.model import Rating
from reviewparse.parsers.rating import read_bare
from reviewparse.parsers.rating_pieces import read_leading

MAX_BOX = 4
"""Blocks of a box that holds one mark."""

MAX_TEXT = 24
"""Characters of a line with a bare mark."""

MAX_VALUES = 2
"""Different marks in boxes beyond which they are those of a list."""

CHOSEN = re.compile(r"(?<![a-z])(?:active|current|selected|checked|chosen|on)(?![a-z])", re.IGNORECASE)
"""A class of the step of a printed scale that was chosen."""


def in_box(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``<div class="score">8.5</div>``: a number alone, or the first thing in the box."""
    page = page_of(doc)
    hits = []
    for place in page.numbers:
        block = page.article[place]
        if len(block.text) > MAX_TEXT or not _in_rating(block.element, block.marks):
            continue
        if is_linked(block) or any(mark.tag in CLICKED for mark in block.marks) or beside_votes(block, doc):
            continue
        rating = read_leading(block.text, doc.words)
        if rating is not None and not_the_readers(rating, doc):
            start = block.start + max(0, block.text.find(rating.raw))  # words may stand before the mark
            hits.append(Hit(rating, rating.raw, (start, start + len(rating.raw))))
    if len({(hit.value.value, hit.value.grade) for hit in hits}) <= MAX_VALUES:
        yield from hits[:1]


def selected(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """The chosen step of a printed scale: ``<li>fair</li><li class="active">good</li>``."""
    steps: dict[Element, list[Element]] = {}
    for element in markup_of(doc).steps:
        if element.parent is not None:
            steps.setdefault(element.parent, []).append(element)
    for row in steps.values():
        chosen = [step for step in row if CHOSEN.search(step.attrs.get("class", ""))]
        if len(chosen) != 1:
            continue
        text = _text(chosen[0], doc)
        readings = read_bare(text, doc.words) if 0 < len(text) <= MAX_TEXT else []
        if readings and sum(bool(_text(step, doc)) for step in row) > 1:
            yield Hit(replace(readings[0].rating, raw=text), text, locator=f"{chosen[0].tag}: class")


def _text(element: Element, doc: Document) -> str:
    return element.text or " ".join(block.text for block in doc.blocks_of(element))


def _in_rating(element: Element, marks: tuple[Element, ...]) -> bool:
    if is_vote(element):
        return False
    for depth, one in enumerate(element.ancestors()):
        if depth > 3 or one.last - one.first > MAX_BOX:
            break
        if one.hints & Hint.RATING and not one.hints & Hint.TITLE:
            return True
    return any(mark.hints & Hint.RATING and not mark.hints & Hint.VOTE for mark in marks)
