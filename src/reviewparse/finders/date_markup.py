"""Elements made for dates: ``time`` and those whose class or property says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from reviewparse.document import Document, Element, Hint, Region, once
from reviewparse.evidence import Hit
from reviewparse.finders.date_order import agreeing
from reviewparse.finders.date_places import (
    PUBLISHED,
    SHORT_LINE,
    UNKNOWN,
    UPDATED,
    Zone,
    dates_in,
    in_future,
    value_of,
)
from reviewparse.model import PartialDate
from reviewparse.parsers.date import read_iso, scan_furniture_dates

UPDATED_TOKENS = frozenset(("updated", "modified", "lastmod", "dtmodified"))
PUBLISHED_TOKENS = frozenset(("published", "publish", "pubdate", "posted", "created", "dtreviewed", "issued"))
_TOKEN = re.compile(r"[A-Z]?[a-z]{2,20}")
_first = attrgetter("first")
_VALUE_ATTRIBUTES = ("datetime", "title", "content", "data-datetime", "data-date")


@once
def dated_elements(doc: Document, zone: Zone) -> tuple[tuple[str, Hit[PartialDate]], ...]:
    """Dates of a zone's elements made for them, with their kind, the nearest to the headline first.

    What their line prints as a label decides, else what their class says. Themes give the class of a change to the date
    of publication where they print one date only.
    """
    elements = sorted(_elements(doc, zone), key=lambda element: zone.distance(element.first))
    if not elements:
        return ()
    printed = {hit.span: hit.value.kind for _, hit in dates_in(doc, zone)}
    kinds = [element_kind(element) for element in elements]
    several = len(set(kinds)) > 1
    found = []
    for element, kind in zip(elements, kinds, strict=True):
        hit = _of_element(doc, element)
        if hit is None or in_future(doc, hit.value):
            continue
        said = printed.get(hit.span, UNKNOWN)
        if said in (UNKNOWN, PUBLISHED, UPDATED):
            found.append((said if said != UNKNOWN else kind if several and kind else PUBLISHED, hit))
    return tuple(found)


def _elements(doc: Document, zone: Zone) -> Iterator[Element]:
    """``time`` and elements whose class or property says date, in the article and of one or two lines."""
    first = bisect_left(doc.elements, zone.first, key=_first)
    for element in doc.elements[first : bisect_left(doc.elements, zone.last, key=_first)]:
        is_for_dates = element.hints & Hint.DATE or element.tag == "time"
        if is_for_dates and element.last - element.first <= 2 and doc.blocks[element.first].region is Region.ARTICLE:
            yield element


def element_kind(element: Element) -> str:
    """What the class or property of an element says of its date: ``published``, ``updated`` or ``""``."""
    attrs = element.attrs
    named = " ".join(attrs.get(name, "") for name in ("class", "id", "itemprop", "property"))
    tokens = {token.lower() for token in _TOKEN.findall(named)}
    if "pubdate" in attrs or tokens & PUBLISHED_TOKENS:
        return "published"
    return "updated" if tokens & UPDATED_TOKENS else ""


def _of_element(doc: Document, element: Element) -> Hit[PartialDate] | None:
    """The date an element prints, else the one in its attributes."""
    stated = _in_attributes(element)
    block = doc.blocks[element.first]
    text = element.text or (block.text if element.last - element.first == 1 else "")
    start = block.text.find(text) if text and len(text) <= 2 * SHORT_LINE else -1
    if start >= 0:
        for hit in scan_furniture_dates(text, doc.words, doc.now):
            if hit.value.until is None and hit.value.date.month:
                value = value_of(doc, hit.shifted(block.start + start))
                return replace(value, value=agreeing(value.value, (stated.value,))) if stated else value
    return stated


def _in_attributes(element: Element) -> Hit[PartialDate] | None:
    for name in _VALUE_ATTRIBUTES:
        date = read_iso(element.attrs[name]) if name in element.attrs else None
        if date is not None and date.month:
            return Hit(date, element.attrs[name], locator=f"{element.tag}@{name}")
    return None
