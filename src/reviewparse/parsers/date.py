"""Dates in review texts: which day is printed, and what it is the date of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import DatedAs, PartialDate
from reviewparse.parsers.date_grammar import CENTURY_PIVOT, HAN_DIGITS, Found, Line, comparable, grammar_of
from reviewparse.parsers.date_iso import read_address, read_iso
from reviewparse.parsers.date_kinds import PUBLISHED, RELEASED, UNKNOWN, Setting, label_near, setting_of
from reviewparse.parsers.date_patterns import find_dates, find_years
from reviewparse.parsers.date_relative import find_relative
from reviewparse.parsers.dateparser_gate import MAX_LENGTH, UNTABLED, read_foreign

__all__ = [
    "parse_date",
    "parse_dates",
    "parse_released",
    "read_address",
    "read_iso",
    "scan_dates",
    "scan_furniture_dates",
    "scan_released",
]

_DIGIT = re.compile(f"[0-9０-９{HAN_DIGITS}]")
_WORTH_READING = re.compile(
    rf"""
      \d{{4}} | [{HAN_DIGITS}]{{4}}                              # a year
    | \d[-/.]\s?\d{{1,2}}\s?[-/.]\s?'?\d\d                   # 17.6.11
    | \d[^\W\d_]{{0,3}}[-/\s.]{{1,2}}[^\W\d_]{{3,12}}[-/\s.]{{1,2}}\d\d   # 19-May-06
    | [^\W\d_][.:]?\s\d{{1,2}}/\d\d                           # issue 4/83
    | ['’]\d\d | [-/]\d\d[-/]\d\d                           # Apr 11, '13; May-19-06
    """,
    re.VERBOSE,
)
"""What every date holds: a year, or numbers with separators. Most lines with a digit have neither."""
_MACHINE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))", re.ASCII)
"""A whole cell, never a part of a line: in a sentence 2011-12 is a season, and 20110412 a counter."""
_FEW = 3
"""Languages; a table of more of them means that the language is unknown."""
_BRACKETS = {"(": ")", "[": "]"}


def scan_dates(text: str, words: Words, now: dt.datetime | None = None) -> Iterator[Hit[DatedAs]]:
    """Every date of a text and what it is the date of.

    Args:
        text: A line, a header or a whole article.
        words: The word table: names of months and labels.
        now: Anchor of "three days ago" and of two-digit years; without it the former are no dates.

    Yields:
        Dates in order, with spans into ``text``: at least year and month; a lone year only when a label or a bracket
        says that it is the year of something.
    """
    if now is None and not _worth_reading(text):
        return
    line = _line(text, words, now)
    dates = [hit for hit, _ in _settled(line, words, now)]
    years = list(_years(line, dates))
    yield from sorted([*dates, *years], key=_start) if years else dates


def parse_dates(text: str, words: Words, now: dt.datetime | None = None) -> tuple[DatedAs, ...]:
    """Every date of a text with its kind, in order; see ``scan_dates``."""
    return tuple(hit.value for hit in scan_dates(text, words, now))


def scan_furniture_dates(text: str, words: Words, now: dt.datetime | None = None) -> Iterator[Hit[DatedAs]]:
    """The dates of a header or footer that no sentence tells: labelled ones, and unlabelled ones that stand free.

    Arguments and hits as of ``scan_dates``.
    """
    if now is None and not _worth_reading(text):
        return
    for hit, setting in _settled(_line(text, words, now), words, now):
        if hit.value.kind != UNKNOWN or setting.free:
            yield hit


def scan_released(text: str, words: Words) -> Iterator[Hit[PartialDate]]:
    """When the work a text speaks of came out: dates and years with a label of release, and years in brackets.

    Args:
        text: A line such as ``Release date: 3 September 2010``, ``Grey Heron, out now (2008)``, ``released in 2012``.
        words: The word table.

    Yields:
        Release dates in order, a lone year included; the first one is usually that of the reviewed work in a header,
        and that of any work in prose.
    """
    for hit in scan_dates(text, words):
        if hit.value.kind == RELEASED:
            yield Hit(hit.value.date, hit.quote, hit.span)


def parse_released(value: str, words: Words) -> PartialDate | None:
    """The date in a value whose label said that it is one of release: ``2012``, ``May 2010``, ``3/5/2010 (UK)``.

    Args:
        value: What stands behind the label, or in a cell of its own.
        words: The word table.

    Returns:
        The first date, else the first year; ``None`` where there is none.
    """
    if not _worth_reading(value):
        return None
    line = _line(value, words)
    first = next(iter(find_dates(line)), None) or next(find_years(line, []), None)
    return first.date if first else None


def parse_date(text: str, words: Words, now: dt.datetime | None = None) -> PartialDate | None:
    """The publication date of a header passage.

    Args:
        text: A byline, a header or a cell. Prose is read as well, but its dates are those of a story.
        words: The word table.
        now: Anchor of relative dates and two-digit years.

    Returns:
        The date labelled as one of publication, else the only date that stands free and has no label; ``None`` when
        there is none, or when several disagree.
    """
    if now is None and not _worth_reading(text):
        return None
    free: list[PartialDate] = []
    line = _line(text, words, now)
    for hit, setting in _settled(line, words, now):
        if hit.value.kind == PUBLISHED:
            return hit.value.date
        if hit.value.kind == UNKNOWN and setting.free and hit.value.until is None and hit.value.date.month:
            free.append(hit.value.date)
    if free:
        return free[0] if all(date == free[0] for date in free) else None
    if find_dates(line):
        return None  # what was refused is not asked for again
    return read_iso(text) if _MACHINE.fullmatch(text.strip()) else _foreign(text, words)


def _foreign(text: str, words: Words) -> PartialDate | None:
    """What dateparser makes of a short string; in many languages at once only those we have no names of months for."""
    if len(text) > MAX_LENGTH:
        return None
    codes = tuple(words.code.split("+"))
    return read_foreign(text, codes if len(codes) <= _FEW else UNTABLED)


def _worth_reading(text: str) -> bool:
    first = _DIGIT.search(text)
    return first is not None and _WORTH_READING.search(text, max(0, first.start() - 3)) is not None


def _line(text: str, words: Words, now: dt.datetime | None = None) -> Line:
    pivot = CENTURY_PIVOT if now is None else now.year % 100 + 1
    return Line(text, comparable(text), grammar_of(words), pivot)


def _settled(line: Line, words: Words, now: dt.datetime | None) -> Iterator[tuple[Hit[DatedAs], Setting]]:
    """All dates with what stands around them; years of their own are looked for by ``_years``."""
    dates = find_dates(line)
    if now is not None:
        dates = _without_overlaps([*dates, *find_relative(line, words, now)])
    for index, date in enumerate(dates):
        setting = setting_of(line, dates, index)
        if _believed(date, setting):
            yield _hit(line, date, setting.kind), setting


def _hit(line: Line, date: Found, kind: str) -> Hit[DatedAs]:
    value = DatedAs(date=date.date, kind=kind, until=date.until)
    return Hit(value, line.printed[date.start : date.end], (date.start, date.end))


def _start(hit: Hit[DatedAs]) -> int:
    return hit.span[0] if hit.span else 0


def _without_overlaps(dates: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for date in sorted(dates, key=lambda date: (date.start, -date.end)):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _believed(date: Found, setting: Setting) -> bool:
    if setting.refused:
        return False
    return not date.weak or setting.kind != UNKNOWN or (setting.free and setting.apart)


def _years(line: Line, dates: list[Hit[DatedAs]]) -> Iterator[Hit[DatedAs]]:
    """Lone years that a label or a bracket of their own dates something by."""
    for year in find_years(line, [hit.span for hit in dates if hit.span]):
        before, after = line.plain[year.start - 1 : year.start], line.plain[year.end : year.end + 1]
        bracketed = bool(before) and _BRACKETS.get(before) == after
        if not bracketed and not label_near(line, year.start, year.end):
            continue
        setting = setting_of(line, [year], 0)
        if setting.refused or (setting.kind == UNKNOWN and not bracketed):
            continue
        # a bare year after "published" is a book's; an article has a day
        yield _hit(line, year, RELEASED if setting.kind in (UNKNOWN, PUBLISHED) else setting.kind)
