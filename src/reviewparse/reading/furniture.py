"""Regions told by their form alone, in any language: menus, the path to the page, mastheads, rows of cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from urllib.parse import urlsplit

from reviewparse.document import Block, Element, Fact, Region

HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend", "caption"))

MENU = 4
"""Links in a row that make a menu."""

PROSE = 200
"""Characters of a line that is surely prose and ends a list of links."""

TOP = 100
"""Lines of a page among which the path to it stands."""

HOMES = frozenset(("/", "./", "..", "../", "index.html", "index.htm", "index.php", "/index.html", "/index.php"))
"""Addresses of front pages."""

STEP = re.compile(r"\s{0,3}[›»→>/|:·•—–-]{1,2}\s{0,3}")
"""What stands between two links of the path to a page."""

DOWN = re.compile(r"[›»→>/]")
"""What stands in a path; a bar of links that is none, ``Home | Reviews``, says nothing of the page."""

DEEPER = frozenset("›»→>")
"""Signs that lead from the whole to a part; the other signs stand between links of any sort."""

FIRST_LINES = 6
"""Lines of a page among which its masthead begins; further down, links lead to other front pages."""

MAX_MASTHEAD = 3
"""Lines of a box with the link to the front page: name, motto, today's date."""

MAX_MASTHEAD_TEXT = 160
"""Characters of such a box."""

CARDS = 3
"""Boxes of one make in a row that show other articles."""

MAX_CARD = 400
"""Characters of such a box."""

MOST_CARDS = 0.4
"""Share of a page's text above which its cards are what the page is about."""

CARD_TAGS = frozenset(("div", "li", "article", "section"))


def mark_furniture(blocks: list[Block], elements: Iterable[Element]) -> None:
    """Give the lines above the article that lead elsewhere, and cards of other articles, their region."""
    _mark_top(blocks)
    _mark_linked_boxes(blocks, elements)
    _mark_cards(blocks)


def is_link(block: Block) -> bool:
    """Whether a line is a link as a whole."""
    return bool(block.marks) and block.marks[0].tag == "a" and len(block.marks[0].text) == len(block.text)


def is_prose(text: str) -> bool:
    """Whether a line is surely prose; scripts without blanks say as much in fewer characters."""
    return len(text) > PROSE or (len(text) > PROSE / 3 and " " not in text)


def is_home(address: str) -> bool:
    """Whether a link leads to a front page."""
    address = address.split("#", 1)[0].split("?", 1)[0]
    if address in HOMES:
        return True
    if not address.startswith(("http", "//")) or len(address) > 80:
        return False
    try:
        return urlsplit(address).path in ("", "/")
    except ValueError:
        return False


# --- above the article


def _mark_top(blocks: list[Block]) -> None:
    """Menus, paths and mastheads, before the article has said anything."""
    run: list[Block] = []
    for block in blocks:
        if is_link(block) and block.tag not in HEADING_TAGS:
            run.append(block)
            _mark_masthead(block, blocks)
            continue
        if len(run) >= MENU or (len(run) > 1 and (_leads_home(run[0]) or all(map(_leads_within, run)))):
            for entry in run:
                entry.region = Region.NAV
        run = []
        if len(block.marks) > 1 and is_path(block):
            block.region = Region.NAV
        elif block.marks:
            _mark_masthead(block, blocks)
        if (block.tag == "h1" and block.region is Region.ARTICLE) or is_prose(block.text):
            return


def paths_of(blocks: Iterable[Block]) -> Iterator[Fact]:
    """The steps of the printed path to the page, as metadata states them elsewhere: ``Film reviews``."""
    for block in blocks:
        if block.region is Region.NAV and DOWN.search(block.text) and is_path(block):
            for mark in block.marks:
                if mark.tag == "a" and mark.text and not is_home(mark.attrs.get("href", "")):
                    yield Fact("breadcrumb", mark.text, "text: path to the page", "printed")


def is_path(block: Block) -> bool:
    """Whether a line leads down to the page: ``Home › Reviews › Cold Tap``, all but the last of it links."""
    links = [mark for mark in block.marks if mark.tag == "a" and mark.text]
    at, signs = 0, ""
    for number, link in enumerate(links):
        start = block.text.find(link.text, at)
        if number and (start < 0 or not STEP.fullmatch(between := block.text[at:start])):
            return False
        if start < 0 or (not number and start > 0):
            return False
        signs += between if number else ""
        at = start + len(link.text)
    if len(links) < 2:
        return False
    steps = {sign for sign in signs if not sign.isspace()}
    return DEEPER.issuperset(steps) or (len(steps) == 1 and is_home(links[0].attrs.get("href", "")))


def _leads_within(block: Block) -> bool:
    """Whether a link leads to a place on the same page: an entry of its contents."""
    return block.marks[0].attrs.get("href", "")[:1] == "#"


def _leads_home(block: Block) -> bool:
    """Whether a line begins with a link to the front page, or with a picture that is one."""
    link = next((mark for mark in block.marks if mark.tag == "a"), None)
    return link is not None and is_home(link.attrs.get("href", "")) and block.text.startswith(link.text)


def _mark_masthead(block: Block, blocks: list[Block]) -> None:
    """The line of a link to the front page, with the box around it when hardly anything else stands there."""
    if block.index >= FIRST_LINES or not _leads_home(block):
        return
    box = next((element for element in block.element.ancestors() if element.last - element.first > 1), None)
    lines = blocks[box.first : box.last] if box is not None and box.last - box.first <= MAX_MASTHEAD else [block]
    if any(line is not block and line.tag in HEADING_TAGS for line in lines):
        lines = [block]
    if sum(len(line.text) for line in lines) <= MAX_MASTHEAD_TEXT:
        for line in lines:
            line.region = Region.HEADER


# --- anywhere


def _mark_linked_boxes(blocks: list[Block], elements: Iterable[Element]) -> None:
    """A link around several boxes is a card of the page it leads to: a teaser, an advertisement."""
    for element in elements:
        if element.tag != "a" or element.last - element.first < 2 or "href" not in element.attrs:
            continue
        lines = blocks[element.first : element.last]
        length = lines[-1].end - lines[0].start
        if length > MAX_CARD or length > MOST_CARDS * blocks[-1].end or any(line.tag == "h1" for line in lines):
            continue
        if element in lines[0].element.ancestors():  # else: lines of one paragraph, as of lyrics
            for line in lines:
                line.region = Region.RELATED


def _mark_cards(blocks: list[Block]) -> None:
    """Rows of boxes of one make, each with a link for its first words and no prose: lists of other articles."""
    heads = [block for block in blocks if block.region is Region.ARTICLE and is_link(block)]
    if len(heads) < CARDS:
        return
    cards = [card for card in map(_card_of, heads) if card is not None]
    for _, group in groupby(cards, key=lambda card: (card.parent, card.tag, card.attrs.get("class"))):
        row = list(dict.fromkeys(group))
        if len(row) >= CARDS and _are_cards(row, blocks):
            for block in islice(blocks, row[0].first, row[-1].last):
                block.region = Region.RELATED


def _card_of(head: Block) -> Element | None:
    """The smallest box of several lines whose first line is a link."""
    for element in head.element.ancestors():
        if element.first != head.index:
            return None
        if element.tag in CARD_TAGS and element.last > head.index + 1:
            return element
    return None


def _are_cards(row: list[Element], blocks: list[Block]) -> bool:
    """Whether boxes are the smaller part of a page, and each has a heading and little text."""
    if blocks[row[-1].last - 1].end - blocks[row[0].first].start > MOST_CARDS * blocks[-1].end:
        return False
    return all(_size(card, blocks) <= MAX_CARD for card in row) and all(
        any(block.tag in HEADING_TAGS for block in blocks[card.first : card.last]) for card in row
    )


def _size(card: Element, blocks: list[Block]) -> int:
    return blocks[card.last - 1].end - blocks[card.first].start
