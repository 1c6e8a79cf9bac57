"""The README's commands are the ones that are run, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

COMMAND = re.compile(r"^    (?P<command>python3 -m venv .+)$", re.M)


def test_a_fresh_clone_needs_two_commands_and_ci_runs_the_second() -> None:
    main, check = COMMAND.findall(README)
    assert main.split()[-1].startswith("tests/fixtures/")
    assert (ROOT / main.split()[-1]).exists()
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-1] == check


def test_its_links_lead_somewhere() -> None:
    pictures = re.findall(r'(?:src|srcset)="([^"]+)"', README)
    assert pictures
    for target in [*re.findall(r"\]\((?!https?:)([^)#]+)\)", README), *pictures]:
        assert (ROOT / target).exists(), target
