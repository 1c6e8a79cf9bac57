"""Putting the work together: each part of it from the most trusted place that tells it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import fields, replace
from typing import Any

from reviewparse.evidence import Candidate
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_maker import ROLES_OF_KIND
from reviewparse.model import Credit, PartialDate, Work
from reviewparse.resolve import Choice, best

PARTS = tuple(field.name for field in fields(Work))
"""Title, creators, label ...: chosen one by one."""


def part_of(work: Work) -> str | None:
    """The part a partial work holds; finders yield one part at a time, so that each has its own evidence."""
    return next((name for name in PARTS if getattr(work, name)), None)


def merge_works(candidates: Sequence[Candidate[Work]]) -> Choice[Work]:
    """The work, and behind it its parts as they were found.

    The first winner is the whole, with the evidence of the title; the others are the parts with their own.
    """
    winners: list[Candidate[Work]] = []
    losers: list[Candidate[Work]] = []
    parts: dict[str | None, list[Candidate[Work]]] = {}
    for candidate in candidates:
        parts.setdefault(part_of(candidate.value), []).append(candidate)
    for name in PARTS:
        choice = _finer(best(parts.get(name, ()), _key)) if name == "released" else best(parts.get(name, ()), _key)
        winners += choice.winners
        losers += choice.losers
    if all(part_of(winner.value) == "type" for winner in winners):
        # what a page is about without a single fact of it is told by its kind
        return Choice((), (*winners, *losers))
    whole = replace(winners[0], value=join_works(winners))
    return Choice((whole, *winners[1:]), tuple(losers))


def _finer(choice: Choice[Work]) -> Choice[Work]:
    """The year gives way to a date in it: ``1981`` in a line of facts, ``in September 1981`` in the text."""
    first = choice.winners[0].value.released if choice.winners else None
    if first is None or first.month is not None:
        return choice
    for candidate in choice.losers:
        released = candidate.value.released
        if released is not None and released.year == first.year and released.month is not None:
            rest = [one for one in choice.losers if one is not candidate]
            return Choice((candidate,), (*choice.winners, *rest))
    return choice


def with_maker(choice: Choice[Work], credited: Sequence[Candidate[Credit]], kind: str | None) -> Choice[Work]:
    """A work without a maker takes the one its credits name: the director of a film, the studio of a game."""
    role = ROLES_OF_KIND.get(kind or "")
    whole = choice.winners[0].value if choice.winners else Work()
    if role is None or whole.title is None or whole.creators:
        return choice
    for credit in credited:
        if credit.value.role == role and credit.value.scope is None:
            maker = Candidate(value=Work(creators=credit.value.names), evidence=credit.evidence)
            return rejoined(replace(choice, winners=(*choice.winners, maker)))
    return choice


def rejoined(choice: Choice[Work]) -> Choice[Work]:
    """The choice with a whole made of the parts that are left; doubtful ones may have been dropped."""
    if not choice.winners:
        return choice
    first = choice.winners[0]
    name = part_of(first.value)
    alone = replace(first, value=Work(**{name: getattr(first.value, name)})) if name else first
    parts = (alone, *choice.winners[1:])
    if all(part_of(part.value) == "type" for part in parts):
        return replace(choice, winners=(), losers=(*parts, *choice.losers))
    return replace(choice, winners=(replace(alone, value=join_works(parts)), *parts[1:]))


def join_works(parts: Sequence[Candidate[Work]]) -> Work:
    """One work of candidates that hold a part each."""
    values: dict[str, Any] = {}
    for candidate in parts:
        name = part_of(candidate.value)
        if name is not None:
            values.setdefault(name, getattr(candidate.value, name))
    return Work(**values)


def _key(work: Work) -> Hashable:
    name = part_of(work)
    value = getattr(work, name) if name else None
    if isinstance(value, str):
        return fold_title(value)
    if isinstance(value, tuple):
        return tuple(map(fold_title, value))
    return value.isoformat() if isinstance(value, PartialDate) else value
