"""``reviewparse report``: what it writes, where, and with which exit code."""

from __future__ import annotations

import io
import json
from importlib import util
from pathlib import Path

import pytest

from tests.command import run
from tests.samples import FULL

PAGE = "Cold Tap\n\nBy Orla Venn\n\nRating: 4/5\n\nIt drips, and it drips well, all night long.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_into_a_file(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert run("report", page, "-o", out) == 0
    html = out.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "page.txt" in html
    assert capsys.readouterr() == ("", "")


def test_standard_input_to_standard_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert run("report", "-", "--url", "https://tap.example/a") == 0
    out = capsys.readouterr().out
    assert out.endswith("</html>\n")
    assert "https://tap.example/a" in out


def test_the_options_of_reading_are_obeyed(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", page, "--min-confidence", "1") == 0
    assert '<mark class="rp-mark' not in capsys.readouterr().out


def test_a_batch(tmp_path: Path) -> None:
    if util.find_spec("vl_convert") is None:
        pytest.skip("the extra 'report' is not installed")
    result, out = tmp_path / "reviews.jsonl", tmp_path / "out.html"
    result.write_text(json.dumps(FULL.to_dict()) + "\n", encoding="utf-8")
    assert run("report", result, "-o", out) == 0
    assert "<title>reviews.jsonl</title>" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "cause"), [("gone.html", "No such file"), ("gone.jsonl", "No such file")])
def test_what_cannot_be_read_is_named(
    name: str, cause: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", tmp_path / name) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"reviewparse: {tmp_path / name}: {cause}")
    assert err.count("\n") == 1


def test_what_cannot_be_written_is_named(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", page, "-o", tmp_path / "no" / "out.html") == 1
    assert str(tmp_path / "no" / "out.html") in capsys.readouterr().err


def test_a_batch_without_the_extra_names_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    result = tmp_path / "reviews.jsonl"
    result.write_text(json.dumps(FULL.to_dict()) + "\n", encoding="utf-8")
    assert run("report", result) == 2
    assert 'pip install ".[report]"' in capsys.readouterr().err
