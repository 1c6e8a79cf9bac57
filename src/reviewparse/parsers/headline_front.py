"""What stands in front of the work in a headline: notices, type words, the word for review."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from reviewparse.languages import Words
from reviewparse.parsers.headline_parts import DASH, Peeled, all_known, leading, senses_of, separates
from reviewparse.parsers.work_words import Phrase, Sense, Word, phrases_in, words_of

_COUNT = re.compile(r"\s{0,2}[#№]?\s?\d{1,5}(?=\s{0,2}[:–—|]|\s-\s)")
"""The number of a review in its series: ``Review #214: ...``."""

_OPENING = re.compile(r"^\s{0,3}[(\[【（](?P<inside>[^()\[\]【】（）]{1,40})[)\]】）]\s{0,3}")
_NUMBER = re.compile(r"[\s#№.:–-]{1,4}\d{1,4}(?:[/.-]\d{1,4})?\s{0,2}$")

OPENING = "‘“”\"'«»„『「《<([¿¡"
"""Signs that belong to the first word of a name."""

_SORTS = frozenset({Sense.REVIEW, Sense.SEVERAL, Sense.TYPE, Sense.FORMAT})
"""What makes a run of known words a prefix."""


def peel_notice(peeled: Peeled, words: Words) -> Peeled:
    """``(Spoilers) The First Harvest``, ``[Record Review] The Sparrows - Cold Tap``."""
    match = _OPENING.match(peeled.core)
    if not match or match.end() == len(peeled.core):
        return peeled
    phrases = all_known(match["inside"], words) or _calls_review(match["inside"], words)
    if not phrases and peeled.core[0] == "【":
        phrases = list(phrases_in(match["inside"], words))  # what East Asian headlines print so is never the work
    elif not phrases:
        return peeled
    return peeled.told(phrases).cut(peeled.start + match.end(), peeled.end)


def _calls_review(inside: str, words: Words) -> list[Phrase]:
    """``[Harbour Film Festival Review]``: a name with the word for review behind it, in a bracket of its own."""
    found = list(phrases_in(inside, words))
    return found if found and Sense.REVIEW in found[-1].senses and not inside[found[-1].end :].strip() else []


def peel_prefix(peeled: Peeled, words: Words) -> Peeled:
    """``Soundtrack Review: Saltfield``, ``Review of Saltfield``, ``#FirstListen Cold Tap by The Sparrows``."""
    core = peeled.core
    parts = words_of(core)
    phrases = leading(parts, core, words)
    senses = senses_of(phrases)
    if not senses & _SORTS:
        return peeled
    linked = _linked(parts, core, phrases[-1].end, words) if Sense.REVIEW in senses else []
    phrases += linked
    stop = phrases[-1].end
    if Sense.REVIEW in senses and (count := _COUNT.match(core, stop)):
        stop = count.end()
    rest = words_of(core[stop:])
    if not rest or _NUMBER.fullmatch(core[stop:]):
        return _furniture(peeled, phrases)
    gap = core[stop : stop + rest[0].start]
    first = _with_opening(core[stop:], rest[0].start)
    start = 0
    if separates(gap):
        # "Live - Cold Tap" may be an act of that name: a bare type word needs a colon, or more dashes to come
        called = bool(senses & {Sense.REVIEW, Sense.SEVERAL})
        start = first if called or not DASH.search(gap) or len(DASH.findall(core)) > 1 else 0
    elif Sense.REVIEW in senses:
        if rest[0].text in words.work.of and len(rest) > 1 and not linked:
            start = 0 if _is_prose(core, core[stop:], rest[1], words) else _with_opening(core[stop:], rest[1].start)
        else:
            begins = _before_article(phrases, core, stop, words)
            if linked or _runs_on(peeled, phrases[:-1] if begins < stop else phrases, core[begins:]):
                start, stop = first, begins
    return peeled.told(phrases).cut(peeled.start + stop + start, peeled.end) if start else peeled


def _is_prose(core: str, rest: str, first: Word, words: Words) -> bool:
    """``Kritik zu den Plänen der Stadt``: a name begins with a capital, or with an article, where headlines do."""
    printed = rest[first.start :].split(maxsplit=1)[0]
    quoted = rest[first.start - 1] in OPENING
    return core[:1].isupper() and printed.islower() and not quoted and first.text not in words.work.articles


def _before_article(phrases: list[Phrase], core: str, stop: int, words: Words) -> int:
    """Where the name begins when its article was read as one of the prefix: ``#BookReview The Tin Harbour``."""
    last = phrases[-1]
    taken = len(phrases) > 1 and core[last.start : last.end].casefold() in words.work.articles
    return last.start - 1 if taken and core[last.start].isupper() else stop


def _with_opening(text: str, start: int) -> int:
    """Where a name begins, the signs before its first word included."""
    before = text[:start]
    spaced = before.rstrip()
    # French sets a blank between quotes and title
    return len((spaced if spaced.endswith("«") else before).rstrip(OPENING))


def _linked(parts: tuple[Word, ...], core: str, stop: int, words: Words) -> list[Phrase]:
    """The type behind *of*: ``Review of the film Saltfield``, in many languages also ``Review of film: Saltfield``."""
    behind = tuple(part for part in parts if part.start >= stop)
    if len(behind) < 2 or behind[0].text not in words.work.of or separates(core[stop : behind[0].start]):
        return []
    phrases = leading(behind[1:], core, words)
    kept = list(takewhile(lambda phrase: core[phrase.start].islower(), phrases))
    while kept and not kept[-1].senses & {Sense.TYPE, Sense.FORMAT}:
        kept.pop()
    if kept and core[kept[-1].end :].lstrip()[:1].islower():
        return []
    if phrases and senses_of(phrases) & {Sense.TYPE, Sense.FORMAT} and separates(core[phrases[-1].end :][:3]):
        return phrases
    return kept


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
