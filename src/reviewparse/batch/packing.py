"""Unpacking gzip, zstd and the codings of HTTP: what is cut or damaged raises, and only what is asked for comes out."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from reviewparse.extras import require

GZIP_SUFFIX, ZSTD_SUFFIX = ".gz", ".zst"

MAGICS = {GZIP_SUFFIX: b"\x1f\x8b\x08", ZSTD_SUFFIX: b"\x28\xb5\x2f\xfd"}
"""What a packed member begins with."""

BLOCK = 1 << 16
"""Bytes read from a file at a time."""

ZSTD_SLICE = 1 << 10
"""Bytes given to zstd at a time: it cannot be told to stop, and makes at most 128 kB of every four bytes."""

Start = Callable[[], Any]
"""Makes a decompressor: an object with ``decompress``, ``eof`` and ``unused_data``."""


def open_packed(path: Path, raw: BinaryIO | None = None) -> io.BufferedReader:
    """The unpacked bytes of a file, by its last suffix; reading raises ``OSError`` where it is damaged or cut.

    Args:
        path: Its name decides; it is opened unless ``raw`` is given.
        raw: The file, already open.
    """
    raw = path.open("rb") if raw is None else raw
    members = members_of(raw, path.suffix.lower())
    if members is not None:
        return io.BufferedReader(members, BLOCK)
    return raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw)  # type: ignore[arg-type]


def members_of(raw: BinaryIO, suffix: str) -> Members | None:
    """What unpacks a file of this suffix; ``None`` for one that is not packed."""
    if suffix == GZIP_SUFFIX:
        return Members(raw, _gzip)
    if suffix == ZSTD_SUFFIX:
        zstd = require("zstandard", "zst")
        return Members(raw, lambda: _Zstd(zstd))
    return None


class Members(io.RawIOBase):
    """The members of a packed file, one behind the other; a read never goes beyond the member it is in."""

    def __init__(self, raw: BinaryIO, start: Start) -> None:
        """Read from where ``raw`` stands."""
        self.raw = raw
        self.owns = True
        """Whether closing this closes ``raw``."""
        self.member_at = 0
        """Where in ``raw`` the present member begins, counted from where reading began."""
        self._start = start
        self._member: Any = None
        self._packed = b""
        self._taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def close(self) -> None:
        """And the file below, where it is its own."""
        if self.owns:
            self.raw.close()
        super().close()

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any writable buffer, as the base class says
        """Fill what one step gives; 0 at the end of the file.

        Raises:
            OSError: the file is damaged, or ends inside a member.
        """
        data: bytes | None = b""
        while data == b"":
            data = self._step(len(buffer))
        if data is None:
            return 0
        buffer[: len(data)] = data
        return len(data)

    def _step(self, most: int) -> bytes | None:
        """Some bytes, or none yet; ``None`` at the end of the file."""
        at_end = False
        if not self._packed:
            self._packed = self.raw.read(BLOCK)
            self._taken += len(self._packed)
            at_end = not self._packed
        if self._member is None:
            self._packed = self._packed.lstrip(b"\0")  # some servers fill up with them
            if not self._packed:
                return None if at_end else b""
            self.member_at = self._taken - len(self._packed)
            self._member = self._start()
        data = self._unpack(most)
        if at_end and not data and self._member is not None:
            message = "it ends inside a packed member"
            raise OSError(message)
        return data

    def _unpack(self, most: int) -> bytes:
        member = self._member
        try:
            data: bytes = member.decompress(self._packed, most)
        except Exception as error:  # zlib and zstandard have exceptions of their own
            message = f"damaged: {error}"
            raise OSError(message) from error
        self._packed = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
        return data


def _gzip() -> Any:  # noqa: ANN401 - a class without a public name
    return zlib.decompressobj(wbits=31)


class _Zstd:
    """A decompressor of zstandard with the ways of one of zlib."""

    def __init__(self, zstd: Any) -> None:  # noqa: ANN401 - the module zstandard
        self._inner = zstd.ZstdDecompressor().decompressobj()
        self._ready = b""
        self.unconsumed_tail = b""

    def decompress(self, packed: bytes, most: int) -> bytes:
        """At most ``most`` bytes; what is not looked at yet stands in ``unconsumed_tail``."""
        self.unconsumed_tail = packed
        if not self._ready and packed:
            self._ready = self._inner.decompress(packed[:ZSTD_SLICE])
            self.unconsumed_tail = packed[ZSTD_SLICE:]
        data, self._ready = self._ready[:most], self._ready[most:]
        return data

    @property
    def eof(self) -> bool:
        """The frame is read to its end, and all of it was given away."""
        return bool(self._inner.eof) and not self._ready

    @property
    def unused_data(self) -> bytes:
        """What stands behind the frame."""
        return bytes(self._inner.unused_data) + self.unconsumed_tail


def unpack(data: bytes, coding: str, most: int) -> bytes:
    """Undo one HTTP coding, up to so many bytes.

    Raises:
        OSError: damaged, cut, or of a coding that is not known.
    """
    if coding == "chunked":
        return _joined(data)
    if coding in ("gzip", "x-gzip"):
        return io.BufferedReader(Members(io.BytesIO(data), _gzip)).read(most)
    if coding == "deflate":
        return _inflated(data, most)
    if coding == "zstd":
        zstd = require("zstandard", "zst")
        return io.BufferedReader(Members(io.BytesIO(data), lambda: _Zstd(zstd))).read(most)
    if coding == "br":
        return bytes(require("fastwarc.stream_io", "warc").BrotliReader(io.BytesIO(data)).read(most))
    message = f"packed as {coding[:40]!r}, which is not known"
    raise OSError(message)


def _inflated(data: bytes, most: int) -> bytes:
    """``deflate`` is a zlib stream by the book, and a bare one from some servers."""
    for wbits in (15, -15):
        stream = zlib.decompressobj(wbits)
        try:
            content = stream.decompress(data, most)
        except zlib.error:
            continue
        if stream.eof or len(content) == most:
            return content
    message = "damaged or cut: no deflate stream"
    raise OSError(message)


def _joined(data: bytes) -> bytes:
    """The body of chunks, each behind a line with its length; most archives have joined it and kept the header."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at, at + 40)
        length = data[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not length or length.strip(b"0123456789abcdefABCDEF"):
            return b"".join(parts) if parts else data
        size = int(length, 16)
        if size == 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
