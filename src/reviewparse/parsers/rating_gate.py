"""Cheap tests that say no to nine lines in ten before any pattern of ratings sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewparse.chars import holds_any, may_hold_pictures
from reviewparse.languages import Words
from reviewparse.parsers.rating_numbers import plain

SHORT = 200
"""Characters of a line in which labels are looked for; in longer ones only notations that need none."""

LAST = 40
"""Characters at the end of a longer line in which a label may stand before a mark."""

NOTHING, MARK, WORDS = 0, 1, 2
"""What a look finds: bits of one number."""

TINY = 6
"""Characters of a line that may be a bare mark and nothing else."""

SMALL = 20
"""Characters of a line that may be ``4 of 5`` and nothing else."""

_GLYPHS = "½★☆⭐●○◆◇■□♥❤⚫⬤"
_PICTURE = re.compile("[\U0001f300-\U0001faff]")
_ASTERISKS = re.compile(r"\*\s?[*½1]|[0-9½]\s?\*")
_SHORTCODE = re.compile(r"[\[{]%?\s?(?:[\w-]{1,20}\s){0,2}(?:rating|stars?|score|review)", re.IGNORECASE)
_STROKES = "⁄∕／"
_FRACTION = re.compile(r"[0-9½]\s?[/⁄∕／]\s?[0-9]")

_BEFORE, _BEHIND = ("", "("), ("", ":", ".", ",", ";", "!", ")", "：")
"""What sticks to a word when a line is split at its blanks."""

_WIDE = re.compile(r"[\uff01-\uff5e]")
_GRADED = re.compile(r":\s?[A-F][+–−-]?(?=\s|$)")
_GRADES = frozenset("ABCDF")
_SIGNS = frozenset("+–-")


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """The words of one language whose presence makes it worth reading a line."""

    signals: frozenset[str]
    """The longest word of each label and unit, with the punctuation that sticks to it."""
    unspaced: tuple[str, ...]
    """The same words of scripts that print no blanks between words."""
    out_of: tuple[str, ...]
    """What a line begins with that is a maximum and nothing else."""
    between: tuple[str, ...]
    """Phrases between value and maximum, without those that hold another of them."""
    weak: frozenset[str]
    """Single words between value and maximum."""
    prose: tuple[str, ...]
    """Words that stand beside marks in prose."""
    roots: tuple[str, ...]
    """What these begin with: ``star`` of ``stars``."""
    numbers: frozenset[str]
    """Last words of number words, and ``""``, which a half leaves."""
    aspects: frozenset[str]
    verdicts: frozenset[str]
    drawn: bool = True
    """Whether marks may be drawn with glyphs."""

    def look(self, text: str) -> int:
        """Whether a line may hold a mark, and whether a word of verdicts stands in it."""
        if len(text) > SHORT:
            return self._look_at_prose(text)
        if not text.isascii() and _WIDE.search(text):
            text = plain(text)
        folded = text.casefold()
        words = folded.split()
        if not self.signals.isdisjoint(words) or (self.unspaced and any(word in text for word in self.unspaced)):
            return MARK | WORDS
        if "%" in text or self._has_graphic_mark(text) or (" " in folded and holds_any(folded, self.between)):
            return MARK
        if ":" in folded and (self._labels_an_aspect(folded) or _GRADED.search(text)):
            return MARK
        if text[0] in _GRADES and text[1:2] in _SIGNS:
            return MARK
        return MARK if len(text) <= SMALL and self._is_small_mark(text, folded, words) else NOTHING

    def _look_at_prose(self, text: str) -> int:
        if self._closes_with_label(text):
            return MARK | WORDS
        return MARK if text[-1] == "%" or self._has_graphic_mark(text) or self._counts(text) else NOTHING

    def _closes_with_label(self, text: str) -> bool:
        """Whether the last words of a paragraph hold a label: ``... worth your time. Rating: 8``."""
        end = text[-LAST:]
        return ": " in end and not self.signals.isdisjoint(end.casefold().split())

    def _labels_an_aspect(self, folded: str) -> bool:
        """Whether the first or the last label of a line names an aspect."""
        if folded.partition(":")[0].strip() in self.aspects:
            return True
        return "," in folded and folded.rpartition(":")[0].rpartition(",")[2].strip() in self.aspects

    def holds_word(self, text: str) -> bool:
        """Whether a word of verdicts stands in a short text."""
        if len(text) > SHORT:
            return False
        if not text.isascii() and _WIDE.search(text):
            text = plain(text)
        return not self.signals.isdisjoint(text.casefold().split()) or any(word in text for word in self.unspaced)

    def _is_small_mark(self, text: str, folded: str, words: list[str]) -> bool:
        if folded[0].isdigit():
            return (len(text) <= TINY and ("." in text or "," in text)) or not self.weak.isdisjoint(words)
        if folded.startswith(self.out_of) or folded.strip(" .!:") in self.verdicts:
            return True
        return len(text) <= 2 and text[0] in _GRADES

    def _counts(self, text: str) -> bool:
        for word in self.prose:  # noqa: SIM110 - a generator would cost more than the search
            if word in text and self._is_counted(word, text):
                return True
        return False

    def _is_counted(self, word: str, text: str) -> bool:
        """Whether a number stands before a word that is counted in marks."""
        at = text.find(word)
        before = text[max(0, at - 12) : at].split() if at > 0 else []
        return bool(before) and (before[-1][-1].isdigit() or before[-1].strip("-½").casefold() in self.numbers)

    def _has_graphic_mark(self, text: str) -> bool:
        """Whether a fraction, a row of glyphs, asterisks or a shortcode may stand in a text."""
        if "/" in text and _FRACTION.search(text):
            return True
        if "*" in text and _ASTERISKS.search(text):
            return True
        if ("[" in text or "{" in text) and _SHORTCODE.search(text):
            return True
        return self.drawn and not text.isascii() and _has_drawing(text)

    def of_page(self, text: str) -> Gate:
        """The gate for the lines of one page: what stands nowhere in it is not looked for in each of them."""
        roots = tuple([root for root in self.roots if root in text])
        prose = tuple([word for word in self.prose if word.startswith(roots)]) if roots else ()
        return replace(self, prose=prose, drawn=not text.isascii() and _has_drawing(text))


def _has_drawing(text: str) -> bool:
    """Whether a glyph that marks are drawn with, a picture, or a fraction with a stroke of its own stands in a text."""
    if holds_any(text, _GLYPHS):
        return True
    if may_hold_pictures(text) and _PICTURE.search(text) is not None:
        return True
    return holds_any(text, _STROKES) and _FRACTION.search(text) is not None


def _roots(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The shortest beginnings that are phrases themselves."""
    return tuple(one for one in phrases if not any(one != other and one.startswith(other) for other in phrases))


@lru_cache(maxsize=64)
def gate_of(words: Words) -> Gate:
    """The gate of a word table."""
    rating = words.rating
    units = tuple(phrase for phrases in rating.units.values() for phrase in phrases)
    phrases = {*rating.labels, *rating.overall, *rating.unrated, *rating.maximum_first, *rating.praise, *units}
    telling = {max(phrase.split(), key=len) for phrase in phrases} - set(words.page.stop_words)
    strong = tuple(phrase for phrase in rating.out_of if " " in phrase)
    return Gate(
        signals=frozenset(before + word + behind for word in telling for before in _BEFORE for behind in _BEHIND),
        unspaced=tuple(word for word in telling if word[-1] >= "\u2e80"),
        out_of=("/", *strong),
        between=tuple(one for one in strong if not any(other in one for other in strong if other != one)),
        weak=frozenset(rating.out_of) - frozenset(strong),
        prose=(*units, *strong),
        roots=_roots((*units, *strong)),
        numbers=frozenset({"", *(phrase.split()[-1] for part in rating.numbers.values() for phrase in part)}),
        aspects=frozenset(rating.aspects),
        verdicts=frozenset(rating.verdicts),
    )
