"""Blocks as printed lines for the parser: rows of tables joined, numbers of ordered lists restored, blank lines set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewparse.document import Block, Document
from reviewparse.evidence import Span

MAX_CELL = 300
"""Characters of a table cell; a longer one is a column of the page's layout."""

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
        number = _list_number(block, numbers)
        lines.append(text if number is None else f"{number}. {text}" if number else f"• {text}")
        places.append((block.index, group[-1].index + 1))
        before = group[-1]
    return Passage(tuple(lines), tuple(places))


def _plain(block: Block) -> str:
    """The text of a block without links in brackets at its end, which play or buy: ``Bellmouth [listen]``."""
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


def _list_number(block: Block, numbers: dict[int, int]) -> int | None:
    """The number a browser prints before the item of an ordered list, 0 for a bullet; ``None`` elsewhere, or inside."""
    item = block.element.closest("li")
    if item is None or item.parent is None or item.first != block.index:
        return None
    if item.parent.tag != "ol":
        return 0
    key = id(item.parent)
    stated = item.attrs.get("value", "") or ("" if key in numbers else item.parent.attrs.get("start", ""))
    number = int(stated) if stated.isdecimal() else numbers.get(key, 0) + 1
    numbers[key] = number
    return number
