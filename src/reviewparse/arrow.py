"""Reviews as Arrow: one fixed schema, rows for it, and a function from batches of pages to batches of reviews.

What writes Parquet or DuckDB, and what runs on Spark, Ray, Dask, pandas or polars, shares this module. Needs the extra
``arrow``. The columns are described in ``docs/reference/arrow.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.api import parse
from reviewparse.arrow_columns import columns_of
from reviewparse.errors import InputError
from reviewparse.extras import require
from reviewparse.options import Options, check
from reviewparse.review import Review

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = require("pyarrow", "arrow")

Row = dict[str, Any]
"""One row of the schema: plain values by column, which pickle and travel between processes."""

VERSION = 1
"""Raised with every change of the schema; stands in its metadata under ``reviewparse.schema``."""

VERSION_KEY = b"reviewparse.schema"

CONFIDENT = ("title", "work", "published", "updated", "authors", "ratings", "tracks", "credits", "kind")
"""Fields that a finder vouches for, in the order in which they are looked for."""


def _struct(*fields: tuple[str, pa.DataType]) -> pa.DataType:
    return pa.struct(list(fields))


_TEXT, _NUMBER, _WHOLE, _FLAG, _DAY = pa.string(), pa.float64(), pa.int64(), pa.bool_(), pa.date32()
_TEXTS = pa.list_(_TEXT)

_STRINGS = (pa.string(), pa.large_string(), pa.string_view())
_BINARIES = (pa.binary(), pa.large_binary(), pa.binary_view())

_RATING = _struct(
    *(("value", _NUMBER), ("best", _NUMBER), ("label", _TEXT), ("raw", _TEXT), ("upper", _NUMBER)),
    *(("worst", _NUMBER), ("assumed_best", _NUMBER), ("grade", _TEXT), ("rater", _TEXT), ("unit", _TEXT)),
    *(("unrated", _FLAG), ("fraction", _NUMBER)),
)

_WORK = _struct(
    *(("title", _TEXT), ("creators", _TEXTS), ("label", _TEXT), ("released", _TEXT)),
    *(("released_alternative", _TEXT), ("released_date", _DAY), ("type", _TEXT), ("catalogue", _TEXT)),
    ("seconds", _WHOLE),
)

_PART = (
    *(("position", _TEXT), ("title", _TEXT), ("artist", _TEXT), ("duration", _TEXT), ("seconds", _WHOLE)),
    *(("disc", _WHOLE), ("side", _TEXT), ("featuring", _TEXTS), ("bonus", _FLAG), ("highlight", _FLAG)),
    ("rating", _RATING),
)

_TRACK = _struct(*_PART, ("parts", pa.list_(_struct(*_PART))))

_CREDIT = _struct(
    *(("role", _TEXT), ("names", _TEXTS), ("scope", _TEXT), ("printed_role", _TEXT), ("tracks", _TEXTS)),
    ("character", _TEXT),
)

SCHEMA: pa.Schema = pa.schema(
    [
        *(("id", _TEXT), ("url", _TEXT), ("kind", _TEXT), ("lang", _TEXT), ("title", _TEXT), ("authors", _TEXTS)),
        *(("published", _TEXT), ("published_alternative", _TEXT), ("published_date", _DAY)),
        *(("updated", _TEXT), ("updated_alternative", _TEXT), ("updated_date", _DAY)),
        *(("ratings", pa.list_(_RATING)), ("work", _WORK)),
        *(("tracks", pa.list_(_TRACK)), ("credits", pa.list_(_CREDIT)), ("body", _TEXT), ("warnings", _TEXTS)),
        ("confidence", _struct(*((name, _NUMBER) for name in CONFIDENT))),
        *(("error", _TEXT), ("message", _TEXT)),
    ],
    metadata={VERSION_KEY: str(VERSION).encode()},
)
"""The columns of every batch, table, file and data frame of reviews."""


def row(review: Review, *, id: str | None = None) -> Row:  # noqa: A002 - the name of the column
    r"""One row for a review.

    Args:
        review: What a page said.
        id: The page's key among the pages of a batch.

    >>> from reviewparse import parse
    >>> row(parse("Cold Tap\n\nRating: 4/5"), id="p1")["ratings"][0]["fraction"]
    0.8
    """
    confidence = {name: min((one.confidence for one in review.why(name)), default=None) for name in CONFIDENT}
    return {"id": id, **columns_of(review), "confidence": confidence}


def error_row(
    error: str,
    message: str = "",
    *,
    id: str | None = None,  # noqa: A002 - the name of the column
    url: str | None = None,
) -> Row:
    """One row for a page that could not be read: ``error`` is a code, every list is empty.

    >>> error_row("worker_died", id="p2")["error"]
    'worker_died'
    """
    empty: Row = {name: [] for name in ("authors", "ratings", "tracks", "credits", "warnings")}
    return {"id": id, "url": url, **empty, "error": error, "message": message}


def to_batch(rows: Iterable[Row]) -> pa.RecordBatch:
    """The rows as one ``RecordBatch`` of ``SCHEMA``; a column that a row leaves out is null."""
    return pa.RecordBatch.from_pylist(list(rows), schema=SCHEMA)


def from_batch(batch: pa.RecordBatch | pa.Table) -> list[Review | None]:
    """The reviews of a batch or table, evidence aside, and ``None`` for the rows of errors.

    >>> from_batch(to_batch([row(Review(title="Cold Tap")), error_row("worker_died")]))[0].title
    'Cold Tap'
    """
    names = [name for name in batch.schema.names if name not in ("id", "confidence", "error", "message")]
    errors = batch.column("error").is_valid().to_pylist()
    rows = batch.select(names).to_pylist()
    return [None if failed else Review.from_dict(_said(one)) for failed, one in zip(errors, rows, strict=True)]


def parse_batch(
    batch: pa.RecordBatch,
    *,
    content_column: str = "content",
    url_column: str | None = None,
    id_column: str | None = None,
    **options: Unpack[Options],
) -> pa.RecordBatch:
    """Read the pages of a batch: as many rows as it has, in its order, of ``SCHEMA``.

    Nothing a page holds makes it raise; a page that cannot be read (its content is null) becomes a row with ``error``.

    Args:
        batch: A column of pages, and columns of addresses and keys if there are such; others are left out.
        content_column: Pages: strings (HTML or text) or binary (HTML, decoded as the page declares).
        url_column: Addresses; unless told, ``url`` where there is such a column.
        id_column: Keys of any type that Arrow writes as text; unless told, ``id`` where there is such a column.
        **options: As of ``reviewparse.parse``, for every page.

    Raises:
        InputError: a named column is not there, its type is another one, or an option is none.
    """
    check(options)
    contents = _contents(batch, content_column)
    urls = _texts(batch, url_column, "url")
    ids = _texts(batch, id_column, "id")
    return to_batch(_row(*one, options) for one in zip(contents, urls, ids, strict=True))


def parse_batches(batches: Iterable[pa.RecordBatch], **settings: Any) -> Iterator[pa.RecordBatch]:  # noqa: ANN401
    """``parse_batch`` for each of many batches, with the same settings: the form that Spark's ``mapInArrow`` wants."""
    return (parse_batch(batch, **settings) for batch in batches)


def _row(content: object, url: str | None, key: str | None, options: Options) -> Row:
    given: Any = {**options, "url": url} if url is not None else options
    try:
        return row(parse(content, **given), id=key)
    except Exception as error:  # noqa: BLE001 - a batch outlives whatever one of its pages does
        return error_row(type(error).__name__, str(error), id=key, url=given.get("url"))


def _contents(batch: pa.RecordBatch, name: str) -> Iterable[object]:
    column = _column(batch, name)
    if column.type in _STRINGS:
        return map(_decoded, _bytes(column))
    if column.type in _BINARIES:
        return _bytes(column)
    if pa.types.is_null(column.type):
        return [None] * len(column)
    message = f"column {name!r} holds {column.type}, not strings or binary"
    raise InputError(message)


def _texts(batch: pa.RecordBatch, name: str | None, usual: str) -> Sequence[str | None]:
    if name is None and usual not in batch.schema.names:
        return [None] * batch.num_rows
    column = _column(batch, name or usual)
    try:
        return [*map(_decoded, _bytes(column if column.type in _STRINGS else column.cast(_TEXT)))]
    except pa.ArrowException as error:
        message = f"column {name or usual!r} holds {column.type}, which is no text"
        raise InputError(message) from error


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    """A column by name; one of repeated values is written out."""
    if name not in batch.schema.names:
        message = f"no column {name!r}; the columns are {', '.join(batch.schema.names) or 'none'}"
        raise InputError(message)
    column = batch.column(name)
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _bytes(column: pa.Array) -> Iterator[bytes | None]:
    """One at a time: a batch may hold more than should be copied at once."""
    return (value.as_py() for value in column.cast(pa.large_binary()))


def _decoded(value: bytes | None) -> str | None:
    """A string as Arrow stores it; some writers store what is no UTF-8."""
    return None if value is None else value.decode("utf-8", "replace")


def _said(value: Any) -> Any:  # noqa: ANN401 - of the JSON form of its argument
    """A row without nulls and without the columns that repeat another one in a second form."""
    if isinstance(value, list):
        return [_said(part) for part in value]
    if not isinstance(value, dict):
        return value
    doubled = {"fraction", "published_date", "updated_date", "released_date"}
    doubled |= {"seconds"} if "duration" in value else set()
    return {name: _said(part) for name, part in value.items() if part is not None and name not in doubled}
