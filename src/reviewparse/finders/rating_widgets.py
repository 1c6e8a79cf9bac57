"""Marks that are drawn by style sheets: rows of icons, bars, numbers in class names and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from reviewparse.document import Document, Element, Hint
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_drawn import aspects_beside
from reviewparse.finders.rating_markup import CLICKED, markup_of
from reviewparse.finders.rating_others import not_the_readers
from reviewparse.model import Rating
from reviewparse.parsers.rating import read_ratings
from reviewparse.parsers.rating_names import mark_of_name
from reviewparse.parsers.rating_pieces import read_label_of, read_stated

FULLNESS = (
    "full|filled|fill|half|empty|on|off|o|active|inactive|outline|gold|yellow|gr[ae]y|solid|regular"
    "|pleine?|vide|voll|leer"
)
"""Last words of an icon's class that say how much of it is coloured."""

STAR = re.compile(
    rf"(?:[a-z0-9]{{1,12}}[-_]{{1,2}}){{0,4}}(?:stars?|skulls?|hearts?|etoiles?|sterne?|estrellas?|stelle)(?:[-_]?(?:rating|icon|alt|[0-9]{{1,2}}|{FULLNESS})){{0,3}}"
    rf"|(?:{FULLNESS})",
    re.IGNORECASE,
)
"""A class name of an icon in a row, or of the row; ``ng-star-inserted`` is neither."""

VARIABLE = re.compile(r"--(?:rating|score|stars?|value)\s?:\s?(?P<value>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?(?:;|$)")

HALF = re.compile(r"half|(?<![a-z])(?:0?\.5|50)(?![a-z0-9])", re.IGNORECASE)
EMPTY = re.compile(
    r"(?<![a-z])(?:empty|off|o|outlined?|inactive|gr[ae]y|blank|disabled|none|unfilled|far|regular|open|vide|leer|0)(?![a-z])"
    r"|star(?:empty|off)",
    re.IGNORECASE,
)
FULL = re.compile(
    r"(?<![a-z])(?:full|filled|fill|on|active|checked|selected|solid|gold|yellow|lit|pleine?|voll)(?![a-z])",
    re.IGNORECASE,
)
"""An icon that is coloured; beside such ones, those without the word are not."""

_BOXED = re.compile(r"(?<![\w-])star-[0-9]{1,2}(?![\w-])")
"""The class of the box of one star."""

WIDTH = re.compile(r"(?<![-\w])width\s?:\s?(?P<percent>[0-9]{1,3}(?:\.[0-9]{1,2})?)%")
SPOKEN = ("aria-label", "title", "data-tooltip")
STATED = (
    "data-rating",
    "data-score",
    "data-stars",
    "data-rate",
    "data-rating-value",
    "data-review-score",
    "data-value",
)
MAXIMA = ("data-max", "data-best", "data-rating-max", "data-max-rating", "data-total", "data-scale")
MAX_ICONS = 12
MAX_SPOKEN = 80
"""Characters of a spoken label."""


def spoken(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``aria-label="Rated 4 out of 5"``."""
    yield from _uniform(
        doc, ((element, name, _spoken(element, name, doc)) for element in markup_of(doc).rated for name in SPOKEN)
    )


def _spoken(element: Element, name: str, doc: Document) -> Rating | None:
    text = element.attrs.get(name, "")
    readings = read_ratings(text, doc.words) if 0 < len(text) <= MAX_SPOKEN else []
    return readings[0].rating if len(readings) == 1 and readings[0].rating.value is not None else None


def stated(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``data-rating="4.5"``."""
    yield from _uniform(
        doc, ((element, name, _stated(element, name, doc)) for element in markup_of(doc).rated for name in STATED)
    )


def _stated(element: Element, name: str, doc: Document) -> Rating | None:
    if name not in element.attrs:
        return None
    best = next((element.attrs[other] for other in MAXIMA if other in element.attrs), None)
    rating = read_stated(element.attrs[name], doc.words, best=best)
    return rating if rating is not None and rating.value else None


def in_class(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``class="star-rating-4"``."""
    yield from _uniform(doc, ((element, "class", _in_class(element, doc)) for element in markup_of(doc).rated))


def _in_class(element: Element, doc: Document) -> Rating | None:
    for name in element.attrs.get("class", "").split()[:8]:
        value = mark_of_name(name, doc.words)
        if value is not None:
            return Rating(value=value, assumed_best=5.0 if value <= 5 else None)
    return None


def _uniform(doc: Document, found: Iterable[tuple[Element, str, Rating | None]]) -> Iterator[Hit[Rating]]:
    """One hit for each parent whose children agree; ``1``, ``2``, ``3`` side by side are steps to click on."""
    rows: dict[Element | None, list[tuple[Element, str, Rating]]] = {}
    for element, name, rating in found:
        if rating is not None:
            rows.setdefault(element.parent, []).append((element, name, rating))
    for row in rows.values():
        element, name, rating = row[0]
        if all(other.value == rating.value for _, _, other in row) and not_the_readers(rating, doc):
            yield Hit(rating, element.attrs[name], locator=f"{element.tag}: {name}")


def in_variable(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``style="--rating: 3.5"``."""
    for element in markup_of(doc).rated:
        match = VARIABLE.search(element.attrs.get("style", ""))
        rating = read_stated(match["value"], doc.words) if match else None
        if match and rating is not None and rating.value:
            yield Hit(rating, match[0], locator=_locator(element, "style"))


def in_width(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``style="width:80%"`` of a bar of five stars."""
    for element in markup_of(doc).styled:
        style = element.attrs["style"]
        match = WIDTH.search(style)
        if match is None:
            continue
        bars = [one for one in _near(element) if one.hints & Hint.RATING and _is_star(one.attrs.get("class", ""))]
        percent = float(match["percent"])
        if bars and 0 < percent <= 100 and percent % 5 == 0:
            yield Hit(Rating(value=percent / 20, best=5.0, unit="stars"), style, locator=_locator(element, "style"))


def in_icons(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """Rows of icons, some full, perhaps one half, the others empty; each row its own aspect where labels stand by."""
    icons = [icon for icon in markup_of(doc).icons if _is_star(icon.attrs["class"]) and not _is_clicked(icon)]
    boxes = {icon.parent for icon in icons}
    rows = []
    for (parent, first), group in groupby((icon for icon in icons if icon not in boxes), key=_row_of):
        row = list(group)
        rating = of_icons([icon.attrs.get("class", "") for icon in row])
        if rating is not None and parent is not None:
            locator = f"{_locator(parent, 'class')}: {len(row)} icons"
            rows.append((first, Hit(rating, row[0].attrs.get("class", ""), locator=locator)))
    aspects = aspects_beside(doc, [first for first, _ in rows])
    for (_, hit), aspect in zip(rows, aspects, strict=True):
        yield replace(hit, value=replace(hit.value, label=aspect)) if aspect else hit


def in_meter(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``<meter value="4" max="5">`` behind a label."""
    for element in markup_of(doc).meters:
        if "max" in element.attrs:
            rating = read_stated(element.attrs.get("value", ""), doc.words, best=element.attrs["max"])
            if rating is None or not rating.value:
                continue
            block = doc.blocks[element.first] if element.first < len(doc.blocks) else None
            label = read_label_of(block.text if block else "", doc.words)
            if label is not None or any(one.hints & Hint.RATING for one in _near(element)):
                quote = element.attrs["value"]
                yield Hit(replace(rating, label=label or None), quote, locator=f"{element.tag}: value")


def of_icons(classes: list[str]) -> Rating | None:
    """The mark a row of icons shows, by the names of each; ``None`` where a style sheet may colour some of them."""
    if not 2 <= len(classes) <= MAX_ICONS:
        return None
    halves = sum(bool(HALF.search(name)) for name in classes)
    empty = sum(bool(EMPTY.search(name)) and not HALF.search(name) for name in classes)
    coloured = sum(bool(FULL.search(name)) and not HALF.search(name) for name in classes)
    if not empty and coloured:
        empty = len(classes) - halves - coloured
    full = len(classes) - halves - empty
    if halves > 1 or not (full or halves):
        return None
    if not empty and len(classes) in (5, 10) and not halves:
        return None
    best = float(len(classes)) if empty else None
    return Rating(value=full + halves / 2, best=best, assumed_best=None if best else 5.0, unit="stars")


def _row_of(icon: Element) -> tuple[Element | None, int]:
    """The element and line that hold the row; each icon may stand in a box of its own, numbered and called a star."""
    box = icon.parent
    if box is not None and box.parent is not None and _BOXED.search(box.attrs.get("class", "")):
        return box.parent, box.parent.first
    return box, icon.first


def _is_clicked(icon: Element) -> bool:
    return icon.parent is not None and icon.parent.tag in CLICKED


@lru_cache(maxsize=2048)
def _is_star(classes: str) -> bool:
    return any(STAR.fullmatch(name) for name in classes.split()[:8])


def _near(element: Element) -> Iterator[Element]:
    for depth, one in enumerate(element.ancestors()):
        if depth > 2:
            return
        yield one


def _locator(element: Element, attribute: str) -> str:
    return f"{element.tag}: {attribute}"
