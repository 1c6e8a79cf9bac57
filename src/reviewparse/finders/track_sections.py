"""Song by song: titles that head sections of a review, as headings or as emphasised beginnings of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewparse.document import Block, Document

MAX_LEAD = 90
"""Characters of a title at the head of a section."""

MAX_BODY = 1200
"""Characters of a section that are read."""

MAX_SHORT = 60
"""Characters of a line that heads a paragraph without any markup."""

LONG = 120
"""Characters from which a line is such a paragraph."""

MAX_LEAD_WORDS = 8
"""Words of a title that nothing but a colon or dash sets off."""

LEAST = 4
"""Sections from which they may be the songs of a record."""

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_EMPHASIS = frozenset(("b", "strong", "em", "i", "u", "span", "font"))
_STRONG = frozenset(("b", "strong"))

_SET_OFF = re.compile(r"\A(?P<lead>[^.:–—!?]{2,70}[!?)]?)\s?(?::|[–—]|\s-)\s")

_QUOTED = re.compile(r"(?P<lead>[\"“„«»'‘][^\"“”„«»]{1,80}[\"”“»’'])\s?(?:[:–—-]|\.\s)")


@dataclass(frozen=True, slots=True)
class Section:
    """A title-like beginning and the text below it."""

    lead: str
    body: str
    block: Block


def section_groups(doc: Document) -> Iterator[tuple[Section, ...]]:
    """The sections of a page by the form of their heads: each level of headings, emphasis, quotes, short lines."""
    article = [block for block in doc.article() if block.text]
    counts = Counter(block.tag for block in article)
    for tag in _HEADINGS:
        if counts[tag] >= LEAST:
            heads = [(index, block.text) for index, block in enumerate(article) if block.tag == tag]
            yield _sections(article, heads)
    for lead in (emphasised_lead, quoted_lead, set_off_lead):
        heads = [(index, head) for index, block in enumerate(article) if (head := lead(block))]
        if len(heads) >= LEAST:
            yield _sections(article, heads)
    heads = [(index, one.text) for index, (one, other) in enumerate(pairwise(article)) if _is_head(one, other)]
    if len(heads) >= LEAST:
        yield _sections(article, heads)


def emphasised_lead(block: Block) -> str:
    """The bold text a paragraph begins with, with what follows on its line when it is short; ``""`` without any."""
    text = block.text
    if not block.marks or block.tag in _HEADINGS or block.tag == "h1":
        return ""
    for mark in block.marks[:3]:
        if mark.tag in _STRONG and 1 < len(mark.text) <= MAX_LEAD and text.startswith(mark.text):
            return text if len(text) <= len(mark.text) + 40 and len(text) <= MAX_LEAD else mark.text
        if mark.tag not in _EMPHASIS:
            return ""
    return ""


def quoted_lead(block: Block) -> str:
    """The quoted text a paragraph begins with, when a colon or dash follows; ``""`` without any."""
    text = block.text
    match = _QUOTED.match(text) if text[0] in "\"“„«»'‘" and len(text) > MAX_LEAD else None
    return match["lead"] if match is not None else ""


def set_off_lead(block: Block) -> str:
    """The few words before the colon or dash near the beginning of a paragraph; ``""`` without any."""
    text = block.text
    match = _SET_OFF.match(text) if len(text) > LONG and not text[0].islower() else None
    return match["lead"] if match is not None and match["lead"].count(" ") < MAX_LEAD_WORDS else ""


def _is_head(block: Block, after: Block) -> bool:
    """Whether a short line without a closing mark stands right above a paragraph."""
    text = block.text
    return len(text) <= MAX_SHORT < LONG <= len(after.text) and text[-1] not in ".!?…" and block.tag not in _HEADINGS


def _sections(article: Sequence[Block], heads: Sequence[tuple[int, str]]) -> tuple[Section, ...]:
    sections = []
    ends = [*(index for index, _ in heads[1:]), min(len(article), heads[-1][0] + 4)]
    for (index, lead), end in zip(heads, ends, strict=True):
        block = article[index]
        if len(lead) > MAX_LEAD:
            continue
        body = " ".join([block.text[len(lead) :], *(other.text for other in article[index + 1 : min(end, index + 6)])])
        sections.append(Section(lead, body[:MAX_BODY].strip(), block))
    return tuple(sections)
