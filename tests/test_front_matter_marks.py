"""Marks in front matter: compound keys, lists with one work, and what such a page is then called."""

from __future__ import annotations

import pytest

import reviewparse as rp
from reviewparse.document import Fact
from reviewparse.metadata import facts_of_front_matter
from reviewparse.metadata.front_matter_keys import rating_parts

PROSE = "The harbour lies in fog when the story begins, and for a while nothing happens but a bell and creaking ropes."


def facts_of(source: str, path: str) -> list[Fact]:
    return [fact for fact in facts_of_front_matter(f"---\n{source}\n---\n") if fact.path == path]


def marks(source: str) -> list[tuple[float | None, float | None, str | None]]:
    review = rp.parse_text(f"---\n{source}\n---\n\n{PROSE}\n")
    return [(rating.value, rating.best, rating.label) for rating in review.ratings]


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("my_rating", ("", "")),
        ("num-stars", ("", "")),
        ("finalScore", ("", "")),
        ("stars_out_of_5", ("", "5")),
        ("rating10", ("", "10")),
        ("story_rating", ("story", "")),
        ("rating_count", None),
        ("ratingColor", None),
        ("rating", None),
        ("starship", None),
        ("narrating_style", None),
    ],
)
def test_the_parts_of_a_compound_key(key: str, parts: tuple[str, str] | None) -> None:
    assert rating_parts(key) == parts


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("title: Cold Tap review\nmy_rating: 4/5", [(4.0, 5.0, None)]),
        ("title: Cold Tap review\nstars_out_of_5: 4", [(4.0, 5.0, None)]),
        ("title: Cold Tap review\nstory_rating: 8\nacting_rating: 7", [(8.0, None, "story"), (7.0, None, "acting")]),
        ("title: Cold Tap review\nrating_count: 12", []),
        ("title: Cold Tap review\ncontent_rating: 12", []),
        ("title: Cold Tap review\nimdb_rating: 7.4", []),
    ],
)
def test_compound_keys_hold_marks(source: str, want: list[object]) -> None:
    assert marks(source) == want


def test_a_list_with_one_work_speaks_of_it() -> None:
    (fact,) = facts_of("books:\n  - title: Cold Tap\n    author: Orla Venn", "work.title")
    assert fact.value == "Cold Tap"


def test_a_list_of_several_works_speaks_of_none() -> None:
    assert not facts_of("books:\n  - title: Cold Tap\n  - title: Far Gate", "work.title")


def test_a_mapping_called_review_makes_it_one() -> None:
    assert [fact.value for fact in facts_of("title: Cold Tap\nreview:\n  rating: 4/5", "kind")] == ["review"]


def test_the_work_is_the_headline_of_a_source_without_any() -> None:
    text = f"---\nmovie:\n  title: Cold Tap\n  year: 2012\nrating: 4/5\n---\n\n{PROSE}\n"
    assert rp.parse_text(text).title == "Cold Tap"
