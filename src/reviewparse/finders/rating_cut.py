"""Rows of stars that a style colours in part: the text holds all of them, the style says how many count."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewparse.document import Block, Document, Element, Hint
from reviewparse.parsers.rating_mark import Reading

SHARE = r"(?P<{0}>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)%"
CUT = re.compile(
    rf"(?<![-\w])width\s?:\s?{SHARE.format('width')}"
    rf"|linear-gradient\([^%;]{{1,80}}\s{SHARE.format('gradient')}\s?,[^%;]{{1,60}}\s(?P=gradient)%"
)
"""``width: 70%``; ``linear-gradient(90deg, gold 80%, transparent 80%)``."""

ROW = re.compile(r"★{5}(?:★{5})?")
MAX_STYLE = 400


def cut_short(reading: Reading, block: Block) -> Reading:
    """The reading of a whole row of stars, of which the style of its line shows a part; any other as it is."""
    share = _share_of(block)
    if share is None:
        return reading
    best = float(len(block.text))
    return replace(reading, rating=replace(reading.rating, value=best * share, best=best, assumed_best=None))


def is_behind(block: Block, doc: Document) -> bool:
    """Whether a row of stars is the grey one on which the next row, cut short, is laid."""
    after = doc.blocks[block.index + 1] if block.index + 1 < len(doc.blocks) else None
    return (
        after is not None
        and after.text == block.text
        and after.element.parent is block.element.parent
        and _share_of(block) is None
        and _share_of(after) is not None
    )


def _share_of(block: Block) -> float | None:
    """The part of a row of stars that is coloured: steps of a tenth of a star."""
    if not ROW.fullmatch(block.text):
        return None
    for element in (block.element, *block.marks):
        match = CUT.search(element.attrs.get("style", "")[:MAX_STYLE])
        if match is not None and (match["gradient"] or _is_rating(element)):
            percent = float(match["width"] or match["gradient"])
            return percent / 100 if percent and not (percent % 2 and percent % 5) else None
    return None


def _is_rating(element: Element) -> bool:
    """Whether an element is called a rating: other boxes have the width of their column."""
    parent = element.parent
    return bool(element.hints & Hint.RATING) or (parent is not None and bool(parent.hints & Hint.RATING))
