"""A review in a few readable lines: what the command line prints and a notebook shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from reviewparse.model import Credit, PartialDate, Rating, Track, Work, clock

if TYPE_CHECKING:
    from reviewparse.review import Review

T = TypeVar("T")

BODY_CHARS = 160
"""Characters of the prose that stand for it."""


def rows(review: Review) -> Iterator[tuple[str, str]]:
    """Field and text, one pair a line; a field with several values takes several lines and is named once."""
    for name, lines in _fields(review):
        for index, line in enumerate(lines):
            yield ("" if index else name), line


def _fields(review: Review) -> Iterator[tuple[str, list[str]]]:
    yield "title", _some(str, review.title)
    yield "kind", _some(str, " · ".join(part for part in (review.kind, review.lang) if part))
    yield "work", _some(work_line, review.work)
    yield "authors", _some(str, ", ".join(review.authors))
    yield "published", _some(date_line, review.published)
    yield "updated", _some(date_line, review.updated)
    yield "ratings", [rating_line(rating) for rating in review.ratings]
    yield "tracks", [track_line(track) for track in review.tracks]
    yield "credits", [credit_line(credit) for credit in review.credits]
    yield "url", _some(str, review.url)
    yield "body", _some(body_line, review.body)
    yield "warnings", list(review.warnings)


def _some(line: Callable[[T], str], value: T | None) -> list[str]:
    return [line(value)] if value else []


def date_line(date: PartialDate) -> str:
    """``2010-04-03 (or 2010-03-04)``."""
    return f"{date.isoformat()} (or {date.alternative.isoformat()})" if date.alternative else date.isoformat()


def rating_line(rating: Rating) -> str:
    """``Sound: 7.5/10 (Mara Linfield)``; the grade or the printed notation where there is no number.

    >>> rating_line(Rating(value=7.5, best=10, label="Sound"))
    'Sound: 7.5/10'
    """
    number = "–".join(f"{value:g}" for value in (rating.value, rating.upper) if value is not None)
    if number and rating.best is not None:
        number += f"/{rating.best:g}"
    text = number or rating.grade or ("unrated" if rating.unrated else rating.raw)
    subject = f"{rating.label}: " if rating.label else ""
    return subject + text + (f" ({rating.rater})" if rating.rater else "")


def track_line(track: Track) -> str:
    """``A1. Bellmouth – The Sparrows (3:45)``."""
    parts = [f"{track.position}. " if track.position else "", track.title]
    parts += [f" – {track.artist}" if track.artist else "", f" ({track.duration})" if track.duration else ""]
    return "".join(parts)


def credit_line(credit: Credit) -> str:
    """``producer: Kit Hale, Ida Moss (tracks 1-3)``."""
    return f"{credit.role}: {', '.join(credit.names)}" + (f" ({credit.scope})" if credit.scope else "")


def work_line(work: Work) -> str:
    """``Cold Tap by The Sparrows (Grey Heron, 2012)``; the type where nothing else is known.

    >>> work_line(Work(title="Cold Tap", creators=("The Sparrows",), label="Grey Heron"))
    'Cold Tap by The Sparrows (Grey Heron)'
    """
    known = (work.label, work.released and date_line(work.released), work.catalogue, clock(work.seconds))
    facts = ", ".join(part for part in known if part)
    parts = (work.title, work.creators and f"by {', '.join(work.creators)}", facts and f"({facts})")
    return " ".join(part for part in parts if part) or work.type or ""


def body_line(body: str) -> str:
    """How much prose there is, and its beginning."""
    flat = " ".join(body.split())
    start = flat if len(flat) <= BODY_CHARS else flat[:BODY_CHARS].rsplit(" ", 1)[0] + " …"
    return f"{len(flat.split())} words: {start}"
