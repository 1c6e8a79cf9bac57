"""Dates written for machines: ISO 8601, RFC 2822 and the like, read to the calendar day they print.

A time and an offset may follow and are never applied: ``2010-10-12T23:30:00-05:00`` is the 12th, whatever the zone.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate

from reviewparse.model import PartialDate

FIRST_YEAR = 1000
LAST_YEAR = 2199
"""Outside of these four digits are a default value, a counter or a catalogue number, not a year."""

_MAX_LENGTH = 80

_ISO = re.compile(
    r"""
    (?P<year>\d{4})
    (?:
        (?P<sep>[-/.])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?
      | (?P<month_packed>\d\d)(?P<day_packed>\d\d)(?:\d\d){0,3}
    )?
    (?P<time>\s{0,4}t?\s{0,4}(?:\d{1,2}(?::?\d\d)?.{0,40}|z|[+-]\d\d(?::?\d\d)?) | t)?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_INTERNET = re.compile(
    r"""
    (?:[a-z]{3,9}\.?,?\s{1,3})?
    (?:\d{1,2}[ -][a-z]{3}[ -]\d{2,4}\b.{0,40} | [a-z]{3}\s{1,2}\d{1,2}\s.{0,24}?\d{4}\b.{0,40})
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

_ADDRESS = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<sep>[-/_])(?P<month>0?[1-9]|1[0-2])(?:(?P=sep)(?P<day>\d{1,2}))?(?![\w.])",
    re.ASCII,
)
_MAX_ADDRESS = 400


def read_iso(text: str) -> PartialDate | None:
    """The calendar day of a machine date, as precise as it is written.

    Args:
        text: ``2010-10-12``, ``2010-10``, ``2010``, ``20101012``, ``2010-10-12T08:14:55+02:00``, ``2010/10/12 08:14``,
            ``Thu, 06 Feb 2020 08:14:55 UTC``, ``Thu Feb 06 2020 08:14:55 GMT+0000``; nothing else may stand beside it.

    Returns:
        The day as printed, never converted to another zone; ``None`` for anything else, and for impossible dates.

    >>> read_iso("2010-10-12T23:30:00-05:00").isoformat()
    '2010-10-12'
    """
    text = text.strip()
    if len(text) > _MAX_LENGTH:
        return None
    match = _ISO.fullmatch(text)
    if match is not None:
        month, day = match["month"] or match["month_packed"], match["day"] or match["day_packed"]
        if match["time"] and not day:
            return None
        return checked(int(match["year"]), _number(month), _number(day))
    if _INTERNET.fullmatch(text):
        return _internet(text)
    return None


def read_address(address: str) -> PartialDate | None:
    """The date in the path of a page's address, a day or a month.

    Args:
        address: ``https://example.org/2010/10/12/cold-tap``, ``/reviews/2010-10/cold-tap``; no query is read.

    Returns:
        The first date; ``None`` when there is none. Posts keep old addresses and get new ones, so it is weak evidence.

    >>> read_address("https://example.org/2010/10/12/cold-tap").isoformat()
    '2010-10-12'
    """
    match = _ADDRESS.search(address[:_MAX_ADDRESS].partition("?")[0].partition("#")[0])
    if match is None:
        return None
    return checked(int(match["year"]), int(match["month"]), _number(match["day"]))


def checked(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """A date of these parts, or ``None`` when the calendar has no such day; a zero part is an unknown one."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if not month:
        return None if day else PartialDate(year=year)
    if month > 12:
        return None
    if not day:
        return PartialDate(year=year, month=month)
    try:
        dt.date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year=year, month=month, day=day)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _internet(text: str) -> PartialDate | None:
    try:
        parts = parsedate(text)
    except (ValueError, IndexError, TypeError):  # the standard library trips over some malformed dates
        return None
    return checked(parts[0], parts[1], parts[2]) if parts else None
