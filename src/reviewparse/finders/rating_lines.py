"""The printed lines of a page in which marks stand, read once for all finders of ratings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_cut import cut_short, is_behind
from reviewparse.finders.rating_others import beside_votes, for_votes, is_linked, not_the_readers
from reviewparse.model import Rating
from reviewparse.parsers.rating import read_ratings
from reviewparse.parsers.rating_gate import WORDS, gate_of
from reviewparse.parsers.rating_mark import Reading
from reviewparse.parsers.rating_pieces import is_label, is_maximum, read_maximum

PROSE = 160
"""Characters from which a line is a paragraph of the article."""

LONGEST = 6000
"""Characters of a paragraph that are read; marks stand at its ends."""

MAX_CELL = 48
"""Characters of a block that is a label or a value and nothing else."""

MARK_ENDS = frozenset("0123456789%ABCDF+-–−")
"""Characters that end a bare mark."""

MAX_LABELS = 60
"""Labels and maxima with a block of their own that are kept."""

MAX_LINES = 200
"""Lines with marks that are kept; a page with more is a list of reviews."""

MAX_GRADE = 3
"""Characters of a line that may be a grade."""

MAX_PRAISE = 40
"""Characters of a line that is a mark and a word of praise."""

MAX_LEGEND = 100
"""Characters of a line that states the scale of the page."""

HALF = "☆"
"""An empty star, which Japanese pages print for a half."""

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

    def in_brackets(self, reading: Reading) -> bool:
        """Whether brackets stand around the mark."""
        return self.block.text[max(0, reading.start - 1) : reading.start] in ("(", "[")

    def is_short(self) -> bool:
        """Whether the line holds little beside its mark: a word of praise."""
        return len(self.block.text) <= MAX_PRAISE and self.block.text.count(" ") <= 4

    def is_all(self, reading: Reading) -> bool:
        """Whether the line holds nothing but this mark."""
        text = self.block.text
        return not text[: reading.start].strip(" (*[_\"'~-–—") and not text[reading.end :].strip(" )*]_.!\"'~-–—")


@dataclass(slots=True)
class Page:
    """What one pass over the article finds: lines with marks, labels, scales, and where the prose begins and ends."""

    article: tuple[Block, ...]
    lines: list[Line] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    """Places in ``article`` of blocks that are a label and nothing else."""
    maxima: list[int] = field(default_factory=list)
    """Places of blocks that are the scale of the number before them: ``/10``."""
    numbers: list[int] = field(default_factory=list)
    """Places of short blocks that begin or end with a number, or are as short as a grade."""
    first: int = 0
    """Index of the first paragraph's block; one past the last block on a page without prose."""
    last: int = 0
    """Index of the last paragraph's block; 0 on a page without prose."""

    def after(self, place: int) -> Block | None:
        """The block that follows in the article."""
        return self.article[place + 1] if place + 1 < len(self.article) else None


@once
def page_of(doc: Document) -> Page:
    """The article of a document, looked through for marks."""
    words, look = doc.words, gate_of(doc.words).of_page(doc.text).look
    article = tuple(doc.article())
    page = Page(article, first=len(doc.blocks))
    for place, block in enumerate(article):
        text = block.text
        if len(text) > PROSE:
            page.first, page.last = min(page.first, block.index), block.index
        elif text[-1] in MARK_ENDS or text[0].isdigit() or len(text) <= MAX_GRADE:
            page.numbers.append(place)
        seen = look(text)
        if not seen:
            continue
        if len(text) <= MAX_CELL and len(page.labels) + len(page.maxima) < MAX_LABELS:
            if seen & WORDS and is_label(text, words):
                page.labels.append(place)
            if is_maximum(text, words):
                page.maxima.append(place)
        readings = _readings(block, doc) if len(page.lines) < MAX_LINES else ()
        if readings:
            page.lines.append(Line(block, readings))
    return page


def _readings(block: Block, doc: Document) -> tuple[Reading, ...]:
    """The marks in a line that can be the reviewer's."""
    text = block.text
    if _ITEM.match(text) or is_behind(block, doc):
        return ()
    found = [
        reading
        for reading in read_ratings(text[:LONGEST], doc.words)
        if reading.labelled or not_the_readers(reading.rating, doc)
    ]
    if not found or for_votes(block) or (len(text) <= PROSE and (is_linked(block) or beside_votes(block, doc))):
        return ()
    return tuple(on_scale(_with_half(cut_short(reading, block), doc), doc) for reading in found)


def _with_half(reading: Reading, doc: Document) -> Reading:
    """``★★★☆`` where the page explains the empty star as a half: the sign is a row that has neither five nor ten."""
    rating = reading.rating
    if rating.raw[-1:] != HALF or rating.raw.count(HALF) > 1 or len(rating.raw) in (5, 10) or rating.value is None:
        return reading
    if not _empty_is_half(doc):
        return reading
    return replace(reading, rating=replace(rating, value=rating.value + 0.5, best=None, assumed_best=5.0))


@once
def _empty_is_half(doc: Document) -> bool:
    """Whether a legend of the article says so: ``☆ is a half``."""
    halves = {"½", *doc.words.rating.numbers.get("0.5", ())}
    short = (block.text for block in doc.article() if len(block.text) <= MAX_LEGEND and HALF in block.text)
    return any(not halves.isdisjoint(text.rpartition(HALF)[2].casefold().strip(" .)!").split()) for text in short)


@once
def stated_maximum(doc: Document) -> float | None:
    """The maximum a heading or a legend of the article states for marks printed bare."""
    look = gate_of(doc.words).look
    for block in doc.article():
        if len(block.text) <= MAX_LEGEND and block.has_digit and look(block.text) & WORDS:
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
