"""Reviews for the tests of forms: one that says everything, and strategies that say anything."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from reviewparse.evidence import Evidence
from reviewparse.model import Credit, PartialDate, Rating, Role, Track, Work
from reviewparse.review import Review

FULL = Review(
    kind="soundtrack",
    lang="en",
    title="Soundtrack Review: THE GLASS ORCHARD",
    authors=("Mara Linfield", "Tam Reyes"),
    published=PartialDate(year=2011, month=3, day=4, alternative=PartialDate(year=2011, month=4, day=3)),
    updated=PartialDate(year=2011, month=5),
    ratings=(
        Rating(value=4.0, best=5.0, unit="stars", raw="4/5"),
        Rating(value=7.0, upper=8.0, worst=-4.0, assumed_best=10.0, label="Sound", rater="Jo Pike", raw="7-8"),
        Rating(grade="B+", label="Film", raw="B+"),
        Rating(unrated=True, label="Vinyl", raw="no mark"),
    ),
    work=Work(
        title="THE GLASS ORCHARD",
        creators=("Teodor Vance",),
        label="Quill & Drum",
        released=PartialDate(year=2011),
        type="soundtrack",
        catalogue="QD 41",
        seconds=2890,
    ),
    tracks=(
        Track(title="The Ladder", position="1", disc=1, side="A", artist="The Sparrows", seconds=3723, highlight=True),
        Track(
            title="Rise / Fall",
            featuring=("Ruel Ode",),
            bonus=True,
            rating=Rating(value=8.0, best=10.0, raw="8/10"),
            parts=(Track(title="Rise", position="a"), Track(title="Fall", seconds=0)),
        ),
    ),
    credits=(
        Credit(role=Role("composer"), names=("Teodor Vance",), printed_role="composed by"),
        Credit(role=Role("violin"), names=("Ada Quist", "Kit Hale"), scope="tracks 1-2", tracks=("1", "2")),
        Credit(role=Role("actor"), names=("Bo Tarn",), character="Captain Hode"),
    ),
    url="https://reviews.example/glass-orchard",
    body="One paragraph.\n\nAnother one.",
    warnings=("truncated",),
    evidence=(
        ("title", (Evidence(finder="title.h1", quote="Soundtrack Review", span=(0, 17), confidence=0.95),)),
        (
            "published",
            (
                Evidence(
                    finder="published.json_ld",
                    quote="2011-03-04",
                    locator="json-ld: Review.datePublished",
                    confidence=0.9,
                    agreed_by=("published.own_line",),
                ),
            ),
        ),
    ),
)
"""Every field of every class is set somewhere in it."""

texts = st.text(max_size=12)
names = st.lists(texts, max_size=2).map(tuple)
maybe_text = st.none() | texts
numbers = st.none() | st.floats(-1e6, 1e6)
seconds = st.none() | st.integers(0, 359999)


def _partial(day: dt.date, precision: int) -> PartialDate:
    return PartialDate(
        year=day.year, month=day.month if precision > 1 else None, day=day.day if precision > 2 else None
    )


single_dates = st.builds(_partial, st.dates(min_value=dt.date(1000, 1, 1)), st.integers(1, 3))
dates = st.none() | st.builds(
    lambda date, other: PartialDate(year=date.year, month=date.month, day=date.day, alternative=other),
    single_dates,
    st.none() | single_dates,
)
ratings = st.builds(
    Rating,
    value=numbers,
    upper=numbers,
    best=numbers,
    worst=numbers,
    assumed_best=numbers,
    grade=maybe_text,
    label=maybe_text,
    rater=maybe_text,
    unit=maybe_text,
    unrated=st.booleans(),
    raw=texts,
)
tracks = st.builds(
    Track,
    title=texts,
    position=maybe_text,
    disc=st.none() | st.integers(1, 9),
    artist=maybe_text,
    featuring=names,
    seconds=seconds,
    bonus=st.booleans(),
    rating=st.none() | ratings,
)
works = st.builds(Work, title=maybe_text, creators=names, label=maybe_text, released=dates, seconds=seconds)
credits_ = st.builds(Credit, role=texts.map(Role), names=st.lists(texts, min_size=1, max_size=3).map(tuple))
reviews = st.builds(
    Review,
    lang=st.sampled_from((None, "en", "de")),
    title=maybe_text,
    authors=names,
    published=dates,
    updated=dates,
    ratings=st.lists(ratings, max_size=2).map(tuple),
    work=st.none() | works,
    tracks=st.lists(tracks, max_size=2).map(tuple),
    credits=st.lists(credits_, max_size=2).map(tuple),
    body=maybe_text,
    warnings=names,
)
