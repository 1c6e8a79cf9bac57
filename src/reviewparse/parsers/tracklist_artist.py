"""Which part of a line is the artist: decided for a whole list, since a single ``Salt – Kin`` can be read both ways.

Quotes mark titles; the side that repeats itself, or holds guests and several names, is the artist; versions and guests
in brackets hang on titles. Without any sign the artist comes first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist_inline import split_outside
from reviewparse.parsers.tracklist_quotes import split_quoted
from reviewparse.parsers.tracklist_title import is_version, version_words

SHARE = 0.6
"""Part of the lines that must be built alike before a part of them is taken for artists."""

_DASH = re.compile(r"\s{1,9}[-–—~]{1,9}\s{1,9}|\s?[–—]\s|\s[–—](?=\S)")

_BRACKET = re.compile(r"\s{0,9}[(\[](?P<inner>[^()\[\]]{2,80})[)\]]\s{0,9}\Z")

_SLASH = re.compile(r"\s/\s")

_LEADING = re.compile(r"[\s:–—\-,/]+")

_BEHIND = re.compile(r"\s{0,9}[–—\-,:]\s{0,9}(?P<name>[^\s(\[].*)")

_NAME_CUT = re.compile(r"\s?(?:,|&|\+|/)\s?")

_SURNAME = r"(?:[^\W\d_]\.\s?){0,3}[^\W\d_][\w'’\-]{0,30}\.?"

_WRITERS = re.compile(rf"{_SURNAME}(?:\s?[/,&\-–]\s?{_SURNAME}){{0,8}}")
"""Surnames alone, with initials at most: ``Moss/Tarn``, ``O. Venn``."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A line and the artist printed in it."""

    text: str
    artist: str | None = None


def part_artists(texts: Sequence[str], words: Words, *, creators: Sequence[str] = (), quoted: bool) -> list[Parted]:
    """Take the artists out of the lines of one list.

    Args:
        texts: The lines, without numbers and durations.
        words: Where the words of versions and performers stand.
        creators: Who made the whole work, if the page says so.
        quoted: Whether the titles of this list stand in quotes.

    >>> from reviewparse.languages import load
    >>> part_artists(["Salt – Kin", "Far Gate – Kin", "Chimney – Ida Moss"], load("en"), quoted=False)[2]
    Parted(text='Chimney', artist='Ida Moss')
    """
    if len(texts) > 1:
        if quoted:
            return _around_quotes(texts, words)
        for parted in (
            _at_by(texts, words),
            _at_separator(texts, words, frozenset(map(fold, creators)), _DASH),
            _at_slashes(texts, words),
            _at_colons(texts, words),
            _in_brackets(texts, words),
        ):
            if parted is not None:
                return parted
    return [Parted(text) for text in texts]


def _around_quotes(texts: Sequence[str], words: Words) -> list[Parted]:
    pieces = [split_quoted(text, single=True) or ("", text, "") for text in texts]
    before = [piece[0].strip(" :–—-,") for piece in pieces]
    behind = [match["name"] if (match := _BEHIND.match(piece[2])) else "" for piece in pieces]
    # a word before some quotes only (``Excerpt:``) is neither artist nor title, and so it is where quotes are missing
    labels = {piece[0] for piece in pieces if piece[0].rstrip().endswith(":")}
    texts = [_without_label(text[len(piece[0]) :], labels) for text, piece in zip(texts, pieces, strict=True)]
    if _share(before) >= SHARE:
        return [Parted(text, name or None) for text, name in zip(texts, before, strict=True)]
    if _share(behind) >= SHARE:
        return [
            Parted(text.removesuffix(name).rstrip(" –—-,:"), name or None)
            for text, name in zip(texts, behind, strict=True)
        ]
    brackets = [_act_behind(piece[2], words) for piece in pieces]
    if _share(brackets) >= SHARE and not all(_WRITERS.fullmatch(name) for name in brackets if name):
        return [
            Parted(text[: _BRACKET.search(text).start()], name) if name else Parted(text)  # type: ignore[union-attr]
            for text, name in zip(texts, brackets, strict=True)
        ]
    return [Parted(text) for text in texts]


def _act_behind(text: str, words: Words) -> str:
    """Who performs, from the bracket behind a title in quotes: ``“Cold Tap” (The Sparrows)``; no version, no guest."""
    match = _BRACKET.fullmatch(text)
    if match is None or not match["inner"][0].isupper() or _guest(words).match(match["inner"]):
        return ""
    inner = match["inner"]
    return "" if _bonus(inner, words) or is_version(inner, version_words(words)) else inner


def _without_label(text: str, labels: Collection[str]) -> str:
    return next((text.removeprefix(label) for label in labels if text.startswith(label)), text)


def _share(values: Sequence[str]) -> float:
    return sum(map(bool, values)) / len(values)


def _at_slashes(texts: Sequence[str], words: Words) -> list[Parted] | None:
    """Slashes part a medley more often than artist and title: all lines must have one, and names come again."""
    if any(text.count(" / ") != 1 for text in texts):
        return None
    sides = list(zip(*(text.split(" / ") for text in texts), strict=True))
    if max(_repeated(side, words) for side in sides) < max(2, len(texts) / 4):
        return None
    return _at_separator(texts, words, frozenset(), _SLASH)


def _at_separator(
    texts: Sequence[str], words: Words, creators: frozenset[str], separator: re.Pattern[str]
) -> list[Parted] | None:
    rows = [_cut(text, words, separator) for text in texts]
    full = [row for row in rows if len(row) > 1]
    if len(full) < max(2, SHARE * len(rows)):
        return None
    left = [row[0] for row in full]
    right = [row[-1] for row in full]
    if _is_prefix(left, creators):
        return None
    artist_first = _votes(left, right, words, creators) >= _votes(right, left, words, creators)
    return [
        Parted(text) if len(row) == 1 else _beside(text, row[0]) if artist_first else _before(text, row[-1])
        for text, row in zip(texts, rows, strict=True)
    ]


def _at_colons(texts: Sequence[str], words: Words) -> list[Parted] | None:
    """``The Sparrows: Cold Tap`` on each line: names in capitals, or such as come again.

    The name of a work before its movements stands in one stretch of lines.
    """
    rows = [text.split(": ") for text in texts]
    left = [row[0] for row in rows]
    if any(len(row) != 2 for row in rows) or _is_prefix(left, frozenset()) or len(set(left)) < 2:
        return None
    if all(name.isupper() for name in left) and not any(row[1].isupper() for row in rows):
        return [Parted(row[1], row[0]) for row in rows]
    repeated = _repeated(left, words) >= max(2, len(left) / 4)
    stretches = 1 + sum(before != after for before, after in pairwise(left))
    return [Parted(row[1], row[0]) for row in rows] if repeated and stretches > len(set(left)) else None


def _is_only_version(piece: str, words: Words) -> bool:
    """Whether a piece is nothing but a version: ``Radio Edit``, ``Theme``, ``Part 2``; ``Live Wire`` is a title."""
    parts = fold(piece).replace(".", " ").split() if ")" not in piece else []
    while len(parts) > 1 and parts[-1].isdecimal():
        parts.pop()
    return 0 < len(parts) < 5 and parts[-1] in version_words(words)


def _is_prefix(left: Sequence[str], creators: frozenset[str]) -> bool:
    """Whether the first part names the work of which movements follow: few names, each in one stretch."""
    names = [fold(name) for name in left]
    stretches = 1 + sum(before != after for before, after in pairwise(names))
    return len(names) > 3 and stretches == len(set(names)) < 3 and creators.isdisjoint(names)


def _beside(text: str, artist: str) -> Parted:
    return Parted(_LEADING.sub("", text[text.index(artist) + len(artist) :], count=1), artist)


def _before(text: str, artist: str) -> Parted:
    return Parted(text[: text.rindex(artist)].rstrip(" –—-~/"), artist)


def _cut(text: str, words: Words, separator: re.Pattern[str]) -> list[str]:
    """The text at its dashes; whole where what follows the dash is a version or a guest."""
    pieces = [piece.strip() for piece in split_outside(text, separator)]
    if not all(pieces) or len(pieces) == 1:
        return [text]
    last = pieces[-1]
    if _guest(words).match(last) or _is_only_version(last, words):
        return [*pieces[:-2], text[text.rindex(pieces[-2]) :]]
    return pieces


def _are_artists(names: Sequence[str], titles: Sequence[str], words: Words, creators: frozenset[str]) -> bool:
    """Whether anything but the form speaks for artists: one comes again, is known, or several share a line."""
    least = max(2, 0.15 * len(names))
    if _repeated(names, words) >= least or any(fold(name) in creators for name in names):
        return True
    return _several(names, words) - _several(titles, words) >= least


def _repeated(artists: Sequence[str], words: Words) -> int:
    names = Counter(fold(name) for artist in artists for name in _NAME_CUT.split(_guest(words).split(artist)[0]))
    return sum(count for count in names.values() if count > 1)


def _several(artists: Sequence[str], words: Words) -> int:
    return sum(bool(_NAME_CUT.search(artist) or _guest(words).search(artist)) for artist in artists)


def _votes(artists: Sequence[str], titles: Sequence[str], words: Words, creators: frozenset[str]) -> float:
    """How much speaks for one side being the artists and the other the titles."""
    repeated, several = _repeated(artists, words), _several(artists, words)
    known = sum(fold(artist) in creators for artist in artists)
    hung = sum(_hangs(title, words) for title in titles)
    worded = sum(_is_worded(title, words) for title in titles)
    return 2 * repeated + 3 * known + 0.5 * several + hung + worded


def _is_worded(title: str, words: Words) -> bool:
    """Whether words stand in it that titles have and names have not: ``in``, ``you``, ``my``."""
    parts = fold(title.split("(", maxsplit=1)[0]).split()[1:]
    return any(part in words.tracklist.title_words for part in parts)


def _hangs(title: str, words: Words) -> bool:
    """Whether a bracket stands behind it that hangs on titles: a version or a guest."""
    match = _BRACKET.search(title)
    if match is None:
        return False
    return bool(_guest(words).match(match["inner"])) or is_version(match["inner"], version_words(words))


def _at_by(texts: Sequence[str], words: Words) -> list[Parted] | None:
    matches = [_by(words).search(text) for text in texts]
    if sum(map(bool, matches)) < max(3, SHARE * len(texts)):
        return None
    return [
        Parted(text[: match.start()], match["artist"].strip(" .")) if match else Parted(text)
        for text, match in zip(texts, matches, strict=True)
    ]


def _in_brackets(texts: Sequence[str], words: Words) -> list[Parted] | None:
    """Names in brackets behind most titles: performers when they are full names, else writers, who are left out."""
    versions = version_words(words)
    matches = []
    for text in texts:
        match = _BRACKET.search(text)
        plain = (
            match is None or not match.start() or _guest(words).match(match["inner"]) or _bonus(match["inner"], words)
        )
        matches.append(None if plain or match is None or is_version(match["inner"], versions) else match)
    found = [match["inner"] for match in matches if match]
    if len(found) < max(3, 0.75 * len(texts)) or not all(name[0].isupper() or name[0].isdigit() for name in found):
        return None
    writers = sum(_WRITERS.fullmatch(name) is not None for name in found) * 2 > len(found)
    if not writers and not _are_artists(found, (), words, frozenset()):
        return None
    return [
        Parted(text[: match.start()], None if writers else match["inner"]) if match else Parted(text)
        for text, match in zip(texts, matches, strict=True)
    ]


def _bonus(inner: str, words: Words) -> bool:
    return any(word in words.tracklist.bonus for word in fold(inner).split())


@lru_cache(maxsize=64)
def _guest(words: Words) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words.tracklist.feat, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:\A|(?<=[\s(\[]))(?:{either})(?:(?<=[./])|\b)\s?", re.IGNORECASE)


@lru_cache(maxsize=64)
def _by(words: Words) -> re.Pattern[str]:
    either = (
        "|".join(re.escape(word) for word in sorted(words.tracklist.performed_by, key=len, reverse=True)) or r"(?!)"
    )
    name = rf"(?P<artist>(?:(?!\s(?:{either})\s)[^()\[\]]){{1,100}})"
    return re.compile(rf"(?:,|\s[-–—])?\s[(\[]?(?:{either})\s{name}[)\]]?\Z", re.IGNORECASE)
