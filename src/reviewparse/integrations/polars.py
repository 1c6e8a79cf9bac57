"""The fields of a column as polars expressions: ``pl.col("raw").review.rating()``.

Importing this module registers the namespace. Structs and lists have the fields of the Arrow schema. Needs the extra
``polars``.
"""

# ruff: noqa: I001 - the extra of both packages is named before arrow asks for its own

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.extras import require

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa
else:
    pl = require("polars", "polars")
    pa = require("pyarrow", "polars")

from reviewparse import api
from reviewparse.arrow import SCHEMA, parse_batch
from reviewparse.arrow_columns import columns_of
from reviewparse.model import PartialDate
from reviewparse.options import Options, check
from reviewparse.review import Review


_RATING = SCHEMA.field("ratings").type.value_type
_DATE = pa.struct([("iso", pa.string()), ("date", pa.date32()), ("alternative", pa.string())])
_NAMES = SCHEMA.field("authors").type
_TRACKS = SCHEMA.field("tracks").type
_CREDITS = SCHEMA.field("credits").type
_REVIEW = pa.struct(list(SCHEMA))

CONTENT, URL = "content", "url"


@pl.api.register_expr_namespace("review")
class ReviewNamespace:
    """``expression.review``: each cell is read by itself; nothing that stands in a cell makes an expression fail.

    A null gives what a page gives that says nothing: a null, or an empty list. Numbers and dates are read as polars
    writes them, lists of strings as lines.
    """

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def rating(self, *, languages: Sequence[str] = ()) -> pl.Expr:
        """``parse_rating`` of each cell: a struct with ``value``, ``best``, ``fraction``, ``grade`` ..., or null."""

        def read(text: str) -> object:
            found = api.parse_rating(text, languages=languages)
            return None if found is None else columns_of(Review(ratings=(found,)))["ratings"][0]

        return self._each(read, _RATING, None)

    def date(self, *, languages: Sequence[str] = (), now: dt.datetime | None = None) -> pl.Expr:
        """``parse_date`` of each cell: a struct, or null.

        ``iso`` is as precise as printed (``2012-05``), ``date`` is null where no day is printed, ``alternative`` is
        the other reading of an ambiguous date.
        """
        return self._each(lambda text: _date(api.parse_date(text, languages=languages, now=now)), _DATE, None)

    def byline(self, *, languages: Sequence[str] = ()) -> pl.Expr:
        """``parse_byline`` of each cell: a list of names."""
        return self._each(lambda text: api.parse_byline(text, languages=languages), _NAMES, ())

    def tracklist(self, *, languages: Sequence[str] = ()) -> pl.Expr:
        """``parse_tracklist`` of each cell: a list of structs with ``title``, ``seconds`` ..."""

        def read(text: str) -> object:
            return columns_of(Review(tracks=api.parse_tracklist(text, languages=languages)))["tracks"]

        return self._each(read, _TRACKS, ())

    def credits(self, *, languages: Sequence[str] = ()) -> pl.Expr:
        """``parse_credits`` of each cell: a list of structs with ``role``, ``names`` ..."""

        def read(text: str) -> object:
            return columns_of(Review(credits=api.parse_credits(text, languages=languages)))["credits"]

        return self._each(read, _CREDITS, ())

    def parse(self, *, urls: pl.Expr | None = None, **options: Unpack[Options]) -> pl.Expr:
        """``parse`` of each cell: a struct of all columns of ``reviewparse.arrow.SCHEMA``, errors included.

        ``unnest`` makes columns of it. Strings are HTML or text, binary is HTML.

        Args:
            urls: The pages' addresses, such as ``pl.col("url")``.
            **options: As of ``reviewparse.parse``, for every cell.
        """
        check(options)
        address = pl.lit(None, pl.String) if urls is None else urls.cast(pl.String)
        pages = pl.struct(self._expression.alias(CONTENT), address.alias(URL))

        def read(cells: pl.Series) -> pl.Series:
            content, url = cells.struct.field(CONTENT), cells.struct.field(URL)
            if content.dtype != pl.Binary:
                content = content.cast(pl.String)
            found = parse_batch(pa.record_batch({CONTENT: content.to_arrow(), URL: url.to_arrow()}), **options)
            return pl.Series(cells.name, found.to_struct_array())

        return _mapped(pages, read, _REVIEW).alias(self._name())

    def _name(self) -> str:
        """What polars would call the result of a function of the expression."""
        return str(self._expression.meta.output_name())

    def _each(self, read: Callable[[str], object], kind: pa.DataType, nothing: object) -> pl.Expr:
        """Every distinct text is read once: columns repeat themselves."""

        def column(cells: pl.Series) -> pl.Series:
            once = cache(read)
            found = [nothing if text is None else once(text) for text in _texts(cells)]
            return pl.Series(cells.name, pa.array(found, kind))

        return _mapped(self._expression, column, kind)


def _mapped(expression: pl.Expr, function: Callable[[pl.Series], pl.Series], kind: pa.DataType) -> pl.Expr:
    dtype: Any = pl.Series("", pa.array([], kind)).dtype
    return expression.map_batches(function, return_dtype=dtype, is_elementwise=True)


def _texts(cells: pl.Series) -> list[str | None]:
    if cells.dtype == pl.Binary:
        return [None if cell is None else cell.decode("utf-8", "replace") for cell in cells]
    if cells.dtype == pl.List(pl.String):
        return list(cells.list.join("\n"))
    return list(cells.cast(pl.String))


def _date(date: PartialDate | None) -> dict[str, object] | None:
    if date is None:
        return None
    other = date.alternative
    return {"iso": date.isoformat(), "date": date.date(), "alternative": other and other.isoformat()}
