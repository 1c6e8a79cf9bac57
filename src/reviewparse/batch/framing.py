"""Where the records of a web archive begin and end: fastwarc says nothing of an archive that ends inside one."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewparse.batch.packing import Members

VERSION = b"WARC/"
"""What a record begins with."""

BLANKS = re.compile(rb"[\r\n]*+")

HEAD_END = b"\r\n\r\n"

LENGTH = re.compile(rb"\r\nContent-Length:[ \t]{0,8}(?P<length>\d{1,15})[ \t]{0,8}\r\n", re.I)

LONGEST_HEAD = 1 << 20


class Framed:
    """A stream for fastwarc that gives the head of a record, its content and what parts it from the next one by one.

    So it knows in which record fastwarc is, and whether the end of the archive is the end of a record.
    """

    def __init__(self, read: Callable[[int], bytes], start: int = 0, members: Members | None = None) -> None:
        """Follow what ``read`` gives.

        Args:
            read: Gives so many unpacked bytes or fewer, and none at the end.
            start: Where in the archive reading begins.
            members: What unpacks them, where the archive is packed.
        """
        self._read = read
        self._start = start
        self._members = members
        self._ready = b""
        self._head = b""
        """What has passed of the head of a record; empty when all of it has."""
        self._left = 0
        """Bytes of its content that are to come."""
        self._passed = self._began = 0

    @property
    def record_at(self) -> int:
        """Where in the archive the present record begins, or its packed member."""
        return self._start + (self._began if self._members is None else self._members.member_at)

    def read(self, most: int) -> bytes:
        """Read on, but not beyond the part of a record.

        Raises:
            OSError: the archive ends inside a record, what follows is none, or its packing is damaged.
        """
        self._ready = self._ready or self._read(most)
        if not self._ready:
            self._check_end()
            return b""
        step = self._in_content(most) if self._left else self._between() or self._in_head(most)
        data, self._ready = self._ready[:step], self._ready[step:]
        self._passed += step
        return data

    def tell(self) -> int:
        """Of no importance, but asked for."""
        return 0

    def _check_end(self) -> None:
        if self._left or self._head:
            where = f"{self._left} bytes before the end" if self._left else "in the head"
            message = f"it ends {where} of a record"
            raise OSError(message)

    def _in_content(self, most: int) -> int:
        step = min(self._left, len(self._ready), most)
        self._left -= step
        return step

    def _between(self) -> int:
        blanks = BLANKS.match(self._ready)
        return 0 if self._head or blanks is None else blanks.end()

    def _in_head(self, most: int) -> int:
        """How much of what is ready belongs to the head."""
        before = len(self._head)
        if not before:
            self._began = self._passed
        self._head += self._ready[:most]
        end = self._head.find(HEAD_END, max(0, before - len(HEAD_END)))
        if not self._head.startswith(VERSION[: len(self._head)]) or (end < 0 and len(self._head) > LONGEST_HEAD):
            message = "there is no record where one should begin"
            raise OSError(message)
        if end < 0:
            return len(self._head) - before
        end += len(HEAD_END)
        found = LENGTH.search(self._head, 0, end)
        if found is None:
            message = "a record does not tell its length"
            raise OSError(message)
        self._left = int(found["length"])
        self._head = b""
        return end - before
