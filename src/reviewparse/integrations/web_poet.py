"""A page object for web-poet and what is built on it: ``ReviewPage`` turns a response into a ``Review``.

Needs the extra ``webpoet``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from reviewparse.api import parse_html
from reviewparse.extras import require
from reviewparse.review import FieldEvidence, Review

if TYPE_CHECKING:
    from web_poet import HttpResponse, WebPage, field
else:
    web_poet = require("web_poet", "webpoet")
    HttpResponse, WebPage, field = web_poet.HttpResponse, web_poet.WebPage, web_poet.field


def parse_response(response: HttpResponse) -> Review:
    """The review of a response; its bytes are decoded as the server says, else as the page declares."""
    server_says = response.headers.declared_encoding()
    return parse_html(response.text if server_says else bytes(response.body), url=str(response.url))


def _said(name: str) -> Callable[[ReviewPage], object]:
    return lambda page: getattr(page.review, name)


class ReviewPage(WebPage[Review]):
    """A page whose item is a ``Review``; the page is read once, whatever is asked of it.

    A subclass for one site overrides the fields that it knows better::

        class LanternPage(ReviewPage):
            @field
            def authors(self):
                return tuple(self.css(".byline a::text").getall())

    What is overridden has no evidence in the item.
    """

    @cached_property
    def review(self) -> Review:
        """What the page says, before a subclass changes it."""
        return parse_response(self.response)

    kind = field(_said("kind"))
    lang = field(_said("lang"))
    title = field(_said("title"))
    authors = field(_said("authors"))
    published = field(_said("published"))
    updated = field(_said("updated"))
    ratings = field(_said("ratings"))
    work = field(_said("work"))
    tracks = field(_said("tracks"))
    credits = field(_said("credits"))
    url = field(_said("url"))
    body = field(_said("body"))
    warnings = field(_said("warnings"))

    @field
    def evidence(self) -> FieldEvidence:
        """What supports the fields that are as the page says."""
        own = type(self)
        return tuple(one for one in self.review.evidence if getattr(own, one[0]) is getattr(ReviewPage, one[0]))
