"""Frames keep the index and know what is missing; a column's cells are read one by one and never raise."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra pandas")
pytest.importorskip("pyarrow", reason="needs the extra pandas")

import pandas as pd

import reviewparse as rp
from reviewparse.integrations.pandas import authors_frame, credits_frame, ratings_frame, to_frame, tracks_frame
from tests.samples import FULL

CELLS = ["4/5", None, "★★★½☆", "B+", float("nan"), 8.5, pd.NA, b"3/5", "", pd.NaT]
RAW = pd.Series(CELLS, index=[*"jihgfedcba"], name="raw", dtype=object)
TEXT = "Cold Tap\n\nReviewed by Orla Venn\n\nMay 2012\n\nRating: 4/5"


def test_a_column_of_ratings_keeps_its_index_and_has_numbers() -> None:
    found = RAW.review.rating()
    assert list(found.index) == [*"jihgfedcba"]
    assert found["value"].fillna(-1).tolist() == [4.0, -1, 3.5, -1, -1, 8.5, -1, 3.0, -1, -1]
    assert found["fraction"].fillna(-1).tolist() == [0.8, -1, 0.7, -1, -1, 0.85, -1, 0.6, -1, -1]
    assert found["grade"].dropna().tolist() == ["B+"]
    assert found.dtypes.astype(str).tolist() == ["Float64", "Float64", "Float64", "string", "string", "string"]


def test_a_column_of_dates_says_how_much_is_printed() -> None:
    raw = pd.Series(
        ["May 9, 2012", "May 2012", None, "Posted on 3/4/2011", "no date", dt.date(2010, 1, 2)], dtype=object
    )
    found = raw.review.date()
    assert found["iso"].fillna("").tolist()[:3] == ["2012-05-09", "2012-05", ""]
    assert found["date"].dropna().dt.year.tolist() == [2012, 2011, 2010]
    assert found["date"].dtype == "datetime64[s]"
    assert found["alternative"].dropna().index.tolist() == [3]


def test_columns_of_lists_hold_tuples_where_the_cell_is_missing_too() -> None:
    assert pd.Series(["By Orla Venn and Tam Reyes", None]).review.byline().tolist() == [("Orla Venn", "Tam Reyes"), ()]
    lines = ["1. Bellmouth (3:45)", "2. Ferry Home (4:02)", "3. Long Acre (5:10)"]
    tracks = pd.Series(["\n".join(lines), lines, float("nan")]).review.tracklist()
    assert [len(cell) for cell in tracks] == [3, 3, 0]
    assert tracks[0] == tracks[1]
    credits_ = pd.Series(["All songs composed by Teodor Vance.", pd.NA]).review.credits()
    assert [cell[0].names if cell else () for cell in credits_] == [("Teodor Vance",), ()]


@pytest.mark.parametrize("dtype", ["string", "category", "object", "str"])
def test_any_column_of_strings_is_read(dtype: str) -> None:
    raw = pd.Series(["4/5", None, "4/5"], dtype=dtype)
    assert raw.review.rating()["value"].fillna(-1).tolist() == [4.0, -1, 4.0]


@pytest.mark.parametrize("raw", [pd.Series([], dtype=object), pd.Series([1.5, 2.5]), pd.Series([pd.Timestamp(0)])])
def test_columns_of_something_else_are_read_as_they_print(raw: pd.Series) -> None:
    for name in ("rating", "date", "byline", "tracklist", "credits", "parse"):
        assert len(getattr(raw.review, name)()) == len(raw)


def test_pages_are_parsed_with_their_addresses(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    cells = [TEXT, None, 7, tmp_path / "page.txt", tmp_path / "none.txt"]
    urls = ["https://a.example/1", "https://a.example/2", None, None, None]
    frame = pd.DataFrame({"raw": cells, "url": urls}, index=[5, 4, 3, 2, 1])
    found = frame["raw"].review.parse(urls=frame["url"], min_confidence=0.3)
    assert [review and review.url for review in found] == ["https://a.example/1", None, None, None, None]
    assert [review and review.authors for review in found] == [("Orla Venn",), None, None, ("Orla Venn",), None]
    assert to_frame(found)["published"].fillna("").to_dict() == {5: "2012-05", 4: "", 3: "", 2: "2012-05", 1: ""}


def test_a_frame_has_a_row_for_each_review_and_types_that_fit() -> None:
    frame = to_frame(pd.Series([None, FULL], index=["x", "y"]))
    assert frame.loc["y", ["rating_value", "rating_fraction", "work_title"]].tolist() == [4.0, 0.8, "THE GLASS ORCHARD"]
    assert frame.loc["y", "published_date"] == pd.Timestamp(2011, 3, 4)
    assert frame["authors"].tolist() == [(), ("Mara Linfield", "Tam Reyes")]
    assert frame["work_creators"].tolist() == [(), ("Teodor Vance",)]
    assert frame["work_seconds"].dtype == "Int64"
    assert frame["title"].dtype == "string"
    assert frame.loc["x"].drop(["authors", "work_creators", "warnings"]).isna().all()


def test_frames_of_lists_join_the_frame_of_reviews() -> None:
    reviews = pd.Series([rp.Review(), FULL], index=["x", "y"])
    tracks = tracks_frame(reviews)
    assert tracks.index.tolist() == ["y", "y"]
    assert tracks["seconds"].tolist() == [3723, pd.NA]
    assert tracks["bonus"].tolist() == [False, True]
    assert tracks.join(to_frame(reviews)["work_title"])["work_title"].tolist() == ["THE GLASS ORCHARD"] * 2
    assert authors_frame(reviews)["name"].tolist() == ["Mara Linfield", "Tam Reyes"]
    assert ratings_frame(reviews)["label"].fillna("").tolist() == ["", "Sound", "Film", "Vinyl"]
    assert credits_frame(reviews)["names"].tolist()[1] == ("Ada Quist", "Kit Hale")


def test_outcomes_of_a_batch_keep_their_errors() -> None:
    frame = to_frame(rp.parse_many([TEXT, None]))
    assert frame["error"].fillna("").tolist() == ["", "InputError"]
    assert frame["rating_value"].fillna(-1).tolist() == [4.0, -1]


def test_no_reviews_give_the_same_columns() -> None:
    for make in (to_frame, tracks_frame, credits_frame, ratings_frame, authors_frame):
        none, one = make([]), make([FULL])
        assert none.columns.tolist() == one.columns.tolist()
        assert len(none) == 0
