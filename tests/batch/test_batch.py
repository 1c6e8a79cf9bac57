"""A batch: what comes in goes out, whatever its pages, its files and its end are like."""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import os
import sys
from pathlib import Path

import pytest

from reviewparse.batch import Form, Job, Limits, run
from tests.batch import poison
from tests.command import run as run_command

PAGE = "Cold Tap, part {n}\n\nReviewed by Orla Venn\n\nMarch 3rd, 2011\n\nRating: {mark}/5\n"

FORMULA = '<h1>=HYPERLINK("https://example.org")</h1><p>Reviewed by Orla Venn</p><p>Rating: 4/5</p>'


def json_lines(path: Path, pages: list[str]) -> Path:
    rows = (json.dumps({"id": f"p{n:04d}", "content": page}) + "\n" for n, page in enumerate(pages))
    path.write_text("".join(rows), encoding="utf-8")
    return path


def numbered(count: int) -> list[str]:
    return [PAGE.format(n=n, mark=n % 6) for n in range(count)]


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def batch(*argv: str | Path) -> int:
    return run_command("batch", *argv, "--workers", "0")


def test_files_folders_and_packed_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(numbered(1)[0], encoding="utf-8")
    (pages / "b.txt.gz").write_bytes(gzip.compress(numbered(2)[1].encode()))
    (pages / "c.txt.gz").write_bytes(gzip.compress(numbered(3)[2].encode())[:-20])
    (pages / "ignored.png").write_bytes(b"")
    assert batch(pages, "-o", tmp_path / "out.jsonl") == 1
    assert "3 in = 2 rows + 1 errors" in capsys.readouterr().out
    assert [Path(str(row["id"])).name for row in read(tmp_path / "out.jsonl")] == ["a.txt", "b.txt.gz"]
    (error,) = read(tmp_path / "out.errors.jsonl")
    assert (error["code"], Path(str(error["id"])).name) == ("unreadable", "c.txt.gz")


def test_a_table_of_csv_and_a_guarded_one_comes_out(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("key", "html"), ("k1", FORMULA)])
    options = ("--column", "html", "--id-column", "key", "-o")
    assert batch(source, *options, tmp_path / "out.csv") == 0
    assert batch(source, *options, tmp_path / "raw.csv", "--raw-cells") == 0
    assert batch(source, *options, tmp_path / "out.jsonl") == 0
    (guarded,) = csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines())
    (raw,) = csv.DictReader((tmp_path / "raw.csv").read_text(encoding="utf-8").splitlines())
    (row,) = read(tmp_path / "out.jsonl")
    assert guarded["title"] == f"'{row['title']}"
    assert raw["title"] == row["title"]
    assert guarded["rating"] == "4.0"


def test_parquet_and_duckdb_say_the_same(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    duckdb = pytest.importorskip("duckdb", reason="the extra 'duckdb' is not installed")
    source = json_lines(tmp_path / "in.jsonl", [*numbered(40), ""])
    assert batch(source, "-o", tmp_path / "out.parquet") == 0
    assert batch(source, "-o", tmp_path / "parts") == 0
    assert batch(source, "-o", tmp_path / "out.duckdb") == 0
    table = pq.read_table(tmp_path / "out.parquet")
    assert table.equals(pq.read_table(tmp_path / "parts" / "reviews-00000.parquet"))
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
        ids = database.execute("SELECT id FROM reviews ORDER BY id").fetchall()
        marks = database.execute("SELECT value FROM ratings ORDER BY id").fetchall()
        assert database.execute("SELECT count(*) FROM errors").fetchall() == [(0,)]
    assert [key for (key,) in ids] == table.column("id").to_pylist()
    assert [mark for (mark,) in marks] == [float(n % 6) for n in range(40)]


def test_putting_parts_together_takes_memory_for_some_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    sink_arrow = importlib.import_module("reviewparse.batch.sink_arrow")
    monkeypatch.setattr(sink_arrow, "ROW_GROUP", 1 << 20)
    schema = pa.schema([("id", pa.string())])
    parts = [tmp_path / f"part-{number}.parquet" for number in range(40)]
    for number, part in enumerate(parts):
        pa.parquet.write_table(pa.table({"id": [f"{number} {n} {'x' * 1000}" for n in range(500)]}), part)
    before, pool = pa.default_memory_pool(), pa.proxy_memory_pool(pa.default_memory_pool())
    try:
        pa.set_memory_pool(pool)
        sink_arrow.join(parts, tmp_path / "whole.parquet", schema)
    finally:
        pa.set_memory_pool(before)
    whole = pa.parquet.ParquetFile(tmp_path / "whole.parquet")
    assert whole.metadata.num_rows == 40 * 500
    assert whole.metadata.num_row_groups > 10
    assert pool.max_memory() < 3 << 20  # of 20 MB: what is collected for a row group, and what is read next


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("gone.html", "-o", "out.jsonl"), "gone.html"),
        (("gone/", "-o", "out.jsonl"), "gone/: no such file or folder"),
        (("in.xyz", "-o", "out.jsonl"), "in.xyz: unknown suffix"),
        (("in.jsonl", "-o", "out.xyz"), "out.xyz: unknown suffix"),
        (("in.jsonl", "--column", "html", "-o", "out.jsonl"), "in.jsonl: no column 'html'"),
        (("in.jsonl", "-o", "there.jsonl"), "there.jsonl: it exists"),
    ],
)
def test_what_cannot_be_is_named_and_nothing_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    named: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    json_lines(tmp_path / "in.jsonl", numbered(2))
    (tmp_path / "in.xyz").touch()
    (tmp_path / "there.jsonl").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    assert batch(*arguments) == 2
    assert named in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "there.jsonl").read_text(encoding="utf-8") == "mine"


def test_all_that_is_missing_is_named_at_once_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = json_lines(tmp_path / "in.jsonl", numbered(2))
    monkeypatch.setitem(sys.modules, "pebble", None)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run_command("batch", source, "-o", tmp_path / "out.duckdb") == 2
    command = 'pip install ".[batch,duckdb]" in a clone of reviewparse'
    assert capsys.readouterr().err == f"reviewparse: pebble and duckdb and pyarrow are not installed: {command}\n"
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.slow
def test_poisoned_pages_cost_themselves(tmp_path: Path) -> None:
    pytest.importorskip("pebble", reason="the extra 'batch' is not installed")
    pages = numbered(100)
    for place, kind in ((10, "abort"), (40, "hang"), (70, "hog")):
        pages[place] = f"poison: {kind}"
    source = json_lines(tmp_path / "in.jsonl", pages)
    limits = Limits(seconds=5.0)
    outcome = run(
        Job(sources=(str(source),), out=tmp_path / "o.jsonl", workers=2, limits=limits, read=poison.read, form=Form())
    )
    assert (outcome.taken, outcome.tally.rows, outcome.tally.errors) == (100, 97, 3)
    assert [row["id"] for row in read(tmp_path / "o.jsonl")] == [
        f"p{n:04d}" for n in range(100) if n not in (10, 40, 70)
    ]
    codes = {str(row["id"]): row["code"] for row in read(tmp_path / "o.errors.jsonl")}
    assert codes == {"p0010": "worker_died", "p0040": "time_limit", "p0070": "memory"}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows limits the memory of no process")
def test_memory_that_grows_slowly_costs_the_page_that_takes_it_and_no_other(tmp_path: Path) -> None:
    pytest.importorskip("pebble", reason="the extra 'batch' is not installed")
    pages = [f"{page}\npoison: leak" if n % 4 else page for n, page in enumerate(numbered(60))]
    pages[25] = "poison: grow"
    source = json_lines(tmp_path / "in.jsonl", pages)
    limits = Limits(seconds=60.0, megabytes=600)
    outcome = run(Job(sources=(str(source),), out=tmp_path / "o.jsonl", workers=2, limits=limits, read=poison.read))
    # a worker holds what some ten leaking pages leave behind; whoever comes then is read again in a new one
    assert (outcome.taken, outcome.tally.rows, outcome.tally.errors) == (60, 59, 1)
    (error,) = read(tmp_path / "o.errors.jsonl")
    assert (error["id"], error["code"]) == ("p0025", "memory")
