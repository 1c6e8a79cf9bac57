"""The words of headlines as one vocabulary: which runs of words name a type, a review, a format, an edition.

A phrase is compared word by word, so ``Blu-ray``, ``blu ray`` and ``BLU-RAY`` are one. A word the vocabulary does not
know is taken apart once (``Filmkritik``, ``映画レビュー``), since many languages glue type and review together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple, cast

from reviewparse.languages import Words
from reviewparse.languages.loader import DOTTED

_WORD = re.compile(r"[^\W_]+")
_SPAN = re.Match.span

_GLUE = frozenset(" -‐‑.'’`/&#")
"""What may stand between two words of one phrase."""

MAX_GLUE = 3
"""Characters between two words of one phrase."""


class Sense(Enum):
    """What a phrase of a headline means."""

    REVIEW = "review"
    SEVERAL = "several"
    TYPE = "type"
    FORMAT = "format"
    EDITION = "edition"
    QUALIFIER = "qualifier"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words of a text that the vocabulary knows."""

    start: int
    end: int
    senses: frozenset[Sense]
    kind: str | None
    """The kind of work it tells, when it is a type or format."""


class Word(NamedTuple):
    """One word of a text, folded, with its offsets."""

    text: str
    start: int
    end: int


_word = cast("Callable[[tuple[str, int, int]], Word]", partial(tuple.__new__, Word))
"""A word of its three values, at half the cost of a call of the class."""


@dataclass(frozen=True, slots=True)
class _Entry:
    senses: frozenset[Sense]
    kind: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All phrases of a word table that headlines are made of."""

    entries: dict[tuple[str, ...], _Entry]
    begun: dict[str, int]
    """First word of phrases -> words of the longest of them."""
    ended: dict[str, int]
    """The same by last word."""
    tails: tuple[str, ...]
    """Words for reviews that may end a compound."""

    def at(self, words: tuple[Word, ...], index: int, text: str) -> Phrase | None:
        """The longest phrase that begins with the word at ``index``."""
        for size in range(min(self.begun.get(words[index].text, 0), len(words) - index), 0, -1):
            run = words[index : index + size]
            entry = self.entries.get(tuple(word.text for word in run))
            if entry is not None and _together(run, text):
                return Phrase(run[0].start, run[-1].end, entry.senses, entry.kind)
        return self._compound(words[index])

    def before(self, words: tuple[Word, ...], index: int, text: str) -> Phrase | None:
        """The longest phrase that ends with the word at ``index``."""
        for size in range(min(self.ended.get(words[index].text, 0), index + 1), 0, -1):
            run = words[index + 1 - size : index + 1]
            entry = self.entries.get(tuple(word.text for word in run))
            if entry is not None and _together(run, text):
                return Phrase(run[0].start, run[-1].end, entry.senses, entry.kind)
        return self._compound(words[index])

    def _compound(self, word: Word) -> Phrase | None:
        if not word.text.endswith(self.tails):
            return None
        for cut in range(1, len(word.text)):
            last = self.entries.get((word.text[cut:],))
            if last is None or not last.senses & {Sense.REVIEW, Sense.SEVERAL}:
                continue
            first = self.entries.get((word.text[:cut],)) or self.entries.get((word.text[: cut - 1],))
            if first is not None and first.senses & {Sense.TYPE, Sense.FORMAT, Sense.QUALIFIER}:
                return Phrase(word.start, word.end, last.senses | first.senses, first.kind)
        return None


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, folded to lower case, apostrophes and hyphens being borders; a headline is asked often."""
    if text.isascii():
        small = text.lower()
        return tuple([_word((small[start:end], start, end)) for start, end in map(_SPAN, _WORD.finditer(text))])
    return tuple([_word((_fold(match[0]), *match.span())) for match in _WORD.finditer(text)])


def _fold(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()


def key_of(phrase: str) -> tuple[str, ...]:
    """A phrase as the vocabulary compares it: ``("blu", "ray")``."""
    return tuple(_fold(word) for word in _WORD.findall(phrase.replace(DOTTED, "İ")))


def _together(run: tuple[Word, ...], text: str) -> bool:
    return all(
        second.start - first.end <= MAX_GLUE and _GLUE.issuperset(text[first.end : second.start])
        for first, second in pairwise(run)
    )


@lru_cache(maxsize=64)
def vocabulary(words: Words) -> Vocabulary:
    """The headline vocabulary of a word table, built once."""
    work = words.work
    entries: dict[tuple[str, ...], _Entry] = {}
    tables = ((Sense.TYPE, work.types), (Sense.FORMAT, work.formats))
    for sense, table in tables:
        for kind, phrases in table.items():
            _enter(entries, phrases, sense, kind)
    for sense, phrases in (
        (Sense.REVIEW, work.review),
        (Sense.SEVERAL, work.several),
        (Sense.EDITION, work.editions),
        (Sense.QUALIFIER, work.qualifiers),
        (Sense.NOTICE, work.notices),
    ):
        _enter(entries, phrases, sense, None)
    _tell_kinds(entries)
    return Vocabulary(entries=entries, begun=_longest(entries, 0), ended=_longest(entries, -1), tails=_tails(entries))


def _longest(entries: dict[tuple[str, ...], _Entry], place: int) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in entries:
        longest[key[place]] = max(longest.get(key[place], 0), len(key))
    return longest


def _tails(entries: dict[tuple[str, ...], _Entry]) -> tuple[str, ...]:
    return tuple(
        key[0] for key, entry in entries.items() if len(key) == 1 and entry.senses & {Sense.REVIEW, Sense.SEVERAL}
    )


def _tell_kinds(entries: dict[tuple[str, ...], _Entry]) -> None:
    """Phrases for reviews tell a kind when they hold its word: ``film review``, ``crítica de cine``."""
    for key, entry in list(entries.items()):
        if entry.kind is not None or len(key) == 1 or not entry.senses & {Sense.REVIEW, Sense.SEVERAL}:
            continue
        parts = [key[start:end] for start in range(len(key)) for end in range(start + 1, len(key) + 1)]
        kinds = [entries[part].kind for part in parts if part in entries and Sense.TYPE in entries[part].senses]
        if kinds:
            entries[key] = _Entry(entry.senses, kinds[-1])


def phrases_in(text: str, words: Words) -> Iterator[Phrase]:
    """The phrases of the vocabulary in a short text, the longest at each place."""
    parts = words_of(text)
    book = vocabulary(words)
    index = 0
    while index < len(parts):
        word = parts[index].text
        if word not in book.begun and not word.endswith(book.tails):
            index += 1
            continue
        phrase = book.at(parts, index, text)
        if phrase is None:
            index += 1
            continue
        yield phrase
        while index < len(parts) and parts[index].start < phrase.end:
            index += 1


def _enter(entries: dict[tuple[str, ...], _Entry], phrases: tuple[str, ...], sense: Sense, kind: str | None) -> None:
    for phrase in phrases:
        key = key_of(phrase)
        if not key:
            continue
        known = entries.get(key)
        senses = {sense} if known is None else {sense, *known.senses}
        entries[key] = _Entry(frozenset(senses), known.kind if known is not None and known.kind else kind)
