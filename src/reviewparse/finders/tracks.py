"""Tracklists of a page: printed below a heading, in numbered or timed lines, in tables, song by song, in metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewparse.document import Document, Fact
from reviewparse.evidence import Candidate, Hit
from reviewparse.finders.base import Find, Finder, Known
from reviewparse.finders.track_lists import find_lists
from reviewparse.finders.track_places import Place
from reviewparse.languages import Words
from reviewparse.model import Track
from reviewparse.parsers.duration import read_duration
from reviewparse.parsers.labels import fold
from reviewparse.resolve import OUTRANKED, Choice, agree

Tracks = tuple[Track, ...]


def _in(*places: Place, derived: bool) -> Find[Tracks]:
    """The finder of the lists that stand in certain places, printed as lists or derived from sections."""

    def find(doc: Document, known: Known) -> Iterator[Hit[Tracks]]:
        creators = tuple(name for candidate in known.get("work", ()) for name in candidate.value.creators)
        for found in find_lists(doc, creators):
            if found.place in places and found.tracklist.derived is derived:
                yield replace(found.hit, value=with_durations(found.hit.value, doc.facts_of("track"), doc.words))

    return find


def with_durations(tracks: Tracks, facts: Sequence[Fact], words: Words) -> Tracks:
    """The tracks with playing times that the page states for machines only; printed ones stay."""
    if not facts or any(track.seconds is not None for track in tracks):
        return tracks
    seconds = {fold(fact.value): _seconds(fact, words) for fact in facts}
    return tuple(replace(track, seconds=seconds.get(fold(track.title))) for track in tracks)


def _seconds(fact: Fact, words: Words) -> int | None:
    """The playing time of a fact: ``PT3M45S`` or as printed."""
    return read_duration(fact.more.get("duration", "").removeprefix("PT").lower(), words)


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
            seconds=_seconds(fact, doc.words),
        )
        for fact in facts
    )
    yield Hit(tracks, "; ".join(fact.value for fact in facts), locator=facts[0].locator)


FINDERS: tuple[Finder[Tracks], ...] = (
    Finder("tracks.headed", _in(Place.HEADED, derived=False), 0.6),
    Finder("tracks.numbered", _in(Place.NUMBERED, derived=False), 0.9),
    Finder("tracks.hinted", _in(Place.HINTED, derived=False), 0.6),
    Finder("tracks.table", _in(Place.TABLE, derived=False), 0.6),
    Finder("tracks.one_line", _in(Place.ONE_LINE, derived=False), 0.6),
    Finder("tracks.timed", _in(Place.TIMED, derived=False), 0.6),
    Finder("tracks.quoted", _in(Place.QUOTED, derived=False), 0.6),
    Finder("tracks.metadata", in_metadata, 0.55),
    Finder("tracks.derived", _in(*Place, derived=True), 0.6),
)
"""All ways of finding a tracklist. A list below its heading comes first, and one that nobody printed last."""

_ORDER = {finder.name: place for place, finder in enumerate(FINDERS)}


def choose_tracks(candidates: Sequence[Candidate[Tracks]]) -> Choice[Tracks]:
    """One list: the finders in their order, then the earliest; lists of the same titles agree."""
    ranked = sorted(agree(candidates, _titles), key=lambda one: (_ORDER[one.evidence.finder], one.evidence.span or ()))
    return Choice(tuple(ranked[:1]), tuple(replace(loser, lost=OUTRANKED) for loser in ranked[1:]))


def _titles(tracks: Tracks) -> tuple[str, ...]:
    return tuple(fold(track.title) for track in tracks)
