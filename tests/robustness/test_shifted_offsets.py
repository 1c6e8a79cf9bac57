"""Quotes stand where they say also on pages whose letters change their number when they are folded or composed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from reviewparse.reading.charset import decode
from tests.fixture_pages import FixturePage, fixture_pages
from tests.soundness import check, check_support

CHANGES: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda page: page,
    "a dotted capital before each line": lambda page: re.sub(r"(<p>|\n)", "\\1\u0130\u0130 ", page),
    "letters that fold to several": lambda page: re.sub(r">(?=\w)", ">\u0130 \ufb03 \u00df ", page),
    "ligatures": lambda page: page.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "fractions and ligatures between words": lambda page: re.sub(
        r"(?<=[a-z]) (?=[a-z])", " \u00bd \ufb03 ", page, count=400
    ),
    "marks to be composed": lambda page: re.sub(r"([aeo])(?=[a-z ]*<)", "\\1\u0301\u0323", page),
    "one letter that stands for eighteen": lambda page: re.sub(r">(?=\w)", ">\ufdfa ", page),
    "letters beyond sixteen bits": lambda page: re.sub(r">(?=\w)", ">\U0001d518\U0001f600 ", page),
}

PAGES = fixture_pages()


@pytest.mark.parametrize("name", CHANGES)
def test_quotes_hold_what_was_read(name: str) -> None:
    def changed(page: FixturePage) -> str:
        return CHANGES[name](decode(page.path.read_bytes()))

    for page in PAGES:
        check_support(check(changed(page)))


def test_a_mark_behind_words_in_its_box_is_quoted() -> None:
    review = check('<h1>Review: Cold Tap</h1><div class="score">Our verdict 4/5</div>')
    check_support(review)
    (evidence,) = review.why("ratings")
    assert evidence.quote == "4/5"


def test_authors_in_elements_of_their_own_are_quoted_together() -> None:
    links = '<a rel="author" href="/a">Anna Roe</a>, <a rel="author" href="/b">Ben Low</a>'
    review = check(f'<h1>Review: Cold Tap</h1><div class="authors">{links}</div><p>Rating: 4/5</p>')
    assert review.authors == ("Anna Roe", "Ben Low")
    check_support(review)
