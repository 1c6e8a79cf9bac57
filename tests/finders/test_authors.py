"""Where pages name their author, and whose name counts when several stand there."""

from __future__ import annotations

import pytest

import reviewparse as rp

PROSE = "<p>" + "The harbour wakes slowly on this record, and the strings take their time to answer. " * 4 + "</p>"
TEXT = PROSE[3:-4]


def page(article: str, *, head: str = "", around: str = "") -> str:
    return f"""<html lang="en"><head><title>Cold Tap by The Sparrows</title>{head}</head>
    <body><article><h1>Cold Tap by The Sparrows</h1>{article}</article>{around}</body></html>"""


def authors(html: str) -> tuple[str, ...]:
    return rp.parse_html(html).authors


LD = '<script type="application/ld+json">{"@type": "Review", "author": %s}</script>'


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Orla Venn</p>",
        "<p>by: Orla Venn</p>",
        "<div>Posted by Orla Venn on March 3, 2011 at 9:05 PM</div>",
        "<p>March 3, 2011 | Orla Venn | 12 comments</p>",
        "<p>Orla Venn, March 3rd, 2011</p>",
        "<dl><dt>Reviewer</dt><dd>Orla Venn</dd></dl>",
        "<table><tr><td>Reviewed by:</td><td>Orla Venn</td></tr></table>",
        "<ul><li>Rating: 4/5</li><li>Author: Orla Venn</li></ul>",
        "<p>Reviewed by</p><p>Orla Venn</p>",
        '<div class="meta"><span class="author">Orla Venn</span></div>',
        '<p><a rel="author" href="/u/7">Orla Venn</a></p>',
        '<p><a href="/authors/orla-venn/">Orla Venn</a></p>',
        '<div class="byline">Orla Venn, Staff Writer</div>',
        '<address class="author">By <a href="/x">Orla Venn</a></address>',
        '<p><img class="avatar" alt="Orla Venn"> Orla Venn By Orla Venn</p>',
    ],
)
def test_around_the_headline(line: str) -> None:
    assert authors(page(line + PROSE)) == ("Orla Venn",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Reviewed by Orla Venn</p>",
        "<p>– Orla Venn</p>",
        "<p>Orla Venn</p>",
        "<p>(Orla Venn)</p>",
        "<p><em>~ Orla Venn</em></p>",
        '<footer><span class="post-author vcard">Posted by <span class="fn">Orla Venn</span></span></footer>',
        "<p>Words: Orla Venn / Photos: Kit Hale</p>",
    ],
)
def test_behind_the_text(line: str) -> None:
    assert authors(page(PROSE + line)) == ("Orla Venn",)


def test_at_the_end_of_the_last_paragraph() -> None:
    assert authors(page(f"{PROSE}<p>{TEXT}A warm recommendation. Orla Venn</p>")) == ("Orla Venn",)
    assert authors(page(f"{PROSE}<p>{TEXT}A warm recommendation. (OKV)</p>")) == ("OKV",)


@pytest.mark.parametrize(
    "article",
    [
        "<p>By Orla Venn and Tam Reyes</p>",
        '<p class="byline">By <a rel="author" href="/a">Orla Venn</a> and <a rel="author" href="/b">Tam Reyes</a></p>',
        '<div class="authors"><span class="author">Orla Venn</span><span class="author">Tam Reyes</span></div>',
        "<ul><li>By Orla Venn</li><li>Tam Reyes</li></ul>",
        "<div>By</div><div>Orla Venn</div><div>and</div><div>Tam Reyes</div>",
    ],
)
def test_several_authors_in_order(article: str) -> None:
    assert authors(page(article + PROSE)) == ("Orla Venn", "Tam Reyes")


def test_one_part_for_each_reviewer() -> None:
    parts = f"<h3>Review by Orla Venn</h3>{PROSE}<h3>Review by Tam Reyes</h3>{PROSE}"
    assert authors(page(parts)) == ("Orla Venn", "Tam Reyes")


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ('{"@type": "Person", "name": "Orla Venn"}', ("Orla Venn",)),
        (
            '[{"@type": "Person", "name": "Orla Venn"}, {"@type": "Person", "name": "Tam Reyes"}]',
            ("Orla Venn", "Tam Reyes"),
        ),
        ('{"@type": "Person", "name": "Orla Venn and Tam Reyes"}', ("Orla Venn", "Tam Reyes")),
        ('{"@type": "Person", "name": "By Orla Venn"}', ("Orla Venn",)),
        ('{"@type": "Organization", "name": "Orla Venn Media"}', ()),
        ('{"@type": "Person", "name": "admin"}', ()),
        ('{"@type": "Person", "name": "orla@venn.example"}', ()),
        ('{"@type": "Person", "name": "Beacon Staff"}', ()),
        ('{"@type": "Person", "name": "https://venn.example/orla"}', ()),
        ('{"@type": "Person", "name": null}', ()),
    ],
)
def test_persons_of_the_metadata(value: str, want: tuple[str, ...]) -> None:
    assert authors(page(PROSE, head=LD % value)) == want


def test_the_site_is_no_author() -> None:
    head = '<meta property="og:site_name" content="Harbour Light"><meta name="author" content="Harbour Light">'
    assert authors(page(PROSE, head=head)) == ()


def test_a_guest_named_on_the_page_beats_the_account() -> None:
    head = LD % '{"@type": "Person", "name": "Kit Hale"}'
    account = '<p class="meta">by <a rel="author" href="/author/kit">Kit Hale</a></p>'
    assert authors(page(f"{account}<p>Guest review by Orla Venn</p>{PROSE}", head=head)) == ("Orla Venn",)


def test_a_given_name_is_completed_from_the_metadata() -> None:
    head = LD % '{"@type": "Person", "name": "Orla Venn"}'
    assert authors(page(f"<p>Posted by Orla</p>{PROSE}", head=head)) == ("Orla Venn",)


def test_a_visible_byline_may_name_more_than_the_metadata() -> None:
    head = LD % '{"@type": "Person", "name": "Orla Venn"}'
    assert authors(page(f"<p>By Orla Venn and Tam Reyes</p>{PROSE}", head=head)) == ("Orla Venn", "Tam Reyes")


@pytest.mark.parametrize(
    "article",
    [
        PROSE,
        f"<p>by The Sparrows</p>{PROSE}",
        f"<p>Photo by Kit Hale</p>{PROSE}",
        f"<p>Photos: Kit Hale</p>{PROSE}",
        f"<figure><figcaption class='author'>Kit Hale</figcaption></figure>{PROSE}",
        f"<p>Written by Ida Moss</p><p>Directed by Bo Tarn</p>{PROSE}",
        f"<ul><li>Author: Ada Quist</li><li>Publisher: Quill Press</li><li>ISBN: 978-1-23456-789-7</li></ul>{PROSE}",
        f"{PROSE}<p>All songs composed by Teodor Vance.</p>",
        f"{PROSE}<ol><li>Main Titles</li><li>Far Gate</li><li>The Ladder</li></ol>",
        f"{PROSE}<p>Far Gate Measured<br>- Length: 2.44<br>- Weight: 186</p>",
        f"{PROSE}<h3>Far Gate Again</h3><p>Listen to it.</p>",
        f"{PROSE}<ul><li>Orla Venn: vocals</li><li>Kit Hale</li><li>Tam Reyes</li></ul>",
        f'{PROSE}<p><a href="/contents">Back To Contents</a></p>',
        f'{PROSE}<section class="comments"><p>Posted by Jo Pike on March 4, 2011</p><p>{TEXT}</p></section>',
        f'{PROSE}<div class="related"><p>By Jo Pike</p></div>',
        f"{PROSE}<p>Powered by Blogware</p><p>Theme by Ann Lee</p>",
        f"<p>By Staff</p>{PROSE}",
        f"<p>Review by</p><p>Label: Quill &amp; Drum</p>{PROSE}",
    ],
)
def test_whose_name_is_no_author(article: str) -> None:
    assert authors(page(article)) == ()


def test_several_names_behind_the_text_are_other_peoples() -> None:
    lines = "<p>Posted by Jo Pike</p><p>Great record!</p><p>Posted by Ann Lee</p><p>Agreed.</p>"
    assert authors(page(PROSE + lines)) == ()


def test_evidence_quotes_the_page() -> None:
    html = page(f"<p>Reviewed by Orla Venn</p>{PROSE}")
    (evidence,) = rp.parse_html(html).why("authors")
    assert evidence.quote == "Reviewed by Orla Venn"
    assert evidence.confidence >= 0.9


def test_the_same_in_plain_text() -> None:
    text = f"The Sparrows: Cold Tap\n\nOrla Venn\n\nby: Orla Venn\nMarch 3rd, 2011\n\n{TEXT}\n\nPhotos by Kit Hale"
    assert rp.parse_text(text).authors == ("Orla Venn",)


def test_the_last_line_of_all() -> None:
    text = f"Cold Tap\n\n{TEXT}\n\nTracklist:\n1. Bellmouth\n2. Rise\n\nProduced by Bo Tarn\n\n"
    assert rp.parse_text(text + "Orla Venn").authors == ("Orla Venn",)
    assert rp.parse_text(text + "LOW TIDE STUDIOS").authors == ()


def test_front_matter() -> None:
    assert rp.parse_text(f"---\ntitle: Cold Tap\nauthor: eay\n---\n\n{TEXT}").authors == ("eay",)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"Cold Tap by The Sparrows\n\n{TEXT}\n\n[TK]", ("TK",)),
        (f"Cold Tap by The Sparrows\n\n{TEXT}\n\n[DDD]", ()),
        (f"Cold Tap by The Sparrows\n\n{TEXT} More, please! (5/6) Sandbank", ("Sandbank",)),
        (f"Cold Tap by The Sparrows\n\n{TEXT} More, please! (Deluxe) Sandbank", ()),
        (f"Cold Tap by The Sparrows\n\nTam Reyes\n3 June 2013\n\n{TEXT}", ("Tam Reyes",)),
        (f"Cold Tap by The Sparrows\n\nTam Reyes\n3 June 2013\n\nTam Reyes sings. {TEXT}", ()),
        (f"Cold Tap by The Sparrows\n\n{TEXT}\n\nReviewer's mark (Metalfinch): 8/10", ("Metalfinch",)),
        (f"Cold Tap by The Sparrows\n\n{TEXT}\n\n1. Rise\n2. Fall\n\nRATING: ****\n\n~ Greta Oakes", ("Greta Oakes",)),
        (f"Cold Tap by The Sparrows\nGREY HERON GH 31/2 [71:20]\n\n{TEXT}", ()),
    ],
)  # fmt: skip
def test_signatures_of_raw_text(text: str, want: tuple[str, ...]) -> None:
    assert rp.parse_text(text).authors == want


def test_the_name_of_an_item_is_no_author() -> None:
    html = (
        '<div class="hreview"><h1 class="item"><span class="fn">Barley Loft</span></h1><p>By <span class="reviewer'
        ' vcard"><span class="fn">Jo Field</span></span></p><p>Good soup, slow service.</p></div>'
    )
    assert rp.parse_html(html).authors == ("Jo Field",)


def test_a_time_glued_to_a_name_is_held_apart() -> None:
    html = "<h1>Cold Tap</h1><div><span>By Mika Aho and Dele Park</span><time>23 January 2024</time></div>"
    assert rp.parse_html(html).authors == ("Mika Aho", "Dele Park")
