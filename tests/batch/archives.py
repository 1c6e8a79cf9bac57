"""Web archives for tests, record by record."""

from __future__ import annotations

PAGE = "<h1>Cold Tap, part {n}</h1><p>Reviewed by Orla Venn</p><p>Rating: 4/5</p>"


def record(number: int, body: bytes | None = None, *, http: str = "", kind: str = "response") -> bytes:
    """One record that is not packed; ``http`` are further lines of the server's head."""
    page = PAGE.format(n=number).encode() if body is None else body
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{http}\r\n".encode() + page
    return framed(number, block, kind)


def framed(number: int, block: bytes, kind: str = "response") -> bytes:
    """The same with any block."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {key(number)}\r\n"
        f"WARC-Target-URI: https://a.example/{number}\r\nWARC-Date: 2012-05-09T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def key(number: int) -> str:
    """Of a record."""
    return f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"
