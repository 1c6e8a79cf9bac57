"""Where dates stand on a page: around the headline, behind the text, and which of them may be believed."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from reviewparse.document import Block, Document, Region, once
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Known
from reviewparse.finders.date_order import settled
from reviewparse.model import DatedAs, PartialDate
from reviewparse.parsers.date import scan_furniture_dates

PUBLISHED, UPDATED, UNKNOWN = "published", "updated", "unknown"

PARAGRAPH = 220
"""Characters from which a line is a paragraph of the article rather than furniture."""

ABOVE = 8
"""Blocks above the headline in which its date may stand: the day heading of a blog, a strip of category and date."""

BELOW = 24
"""Blocks below it, as long as no second paragraph begins; the first may be a standfirst."""

BEHIND = 12
"""Blocks at the end of the text, the last paragraph among them."""

GLUED = 80
"""Characters at the end of a paragraph that may be a signature."""

A_DAY = dt.timedelta(days=1)
"""How far behind the reference date a time zone may put a date."""

SHORT_LINE = 48
"""Characters of a line that may be a date and nothing else."""

UNSET = (PartialDate(year=1970, month=1, day=1), PartialDate(year=1969, month=12, day=31))
"""What a clock that was never set says."""

FIRST_YEAR = 1990
"""The web is no older: an earlier date of publication counts only where the page prints or states it as one."""

_start = attrgetter("start")


class Zone(NamedTuple):
    """Neighbouring blocks, read as one text so that a label and its value may stand in two of them.

    A plain tuple: what several finders ask about a zone is kept under its hash.
    """

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
    return _around(doc, headline_of(doc, known)) if doc.blocks else Zone(0, 0)


@once
def _around(doc: Document, headline: int) -> Zone:
    first, last = max(0, headline - ABOVE), min(len(doc.blocks), headline + BELOW)
    paragraphs = 0
    for block in doc.blocks[headline + 1 : last]:
        if block.region is Region.ARTICLE and len(block.text) > PARAGRAPH:
            paragraphs += 1
            if paragraphs == 2:
                last = block.index
                break
    return Zone(first, last, headline)


@once
def tail_of(doc: Document, head: Zone) -> Zone:
    """The end of the article: its last paragraph and the short lines behind it."""
    last = next((block.index for block in reversed(doc.blocks) if _is_paragraph(block)), None)
    if last is None:
        end = next((block.index + 1 for block in reversed(doc.blocks) if block.region is Region.ARTICLE), 0)
        return Zone(max(head.last, end - BEHIND), max(head.last, end))
    return Zone(max(head.last, last), max(head.last, min(len(doc.blocks), last + BEHIND)))


def _is_paragraph(block: Block) -> bool:
    return len(block.text) > PARAGRAPH and block.region is Region.ARTICLE


@once
def dates_in(doc: Document, zone: Zone) -> tuple[tuple[Block, Hit[DatedAs]], ...]:
    """The dates of a zone that stand in short lines of the article, or at the end of the paragraph before these.

    Each comes with its block, those nearest to the headline first. Several finders ask for the same zone of the same
    page one after the other, so the last few answers are kept.
    """
    found = [pair for run in _runs(doc, zone) for pair in _dates_in(doc, *run)]
    if zone.headline > zone.first:
        found.sort(key=lambda pair: zone.distance(pair[0].index))
    return tuple(found)


def _runs(doc: Document, zone: Zone) -> Iterator[Span]:
    """Offsets of neighbouring short lines; of a paragraph only its end, where a signature may have been glued on."""
    start = None
    for block in doc.blocks[zone.first : zone.last]:
        if block.region is not Region.ARTICLE or len(block.text) > PARAGRAPH:
            if start is not None:
                yield start, block.start - 1
            start = block.end - GLUED if block.region is Region.ARTICLE and zone.headline < 0 else None
        elif start is None:
            start = block.start
    if start is not None:
        yield start, doc.blocks[zone.last - 1].end


def _dates_in(doc: Document, start: int, end: int) -> Iterator[tuple[Block, Hit[DatedAs]]]:
    for hit in scan_furniture_dates(doc.text[start:end], doc.words, doc.now):
        if not in_future(doc, hit.value.date):
            moved = hit.shifted(start)
            yield block_at(doc, moved.span[0] if moved.span else start), moved


def may_hold_date(block: Block, doc: Document) -> bool:
    """Whether anything of a line can be a date: a digit, a number of another script, words beside a given day."""
    return block.has_digit or doc.now is not None or not block.text.isascii()


def value_of(doc: Document, hit: Hit[DatedAs]) -> Hit[PartialDate]:
    """A date as the value of a field, turned the way the page writes its dates."""
    return Hit(settled(doc, hit.value.date, hit.quote), hit.quote, hit.span, hit.locator)


def in_future(doc: Document, date: PartialDate) -> bool:
    """Whether a date lies more than a day behind the reference date; without one there is no future."""
    if doc.now is None:
        return False
    latest = min(doc.now.date(), dt.date.max - A_DAY) + A_DAY
    return (date.year, date.month or 1, date.day or 1) > (latest.year, latest.month, latest.day)


def plausible(date: PartialDate) -> bool:
    """Whether the web was there."""
    return date.year >= FIRST_YEAR


def is_of_a(known: Known, kind: str) -> bool:
    """Whether the work reviewed is known to be of a kind: ``live``, ``book``."""
    return any(candidate.value.type == kind for candidate in known.get("work", ()))
