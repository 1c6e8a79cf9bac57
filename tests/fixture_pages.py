"""The stored pages and what a careful reader sees on each: ``<name>.html|txt|md`` beside ``<name>.json``.

The JSON holds what is sure. A key it leaves out, at any depth, is not compared; lists are compared whole. Under
``xfail`` it says of fields that are not read yet why that is so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewparse.languages import available

FIXTURES = Path(__file__).parent / "fixtures"

SUFFIXES = frozenset((".html", ".txt", ".md"))


@dataclass(frozen=True)
class FixturePage:
    path: Path
    expected: dict[str, Any]
    missed: dict[str, str] = field(default_factory=dict)
    """Fields that are known not to be as expected, and why."""

    @property
    def name(self) -> str:
        return self.path.relative_to(FIXTURES).as_posix()

    @property
    def readable(self) -> bool:
        """Whether its language has a word table."""
        return self.expected["lang"] in available()


def fixture_pages() -> list[FixturePage]:
    """All of them, in alphabetical order; a page without its JSON is an error."""
    pages = sorted(path for path in FIXTURES.rglob("*") if path.suffix in SUFFIXES)
    return [_fixture(page) for page in pages]


def _fixture(page: Path) -> FixturePage:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return FixturePage(page, expected, expected.pop("xfail", {}))


def like(found: object, expected: object) -> object:
    """What was found, without the keys that the expected form leaves out."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {key: like(found.get(key), value) for key, value in expected.items()}
    if isinstance(found, list) and isinstance(expected, list):
        padded = [*expected, *[None] * len(found)]
        return [like(one, other) for one, other in zip(found, padded, strict=False)]
    return found
