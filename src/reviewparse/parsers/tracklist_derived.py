"""Song by song: titles that stand before sentences, or above paragraphs, and make a tracklist all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist_items import Item, Run
from reviewparse.parsers.tracklist_prose import LONG, is_sentence
from reviewparse.parsers.tracklist_quotes import split_quoted

SHARE = 0.7
"""Part of the items that must be a title and a sentence."""

MAX_WORDS = 10
"""Words of a title before its sentence, artist included."""

_CUTS = (re.compile(r"\s?[:：]\s?"), re.compile(r"\s[–—-]\s"), re.compile(r"(?<=[^\s.])[.!?]\s"))

_MARK = re.compile(r"[(\[]\s?\d{1,2}(?:[.,]\d)?\s?/\s?\d{1,3}\s?[)\]]\s*\Z")
"""A mark for the song, at the end of its sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def cut_titles(run: Run, words: Words) -> Run | None:
    """The same run with sentences cut off its items; ``None`` when it is no song-by-song body.

    A list of numbered paragraphs is one only if they speak of songs.
    """
    items = run.items
    below = [" ".join(item.below) for item in items]
    if _count_prose(items) >= SHARE * len(items) and _speak_of_songs(below, words):
        return replace(run, derived=True, items=[replace(item, below=()) for item in items])
    sentences = sum(_is_prose(item.text) for item in items)
    if len(items) < 3 or sentences < SHARE * len(items) or not _speak_of_songs([item.text for item in items], words):
        return None
    for cut in _CUTS:
        heads = [_head(item.text, cut) for item in items]
        if sum(head is not None for head in heads) >= SHARE * len(items):
            kept = [_cut(item, head) for item, head in zip(items, heads, strict=True)]
            return replace(run, derived=True, items=[item for item in kept if not _is_prose(item.text)])
    return None


def _cut(item: Item, head: str | None) -> Item:
    """The item without its sentence, but with the mark that closes it."""
    mark = _MARK.search(item.text[-16:])
    return replace(item, text=f"{head} {mark.group()}" if head and mark else head or item.text, below=())


def are_songs(heads: Sequence[str], bodies: Sequence[str], words: Words, *, announced: bool) -> bool:
    """Whether sections with these heads and texts go through the songs of a record.

    Most speak of a song, few of an album, which the sections of a round-up do; chapters of a review are no songs. Where
    a heading announces the songs, a third is enough.
    """
    chapters = sum(fold(head) in _chapters(words) for head in heads)
    with_text = [body.casefold() for body in bodies if len(body) > LONG]
    if 3 * chapters > len(heads) or 3 * len(with_text) < 2 * len(heads) or 4 * len(set(heads)) < 3 * len(heads):
        return False
    spoken = [frozenset(_WORD.findall(body)) for body in with_text]
    songs = sum(not said.isdisjoint(words.tracklist.track) for said in spoken)
    albums = sum(not said.isdisjoint(words.tracklist.records) for said in spoken)
    if announced:
        return 3 * songs >= len(with_text)
    return 5 * songs >= 3 * len(with_text) and 5 * albums < 3 * len(with_text)


def has_prose(run: Run) -> bool:
    """Whether paragraphs stand between most items: then it is no plain list."""
    return 2 * _count_prose(run.items) > len(run.items)


def _count_prose(items: Sequence[Item]) -> int:
    return sum(any(_is_prose(line) for line in item.below) for item in items)


def _is_prose(line: str) -> bool:
    return len(line) > LONG or is_sentence(line)


def _head(text: str, cut: re.Pattern[str]) -> str | None:
    """The title before the sentence; ``None`` when the line has another form."""
    if (pieces := split_quoted(text, single=False)) is not None and not pieces[0].strip():
        return pieces[1]
    match = cut.search(text, 1, 120)
    if match is None:
        return text if not _is_prose(text) else None
    head, rest = text[: match.start()].strip(), text[match.end() :]
    return head if head and head.count(" ") < MAX_WORDS and rest.count(" ") > 2 else None


def _speak_of_songs(bodies: Sequence[str], words: Words) -> bool:
    vocabulary = _vocabulary(words)
    spoken = [frozenset(_WORD.findall(body.casefold())) for body in bodies]
    albums = sum(not said.isdisjoint(words.tracklist.records) for said in spoken)
    return 3 * sum(not said.isdisjoint(vocabulary) for said in spoken) >= len(bodies) and 5 * albums < 3 * len(bodies)


@lru_cache(maxsize=64)
def _chapters(words: Words) -> frozenset[str]:
    return frozenset(map(fold, words.tracklist.chapters + words.tracklist.not_tracklists))


@lru_cache(maxsize=64)
def _vocabulary(words: Words) -> frozenset[str]:
    return frozenset(words.tracklist.music + words.tracklist.track + words.tracklist.nouns)
