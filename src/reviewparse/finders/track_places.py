"""Where on a page tracklists may stand: below headings, in lists and tables, in runs of numbered or timed lines.

One pass over the article looks at first and last characters, tags and single words only. Whatever passes becomes a
passage, lines with their places in the document, and is given to the parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from reviewparse.document import Block, Document, Hint
from reviewparse.finders.track_passages import CELLS
from reviewparse.languages import Words
from reviewparse.parsers.tracklist_lines import MAX_HEADING, MAX_LEAD, Kind, read_special

MAX_PASSAGE = 160
"""Blocks of a passage; a box set has more, and is cut into its discs by headings."""

MAX_GAP = 16
"""Blocks a song-by-song body may spend on one song."""

LEAST = 3
"""Numbered or timed lines near each other that are worth a look."""

MIN_RUN_IN = 40
"""Characters of the shortest list in one line."""

MAX_TIMED = 140
"""Characters of a line that ends in a playing time."""

_NUMBER_STARTS = frozenset("0123456789([#{０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_TIME_ENDS = frozenset("0123456789)]\"”″'’")
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SURE = frozenset((Kind.HEADING, Kind.SONG_BY_SONG))
_OPENING = _SURE | {Kind.NOUN, Kind.LEAD}


class Place(Enum):
    """What made a passage look like a tracklist."""

    HEADED = "headed"
    HINTED = "hinted"
    """Its class or id says so."""
    NUMBERED = "numbered"
    TIMED = "timed"
    QUOTED = "quoted"
    ONE_LINE = "one line"
    TABLE = "table"
    """The heads of its columns say so."""
    SECTIONS = "sections"
    """The heads of the sections of a review."""


def spots(doc: Document) -> Iterator[tuple[Place, Sequence[Block]]]:
    """All runs of blocks in the article that may hold a tracklist, the ones below headings first."""
    article = [block for block in doc.article() if block.text]
    looks = _look(article, doc.words)
    for index in looks.headings:
        yield Place.HEADED, _below(article, index)
    for group in _hinted(doc):
        yield Place.HINTED, group
    for table in dict.fromkeys(article[index].element.closest("table") for index in looks.heads):
        if table is not None:
            yield Place.TABLE, doc.blocks_of(table)[:MAX_PASSAGE]
    for index in looks.run_in:
        yield Place.ONE_LINE, article[max(0, index - 1) : index + 1]
    clusters = (
        (Place.NUMBERED, looks.numbered, MAX_GAP),
        (Place.TIMED, looks.timed, 2),
        (Place.QUOTED, looks.quoted, 1),
    )
    for place, found, gap in clusters:
        for first, last in _clusters(found, gap, LEAST):
            yield place, article[max(0, first - 2) : min(last + 5, first + MAX_PASSAGE)]


class _Looks(NamedTuple):
    """Indices of blocks by what they look like."""

    headings: list[int]
    numbered: list[int]
    """They begin with a number."""
    timed: list[int]
    """They end in a time."""
    quoted: list[int]
    """They begin with a quote."""
    run_in: list[int]
    """They may hold a whole list."""
    heads: list[int]
    """They head a column of titles."""


def _look(article: Sequence[Block], words: Words) -> _Looks:
    edges, columns = _edges(words), _columns(words)
    looks = _Looks([], [], [], [], [], [])
    for index, block in enumerate(article):
        text = block.text
        _look_at_ends(index, block, looks)
        if block.tag in CELLS and text.casefold().strip(" :.") in columns:
            looks.heads.append(index)
        label, colon, _ = text[:MAX_HEADING].partition(":")
        if not colon and len(text) > MAX_HEADING:
            continue
        if _may_head(label, edges) or (text[-1] in ":：" and len(text) <= MAX_LEAD):
            special = read_special(text, words)
            kinds = _SURE if block.tag == "li" else _OPENING
            if special is not None and special.kind in kinds and not _leads_elsewhere(block):
                looks.headings.append(index)
    return looks


def _look_at_ends(index: int, block: Block, looks: _Looks) -> None:
    text = block.text
    size = len(text)
    if text[0] in _NUMBER_STARTS or (block.tag == "li" and _ordered(block)) or text[:2] in _SIDES:
        looks.numbered.append(index)
        if size > MIN_RUN_IN and text[0] in "01" and "2" in text and "3" in text:
            looks.run_in.append(index)
    elif text[0] in _QUOTES and size < MAX_TIMED:
        looks.quoted.append(index)
    elif size > MIN_RUN_IN and text.count(":") > 3:
        looks.run_in.append(index)
    if size < MAX_TIMED and text[-1] in _TIME_ENDS and not _TIME_SIGNS.isdisjoint(text[-6:-2]):
        looks.timed.append(index)


_SIDES = frozenset(("A1", "A2", "B1"))
_QUOTES = frozenset('"“”„«»「『《')
_TIME_SIGNS = frozenset(":'’′.,m")


def _may_head(label: str, edges: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether a label begins or ends with a word that some heading begins or ends with."""
    label = label.casefold().strip(" .-–—[]()*_")
    return label.partition(" ")[0] in edges[0] or label.rpartition(" ")[2] in edges[1]


@lru_cache(maxsize=64)
def _edges(words: Words) -> tuple[frozenset[str], frozenset[str]]:
    """First and last words of all headings."""
    table = words.tracklist
    phrases = (*table.headings, *table.nouns, *table.song_by_song)
    return frozenset(phrase.split()[0] for phrase in phrases), frozenset(phrase.split()[-1] for phrase in phrases)


@lru_cache(maxsize=64)
def _columns(words: Words) -> frozenset[str]:
    """Heads of a column of titles."""
    return frozenset(words.tracklist.columns.get("title", ()))


def _ordered(block: Block) -> bool:
    """Whether a block is an item of an ordered list, but not of one that leads to other parts of the page."""
    parent = block.element.parent
    return parent is not None and parent.tag == "ol" and not _leads_elsewhere(block)


def _leads_elsewhere(block: Block) -> bool:
    """Whether a line is nothing but a link to another part of the page, as in a table of contents."""
    link = block.marks[0] if block.marks else None
    return link is not None and link.text == block.text and link.attrs.get("href", "").startswith("#")


def _below(article: Sequence[Block], index: int) -> Sequence[Block]:
    """The heading and what may belong to its list: up to the next heading of its own rank."""
    heading = article[index]
    end = min(len(article), index + MAX_PASSAGE)
    rank = heading.tag if heading.tag in _HEADING_TAGS else ""
    for position in range(index + 1, end):
        tag = article[position].tag
        if rank and tag in _HEADING_TAGS and tag <= rank:
            return article[index:position]
    return article[index:end]


def _hinted(doc: Document) -> Iterator[Sequence[Block]]:
    """The blocks of elements whose attributes speak of tracks; rows that have the hint each are taken together."""
    done = 0
    for element in doc.hinted(Hint.TRACKS):
        if element.first < done or element.text:
            continue
        whole = element
        parent = element.parent
        if parent is not None and element.last - element.first < 3 and parent.last - parent.first <= MAX_PASSAGE:
            whole = parent
        blocks = doc.blocks_of(whole)
        done = whole.last
        if 3 <= len(blocks) <= MAX_PASSAGE:
            yield [block for block in blocks if block.region is blocks[0].region]


def _clusters(indices: Sequence[int], gap: int, least: int) -> Iterator[tuple[int, int]]:
    """First and last index of each group whose members stand no more than ``gap`` apart."""
    begin = 0
    for position in range(1, len(indices) + 1):
        if position == len(indices) or indices[position] - indices[position - 1] > gap:
            if position - begin >= least:
                yield indices[begin], indices[position - 1]
            begin = position
