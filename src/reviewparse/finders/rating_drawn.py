"""Which aspect a drawn mark rates: its label stands on its own line or cell, or on the line before it."""

from __future__ import annotations

from collections.abc import Sequence

from reviewparse.document import Document
from reviewparse.parsers.rating_pieces import read_label_of

MAX_LABEL = 40
"""Characters of a line that is the name of an aspect."""

MAX_GAP = 3
"""Blocks from one drawn mark to the next of the same work."""

OWN_LINE, LINE_BEFORE = 0, -1


def aspects_beside(doc: Document, firsts: Sequence[int]) -> list[str | None]:
    """For each drawn mark the aspect it rates, ``""`` for the overall verdict, ``None`` where no label stands by.

    Args:
        doc: The page.
        firsts: For each mark the index of the block it stands in, or before.

    Pictures leave no text, so whether ``Sound`` stands before one picture or behind another is told by all of them:
    two neighbours at least must have labels, all different, at the same side.
    """
    own, before = (_labels(doc, firsts, side) for side in (OWN_LINE, LINE_BEFORE))
    return own if _count(own) > _count(before) else before


def _labels(doc: Document, firsts: Sequence[int], side: int) -> list[str | None]:
    labels: list[str | None] = [_label(doc, first + side) for first in firsts]
    told: list[str | None] = [None] * len(labels)
    for index, label in enumerate(labels):
        near = [other for other in (index - 1, index + 1) if 0 <= other < len(labels)]
        if label is not None and any(_are_neighbours(firsts, labels, index, other) for other in near):
            told[index] = label
    return told


def _label(doc: Document, index: int) -> str | None:
    text = doc.blocks[index].text if 0 <= index < len(doc.blocks) else ""
    return read_label_of(text, doc.words) if 0 < len(text) <= MAX_LABEL else None


def _are_neighbours(firsts: Sequence[int], labels: Sequence[str | None], one: int, other: int) -> bool:
    apart = abs(firsts[one] - firsts[other])
    return labels[other] is not None and labels[one] != labels[other] and 0 < apart <= MAX_GAP


def _count(labels: Sequence[str | None]) -> int:
    return sum(label is not None for label in labels)
