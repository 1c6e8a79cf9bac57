"""People named by what they are: ``guitarist Kit Hale``, ``Kit Hale, producer and arranger``, ``as producer``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewparse.chars import lowered_without, lowering
from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credit_chain import TOKEN
from reviewparse.parsers.credit_context import sentence_start, tells_elsewhere
from reviewparse.parsers.credit_names import Maker
from reviewparse.parsers.credit_runs import name_before, names_after, names_before
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.credit_words import Headed, Prose, headed, needles, present, spots
from reviewparse.parsers.credits_sentence import is_possessive
from reviewparse.parsers.instruments import (
    APPOINTING,
    CLOSING,
    MAX_BEFORE_THING,
    MAX_LOOSE,
    REACH,
    acting_before,
    may_precede,
)
from reviewparse.parsers.roles import OPEN_ROLES, PrintedRole, RoleBook, role_book, words_of

_APPOSED = re.compile(r"(?<=[\w.]),\s(?P<roles>[^\W\d_A-ZÀ-ÖØ-Þ][^.;:()\n]{3,70})")
"""Words in small letters behind a comma; what they are as far as they name roles."""

_JOINTS = ",/&+"
"""What parts the words of a sentence beside blanks."""
_LOWERING = lowering(_JOINTS)


@lru_cache(maxsize=64)
def _sure_titles(words: Words) -> frozenset[str]:
    """Titles that say what somebody does."""
    book = role_book(words)
    return frozenset(title for title in book.titles if book.people[title] not in OPEN_ROLES)


@lru_cache(maxsize=64)
def _as(words: Words) -> Headed:
    return headed(needles(words.credits.as_))


@lru_cache(maxsize=64)
def _title_words(words: Words) -> frozenset[str]:
    """First words of what people are called, as they stand between blanks."""
    firsts = {part for title in role_book(words).titles for part in title.split()[:1]}
    return frozenset(f"{first}{end}" for first in firsts for end in ("", ",", ".", ";", "/"))


def scan_titled(prose: Prose, words: Words, *, beside_players: bool) -> Iterator[Hit[Credit]]:
    """Credits of people whom a sentence names by what they do.

    Args:
        prose: A line or paragraph.
        words: The word table.
        beside_players: Whether the text names players in brackets as well; else a title alone tells nothing of the
            reviewed work, and only two and more in one sentence count.
    """
    text = prose.text
    if "/" not in text and _title_words(words).isdisjoint(prose.words):
        return
    yield from _titled(text, words) if beside_players else _titled_together(text, words)
    yield from _apposed(text, words)
    for start, end in spots(prose.small, present(_as(words), prose.words)):
        yield from _appointed(text, prose.small, start, end, words)


def _titled(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """``guitarist Kit Hale``, in a sentence that names players in brackets as well."""
    book = role_book(words)
    for token in TOKEN.finditer(text):
        title = token[0].casefold()
        role = book.people[title] if title in book.titles and book.people[title] not in OPEN_ROLES else None
        run = names_after(text, token.end() + 1, words) if role else None
        if role is None or run is None or is_possessive(run) or " " not in run.makers[0].name:
            continue
        for value in credits_of((PrintedRole(role, token[0]),), [Maker(maker.name) for maker in run.makers], words):
            yield Hit(value, text[token.start() : run.end], (token.start(), run.end))


def _titled_together(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """``guitarist Kit Hale, drummer Jo Pike and bassist Bo Tarn``: two and more in one sentence, in different roles."""
    sentences: dict[int, list[Hit[Credit]]] = {}
    people, titles = role_book(words).people, _sure_titles(words)
    if len({people[title] for title in titles.intersection(lowered_without(text, _JOINTS, _LOWERING).split())}) < 2:
        return
    for hit in _titled(text, words):
        if hit.span is not None:
            sentences.setdefault(sentence_start(text, hit.span[0]), []).append(hit)
    for hits in sentences.values():
        last = hits[-1].span[1] if hits[-1].span else 0
        named = {hit.value.names for hit in hits}
        if len(named) > 1 and len({hit.value.role for hit in hits}) > 1 and not tells_elsewhere(text, last, words):
            yield from hits


def _apposed(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """``Kit Hale, guitarist and producer of the band``: a name, and behind it more than one role."""
    book = role_book(words)
    if book.titles.isdisjoint(words_of(text)):
        return
    for match in _APPOSED.finditer(text):
        roles, length = _leading_people(match["roles"], words)
        found = name_before(text, match.start(), words) if len(roles) > 1 else None
        if found is not None and " " in found[0]:
            span = found[1], match.start("roles") + length
            for value in credits_of(roles, (Maker(found[0]),), words):
                yield Hit(value, text[slice(*span)], span)


def _leading_people(text: str, words: Words) -> tuple[tuple[PrintedRole, ...], int]:
    """The roles that a list of people's roles begins with, and where the last one ends.

    ``guitarist, composer and producer of the band``: three, up to ``producer``.
    """
    book = role_book(words)
    roles: list[PrintedRole] = []
    start = end = 0
    for match in (*book.splitter.finditer(text), None):
        stop = match.start() if match else len(text)
        part = text[start:stop].strip()
        whole = part.casefold()
        title = whole if whole in book.titles else whole.partition(" ")[0]
        if part and (title not in book.titles or part[len(title) + 1 : len(title) + 2].isupper()):
            break
        if part:
            roles.append(PrintedRole(book.people[title], title))
            end = text.index(part, start) + len(title)
        if title != whole:
            break
        start = match.end() if match else stop
    return () if OPEN_ROLES.intersection(one.role for one in roles) else tuple(roles), end


def _appointed(text: str, small: str, start: int, end: int, words: Words) -> Iterator[Hit[Credit]]:
    """``with Kit Hale as producer``, ``Bo Tarn has been added as a second guitarist``."""
    book = role_book(words)
    tokens = list(TOKEN.finditer(small, end, end + REACH))[:MAX_BEFORE_THING]
    for index, token in enumerate(tokens):
        role = _person_at(tokens, index, book)
        if role is not None:
            before = list(names_before(text, start - 1, words)) or list(acting_before(text, start, words, APPOINTING))
            for name, name_start in reversed(before):
                if " " in name and role.role not in OPEN_ROLES:
                    for value in credits_of((role,), (Maker(name),), words):
                        yield Hit(value, text[name_start : token.end()], (name_start, token.end()))
            return
        if index == MAX_LOOSE or not (may_precede(token[0], book) or _is_adjective(token, text, words)):
            return


def _person_at(tokens: list[re.Match[str]], start: int, book: RoleBook) -> PrintedRole | None:
    for length in (3, 2, 1):
        if start + length <= len(tokens):
            first, last = tokens[start], tokens[start + length - 1]
            printed = first.string[first.start() : last.end()].rstrip(CLOSING)
            if printed in book.people:
                return PrintedRole(book.people[printed], printed)
    return None


def _is_adjective(token: re.Match[str], text: str, words: Words) -> bool:
    article = token[0] in words.work.articles
    return article or (token[0].isalpha() and text[token.start()].islower() and token[0] not in words.page.stop_words)
