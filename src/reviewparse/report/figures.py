"""What a batch came to, counted record by record in memory that does not grow with the batch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from reviewparse.model import Rating

FIELDS = ("title", "work", "authors", "published", "updated", "ratings", "tracks", "credits", "body")
"""Fields whose share is shown; ``kind`` always says something."""

STEPS = 20
"""Steps of confidence from 0 to 1."""

MARKS = 10
"""Steps of ratings from worst to best."""

MAX_SITES = 2_000
"""Sites counted by name; pages of further ones count for ``OTHER_SITES``."""

_MONTH = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)

OTHER_SITES = "other sites"
NO_SITE = "no address"


@dataclass(slots=True)
class Site:
    """Pages of one host, and in how many of them each field says something."""

    pages: int = 0
    filled: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Figures:
    """Counts of a batch. ``add`` takes the JSON form of a review, a row of a table, or either's form of an ``error``.

    >>> figures = Figures.of([{"title": "Cold Tap", "kind": "album"}, {"error": "InputError"}])
    >>> figures.pages, figures.filled["title"], figures.errors["InputError"]
    (1, 1, 1)
    """

    pages: int = 0
    """Reviews counted, without those that failed."""
    errors: Counter[str] = field(default_factory=Counter)
    """Name of an error to how many records have it."""
    warnings: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    """Field to the number of reviews in which it says something."""
    kinds: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    """``2011-03`` (or ``2011`` where no month is known) to reviews published then."""
    marks: list[int] = field(default_factory=lambda: [0] * MARKS)
    """Overall ratings with a known scale, from the worst tenth to the best."""
    trust: dict[str, list[int]] = field(default_factory=dict)
    """Field to its values by confidence, in ``STEPS`` steps; empty when the records hold no evidence."""
    sites: dict[str, Site] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> Figures:
        """The figures of all these records."""
        figures = cls()
        for record in records:
            figures.add(record)
        return figures

    def add(self, record: Mapping[str, Any]) -> None:
        """Count one more record; keys that are missing count as empty."""
        error = record.get("error")
        if error:
            self.errors[str(error.get("type", "error") if isinstance(error, Mapping) else error)] += 1
            return
        self.pages += 1
        filled = [name for name in FIELDS if _says(record.get(name))]
        self.filled.update(filled)
        site = self._site(record.get("url"))
        site.pages += 1
        site.filled.update(filled)
        self.kinds[str(record.get("kind") or "unknown")] += 1
        self.languages[str(record.get("lang") or "unknown")] += 1
        self.warnings.update(str(code) for code in record.get("warnings") or ())
        month = _MONTH.match(str(record.get("published") or ""))
        if month:
            self.months[month[0]] += 1
        self._mark(record.get("ratings") or ())
        for name, found in _trusts(record):
            self.trust.setdefault(name, [0] * STEPS)[_step(found, STEPS)] += 1

    def _site(self, url: object) -> Site:
        host = host_of(url) or NO_SITE
        if host not in self.sites and len(self.sites) >= MAX_SITES:
            host = OTHER_SITES
        return self.sites.setdefault(host, Site())

    def _mark(self, ratings: Iterable[Mapping[str, Any]]) -> None:
        overall = next((rating for rating in ratings if not rating.get("label")), None)
        keys = ("value", "upper", "best", "worst", "assumed_best")
        given: dict[str, Any] = {key: overall.get(key) for key in keys} if overall else {}
        fraction = Rating(**given).fraction
        if fraction is not None:
            self.marks[_step(fraction, MARKS)] += 1


def _trusts(record: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Field and confidence: of each value (JSON with evidence) or of the least trusted one (a row of a table)."""
    for name, found in (record.get("evidence") or {}).items():
        yield from ((name, one["confidence"]) for one in found if name in FIELDS)
    for name, confidence in (record.get("confidence") or {}).items():
        if name in FIELDS and confidence is not None:
            yield name, confidence


def _says(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(_says(part) for part in value.values())
    return bool(value)


def _step(fraction: float, steps: int) -> int:
    """Which of so many equal steps; what is as good as the next one's beginning belongs there."""
    return min(steps - 1, max(0, int(fraction * steps + 1e-9)))


def host_of(url: object) -> str | None:
    """The host of an address, without ``www.``; ``None`` where there is none.

    >>> host_of("https://www.Lantern.example/a")
    'lantern.example'
    """
    try:
        host = urlsplit(str(url or "")).hostname
    except ValueError:  # no address after all
        return None
    return host.removeprefix("www.") if host else None
