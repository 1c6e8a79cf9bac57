"""Where on a page tracklists may stand: below headings, in lists and tables, in runs of numbered or timed lines.

One pass over the article looks at first and last characters, tags and single words only. Whatever passes becomes a
passage, lines with their places in the document, and is given to the parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from reviewparse.document import Block, Document, Element, Hint
from reviewparse.languages import Words
from reviewparse.parsers.tracklist_lines import MAX_HEADING, MAX_LEAD, Kind, read_special

MAX_PASSAGE = 160
"""Blocks of a passage; a box set has more, and is cut into its discs by headings."""

MAX_GAP = 16
"""Blocks a song-by-song body may spend on one song."""

MAX_TIMED = 140
"""Characters of a line that ends in a playing time."""

_NUMBER_STARTS = frozenset("0123456789([#{０１２３４５６７８９")
_TIME_ENDS = frozenset("0123456789)]\"”″'’")
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OPENING = frozenset((Kind.HEADING, Kind.NOUN, Kind.LEAD, Kind.SONG_BY_SONG))


class Place(Enum):
    """What made a passage look like a tracklist."""

    HEADED = "headed"
    HINTED = "hinted"
    """Its class or id says so."""
    NUMBERED = "numbered"
    TIMED = "timed"
    SECTIONS = "sections"
    """The heads of the sections of a review."""


def spots(doc: Document) -> Iterator[tuple[Place, Sequence[Block]]]:
    """All runs of blocks in the article that may hold a tracklist, the ones below headings first."""
    article = [block for block in doc.article() if block.text]
    headings, numbered, timed = _look(article, doc.words)
    for index in headings:
        yield Place.HEADED, _below(article, index)
    for group in _hinted(doc):
        yield Place.HINTED, group
    for place, found, gap, least in ((Place.NUMBERED, numbered, MAX_GAP, 3), (Place.TIMED, timed, 2, 3)):
        for first, last in _clusters(found, gap, least):
            yield place, article[max(0, first - 2) : min(last + 5, first + MAX_PASSAGE)]


def _look(article: Sequence[Block], words: Words) -> tuple[list[int], list[int], list[int]]:
    """Indices of headings, of lines that begin with a number, of lines that end in a time."""
    edges = _edges(words)
    headings, numbered, timed = [], [], []
    for index, block in enumerate(article):
        text = block.text
        size = len(text)
        if text[0] in _NUMBER_STARTS or (block.tag == "li" and _ordered(block.element)) or text[:2] in _SIDES:
            numbered.append(index)
        if size < MAX_TIMED and text[-1] in _TIME_ENDS and not _TIME_SIGNS.isdisjoint(text[-6:-2]):
            timed.append(index)
        label, colon, _ = text[:MAX_HEADING].partition(":")
        if not colon and size > MAX_HEADING:
            continue
        if _may_head(label, edges) or (text[-1] in ":：" and size <= MAX_LEAD):
            special = read_special(text, words)
            if special is not None and special.kind in _OPENING:
                headings.append(index)
    return headings, numbered, timed


_SIDES = frozenset(("A1", "A2", "B1"))
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


def _ordered(element: Element) -> bool:
    return element.parent is not None and element.parent.tag == "ol"


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
