"""What stands in front of the work in a headline: notices, type words, the word for review."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewparse.languages import Words
from reviewparse.parsers.headline_parts import DASH, Peeled, all_known, leading, senses_of, separates
from reviewparse.parsers.work_words import Phrase, Sense, words_of

_OPENING = re.compile(r"^\s{0,3}[(\[【（](?P<inside>[^()\[\]【】（）]{1,40})[)\]】）]\s{0,3}")
_NUMBER = re.compile(r"[\s#№.:–-]{1,4}\d{1,4}(?:[/.-]\d{1,4})?\s{0,2}$")

OPENING = "‘“\"'«„『「《<([¿¡"
"""Signs that belong to the first word of a name."""

_SORTS = frozenset({Sense.REVIEW, Sense.SEVERAL, Sense.TYPE, Sense.FORMAT})
"""What makes a run of known words a prefix."""


def peel_notice(peeled: Peeled, words: Words) -> Peeled:
    """``(Spoilers) The First Harvest``, ``[Record Review] The Sparrows - Cold Tap``."""
    match = _OPENING.match(peeled.core)
    if not match or match.end() == len(peeled.core):
        return peeled
    phrases = all_known(match["inside"], words)
    if not phrases:
        return peeled
    return peeled.told(phrases).cut(peeled.start + match.end(), peeled.end)


def peel_prefix(peeled: Peeled, words: Words) -> Peeled:
    """``Soundtrack Review: Saltfield``, ``Review of Saltfield``, ``#FirstListen Cold Tap by The Sparrows``."""
    core = peeled.core
    phrases = leading(words_of(core), core, words)
    senses = senses_of(phrases)
    if not senses & _SORTS:
        return peeled
    stop = phrases[-1].end
    rest = words_of(core[stop:])
    if not rest or _NUMBER.fullmatch(core[stop:]):
        return _furniture(peeled, phrases)
    gap = core[stop : stop + rest[0].start]
    first = rest[0].start - (len(gap) - len(gap.rstrip(OPENING)))
    start = 0
    if separates(gap):
        # "Live - Cold Tap" may be an act of that name: a bare type word needs a colon, or more dashes to come
        called = bool(senses & {Sense.REVIEW, Sense.SEVERAL})
        start = first if called or not DASH.search(gap) or len(DASH.findall(core)) > 1 else 0
    elif Sense.REVIEW in senses:
        linked = rest[0].text in words.work.of and len(rest) > 1
        start = rest[1].start if linked else first if _runs_on(peeled, phrases, core[stop:]) else 0
    return peeled.told(phrases).cut(peeled.start + stop + start, peeled.end) if start else peeled


def _runs_on(peeled: Peeled, phrases: list[Phrase], rest: str) -> bool:
    """Type words and a name without a sign between: ``#FirstListen Cold Tap``, ``Movie Review Saltfield``."""
    if not rest.startswith(" "):
        return False
    named = rest[1:2].isupper() or rest[1:2].isdigit() or "-" in rest[1:].split(" ", 1)[0] or not rest[1:2].isalpha()
    typed = Sense.REVIEW in phrases[-1].senses or Sense.TYPE in phrases[-1].senses
    return peeled.text[:1] == "#" or (len(phrases) > 1 and typed and named)


def _furniture(peeled: Peeled, phrases: list[Phrase]) -> Peeled:
    """``Album Review Roundup #1``, ``Reviews``: no work is named; ``Cinema`` alone may well be one."""
    senses = senses_of(phrases)
    if not senses & {Sense.REVIEW, Sense.SEVERAL}:
        return peeled
    return replace(peeled.told(phrases), furniture=True, several=Sense.SEVERAL in senses)
