"""What a review says, by column of the Arrow schema: its JSON form, every key written, and some values in two forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from reviewparse.model import PartialDate, Rating, Track, Work
from reviewparse.review import Review
from reviewparse.serialize import to_dict

Columns = dict[str, Any]


def columns_of(review: Review) -> Columns:
    """The columns that stand in the JSON form of a review, and those made of them.

    >>> columns_of(Review(published=PartialDate(year=2011, month=3, day=4)))["published_date"]
    datetime.date(2011, 3, 4)
    """
    columns = to_dict(review)
    columns["published_date"] = _day(review.published)
    columns["updated_date"] = _day(review.updated)
    columns["ratings"] = [_rating(one) for one in review.ratings]
    columns["work"] = None if review.work is None else _work(review.work)
    columns["tracks"] = [_track(one) for one in review.tracks]
    columns["credits"] = [{"tracks": [], **to_dict(one)} for one in review.credits]
    columns["warnings"] = list(review.warnings)
    return columns


def _rating(rating: Rating) -> Columns:
    return {**to_dict(rating), "unrated": rating.unrated, "fraction": rating.fraction}


def _work(work: Work) -> Columns:
    return {**to_dict(work), "released_date": _day(work.released)}


def _track(track: Track) -> Columns:
    return {**_part(track), "parts": [_part(part) for part in _parts(track)]}


def _part(track: Track) -> Columns:
    columns = {"featuring": [], "bonus": False, "highlight": False, **to_dict(track), "seconds": track.seconds}
    columns["rating"] = None if track.rating is None else _rating(track.rating)
    return columns


def _parts(track: Track) -> Iterator[Track]:
    """The parts in printed order: Arrow has no types of unlimited depth, so parts of parts stand beside them."""
    for part in track.parts:
        yield part
        yield from _parts(part)


def _day(date: PartialDate | None) -> dt.date | None:
    return None if date is None else date.date()
