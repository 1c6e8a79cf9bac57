"""Regions told by their form alone: paths, mastheads, menus, rows of cards, boxes that ask for an address."""

from __future__ import annotations

import pytest

import reviewparse as rp
from reviewparse.document import Document, Region
from reviewparse.reading.furniture import is_home
from reviewparse.reading.source import Context, read_html

PROSE = (
    "<p>" + "The organ part is worth the price of admission, and the choir enters when nobody expects it. " * 4 + "</p>"
)

ARTICLE = f"<h1>Review: Cold Tap</h1><p>By Orla Venn</p><p>May 3, 2011</p>{PROSE}{PROSE}<p>Rating: 4/5</p>"


def page(markup: str) -> Document:
    return read_html(f"<html><body>{markup}</body></html>", Context())


def regions(document: Document) -> dict[str, Region]:
    return {block.text: block.region for block in document.blocks}


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        pytest.param(
            '<a href="/">Home</a> › <a href="/r">Reviews</a> › Cold Tap', ["Reviews"], id="the last step is no link"
        ),
        pytest.param('<a href="/r">Reviews</a> » <a href="/f">Film</a>', ["Reviews", "Film"], id="no front page"),
        pytest.param('<a href="/">Home</a> / <a href="/f">Film</a>', ["Film"], id="slashes behind the front page"),
        pytest.param('<a href="/">Home</a> | <a href="/f">Film</a>', [], id="a bar of links states nothing"),
    ],
)
def test_a_path_to_the_page(path: str, steps: list[str]) -> None:
    document = page(f"<div>{path}</div>{ARTICLE}")
    assert document.blocks[0].region is Region.NAV
    assert [fact.value for fact in document.facts_of("breadcrumb")] == steps


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('By <a href="/p/1">Orla Venn</a> / <a href="/f">Film</a>', id="words before the first link"),
        pytest.param('<a href="/p/1">Orla Venn</a> / <a href="/f">Film</a>', id="slashes alone"),
        pytest.param('<a href="/r">Reviews</a> and <a href="/f">Film</a>', id="a word between links"),
        pytest.param('<a href="/r">Reviews</a> › Cold Tap', id="one link"),
    ],
)
def test_no_path_to_the_page(line: str) -> None:
    document = page(f"<h2>Cold Tap</h2><div>{line}</div>{PROSE}")
    assert document.blocks[1].region is Region.ARTICLE


def test_a_masthead_with_the_date_of_today() -> None:
    logo = '<div><a href="/"><img src="l.png" alt=""></a><span>Tuesday, 24 November 2026</span></div>'
    review = rp.parse(f"<html><body>{logo}{ARTICLE}</body></html>")
    assert review.to_dict()["published"] == "2011-05-03"


def test_a_masthead_and_its_motto() -> None:
    document = page(f'<div><h1><a href="/">Pier House</a></h1><p>Reviews since 2004</p></div>{ARTICLE}')
    assert [block.region for block in document.blocks[:3]] == [Region.HEADER, Region.HEADER, Region.ARTICLE]


def test_a_box_with_a_headline_is_no_masthead() -> None:
    document = page(f'<div><a href="/">Pier House</a><h2>Cold Tap</h2><p>By Orla Venn</p></div>{PROSE}')
    assert [block.region for block in document.blocks[:3]] == [Region.HEADER, Region.ARTICLE, Region.ARTICLE]


def test_links_to_other_front_pages_further_down() -> None:
    document = page(f'{ARTICLE}<p><a href="https://thesparrows.example/">The Sparrows</a>, 2011</p>')
    assert document.blocks[-1].region is Region.ARTICLE


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("/", True), ("index.html", True), ("https://pier.example", True), ("https://pier.example/?ref=logo#top", True),
        ("//pier.example/", True), ("/reviews", False), ("https://pier.example/reviews", False), ("#", False),
        ("", False), ("http://[", False), ("mailto:orla@pier.example", False),
    ],
)  # fmt: skip
def test_front_pages(address: str, *, home: bool) -> None:
    assert is_home(address) is home


def test_contents_of_the_page_are_no_part_of_the_article() -> None:
    document = page(f'<a href="#1">Editorial</a><br><a href="#2">Ratings</a><h2>Cold Tap</h2>{PROSE}')
    assert [block.region for block in document.blocks[:3]] == [Region.NAV, Region.NAV, Region.ARTICLE]


def card(number: int, more: str = "") -> str:
    return (
        f'<div class="c"><h3><a href="/{number}">Salt Road {number}</a></h3><div>★★☆☆☆</div>By Hanno Krull{more}</div>'
    )


@pytest.mark.parametrize("where", [0, 1])
def test_cards_of_other_reviews(where: int) -> None:
    cards = "".join(map(card, range(3)))
    parts = [f"<div>{cards}</div>", ARTICLE]
    review = rp.parse(f"<html><body>{parts[where]}{parts[1 - where]}</body></html>")
    assert (review.authors, [rating.raw for rating in review.ratings]) == (("Orla Venn",), ["4/5"])


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(card(1) + card(2), id="two are no row"),
        pytest.param("".join(card(number, PROSE) for number in range(3)), id="with prose they are reviews"),
        pytest.param("".join(card(1).replace("h3", "p") for _ in range(3)), id="a list of tracks or of a cast"),
    ],
)
def test_no_cards(markup: str) -> None:
    document = page(f"{PROSE * 3}<div>{markup}</div>")
    assert Region.RELATED not in regions(document).values()


def test_cards_that_are_the_page() -> None:
    document = page(f"<div>{''.join(map(card, range(9)))}</div>")
    assert set(regions(document).values()) == {Region.ARTICLE}


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        pytest.param("<a href=/t><p>“A triumph” 5/5</p><p>Evening Post</p></a>", Region.RELATED, id="an advertisement"),
        pytest.param("<p><a href=/t>Cold water,<br>cold tap</a></p>", Region.ARTICLE, id="lines of lyrics"),
        pytest.param("<a href=/t><h1>Cold Tap</h1><p>Grey Heron</p></a>", Region.ARTICLE, id="the headline"),
        pytest.param(f"<a href=/t><p>Cold Tap</p>{PROSE * 2}</a>", Region.ARTICLE, id="prose"),
        pytest.param("<a name=t><p>Cold Tap</p><p>Grey Heron</p></a>", Region.ARTICLE, id="an anchor"),
    ],
)
def test_a_link_around_several_boxes(markup: str, region: Region) -> None:
    document = page(f"{markup}{PROSE * 3}")
    assert [block.region for block in document.blocks[:2]] == [region] * 2


ASKING = '<form action="/s"><input type="email" placeholder="you@pier.example"><button>Go</button></form>'


def test_a_box_that_asks_for_an_address() -> None:
    document = page(f"<div><div><h3>Never miss a review</h3><p>Ten records a week.</p>{ASKING}</div>{ARTICLE}</div>")
    assert document.blocks[0].text == "Review: Cold Tap"


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(f"<div><h1>Cold Tap</h1>{ASKING}</div>", id="the box of the headline"),
        pytest.param(f"<div><p>Cold Tap</p><textarea></textarea>{ASKING}</div>", id="a form of comments"),
        pytest.param(f"<form><p>Cold Tap</p>{PROSE * 2}<input type=email></form>", id="a page that is one form"),
        pytest.param("<form><p>Cold Tap</p><input name=q></form>", id="another field"),
    ],
)
def test_boxes_that_ask_for_more(kept: str) -> None:
    document = page(f"{kept}{PROSE * 3}")
    assert document.blocks[0].text == "Cold Tap"


@pytest.mark.parametrize(
    "heading",
    [
        "3 thoughts on “Cold Tap”",
        "One thought on “Cold Tap”",
        '364 Comments on "Cold Tap"',
        "12 responses to ‘Cold Tap’",
    ],
)
def test_comments_on_the_quoted_headline(heading: str) -> None:
    document = page(f"{ARTICLE}<div><h2>{heading}</h2><p>Hanno Krull says:</p><p>I give it 1/10.</p></div>")
    assert [block.region for block in document.blocks[-3:]] == [Region.COMMENTS] * 3


def test_a_headline_that_quotes_the_work() -> None:
    document = page(f"{PROSE}<h2>Thoughts on “Cold Tap”</h2>{PROSE}")
    assert set(regions(document).values()) == {Region.ARTICLE}


@pytest.mark.parametrize(
    ("box", "rest"),
    [
        pytest.param("<div><h3>Latest reviews</h3><ul><li>Salt Road 1/5</li></ul></div>", ARTICLE, id="above an h1"),
        pytest.param(
            "<div><h3>Latest reviews</h3><ul><li>Salt Road 1/5</li></ul></div>",
            ARTICLE.replace("h1", "h2"),
            id="above a heading of higher rank",
        ),
        pytest.param("<p>Share this</p>", ARTICLE.replace("h1", "b"), id="most of the page"),
    ],
)
def test_a_box_that_opens_the_article_does_not_close_it(box: str, rest: str) -> None:
    review = rp.parse(f"<html><body><main><article>{box}{rest}</article></main></body></html>")
    assert (review.authors, [rating.raw for rating in review.ratings]) == (("Orla Venn",), ["4/5"])


def test_a_line_behind_a_colon_is_all_its_label_opens() -> None:
    about = "<p>About the author: Our writers come from the coast, and all of them can swim, or so they say.</p>"
    document = page(f"{PROSE}{about}<p>Rating: 4/5</p>")
    assert [block.region for block in document.blocks] == [Region.ARTICLE, Region.BIO, Region.ARTICLE]


def test_the_headline_above_the_comments_is_no_signature() -> None:
    review = rp.parse(f"<html><body><h1>Polly Garden</h1>{PROSE}<h3>Polly Garden</h3></body></html>")
    assert review.authors == ()
