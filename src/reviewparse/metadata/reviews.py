"""Whose verdict is it? Reviews of the page itself are told from those its readers and customers left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewparse.metadata.articles import authors
from reviewparse.metadata.statements import Clues, Statements, fold_name
from reviewparse.metadata.things import Thing
from reviewparse.metadata.vocabulary import (
    AGGREGATES,
    INSTRUCTIONS,
    READER_REVIEWS,
    READER_SUBJECTS,
    REVIEWS,
    TRUTH_REVIEWS,
)

MOST_REVIEWS: Final = 100

NESTED: Final = ("review", "reviews")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A review object and where it stands."""

    review: Thing
    parent: Thing | None
    """The object it is nested in; ``None`` for one at top level."""
    alone: bool
    """Whether no other reviewer's review stands beside it."""

    @property
    def raters(self) -> frozenset[str]:
        """Folded names of who wrote it."""
        return frozenset(fold_name(author.name) for author in authors(self.review))


def is_review(thing: Thing) -> bool:
    """Whether it is a verdict: by its type, or by holding one (articles marked up by hand do)."""
    return bool(thing.one_of(REVIEWS)) or (thing.has("reviewRating") and not thing.one_of(TRUTH_REVIEWS | AGGREGATES))


def verdicts(things: Iterable[Thing]) -> list[Verdict]:
    """All reviews at top level and nested in what they review, in page order."""
    things = tuple(things)
    top = [thing for thing in things if is_review(thing)]
    found = _group(None, top)
    for thing in things:
        found += _group(thing, [review for review in thing.things(*NESTED)[:MOST_REVIEWS] if not _is_text(review)])
    return found


def _group(parent: Thing | None, reviews: list[Thing]) -> list[Verdict]:
    raters = {tuple(fold_name(author.name) for author in authors(review)) for review in reviews}
    one_rater = len(raters) == 1 and () not in raters
    # Beside each other at top level, one critic's reviews of several works make a round-up.
    alone = len(reviews) == 1 or (parent is None and one_rater)
    return [Verdict(review=review, parent=parent, alone=alone) for review in reviews]


def _is_text(thing: Thing) -> bool:
    return thing.has("@value")


def is_own(verdict: Verdict, clues: Clues, authors_known: frozenset[str], *, has_aggregate: bool) -> bool:
    """Whether the page's author gave it. Doubt goes against it: a reader's mark is worse than none.

    Args:
        verdict: The review and where it stands.
        clues: What is known of the page.
        authors_known: Folded names of the page's authors.
        has_aggregate: Whether a mean of readers' marks stands on the page.
    """
    review, parent = verdict.review, verdict.parent
    subject = review.thing("itemReviewed") or parent
    if review.one_of(READER_REVIEWS) or _is_of_readers(parent, subject, clues):
        return False
    if not verdict.raters.isdisjoint(authors_known | clues.sites):
        return True
    if not verdict.alone:
        return False
    if _is_headline(review.text("headline", "name"), subject, clues):
        return True
    if parent is None:
        return not (has_aggregate and authors_known and verdict.raters)
    return not parent.has("aggregateRating", "offers")


def _is_headline(name: str, subject: Thing | None, clues: Clues) -> bool:
    """Whether a review is called what the page is called; customers name theirs otherwise, or after the thing."""
    folded = fold_name(name)
    return bool(folded) and (subject is None or folded != fold_name(subject.name)) and clues.knows(name, ())


def _is_of_readers(parent: Thing | None, subject: Thing | None, clues: Clues) -> bool:
    """Whether only readers and customers review such a thing: a recipe, a service, the site itself."""
    if parent is not None and parent.one_of(READER_SUBJECTS):
        return True
    return subject is not None and (bool(subject.one_of(INSTRUCTIONS)) or fold_name(subject.name) in clues.sites)


def state_rating(verdict: Verdict, path: str, statements: Statements) -> None:
    """Write down the marks of a review under ``rating`` or ``reader_rating``."""
    review = verdict.review
    subject = review.thing("itemReviewed") or verdict.parent
    kind = review.one_of(REVIEWS) or review.type
    rater = ", ".join(author.name for author in authors(review))
    for rating in review.things("reviewRating") or [review]:
        if rating.type.endswith("AggregateRating"):
            state_aggregate(rating, subject, f"{kind}.reviewRating", statements)
            continue
        statements.add(
            path,
            rating.text("ratingValue", "@value"),
            f"{kind}.reviewRating.ratingValue",
            best=rating.text("bestRating") or review.text("bestRating"),
            worst=rating.text("worstRating") or review.text("worstRating"),
            subject=subject.name if subject else "",
            type=subject.type if subject else "",
            label=rating.text("reviewAspect"),
            rater=rater,
            of=kind,
        )


def state_aggregate(rating: Thing, subject: Thing | None, where: str, statements: Statements) -> None:
    """Write down a mean of many readers' marks; that of employees on their employer is no business of ours."""
    if rating.types and not rating.one_of(AGGREGATES):
        return
    mark = rating.thing("reviewRating") or rating
    statements.add(
        "aggregate_rating",
        mark.text("ratingValue", "@value"),
        f"{where}.ratingValue",
        best=mark.text("bestRating"),
        worst=mark.text("worstRating"),
        count=rating.text("ratingCount", "reviewCount"),
        subject=subject.name if subject else "",
    )
