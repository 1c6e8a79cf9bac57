"""Credits in sentences: ``Music composed and conducted by ...``, ``Starring ...``, ``guests include ...``.

Everything is looked up from the few words that can carry a credit, so that a long paragraph costs some searches and no
pattern runs over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.chars import has_digit, holds_any
from reviewparse.evidence import Hit, Span
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_chain import Chain, chain_before, has_verb, verbs_behind
from reviewparse.parsers.credit_context import told_here
from reviewparse.parsers.credit_names import is_full
from reviewparse.parsers.credit_runs import Run, names_after
from reviewparse.parsers.credit_values import Share, credit, credits_of, credits_of_shares
from reviewparse.parsers.credit_words import (
    Headed,
    Prose,
    any_of,
    headed,
    needles,
    next_word,
    present,
    spots,
)
from reviewparse.parsers.credits_cast import scan_cast
from reviewparse.parsers.roles import ACTOR, COMPOSER, DIRECTOR, GUEST, OPEN_ROLES, PrintedRole, role_book, split_roles
from reviewparse.parsers.scope import Scope, read_scope

MAX_CAST = 240
"""Characters of a cast in a sentence."""

_PART = re.compile(r"[^\W\d_][^\d,;:“”\"„«»_*]{0,40}")
"""The name of a part: no title in quotes, no year."""

_CLAUSE_END = re.compile(r"[.;()]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    by: Headed
    verb_last: Headed
    active: Headed
    objects: re.Pattern[str]
    openers: Headed
    guests: tuple[str, ...]
    guest: re.Pattern[str]
    glue: re.Pattern[str]
    company: re.Pattern[str]
    exception: re.Pattern[str]
    further: re.Pattern[str]
    """Another exception behind one in brackets: ``... 4 (Moss) and 7 (Hale)``."""


@lru_cache(maxsize=64)
def _sentence(words: Words) -> _Sentence:
    table = words.credits
    guests = tuple(word for word in table.guests if not any(one in word for one in table.guests if one != word))
    glue = rf"[:,]?(?:\s{any_of(table.guest_glue)}){{0,5}}[:,]?\s(?=[^\W\d_])"
    return _Sentence(
        by=headed(needles(dict.fromkeys((*table.by, *table.of)))),
        verb_last=headed(needles(table.verb_last)),
        active=headed(needles(table.active)),
        objects=re.compile(rf"\s{any_of(table.objects)}(?=\s)", re.IGNORECASE),
        openers=headed(role_book(words).openers),
        guests=guests,
        guest=re.compile(rf"(?<!\w)(?P<word>{any_of(table.guests)}){glue}", re.IGNORECASE),
        glue=re.compile(r"\s?:?\s"),
        further=re.compile(rf"\)(?:,|,?\s{any_of(table.joiners)})\s(?P<scope>[^().;,]{{1,40}}?)\s?\(", re.IGNORECASE),
        company=re.compile(rf"[.,]?\s(?P<word>{any_of(table.company)})\s", re.IGNORECASE),
        exception=re.compile(
            rf"[\s,(–-]{{1,3}}(?P<scope>{any_of(table.except_)}\s[^().;]{{1,60}}?)(?:\s?(?P<by>\(|\s{any_of(table.by)}\s)|\s?$)",
            re.IGNORECASE,
        ),
    )


def sentences_in(prose: Prose, words: Words) -> Iterator[Hit[Credit]]:
    """Credits that a sentence states with a making word.

    >>> from reviewparse.languages import load
    >>> from reviewparse.parsers.credit_words import prose_of
    >>> [hit.value.role for hit in sentences_in(prose_of("Written and directed by Ida Moss."), load("en"))]
    ['writer', 'director']
    """
    sentence, small = _sentence(words), prose.small
    by, active, openers = (present(sought, prose.words) for sought in (sentence.by, sentence.active, sentence.openers))
    openers = [opener for opener in openers if opener in small]
    guests = holds_any(small, sentence.guests)
    places = spots(small, by) if by else []
    if places or openers or guests or (active and (active := _found(small, active))):
        yield from told_here(_stated(prose, sorted(places), active, openers, words), prose.text, words)


def _found(small: str, sought: list[str]) -> list[str]:
    padded = f" {small} "
    return [needle for needle in sought if needle in padded]


def _stated(
    prose: Prose, places: list[Span], active: list[str], openers: list[str], words: Words
) -> Iterator[Hit[Credit]]:
    text, small, sentence = prose.text, prose.small, _sentence(words)
    told = 0
    for start, end in places:
        chain = chain_before(text, small, start, words, told=told)
        if chain is not None:
            hits = list(_made_by(text, chain, next_word(text, end) + text.startswith(":", end), words))
            told = max((hit.span[1] for hit in hits if hit.span), default=told)
            yield from hits
            yield from _company(text, hits, words)
    for start, end in spots(small, active):
        yield from _done(text, small, (start, end), words)
    for start, end in spots(small, present(sentence.verb_last, prose.words)):
        yield from _made_last(text, small, (start, end), words)
    for opener in openers:
        hits = list(_opened(text, small, opener, words))
        yield from hits
        yield from _company(text, hits, words)
    if holds_any(small, sentence.guests):
        for match in sentence.guest.finditer(text):
            yield from _invited(text, match, words)


# --- by ------------------------------------------------------------------------------------------------


def _made_by(text: str, chain: Chain, start: int, words: Words) -> Iterator[Hit[Credit]]:
    sentence = _sentence(words)
    run = names_after(text, start, words)
    end = run.end if run else start
    exception = sentence.exception.match(text, end) if run else sentence.exception.search(text, end - 1, end + 60)
    if chain.of and run is not None and not _are_full(run):
        return
    if run is not None and not is_possessive(run) and not _is_line_up(text, chain, run, words):
        scope = Scope(exception["scope"], shared=True) if exception else _scope_around(text, chain, run.end, words)
        quote_end = exception.end("scope") if exception else run.end
        for value in credits_of(chain.roles, run.makers, words, scope=scope):
            yield Hit(value, text[chain.start : quote_end], (chain.start, quote_end))
    if exception is not None and exception["by"]:
        yield from _excepted(text, chain, exception, words)


def _done(text: str, small: str, verb: Span, words: Words) -> Iterator[Hit[Credit]]:
    """``Gemischt hat das Album Ida Moss``, ``das Mastering übernahm Ida Moss``: full names only, nouns look alike."""
    chain = chain_before(text, small, verb[0], words, told=0, active=True)
    if chain is None:
        return
    thing = _sentence(words).objects.match(text, verb[1])
    run = names_after(text, (thing.end() if thing else verb[1]) + 1, words)
    if run is not None and _are_full(run) and not is_possessive(run):
        for value in credits_of(chain.roles, run.makers, words):
            yield Hit(value, text[chain.start : run.end], (chain.start, run.end))


def _made_last(text: str, small: str, by: Span, words: Words) -> Iterator[Hit[Credit]]:
    """``wurde von Ida Moss gemischt``: in languages whose participle stands last."""
    if not has_verb(small, by[1], words):
        return
    run = names_after(text, by[1] + 1, words)
    chain = verbs_behind(text, small, run.end, words) if run and _are_full(run) else None
    if run is not None and chain is not None:
        scope = _scope_around(text, Chain((), by[0]), by[0], words)
        for value in credits_of(chain.roles, run.makers, words, scope=scope):
            yield Hit(value, text[by[0] : chain.start], (by[0], chain.start))


def _company(text: str, hits: list[Hit[Credit]], words: Words) -> Iterator[Hit[Credit]]:
    """``Directed by Ida Moss. With Bo Tarn, Jo Pike.``: who is named right behind the director acts."""
    if not hits or hits[-1].span is None or hits[-1].value.role != DIRECTOR:
        return
    match = _sentence(words).company.match(text, hits[-1].span[1])
    run = names_after(text, match.end(), words) if match else None
    closed = match is None or match[0][0] in ".," or (run is not None and text[run.end : run.end + 1] in ("", "."))
    if match is not None and run is not None and closed and len(run.makers) > 1:
        for value in credits_of((PrintedRole(ACTOR, match["word"]),), run.makers, words):
            yield Hit(value, text[match.start("word") : run.end], (match.start("word"), run.end))


def _excepted(text: str, chain: Chain, exception: re.Match[str], words: Words) -> Iterator[Hit[Credit]]:
    """``except 4 (Moss)``: the exception is a credit of its own."""
    found: re.Match[str] | None = exception
    scope = _excepted_scope(exception["scope"], words)
    while found is not None and scope is not None:
        run = names_after(text, found.end(), words)
        if run is None:
            return
        for role in chain.roles:
            names = tuple(maker.name for maker in run.makers)
            yield Hit(credit(role, names, scope=scope), text[chain.start : run.end], (chain.start, run.end))
        found = _sentence(words).further.match(text, run.end)
        scope = read_scope(found["scope"], words) if found is not None else None


def _excepted_scope(printed: str, words: Words) -> Scope | None:
    for word in sorted(words.credits.except_, key=len, reverse=True):
        if printed.casefold().startswith(word):
            return read_scope(printed[len(word) :], words)
    return None


def _scope_around(text: str, chain: Chain, end: int, words: Words) -> Scope | None:
    """``... by Kit Hale on tracks 1-3``, ``tracks 1-3 produced by ...``, ``vocals on track 4 by ...``."""
    behind = _CLAUSE_END.split(text[end : end + 40], maxsplit=1)[0]
    before = _CLAUSE_END.split(text[max(0, chain.start - 40) : chain.start])[-1]
    for clause in (behind, before, chain.detour):
        scope = read_scope(clause.strip(" ,:"), words) if has_digit(clause) else None
        if scope is not None and scope.shared:
            return scope
    return None


def is_possessive(run: Run) -> bool:
    """``by Ida Moss's team``: the name is not who made it."""
    return run.makers[-1].name.endswith(("'s", "’s", "s'", "s’"))


def _is_line_up(text: str, chain: Chain, run: Run, words: Words) -> bool:
    """``composed of``, in languages that spell it like ``composed by``: instruments follow the names."""
    if sum(bool(split_roles(maker.note, words)) for maker in run.makers if maker.note) > 1:
        return True
    behind = text[run.end : run.end + 24].casefold().split()[:3]
    return (
        chain.roles[0].role == COMPOSER
        and behind[:1] != []
        and behind[0] in words.credits.on
        and not role_book(words).thing_words.isdisjoint(word.strip(",.;)") for word in behind[1:])
    )


# --- words right before names ---------------------------------------------------------------------------


def _opened(text: str, small: str, opener: str, words: Words) -> Iterator[Hit[Credit]]:
    role, of = role_book(words).openers[opener], tuple(f" {word}" for word in words.work.of)
    for start, end in spots(small.replace(":", " "), needles((opener,))):
        glue = _sentence(words).glue.match(text, end)
        begin = glue.end() if glue else next_word(text, end)
        run = names_after(text, begin, words) if begin == end or glue else None
        if (
            run is None
            or is_possessive(run)
            or (opener.endswith(of) and not _are_full(run))
            or (role in OPEN_ROLES and not _are_people(run))
        ):
            continue
        if role == ACTOR and (cast := _acting(text, begin, run, words)):
            yield from cast
            continue
        printed = (PrintedRole(role, text[start:end]),)
        for value in credits_of_shares(printed, _shares(run, role)):
            yield Hit(value, text[start : run.end], (start, run.end))


def _shares(run: Run, role: Role) -> list[Share]:
    """``Starring Bo Tarn (Hode), Ida Moss (Nell)``: behind each actor the part; behind others brackets are left out."""
    parts = role == ACTOR and all(_PART.fullmatch(maker.note) and not maker.note.isupper() for maker in run.makers)
    return [Share(maker.name, character=maker.note if parts else None) for maker in run.makers]


def _acting(text: str, begin: int, run: Run, words: Words) -> list[Hit[Credit]]:
    """``Starring Bo Tarn as Hode and Ida Moss as Lena``: a cast with parts behind the opener."""
    if text[run.end :].partition(" ")[2].partition(" ")[0] not in words.credits.as_:
        return []
    clause = _CLAUSE_END.split(text[begin : begin + MAX_CAST], maxsplit=1)[0]
    return [hit.shifted(begin) for hit in scan_cast([clause], words)]


def _are_full(run: Run) -> bool:
    """``a film of Ida Moss``: a word that links anything to anything needs full names behind it."""
    return all(is_full(maker.name) for maker in run.makers)


def _are_people(run: Run) -> bool:
    """``consists of Ida Moss and Kit Hale``: several full names, else it is a thing and its parts."""
    return len(run.makers) > 1 and all(is_full(maker.name) and not maker.note for maker in run.makers)


def _invited(text: str, match: re.Match[str], words: Words) -> Iterator[Hit[Credit]]:
    """``guests include Nell Farrow and Bo Tarn``: a full name, or several."""
    run = names_after(text, match.end(), words)
    if run is None or is_possessive(run) or not (len(run.makers) > 1 or " " in run.makers[0].name):
        return
    for value in credits_of((PrintedRole(GUEST, match["word"]),), run.makers, words):
        yield Hit(value, text[match.start() : run.end], (match.start(), run.end))
