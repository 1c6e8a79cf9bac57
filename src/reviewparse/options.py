"""What may be said of a page beside the page itself, and what is refused before a page is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from numbers import Real
from typing import TypedDict

from reviewparse.errors import InputError
from reviewparse.languages import known
from reviewparse.limits import Limits
from reviewparse.sites import SiteRule


class Settings(TypedDict, total=False):
    """What may be said of all pages of a batch; all of it by keyword, all of it optional."""

    languages: Sequence[str]
    """ISO 639-1 codes, likeliest first. Empty: what the page declares, checked against its words."""
    now: dt.datetime
    """Anchor for "three days ago"; without it relative dates are left out. The clock is never read."""
    rules: Sequence[SiteRule]
    """Site rules tried before the built-in ones."""
    min_confidence: float
    """Values trusted less than this (0 to 1) are left out; 0.5 unless told."""
    limits: Limits
    """How much of the page is read; what was cut short stands in ``Review.warnings``."""


class Options(Settings, total=False):
    """What may be said of a page beside the page itself: the ``Settings`` of any page, and its address."""

    url: str
    """Selects the site rule and may hold a date. Never fetched."""


def _several(kind: type) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        if isinstance(value, str | bytes) or not isinstance(value, Collection):
            return False
        return all(isinstance(one, kind) for one in value)

    return fits


WANTED: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "url": ("an address is str", lambda value: value is None or isinstance(value, str)),
    "languages": ("a list of codes", _several(str)),
    "now": ("a datetime", lambda value: value is None or isinstance(value, dt.datetime)),
    "rules": ("a list of site rules", _several(SiteRule)),
    "min_confidence": ("a number from 0 to 1", lambda value: isinstance(value, Real) and 0 <= float(value) <= 1),
    "limits": ("Limits", lambda value: isinstance(value, Limits)),
}
"""Option to what it takes."""


def check(options: Mapping[str, object]) -> None:
    """Refuse what can be no option, before a batch makes an error of every page of it.

    Raises:
        InputError: no option has this name, or a value is of another kind.
        UnknownLanguage: there is no table for a code.

    >>> check({"lanugages": ["de"]})
    Traceback (most recent call last):
        ...
    reviewparse.errors.InputError: no option 'lanugages'; there are: url, languages, now, rules, min_confidence, limits
    >>> check({"languages": "de"})
    Traceback (most recent call last):
        ...
    reviewparse.errors.InputError: languages: a list of codes, not str 'de'
    """
    for name, value in options.items():
        if name not in WANTED:
            message = f"no option {name!r}; there are: {', '.join(WANTED)}"
            raise InputError(message)
        wanted, fits = WANTED[name]
        if not fits(value):
            message = f"{name}: {wanted}, not {type(value).__name__} {value!r:.60}"
            raise InputError(message)
    for code in options.get("languages", ()):  # type: ignore[attr-defined]
        known(code)
