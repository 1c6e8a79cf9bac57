"""Where authors stand on a page: around the headline, and behind the last paragraph."""

from __future__ import annotations

from bisect import bisect_right

from reviewparse.document import Block, Document, Element, Region, once
from reviewparse.finders.base import Known

PROSE = 160
"""Characters from which a line is a paragraph of the article rather than furniture."""

BEFORE_HEADLINE = 5
"""Blocks above the headline in which a byline may stand."""

BEHIND_HEADLINE = 24
"""Blocks below it, as long as no paragraph begins."""

BEHIND_TEXT = 12
"""Blocks behind the last paragraph in which a signature or byline may stand."""

LAST_LINES = 3
"""Lines at the very end of an article that may hold its signature, however long the lists before them."""

_HEAD_REGIONS = frozenset((Region.ARTICLE, Region.BIO, Region.HEADER))
"""Templates put the byline of a headline into an author's box, too."""


def headline(doc: Document, known: Known) -> int:
    """Index of the block that holds the headline; -1, before the first, where none was found."""
    for candidate in known.get("title", ()):
        span = candidate.evidence.span
        if span is not None:
            return max(0, bisect_right(doc.blocks, span[0], key=lambda block: block.start) - 1)
    return next((block.index for block in doc.article() if block.tag == "h1"), -1)


def head(doc: Document, known: Known) -> tuple[Block, ...]:
    """The blocks around the headline, to the first line of the first paragraph."""
    return around(doc, headline(doc, known))


@once
def around(doc: Document, top: int) -> tuple[Block, ...]:
    """The blocks around the headline of this index; kept, since most finders of authors ask for them."""
    zone = []
    for block in doc.blocks[max(0, top - BEFORE_HEADLINE) : top + BEHIND_HEADLINE]:
        if block.region in _HEAD_REGIONS:
            zone.append(block)
            if block.index > top and len(block.text) > PROSE:
                break
    return tuple(zone)


@once
def tail(doc: Document) -> tuple[Block, ...]:
    """The last paragraph of the article and the first short lines behind it.

    The article's paragraphs are those of the element that holds most prose: texts of comments and teasers behind it,
    which no markup told apart, stand in others.
    """
    amounts: dict[Element, int] = {}
    last: dict[Element, Block] = {}
    for block in doc.article():
        if len(block.text) > PROSE:
            element = block.element
            holder = element.parent if element.tag == "p" and element.parent is not None else element
            amounts[holder] = amounts.get(holder, 0) + len(block.text)
            last[holder] = block
    if not amounts:
        return tuple(doc.article())[-BEHIND_TEXT:]
    end = last[max(amounts, key=lambda holder: amounts[holder])].index
    behind = [block for block in doc.blocks[end : end + 1 + BEHIND_TEXT] if block.region is Region.ARTICLE]
    # behind a tracklist and a line-up, the reviewer signs in the last lines of all
    return (*behind, *(block for block in tuple(doc.article())[-LAST_LINES:] if block.index > end + BEHIND_TEXT))
