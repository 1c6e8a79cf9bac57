"""Collects printed lines into blocks, with running offsets, whichever reader delivers them."""

from __future__ import annotations

import re

from reviewparse.document import Block, Element, Region
from reviewparse.reading.charset import clean

DIGIT = re.compile(r"\d")


class Builder:
    """Grows the blocks of one document; readers fill ``pieces`` and ``marks`` and call ``line``."""

    __slots__ = ("blocks", "elements", "marks", "offset", "paragraph", "pieces")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.pieces: list[str] = []
        """Text of the line under way, as it came."""
        self.marks: list[Element] = []
        """Inline elements of the line under way."""
        self.offset = 0
        self.paragraph = 0

    def line(self, element: Element, region: Region) -> None:
        """End the line under way and keep it as a block, if it printed anything."""
        text = clean(" ".join("".join(self.pieces).split()))
        self.pieces.clear()
        if not text:
            return
        index = len(self.blocks)
        marks = tuple(self.marks)
        self.marks.clear()
        has_digit = DIGIT.search(text) is not None
        self.blocks.append(
            Block(index, self.offset, text, element.tag, element, region, marks, self.paragraph, has_digit)
        )
        self.offset += len(text) + 1

    def text(self) -> str:
        """The canonical text: all blocks so far, joined by newlines."""
        return "\n".join([block.text for block in self.blocks])
