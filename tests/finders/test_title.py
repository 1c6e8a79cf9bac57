"""Which of the headings on a page is the headline."""

from __future__ import annotations

import pytest

import reviewparse as rp

PROSE = "<p>" + "The harbour wakes slowly on this record, and the strings take their time to answer. " * 4 + "</p>"


def title(html: str) -> str | None:
    return rp.parse_html(html).title


def page(body: str, head: str = "") -> str:
    return f'<html lang="en"><head>{head}</head><body>{body}{PROSE}</body></html>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Cold Tap review | The Daily Heron</title>", "<h1>The Daily Heron</h1><h2>Cold Tap review</h2>"),
        (
            "<title>The Daily Heron – Cold Tap review</title>",
            '<h1><a href="/">The Daily Heron</a></h1><h2>Cold Tap review</h2>',
        ),
        (
            '<meta property="og:site_name" content="Heron"><title>Heron</title>',
            "<h1>Heron</h1><h2>Cold Tap review</h2>",
        ),
        ("<title>The Daily Heron</title>", "<h1>Cold Tap review</h1><h2>Share this story</h2>"),
        ("<title>Cold Tap review: a cold record</title>", "<h1>Cold Tap review</h1>"),
        ("", '<div class="post-title">Cold Tap review</div>'),
        ("", '<h2><a href="/">The Daily Heron</a></h2><h3>Cold Tap review</h3>'),
        ("", "<h3>Coming up</h3><ul><li>May 3, The Sparrows</li><li>May 4, Ida Lark</li></ul><h4>Cold Tap review</h4>"),
        ("", "<h1>Cold Tap<br>review</h1>"),
        ("", "<h1>Cold Tap</h1><h1>review</h1>"),
        ("<title>Heron</title>", "<table><tr><th>Cold Tap review</th></tr></table>"),
        ('<meta property="og:title" content="Cold Tap review">', "<div>Home</div>"),
    ],
)
def test_the_headline(head: str, body: str) -> None:
    assert title(page(body, head)) == "Cold Tap review"


def test_metadata_is_read_without_the_name_of_the_site() -> None:
    head = '<meta property="og:site_name" content="Heron"><meta property="og:title" content="Cold Tap review - Heron">'
    assert title(page("<div>Home</div>", head)) == "Cold Tap review"


def test_a_lead_is_no_headline() -> None:
    head = '<meta name="description" content="A cold one"><meta property="og:title" content="A cold one">'
    assert title(page("<h1>Cold Tap review</h1>", head)) == "Cold Tap review"


def test_headings_of_comments_and_sidebars_do_not_count() -> None:
    around = '<aside class="sidebar"><h1>Popular</h1></aside><div id="comments"><h1>12 comments</h1></div>'
    assert title(page("<h2>Cold Tap review</h2>" + PROSE + around)) == "Cold Tap review"


def test_front_matter_names_it() -> None:
    assert rp.parse_text("---\ntitle: Cold Tap\n---\n\n# Something else\n\nThe harbour wakes.").title == "Cold Tap"


def test_front_matter_without_a_title_makes_no_headline_of_the_first_line() -> None:
    assert rp.parse_text("---\ngrade: B\n---\n\nThe harbour wakes slowly\n\nand so does she.").title is None


@pytest.mark.parametrize(
    "text", ["=== Cold Tap ===\n\nThe harbour wakes slowly.", "\n\nCold Tap\n\nThe harbour wakes slowly."]
)
def test_the_first_line_of_plain_text(text: str) -> None:
    assert rp.parse_text(text).title == "Cold Tap"


@pytest.mark.parametrize(
    "behind",
    ["<h3>Coming up</h3><p>The Sparrows</p>", "<h3>Coming up</h3><ul><li>The Sparrows</li><li>Ida Lark</li></ul>"],
)
def test_headings_behind_the_text_or_above_lists_are_no_headlines(behind: str) -> None:
    assert title(f"<p>Record review: Cold Tap</p>{PROSE}{behind}") == "Record review: Cold Tap"


def test_the_head_of_a_letter_is_no_headline() -> None:
    assert (
        rp.parse_text("From: orla@heron.example Subject: Re: Tap\n\nCold Tap\n\nThe harbour wakes slowly.").title
        == "Cold Tap"
    )


def test_a_line_that_tells_the_day_and_the_section_does_not_come_before_the_headline() -> None:
    page = "A feeble choice of harbour songs\n\nPublished: 29.03.2002 05:00 in Review - Orla Venn | photo: The Sparrows"
    assert rp.parse_text(f"{page}\n\n{PROSE}").title == "A feeble choice of harbour songs"


@pytest.mark.parametrize("text", ["", "The harbour wakes slowly on this record.", "www.heron.example"])
def test_no_headline(text: str) -> None:
    assert rp.parse_text(text).title is None


def test_evidence_quotes_the_heading() -> None:
    html = page("<h1>Cold  Tap <em>review</em></h1>")
    (evidence, *_) = rp.parse_html(html).why("title")
    assert (evidence.quote, evidence.finder) == ("Cold Tap review", "title.main_heading")
