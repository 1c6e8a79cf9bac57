"""What a batch writes and says beside its rows: summary, progress, and plain errors where it cannot write."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewparse import cli
from reviewparse.batch import telling
from reviewparse.batch.job import Outcome
from reviewparse.batch.progress import MINUTE, Lines, Pace, watch_on
from reviewparse.batch.tally import Tally
from reviewparse.errors import BatchError

PAGE = "Cold Tap, part {n}\n\nReviewed by Orla Venn\n\nMarch 3rd, 2011\n\nRating: {mark}/5\n"

SUFFIXES = [".jsonl", ".csv", ".parquet", ".duckdb", ""]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    rows = (json.dumps({"id": f"p{n}", "content": PAGE.format(n=n, mark=n % 6)}) for n in range(80))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def batch(*argv: str | Path) -> int:
    return cli.main(["batch", *map(str, argv), "--workers", "0"])


def needs(suffix: str) -> None:
    if suffix in (".parquet", ".duckdb", ""):
        pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    if suffix == ".duckdb":
        pytest.importorskip("duckdb", reason="the extra 'duckdb' is not installed")


def test_a_summary_is_written(tmp_path: Path, source: Path) -> None:
    assert batch(source, "-o", tmp_path / "out.jsonl", "--summary", tmp_path / "s.json") == 0
    summary = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (summary["pages"], summary["rows"], summary["errors"]) == (80, 80, 0)
    assert summary["shares"]["authors"] == 1.0
    assert len(summary["slowest"]) == 10
    pytest.importorskip("vl_convert", reason="the extra 'report' is not installed")
    assert batch(source, "-o", tmp_path / "two.jsonl", "--summary", tmp_path / "s.html", "--quiet") == 0
    assert "<svg" in (tmp_path / "s.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["gone/s.json", "in.jsonl/s.json", "folder.json", "s.txt", "old.json"])
def test_a_summary_that_cannot_be_written_stops_it_before_it_begins(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "old.json").touch()
    before = sorted(tmp_path.iterdir())
    force = ("--force",) if name == "folder.json" else ()
    assert batch(source, "-o", tmp_path / "out.jsonl", "--summary", tmp_path / name, *force) == 2
    assert str(tmp_path / name) in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_a_summary_whose_place_is_lost_meanwhile_is_named(tmp_path: Path) -> None:
    outcome = Outcome(paths=(), tally=Tally(), taken=0)
    with pytest.raises(BatchError, match=r"s\.json"):
        telling.write_summary(tmp_path / "gone" / "s.json", outcome, "")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_output_that_exists_stays(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    needs(suffix)
    out = tmp_path / f"out{suffix}"
    assert batch(source, "-o", out) == 0
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert batch(source, "-o", out) == 2
    assert f"{out}: it exists" in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert batch(source, "-o", out, "--force") == 0
    if not suffix:
        (out / "mine.txt").touch()
        assert batch(source, "-o", out, "--force") == 2
        assert "mine.txt" in capsys.readouterr().err
        assert (out / "mine.txt").exists()


@contextlib.contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file may become larger than that."""
    resource = pytest.importorskip("resource", reason="Windows has no such limits")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_is_named_and_it_goes_on_later(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    needs(suffix)
    out = tmp_path / f"out{suffix}"
    with full_disk(2_000):
        assert batch(source, "-o", out, "--quiet") == 2
    said = capsys.readouterr().err
    assert said.startswith(f"reviewparse: {out}"), said
    assert "too large" in said
    assert not out.exists()
    assert batch(source, "-o", out) == 0
    assert "80 in = 80 rows + 0 errors" in capsys.readouterr().out
    assert not out.with_name(f"{out.name}.work").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich", reason="the extra 'cli' is not installed")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    assert batch(source, "-o", tmp_path / "out.jsonl") == 0
    assert "80 pages (100%)" in screen.getvalue()
    assert "a second, 0 errors" in screen.getvalue()


def test_without_rich_a_terminal_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    assert isinstance(watch_on(Terminal()), Lines)


def test_elsewhere_there_is_a_line_a_minute() -> None:
    clock = [0.0]
    log = io.StringIO()
    assert isinstance(watch_on(log), Lines)
    lines = Lines(log, Pace(clock=lambda: clock[0]))
    tally = Tally()
    lines.begin(1000, tally)
    for second in range(1, 151):
        clock[0] = float(second)
        tally.figures.pages += 2
        lines.advance(second * 5, tally, read=True)
    assert MINUTE == 60.0
    assert log.getvalue().splitlines() == [
        "reviewparse: 120 pages (30%), 2 a second, 0 errors, 2:20 left",
        "reviewparse: 240 pages (60%), 2 a second, 0 errors, 1:20 left",
    ]


def test_a_run_that_goes_on_says_so_and_counts_its_own_pages() -> None:
    log, clock = io.StringIO(), [0.0]
    lines = Lines(log, Pace(clock=lambda: clock[0]))
    tally = Tally()
    tally.figures.pages = 500
    lines.begin(1000, tally)
    lines.advance(500, tally, read=False)
    clock[0] = 61.0
    tally.figures.pages += 122
    lines.advance(622, tally, read=True)
    assert log.getvalue().splitlines() == [
        "reviewparse: going on behind 500 pages",
        "reviewparse: 622 pages (62%), 2 a second, 0 errors, 3:09 left",
    ]


def test_quiet_says_nothing(tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(source, "-o", tmp_path / "out.jsonl", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
