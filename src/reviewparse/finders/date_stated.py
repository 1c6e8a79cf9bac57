"""What a page states about its dates: metadata of every syntax, front matter, and its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewparse.document import Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Find, Known
from reviewparse.finders.date_order import settled
from reviewparse.finders.date_places import (
    PUBLISHED,
    SHORT_LINE,
    UNKNOWN,
    UNSET,
    UPDATED,
    in_future,
    is_of_a,
    may_hold_date,
    plausible,
    value_of,
)
from reviewparse.model import PartialDate
from reviewparse.parsers.date import parse_date, read_address, read_iso, scan_furniture_dates

DATA = frozenset(("json-ld", "microdata", "rdfa"))
MICROFORMATS = frozenset(("hatom", "h-entry", "hreview", "h-review"))
OPEN_GRAPH = frozenset(("opengraph",))
FRONT_MATTER = frozenset(("front-matter",))
_NAMED_SOURCES = DATA | MICROFORMATS | OPEN_GRAPH | FRONT_MATTER

ARTICLE_KEYS = frozenset(
    "article date dates data extra extras fields frontmatter info meta metadata page params post review seo".split()
)
"""Keys of a front matter below which a date is still the article's, and not that of a reading, a show or an edition."""

_DAY = len("2010-10-12")


def stated(path: str, sources: frozenset[str]) -> Find[PartialDate]:
    """A finder of what these sources state on a path."""

    def find(doc: Document, known: Known) -> Iterable[Hit[PartialDate]]:
        return _facts(doc, known, path, sources) if doc.facts_of(path) else ()

    return find


def stated_elsewhere(path: str) -> Find[PartialDate]:
    """A finder of what all other sources state on a path."""

    def find(doc: Document, known: Known) -> Iterable[Hit[PartialDate]]:
        others = frozenset([fact.source for fact in doc.facts_of(path)]) - _NAMED_SOURCES
        return _facts(doc, known, path, others) if others else ()

    return find


def _facts(doc: Document, known: Known, path: str, sources: frozenset[str]) -> Iterator[Hit[PartialDate]]:
    facts = [fact for fact in doc.facts_of(path) if fact.source in sources]
    several = len({fact.value[:_DAY] for fact in facts if fact.source in FRONT_MATTER}) > 2
    of_a_book = any(fact.source in FRONT_MATTER for fact in facts) and is_of_a(known, "book")
    for fact in facts:
        if several or (path == UPDATED and fact.source in MICROFORMATS and _same_as_published(doc, fact)):
            continue
        if fact.source in FRONT_MATTER and not _of_the_article(fact, of_a_book=of_a_book):
            continue
        date = read_iso(fact.value) or parse_date(fact.value, doc.words)
        if date is None or date in UNSET or in_future(doc, date):
            continue
        if path == UPDATED and _precedes(date, known):
            continue
        yield Hit(settled(doc, date, fact.value), fact.value, locator=fact.locator)


def _of_the_article(fact: Fact, *, of_a_book: bool) -> bool:
    """Whether a key of the front matter dates the article: not what other keys gather, nor a book by ``published``."""
    *above, key = fact.locator.rpartition(":")[2].strip().lower().split(".")
    return ARTICLE_KEYS.issuperset(above) and not (of_a_book and "pub" in key)


def _same_as_published(doc: Document, fact: Fact) -> bool:
    """Whether one printed date got the classes of both, as many themes do."""
    return any(other.value == fact.value for other in doc.facts_of(PUBLISHED) if other.source == fact.source)


def _precedes(date: PartialDate, known: Known) -> bool:
    """Whether a change would lie before publication: such a stamp says something else."""
    return any(date.isoformat() < candidate.value.isoformat() for candidate in known.get(PUBLISHED, ()))


def in_address(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The date in the page's address."""
    del known
    given = (Fact("url", doc.url, "url", "url"),) if doc.url else ()
    for fact in (*given, *doc.facts_of("url")):
        date = read_address(fact.value)
        if date is not None and plausible(date) and not in_future(doc, date):
            yield Hit(date, fact.value, locator=fact.locator)


def in_month_of_address(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The only day that short lines of the article print within the month that the address names."""
    month = next((hit.value for hit in in_address(doc, known) if hit.value.day is None), None)
    if month is None:
        return
    hits = [
        hit.shifted(block.start)
        for block in doc.article()
        if len(block.text) <= 2 * SHORT_LINE and may_hold_date(block, doc)
        for hit in scan_furniture_dates(block.text, doc.words, doc.now)
        if hit.value.kind in (UNKNOWN, PUBLISHED) and hit.value.date.isoformat().startswith(f"{month.isoformat()}-")
    ]
    if len({hit.value.date for hit in hits}) == 1:
        yield value_of(doc, hits[0])
