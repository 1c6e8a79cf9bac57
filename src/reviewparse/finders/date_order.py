"""Which way round a page writes ``03/04/2010``: its other dates, its metadata and its country may tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewparse.document import Document
from reviewparse.languages import Words
from reviewparse.model import PartialDate
from reviewparse.parsers.date import read_iso
from reviewparse.parsers.date_numbers import MONTHS

_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?:\d{4}|\d\d)(?![\d/-])"
)
_SEPARATOR = re.compile(r"[/.-]")
_DATED_PATHS = ("published", "updated", "url_date")


def settled(doc: Document, date: PartialDate, quote: str) -> PartialDate:
    """An ambiguous date as the page means it, where the page shows it; else as it is, both readings kept.

    Args:
        doc: The page.
        date: A date as parsed.
        quote: As printed: another date counts as evidence when it is written with the same separator.
    """
    if date.alternative is None:
        return date
    date = agreeing(date, tuple(_stated(doc)))
    if date.alternative is None:
        return date
    readings = (replace(date, alternative=None), date.alternative)
    separator = _SEPARATOR.search(quote)
    day_first = _day_first(doc.text, separator[0]) if separator else None
    if day_first is not None:
        return next(reading for reading in readings if _is_day_first(reading, quote) is day_first)
    day_first = _day_first_country(doc)
    if day_first is None:
        day_first = _day_first_in_words(doc)
    return date if day_first is not False else replace(date.alternative, alternative=readings[0])


def agreeing(date: PartialDate, others: Sequence[PartialDate]) -> PartialDate:
    """An ambiguous date turned to the one reading that another date has, to the day or nearly; else as it is."""
    if date.alternative is None:
        return date
    readings = (replace(date, alternative=None), date.alternative)
    found = [reading for reading in readings if any(within_a_day(reading, other) for other in others)]
    return found[0] if len(found) == 1 else date


def within_a_day(one: PartialDate, other: PartialDate) -> bool:
    """Whether two full dates are the same day or neighbours, as a time zone makes them."""
    a, b = one.date(), other.date()
    return a is not None and b is not None and abs(a - b) <= dt.timedelta(days=1)


def swapped(date: PartialDate) -> PartialDate | None:
    """A full date with day and month exchanged, as a wrong locale does it; ``None`` where that is no other date.

    >>> swapped(PartialDate(year=2019, month=6, day=3))
    PartialDate(year=2019, month=3, day=6)
    """
    if not date.day or date.day > MONTHS or date.day == date.month:
        return None
    return PartialDate(year=date.year, month=date.day, day=date.month)


def _stated(doc: Document) -> Iterator[PartialDate]:
    for path in _DATED_PATHS:
        for fact in doc.facts_of(path):
            date = read_iso(fact.value)
            if date is not None and date.day:
                yield date


def _day_first(text: str, separator: str) -> bool | None:
    """Whether the dates of a page that can be read in one way only have the day first; ``None`` when none tells."""
    day_first = month_first = 0
    for match in _NUMERIC.finditer(text):
        if match["sep"] == separator:
            day_first += int(match["first"]) > 12 >= int(match["second"])
            month_first += int(match["second"]) > 12 >= int(match["first"])
    return None if bool(day_first) is bool(month_first) else bool(day_first)


def _day_first_in_words(doc: Document) -> bool | None:
    """Whether the page writes ``4 March 2009`` or ``March 4th, 2009``; ``None`` where it writes both ways or none."""
    if not doc.words.month_first_locales:
        return None
    found = {match.lastgroup for match in _worded(doc.words).finditer(doc.lowered())}
    return "day_first" in found if len(found) == 1 else None


@lru_cache(maxsize=64)
def _worded(words: Words) -> re.Pattern[str]:
    """A day and the name of a month, in either order."""
    months = "|".join(sorted({re.escape(name) for names in words.date.months for name in names}, key=len, reverse=True))
    ordinals = "|".join(map(re.escape, words.date.ordinals)) or "(?!)"
    day = rf"\d{{1,2}}(?:{ordinals})?"
    first, second = rf"{day}\s(?:{months})\b\.?", rf"(?:{months})\.?\s{day}"
    return re.compile(rf"\b(?:(?P<day_first>{first})|(?P<month_first>{second})),?\s\d{{4}}\b")


def _is_day_first(date: PartialDate, quote: str) -> bool:
    match = _NUMERIC.search(quote)
    return match is not None and int(match["first"]) == date.day


def _day_first_country(doc: Document) -> bool | None:
    """What the country in the page's language code says; most pages name none, or name one without thinking."""
    for fact in doc.facts_of("lang"):
        locale = fact.value.lower().replace("_", "-")
        if "-" in locale:
            return locale not in doc.words.month_first_locales
    return None
