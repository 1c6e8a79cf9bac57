"""What a sentence says about its credits: whether they are of the reviewed work at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credit_words import holds_any, lowered, needles
from reviewparse.parsers.labels import blanked

MAX_SENTENCE = 300
"""Characters before a credit that are searched for the beginning of its sentence."""

_STOPS = (". ", "! ", "? ", "; ", "\n")

_CUTS = ',:;.!?()"“”„«»–—'


@lru_cache(maxsize=64)
def _elsewhere(words: Words) -> tuple[str, ...]:
    return needles(words.credits.elsewhere)


def told_here(hits: Iterable[Hit[Credit]], text: str, words: Words) -> Iterator[Hit[Credit]]:
    """The hits of a paragraph without those whose sentence tells of other works or other days.

    A sentence that compares (``reminds of``) or looks back (``former``, ``their last record``) names people who did
    not make what is reviewed. What stands behind
    the credit does not count: ``produced by Kit Hale, formerly of ...``.

    >>> from reviewparse.languages import load
    >>> from reviewparse.model import Role
    >>> text = "Their former drummer was Kit Hale (drums)."
    >>> hit = Hit(Credit(role=Role("drums"), names=("Kit Hale",)), text[25:41], (25, 41))
    >>> list(told_here([hit], text, load("en")))
    []
    """
    small = ""
    for hit in hits:
        if hit.span is None:
            yield hit
            continue
        small = small or lowered(text)
        if not holds_any(blanked(small[sentence_start(text, hit.span[0]) : hit.span[1]], _CUTS), _elsewhere(words)):
            yield hit


def tells_elsewhere(text: str, offset: int, words: Words) -> bool:
    """Whether the whole sentence around an offset tells of other works or other days."""
    ends = [found for stop in _STOPS if (found := text.find(stop, offset, offset + MAX_SENTENCE)) >= 0]
    sentence = lowered(text[sentence_start(text, offset) : min(ends, default=offset + MAX_SENTENCE)])
    return holds_any(blanked(sentence, _CUTS), _elsewhere(words))


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence begins that an offset stands in, or a point ``MAX_SENTENCE`` before it.

    >>> sentence_start("It is short. Ida Moss sings.", 20)
    13
    """
    least = max(0, offset - MAX_SENTENCE)
    return max(least, *(found + len(stop) for stop in _STOPS if (found := text.rfind(stop, least, offset)) >= 0), least)
