"""Peeling a headline: what stands around the work's name and says of what sort it is.

From the outside in, as a reader does: notice, type words with or without the word for review, score, year, brackets.
What is left is the core, in which ``headline_split`` looks for title and maker. All peels keep offsets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.headline_behind import peel_slogan, peel_tail
from reviewparse.parsers.headline_front import peel_notice, peel_prefix
from reviewparse.parsers.headline_parts import Peeled, trailing
from reviewparse.parsers.work_words import words_of

MAX_PEELS = 8
"""Things that may hang on one headline."""

_SERIAL = re.compile(r"[^#:]{0,24}[#№]\s?\d{1,4}\s{0,2}[:–—.-]\s{1,2}(?=\S)")
"""A number that counts the posts of a column: ``Book #14: The Tin Harbour``."""

_APPOSES = frozenset(":,–—-|")


@lru_cache(maxsize=64)
def peel(text: str, words: Words) -> Peeled:
    """Take everything off a headline that is not the name of the work or its maker; kept, several finders ask."""
    peeled = Peeled(text, 0, len(text)).cut(0, len(text))
    peeled = peel_prefix(peel_notice(peeled, words), words)
    if (match := _SERIAL.match(peeled.core)) is not None:
        peeled = peeled.cut(peeled.start + match.end(), peeled.end)
    peeled = peel_prefix(peeled, words)
    peeled = peel_slogan(peeled, words)
    for _ in range(MAX_PEELS):
        before = peeled
        peeled = peel_tail(peeled, words)
        if peeled is before:
            break
    return peeled


def peel_apposition(text: str, words: Words) -> Peeled:
    """Peel what stands before ``by``, where a bare type word is no part of the title: ``27: An Album``."""
    peeled = peel(text, words)
    phrases = trailing(words_of(peeled.core), peeled.core, words)
    if phrases and peeled.core[: phrases[0].start].rstrip()[-1:] in _APPOSES:
        return peeled.told(phrases).cut(peeled.start, peeled.start + phrases[0].start)
    return peeled
