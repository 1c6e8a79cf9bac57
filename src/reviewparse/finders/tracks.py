"""Tracklists of a page: printed below a heading, in numbered or timed lines, in tables, song by song, in metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewparse.document import Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Find, Finder, Known
from reviewparse.finders.track_places import Passage, Place, passages
from reviewparse.finders.track_sections import MAX_LEAD, section_groups
from reviewparse.model import Track
from reviewparse.parsers.duration import read_duration
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist import Setting, Tracklist, scan_tracklist
from reviewparse.parsers.tracklist_sections import announces_sections, scan_sections

Tracks = tuple[Track, ...]

SPEAKING = 3
"""Musical words from which a page speaks of music; two different ones do, too."""


@dataclass(frozen=True, slots=True)
class Found:
    """A tracklist and where it was found."""

    place: Place
    tracklist: Tracklist
    hit: Hit[Tracks]


@lru_cache(maxsize=2)
def find_lists(doc: Document, creators: tuple[str, ...]) -> tuple[Found, ...]:
    """All tracklists of the article, read once for all finders."""
    music: bool | None = None
    found: list[Found] = []
    for passage in passages(doc):
        if music is None:
            music = _speaks_of_music(doc) and not _is_ranking(doc)
        if not music and passage.place is not Place.HEADED:
            continue
        setting = Setting(headed=passage.place is Place.HINTED, music=music, creators=creators)
        tracklist = scan_tracklist(passage.lines, doc.words, setting=setting)
        if tracklist is not None:
            found.append(Found(passage.place, tracklist, _hit(doc, passage, tracklist)))
    if not found:
        found += _sections(doc, creators)
    return tuple(found)


def _sections(doc: Document, creators: tuple[str, ...]) -> Iterator[Found]:
    """The tracklist that the heads of a song-by-song review make."""
    for group in section_groups(doc):
        if not _speaks_of_music(doc) or _is_ranking(doc):
            return
        announced = next(
            (
                block.index
                for block in doc.article()
                if len(block.text) < MAX_LEAD and announces_sections(block.text, doc.words)
            ),
            None,
        )
        sections = [section for section in group if announced is None or section.block.index > announced]
        setting = Setting(headed=announced is not None, music=True, creators=creators)
        heads, bodies = [section.lead for section in sections], [section.body for section in sections]
        tracklist = scan_sections(heads, bodies, doc.words, setting=setting)
        if tracklist is not None:
            first, last = tracklist.lines
            start, end = sections[first].block.start, sections[min(last, len(sections)) - 1].block.end
            yield Found(Place.SECTIONS, tracklist, Hit(tracklist.tracks, doc.text[start:end], (start, end)))
            return


def _speaks_of_music(doc: Document) -> bool:
    text = doc.text.casefold()
    counts = [text.count(f" {word}" if word.isascii() else word) for word in doc.words.tracklist.music]
    return sum(counts) >= SPEAKING or sum(map(bool, counts)) > 1


def _is_ranking(doc: Document) -> bool:
    """Whether the headline counts and praises: ``The 25 Best ...``, ``Top 10 ...``."""
    headlines = [fact.value for fact in doc.facts_of("title")[:2]]
    headlines += [block.text for block in doc.blocks[:40] if block.tag == "h1"]
    ranking = doc.words.tracklist.rankings
    return any(
        any(map(str.isdigit, headline)) and any(word in ranking for word in fold(headline).split())
        for headline in headlines
    )


def _hit(doc: Document, passage: Passage, tracklist: Tracklist) -> Hit[Tracks]:
    first, last = tracklist.lines
    start = doc.blocks[passage.blocks[first][0]].start
    end = doc.blocks[passage.blocks[min(last, len(passage.blocks)) - 1][1] - 1].end
    return Hit(tracklist.tracks, doc.text[start:end], (start, end))


def _in(*places: Place, derived: bool) -> Find[Tracks]:
    """The finder of the lists that stand in certain places, printed as lists or derived from sections."""

    def find(doc: Document, known: Known) -> Iterator[Hit[Tracks]]:
        creators = tuple(name for candidate in known.get("work", ()) for name in candidate.value.creators)
        for found in find_lists(doc, creators):
            if found.place in places and found.tracklist.derived is derived:
                yield replace(found.hit, value=with_durations(found.hit.value, doc.facts_of("track"), doc))

    return find


def with_durations(tracks: Tracks, facts: Sequence[Fact], doc: Document) -> Tracks:
    """The tracks with playing times the page states for machines only; printed ones stay."""
    if not facts or any(track.seconds is not None for track in tracks):
        return tracks
    seconds = {fold(fact.value): _seconds(fact, doc) for fact in facts}
    return tuple(replace(track, seconds=seconds.get(fold(track.title))) for track in tracks)


def _seconds(fact: Fact, doc: Document) -> int | None:
    stated = fact.more.get("duration", "").removeprefix("PT").lower()
    return read_duration(stated, doc.words)


def in_metadata(doc: Document, _known: Known) -> Iterator[Hit[Tracks]]:
    """The tracks that the metadata of the page list."""
    facts = doc.facts_of("track")
    if len(facts) < 2:
        return
    tracks = tuple(
        Track(
            title=fact.value,
            position=fact.more.get("position") or None,
            artist=fact.more.get("artist") or None,
            seconds=_seconds(fact, doc),
        )
        for fact in facts
    )
    yield Hit(tracks, "; ".join(fact.value for fact in facts), locator=facts[0].locator)


FINDERS: tuple[Finder[Tracks], ...] = (
    Finder("tracks.headed", _in(Place.HEADED, derived=False), 0.95),
    Finder("tracks.hinted", _in(Place.HINTED, derived=False), 0.6),
    Finder("tracks.numbered", _in(Place.NUMBERED, derived=False), 0.9),
    Finder("tracks.timed", _in(Place.TIMED, derived=False), 0.6),
    Finder("tracks.metadata", in_metadata, 0.6),
    Finder("tracks.derived", _in(*Place, derived=True), 0.6),
)
"""All ways of finding a tracklist, most trusted first."""
