"""A page object's item is the review of its response; a subclass overrides fields and loses their evidence."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("web_poet", reason="needs the extra webpoet")

from web_poet import HttpResponse, field
from web_poet.fields import get_fields_dict

import reviewparse as rp
from reviewparse.integrations.web_poet import ReviewPage
from reviewparse.review import FIELDS
from tests.fixture_pages import FIXTURES

BODY = (FIXTURES / "base" / "wordpress.html").read_bytes()
URL = "https://lanternroom.example/2011/03/soundtrack-review-the-glass-orchard/"


class Own(ReviewPage):
    @field
    def authors(self) -> tuple[str, ...]:
        return ("Tam Reyes", *self.review.authors)


def item(page: Any) -> rp.Review:  # noqa: ANN401 - web-poet is not typed for us
    """In a thread of its own: browser tests leave a running loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(lambda: asyncio.run(page.to_item())).result()
    assert isinstance(found, rp.Review)
    return found


def test_the_item_is_the_review() -> None:
    found = item(ReviewPage(HttpResponse(URL, BODY)))
    review = rp.parse_html(BODY, url=URL)
    assert (found, found.evidence) == (review, review.evidence)


def test_every_field_of_a_review_is_one_of_the_page() -> None:
    assert {*get_fields_dict(ReviewPage)} == {*FIELDS, "evidence"}


def test_a_subclass_overrides_a_field_and_its_evidence() -> None:
    found = item(Own(HttpResponse(URL, BODY)))
    assert found.authors == ("Tam Reyes", "Mara Linfield")
    assert found.why("authors") == ()
    assert found.why("ratings")


def test_a_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def parse_html(body: bytes, *, url: str) -> rp.Review:
        read.append((body, url))
        return rp.Review(kind="film")

    monkeypatch.setattr("reviewparse.integrations.web_poet.parse_html", parse_html)
    assert item(Own(HttpResponse(URL, BODY))).kind == "film"
    assert read == [(BODY, URL)]


def test_the_server_s_charset_comes_before_the_page_s() -> None:
    body = BODY.replace(b"Mara Linfield", "Zoé Linfield".encode("iso-8859-2"))
    page = ReviewPage(HttpResponse(URL, body, headers={"Content-Type": "text/html; charset=iso-8859-2"}))
    assert item(page).authors == ("Zoé Linfield",)
