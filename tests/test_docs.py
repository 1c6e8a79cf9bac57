"""Every block of code in the documentation does what it says.

Blocks with ``>>>`` are doctests and run with the modules. Here are the others: each block of Python is saved to a file
and run as a reader would, and commands print what stands below them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

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
EXTRAS = re.compile(r"'\.\[(?P<names>[\w,]+)\]'")
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


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_block_of_python_is_a_script_that_runs(page: Path, project: Path) -> None:
    skip_without_extras(page)
    scripts = [block.body for block in blocks(page) if block.kind == "python" and not block.is_doctest]
    for number, body in enumerate(scripts):
        script = project / f"block_{number}.py"
        script.write_text(body, encoding="utf-8")
        done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)  # noqa: S603
        assert done.returncode == 0, f"{body}\n{done.stderr}"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_print_what_is_shown(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skip_without_extras(page)
    for block in blocks(page):
        for run in COMMAND.finditer(block.body if block.kind == "console" else ""):
            assert cli.main(shlex.split(run["argv"])) == 0, run["argv"]
            assert run["output"] == capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_is_installed_is_there_to_install(page: Path) -> None:
    """The package is on no index, so pip gets the folder of a clone, with extras that exist."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")
    assert "reviewparse[" not in text
    for asked in EXTRAS.finditer(text):
        assert set(asked["names"].split(",")) <= set(project["project"]["optional-dependencies"])


def test_the_tutorial_is_installed_from_a_clone_too() -> None:
    assert "reviewparse[" not in (ROOT / "docs" / "tutorial.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", [block for block in ALL if block.kind == "toml"], ids=lambda block: named(block.page))
def test_toml_is_toml(block: Block) -> None:
    assert tomllib.loads(block.body)
