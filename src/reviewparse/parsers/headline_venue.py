"""The venue behind a show in a headline: ``The Understudies (Old Granary Theatre)``, ``..., Town Hall, Leeds``."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.headline_parts import Peeled
from reviewparse.parsers.labels import fold

MAX_WORDS = 6
"""Of a venue's name."""

MUSIC = frozenset(("album", "music", "single", "soundtrack"))
"""Records are named after venues."""

_BRACKET = re.compile(r"\s{0,3}\((?P<place>[^()]{5,80})\)$")
_COMMA = re.compile(r",\s{1,3}")


def peel_venue(peeled: Peeled, words: Words) -> Peeled:
    """A headline without the venue that a bracket or a comma sets off at its end."""
    core = peeled.core
    if peeled.kind in MUSIC:
        return peeled
    match = _BRACKET.search(core)
    if match is not None:
        held = any(_is_venue(part, words) for part in _COMMA.split(match["place"]))
        return peeled.cut(peeled.start, peeled.start + match.start()) if held and match.start() else peeled
    for comma in _COMMA.finditer(core):
        if _is_venue(_COMMA.split(core[comma.end() :], maxsplit=1)[0], words):
            return peeled.cut(peeled.start, peeled.start + comma.start())
    return peeled


def _is_venue(text: str, words: Words) -> bool:
    """Whether a name ends with the word for a venue; ``at`` before it makes it part of a title."""
    parts = fold(text).split()
    named = 1 < len(parts) <= MAX_WORDS and not text[0].islower() and parts[0] not in words.work.articles
    return named and any(f" {' '.join(parts)}".endswith(venue) for venue in _venues(words))


@lru_cache(maxsize=64)
def _venues(words: Words) -> tuple[str, ...]:
    return tuple(f" {fold(venue)}" for venue in words.date.venues)
