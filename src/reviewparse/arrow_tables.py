"""A batch of reviews as flat tables that are joined by ``id``: what databases, spreadsheets and data frames like.

Needs the extra ``arrow``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reviewparse.arrow import SCHEMA
from reviewparse.extras import require

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.compute as pc
else:
    pa = require("pyarrow", "arrow")
    pc = require("pyarrow.compute", "arrow")

LISTS = ("authors", "ratings", "tracks", "credits")
"""Columns that have a table of their own."""

VERDICT = ("value", "best", "fraction", "grade", "raw")
"""What tables say of a rating that stands beside other columns, as ``rating_value`` ..."""


def tables(reviews: pa.RecordBatch | pa.Table) -> dict[str, pa.Table]:
    """The tables ``reviews``, ``authors``, ``ratings``, ``tracks`` and ``credits`` of a batch.

    ``reviews`` has one row for each page, errors included: its overall rating and its work stand in columns of their
    own. The other tables have one row for each entry of a list: ``id`` names the page, ``number`` counts from 1.

    Args:
        reviews: Of ``reviewparse.arrow.SCHEMA``.

    >>> from reviewparse.arrow import row, to_batch
    >>> from reviewparse import Review
    >>> tables(to_batch([row(Review(authors=("Orla Venn", "Tam Reyes")), id="p1")]))["authors"].to_pylist()
    [{'id': 'p1', 'number': 1, 'name': 'Orla Venn'}, {'id': 'p1', 'number': 2, 'name': 'Tam Reyes'}]
    """
    batch = _one_batch(reviews)
    return {"reviews": _reviews(batch), **{name: _entries(batch, name) for name in LISTS}}


def _one_batch(reviews: pa.RecordBatch | pa.Table) -> pa.RecordBatch:
    if isinstance(reviews, pa.RecordBatch):
        return reviews
    batches = reviews.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=SCHEMA)


def _reviews(batch: pa.RecordBatch) -> pa.Table:
    columns: dict[str, pa.Array] = {}
    for name in batch.schema.names:
        column = batch.column(name)
        if name == "ratings":
            columns |= _verdict(_overall(column))
        elif pa.types.is_struct(column.type):
            columns |= {f"{name}_{part}": values for part, values in _parts(column).items()}
        elif name == "authors" or name not in LISTS:
            columns[name] = column
    return pa.table(columns)


def _entries(batch: pa.RecordBatch, name: str) -> pa.Table:
    lists = batch.column(name)
    pages, values = pc.list_parent_indices(lists), pc.list_flatten(lists)
    columns = {"id": batch.column("id").take(pages), "number": _numbers(lists)}
    if not pa.types.is_struct(values.type):
        return pa.table({**columns, "name": values})
    for part, column in _parts(values).items():
        columns |= _verdict(column) if part == "rating" else {part: column}
    return pa.table(columns)


def _parts(column: pa.Array) -> dict[str, pa.Array]:
    """The columns of a struct, null where it is."""
    return dict(zip([field.name for field in column.type], column.flatten(), strict=True))


def _verdict(ratings: pa.Array) -> dict[str, pa.Array]:
    parts = _parts(ratings)
    return {f"rating_{name}": parts[name] for name in VERDICT}


def _overall(lists: pa.Array) -> pa.Array:
    """The first rating without a label of each page, or null."""
    pages, ratings = pc.list_parent_indices(lists).to_pylist(), pc.list_flatten(lists)
    first: dict[int, int] = {}
    for place, (page, label) in enumerate(zip(pages, _parts(ratings)["label"].to_pylist(), strict=True)):
        if label is None:
            first.setdefault(page, place)
    return ratings.take(pa.array([first.get(page) for page in range(len(lists))], pa.int64()))


def _numbers(lists: pa.Array) -> pa.Array:
    """1, 2, 3 ... for the entries of each list."""
    return pa.array([number for length in _lengths(lists) for number in range(1, length + 1)], pa.int64())


def _lengths(lists: pa.Array) -> Iterable[int]:
    return (length or 0 for length in pc.list_value_length(lists).to_pylist())
