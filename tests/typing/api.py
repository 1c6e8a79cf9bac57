"""A user's code. It is never run: mypy must understand it as written."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import assert_type

import reviewparse as rp


def whole_pages(page: Path, markup: bytes) -> None:
    review = rp.parse(page)
    assert_type(review, rp.Review)
    assert_type(rp.parse_html(markup, url="https://reviews.example/a"), rp.Review)
    assert_type(rp.parse_text("Rating: 4/5", languages=("de", "en"), min_confidence=0.9), rp.Review)
    assert_type(rp.parse_all(page), tuple[rp.Review, ...])
    assert_type(review.authors, tuple[str, ...])
    assert_type(review.rating, rp.Rating | None)
    assert_type(review.why("ratings"), tuple[rp.Evidence, ...])
    assert_type(rp.Review.from_dict(review.to_dict()), rp.Review)
    json.dumps(review.to_json_ld())
    if review.published is not None:
        assert_type(review.published.date(), dt.date | None)
    for track in review.tracks:
        assert_type(track.duration, str | None)
    explanation = rp.explain(page)
    assert_type(explanation, rp.Explanation)
    best = explanation.fields["ratings"][0]
    assert_type(best.lost, str | None)


def single_fields(cell: str) -> None:
    assert_type(rp.parse_rating(cell), rp.Rating | None)
    assert_type(rp.parse_ratings(cell), tuple[rp.Rating, ...])
    assert_type(rp.parse_byline(cell), tuple[str, ...])
    assert_type(rp.parse_date(cell), rp.PartialDate | None)
    assert_type(rp.parse_tracklist(cell.splitlines()), tuple[rp.Track, ...])
    assert_type(rp.parse_credits(cell, languages=["fr"]), tuple[rp.Credit, ...])


def errors(source: object) -> str:
    try:
        return rp.parse(source).title or ""
    except (rp.InputError, rp.UnknownLanguage) as error:
        return str(error)
