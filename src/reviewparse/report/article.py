"""The text of a page as it was read: article and author's box in the order of the page, quotes marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewparse.document import HEADINGS, Block, Document, Region
from reviewparse.evidence import Span
from reviewparse.highlight import Mark, highlighted
from reviewparse.markup import Html, el
from reviewparse.passages import chosen

WHOLE = 200_000
"""Characters shown from the beginning."""

FURTHER = 100_000
"""Characters of further lines with marks."""

CELLS = ("td", "th")

CELL_GAP = Html("\N{EM SPACE}")
"""Stands between the cells of a row."""


def article(document: Document, marks: Sequence[Mark]) -> Html:
    """The lines, and a word for those that are left out; what is no part of the article stands apart."""
    spans: list[Span] = [(block.start, block.end) for block in document.blocks]
    won = [mark.span for mark in marks if not mark.lost]
    shown = chosen(spans, won, whole=WHOLE, further=FURTHER)
    starts = {block.start: block for block in document.blocks}
    kept = [span for span in shown if span is not None]
    lines = dict(zip(kept, highlighted(document.text, kept, marks), strict=True))
    runs = groupby(shown, key=lambda span: starts[span[0]].region if span else None)
    parts = [_run(region, [(starts[span[0]], lines[span]) for span in run if span]) for region, run in runs]
    return el("article", *parts, class_="rp-article", lang=document.lang, dir="auto")


def _run(region: Region | None, lines: list[tuple[Block, Html]]) -> Html:
    if region is None:
        return el("p", "… lines without marks are left out …", class_="rp-gap")
    content = list(_paragraphs(lines))
    if region is Region.ARTICLE:
        return el("div", *content)
    marked = any("rp-mark" in line for _, line in lines)
    return el("details", el("summary", f"set aside: {region.value}"), *content, open=marked, class_="rp-aside")


def _paragraphs(lines: list[tuple[Block, Html]]) -> Iterator[Html]:
    """Lines of one paragraph together, and cells of one row side by side."""
    for _, group in groupby(lines, key=lambda line: _together(line[0])):
        found = list(group)
        tag = found[0][0].tag
        kind = "heading" if tag in HEADINGS else "item" if tag in ("li", *CELLS, "dt", "dd") else None
        between = CELL_GAP if tag in CELLS else el("br")
        parts = [part for _, line in found for part in (between, line)]
        yield el("p", *parts[1:], class_=kind)


def _together(block: Block) -> tuple[object, ...]:
    """What lines that are shown as one have in common."""
    row = block.element.closest("tr") if block.tag in CELLS else None
    return (block.paragraph, block.tag) if row is None else (id(row),)
