"""Collects printed lines into blocks, with running offsets, whichever reader delivers them."""

from __future__ import annotations

from typing import NoReturn

from reviewparse.chars import has_digit
from reviewparse.document import Block, Element, Region
from reviewparse.limits import DEFAULT, LINE_TOO_LONG, TOO_MANY_LINES, Limits
from reviewparse.reading.charset import printed


class Full(Exception):  # noqa: N818 - no error: the page has more than is read of it
    """A limit of the document under way is reached; the reader closes what is open and stops."""


class Builder:
    """Grows the blocks of one document; readers fill ``pieces`` and ``marks`` and call ``line``."""

    __slots__ = ("blocks", "elements", "limits", "marks", "offset", "paragraph", "pieces", "warnings")

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.pieces: list[str] = []
        """Text of the line under way, as it came."""
        self.marks: list[Element] = []
        """Inline elements of the line under way."""
        self.offset = 0
        self.paragraph = 0
        self.warnings: list[str] = []
        """Codes of the limits that were reached."""

    def line(self, element: Element, region: Region) -> None:
        """End the line under way and keep it as a block, if it printed anything."""
        text = printed("".join(self.pieces))
        self.pieces.clear()
        if not text:
            return
        if len(text) > self.limits.max_line_length:
            self._long_line(text, element, region)
            return
        index = len(self.blocks)
        if index >= self.limits.max_lines:
            self.stop(TOO_MANY_LINES)
        marks = tuple(self.marks)
        self.marks.clear()
        self.blocks.append(
            Block(index, self.offset, text, element.tag, element, region, marks, self.paragraph, has_digit(text))
        )
        self.offset += len(text) + 1

    def _long_line(self, text: str, element: Element, region: Region) -> None:
        """A line no layout prints, as several lines of one paragraph, cut at blanks where it has any."""
        self.warnings.append(LINE_TOO_LONG)
        length, start = self.limits.max_line_length, 0
        while start < len(text):
            end = start + length
            blank = text.rfind(" ", start, end + 1) if end < len(text) else -1
            end = blank if blank > start else end
            self.pieces.append(text[start:end])
            self.line(element, region)
            start = end

    def stop(self, warning: str) -> NoReturn:
        """A limit is reached."""
        self.warnings.append(warning)
        raise Full

    def text(self) -> str:
        """The canonical text: all blocks so far, joined by newlines."""
        return "\n".join([block.text for block in self.blocks])
