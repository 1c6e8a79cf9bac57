"""Every block of code in the documentation does what it says.

Blocks with ``>>>`` are doctests and run with the modules. Here are the others: Python is executed, the blocks of a page
one after the other, and commands print what stands below them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reviewparse import cli

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if "_build" not in path.relative_to(ROOT).parts
)

FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$", re.M | re.S)
COMMAND = re.compile(r"^\$ reviewparse (?P<argv>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.M)
SHOWN_ONLY = "text"


@dataclass(frozen=True)
class Block:
    page: Path
    kind: str
    body: str

    @property
    def is_doctest(self) -> bool:
        return self.kind == "python" and ">>>" in self.body

    @property
    def is_directive(self) -> bool:
        return self.kind.startswith("{")


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(page, fence["kind"].strip(), fence["body"]) for fence in FENCE.finditer(text)]


ALL = [block for page in PAGES for block in blocks(page)]


NEEDS = re.compile(r"\A<!-- needs: (?P<packages>[\w ]+) -->$", re.M)
"""At the top of pages about extras; ``docs/conftest.py`` reads it for the doctests."""


def skip_without_extras(page: Path) -> None:
    needs = NEEDS.search(page.read_text(encoding="utf-8"))
    for package in needs["packages"].split() if needs else ():
        pytest.importorskip(package, reason=f"the page is about {package}")
        if package == "pyspark" and shutil.which("java") is None:
            pytest.skip("the page is about Spark, which runs on Java, and there is none on this machine")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a reader may have the repository, and may leave what he makes."""
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))  # Spark's workers run the code under test
    return tmp_path


def test_blocks_are_of_kinds_that_are_tried() -> None:
    assert any(block.is_doctest for block in ALL)
    for block in ALL:
        known = block.is_directive or block.kind in {"python", "console", "toml", SHOWN_ONLY}
        assert known, f"{named(block.page)}: {block.kind!r}"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_python_runs(page: Path) -> None:
    skip_without_extras(page)
    names: dict[str, Any] = {"page": (ROOT / "tests/fixtures/base/wordpress.html").read_text(encoding="utf-8")}
    names["pages"] = [names["page"]] * 2
    for block in blocks(page):
        if block.kind == "python" and not block.is_doctest:
            exec(compile(block.body, named(page), "exec"), names)  # noqa: S102 - our own documentation


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_print_what_is_shown(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skip_without_extras(page)
    for block in blocks(page):
        for run in COMMAND.finditer(block.body if block.kind == "console" else ""):
            assert cli.main(shlex.split(run["argv"])) == 0, run["argv"]
            assert run["output"] == capsys.readouterr().out


@pytest.mark.parametrize("block", [block for block in ALL if block.kind == "toml"], ids=lambda block: named(block.page))
def test_toml_is_toml(block: Block) -> None:
    assert tomllib.loads(block.body)
