"""Every case of every table: ``cases/<parser>.toml`` in English, ``cases/languages/<code>.toml`` in that language.

A case names a text and what must become of it. Only the keys given are compared; the length of a list always is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from reviewparse.languages import words_for
from reviewparse.model import PartialDate, Rating, Track
from reviewparse.parsers.labels import fold

CASES = Path(__file__).parent / "cases"

PARSERS = {
    "byline": "parse_byline",
    "credits": "parse_credits",
    "date": "parse_date",
    "headline": "parse_headline",
    "label": "scan_label",
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

ARGUMENTS: dict[str, Callable[[Any], object]] = {"makers": lambda names: frozenset(map(fold, names))}
"""How an argument is made of what a table can hold."""

PLAIN = ((Rating, float, "value"), (Track, str, "title"))
"""What counts of an object where a plain value is wanted of it."""


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
    options = {key: ARGUMENTS.get(key, str)(value) for key, value in case.items() if key not in OWN_KEYS}
    found = parse(text, words_for(tuple(dict.fromkeys((language, "en")))), **options)
    if isinstance(found, Iterator):
        found = tuple(hit.value for hit in found)
    assert like(found, case["want"]) == case["want"]


def like(value: object, want: object) -> object:
    """The value in the form of what is wanted, so that a difference reads well.

    Nothing is wanted as ``""``, ``{}`` or ``0``.
    """
    if value is None:
        return type(want)() if isinstance(want, dict) or type(want) is int else ""
    for kind, plain, attribute in PLAIN:
        if isinstance(value, kind) and isinstance(want, plain):
            return getattr(value, attribute)
    if isinstance(value, PartialDate):
        return value.isoformat()
    if isinstance(want, dict) and want:
        return {key: like(getattr(value, key), part) for key, part in want.items()}
    if isinstance(value, tuple):
        parts = [*want, *[None] * len(value)] if isinstance(want, list) else [None] * len(value)
        return [like(one, part) for one, part in zip(value, parts, strict=False)]
    return value
