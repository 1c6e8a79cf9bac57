"""Where dates stand on a page: around the headline, behind the text, in elements made for them, in its address."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from reviewparse.document import Block, Document, Element, Hint, Region
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.model import DatedAs
from reviewparse.parsers.date import scan_furniture_dates

PARAGRAPH = 220
"""Characters from which a line is a paragraph of the article rather than furniture."""

ABOVE = 8
"""Blocks above the headline in which its date may stand: the day heading of a blog, a strip of category and date."""

BELOW = 24
"""Blocks below it, as long as no second paragraph begins; the first may be a standfirst."""

BEHIND = 12
"""Blocks at the end of the text, the last paragraph among them."""

UPDATED_TOKENS = frozenset(("updated", "modified", "lastmod", "dtmodified"))
PUBLISHED_TOKENS = frozenset(("published", "publish", "pubdate", "posted", "created", "dtreviewed", "issued"))
_TOKEN = re.compile(r"[A-Z]?[a-z]{2,20}")
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Zone:
    """Neighbouring blocks, read as one text so that a label and its value may stand in two of them."""

    first: int
    """Index of the first block."""
    last: int
    """Index one past the last one."""
    headline: int = -1
    """Index of the block that holds the headline, where the zone lies around it."""

    def distance(self, index: int) -> int:
        """Blocks between one and the headline; those above count double, most of them belong to something else."""
        return index - self.headline if index >= self.headline else 2 * (self.headline - index)


def headline_of(doc: Document, known: Known) -> int:
    """Index of the block that holds the headline; that of the first heading where none is known; else 0."""
    for candidate in known.get("title", ()):
        span = candidate.evidence.span
        if span is not None:
            return block_at(doc, span[0]).index
    headings = (block.index for block in doc.article() if block.tag in ("h1", "h2"))
    return next(headings, 0)


def block_at(doc: Document, offset: int) -> Block:
    """The block an offset of the text falls into."""
    return doc.blocks[max(0, bisect_right(doc.blocks, offset, key=_start) - 1)]


def head_of(doc: Document, known: Known) -> Zone:
    """The blocks around the headline, to the end of the first paragraph."""
    if not doc.blocks:
        return Zone(0, 0)
    headline = headline_of(doc, known)
    first, last = max(0, headline - ABOVE), min(len(doc.blocks), headline + BELOW)
    paragraphs = 0
    for block in doc.blocks[headline + 1 : last]:
        if block.region is Region.ARTICLE and len(block.text) > PARAGRAPH:
            paragraphs += 1
            if paragraphs == 2:
                last = block.index
                break
    return Zone(first, last, headline)


def tail_of(doc: Document, head: Zone) -> Zone:
    """The end of the article: its last paragraph and the short lines behind it."""
    last = next((block.index for block in reversed(doc.blocks) if _ends_text(block)), None)
    if last is None:
        end = next((block.index + 1 for block in reversed(doc.blocks) if block.region is Region.ARTICLE), 0)
        return Zone(max(head.last, end - BEHIND), max(head.last, end))
    return Zone(max(head.last, last), max(head.last, min(len(doc.blocks), last + BEHIND)))


def _ends_text(block: Block) -> bool:
    return block.region is Region.ARTICLE and len(block.text) > PARAGRAPH


def dates_in(doc: Document, zone: Zone) -> list[tuple[Block, Hit[DatedAs]]]:
    """The dates of a zone that stand in the article, each with its block, those nearest to the headline first."""
    found = list(_dates_in(doc, zone))
    if zone.headline > zone.first:
        found.sort(key=lambda pair: zone.distance(pair[0].index))
    return found


def _dates_in(doc: Document, zone: Zone) -> Iterator[tuple[Block, Hit[DatedAs]]]:
    if zone.first >= zone.last:
        return
    start, end = doc.blocks[zone.first].start, doc.blocks[zone.last - 1].end
    for hit in scan_furniture_dates(doc.text[start:end], doc.words, doc.now):
        moved = hit.shifted(start)
        block = block_at(doc, moved.span[0] if moved.span else 0)
        if block.region is Region.ARTICLE:
            yield block, moved


def date_elements(doc: Document, zone: Zone) -> list[Element]:
    """Elements of a zone made for dates: ``time``, and those whose class or property says so; nearest first."""
    return sorted(_date_elements(doc, zone), key=lambda element: zone.distance(element.first))


def _date_elements(doc: Document, zone: Zone) -> Iterator[Element]:
    for element in doc.elements:
        if (element.tag == "time" or element.hints & Hint.DATE) and zone.first <= element.first < zone.last:
            holds_one = element.last - element.first <= 2
            if holds_one and doc.blocks[element.first].region is Region.ARTICLE:
                yield element


def element_kind(element: Element) -> str:
    """What the class or property of an element says of its date: ``published``, ``updated`` or ``""``."""
    attrs = element.attrs
    named = " ".join(attrs.get(name, "") for name in ("class", "id", "itemprop", "property"))
    tokens = {token.lower() for token in _TOKEN.findall(named)}
    if "pubdate" in attrs or tokens & PUBLISHED_TOKENS:
        return "published"
    return "updated" if tokens & UPDATED_TOKENS else ""
