"""The tracklists of a page, each read once for all finders: printed lists, and those a song-by-song review makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Hit, Span
from reviewparse.finders.track_passages import as_lines
from reviewparse.finders.track_places import Place, spots
from reviewparse.finders.track_sections import MAX_LEAD, section_groups
from reviewparse.languages import Words
from reviewparse.model import Track
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist import Setting, Tracklist, scan_tracklist
from reviewparse.parsers.tracklist_sections import announces_sections, scan_sections

SPEAKING = 3
"""Musical words from which a page speaks of music; two different ones do, too."""

SAMPLE = 12_000
"""Characters of a page that are asked for musical words."""

PIECE = 1500
"""Characters that are asked at once."""

MAX_SPOTS = 200
"""Places of a page that are looked at; they overlap, so that each more would cost as much as a page."""

_MARKS = ",.:;)"

PROSE = 300
"""Characters from which a block is a paragraph of a review."""


@dataclass(frozen=True, slots=True)
class Found:
    """A tracklist and where it was found."""

    place: Place
    tracklist: Tracklist
    hit: Hit[tuple[Track, ...]]
    span: Span


@once
def find_lists(doc: Document, creators: tuple[str, ...]) -> tuple[Found, ...]:
    """All tracklists of the article; none on a page that reviews several records and lists the tracks of each."""
    music: bool | None = None
    found: list[Found] = []
    for place, blocks in islice(spots(doc), MAX_SPOTS):
        if music is None:
            music = speaks_of_music(doc) and not _is_ranking(doc)
        if (not music and place is not Place.HEADED) or _is_covered(blocks, found):
            continue
        setting = Setting(announced=place is Place.HINTED, music=music, creators=creators)
        passage = as_lines(blocks)
        tracklist = scan_tracklist(passage.lines, doc.words, setting=setting)
        if tracklist is not None:
            found.append(_found(doc, place, tracklist, passage.span(tracklist.lines, doc)))
    if _are_of_several(found, doc):
        return ()
    if not found and music is not False:
        found += _sections(doc, creators)
    return tuple(found)


def _found(doc: Document, place: Place, tracklist: Tracklist, span: Span) -> Found:
    return Found(place, tracklist, Hit(tracklist.tracks, doc.text[span[0] : span[1]], span), span)


def _is_covered(blocks: Sequence[Block], found: Sequence[Found]) -> bool:
    """Whether the middle of some blocks was read as a tracklist before."""
    middle = blocks[len(blocks) // 2].start
    return any(one.span[0] <= middle < one.span[1] for one in found)


def _are_of_several(found: Sequence[Found], doc: Document) -> bool:
    """Whether two lists name other tracks, with paragraphs between them."""
    headed = sorted((one for one in found if one.place is Place.HEADED), key=lambda one: one.span)
    if len(headed) < 2:
        return False
    first, last = headed[0], headed[-1]
    titles = [{fold(track.title) for track in one.tracklist.tracks} for one in (first, last)]
    between = [block for block in doc.blocks if first.span[1] < block.start < last.span[0]]
    return titles[0].isdisjoint(titles[1]) and any(len(block.text) > PROSE for block in between)


def speaks_of_music(doc: Document) -> bool:
    """Whether musical words stand on a page: two different ones, or one several times."""
    spaced, unspaced = _musical(doc.words)
    words: set[str] = set()
    times = 0
    for piece in _pieces(doc.text[:SAMPLE]):
        text = piece.casefold().replace("'", " ").replace("’", " ")
        met = list(filter(spaced.__contains__, text.split()))
        times += len(met)
        words.update(token.rstrip(_MARKS) for token in met)
        words.update(word for word in unspaced if word in text)
        if len(words) > 1 or times >= SPEAKING:
            return True
    return False


def _pieces(text: str) -> Iterator[str]:
    """A text cut at ends of lines: fewer pieces than lines, and most pages tell in the first."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


@lru_cache(maxsize=64)
def _musical(words: Words) -> tuple[frozenset[str], tuple[str, ...]]:
    """Musical words of scripts with blanks, also as they stand before punctuation; those of scripts without."""
    music = words.tracklist.music
    spaced = frozenset(word + mark for word in music for mark in ("", *_MARKS))
    return spaced, tuple(word for word in music if word > "\u2e80")


def _is_ranking(doc: Document) -> bool:
    """Whether a headline counts and praises: ``The 25 Best ...``, ``Top 10 ...``; ``Best of 1980-1990`` is a record."""
    headlines = [fact.value for fact in doc.facts_of("title")[:2]]
    headlines += [block.text for block in doc.blocks[:40] if block.tag == "h1"]
    ranking = doc.words.tracklist.rankings
    neighbours = (pair for headline in headlines for pair in pairwise(fold(headline).split()))
    return any(
        (one in ranking and _is_count(other)) or (_is_count(one) and other in ranking) for one, other in neighbours
    )


def _is_count(token: str) -> bool:
    return token.isdecimal() and len(token) < 4


def _sections(doc: Document, creators: tuple[str, ...]) -> Iterator[Found]:
    """The tracklist that the heads of a song-by-song review make."""
    groups = list(section_groups(doc))
    if not groups or not speaks_of_music(doc) or _is_ranking(doc):
        return
    announced = _announced(doc)
    setting = Setting(headed=announced >= 0, music=True, creators=creators)
    for group in groups:
        sections = [section for section in group if section.block.index > announced]
        heads, bodies = [section.lead for section in sections], [section.body for section in sections]
        tracklist = scan_sections(heads, bodies, doc.words, setting=setting)
        if tracklist is not None:
            first, last = tracklist.lines
            end = sections[min(last, len(sections)) - 1].block.end
            yield _found(doc, Place.SECTIONS, tracklist, (sections[first].block.start, end))
            return


def _announced(doc: Document) -> int:
    """Index of the block that says that the songs follow one by one, or -1."""
    short = (block for block in doc.article() if len(block.text) < MAX_LEAD)
    return next((block.index for block in short if announces_sections(block.text, doc.words)), -1)
