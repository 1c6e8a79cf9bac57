"""Questions about the characters of a text that searches in C answer; patterns and loops cost ten times as much."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable

QUOTES = "\"'“”„‚‘’«»『』「」《》"
"""Signs that titles are set in."""

_DIGIT = re.compile(r"\d")

_FOURTH_PLANE = b"\xf0\x9f"
"""How UTF-8 begins the characters from U+1F000 on."""


def has_digit(text: str) -> bool:
    """Whether a decimal digit of any script stands in a text."""
    if not text.isascii():
        return _DIGIT.search(text) is not None
    for digit in "0123456789":  # noqa: SIM110 - a generator would cost more than the search
        if digit in text:
            return True
    return False


def holds_any(text: str, sought: Iterable[str]) -> bool:
    """Whether one of the strings stands in a text."""
    for one in sought:  # noqa: SIM110 - a generator would cost more than the search
        if one in text:
            return True
    return False


def may_hold_pictures(text: str) -> bool:
    """Whether characters from U+1F000 on, pictures and emoticons, may stand in a text."""
    return not text.isascii() and _FOURTH_PLANE in text.encode("utf-8", "surrogatepass")


def lowering(signs: str) -> bytes:
    """The table by which ``lowered_without`` reads ASCII: small letters, and blanks for the signs."""
    ascii_signs = "".join(sign for sign in signs if sign.isascii())
    return bytes.maketrans(
        (string.ascii_uppercase + ascii_signs).encode(), string.ascii_lowercase.encode() + b" " * len(ascii_signs)
    )


def lowered_without(text: str, signs: str, table: bytes) -> str:
    """A text case folded, with blanks for some signs.

    Args:
        text: Any text.
        signs: What becomes a blank.
        table: ``lowering(signs)``.
    """
    if text.isascii():
        return text.encode().translate(table).decode()
    text = text.casefold()
    for sign in signs:
        if sign in text:
            text = text.replace(sign, " ")
    return text
