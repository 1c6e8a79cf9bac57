"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from importlib import metadata, resources
from pathlib import Path

import pytest

from tests.command import run

PAGE = """\
Soundtrack Review: THE GLASS ORCHARD

by: Mara Linfield
March 3rd, 2011

Rating: 4/5

The orchard of the title is never seen, and yet it is the first thing anybody hears in this patient, bright score.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_summary(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", page) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "authors    Mara Linfield" in lines
    assert "published  2011-03-03" in lines
    assert "ratings    4/5" in lines


def test_json_is_one_object_a_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", "--json", page, page) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == second
    assert first["authors"] == ["Mara Linfield"]
    assert "evidence" not in first


def test_json_with_evidence(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", "--json", "--evidence", page) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["evidence"]["authors"][0]["quote"] in PAGE


def test_several_files_are_named(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", page, page) == 0
    assert capsys.readouterr().out.count(f"== {page}") == 2


def test_html_by_suffix_or_by_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    markup = f"<h1>Cold Tap</h1><p>by: Mara Linfield</p>{'<p>It drips, and it drips well.</p>' * 9}".encode()
    for name, options in (("page.html", []), ("page", ["--html"]), ("page", [])):
        path = tmp_path / name
        path.write_bytes(markup)
        assert run("parse", "--json", *options, path) == 0
        assert json.loads(capsys.readouterr().out)["title"] == "Cold Tap"


def test_text_by_word_whatever_the_suffix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_text("# Cold Tap\n\nBy Orla Venn\n\nIt drips, and it drips well, all night long.\n", encoding="utf-8")
    assert run("parse", "--json", "--text", path) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Cold Tap"


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert run("parse", "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2011-03-03"


def test_the_least_confidence_is_obeyed(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", "--json", "--min-confidence", "1", page) == 0
    assert json.loads(capsys.readouterr().out)["authors"] == []


def test_the_address_is_kept(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", "--json", "--url", "https://reviews.example/a", page) == 0
    assert json.loads(capsys.readouterr().out)["url"] == "https://reviews.example/a"


@pytest.mark.parametrize(("name", "cause"), [("gone.txt", "No such file or directory"), (".", "Is a directory")])
@pytest.mark.parametrize("command", ["parse", "explain"])
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    command: str, name: str, cause: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = page.parent / name
    assert run(command, bad, page) == 1
    out, err = capsys.readouterr()
    assert err == f"reviewparse: {bad}: {cause}\n"
    assert "2011-03-03" in out


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe\x80" * 500, b"<" * 3000, "★".encode("utf-16")])
def test_no_content_is_an_error(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("page.html", "page.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        assert run("parse", "--json", path) == 0
        assert json.loads(capsys.readouterr().out)["ratings"] == []
        assert run("explain", path) == 0
        capsys.readouterr()


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["parse"], "FILE"),
        (["sing", "page.txt"], "invalid choice"),
        (["parse", "--min-confidence", "2", "-"], "argument --min-confidence: not a number from 0 to 1: '2'"),
        (["parse", "--min-confidence", "high", "-"], "argument --min-confidence: not a number from 0 to 1: 'high'"),
        (["completion", "fish"], "invalid choice"),
        (["parse", "--html", "--text", "-"], "not allowed with"),
        (["parse", "--languages", "xx,en", "PAGE"], "no word table for 'xx'"),
    ],
)
def test_a_wrong_command_exits_with_2(
    argv: list[str], message: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        run(*(page if arg == "PAGE" else arg for arg in argv))
    assert stop.value.code == 2
    assert message in capsys.readouterr().err


def test_a_file_alone_is_parsed(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(page, "--json") == 0
    assert json.loads(capsys.readouterr().out)["authors"] == ["Mara Linfield"]


def test_a_command_comes_before_a_file_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("schema").touch()
    assert run("schema") == 0


def test_nothing_gets_the_whole_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "what a page says" in err


def test_explain(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", page) == 0
    out = capsys.readouterr().out
    assert "published" in out
    assert '"March 3rd, 2011"' in out
    assert run("explain", "--json", page) == 0
    assert json.loads(capsys.readouterr().out)["fields"]["published"][0]["value"] == "2011-03-03"


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    shipped = resources.files("reviewparse").joinpath("schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == shipped


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run("--version")
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"reviewparse {metadata.version('reviewparse')}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion_knows_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab", reason="the extra 'cli' is not installed")
    assert run("completion", shell) == 0
    script = capsys.readouterr().out
    assert "explain" in script
    assert "--min-confidence" in script


def test_completion_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert run("completion", "bash") == 2
    assert (
        capsys.readouterr().err
        == 'reviewparse: shtab is not installed: pip install ".[cli]" in a clone of reviewparse\n'
    )


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run("--help")
    assert stop.value.code == 0
    assert "reviewparse explain page.html" in capsys.readouterr().out


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("with_rich", [True, False])
def test_a_terminal_gets_the_same_fields(page: Path, monkeypatch: pytest.MonkeyPatch, *, with_rich: bool) -> None:
    if with_rich:
        pytest.importorskip("rich", reason="the extra 'cli' is not installed")
    else:
        monkeypatch.setitem(sys.modules, "rich.table", None)
    screen = Screen()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("COLUMNS", "100")
    assert run("parse", page) == 0
    assert "Mara Linfield" in screen.getvalue()
    assert "2011-03-03" in screen.getvalue()


def test_json_on_a_terminal_is_indented(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stdout", screen)
    assert run("parse", "--json", page) == 0
    assert '\n  "authors": [' in screen.getvalue()


def test_as_a_module_and_into_a_closed_pipe(page: Path) -> None:
    """The reader of the pipe is gone before the first line is written."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "reviewparse", "parse", "--json", *[str(page)] * 20],
            stdout=write_end,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")
