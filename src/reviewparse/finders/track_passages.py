"""Blocks as printed lines for the parser: rows of tables joined, numbers of ordered lists restored, blank lines set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewparse.document import Block, Document
from reviewparse.evidence import Span

MAX_ROW = 200
"""Characters of a row that is made up of inline elements."""

MAX_CELL = 300
"""Characters of a table cell; a longer one is a column of the page's layout."""

MAX_PARTS = 26
"""Items of a list inside an item that are counted by letters."""

CELLS = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines for the parser, and where each stands."""

    lines: tuple[str, ...]
    blocks: tuple[tuple[int, int], ...]
    """For each line the half-open range of its blocks."""

    def span(self, lines: tuple[int, int], doc: Document) -> Span:
        """Offsets into the document of a half-open range of lines."""
        first, last = lines
        end = self.blocks[min(last, len(self.blocks)) - 1][1] - 1
        return doc.blocks[self.blocks[first][0]].start, doc.blocks[end].end


def as_lines(blocks: Sequence[Block]) -> Passage:
    """The blocks as lines."""
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    numbers: dict[int, int] = {}
    before: Block | None = None
    for group in _rows(blocks):
        block = group[0]
        if before is not None and _is_apart(before, block):
            lines.append("")
            places.append((block.index, block.index))
        text = " | ".join(cell.text for cell in group) if len(group) > 1 else _plain(block)
        lines.append(_list_mark(block, numbers) + text)
        places.append((block.index, group[-1].index + 1))
        before = group[-1]
    return Passage(tuple(lines), tuple(places))


def _plain(block: Block) -> str:
    """The text of a block: parted where elements without blanks between them make it up, as number, title and time do.

    Links in brackets at its end, which play or buy, are left out: ``Bellmouth [listen]``.
    """
    parts = [mark.text for mark in block.marks if mark.text] if len(block.text) < MAX_ROW else []
    if len(parts) > 1 and "".join(parts) == block.text:
        return " | ".join(parts)
    if block.text[-1] in ")]" and block.marks and (link := block.marks[-1]).tag == "a":
        tool = link.text if link.text[:1] in ("(", "[") else f"[{link.text}]"
        if link.text and block.text.endswith(tool):
            return block.text.removesuffix(tool).rstrip() or block.text
    return block.text


def _rows(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks one by one, those of one table row together, unless its cells hold whole texts."""
    position = 0
    while position < len(blocks):
        block = blocks[position]
        row = block.element.closest("tr") if block.tag in CELLS else None
        end = position + 1
        if row is not None:
            while end < len(blocks) and blocks[end].index < row.last and blocks[end].tag in CELLS:
                end += 1
        group = blocks[position:end]
        if len({id(cell.element) for cell in group}) < len(group) or any(len(cell.text) > MAX_CELL for cell in group):
            yield from ([cell] for cell in group)
        else:
            yield group
        position = end


def _is_apart(before: Block, block: Block) -> bool:
    """Whether a blank line stands between two blocks: not inside a paragraph, a list or a table."""
    if before.paragraph == block.paragraph:
        return False
    if block.tag in CELLS and before.tag in CELLS:
        return False
    return not (block.tag == before.tag == "li" and block.element.parent is before.element.parent)


def _list_mark(block: Block, numbers: dict[int, int]) -> str:
    """What a browser prints before the item of a list: a number, a bullet; a letter in a list inside an item."""
    item = block.element.closest("li")
    if item is None or item.parent is None or item.first != block.index:
        return ""
    key = id(item.parent)
    stated = item.attrs.get("value", "") or ("" if key in numbers else item.parent.attrs.get("start", ""))
    number = int(stated) if stated.isdecimal() else numbers.get(key, 0) + 1
    numbers[key] = number
    if item.parent.closest("li") is not None:
        return f"{chr(ord('a') + number - 1)}) " if number <= MAX_PARTS else "• "
    return f"{number}. " if item.parent.tag == "ol" else "• "
