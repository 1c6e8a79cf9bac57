"""The beginning of a line of a tracklist: bullets, and the number in front in all its forms.

A number in front may be an index or the first word of a title (``99 Steps Down``). A single line cannot tell; so
``read_front`` says what the number would be, and the list decides by the sequence.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words

MAX_LINE = 400
"""Characters of a line with a number in front; a longer one is a paragraph."""

MAX_TEXT = 6000
"""Characters of a paragraph that are looked at: as many as the longest list in one line."""

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")

_LEFT_OVER = re.compile(
    r"\{/?[a-z]{1,10}\}|\[/?(?:b|i|u|s|em|strong|size|color|font|url|li|\*)(?:=[^\]\s]{1,60})?\]", re.I
)
"""Markup nobody turned into formatting: ``[b]``, ``{bold}``."""

_ESCAPED = re.compile(r"\\(?=[.)*_#-])")
"""The backslash that keeps Markdown from making a list of ``1\\. Bellmouth``."""

_BULLET = re.compile(r"(?:[-–—•·●○▪■►▸‣*+]|&bull;)\s+(?=\S)")

_NUMBER = re.compile(
    r"""
    \s?+
    (?: \#\s?(?P<hash>\d{1,3})(?:\s?[.:)\-–—]\s?|\s)                              # #3 Bellmouth
      | [(\[](?P<bracketed>\d{1,3})[)\]][.:]?\s?                                 # (3) Bellmouth
      | (?P<disc>\d{1,2})[-.](?P<of_disc>\d{2})[.:)]?\s(?:[-–—]\s)?                # 1-03 Bellmouth
      | (?P<from>\d{1,3})\s?[-–—]\s?(?P<to>\d{1,3})[.:)]\s                        # 01 – 06. Cantata
      | (?P<side>[A-Z]{1,2})(?P<of_side>\d{1,2})(?:\s?[.:)\-–—|/]\s?|\s)             # A1 Bellmouth
      | (?P<roman>[IVX]{1,5})[.:)]\s                                                # II. Adagio
      | (?P<letter>[A-Z]{1,2})[.:)]\s                                            # AA. Bellmouth
      | (?P<padded>0\d{1,2})(?:[.．]\)?\s?|_(?=[^\W_]))                              # 03.1999, 03_Bellmouth
      | (?P<marked>\d{1,3})(?:[.．][)\-–]?(?!\d)|\s?[:：](?!\d\d\b)|\s?[)、|/>°º]       # 3. Bellmouth
            |\s?[-–—_]\s|[-–](?=[^\W\d_]))\s?                                       # 3 - Bellmouth, 3-Bellmouth
      | (?P<bare>\d{1,3})\s(?=\S)                                                # 03 Bellmouth
    )
    """,
    re.VERBOSE,
)

_ONLY_NUMBER = re.compile(r"[(\[#]?\s?(?P<n>\d{1,3}|[A-H]\d{1,2})\s?[.):|\]]{0,3}\s?")


_KINDS = {"of_disc": "disc", "of_side": "side", "to": "range", "padded": "marked"}
"""Kinds of numbers by the group of the pattern that holds the last digits."""

_FIRST = frozenset("#([")

_CIRCLED = frozenset(map(chr, range(ord("①"), ord("⑳") + 1)))
"""Numbers in circles, 1 to 20, which need nothing to close them."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the number in front of a line would be, if it is one."""

    kind: str
    """``marked``, ``bare``, ``hash``, ``bracketed``, ``word``, ``roman``, ``side``, ``letter``, ``disc``.

    Lists keep to one.
    """
    number: int
    """Within its disc or side; 0 for a letter alone."""
    last: int
    """The same, or the end of a range."""
    printed: str
    """In ASCII digits, without what closes it."""
    group: str
    """Side or disc that the position names: ``A`` of ``A1``, ``2`` of ``2-03``."""
    rest: str
    """The line behind it."""


def clean_line(line: str) -> str:
    """A line without invisible characters, left-over markup and entities; tabs become bars, blanks are folded."""
    line = line[:MAX_TEXT]
    if not line.isascii():
        if line[:1] in _CIRCLED:
            line = f"{int(unicodedata.numeric(line[0]))}. {line[1:]}"
        line = _INVISIBLE.sub("", line)
    if "\\" in line:
        line = _ESCAPED.sub("", line)
    if line[:1] == ">":
        line = line.lstrip("> ")
    if "&" in line and ";" in line:
        line = html.unescape(line)
    if "{" in line or "[" in line:
        line = _LEFT_OVER.sub("", line)
    if "\t" in line:
        line = line.strip().replace("\t", " | ")
    return " ".join(line.split())


def strip_bullet(line: str) -> tuple[str, bool]:
    """The line without a bullet, and whether it had one."""
    match = _BULLET.match(line)
    return (line, False) if match is None else (line[match.end() :], True)


def only_number(line: str) -> str | None:
    """The number a line consists of, as in the first cell of a row: ``3.``, ``3 |``."""
    if len(line) > 8:
        return None
    match = _ONLY_NUMBER.fullmatch(line)
    return None if match is None else match["n"]


def read_front(line: str, words: Words) -> Front | None:
    """The number in front of a line, whatever it means.

    >>> from reviewparse.languages import load
    >>> read_front("B3. Paper Lantern", load("en"))
    Front(kind='side', number=3, last=3, printed='B3', group='B', rest='Paper Lantern')
    """
    first = line[:1]
    if not (first.isdigit() or first in _FIRST or (first.isupper() and first.isascii())):
        return _worded(line, words) if first else None
    counted = _counted_pattern(words).match(line) if first.isdigit() and words.tracklist.counters else None
    if counted is not None:
        number = int(counted["number"])
        return Front("word", number, number, _ascii(counted["number"]), "", line[counted.end() :].strip())
    match = _NUMBER.match(line)
    return _worded(line, words) if match is None else _front(match, line[match.end() :].strip())


def _front(match: re.Match[str], rest: str) -> Front | None:
    kind = match.lastgroup or ""
    digits = match[kind]
    if kind == "letter":
        return Front("letter", 0, 0, digits, digits, rest)
    if kind == "roman":
        number = _roman(digits)
        return Front("roman", number, number, digits, "", rest) if number else None
    number, last = int(digits), int(digits)
    kind, group, printed = _KINDS.get(kind, kind), "", _ascii(match.group().strip(" .:)-–—|/"))
    if kind == "disc":
        group = str(int(match["disc"]))
    elif kind == "side" and match["side"] == "M":  # "M1 ...": how Japanese lists count
        kind, printed = "word", _ascii(digits)
    elif kind == "side":
        group = match["side"]
    elif kind == "range":
        kind, number = "marked", int(match["from"])
    else:
        printed = _ascii(digits)
    return Front(kind, number, last, printed, group, rest) if number <= last else None


def _worded(line: str, words: Words) -> Front | None:
    pattern = _worded_pattern(words)
    match = pattern.match(line) if len(line) < MAX_LINE else None
    if match is None:
        return None
    number = match["number"]
    return Front("word", int(number), int(number), _ascii(number), "", line[match.end() :].strip())


@lru_cache(maxsize=64)
def _worded_pattern(words: Words) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in words.tracklist.track) or r"(?!)"
    return re.compile(
        rf"(?:{either})\s?(?:no\.?\s?|\#\s?)?(?P<number>\d{{1,3}})(?:\s?[.:)\-–—|]\s?|\s(?=\S))", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _counted_pattern(words: Words) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in words.tracklist.counters) or r"(?!)"
    return re.compile(rf"(?P<number>\d{{1,2}})\s?(?:{either})(?:\s?[.:：、)\-–—|]\s?|\s(?=\S)|(?=[「『“\"《]))")


def _roman(digits: str) -> int:
    """The value of a roman number below forty; 0 where it is none."""
    match = _ROMAN.fullmatch(digits)
    if match is None:
        return 0
    return 10 * len(match["tens"]) + _ONES[match["ones"]]


_ROMAN = re.compile(r"(?P<tens>X{0,3})(?P<ones>I{0,3}|IV|VI{0,3}|IX)")
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else unicodedata.normalize("NFKC", digits)
