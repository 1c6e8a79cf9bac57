"""Regions that only their headings tell: comments, related articles, the author's box."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from reviewparse.document import Block, Region
from reviewparse.languages import Words
from reviewparse.parsers.labels import fold

HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend", "caption"))

MAX_HEADING = 60
"""Characters; a longer line heads nothing."""

MENU = 4
"""Links in a row that make a menu."""

PROSE = 200
"""Characters of a line that is surely prose and ends a list of links."""

COUNT = re.compile(r"[(\[]?\d{1,6}[)\]]?")
"""The number in ``3 Comments`` and ``Comments (3)``."""

SAID = 120
"""Characters of the first paragraph of an article: before it, ``3 comments`` is a link and opens nothing."""


def mark_regions(blocks: list[Block], words: Words) -> None:
    """Give menus above the article, and blocks behind a telling heading, their region."""
    _mark_menus(blocks)
    openers = _openers(words)
    index, begun = 0, False
    while index < len(blocks):
        block = blocks[index]
        begun = begun or len(block.text) >= SAID
        region = _opened_by(block, openers) if block.region is Region.ARTICLE else None
        if region is None or (region is Region.COMMENTS and not begun):
            index += 1
            continue
        end = len(blocks) if region is Region.COMMENTS else _end_of(region, blocks, index)
        for other in blocks[index:end]:
            if other.region is Region.ARTICLE:
                other.region = region
        index = end


def _mark_menus(blocks: list[Block]) -> None:
    """Lines that are links as a whole, several in a row, before the article has said anything."""
    run: list[Block] = []
    for block in blocks:
        if _is_link(block) and block.tag not in HEADING_TAGS:
            run.append(block)
            continue
        if len(run) >= MENU:
            for entry in run:
                entry.region = Region.NAV
        run = []
        if block.tag == "h1" or _is_prose(block.text):
            return


def _is_link(block: Block) -> bool:
    return bool(block.marks) and block.marks[0].tag == "a" and len(block.marks[0].text) == len(block.text)


@lru_cache(maxsize=64)
def _openers(words: Words) -> dict[str, Region]:
    page = words.page
    return {
        **dict.fromkeys(page.boilerplate, Region.FOOTER),
        **dict.fromkeys(page.about_author, Region.BIO),
        **dict.fromkeys(page.related, Region.RELATED),
        **dict.fromkeys(page.comments, Region.COMMENTS),
    }


def _opened_by(block: Block, openers: dict[str, Region]) -> Region | None:
    text = block.text
    if block.tag not in HEADING_TAGS and _is_link(block):
        return None  # an entry of a menu
    if len(text) > MAX_HEADING:
        # a line of rules, ``Commenting rules: Comments are meant to ...``, opens with the heading's words
        head, colon, _ = text[:MAX_HEADING].partition(":")
        return openers.get(fold(head)) if colon else None
    folded = fold(COUNT.sub(" ", text)) if block.has_digit else fold(text)
    return openers.get(folded)


def _end_of(region: Region, blocks: list[Block], start: int) -> int:
    """Where the region ends: with the container the heading opens, with the next heading, or with prose."""
    heading = blocks[start]
    container = _opened_container(heading)
    if container is not None:
        return max(container, start + 1)
    if region is Region.FOOTER:
        return start + 1
    for block in islice(blocks, start + 1, None):
        if _is_prose(block.text) or (block.tag in HEADING_TAGS and heading.tag in HEADING_TAGS):
            return block.index
    return len(blocks)


def _is_prose(text: str) -> bool:
    """Whether a line is surely prose; scripts without blanks say as much in fewer characters."""
    return len(text) > PROSE or (len(text) > PROSE / 3 and " " not in text)


def _opened_container(heading: Block) -> int | None:
    """The last block of the largest element whose first line is the heading, but for the page itself."""
    end = None
    for element in heading.element.ancestors():
        if element.first != heading.index or element.tag in ("body", "html"):
            break
        if element.last > heading.index + 1:
            end = element.last
    return end
