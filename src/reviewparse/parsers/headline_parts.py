"""What peeling a headline works on: the headline with what was taken off it, and its runs of known words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reviewparse.languages import Words
from reviewparse.parsers.work_words import Phrase, Sense, Word, vocabulary, words_of

TRIM = " \t :：–—-|~,;•·#*/■▲▼◆●"
"""Signs that border the core and are no part of it."""

GUILLEMETS = ("» ", "« ", " »", " «")
"""Arrows between sections where they stand alone; in pairs they are quotes: ``« Eau froide »``."""

DASH = re.compile(r"\s[-–—~]{1,2}\s|[–—]")
"""A dash that parts names; a hyphen needs blanks around it."""

_SEPARATORS = frozenset(":：–—|~]】)）»>")


@dataclass(frozen=True, slots=True)
class Peeled:
    """A headline and what was taken off it so far."""

    text: str
    start: int
    end: int
    kind: str | None = None
    year: int | None = None
    score: str | None = None
    label: str | None = None
    aside: str | None = None
    """A bracket behind the work that may be label, country or source."""
    review: bool = False
    edition: bool = False
    """An edition or format was named behind the work."""
    several: bool = False
    furniture: bool = False
    """The headline says nothing but what sort of page this is."""

    @property
    def core(self) -> str:
        """What is left."""
        return self.text[self.start : self.end]

    @property
    def marked(self) -> bool:
        """Whether something was found that stands beside the names of works."""
        named = (self.kind, self.year, self.score)
        return self.review or self.edition or any(part is not None for part in named)

    def cut(self, start: int, end: int) -> Peeled:
        """Only ``text[start:end]`` left, without bordering signs."""
        text = self.text
        arrows = GUILLEMETS if text.count("«") != text.count("»") else ()
        while start < end and (text[start] in TRIM or text[start : start + 2] in arrows):
            start += 1
        while end > start and (text[end - 1] in TRIM or text[end - 2 : end] in arrows):
            end -= 1
        return replace(self, start=start, end=end)

    def told(self, phrases: list[Phrase]) -> Peeled:
        """With what type and review words say."""
        senses = senses_of(phrases)
        kinds = [phrase.kind for phrase in phrases if phrase.kind]
        return replace(
            self,
            kind=self.kind or _narrowest(kinds),
            review=self.review or Sense.REVIEW in senses,
            edition=self.edition or Sense.EDITION in senses,
        )


def senses_of(phrases: list[Phrase]) -> set[Sense]:
    """All that a run of phrases means."""
    return {sense for phrase in phrases for sense in phrase.senses}


def _narrowest(kinds: list[str]) -> str | None:
    """Of ``music soundtrack`` or ``film score`` the narrower: whatever is not just music, the last one named."""
    narrow = [kind for kind in kinds if kind not in ("music", "album")]
    known = narrow or kinds
    return known[-1] if known else None


def separates(gap: str) -> bool:
    """Whether the signs between two words part the type words from the work."""
    return not _SEPARATORS.isdisjoint(gap) or " - " in gap or " -- " in gap


def leading(parts: tuple[Word, ...], text: str, words: Words) -> list[Phrase]:
    """The run of known phrases that a text begins with, up to a sign that parts."""
    phrases: list[Phrase] = []
    book = vocabulary(words)
    index = 0
    while index < len(parts):
        phrase = book.at(parts, index, text)
        if phrase is None or (phrases and separates(text[phrases[-1].end : phrase.start])):
            break
        phrases.append(phrase)
        while index < len(parts) and parts[index].end <= phrase.end:
            index += 1
    return phrases


def trailing(parts: tuple[Word, ...], text: str, words: Words) -> list[Phrase]:
    """The run of known phrases that a text ends with, back to a sign that parts: ``film review``, ``of the film``."""
    phrases: list[Phrase] = []
    book = vocabulary(words)
    index = len(parts) - 1
    while index >= 0:
        phrase = book.before(parts, index, text)
        border = phrases[0].start if phrases else len(text)
        if phrase is None and phrases and index and parts[index].text in words.work.of:
            linked = book.before(parts, index - 1, text)
            if linked is not None and Sense.REVIEW in linked.senses:
                phrase, border = linked, linked.end
        if phrase is None or (phrases and separates(text[phrase.end : border])):
            break
        phrases.insert(0, phrase)
        while index >= 0 and parts[index].start >= phrase.start:
            index -= 1
    return phrases


def all_known(text: str, words: Words) -> list[Phrase]:
    """The phrases of a text that consists of nothing else; ``[]`` when any word is unknown."""
    parts = words_of(text)
    phrases = leading(parts, text, words)
    known = bool(phrases) and phrases[-1].end == parts[-1].end
    return phrases if known and senses_of(phrases) - {Sense.QUALIFIER} else []
