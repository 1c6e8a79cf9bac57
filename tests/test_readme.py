"""The README shows what really happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from reviewparse import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

RUN = re.compile(r"```console\n\$ reviewparse (?P<argv>.+)\n(?P<output>(?:.*\n)+?)```")
COMMAND = re.compile(r"^    (?P<command>python3 -m venv .+)$", re.M)


def test_the_output_is_that_of_a_real_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run = RUN.search(README)
    assert run is not None
    monkeypatch.chdir(ROOT)
    assert cli.main(shlex.split(run["argv"])) == 0
    assert run["output"] == capsys.readouterr().out


def test_a_fresh_clone_needs_two_commands_and_ci_runs_the_second() -> None:
    main, check = COMMAND.findall(README)
    assert main.split()[-1].startswith("tests/fixtures/")
    assert (ROOT / main.split()[-1]).exists()
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-1] == check


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
