"""Lines around and inside a tracklist that are no tracks: headings, discs, sides, totals, heads of other lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.languages.words import Phrases
from reviewparse.parsers.labels import MAX_LABEL, fold

MAX_HEADING = 64
"""Characters of the longest heading."""

MAX_LEAD = 240
"""Characters of a sentence that leads to a list: ``Here is a quick run-down of the tunes:``."""

_COLON = re.compile(r"\s?[:：](?!\S{0,40}//)\s{0,9}|\s[-–—•·|]\s")

_BRACKET = re.compile(r"\s{0,9}[(\[（].{0,60}$")

_SIDE = "[a-z\u0430-\u0434\u03b1-\u03b4]"
"""Letters of sides: Latin, and the first of the Cyrillic and the Greek alphabet."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}

_REACH = 4
"""Words of the longest heading phrase."""


class Kind(Enum):
    """What a line inside or before a tracklist is, if it is no track."""

    HEADING = auto()
    """``Tracklist``; for sure."""
    NOUN = auto()
    """``Songs``: a heading of tracks when a list follows."""
    LEAD = auto()
    """A sentence that ends in such a noun and a colon."""
    SONG_BY_SONG = auto()
    DISC = auto()
    SIDE = auto()
    BONUS = auto()
    TOTAL = auto()
    HIGHLIGHTS = auto()
    OTHER = auto()
    """The heading of a list of other things."""


@dataclass(frozen=True, slots=True)
class Special:
    """A line that is no track."""

    kind: Kind
    value: str = ""
    """Number of the disc, letter of the side; number of the disc in a heading, too."""
    rest: str = ""
    """What stands behind the label on the same line."""


@dataclass(frozen=True, slots=True)
class _Tables:
    exact: dict[str, Kind]
    edges: dict[str, Kind]
    """Phrases that tell the kind at the beginning or end of a heading, too."""
    first: frozenset[str]
    """Their first words."""
    last: frozenset[str]
    nouns: frozenset[str]
    rankings: frozenset[str]
    disc: re.Pattern[str]
    side: re.Pattern[str]
    numbers: dict[str, int]


def read_special(line: str, words: Words) -> Special | None:
    """What a line is, if it is no track but furniture of a tracklist, or the heading of another list.

    >>> from reviewparse.languages import load
    >>> read_special("CD 2: Live in Nordvik", load("en"))
    Special(kind=<Kind.DISC: 5>, value='2', rest='Live in Nordvik')
    """
    tables = _tables(words)
    if (special := _medium(line, tables)) is not None:
        is_heading = special.rest and _labelled(fold(special.rest), tables) is Kind.HEADING
        number = special.value if special.kind is Kind.DISC else ""
        return Special(Kind.HEADING, number) if is_heading else special
    match = _COLON.search(line, 0, MAX_LABEL + 2)
    if match is not None:
        label = fold(_BRACKET.sub("", line[: match.start()]))
        kind = _labelled(label, tables)
        if kind is not None:
            return Special(kind, _disc_of(label, kind, tables), line[match.end() :].strip(" *_"))
    if len(line) <= MAX_HEADING:
        label = fold(_BRACKET.sub("", line)) or fold(line)
        kind = _labelled(label, tables)
        if kind is not None:
            return Special(kind, _disc_of(fold(line), kind, tables), line if kind is Kind.TOTAL else "")
    if len(line) <= MAX_LEAD and line.endswith((":", "：")):
        return _lead(fold(line[-MAX_HEADING:]), tables)
    return None


def _disc_of(label: str, kind: Kind, tables: _Tables) -> str:
    """The disc that the heading of a tracklist names: ``Tracklist CD 2``."""
    match = tables.disc.search(label) if kind is Kind.HEADING else None
    return _number(match["n"], tables) if match is not None else ""


def _labelled(label: str, tables: _Tables) -> Kind | None:
    kind = tables.exact.get(label)
    if kind is not None or not label:
        return kind
    tokens = label.split()
    if len(tokens) > 8:
        return None
    if not tables.rankings.isdisjoint(tokens) and any(tables.exact.get(token) is Kind.OTHER for token in tokens):
        return Kind.OTHER  # "The best films of 2011"
    if tokens[0] not in tables.first and tokens[-1] not in tables.last:
        return None
    for length in range(min(_REACH, len(tokens)), 0, -1):
        for phrase in (" ".join(tokens[:length]), " ".join(tokens[-length:])):
            if (kind := tables.edges.get(phrase)) is not None:
                return kind
    return None


def _lead(sentence: str, tables: _Tables) -> Special | None:
    tokens = sentence.split()
    if len(tokens) < 5:
        return None
    if any(f" {phrase} " in sentence for phrase, kind in tables.edges.items() if kind is Kind.HEADING):
        return Special(Kind.HEADING)
    if not tables.rankings.isdisjoint(tokens):
        return Special(Kind.OTHER)  # "the five best songs of theirs so far:"
    for length in range(1, _REACH):
        phrase = " ".join(tokens[-length:])
        if tables.edges.get(phrase) in (Kind.HIGHLIGHTS, Kind.OTHER):
            return None
        if phrase in tables.nouns:
            return Special(Kind.LEAD)
    return None


def _medium(line: str, tables: _Tables) -> Special | None:
    if (match := tables.disc.match(line)) is not None:
        return Special(Kind.DISC, _number(match["n"], tables), match["rest"].strip())
    if (match := tables.side.match(line)) is not None:
        name = match["before"] or match["after"]
        number = _number(name, tables)
        letter = chr(ord("A") + int(number) - 1) if number else name.upper()
        return Special(Kind.SIDE, letter, match["rest"].strip())
    return None


def _number(name: str | None, tables: _Tables) -> str:
    name = (name or "").lower()
    if name.isdecimal():
        return str(int(name))
    number = tables.numbers.get(name) or _ROMAN.get(name)
    return str(number) if number else ""


@lru_cache(maxsize=64)
def _tables(words: Words) -> _Tables:
    table = words.tracklist
    numbers = {
        word: int(value)
        for value, named in words.rating.numbers.items()
        if value.isdecimal() and 0 < int(value) <= 26
        for word in named
    }
    edges: dict[str, Kind] = {}
    for phrases, kind in (
        (table.not_tracklists, Kind.OTHER),
        (table.total, Kind.TOTAL),
        (table.highlights, Kind.HIGHLIGHTS),
        (table.song_by_song, Kind.SONG_BY_SONG),
        (table.headings, Kind.HEADING),
    ):
        edges.update(dict.fromkeys(map(fold, phrases), kind))
    exact = {fold(word): Kind.NOUN for word in table.nouns} | edges | {fold(word): Kind.BONUS for word in table.bonus}
    number = "|".join([r"\d{1,2}", "[ivIV]{1,3}", *map(re.escape, sorted(numbers, key=len, reverse=True))])
    end = r"\s?[)\]]?(?=\Z|[\s:：.\-–—(\[|/])\s?[:：.\-–—|/]?(?P<rest>.*)"
    return _Tables(
        exact=exact,
        edges=edges,
        first=frozenset(phrase.split()[0] for phrase in edges if phrase),
        last=frozenset(phrase.split()[-1] for phrase in edges if phrase),
        nouns=frozenset(map(fold, table.nouns + table.headings)),
        rankings=frozenset(table.rankings),
        disc=re.compile(
            rf"[(\[]?(?:{_either(table.disc)})(?:\s?(?:[#.]|n[o°º]\.?)?\s?(?P<n>{number})|(?=\s?[:：)\]]|\Z)){end}",
            re.IGNORECASE,
        ),
        side=re.compile(
            rf"[(\[]?(?:(?:{_either(table.side)})\s?[\"'“”]?(?P<after>{_SIDE}|{number})[\"'”]?"
            rf"|(?P<before>[a-z])[\s\-–]?(?:{_either(table.side)})){end}",
            re.IGNORECASE,
        ),
        numbers=numbers,
    )


def _either(words: Phrases) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
