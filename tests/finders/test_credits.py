"""Where pages print credits, what of it is their own furniture, and which finds win."""

from __future__ import annotations

import pytest

import reviewparse as rp

PROSE = "The harbour wakes slowly on this record, and the strings take their time to answer. " * 4


def page(article: str, *, head: str = "", around: str = "") -> str:
    return f"""<html lang="en"><head><title>Review: Cold Tap</title>{head}</head>
    <body><article><h1>Review: Cold Tap</h1><p>{PROSE}</p>{article}</article>{around}</body></html>"""


def credited(html: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(credit.role, credit.names) for credit in rp.parse_html(html).credits]


DIRECTOR = [("director", ("Ida Moss",))]


@pytest.mark.parametrize(
    "block",
    [
        "<p>Director: Ida Moss</p>",
        "<h3>Director Ida Moss</h3>",
        "<p><b>Director</b> Ida Moss<br><b>Publisher</b> Fernhill</p>",
        "<p>Directed by Ida Moss.</p>",
        "<ul><li>Genre: Drama</li><li>Director: <a href='/x'>Ida Moss</a></li></ul>",
        "<table><tr><th>Director</th><td>Ida Moss</td></tr><tr><th>Runtime</th><td>118 min</td></tr></table>",
        "<dl><dt>Director</dt><dd>Ida Moss</dd><dt>Studio</dt><dd>Fernhill</dd></dl>",
        "<div><div>Director</div><div>Ida Moss</div></div>",
        "<p>Runtime: 118 min | Director: Ida Moss | Rated: PG</p>",
    ],
)
def test_a_labelled_credit(block: str) -> None:
    assert credited(page(block)) == DIRECTOR


def test_several_definitions_of_one_term() -> None:
    html = page("<dl><dt>Translator</dt><dd>Ada Quist</dd><dd>Jo Pike</dd><dt>Pages</dt><dd>288</dd></dl>")
    assert credited(html) == [("translator", ("Ada Quist", "Jo Pike"))]


def test_the_closing_sentence() -> None:
    html = page("<ol><li>The Ladder</li><li>Main Titles</li></ol><p>All songs composed by Teodor Vance.</p>")
    assert credited(html) == [("composer", ("Teodor Vance",))]


def test_a_personnel_list_below_its_heading() -> None:
    html = page("<h3>Line-up</h3><ul><li>Ida Moss – vocals</li><li>Kit Hale – bass</li></ul><p>Label: Grey Heron</p>")
    assert credited(html) == [("vocals", ("Ida Moss",)), ("bass", ("Kit Hale",))]


def test_rows_of_names_and_instruments_with_a_band_between() -> None:
    rows = "<tr><td colspan=2>The Sparrows</td></tr><tr><td>Ida Moss</td><td>Bass</td></tr>"
    rows += "<tr><td>Kit Hale</td><td>Guitars, Vocals</td></tr>"
    html = page(f"<p>Band members</p><table>{rows}</table>")
    assert credited(html) == [("bass", ("Ida Moss",)), ("guitar", ("Kit Hale",)), ("vocals", ("Kit Hale",))]


def test_sentences_of_the_prose() -> None:
    html = page(f"<p>{PROSE} The album was produced by Kit Hale and Ida Moss. {PROSE}</p>")
    assert credited(html) == [("producer", ("Kit Hale", "Ida Moss"))]


def test_players_in_the_prose() -> None:
    html = page(f"<p>{PROSE} Ida Moss (vocals) leads, with Kit Hale on bass. {PROSE}</p>")
    assert credited(html) == [("vocals", ("Ida Moss",)), ("bass", ("Kit Hale",))]


def test_a_printed_list_outranks_players_of_the_prose() -> None:
    html = page(f"<p>{PROSE} They began with Bo Tarn (bass). {PROSE}</p><p>Members: Ida Moss, Kit Hale</p>")
    assert credited(html) == [("member", ("Ida Moss", "Kit Hale"))]


def test_markup_of_a_film() -> None:
    work = '{"@type": "Movie", "name": "Cold Tap", "director": {"@type": "Person", "name": "Ida Moss"}}'
    head = f'<script type="application/ld+json">{{"@type": "Review", "itemReviewed": {work}}}</script>'
    assert credited(page("", head=head)) == DIRECTOR


def test_the_summary_of_a_film() -> None:
    head = '<meta name="description" content="Cold Tap: Directed by Ida Moss. With Bo Tarn, Jo Pike. A plumber swims.">'
    assert credited(page("", head=head)) == [*DIRECTOR, ("actor", ("Bo Tarn", "Jo Pike"))]


def test_front_matter() -> None:
    text = f"---\ntitle: Cold Tap\ndirector: Ida Moss & Bo Tarn\n---\n\n{PROSE}\n"
    assert [(credit.role, credit.names) for credit in rp.parse_text(text).credits] == [
        ("director", ("Ida Moss", "Bo Tarn"))
    ]


@pytest.mark.parametrize(
    "block",
    [
        "<p>Written by Orla Venn</p>",
        "<p>Words: Orla Venn / Photos: Kit Hale</p>",
        "<figure><img src=x><figcaption>Photo by Kit Hale</figcaption></figure>",
        f"<p>{PROSE} Photos by Kit Hale. {PROSE}</p>",
        f"<p>{PROSE} A song by Moss, produced by Hale. {PROSE}</p>",
        f"<p>{PROSE} Think of the music by Teodor Vance. {PROSE}</p>",
        "<p>Line Up:</p><p>The Sparrows</p><p>Cold Harbour</p>",
        "<p>Music: 4/5</p><p>Direction: Solid</p>",
    ],
)
def test_no_credit_of_the_work(block: str) -> None:
    assert credited(page(block)) == []


@pytest.mark.parametrize(
    "around",
    [
        "<div id='comments'><h3>Comments</h3><p>Directed by Ida Moss, by the way.</p></div>",
        "<aside><h4>Related posts</h4><p>Director: Ida Moss</p></aside>",
        "<footer>Developer: Kit Hale</footer>",
    ],
)
def test_the_rest_of_the_page_is_not_asked(around: str) -> None:
    assert credited(page("", around=around)) == []


def test_a_round_up_credits_no_single_work() -> None:
    works = "".join(
        f"<p>Director: {name}</p><p>{PROSE}</p>" for name in ("Ida Moss", "Bo Tarn", "Jo Pike", "Nell Farrow")
    )
    assert credited(page(works)) == []


def test_the_author_of_the_page_is_no_credit() -> None:
    html = page("<p>By Orla Venn</p><p>Directed by Ida Moss</p><p>Edited by Orla Venn</p>")
    assert credited(html) == DIRECTOR


def test_two_places_that_agree_are_one_credit_of_more_trust() -> None:
    review = rp.parse_html(page("<p>Director: Ida Moss</p><p>Directed by Ida Moss.</p>"))
    (evidence,) = review.why("credits")
    assert evidence.agreed_by == () or evidence.confidence > 0.9
    assert [(credit.role, credit.names) for credit in review.credits] == DIRECTOR


def test_evidence_quotes_the_page() -> None:
    html = page(
        "<table><tr><td>Ida Moss</td><td>Vocals, guitar</td></tr><tr><td>Kit Hale</td><td>Bass</td></tr></table>"
    )
    review = rp.parse_html(html)
    assert [evidence.quote for evidence in review.why("credits")] == [
        "Ida Moss\nVocals, guitar",
        "Ida Moss\nVocals, guitar",
        "Kit Hale\nBass",
    ]


def test_a_guest_whose_instrument_is_named_is_no_bare_guest() -> None:
    told = f"<p>{PROSE}Special guests are Ida Moss on cello and Kit Hale on bass. {PROSE}</p>"
    assert credited(page(told)) == [("cello", ("Ida Moss",)), ("bass", ("Kit Hale",))]


def test_who_performs_what_somebody_directed_acts() -> None:
    told = "<p>Directed by Ida Moss.</p><p>Performed by Kit Hale and Bo Tarn.</p>"
    assert credited(page(told)) == [*DIRECTOR, ("actor", ("Kit Hale", "Bo Tarn"))]


def test_prose_about_other_records_credits_nobody() -> None:
    told = "Unlike the debut, which was produced by Ida Moss, it is short. Kit Hale, on bass on earlier records, left. "
    assert credited(page(f"<p>{PROSE}{told}{PROSE}</p>")) == []
