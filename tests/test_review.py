"""The result of a page: its form, its equality, its way to JSON and back."""

from __future__ import annotations

import dataclasses
import json
import pickle
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewparse.errors import FormError, InputError
from reviewparse.model import Credit, PartialDate, Rating, Track, Work
from reviewparse.review import FIELDS, Review
from reviewparse.serialize import json_keys
from tests.samples import FULL, reviews

SCHEMA = json.loads(resources.files("reviewparse").joinpath("schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)

KEYS = "kind lang title authors published updated ratings work tracks credits url body".split()


def test_an_empty_review_has_every_key_in_the_order_of_the_schema() -> None:
    assert list(Review().to_dict()) == KEYS
    assert set(map(str, Review().to_dict().values())) == {"None", "[]"}


def test_nested_objects_have_the_keys_of_the_schema_and_no_more() -> None:
    plain = Review(
        ratings=(Rating(value=4.0, best=5.0, raw="4/5"),),
        work=Work(title="Cold Tap", released=PartialDate(year=2012)),
        tracks=(Track(title="Bellmouth", position="1", seconds=225),),
        credits=(Credit(role=FULL.credits[0].role, names=("Teodor Vance",)),),
    ).to_dict()
    assert plain["ratings"] == [{"value": 4.0, "best": 5.0, "label": None, "raw": "4/5"}]
    assert plain["work"] == {"title": "Cold Tap", "creators": [], "label": None, "released": "2012", "type": None}
    assert plain["tracks"] == [
        {"position": "1", "title": "Bellmouth", "artist": None, "duration": "3:45", "disc": None}
    ]
    assert plain["credits"] == [{"role": "composer", "names": ["Teodor Vance"], "scope": None}]


def test_an_ambiguous_date_keeps_its_other_reading() -> None:
    data = FULL.to_dict()
    assert (data["published"], data["published_alternative"]) == ("2011-03-04", "2011-04-03")
    assert "updated_alternative" not in data


def test_a_full_review_comes_back_as_it_was() -> None:
    assert Review.from_dict(json.loads(json.dumps(FULL.to_dict()))) == FULL


@given(reviews)
def test_any_review_comes_back_as_it_was(review: Review) -> None:
    assert Review.from_dict(json.loads(json.dumps(review.to_dict()))) == review


def test_evidence_is_written_when_asked_for_and_comes_back() -> None:
    assert "evidence" not in FULL.to_dict()
    data = FULL.to_dict(evidence=True)
    assert data["evidence"]["title"] == [
        {"finder": "title.h1", "quote": "Soundtrack Review", "confidence": 0.95, "span": [0, 17]}
    ]
    assert Review.from_dict(json.loads(json.dumps(data))).evidence == FULL.evidence


def test_the_sample_sets_every_field() -> None:
    """Otherwise the tests above would prove nothing for a field that is added."""
    for name in FIELDS:
        assert getattr(FULL, name), name
    assert FULL.work is not None
    for group in (
        FULL.ratings,
        (FULL.work,),
        FULL.tracks,
        FULL.credits,
        [one for _, ones in FULL.evidence for one in ones],
    ):
        for spec in dataclasses.fields(group[0]):
            assert any(getattr(one, spec.name) != spec.default for one in group), spec.name


def test_the_schema_accepts_what_is_written() -> None:
    VALID.validate(FULL.to_dict(evidence=True))
    VALID.validate(Review().to_dict())


@given(reviews)
def test_the_schema_accepts_any_review(review: Review) -> None:
    VALID.validate(review.to_dict())


@pytest.mark.parametrize(
    ("shape", "at"),
    [(Review, SCHEMA), *((kind, SCHEMA["$defs"][kind.__name__.lower()]) for kind in (Rating, Work, Track, Credit))],
)
def test_the_schema_knows_exactly_the_keys(shape: type, at: dict[str, Any]) -> None:
    extra = {"evidence"} if shape is Review else set()
    named = {name for name in at["properties"] if not name.endswith("_alternative")}
    assert named - extra == {name for name, _ in json_keys(shape)}
    assert at["required"] == [name for name, always in json_keys(shape) if always]
    assert at["additionalProperties"] is False


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "not an object but null"),
        ([], "not an object but list '[]'"),
        ({"colour": "red"}, "colour: unknown key"),
        ({"title": 3}, "title: not a string but int '3'"),
        ({"authors": "Mara Linfield"}, "authors: not a list but str 'Mara Linfield'"),
        ({"authors": [None]}, "authors[0]: not a string but null"),
        ({"published": "March 3"}, 'published: not a date like "2010-10-12", "2010-10" or "2010": \'March 3\''),
        ({"published": "2011-02-30"}, "published: no such day: '2011-02-30'"),
        ({"updated": "2011", "updated_alternative": "x"}, "updated_alternative: not a date like"),
        ({"ratings": [{"value": True}]}, "ratings[0].value: not a number but bool 'True'"),
        ({"ratings": [{"value": float("nan")}]}, "ratings[0].value: not a number but float 'nan'"),
        ({"ratings": [{"value": 10**400}]}, "ratings[0].value: not a number but int '1000"),
        ({"ratings": [{"unrated": 1}]}, "ratings[0].unrated: not true or false but int '1'"),
        ({"work": {"seconds": 1.5}}, "work.seconds: not a whole number but float '1.5'"),
        ({"tracks": [{"title": "Ember"}, {}]}, "tracks[1].title: missing"),
        (
            {"tracks": [{"title": "Ember", "duration": "long"}]},
            "tracks[0].duration: not a duration like \"3:45\": 'long'",
        ),
        ({"tracks": [{"title": "Ember", "parts": [{"tilte": "x"}]}]}, "tracks[0].parts[0].tilte: unknown key"),
        ({"credits": [{"role": "composer"}]}, "credits[0].names: missing"),
        ({"evidence": []}, "evidence: not an object"),
        (
            {"evidence": {"title": [{"finder": "a", "quote": "b", "confidence": 1, "span": [1]}]}},
            "span: not a list of 2",
        ),
    ],
)
def test_bad_data_is_named_by_its_path(data: dict[str, object], message: str) -> None:
    with pytest.raises(FormError) as caught:
        Review.from_dict(data)
    assert message in str(caught.value)
    assert isinstance(caught.value, InputError)
    assert isinstance(caught.value, ValueError)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*KEYS, "evidence"]) | st.text(), inner),
    )
)
def test_from_dict_raises_nothing_else(data: dict[str, object]) -> None:
    try:
        Review.from_dict(data)
    except FormError:
        return
    assert isinstance(data, dict)


def test_the_overall_rating_is_the_first_without_a_label() -> None:
    assert FULL.rating == FULL.ratings[0]
    assert Review(ratings=(Rating(value=9.0, label="Sound"),)).rating is None


def test_why_gives_the_evidence_of_a_field() -> None:
    assert FULL.why("title")[0].quote == "Soundtrack Review"
    assert FULL.why("authors") == ()
    with pytest.raises(ValueError, match="no field 'ratingz'; the fields are kind, lang, title"):
        FULL.why("ratingz")


def test_reviews_are_values() -> None:
    twin = dataclasses.replace(FULL, evidence=())
    assert twin == FULL
    assert hash(twin) == hash(FULL)
    copy = pickle.loads(pickle.dumps(FULL))  # noqa: S301 - our own bytes
    assert (copy, copy.evidence) == (FULL, FULL.evidence)
    with pytest.raises(dataclasses.FrozenInstanceError):
        FULL.title = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Review("album")  # type: ignore[call-arg]
    assert not hasattr(FULL, "__dict__")


def test_its_print_shows_what_is_set_and_of_the_article_the_beginning() -> None:
    review = Review(title="Cold Tap", body="It drips. " * 400)
    assert repr(review).startswith("Review(title='Cold Tap', body='It drips. It drips.")
    assert len(repr(review)) < 300
    assert repr(Review()) == "Review()"
