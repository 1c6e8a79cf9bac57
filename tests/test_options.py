"""What may be said of a page: an option that is none is named before any page is read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import reviewparse as rp

PAGE = "Cold Tap\n\nBy Orla Venn\n\nRating: 4/5"

WRONG: list[tuple[dict[str, Any], str]] = [
    ({"lanugages": ["de"]}, "no option 'lanugages'; there are: url, languages"),
    ({"languages": "de"}, "languages: a list of codes, not str 'de'"),
    ({"languages": [1]}, "languages: a list of codes"),
    ({"url": 5}, "url: an address is str, not int 5"),
    ({"now": "2020-01-01"}, "now: a datetime, not str '2020-01-01'"),
    ({"rules": "a.toml"}, "rules: a list of site rules, not str 'a.toml'"),
    ({"min_confidence": 90}, "min_confidence: a number from 0 to 1, not int 90"),
    ({"min_confidence": "high"}, "min_confidence: a number from 0 to 1"),
    ({"min_confidence": float("nan")}, "min_confidence: a number from 0 to 1"),
    ({"limits": 3}, "limits: Limits, not int 3"),
]


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_what_is_no_option_is_refused(options: dict[str, Any], message: str) -> None:
    for call in (rp.parse, rp.parse_text, rp.parse_html, rp.parse_all, rp.explain):
        with pytest.raises(rp.InputError) as caught:
            call(PAGE, **options)
        assert str(caught.value).startswith(message)


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_a_batch_is_refused_as_a_whole(options: dict[str, Any], message: str) -> None:
    with pytest.raises(rp.InputError) as caught:
        rp.parse_many([PAGE], **options)
    assert str(caught.value).startswith(message)


def test_a_language_without_a_table_is_refused_before_a_batch_begins() -> None:
    with pytest.raises(rp.UnknownLanguage, match="english"):
        rp.parse_many([PAGE], languages=["english"])


def test_all_options_at_once() -> None:
    found = rp.parse(
        PAGE,
        url="https://lantern.example/a",
        languages=("en",),
        now=dt.datetime(2024, 2, 29, tzinfo=dt.UTC),
        rules=(),
        min_confidence=0,
        limits=rp.Limits(max_lines=100),
    )
    assert found.authors == ("Orla Venn",)
