"""One page of reviews, reported: the article with its quotes beside the fields, candidates and metadata below."""

from __future__ import annotations

from typing import Unpack

from reviewparse.api import document_of
from reviewparse.document import Document
from reviewparse.evidence import Span
from reviewparse.explanation import Explanation
from reviewparse.field_table import fields
from reviewparse.highlight import Mark, marks_of
from reviewparse.markup import Html, el
from reviewparse.options import Options
from reviewparse.pipeline import explanation_of, parts_of, review_of, run
from reviewparse.report.article import article
from reviewparse.report.candidates import candidates, metadata, readings, warnings
from reviewparse.report.shell import whole
from reviewparse.review import Review
from reviewparse.summary import rating_line, work_line

MOST_MARKS = 1_000
"""Passages that are marked, chosen ones before others."""


def page(source: object, *, name: str = "", **options: Unpack[Options]) -> str:
    r"""A page that shows what was read from another one, and why. One file, no script, nothing to fetch.

    Args:
        source: Whatever ``reviewparse.parse`` reads.
        name: What the source is called: a file name.
        **options: As of ``reviewparse.parse``.

    Raises:
        InputError, UnknownLanguage, OSError: as of ``reviewparse.parse``.

    >>> page("Cold Tap\n\nRating: 4/5").count('<mark class="rp-mark rp-ratings"')
    1
    """
    document, least = document_of(source, options)
    (found, *_), content = report_of(document, least)
    title = found.title or name or "Report"
    return whole(f"{title} – reviewparse", heading(found, name), content)


def report_of(document: Document, least: float) -> tuple[tuple[Review, ...], Html]:
    """What a document says as a whole, then the reviews of a round-up; and the report of it."""
    choices = run(document, least)
    found, explanation = review_of(document, choices), explanation_of(document, choices)
    parts = parts_of(document, found, least)
    marks = _marks(explanation)
    places: dict[Span | None, str] = {mark.span: mark.id for mark in marks if mark.id}
    beside = (
        _several(parts),
        el("section", el("h2", "Fields"), fields(found, places), class_="rp-fields"),
        warnings(explanation),
    )
    below = (candidates(explanation, places), metadata(document))
    left = el("section", _switch(), article(document, marks), class_="rp-text")
    reviews = (found, *parts) if len(parts) > 1 else (found,)
    return reviews, el("main", left, el("div", *beside, class_="rp-beside"), *below, class_="rp-report")


def heading(found: Review, name: str) -> Html:
    """What the page is about, in large letters, and where it comes from in small ones."""
    facts = (found.kind, found.lang, found.published and found.published.isoformat(), name, found.url)
    line = " · ".join(fact for fact in facts if fact)
    return el("header", el("h1", found.title or "A page without a headline"), el("p", line, class_="lead"))


def _marks(explanation: Explanation) -> tuple[Mark, ...]:
    marks = marks_of(readings(explanation), prefix="m")
    if len(marks) <= MOST_MARKS:
        return marks
    kept = sorted(marks, key=lambda mark: mark.lost)[:MOST_MARKS]
    return tuple(sorted(kept, key=lambda mark: (mark.span[0], -mark.span[1])))


def _switch() -> Html:
    label = el("label", el("input", type="checkbox", id="show-lost"), " show what was not chosen")
    return el("div", el("h2", "Article"), label, class_="rp-bar")


def _several(found: tuple[Review, ...]) -> Html:
    """The reviews of a round-up; nothing for a page of one."""
    if len(found) < 2:
        return Html()
    rows = [
        el(
            "tr",
            el("th", (one.work and work_line(one.work)) or one.title or "–", scope="row"),
            el("td", ", ".join(map(rating_line, one.ratings)) or "–"),
        )
        for one in found
    ]
    return el("section", el("h2", f"{len(found)} reviews on this page"), el("table", *rows), id="several")
