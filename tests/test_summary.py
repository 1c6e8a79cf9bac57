"""Readable lines and terminal columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewparse import summary
from reviewparse.console import align, columns, one_line
from reviewparse.model import PartialDate, Rating, Work
from reviewparse.review import Review
from tests.samples import FULL


def test_a_full_review_line_by_line() -> None:
    assert list(summary.rows(FULL)) == [
        ("title", "Soundtrack Review: THE GLASS ORCHARD"),
        ("kind", "soundtrack · en"),
        ("work", "THE GLASS ORCHARD by Teodor Vance (Quill & Drum, 2011, QD 41, 48:10)"),
        ("authors", "Mara Linfield, Tam Reyes"),
        ("published", "2011-03-04 (or 2011-04-03)"),
        ("updated", "2011-05"),
        ("ratings", "4/5"),
        ("", "Sound: 7–8 (Jo Pike)"),
        ("", "Film: B+"),
        ("", "Vinyl: unrated"),
        ("tracks", "1. The Ladder – The Sparrows (1:02:03)"),
        ("", "Rise / Fall"),
        ("credits", "composer: Teodor Vance"),
        ("", "violin: Ada Quist, Kit Hale (tracks 1-2)"),
        ("", "actor: Bo Tarn"),
        ("url", "https://reviews.example/glass-orchard"),
        ("body", "4 words: One paragraph. Another one."),
        ("warnings", "truncated"),
    ]


def test_an_empty_review_has_no_lines() -> None:
    assert list(summary.rows(Review())) == []


def test_a_long_body_is_cut_between_words() -> None:
    line = summary.body_line("harbour " * 50)
    assert line.startswith("50 words: harbour")
    assert line.endswith("harbour …")


def test_a_rating_without_a_number_is_shown_as_printed() -> None:
    assert summary.rating_line(Rating(raw="thumbs sideways")) == "thumbs sideways"
    assert summary.date_line(PartialDate(year=2011)) == "2011"
    assert summary.work_line(Work(title="Cold Tap")) == "Cold Tap"


def test_a_candidate_that_is_a_running_time_alone_has_a_line() -> None:
    assert summary.work_line(Work(seconds=6240)) == "(1:44:00)"


@given(st.text())
def test_a_line_cannot_steer_the_terminal(text: str) -> None:
    line = one_line(text + "\x1b]0;title\x07\r\n\u202e")
    assert line.isprintable()


@given(st.text(), st.integers(1, 30))
def test_a_cut_line_fits(text: str, width: int) -> None:
    assert columns(one_line(text, width)) <= width


def test_columns_line_up_in_any_script() -> None:
    first, second = align([("評価", "x"), ("rating", "y")])
    assert columns(first) == columns(second)
    assert columns("e\u0301") == 1
