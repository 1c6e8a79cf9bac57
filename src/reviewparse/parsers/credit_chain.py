"""The making words that lead up to ``by``: ``Music composed, orchestrated and conducted by``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.model import Role
from reviewparse.parsers.roles import PrintedRole, RoleBook, role_book

REACH = 90
"""Characters before ``by`` that may hold the chain."""

DETOUR = 4
"""Words of the longest detour between verb and ``by``: ``translated from the Old Norse by``."""

LAST = 8
"""Words of the longest detour between names and the verb behind them."""

_CLOSING = ".,;:!?)"

_BLANKED = str.maketrans(dict.fromkeys(_CLOSING, " "))

TOKEN = re.compile(r"[^\s,/&+]+|[,/&+]")
"""A word, or one of the signs that join two."""

_BORDER = re.compile(r"[.;:!?()\[\]|•…“”\"\n]")
"""What no chain crosses."""

_MARKS = " -–—•*·♪♫.>|"
"""What may stand before the first word of a line."""

_PLAYED = frozenset({Role("performer"), Role("actor")})
"""Roles of ``performed by`` and ``played by``, which an instrument before them makes precise."""

_WRITTEN = frozenset({Role("writer")})
"""Roles of ``written by``, which is of music as often as of texts."""

_TEXT_OR_MUSIC = frozenset({Role("composer"), Role("lyricist")})

_STUDIO = frozenset(map(Role, ("producer", "mixing", "mastering", "engineer", "arranger", "orchestrator")))
"""Roles of nouns that tell a maker wherever a full name follows: ``la production de Kit Hale``."""

_KINDS = ("album", "soundtrack", "film", "tv", "book", "game")
"""Kinds whose words stand for the reviewed work in a sentence: ``the album was recorded by``."""

WHOLES = frozenset(
    map(Role, ("composer", "lyricist", "writer", "artwork", "photography", "director", "editor", "conductor"))
)
"""Roles whose nouns name a whole work: music, story, design."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The roles of a chain, and where it begins."""

    roles: tuple[PrintedRole, ...]
    start: int
    detour: str = ""
    """What stands between the last making word and ``by``."""
    of: bool = False
    """Whether ``of`` stands in the place of ``by``, before places and things as often as before people."""


@dataclass(frozen=True, slots=True)
class _Links:
    words: frozenset[str]
    """Single words of all making phrases: without one of them near ``by`` there is no chain."""
    verbs: frozenset[str]
    of: frozenset[str]
    gap: frozenset[str]
    detours: frozenset[str]
    joiners: frozenset[str]
    releases: frozenset[str]
    beside: frozenset[str]
    subjects: frozenset[str]
    """Words of what is made, before the making word: ``all songs``."""
    works: frozenset[str]
    """Those of them that name the reviewed work: ``the album``."""


@lru_cache(maxsize=64)
def _links(words: Words) -> _Links:
    table, book = words.credits, role_book(words)
    kinds = (phrase for kind in _KINDS for phrase in words.work.types.get(kind, ()))
    works = frozenset(word for word in (*words.work.title, *kinds) if " " not in word) - book.things.keys()
    return _Links(
        words=frozenset(phrase.split()[-1] for phrase in book.makings),
        verbs=frozenset(phrase for phrase in book.makings if phrase not in book.things),
        of=frozenset(table.of) - frozenset(table.by),
        gap=frozenset(table.by_gap),
        detours=frozenset(table.by_detours),
        joiners=frozenset(table.joiners) | {",", "/", "&", "+"},
        releases=frozenset(words.work.label_verbs),
        beside=frozenset(table.beside),
        subjects=frozenset((*table.modifiers, *table.by_gap, *table.tracks, *table.joiners, *book.weak, *book.things))
        | works
        | {","}
        | frozenset((*words.work.articles, *table.before_names)),
        works=works,
    )


def chain_before(text: str, small: str, end: int, words: Words, *, told: int, active: bool = False) -> Chain | None:
    """The chain of making words that ends at an offset, where ``by`` begins.

    Weak ones count at the beginning of the text only, of a sentence behind another credit, or right behind its names;
    those of a studio at the beginning of every sentence.

    Args:
        text: The line or paragraph.
        small: The same by ``lowered``.
        end: Where ``by`` begins.
        words: The word tables.
        told: Where the credit before ends; 0 when there is none.
        active: Whether no ``by`` but a verb begins there, whose subject follows: ``das Mastering übernahm Ida Moss``.

    >>> from reviewparse.languages import load
    >>> line = "music composed and conducted by Teodor Vance"
    >>> [role.role for role in chain_before(line, line, 29, load("en"), told=0).roles]
    ['composer', 'conductor']
    """
    links, book = _links(words), role_book(words)
    start = max(0, end - REACH)
    if links.words.isdisjoint(small[start:end].replace(",", " ").replace("/", " ").replace(".", " ").split()):
        return None
    last = small[start:end].rsplit(maxsplit=1)[-1]
    # "prod. by": a full stop before "by" in small letters ends no sentence
    shortened = last[-1] == "." and last[:-1] in book.makings and text[end : end + 1].islower()
    for border in _BORDER.finditer(text, start, end - len(last) if shortened else end):
        start = border.end()
    tokens = list(TOKEN.finditer(small, start, end))
    found = _collect(text, tokens, links, book)
    if not found:
        return None
    first = found[0].first
    made = _instrument_before(text, tokens, found, links, book) if len(found) == 1 else None
    roles = [made] if made else [link.role for link in found]
    by = _joining_word(text, end)
    between = text[told : tokens[first].start()].strip(" ,;)&")
    behind = told and (not between or between.casefold() in links.joiners)
    of = named_of = by.casefold() in links.of
    spoken_of = made is not None and made.role in _TEXT_OR_MUSIC
    gap = active or spoken_of or found[-1].last < len(tokens) or by.casefold() in links.gap
    studio = all(link.role.role in _STUDIO and link.role.printed.casefold() not in book.weak for link in found)
    things = all(link.role.printed.casefold() in book.things for link in found)
    if of and not gap and not (studio and things) and (start or first or not things):
        return None
    subject = [token[0].rpartition("'")[2] for token in tokens[:first]]
    opens = links.subjects.issuperset(subject)
    of_work = opens and not links.works.isdisjoint(subject)
    begins = not first and text[tokens[0].start()].isupper() and all(role.role in _STUDIO for role in roles)
    if not behind and not (opens and (told or of_work or begins or not text[:start].strip(_MARKS))):
        of = of or by.casefold() in words.byline.particles
        if not (studio and things) and all(_is_weak(role, book, of=of, gap=gap) for role in roles):
            return None
    if not told and all(role.printed.casefold() in links.beside for role in roles):
        return None
    if active and by.casefold() in links.gap:  # "gemischt hat Ida Moss", not "das Cello hat Charme"
        roles = [role for role in roles if role.printed.casefold() in links.verbs]
    spoken = tuple(PrintedRole(role.role, f"{role.printed} {by}") for role in roles)
    detour = text[tokens[found[-1].last - 1].end() : end]
    return Chain(spoken, tokens[first].start(), detour, named_of) if spoken else None


def _joining_word(text: str, start: int) -> str:
    """The word for ``by`` or ``of`` that begins at an offset: ``by`` of ``by: Ida Moss``, ``d'`` of ``d'Ida Moss``."""
    word = text[start : start + 24].split(maxsplit=1)[0].rstrip(":").replace("’", "'")
    head, elided, rest = word.partition("'")
    return head + elided if rest else word


@dataclass(frozen=True, slots=True)
class _Link:
    """One making phrase of a chain, and the numbers of its first token and the one behind its last."""

    role: PrintedRole
    first: int
    last: int


def _is_weak(role: PrintedRole, book: RoleBook, *, of: bool, gap: bool) -> bool:
    """Whether prose uses the words of other things too: weak verbs, and nouns before what may mean ``of``.

    In languages whose ``by`` also joins surnames (``van``, ``di``), ``the voice of Ida Moss`` looks like ``vocals by``;
    the nouns of whole works (``the music by``) are doubtful everywhere, ``the music was made by`` is not.
    """
    printed = role.printed.casefold()
    if printed in book.things:
        return not gap and (of or printed in book.weak or role.role in WHOLES)
    return printed in book.weak


def _collect(text: str, tokens: list[re.Match[str]], links: _Links, book: RoleBook) -> list[_Link]:
    """The making phrases before ``by``, first one first."""
    found: list[_Link] = []
    index = _without_gap(tokens, links, book)
    while index > 0:
        link = _ending_at(text, tokens, index, book.makings)
        if link is None:
            break
        found.insert(0, link)
        index = link.first
        while index > 0 and tokens[index - 1][0] in links.joiners:
            index -= 1
        if index == link.first:
            break
    return found


def _without_gap(tokens: list[re.Match[str]], links: _Links, book: RoleBook) -> int:
    """Number of tokens up to the last making word, detours set aside.

    ``was mainly handled``, ``from the Norwegian``, and a subject behind its verb (``produziert wurde das Album von``).
    """
    index = len(tokens)
    if index and tokens[index - 1][0] == ",":  # "the score, by Ida Moss, is ..."
        index -= 1
    while index > 0 and tokens[index - 1][0] in links.gap:
        index -= 1
    for back in range(index - 1, max(0, index - 1 - DETOUR), -1):
        if tokens[back][0] in links.detours:
            return back if tokens[back - 1][0] in book.makings else index
        if tokens[back][0] in links.gap and tokens[back - 1][0] in links.verbs:
            return back
    if index > 2 and tokens[index - 1][0] in links.releases and tokens[index - 2][0] in links.joiners:
        return index - 2 if tokens[index - 3][0] in links.verbs else index  # "developed and published by"
    return index


def _ending_at(text: str, tokens: list[re.Match[str]], end: int, table: dict[str, Role]) -> _Link | None:
    for length in (3, 2, 1):
        if length <= end:
            first, last = tokens[end - length], tokens[end - 1]
            role = table.get(first.string[first.start() : last.end()].removesuffix("."))
            if role is not None:
                return _Link(PrintedRole(role, text[first.start() : last.end()]), end - length, end)
    return None


def _instrument_before(
    text: str, tokens: list[re.Match[str]], found: list[_Link], links: _Links, book: RoleBook
) -> PrintedRole | None:
    """``guitar played by``: the instrument is the role; ``the music was written by``: so is what was written."""
    written = found[0].role.role in _WRITTEN
    if found[0].role.role not in _PLAYED and not written:
        return None
    index = found[0].first
    while written and index and tokens[index - 1][0] in links.gap:
        index -= 1
    link = _ending_at(text, tokens, index, book.things)
    return link.role if link and (not written or link.role.role in _TEXT_OR_MUSIC) else None


def has_verb(small: str, start: int, words: Words) -> bool:
    """Whether a making verb stands in reach behind an offset, for a glance before names are read."""
    links = _links(words)
    return not links.verbs.isdisjoint(small[start : start + REACH].translate(_BLANKED).split())


def verbs_behind(text: str, small: str, end: int, words: Words) -> Chain | None:
    """The making verbs right behind names: ``von Ida Moss gemischt und gemastert``; none of the weak ones.

    >>> from reviewparse.languages import load
    >>> line = "wurde von Ida Moss gemischt."
    >>> [role.role for role in verbs_behind(line, line, 18, load("de")).roles]
    ['mixing']
    """
    links, book = _links(words), role_book(words)
    tokens = list(TOKEN.finditer(small, end, end + REACH))
    index = 0
    if tokens and tokens[0][0] in links.detours:  # "von Ida Moss in den Tin Studios produziert"
        places = (number for number, token in enumerate(tokens[:LAST]) if token[0].rstrip(_CLOSING) in links.verbs)
        index = next(places, len(tokens))
        if _BORDER.search(text, end, tokens[index - 1].end()):
            return None
    roles: list[PrintedRole] = []
    for token in tokens[index:]:
        word = token[0].rstrip(_CLOSING)
        if word in links.verbs and word not in book.weak:
            roles.append(PrintedRole(book.makings[word], text[token.start() : token.start() + len(word)]))
            end = token.start() + len(word)
        elif word in book.by and len(roles) > 1 and token.start() == end + 1:
            roles.pop()  # "von Ida Moss produziert und gemischt von Kit Hale"
        if word != token[0] or not (roles and (word in links.verbs or (word in links.joiners and word.isalpha()))):
            break
    return Chain(tuple(roles), end) if roles else None
