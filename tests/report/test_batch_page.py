"""A batch as one page of charts, and the figures behind it."""

from __future__ import annotations

import re
from importlib import util

import pytest

from reviewparse.errors import MissingExtra
from reviewparse.report import Figures, batch_page, charts, figures
from tests.samples import FULL

EVIL = "<img src=x onerror=alert(1)>\"'</svg></script><script>alert(1)</script>"

needs_charts = pytest.mark.skipif(
    util.find_spec("vl_convert") is None, reason="the extra 'report' (vl-convert-python) is not installed"
)


def record(**changes: object) -> dict[str, object]:
    return {**FULL.to_dict(evidence=True), **changes}


def test_figures_of_reviews_and_errors() -> None:
    found = Figures.of([record(), record(tracks=[], url=None), {"error": "worker_died", "message": "x"}])
    assert found.pages == 2
    assert found.errors == {"worker_died": 1}
    assert found.filled["title"] == 2
    assert found.filled["tracks"] == 1
    assert found.warnings == {"truncated": 2}
    assert found.months == {"2011-03": 2}
    assert {name: site.pages for name, site in found.sites.items()} == {"reviews.example": 1, figures.NO_SITE: 1}
    assert found.marks == [0, 0, 0, 0, 0, 0, 0, 0, 2, 0]
    assert found.trust["title"][19] == 2


def test_the_confidence_of_a_row_counts_like_that_of_evidence() -> None:
    found = Figures.of([{"title": "Cold Tap", "confidence": {"title": 0.9, "work": None, "kind": 0.9}}])
    assert {name: steps.index(1) for name, steps in found.trust.items()} == {"title": 18}


@pytest.mark.parametrize(
    ("rating", "step"),
    [
        ({"value": 0, "best": 5}, 0),
        ({"value": 3.5, "best": 5}, 7),
        ({"value": 5, "best": 5}, 9),
        ({"value": 1, "best": 1, "worst": 6}, 9),
        ({"value": 3, "best": None, "assumed_best": 5}, 6),
    ],
)
def test_a_rating_counts_on_its_own_scale(rating: dict[str, float], step: int) -> None:
    assert Figures.of([{"ratings": [{"value": 1, "best": 9, "label": "Sound"}, rating]}]).marks.index(1) == step


@pytest.mark.parametrize(
    "rating", [{"value": 7, "best": None}, {"value": None, "grade": "B+"}, {"value": 1, "best": 1}]
)
def test_a_rating_without_a_scale_is_not_drawn(rating: dict[str, object]) -> None:
    assert not any(Figures.of([{"ratings": [{**rating, "label": None}]}]).marks[1:9])


def test_sites_beyond_the_limit_count_together() -> None:
    found = Figures.of({"url": f"https://s{n}.example/"} for n in range(figures.MAX_SITES + 5))
    assert len(found.sites) == figures.MAX_SITES + 1
    assert found.sites[figures.OTHER_SITES].pages == 5


@pytest.mark.parametrize("url", ["http://[broken", "nothing", "", None, 7])
def test_what_is_no_address_has_no_host(url: object) -> None:
    assert figures.host_of(url) is None


@needs_charts
def test_the_page_says_what_was_counted() -> None:
    html = batch_page(Figures.of([record(), record(tracks=[])]), "Two pages")
    assert "<title>Two pages</title>" in html
    assert "2 pages · 1 site<" in html
    assert set(re.findall(r'<figure id="(\w+)"', html)) == {
        "coverage",
        "confidence",
        "ratings",
        "time",
        "kinds",
        "languages",
        "sites",
    }
    assert html.count("<svg") == 7
    assert "<title>tracks: 1 of 2</title>" in html


@needs_charts
def test_the_same_figures_give_the_same_page() -> None:
    assert batch_page(Figures.of([record()])) == batch_page(Figures.of([record()]))


@needs_charts
def test_a_batch_of_nothing_is_a_page() -> None:
    html = batch_page(Figures())
    assert "0 pages" in html
    assert "<svg" not in html


@needs_charts
def test_names_of_a_batch_are_no_markup() -> None:
    rows: list[dict[str, object]] = [
        record(kind=EVIL, lang=EVIL, url=f"https://{EVIL}/", published=EVIL),
        {"error": EVIL},
    ]
    html = batch_page(Figures.of(rows), EVIL)
    assert not re.search(r"<(?:script|img)", html)
    assert html.count("<svg") == html.count("</svg>")


@needs_charts
def test_a_page_asks_for_nothing_and_its_ids_are_its_own() -> None:
    html = batch_page(Figures.of([record()]))
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert "@import" not in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(set(ids)) == len(ids)


@needs_charts
def test_long_times_are_drawn_by_year() -> None:
    by_month = batch_page(Figures.of({"published": f"2011-{month:02}-01"} for month in range(1, 13)))
    by_year = batch_page(Figures.of({"published": f"{year}-01-01"} for year in (1999, 2011)))
    assert "2011-07" in by_month
    assert "<title>2005: 0</title>" in by_year


def test_without_the_charting_library_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    with pytest.raises(MissingExtra, match=r'pip install "\.\[report\]"'):
        charts.svg(charts.counts([{"name": "a", "count": 1, "note": "a: 1"}]), "kinds")
