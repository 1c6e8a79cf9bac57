"""Marks in the printed text: beside a label, alone on a line, at either end of the article, given in prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_items import MAX_LINE, marks_of_sections
from reviewparse.finders.rating_lines import MAX_CELL, PROSE, Line, names, page_of, title_block
from reviewparse.finders.rating_markup import is_vote
from reviewparse.finders.rating_others import beside_votes, is_linked
from reviewparse.model import Rating
from reviewparse.parsers.headline import score_of
from reviewparse.parsers.rating import read_ratings
from reviewparse.parsers.rating_pieces import read_label_of, read_stated

NEAR_TITLE = 12
"""Blocks around the headline in which a mark may stand alone."""

CELLS = frozenset(("td", "th", "dt", "dd", "li"))

COMMON = frozenset({5.0, 10.0, 20.0, 100.0})
"""Maxima that need no label and no line of their own."""

MAX_ALONE = 4
"""Marks alone on a line beyond which they belong to a list of other works."""


# --- beside a label


def labelled_with_name(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``Harbour Weekly rating: 4/5``: a label with a name in it, the only one on the page, in a line of its own."""
    found = [
        (line, reading)
        for line in page_of(doc).lines
        if len(line.block.text) <= PROSE
        for reading in line.readings
        if reading.labelled and reading.rating.label and read_label_of(reading.rating.label, doc.words) is None
    ]
    if len({reading.rating.label for _, reading in found}) == 1:
        yield from (line.hit(reading, label="") for line, reading in found)


def labelled_in_prose(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A label at the end of a longer sentence: ``... earns a final score of 8/10``."""
    for line in page_of(doc).lines:
        if len(line.block.text) > MAX_LINE:
            for reading in line.readings:
                if reading.labelled and reading.rating.label is None:
                    yield line.hit(reading)


def beside_label(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A label and its value in neighbouring blocks: two lines, two cells, a heading and a paragraph."""
    page = page_of(doc)
    for place in page.labels:
        above, below = page.article[place], page.after(place)
        if below is not None and len(below.text) <= MAX_CELL and not beside_votes(below, doc):
            yield from _joined(above, below, doc)


def _joined(above: Block, below: Block, doc: Document) -> Iterator[Hit[Rating]]:
    """The value block read as if it stood behind its label in one line."""
    label = above.text.rstrip(" :=") + ": "
    readings = read_ratings(label + below.text, doc.words)
    if len(readings) != 1:
        return
    (reading,) = readings
    start, end = reading.start - len(label), reading.end - len(label)
    # a word for the whole alone ("Total") introduces other sums, too
    sure = reading.label.label or (reading.label.overall and reading.rating.best is not None)
    if start >= 0 and sure:
        yield Hit(reading.rating, below.text[start:end], (below.start + start, below.start + end))


def in_two_lines(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A number and its maximum in neighbouring blocks: ``8.5`` above ``/10``."""
    page = page_of(doc)
    for place in page.maxima:
        above, below = page.article[place - 1], page.article[place]
        if (
            not place
            or len(above.text) > MAX_CELL
            or is_vote(above.element)
            or is_linked(above)
            or beside_votes(above, doc)
        ):
            continue
        readings = read_ratings(f"{above.text} {below.text}", doc.words)
        if len(readings) == 1 and readings[0].start < len(above.text) < readings[0].end:
            span = (above.start + readings[0].start, above.start + readings[0].end)
            quote = doc.text[span[0] : span[1]]
            yield Hit(replace(readings[0].rating, raw=quote), quote, span)


def named_work(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``Cold Tap: 4/5``: the label is the work itself, or its author's name."""
    works = {*names(known, "work"), *names(known, "title")}
    for line in page_of(doc).lines:
        for reading in line.readings:
            label = reading.rating.label
            if label and any(label.casefold() in work for work in works):
                yield line.hit(reading, label="")


# --- without a label


def own_line(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark alone on a line, or with a word of praise, near the headline or behind the last paragraph."""
    page = page_of(doc)
    title = title_block(doc, known)
    alone = [
        (line, line.readings[0])
        for line in page.lines
        if _is_plain(line)
        and not marks_of_sections(doc)
        and (line.is_all(line.readings[0]) or line.is_short())
        and not _is_cell_number(line)
    ]
    if len(alone) > MAX_ALONE:
        return
    for line, reading in alone:
        index = line.block.index
        if abs(index - title) <= NEAR_TITLE or index >= page.last - 1:
            yield line.hit(reading)


def closing(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark at the end of the last paragraph, or in a short line behind it."""
    page = page_of(doc)
    for line in page.lines:
        if (
            line.block.index < page.last
            or not _is_plain(line)
            or line.is_all(line.readings[-1])
            or marks_of_sections(doc)
        ):
            continue
        reading = line.readings[-1]
        best, unit = reading.rating.best, reading.rating.unit
        is_common = best is None or best in COMMON or unit is not None
        if line.block.index <= page.last + 2 and (is_common or line.in_brackets(reading)):
            yield line.hit(reading)


def closing_verdict(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """Words of a verdict scale as the last sentence of the article: ``... and worth it. Highly Recommended.``."""
    page = page_of(doc)
    if not page.article or page.lines:
        return
    block = page.article[-1]
    cut = max(block.text.rfind(end, -MAX_CELL, -1) for end in (". ", "! ", "? "))
    if cut < 0:
        return
    last = block.text[cut + 2 :]
    readings = read_ratings(last, doc.words)
    if len(readings) == 1 and readings[0].rating.grade and last.istitle():
        reading, start = readings[0], block.start + cut + 2
        yield Hit(reading.rating, last[reading.start : reading.end], (start + reading.start, start + reading.end))


def opening(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark as the first word of the article."""
    page = page_of(doc)
    for line in page.lines:
        reading = line.readings[0]
        if line.block.index == page.first and _is_plain(line) and reading.start <= 2:
            yield line.hit(reading)


def headline(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark in the headline: ``Saltfield (2021) **½``."""
    for candidate in known.get("title", ()):
        title, evidence = candidate.value, candidate.evidence
        score = score_of(title, doc.words)
        rating = read_stated(score, doc.words) if score else None
        if rating is None or score is None:
            continue
        at = doc.text.find(score, *evidence.span) if evidence.span else -1
        if at >= 0:
            yield Hit(rating, score, (at, at + len(score)))
        else:
            yield Hit(rating, score, locator=evidence.locator or evidence.finder)


def prose(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark given in so many words in the midst of the text: ``I give it 4/5``."""
    for line in page_of(doc).lines:
        for reading in line.readings:
            if reading.given:
                yield line.hit(reading)


def _is_cell_number(line: Line) -> bool:
    """Whether it is a bare number in a table or list, which says what its row is about."""
    rating = line.readings[0].rating
    return rating.best is None and rating.unit is None and line.block.tag in CELLS


def _is_plain(line: Line) -> bool:
    return not any(reading.labelled or reading.rating.label for reading in line.readings)
