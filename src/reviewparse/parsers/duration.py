"""Playing times: ``3:45``, ``(3.45)``, ``3'45"``, ``3m45s``, ``1h02``, to whole seconds.

A time at the end of a line may be a time, the end of a title (``Psalm 25:17``) or a mark (``8,5``). How it is dressed
tells how sure it is; a single line cannot tell more. The list it stands in decides about the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from reviewparse.languages import Words

MAX_TAIL = 30
"""Characters of the longest time with its brackets and blanks; only that much of a line is searched."""

_DIGITS = frozenset("0123456789０１２３４５６７８９")

_ENDINGS = frozenset("0123456789)]）】\"'”″′’´.?-|*")

_SEPARATORS = " \t–—-,:;|/~·•_…"


_APART = re.compile(r"(?:\s[–—\-|~]|[,|\t]|\.\.|…)\s*\Z")
"""What sets a time apart from the title before it."""


class Trust(IntEnum):
    """How sure it is that a time-like string is a playing time."""

    WEAK = 0
    """A bare decimal: ``3,45``."""
    LIKELY = 1
    """A bare clock or a decimal in brackets: ``3:45``, ``(3.45)``."""
    SURE = 2
    """Set apart from the title: ``(3:45)``, ``– 3:45``, ``3'45"``."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A line and the playing time at its end or beginning."""

    rest: str
    """The line without the time and what sets it apart."""
    seconds: int | None
    """``None`` when the line says that the time is not known: ``(?:??)``."""
    trust: Trust


@dataclass(frozen=True, slots=True)
class _Patterns:
    tail: re.Pattern[str]
    head: re.Pattern[str]
    whole: re.Pattern[str]
    minutes: re.Pattern[str]
    letters: frozenset[str]


@lru_cache(maxsize=64)
def _patterns(words: Words) -> _Patterns:
    units = {name: _either(words.tracklist.units.get(name, ())) for name in ("hour", "minute", "second")}
    time = rf"""
        (?:(?P<h>\d{{1,2}})[:：])?(?P<m>\d{{1,3}})[:：](?P<s>[0-5]\d)(?:\s(?:{units["minute"]})\.?)?  # 3:45, 1:02:03
      | (?P<pm>\d{{1,3}})\s?['’′´]\s?(?P<ps>[0-5]?\d)\s?(?:["”″]|['’′´]{{2}})?             # 3'45"
      | (?P<lh>\d{{1,2}})\s?(?:{units["hour"]})\.?(?:\s?(?P<lhm>[0-5]?\d)(?:\s?(?:{units["minute"]})\.?)?)?   # 1h02
      | (?P<lm>\d{{1,3}})\s?(?:{units["minute"]})\.?\s?(?P<ls>[0-5]?\d)(?:\s?(?:{units["second"]})\.?)?       # 3m45s
      | (?P<om>\d{{1,3}})\s?(?:{units["minute"]})\.?                                      # 3 min.
      | (?P<os>\d{{1,4}})\s?(?:{units["second"]})\.?                                      # 225s
      | (?P<dm>\d{{1,3}})[.,](?P<ds>[0-5]\d)                                              # 3.45
      | [:：](?P<c>[0-5]\d)                                                                 # :45
      | (?P<none>[?\-–]{{1,2}}[:.][?\-–]{{2}})                                            # ?:??
    """
    flags = re.VERBOSE | re.IGNORECASE
    dressed = rf"(?P<open>[(\[（【]\s?)?(?:{time})(?(open)\s?[)\]）】])"
    return _Patterns(
        tail=re.compile(rf"(?<![\d:.,'’]){dressed}[\s|]*\Z", flags),
        head=re.compile(rf"\s?{dressed}(?=[\s|])[\s–—\-|]*", flags),
        whole=re.compile(dressed, flags),
        minutes=re.compile(rf"(?<![\d:.,])(?P<m>\d{{1,3}})\s?(?:{units['minute']}|['’′´])\.?\s*\Z", flags),
        letters=frozenset(word[-1] for unit in words.tracklist.units.values() for word in unit),
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def read_duration(text: str, words: Words) -> int | None:
    """The playing time a string consists of.

    Args:
        text: ``3:45``, ``(3:45)``, ``1:02:03``, ``3'45"``, ``3m45s``, ``3.45``; nothing else may stand in it.
        words: Where the units stand.

    Returns:
        Whole seconds, or ``None`` where it is no playing time.

    >>> from reviewparse.languages import load
    >>> read_duration("[3:45]", load("en"))
    225
    """
    text = text.strip()
    if len(text) > MAX_TAIL or _DIGITS.isdisjoint(text):
        return None
    match = _patterns(words).whole.fullmatch(text)
    return None if match is None else _seconds(match)


def read_total(text: str, words: Words) -> int | None:
    """The sum in a line such as ``48:30`` or ``41 min``: a time at its end, minutes alone included."""
    timed = peel_tail(text, words)
    if timed is not None:
        return timed.seconds
    match = _patterns(words).minutes.search(text[-MAX_TAIL:])
    return None if match is None else int(match["m"]) * 60


@lru_cache(maxsize=1024)
def peel_tail(line: str, words: Words) -> Timed | None:
    """Cut the time off the end of a line.

    >>> from reviewparse.languages import load
    >>> peel_tail("Hallways (Live) (4:10)", load("en")).rest
    'Hallways (Live)'
    """
    line = line.rstrip()
    if not line or (line[-1] not in _ENDINGS and line[-1].lower() not in _patterns(words).letters):
        return None
    begin = max(0, len(line) - MAX_TAIL)
    tail = line[begin:]
    if _DIGITS.isdisjoint(tail) and "?" not in tail and "-:--" not in tail:
        return None
    match = _patterns(words).tail.search(tail)
    if match is None:
        return None
    before = line[: begin + match.start()]
    return Timed(
        rest=_without_leaders(before.rstrip(_SEPARATORS)), seconds=_seconds(match), trust=_trust(match, before)
    )


def _without_leaders(text: str) -> str:
    """The text without dots that lead the eye to the time; the three dots of ``Wait...`` are none."""
    bare = text.rstrip(". ")
    dots = text[len(bare) :]
    return bare if len(dots) > 3 or dots.startswith(" ") else text


def peel_head(line: str, words: Words) -> Timed | None:
    """Cut the time off the beginning of a line: ``(3:45) 1. Bellmouth``."""
    if (
        not line
        or (line[0] not in "([" and ":" not in line[:6])
        or (match := _patterns(words).head.match(line)) is None
    ):
        return None
    trust = Trust.SURE if match["open"] and match["s"] else Trust.LIKELY
    return Timed(rest=line[match.end() :], seconds=_seconds(match), trust=trust)


def _seconds(match: re.Match[str]) -> int | None:
    if match["s"] is not None:
        return 3600 * int(match["h"] or 0) + 60 * int(match["m"]) + int(match["s"])
    if match["lh"] is not None:
        return 3600 * int(match["lh"]) + 60 * int(match["lhm"] or 0)
    if match["os"] is not None or match["c"] is not None:
        return int(match["os"] or match["c"])
    minutes = match["pm"] or match["lm"] or match["dm"] or match["om"]
    return None if minutes is None else 60 * int(minutes) + int(match["ps"] or match["ls"] or match["ds"] or 0)


def _trust(match: re.Match[str], before: str) -> Trust:
    if match["s"] is not None or match["none"] is not None:
        return Trust.SURE if match["open"] or _APART.search(before[-8:]) else Trust.LIKELY
    if match["pm"] is not None or match["lm"] is not None or match["lhm"] is not None:
        return Trust.SURE
    if match["open"]:
        return Trust.LIKELY if match["c"] is None else Trust.SURE
    return Trust.WEAK
