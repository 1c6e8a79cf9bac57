"""Every case of every table: ``cases/<parser>.toml`` in English, ``cases/languages/<code>.toml`` in that language.

A case names a text and what must become of it. Only the keys given are compared; the length of a list always is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from reviewparse.languages import words_for
from reviewparse.model import PartialDate

CASES = Path(__file__).parent / "cases"

PARSERS = {
    "byline": "parse_byline",
    "credits": "parse_credits",
    "date": "parse_date",
    "headline": "parse_headline",
    "rating": "parse_ratings",
    "tracklist": "parse_tracklist",
}
"""Table to the parser its cases are for, where a case names no other."""

MODULES = {
    **{parser: module for module, parser in PARSERS.items()},
    "parse_dates": "date",
    "parse_rating": "rating",
}

OWN_KEYS = {"why", "text", "lines", "want", "parser", "xfail"}
"""Keys of a case; any other is an argument of its parser."""


def cases() -> Iterator[Any]:
    for path in sorted(CASES.rglob("*.toml")):
        language = path.stem if path.parent.name == "languages" else "en"
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else []
            name = case.get("parser") or PARSERS[path.stem]
            yield pytest.param(name, language, case, id=f"{path.stem}: {case['why']}", marks=marks)


@pytest.mark.parametrize(("name", "language", "case"), list(cases()))
def test_case(name: str, language: str, case: dict[str, Any]) -> None:
    parse = getattr(import_module(f"reviewparse.parsers.{MODULES[name]}"), name)
    text = case["lines"].strip("\n") if "lines" in case else case["text"]
    options = {key: _frozen(value) for key, value in case.items() if key not in OWN_KEYS}
    found = parse(text, words_for(tuple(dict.fromkeys((language, "en")))), **options)
    assert _like(found, case["want"]) == case["want"]


def _like(value: object, want: object) -> object:
    """The value in the form of what is wanted, so that a difference reads well; ``""`` and ``{}`` want nothing."""
    if value is None:
        return {} if isinstance(want, dict) else ""
    if isinstance(value, PartialDate):
        return value.isoformat()
    if isinstance(want, dict) and want:
        return {key: _like(getattr(value, key), part) for key, part in want.items()}
    if isinstance(value, tuple):
        parts = [*want, *[None] * len(value)] if isinstance(want, list) else [None] * len(value)
        return [_like(one, part) for one, part in zip(value, parts, strict=False)]
    return value


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
