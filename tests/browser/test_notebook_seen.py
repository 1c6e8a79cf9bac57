"""A review in a notebook's cell, whose background is the notebook's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import reviewparse as rp
from tests.browser.conftest import NARROW, Seen

FIXTURES = Path(__file__).parents[1] / "fixtures"

REVIEW = rp.parse(FIXTURES / "base" / "wordpress.html")

LIGHT, DARK = "background: #fff; color: #111", "background: #111; color: #ddd"

Look = Callable[..., Seen]

pytestmark = pytest.mark.slow


def cell(review: rp.Review, colours: str = LIGHT) -> str:
    return f"<!DOCTYPE html><meta charset=utf-8><title>n</title><body style='{colours}'>{review._repr_html_()}"


def test_the_right_words_are_marked(look_at: Look) -> None:
    seen = look_at(cell(REVIEW))
    assert seen.text_of("mark.rp-published") == ["March 3rd, 2011"]
    assert seen.text_of("mark.rp-credits") == ["composed by Teodor Vance"]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_readable_whatever_notebook_and_system_say(look_at: Look, colours: str, *, dark: bool) -> None:
    seen = look_at(cell(REVIEW, colours), dark=dark)
    for selector in ("mark.rp-published", "mark.rp-title", "mark.rp-title mark.rp-work", "td", "th", "td a"):
        assert seen.contrast(selector) >= 4.5, selector


def test_pointer_and_keyboard_show_finder_and_confidence(look_at: Look) -> None:
    seen = look_at(cell(REVIEW))
    seen.page.locator("mark.rp-ratings").hover()
    assert re.match(r"ratings: 4/5\nrating\.\w+ · 0\.\d\d", str(seen.tip("mark.rp-ratings")))
    seen.page.mouse.move(0, 0)
    assert seen.tip("mark.rp-ratings") is None
    seen.page.locator(".rp-article").focus()
    seen.page.keyboard.press("Tab")
    assert str(seen.tip("mark:focus")).startswith("title:")


def test_a_box_is_not_cut_off_by_the_scrolling_article(look_at: Look) -> None:
    seen = look_at(cell(REVIEW))
    seen.page.locator("mark.rp-credits").scroll_into_view_if_needed()
    seen.page.locator("mark.rp-credits").hover()
    box = seen.page.locator(".rp-article").bounding_box()
    top = seen.page.locator("mark.rp-credits").evaluate("mark => parseFloat(getComputedStyle(mark, '::after').top)")
    assert top >= box["height"]


def test_a_narrow_cell(look_at: Look) -> None:
    assert not look_at(cell(REVIEW), size=NARROW).overflows()


RULES = """
.nb table { table-layout: fixed } .nb tr, .nb th, .nb td { text-align: right; white-space: normal; padding: .5em }
.nb :not(pre) > code { background: #eee; padding: 1px 5px }
"""
"""What notebooks say of all tables and code in a cell."""


def test_the_rules_of_a_notebook_do_not_prevail(look_at: Look) -> None:
    seen = look_at(cell(REVIEW).replace("<body", f"<style>{RULES}</style><body class=nb"))
    value = seen.page.locator(".rp-fields tr.rp-work td")
    assert value.nth(0).evaluate("cell => getComputedStyle(cell).textAlign") == "left"
    assert value.nth(1).evaluate("cell => getComputedStyle(cell).whiteSpace") == "nowrap"
    assert value.nth(0).bounding_box()["width"] > 1.5 * value.nth(1).bounding_box()["width"]
    code = seen.page.locator(".rp-fields code").first
    assert code.evaluate("code => getComputedStyle(code).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_the_candidates_stand_at_the_left_too(look_at: Look) -> None:
    table = rp.explain(FIXTURES / "base" / "wordpress.html")._repr_html_()
    seen = look_at(f"<!DOCTYPE html><meta charset=utf-8><title>n</title><style>{RULES}</style><body class=nb>{table}")
    assert seen.page.locator("tbody td").nth(2).evaluate("cell => getComputedStyle(cell).textAlign") == "left"


def test_a_hostile_article_runs_nothing(look_at: Look) -> None:
    alive = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    shy = alive.replace("<", "&lt;")
    review = rp.parse_html(f"<h1>Review: Cold Tap {shy}</h1><p>By Orla Venn</p><p>4/5 {shy}", url="javascript:alert(3)")
    seen = look_at(cell(review))
    assert seen.page.locator("img, script, a").count() == 0
    assert alive in seen.page.locator(".rp-article").inner_text()
