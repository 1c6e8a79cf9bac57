"""Every key of JSON-LD with values nobody would write there: results stay sound, and the printed headline is found."""

from __future__ import annotations

import json
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewparse.metadata.vocabulary import PROPERTIES, TYPES
from tests.soundness import check

KEYS: Final = (*PROPERTIES, "@type", "@id", "@graph", "@context", "@value", "@list", "@reverse", "x")

ITSELF: Final = ("#a", {"@id": "#a"})

VALUES: Final[tuple[object, ...]] = (
    None, True, 0, -1.5, 10**30, float("nan"), "", "x", "<b>&amp;</b>", "\ud800\x00", "4/5", "2010-13-45",
    [], [None], [[]], ["x", 1, {}], {}, *ITSELF, {"@type": "Review"}, {"@value": "4"}, {"@list": ["x", None]},
    [{"name": {}}], {"name": [1, {"name": "y"}]},
)  # fmt: skip
"""Shapes that stand at the wrong keys of real pages, and some that stand nowhere."""

ARTICLE: Final = (
    "<h1>Review: Cold Tap</h1><p>By Orla Venn</p><p>"
    + "The organ part is worth the price of admission, and the choir enters when nobody expects it. " * 3
    + "</p><p>Rating: 4/5</p>"
)


def graph(key: str, value: object) -> dict[str, object]:
    """A review, its work and its author, each with the key."""
    work = {"@type": "MusicAlbum", "@id": "#w", "name": "Cold Tap", "byArtist": {"name": "The Sparrows"}, key: value}
    author = {"@type": "Person", "name": "Orla Venn", key: value}
    rating = {"@type": "Rating", "ratingValue": "4", "bestRating": "5", key: value}
    return {
        "@type": "Review", "@id": "#a", "name": "Review: Cold Tap", "itemReviewed": work, "author": author,
        "reviewRating": rating, key: value,
    }  # fmt: skip


def page(data: object) -> str:
    block = json.dumps(data).replace("<", "\\u003c")
    return f'<html><head><script type="application/ld+json">{block}</script></head><body>{ARTICLE}</body></html>'


@pytest.mark.parametrize("key", KEYS)
def test_each_key_takes_each_value(key: str) -> None:
    for value in VALUES:
        review = check(page(graph(key, value)))
        # what publishes itself has the name of a site, and that is no headline
        assert value in ITSELF or "Cold Tap" in (review.title or "")


JSON = st.recursive(
    st.sampled_from(VALUES) | st.floats() | st.integers() | st.text(max_size=8) | st.sampled_from(sorted(TYPES)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@given(key=st.sampled_from(KEYS), value=JSON)
def test_any_json_at_any_key(key: str, value: object) -> None:
    check(page(graph(key, value)))
