"""Whatever comes in: nothing raises, the answer is the same twice, and every quote stands where it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviewparse as rp
from reviewparse.reading.source import read

CELLS: dict[str, Callable[[str], object]] = {
    "parse_rating": rp.parse_rating,
    "parse_ratings": rp.parse_ratings,
    "parse_byline": rp.parse_byline,
    "parse_date": rp.parse_date,
    "parse_dates": rp.parse_dates,
    "parse_tracklist": rp.parse_tracklist,
    "parse_credits": rp.parse_credits,
}

PIECES = (
    *("by", "By:", "Reviewed by", "Orla Venn", "and", "&", ",", "Mara Linfield", "Posted on", "March 3rd,", "2011"),
    *("03/04/2010", "2010-10-12", "Rating:", "4/5", "8,5", "★★★½☆", "out of", "10", "B+", "70%", "***", "Overall"),
    *("1.", "2.", "3.", "“Bellmouth”", "(3:45)", "feat.", "Side A", "Tracklist:", "Produced by", "Kit Hale", "–"),
    *(
        "vocals",
        "(tracks 1-3)",
        "Label:",
        "Grey Heron",
        "The Sparrows",
        "Review",
        "\n",
        "\n\n",
        "\t",
        "\u00a0",
        "(",
        ")",
    ),
)
"""What reviews are made of, in no sensible order."""

TAGS = ("h1", "p", "br", "div", "ol", "li", "table", "tr", "td", "article", "time", "script", "b", "a", "/p", "/div")

lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=24).map(" ".join)
markup = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(TAGS).map("<{}>".format) | st.text(max_size=6), max_size=40
).map(" ".join)


@pytest.mark.parametrize("name", CELLS)
@given(text=lines)
def test_a_cell_never_raises_and_repeats_itself(name: str, text: str) -> None:
    assert CELLS[name](text) == CELLS[name](text)


@given(text=lines)
def test_a_text_is_read_and_read_alike(text: str) -> None:
    review = rp.parse_text(text)
    assert review == rp.parse_text(text)
    assert rp.Review.from_dict(review.to_dict(evidence=True)) == review


@given(page=markup)
def test_a_page_is_read_and_quoted_rightly(page: str) -> None:
    source = f"<html>{page}"
    text = read(source).text
    for _, found in rp.parse_html(source).evidence:
        for evidence in found:
            if evidence.span:
                assert text[slice(*evidence.span)] == evidence.quote


@given(page=st.binary(max_size=400))
def test_bytes_are_read(page: bytes) -> None:
    assert isinstance(rp.parse(page), rp.Review)


@given(page=markup)
def test_losing_candidates_say_why(page: str) -> None:
    explanation = rp.explain(page)
    for candidates in explanation.fields.values():
        won = [candidate.lost is None for candidate in candidates]
        assert won == sorted(won, reverse=True)
    assert str(explanation)


@pytest.mark.parametrize("source", [None, 4, 4.5, ["page"], {"page": 1}, object()])
def test_what_is_no_page_is_refused(source: object) -> None:
    for read_page in (rp.parse, rp.explain, rp.parse_all):
        with pytest.raises(rp.InputError):
            read_page(source)


@pytest.mark.parametrize("name", CELLS)
def test_what_is_no_text_is_refused(name: str) -> None:
    with pytest.raises(rp.InputError):
        CELLS[name](None)  # type: ignore[arg-type]


@pytest.mark.parametrize("nothing", ["", " ", "\n\n", b"", "\ufeff", "<html></html>", b"\x00" * 100])
def test_nothing_yields_nothing(nothing: str | bytes) -> None:
    review = rp.parse(nothing)
    assert not any(
        review.to_dict()[name] for name in ("title", "authors", "ratings", "work", "tracks", "credits", "body")
    )


def test_a_path_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        rp.parse(tmp_path / "gone.html")
