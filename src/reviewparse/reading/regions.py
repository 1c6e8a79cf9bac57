"""Regions that only their headings tell: comments, related articles, the author's box."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reviewparse.document import HEADINGS, Block, Element, Region
from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.reading.furniture import HEADING_TAGS, is_link, is_prose, mark_furniture

MAX_HEADING = 60
"""Characters; a longer line heads nothing."""

COUNT = re.compile(r"[(\[]?\d{1,6}[)\]]?")
"""The number in ``3 Comments`` and ``Comments (3)``."""

QUOTED = re.compile(r"""[“„"«»「《‘].{1,300}[”“"»«」》’]""")
"""The headline in ``3 thoughts on “Cold Tap”``."""

MAX_QUOTING = 300
"""Characters of a heading of comments that quotes the headline."""

MAX_BOX = 500
"""Lines of a box that a heading opens."""

MOST_OF_THE_PAGE = 0.5
"""Share of a page's text above which a box is no list of other articles, whatever its first line says."""

SAID = 120
"""Characters of the first paragraph of an article: before it, ``3 comments`` is a link and opens nothing."""


def mark_regions(blocks: list[Block], elements: Iterable[Element], words: Words) -> None:
    """Give furniture told by its form, and blocks behind a telling heading, their region."""
    mark_furniture(blocks, elements)
    openers = _openers(words)
    index, begun = 0, False
    while index < len(blocks):
        block = blocks[index]
        begun = begun or len(block.text) >= SAID
        region = _opened_by(block, openers, words) if block.region is Region.ARTICLE else None
        if region is None or (region is Region.COMMENTS and not begun):
            index += 1
            continue
        end = len(blocks) if region is Region.COMMENTS else _end_of(region, blocks, index)
        for other in blocks[index:end]:
            if other.region is Region.ARTICLE:
                other.region = region
        index = end


@lru_cache(maxsize=64)
def _openers(words: Words) -> dict[str, Region]:
    page = words.page
    return {
        **dict.fromkeys(page.boilerplate, Region.FOOTER),
        **dict.fromkeys(page.about_author, Region.BIO),
        **dict.fromkeys(page.related, Region.RELATED),
        **dict.fromkeys(page.comments, Region.COMMENTS),
    }


@lru_cache(maxsize=64)
def _beginnings(words: Words) -> frozenset[str]:
    """The first two characters of all openers."""
    return frozenset(phrase[:2] for phrase in _openers(words))


def _opened_by(block: Block, openers: dict[str, Region], words: Words) -> Region | None:
    text = block.text
    if block.tag in HEADING_TAGS:
        if _counts_comments(text, words):
            return Region.COMMENTS
    elif is_link(block):
        return None  # an entry of a menu
    if len(text) > MAX_HEADING:
        # a line of rules, ``Commenting rules: Comments are meant to ...``, opens with the heading's words
        head, colon, _ = text[:MAX_HEADING].partition(":")
        return openers.get(fold(head)) if colon else None
    if block.has_digit:
        return openers.get(fold(COUNT.sub(" ", text)))
    if text[:3].isascii() and text[:1].isalpha() and text[:2].casefold() not in _beginnings(words):
        return None
    return openers.get(fold(text))


def _counts_comments(text: str, words: Words) -> bool:
    """Whether a heading reads ``3 thoughts on “Cold Tap”``, the headline in quotes."""
    found = QUOTED.search(text[:MAX_QUOTING])
    if found is None:
        return False
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    uncounted = COUNT.sub(" ", rest)
    # without a number, ``Thoughts on “Cold Tap”`` is a headline
    return fold(uncounted) in (_responses(words) if uncounted != rest else words.page.one_response_to)


@lru_cache(maxsize=64)
def _responses(words: Words) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in words.page.responses_to)


def _end_of(region: Region, blocks: list[Block], start: int) -> int:
    """Where the region ends: with the container the heading opens, with the next heading, or with prose."""
    heading = blocks[start]
    if len(heading.text) > MAX_HEADING:
        return start + 1  # all that is to say stands behind its colon
    container = _opened_container(heading, blocks)
    if container is not None:
        return max(container, start + 1)
    if region is Region.FOOTER:
        return start + 1
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if is_prose(block.text) or (block.tag in HEADING_TAGS and heading.tag in HEADING_TAGS):
            return block.index
    return len(blocks)


def _opened_container(heading: Block, blocks: list[Block]) -> int | None:
    """The last block of the largest box that the heading opens: neither the page nor the article itself."""
    end = None
    most = MOST_OF_THE_PAGE * blocks[-1].end
    for element in heading.element.ancestors():
        if element.first != heading.index or element.tag in ("body", "html"):
            break
        last = element.last
        if last > heading.index + 1:
            if last - heading.index > MAX_BOX or blocks[last - 1].end - heading.start > most:
                break
            if _holds_higher_heading(heading, blocks[end or heading.index + 1 : last]):
                break
            end = last
    return end


def _holds_higher_heading(heading: Block, others: list[Block]) -> bool:
    """Whether a box goes on with a heading of higher rank than its first line."""
    rank = heading.tag if heading.tag in HEADINGS else "h2"
    return any(block.tag in HEADINGS and block.tag < rank for block in others)
