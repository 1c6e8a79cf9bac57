"""Pages in the column of a table: JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reviewparse.batch.items import BAD_ROW, SOURCE_BROKEN, Item, Lost, StoredPage
from reviewparse.batch.packing import open_packed
from reviewparse.errors import BatchError
from reviewparse.extras import require

LONGEST_LINE = 1 << 26
"""Bytes of a line of JSON; what is longer is no page."""

ROWS = 64
"""Rows of a Parquet file in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """In which columns or keys of a table the pages stand."""

    content: str = "content"
    url: str | None = None
    """Unless told, ``url`` where there is such a column."""
    id: str | None = None
    """Unless told, ``id`` where there is such a column, else ``file#row``, counted from 1."""

    def missing_in(self, names: object) -> list[str]:
        """The columns that were named and are not there."""
        wanted = [name for name in (self.content, self.url, self.id) if name is not None]
        return [name for name in wanted if name not in names]  # type: ignore[operator]

    def check(self, path: str, names: list[str]) -> None:
        """Raise where a column is missing."""
        for name in self.missing_in(names):
            message = f"{path}: no column {name!r}; the columns are {', '.join(names)[:500] or 'none'}"
            raise BatchError(message)

    def item(self, row: Mapping[str, Any], key: str, end: int) -> Item:
        """The page of one row."""
        url, given = row.get(self.url or "url"), row.get(self.id or "id")
        key = key if given is None else str(given)
        content = row.get(self.content)
        if not isinstance(content, str | bytes):
            kind = "nothing" if content is None else type(content).__name__
            problem = f"no page in column {self.content!r}, but {kind}"
            return Lost(id=key, code=BAD_ROW, message=problem, url=url if isinstance(url, str) else None, end=end)
        return StoredPage(id=key, content=content, url=url if isinstance(url, str) else None, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(ABC):
    """A table in a file or on standard input."""

    path: Path
    columns: Columns
    size: int = 0
    stream: BinaryIO | None = None
    """Set for standard input."""

    @property
    def name(self) -> str:
        """As it was given."""
        return self.path.as_posix()

    @abstractmethod
    def rows(self) -> Iterator[Item]:
        """Its pages.

        Raises:
            OSError: it is damaged or cut.
        """

    def pages(self) -> Iterator[Item]:
        """Its pages; a damaged or cut file ends in a ``Lost`` that says so."""
        try:
            yield from self.rows()
        except OSError as error:
            yield Lost(id=self.name, code=SOURCE_BROKEN, message=error.strerror or str(error), end=self.size)

    def reading(self) -> tuple[io.BufferedReader, Callable[[], int]]:
        """The unpacked bytes, and a function that tells how many of the packed ones are read."""
        raw = self.path.open("rb") if self.stream is None else self.stream
        return open_packed(self.path, raw), raw.tell if self.stream is None else lambda: 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLines(Table):
    """A JSON object a line."""

    def check(self) -> None:
        """Refuse a file whose first line is no object with the columns."""
        with self.reading()[0] as lines, suppress(OSError):  # what is damaged is lost, and no reason to read nothing
            self.check_line(lines.readline(LONGEST_LINE))

    def check_line(self, first: bytes) -> None:
        """The same, of its first line."""
        row = None
        with suppress(ValueError):
            row = json.loads(first)
        if isinstance(row, dict):
            self.columns.check(self.name, list(row))
        elif first.strip():
            message = f"{self.name}: its first line is no JSON object"
            raise BatchError(message)

    def rows(self) -> Iterator[Item]:
        """A page a line; blank lines are none."""
        lines, told = self.reading()
        with lines:
            for number, line in enumerate(_lines(lines), 1):
                if line.strip():
                    yield self._item(line, f"{self.name}#{number}", told())

    def _item(self, line: bytes, key: str, end: int) -> Item:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            return Lost(id=key, code=BAD_ROW, message=f"no JSON: {line[:60]!r}", end=end)
        if not isinstance(row, dict):
            return Lost(id=key, code=BAD_ROW, message="no JSON object", end=end)
        return self.columns.item(row, key, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Csv(Table):
    """Comma- or tab-separated values with a line of names on top, in UTF-8."""

    delimiter: str | None = None
    """Unless told, the name says it."""

    def check(self) -> None:
        """Refuse a file without the columns."""
        with self._text(self.reading()[0]) as text:
            try:
                names = next(self._reader(text), [])
            except OSError:  # what is damaged is lost, and no reason to read nothing
                return
        self.columns.check(self.name, names)

    def rows(self) -> Iterator[Item]:
        """A page a row."""
        lines, told = self.reading()
        try:
            with self._text(lines) as text:
                reader = self._reader(text)
                names = next(reader, [])
                for number, row in enumerate(reader, 1):
                    yield self.columns.item(dict(zip(names, row, strict=False)), f"{self.name}#{number}", told())
        except csv.Error as error:
            raise OSError(str(error)) from error

    def _text(self, lines: io.BufferedReader) -> io.TextIOWrapper:
        return io.TextIOWrapper(lines, encoding="utf-8-sig", errors="replace", newline="")

    def _reader(self, text: io.TextIOWrapper) -> Iterator[list[str]]:
        csv.field_size_limit(LONGEST_LINE)  # the module's only switch; its default is less than many pages have
        told = "\t" if ".tsv" in self.path.suffixes else ","
        return csv.reader(text, delimiter=self.delimiter or told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parquet(Table):
    """A Parquet file; other columns than the three are not read."""

    def check(self) -> None:
        """Refuse what is no Parquet, and a file without the columns."""
        try:
            names = require("pyarrow.parquet", "arrow").ParquetFile(self.path).schema_arrow.names
        except (OSError, ValueError) as error:  # pyarrow's errors are one of the two
            message = f"{self.name}: {str(error).splitlines()[0]}"
            raise BatchError(message) from error
        self.columns.check(self.name, names)

    def rows(self) -> Iterator[Item]:
        """A page a row."""
        file = require("pyarrow.parquet", "arrow").ParquetFile(self.path, memory_map=True)
        wanted = {self.columns.content, self.columns.url or "url", self.columns.id or "id"}
        names = [name for name in file.schema_arrow.names if name in wanted]
        number, most = 0, max(1, file.metadata.num_rows)
        try:
            for batch in file.iter_batches(batch_size=ROWS, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield self.columns.item(row, f"{self.name}#{number}", self.size * number // most)
        except ValueError as error:
            raise OSError(str(error)) from error


def _lines(file: io.BufferedReader) -> Iterator[bytes]:
    """Lines of bounded length; of a longer one the beginning, which is no JSON."""
    while line := file.readline(LONGEST_LINE):
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE)
        yield line
