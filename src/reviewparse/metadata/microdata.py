"""Microdata and RDFa Lite: schema.org objects in the attributes of visible elements."""

from __future__ import annotations

from typing import Final

from lxml import etree

from reviewparse.metadata.scopes import MOST_ELEMENTS, Marked, nest, selected, text_of, written
from reviewparse.metadata.things import Graph
from reviewparse.metadata.values import clean
from reviewparse.metadata.vocabulary import PROPERTIES, TELLING, TEXTS, property_name, type_name

ANY: Final = TELLING | TEXTS

# Neither a union nor a step back from an attribute to its element: libxml2 sorts what these select, in time that grows
# with the square of the number of siblings.
_MICRODATA_TYPES: Final = etree.XPath("descendant-or-self::*/@itemtype", smart_strings=False)
_MICRODATA: Final = etree.XPath("descendant-or-self::*[@itemprop or @itemscope]")
_RDFA_TYPES: Final = etree.XPath("descendant-or-self::*/@typeof", smart_strings=False)
_RDFA: Final = etree.XPath("descendant-or-self::*[@property or @typeof]")

_KNOWN: Final = frozenset(PROPERTIES)
_ADDRESSES: Final = frozenset(("url", "mainEntityOfPage", "sameAs", "image"))
_STATED_IN: Final = {
    "time": ("datetime",),
    "abbr": ("title",),
    "data": ("value",),
    "meter": ("value",),
    "img": ("alt",),
}
"""Attributes that state what an element shows in another form."""

_FOREIGN: Final = frozenset("og article fb twitter al music video book profile product place".split())
"""Prefixes of Open Graph, which is no RDFa of an object."""

_HREF: Final = ("href", "src", "data")
_SHORT: Final = 16
"""Characters of a mark that stands in a rating without being named its value."""


def read_microdata(root: etree._Element, telling: frozenset[str] = ANY) -> Graph | None:
    """The page's microdata; ``None`` when nothing in it is of a telling type."""
    if not _says_something(written(_MICRODATA_TYPES, root), telling):
        return None
    return Graph(nest(map(_microdata_mark, selected(_MICRODATA, root)[:MOST_ELEMENTS])))


def read_rdfa(root: etree._Element, telling: frozenset[str] = ANY) -> Graph | None:
    """The page's RDFa; ``None`` when nothing in it is of a telling type."""
    if not _says_something(written(_RDFA_TYPES, root), telling):
        return None
    return Graph(nest(map(_rdfa_mark, selected(_RDFA, root)[:MOST_ELEMENTS])))


def _says_something(types: list[str], telling: frozenset[str]) -> bool:
    """Most pages mark up only their furniture."""
    return any(type_name(name) in telling for value in set(types) for name in value.split())


def _microdata_mark(element: etree._Element) -> Marked:
    properties = tuple(property_name(name) for name in (element.get("itemprop") or "").split())
    if element.get("itemscope") is None:
        return Marked(element, properties, None, _value(element, properties))
    types = tuple((element.get("itemtype") or "").split())
    refers = tuple((element.get("itemref") or "").split())
    return Marked(element, properties, types, _bare_mark(element, properties), refers)


def _rdfa_mark(element: etree._Element) -> Marked:
    written = (element.get("property") or "").split()
    properties = tuple(property_name(name) for name in written if name.partition(":")[0] not in _FOREIGN)
    types = element.get("typeof")
    if types is None:
        return Marked(element, properties, None, _value(element, properties))
    if not properties or "foaf:name" in written:
        # the object is the value of a link that stands on it or around it
        parent = element.getparent()
        links = f"{element.get('rel') or ''} {'' if parent is None else parent.get('rel') or ''}".split()
        properties = tuple(property_name(name) for name in links if ":" in name)
    named = text_of(element) if "foaf:name" in written else _bare_mark(element, properties)
    return Marked(element, properties, tuple(types.split()), named)


def _bare_mark(element: etree._Element, properties: tuple[str, ...]) -> str:
    """The text of a rating that holds its mark without naming it."""
    if "reviewRating" not in properties:
        return ""
    text = text_of(element)
    return text if len(text) <= _SHORT and any(char.isdigit() for char in text) else ""


def _value(element: etree._Element, properties: tuple[str, ...]) -> str:
    """What an element says about a property; ``""`` for properties nobody asks for."""
    if _KNOWN.isdisjoint(properties):
        return ""
    stated = element.get("content")
    if stated:
        return clean(stated)
    if element.tag == "link" or not _ADDRESSES.isdisjoint(properties):
        return next((clean(address) for address in map(element.get, _HREF) if address), "")
    for name in _STATED_IN.get(str(element.tag), ()):
        stated = element.get(name)
        if stated:
            return clean(stated)
    return text_of(element)
