"""Where the prose stands: the article's paragraphs, without what other fields were read from and without furniture."""

from __future__ import annotations

from itertools import groupby

from reviewparse.document import Block, Document, Region
from reviewparse.evidence import Span

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
    paragraphs = []
    for _, group in groupby(blocks, key=lambda block: block.paragraph):
        lines = [block for block in group if not _is_claimed(block, claimed)]
        text = " ".join(block.text for block in lines)
        if _is_prose(text, lines):
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def _is_claimed(block: Block, claimed: tuple[Span, ...]) -> bool:
    covered = sum(
        min(end, block.end) - max(start, block.start)
        for start, end in claimed
        if start < block.end and block.start < end
    )
    return 2 * covered > len(block.text)


def _is_prose(text: str, lines: list[Block]) -> bool:
    if not text or (len(text) < SHORT and not text.endswith(SENTENCE_ENDS)) or " " not in text:
        return False
    linked = sum(len(mark.text) for line in lines for mark in line.marks if mark.tag == "a")
    return linked <= LINKED * len(text)
