"""The elements of a page that may draw a mark, picked out in one pass for all finders of ratings."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewparse.document import Document, Element, Hint, Region, once

MAX_SMALL = 12
"""Blocks of an element whose class still speaks of what it holds, not of the page."""

CLICKED = frozenset(("a", "input", "button", "label", "option"))
"""An element of these tags is there to be clicked."""

STEPS = frozenset(("li", "span", "td", "div", "em", "strong", "b"))
"""Tags of one step of a printed scale."""

MAX_DRAWING = 600
"""Elements that may draw something, per page."""

METERS = frozenset(("meter", "progress"))

DRAWING = METERS | {"img"}


@dataclass(slots=True)
class Markup:
    """Elements of the article by what they may show; none belongs to a widget for readers."""

    images: list[Element] = field(default_factory=list)
    rated: list[Element] = field(default_factory=list)
    """Small elements whose attributes speak of ratings."""
    icons: list[Element] = field(default_factory=list)
    """Empty elements with a class, that speak of ratings or stand in an element that does."""
    styled: list[Element] = field(default_factory=list)
    """Elements with a width of their own."""
    meters: list[Element] = field(default_factory=list)
    steps: list[Element] = field(default_factory=list)
    """Children of an element that speaks of ratings."""


@once
def markup_of(doc: Document) -> Markup:
    """The elements of a document that may draw a mark."""
    found = Markup()
    drawing = 0
    for element in doc.elements:
        attrs, parent = element.attrs, element.parent
        rated = element.hints & Hint.RATING or (parent is not None and parent.hints & Hint.RATING)
        drawn = rated or element.tag in DRAWING or ("style" in attrs and "width" in attrs["style"])
        if drawn and in_article(element, doc):
            _sort(element, found)
            drawing += 1
            if drawing == MAX_DRAWING:
                break
    return found


def _sort(element: Element, found: Markup) -> None:
    attrs, parent = element.attrs, element.parent
    in_rating = parent is not None and bool(parent.hints & Hint.RATING)
    if parent is not None and is_vote(parent):
        return
    if (
        "class" in attrs
        and (not element.text or element.text.isdigit())
        and element.first == element.last
        and element.tag not in CLICKED
    ):
        found.icons.append(element)
    if element.hints & Hint.VOTE:
        return
    if element.tag == "img":
        found.images.append(element)
    elif element.tag in METERS:
        found.meters.append(element)
    if "width" in attrs.get("style", ""):
        found.styled.append(element)
    if element.tag in CLICKED:
        return
    if element.hints & Hint.RATING and element.last - element.first <= MAX_SMALL:
        found.rated.append(element)
    if in_rating and element.tag in STEPS:
        found.steps.append(element)


def is_vote(element: Element) -> bool:
    """Whether an element belongs to a widget for readers to vote, or to their average."""
    one: Element | None = element
    while one is not None and one.last - one.first <= MAX_SMALL:
        if one.hints & Hint.VOTE:
            return True
        one = one.parent
    return False


def in_article(element: Element, doc: Document) -> bool:
    """Whether an element stands in the article; an empty one, before a line of it."""
    blocks = doc.blocks
    return bool(blocks) and blocks[min(element.first, len(blocks) - 1)].region is Region.ARTICLE
