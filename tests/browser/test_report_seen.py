"""A report in a browser: the right words, hover, keyboard, light and dark, wide and narrow, nothing alive."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import util
from pathlib import Path

import pytest

from reviewparse.report import Figures, batch_page, page
from tests.browser.conftest import NARROW, WIDE, Seen
from tests.samples import FULL
from tests.test_sections import ROUND_UP

FIXTURES = Path(__file__).parents[1] / "fixtures"

ORCHARD = page(FIXTURES / "base" / "wordpress.html", name="orchard.html")

ALIVE = "<img src=x onerror=alert(1)><svg onload=alert(2)><a href='javascript:alert(3)'>x</a><script>alert(4)</script>"

Look = Callable[..., Seen]

pytestmark = pytest.mark.slow


def test_the_right_words_are_marked(look_at: Look) -> None:
    seen = look_at(ORCHARD)
    assert seen.text_of("mark.rp-published") == ["March 3rd, 2011"]
    assert seen.text_of("mark.rp-authors")[0] == "Mara Linfield"
    assert seen.text_of("mark.rp-ratings") == ["4/5"]
    assert seen.text_of("mark.rp-title") == ["Soundtrack Review: THE GLASS ORCHARD"]
    assert seen.text_of("h1") == ["Soundtrack Review: THE GLASS ORCHARD"]


def test_each_field_has_a_colour_of_its_own(look_at: Look) -> None:
    seen = look_at(ORCHARD)
    fields = ("title", "work", "authors", "published", "ratings", "tracks", "credits")
    colours = [
        seen.page.locator(f"mark.rp-{name}").first.evaluate("mark => getComputedStyle(mark).backgroundColor")
        for name in fields
    ]
    assert len(set(colours)) == len(fields)


def test_the_pointer_on_a_mark_shows_finder_and_confidence(look_at: Look) -> None:
    seen = look_at(ORCHARD)
    assert seen.tip("mark.rp-published") is None
    seen.page.locator("mark.rp-published").hover()
    tip = seen.tip("mark.rp-published")
    assert tip is not None
    assert re.match(r"published: 2011-03-03\npublished\.\w+ · 0\.\d\d", tip)


def test_the_pointer_on_a_mark_inside_another_shows_one_box(look_at: Look) -> None:
    seen = look_at(ORCHARD)
    seen.page.locator("mark.rp-title mark.rp-work").hover()
    assert seen.tip("mark.rp-title mark.rp-work") is not None
    assert seen.tip("mark.rp-title") is None


def test_marks_are_reached_and_told_by_keyboard(look_at: Look) -> None:
    seen = look_at(ORCHARD)
    told = []
    for _ in range(12):
        seen.page.keyboard.press("Tab")
        if seen.page.evaluate("document.activeElement.matches('mark')"):
            told.append(seen.tip("mark:focus"))
    assert [tip.split(":")[0] for tip in told if tip][:4] == ["title", "work", "authors", "published"]
    assert None not in told


def test_a_link_of_a_field_leads_to_its_words(look_at: Look) -> None:
    seen = look_at(ORCHARD, size=(1280, 500))
    seen.page.locator("tr.rp-credits a").click()
    assert seen.text_of("mark:target") == ["composed by Teodor Vance"]
    assert seen.page.locator("mark:target").evaluate("mark => mark.getBoundingClientRect().top < window.innerHeight")


def test_a_field_that_is_pointed_at_stands_out(look_at: Look) -> None:
    seen = look_at(ORCHARD)
    seen.page.locator("tr.rp-row.rp-ratings").hover()
    shadow = "mark => getComputedStyle(mark).boxShadow"
    assert seen.page.locator("mark.rp-published").evaluate(shadow) == "none"
    assert seen.page.locator("mark.rp-ratings").evaluate(shadow) != "none"


def test_what_was_not_chosen_shows_when_asked_for(look_at: Look) -> None:
    seen = look_at(page(FIXTURES / "base" / "wordpress.html", min_confidence=1))  # nothing is as sure as that
    outline = "mark => getComputedStyle(mark).outlineStyle"
    lost = seen.page.locator("mark.rp-lost").first
    assert lost.evaluate(outline) == "none"
    lost.hover()
    assert seen.tip("mark.rp-lost") is None
    seen.page.get_by_label("show what was not chosen").check()
    assert lost.evaluate(outline) == "dashed"
    lost.hover()
    assert "not chosen:" in str(seen.tip("mark.rp-lost"))


def test_candidates_stand_close_below_an_article_that_is_longer_than_the_fields(look_at: Look) -> None:
    seen = look_at(page(FIXTURES / "pages" / "film.html"))
    text, below = (seen.page.locator(part).bounding_box() for part in (".rp-text", "#candidates"))
    assert 0 < below["y"] - text["y"] - text["height"] < 40


def test_nothing_is_cut_off_on_a_narrow_screen(look_at: Look) -> None:
    seen = look_at(page(ROUND_UP), size=NARROW)
    for part in ("#several", ".rp-fields", "#candidates", "#metadata"):
        assert seen.page.locator(part).evaluate("box => box.scrollWidth <= box.clientWidth"), part


@pytest.mark.parametrize("size", [WIDE, (1100, 800), NARROW])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_readable(look_at: Look, size: tuple[int, int], *, dark: bool) -> None:
    seen = look_at(ORCHARD, size=size, dark=dark)
    paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(20, 22, 26)") is dark
    for selector in ("article p", "mark.rp-ratings", "mark.rp-work", "td", ".lead", "tr.rp-out td", "td a", "small"):
        assert seen.contrast(selector) >= 4.5, selector
    assert not seen.overflows()


def test_a_box_stays_inside_a_narrow_window(look_at: Look) -> None:
    seen = look_at(ORCHARD, size=NARROW)
    seen.page.locator("mark.rp-published").hover()
    box = seen.page.locator("mark.rp-published").evaluate(
        "mark => ['left', 'right'].map(side => parseFloat(getComputedStyle(mark, '::after')[side]))"
    )
    assert min(box) >= 0
    assert not seen.overflows()


def test_a_hostile_article_runs_nothing(look_at: Look) -> None:
    shy = ALIVE.replace("<", "&lt;")
    head = f'<title>{shy}</title><meta name=author content="{shy}">'
    seen = look_at(page(f"{head}<h1>Review: {shy}</h1><p>By Orla Venn</p><p>4/5 {shy}</p>", name=ALIVE))
    assert ALIVE in seen.page.locator("article").inner_text()
    assert seen.page.locator("script, img, svg, article a").count() == 0


def test_a_script_that_got_in_would_not_run(look_at: Look) -> None:
    """The policy of the page is the second lock: here the first one is left open on purpose."""
    seen = look_at(
        ORCHARD.replace("Photo: Kit Hale", "<script>document.title = 'run'</script><img src=https://evil.example/>")
    )
    assert seen.page.title() != "run"
    assert seen.problems
    assert all("Content Security Policy" in problem for problem in seen.problems)
    seen.problems.clear()
    seen.requests.clear()


@pytest.mark.skipif(util.find_spec("vl_convert") is None, reason="the extra 'report' is not installed")
@pytest.mark.parametrize("dark", [False, True])
def test_charts_of_a_batch(look_at: Look, *, dark: bool) -> None:
    rows = [
        {**FULL.to_dict(evidence=True), "url": f"https://s{n}.example/", "kind": ALIVE if n else "film"}
        for n in range(5)
    ]
    seen = look_at(batch_page(Figures.of([*rows, {"error": ALIVE}])), dark=dark)
    assert seen.page.locator("figure svg").count() == 7
    bar = seen.page.locator("#coverage path[aria-label^='tracks']")
    assert bar.locator("title").evaluate("title => title.textContent") == "tracks: 5 of 5"
    ink = seen.page.locator("#coverage svg text").first.evaluate("text => getComputedStyle(text).fill")
    assert ink == ("rgb(230, 228, 223)" if dark else "rgb(35, 37, 43)")
    assert not seen.overflows()
    seen.page.locator("#ratings summary").click()
    assert "0.8–0.9" in seen.page.locator("#ratings table").inner_text()
