"""One schema for all: it says what the JSON form says, a batch keeps its rows, and others read it without loss."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="needs the extra arrow")

import pyarrow as pa
import pyarrow.parquet as pq

import reviewparse as rp
from reviewparse import arrow
from reviewparse.errors import InputError
from reviewparse.model import Track
from reviewparse.pipeline import FIELDS
from reviewparse.review import Review
from reviewparse.serialize import json_keys
from tests.fixture_pages import fixture_pages
from tests.samples import FULL, reviews

TEXT = "Cold Tap\n\nReviewed by Orla Venn\n\nMarch 3rd, 2011\n\nRating: 4/5"
HTML = "<article><h1>Cold Tap</h1><p>Reviewed by Orla Venn</p><p>Rating: 4/5</p></article>"

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "arrow.md"

DERIVED = {"fraction", "seconds", "published_date", "updated_date", "released_date"}


@pytest.fixture(scope="module")
def table() -> pa.Table:
    """Reviews of stored pages, one that says everything, one that says nothing, and an error."""
    pages = [page.path for page in fixture_pages()[::9]]
    parsed = [arrow.row(rp.parse(path), id=path.name) for path in pages]
    rows = [*parsed, arrow.row(FULL, id="full"), arrow.row(Review(), id="none"), arrow.error_row("x", "y", id="bad")]
    return pa.Table.from_batches([arrow.to_batch(rows)])


def names(kind: pa.DataType | pa.Schema) -> Iterator[str]:
    return iter([field.name for field in kind])


def test_the_columns_are_those_of_the_json_form_and_what_a_batch_adds() -> None:
    added = {"id", "confidence", "error", "message"}
    assert [name for name in names(arrow.SCHEMA) if name in {key for key, _ in json_keys(Review)} - {"url"}] == [
        key for key, _ in json_keys(Review) if key != "url"
    ]
    rest = set(names(arrow.SCHEMA)) - {key for key, _ in json_keys(Review)} - DERIVED - added
    assert rest == {"published_alternative", "updated_alternative"}
    assert arrow.SCHEMA.metadata == {b"reviewparse.schema": b"1"}


@pytest.mark.parametrize(
    ("shape", "column"), [(rp.Rating, "ratings"), (rp.Work, "work"), (rp.Track, "tracks"), (rp.Credit, "credits")]
)
def test_nested_columns_are_those_of_the_json_form(shape: type, column: str) -> None:
    kind = arrow.SCHEMA.field(column).type
    kind = kind.value_type if pa.types.is_list(kind) else kind
    keys = {key for key, _ in json_keys(shape)}
    assert set(names(kind)) - DERIVED - {"released_alternative"} == keys - DERIVED


def test_the_documentation_names_every_column() -> None:
    rows = re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|([^|]*)\|$", PAGE.read_text(encoding="utf-8"), re.M)
    documented = {
        name: re.findall(r"`(\w+)`", held) for first, kind, held in rows for name in first.strip("`").split("`, `")
    }
    assert set(documented) == set(arrow.SCHEMA.names)
    for name in ("ratings", "work", "tracks", "credits", "confidence"):
        kind = arrow.SCHEMA.field(name).type
        assert documented[name] == [*names(kind.value_type if pa.types.is_list(kind) else kind)], name
    assert f"Version {arrow.VERSION} of the schema" in PAGE.read_text(encoding="utf-8")


def test_every_field_with_evidence_has_a_confidence() -> None:
    assert tuple(field.name for field in FIELDS) == arrow.CONFIDENT
    (row,) = arrow.to_batch([arrow.row(FULL)]).column("confidence").to_pylist()
    assert {name: value for name, value in row.items() if value is not None} == {"title": 0.95, "published": 0.9}


def test_values_have_a_second_form_to_calculate_with() -> None:
    (row,) = arrow.to_batch([arrow.row(FULL)]).to_pylist()
    assert (row["published"], row["published_date"].isoformat()) == ("2011-03-04", "2011-03-04")
    assert (row["updated"], row["updated_date"]) == ("2011-05", None)
    assert [rating["fraction"] for rating in row["ratings"]] == [0.8, pytest.approx(11.5 / 14), None, None]
    assert (row["tracks"][0]["duration"], row["tracks"][0]["seconds"]) == ("1:02:03", 3723)


def test_a_full_review_comes_back_as_it_was() -> None:
    assert arrow.from_batch(arrow.to_batch([arrow.row(FULL), arrow.error_row("x")])) == [FULL, None]


@given(st.lists(reviews, max_size=3))
def test_any_review_comes_back_as_it_was(several: list[Review]) -> None:
    assert arrow.from_batch(arrow.to_batch([arrow.row(one) for one in several])) == several


def test_parts_of_parts_stand_beside_them() -> None:
    deep = Track(title="Suite", parts=(Track(title="I", parts=(Track(title="Ia"),)), Track(title="II")))
    (found,) = arrow.from_batch(arrow.to_batch([arrow.row(Review(tracks=(deep,)))]))
    assert found is not None
    assert [part.title for part in found.tracks[0].parts] == ["I", "Ia", "II"]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), "string")])
def test_a_batch_keeps_its_rows_and_their_order(kind: pa.DataType) -> None:
    contents = pa.array([TEXT, None, HTML, "", TEXT]).cast(kind)
    found = arrow.parse_batch(pa.record_batch({"content": contents, "id": [4, 3, None, 1, 0], "other": [0.5] * 5}))
    assert found.schema.equals(arrow.SCHEMA, check_metadata=True)
    assert found.column("id").to_pylist() == ["4", "3", None, "1", "0"]
    assert found.column("error").to_pylist() == [None, "InputError", None, None, None]
    assert found.column("authors").to_pylist() == [["Orla Venn"], [], ["Orla Venn"], [], ["Orla Venn"]]


@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view()])
def test_bytes_are_html_in_the_charset_it_declares(kind: pa.DataType) -> None:
    page = f'<head><meta charset="iso-8859-1"></head><body>{HTML.replace("Orla", "Zoé")}'.encode("latin-1")
    found = arrow.parse_batch(pa.record_batch({"content": pa.array([page]).cast(kind)}))
    assert found.column("authors").to_pylist() == [["Zoé Venn"]]


def test_each_page_has_its_address_and_all_have_the_options() -> None:
    batch = pa.record_batch({"html": [HTML, HTML, None], "page": ["https://a.example/1", None, "https://a.example/3"]})
    found = arrow.parse_batch(batch, content_column="html", url_column="page", min_confidence=1.0)
    assert found.column("url").to_pylist() == ["https://a.example/1", None, "https://a.example/3"]
    assert found.column("authors").to_pylist() == [[], [], []]


def test_a_string_that_is_no_utf_8_costs_a_letter() -> None:
    broken = pa.array([TEXT.replace("Orla", "Orl\xff").encode("latin-1")]).cast(pa.string(), safe=False)
    found = arrow.parse_batch(pa.record_batch({"content": broken, "id": broken}))
    assert found.column("ratings").to_pylist()[0][0]["value"] == 4.0


@pytest.mark.parametrize(
    ("columns", "arguments", "message"),
    [
        ({"html": [HTML]}, {}, "no column 'content'; the columns are html"),
        ({"content": [1]}, {}, "column 'content' holds int64, not strings or binary"),
        ({"content": [TEXT]}, {"url_column": "url"}, "no column 'url'; the columns are content"),
        ({"content": [TEXT], "id": [[1]]}, {}, r"column 'id' holds list<\w+: int64>, which is no text"),
    ],
)
def test_columns_that_do_not_fit_are_named(columns: dict[str, object], arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        arrow.parse_batch(pa.record_batch(columns), **arguments)


def test_no_batch_and_an_empty_batch() -> None:
    assert list(arrow.parse_batches([])) == []
    (found,) = arrow.parse_batches([pa.record_batch({"content": pa.array([], pa.null())})], min_confidence=0.9)
    assert (found.num_rows, found.schema) == (0, arrow.SCHEMA)


def test_parquet_keeps_everything(table: pa.Table, tmp_path: Path) -> None:
    pq.write_table(table, tmp_path / "reviews.parquet")
    found = pq.read_table(tmp_path / "reviews.parquet")
    assert found.equals(table, check_metadata=False)
    assert found.schema.metadata[b"reviewparse.schema"] == b"1"


def test_pandas_reads_it_without_loss(table: pa.Table) -> None:
    pd = pytest.importorskip("pandas", reason="needs pandas")
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    assert pa.Table.from_pandas(frame, schema=arrow.SCHEMA, preserve_index=False).equals(table)
    assert frame["published_date"].dtype == "date32[day][pyarrow]"


def test_polars_reads_it_without_loss(table: pa.Table) -> None:
    pl = pytest.importorskip("polars", reason="needs polars")
    frame = pl.from_arrow(table)
    assert frame.to_arrow().cast(arrow.SCHEMA).equals(table)
    assert frame.schema["published_date"] == pl.Date


def test_duckdb_reads_it_without_loss(table: pa.Table) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    with duckdb.connect() as base:
        base.register("reviews", table)
        assert base.sql("select * from reviews").to_arrow_table().cast(arrow.SCHEMA).equals(table)
        titles = base.sql("select unnest(tracks).title from reviews where id = 'full'").fetchall()
    assert titles == [("The Ladder",), ("Rise / Fall",)]


def test_rows_are_as_json_lines_would_have_them(table: pa.Table) -> None:
    for row in table.to_pylist():
        json.dumps(row, default=str)
