"""Marks that are pictures: told by the alternative text, the file name, or the label before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from reviewparse.document import Block, Document, Element, once
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_drawn import aspects_beside
from reviewparse.finders.rating_lines import page_of, work_named_in
from reviewparse.finders.rating_markup import markup_of
from reviewparse.finders.rating_others import MAX_VOTES_LINE
from reviewparse.finders.rating_widgets import of_icons
from reviewparse.languages import Words
from reviewparse.model import Rating
from reviewparse.parsers.rating import read_ratings
from reviewparse.parsers.rating_gate import gate_of
from reviewparse.parsers.rating_names import mark_of_name
from reviewparse.parsers.rating_pieces import counts_votes, is_label

MAX_ALT = 40
"""Characters of an alternative text that may be a mark; longer ones describe a picture."""

MAX_STEM = 60
"""Characters of a file name that may speak of a mark."""

_STAR = re.compile(r"(?<![a-z])(?:stars?|etoiles?|sterne?|estrellas?|stell[ae])(?![a-z])")
"""A star in the name of a picture; words of file names, like those of classes, are no language's own."""

_NUMBER = re.compile(r"\D{0,20}(?P<whole>[0-9])(?:[-_.,]?(?P<half>5|0))?(?:\D.{0,20})?")


def alternative_text(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``<img alt="4 stars">``."""
    drawn = {element for row in _star_rows(doc) for element in row}
    alone = (element for element in markup_of(doc).images if element not in drawn)
    found = [(element, "alt", *_alt(element, doc.words)) for element in alone]
    marks = [one for one in found if one[-1] is not None]
    aspects = aspects_beside(doc, [element.first for element, *_ in marks])
    for (element, _, text, rating), aspect in zip(marks, aspects, strict=True):
        if rating is not None and aspect is not None:
            yield Hit(replace(rating, label=aspect or None, raw=text), text, locator=f"{element.tag}: alt")
    yield from _uniform(doc, (one for one, aspect in zip(marks, aspects, strict=True) if aspect is None))


def in_row(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A picture for each star, full, half or empty: ``<img src="star.png"><img src="star-half.png">``."""
    for row in _star_rows(doc):
        rating = of_icons([_names(element) for element in row])
        if rating is not None:
            quote = row[0].attrs.get("src", "")
            yield Hit(rating, quote, locator=f"img: {len(row)} pictures")


@once
def _star_rows(doc: Document) -> tuple[list[Element], ...]:
    """Neighbouring pictures that are one star each, in a place where the line is told to be a mark."""
    stars = (element for element in markup_of(doc).images if _STAR.search(_names(element)))
    rows = (list(row) for _, row in groupby(stars, key=lambda element: element.parent))
    return tuple(row for row in rows if len(row) > 1 and not any(map(_counts, row)) and not _beside_votes(row, doc))


def _beside_votes(row: list[Element], doc: Document) -> bool:
    block = doc.blocks[row[0].first] if row[0].first < len(doc.blocks) else None
    return block is not None and len(block.text) <= MAX_VOTES_LINE and counts_votes(block.text, doc.words)


def _counts(element: Element) -> bool:
    """Whether a picture shows a number of stars, and is not one of them."""
    return any(map(str.isdigit, element.attrs.get("alt", "")))


def _names(element: Element) -> str:
    return f"{_stem(element)} {element.attrs.get('alt', '')[:MAX_ALT]}".lower()


def file_name(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``<img src="/i/stars-4.png">``, ``rating_35.gif``: a word of ratings and a number."""
    stems = ((element, _stem(element)) for element in markup_of(doc).images)
    yield from _uniform(doc, ((element, "src", stem, _rating(_value_of(stem, doc.words))) for element, stem in stems))


def behind_label(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A label without a value, and a picture whose text or file name holds a single number."""
    page = page_of(doc)
    labels = {page.article[place].index for place in page.labels}
    if labels:
        near = [element for element in markup_of(doc).images if {element.first, element.first - 1} & labels]
        yield from _uniform(doc, (found for element in near if (found := _any_number(element, doc.words))))


Found = tuple[Element, str, str, Rating | None]
"""A picture, the attribute that was read, its text, and the mark in it."""


def _uniform(doc: Document, found: Iterable[Found]) -> Iterator[Hit[Rating]]:
    """Hits of pictures that have no other mark beside them; ``1``, ``2``, ``3`` side by side are steps to click on."""
    rows: dict[int, list[tuple[Element, str, str, Rating]]] = {}
    for element, attribute, text, rating in found:
        if rating is not None:
            rows.setdefault(element.first, []).append((element, attribute, text, rating))
    for row in rows.values():
        element, attribute, text, rating = row[0]
        if all(other.value == rating.value for *_, other in row):
            yield _hit(rating, element, attribute, text, doc)


def _any_number(element: Element, words: Words) -> Found | None:
    for attribute, text in (("alt", element.attrs.get("alt", "")), ("src", _stem(element))):
        rating = _of_alt(text, words) or _numbered(text)
        if rating is not None:
            return element, attribute, text, replace(rating, label=None)
    return None


def _alt(element: Element, words: Words) -> tuple[str, Rating | None]:
    text = element.attrs.get("alt") or element.attrs.get("title") or ""
    return text, _of_alt(text, words)


def _rating(value: float | None) -> Rating | None:
    return None if value is None else Rating(value=value, assumed_best=5.0 if value <= 5 else None)


def _value_of(stem: str, words: Words) -> float | None:
    value = mark_of_name(stem, words)
    if value is not None:
        return value
    spaced = stem.replace("-", " ").replace("_", " ")
    readings = read_ratings(spaced, words) if gate_of(words).holds_word(spaced) else []
    rating = readings[0].rating if len(readings) == 1 else None
    return rating.value if rating is not None and rating.unit is not None else None


def _of_alt(text: str, words: Words) -> Rating | None:
    if not 0 < len(text) <= MAX_ALT or not gate_of(words).look(text):
        return None
    readings = read_ratings(text, words)
    if len(readings) != 1 or readings[0].rating.label is not None or readings[0].rating.value is None:
        return None
    reading = readings[0]
    rest = (text[: reading.start] + text[reading.end :]).strip(" .:()[]")
    return reading.rating if reading.labelled or not rest or is_label(rest, words) else None


def _stem(element: Element) -> str:
    """The name of the picture's file, without folder and ending."""
    address = element.attrs.get("src", "").partition("?")[0]
    name = address.rpartition("/")[2].rpartition(".")[0]
    return name if len(name) <= MAX_STEM else ""


def _numbered(text: str) -> Rating | None:
    match = _NUMBER.fullmatch(text)
    return _rating(float(match["whole"]) + (0.5 if match["half"] == "5" else 0.0)) if match else None


def _hit(rating: Rating, element: Element, attribute: str, text: str, doc: Document) -> Hit[Rating]:
    block = doc.blocks[element.first] if element.first < len(doc.blocks) else None
    label = work_named_in(block, doc) if block is not None and _ends(block, element) else None
    return Hit(replace(rating, label=label, raw=text), text, locator=f"img: {attribute}")


def _ends(block: Block, element: Element) -> bool:
    """Whether the picture is the last thing of a paragraph."""
    return bool(block.marks) and block.marks[-1] is element
