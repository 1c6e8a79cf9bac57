"""Pages that are files of their own: HTML, text, and these packed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewparse.batch.items import Form, Item, StoredPage

FORMS: dict[str, Form] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".txt", ".md", ".markdown", ".text"), "text"),
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file, one page."""

    path: Path
    form: Form | None
    size: int

    def pages(self) -> Iterator[Item]:
        """The one page; its worker opens it."""
        yield StoredPage(id=self.path.as_posix(), content=self.path, form=self.form, end=self.size)


@dataclass(frozen=True, slots=True)
class PageStream:
    """The page that stands on standard input."""

    name: str
    data: bytes

    size = 0

    def pages(self) -> Iterator[Item]:
        """The one page."""
        yield StoredPage(id=self.name, content=self.data)
