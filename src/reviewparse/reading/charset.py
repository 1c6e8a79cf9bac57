"""Bytes to clean text: BOM, strict UTF-8, the declared charset, Windows-1252, in that order.

Nothing unprintable gets further than this door: no control characters, no lone surrogates, no zero-width blanks.
"""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(rb"""(?i)(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}(?P<name>[\w.:-]{2,40})""")

DECLARATION_WITHIN = 4096
"""Bytes at the start of a page among which browsers look for its charset."""

FALLBACK = "cp1252"

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CUT = "unexpected end of data"
"""What the UTF-8 decoder says of a page whose last character is not whole."""

BOM_BYTES = tuple(bom for bom, _ in BOMS)

WHATWG = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "tis-620": "cp874",
}
"""Names that browsers read as a superset of what they say."""

NO_CHARSETS = frozenset(
    ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "charmap", "mbcs", "oem")
)
"""Codecs of Python that no page is written in; some of them fail on any other text."""

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)
SURROGATES = re.compile("[\ud800-\udfff]")
LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
BLANKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
"""Control characters that ``str.split`` takes for blanks, as it does where the lines of a page are read."""


def decode(data: bytes) -> str:
    """The text of a stored page; undecodable bytes become U+FFFD."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == CUT and not data[: error.start].isascii():
            return data[: error.start].decode("utf-8")
        return data.decode(_declared(data), "replace")


def encode(text: str) -> bytes:
    """UTF-8 for the parser; lone surrogates, which would end the parse, become U+FFFD."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        data = SURROGATES.sub("\ufffd", text).encode("utf-8")
    return _without_nul(data)


def to_utf8(data: bytes) -> bytes:
    """A stored page in UTF-8: as it is, whenever it is that already."""
    if not data.startswith(BOM_BYTES):
        if data.isascii():
            return _without_nul(data)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return _without_nul(data)
    return encode(decode(data))


def _without_nul(data: bytes) -> bytes:
    """The parser would print a NUL as U+FFFD."""
    return data.replace(b"\x00", b"") if b"\x00" in data else data


def clean(text: str) -> str:
    """A printed line without what does not print; cheap where there is nothing of the kind."""
    if text.isprintable():
        return text
    return " ".join(SURROGATES.sub("\ufffd", UNPRINTABLE.sub("", text)).split())


def clean_values(attrs: dict[str, str]) -> dict[str, str]:
    """The attributes of an element, cleaned like the lines of a page: some of them are quoted."""
    return {name: clean(value) for name, value in attrs.items()}


def clean_lines(text: str) -> str:
    """A string from anywhere, without what does not print; its lines stay lines and its tabs tabs."""
    if text.isprintable():
        return text
    text = BLANKS.sub(" ", LINE_BREAKS.sub("\n", text))
    return SURROGATES.sub("\ufffd", UNPRINTABLE.sub("", text))


def printed(text: str) -> str:
    """A printed line: single blanks, none at its ends, nothing that does not print."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return clean(" ".join(text.split()))


def _declared(data: bytes) -> str:
    found = DECLARED.search(data[:DECLARATION_WITHIN])
    if found is None:
        return FALLBACK
    name = found["name"].decode("ascii", "replace").lower()
    name = WHATWG.get(name, name)
    try:
        info = codecs.lookup(name)
    except LookupError:
        return FALLBACK
    # a page that claims UTF-8 and is not; and codecs that are no text encodings at all
    is_text = info._is_text_encoding  # noqa: SLF001 - there is no public twin
    if info.name.startswith("utf") or info.name.replace("-", "_") in NO_CHARSETS or not is_text:
        return FALLBACK
    return name
