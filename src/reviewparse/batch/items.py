"""What sources give and workers take: a stored page, or a place where one should have been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Literal

UNREADABLE = "unreadable"
BAD_ROW = "bad_row"
SOURCE_BROKEN = "source_broken"
TIME_LIMIT = "time_limit"
WORKER_DIED = "worker_died"
MEMORY = "memory"
FAILED = "failed"

CODES = {
    UNREADABLE: "The page's file or record is damaged, packed in a way that is not known, or may not be read.",
    BAD_ROW: "A line that is no JSON object, or a row without a page in the column.",
    SOURCE_BROKEN: "A source ends before its end (half a WARC, a cut gzip file); what stood before was read.",
    TIME_LIMIT: "The page took longer than the time limit, and its worker was ended.",
    WORKER_DIED: "The worker process ended while it read the page, twice.",
    MEMORY: "The page needed more memory than a worker may have.",
    FAILED: "Reading raised an exception, which is a defect of this library; the message names it.",
}
"""All codes of the errors table. They are stable: new ones may come, none changes its meaning."""

Form = Literal["html", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """One page, not unpacked and not decoded yet: that is the worker's part."""

    id: str
    """Its key in every table: path, record id, the value of the id column, or ``file#row``."""
    content: bytes | str | Path
    """A ``Path`` is opened by the worker."""
    url: str | None = None
    form: Form | None = None
    """``None``: a string is HTML when it holds markup, else text; bytes are HTML."""
    packing: tuple[str, ...] = ()
    """HTTP codings in the order in which they are undone: ``chunked``, ``gzip``, ``deflate``, ``br``, ``zstd``."""
    charset: str | None = None
    """As the server said; asked when the bytes are no UTF-8."""
    end: int = field(default=0, compare=False)
    """Bytes of its source that are read when this page is, for the progress bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A page that could not be taken from its source."""

    id: str
    code: str
    message: str
    url: str | None = None
    end: int = field(default=0, compare=False)


Item = StoredPage | Lost

Chunk = Sequence[Item]
"""Consecutive items: what is sent to a worker at a time."""


def weight(item: Item) -> int:
    """Roughly the bytes of memory that it holds."""
    if isinstance(item, Lost) or isinstance(item.content, Path):
        return 200
    return 200 + len(item.content)


def stamp(chunk: Chunk) -> str:
    """A digest of the keys and contents, of a file its size and time of change: the same pages give the same stamp."""
    digest = blake2b(digest_size=8)
    for item in chunk:
        digest.update(item.id.encode("utf-8", "surrogatepass") + b"\0")
        if isinstance(item, StoredPage):
            digest.update(_trace(item.content))
    return digest.hexdigest()


def _trace(content: bytes | str | Path) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode("utf-8", "surrogatepass")
    try:
        status = content.stat()
    except OSError:
        return b"?"
    return f"{status.st_size} {status.st_mtime_ns}".encode()
