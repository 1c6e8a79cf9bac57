"""Roles: from ``prod. by``, ``guitarist`` or ``dr`` to one canonical noun.

The vocabulary is the union of the role tables of all languages; ``docs/reference/roles.md`` lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.chars import lowered_without, lowering
from reviewparse.languages import Words
from reviewparse.model import Role
from reviewparse.parsers.labels import fold

MAX_ROLE = 48
"""Characters of the longest printed role."""

MAX_WORDS = 4
"""Words of the longest printed role."""

_PLURAL = re.compile(r"(?<=\w)\(\w{1,6}\)")
"""``Developer(s)``: the bracket is no part of the word."""

_BRACKET = re.compile(r"\s{0,8}[(\[][^()\[\]]{0,80}[)\]]\s{0,8}$")
"""``Guitars (lead)``: a remark on a role."""


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """A role and the words that print it."""

    role: Role
    printed: str


@dataclass(frozen=True, slots=True)
class RoleBook:
    """The role words of a table, folded, by what they are good for."""

    nouns: dict[str, Role]
    """People and things: what stands beside a name in a list."""
    short: dict[str, Role]
    """Abbreviations, which stand behind a name only."""
    labels: dict[str, Role]
    """What may stand before a colon, ``directed by`` included."""
    people: dict[str, Role]
    titles: frozenset[str]
    """Words for people that are no part of the name behind them."""
    things: dict[str, Role]
    verbs: frozenset[str]
    """Words that are nothing but verbs of making: ``mastered``."""
    makings: dict[str, Role]
    """What may stand before ``by``."""
    openers: dict[str, Role]
    weak: frozenset[str]
    page_makers: frozenset[str]
    headings: dict[str, Role | None]
    """What opens a list, and the role of those who have none of their own in it."""
    others: frozenset[str]
    """Labels of other facts: no role and no name."""
    ensembles: dict[str, Role]
    """Words in the names of orchestras and choirs."""
    by: frozenset[str]
    modifiers: frozenset[str]
    articles: frozenset[str]
    """Words before a name or instrument that are no part of it: ``the``."""
    splitter: re.Pattern[str]
    """Between two roles of one person."""
    label_ends: frozenset[str]
    """Last words of labels and headings: what stands before a colon is one only if it ends with one of them."""
    starters: frozenset[str]
    """First words of what needs no separator before its names: ``director``, ``starring``."""
    vocabulary: frozenset[str]
    """A word of each of the above, the last that is no ordinary one."""
    tokens: frozenset[str]
    """The same as they stand in a sentence, with full stops and commas."""
    short_words: frozenset[str]
    thing_words: frozenset[str]
    """First words of all things."""
    list_words: frozenset[str]
    """Last words of all nouns: a list item holds at least one."""


@lru_cache(maxsize=64)
def role_book(words: Words) -> RoleBook:
    """The role words of one ``Words``, compiled once."""
    table = words.credits
    by = frozenset(fold(word) for word in table.by)
    people, things = _inverted(table.people), _inverted(table.things)
    verbs, openers, labels = _inverted(table.verbs), _inverted(table.openers), _inverted(table.labels)
    makings = {**things, **verbs}
    spoken = {f"{making} {word}": role for making, role in makings.items() for word in by}
    behind = {word: role for word, role in things.items() if role in BEHIND_ROLES}
    things = {word: role for word, role in things.items() if word not in behind}
    all_labels = {**spoken, **things, **people, **openers, **labels}
    nouns, short = {**things, **people}, {**_inverted(table.short), **behind}
    headings: dict[str, Role | None] = {fold(word): labels.get(fold(word)) for word in table.headings}
    headings |= {word: role for word, role in {**people, **labels}.items() if role in LIST_ROLES}
    headings |= {fold(word): GUEST for word in table.guests}
    ensembles = _inverted(table.ensembles)
    starters = frozenset(phrase.split()[0] for phrase in (*people, *openers))
    phrases = (*all_labels, *headings, *nouns, *makings, *openers, *starters, *ensembles)
    vocabulary = _telling_words(phrases, words)
    return RoleBook(
        nouns=nouns,
        short=short,
        labels=all_labels,
        people=people,
        titles=frozenset(word for word, role in people.items() if role not in NAME_ROLES),
        things=things,
        verbs=frozenset(verbs) - things.keys(),
        makings=makings,
        openers=openers,
        weak=frozenset(fold(word) for word in table.weak),
        page_makers=_with_by(table.page_makers, by.union(table.of)),
        headings=headings,
        others=_other_labels(words) - all_labels.keys(),
        ensembles=ensembles,
        by=by,
        modifiers=frozenset(table.modifiers),
        articles=frozenset(table.before_names),
        splitter=_splitter(words),
        label_ends=_last_words((*all_labels, *headings)) | by,
        starters=starters,
        vocabulary=vocabulary,
        tokens=frozenset(f"{word}{end}" for word in vocabulary for end in ("", ",", ".", ";", "!", "?")),
        short_words=_last_words(short),
        thing_words=frozenset(phrase.split()[0] for phrase in things),
        list_words=_last_words((*nouns, *short)),
    )


ACTOR = Role("actor")
COMPOSER = Role("composer")
DIRECTOR = Role("director")

DEVELOPER = Role("developer")
GUEST = Role("guest")
MEMBER = Role("member")
PERFORMER = Role("performer")
NAME_ROLES = frozenset(map(Role, ("dj", "mc")))
"""Roles that artists carry in their names: ``DJ Funnel``."""

BEHIND_ROLES = frozenset({Role("all instruments")})
"""Roles whose words (``everything``) name one behind a player only."""

OPEN_ROLES = frozenset({GUEST, MEMBER, PERFORMER, Role("soloist")})
"""Roles that say nothing of what was played: an instrument behind the name takes their place."""

LIST_ROLES = OPEN_ROLES | {ACTOR}
"""Roles whose label opens a list with further particulars: parts and instruments."""


def _with_by(phrases: Iterable[str], by: frozenset[str]) -> frozenset[str]:
    folded = [fold(phrase) for phrase in phrases]
    return frozenset((*folded, *(f"{phrase} {word}" for phrase in folded for word in by)))


_CUTS = '/_-–—・·&:：;,.()[]|•*!?\t"“”'
_LOWERING = lowering(_CUTS)


def words_of(line: str) -> list[str]:
    """The words of a line in small letters, without what stands around them."""
    return lowered_without(line, _CUTS, _LOWERING).split()


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(words_of(phrase)[-1] for phrase in phrases if words_of(phrase))


def _telling_words(phrases: Iterable[str], words: Words) -> frozenset[str]:
    ordinary = frozenset(words.page.stop_words)
    telling = ([word for word in words_of(phrase) if word not in ordinary] for phrase in phrases)
    return frozenset(found[-1] for found in telling if found)


def _other_labels(words: Words) -> frozenset[str]:
    work, lists = words.work, words.tracklist
    tables = (work.creators, words.date.kinds)
    phrases = [phrase for table in tables for phrases in table.values() for phrase in phrases]
    phrases += (*work.title, *work.label, *work.catalogue, *lists.headings, *lists.total, *words.rating.labels)
    phrases += (*words.page.tags, *words.credits.not_roles)
    return frozenset(map(fold, phrases))


def _inverted(table: dict[str, tuple[str, ...]]) -> dict[str, Role]:
    return {fold(phrase): Role(role) for role, phrases in table.items() for phrase in phrases}


def _splitter(words: Words) -> re.Pattern[str]:
    joiners = sorted((word for word in words.credits.joiners if word), key=len, reverse=True)
    spoken = "|".join(re.escape(word) for word in joiners)
    alternatives = [r"\s{0,3}[,;/+&、，・]\s{0,3}"]
    if spoken:
        alternatives.insert(0, rf"(?:\s{{0,3}},)?\s{{1,3}}(?:{spoken})\s{{1,3}}")
    return re.compile("|".join(alternatives), re.IGNORECASE)


def canonical_role(printed: str, words: Words) -> Role | None:
    """The canonical role of a printed one, or ``None`` where the tables do not know it.

    >>> from reviewparse.languages import load
    >>> canonical_role("Lead Guitarist", load("en")), canonical_role("Produced by", load("en"))
    ('lead guitar', 'producer')
    """
    if len(printed) > MAX_ROLE:
        return None
    book = role_book(words)
    return lookup(printed, (book.labels, book.nouns, book.makings, book.short), book)


def lookup(printed: str, tables: Iterable[dict[str, Role]], book: RoleBook) -> Role | None:
    """The role of a phrase in the first table that has it, with or without its modifiers; no single capital."""
    if len(printed) == 1 and printed.isupper():
        return None
    for form in _forms(printed, book):
        for table in tables:
            if form in table:
                return table[form]
    return None


def _forms(printed: str, book: RoleBook) -> Iterator[str]:
    form = fold(_PLURAL.sub("", printed.replace("’", "'")))
    yield form
    if "(" in form or "[" in form:
        form = fold(_BRACKET.sub("", printed))
        yield form
    while " " in form and form.partition(" ")[0] in book.modifiers:
        form = form.partition(" ")[2]
        yield form


def split_roles(text: str, words: Words) -> tuple[PrintedRole, ...]:
    """The roles of a printed list of roles; ``()`` when one of them is unknown.

    >>> from reviewparse.languages import load
    >>> [role.role for role in split_roles("vocals, guitar/composer", load("en"))]
    ['vocals', 'guitar', 'composer']
    """
    book = role_book(words)
    return read_roles(text, (book.nouns, book.makings, book.short), book)


def leading_roles(text: str, words: Words) -> tuple[PrintedRole, ...]:
    """The roles of a printed list that stands before its names: no abbreviations."""
    book = role_book(words)
    return read_roles(text, (book.nouns, book.makings), book)


def label_roles(text: str, words: Words) -> tuple[PrintedRole, ...]:
    """The roles of a label: ``Writer/Director``, ``Written and directed by``; ``()`` for any other label."""
    book = role_book(words)
    roles = read_roles(text, (book.labels,), book)
    if roles:
        return roles
    head, _, last = fold(text).rpartition(" ")
    return read_roles(head, (book.makings,), book) if last in book.by else ()


def read_roles(text: str, tables: Iterable[dict[str, Role]], book: RoleBook) -> tuple[PrintedRole, ...]:
    """The roles of a list of roles, all of them in one of the tables; ``()`` otherwise."""
    if len(text) > 4 * MAX_ROLE:
        return ()
    whole = lookup(text, tables, book) if len(text) <= MAX_ROLE else None
    if whole is not None:
        return (PrintedRole(whole, text.strip()),)
    parts = [part for part in book.splitter.split(text) if part]
    if len(parts) < 2 and "-" in text:
        parts = text.split("-")  # "writer-director"
    if len(parts) < 2:
        return ()
    roles = [(lookup(part, tables, book), part) for part in parts]
    if any(role is None for role, _ in roles):
        shared = f" {parts[-1].strip().rpartition(' ')[2]}"  # "lead and backing vocals"
        roles = [(role or lookup(part.strip() + shared, tables, book), part) for role, part in roles]
    if any(role is None for role, _ in roles):
        return ()
    return tuple(PrintedRole(role, part.strip()) for role, part in roles if role is not None)
