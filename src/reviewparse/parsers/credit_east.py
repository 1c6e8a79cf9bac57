"""East Asian lines of credits, whose labels stand in brackets, before a slash or a blank, or letter-spaced.

All of them are read as if a colon stood behind the label; every character stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.roles import role_book

MAX_LINE = 300
"""Characters; what is longer is prose."""

_SPACED = re.compile(r"(?<!\w)(?P<first>[^\W\d_])\s{1,4}(?P<second>[^\W\d_])(?=\s?[:：])")

_SIGNS = frozenset("/／【[")

_KOREAN = r"[\uac00-\ud7af]{2,4}"
"""A Korean name."""


class _Patterns(NamedTuple):
    signed: re.Pattern[str]
    """A label that a sign sets off, anywhere in a line."""
    opening: re.Pattern[str]
    """A label that opens a line, before a blank: a bullet, the blank or the names behind it tell it from prose."""


@lru_cache(maxsize=16)
def _labels(words: Words) -> frozenset[str]:
    return frozenset(label for label in role_book(words).labels if not label.isascii())


@lru_cache(maxsize=16)
def _patterns(words: Words) -> _Patterns:
    one, person = _either(_labels(words)), _either(_people(words))
    label = rf"{one}(?:[・/／&＆、]{one}){{0,2}}"
    bullet = r"[◎◆◇●○■□★☆※▼▽・*>-]{1,2}\s{0,2}"
    bracketed = rf"(?P<open>[【\[])(?P<label>{label})[】\]]"
    slashed = rf"(?:^(?:{bullet})?|(?<=\s)){label}\s?(?P<slash>[/／])\s?(?!{one})"
    people = rf"(?P<label>{person}(?:[・/／&＆、]{one}){{0,2}})"
    korean = rf"\s(?={_KOREAN}(?:,\s?{_KOREAN})*\s?$)"
    opening = rf"(?:(?P<bullet>{bullet}){people}\s|{people.replace('<label>', '<bare>')}(?:\u3000|{korean}))(?=[\s\w])"
    return _Patterns(re.compile(rf"{bracketed}|{slashed}"), re.compile(opening))


def _either(labels: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, labels), key=len, reverse=True)) or '(?!)'})"


def _people(words: Words) -> frozenset[str]:
    """Labels that nothing but people stand behind: ``音楽`` opens a remark as often."""
    table = words.credits
    phrases = {fold(phrase) for part in (table.people, table.labels) for row in part.values() for phrase in row}
    return _labels(words) & phrases - {fold(phrase) for row in table.things.values() for phrase in row}


def with_colons(line: str, words: Words) -> str:
    """The line with a colon behind each label.

    >>> from reviewparse.languages import load
    >>> with_colons("【監督】岸辺蓮", load("ja")), with_colons("감독 김하늘", load("ko"))
    (' 監督:岸辺蓮', '감독:김하늘')
    """
    if not words.family_name_first or line.isascii() or len(line) > MAX_LINE:
        return line
    patterns = _patterns(words)
    if not _SIGNS.isdisjoint(line):
        line = patterns.signed.sub(_colon, line)
    if ":" in line or "：" in line:
        return _SPACED.sub(lambda match: _closed_up(match, words), line)
    match = patterns.opening.match(line)
    if match is None:
        return line
    return f"{' ' * len(match['bullet'] or '')}{match['label'] or match['bare']}:{line[match.end() :]}"


def _colon(match: re.Match[str]) -> str:
    if match["open"]:
        return f" {match['label']}:"
    at = match.start("slash") - match.start()
    return f"{match[0][:at]}:{match[0][at + 1 :]}"


def _closed_up(match: re.Match[str], words: Words) -> str:
    label = match["first"] + match["second"]
    return label.rjust(len(match[0])) if label in _labels(words) else match[0]
