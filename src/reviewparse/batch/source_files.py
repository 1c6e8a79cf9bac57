"""Pages that are files of their own: HTML, text, and these packed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewparse.batch.items import Form, Item, StoredPage
from reviewparse.files import HTML_SUFFIXES
from reviewparse.reading.source import TEXT_SUFFIXES

FORMS: dict[str, Form] = {
    **dict.fromkeys(HTML_SUFFIXES, "html"),
    **dict.fromkeys(TEXT_SUFFIXES, "text"),
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
