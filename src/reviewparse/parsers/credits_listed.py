"""Where a list of credits begins and ends among lines: below a heading, or by the shape of its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_ensembles import is_ensemble
from reviewparse.parsers.credit_names import are_makers, cut_makers, is_full
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.credits_cast import cut_entries, scan_cast
from reviewparse.parsers.credits_personnel import (
    Item,
    could_be_role,
    cut_items,
    holds_role,
    known_roles,
    scan_personnel,
)
from reviewparse.parsers.labels import MAX_LABEL, fold, split_label
from reviewparse.parsers.names import looks_like_author
from reviewparse.parsers.roles import ACTOR, MEMBER, PrintedRole, role_book

MAX_LINES = 120
"""Lines of the longest list."""

MAX_ENTRY = 200
"""Characters of the longest line of a list."""


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


def scan_headed(lines: Sequence[str], start: int, words: Words) -> tuple[list[Hit[Credit]], int]:
    """The credits of the list a heading opens, and the number of the line behind it.

    Spans count from the beginning of the heading's line, lines joined by newlines.
    """
    opening = opening_of(lines[start], words)
    if opening is None:
        return [], start
    following = takewhile(lambda line: _belongs(line, opening.role, words), islice(lines, start + 1, start + MAX_LINES))
    body = [lines[start][opening.value_start :], *following]
    if not body[0] and not _is_list(body[1:], opening.role, words):
        return [], start
    hits = list(scan_valued(body, opening.role, words))
    return [hit.shifted(opening.value_start) for hit in hits], start + (len(body) if hits else 0)


def scan_valued(lines: Sequence[str], role: PrintedRole | None, words: Words) -> Iterator[Hit[Credit]]:
    """The credits of the entries below or behind a heading; spans count from the start of the first line."""
    only_names = len(lines) == 1 and _holds_only_names(lines[0], words)
    plain = list(_plain(lines[0], role, words)) if only_names and role is not None else []
    if plain or (only_names and role is not None and role.role == MEMBER):
        yield from plain
    elif role is None or role.role != ACTOR:
        yield from scan_personnel(lines, words, default=role)
    elif _name_players(lines, words):
        yield from scan_personnel(lines, words)
    else:
        yield from scan_cast(lines, words, printed=role.printed)


def _holds_only_names(value: str, words: Words) -> bool:
    """Whether nothing is paired in a value; strokes may stand for the commas of a list of full names."""
    if not any(item.right for item in cut_items(value, words)):
        return True
    makers = cut_makers(value, words) if " / " in value and "," not in value else ()
    return (
        bool(makers) and all(not maker.note and is_full(maker.name) for maker in makers) and are_makers(makers, words)
    )


def _name_players(lines: Sequence[str], words: Words) -> bool:
    """Whether a heading that may mean cast or line-up (``Besetzung``) stands over players."""
    items = [item for line in lines for item in cut_items(line, words) if item.right]
    return 2 * sum(_is_known(item, words) for item in items) > len(items)


def _plain(value: str, role: PrintedRole, words: Words) -> Iterator[Hit[Credit]]:
    """``Band: Ida Moss, Kit Hale``: nothing but names behind the heading; a single one is the band's."""
    makers = cut_makers(value, words)
    if are_makers(makers, words) and (len(makers) > 1 or role.role != MEMBER):
        yield from (Hit(credit, value, (0, len(value))) for credit in credits_of((role,), makers, words))


def _is_list(body: Sequence[str], role: PrintedRole | None, words: Words) -> bool:
    """Whether lines below a bare heading are its list: names alone could be anything a page links to."""
    items = [item for line in body for item in _cut(line, role, words)]
    if role is not None and role.role == ACTOR:
        names = sum(looks_like_author(item.left, words) for item in items)
        return sum(bool(item.right) for item in items) > 1 or 1 < names == len(items)
    return any(_is_known(item, words) for item in items)


@dataclass(frozen=True, slots=True)
class _Survey:
    """What the entries of one line are: numbers of them."""

    items: int = 0
    known: int = 0
    """A name beside a known role, or an ensemble."""
    likely: int = 0
    """A full name beside what has the form of a role."""

    @property
    def convinces(self) -> bool:
        """Whether the line is a list by itself; one entry in four may be something else."""
        return self.known > 0 and 4 * (self.known + self.likely) >= 3 * self.items


def _survey(line: str, words: Words) -> _Survey:
    items = cut_items(line, words)
    known = [_is_known(item, words) or (not item.right and is_ensemble(item.left, words)) for item in items]
    likely = sum(not sure and _is_likely(item, words) for item, sure in zip(items, known, strict=True))
    return _Survey(len(items), sum(known), likely)


def scan_unheaded(lines: Sequence[str], start: int, words: Words) -> tuple[list[Hit[Credit]], int]:
    """The credits of a list that only its entries tell: two at least, each a name and a known role."""
    surveys = [_survey(lines[start], words)]
    if not surveys[0].convinces:
        return [], start
    for line in islice(lines, start + 1, start + MAX_LINES):
        survey = _survey(line, words) if _may_belong(line, words) else _Survey()
        if not survey.items or survey.known + survey.likely < survey.items:
            break
        surveys.append(survey)
    while not surveys[-1].convinces:
        surveys.pop()
    known = sum(survey.known for survey in surveys)
    if known < 2 or 2 * known < sum(survey.items for survey in surveys):
        return [], start
    body = lines[start : start + len(surveys)]
    hits = list(scan_personnel(body, words))
    return hits, start + (len(body) if hits else 0)


def _may_belong(line: str, words: Words) -> bool:
    return bool(line.strip()) and len(line) <= MAX_ENTRY and opening_of(line, words) is None


def _belongs(line: str, role: PrintedRole | None, words: Words) -> bool:
    """Whether a line below a heading is an entry of its list."""
    if not _may_belong(line, words) or (role is not None and _is_labelled(line, words)):
        return False
    items = _cut(line, role, words)
    return bool(items) and all(_is_entry(item, role, words) for item in items)


def _cut(line: str, role: PrintedRole | None, words: Words) -> list[Item]:
    """The entries of a line of the list that a heading opens."""
    return cut_entries(line, words) if role is not None and role.role == ACTOR else cut_items(line, words)


def _is_labelled(line: str, words: Words) -> bool:
    """Whether a line below a cast or list of guests states something else: ``Screenplay: Jo Pike``."""
    book, labelled = role_book(words), split_label(line)
    return labelled is not None and (labelled.label in book.labels or labelled.label in book.others)


def _is_entry(item: Item, role: PrintedRole | None, words: Words) -> bool:
    if not item.right:
        return is_ensemble(item.left, words) or (role is not None and " " in item.left and _are_names(item.left, words))
    if role is not None:
        return any(_are_names(side, words) for side in (item.left, item.right))
    return _is_known(item, words) or _is_likely(item, words)


def _is_likely(item: Item, words: Words) -> bool:
    return bool(item.right) and any(
        " " in names and could_be_role(other, words) and _are_names(names, words)
        for names, other in ((item.left, item.right), (item.right, item.left))
    )


def _is_known(item: Item, words: Words) -> bool:
    if not item.right:
        return False
    if known_roles(item.right, words) and _are_names(item.left, words):
        return True
    return bool(known_roles(item.left, words, leading=True)) and _are_names(item.right, words)


def _are_names(text: str, words: Words) -> bool:
    return are_makers(cut_makers(text.strip(" ."), words), words)
