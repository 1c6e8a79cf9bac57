"""Where a list of credits begins and ends among lines: below a heading, or by the shape of its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_names import are_makers, cut_makers
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.credits_cast import scan_cast
from reviewparse.parsers.credits_personnel import (
    Item,
    could_be_role,
    cut_items,
    is_ensemble,
    known_roles,
    scan_personnel,
)
from reviewparse.parsers.labels import MAX_LABEL, fold, split_label
from reviewparse.parsers.roles import ACTOR, PrintedRole, RoleBook, role_book

MAX_LINES = 120
"""Lines of the longest list."""

MAX_ENTRY = 200
"""Characters of the longest line of a list."""

_EDGES = "()[].,;:–-"

_CUTS = str.maketrans("/_", "  ")


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading of a list, and where on its line the list may begin already."""

    role: PrintedRole | None
    """Role of names without one: ``member`` below ``Band:``; ``None`` below ``Personnel``."""
    value_start: int


def opening_of(line: str, words: Words) -> Opening | None:
    """The heading a line is, or begins with.

    >>> from reviewparse.languages import load
    >>> opening_of("Guests: Nell Farrow (violin)", load("en"))
    Opening(role=PrintedRole(role='guest', printed='Guests'), value_start=8)
    """
    book = role_book(words)
    if len(line) <= MAX_LABEL and fold(line) in book.headings:
        return Opening(_printed(line, book.headings[fold(line)]), len(line))
    labelled = split_label(line)
    if labelled is None or labelled.label not in book.headings:
        return None
    role = book.headings[labelled.label]
    if role is None and labelled.label in book.labels and not holds_role(labelled.value, book):
        # "Production: Kit Hale" is a label, "Production:" before a list of roles a heading
        return None
    return Opening(_printed(line[: labelled.offset], role), labelled.offset)


def _printed(label: str, role: Role | None) -> PrintedRole | None:
    return PrintedRole(role, label.strip(" :：–—-=|~•*#")) if role is not None else None


def holds_role(line: str, book: RoleBook) -> bool:
    """Whether a word that ends a role stands in a line."""
    return not book.list_words.isdisjoint([word.strip(_EDGES) for word in line.casefold().translate(_CUTS).split()])


def scan_headed(lines: Sequence[str], start: int, words: Words) -> tuple[list[Hit[Credit]], int]:
    """The credits of the list a heading opens, and the number of the line behind it.

    Spans count from the beginning of the heading's line, lines joined by newlines.
    """
    opening = opening_of(lines[start], words)
    if opening is None:
        return [], start
    value = lines[start][opening.value_start :]
    if opening.role is not None and value:
        plain = list(_plain(lines[start], opening, words))
        if plain:
            return plain, start + 1
    following = takewhile(lambda line: _belongs(line, opening.role, words), islice(lines, start + 1, start + MAX_LINES))
    body = [value, *following]
    if opening.role is not None and opening.role.role == ACTOR:
        hits = list(scan_cast(body, words, printed=opening.role.printed))
    else:
        hits = list(scan_personnel(body, words, default=opening.role))
    return [hit.shifted(opening.value_start) for hit in hits], start + (len(body) if hits else 0)


def _plain(line: str, opening: Opening, words: Words) -> Iterator[Hit[Credit]]:
    """``Band: Ida Moss, Kit Hale``: nothing but names behind the heading."""
    value = line[opening.value_start :]
    if opening.role is None or any(item.right for item in cut_items(value, words)):
        return
    makers = cut_makers(value, words)
    if are_makers(makers, words):
        yield from (Hit(credit, line, (0, len(line))) for credit in credits_of((opening.role,), makers, words))


def scan_unheaded(lines: Sequence[str], start: int, words: Words) -> tuple[list[Hit[Credit]], int]:
    """The credits of a list that only its entries tell: two at least, each a name and a known role."""
    if not _is_pairs(lines[start], words):
        return [], start
    following = takewhile(lambda line: _belongs(line, None, words), islice(lines, start + 1, start + MAX_LINES))
    body = [lines[start], *following]
    while not _is_pairs(body[-1], words):
        body.pop()
    known, pairs = 0, 0
    for line in body:
        found = [item for item in cut_items(line, words) if item.right]
        pairs += len(found)
        known += sum(_is_known(item, words) for item in found)
        known += sum(is_ensemble(item.left, words) for item in cut_items(line, words) if not item.right)
    if known < 2 or 2 * known < pairs:
        return [], start
    hits = list(scan_personnel(body, words))
    return hits, start + (len(body) if hits else 0)


def _belongs(line: str, role: PrintedRole | None, words: Words) -> bool:
    """Whether a line below a heading is an entry of its list."""
    if not line.strip() or len(line) > MAX_ENTRY or opening_of(line, words) is not None:
        return False
    items = cut_items(line, words)
    return bool(items) and all(_is_entry(item, role, words) for item in items)


def _is_entry(item: Item, role: PrintedRole | None, words: Words) -> bool:
    if not item.right:
        return "/" in item.left or (role is not None and " " in item.left and _are_names(item.left, words))
    if role is not None:
        return any(_are_names(side, words) for side in (item.left, item.right))
    return any(
        _are_names(names, words) and (known_roles(other, words) or (" " in names and could_be_role(other, words)))
        for names, other in _both_ways(item)
    )


def _is_pairs(line: str, words: Words) -> bool:
    """Whether a line is an entry, or several, and one of them holds a known role."""
    if len(line) > MAX_ENTRY or not holds_role(line, role_book(words)):
        return False
    paired = [item for item in cut_items(line, words) if item.right]
    return any(_is_known(item, words) for item in paired) and all(_is_entry(item, None, words) for item in paired)


def _is_known(item: Item, words: Words) -> bool:
    return any(known_roles(roles, words) and _are_names(names, words) for names, roles in _both_ways(item))


def _both_ways(item: Item) -> Iterator[tuple[str, str]]:
    yield item.left, item.right
    yield item.right, item.left


def _are_names(text: str, words: Words) -> bool:
    return are_makers(cut_makers(text.strip(" ."), words), words)
