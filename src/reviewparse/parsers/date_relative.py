"""Dates told from the day of reading: ``3 days ago``, ``yesterday``. Only a caller who knows that day can read them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.model import PartialDate
from reviewparse.parsers.date_grammar import Found, Line, any_of, comparable
from reviewparse.parsers.date_iso import checked

_SHAPE = r"""
    (?<![^\W\d_])
    (?:
        (?:(?P<before>{ago})\s)?(?P<number>\d{{1,3}}|{numbers})\s?(?P<unit>{units})\.?(?:\s?(?P<after>{ago}))?
      | (?P<day>{days})
    )
    (?![^\W_])
"""


@dataclass(frozen=True, slots=True)
class _Relative:
    pattern: re.Pattern[str]
    numbers: dict[str, int]
    units: dict[str, str]
    days: dict[str, int]


def find_relative(line: Line, words: Words, now: dt.datetime) -> Iterator[Found]:
    """Relative dates as calendar dates; months ago are precise to the month, years ago to the year."""
    table = _table(words)
    if not table.units and not table.days:
        return
    for match in table.pattern.finditer(line.plain):
        if match["day"]:
            date = _days_before(now, table.days[match["day"]])
        elif match["before"] or match["after"]:
            number = match["number"]
            date = _before(now, table.numbers.get(number) or int(number), table.units[match["unit"]])
        else:
            continue
        if date is not None:
            yield Found(match.start(), match.end(), date)


def _before(now: dt.datetime, number: int, unit: str) -> PartialDate | None:
    if unit == "year":
        return checked(now.year - number)
    if unit == "month":
        months = now.year * 12 + now.month - 1 - number
        return checked(months // 12, months % 12 + 1)
    hours = {"minute": 0, "hour": number, "day": 24 * number, "week": 168 * number}.get(unit)
    if hours is None:
        return None
    try:
        day = now - dt.timedelta(hours=hours, minutes=number if unit == "minute" else 0)
    except OverflowError:
        return None
    return checked(day.year, day.month, day.day)


def _days_before(now: dt.datetime, number: int) -> PartialDate | None:
    return _before(now, number, "day")


@lru_cache(maxsize=64)
def _table(words: Words) -> _Relative:
    date = words.date
    numbers = {comparable(word): int(number) for number, group in date.numbers.items() for word in group}
    units = {comparable(word): unit for unit, group in date.units.items() for word in group}
    days = {comparable(word): int(number) for number, group in date.days.items() for word in group}
    shape = _SHAPE.format(ago=any_of(date.ago), numbers=any_of(numbers), units=any_of(units), days=any_of(days))
    return _Relative(re.compile(shape, re.VERBOSE), numbers, units, days)
