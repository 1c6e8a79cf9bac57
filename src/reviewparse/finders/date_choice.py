"""Choosing one date among those a page shows and those it states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reviewparse.evidence import Candidate
from reviewparse.model import PartialDate
from reviewparse.resolve import AGREED, OUTRANKED, Choice, agree

WEAK = 0.7
"""A finder trusted less looks in places where other dates may stand, too."""

DateCandidate = Candidate[PartialDate]


def choose_published(candidates: Sequence[DateCandidate]) -> Choice[PartialDate]:
    """The date of publication.

    The most trusted one wins, with these exceptions: of two days in a row the printed one, since a machine's may have
    moved with its time zone; of a month and a day in it the day; and a printed date near the headline outranks
    metadata of another year, which archives stamp when they move.
    """
    ranked = agree(_one_way(candidates), PartialDate.isoformat)
    if not ranked:
        return Choice()
    winner = ranked[0]
    for other in ranked[1:]:
        if _corrects(other.value, winner.value) and _is_printed_near(other) and winner.evidence.span is None:
            winner = other
            break
        if _refines(other.value, winner.value):
            winner = other
    return _choice(winner, ranked)


def choose_updated(candidates: Sequence[DateCandidate]) -> Choice[PartialDate]:
    """The date of the last change: as for publication."""
    return choose_published(candidates)


def _choice(winner: DateCandidate, ranked: Sequence[DateCandidate]) -> Choice[PartialDate]:
    losers = [
        replace(other, lost=AGREED if _refines(winner.value, other.value) else OUTRANKED)
        for other in ranked
        if other is not winner
    ]
    return Choice((winner,), tuple(losers))


def _one_way(candidates: Sequence[DateCandidate]) -> list[DateCandidate]:
    """Candidates, ambiguous ones turned to the reading that another candidate has, to the day or nearly."""
    certain = [candidate.value for candidate in candidates if candidate.value.alternative is None]
    return [_turned(candidate, certain) for candidate in candidates]


def _turned(candidate: DateCandidate, certain: Sequence[PartialDate]) -> DateCandidate:
    date = candidate.value
    if date.alternative is None:
        return candidate
    readings = (replace(date, alternative=None), date.alternative)
    agreeing = [reading for reading in readings if any(_within_a_day(reading, other) for other in certain)]
    return replace(candidate, value=agreeing[0]) if len(agreeing) == 1 else candidate


def _corrects(printed: PartialDate, stated: PartialDate) -> bool:
    return printed != stated and _within_a_day(printed, stated)


def _within_a_day(one: PartialDate, other: PartialDate) -> bool:
    a, b = one.date(), other.date()
    return a is not None and b is not None and abs(a - b) <= dt.timedelta(days=1)


def _refines(fine: PartialDate, coarse: PartialDate) -> bool:
    """Whether one date is the other one, told more precisely."""
    return len(fine.isoformat()) > len(coarse.isoformat()) and fine.isoformat().startswith(coarse.isoformat())


def _is_printed_near(candidate: DateCandidate) -> bool:
    """Whether it stands beside the headline or under a label, not somewhere on the page."""
    return candidate.evidence.span is not None and candidate.evidence.confidence > WEAK
