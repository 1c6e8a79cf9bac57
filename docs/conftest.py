"""Pages about extras say what they need, in a comment at their top; where it is missing they are not run."""

from __future__ import annotations

import re
from importlib import util
from pathlib import Path

import pytest

NEEDS = re.compile(r"\A<!-- needs: (?P<packages>[\w ]+) -->$", re.M)


def missing(page: Path) -> list[str]:
    """The packages that a page needs and that are not installed."""
    needs = NEEDS.search(page.read_text(encoding="utf-8")) if page.suffix == ".md" else None
    return [name for name in needs["packages"].split() if util.find_spec(name) is None] if needs else []


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out what cannot run."""
    return True if collection_path.is_file() and missing(collection_path) else None


@pytest.fixture(autouse=True)
def folder_to_write_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page writes does not stay in the repository."""
    monkeypatch.chdir(tmp_path)
