"""The result of a batch, read for its charts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reviewparse import cli
from reviewparse.report import Figures
from reviewparse.report.results import BAD_LINE, is_result, records
from tests.samples import FULL

LINE = json.dumps(FULL.to_dict(evidence=True)).encode()


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(LINE + b"\n\n" + LINE + b'\n{"broken\n[1]\n' + b"[" * 100_000 + b"\n")
    found = Figures.of(records(path))
    assert found.pages == 2
    assert found.errors == {BAD_LINE: 3}


def test_compressed_lines(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.gz"
    path.write_bytes(gzip.compress(LINE + b"\n"))
    assert Figures.of(records(path)).filled["title"] == 1


def test_errors_stand_beside(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(LINE)
    (tmp_path / "out.errors.jsonl").write_text('{"id": "p2", "code": "worker_died", "message": ""}\n', encoding="utf-8")
    assert Figures.of(records(path)).errors == {"worker_died": 1}


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"part-{number}.jsonl").write_bytes(LINE)
    (tmp_path / "note.txt").write_text("no records", encoding="utf-8")
    assert is_result(tmp_path)
    assert Figures.of(records(tmp_path)).pages == 3


def test_parquet_counts_like_json(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    from reviewparse import arrow  # noqa: PLC0415 - needs the extra

    path = tmp_path / "out.parquet"
    with parquet.ParquetWriter(path, arrow.SCHEMA) as writer:
        writer.write_batch(arrow.to_batch([arrow.row(FULL), arrow.error_row("worker_died", id="p2")]))
    found, line = Figures.of(records(path)), Figures.of([json.loads(LINE)])
    assert found.errors == {"worker_died": 1}
    for name in ("pages", "filled", "kinds", "languages", "months", "marks", "sites", "warnings"):
        assert getattr(found, name) == getattr(line, name), name


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("a.jsonl", True),
        ("A.PARQUET", True),
        ("a.ndjson.gz", True),
        ("a.html", False),
        ("a.json", False),
        ("a.gz", False),
    ],
)
def test_a_result_is_known_by_its_name(name: str, *, result: bool) -> None:
    assert is_result(Path(name)) is result


@pytest.mark.parametrize("name", ["out.parquet", "out.jsonl.gz", "cut.jsonl.gz"])
def test_a_file_that_is_not_what_its_name_says_is_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    path = tmp_path / name
    path.write_bytes(gzip.compress(LINE * 99)[:-20] if name.startswith("cut") else b"no such thing\n")
    assert cli.main(["report", str(path)]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"reviewparse: {path}: ")
    assert err.count("\n") == 1
