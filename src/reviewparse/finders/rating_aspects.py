"""Marks of aspects: lines, list items and table cells that rate one thing each, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_lines import Line, Page, names, on_scale, page_of
from reviewparse.finders.rating_others import beside_votes, for_votes, is_linked
from reviewparse.model import Rating
from reviewparse.parsers.rating_gate import gate_of
from reviewparse.parsers.rating_pieces import is_label, read_entry, read_label_of, read_whole

MAX_CELL = 48
"""Characters of a block that is the name of an aspect, or its mark."""

MAX_ARTICLE = 3
"""Letters of an article before the name of an aspect."""

MAX_ENTRY = 80
"""Characters of a line that holds both."""

MAX_LINE = 300
"""Characters of a line of several aspects."""

MAX_GAP = 12
"""Blocks between the marks of two aspects of one work, when a paragraph stands under each."""

MAX_REMARK = 12
"""Words of a remark before the mark in its cell."""

MAX_ASPECTS = 30
"""Aspects of one work; a page with more rates many works."""

LEAST = 3
"""Entries of a list whose names are no known aspects."""

CELLS = frozenset(("td", "th", "dt"))

_ENTRY = re.compile(r"[^\W\d_][^:\d]{1,48}:\s?(?:[0-9]{1,2}(?:[.,][0-9])?|[A-F][+–−-]?)")
"""``Boot: 1``, ``Anna: B-``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An aspect and its mark: the blocks it fills, and the hit."""

    first: int
    last: int
    hit: Hit[Rating]
    known: bool
    """Whether its name is a known aspect."""
    bare: bool
    """Whether its mark is a number without a maximum."""


def aspects(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``Gameplay: 9/10`` ... ``Story: 8/10``: labelled marks, two at least, in a list or above their paragraphs."""
    found = [
        (line, reading)
        for line in page_of(doc).lines
        if len(line.block.text) <= MAX_LINE
        for reading in line.readings
        if reading.rating.label is not None
    ]
    group: list[Hit[Rating]] = []
    before = 0
    for line, reading in found:
        if group and line.block.index - before > MAX_GAP:
            yield from _told_apart(group, known)
            group = []
        group.append(line.hit(reading))
        before = line.block.index
    yield from _told_apart(group, known)


def listed(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """Entries that follow each other: ``Handling 8/10``, or a name and its mark in two cells."""
    for run in _believed(doc):
        if not any(entry.bare for entry in run):
            yield from _told_apart([entry.hit for entry in run], known)


def graded(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``Anna: A`` above ``Ben: B-``: a letter each, one at least with a sign; of critics, unless aspects are named."""
    for run in _all_runs(doc):
        grades = [entry.hit.value.grade or "" for entry in run]
        if len(run) > 1 and all(grades) and any(len(grade) > 1 for grade in grades):
            critics = not any(entry.known for entry in run)
            yield from (_by_critic(entry.hit) if critics else entry.hit for entry in run)


def _told_apart(hits: list[Hit[Rating]], known: Known) -> Iterator[Hit[Rating]]:
    """Marks of several aspects, or of several authors where their names stand for the aspects."""
    authors = frozenset(names(known, "authors"))
    for hit in _several(hits):
        yield _by_critic(hit) if (hit.value.label or "").casefold() in authors else hit


def _by_critic(hit: Hit[Rating]) -> Hit[Rating]:
    return replace(hit, value=replace(hit.value, label=None, rater=hit.value.label))


def in_marked_table(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """Bare numbers in cells below a heading that calls them marks: ``Category | Mark``, ``Sound | 1.2``."""
    for run in _believed(doc):
        above = doc.blocks[run[0].first - 1] if run[0].first else None
        if (
            above is not None
            and above.tag in CELLS
            and any(entry.bare for entry in run)
            and is_label(above.text, doc.words)
        ):
            yield from _several([entry.hit for entry in run])


def listed_bare(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """The same with bare numbers: ``Boot: 1``."""
    for run in _believed(doc):
        if any(entry.bare for entry in run):
            yield from _several([entry.hit for entry in run])


@once
def _believed(doc: Document) -> tuple[list[Entry], ...]:
    """Runs of entries in which known aspects or a label above tell that they are marks."""
    runs = []
    for run in _all_runs(doc):
        count = sum(entry.known for entry in run)
        labelled = is_label(doc.blocks[run[0].first - 1].text, doc.words) if run[0].first else False
        if any(entry.hit.value.grade for entry in run):
            continue
        concluded = run[-1].hit.value.label is None
        needed = 2 if any(entry.bare for entry in run) else 1
        if (count == len(run) and count > 1) or (len(run) >= LEAST and (count >= needed or labelled or concluded)):
            runs.append(run)
    return tuple(runs)


def _several(hits: list[Hit[Rating]]) -> Iterable[Hit[Rating]]:
    labels = {(hit.value.label or "").casefold() for hit in hits}
    return hits if 1 < len(labels) <= MAX_ASPECTS else ()


def _entries(doc: Document) -> Iterator[Entry]:
    page, aspect_names = page_of(doc), gate_of(doc.words).aspects
    marked = {line.block.index for line in page.lines if len(line.block.text) <= MAX_ENTRY}
    numbers = {page.article[place].index for place in page.numbers}
    taken = -1
    for above, block in _neighbours(page, marked | numbers):
        entry = None
        is_marked = block.index in marked
        if above is not None and above.index > taken and (is_marked or _last_word(above.text) in aspect_names):
            entry = _in_two(above, block, doc)
        if entry is None and (is_marked or _ENTRY.fullmatch(block.text)):
            entry = _in_one(block, doc)
        if entry is not None and not _foreign(block, doc):
            taken = block.index
            yield entry


def _neighbours(page: Page, wanted: set[int]) -> Iterator[tuple[Block | None, Block]]:
    """Blocks of these indexes, each with the one before it."""
    for place, block in enumerate(page.article):
        if block.index in wanted:
            yield (page.article[place - 1] if place else None), block


def _last_word(text: str) -> str:
    """``extras`` of ``The Extras:``; a name of several words as a whole."""
    name = text.casefold().strip(" :")
    article, blank, noun = name.partition(" ")
    return noun if blank and len(article) <= MAX_ARTICLE and " " not in noun else name


def _foreign(block: Block, doc: Document) -> bool:
    return for_votes(block) or is_linked(block) or beside_votes(block, doc)


def _in_one(block: Block, doc: Document) -> Entry | None:
    reading = read_entry(block.text, doc.words)
    if reading is None:
        return None
    label = reading.rating.label
    name = read_label_of(label, doc.words) if label else ""
    hit = Line(block, ()).hit(on_scale(reading, doc), label=label if name is None else name)
    return Entry(block.index, block.index, hit, bool(name), _is_bare(reading.rating))


def _in_two(above: Block, below: Block, doc: Document) -> Entry | None:
    if max(len(above.text), len(below.text)) > MAX_CELL or below.index - above.index > 1:
        return None
    name = read_label_of(above.text, doc.words)
    if name is None and (any(map(str.isdigit, above.text)) or above.text.count(" ") > 3 or above.tag[0] == "h"):
        return None
    reading = read_whole(below.text, doc.words, bare=name is not None)
    if reading is None and name and above.tag in CELLS:
        reading = read_entry(below.text, doc.words, most_words=MAX_REMARK)  # "nice cover - 85%"
    if reading is None:
        return None
    label = above.text.strip(" :") if name is None else name
    reading = on_scale(reading, doc)
    hit = Line(below, ()).hit(replace(reading, rating=replace(reading.rating, label=label or None)))
    return Entry(above.index, below.index, hit, bool(name), _is_bare(reading.rating))


def _is_bare(rating: Rating) -> bool:
    return rating.best is None and rating.unit is None and rating.grade is None


@once
def _all_runs(doc: Document) -> tuple[list[Entry], ...]:
    return tuple(_runs(_entries(doc)))


def _runs(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries without anything between them, on one scale."""
    run: list[Entry] = []
    for entry in entries:
        if run and (entry.first != run[-1].last + 1 or _scale(entry) != _scale(run[-1])):
            yield _with_maximum(run)
            run = []
        run.append(entry)
    if run:
        yield _with_maximum(run)


def _scale(entry: Entry) -> float | None:
    return entry.hit.value.best or (entry.hit.value.assumed_best if entry.hit.value.unit else None)


def _with_maximum(run: list[Entry]) -> list[Entry]:
    """A full row of stars has the maximum that the empty stars of other rows show."""
    best = next((entry.hit.value.best for entry in run if entry.hit.value.best is not None), None)
    if best is None:
        return run
    return [
        replace(entry, hit=replace(entry.hit, value=replace(entry.hit.value, best=best, assumed_best=None)))
        if entry.hit.value.best is None and entry.hit.value.value == best
        else entry
        for entry in run
    ]
