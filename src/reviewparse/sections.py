"""Pages of several reviews, taken apart at the headings of their works."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise, takewhile

from reviewparse.document import Block, Document, Element

HEADINGS = ("h2", "h3", "h4", "h5", "h1", "strong", "b")
"""What may head the reviews of a round-up, likeliest first; the last two are lines that are bold as a whole."""

PROSE = 120
"""Characters of a paragraph that makes a section a text of its own."""

PAGE_WIDE = frozenset(("author", "published", "updated", "lang", "site_name", "url", "publisher", "url_date"))
"""Facts that hold for every review on the page."""

MAX_SECTIONS = 60


def sections_of(document: Document) -> tuple[Document, ...]:
    """The parts of a page that each have a heading of the same rank and prose below it; ``()`` for fewer than two."""
    ranks = [(_rank(block), block.index) for block in document.article()]
    counts = Counter(rank for rank, _ in ranks)
    for rank in HEADINGS:
        if 2 <= counts[rank] <= MAX_SECTIONS:
            starts = [index for found, index in ranks if found == rank]
            bounds = [*starts, _end(document)]
            parts = [(first, last) for first, last in pairwise(bounds) if _has_prose(document.blocks[first:last])]
            if len(parts) > 1:
                return tuple(part_of(document, first, last) for first, last in parts)
    return ()


def _rank(block: Block) -> str | None:
    if block.tag in HEADINGS:
        return block.tag
    if block.marks and block.marks[0].tag in HEADINGS and block.marks[0].text == block.text:
        return block.marks[0].tag
    return None


def _end(document: Document) -> int:
    return 1 + max(block.index for block in document.article())


def _has_prose(blocks: tuple[Block, ...]) -> bool:
    return any(len(block.text) >= PROSE for block in blocks)


def part_of(document: Document, first: int, last: int) -> Document:
    """Some blocks of a page as a document of their own: offsets begin anew, facts are the page-wide ones."""
    start = document.blocks[first].start
    moved: dict[Element, Element] = {}
    blocks = tuple(
        replace(
            block,
            index=block.index - first,
            start=block.start - start,
            element=_moved(block.element, first, last, moved),
            marks=tuple(_moved(mark, first, last, moved) for mark in block.marks),
        )
        for block in document.blocks[first:last]
    )
    inside = (element for element in document.elements if first <= element.first < last)
    return replace(
        document,
        text=document.text[start : document.blocks[last - 1].end],
        blocks=blocks,
        elements=tuple(_moved(element, first, last, moved) for element in inside),
        facts=tuple(fact for fact in document.facts if fact.path in PAGE_WIDE),
        views={},
    )


def _moved(element: Element, first: int, last: int, moved: dict[Element, Element]) -> Element:
    """A copy of an element and its parents with indices of the part."""
    new = list(takewhile(lambda one: one not in moved, element.ancestors()))
    for one in reversed(new):  # the outermost first: pages nest deeper than Python may recurse
        parent = None if one.parent is None else moved[one.parent]
        copy = Element(one.tag, one.attrs, parent, max(0, one.first - first), one.hints)
        copy.last = min(max(0, one.last - first), last - first)
        copy.text = one.text
        moved[one] = copy
    return moved[element]
