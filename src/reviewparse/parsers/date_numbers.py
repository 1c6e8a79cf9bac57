"""Dates written in numbers alone, and with the East Asian signs behind them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from reviewparse.model import PartialDate
from reviewparse.parsers.date_grammar import EARLIEST_YEAR, HAN_DIGITS, LATEST_YEAR, NO_DATE, Found, Line
from reviewparse.parsers.date_iso import checked

_YEAR_MONTH_DAY = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/.])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})(?=\D|t\d|\Z)(?!\.\d|[-/]\d|-[a-z])"
)
_THREE_NUMBERS = re.compile(
    r"""
    (?P<first>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<second>\d{1,2})\s?(?P<sep2>[-/.])\s?
    (?:(?P<year>\d{4})|'?(?P<short>\d\d))(?!\d|[-/.:]\d|-[a-z])
    """,
    re.VERBOSE,
)
_MONTH_AND_YEAR = re.compile(r"(?P<month>\d{1,2})(?:[/.](?P<year>\d{4})|/'?(?P<short>\d\d))(?!\d|[-/.:]\d|%)")
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,20})[.:]?\s\Z")
MONTHS = 12

_TIME = re.compile(r"(?:t|,?\s{1,2})\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?\s?(?:z\b|[+-]\d\d:?\d\d)?")


def read_numeric(plain: str, start: int, line: Line) -> Found | None:
    """A date of numbers and separators that begins here; ``NO_DATE`` for one the calendar does not know."""
    match = _YEAR_MONTH_DAY.match(plain, start)
    if match is not None:
        return _numeric(match, checked(int(match["year"]), int(match["month"]), int(match["day"])))
    match = _THREE_NUMBERS.match(plain, start)
    if match is not None:
        loose = match["short"] is not None and match["sep"] != "/"
        if match["short"] and (match["sep"] != match["sep2"] or (match["sep"] == "-" and len(match[0]) < 8)):
            return None
        return _numeric(match, _three_numbers(match, line), weak=loose)
    match = _MONTH_AND_YEAR.match(plain, start)
    if match is not None:
        return _month_and_year(match, line)
    return None


def _month_and_year(match: re.Match[str], line: Line) -> Found | None:
    """``10/2014``; with two digits it looks like a mark, and is a date only as an issue: ``issue 4/83``."""
    if match["year"]:
        return _numeric(match, checked(int(match["year"]), int(match["month"])), weak=True)
    before = _WORD_BEFORE.search(line.plain[max(0, match.start() - 24) : match.start()])
    if before is None or line.grammar.labels.get(before[1]) != "issue":
        return None
    return _numeric(match, checked(century(int(match["short"]), line.pivot), int(match["month"])))


def _numeric(match: re.Match[str], date: PartialDate | None, *, weak: bool = False) -> Found:
    end = match.end()
    if date is None or not EARLIEST_YEAR <= date.year <= LATEST_YEAR:
        return Found(match.start(), end, NO_DATE)
    time = _TIME.match(match.string, end) if match.string[end : end + 1] == "t" else None
    return Found(match.start(), time.end() if time else end, date, weak=weak)


def _three_numbers(match: re.Match[str], line: Line) -> PartialDate | None:
    first, second = int(match["first"]), int(match["second"])
    order = line.grammar.order
    if match["short"] and order == "YMD":
        date = checked(century(first, line.pivot), second, int(match["short"]))
        if date is not None:
            return date
    year = int(match["year"]) if match["year"] else century(int(match["short"]), line.pivot)
    day_first, month_first = checked(year, second, first), checked(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if not line.grammar.two_orders and (match["sep"] == "." or match["sep"] != match["sep2"]):
        return day_first
    if order == "MDY":
        return replace(month_first, alternative=day_first)
    return replace(day_first, alternative=month_first)


def settled(found: list[Found], plain: str) -> list[Found]:
    """The dates of one text, ambiguous ones read in the order that others in the same notation show."""
    if all(one.date.alternative is None for one in found):
        return found
    notations = [_THREE_NUMBERS.search(plain, one.start, one.end) for one in found]
    orders: dict[str, set[bool]] = {}
    for match in filter(None, notations):
        first, second = int(match["first"]), int(match["second"])
        if (first > MONTHS) != (second > MONTHS):
            orders.setdefault(match["sep"] + match["sep2"], set()).add(first > MONTHS)
    return [_in_order(one, match, orders) for one, match in zip(found, notations, strict=True)] if orders else found


def _in_order(one: Found, match: re.Match[str] | None, orders: dict[str, set[bool]]) -> Found:
    """An ambiguous date in the one order that others show: whether the day stands first in ``7/9-2012``."""
    shown = orders.get(match["sep"] + match["sep2"], set()) if match is not None else set()
    if match is None or one.date.alternative is None or len(shown) != 1:
        return one
    readings = (replace(one.date, alternative=None), one.date.alternative)
    (day_first,) = shown
    return replace(one, date=next(date for date in readings if (date.day == int(match["first"])) is day_first))


def century(short: int, pivot: int) -> int:
    """The year of two digits: below the pivot of this century, else of the last."""
    return short + (2000 if short < pivot else 1900)


def read_marked(line: Line, pattern: re.Pattern[str]) -> Iterator[Found]:
    """Dates whose numbers are named by signs: ``2009年7月13日``, with digits or numerals; a lone year is none."""
    for match in pattern.finditer(line.plain):
        year, month, day = (_han_number(match[part]) for part in ("year", "month", "day"))
        date = checked(year or 0, month, day)
        if date is not None and EARLIEST_YEAR <= date.year <= LATEST_YEAR and date.month:
            yield Found(match.start(), match.end(), date)


def _han_number(digits: str | None) -> int | None:
    """``2009``, ``二〇〇九``, ``十三`` and ``二十三`` as numbers; ``None`` for none."""
    if not digits or digits.isdecimal():
        return int(digits) if digits else None
    tens, ten, ones = digits.rpartition("十")
    if ten:
        return 10 * (_han_number(tens) or 1) + (_han_number(ones) or 0)
    plain = "".join(char if char.isdecimal() else str(HAN_DIGITS.index(char)) for char in digits)
    return int(plain)


def falling_on(date: PartialDate, weekday: int) -> PartialDate:
    """The reading that falls on a weekday (Monday is 0); the date as it is when none or both do."""
    if date.alternative is None:
        return date
    agreeing = [
        reading
        for reading in (date, date.alternative)
        if reading.day and dt.date(reading.year, reading.month or 1, reading.day).weekday() == weekday
    ]
    return replace(agreeing[0], alternative=None) if len(agreeing) == 1 else date
