"""When an article was published, and when it was last changed: every place of a page that may say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from reviewparse.document import Block, Document, Element, Fact, Region
from reviewparse.evidence import Hit
from reviewparse.finders.base import Find, Finder, Known
from reviewparse.finders.date_choice import choose_published, choose_updated
from reviewparse.finders.date_order import agreeing, settled
from reviewparse.finders.date_places import (
    Zone,
    date_elements,
    dates_in,
    element_kind,
    head_of,
    tail_of,
)
from reviewparse.model import DatedAs, PartialDate
from reviewparse.parsers.date import parse_date, read_address, read_iso, scan_furniture_dates
from reviewparse.parsers.dateparser_gate import read_foreign

__all__ = ["PUBLISHED_FINDERS", "UPDATED_FINDERS", "choose_published", "choose_updated"]

PUBLISHED, UPDATED, UNKNOWN = "published", "updated", "unknown"

DATA = frozenset(("json-ld", "microdata", "rdfa"))
MICROFORMATS = frozenset(("hatom", "h-entry", "hreview", "h-review"))
OPEN_GRAPH = frozenset(("opengraph",))
FRONT_MATTER = frozenset(("front-matter",))
_NAMED_SOURCES = DATA | MICROFORMATS | OPEN_GRAPH | FRONT_MATTER

ARTICLE_KEYS = frozenset(
    "article date dates data extra extras fields frontmatter info meta metadata page params post review seo".split()
)
"""Keys of a front matter below which a date is still the article's, and not that of a reading, a show or an edition."""

SHORT_LINE = 48
"""Characters of a line that may be a date and nothing else."""

SIGNATURE = 6
"""Blocks from the last paragraph on in which a signature may stand."""

UNSET = (PartialDate(year=1970, month=1, day=1), PartialDate(year=1969, month=12, day=31))
"""What a clock that was never set says."""

FIRST_YEAR = 1990
"""The web is no older: an earlier date of publication counts only where the page prints or states it as one."""

_DAY = len("2010-10-12")
_VALUE_ATTRIBUTES = ("datetime", "title", "content", "data-datetime", "data-date")


# --- around the headline ----------------------------------------------------------------------------------------------


def labelled(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A date near the headline whose label says that it is one of publication."""
    return _labelled(doc, head_of(doc, known), PUBLISHED)


def beside_headline(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The nearest date near the headline that stands free and has no label.

    In the headline itself such a date is the show's or the work's; above a review of a show it is the show's, unless it
    stands in the byline.
    """
    zone = head_of(doc, known)
    of_a_show = _is_of_a(known, "live")
    for block, hit in dates_in(doc, zone):
        date = hit.value
        if of_a_show and not _in_byline(doc, block, hit):
            continue
        if date.kind == UNKNOWN and date.until is None and block.index != zone.headline and date.date.month:
            yield _value(doc, hit)
            return


def made_for_dates(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """An element made for dates near the headline, unless it or its line says that the date is another one."""
    yield from (hit for kind, hit in _elements(doc, known) if kind == PUBLISHED)


def in_another_language(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A line near the headline that is a date in the page's language, where no word table holds its months."""
    codes = {fact.value[:2].lower() for fact in doc.facts_of("lang")} - set(doc.words.code.split("+"))
    if not codes:
        return
    zone = head_of(doc, known)
    for block in doc.blocks[zone.first : zone.last]:
        date = read_foreign(block.text, tuple(sorted(codes))) if block.region is Region.ARTICLE else None
        if date is not None and not _in_future(doc, date):
            yield Hit(date, block.text, (block.start, block.end))
            return


# --- behind the text --------------------------------------------------------------------------------------------------


def labelled_at_end(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A labelled date behind the text: ``(article published 5/3/1999)``."""
    return _labelled(doc, tail_of(doc, head_of(doc, known)), PUBLISHED)


def signed(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A date beside the signature, or in a line of its own behind the text."""
    tail = tail_of(doc, head_of(doc, known))
    for block, hit in dates_in(doc, replace(tail, last=min(tail.last, tail.first + SIGNATURE))):
        date = hit.value
        if block.tag in ("li", "h2", "h3", "h4"):
            continue
        if date.kind == UNKNOWN and date.until is None and _plausible(date.date) and len(block.text) <= 2 * SHORT_LINE:
            yield _value(doc, hit)
            return


def alone_on_its_line(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The first line of the article that is a date and nothing else; in a review of a show that is the show's."""
    if _is_of_a(known, "live"):
        return
    for block in doc.article():
        if len(block.text) > SHORT_LINE:
            continue
        for hit in scan_furniture_dates(block.text, doc.words, doc.now):
            rest = len(block.text) - len(hit.quote)
            if hit.value.kind == UNKNOWN and rest <= 4 and _plausible(hit.value.date):
                yield _value(doc, hit.shifted(block.start))
                return


# --- stated in metadata -----------------------------------------------------------------------------------------------


def stated(path: str, sources: frozenset[str]) -> Find[PartialDate]:
    """A finder of what these sources state on a path."""

    def find(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
        return _facts(doc, known, path, sources)

    return find


def stated_elsewhere(path: str) -> Find[PartialDate]:
    """A finder of what all other sources state on a path."""

    def find(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
        others = frozenset(fact.source for fact in doc.facts_of(path)) - _NAMED_SOURCES
        return _facts(doc, known, path, others)

    return find


def _facts(doc: Document, known: Known, path: str, sources: frozenset[str]) -> Iterator[Hit[PartialDate]]:
    facts = [fact for fact in doc.facts_of(path) if fact.source in sources]
    several = len({fact.value[:_DAY] for fact in facts if fact.source in FRONT_MATTER}) > 2
    of_a_book = any(fact.source in FRONT_MATTER for fact in facts) and _is_of_a(known, "book")
    for fact in facts:
        if several or (path == UPDATED and fact.source in MICROFORMATS and _same_as_published(doc, fact)):
            continue
        if fact.source in FRONT_MATTER and not _of_the_article(fact, of_a_book=of_a_book):
            continue
        date = read_iso(fact.value) or parse_date(fact.value, doc.words)
        if date is None or date in UNSET or _in_future(doc, date):
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


def in_address(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The date in the page's address."""
    del known
    given = (Fact("url", doc.url, "url", "url"),) if doc.url else ()
    for fact in (*given, *doc.facts_of("url")):
        date = read_address(fact.value)
        if date is not None and _plausible(date) and not _in_future(doc, date):
            yield Hit(date, fact.value, locator=fact.locator)


def in_month_of_address(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The only day that short lines of the article print within the month that the address names."""
    month = next((hit.value for hit in in_address(doc, known) if hit.value.day is None), None)
    if month is None:
        return
    hits = [
        hit.shifted(block.start)
        for block in doc.article()
        if len(block.text) <= 2 * SHORT_LINE
        for hit in scan_furniture_dates(block.text, doc.words, doc.now)
        if hit.value.kind in (UNKNOWN, PUBLISHED) and hit.value.date.isoformat().startswith(f"{month.isoformat()}-")
    ]
    if len({hit.value.date for hit in hits}) == 1:
        yield _value(doc, hits[0])


# --- the last change --------------------------------------------------------------------------------------------------


def labelled_updated(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A date near the headline or behind the text whose label says that it is one of change."""
    head = head_of(doc, known)
    yield from _labelled(doc, head, UPDATED)
    yield from _labelled(doc, tail_of(doc, head), UPDATED)


def made_for_updates(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """An element near the headline whose class or property says that its date is one of change."""
    yield from (hit for kind, hit in _elements(doc, known) if kind == UPDATED)


# --- helpers ----------------------------------------------------------------------------------------------------------


def _labelled(doc: Document, zone: Zone, kind: str) -> Iterator[Hit[PartialDate]]:
    for _, hit in dates_in(doc, zone):
        if hit.value.kind == kind and not _in_future(doc, hit.value.date):
            yield _value(doc, hit)


def _value(doc: Document, hit: Hit[DatedAs]) -> Hit[PartialDate]:
    return Hit(settled(doc, hit.value.date, hit.quote), hit.quote, hit.span, hit.locator)


def _elements(doc: Document, known: Known) -> Iterator[tuple[str, Hit[PartialDate]]]:
    """Dates of elements made for them, with their kind: what their line prints as label, else what their class says."""
    zone = head_of(doc, known)
    printed = {hit.span: hit.value.kind for _, hit in dates_in(doc, zone)}
    elements = [(element, element_kind(element)) for element in date_elements(doc, zone)]
    several = len({kind for _, kind in elements}) > 1
    for element, kind in elements:
        hit = _of_element(doc, element)
        if hit is None or _in_future(doc, hit.value):
            continue
        said = printed.get(hit.span, UNKNOWN)
        if said not in (UNKNOWN, PUBLISHED, UPDATED):
            continue
        # themes give the class of a change to the date of publication where they print one date only
        yield (said if said != UNKNOWN else kind if several and kind else PUBLISHED), hit


def _of_element(doc: Document, element: Element) -> Hit[PartialDate] | None:
    """The date an element prints, else the one in its attributes."""
    stated = _in_attributes(element)
    block = doc.blocks[element.first]
    text = element.text or (block.text if element.last - element.first == 1 else "")
    start = block.text.find(text) if text and len(text) <= 2 * SHORT_LINE else -1
    if start >= 0:
        for hit in scan_furniture_dates(text, doc.words, doc.now):
            if hit.value.until is None and hit.value.date.month:
                value = _value(doc, hit.shifted(block.start + start))
                return replace(value, value=agreeing(value.value, (stated.value,))) if stated else value
    return stated


def _in_attributes(element: Element) -> Hit[PartialDate] | None:
    for name in _VALUE_ATTRIBUTES:
        date = read_iso(element.attrs[name]) if name in element.attrs else None
        if date is not None and date.month:
            return Hit(date, element.attrs[name], locator=f"{element.tag}@{name}")
    return None


def _in_byline(doc: Document, block: Block, hit: Hit[DatedAs]) -> bool:
    before = block.text[: max(0, (hit.span or (0, 0))[0] - block.start)].lower().split()
    return any(word.strip(":") in doc.words.byline.by for word in before)


def _is_of_a(known: Known, kind: str) -> bool:
    return any(candidate.value.type == kind for candidate in known.get("work", ()))


def _in_future(doc: Document, date: PartialDate) -> bool:
    """Whether a date lies more than a day behind the reference date; without one there is no future."""
    if doc.now is None:
        return False
    latest = doc.now.date() + dt.timedelta(days=1)
    return (date.year, date.month or 1, date.day or 1) > (latest.year, latest.month, latest.day)


def _plausible(date: PartialDate) -> bool:
    return date.year >= FIRST_YEAR


def _precedes(date: PartialDate, known: Known) -> bool:
    """Whether a change would lie before publication: such a stamp says something else."""
    return any(date.isoformat() < candidate.value.isoformat() for candidate in known.get(PUBLISHED, ()))


PUBLISHED_FINDERS: tuple[Finder[PartialDate], ...] = (
    Finder("published.labelled", labelled, confidence=0.95),
    Finder("published.element", made_for_dates, confidence=0.95),
    Finder("published.front_matter", stated(PUBLISHED, FRONT_MATTER), confidence=0.95),
    Finder("published.data", stated(PUBLISHED, DATA), confidence=0.95),
    Finder("published.open_graph", stated(PUBLISHED, OPEN_GRAPH), confidence=0.95),
    Finder("published.microformat", stated(PUBLISHED, MICROFORMATS), confidence=0.9),
    Finder("published.meta", stated_elsewhere(PUBLISHED), confidence=0.9),
    Finder("published.beside_headline", beside_headline, confidence=0.9),
    Finder("published.another_language", in_another_language, confidence=0.6),
    Finder("published.labelled_at_end", labelled_at_end, confidence=0.85),
    Finder("published.signed", signed, confidence=0.6),
    Finder("published.own_line", alone_on_its_line, confidence=0.6),
    Finder("published.month_of_address", in_month_of_address, confidence=0.6),
    Finder("published.address", in_address, confidence=0.6),
)

UPDATED_FINDERS: tuple[Finder[PartialDate], ...] = (
    Finder("updated.labelled", labelled_updated, confidence=0.95),
    Finder("updated.element", made_for_updates, confidence=0.9),
    Finder("updated.front_matter", stated(UPDATED, FRONT_MATTER), confidence=0.95),
    Finder("updated.data", stated(UPDATED, DATA), confidence=0.95),
    Finder("updated.open_graph", stated(UPDATED, OPEN_GRAPH), confidence=0.95),
    Finder("updated.meta", stated_elsewhere(UPDATED), confidence=0.9),
    Finder("updated.microformat", stated(UPDATED, MICROFORMATS), confidence=0.6),
)
