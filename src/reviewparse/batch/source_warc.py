"""Pages in web archives: the responses of WARC files and the texts of WET files, packed record by record or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from reviewparse.batch.items import SOURCE_BROKEN, UNREADABLE, Form, Item, Lost, StoredPage
from reviewparse.batch.packing import GZIP_MAGIC, Members, open_packed
from reviewparse.errors import BatchError
from reviewparse.extras import require
from reviewparse.limits import DEFAULT
from reviewparse.reading.source import enough

SUFFIXES = frozenset((".warc", ".wet"))

HTML_TYPES = frozenset(("text/html", "application/xhtml+xml"))

SCAN = 1 << 20
"""Bytes searched at a time for the next record behind a damaged one."""

UTF8 = ("utf-8", "utf8")


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
                head = file.read(5)
            except OSError as error:
                message = f"{self.name}: {error}"
                raise BatchError(message) from error
        if head and head != b"WARC/":
            message = f"{self.name}: it is no WARC file"
            raise BatchError(message)

    def pages(self) -> Iterator[Item]:
        """The HTML and text responses that went well, in their order.

        A damaged record that is packed for itself costs itself. Where the archive cannot be followed any further, a
        ``Lost`` says so.
        """
        if self.stream is not None:
            yield from self._pages(self.stream, _nothing)
            return
        with self.path.open("rb") as raw:
            yield from self._pages(raw, raw.tell)

    def _pages(self, raw: BinaryIO, told: Callable[[], int]) -> Iterator[Item]:
        start, again = 0, False
        while True:
            file = open_packed(self.path, raw)
            members = file.raw if isinstance(file.raw, Members) else None
            if members is not None:
                members.owns = False  # it is read on from behind a damaged record
            try:
                for item in _pages(members or file, told):
                    again = False
                    yield item
            except _Damaged as damage:
                broken = start + (members.member_at if members is not None else 0)
                can_go_on = members is not None and self.stream is None
                start = _next_member(raw, broken + 1) if can_go_on else -1
                if start < 0:
                    message = damage.message + (f", in record {damage.record}" if damage.record else "")
                    yield Lost(id=self.name, code=SOURCE_BROKEN, message=message, end=self.size)
                    return
                if not again:
                    key = damage.record or f"{self.name}#{broken}"
                    yield Lost(id=key, code=UNREADABLE, message=damage.message, end=told())
                again = True
            else:
                return


class _Damaged(Exception):  # noqa: N818 - a state, not an error
    """The archive cannot be read on from here."""

    def __init__(self, record: str | None, message: str) -> None:
        super().__init__(record, message)
        self.record = record
        self.message = message


def _pages(file: Any, told: Callable[[], int]) -> Iterator[Item]:  # noqa: ANN401 - any readable stream
    """Items from here on.

    Raises:
        _Damaged: a record is damaged or cut.
    """
    known = None
    try:
        for record in _records(file):
            known = record.record_id
            item = _item(record, told())
            if item is not None:
                yield item
            known = None
    except BaseException as error:
        # a panic of fastwarc is no Exception, but it is of the archive, too
        if isinstance(error, OSError | ValueError) or type(error).__name__ == "PanicException":
            raise _Damaged(known, str(error)) from error
        raise


class _Stream:
    """What fastwarc asks of a stream that cannot seek; a read never goes beyond a packed record."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 - any readable stream
        self.read = file.read

    def tell(self) -> int:
        """Of no importance, but asked for."""
        return 0


def _nothing() -> int:
    return 0


def _records(file: Any) -> Iterator[Any]:  # noqa: ANN401 - any readable stream
    warc = require("fastwarc.warc", "warc")
    kinds = warc.WarcRecordType.response | warc.WarcRecordType.conversion | warc.WarcRecordType.resource
    return iter(warc.ArchiveIterator(_Stream(file), record_types=kinds, parse_http=True))


def _item(record: Any, end: int) -> Item | None:  # noqa: ANN401 - a class of fastwarc
    """The page of a record, or ``None`` where it holds none.

    Raises:
        OSError: its content is damaged or cut.
    """
    http = record.http_headers
    if http is not None and not 200 <= (http.status_code or 200) < 300:
        return None
    form, charset = _media(_header(http if http is not None else record.headers, "Content-Type"))
    if form is None:
        return None
    most = enough(DEFAULT)
    content = record.reader.read(most)
    if len(content) < min(record.content_length, most):
        message = f"it ends {record.content_length - len(content)} bytes before the end of a record"
        raise OSError(message)
    url = record.headers.get("WARC-Target-URI")
    return StoredPage(
        id=record.record_id or f"{url} {record.stream_pos}",
        content=content,
        url=url.strip("<>") if url else None,
        form=form,
        packing=tuple(_codings(http)) if http is not None else (),
        charset=charset,
        end=end,
    )


def _media(content_type: str) -> tuple[Form | None, str | None]:
    """How a page of this type is read, and its charset; ``None`` for what is no page."""
    media, _, parameters = content_type.partition(";")
    media = media.strip().lower()
    _, _, charset = parameters.lower().partition("charset=")
    charset = charset.partition(";")[0].strip(" \"'")
    form: Form | None = "html" if media in HTML_TYPES else "text" if media == "text/plain" else None
    return form, charset if charset and charset not in UTF8 else None


def _codings(http: Any) -> Iterator[str]:  # noqa: ANN401 - a class of fastwarc
    """The codings from the outermost inwards: those of the transfer, then those of the content, the last one first."""
    for name in ("Transfer-Encoding", "Content-Encoding"):
        for coding in reversed(_header(http, name).lower().split(",")):
            if coding.strip() not in ("", "identity"):
                yield coding.strip()


def _header(headers: Any, name: str) -> str:  # noqa: ANN401 - a class of fastwarc
    return str(headers.get(name) or "")


def _next_member(raw: BinaryIO, start: int) -> int:
    """Where the next packed record begins, ``raw`` standing there; -1 where there is none."""
    raw.seek(start)
    at, tail = start, b""
    while block := raw.read(SCAN):
        found = (tail + block).find(GZIP_MAGIC)
        if found >= 0:
            at += found - len(tail)
            raw.seek(at)
            return at
        at += len(block)
        tail = (tail + block)[-2:]
    return -1
