"""schema.org forms, and JSON that may stand in a page."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewparse import json_ld
from reviewparse.model import Credit, PartialDate, Rating, Role, Work
from reviewparse.review import Review
from tests.samples import FULL, reviews


def test_a_soundtrack() -> None:
    data = FULL.to_json_ld()
    assert data["@type"] == "Review"
    assert data["author"] == [{"@type": "Person", "name": name} for name in FULL.authors]
    assert data["reviewRating"][0] == {"@type": "Rating", "ratingValue": 4.0, "bestRating": 5.0}
    assert data["reviewRating"][2] == {"@type": "Rating", "ratingValue": "B+", "reviewAspect": "Film"}
    assert len(data["reviewRating"]) == 3, "a work without a mark gets no rating"
    item = data["itemReviewed"]
    assert item["@type"] == "MusicAlbum"
    assert item["byArtist"] == {"@type": "MusicGroup", "name": "Teodor Vance"}
    assert item["albumProductionType"] == "https://schema.org/SoundtrackAlbum"
    assert item["albumRelease"]["recordLabel"] == {"@type": "Organization", "name": "Quill & Drum"}
    assert item["datePublished"] == "2011"
    assert item["numTracks"] == 2
    assert item["track"][0]["duration"] == "PT62M3S"


@pytest.mark.parametrize(
    ("kind", "kind_of_item", "creator", "publisher"),
    [
        ("film", "Movie", "director", "publisher"),
        ("tv", "TVSeries", "creator", "publisher"),
        ("book", "Book", "author", "publisher"),
        ("game", "VideoGame", "creator", "publisher"),
        ("product", "Product", "brand", "manufacturer"),
        ("live", "MusicEvent", "performer", None),
        ("other", "CreativeWork", "creator", "publisher"),
        ("restaurant", "Restaurant", None, None),
    ],
)
def test_the_reviewed_thing_by_kind(kind: str, kind_of_item: str, creator: str | None, publisher: str | None) -> None:
    item = Review(kind=kind, work=Work(title="Saltfield", creators=("Ida Moss",), label="Fernhill")).to_json_ld()
    reviewed = item["itemReviewed"]
    assert reviewed["@type"] == kind_of_item
    assert {name for name in reviewed if not name.startswith("@")} - {"name"} == {creator, publisher} - {None}


def test_a_credit_fills_what_no_creator_does() -> None:
    work = Work(title="Saltfield", released=PartialDate(year=2012, month=5))
    crew = (
        Credit(role=Role("director"), names=("Ida Moss",)),
        Credit(role=Role("actor"), names=("Bo Tarn",)),
        Credit(role=Role("actor"), names=("Jo Pike", "Bo Tarn")),
        Credit(role=Role("key grip"), names=("Kit Hale",)),
    )
    item = Review(kind="film", work=work, credits=crew).to_json_ld()["itemReviewed"]
    assert item["director"] == {"@type": "Person", "name": "Ida Moss"}
    assert [actor["name"] for actor in item["actor"]] == ["Bo Tarn", "Jo Pike"]
    assert "Kit Hale" not in json.dumps(item)


def test_a_page_that_reviews_nothing_is_an_article() -> None:
    data = Review(kind="not-review", title="Harbour reopens", body="It does.").to_json_ld()
    assert data == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Harbour reopens",
        "articleBody": "It does.",
    }


def test_a_single_is_an_album_that_says_so() -> None:
    item = Review(kind="single", work=Work(title="Ember")).to_json_ld()["itemReviewed"]
    assert item == {"@type": "MusicAlbum", "name": "Ember", "albumReleaseType": "https://schema.org/SingleRelease"}


def test_zero_is_a_rating() -> None:
    assert Review(ratings=(Rating(value=0.0, best=5.0),)).to_json_ld()["reviewRating"]["ratingValue"] == 0


@given(reviews)
def test_any_review_has_a_form(review: Review) -> None:
    assert json.loads(json_ld.script(review.to_json_ld()))["@context"] == "https://schema.org"


@given(st.text())
def test_a_script_stays_whole(text: str) -> None:
    written = json_ld.script({"name": text + "</script><!--\u2028\u2029&"})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["name"] == text + "</script><!--\u2028\u2029&"
