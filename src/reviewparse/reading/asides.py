"""Whether a part of a page is what its class says, as its amount of text and links and what it holds tell."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from lxml import etree

from reviewparse.document import Hint
from reviewparse.reading.hints import read_classes

Node = Any
"""An lxml element."""

text_length: Callable[[Node], float] = etree.XPath("string-length(.)")  # type: ignore[assignment]
"""Characters of all text below a node, counted by the parser library."""

text_of_links: Callable[[Node], list[Node]] = etree.XPath(".//a")  # type: ignore[assignment]

terms_in: Callable[[Node], list[Node]] = etree.XPath(".//dt[following-sibling::*[1][self::dd]]")  # type: ignore[assignment]

MOSTLY_LINKS = 0.5
"""Share of a box's text in links from which a doubtful class name is believed."""

FACTS = Hint.RATING | Hint.CREDITS | Hint.META
"""What the boxes beside an article hold that belong to it."""

MAX_BOX = 40
"""Elements of a box beside the article whose names are asked for what it holds."""

MOST_OF_THE_PAGE = 0.5
"""Share of a page's text above which a part of it is no furniture, whatever its class says."""


def is_furniture(node: Node, total: float, *, is_sure: bool) -> bool:
    """Whether a node is what its class says: not with most of a page's text; a doubtful one only with links."""
    length = text_length(node)
    if length > MOST_OF_THE_PAGE * total:
        return False
    return is_sure or _of_links(node) >= MOSTLY_LINKS * length


def _of_links(node: Node) -> float:
    return sum(map(text_length, text_of_links(node)))


def holds_facts(node: Node) -> bool:
    """Whether a box beside the text of an article holds the data or the mark of what it reviews, and few links."""
    hints = 0
    for child in islice(node.iter(etree.Element), MAX_BOX):
        classes = child.get("class")
        hints |= read_classes(classes)[1] if classes else 0
    told = terms_in(node) or hints & FACTS
    return bool(told) and not hints & Hint.VOTE and _of_links(node) < MOSTLY_LINKS * text_length(node)
