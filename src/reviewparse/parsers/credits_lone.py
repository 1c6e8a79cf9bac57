"""Entries of lists that stand alone: in a cell ``Nora Holt – Producer`` is a credit, on a page it may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credit_ensembles import is_ensemble
from reviewparse.parsers.credit_names import is_full
from reviewparse.parsers.credit_runs import names_after
from reviewparse.parsers.credit_values import Share, credits_of, credits_of_shares
from reviewparse.parsers.credits_cast import cut_entries, read_cast
from reviewparse.parsers.credits_personnel import Item, known_roles, read_items
from reviewparse.parsers.labels import fold
from reviewparse.parsers.names import looks_like_author
from reviewparse.parsers.roles import ACTOR, PrintedRole, role_book

MAX_LINES = 40
"""Lines of the longest cell."""

MAX_ENTRY = 120
"""Characters of the longest line."""

_LEADERS = re.compile(r"\A(?P<left>[^\W\d_][^\d.…]{1,40}?)\s?(?:\.\s?){3,60}(?P<right>[^\W\d_][^\d…]{2,40})")
"""Dots across a column: ``Captain Hode ..... Bo Tarn``."""

MAX_PART = 4
"""Words of the longest part of an actor."""


def lone_entries(lines: Sequence[str], words: Words) -> tuple[Credit, ...]:
    """The credits of a cell each line of which is an entry: a full name and a known role, or ``as`` and a part.

    >>> from reviewparse.languages import load
    >>> [(one.role, one.names) for one in lone_entries(["Nora Holt - Producer"], load("en"))]
    [('producer', ('Nora Holt',))]
    """
    printed = [line for line in lines if line.strip()]
    if len(printed) > MAX_LINES or any(len(line) > MAX_ENTRY for line in printed):
        return ()
    led = [_LEADERS.fullmatch(line) for line in printed]
    if len(led) > 1 and all(led):
        return tuple(_across([(match["left"].strip(), match["right"].strip()) for match in led if match], words))
    found = [list(_entries(line, words)) for line in printed]
    return tuple(one for entries in found for one in entries) if all(found) else ()


def _across(pairs: Sequence[tuple[str, str]], words: Words) -> Iterator[Credit]:
    """``Captain Hode ..... Bo Tarn``: parts and actors; more full names stand on the side of the actors."""
    people = [[is_full(side) and looks_like_author(side, words) for side in pair] for pair in pairs]
    actors = 1 if sum(right for _, right in people) >= sum(left for left, _ in people) else 0
    for pair, known in zip(pairs, people, strict=True):
        if known[actors]:
            share = Share(pair[actors], character=pair[1 - actors])
            yield from credits_of_shares((PrintedRole(ACTOR, ""),), [share])


def _entries(line: str, words: Words) -> Iterator[Credit]:
    """The credits of one line; none unless all of it is entries."""
    items = cut_entries(line.rstrip(" ."), words)
    opening = line.partition(" ")[0]
    if opening.casefold() in words.credits.company:
        yield from _company(line, len(opening) + 1, words)
        return
    if not items:
        return
    if (
        len(items) == 1
        and "/" in line
        and is_ensemble(items[0].left, words)
        and looks_like_author(items[0].right, words)
    ):
        yield from (credit for _, credit in read_items([Item(line, "", 0, 0, len(line))], words))
        return
    if all(_is_played(item, words) for item in items):
        yield from (credit for _, credit in read_items(items, words))
    elif any(f" {word} " in line.casefold() for word in words.credits.as_) and all(
        _is_acted(item, words) for item in items
    ):
        yield from (credit for _, credit in read_cast(items, words, PrintedRole(ACTOR, "")))


def _company(line: str, start: int, words: Words) -> Iterator[Credit]:
    """``With Bo Tarn, Ida Moss``: several full names and nothing else are actors."""
    run = names_after(line, start, words)
    if (
        run is not None
        and len(run.makers) > 1
        and not line[run.end :].strip(" .")
        and all(is_full(m.name) for m in run.makers)
    ):
        yield from credits_of((PrintedRole(ACTOR, line[: start - 1]),), run.makers, words)


def _is_played(item: Item, words: Words) -> bool:
    """Whether an entry is a full name and what its bearer does, but for those who made the page."""
    return any(
        is_full(name) and looks_like_author(name, words) and _makes_work(role, words)
        for name, role in ((item.left, item.right), (item.right, item.left))
        if name and role
    )


def _makes_work(text: str, words: Words) -> bool:
    """Whether all of a side are roles, and none as often of those who make pages."""
    book, roles = role_book(words), known_roles(text, words)
    printed = {fold(text), *(fold(role.printed) for role in roles)}
    return bool(roles) and printed.isdisjoint(book.page_makers)


def _is_acted(item: Item, words: Words) -> bool:
    part = item.right.split()
    return (
        0 < len(part) <= MAX_PART
        and part[0][0].isupper()
        and part[-1][0].isupper()
        and is_full(item.left)
        and looks_like_author(item.left, words)
    )
