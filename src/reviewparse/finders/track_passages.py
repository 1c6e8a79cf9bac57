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

MAX_CELL_LINES = 3
"""Lines, each in an element of its own, of a cell."""

MAX_ROW_LINES = 24
"""Lines of a row; the page's layout has more."""

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
    """The blocks one by one, those of one table row together, unless its cells hold whole texts.

    Of a cell of a few lines the first stands for it: title above composer.
    """
    position = 0
    while position < len(blocks):
        cell = blocks[position].element.closest("td", "th", "table")
        row = cell.closest("tr") if cell is not None and cell.tag in CELLS else None
        cells = None
        if row is not None and row.first == blocks[position].index and row.last - row.first <= MAX_ROW_LINES:
            group = [block for block in blocks[position : position + MAX_ROW_LINES] if block.index < row.last]
            cells = _cells(group)
        if cells is None:
            yield [blocks[position]]
            position += 1
        else:
            yield cells
            position += len(group)


def _cells(row: Sequence[Block]) -> list[Block] | None:
    """The first line of each cell of a row; ``None`` for a row of the page's layout."""
    if any(len(block.text) > MAX_CELL for block in row):
        return None
    lines: dict[int, list[Block]] = {}
    for block in row:
        lines.setdefault(id(block.element.closest(*CELLS)), []).append(block)
    if any(len(cell) > (MAX_CELL_LINES if cell[0].tag not in CELLS else 1) for cell in lines.values()):
        return None
    return [cell[0] for cell in lines.values()]


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
