"""How marks are written in digits and in words, and what they amount to."""

from __future__ import annotations

import re
from collections.abc import Mapping

HALVES = {"¼": 0.25, "½": 0.5, "¾": 0.75, "1/2": 0.5}

DIGITS = r"[0-9]{1,3}+(?:[.,][0-9]{1,2}+)?+"
"""``8``, ``8.5``, ``8,5``, ``9.25``."""

NUMBER = rf"(?:{DIGITS}(?:\s?[¼½¾]|[ -]1/2(?![0-9/]))?+|[¼½¾])"
"""Digits with a fraction behind them: ``3½``, ``3 1/2``, ``3-1/2``, ``½``."""

BEST = r"[0-9]{1,3}+(?:[.,]0{1,2}+)?+(?![0-9/]|[.,:–-][0-9])"
"""A maximum: a whole number that no date, duration or catalogue number goes on with."""

MAXIMA = frozenset({4, 5, 6, 7, 10, 11, 12, 15, 20, 100})
"""Scales in use; a fraction with another maximum counts only behind a label."""

MAXIMA_ALONE = frozenset({8, 25, 30, 40, 50, 60})
"""Rarer ones, for a fraction that is all there is on its line."""

_ONE_TO_ONE = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u2007\u3000\t"), " "),
    **dict.fromkeys(map(ord, "⁄∕／"), "/"),
    **dict.fromkeys(map(ord, "‘’ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "−﹣－‐‑"), "-"),
    ord("："): ":",
    ord("．"): ".",
    ord("，"): ",",
    ord("％"): "%",
    ord("＊"): "*",
    ord("（"): "(",
    ord("）"): ")",
    ord("＋"): "+",
    ord("＝"): "=",
    ord("｜"): "|",
    **{ord(circled): full for circled, full in zip("🌟✭✮✯✪⋆⭑", "★" * 7, strict=True)},
}

_PARTS = re.compile(r"(?P<whole>[0-9]{1,3}(?:[.,][0-9]{1,2})?)?[\s-]{0,2}(?P<part>[¼½¾]|1/2)?")


def plain(text: str) -> str:
    """The same text with one spelling for each digit, stroke, blank and quote; as long as before.

    >>> plain("４⁄５")
    '4/5'
    """
    return text if text.isascii() else text.translate(_ONE_TO_ONE)


def number(printed: str, words: Mapping[str, float]) -> float | None:
    """The value of a number in digits or in words.

    Args:
        printed: As a pattern of ``NUMBER`` or of number words found it.
        words: What each number word is worth; a word below one is added to the word before it.

    >>> number("3 1/2", {}), number("three and a half", {"three": 3.0, "and a half": 0.5})
    (3.5, 3.5)
    """
    first = printed[:1]
    if first.isdigit() or first in HALVES:
        match = _PARTS.fullmatch(printed.strip())
        if match is None:
            return None
        whole, part = match["whole"], match["part"]
        return (float(whole.replace(",", ".")) if whole else 0.0) + HALVES.get(part, 0.0)
    return _of_words(" ".join(printed.casefold().replace("-", " ").split()), words)


def _of_words(phrase: str, words: Mapping[str, float]) -> float | None:
    if phrase in words:
        return words[phrase]
    for end in range(len(phrase) - 1, 0, -1):
        if phrase[end] == " " and phrase[:end] in words:
            rest = words.get(phrase[end + 1 :])
            return words[phrase[:end]] + rest if rest is not None and rest < 1 else None
    return None
