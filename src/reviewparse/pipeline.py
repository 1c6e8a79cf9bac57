"""The program on one screen: which finders look for which field, how one answer is chosen, in which order."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reviewparse.document import Document
from reviewparse.evidence import Candidate
from reviewparse.finders.base import Finder
from reviewparse.finders.body import find_body
from reviewparse.resolve import Choice, best, best_per, doubtful, every
from reviewparse.explanation import Explanation
from reviewparse.review import Review

Choose = Callable[[Sequence[Candidate[Any]]], Choice[Any]]


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the program."""

    name: str
    """As in ``Review`` and in the JSON."""
    finders: tuple[Finder[Any], ...]
    choose: Choose

    def resolve(self, document: Document, known: dict[str, tuple[Candidate[Any], ...]], least: float) -> Choice[Any]:
        """Ask all finders, choose, and drop what is too doubtful."""
        found = [candidate for finder in self.finders for candidate in finder.candidates(document, known)]
        return doubtful(self.choose(found), least) if found else Choice()


# TEMPORARY until all finders have landed
def _late(module, table, choose, default):
    try:
        m = importlib.import_module(f"reviewparse.finders.{module}")
    except Exception as e:  # noqa
        import sys

        print("late", module, repr(e)[:200], file=sys.stderr)
        return (), default
    return getattr(m, table), getattr(m, choose, default)


def _one(c):
    return best(c, lambda v: v)


def _many(c):
    return every(c, lambda v: v)


def _fields():
    rows = [
        ("title", "title", "FINDERS", "choose_title", _one),
        ("work", "work", "FINDERS", "merge_works", _one),
        ("published", "date", "PUBLISHED_FINDERS", "choose_published", _one),
        ("updated", "date", "UPDATED_FINDERS", "choose_updated", _one),
        ("authors", "authors", "FINDERS", "choose_authors", _one),
        ("ratings", "rating", "FINDERS", "choose_ratings", _many),
        ("tracks", "tracks", "FINDERS", "choose_tracks", _one),
        ("credits", "credits", "FINDERS", "choose_credits", _many),
        ("kind", "kind", "FINDERS", "choose_kind", _one),
    ]
    return tuple(Field(n, *_late(m, t, c, d)) for n, m, t, c, d in rows)


FIELDS = _fields()


def run(document: Document, least: float) -> dict[str, Choice[Any]]:
    """The choice for every field, in the order of the table."""
    known: dict[str, tuple[Candidate[Any], ...]] = {}
    choices = {}
    for field in FIELDS:
        choice = field.resolve(document, known, least)
        choices[field.name] = choice
        known[field.name] = choice.winners
    return choices


def review_of(document: Document, choices: dict[str, Choice[Any]]) -> Review:
    """The chosen values as a ``Review``."""
    one = {name: choice.winners[0].value if choice.winners else None for name, choice in choices.items()}
    many = {name: tuple(winner.value for winner in choice.winners) for name, choice in choices.items()}
    kind = one["kind"] or "other"
    if kind == "not-review":
        many["ratings"] = ()
    claimed = tuple(
        winner.evidence.span
        for choice in choices.values()
        for winner in choice.winners
        if winner.evidence.span is not None
    )
    return Review(
        url=document.url,
        lang=document.lang,
        kind=kind,
        title=one["title"],
        authors=one["authors"] or (),
        published=one["published"],
        updated=one["updated"],
        ratings=many["ratings"],
        work=one["work"],
        tracks=one["tracks"] or (),
        credits=many["credits"],
        body=find_body(document, claimed),
        warnings=document.warnings,
        evidence=tuple((name, tuple(winner.evidence for winner in choice.winners)) for name, choice in choices.items()),
    )


def reviews_of(document: Document, least: float) -> tuple[Review, ...]:
    """One review for each that the page holds, in page order."""
    return (review_of(document, run(document, least)),)


def explanation_of(document: Document, choices: dict[str, Choice[Any]]) -> Explanation:
    """All candidates of every field, the chosen ones first."""
    fields = {name: (*choice.winners, *choice.losers) for name, choice in choices.items()}
    return Explanation(fields, document.warnings)
