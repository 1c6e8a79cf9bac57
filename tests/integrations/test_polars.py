"""Expressions read cells one by one, have the types of the Arrow schema, and never fail because of a cell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

pytest.importorskip("polars", reason="needs the extra polars")
pytest.importorskip("pyarrow", reason="needs the extra polars")

import polars as pl

import reviewparse.integrations.polars  # noqa: F401 - registers the namespace
from reviewparse.arrow import SCHEMA

LINES = ["1. Bellmouth (3:45)", "2. Ferry Home (4:02)", "3. Long Acre (5:10)"]
RAW = pl.DataFrame(
    {
        "raw": [
            *("4/5", None, "B+", "By Orla Venn", "May 2012", "May 9, 2012", "", "\n".join(LINES)),
            "All songs composed by Teodor Vance.",
        ]
    }
)
TEXT = "Cold Tap\n\nReviewed by Orla Venn\n\nMay 2012\n\nRating: 4/5"


def read(name: str, frame: pl.DataFrame = RAW) -> list[Any]:
    expression: Any = pl.col("raw")
    return list(frame.select(getattr(expression.review, name)()).to_series())


def test_ratings_are_structs_or_null() -> None:
    found = read("rating")
    assert [one and (one["value"], one["best"], one["fraction"], one["grade"]) for one in found[:4]] == [
        (4.0, 5.0, 0.8, None),
        None,
        (None, None, None, "B+"),
        None,
    ]


def test_dates_say_how_much_is_printed() -> None:
    assert read("date")[4:6] == [
        {"iso": "2012-05", "date": None, "alternative": None},
        {"iso": "2012-05-09", "date": dt.date(2012, 5, 9), "alternative": None},
    ]
    assert read("date")[1] is None
    (both,) = read("date", pl.DataFrame({"raw": ["Posted on 3/4/2011"]}))
    assert {both["iso"], both["alternative"]} == {"2011-03-04", "2011-04-03"}


def test_lists_are_empty_where_the_cell_is_null() -> None:
    assert [list(names) for names in read("byline")[1:4]] == [[], [], ["Orla Venn"]]
    assert [track["seconds"] for track in read("tracklist")[7]] == [225, 242, 310]
    assert len(read("tracklist")[1]) == 0
    assert [credit["names"] for credit in read("credits")[8]] == [["Teodor Vance"]]


def test_an_expression_works_in_a_lazy_and_in_a_streaming_query() -> None:
    rating: Any = pl.col("raw")
    query = RAW.lazy().with_columns(rating.review.rating().struct.field("fraction"))
    for frame in (query.collect(), query.collect(engine="streaming")):
        assert frame.columns == ["raw", "fraction"]
        assert frame["fraction"].to_list()[:3] == [0.8, None, None]


def test_pages_become_the_columns_of_the_schema() -> None:
    frame = pl.DataFrame({"raw": [TEXT, None], "url": ["https://a.example/1", None]})
    page: Any = pl.col("raw")
    found = frame.select(page.review.parse(urls=pl.col("url"), min_confidence=0.3)).unnest("raw")
    assert found.columns == SCHEMA.names
    assert found["url"].to_list() == ["https://a.example/1", None]
    assert found["published"].to_list() == ["2012-05", None]
    assert found["error"].to_list() == [None, "InputError"]


@pytest.mark.parametrize("name", ["rating", "date", "byline", "tracklist", "credits", "parse"])
@pytest.mark.parametrize(
    "cells",
    [
        pl.Series([], dtype=pl.String),
        pl.Series([1.5, None]),
        pl.Series([dt.date(2012, 5, 9)]),
        pl.Series([None, None]),
        pl.Series([b"4/5", b"\xff", None]),
        pl.Series(["4/5", None], dtype=pl.Categorical),
    ],
    ids=str,
)
def test_columns_of_anything_have_the_same_type(name: str, cells: pl.Series) -> None:
    expression: Any = pl.col("raw")
    found = cells.alias("raw").to_frame().select(getattr(expression.review, name)())
    assert found.schema == RAW.select(getattr(expression.review, name)()).schema
    assert len(found) == len(cells)


def test_what_is_no_string_is_read_as_it_is_written() -> None:
    assert [one and one["value"] for one in read("rating", pl.DataFrame({"raw": [b"4/5", b"\xff"]}))] == [4.0, None]
    assert [one["value"] for one in read("rating", pl.DataFrame({"raw": [8.5]}))] == [8.5]
    assert [one["iso"] for one in read("date", pl.DataFrame({"raw": [dt.date(2012, 5, 9)]}))] == ["2012-05-09"]
    assert [len(one) for one in read("tracklist", pl.DataFrame({"raw": [LINES, None]}))] == [3, 0]
