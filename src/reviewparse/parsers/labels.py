"""Labelled lines, ``Label: value``, the commonest furniture of reviews: split once here, looked up in word tables."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MAX_LABEL = 48
"""Characters; no label in any language we know is longer."""

SEPARATORS = ":：–—-=|~"
"""What may stand between label and value; a dash only with a blank before it."""

_COLONS = frozenset(":：／")
"""The full-width slash parts labels from values only, in East Asian lines: ``監督／岸辺蓮``."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line split at its first separator."""

    label: str
    """Folded by ``fold``."""
    value: str
    """As printed, stripped; may be empty."""
    offset: int
    """Where the value begins in the line."""


def fold(text: str) -> str:
    """Comparable form of a label or phrase: NFKC, lower case, single blanks, no outer punctuation."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.casefold()
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    return text.strip(" .:;,!*_-–—•·|#[]()【】")


def blanked(text: str, signs: str) -> str:
    """The text with blanks for these signs; a fraction of what ``str.translate`` costs beyond ASCII."""
    for sign in signs:
        if sign in text:
            text = text.replace(sign, " ")
    return text


def split_label(line: str) -> Labelled | None:
    """Split ``Label: value``; ``None`` when the line has no separator within the length of a label."""
    bracket = "】" if line[:1] == "【" else ""
    for position, char in enumerate(line[: MAX_LABEL + 1]):
        if char in _COLONS or char == bracket or (char in SEPARATORS and position and line[position - 1] == " "):
            rest = line[position + 1 :]
            value = rest.strip()
            offset = position + 1 + (len(rest) - len(rest.lstrip()))
            return Labelled(label=fold(line[:position]), value=value, offset=offset)
    return None
