"""Signs printed at the edges of a title: stars and hearts of highlights, footnotes, emphasis left over from markup."""

from __future__ import annotations

import re

_MARKS = frozenset("*♥❤♡✓✔★☆†‡^♪+")
_FOOTNOTE = re.compile(r"\s{0,9}(?:\*{2,3}|[†‡]{1,3}|[¹²³⁴-⁹]{1,2}|\[\d{1,2}\])\s{0,9}\Z")
"""Signs that lead to a note below the list."""

_TRAILING_MARK = re.compile(r"\s{0,9}(?<![*★])(?P<mark>[*♥❤♡✓✔★†‡^♪]\ufe0f?)\s{0,9}\Z")
_LEADING_MARK = re.compile(r"\s{0,9}[*♥❤♡✓✔★♪]\ufe0f?\s{0,9}(?=[^\s*])")
_NOTES = frozenset("*†‡¹²³⁴⁵⁶⁷⁸⁹]")

_WRAP = re.compile(r"(?P<w>\*{3}|\*\*|__|\*|_)(?P<inner>[^*_].*[^*_\s]|[^*_])(?P=w)")


def strip_mark(text: str) -> tuple[str, bool]:
    """The text without a star or heart at its end or beginning, and whether there was one."""
    if not text or not (text[-1] in _MARKS or text[-1] == "\ufe0f" or text[0] in _MARKS):
        return text, False
    if (wrapped := _WRAP.fullmatch(text)) is not None:
        return wrapped["inner"], False
    match = _TRAILING_MARK.search(text)
    if match is not None and match.start() and text[: match.start()].count("*") % 2 == 0:
        return text[: match.start()], True
    if (match := _LEADING_MARK.match(text)) is not None and match.end() < len(text):
        return text[match.end() :], True
    return text, False


def strip_footnote(text: str) -> str:
    """The text without a sign that leads to a note: ``Salt**``, ``Salt²``."""
    match = _FOOTNOTE.search(text[-8:]) if text[-1:] in _NOTES else None
    return text if match is None else text[: max(0, len(text) - 8) + match.start()] or text


def unwrap(text: str) -> str:
    """The text without emphasis marks around all of it: ``_Long Acre_``, ``**Long Acre**``."""
    if text[:1] in "*_" and (match := _WRAP.fullmatch(text)) is not None:
        return match["inner"]
    return text
