"""Metadata about things the page does not speak of."""

from __future__ import annotations

import json

import pytest

import reviewparse as rp

SENTENCE = "The organ part is worth the price of admission, and the choir enters when nobody expects it. "

ARTICLE = f"<h1>Cold Tap</h1><p>By Orla Venn</p><p>{SENTENCE * 5}</p><p>Rating: 4/5</p>"


def parse(thing: object, article: str = ARTICLE) -> rp.Review:
    data = json.dumps(thing)
    return rp.parse(
        f'<html><head><script type="application/ld+json">{data}</script></head><body>{article}</body></html>'
    )


def product(name: str) -> dict[str, object]:
    return {
        "@type": "Product",
        "name": name,
        "brand": {"@type": "Brand", "name": "Krull"},
        "review": {
            "@type": "Review",
            "author": {"@type": "Person", "name": "Hanno Krull"},
            "reviewRating": {"@type": "Rating", "ratingValue": "2", "bestRating": "5"},
        },
    }


def test_a_thing_the_page_does_not_name() -> None:
    review = parse(product("Walnut Record Shelf"))
    assert review.work is None or review.work.title == "Cold Tap"
    assert (review.authors, [rating.raw for rating in review.ratings]) == (("Orla Venn",), ["4/5"])


@pytest.mark.parametrize(
    ("name", "article"),
    [
        pytest.param("Cold Tap", ARTICLE, id="its headline names it"),
        pytest.param("Cold Tap Deluxe", ARTICLE, id="most of its words are printed"),
        pytest.param("Walnut Shelf", f"<p>{SENTENCE * 5}</p><p>The walnut shelf holds.</p>", id="the text names it"),
        pytest.param("Walnut Shelf", "<p>Loading ...</p>", id="a page made by scripts prints nothing yet"),
        pytest.param(
            "雨のフェリー",
            f"<h1>雨のフェリー</h1><p>{'窓の外を船が通るたびに、音が止まる。' * 9}</p>",
            id="scripts without blanks",
        ),
    ],
)
def test_a_thing_the_page_names(name: str, article: str) -> None:
    review = parse({"@type": "Movie", "name": name}, article)
    assert review.work is not None
    assert review.work.title == name


def test_the_only_thing_that_is_said_to_be_reviewed() -> None:
    review = parse({"@type": "Review", "itemReviewed": {"@type": "Movie", "name": "Walnut Shelf"}})
    assert review.work is not None
    assert review.work.title == "Walnut Shelf"


def test_readers_marks_of_something_else_are_known() -> None:
    mean = {"@type": "AggregateRating", "ratingValue": 4.8, "ratingCount": 12}
    review = parse({"@type": "Product", "name": "Walnut Shelf", "aggregateRating": mean}, f"{ARTICLE}<p>4.8</p>")
    assert [rating.raw for rating in review.ratings] == ["4/5"]


def test_other_reviews_in_a_list() -> None:
    others = [
        {"@type": "Review", "itemReviewed": {"@type": "Movie", "name": name}, "reviewRating": {"ratingValue": 2}}
        for name in ("Salt Road", "Nine Winters")
    ]
    review = parse({"@type": "ItemList", "itemListElement": others})
    assert [rating.raw for rating in review.ratings] == ["4/5"]
