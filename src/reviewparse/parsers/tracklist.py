"""Tracklists: from printed lines to tracks.

Each line is peeled from the outside in: bullet and number, duration, quotes, guests, artist. What a single line leaves
open (is ``99`` an index, ``25:17`` a time, ``Salt`` the artist?) the list decides. Lists that look alike are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewparse.languages import Words
from reviewparse.model import Track
from reviewparse.parsers.duration import peel_head
from reviewparse.parsers.track_line import clean_line, read_front
from reviewparse.parsers.tracklist_build import build_tracks
from reviewparse.parsers.tracklist_derived import cut_titles, has_prose
from reviewparse.parsers.tracklist_gate import Setting, is_tracklist
from reviewparse.parsers.tracklist_marks import unwrap
from reviewparse.parsers.tracklist_readings import Reading, readings

MAX_LINES = 3000
"""Lines that are looked at."""

__all__ = ["Setting", "Tracklist", "parse_tracklist", "scan_tracklist"]


@dataclass(frozen=True, slots=True)
class Tracklist:
    """A printed tracklist."""

    tracks: tuple[Track, ...]
    """At least two, in printed order."""
    total_seconds: int | None = None
    """The printed sum of the playing times."""
    derived: bool = False
    """Whether the titles were picked out of a body that goes through the songs."""
    lines: tuple[int, int] = (0, 0)
    """Half-open range of the lines it was read from."""


def parse_tracklist(lines: Sequence[str] | str, words: Words) -> tuple[Track, ...]:
    r"""The tracks of a printed list.

    Args:
        lines: The list, with or without its heading and what stands around it: one string, or its lines.
        words: Headings, units and all other words.

    Returns:
        The tracks in printed order; ``()`` when it is no tracklist but a set list, a ranking, a recipe ...

    >>> from reviewparse.languages import load
    >>> [track.title for track in parse_tracklist("1. Bellmouth 3:45\n2. 1999 4:10\n3. Long Acre 5:02", load("en"))]
    ['Bellmouth', '1999', 'Long Acre']
    """
    tracklist = scan_tracklist(lines, words, setting=Setting(given=True))
    return () if tracklist is None else tracklist.tracks


def scan_tracklist(lines: Sequence[str] | str, words: Words, *, setting: Setting | None = None) -> Tracklist | None:
    """The first tracklist in some lines, the ones below a heading before others; ``None`` where there is none.

    Args:
        lines: One string, or its lines.
        words: Headings, units and all other words.
        setting: What the page around the lines tells about them.
    """
    given = lines.splitlines() if isinstance(lines, str) else lines
    source = _turned([_unwrapped(clean_line(line)) for line in given[:MAX_LINES]], words)
    for reading in readings(source, words, setting or Setting()):
        tracklist = _judge(reading, source, words)
        if tracklist is not None:
            return tracklist
    return None


def _judge(reading: Reading, source: Sequence[str], words: Words) -> Tracklist | None:
    setting = reading.setting
    derived = cut_titles(reading.run, words)
    run = derived or reading.run
    if len(run.items) < reading.at_least or not is_tracklist(run, words, setting):
        return None
    if derived is None and has_prose(run) and not setting.headed:
        return None
    above = source[reading.start - 1] if reading.start else ""
    tracks = build_tracks(run, words, above=above, creators=setting.creators)
    if len(tracks) < reading.at_least:
        return None
    lines = (reading.start, max(run.end, reading.start + 1))
    return Tracklist(tracks, total_seconds=run.total, derived=derived is not None, lines=lines)


def _unwrapped(line: str) -> str:
    """The line without emphasis around its number and all: ``*3. Bellmouth*``."""
    inner = unwrap(line)
    return inner if inner[:1].isdigit() else line


def _turned(source: list[str], words: Words) -> list[str]:
    """The lines, with times before numbers or titles moved to the end: ``(3:45) 1. Bellmouth``, ``3:45 Bellmouth``."""
    turned = list(source)
    numbered = count = 0
    for index, line in enumerate(source):
        head = peel_head(line, words)
        if head is not None and head.seconds is not None and head.rest:
            turned[index] = f"{head.rest} {head.seconds // 60}:{head.seconds % 60:02d}"
            numbered += read_front(head.rest, words) is not None
            count += 1
    return turned if numbered > 2 or (count > 2 and 3 * count >= 2 * sum(map(bool, source))) else source
