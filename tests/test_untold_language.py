"""Short strings are read without being told their language: their own words tell it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import reviewparse as rp
from reviewparse.reading.language import detect, languages_of_line
from tests.test_parsers import CASES, PARSERS, like

PUBLIC = (
    "parse_byline",
    "parse_credits",
    "parse_date",
    "parse_dates",
    "parse_ratings",
    "parse_rating",
    "parse_tracklist",
)
LEAST = 0.9
"""Share of a language's cases that must come out the same when nobody names the language."""


@pytest.mark.parametrize("table", sorted((CASES / "languages").glob("*.toml")), ids=lambda path: path.stem)
def test_cases_without_their_language(table: Path) -> None:
    cases = [case for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"] if "xfail" not in case]
    results = []
    for case in cases:
        name = case.get("parser") or PARSERS[table.stem]
        if name in PUBLIC:
            text = case["lines"].strip("\n") if "lines" in case else case["text"]
            results.append(like(getattr(rp, name)(text), case["want"]) == case["want"])
    assert sum(results) >= LEAST * len(results), results


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Reviewed by Tam Reyes and Jo Pike", ()),
        ("Bass – Kit Hale; Drums – Jo Pike", ()),
        ("Wertung: 8/10", ("de",)),
        ("文：林曉晨", ("zh", "ja")),
        ("글 한가람", ("ko",)),
        ("Оценка: 7", ("ru", "uk")),
        ("", ()),
    ],
)
def test_a_line_tells_its_language(text: str, want: tuple[str, ...]) -> None:
    assert languages_of_line(text) == want


def test_declared_languages_are_checked_against_the_words() -> None:
    dutch = "Het album is een plaat die niet om de luisteraar heen kan en dat is goed voor de band van nu."
    assert detect(dutch, ["en-US"]) == "nl"
    assert detect(dutch, ["nl_BE"]) == "nl"
    assert detect("Nota: 8", ["it"]) == "it"
