"""The benchmarks run, and the steps they time are still there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
