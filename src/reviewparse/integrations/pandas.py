"""Reviews as data frames, and the fields of a column of strings: ``df["raw"].review.rating()``.

Importing this module registers the accessor. Needs the extra ``pandas``.
"""

# ruff: noqa: I001 - the extra of both packages is named before arrow asks for its own

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from reviewparse.extras import require

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa
else:
    pd = require("pandas", "pandas")
    pa = require("pyarrow", "pandas")

from reviewparse import api
from reviewparse.arrow import Row, error_row, row, to_batch
from reviewparse.arrow_tables import tables
from reviewparse.many import Outcome
from reviewparse.model import Credit, PartialDate, Rating, Track
from reviewparse.options import Options, check
from reviewparse.review import Review


T = TypeVar("T")

Result = Review | Outcome | None
"""What a frame has a row for; ``None`` for a cell that held nothing."""

DTYPES = {
    pa.string(): pd.StringDtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}
"""Types that know what is missing; days become ``datetime64``, lists become tuples."""

RATING = ("value", "best", "fraction", "grade", "label", "raw")


def to_frame(reviews: Iterable[Result]) -> pd.DataFrame:
    r"""One row for each review, its overall rating and its work in columns such as ``rating_value``, ``work_title``.

    Args:
        reviews: Reviews, outcomes of ``parse_many``, or a series of them, whose index is kept; ``None``: an empty row.

    >>> to_frame([api.parse("Cold Tap\n\nRating: 4/5")])[["title", "rating_value", "rating_best"]]
          title  rating_value  rating_best
    0  Cold Tap           4.0          5.0
    """
    return _table(reviews, "reviews")


def authors_frame(reviews: Iterable[Result]) -> pd.DataFrame:
    """One row for each author; index and arguments as of ``tracks_frame``."""
    return _table(reviews, "authors")


def tracks_frame(reviews: Iterable[Result]) -> pd.DataFrame:
    """One row for each track; the index repeats that of the review, so that ``to_frame(reviews)`` joins it.

    Args:
        reviews: As of ``to_frame``.

    >>> tracks_frame([Review(tracks=(Track(title="Bellmouth", seconds=225),))])[["number", "title", "seconds"]]
       number      title  seconds
    0       1  Bellmouth      225
    """
    return _table(reviews, "tracks")


def credits_frame(reviews: Iterable[Result]) -> pd.DataFrame:
    """One row for each credit; index and arguments as of ``tracks_frame``."""
    return _table(reviews, "credits")


def ratings_frame(reviews: Iterable[Result]) -> pd.DataFrame:
    """One row for each rating, aspects included; index and arguments as of ``tracks_frame``."""
    return _table(reviews, "ratings")


@pd.api.extensions.register_series_accessor("review")
class ReviewAccessor:
    """``series.review``: each cell of a column is read by itself, and what comes back has the column's index.

    A missing cell gives what a page gives that says nothing; a number or a date is read as it prints. Nothing that
    stands in a cell makes a method raise.
    """

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def rating(self, *, languages: Sequence[str] = ()) -> pd.DataFrame:
        """``parse_rating`` of each cell, as the columns ``value`` ``best`` ``fraction`` ``grade`` ``label`` ``raw``."""
        found = self._each(lambda text: api.parse_rating(text, languages=languages), None)
        rows = [_rating(one) for one in found]
        columns = {name: [one.get(name) for one in rows] for name in RATING}
        kinds = {"value": "Float64", "best": "Float64", "fraction": "Float64"}
        return pd.DataFrame(
            {name: pd.array(cells, dtype=kinds.get(name, "string")) for name, cells in columns.items()},
            index=self._series.index,
        )

    def date(self, *, languages: Sequence[str] = (), now: dt.datetime | None = None) -> pd.DataFrame:
        """``parse_date`` of each cell, as three columns.

        ``iso`` is as precise as printed (``2012-05``), ``date`` is ``datetime64`` and missing where no day is printed,
        ``alternative`` is the other reading of an ambiguous date.
        """
        found = self._each(lambda text: api.parse_date(text, languages=languages, now=now), None)
        columns = {
            "iso": pd.array([_iso(one) for one in found], dtype="string"),
            "date": pd.array([None if one is None else one.date() for one in found], dtype="datetime64[s]"),
            "alternative": pd.array([None if one is None else _iso(one.alternative) for one in found], dtype="string"),
        }
        return pd.DataFrame(columns, index=self._series.index)

    def byline(self, *, languages: Sequence[str] = ()) -> pd.Series:
        """``parse_byline`` of each cell: a tuple of names."""
        return self._series_of(self._each(lambda text: api.parse_byline(text, languages=languages), ()))

    def tracklist(self, *, languages: Sequence[str] = ()) -> pd.Series:
        """``parse_tracklist`` of each cell: a tuple of ``Track``."""
        nothing: tuple[Track, ...] = ()
        return self._series_of(self._each(lambda text: api.parse_tracklist(text, languages=languages), nothing))

    def credits(self, *, languages: Sequence[str] = ()) -> pd.Series:
        """``parse_credits`` of each cell: a tuple of ``Credit``."""
        nothing: tuple[Credit, ...] = ()
        return self._series_of(self._each(lambda text: api.parse_credits(text, languages=languages), nothing))

    def parse(self, *, urls: Iterable[object] | None = None, **options: Unpack[Options]) -> pd.Series:
        """``parse`` of each cell: a ``Review``, or ``None`` where the cell is missing or cannot be read.

        Args:
            urls: The pages' addresses, one for each cell, such as another column of the frame.
            **options: As of ``reviewparse.parse``, for every cell.
        """
        check(options)
        addresses = [None] * len(self._series) if urls is None else list(urls)
        pairs = zip(self._series, addresses, strict=True)
        return self._series_of([_review(cell, url, options) for cell, url in pairs])

    def _each(self, read: Callable[[str], T], nothing: T) -> list[T]:
        """Every distinct text is read once: columns repeat themselves."""
        once = cache(read)
        return [nothing if text is None else once(text) for text in map(_text, self._series)]

    def _series_of(self, values: Sequence[object]) -> pd.Series:
        return pd.Series(values, index=self._series.index, name=self._series.name, dtype=object)


def _table(reviews: Iterable[Result], name: str) -> pd.DataFrame:
    results = list(reviews)
    index = reviews.index if isinstance(reviews, pd.Series) else pd.RangeIndex(len(results))
    batch = to_batch(_row(result, str(place)) for place, result in enumerate(results))
    table = tables(batch)[name]
    places = [int(place) for place in table.column("id").to_pylist()]
    frame = table.drop_columns(["id"]).to_pandas(types_mapper=DTYPES.get, date_as_object=False)
    for field in table.schema:
        if pa.types.is_list(field.type):
            frame[field.name] = [() if cell is None else tuple(cell) for cell in frame[field.name]]
    return frame.set_axis(index.take(places), axis="index")


def _row(result: object, key: str) -> Row:
    if isinstance(result, Outcome) and result.review is None:
        return error_row(result.error or "", result.message, id=key)
    review = result.review if isinstance(result, Outcome) else result
    return (
        row(review, id=key) if isinstance(review, Review) else {**error_row("", id=key), "error": None, "message": None}
    )


def _review(cell: object, url: object, options: Options) -> Review | None:
    if _is_missing(cell):
        return None
    given: Any = options if _is_missing(url) else {**options, "url": str(url)}
    try:
        return api.parse(cell, **given)
    except (TypeError, OSError):  # no page, or a path that leads nowhere
        return None


def _text(cell: object) -> str | None:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, list | tuple):
        return "\n".join(map(str, cell))
    return None if _is_missing(cell) else str(cell)


def _is_missing(cell: object) -> bool:
    return bool(pd.api.types.is_scalar(cell) and pd.isna(cell))


def _rating(rating: Rating | None) -> dict[str, object]:
    return {} if rating is None else {name: getattr(rating, name) for name in RATING}


def _iso(date: PartialDate | None) -> str | None:
    return None if date is None else date.isoformat()
