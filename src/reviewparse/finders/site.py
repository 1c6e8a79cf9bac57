"""What a site's own rule points at, read by the same parsers as everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewparse.document import Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Finder, Known
from reviewparse.model import PartialDate, Rating, Work
from reviewparse.parsers.byline import parse_byline
from reviewparse.parsers.date import parse_date, read_iso
from reviewparse.parsers.rating import parse_rating
from reviewparse.sites.rules import SOURCE

TRUST = 0.95
"""Somebody looked at the site's pages and wrote the rule down."""


def _facts(doc: Document, path: str) -> Iterator[Fact]:
    return (fact for fact in doc.facts_of(path) if fact.source == SOURCE)


def title(doc: Document, known: Known) -> Iterator[Hit[str]]:
    """The headline."""
    for fact in _facts(doc, "title"):
        yield Hit(fact.value, fact.value, locator=fact.locator)


def authors(doc: Document, known: Known) -> Iterator[Hit[tuple[str, ...]]]:
    """All names of all nodes."""
    facts = list(_facts(doc, "author"))
    names = tuple(
        dict.fromkeys(name for fact in facts for name in parse_byline(fact.value, doc.words) or (fact.value,))
    )
    if names:
        yield Hit(names, ", ".join(fact.value for fact in facts), locator=facts[0].locator)


def _date(doc: Document, path: str) -> Iterator[Hit[PartialDate]]:
    for fact in _facts(doc, path):
        date = read_iso(fact.value) or parse_date(fact.value, doc.words, doc.now)
        if date is not None:
            yield Hit(date, fact.value, locator=fact.locator)


def published(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The date of publication."""
    return _date(doc, "published")


def updated(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The date of the last change."""
    return _date(doc, "updated")


def ratings(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A verdict, or a bare number on the scale that the rule knows."""
    for fact in _facts(doc, "rating"):
        best = float(fact.more["best"]) if "best" in fact.more else None
        rating = parse_rating(fact.value, doc.words) or _number(fact.value)
        if rating is not None:
            rating = replace(rating, best=rating.best if rating.best is not None else best, label=None)
            yield Hit(rating, fact.value, locator=fact.locator)


def _number(text: str) -> Rating | None:
    try:
        return Rating(value=float(text.replace(",", ".")), raw=text)
    except ValueError:
        return None


def work(doc: Document, known: Known) -> Iterator[Hit[Work]]:
    """Title, creators and label of the work, each by itself."""
    for fact in _facts(doc, "work.title"):
        yield Hit(Work(title=fact.value), fact.value, locator=fact.locator)
    for fact in _facts(doc, "work.creator"):
        yield Hit(Work(creators=(fact.value,)), fact.value, locator=fact.locator)
    for fact in _facts(doc, "work.label"):
        yield Hit(Work(label=fact.value), fact.value, locator=fact.locator)


TITLE = Finder("title.site_rule", title, TRUST)
AUTHORS = Finder("authors.site_rule", authors, TRUST)
PUBLISHED = Finder("published.site_rule", published, TRUST)
UPDATED = Finder("updated.site_rule", updated, TRUST)
RATINGS = Finder("ratings.site_rule", ratings, TRUST)
WORK = Finder("work.site_rule", work, TRUST)
