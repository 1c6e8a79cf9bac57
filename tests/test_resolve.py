"""Agreement, conflict, choice."""

from __future__ import annotations

from reviewparse.evidence import Candidate, Evidence, Span
from reviewparse.resolve import DOUBTFUL, MAX_CONFIDENCE, OUTRANKED, agree, best, doubtful


def candidate(value: str, confidence: float, span: Span | None = None, locator: str | None = None) -> Candidate[str]:
    evidence = Evidence(finder=f"x.{confidence}", quote=value, span=span, locator=locator, confidence=confidence)
    return Candidate(value=value, evidence=evidence)


def test_the_most_trusted_wins_and_the_loser_says_why() -> None:
    choice = best([candidate("a", 0.6, (0, 1)), candidate("b", 0.9, (5, 6))], str)
    assert [winner.value for winner in choice.winners] == ["b"]
    assert [(loser.value, loser.lost) for loser in choice.losers] == [("a", OUTRANKED)]


def test_the_earliest_wins_among_equals() -> None:
    assert best([candidate("b", 0.9, (5, 6)), candidate("a", 0.9, (0, 1))], str).winners[0].value == "a"


def test_agreement_counts_from_another_place_only() -> None:
    same_text = agree([candidate("a", 0.6, (0, 4)), candidate("a", 0.5, (2, 5))], str)
    elsewhere = agree([candidate("a", 0.6, (0, 4)), candidate("a", 0.5, (9, 12))], str)
    assert same_text[0].evidence.confidence == 0.6
    assert elsewhere[0].evidence.confidence == 0.8
    assert elsewhere[0].evidence.agreed_by == ("x.0.5",)


def test_two_facts_at_one_locator_are_one_witness() -> None:
    (one,) = agree([candidate("a", 0.6, locator="meta"), candidate("a", 0.6, locator="meta")], str)
    assert one.evidence.confidence == 0.6


def test_agreement_may_overturn_and_never_makes_certain() -> None:
    choice = best([candidate("b", 0.9, (0, 1)), candidate("a", 0.8, (3, 4)), candidate("a", 0.8, (6, 7))], str)
    assert choice.winners[0].value == "a"
    many = agree([candidate("a", 0.9, (n, n + 1)) for n in range(9)], str)
    assert many[0].evidence.confidence == MAX_CONFIDENCE


def test_doubtful_winners_become_losers() -> None:
    choice = doubtful(best([candidate("a", 0.4)], str), 0.5)
    assert choice.winners == ()
    assert choice.losers[0].lost == DOUBTFUL


def test_nothing_found_is_nothing_chosen() -> None:
    assert best([], str).winners == ()
