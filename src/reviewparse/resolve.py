"""The only place where candidates are compared: agreement, conflict, choice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from reviewparse.evidence import Candidate

T = TypeVar("T")

MAX_CONFIDENCE = 0.99
"""Agreement never makes a value certain."""

MAX_WITNESSES = 20
"""Places that say the same, above which another one adds nothing."""

AGREED, OUTRANKED, OVERLAPS, DOUBTFUL = (
    "same as the chosen one",
    "less trusted, or later",
    "read from the same text",
    "too doubtful",
)


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """What was chosen for a field, and what was not, with the reason each lost."""

    winners: tuple[Candidate[T], ...] = ()
    losers: tuple[Candidate[T], ...] = ()
    cut_short: bool = False
    """Whether there were more candidates than are considered."""


def by_trust(candidate: Candidate[T]) -> tuple[float, int]:
    """Sorting key: the most trusted first, then the earliest on the page, metadata before text."""
    span = candidate.evidence.span
    return (-candidate.evidence.confidence, span[0] if span else -1)


def agree(candidates: Iterable[Candidate[T]], key: Callable[[T], Hashable]) -> list[Candidate[T]]:
    """Candidates with equal values as one, its confidence raised for each other place on the page that says the same.

    Two finders that quote the same text are one witness.
    """
    groups: dict[Hashable, list[Candidate[T]]] = {}
    for candidate in sorted(candidates, key=by_trust):
        groups.setdefault(key(candidate.value), []).append(candidate)
    return sorted((_pooled(group) for group in groups.values()), key=by_trust)


def _pooled(group: list[Candidate[T]]) -> Candidate[T]:
    first = group[0]
    doubt, witnesses = 1 - first.evidence.confidence, [first]
    for other in group[1:]:
        if len(witnesses) > MAX_WITNESSES:
            break
        if not any(_same_place(other, witness) for witness in witnesses):
            doubt *= 1 - other.evidence.confidence
            witnesses.append(other)
    if len(witnesses) == 1:
        return first
    evidence = replace(
        first.evidence,
        confidence=min(MAX_CONFIDENCE, max(first.evidence.confidence, 1 - doubt)),
        agreed_by=tuple(dict.fromkeys(witness.evidence.finder for witness in witnesses[1:])),
    )
    return replace(first, evidence=evidence)


def _same_place(one: Candidate[T], other: Candidate[T]) -> bool:
    a, b = one.evidence, other.evidence
    if a.span is None or b.span is None:
        return a.span is b.span and a.locator == b.locator
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


def best(candidates: Sequence[Candidate[T]], key: Callable[[T], Hashable]) -> Choice[T]:
    """One value: the most trusted after agreement, the earliest among equals."""
    ranked = agree(candidates, key)
    if not ranked:
        return Choice()
    return Choice((ranked[0],), tuple(replace(loser, lost=OUTRANKED) for loser in ranked[1:]))


def doubtful(choice: Choice[T], least: float) -> Choice[T]:
    """The choice without winners trusted less than ``least``."""
    kept = tuple(winner for winner in choice.winners if winner.evidence.confidence >= least)
    if len(kept) == len(choice.winners):
        return choice
    dropped = [replace(winner, lost=DOUBTFUL) for winner in choice.winners if winner not in kept]
    return Choice(kept, (*dropped, *choice.losers), choice.cut_short)


def by_place(candidate: Candidate[T]) -> tuple[int, int]:
    """Sorting key: page order, metadata last."""
    span = candidate.evidence.span
    return (0, span[0]) if span else (1, 0)
