"""Choosing one date among those a page shows and those it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewparse.evidence import Candidate
from reviewparse.finders.date_order import agreeing, swapped, within_a_day
from reviewparse.model import PartialDate
from reviewparse.resolve import AGREED, MAX_CONFIDENCE, OUTRANKED, Choice, agree

DateCandidate = Candidate[PartialDate]

LABELLED = ".labelled"
ELEMENT = ".element"
BESIDE_HEADLINE = ".beside_headline"
NEAR = (LABELLED, ELEMENT, BESIDE_HEADLINE)
"""Ends of the names of finders that read printed dates around the headline."""

STATED = (".front_matter", ".data", ".open_graph", ".microformat", ".meta")
"""Ends of the names of finders that read metadata of the article."""


def choose_published(candidates: Sequence[DateCandidate]) -> Choice[PartialDate]:
    """The date of publication.

    The most trusted one wins, with these exceptions. Of two as trusted the one with a label wins. Metadata outranks a
    printed date without a label, and an element whose date is later, which is that of a change. A date printed as one
    of publication outranks metadata of a later day, which archives stamp when they move. Of two days in a row the one
    printed near the headline wins, since a machine's may have moved with its time zone; the printed one wins, too,
    where the machine's has day and month swapped; of a month and a day in it the day.
    """
    ranked = agree(_one_way(candidates), PartialDate.isoformat)
    if not ranked:
        return Choice()
    winner = next((other for other in ranked if _says_so(other, ranked[0])), ranked[0])
    stated = next((other for other in ranked if _is(other, STATED)), None)
    if stated is not None and _yields_to(winner, stated):
        winner = stated
    for other in ranked:
        if _is(winner, STATED) and (_corrects(other, winner) or _predates(other, winner)):
            winner = other
            break
    finer = next((other for other in ranked if _refines(other.value, winner.value)), None)
    return _choice(_told_finer(finer, winner) if finer else winner, ranked)


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
    return [
        replace(candidate, value=agreeing(candidate.value, certain)) if candidate.value.alternative else candidate
        for candidate in candidates
    ]


def _is(candidate: DateCandidate, ends: tuple[str, ...]) -> bool:
    return candidate.evidence.finder.endswith(ends)


def _says_so(labelled: DateCandidate, winner: DateCandidate) -> bool:
    """Whether a day printed as that of publication is trusted as much as one printed without a label."""
    equal = labelled.evidence.confidence >= winner.evidence.confidence
    return equal and _is(winner, (BESIDE_HEADLINE,)) and _is(labelled, (LABELLED,)) and bool(labelled.value.day)


def _yields_to(winner: DateCandidate, stated: DateCandidate) -> bool:
    """Whether the most trusted one is a printed date that tells less of publication than metadata does."""
    if _is(winner, STATED) or _refines(winner.value, stated.value):
        return False
    if winner.value.day is None and stated.value.day is not None:
        return True  # a month is as often that of an issue or a release
    if _is(winner, (LABELLED,)):
        return False
    return not _is(winner, (ELEMENT,)) or stated.value.isoformat() < winner.value.isoformat()


def _corrects(printed: DateCandidate, stated: DateCandidate) -> bool:
    """Whether a printed date is the stated one but for what machines do: a day's shift, day and month swapped."""
    if not _is(printed, NEAR) or printed.value == stated.value:
        return False
    turned = swapped(stated.value)
    return within_a_day(printed.value, stated.value) or (turned is not None and within_a_day(printed.value, turned))


def _predates(printed: DateCandidate, stated: DateCandidate) -> bool:
    """Whether it is printed as a date of publication and the stated one is later: by a day, without label by years."""
    if _is(printed, (LABELLED,)):
        return bool(printed.value.day) and printed.value.isoformat() < stated.value.isoformat()
    return _is(printed, (ELEMENT, "labelled_at_end")) and printed.value.year < stated.value.year - 1


def _refines(fine: PartialDate, coarse: PartialDate) -> bool:
    """Whether one date is the other one, told more precisely."""
    return len(fine.isoformat()) > len(coarse.isoformat()) and fine.isoformat().startswith(coarse.isoformat())
