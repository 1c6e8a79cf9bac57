"""Names of labels, publishers and studios inside running text: where such a name begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_words import words_of

MAX_NAME = 70
"""Characters of the longest name."""

MAX_NAME_WORDS = 8
"""Words of the longest name."""

_TOKEN = re.compile(r"\S{1,60}")
_CLOSING = ".,;:!?)]\"”»'’"
_OPENING = "([\"“«'‘"


@lru_cache(maxsize=64)
def _refused(words: Words) -> frozenset[str]:
    months = (name for names in words.date.months for name in names)
    weekdays = (name for names in words.date.weekdays for name in names)
    return frozenset((*words.work.not_labels, *words.byline.not_names, *months, *weekdays))


@lru_cache(maxsize=64)
def _joiners(words: Words) -> frozenset[str]:
    work = words.work
    return frozenset(("&", "+", "/", "–", *words.byline.joiners, *words.credits.joiners, *work.of, *work.articles))


@lru_cache(maxsize=64)
def _companies(words: Words) -> frozenset[str]:
    return frozenset(words.work.companies)


def names_company(name: str, words: Words) -> bool:
    """Whether a name holds a word of labels and publishers.

    >>> from reviewparse.languages import load
    >>> names_company("Grey Heron Records", load("en")), names_company("Grey Heron", load("en"))
    (True, False)
    """
    companies = _companies(words)
    return any(word.text in companies for word in words_of(name))


def is_company(name: str, words: Words) -> bool:
    """Whether a string can be the name of a label: a few words, no sentence, no shop, format or date.

    >>> from reviewparse.languages import load
    >>> is_company("Iron Gate/Distri", load("en")), is_company("iTunes", load("en"))
    (True, False)
    """
    name = name.strip()
    parts = name.split()
    if not 1 < len(name) <= MAX_NAME or len(parts) > MAX_NAME_WORDS or not any(char.isalpha() for char in name):
        return False
    if name[-1] in "?!:" or not _may_begin(parts[0]):
        return False
    refused = _refused(words)
    if fold(name) in refused or (fold(parts[0]) in refused and not names_company(name, words)):
        return False
    small = sum(part[0].islower() and part not in _joiners(words) for part in parts)
    return small * 2 <= len(parts)


def _may_begin(token: str) -> bool:
    core = token.lstrip(_OPENING)
    return bool(core) and (core[0].isalnum() and (not core[0].isdigit() or any(map(str.isalpha, core))))


def company_from(text: str, start: int, words: Words) -> tuple[int, int] | None:
    """The span of the name that begins at or right behind an offset: capitalised words and what joins them."""
    joiners = _joiners(words)
    begin = end = -1
    for match in _TOKEN.finditer(text, start, start + MAX_NAME):
        token = match[0]
        core = token.strip(_OPENING + _CLOSING)
        if core.casefold() in joiners or not core:
            if begin < 0 and core.casefold() not in words.work.articles:
                return None
            continue
        if not _capitalised(core) or token[0] == "(":
            break
        begin = match.start() + (len(token) - len(token.lstrip(_OPENING))) if begin < 0 else begin
        end, closed = _end_of(match, text)
        if closed:
            break
    return _checked(text, begin, end, words)


def _capitalised(core: str) -> bool:
    return not core[0].islower() and any(char.isalpha() for char in core)


def _end_of(match: re.Match[str], text: str) -> tuple[int, bool]:
    """Where a word of a name ends without punctuation, and whether the name ends with it."""
    token = match[0]
    bare = token.rstrip(_CLOSING)
    if "." in bare and token.endswith(bare + "."):
        # "N.E.W.S.": the last full stop belongs to the initials
        return match.start() + len(bare) + 1, True
    closed = len(bare) < len(token) and not (token.endswith(".") and text[match.end() : match.end() + 2] == " &")
    return match.start() + len(bare), closed


def _checked(text: str, begin: int, end: int, words: Words) -> tuple[int, int] | None:
    return (begin, end) if begin >= 0 and is_company(text[begin:end], words) else None


def company_before(text: str, stop: int, words: Words) -> tuple[int, int] | None:
    """The span of the name that ends right before an offset: ``on the Night Shelf imprint``."""
    tokens = list(_TOKEN.finditer(text, max(0, stop - MAX_NAME), stop))
    begin, end = -1, -1
    for match in reversed(tokens):
        core = match[0].strip(_OPENING + _CLOSING)
        if not core or not _capitalised(core) or (end >= 0 and match[0][-1] in ",.;:"):
            break
        begin = match.start()
        end = match.end() if end < 0 else end
    return _checked(text, begin, end, words)
