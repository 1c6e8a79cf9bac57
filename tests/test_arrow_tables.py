"""Flat tables of a batch: nothing missing, nothing twice, joined by id."""

from __future__ import annotations

import pytest

pytest.importorskip("pyarrow", reason="needs the extra arrow")

import pyarrow as pa

from reviewparse import arrow
from reviewparse.arrow_tables import LISTS, tables
from reviewparse.model import Rating
from reviewparse.review import Review
from tests.samples import FULL

ASPECTS = Review(ratings=(Rating(value=9.0, label="Sound"), Rating(value=7.0, best=10.0), Rating(value=3.0)))
BATCH = arrow.to_batch(
    [
        arrow.row(Review(), id="none"),
        arrow.row(FULL, id="full"),
        arrow.error_row("worker_died", "it ended", id="bad", url="https://a.example/"),
        arrow.row(ASPECTS, id="aspects"),
    ]
)
TABLES = tables(BATCH)


def test_every_page_is_one_row_of_reviews() -> None:
    rows = TABLES["reviews"].to_pylist()
    assert [row["id"] for row in rows] == ["none", "full", "bad", "aspects"]
    assert [row["error"] for row in rows] == [None, None, "worker_died", None]
    assert [row["rating_value"] for row in rows] == [None, 4.0, None, 7.0]
    assert [row["work_title"] for row in rows] == [None, "THE GLASS ORCHARD", None, None]
    assert rows[1]["authors"] == ["Mara Linfield", "Tam Reyes"]
    assert rows[1]["confidence_title"] == 0.95
    assert rows[1]["work_released"] == "2011"


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_of_a_list_is_one_row_of_its_table(name: str) -> None:
    rows = TABLES[name].to_pylist()
    assert [row["number"] for row in rows if row["id"] == "full"] == list(range(1, len(getattr(FULL, name)) + 1))
    assert {row["id"] for row in rows} == {"full"} | ({"aspects"} if name == "ratings" else set())


def test_entries_keep_their_columns() -> None:
    assert [row["label"] for row in TABLES["ratings"].to_pylist()] == [
        None,
        "Sound",
        "Film",
        "Vinyl",
        "Sound",
        None,
        None,
    ]
    assert [row["rating_value"] for row in TABLES["tracks"].to_pylist()] == [None, 8.0]
    assert [part["title"] for part in TABLES["tracks"].to_pylist()[1]["parts"]] == ["Rise", "Fall"]
    assert TABLES["credits"].to_pylist()[1]["names"] == ["Ada Quist", "Kit Hale"]


def test_a_table_of_many_chunks_and_an_empty_one() -> None:
    table = pa.Table.from_batches([BATCH.slice(0, 1), BATCH.slice(1, 2), BATCH.slice(3)])
    assert tables(table) == TABLES
    empty = tables(pa.Table.from_batches([], schema=arrow.SCHEMA))
    assert {name: one.schema for name, one in empty.items()} == {name: one.schema for name, one in TABLES.items()}
    assert not any(one.num_rows for one in empty.values())


def test_a_part_of_a_batch_is_the_tables_of_that_part() -> None:
    assert tables(BATCH.slice(1, 2))["tracks"].to_pylist() == TABLES["tracks"].to_pylist()
    assert tables(BATCH.slice(2))["ratings"].to_pylist() == TABLES["ratings"].to_pylist()[4:]
