"""Instruments named in running text: ``some excellent piano``, ``acoustic and electric bass``, ``tenor``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.model import Role
from reviewparse.parsers.credit_chain import TOKEN, WHOLES
from reviewparse.parsers.credit_runs import names_before
from reviewparse.parsers.roles import PrintedRole, RoleBook, role_book

REACH = 60
"""Characters that a list of instruments may fill."""

CLOSING = ".;:!?)"

_VOICES = frozenset(map(Role, ("soprano", "alto", "tenor", "baritone")))

MAX_BEFORE_THING = 5
"""Words among which an instrument must stand."""

MAX_LOOSE = 2
"""Words of no known meaning before an instrument."""

_DOING = re.compile(r"(?<=\w)(?:\s[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{1,12}){1,2}\s\Z")
"""One or two small words between a player and the instrument."""

APPOINTING = re.compile(r"(?<=\w)(?:\s[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{1,12}){1,3}\s\Z")
"""Up to three between somebody and the word for ``as``: ``has been added as a second guitarist``."""

_JOINERS = frozenset((",", "/", "&", "+"))


def instruments_at(
    text: str, small: str, start: int, words: Words, *, loose: int = MAX_LOOSE
) -> tuple[tuple[PrintedRole, ...], int] | None:
    """The instruments named from an offset on, and where they end: ``drums and percussion``."""
    book, joiners = role_book(words), _JOINERS.union(words.credits.joiners)
    opening = small[start : start + REACH].split(maxsplit=MAX_BEFORE_THING)[:MAX_BEFORE_THING]
    if book.thing_words.isdisjoint(word.strip(",.;:!?)") for word in opening):
        return None
    tokens = list(TOKEN.finditer(small, start, start + REACH))
    roles: list[PrintedRole] = []
    index, end, passed = 0, start, 0
    while index < len(tokens):
        found = _thing(text, tokens, index, book)
        if found is None:
            passed += not may_precede(tokens[index][0], book)
            if passed > loose or not _is_loose(tokens[index], text, words, joined=passed > 0):
                break
            index += 1
            continue
        roles.append(_as_played(found))
        index += len(found.printed.split())
        last = tokens[index - 1]
        end = last.end() - (last[0][-1] in CLOSING)
        if last[0][-1] in CLOSING or index >= len(tokens) or tokens[index][0] not in joiners:
            break
        while index < len(tokens) and tokens[index][0] in joiners:
            index += 1
    return (tuple(roles), end) if roles else None


def may_precede(word: str, book: RoleBook) -> bool:
    """Whether a word stands before instruments and is no part of their names."""
    return word in book.modifiers or word in book.articles


def _is_loose(token: re.Match[str], text: str, words: Words, *, joined: bool) -> bool:
    """Whether a word may stand before an instrument: ``some excellent piano``, ``acoustic and electric bass``."""
    word, book = token[0], role_book(words)
    if may_precede(word, book):
        return True
    if word in _JOINERS or word in words.credits.joiners:
        return joined
    return word.isalpha() and text[token.start()].islower() and word not in words.page.stop_words


def _as_played(role: PrintedRole) -> PrintedRole:
    """``plays tenor``: where instruments stand, the name of a voice is short for that of a saxophone."""
    return replace(role, role=Role(f"{role.role} saxophone")) if role.role in _VOICES else role


def _thing(text: str, tokens: list[re.Match[str]], start: int, book: RoleBook) -> PrintedRole | None:
    for length in (3, 2, 1):
        if start + length <= len(tokens):
            first, last = tokens[start], tokens[start + length - 1]
            role = book.things.get(first.string[first.start() : last.end()].rstrip(CLOSING))
            if role is not None and role not in WHOLES:  # "Kit Hale plays music"
                return PrintedRole(role, text[first.start() : last.end()].rstrip(CLOSING))
    return None


@lru_cache(maxsize=64)
def _between(words: Words) -> frozenset[str]:
    """Small words that join names to others than the player's."""
    small = (*words.page.stop_words, *words.credits.joiners, *words.work.of, *words.work.articles)
    return frozenset(small) - frozenset(words.credits.by_gap)


def acting_before(text: str, start: int, words: Words, between: re.Pattern[str] = _DOING) -> Iterator[tuple[str, int]]:
    """The full names before ``guests here`` in ``Ida Moss guests here on cello``."""
    gap = between.search(text, max(0, start - REACH), start)
    if gap is not None and _between(words).isdisjoint(gap[0].casefold().split()):
        yield from (found for found in names_before(text, gap.start(), words) if " " in found[0])
