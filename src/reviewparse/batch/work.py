"""What a worker does: take a chunk, read its pages one after the other, give back rows that are written as they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Protocol

from reviewparse.api import parse, parse_html
from reviewparse.batch.contents import as_told, content_of
from reviewparse.batch.items import FAILED, MEMORY, UNREADABLE, Chunk, Lost, StoredPage
from reviewparse.batch.tally import Tally
from reviewparse.limits import DEFAULT
from reviewparse.options import Options
from reviewparse.reading.charset import decode
from reviewparse.reading.source import enough
from reviewparse.review import Review

Row = Mapping[str, Any]

ErrorRow = dict[str, str | None]
"""``id``, ``url``, ``code`` and ``message``."""

LONGEST_MESSAGE = 500


class Encoder(Protocol):
    """How rows become bytes; travels to the worker, so it pickles."""

    def row(self, review: Review, key: str) -> Row:
        """One row."""

    def encode(self, rows: Sequence[Row]) -> bytes:
        """Rows in the form in which they are stored."""


Reader = Callable[[StoredPage, Options], Review]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a chunk, or of several."""

    payloads: Sequence[bytes] = ()
    """Rows as the encoder made them."""
    errors: Sequence[ErrorRow] = ()
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The step of a worker."""

    encoder: Encoder
    options: Options
    read: Reader

    def __call__(self, chunk: Chunk) -> Done:
        """Read a chunk; whatever its pages do short of ending the process becomes an error row."""
        rows: list[Row] = []
        errors: list[ErrorRow] = []
        tally = Tally()
        for item in chunk:
            start = time.perf_counter()
            try:
                review, lost = self._review(item), None
            except Exception as error:  # noqa: BLE001 - a batch outlives whatever one of its pages does
                review, lost = None, _lost(item, error)
            if review is None or lost is not None:
                errors.append(lost or _row_of(item))
                tally.add_error(errors[-1])
                continue
            rows.append(self.encoder.row(review, item.id))
            tally.add(rows[-1], review, item.id, time.perf_counter() - start)
        return Done(payloads=(self.encoder.encode(rows),) if rows else (), errors=errors, tally=tally)

    def _review(self, item: StoredPage | Lost) -> Review | None:
        return None if isinstance(item, Lost) else self.read(item, self.options)


def read_page(page: StoredPage, options: Options) -> Review:
    """Unpack, decode and read one page.

    Raises:
        OSError: its file or packing is damaged.
    """
    content = content_of(page, enough(options.get("limits", DEFAULT)))
    given: Options = {**options, "url": page.url} if page.url else options
    if isinstance(content, str) or page.form is None:
        return parse(content, **given)
    if page.form == "text":
        return parse(as_told(content, page.charset) or decode(content), **given)
    return parse_html(as_told(content, page.charset) or content, **given)


def failure(item: StoredPage | Lost, code: str, message: str) -> Done:
    """What comes of a page whose worker could not say it."""
    tally = Tally()
    row: ErrorRow = {"id": item.id, "url": item.url, "code": code, "message": message}
    tally.add_error(row)
    return Done(errors=[row], tally=tally)


def joined(parts: Iterable[Done]) -> Done:
    """The parts as one, in their order."""
    parts = list(parts)
    tally = Tally()
    for part in parts:
        tally.merge(part.tally)
    payloads = tuple(chain.from_iterable(part.payloads for part in parts))
    return Done(payloads=payloads, errors=[*chain.from_iterable(part.errors for part in parts)], tally=tally)


def _row_of(item: StoredPage | Lost) -> ErrorRow:
    code, message = (item.code, item.message) if isinstance(item, Lost) else (FAILED, "no review")
    return {"id": item.id, "url": item.url, "code": code, "message": message}


def _lost(item: StoredPage | Lost, error: Exception) -> ErrorRow:
    code = UNREADABLE if isinstance(error, OSError) else MEMORY if isinstance(error, MemoryError) else FAILED
    message = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    if code == FAILED:
        message = f"{type(error).__name__}: {message}"
    return {"id": item.id, "url": item.url, "code": code, "message": message[:LONGEST_MESSAGE]}
