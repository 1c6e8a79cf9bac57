"""Finding dates in a line: from each number, the notations that may begin there or around it.

Only places with a digit are looked at, and each of them for a bounded number of characters, so the cost grows with the
text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reviewparse.evidence import Span
from reviewparse.model import PartialDate
from reviewparse.parsers.date_grammar import EARLIEST_YEAR, LATEST_YEAR, NO_DATE, Found, Line
from reviewparse.parsers.date_iso import checked
from reviewparse.parsers.date_numbers import century, falling_on, read_marked, read_numeric, settled

_NUMBER = re.compile(r"\d+")
_REACH = 12
"""Characters between a number and the month before it, at most."""
_LONGEST_WORD = 24
_MONTH_EDGE = " .,'/-\n"

_YEAR = re.compile(r"[12]\d{3}(?<![\w.,:/-]....)(?!\w|[-.,:/]\d)")
_BETWEEN = re.compile(r"\s?(?:-|(?P<word>[^\W\d_]{1,8}))\s?")
_WEEKDAY_AFTER = re.compile(r"\s?[,(]?\s?(?P<word>[^\W\d_]{1,24})\)?")


def find_dates(line: Line) -> list[Found]:
    """All dates with at least year and month, in order, without overlaps; ranges as one."""
    found: list[Found] = []
    reached = 0
    for date in _candidates(line):
        if date.start >= reached and date.date is not NO_DATE:
            found.append(_with_weekday(date, line, reached))
            reached = found[-1].end
    return _join_ranges(settled(found, line.plain), line) if len(found) > 1 else found


def find_years(line: Line, taken: Sequence[Span]) -> Iterator[Found]:
    """Four-digit years outside of these spans that belong to no longer number."""
    waiting = iter(taken)
    span = next(waiting, None)
    for match in _YEAR.finditer(line.plain):
        start, end = match.span()
        while span is not None and span[1] <= start:
            span = next(waiting, None)
        inside = span is not None and span[0] < end
        if not inside and EARLIEST_YEAR <= int(match[0]) <= LATEST_YEAR:
            yield Found(start, end, PartialDate(year=int(match[0])))


def _candidates(line: Line) -> Iterator[Found]:
    grammar = line.grammar
    plain = line.plain
    if grammar.marked and any(mark in plain for mark in grammar.year_marks):
        yield from _sorted_in(read_marked(line, grammar.marked), _numbers(line))
    else:
        yield from _numbers(line)


def _sorted_in(marked: Iterator[Found], others: Iterator[Found]) -> list[Found]:
    return sorted([*marked, *others], key=lambda date: (date.start, -date.end))


def _numbers(line: Line) -> Iterator[Found]:
    reached = 0
    for match in _NUMBER.finditer(line.plain):
        start, end = match.span()
        if start < reached or end - start > 4:
            continue
        found = _month_before(line, start, reached) or _from_number(line, start)
        if found is not None:
            reached = found.end
            yield found


def _month_before(line: Line, start: int, floor: int) -> Found | None:
    """A notation that begins with the month's name just before this number."""
    word = word_before(line, start, floor, line.grammar.glue)
    if word is None:
        return None
    at, end = word
    if line.plain[at:end] not in line.grammar.months:
        at += _glued_at(line.printed[at:end])
        if line.plain[at:end] not in line.grammar.months:
            return None
    for pattern in line.grammar.month_first:
        match = pattern.match(line.plain, at)
        if match is not None:
            found = _read_named(match, line)
            return found if found.date.day or found.date is NO_DATE else _with_month_before(found, line, floor)
    return None


def word_before(
    line: Line, start: int, floor: int, skip: frozenset[str] = frozenset(), edge: str = _MONTH_EDGE
) -> tuple[int, int] | None:
    """Where the word before a number stands, words of no weight skipped; walked by letters, since months are short."""
    plain = line.plain
    end = start
    while True:
        while end > floor and plain[end - 1] in edge:
            end -= 1
        begin = end
        lowest = max(floor, end - _LONGEST_WORD)
        while begin > lowest and plain[begin - 1].isalpha():
            begin -= 1
        if begin == end or start - end > _REACH:
            return None
        if plain[begin:end] not in skip:
            return begin, end
        end = begin


def _glued_at(word: str) -> int:
    """Where a second word begins that was glued to the first: 4 in ``VennMarch``."""
    return next((i for i in range(len(word) - 1, 0, -1) if word[i].isupper() and word[i - 1].islower()), 0)


def _with_month_before(found: Found, line: Line, floor: int) -> Found:
    """``November/December 2022``: the first month, until the second."""
    word = word_before(line, found.start, floor)
    month = line.grammar.months.get(line.plain[slice(*word)]) if word else None
    if word is None or month is None or line.plain[word[1] : found.start].strip() not in ("/", "-"):
        return found
    return replace(found, start=word[0], date=replace(found.date, month=month), until=found.date)


def _from_number(line: Line, start: int) -> Found | None:
    plain = line.plain
    glued = start > 0 and plain[start - 1].isalpha()
    if start > 1 and plain[start - 1] in ".,:/-" and plain[start - 2].isdigit():
        return None
    if not glued or line.printed[start - 1].islower():
        for pattern in line.grammar.number_first:
            match = pattern.match(plain, start)
            if match is not None:
                return _read_named(match, line)
    return None if glued else read_numeric(plain, start, line)


def _read_named(match: re.Match[str], line: Line) -> Found:
    parts = match.groupdict()
    months = line.grammar.months
    year = int(parts["year"] or 0) if parts.get("year") else _short_year(parts, line.pivot)
    day = int(parts["day"]) if parts.get("day") else None
    until = None
    if parts.get("last"):
        last_month = months[parts.get("last_month") or parts["month"]]
        month = months[parts.get("month") or parts["last_month"]]
        until = checked(year, last_month, int(parts["last"]))
    else:
        month = months[parts["month"]]
    date = checked(year, month, day)
    if date is None or not EARLIEST_YEAR <= year <= LATEST_YEAR or (parts.get("last") and until is None):
        return Found(match.start(), match.end(), NO_DATE)
    return Found(match.start(), match.end(), date, until, weak=bool(parts.get("bare")))


def _short_year(parts: dict[str, str | None], pivot: int) -> int:
    return century(int(parts.get("short") or parts.get("bare") or 0), pivot)


def _with_weekday(found: Found, line: Line, floor: int) -> Found:
    """The date with the weekday beside it; of two readings, the one that falls on it."""
    weekdays = line.grammar.weekdays
    before = word_before(line, found.start, floor, line.grammar.glue)
    if before is not None:
        start, end = before
        weekday = weekdays.get(line.plain[start:end])
        if weekday is None and line.plain[start - 1 : start] in ("-", "'"):  # of two parts: quinta-feira, п’ятниця
            start, _ = word_before(line, start, floor, edge=_MONTH_EDGE + "'") or before
            weekday = weekdays.get(line.plain[start:end])
        if weekday is not None:
            return replace(found, start=start, date=falling_on(found.date, weekday))
    after = _WEEKDAY_AFTER.match(line.plain, found.end)
    if after is not None and after["word"] in weekdays:
        return replace(found, end=after.end(), date=falling_on(found.date, weekdays[after["word"]]))
    return found


def _join_ranges(found: list[Found], line: Line) -> list[Found]:
    joined = [found[0]]
    for _, date in pairwise(found):
        last = joined[-1]
        between = _BETWEEN.fullmatch(line.plain, last.end, date.start)
        if last.until is None and between and (between["word"] is None or between["word"] in line.grammar.until):
            joined[-1] = replace(last, end=date.end, until=date.date)
        else:
            joined.append(date)
    return joined
