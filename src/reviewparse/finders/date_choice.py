"""Choosing one date among those a page shows and those it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewparse.evidence import Candidate
from reviewparse.finders.date_order import agreeing, within_a_day
from reviewparse.model import PartialDate
from reviewparse.resolve import AGREED, MAX_CONFIDENCE, OUTRANKED, Choice, agree

WEAK = 0.7
"""A finder trusted less looks in places where other dates may stand, too."""

LABELLED = "published.labelled"
TOLD = frozenset((LABELLED, "published.labelled_at_end", "published.element"))
"""Finders of dates that the page prints as dates of publication."""

DateCandidate = Candidate[PartialDate]


def choose_published(candidates: Sequence[DateCandidate]) -> Choice[PartialDate]:
    """The date of publication.

    The most trusted one wins, with these exceptions: of two days in a row the printed one, since a machine's may have
    moved with its time zone; of a month and a day in it the day; and a date printed as one of publication outranks
    metadata of a later year, which archives stamp when they move.
    """
    ranked = agree(_one_way(candidates), PartialDate.isoformat)
    if not ranked:
        return Choice()
    winner = ranked[0]
    for other in ranked[1:]:
        if winner.evidence.span is None and (_corrects(other, winner) or _predates(other, winner)):
            winner = other
            break
        if _refines(other.value, winner.value):
            winner = _told_finer(other, winner)
            break
    return _choice(winner, ranked)


def choose_updated(candidates: Sequence[DateCandidate]) -> Choice[PartialDate]:
    """The date of the last change: as for publication."""
    return choose_published(candidates)


def _choice(winner: DateCandidate, ranked: Sequence[DateCandidate]) -> Choice[PartialDate]:
    losers = [
        replace(other, lost=AGREED if _refines(winner.value, other.value) else OUTRANKED)
        for other in ranked
        if other.evidence.span != winner.evidence.span or other.evidence.locator != winner.evidence.locator
    ]
    return Choice((winner,), tuple(losers))


def _told_finer(fine: DateCandidate, coarse: DateCandidate) -> DateCandidate:
    """The finer date, with the coarse one as its witness."""
    mine, other = fine.evidence, coarse.evidence
    confidence = min(MAX_CONFIDENCE, 1 - (1 - mine.confidence) * (1 - other.confidence))
    return replace(fine, evidence=replace(mine, confidence=confidence, agreed_by=(*mine.agreed_by, other.finder)))


def _one_way(candidates: Sequence[DateCandidate]) -> list[DateCandidate]:
    """Candidates, ambiguous ones turned to the reading that another candidate has, to the day or nearly."""
    certain = [candidate.value for candidate in candidates if candidate.value.alternative is None]
    return [replace(candidate, value=agreeing(candidate.value, certain)) for candidate in candidates]


def _corrects(printed: DateCandidate, stated: DateCandidate) -> bool:
    """Whether it is printed beside the headline or under a label, a day beside the stated one."""
    near = printed.evidence.span is not None and printed.evidence.confidence > WEAK
    return near and within_a_day(printed.value, stated.value)


def _predates(printed: DateCandidate, stated: DateCandidate) -> bool:
    """Whether it is printed as the date of publication, and the stated one is later: by years, or under a label at all.

    A date printed later than the stated one is that of a change, or another article's.
    """
    if printed.evidence.span is None or printed.evidence.finder not in TOLD:
        return False
    if printed.evidence.finder == LABELLED:
        return bool(printed.value.day) and printed.value.isoformat() < stated.value.isoformat()
    return printed.value.year < stated.value.year - 1


def _refines(fine: PartialDate, coarse: PartialDate) -> bool:
    """Whether one date is the other one, told more precisely."""
    return len(fine.isoformat()) > len(coarse.isoformat()) and fine.isoformat().startswith(coarse.isoformat())
