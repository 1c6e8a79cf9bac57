"""The records of a web archive that hold pages, from any stream of bytes: shared by batches and by Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO

from reviewparse.batch.framing import VERSION, Framed
from reviewparse.batch.items import SOURCE_BROKEN, UNREADABLE, Form, Item, Lost, StoredPage
from reviewparse.batch.packing import MAGICS, members_of
from reviewparse.extras import require
from reviewparse.limits import DEFAULT
from reviewparse.reading.source import enough

HTML_TYPES = frozenset(("text/html", "application/xhtml+xml"))

SCAN = 1 << 20
"""Bytes searched at a time for the next record behind a damaged one."""

UTF8 = ("utf-8", "utf8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """One archive that is open."""

    name: str
    """Its suffix tells how it is packed; the key of what is lost with the archive."""
    raw: BinaryIO
    seeks: bool = True
    """Whether ``raw`` can be read from another place."""

    def pages(self) -> Iterator[Item]:
        """The HTML and text responses that went well, in their order.

        A damaged record costs itself. Where the archive cannot be followed any further, a ``Lost`` says so.
        """
        start, again = 0, False
        while start >= 0:
            reading = self._reading(start)
            try:
                for item in _pages(reading, self._told):
                    again = False
                    yield item
            except _Damaged as damage:
                broken = reading.record_at
                start = self._next(broken + 1)
                if start < 0:
                    message = damage.message + (f", in record {damage.record}" if damage.record else "")
                    yield Lost(id=self.name, code=SOURCE_BROKEN, message=message, end=self._told())
                elif damage.record or not again:
                    key = damage.record or f"{self.name}#{broken}"
                    yield Lost(id=key, code=UNREADABLE, message=damage.message, end=self._told())
                again = True
            else:
                return

    def _told(self) -> int:
        return self.raw.tell() if self.seeks else 0

    def _reading(self, start: int) -> Framed:
        members = members_of(self.raw, self._suffix)
        if members is None:
            return Framed(getattr(self.raw, "read1", self.raw.read), start)
        members.owns = False  # it is read on from behind a damaged record
        return Framed(members.read, start, members)

    @property
    def _suffix(self) -> str:
        return PurePath(self.name).suffix.lower()

    def _next(self, start: int) -> int:
        """Where the next record begins, ``raw`` standing there; -1 where there is none."""
        if not self.seeks:
            return -1
        mark = MAGICS.get(self._suffix, VERSION)
        self.raw.seek(start)
        at, tail = start, b""
        while block := self.raw.read(SCAN):
            found = (tail + block).find(mark)
            if found >= 0:
                at += found - len(tail)
                self.raw.seek(at)
                return at
            at += len(block)
            tail = (tail + block)[1 - len(mark) :]
        return -1


class _Damaged(Exception):  # noqa: N818 - a state, not an error
    """The archive cannot be read on from here."""

    def __init__(self, record: str | None, message: str) -> None:
        super().__init__(record, message)
        self.record = record
        self.message = message


def _pages(file: Framed, told: Callable[[], int]) -> Iterator[Item]:
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


def _records(file: Any) -> Iterator[Any]:  # noqa: ANN401 - any readable stream
    warc = require("fastwarc.warc", "warc")
    kinds = warc.WarcRecordType.response | warc.WarcRecordType.conversion | warc.WarcRecordType.resource
    return iter(warc.ArchiveIterator(file, record_types=kinds, parse_http=True))


def _item(record: Any, end: int) -> Item | None:  # noqa: ANN401 - a class of fastwarc
    """The page of a record, or ``None`` where it holds none.

    Raises:
        OSError: its content is damaged or cut.
    """
    http = record.http_headers
    if http is not None and http.status_code is None and not _header(http, "Content-Type"):
        message = "it is no response of HTTP"
        raise OSError(message)
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
