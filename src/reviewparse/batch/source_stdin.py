"""Standard input: an archive, a table or one page, packed or not; what comes first tells."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reviewparse.batch.framing import VERSION
from reviewparse.batch.items import SOURCE_BROKEN, Item, Lost, StoredPage
from reviewparse.batch.packing import MAGICS, members_of
from reviewparse.batch.source_tables import LONGEST_LINE, Columns, Csv, JsonLines
from reviewparse.batch.source_warc import Warc
from reviewparse.errors import BatchError
from reviewparse.extras import require
from reviewparse.limits import DEFAULT
from reviewparse.reading.charset import BOM_BYTES, decode
from reviewparse.reading.source import enough

NAME = Path("-")

PARQUET = b"PAR1"

DELIMITERS = (",", "\t")

LONGEST_NAMES = 1 << 16
"""Characters of a line of names; a page may stand on one line, and is longer."""


class Behind(io.RawIOBase):
    """A stream from which something was read, as if nothing had been."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        """Give ``head``, then what ``rest`` gives."""
        self._head = head
        self._read: Callable[[int], bytes] = getattr(rest, "read1", rest.read)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any writable buffer, as the base class says
        """Fill with what there is, without waiting for more."""
        data = self._head[: len(buffer)] or self._read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class PageStream:
    """The one page that stands on standard input."""

    stream: BinaryIO

    size = 0

    def pages(self) -> Iterator[Item]:
        """The one page; none where standard input is empty."""
        key = NAME.as_posix()
        try:
            data = self.stream.read(enough(DEFAULT))
        except OSError as error:
            yield Lost(id=key, code=SOURCE_BROKEN, message=str(error))
            return
        if data:
            yield StoredPage(id=key, content=decode(data))


Stdin = Warc | JsonLines | Csv | PageStream


def from_stdin(stream: BinaryIO, columns: Columns) -> Stdin:
    """The source that standard input is.

    Raises:
        BatchError: it is a table without the columns, or one that must be a file.
        MissingExtra: reading it needs a package that is not installed.
    """
    file = _unpacked(stream)
    head = _first_line(file)
    file = io.BufferedReader(Behind(head, file))
    if head.startswith(VERSION):
        require("fastwarc.warc", "warc")
        return Warc(path=NAME, stream=file)
    if head.startswith(PARQUET):
        message = f"{NAME}: Parquet is read from its end, which standard input does not allow; name a file"
        raise BatchError(message)
    if _bare(head).startswith(b"{"):
        lines = JsonLines(path=NAME, columns=columns, stream=file)
        lines.check_line(head)
        return lines
    return _table(head, columns, file) or PageStream(file)


def _unpacked(stream: BinaryIO) -> io.BufferedReader:
    """What it holds, unpacked where it is packed."""
    longest = max(map(len, MAGICS.values()))
    head = stream.read(longest)
    raw: io.BufferedReader = io.BufferedReader(Behind(head, stream))
    for suffix, magic in MAGICS.items():
        members = members_of(raw, suffix) if head.startswith(magic) else None
        if members is not None:
            return io.BufferedReader(members)
    return raw


def _first_line(file: io.BufferedReader) -> bytes:
    """Its first line that is not blank, and the blank ones before it; nothing where it is damaged from the start."""
    head = b""
    try:
        while not head.strip() and len(head) < LONGEST_LINE and (line := file.readline(LONGEST_LINE)):
            head += line
    except OSError:  # whoever reads it on meets it, too
        pass
    return head


def _bare(head: bytes) -> bytes:
    for mark in BOM_BYTES:
        head = head.removeprefix(mark)
    return head.lstrip()


def _table(head: bytes, columns: Columns, file: io.BufferedReader) -> Csv | None:
    """A table, where the line of names has the column of the pages, or where columns were named and this is no page."""
    line = _bare(head).decode("utf-8", "replace")
    names = {delimiter: _cells(line, delimiter) for delimiter in DELIMITERS}
    for delimiter in DELIMITERS:
        if columns.content in names[delimiter]:
            columns.check(NAME.as_posix(), names[delimiter])
            return Csv(path=NAME, columns=columns, stream=file, delimiter=delimiter)
    if columns != Columns() and not line.startswith("<"):
        columns.check(NAME.as_posix(), max(names.values(), key=len))
    return None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line[:LONGEST_NAMES]], delimiter=delimiter), [])
    except csv.Error:
        return []
