"""schema.org objects to facts, whatever syntax they were written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reviewparse.document import Fact
from reviewparse.metadata.articles import authors, is_article, own_articles, own_pages, state_article
from reviewparse.metadata.reviews import Verdict, is_own, is_review, state_aggregate, state_rating, verdicts
from reviewparse.metadata.statements import Clues, Statements, fold_name
from reviewparse.metadata.things import Graph, Thing
from reviewparse.metadata.vocabulary import AGGREGATES, TRUTH_REVIEWS, WORKS
from reviewparse.metadata.works import state_work

MOST_WORKS: Final = 3
"""Works at top level a page may hold and not be a list of works."""

MOST_THINGS: Final = 500

MOST_READERS: Final = 10
"""Readers' reviews that are stated; there may be hundreds, and nobody asks for more than their presence."""


def state(graph: Graph, source: str, known: Iterable[Fact]) -> list[Fact]:
    """All facts of the objects of one syntax, in the light of those known before."""
    things = _subjects(graph)
    if not things:
        return []
    clues = Clues.of(known)
    statements = Statements(source)
    articles = own_articles(things, clues)
    for thing in articles or own_pages(things):  # a page object repeats its article, and is less often right
        state_article(thing, clues, statements)
    _state_verdicts(things, articles, clues, statements)
    _state_works(things, articles, statements)
    for thing in things:
        _state_rest(thing, clues, statements)
    return statements.facts()


def _subjects(graph: Graph) -> list[Thing]:
    """Objects at top level, the main entities they name, a blog's only post, and reviews in a list."""
    things: list[Thing] = []
    for thing in graph.things():
        things.append(thing)
        if "mainEntity" in thing.properties:
            things += thing.things("mainEntity")
        if "mainEntityOfPage" in thing.properties:
            things += [page for page in thing.inner("mainEntityOfPage") if page.has("name", "headline", "author")]
        if "blogPost" in thing.properties:
            posts = thing.things("blogPost")
            things += posts if len(posts) == 1 else ()
        if thing.type == "ItemList":
            things += (item for item in _listed(thing) if is_review(item))
        if len(things) > MOST_THINGS:
            break
    return things


def _listed(thing: Thing) -> Iterator[Thing]:
    for row in thing.things("itemListElement"):
        yield row.thing("item") or row


def _state_verdicts(things: Sequence[Thing], articles: Sequence[Thing], clues: Clues, statements: Statements) -> None:
    found = verdicts(things)
    if not found:
        return
    names = frozenset(fold_name(author.name) for article in articles for author in authors(article))
    known = clues.authors | names
    aggregate = any(thing.has("aggregateRating") or thing.one_of(AGGREGATES) for thing in things)
    readers = 0
    for verdict in found:
        if is_own(verdict, clues, known, has_aggregate=aggregate):
            _state_own(verdict, articles, clues, statements)
        elif readers < MOST_READERS:
            readers += 1
            state_rating(verdict, "reader_rating", statements)


def _state_own(verdict: Verdict, articles: Sequence[Thing], clues: Clues, statements: Statements) -> None:
    review = verdict.review
    if review not in articles:
        state_article(review, clues, statements)
    state_rating(verdict, "rating", statements)
    work = review.thing("itemReviewed")
    if work is not None:
        state_work(work, f"{review.type}.itemReviewed", statements)


def _state_works(things: Sequence[Thing], articles: Sequence[Thing], statements: Statements) -> None:
    works = [thing for thing in things if thing.one_of(WORKS) and not is_article(thing)]
    for work in works if len(works) <= MOST_WORKS else ():
        state_work(work, work.type, statements)
    for article in articles:
        about = [thing for thing in article.things("about") if thing.one_of(WORKS)]
        for work in about if len(about) <= MOST_WORKS else ():
            state_work(work, f"{article.type}.about", statements)


def _state_rest(thing: Thing, clues: Clues, statements: Statements) -> None:
    for rating in thing.things("aggregateRating") if "aggregateRating" in thing.properties else ():
        state_aggregate(rating, thing, f"{thing.type}.aggregateRating", statements)
    if thing.one_of(AGGREGATES):
        state_aggregate(thing, thing.thing("itemReviewed"), thing.type, statements)
    elif thing.one_of(TRUTH_REVIEWS):
        state_article(thing, clues, statements)
    elif thing.type == "WebSite":
        statements.add("site_name", thing.name, "WebSite.name")
    elif thing.type == "BreadcrumbList":
        for item in _listed(thing):
            statements.add("breadcrumb", item.name, "BreadcrumbList.itemListElement.name")
