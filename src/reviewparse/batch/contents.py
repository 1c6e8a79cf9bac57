"""What a stored page holds, unpacked and decoded: the part of reading that needs no review."""

from __future__ import annotations

from pathlib import Path

from reviewparse.batch.items import StoredPage
from reviewparse.batch.packing import open_packed, unpack
from reviewparse.reading.charset import decode


def content_of(page: StoredPage, most: int) -> bytes | str:
    """Its content, unpacked up to so many bytes.

    Raises:
        OSError: its file or packing is damaged, cut, or not known.
    """
    content = page.content
    if isinstance(content, Path):
        with open_packed(content) as file:
            return file.read(most)
    for coding in page.packing:
        if isinstance(content, bytes):
            content = unpack(content, coding, most)
    return content


def as_told(data: bytes, charset: str | None) -> str | None:
    """Decoded as the server said, where it said something and the bytes are no UTF-8; else ``None``.

    >>> as_told("é".encode("cp1252"), "cp1252"), as_told("é".encode(), "cp1252")
    ('é', None)
    """
    if charset is None:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError):  # no such charset, or a codec that is none
        return None


def text_of(page: StoredPage, most: int) -> str:
    """Its content as text.

    Raises:
        OSError: as of ``content_of``.
    """
    content = content_of(page, most)
    if isinstance(content, str):
        return content
    told = as_told(content, page.charset)
    return decode(content) if told is None else told
