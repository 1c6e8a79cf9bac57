"""Pages in web archives: the responses of WARC files and the texts of WET files, packed record by record or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from reviewparse.batch.framing import VERSION
from reviewparse.batch.items import Item
from reviewparse.batch.packing import open_packed
from reviewparse.batch.records import Archive
from reviewparse.errors import BatchError
from reviewparse.extras import require

SUFFIXES = frozenset((".warc", ".wet"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Warc:
    """One archive."""

    path: Path
    size: int = 0
    stream: BinaryIO | None = field(default=None, compare=False)
    """Set for standard input."""

    @property
    def name(self) -> str:
        """As it was given."""
        return self.path.as_posix()

    def check(self) -> None:
        """Refuse what is no archive."""
        require("fastwarc.warc", "warc")
        with open_packed(self.path) as file:
            try:
                head = file.read(len(VERSION))
            except OSError:  # a page that is lost, and no reason to read none
                return
        if head and head != VERSION:
            message = f"{self.name}: it is no WARC file"
            raise BatchError(message)

    def pages(self) -> Iterator[Item]:
        """The HTML and text responses that went well, in their order."""
        if self.stream is not None:
            yield from Archive(name=self.name, raw=self.stream, seeks=False).pages()
            return
        with self.path.open("rb") as raw:
            yield from Archive(name=self.name, raw=raw).pages()
