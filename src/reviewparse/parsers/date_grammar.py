"""The date notations of one word table: its months in patterns, its labels in a dictionary, built once per table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.languages.words import Phrases
from reviewparse.model import PartialDate

WORD = re.compile(r"[^\W_]+|[@#©℗†]")
"""A word of a label; ``@``, ``#`` and ``©`` speak for themselves."""

EARLIEST_YEAR = 1400
LATEST_YEAR = 2199

CENTURY_PIVOT = 40
"""Two digits below it are of this century when no reference date says which: ``'39`` is 2039, ``'40`` is 1940."""

HAN_DIGITS = "〇一二三四五六七八九十"

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("‐‑‒–—―−～〜", "-"),
        **dict.fromkeys("’‘ʼ′´`", "'"),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "：": ":",
        "／": "/",
        "．": ".",
        "，": ",",
        "（": "(",
        "）": ")",
        "｜": "|",
    }
)
_FANCY = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")

_DAY_RANGE = r"""
    (?P<day>\d{{1,2}})(?:\s?(?:{ordinals}|\.))?
    (?:[\s/-]{{0,2}}(?:(?:{glue})\s)?(?P<month>{months})\.?)?
    \s?(?:[-/&+]|(?:{until})\s)\s?
    (?P<last>\d{{1,2}})(?:\s?(?:{ordinals}|\.))?
    [\s/-]{{0,2}}(?:(?:{glue})\s{{0,2}})?(?P<last_month>{months})(?![^\W\d_])\.?
    [\s,/-]{{1,2}}(?:(?:{glue})\s)?(?P<year>\d{{4}})(?!\d)
"""
_DAY_FIRST = r"""
    (?P<day>[0-2]?\d|3[01])(?!\d)(?:\s?(?:(?:{ordinals})\.?|\.))?
    [\s,/-]{{0,2}}(?:(?:{glue})\s{{0,2}})?(?P<month>{months})(?![^\W\d_])
    (?:
        \.?[\s,/-]{{0,3}}(?:(?:{glue})\s)?(?P<year>\d{{4}})
      | [.,]?\s?'(?P<short>\d\d)
      | (?:[\s/-]|\.\s?)(?P<bare>\d\d)
    )(?!\d)
"""
_YEAR_FIRST = r"""
    (?P<year>\d{{4}})\.?,?[\s/-]{{1,2}}(?P<month>{months})(?![^\W\d_])\.?[\s,/-]{{1,2}}
    (?P<day>\d{{1,2}})(?:\s?(?:{ordinals}))?(?![\w:])(?!,?\s?\d{{4}})
"""
_YEAR_MONTH = r"""
    (?P<year>\d{{4}}),?[\s/-](?P<month>{months})(?![^\W\d_])(?!\.?,?\s?\d)
"""
_MONTH_RANGE = r"""
    (?P<month>{months})\.?\s{{0,2}}(?P<day>\d{{1,2}})(?:\s?(?:{ordinals}|\.))?
    \s?(?:[-/&+]|(?:{until})\s)\s?
    (?:(?P<last_month>{months})\.?\s{{0,2}})?(?P<last>\d{{1,2}})(?:\s?(?:{ordinals}|\.))?
    [\s,/-]{{1,3}}(?:(?:{glue})\s)?(?P<year>\d{{4}})(?!\d)
"""
_MONTH_FIRST = r"""
    (?P<month>{months})\.?[\s,/-]{{0,2}}(?:(?:{glue})\s)?(?P<day>\d{{1,2}})(?:\s?(?:{ordinals}|\.))?
    (?:[\s,/-]{{1,3}}(?:(?:{glue})\s)?(?P<year>\d{{4}}) | ,?\s?'(?P<short>\d\d) | -(?P<bare>\d\d))(?!\d)
"""
_MONTH_YEAR = r"""
    (?P<month>{months})\.?(?:[\s,/-]{{1,2}}(?:(?:{glue})\s)?(?P<year>\d{{4}})|\s?'(?P<short>\d\d))(?!\d|[-./]\d)
"""
_MARKED = r"""
    (?P<year>[\d{han}]{{4}})\s?(?:{years})
    (?:\s?(?P<month>[\d{han}]{{1,3}})\s?(?:{months})(?:\s?(?P<day>[\d{han}]{{1,3}})\s?(?:{days}))?)?
"""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one word table contributes to the reading of dates."""

    months: dict[str, int]
    weekdays: dict[str, int]
    """Monday is 0, as in ``datetime``."""
    number_first: tuple[re.Pattern[str], ...]
    """Notations that begin with a number, in the order they are tried."""
    month_first: tuple[re.Pattern[str], ...]
    glue: frozenset[str]
    """Words that may stand between a month and a number."""
    marked: re.Pattern[str] | None
    """``2009年7月13日``."""
    year_marks: Phrases
    labels: dict[str, str]
    """Phrase -> kind of the date beside it."""
    label_heads: frozenset[str]
    """First words of all labels."""
    label_tails: frozenset[str]
    """Last words of all labels."""
    shared_ends: frozenset[str]
    """Labels of publication that end labels of other dates: ``date``, because of ``release date``."""
    venues: tuple[str, ...]
    """Last words of the names of venues, with the blank before them."""
    refused: frozenset[str]
    """Words before a number that is no date."""
    done_endings: tuple[str, ...]
    replying: frozenset[str]
    """What ends the head of a comment."""
    links: frozenset[str]
    """Words that may stand between label and date."""
    by: frozenset[str]
    """Words right before an author: ``by``."""
    byline_labels: frozenset[str]
    """Labels of a line that may end in a date: ``by``, ``author``."""
    quiet: frozenset[str]
    """Lower-case words that are no sign of prose beside a date: ``by``, ``on``, ``at``."""
    until: frozenset[str]
    order: str
    """``DMY``, ``MDY`` or ``YMD``."""
    two_orders: bool
    """Whether the page's own language is also written with the month first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date and where it stands, before anything is known about its kind."""

    start: int
    end: int
    date: PartialDate
    until: PartialDate | None = None
    weak: bool = False
    """Its shape is shared with version numbers and counters: it needs a sign around it."""


NO_DATE = PartialDate(year=0)
"""What a notation reads that the calendar does not know; it keeps its numbers from being read in another way."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text being read: as printed, in comparable form, and the pivot of two-digit years."""

    printed: str
    plain: str
    grammar: Grammar
    pivot: int = CENTURY_PIVOT


def comparable(text: str) -> str:
    """The text in lower case with plain blanks, dashes and digits, each character still in its place."""
    if text.isascii():
        return text.lower()
    small = text.replace("İ", "i").lower()
    return small if _FANCY.search(small) is None else small.translate(_PLAIN)


@lru_cache(maxsize=64)
def grammar_of(words: Words) -> Grammar:
    """The grammar of a word table."""
    date = words.date
    months = _numbered(date.months)
    labels = _labels(date.kinds)
    names = {
        "months": any_of(months),
        "ordinals": any_of(date.ordinals),
        "glue": any_of(date.glue),
        "until": any_of(date.until),
    }
    quiet = (*words.byline.by, *words.byline.joiners, *words.byline.particles, *date.times, *date.links, *date.glue)
    return Grammar(
        months=months,
        weekdays={word: day - 1 for word, day in _numbered(date.weekdays).items()},
        number_first=_patterns(names, _DAY_RANGE, _DAY_FIRST, _YEAR_FIRST, _YEAR_MONTH) if months else (),
        month_first=_patterns(names, _MONTH_RANGE, _MONTH_FIRST, _MONTH_YEAR) if months else (),
        glue=frozenset(word for phrase in date.glue for word in phrase.split()),
        marked=_marked(date.parts),
        year_marks=date.parts.get("year", ()),
        labels=labels,
        label_heads=frozenset(phrase.split(" ", 1)[0] for phrase in labels),
        label_tails=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in labels),
        shared_ends=_shared_ends(labels),
        venues=tuple(f" {comparable(word)}" for word in date.venues),
        refused=frozenset(date.not_dates) - frozenset(date.links) - frozenset(date.glue),
        done_endings=date.done_endings,
        replying=frozenset(date.replying),
        links=frozenset(word for phrase in (*date.links, *date.glue) for word in phrase.split()),
        by=frozenset(words.byline.by),
        byline_labels=frozenset(phrase_of(comparable(label)) for label in (*words.byline.by, *words.byline.labels)),
        quiet=frozenset(word for phrase in quiet for word in phrase.split()),
        until=frozenset(date.until),
        order=words.date_order,
        two_orders=any(locale.startswith(f"{words.code[:2]}-") for locale in words.month_first_locales),
    )


def phrase_of(text: str) -> str:
    """A label as the dictionary holds it: its words, joined by single blanks."""
    return " ".join(WORD.findall(text))


def _labels(kinds: dict[str, Phrases]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            labels.setdefault(phrase_of(comparable(phrase)), kind)
    return labels


def _shared_ends(labels: dict[str, str]) -> frozenset[str]:
    published = {phrase for phrase, kind in labels.items() if kind == "published"}
    others = [phrase for phrase, kind in labels.items() if kind != "published"]
    return frozenset(end for end in published if any(phrase.endswith(f" {end}") for phrase in others))


def _numbered(names: tuple[Phrases, ...]) -> dict[str, int]:
    """Name -> number from 1; the first table's meaning wins where two languages disagree."""
    numbers: dict[str, int] = {}
    for number, group in enumerate(names, start=1):
        for name in group:
            numbers.setdefault(comparable(name), number)
    return numbers


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first; one that never matches when there are no words."""
    ordered = sorted({comparable(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered).replace(r"\ ", r"\s") or "(?!)"


def _patterns(names: dict[str, str], *shapes: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape.format(**names), re.VERBOSE) for shape in shapes)


def _marked(parts: dict[str, Phrases]) -> re.Pattern[str] | None:
    if not all(parts.get(part) for part in ("year", "month", "day")):
        return None
    names = {"years": parts["year"], "months": parts["month"], "days": parts["day"]}
    shape = _MARKED.format(han=HAN_DIGITS, **{name: any_of(signs) for name, signs in names.items()})
    return re.compile(shape, re.VERBOSE)
