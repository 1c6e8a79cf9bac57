"""What a batch came to so far: counts that are added up across workers, parts and runs."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from reviewparse.report.figures import MAX_SITES, OTHER_SITES, Figures, Site
from reviewparse.review import Review

SLOWEST = 10


@dataclass(slots=True)
class Tally:
    """Counts of a batch or of a part of it; memory does not grow with the pages."""

    figures: Figures = field(default_factory=Figures)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """Seconds and key of the pages that took longest, slowest first."""

    @property
    def rows(self) -> int:
        """Pages that were read."""
        return self.figures.pages

    @property
    def errors(self) -> int:
        """Pages that were not."""
        return self.figures.errors.total()

    @property
    def pages(self) -> int:
        """All of them."""
        return self.rows + self.errors

    def add(self, row: Mapping[str, Any], review: Review, key: str, seconds: float) -> None:
        """Count a page that was read."""
        trust = {name: [{"confidence": one.confidence} for one in found] for name, found in review.evidence}
        self.figures.add({**row, "confidence": None, "evidence": trust})
        self.slowest = _slowest([*self.slowest, (round(seconds, 4), key)])

    def add_error(self, row: Mapping[str, str | None]) -> None:
        """Count a page that could not be read."""
        self.figures.add({"error": row["code"]})

    def merge(self, other: Tally) -> None:
        """Count what the other one has counted, too."""
        mine, its = self.figures, other.figures
        mine.pages += its.pages
        for name in _COUNTERS:
            getattr(mine, name).update(getattr(its, name))
        mine.marks = [one + more for one, more in zip(mine.marks, its.marks, strict=True)]
        for name, steps in its.trust.items():
            known = mine.trust.get(name, [0] * len(steps))
            mine.trust[name] = [one + more for one, more in zip(known, steps, strict=True)]
        for host, site in its.sites.items():
            known_site = mine.sites.setdefault(_place(mine, host), Site())
            known_site.pages += site.pages
            known_site.filled.update(site.filled)
        self.slowest = _slowest([*self.slowest, *other.slowest])

    def to_dict(self) -> dict[str, Any]:
        """Plain values for a file of JSON."""
        figures = {one.name: getattr(self.figures, one.name) for one in fields(self.figures)}
        sites = {host: {"pages": site.pages, "filled": site.filled} for host, site in self.figures.sites.items()}
        return {"figures": {**figures, "sites": sites}, "slowest": self.slowest}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Tally:
        """The tally of ``to_dict``, by way of JSON."""
        given = dict(data["figures"])
        given |= {name: Counter(given[name]) for name in _COUNTERS}
        given["sites"] = dict(_sites(given["sites"]))
        return cls(figures=Figures(**given), slowest=[(seconds, key) for seconds, key in data["slowest"]])


_COUNTERS = ("errors", "warnings", "filled", "kinds", "languages", "months")


def _sites(data: Mapping[str, Any]) -> Iterator[tuple[str, Site]]:
    for host, site in data.items():
        yield host, Site(pages=site["pages"], filled=Counter(site["filled"]))


def _place(figures: Figures, host: str) -> str:
    return host if host in figures.sites or len(figures.sites) < MAX_SITES else OTHER_SITES


def _slowest(pages: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return heapq.nlargest(SLOWEST, pages)
