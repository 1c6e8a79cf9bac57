"""The program on one screen: which finders look for which field, how one answer is chosen, in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reviewparse.document import Document
from reviewparse.evidence import Candidate, Span
from reviewparse.explanation import Explanation
from reviewparse.finders import authors, credits, date, kind, rating, site, title, tracks, work
from reviewparse.finders.base import Finder
from reviewparse.finders.body import find_body
from reviewparse.limits import TOO_MANY_CANDIDATES
from reviewparse.model import Work
from reviewparse.resolve import Choice, doubtful
from reviewparse.review import Review
from reviewparse.sections import sections_of

Choose = Callable[[Sequence[Candidate[Any]]], Choice[Any]]

NOT_REVIEW = "not-review"
NO_REVIEW = "the page is no review"


def unchanged(choice: Choice[Any]) -> Choice[Any]:
    """Most fields have nothing left to settle."""
    return choice


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the program."""

    name: str
    """As in ``Review`` and in the JSON."""
    finders: tuple[Finder[Any], ...]
    choose: Choose
    settle: Callable[[Choice[Any]], Choice[Any]] = unchanged
    """What remains to be done when the doubtful winners are gone."""

    def resolve(self, document: Document, known: dict[str, tuple[Candidate[Any], ...]], least: float) -> Choice[Any]:
        """Ask all finders, choose, and drop what is too doubtful."""
        found: list[Candidate[Any]] = []
        most, cut_short = document.limits.max_candidates, False
        for finder in self.finders:
            full = len(found) + most
            for hit in finder.find(document, known):
                if len(found) == full:
                    cut_short = True
                    break
                found.append(finder.candidate(document, hit))
        choice = self.settle(doubtful(self.choose(found), least)) if found else Choice()
        return replace(choice, cut_short=True) if cut_short else choice


FIELDS = (
    Field("title", (site.TITLE, *title.FINDERS), title.choose_title),
    Field("work", (site.WORK, *work.FINDERS), work.merge_works, work.rejoined),
    Field("published", (site.PUBLISHED, *date.PUBLISHED_FINDERS), date.choose_published),
    Field("updated", (site.UPDATED, *date.UPDATED_FINDERS), date.choose_updated),
    Field("authors", (site.AUTHORS, *authors.FINDERS), authors.choose_authors),
    Field("ratings", (site.RATINGS, *rating.FINDERS), rating.choose_ratings),
    Field("tracks", tracks.FINDERS, tracks.choose_tracks),
    Field("credits", credits.FINDERS, credits.choose_credits),
    Field("kind", kind.FINDERS, kind.choose_kind),
)
"""In the order in which they are looked for; a finder knows what was chosen for the fields above its own."""


def run(document: Document, least: float) -> dict[str, Choice[Any]]:
    """The choice for every field, in the order of the table."""
    known: dict[str, tuple[Candidate[Any], ...]] = {}
    choices = {}
    for field in FIELDS:
        choice = field.resolve(document, known, least)
        choices[field.name] = choice
        known[field.name] = choice.winners
    kinds = [winner.value for winner in known["kind"]]
    choices["work"] = work.with_maker(choices["work"], known["credits"], kinds[0] if kinds else None)
    if not any(kind != NOT_REVIEW for kind in kinds):
        choices["ratings"] = _refused(choices["ratings"])
    return choices


def _refused(choice: Choice[Any]) -> Choice[Any]:
    """A page that is no review rates nothing, whatever stars it prints."""
    losers = (*(replace(winner, lost=NO_REVIEW) for winner in choice.winners), *choice.losers)
    return replace(choice, winners=(), losers=losers)


def _warnings(document: Document, choices: dict[str, Choice[Any]]) -> tuple[str, ...]:
    cut_short = any(choice.cut_short for choice in choices.values())
    return (*document.warnings, TOO_MANY_CANDIDATES) if cut_short else document.warnings


def review_of(document: Document, choices: dict[str, Choice[Any]]) -> Review:
    """The chosen values as a ``Review``."""
    one = {name: choice.winners[0].value if choice.winners else None for name, choice in choices.items()}
    evidence = {name: tuple(winner.evidence for winner in choice.winners) for name, choice in choices.items()}
    claimed = tuple(each.span for found in evidence.values() for each in found if each.span is not None)
    return Review(
        url=document.url or next((fact.value for fact in document.facts_of("url")), None),
        lang=document.lang,
        kind=one["kind"] or NOT_REVIEW,
        title=one["title"],
        authors=one["authors"] or (),
        published=one["published"],
        updated=one["updated"],
        ratings=tuple(winner.value for winner in choices["ratings"].winners),
        work=_typed(one["work"], one["kind"]),
        tracks=one["tracks"] or (),
        credits=tuple(winner.value for winner in choices["credits"].winners),
        body=find_body(document, claimed) or None,
        warnings=_warnings(document, choices),
        evidence=tuple(evidence.items()),
        text=document.text,
        article=_article_of(document),
    )


def _article_of(document: Document) -> tuple[Span, ...]:
    """Where the article stands: one span for each run of its blocks."""
    runs: list[tuple[int, int]] = []
    last = -2
    for block in document.article():
        start = runs.pop()[0] if block.index == last + 1 else block.start
        runs.append((start, block.start + len(block.text)))
        last = block.index
    return tuple(runs)


def _typed(work: Work | None, kind: str | None) -> Work | None:
    """A work whose type no words tell is of the kind that the page reviews."""
    if work is None or work.type is not None or kind in (None, NOT_REVIEW):
        return work
    return replace(work, type=kind)


def reviews_of(document: Document, least: float) -> tuple[Review, ...]:
    """One review for each that the page holds, in page order."""
    return parts_of(document, review_of(document, run(document, least)), least)


def parts_of(document: Document, whole: Review, least: float) -> tuple[Review, ...]:
    """The reviews of a round-up, which has no work of its own while its sections have; else that of the page."""
    if whole.work is not None or whole.kind == NOT_REVIEW:
        return (whole,)
    parts = [review_of(part, run(part, least)) for part in sections_of(document)]
    parts = [part for part in parts if part.ratings or (part.work is not None and part.work.creators)]
    if len(parts) < 2:
        return (whole,)
    return tuple(_belonging(part, whole) for part in parts)


def _belonging(part: Review, whole: Review) -> Review:
    """A section's review with what only the page says."""
    return replace(
        part,
        kind=whole.kind if part.kind == NOT_REVIEW else part.kind,
        authors=part.authors or whole.authors,
        published=part.published or whole.published,
        updated=part.updated or whole.updated,
        url=part.url or whole.url,
    )


def explanation_of(document: Document, choices: dict[str, Choice[Any]]) -> Explanation:
    """All candidates of every field, the chosen ones first."""
    fields = {name: (*choice.winners, *choice.losers) for name, choice in choices.items()}
    return Explanation(fields, _warnings(document, choices))
