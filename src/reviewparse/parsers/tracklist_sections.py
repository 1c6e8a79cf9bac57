"""A tracklist out of the sections of a song-by-song review: their heads are the titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist import Tracklist, scan_tracklist
from reviewparse.parsers.tracklist_derived import are_songs
from reviewparse.parsers.tracklist_gate import Setting
from reviewparse.parsers.tracklist_lines import Kind, read_special
from reviewparse.parsers.tracklist_prose import LONG

LEAST = 4
"""Sections of the shortest song-by-song review."""


def scan_sections(heads: Sequence[str], bodies: Sequence[str], words: Words, *, setting: Setting) -> Tracklist | None:
    """The songs of a record, when these are the sections of a review that goes through them.

    Args:
        heads: The heading, or emphasised beginning, of each section.
        bodies: The text below each; as many as heads.
        words: All words.
        setting: ``headed`` when a heading such as ``Track by track`` stands before them.
    """
    first, last = 0, len(heads)
    while first < last and (len(bodies[first]) < LONG or read_special(heads[first], words) is not None):
        first += 1  # labels of facts, before the songs begin
    while first < last and read_special(heads[last - 1], words) is not None:
        last -= 1
    heads, bodies = heads[first:last], bodies[first:last]
    if last - first < LEAST or not are_songs(heads, bodies, words, announced=setting.headed):
        return None
    tracklist = scan_tracklist(heads, words, setting=replace(setting, headed=True))
    if tracklist is None or 5 * len(tracklist.tracks) < 4 * len(heads):
        return None
    lines = (tracklist.lines[0] + first, tracklist.lines[1] + first)
    return replace(tracklist, derived=True, lines=lines)


def announces_sections(line: str, words: Words) -> bool:
    """Whether a line is a heading such as ``Track by track``."""
    small = fold(line)
    for phrase in words.tracklist.song_by_song:
        if phrase in small:
            special = read_special(line, words)
            return special is not None and special.kind is Kind.SONG_BY_SONG
    return False
