"""What a notebook shows of a review: fields, the article, and the right words in the right colour."""

from __future__ import annotations

import dataclasses
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviewparse as rp
from reviewparse import notebook
from reviewparse.evidence import Evidence, Span
from reviewparse.highlight import FIELDS, Reading, highlighted, marks_of
from reviewparse.model import Rating, Track
from reviewparse.review import Review
from tests.samples import FULL, reviews
from tests.shown import Shown

FIXTURES = Path(__file__).parent / "fixtures"
EVIL = "<img src=x onerror=alert(1)>\"'></mark><script>alert(1)</script>"


def shown(review: Review) -> Shown:
    return Shown(review._repr_html_())


def reading(span: Span, field: str = "title", **changes: str) -> Reading:
    return Reading(
        field=field, value="x", evidence=Evidence(finder="a.b", quote="x", span=span, confidence=1), **changes
    )


def test_words_are_marked_in_the_colour_of_their_field() -> None:
    found = shown(rp.parse(FIXTURES / "base" / "wordpress.html"))
    assert found.marked("title") == ["Soundtrack Review: THE GLASS ORCHARD"]
    assert found.marked("work") == ["THE GLASS ORCHARD", "Teodor Vance", "Quill & Drum"]
    assert found.marked("authors")[0] == "Mara Linfield"
    assert found.marked("published") == ["March 3rd, 2011"]
    assert found.marked("ratings") == ["4/5"]
    assert found.marked("tracks")[0] == "1. “The Ladder”"
    assert len(found.marked("tracks")) == 17
    assert found.marked("credits") == ["composed by Teodor Vance"]


def test_a_mark_says_value_finder_confidence_and_who_agrees() -> None:
    found = shown(rp.parse(FIXTURES / "base" / "wordpress.html"))
    tip = next(tip for kind, _, tip in found.marks if kind.endswith("rp-published"))
    value, finder = tip.splitlines()
    assert value == "published: 2011-03-03"
    assert re.fullmatch(r"published\.\w+ · 0\.\d\d · also published\.\w+.*", finder)


def test_what_was_read_twice_from_the_same_words_is_said_once_in_one_mark() -> None:
    found = shown(rp.parse("<h1>Album Review: The Sparrows – Cold Tap</h1><p>By Orla Venn</p><p>Rating: 8/10</p>"))
    (tip,) = [tip for kind, _, tip in found.marks if kind.endswith("rp-title")]
    assert tip.startswith("title: Album Review")
    assert "kind: album" in tip


def test_comments_are_left_out_and_a_quote_outside_the_article_is_not() -> None:
    found = shown(rp.parse(FIXTURES / "base" / "wordpress.html"))
    assert "Four is generous" not in found.text
    assert "Mara Linfield" in found.marked("authors")


def test_the_table_has_trust_and_finder_of_each_value() -> None:
    found = (
        Evidence(finder="rating.label", quote="7", span=(0, 1), confidence=0.85),
        Evidence(finder="rating.own_line", quote="8", span=(2, 3), confidence=0.9),
    )
    html = Review(ratings=(Rating(value=7), Rating(value=8)), evidence=(("ratings", found),), text="7 8")._repr_html_()
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html)
    assert cells[:3] == ["7", "0.85", "<code>rating.<wbr>label</code>"]
    assert cells[3:] == ["8", "0.90", "<code>rating.<wbr>own<wbr>_line</code>"]


def test_a_review_from_json_is_a_table_alone() -> None:
    html = Review.from_dict(FULL.to_dict())._repr_html_()
    assert "THE GLASS ORCHARD by Teodor Vance (Quill &amp; Drum, 2011, QD 41, 48:10)" in html
    assert "rp-article" not in html.partition("</style>")[2]
    assert "trust" not in html.partition("</style>")[2]


@given(reviews)
def test_nothing_of_a_page_is_markup(review: Review) -> None:
    found = shown(dataclasses.replace(review, title=EVIL, text=EVIL, article=((0, len(EVIL)),)))
    found.check_harmless()
    assert found.text.count(EVIL) == 2


def test_an_article_of_markup_is_text() -> None:
    found = shown(rp.parse(f"Cold Tap\n\n{EVIL} by drips\n\nRating: 4/5\n"))
    found.check_harmless()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    assert "a" not in shown(Review(url=url)).tags
    assert "a" in shown(Review(url="https://reviews.example/?a=1&b=2")).tags


def test_the_size_is_bounded_whatever_the_page() -> None:
    text = ("'<&>\"" * 40 + "\n") * 20_000
    evidence = tuple(
        Evidence(finder="a.b", quote="'" * 300, span=(n * 500, n * 500 + 300), confidence=0.9) for n in range(5_000)
    )
    page = Review(
        ratings=tuple(Rating(value=n, raw="&" * 5_000, label="&" * 5_000) for n in range(5_000)),
        tracks=tuple(Track(title="&" * 5_000) for _ in range(5_000)),
        body="&" * 1_000_000,
        evidence=(("ratings", evidence), ("tracks", evidence[:1])),
        text=text,
        article=((0, len(text)),),
    )
    assert len(page._repr_html_()) < 600_000


def test_a_long_article_shows_its_beginning_and_every_quote() -> None:
    prose = "The tap drips on and nobody in the whole long street gets up to turn it off. " * 6
    page = "Cold Tap\n\nBy Orla Venn\n\n" + f"{prose}\n\n" * 60 + "Rating: 4/5\n\n" + f"{prose}\n\n" * 20
    found = shown(rp.parse(page))
    assert found.marked("ratings") == ["4/5"]
    assert found.text.count("…") >= 2
    assert len(found.text) < 12_000


def test_one_endless_line_is_cut_like_many() -> None:
    text = "drip " * 10_000 + "Rating: 4/5 " + "drip " * 10_000
    place = text.index("4/5")
    evidence = Evidence(finder="rating.label", quote="4/5", span=(place, place + 3), confidence=0.9)
    found = shown(
        Review(ratings=(Rating(value=4),), evidence=(("ratings", (evidence,)),), text=text, article=((0, len(text)),))
    )
    assert found.marked("ratings") == ["4/5"]
    assert len(found.text) < 12_000


def test_quotes_that_cross_are_split_and_close_in_order() -> None:
    marks = marks_of([reading((0, 6)), reading((4, 9), "work")])
    (line,) = highlighted("Cold Tap 2", [(0, 10)], marks)
    found = Shown(line)
    assert found.text == "Cold Tap 2"
    assert found.marked("title") == ["Cold T"]
    assert found.marked("work") == [" T", "ap "]


def test_only_the_first_piece_of_a_quote_can_be_reached_by_keyboard() -> None:
    lines = highlighted("1. Ladder\n2. Gate", [(0, 9), (10, 17)], marks_of([reading((0, 17), "tracks")], prefix="m"))
    assert ['tabindex="0"' in line for line in lines] == [True, False]
    assert ['id="m0"' in line for line in lines] == [True, False]


def test_what_was_not_chosen_comes_last_in_a_mark_and_is_none_alone() -> None:
    both = marks_of([reading((0, 3), lost="too doubtful"), reading((0, 3), "work"), reading((5, 8), lost="a vote")])
    assert [(mark.field, mark.lost) for mark in both] == [("work", False), ("title", True)]
    assert both[0].readings[1].tip.endswith("not chosen: too doubtful")
    assert 'class="rp-lost rp-title"' in both[1].opening(begins=True)


texts = st.text(st.sampled_from("ab <&\n\"'"), min_size=1, max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60), st.sampled_from(FIELDS)), max_size=8))
def test_marks_change_no_text_and_cover_their_quotes(text: str, wanted: list[tuple[int, int, str]]) -> None:
    spans = {(start, min(start + length, len(text))): field for start, length, field in wanted if start < len(text)}
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    marks = marks_of(reading(span, field) for span, field in spans.items())
    markup = highlighted(text, lines, marks)
    assert [unescape(re.sub(r"<[^>]*>", "", line)) for line in markup] == [text[slice(*line)] for line in lines]
    for (start, end), field in spans.items():
        found = [Shown(line) for line in markup]
        length = sum(len(text) for line in found for text in line.marked(field))
        assert length >= len(text[start:end].replace("\n", ""))


def test_a_table_for_other_values() -> None:
    assert notebook.table([("a<", "b")], ("x", "y")).count("<tr>") == 2
