"""Reviews in a Scrapy project: a function for callbacks, and two item pipelines.

A ``Review`` is an item as it is: Scrapy exports it and passes it through pipelines like any dataclass. Needs the extra
``scrapy``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from reviewparse.api import parse_html
from reviewparse.extras import require
from reviewparse.options import Settings
from reviewparse.pipeline import NOT_REVIEW
from reviewparse.review import Review

if TYPE_CHECKING:
    from scrapy.exceptions import DropItem
    from scrapy.http import HtmlResponse, Response
else:
    DropItem = require("scrapy.exceptions", "scrapy").DropItem
    HtmlResponse = require("scrapy.http", "scrapy").HtmlResponse
    Response = require("scrapy.http", "scrapy").Response


def parse_response(response: Response, **settings: Unpack[Settings]) -> Review:
    """The review of a response; its bytes are decoded as the server says, else as the page declares.

    Args:
        response: What a callback got; its address is the review's.
        **settings: As of ``reviewparse.parse``.
    """
    content_type = response.headers.get("Content-Type") or b""
    server_says = isinstance(response, HtmlResponse) and b"charset=" in content_type.lower()
    return parse_html(response.text if server_says else response.body, url=response.url, **settings)


class OnlyReviews:
    """An item pipeline that drops the pages which are no review."""

    def process_item(self, item: object, *_: object) -> object:
        """Pass on everything but a ``Review`` whose kind is ``not-review``.

        Raises:
            DropItem: it is one.
        """
        if isinstance(item, Review) and item.kind == NOT_REVIEW:
            message = f"no review: {item.url}"
            raise DropItem(message)
        return item


class JsonForm:
    """An item pipeline that writes reviews in the JSON form, dates as ``"2012-05"``, without the evidence."""

    def process_item(self, item: object, *_: object) -> dict[str, Any] | object:
        """A ``Review`` becomes its ``to_dict()``; everything else stays as it is."""
        return item.to_dict() if isinstance(item, Review) else item
