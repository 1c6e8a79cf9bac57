"""Labelled facts of a work on the page: ``Artist: The Sparrows``, table rows, a label and its value on two lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.document import Block, Document
from reviewparse.languages import Words
from reviewparse.parsers.labels import MAX_LABEL, fold, split_label

MAX_VALUE = 160
"""Characters of the longest value."""

MAX_LABEL_LINE = 40
"""Characters of a label that stands alone on its line."""

MAX_GAP = 4
"""Lines between two facts of one card."""

SIGNS = (":", "：", " – ", " - ", " = ", " | ", " ~ ")
"""Without one of these in its beginning a line is not looked at."""

TELLS_KIND = "kind"
"""Field of a labelled fact that only tells what sort of work has it: ``Platform``, ``Pages``."""

BARS = (" | ", " • ", " · ", " ‧ ")
"""Between labelled values on one line."""

CELLS = frozenset(("th", "td", "dt", "dd"))


@dataclass(frozen=True, slots=True)
class CardLine:
    """One labelled value."""

    field: str
    """``title``, ``label``, ``released``, ``published``, ``catalogue``, ``runtime``, a maker's role, ``kind``."""
    label: str
    """As the page prints it, folded."""
    value: str
    start: int
    """Offset of the value in the document."""
    line: int
    """Index of the block of the label."""


@lru_cache(maxsize=64)
def labels_of(words: Words) -> dict[str, str]:
    """Folded label -> field. A word that labels two things means the first of: label, maker, title."""
    work = words.work
    table: dict[str, str] = {}
    for field, phrases in (
        ("label", work.label),
        *work.creators.items(),
        ("title", work.title),
        ("catalogue", work.catalogue),
        ("released", (*words.date.kinds.get("released", ()), *work.year)),
        ("published", words.date.kinds.get("published", ())),
        ("runtime", work.runtime),
        *((TELLS_KIND, phrases) for phrases in work.fact_kinds.values()),
    ):
        for phrase in phrases:
            table.setdefault(fold(phrase), field)
    return table


def labelled_facts(document: Document) -> list[CardLine]:
    """All labelled facts of the article, in page order."""
    table = labels_of(document.words)
    blocks = list(document.article())
    return [fact for index, block in enumerate(blocks) for fact in _facts_at(blocks, index, block, table)]


def _facts_at(blocks: list[Block], index: int, block: Block, table: dict[str, str]) -> Iterator[CardLine]:
    text = block.text
    if len(text) <= MAX_LABEL_LINE and _stands_alone(blocks, index):
        field = table.get(fold(text))
        if field is not None:
            yield from _on_next_line(blocks, index, field, table)
            return
    if len(block.marks) > 3 and (pairs := list(_pairs(block, table))):
        yield from pairs
        return
    if block.marks and len(text) <= MAX_VALUE and (set_off := _set_off(block, table)) is not None:
        yield set_off
        return
    bar = next((bar for bar in BARS if bar in text), None) if text.count(":") > 1 else None
    if bar is not None:
        yield from _between_bars(block, bar, table)
        return
    line = split_label(text) if _has_sign(text[: MAX_LABEL + 1]) else None
    if line is None or not line.value:
        return
    field = table.get(line.label)
    if field is not None and len(line.value) <= MAX_VALUE:
        yield CardLine(field, line.label, line.value, block.start + line.offset, block.index)


def _between_bars(block: Block, bar: str, table: dict[str, str]) -> Iterator[CardLine]:
    """``Director: Ida Moss | Year: 2014``: several labelled values on one line."""
    start = block.start
    for part in block.text.split(bar):
        line = split_label(part) if ":" in part else None
        field = table.get(line.label) if line is not None and line.value else None
        if line is not None and field is not None and len(line.value) <= MAX_VALUE:
            yield CardLine(field, line.label, line.value, start + line.offset, block.index)
        start += len(part) + len(bar)


def _has_sign(head: str) -> bool:
    for sign in SIGNS:  # noqa: SIM110 - a generator would cost more than the search
        if sign in head:
            return True
    return False


def _stands_alone(blocks: list[Block], index: int) -> bool:
    """Whether a short line may label the next: it is a cell, ends with a colon, or the next begins with one."""
    block = blocks[index]
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return block.text[-1:] in ":：" or block.tag in CELLS or following[:1] in (":", "：")


def _pairs(block: Block, table: dict[str, str]) -> Iterator[CardLine]:
    """A line of elements, every other one a label: ``<i>Label</i> <b>Norda</b> <i>Year</i> <b>2012</b>``."""
    labels, values = block.marks[::2], block.marks[1::2]
    fields = [table.get(fold(label.text)) if len(label.text) <= MAX_LABEL else None for label in labels]
    if len(labels) != len(values) or None in fields or not all(value.text for value in values):
        return
    at = 0
    for label, field, value in zip(labels, fields, values, strict=True):
        at = block.text.find(value.text, max(at, block.text.find(label.text, at) + len(label.text)))
        if field is not None and at >= 0:
            yield CardLine(field, fold(label.text), value.text, block.start + at, block.index)


def _set_off(block: Block, table: dict[str, str]) -> CardLine | None:
    """``<b>Publisher</b> Fernhill``, ``Publisher <b>Fernhill</b>``: a label told from its value by markup alone."""
    text = block.text
    for mark in block.marks:
        label = mark.text
        if label and text.startswith(label):
            value = text[len(label) :].lstrip(" :：–-")
        elif label and text.endswith(label):
            value, label = label, text[: -len(label)]
        else:
            continue
        field = table.get(fold(label)) if value and len(label) <= MAX_LABEL else None
        if field is not None:
            return CardLine(field, fold(label), value, block.end - len(value), block.index)
    return None


def _on_next_line(blocks: list[Block], index: int, field: str, table: dict[str, str]) -> Iterator[CardLine]:
    if index + 1 == len(blocks):
        return
    following = blocks[index + 1]
    value = following.text.lstrip(":： ")
    lost = (fold(value) in table and following.tag != "td") or blocks[index].tag == following.tag == "th"
    if value and not lost and len(value) <= MAX_VALUE and value[-1] not in ":：":
        start = following.end - len(value)
        yield CardLine(field, fold(blocks[index].text), value, start, blocks[index].index)


def cards(facts: list[CardLine]) -> list[list[CardLine]]:
    """Facts that stand together, as the data of one work do."""
    groups: list[list[CardLine]] = []
    for fact in facts:
        if fact.field == TELLS_KIND:
            continue
        near = groups and fact.line - groups[-1][-1].line <= MAX_GAP
        if near and not _begins_again(groups[-1], fact):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return groups


def _begins_again(card: list[CardLine], fact: CardLine) -> bool:
    """Whether a second title begins the data of another work."""
    return fact.field == "title" and any(known.field == "title" and known.label == fact.label for known in card)
