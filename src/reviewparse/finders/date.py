"""When an article was published, and when it was last changed: every place of a page that may say it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reviewparse.document import Block, Document, Region
from reviewparse.evidence import Hit
from reviewparse.finders.base import Finder, Known
from reviewparse.finders.date_choice import choose_published, choose_updated
from reviewparse.finders.date_markup import dated_elements
from reviewparse.finders.date_places import (
    PUBLISHED,
    SHORT_LINE,
    UNKNOWN,
    UPDATED,
    Zone,
    dates_in,
    head_of,
    in_future,
    is_of_a,
    may_hold_date,
    plausible,
    tail_of,
    value_of,
)
from reviewparse.finders.date_stated import (
    DATA,
    FRONT_MATTER,
    MICROFORMATS,
    OPEN_GRAPH,
    in_address,
    in_month_of_address,
    stated,
    stated_elsewhere,
)
from reviewparse.languages import Words
from reviewparse.model import DatedAs, PartialDate
from reviewparse.parsers.date import scan_furniture_dates
from reviewparse.parsers.dateparser_gate import read_foreign
from reviewparse.parsers.labels import MAX_LABEL, fold, split_label

__all__ = ["PUBLISHED_FINDERS", "UPDATED_FINDERS", "choose_published", "choose_updated"]


BESIDE = 10
"""Blocks from the headline on, those above counting double, in which a date without a label may be the article's."""

SIGNATURE = 6
"""Blocks from the last paragraph on in which a signature may stand."""


# --- around the headline ----------------------------------------------------------------------------------------------


def labelled(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A date near the headline whose label says that it is one of publication."""
    return _labelled(doc, head_of(doc, known), PUBLISHED)


def beside_headline(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The nearest date near the headline that stands free and has no label.

    In the headline itself such a date is the show's or the work's, beside the record label it is that of release, and
    above a review of a show that of the show, unless it stands in the byline.
    """
    zone = head_of(doc, known)
    of_a_show = is_of_a(known, "live")
    for block, hit in dates_in(doc, zone):
        date = hit.value
        if zone.distance(block.index) > BESIDE:
            return
        if block.index == zone.headline or block.tag == "figcaption" or _of_the_work(doc, known, block):
            continue
        if of_a_show and not _in_byline(doc, block, hit):
            continue
        if date.kind == UNKNOWN and date.until is None and date.date.month:
            yield value_of(doc, hit)
            return


def made_for_dates(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """An element made for dates near the headline, unless it or its line says that the date is another one."""
    yield from (hit for kind, hit in dated_elements(doc, head_of(doc, known)) if kind == PUBLISHED)


def in_another_language(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A line near the headline that is a date in the page's language, where no word table holds its months."""
    codes = {fact.value[:2].lower() for fact in doc.facts_of("lang")} - set(doc.words.code.split("+"))
    if not codes:
        return
    zone = head_of(doc, known)
    for block in doc.blocks[zone.first : zone.last]:
        date = read_foreign(block.text, tuple(sorted(codes))) if block.region is Region.ARTICLE else None
        if date is not None and not in_future(doc, date):
            yield Hit(date, block.text, (block.start, block.end))
            return


# --- behind the text --------------------------------------------------------------------------------------------------


def labelled_at_end(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A labelled date behind the text: ``(article published 5/3/1999)``."""
    return _labelled(doc, tail_of(doc, head_of(doc, known)), PUBLISHED)


def signed(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A date beside the signature, or in a line of its own behind the text."""
    tail = tail_of(doc, head_of(doc, known))
    behind_text = dates_in(doc, tail._replace(last=min(tail.last, tail.first + SIGNATURE)))
    for block, hit in (*behind_text, *dates_in(doc, _last_line(doc))):
        date = hit.value
        if block.tag in ("li", "h2", "h3", "h4"):
            continue
        if date.kind != UNKNOWN or date.until is not None or date.date.month is None:
            continue
        if plausible(date.date) and len(block.text) <= 2 * SHORT_LINE:
            yield value_of(doc, hit)
            return


def _last_line(doc: Document) -> Zone:
    """The last line of the article: below tracklist and credits, the reviewer signs there."""
    last = next((block.index for block in reversed(doc.blocks) if block.region is Region.ARTICLE), -1)
    return Zone(max(0, last), last + 1)


def alone_on_its_line(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """The first line of the article that is a date and nothing else; in a review of a show that is the show's."""
    if is_of_a(known, "live"):
        return
    for block in doc.article():
        if len(block.text) > SHORT_LINE or not may_hold_date(block, doc):
            continue
        for hit in scan_furniture_dates(block.text, doc.words, doc.now):
            rest = len(block.text) - len(hit.quote)
            if (
                hit.value.kind == UNKNOWN
                and rest <= 4
                and plausible(hit.value.date)
                and not in_future(doc, hit.value.date)
                and not _of_the_work(doc, known, block)
                and not _is_labelled_otherwise(doc, block)
            ):
                yield value_of(doc, hit.shifted(block.start))
                return


# --- the last change --------------------------------------------------------------------------------------------------


def labelled_updated(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """A date near the headline or behind the text whose label says that it is one of change."""
    head = head_of(doc, known)
    yield from _labelled(doc, head, UPDATED)
    yield from _labelled(doc, tail_of(doc, head), UPDATED)


def made_for_updates(doc: Document, known: Known) -> Iterator[Hit[PartialDate]]:
    """An element near the headline whose class or property says that its date is one of change."""
    yield from (hit for kind, hit in dated_elements(doc, head_of(doc, known)) if kind == UPDATED)


# --- helpers ----------------------------------------------------------------------------------------------------------


def _labelled(doc: Document, zone: Zone, kind: str) -> Iterator[Hit[PartialDate]]:
    for _, hit in dates_in(doc, zone):
        if hit.value.kind == kind:
            yield value_of(doc, hit)


def _of_the_work(doc: Document, known: Known, block: Block) -> bool:
    """Whether the line, or the one above it, names the label or publisher of the work."""
    labels = [candidate.value.label for candidate in known.get("work", ()) if candidate.value.label]
    for other in doc.blocks[max(0, block.index - 1) : block.index + 1]:
        labelled_line = split_label(other.text)
        if labelled_line is not None and labelled_line.label in doc.words.work.label:
            return True
        if any(label in other.text for label in labels):
            return True
    return False


def _is_labelled_otherwise(doc: Document, block: Block) -> bool:
    """Whether the line above is a label of other dates alone: ``Release date`` in one cell, the date in the next."""
    above = doc.blocks[block.index - 1].text if block.index else ""
    return len(above) <= MAX_LABEL and fold(above) in _other_labels(doc.words)


@lru_cache(maxsize=64)
def _other_labels(words: Words) -> frozenset[str]:
    kinds = words.date.kinds.items()
    return frozenset(fold(label) for kind, labels in kinds if kind != PUBLISHED for label in labels)


def _in_byline(doc: Document, block: Block, hit: Hit[DatedAs]) -> bool:
    before = block.text[: max(0, (hit.span or (0, 0))[0] - block.start)].lower().split()
    return any(word.strip(":") in doc.words.byline.by for word in before)


PUBLISHED_FINDERS: tuple[Finder[PartialDate], ...] = (
    Finder("published.labelled", labelled, confidence=0.95),
    Finder("published.element", made_for_dates, confidence=0.95),
    Finder("published.front_matter", stated(PUBLISHED, FRONT_MATTER), confidence=0.95),
    Finder("published.data", stated(PUBLISHED, DATA), confidence=0.9),
    Finder("published.open_graph", stated(PUBLISHED, OPEN_GRAPH), confidence=0.9),
    Finder("published.microformat", stated(PUBLISHED, MICROFORMATS), confidence=0.6),
    Finder("published.meta", stated_elsewhere(PUBLISHED), confidence=0.6),
    Finder("published.beside_headline", beside_headline, confidence=0.95),
    Finder("published.another_language", in_another_language, confidence=0.6),
    Finder("published.labelled_at_end", labelled_at_end, confidence=0.6),
    Finder("published.signed", signed, confidence=0.5),
    Finder("published.own_line", alone_on_its_line, confidence=0.9),
    Finder("published.month_of_address", in_month_of_address, confidence=0.6),
    Finder("published.address", in_address, confidence=0.6),
)

UPDATED_FINDERS: tuple[Finder[PartialDate], ...] = (
    Finder("updated.labelled", labelled_updated, confidence=0.95),
    Finder("updated.element", made_for_updates, confidence=0.6),
    Finder("updated.front_matter", stated(UPDATED, FRONT_MATTER), confidence=0.6),
    Finder("updated.data", stated(UPDATED, DATA), confidence=0.9),
    Finder("updated.open_graph", stated(UPDATED, OPEN_GRAPH), confidence=0.9),
    Finder("updated.meta", stated_elsewhere(UPDATED), confidence=0.6),
    Finder("updated.microformat", stated(UPDATED, MICROFORMATS), confidence=0.6),
)
