"""Tags with very many attributes: the parser's work on one grows with their square, so they are made shorter."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import reviewparse as rp
from reviewparse.reading.attributes import HARMLESS, MAX_ATTRIBUTES, without_surplus
from tests.fixture_pages import fixture_pages
from tests.soundness import check

MARK = "<h1>Review: Cold Tap</h1><p>Reviewed by Orla Venn</p><p>Rating: 4/5</p>"
MANY = range(100_000)
BARE = " ".join(f"a{number}" for number in MANY)

TAGS = {
    "with values": "<p " + " ".join(f"a{number}=x" for number in MANY) + ">",
    "with the end of a tag in quotes": "<p " + " ".join(f"a{number}='>'" for number in MANY) + ">",
    "with markup in quotes": "<p " + " ".join(f'a{number}="></p><b x=1>"' for number in MANY) + ">",
    "held apart by strokes": "<p " + "/".join(f"a{number}" for number in MANY) + ">",
    "not held apart": "<p " + "".join(f'a{number}=""' for number in MANY) + ">",
    "of an end tag": f"<p>x</p {BARE}>",
    "of a script": f"<script a='>' {BARE}>var a = '<p ' + b;</script>",
    "behind a tag in a title": f"<title>\"<p a='</title><p {BARE}>",
    "behind an odd comment": f"<!--><p {BARE}>",
    "behind an odd declaration": f"<!x '><?x \"><p {BARE}>",
    "behind a script": f"<script>if (a<b) {{ '</p>' + \"<p a='\" }}</script><p {BARE}>",
}


@pytest.mark.parametrize("kind", TAGS)
def test_they_are_cut_and_nothing_else_is(kind: str) -> None:
    page = f"<body>{MARK}{TAGS[kind]}<p>Produced by Kit Hale.</p>"
    start = time.thread_time()
    review = check(page)
    assert time.thread_time() - start < 1
    assert review.warnings == ("too_many_attributes",)
    assert review.authors == ("Orla Venn",)
    data, had_surplus = without_surplus(page.encode())
    assert had_surplus
    assert data.endswith(b"<p>Produced by Kit Hale.</p>")


def test_a_tag_that_never_ends() -> None:
    review = check(f"{MARK}<p {BARE} b='x")
    assert (review.warnings, review.authors) == (("too_many_attributes",), ("Orla Venn",))


def test_many_tags_just_below() -> None:
    attributes = " ".join(f"a{number}=x" for number in range(MAX_ATTRIBUTES))
    page = f"<p {attributes}>x</p>" * 200 + MARK
    start = time.thread_time()
    assert check(page).warnings == ()
    assert time.thread_time() - start < 1


@pytest.mark.parametrize("page", fixture_pages(), ids=lambda page: page.name)
def test_ordinary_pages_are_left_alone(page: object) -> None:
    path: Path = page.path  # type: ignore[attr-defined]
    data = path.read_bytes()
    repeated = data * (HARMLESS // len(data) + 1)
    assert without_surplus(repeated) == (repeated, False)


PUMPS = (
    "<",
    "</",
    "<a ",
    '<a x="',
    "<a=",
    "<a b=",
    "<a b='",
    "<!",
    "<!--",
    "-",
    "<script>",
    "<title>",
    "<xmp ",
    "=",
    "'\"",
)


@pytest.mark.parametrize("pump", PUMPS)
def test_telling_tags_costs_no_more_than_the_page(pump: str) -> None:
    data = (pump * 1_000_000)[:1_000_000].encode()
    start = time.thread_time()
    without_surplus(data)
    assert time.thread_time() - start < 1


def test_small_pages_cost_little_as_they_are() -> None:
    page = f"<p {BARE[: HARMLESS - 200]}>x</p>{MARK}"
    assert len(page) <= HARMLESS
    start = time.thread_time()
    assert rp.parse(page).warnings == ()
    assert time.thread_time() - start < 1
