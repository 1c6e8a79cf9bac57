"""Responses are decoded as the server says; pipelines drop and write reviews and leave other items alone."""

from __future__ import annotations

import pytest

pytest.importorskip("scrapy", reason="needs the extra scrapy")

from itemadapter import ItemAdapter, is_item
from scrapy.exceptions import DropItem
from scrapy.http import HtmlResponse, Response, TextResponse

from reviewparse.integrations.scrapy import JsonForm, OnlyReviews, parse_response
from reviewparse.review import Review
from tests.samples import FULL

PAGE = "<html><head>{}</head><body><article><h1>Cold Tap</h1><p>Reviewed by Zoé Venn</p><p>Rating: 4/5</p></article>"
URL = "https://a.example/1"


@pytest.mark.parametrize(
    ("meta", "charset", "header"),
    [
        ("", "utf-8", None),
        ("", "iso-8859-2", "text/html; Charset=ISO-8859-2"),
        ('<meta charset="utf-8">', "iso-8859-2", "text/html; charset=iso-8859-2"),
        ('<meta charset="iso-8859-2">', "iso-8859-2", "text/html"),
    ],
)
def test_the_server_s_charset_comes_before_the_page_s(meta: str, charset: str, header: str | None) -> None:
    body = PAGE.format(meta).encode(charset)
    review = parse_response(HtmlResponse(URL, body=body, headers={"Content-Type": header} if header else {}))
    assert review.authors == ("Zoé Venn",)
    assert review.url == URL


def test_any_response_is_read() -> None:
    assert parse_response(Response(URL, body=b"")).kind == "not-review"
    assert parse_response(TextResponse(URL, body=b"\xff\x00<p>"), min_confidence=0.9).authors == ()


def test_pages_that_are_no_review_are_dropped() -> None:
    assert OnlyReviews().process_item(FULL) is FULL
    assert OnlyReviews().process_item({"kind": "not-review"}) == {"kind": "not-review"}
    with pytest.raises(DropItem, match=f"no review: {URL}"):
        OnlyReviews().process_item(Review(kind="not-review", url=URL))


def test_a_review_is_an_item_and_may_be_written_as_json() -> None:
    assert is_item(FULL)
    assert ItemAdapter(FULL).asdict()["published"]["year"] == 2011
    assert JsonForm().process_item(FULL) == FULL.to_dict()
    assert JsonForm().process_item(7) == 7
