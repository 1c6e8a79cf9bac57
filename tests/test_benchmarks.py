"""The benchmarks run, and the steps they time are still there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def output_of(script: str, *options: str) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603 - our own script
    return done.stdout


def test_pages_are_set_beside_the_floor() -> None:
    out = output_of("pages.py", "--repeat", "1", "--limit", "3", "--stages")
    for row in ("lxml alone", "reviewparse", "ratio", "field ratings", "metadata", "walk"):
        assert row in out, row
    assert "not found" not in out


def test_single_strings_are_timed() -> None:
    assert "parse_rating" in output_of("cells.py")


def test_peers_have_a_row_each() -> None:
    rows = [line.split()[0] for line in output_of("peers.py").splitlines()[3:]]
    assert rows == ["reviewparse", "trafilatura", "newspaper", "extruct", "htmldate"]


PAGE = "<html><body><h1>Cold Tap</h1><p>by Orla Venn</p><p>Rating: 4/5</p></body></html>"


def test_a_version_reads_the_same_as_itself(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    source = str(ROOT / "src")
    assert "0 of 1 pages differ" in output_of("same.py", source, source, str(tmp_path))


def test_the_picture_shows_every_step(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    output_of("plot.py", str(tmp_path / "speed.svg"), f"pages={tmp_path}")
    drawn = (tmp_path / "speed.svg").read_text(encoding="utf-8")
    assert "lxml alone" in drawn
    assert all(f"<title>{step}: " in drawn for step in ("parse", "walk", "metadata", "work", "credits"))


@pytest.mark.slow
def test_a_heap_of_pages_that_differ(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    pytest.importorskip("fastwarc", reason="the extra 'warc' is not installed")
    pytest.importorskip("pebble", reason="the extra 'batch' is not installed")
    out = output_of("heap.py", "160", "--workers", "1", "--kilobytes", "3", "--folder", str(tmp_path))
    assert "160 in = 160 rows + 0 errors" in out
    plain = float(out.partition(" pages, ")[2].partition(" MB")[0])
    assert plain >= 0.1
    rows = pq.read_table(tmp_path / "out-1.parquet").select(["lang", "authors", "published", "ratings"]).to_pylist()
    of_one = [row for row in rows if row["lang"] == "en"]
    assert len({str(row["authors"]) for row in of_one if row["authors"]}) > 20
    assert len({row["published"] for row in of_one if row["published"]}) > 20
    assert len({row["ratings"][0]["value"] for row in of_one if row["ratings"]}) > 8
