"""Where the prose stands: the article's paragraphs, without what other fields were read from and without furniture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from reviewparse.document import Block, Document, Region
from reviewparse.evidence import Span
from reviewparse.finders.rating_markup import is_vote
from reviewparse.finders.rating_others import MAX_VOTES_LINE
from reviewparse.languages import Words
from reviewparse.parsers.rating_pieces import counts_votes

PROSE_TAGS = frozenset("p div td section article main body blockquote center pre dd li".split())

SHORT = 60
"""Characters below which a paragraph is prose only when it ends like a sentence."""

SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "»", "。", "！", "？", ":", ")")

LINKED = 0.6
"""Share of a paragraph's text in links from which it is navigation."""


def find_body(document: Document, claimed: tuple[Span, ...]) -> str:
    """The prose in order, paragraphs separated by an empty line.

    Args:
        document: The page.
        claimed: Spans that were read as byline, date, rating, tracklist or credit: such a line is no prose when the
            span covers most of it.
    """
    blocks = [block for block in document.blocks if block.region is Region.ARTICLE and block.tag in PROSE_TAGS]
    covered = _covered(blocks, claimed)
    paragraphs = []
    for _, group in groupby(blocks, key=lambda block: block.paragraph):
        lines = [block for block in group if 2 * covered.get(block.index, 0) <= len(block.text)]
        text = " ".join(block.text for block in lines)
        if _is_prose(text, lines, document.words):
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def _covered(blocks: Sequence[Block], claimed: tuple[Span, ...]) -> dict[int, int]:
    """Index of a block to the number of its characters that were claimed."""
    starts = [block.start for block in blocks]
    covered: dict[int, int] = {}
    for start, end in claimed:
        for number in range(max(0, bisect_right(starts, start) - 1), len(blocks)):
            block = blocks[number]
            if block.start >= end:
                break
            inside = min(end, block.end) - max(start, block.start)
            covered[block.index] = covered.get(block.index, 0) + max(0, inside)
    return covered


def _is_prose(text: str, lines: list[Block], words: Words) -> bool:
    if not text or (len(text) < SHORT and not text.endswith(SENTENCE_ENDS)):
        return False
    if " " not in text and text.isascii():
        return False  # an address; scripts without blanks are not written in ASCII
    if len(text) <= MAX_VOTES_LINE and any(is_vote(line.element) or counts_votes(line.text, words) for line in lines):
        return False
    linked = sum(len(mark.text) for line in lines for mark in line.marks if mark.tag == "a")
    return linked <= LINKED * len(text)
