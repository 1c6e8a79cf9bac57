"""Pages with several overall marks: one of each critic, or one of each work of a round-up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_lines import PROSE, Line, names, page_of, work_named_in
from reviewparse.model import Rating
from reviewparse.parsers.headline import parse_headline
from reviewparse.parsers.rating_mark import Reading
from reviewparse.parsers.rating_pieces import is_label

MAX_LINE = 300
"""Characters of a line a label may introduce; in longer ones a label is a word of the prose."""

MAX_HEADING = 120
"""Characters of a line that may name the work of an item."""

MAX_BEFORE = 12
"""Blocks before the first mark in which its item may begin."""

CROWD = 3
"""Different marks from which a page is taken for a round-up."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def single(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``Rating: 4/5``, ``Overall 8.5``: the overall verdict behind its label, on a page that has one."""
    marks = [] if marks_of_sections(doc) else _marks(doc)
    if _is_crowd(marks):
        whole = [(line, reading) for line, reading in marks if reading.label.overall]
        marks = whole if len(whole) == 1 else []
    for line, reading in marks:
        yield line.hit(reading)


def of_critics(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark below each author's name, with its maximum: bare numbers below names are of many kinds."""
    authors = list(names(known, "authors"))
    marks = _marks(doc)
    if not 1 < len(authors) == len(marks) or any(_is_bare(reading.rating) for _, reading in marks):
        return
    raters = []
    for line, _ in marks:
        near = doc.blocks[max(0, line.block.index - MAX_BEFORE) : line.block.index + 1]
        raters.append(
            next((_author_in(block, authors) for block in reversed(near) if _author_in(block, authors)), None)
        )
    if None not in raters and len(set(raters)) == len(authors):
        for (line, reading), rater in zip(marks, raters, strict=True):
            yield line.hit(replace(reading, rating=replace(reading.rating, rater=rater)))


def of_works(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """The marks of a round-up, each with its work's name as its label."""
    marks = _marks(doc)
    if not _is_crowd(marks) or any(reading.label.overall for _, reading in marks):
        return
    places = [marks[0][0].block.index - MAX_BEFORE, *(line.block.index for line, _ in marks)]
    # what stands between the first mark and the last tells how items begin; the headline stands before the first
    headed = any(block.tag in HEADINGS for block in doc.blocks[places[1] : places[-1]])
    hits = []
    for (line, reading), before in zip(marks, places, strict=False):
        section = doc.blocks[max(0, before + 1) : line.block.index]
        name = work_named_in(line.block, doc) or _item(section, doc, headed=headed)
        if not name:
            return
        hits.append(line.hit(reading, label=name))
    if len({hit.value.label for hit in hits}) == len(hits):
        yield from hits


def of_sections(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A mark at the end of each section of a round-up, labelled or not, with the section's heading as its label."""
    yield from marks_of_sections(doc)


@once
def marks_of_sections(doc: Document) -> tuple[Hit[Rating], ...]:
    """Those marks; empty on a page of one review."""
    ends = [(line, line.readings[-1]) for line in page_of(doc).lines if _ends_with(line, line.readings[-1])]
    if len(ends) < CROWD or any(reading.label.overall for _, reading in ends):
        return ()
    heads = [block for block in doc.article() if block.tag in HEADINGS]
    rank = Counter(block.tag for block in heads).most_common(1)[0][0] if heads else ""
    starts = [block for block in heads if block.tag == rank]
    hits = []
    for line, reading in ends:
        above = [block for block in starts if block.index < line.block.index]
        if not above or len(above[-1].text) > MAX_HEADING:
            return ()
        hits.append(line.hit(reading, label=_title_of(above[-1].text, doc)))
    # nearly every section has its mark, and none has two
    return tuple(hits) if len({hit.value.label for hit in hits}) == len(hits) >= len(starts) - 1 else ()


def _ends_with(line: Line, reading: Reading) -> bool:
    """Whether the mark of the whole is the last thing of a line."""
    behind = line.block.text[reading.end :].strip(" )*]_.!\"'~-–—")
    return reading.rating.label is None and not behind and line.block.tag not in HEADINGS


def _marks(doc: Document) -> list[tuple[Line, Reading]]:
    return [
        (line, reading)
        for line in page_of(doc).lines
        if len(line.block.text) <= MAX_LINE
        for reading in line.readings
        if reading.labelled and reading.rating.label is None
    ]


def _is_crowd(marks: list[tuple[Line, Reading]]) -> bool:
    values = {(reading.rating.value, reading.rating.grade) for _, reading in marks}
    return len({line.block.index for line, _ in marks}) >= CROWD and len(values) > 1


def _is_bare(rating: Rating) -> bool:
    """Whether it is a number that does not say of how many."""
    return rating.grade is None and rating.best is None and rating.unit is None


def _author_in(block: Block, authors: list[str]) -> str | None:
    text = block.text.casefold()
    return next((author for author in authors if author in text), None) if len(text) <= MAX_HEADING else None


def _item(section: Sequence[Block], doc: Document, *, headed: bool) -> str | None:
    """The name of the work an item is about: its heading, or the short line above its paragraphs."""
    short = [block for block in section if len(block.text) <= MAX_HEADING and not is_label(block.text, doc.words)]
    if headed:
        named = [block for block in short if block.tag in HEADINGS]
    else:
        named = [block for block in short if len(doc.blocks[block.index + 1].text) > PROSE]
    if not named:
        return None
    return _title_of(named[-1].text, doc)


def _title_of(text: str, doc: Document) -> str:
    title = (parse_headline(text, doc.words).title or text).strip(" -–—:")
    return title[1:].partition(")")[0] if title.startswith("(") else title
