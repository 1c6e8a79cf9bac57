"""Accuracy on the stored pages does not fall."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from tests.evaluation.score import FIELDS, FLOOR, count, f1, score
from tests.fixture_pages import fixture_pages

FLOORS = json.loads(FLOOR.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def totals() -> dict[str, Counter[str]]:
    return score(fixture_pages())


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_falls_below_its_floor(field: str, totals: dict[str, Counter[str]]) -> None:
    assert f1(totals[field]) >= FLOORS["f1"][field], totals[field]


def test_no_page_was_taken_away() -> None:
    assert len(fixture_pages()) >= FLOORS["pages"]


def test_every_field_has_a_floor() -> None:
    assert list(FLOORS["f1"]) == list(FIELDS)


def test_counting() -> None:
    assert count(["a", "b"], ["b", "c", "b"]) == Counter(right=1, missing=1, wrong=2)
    assert f1(Counter(right=1, missing=1, wrong=2)) == pytest.approx(0.4)
    assert f1(Counter()) == 1
    assert f1(Counter(wrong=1)) == 0
