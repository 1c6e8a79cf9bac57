"""Every stored page yields what a careful reader sees on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import reviewparse as rp
from reviewparse.model import Credit, Rating, Track, Work
from reviewparse.reading.source import read
from reviewparse.review import FIELDS, Review
from reviewparse.serialize import json_keys
from tests.fixture_pages import FIXTURES, SUFFIXES, FixturePage, fixture_pages, like

PAGES = fixture_pages()

SHAPES: dict[str, type] = {"ratings": Rating, "work": Work, "tracks": Track, "credits": Credit}


def missed(page: FixturePage, field: str) -> list[pytest.MarkDecorator]:
    """The mark of a field that is known not to be as expected."""
    return [pytest.mark.xfail(reason=page.missed[field])] if field in page.missed else []


with_each_page = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


@pytest.mark.parametrize(
    ("page", "field"),
    [
        pytest.param(page, field, id=f"{page.name}-{field}", marks=missed(page, field))
        for page in PAGES
        for field in page.expected
    ],
)
def test_field(page: FixturePage, field: str) -> None:
    if not page.readable:
        pytest.skip(f"no word table for {page.expected['lang']!r} yet")
    found = rp.parse(page.path).to_dict()[field]
    assert like(found, page.expected[field]) == page.expected[field]


@with_each_page
def test_a_span_quotes_the_page(page: FixturePage) -> None:
    text = read(page.path).text
    review = rp.parse(page.path)
    for evidence in (one for field in FIELDS for one in review.why(field)):
        assert evidence.quote
        assert 0 <= evidence.confidence <= 1
        if evidence.span is None:
            assert evidence.locator
        else:
            assert text[slice(*evidence.span)] == evidence.quote


@with_each_page
def test_every_value_has_evidence(page: FixturePage) -> None:
    review = rp.parse(page.path)
    for field in ("title", "authors", "published", "updated", "work", "tracks"):
        assert bool(review.why(field)) == bool(getattr(review, field)), field
    for field in ("ratings", "credits"):
        assert len(review.why(field)) == len(getattr(review, field)), field


@with_each_page
def test_the_expected_form_is_worth_comparing(page: FixturePage) -> None:
    """Not empty, keys in the order of the schema, and readable as a review."""
    assert page.expected
    assert {"kind", "lang", "ratings", "tracks", "credits"} <= set(page.expected)
    for shape, keys in objects(Review, page.expected):
        order = [name for name, _ in json_keys(shape)]
        assert keys == sorted(keys, key=order.index), shape.__name__
    complete = {**page.expected, "ratings": [{"raw": "", **rating} for rating in page.expected["ratings"]]}
    Review.from_dict(complete)


def test_no_expected_form_lacks_its_page() -> None:
    forms = {path.with_suffix("") for path in FIXTURES.rglob("*.json")}
    assert forms == {page.path.with_suffix("") for page in PAGES}
    assert len(PAGES) >= 16
    assert {page.path.suffix for page in PAGES} == SUFFIXES


def objects(shape: type, data: dict[str, Any]) -> Iterator[tuple[type, list[str]]]:
    yield shape, list(data)
    for name, value in data.items():
        if name in SHAPES and shape is Review:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    yield from objects(SHAPES[name], part)
