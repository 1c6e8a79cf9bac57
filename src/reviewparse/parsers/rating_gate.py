"""Cheap tests that say no to nine lines in ten before any pattern of ratings sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words

SHORT = 200
"""Characters of a line in which labels are looked for; in longer ones only notations that need none."""

TINY = 6
"""Characters of a line that may be a bare mark and nothing else."""

SMALL = 20
"""Characters of a line that may be ``4 of 5`` and nothing else."""

_GRAPHIC = re.compile(r"[%*★☆⭐●○◆◇■□♥❤🌕🔴🟠🟡🟢🔵⚫⬤💀👍👎\[]")
"""One of them stands in every mark that neither a word nor a stroke tells."""

_FRACTION = re.compile(r"[0-9½]\s?[/⁄∕／]\s?[0-9]")

_BEFORE, _BEHIND = ("", "("), ("", ":", ".", ",", ";", "!", ")", "：")
"""What sticks to a word when a line is split at its blanks."""

_GRADES = frozenset("ABCDF")


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """The words of one language whose presence makes it worth reading a line."""

    signals: frozenset[str]
    """The longest word of each label and unit, with the punctuation that sticks to it."""
    unspaced: tuple[str, ...]
    """The same words of scripts that print no blanks between words."""
    out_of: tuple[str, ...]
    """What a line begins with that is a maximum and nothing else."""
    weak: frozenset[str]
    """Single words between value and maximum."""
    prose: tuple[str, ...]
    """Words that stand beside marks in prose."""
    aspects: frozenset[str]
    verdicts: frozenset[str]

    def has_words(self, text: str) -> bool:
        """Whether a word of verdicts stands in a short line."""
        if not self.signals.isdisjoint(text.casefold().split()):
            return True
        return bool(self.unspaced) and not text.isascii() and any(word in text for word in self.unspaced)

    def may_hold_mark(self, text: str) -> bool:
        """Whether a line may hold a mark; ``has_words`` apart."""
        if _GRAPHIC.search(text) is not None or (_has_stroke(text) and _FRACTION.search(text) is not None):
            return True
        if len(text) > SHORT:
            return any(word in text for word in self.prose)
        if len(text) > SMALL:
            return text.partition(":")[0].casefold() in self.aspects if ":" in text else False
        return self._is_small_mark(text)

    def _is_small_mark(self, text: str) -> bool:
        folded = text.casefold()
        if folded.strip(" .!:") in self.verdicts or folded.partition(":")[0].strip() in self.aspects:
            return True
        if folded[0].isdigit():
            return (len(text) <= TINY and ("." in text or "," in text)) or not self.weak.isdisjoint(folded.split())
        return folded.startswith(self.out_of) or (len(text) <= 2 and text[0] in _GRADES)


def _has_stroke(text: str) -> bool:
    return "/" in text or (not text.isascii() and ("⁄" in text or "∕" in text or "／" in text))


@lru_cache(maxsize=64)
def gate_of(words: Words) -> Gate:
    """The gate of a word table."""
    rating = words.rating
    units = tuple(phrase for phrases in rating.units.values() for phrase in phrases)
    phrases = {*rating.labels, *rating.overall, *rating.unrated, *units}
    telling = {max(phrase.split(), key=len) for phrase in phrases} - set(words.page.stop_words)
    strong = tuple(phrase for phrase in rating.out_of if " " in phrase)
    return Gate(
        signals=frozenset(before + word + behind for word in telling for before in _BEFORE for behind in _BEHIND),
        unspaced=tuple(word for word in telling if word[-1] >= "\u2e80"),
        out_of=("/", *strong),
        weak=frozenset(rating.out_of) - frozenset(strong),
        prose=(*units, *strong),
        aspects=frozenset(rating.aspects),
        verdicts=frozenset(rating.verdicts),
    )
