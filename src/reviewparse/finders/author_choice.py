"""Which of the named people wrote the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from reviewparse.evidence import Candidate
from reviewparse.resolve import OUTRANKED, Choice, best

REVIEWER = "authors.reviewer"
"""The finder whose label only a writer has: it outweighs any number of places that name the account of the page."""

WHOLE_BYLINES = frozenset(
    "authors." + place
    for place in ("reviewer", "at_headline", "in_sections", "in_markup", "at_end", "linked", "stated_and_seen")
)
"""Finders that see all authors of a page when they see more than another."""

Names = tuple[str, ...]

_ASCII_PUNCTUATION = b".,'`\""

_PUNCTUATION = str.maketrans("", "", ".,'’‘`´\"“”")


def key(name: str) -> str:
    """Comparable form of a name: no case, no accents, no punctuation.

    >>> key("J. R. O’Dáre") == key("j r odare")
    True
    """
    if name.isascii():
        return " ".join(name.lower().encode().translate(None, _ASCII_PUNCTUATION).decode().split())
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_PUNCTUATION)
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def choose_authors(candidates: Sequence[Candidate[Names]]) -> Choice[Names]:
    """One byline: the most trusted after agreement, its names completed from others that say more of the same people.

    ``Posted by Alessandro`` and a full name in the metadata that begins with it are one person. A visible byline that
    names the chosen author among others is the whole byline.
    """
    completed = _completed(candidates)
    choice = _as_reviewer(best(completed, _people), completed)
    if not choice.winners:
        return choice
    winner = choice.winners[0]
    chosen = set(_people(winner.value))
    for loser in choice.losers:
        if chosen < set(_people(loser.value)) and loser.evidence.finder in WHOLE_BYLINES:
            evidence = replace(loser.evidence, confidence=max(winner.evidence.confidence, loser.evidence.confidence))
            rest = (replace(winner, lost=OUTRANKED), *(other for other in choice.losers if other is not loser))
            return Choice((replace(loser, evidence=evidence, lost=None),), rest)
    return choice


def _as_reviewer(choice: Choice[Names], candidates: Sequence[Candidate[Names]]) -> Choice[Names]:
    """The choice, unless a label that only a writer has names other people: then these."""
    named = best([one for one in candidates if one.evidence.finder == REVIEWER], _people).winners
    if not named or _people(named[0].value) == _people(choice.winners[0].value):
        return choice
    rest = [one for one in (*choice.winners, *choice.losers) if _people(one.value) != _people(named[0].value)]
    return Choice(named, tuple(replace(other, lost=OUTRANKED) for other in rest))


def _people(names: Names) -> tuple[str, ...]:
    return tuple(sorted(map(key, names)))


def _completed(candidates: Sequence[Candidate[Names]]) -> list[Candidate[Names]]:
    full = {key(name): name for candidate in candidates for name in candidate.value if " " in name}
    completed = []
    for candidate in candidates:
        names = tuple(dict.fromkeys(_fullest(name, full) for name in candidate.value))
        completed.append(candidate if names == candidate.value else replace(candidate, value=names))
    return completed


def _fullest(name: str, full: dict[str, str]) -> str:
    if " " in name:
        return name
    begin = key(name) + " "
    longer = [full[other] for other in full if other.startswith(begin)]
    return longer[0] if len(longer) == 1 else name
