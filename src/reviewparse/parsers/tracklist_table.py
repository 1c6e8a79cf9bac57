"""Tracklists in columns: rows with bars, and cells that text extraction put on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.duration import read_duration, read_total
from reviewparse.parsers.labels import fold
from reviewparse.parsers.track_line import only_number, read_front
from reviewparse.parsers.tracklist_items import Item, Run
from reviewparse.parsers.tracklist_lines import Kind, read_special

_BAR = re.compile(r"\s?\|\s?")

_RULER = re.compile(r"[\s:=+-]*")
"""The line below the heads of a table made of characters."""

_MAX_LINES_OF_A_ROW = 4

_MAX_GAP = 6
"""Lines between two rows of one table: cells of their own, headings of discs."""

_MAX_HEADING = 64


def pair_lines(lines: Sequence[str], words: Words) -> list[str] | None:
    """The rows of a list whose cells stand on lines of their own, joined by bars; ``None`` where there is none.

    A row stands where its last cell stood, and blank lines where the others did: lines keep their places.

    >>> from reviewparse.languages import load
    >>> pair_lines(["1.", "Bellmouth", "2.", "Ferry Home", "3.", "Long Acre"], load("en"))
    ['', '1. | Bellmouth', '', '2. | Ferry Home', '', '3. | Long Acre']
    """
    starts: list[int] = []
    for index, line in enumerate(lines):
        number = only_number(line)
        if number is not None and number.lstrip("0") in (str(len(starts) + 1), "A1"):
            starts.append(index)
    if len(starts) < 3:
        return _pair_times(lines, words)
    ends = [*starts[1:], len(lines)]
    rows = [[index for index in range(begin, end) if lines[index]] for begin, end in zip(starts, ends, strict=True)]
    size = max(map(len, rows[:-1]))
    if size > _MAX_LINES_OF_A_ROW or min(map(len, rows)) < 2:
        return None
    return _joined(lines, [row[:size] for row in rows])


def _pair_times(lines: Sequence[str], words: Words) -> list[str] | None:
    """Titles, each with its time on the line below."""
    pairs = [
        [index - 1, index]
        for index, line in enumerate(lines)
        if index and line and lines[index - 1] and read_duration(line, words) is not None
    ]
    return _joined(lines, pairs) if len(pairs) > 2 else None


def _joined(lines: Sequence[str], rows: Sequence[Sequence[int]]) -> list[str]:
    joined = list(lines)
    for row in rows:
        for index in row:
            joined[index] = ""
        joined[row[-1]] = " | ".join(lines[index].strip(" |") for index in row)
    return joined


def table_runs(lines: Sequence[str], words: Words) -> Iterator[Run]:
    """The tables with bars between their cells, read by the heads of their columns or by what stands in them."""
    rows = [(index, _cells(line)) for index, line in enumerate(lines) if "|" in line]
    rows = [(index, cells) for index, cells in rows if len(cells) > 1 and not all(map(_RULER.fullmatch, cells))]
    begin = 0
    for position in range(1, len(rows) + 1):
        if position == len(rows) or rows[position][0] - rows[position - 1][0] > _MAX_GAP:
            run = _run(rows[begin:position], lines, words) if position - begin > 1 else None
            if run is not None:
                yield run
            begin = position


def _run(rows: Sequence[tuple[int, list[str]]], lines: Sequence[str], words: Words) -> Run | None:
    roles = _head(rows[0][1], words)
    run = Run(tabular=roles is not None, end=rows[0][0])
    rows = rows[1:] if roles else rows
    if roles and "number" not in roles and all(_is_numbered(cells, len(roles)) for _, cells in rows):
        roles = ("number", *roles)
    roles = roles or _roles([cells for _, cells in rows], words)
    if "title" not in roles:
        return None
    run.numbered = "number" in roles
    discs = _discs(lines, words)
    run.media = bool(discs)
    for index, cells in rows:
        row = dict(zip(roles, cells, strict=False))
        if len(cells) < len(roles) - 1 or not row.get("title"):
            run.total = run.total or read_total(cells[-1], words)
            continue
        if run.items and row.get("number") and only_number(row["number"]) is None:
            break
        disc = max((number for line, number in discs if line < index), default=None)
        run.items.append(_item(row, index, disc, words))
        run.end = index + 1
    if not run.numbered:
        _number(run, words)
    return run if run.items else None


def _is_numbered(cells: Sequence[str], columns: int) -> bool:
    """Whether a row has a number before the cells that the head of the table names."""
    return len(cells) == columns + 1 and only_number(cells[0]) is not None


def _cells(line: str) -> list[str]:
    return _BAR.split(line.strip(" |"))


def _item(row: dict[str, str], index: int, disc: int | None, words: Words) -> Item:
    position = only_number(row.get("number", ""))
    return Item(
        text=row["title"],
        line=index,
        position=position,
        disc=disc,
        side=position[0] if position and position[0].isalpha() else None,
        artist=row.get("artist") or None,
        seconds=read_duration(row.get("duration", ""), words),
    )


def _number(run: Run, words: Words) -> None:
    """Take the numbers off the titles, if there is no column of numbers and they run on."""
    fronts = [read_front(item.text, words) for item in run.items]
    if all(front and front.number == place for place, front in enumerate(fronts, 1)):
        run.numbered = True
        run.items = [
            replace(item, text=front.rest, position=front.printed)
            for item, front in zip(run.items, fronts, strict=True)
            if front
        ]


def _discs(lines: Sequence[str], words: Words) -> list[tuple[int, int]]:
    """Disc headings between the rows: index of the line, number."""
    discs: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        special = read_special(line.strip(" |"), words) if line and len(line) < _MAX_HEADING else None
        if special is not None and special.kind is Kind.DISC:
            discs.append((index, int(special.value or len(discs) + 1)))
    return discs


def _head(cells: Sequence[str], words: Words) -> tuple[str, ...] | None:
    """The role of each column, when the first row holds the heads of at least two, the titles among them."""
    roles = tuple(_role_of_head(cell, words) for cell in cells)
    return roles if "title" in roles and sum(role != "other" for role in roles) > 1 else None


def _role_of_head(cell: str, words: Words) -> str:
    """What a column holds; ``Title/Composer`` heads one of titles."""
    columns = _columns(words)
    return columns.get(fold(cell) or cell) or columns.get(fold(cell.partition("/")[0]), "other")


@lru_cache(maxsize=64)
def _columns(words: Words) -> dict[str, str]:
    return {fold(word) or word: role for role, heads in words.tracklist.columns.items() for word in heads}


def _roles(rows: Sequence[Sequence[str]], words: Words) -> tuple[str, ...]:
    """The role of each column, told by the type of most of its cells; ``()`` for a table of figures."""
    width = max(map(len, rows))
    roles: list[str] = []
    for column in range(width):
        cells = [row[column] for row in rows if len(row) > column and row[column]]
        roles.append(_role(cells, roles, words))
    return () if roles.count("figures") > 1 else tuple(roles)


def _role(cells: Sequence[str], before: Sequence[str], words: Words) -> str:
    most = 0.7 * len(cells)
    if sum(read_duration(cell, words) is not None and ":" in cell for cell in cells) >= most:
        return "duration"
    if sum(only_number(cell) is not None for cell in cells) >= most:
        return "figures" if before else "number"
    if sum(not any(map(str.isalpha, cell)) for cell in cells) >= most:
        return "figures"
    return "other" if "title" in before else "title"
