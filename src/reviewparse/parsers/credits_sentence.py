"""Credits in sentences: ``Music composed and conducted by ...``, ``Starring ...``, ``Ida Moss on cello``.

Everything is looked up from the few words that can carry a credit (``by``, ``on``, a bracket), so that a long paragraph
costs a handful of searches and no pattern runs over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_names import Maker, Run, name_before, names_after, names_before
from reviewparse.parsers.credit_values import credit, credits_of
from reviewparse.parsers.roles import PrintedRole, RoleBook, lookup, role_book, split_roles
from reviewparse.parsers.scope import Scope, read_scope

_REACH = 90
"""Characters before ``by`` that may hold the chain of making words."""

_BORDER = re.compile(r"[.;:!?()\[\]|•…“”\"\n]")
"""What no chain of making words crosses."""

_TOKEN = re.compile(r"[^\s,/&+]+|[,/&+]")

_BRACKET = re.compile(r"\((?P<note>[^()]{1,60})\)")

_DETOUR = 4
"""Words of the longest detour between verb and ``by``: ``translated from the Old Norse by``."""

_PLAYED = frozenset({Role("performer"), Role("actor")})
"""Roles of ``performed by`` and ``played by``, which an instrument before them makes precise."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    by: re.Pattern[str]
    on: re.Pattern[str]
    opener: re.Pattern[str]
    opening: tuple[str, ...]
    exception: re.Pattern[str]
    gap: frozenset[str]
    detours: frozenset[str]
    joiners: frozenset[str]


@lru_cache(maxsize=64)
def _sentence(words: Words) -> _Sentence:
    table, book = words.credits, role_book(words)
    excepts = _any_of(table.except_)
    return _Sentence(
        by=re.compile(rf"\s{_any_of(table.by)}:?\s", re.IGNORECASE),
        on=re.compile(rf"(?<=[\w.”\"’')])\s{_any_of(table.on)}(?:\s|(?<=['’]))", re.IGNORECASE),
        opener=re.compile(rf"(?<![\w-]){_any_of(tuple(book.openers))}\s?:?\s", re.IGNORECASE),
        opening=tuple(dict.fromkeys(phrase.split()[0] for phrase in book.openers)),
        exception=re.compile(
            rf"[\s,(–-]{{1,3}}(?P<scope>{excepts}\s[^().;]{{1,60}}?)\s?\(?(?P<by>\(|$)", re.IGNORECASE
        ),
        gap=frozenset(table.by_gap),
        detours=frozenset(table.by_detours),
        joiners=frozenset(table.joiners) | {",", "/", "&", "+"},
    )


def _any_of(words: tuple[str, ...]) -> str:
    escaped = sorted((re.escape(word) for word in words), key=len, reverse=True)
    return f"(?:{'|'.join(escaped)})" if escaped else r"(?!)"


def scan_sentences(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """Credits that a sentence states with a making word.

    >>> from reviewparse.languages import load
    >>> [hit.value.role for hit in scan_sentences("Written and directed by Ida Moss.", load("en"))]
    ['writer', 'director']
    """
    sentence, book = _sentence(words), role_book(words)
    for match in sentence.by.finditer(text):
        chain = _chain_before(text, match.start(), sentence, book)
        if chain is not None:
            yield from _made_by(text, chain, match.end(), words)
    lowered = text.casefold()
    if any(word in lowered for word in sentence.opening):
        for match in sentence.opener.finditer(text):
            yield from _opened(text, match, words)


def scan_players(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """Who plays what in prose: ``Ida Moss (vocals)``, ``Ida Moss on cello``."""
    if "(" in text:
        yield from _bracketed(text, words)
    yield from _on_instruments(text, words)


# --- by ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Chain:
    start: int
    roles: tuple[PrintedRole, ...]


def _chain_before(text: str, end: int, sentence: _Sentence, book: RoleBook) -> _Chain | None:
    """The making words that lead up to ``by``, each a role."""
    start = max(0, end - _REACH)
    for border in _BORDER.finditer(text, start, end):
        start = border.end()
    tokens = list(_TOKEN.finditer(text, start, end))
    index = _skip_gap(tokens, sentence, book)
    roles: list[PrintedRole] = []
    first = end
    while index > 0:
        found = _making_ending_at(text, tokens, index, book)
        if found is None:
            break
        index, role = found
        roles.insert(0, role)
        first = tokens[index].start()
        before = index
        while index > 0 and tokens[index - 1][0].casefold() in sentence.joiners:
            index -= 1
        if index == before:
            break
    if len(roles) == 1 and roles[0].role in _PLAYED:
        roles = _instrument_before(text, tokens, index, book) or roles
    return _Chain(first, tuple(roles)) if roles else None


def _skip_gap(tokens: list[re.Match[str]], sentence: _Sentence, book: RoleBook) -> int:
    index = len(tokens)
    while index > 0 and tokens[index - 1][0].casefold() in sentence.gap:
        index -= 1
    for back in range(index - 1, max(-1, index - 1 - _DETOUR), -1):
        if back > 0 and tokens[back][0].casefold() in sentence.detours:
            return back if tokens[back - 1][0].casefold() in book.makings else index
    return index


def _making_ending_at(
    text: str, tokens: list[re.Match[str]], end: int, book: RoleBook
) -> tuple[int, PrintedRole] | None:
    for length in (3, 2, 1):
        if length <= end:
            printed = text[tokens[end - length].start() : tokens[end - 1].end()]
            role = book.makings.get(printed.casefold()) or book.makings.get(printed.casefold().replace("’", "'"))
            if role is not None:
                return end - length, PrintedRole(role, printed)
    return None


def _instrument_before(text: str, tokens: list[re.Match[str]], end: int, book: RoleBook) -> list[PrintedRole]:
    """``guitar played by``: the instrument is the role."""
    for length in (2, 1):
        if length <= end:
            printed = text[tokens[end - length].start() : tokens[end - 1].end()]
            role = book.things.get(printed.casefold())
            if role is not None:
                return [PrintedRole(role, printed)]
    return []


def _made_by(text: str, chain: _Chain, start: int, words: Words) -> Iterator[Hit[Credit]]:
    sentence = _sentence(words)
    roles = tuple(
        PrintedRole(role.role, f"{role.printed} {text[:start].rsplit(maxsplit=1)[-1]}") for role in chain.roles
    )
    run = names_after(text, start, words)
    end = run.end if run else start
    exception = sentence.exception.match(text, end) if run else sentence.exception.search(text, end - 1, end + 60)
    if run is not None and not _is_possessive(run):
        scope = Scope(exception["scope"], shared=True) if exception else _scope_behind(text, run.end, words)
        quote_end = exception.end("scope") if exception else run.end
        for value in credits_of(roles, run.makers, words, scope=scope):
            yield Hit(value, text[chain.start : quote_end], (chain.start, quote_end))
    if exception is not None:
        yield from _excepted(text, chain, roles, exception, words)


def _excepted(
    text: str, chain: _Chain, roles: tuple[PrintedRole, ...], exception: re.Match[str], words: Words
) -> Iterator[Hit[Credit]]:
    """``except 4 (Moss)``: the exception is a credit of its own."""
    run = names_after(text, exception.end(), words) if exception["by"] == "(" else None
    if run is None:
        return
    scope = _excepted_scope(exception["scope"], words)
    if scope is None:
        return
    for role in roles:
        names = tuple(maker.name for maker in run.makers)
        yield Hit(credit(role, names, scope=scope), text[chain.start : run.end], (chain.start, run.end))


def _excepted_scope(printed: str, words: Words) -> Scope | None:
    for word in sorted(words.credits.except_, key=len, reverse=True):
        if printed.casefold().startswith(word):
            return read_scope(printed[len(word) :], words)
    return None


def _scope_behind(text: str, end: int, words: Words) -> Scope | None:
    """``... by Kit Hale on tracks 1-3``: up to the end of the clause."""
    rest = text[end : end + 40]
    clause = re.split(r"[.;()]", rest, maxsplit=1)[0].strip(" ,")
    scope = read_scope(clause, words) if clause and any(char.isdigit() for char in clause) else None
    return scope if scope is not None and scope.shared else None


def _is_possessive(run: Run) -> bool:
    return run.makers[-1].name.endswith(("'s", "’s", "s'", "s’"))


# --- openers, instruments -------------------------------------------------------------------------------


def _opened(text: str, match: re.Match[str], words: Words) -> Iterator[Hit[Credit]]:
    printed = match[0].strip(" :")
    role = lookup(printed, (role_book(words).openers,), role_book(words))
    run = names_after(text, match.end(), words)
    if role is None or run is None or _is_possessive(run):
        return
    makers = [Maker(maker.name) for maker in run.makers]
    for value in credits_of((PrintedRole(role, printed),), makers, words):
        yield Hit(value, text[match.start() : run.end], (match.start(), run.end))


def _bracketed(text: str, words: Words) -> Iterator[Hit[Credit]]:
    book = role_book(words)
    for match in _BRACKET.finditer(text):
        note = match["note"]
        if note.rpartition(" ")[2].casefold().strip(".,") not in book.list_words:
            continue
        roles = split_roles(note, words)
        found = name_before(text, len(text[: match.start()].rstrip()), words) if roles else None
        if found is None:
            continue
        name, start = found
        for value in credits_of(roles, (Maker(name),), words):
            yield Hit(value, text[start : match.end()], (start, match.end()))


def _on_instruments(text: str, words: Words) -> Iterator[Hit[Credit]]:
    sentence = _sentence(words)
    for match in sentence.on.finditer(text):
        found = _instruments_at(text, match.end(), words)
        if found is None:
            continue
        roles, end = found
        for name, start in names_before(text, match.start(), words):
            for value in credits_of(roles, (Maker(name),), words):
                yield Hit(value, text[start:end], (start, end))


def _instruments_at(text: str, start: int, words: Words) -> tuple[tuple[PrintedRole, ...], int] | None:
    """The instruments named from an offset on: ``drums and percussion``."""
    book, joiners = role_book(words), _sentence(words).joiners
    tokens = list(_TOKEN.finditer(text, start, start + 60))
    roles: list[PrintedRole] = []
    index, end = 0, start
    while index < len(tokens):
        while index < len(tokens) and tokens[index][0].casefold() in book.modifiers:
            index += 1
        found = _thing_beginning_at(text, tokens, index, book)
        if found is None:
            break
        index, role = found
        roles.append(role)
        end = tokens[index - 1].end() - (tokens[index - 1][0][-1] in ".;:!?)")
        if tokens[index - 1][0][-1] in ".;:!?)" or index >= len(tokens) or tokens[index][0].casefold() not in joiners:
            break
        while index < len(tokens) and tokens[index][0].casefold() in joiners:
            index += 1
    return (tuple(roles), end) if roles else None


def _thing_beginning_at(
    text: str, tokens: list[re.Match[str]], start: int, book: RoleBook
) -> tuple[int, PrintedRole] | None:
    for length in (3, 2, 1):
        if start + length <= len(tokens):
            printed = text[tokens[start].start() : tokens[start + length - 1].end()].rstrip(".;:!?)")
            role = book.things.get(printed.casefold())
            if role is not None:
                return start + length, PrintedRole(role, printed)
    return None
