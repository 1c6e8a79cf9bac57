"""Marks that are pictures: told by the alternative text, the file name, or the label before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reviewparse.document import Block, Document, Element, Region
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_lines import in_article, is_vote, work_named_in
from reviewparse.languages import Words
from reviewparse.model import Rating
from reviewparse.parsers.rating import is_label, mark_of_name, read_ratings

MAX_ALT = 40
"""Characters of an alternative text that may be a mark; longer ones describe a picture."""

_STEM = re.compile(r"(?P<stem>[^/\\?#=]{1,60})\.(?:gif|png|jpe?g|svg|webp)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\D{0,20}(?P<whole>[0-9])(?:[-_.,]?(?P<half>5|0))?(?:\D.{0,20})?")


def alternative_text(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``<img alt="4 stars">``."""
    for element in _images(doc):
        text = element.attrs.get("alt") or element.attrs.get("title") or ""
        rating = _of_alt(text, doc.words)
        if rating is not None:
            yield _hit(rating, element, "alt", text, doc)


def file_name(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``<img src="/i/stars-4.png">``, ``rating_35.gif``: a word of ratings and a number."""
    for element in _images(doc):
        stem = _stem(element)
        value = _value_of(stem, doc.words) if stem else None
        if value is not None:
            yield _hit(Rating(value=value, assumed_best=5.0 if value <= 5 else None), element, "src", stem, doc)


def behind_label(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """A label without a value, and a picture whose text or file name holds a single number."""
    blocks = doc.blocks
    for element in _images(doc):
        around = [blocks[index] for index in (element.first, element.first - 1) if 0 <= index < len(blocks)]
        if not any(block.region is Region.ARTICLE and is_label(block.text, doc.words) for block in around):
            continue
        for name, text in (("alt", element.attrs.get("alt", "")), ("src", _stem(element))):
            rating = _of_alt(text, doc.words) or _numbered(text)
            if rating is not None:
                yield _hit(replace(rating, label=None), element, name, text, doc)
                break


def _value_of(stem: str, words: Words) -> float | None:
    value = mark_of_name(stem, words)
    if value is not None:
        return value
    readings = read_ratings(stem.replace("-", " ").replace("_", " "), words)
    rating = readings[0].rating if len(readings) == 1 else None
    return rating.value if rating is not None and rating.unit is not None else None


def _images(doc: Document) -> tuple[Element, ...]:
    return _images_of(doc)


@lru_cache(maxsize=2)
def _images_of(doc: Document) -> tuple[Element, ...]:
    return tuple(element for element in doc.elements if element.tag == "img" and in_article(element, doc) and not is_vote(element))


def _of_alt(text: str, words: Words) -> Rating | None:
    if not 0 < len(text) <= MAX_ALT:
        return None
    readings = read_ratings(text, words)
    if len(readings) != 1 or readings[0].rating.label is not None or readings[0].rating.value is None:
        return None
    reading = readings[0]
    rest = (text[: reading.start] + text[reading.end :]).strip(" .:()[]")
    return reading.rating if reading.labelled or not rest or is_label(rest, words) else None


def _stem(element: Element) -> str:
    match = _STEM.search(element.attrs.get("src", "")[-120:])
    return match["stem"] if match else ""


def _numbered(text: str) -> Rating | None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    value = float(match["whole"]) + (0.5 if match["half"] == "5" else 0.0)
    return Rating(value=value, assumed_best=5.0 if value <= 5 else None)


def _hit(rating: Rating, element: Element, attribute: str, text: str, doc: Document) -> Hit[Rating]:
    block = doc.blocks[element.first] if element.first < len(doc.blocks) else None
    label = work_named_in(block, doc) if block is not None and _ends(block, element) else None
    return Hit(replace(rating, label=label, raw=text), text, locator=f"img: {attribute}")


def _ends(block: Block, element: Element) -> bool:
    """Whether the picture is the last thing of a paragraph."""
    return bool(block.marks) and block.marks[-1] is element
