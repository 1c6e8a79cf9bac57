"""Objects written into the attributes of elements: who belongs to whom, and what an element says.

Microdata, RDFa and microformats share this: some elements open an object, some are properties of the object around
them, some are both. All are visited once, in page order; ancestors are climbed once each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

from lxml import etree

from reviewparse.metadata.values import LONGEST, Json, clean

MOST_ELEMENTS: Final = 3000
"""Marked elements of a page that are read."""

MOST_PIECES: Final = 200
"""Pieces of text and tags of one element that are read."""

_SILENT: Final = frozenset(("script", "style", "noscript", "template"))
_BREAKING: Final = frozenset("br p div li tr td th h1 h2 h3 h4 h5 h6 dt dd".split())
_EVENTS: Final = ("start", "end", "comment", "pi")


@dataclass(frozen=True, slots=True)
class Marked:
    """An element and what its attributes make of it."""

    element: etree._Element
    properties: tuple[str, ...]
    """Of which properties of the object around it it is a value."""
    types: tuple[str, ...] | None
    """Types of the object it opens, ``None`` when it opens none."""
    value: str = ""
    """What it says; of an element that opens an object, what that says when it holds no properties."""
    refers: tuple[str, ...] = ()
    """Ids of elements elsewhere whose properties belong to the object it opens."""


def nest(marks: Iterable[Marked]) -> list[dict[str, Json]]:
    """The objects that are no property of another one, their properties in page order; the rest is dropped."""
    marks = list(marks)
    scopes = _Scopes()
    for mark in marks:
        if mark.types is not None:
            scopes.open(mark)
    roots: list[dict[str, Json]] = []
    for mark in marks:
        inner = scopes.opened.get(mark.element)
        owner = scopes.owner(mark.element)
        if owner is None or owner is inner or not mark.properties:
            roots += [] if inner is None else [inner]
            continue
        for name in mark.properties:
            held = owner.setdefault(name, [])
            if isinstance(held, list):
                held.append(mark.value if inner is None else inner)
    return roots


class _Scopes:
    """Which object an element stands in."""

    def __init__(self) -> None:
        self.opened: dict[etree._Element, dict[str, Json]] = {}
        self._referred: dict[str, dict[str, Json]] = {}
        self._climbed: dict[etree._Element, dict[str, Json] | None] = {}

    def open(self, mark: Marked) -> None:
        """Begin the object of an element that opens one."""
        node: dict[str, Json] = {"@type": list(mark.types or ())}
        if mark.value:
            node["@value"] = mark.value
        self.opened[mark.element] = node
        self._referred.update((name, node) for name in mark.refers)

    def owner(self, element: etree._Element) -> dict[str, Json] | None:
        """The object around an element, or the one that refers to it; what was climbed is remembered."""
        found = self._referring(element)
        climbed: list[etree._Element] = []
        at = element.getparent()
        while found is None and at is not None:
            if at in self._climbed:
                found = self._climbed[at]
                break
            climbed.append(at)
            found = self.opened.get(at) or self._referring(at)
            at = at.getparent()
        for node in climbed:
            self._climbed[node] = found
        return found

    def _referring(self, element: etree._Element) -> dict[str, Json] | None:
        return self._referred.get(element.get("id", "")) if self._referred else None


def selected(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    """The elements an expression selects, in page order."""
    return cast("list[etree._Element]", path(root))  # noqa: SLF001 - the public name of no element type


def written(path: etree.XPath, root: etree._Element) -> list[str]:
    """The attributes an expression selects, in page order; the expression must be made without smart strings."""
    return cast("list[str]", path(root))


def text_of(element: etree._Element) -> str:
    """The printed text of an element, up to the length of a value; line breaks become blanks."""
    if not len(element):
        return clean(element.text or "")
    pieces: list[str] = []
    length = 0
    walk = etree.iterwalk(element, events=_EVENTS)
    for seen, (event, node) in enumerate(walk):
        if length > 2 * LONGEST or seen > MOST_PIECES:
            break
        piece = _opening(node, walk) if event == "start" else _closing(node, element)
        pieces.append(piece)
        length += len(piece)
    return clean("".join(pieces))


def _opening(node: etree._Element, walk: etree.iterwalk) -> str:
    tag = str(node.tag)
    if tag in _SILENT:
        walk.skip_subtree()
        return ""
    return (" " if tag in _BREAKING else "") + (node.text or "")


def _closing(node: etree._Element, element: etree._Element) -> str:
    if node is element:
        return ""
    return (" " if node.tag in _BREAKING else "") + (node.tail or "")
