"""What counts as prose of a page."""

from __future__ import annotations

import pytest

from reviewparse.finders.body import find_body
from reviewparse.reading.source import read_html

PROSE = "The harbour lies in fog when the record begins, and for a while nothing happens but a bell and creaks."

FURNITURE = [
    '<div class="post-ratings">(12 votes, average: 4.08 out of 5)</div>',
    '<div class="kksr-legend">Rating: 4.6/5. From 17 votes. Please wait...</div>',
    "<p>https://records.example.org/cold-tap/reviews/the-sparrows-and-the-long-jetty</p>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_votes_and_addresses_are_no_prose(furniture: str) -> None:
    assert find_body(read_html(f"<article><p>{PROSE}</p>{furniture}</article>"), ()) == PROSE


def test_prose_needs_no_blanks_in_scripts_that_print_none() -> None:
    prose = "一曲目の冒頭から、このバンドが新しい場所に立っていることが分かる。ギターは乾いている。"
    assert find_body(read_html(f"<html lang='ja'><article><p>{prose}</p></article></html>"), ()) == prose
