"""The gate before dateparser: the only way to it, for months in languages whose names our tables do not hold.

It is slow and it completes what is not printed, so it is shown a string only when that has the shape of a full date,
and believed only when day and year come back as printed.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

from reviewparse.model import PartialDate
from reviewparse.parsers.date_iso import checked

MAX_LENGTH = 64
"""Characters; longer strings are no date."""

_FIXED_BASE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a constant without a zone keeps the clock and the zone out
_SETTINGS: dict[str, Any] = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RELATIVE_BASE": _FIXED_BASE,
    "TIMEZONE": "UTC",
    "RETURN_AS_TIMEZONE_AWARE": False,
    "DATE_ORDER": "DMY",
}
UNTABLED = (
    "fi",
    "tr",
    "cs",
    "hu",
    "da",
    "nb",
    "ro",
    "el",
    "uk",
    "hr",
    "sk",
    "bg",
    "ca",
    "id",
    "lt",
    "lv",
    "et",
    "sl",
    "sr",
)
"""Languages asked for when nothing says which one a string is in: those with names of months unlike all we know."""
_SHAPE = re.compile(
    r"""
    [^\w]{0,3}(?:[^\W\d_]{2,16}[.,]{0,2}[ ]){0,2}
    (?:
        (?P<day>\d{1,2})(?:\.|[^\W\d_]{0,2})[ -]{1,2}(?:[^\W\d_]{1,4}[ ])?
        [^\W\d_]{3,16}\.?,?[ -](?:[^\W\d_]{1,4}[ ])?(?P<year>\d{4})
      | [^\W\d_]{3,16}\.?[ ](?P<day2>\d{1,2}),?[ ](?P<year2>\d{4})
      | (?P<year3>\d{4})\.?[ ][^\W\d_]{3,16}\.?[ ](?P<day3>\d{1,2})\.?
    )
    (?:\.|[ ]?[^\W\d_]{1,2}\.?|,?[ ][^\W\d_]{3,14})?
    (?P<time>,?[ ](?:[^\W\d_]{1,5}\.?[ ])?\d{1,2}[:.]\d\d.{0,12})?
    """,
    re.VERBOSE,
)


def read_foreign(text: str, languages: tuple[str, ...]) -> PartialDate | None:
    """A full date with the month's name in one of these languages, and nothing beside it.

    Args:
        text: At most 64 characters: ``8. helmikuuta 2018``.
        languages: ISO 639-1 codes; without one there is no date.

    Returns:
        The day; ``None`` for everything else, and whenever dateparser fails in any way.
    """
    if len(text) > MAX_LENGTH or not languages:
        return None
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return None
    day, year = (int(match[name] or match[f"{name}2"] or match[f"{name}3"]) for name in ("day", "year"))
    date = text.strip()
    time = match["time"]
    found = _ask(date[: len(date) - len(time)] if time else date, languages)
    if found is None or (found.year, found.day) != (year, day):
        return None
    return checked(year, found.month, day)


@lru_cache(maxsize=4096)
def _ask(text: str, languages: tuple[str, ...]) -> dt.datetime | None:
    try:
        found = _parser(languages).get_date_data(text).date_obj
    except Exception:  # noqa: BLE001 - whatever it trips over, the string is no date
        return None
    return found if isinstance(found, dt.datetime) else None


@lru_cache(maxsize=32)
def _parser(languages: tuple[str, ...]) -> Any:  # noqa: ANN401 - a class known only after the lazy import
    from dateparser.date import DateDataParser  # noqa: PLC0415 - 70 ms that most runs never need

    return DateDataParser(languages=list(languages), settings=_SETTINGS, try_previous_locales=False)
