"""One page of reviews as a report: marks, candidates, metadata, and nothing alive in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewparse.report import page
from tests.shown import Shown

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAGES = sorted(path for path in FIXTURES.rglob("*.*") if path.suffix in (".html", ".txt", ".md"))[::9]
EVIL = "<img src=x onerror=alert(1)>\"'></mark></style></title><script>alert(1)</script>"


def shown(html: str) -> Shown:
    return Shown(html.removeprefix("<!DOCTYPE html>\n"))


ORCHARD = shown(page(FIXTURES / "base" / "wordpress.html", name="orchard.html"))


def test_the_right_words_are_marked() -> None:
    assert ORCHARD.marked("title") == ["Soundtrack Review: THE GLASS ORCHARD"]
    assert ORCHARD.marked("authors")[0] == "Mara Linfield"
    assert ORCHARD.marked("ratings") == ["4/5"]
    assert len(ORCHARD.marked("tracks")) == 17


def test_a_mark_of_the_work_says_what_was_read_there() -> None:
    tips = [tip.splitlines()[0] for kind, _, tip in ORCHARD.marks if kind.endswith("rp-work")]
    assert "work: by Teodor Vance" in tips
    assert "work: (Quill & Drum)" in tips


def test_candidates_that_lost_stand_with_their_reason() -> None:
    html = page("<h1>Cold Tap</h1><p>By Orla Venn</p><p>March 3, 2011</p><p>Rating: 4/5</p>" + "<p>Drip.</p>" * 9,
                url="https://tap.example/2011/03/cold-tap")  # fmt: skip
    (row,) = re.findall(r'<tr class="rp-out">(?:(?!</tr>).)*published\.<wbr>address.*?</tr>', html)
    assert "same as the chosen one" in row


def test_what_was_not_chosen_has_marks_that_begin_unseen() -> None:
    html = page(FIXTURES / "base" / "wordpress.html", min_confidence=1)  # nothing is as sure as that
    found = shown(html)
    lost = [(kind, tip) for kind, _, tip in found.marks if kind.startswith("rp-lost")]
    assert lost
    assert all("not chosen:" in tip for _, tip in lost)


def test_metadata_is_listed_with_its_place() -> None:
    assert "opengraph: article:published_time" in ORCHARD.text
    assert "2011-03-03T09:12:44+00:00" in ORCHARD.text


def test_names_of_file_and_address_are_told() -> None:
    assert "orchard.html" in ORCHARD.text
    assert "https://lanternroom.example/2011/03/" in ORCHARD.text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_page_has_a_harmless_report_whose_links_lead_somewhere(path: Path) -> None:
    html = page(path, name=path.name)
    found = shown(html)
    ids = [value for name, value in found.attributes if name == "id"]
    assert len(set(ids)) == len(ids)
    assert {value[1:] for name, value in found.attributes if name == "href" and value.startswith("#")} <= set(ids)
    for name, value in found.attributes:
        assert not name.startswith("on")
        assert name not in ("src", "style", "action")
        assert name != "href" or value.startswith(("#", "http://", "https://"))
    assert html == page(path, name=path.name)


def test_a_hostile_page_is_text_everywhere() -> None:
    shy = EVIL.replace("&", "&amp;").replace("<", "&lt;")
    html = page(
        f"<title>{shy}</title><meta name=author content='{shy.replace(chr(39), '&#39;')}'>"
        f"<h1>Review: {shy}</h1><p>By Orla Venn</p><p>Rating: 4/5</p><p>{shy}</p>" + "<p>Drip.</p>" * 9,
        name=EVIL,
        url="javascript:alert(1)",
    )
    found = shown(html)
    found.tags -= {"meta"}
    found.check_harmless()
    assert found.text.count(EVIL) >= 3


@pytest.mark.parametrize("source", ["", "\x00", "<", b"\xff\xfe", "<html></html>", "word " * 3])
def test_a_page_of_nothing_has_a_report(source: str | bytes) -> None:
    assert "A page without a headline" in page(source) or "<h1>" in page(source)


def test_cells_of_a_row_stand_side_by_side() -> None:
    rows = "<tr><td>1.</td><td>Bellmouth</td><td>3:45</td></tr><tr><td>2.</td><td>Long Acre</td><td>11:07</td></tr>"
    found = shown(page(f"<h1>Cold Tap</h1><table>{rows}</table><p>It drips.</p>"))
    gap = "\N{EM SPACE}"
    assert f"1.{gap}Bellmouth{gap}3:45" in found.text
    assert f"3:45{gap}" not in found.text


def test_a_round_up_lists_its_reviews() -> None:
    prose = "<p>" + "One hears the weather on every song of it, and the barn, and the door of the barn. " * 3 + "</p>"
    html = page(f"""<html lang="en"><body><article><h1>Reviews round-up #7</h1><p>By Orla Venn</p>
        <h2>The Sparrows – Cold Tap (Grey Heron, 2011)</h2>{prose}<p>Rating: 4/5</p>
        <h2>Nine Winters – Long Acre (Low Tide, 2010)</h2>{prose}<p>Rating: 2/5</p></article></body></html>""")
    assert "2 reviews on this page" in html
    assert re.search(r"<th[^>]*>Long Acre by Nine Winters.*?</th><td>2/5</td>", html)


def test_a_huge_page_has_a_bounded_report_with_its_quotes() -> None:
    filler = "<p>The tap drips on, and nobody in the long street gets up to turn it off before the morning.</p>" * 9_000
    html = page(f"<h1>Cold Tap</h1><p>By Orla Venn</p>{filler}<p>Rating: 4/5</p>")
    assert len(html) < 700_000
    assert "4/5" in shown(html).marked("ratings")
