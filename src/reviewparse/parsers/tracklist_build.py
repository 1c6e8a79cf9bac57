"""From the items of an accepted list to tracks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewparse.languages import Words
from reviewparse.model import Track
from reviewparse.parsers.duration import peel_tail
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist_artist import Parted, part_artists
from reviewparse.parsers.tracklist_items import Item, Run
from reviewparse.parsers.tracklist_marks import strip_footnote, strip_mark, unwrap
from reviewparse.parsers.tracklist_quotes import split_quoted
from reviewparse.parsers.tracklist_tails import Tail, peel_tails
from reviewparse.parsers.tracklist_title import dress
from reviewparse.parsers.tracklist_works import read_part, settle_works

_NUMBERS = re.compile(r"[A-H]?\d{1,3}")


def build_tracks(run: Run, words: Words, *, above: str = "", creators: Sequence[str] = ()) -> tuple[Track, ...]:
    """The tracks of a list; a line of separators alone is none.

    Args:
        run: Its items.
        words: All words.
        above: The line before the first item, which may name its composer.
        creators: Who made the whole work.
    """
    items = settle_works(run.items, above, words)
    marked = [strip_mark(unwrap(item.text)) for item in items]
    tails = peel_tails([text for text, _ in marked], words)
    marks = [strip_mark(strip_footnote(unwrap(tail.text))) for tail in tails]
    texts = _without_stops([text for text, _ in marks])
    highlighted = [first[1] or second[1] for first, second in zip(marked, marks, strict=True)]
    if all(highlighted):
        highlighted = [False] * len(items)
    quoted = 2 * sum(split_quoted(text, single=True) is not None for text in texts) > len(texts)
    parted = part_artists(texts, words, creators=creators, quoted=quoted)
    tracks = [
        _track(item, tail, part, words, quoted=quoted) for item, tail, part in zip(items, tails, parted, strict=True)
    ]
    named = _named(run.highlights, tracks)
    return tuple(
        replace(track, highlight=True) if mark or index in named else track
        for index, (track, mark) in enumerate(zip(tracks, highlighted, strict=True))
        if track.title
    )


def _without_stops(texts: list[str]) -> list[str]:
    """The lines without the full stops that close most of them."""
    stopped = [text.endswith(".") and not text.endswith("..") for text in texts]
    if 3 * sum(stopped) < 2 * len(texts):
        return texts
    return [text[:-1] if stop else text for text, stop in zip(texts, stopped, strict=True)]


def _track(item: Item, tail: Tail, part: Parted, words: Words, *, quoted: bool) -> Track:
    dressed = dress(part.text, words, quoted=quoted)
    parts = tuple(_part(text, words) for text in item.parts) or tuple(Track(title=title) for title in dressed.parts)
    return Track(
        title=dressed.title or part.text or item.text,
        position=item.position,
        disc=item.disc,
        side=item.side,
        artist=item.artist or part.artist or dressed.artist,
        featuring=dressed.featuring,
        seconds=item.seconds if item.seconds is not None else tail.seconds,
        bonus=item.bonus or dressed.bonus,
        rating=tail.rating,
        parts=parts,
    )


def _part(text: str, words: Words) -> Track:
    mark, title = read_part(text)
    timed = peel_tail(title, words)
    if timed is None or not timed.rest:
        return Track(title=title, position=mark or None)
    return Track(title=timed.rest, position=mark or None, seconds=timed.seconds)


def _named(highlights: str, tracks: Sequence[Track]) -> frozenset[int]:
    """Indices of the tracks a line of highlights names, by number or by title."""
    if not highlights:
        return frozenset()
    text = fold(highlights)
    by_title = {index for index, track in enumerate(tracks) if len(track.title) > 2 and fold(track.title) in text}
    if by_title:
        return frozenset(by_title)
    numbers = {number.lstrip("0") for number in _NUMBERS.findall(highlights)}
    return frozenset(
        index for index, track in enumerate(tracks) if (track.position or str(index + 1)).lstrip("0") in numbers
    )
