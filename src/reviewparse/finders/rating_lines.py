"""The printed lines of a page in which marks stand, read once for all finders of ratings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewparse.document import Block, Document, Element, Hint, Region
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.model import Rating
from reviewparse.parsers.rating import Reading, counts_votes, may_hold_mark, read_maximum, read_ratings

PROSE = 160
"""Characters from which a line is a paragraph of the article."""

LONGEST = 6000
"""Characters of a paragraph that are read; marks stand at its ends."""

MAX_SMALL = 12
"""Blocks of an element whose class still speaks of what it holds, not of the page."""

MAX_VOTES_LINE = 60
"""Characters of a line that counts votes."""

MAX_PRAISE = 40
"""Characters of a line that is a mark and a word of praise."""

MAX_LEGEND = 100
"""Characters of a line that states the scale of the page."""

EMPHASIS = frozenset(("a", "b", "strong", "em", "i"))

_ITEM = re.compile(r"[\s#(]{0,3}[0-9]{1,2}\s?[.):–-]\s?(?=[^\W\d_\"'“]|[\"'“])")
"""The beginning of a numbered item: its mark is the track's or the rank's."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block and the marks in it."""

    block: Block
    readings: tuple[Reading, ...]

    def hit(self, reading: Reading, *, label: str | None = None) -> Hit[Rating]:
        """A reading as a hit in the document, its aspect replaced when one is given."""
        rating = reading.rating if label is None else replace(reading.rating, label=label or None)
        start = self.block.start
        return Hit(rating, self.block.text[reading.start : reading.end], (start + reading.start, start + reading.end))

    def is_short(self) -> bool:
        """Whether the line holds little beside its mark: a word of praise."""
        return len(self.block.text) <= MAX_PRAISE and self.block.text.count(" ") <= 4

    def is_all(self, reading: Reading) -> bool:
        """Whether the line holds nothing but this mark."""
        text = self.block.text
        return not text[: reading.start].strip(" (*[_\"'~-–—") and not text[reading.end :].strip(" )*]_.!\"'~-–—")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines with marks, and where the article's prose begins and ends."""

    lines: tuple[Line, ...]
    first: int
    """Index of the first paragraph's block; of the last block on a page without prose."""
    last: int
    """Index of the last paragraph's block; 0 on a page without prose."""


@lru_cache(maxsize=2)
def page_of(doc: Document) -> Page:
    """The lines of a document in which marks may stand, read."""
    article = list(doc.article())
    prose = [block.index for block in article if len(block.text) > PROSE]
    first, last = (prose[0], prose[-1]) if prose else (len(doc.blocks), 0)
    lines = []
    for block in article:
        text = block.text
        if may_hold_mark(text, doc.words) and not _ITEM.match(text) and not for_votes(block):
            readings = [
                reading
                for reading in read_ratings(text[:LONGEST], doc.words)
                if reading.labelled or not_the_readers(reading.rating, doc)
            ]
            if readings and not (len(text) <= PROSE and (is_linked(block) or beside_votes(block, doc))):
                lines.append(Line(block, tuple(on_scale(reading, doc) for reading in readings)))
    return Page(tuple(lines), first, last)


@lru_cache(maxsize=2)
def stated_maximum(doc: Document) -> float | None:
    """The maximum a heading or a legend of the article states for marks printed bare."""
    for block in doc.article():
        if len(block.text) <= MAX_LEGEND and block.has_digit:
            best = read_maximum(block.text, doc.words)
            if best is not None:
                return best
    return None


def on_scale(reading: Reading, doc: Document) -> Reading:
    """The reading with the maximum the page states, when it prints none of its own."""
    rating = reading.rating
    if rating.best is not None or rating.value is None or rating.upper is not None or rating.value < 0:
        return reading
    best = stated_maximum(doc)
    if best is None or rating.value > best:
        return reading
    return replace(reading, rating=replace(rating, best=best, assumed_best=None))


def for_votes(block: Block) -> bool:
    """Whether a line stands in a widget for readers to vote, or in their average."""
    return is_vote(block.element) or any(mark.hints & Hint.VOTE for mark in block.marks)


def is_vote(element: Element) -> bool:
    """Whether an element belongs to a widget for readers to vote, or to their average."""
    for one in element.ancestors():
        if one.last - one.first > MAX_SMALL:
            return False
        if one.hints & Hint.VOTE:
            return True
    return False


def is_linked(block: Block) -> bool:
    """Whether a whole line is a link: its mark is that of the page it leads to."""
    if block.element.closest("a") is not None:
        return True
    return any(mark.tag == "a" and mark.text == block.text for mark in block.marks)


def beside_votes(block: Block, doc: Document) -> bool:
    """Whether a neighbouring line counts votes or asks for one: the mark is the readers' mean."""
    around = doc.blocks[max(0, block.index - 2) : block.index + 3]
    return any(
        len(other.text) <= MAX_VOTES_LINE and counts_votes(other.text, doc.words)
        for other in around
        if other.region is Region.ARTICLE
    )


def in_article(element: Element, doc: Document) -> bool:
    """Whether an element stands in the article; an empty one, before a line of it."""
    blocks = doc.blocks
    return bool(blocks) and blocks[min(element.first, len(blocks) - 1)].region is Region.ARTICLE


def not_the_readers(rating: Rating, doc: Document) -> bool:
    """Whether the page's metadata does not call the same number the mean of its readers' marks."""
    facts = (*doc.facts_of("aggregate_rating"), *doc.facts_of("reader_rating"))
    return all(_float(fact.value) != rating.value for fact in facts)


def _float(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def work_named_in(block: Block, doc: Document) -> str | None:
    """The work a paragraph of a round-up speaks of: the link or emphasis it begins with, before a colon."""
    for mark in block.marks[:2]:
        text = mark.text
        if text and mark.tag in EMPHASIS and block.text.startswith(text):
            following = block.text[len(text) : len(text) + 2].strip()
            return text.rstrip(" :") if following[:1] in ":–—-" or text.endswith(":") else None
    return None


def title_block(doc: Document, known: Known) -> int:
    """Index of the block that holds the headline; 0 where none was found."""
    for candidate in known.get("title", ()):
        if candidate.evidence.span is not None:
            start = candidate.evidence.span[0]
            return next((block.index for block in doc.blocks if block.end >= start), 0)
    return next((block.index for block in doc.article() if block.tag == "h1"), 0)


def names(known: Known, field: str) -> Iterator[str]:
    """The folded names or titles that were chosen for a field before."""
    for candidate in known.get(field, ()):
        value = candidate.value
        values = value if isinstance(value, tuple) else (getattr(value, "title", value),)
        yield from (name.casefold() for name in values if isinstance(name, str))

