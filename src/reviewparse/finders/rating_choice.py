"""One overall mark, one for each aspect or critic; printed twice is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewparse.evidence import Candidate
from reviewparse.model import Rating
from reviewparse.resolve import OUTRANKED, OVERLAPS, Choice, agree, by_place


def choose_ratings(candidates: Sequence[Candidate[Rating]]) -> Choice[Rating]:
    """The most trusted mark for each aspect and critic, in page order.

    The same share of another scale (``4/5`` and ``8/10``) agrees; of agreeing ones that with a printed maximum stays.
    """
    chosen: dict[tuple[str, str], Candidate[Rating]] = {}
    losers: list[Candidate[Rating]] = []
    for candidate in agree(candidates, _value):
        slot = _slot(candidate.value)
        winner = chosen.get(slot) or _longer_label(candidate.value, chosen)
        if winner is not None:
            better, worse = (candidate, winner) if _completes(candidate.value, winner.value) else (winner, candidate)
            chosen[_slot(winner.value)] = better
            losers.append(replace(worse, lost=OUTRANKED))
        elif any(_overlap(candidate, other) for other in chosen.values()):
            losers.append(replace(candidate, lost=OVERLAPS))
        else:
            chosen[slot] = candidate
    return Choice(tuple(sorted(chosen.values(), key=by_place)), tuple(losers))


def _longer_label(rating: Rating, chosen: dict[tuple[str, str], Candidate[Rating]]) -> Candidate[Rating] | None:
    """The same mark under a longer or shorter label: ``Harbour Weekly Sound`` above, ``Sound`` in the summary."""
    label, rater = _slot(rating)
    for (other, by), candidate in chosen.items():
        same = candidate.value.value == rating.value and candidate.value.best == rating.best and by == rater
        if same and label and other and (f" {label}".endswith(f" {other}") or f" {other}".endswith(f" {label}")):
            return candidate
    return None


def _completes(one: Rating, other: Rating) -> bool:
    """Whether it says the same as the other and prints the maximum, which the other does not."""
    return one.best is not None and other.best is None and one.value is not None and one.value == other.value


def _overlap(one: Candidate[Rating], other: Candidate[Rating]) -> bool:
    a, b = one.evidence.span, other.evidence.span
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _value(rating: Rating) -> tuple[object, ...]:
    share = None if rating.best is None or rating.fraction is None else round(rating.fraction, 6)
    number = rating.value if share is None else None
    return (*_slot(rating), share, number, rating.upper is None, rating.grade, rating.unrated)


def _slot(rating: Rating) -> tuple[str, str]:
    return (rating.label or "").casefold(), (rating.rater or "").casefold()
