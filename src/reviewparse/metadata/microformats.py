"""Microformats: reviews and entries in class names (hReview, hAtom, h-review, h-entry), as schema.org objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from lxml import etree

from reviewparse.metadata.scopes import Marked, nest, selected, text_of, written
from reviewparse.metadata.things import Graph
from reviewparse.metadata.values import Json, clean

MOST_ROOTS: Final = 20
"""Entries and reviews of a page that are read."""

MOST_CLASSED: Final = 1500
"""Elements with a class in one of them."""

LONGEST_NAME: Final = 80

_Classed: TypeAlias = "tuple[etree._Element, list[str]]"  # noqa: SLF001 - the public name of no element type
"""An element and its class names."""

_ROOT_TAGS: Final = ("div", "article")
"""Elements that templates make a root of."""

_ROOT_CLASSES: Final = tuple(etree.XPath(f"descendant::{tag}/@class", smart_strings=False) for tag in _ROOT_TAGS)

_CLASSES: Final = etree.XPath("descendant::*/@class", smart_strings=False)
_CLASSED: Final = etree.XPath("descendant::*[@class]")


@dataclass(frozen=True, slots=True)
class _Format:
    """One microformat: what its class names mean inside its root."""

    source: str
    type: str
    scopes: Mapping[str, str]
    """Class names that open an object, and of which type; ``""`` leaves it open."""
    properties: Mapping[str, str]
    """Class names of properties. Those whose values are objects stand in ``objects``, too."""


_CARDS: Final = {"vcard": "", "h-card": "", "comment": "Comment", "comments": "Comment", "commentlist": "Comment"}
_OBJECTS: Final = frozenset(("author", "itemReviewed", "reviewRating"))
"""Properties whose element is an object, with or without a class name that says so."""

_ENTRY_SCOPES: Final = {**_CARDS, "hentry": "BlogPosting", "hreview": "Review"}
_NEW_SCOPES: Final = {
    **_CARDS,
    "h-entry": "BlogPosting",
    "h-review": "Review",
    "h-cite": "CreativeWork",
    "h-product": "Product",
    "h-item": "Thing",
    "h-book": "Book",
    "h-movie": "Movie",
    "h-event": "Event",
}

_ENTRY_PROPERTIES: Final = {
    "entry-title": "headline",
    "author": "author",
    "post-author": "author",
    "entry-author": "author",
    "published": "datePublished",
    "updated": "dateModified",
    "fn": "name",
}
_REVIEW_PROPERTIES: Final = {
    "item": "itemReviewed",
    "rating": "reviewRating",
    "reviewer": "author",
    "dtreviewed": "datePublished",
    "summary": "headline",
    "fn": "name",
    "value": "ratingValue",
    "value-title": "ratingValue",
    "average": "ratingValue",
    "best": "bestRating",
    "worst": "worstRating",
    "votes": "ratingCount",
    "count": "reviewCount",
}
_NEW_PROPERTIES: Final = {
    "p-name": "name",
    "p-author": "author",
    "p-reviewer": "author",
    "p-item": "itemReviewed",
    "u-read-of": "itemReviewed",
    "u-watch-of": "itemReviewed",
    "u-listen-of": "itemReviewed",
    "p-rating": "reviewRating",
    "p-average": "ratingValue",
    "p-best": "bestRating",
    "p-worst": "worstRating",
    "p-votes": "ratingCount",
    "p-count": "reviewCount",
    "dt-published": "datePublished",
    "dt-reviewed": "datePublished",
    "dt-updated": "dateModified",
    "p-category": "keywords",
}

_FORMATS: Final = {
    "hreview": _Format("hreview", "Review", {**_CARDS, "hreview": "Review"}, _REVIEW_PROPERTIES),
    "hreview-aggregate": _Format("hreview", "AggregateRating", _CARDS, _REVIEW_PROPERTIES),
    "h-review": _Format("h-review", "Review", _NEW_SCOPES, _NEW_PROPERTIES),
    "h-review-aggregate": _Format("h-review", "AggregateRating", _NEW_SCOPES, _NEW_PROPERTIES),
    "hentry": _Format("hatom", "BlogPosting", _ENTRY_SCOPES, _ENTRY_PROPERTIES),
    "h-entry": _Format("h-entry", "BlogPosting", _NEW_SCOPES, _NEW_PROPERTIES),
}
"""Class name of a root -> its microformat; where an element has two, the first listed counts."""

_REVIEW_FORMATS: Final = {name: format_ for name, format_ in _FORMATS.items() if "review" in name}

_NAMES: Final = frozenset(_FORMATS).union(
    *(format_.scopes.keys() | format_.properties.keys() for format_ in _FORMATS.values())
)
"""All class names that mean something."""


def read_microformats(root: etree._Element, *, reviews_only: bool = False) -> list[tuple[str, Graph]]:
    """The objects of each microformat of a page, by source.

    Args:
        root: The root of the page's tree.
        reviews_only: Leave out entries, which say nothing new when other metadata states author and date.
    """
    found: dict[str, list[Json]] = {}
    for format_, members in _groups(_roots(root, _REVIEW_FORMATS if reviews_only else _FORMATS)):
        nodes = nest(_marks(members, format_))
        found.setdefault(format_.source, []).extend(nodes[:1])
    return [(source, Graph(nodes)) for source, nodes in found.items()]


def _roots(root: etree._Element, formats: Mapping[str, _Format]) -> list[_Classed]:
    """The first elements that are roots of a microformat."""
    # one search in one string is much cheaper than asking each element
    everything = " ".join(value for path in _ROOT_CLASSES for value in written(path, root))
    if not any(name in everything for name in formats):
        return []
    found = ((element, (element.get("class") or "").split()) for element in root.iter(*_ROOT_TAGS))
    return list(islice((pair for pair in found if not formats.keys().isdisjoint(pair[1])), MOST_ROOTS))


def _groups(roots: list[_Classed]) -> list[tuple[_Format, list[_Classed]]]:
    """The roots in page order, each with the elements that stand in it and in no root inside it."""
    groups: dict[etree._Element, tuple[_Format, list[_Classed]]] = {}
    nearest: dict[etree._Element, etree._Element | None] = {}
    for element, tokens in roots:
        name = next(name for name in _FORMATS if name in tokens)
        groups[element] = (_FORMATS[name], [(element, tokens)])
    for element in groups:
        if _nearest(element.getparent(), groups, nearest) is not None:
            continue  # it stands in another one, and is read with it
        for inner, tokens in _telling(element):
            around = _nearest(inner, groups, nearest)
            if around is not None and around is not inner:
                groups[around][1].append((inner, tokens))
    return list(groups.values())


def _telling(root: etree._Element) -> list[_Classed]:
    """The elements inside a root whose class names mean something."""
    classes = written(_CLASSES, root)
    tokens = {value: value.split() for value in set(classes)}
    telling = {value for value, names in tokens.items() if not _NAMES.isdisjoint(names)}
    pairs = zip(selected(_CLASSED, root), classes, strict=False)
    return [(element, tokens[value]) for element, value in pairs if value in telling]


def _nearest(
    element: etree._Element | None,
    groups: Mapping[etree._Element, object],
    nearest: dict[etree._Element, etree._Element | None],
) -> etree._Element | None:
    """The root an element is or stands in; ancestors once climbed are remembered."""
    climbed = []
    found = None
    while element is not None:
        if element in nearest:
            found = nearest[element]
            break
        climbed.append(element)
        if element in groups:
            found = element
            break
        element = element.getparent()
    nearest.update((node, found) for node in climbed)
    return found


def _marks(members: list[_Classed], format_: _Format) -> Iterator[Marked]:
    (root, _), *rest = members
    yield Marked(root, (), (format_.type,))
    for element, tokens in rest[:MOST_CLASSED]:
        properties = tuple(format_.properties[name] for name in tokens if name in format_.properties)
        types = tuple(format_.scopes[name] for name in tokens if name in format_.scopes)
        if types or not _OBJECTS.isdisjoint(properties):
            yield Marked(element, properties, tuple(filter(None, types)), _name(element))
        elif properties:
            yield Marked(element, properties, None, _value(element, tokens))


def _name(element: etree._Element) -> str:
    text = _value(element, ())
    return text if len(text) <= LONGEST_NAME else ""


def _value(element: etree._Element, tokens: list[str] | tuple[str, ...]) -> str:
    """What a property says: its machine form where it has one (``title``, ``datetime``), else its text."""
    if element.tag in {"abbr", "time", "data", "img"} or "value-title" in tokens:
        for name in ("datetime", "value", "title", "alt"):
            stated = element.get(name)
            if stated:
                return clean(stated)
    for child in element.iterchildren("span", "abbr"):
        if "value-title" in (child.get("class") or "").split():
            return clean(child.get("title") or "")
    return text_of(element)
