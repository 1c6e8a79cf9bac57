"""Who plays what in prose: ``Ida Moss (vocals)``, ``Ida Moss on cello``, an orchestra ``under Igor Palm``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_context import told_here
from reviewparse.parsers.credit_names import Maker
from reviewparse.parsers.credit_runs import Run, name_before, names_after, names_before
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.credit_words import Headed, Prose, headed, needles, next_word, present, spots
from reviewparse.parsers.credits_personnel import holds_role, known_roles, scan_personnel
from reviewparse.parsers.credits_titled import scan_titled
from reviewparse.parsers.instruments import acting_before, instruments_at
from reviewparse.parsers.roles import PrintedRole, role_book, split_roles

_BRACKET = re.compile(r"\((?P<note>[^()]{1,300})\)")

_LISTED = re.compile(r"[:–—]\s|\s-\s")
"""Stands in a bracket that holds a list of players itself."""

_GLUE = re.compile(r"(?:\s(?P<words>(?:[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{0,11}['’\s]){1,3})|,?\s)(?=[^\W\d_])")
"""Between an instrument and its player: a comma, or some small words (``alla voce c'è il bravo``)."""


_NOTE_BEFORE = re.compile(r"\s?\([^()]{1,60}\)\Z")
"""A bracket between a player and the instrument: where else that person plays."""

MAX_NOTE = 140
"""Characters before an instrument that hold a player and such a bracket."""


_PLACES = frozenset({Role("set design")})
"""Roles whose words behind ``on`` say where somebody stands: ``on stage``."""

_SENTENCE_ENDS = ("", ".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class _Players:
    on: Headed
    under: Headed
    gap: frozenset[str]
    joiners: frozenset[str]


@lru_cache(maxsize=64)
def _players(words: Words) -> _Players:
    table = words.credits
    return _Players(
        on=headed(needles(table.on)),
        under=headed(needles(table.under)),
        gap=frozenset(table.by_gap),
        joiners=frozenset(table.joiners) | {",", "/", "&", "+"},
    )


def players_in(prose: Prose, words: Words) -> Iterator[Hit[Credit]]:
    """Credits that prose states by naming an instrument beside a name.

    >>> from reviewparse.languages import load
    >>> from reviewparse.parsers.credit_words import prose_of
    >>> [hit.value.role for hit in players_in(prose_of("Ida Moss (vocals) meets Kit Hale on bass."), load("en"))]
    ['vocals', 'bass']
    """
    yield from told_here(_stated(prose, words), prose.text, words)


def _stated(prose: Prose, words: Words) -> Iterator[Hit[Credit]]:
    text, small, players = prose.text, prose.small, _players(words)
    found = list(_bracketed(text, words)) if "(" in text else []
    yield from found
    yield from scan_titled(prose, words, beside_players=bool(found))
    for start, end in spots(small, present(players.on, prose.words)):
        yield from _on_instruments(text, small, start, end, words)
    for start, end in spots(small, present(players.under, prose.words)):
        yield from _led(text, start, end, words)


def _bracketed(text: str, words: Words) -> Iterator[Hit[Credit]]:
    book = role_book(words)
    for match in _BRACKET.finditer(text):
        note = match["note"]
        if not holds_role(note, book):
            continue
        if _LISTED.search(note):
            yield from (hit.shifted(match.start("note")) for hit in scan_personnel([note], words))
            continue
        roles = split_roles(note, words) or known_roles(note.partition(",")[0], words)
        found = name_before(text, len(text[: match.start()].rstrip()), words) if roles else None
        if found is not None:
            name, start = found
            for value in credits_of(roles, (Maker(name),), words):
                yield Hit(value, text[start : match.end()], (start, match.end()))


def _on_instruments(text: str, small: str, start: int, end: int, words: Words) -> Iterator[Hit[Credit]]:
    found = instruments_at(text, small, end + small.startswith(" ", end), words)
    if found is None or found[0][0].role in _PLACES:
        return
    roles, instruments_end = found
    opens = text[start].isupper() and text[max(0, start - 2) : start - 1] in _SENTENCE_ENDS
    stop = _NOTE_BEFORE.sub("", text[max(0, start - MAX_NOTE) : start - 1]) if text[max(0, start - 2)] == ")" else ""
    at = max(0, start - MAX_NOTE) + len(stop) if stop else _without_gap(small, start - 1, words)
    before = [] if opens or not start else list(names_before(text, at, words))
    if not before and not opens and start:
        before = list(acting_before(text, start, words))
    for name, name_start in reversed(before):
        for value in credits_of(roles, (Maker(name),), words):
            yield Hit(value, text[name_start:instruments_end], (name_start, instruments_end))
    if not before and instruments_at(text, small, end + small.startswith(" ", end), words, loose=0) != found:
        return  # "behind her guitar, Kit Hale"
    run = None if before else _behind_instrument(text, instruments_end, words)
    if run is not None:
        for value in credits_of(roles, run.makers, words):
            yield Hit(value, text[start : run.end], (start, run.end))


def _without_gap(small: str, end: int, words: Words) -> int:
    """Where ``Ida Moss`` ends in ``Ida Moss is on cello``."""
    last = small[max(0, end - 12) : end].rpartition(" ")[2]
    return end - len(last) - 1 if last in _players(words).gap else end


def _behind_instrument(text: str, end: int, words: Words) -> Run | None:
    """``on cello Ida Moss``, ``on bass, Kit Hale``."""
    glue = _GLUE.match(text, end)
    if glue is None or not _players(words).joiners.isdisjoint((glue["words"] or "").split()):
        return None
    run = names_after(text, glue.end(), words)
    return run if run is not None and all(" " in maker.name for maker in run.makers) else None


def _led(text: str, start: int, end: int, words: Words) -> Iterator[Hit[Credit]]:
    """``the Nordsee Philharmonic under Igor Palm``: an ensemble and who leads it."""
    found = name_before(text, len(text[:start].rstrip(" ,")), words)
    kinds = role_book(words).ensembles
    role = next((kinds[word] for word in found[0].casefold().split() if word in kinds), None) if found else None
    run = names_after(text, next_word(text, end), words) if role else None
    if found is None or role is None or run is None or " " not in run.makers[0].name:
        return
    span = (found[1], run.end)
    article, elided, bare = found[0].partition("'")
    known = elided and f"{article.casefold()}'" in words.credits.before_names
    ensemble = bare if known and bare.partition(" ")[0].casefold() in kinds else found[0]
    for kind, name in ((role, ensemble), (Role("conductor"), run.makers[0].name.removesuffix("'s"))):
        for value in credits_of((PrintedRole(kind, text[start:end]),), (Maker(name),), words):
            yield Hit(value, text[slice(*span)], span)
