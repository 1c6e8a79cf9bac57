"""What only the markup of a page tells of the reviewed work: boxes beside the text, classes, lines below a headline."""

from __future__ import annotations

import pytest

import reviewparse as rp
from reviewparse.document import Hint
from reviewparse.model import Work
from reviewparse.reading.hints import read_classes

PROSE = (
    "<p>" + "The harbour wakes slowly, and nobody in it is in a hurry to tell anybody else about that. " * 4 + "</p>"
)
PLAYED = (
    "<p>" + "The gameplay is slow: two bosses, nine quests, no multiplayer, and no combat at all in it. " * 4 + "</p>"
)


def work(body: str, head: str = "") -> Work:
    found = rp.parse_html(f'<html lang="en"><head>{head}</head><body>{body}</body></html>').work
    return found if found is not None else Work()


# --- boxes beside the text ------------------------------------------------------------------------------------------

BOX = "<dl><dt>Developer</dt><dd>Tin Hall, 9 Herons</dd><dt>Platforms</dt><dd>Windows</dd></dl>"


@pytest.mark.parametrize("box", [f'<aside class="side">{BOX}</aside>', f'<div class="article__aside">{BOX}</div>'])
def test_facts_in_a_box_beside_the_text(box: str) -> None:
    review = rp.parse_html(f"<article><h1>Saltfield review</h1>{box}{PLAYED}<p>Score: 8/10</p></article>")
    assert review.work is not None
    assert review.work.creators == ("Tin Hall", "9 Herons")
    assert [(credit.role, credit.names) for credit in review.credits] == [("developer", ("Tin Hall", "9 Herons"))]


def test_the_mark_in_a_box_beside_the_text() -> None:
    aside = '<aside class="verdict"><p class="score">8.5<i>/10</i></p><p>Dry and wet at once.</p></aside>'
    review = rp.parse_html(f"<article><h1>Saltfield review</h1>{aside}{PLAYED}</article>")
    assert [(rating.value, rating.best) for rating in review.ratings] == [(8.5, 10)]


@pytest.mark.parametrize(
    "aside",
    [
        '<aside class="more"><a href="/a"><b class="score">3/10</b> Another game of the same sort</a></aside>',
        '<aside class="user-score"><p class="score">3/10</p><p>41 voices</p></aside>',
        "<aside><p>3/10 of all that we print is printed on Sundays.</p></aside>",
    ],
)
def test_other_boxes_are_none_of_the_article(aside: str) -> None:
    assert rp.parse_html(f"<article><h1>Saltfield review</h1>{aside}{PLAYED}</article>").ratings == ()


def test_a_box_outside_the_article_is_the_site() -> None:
    review = rp.parse_html(f"<aside>{BOX}</aside><article><h1>Saltfield review</h1>{PLAYED}</article>")
    assert review.work is not None
    assert review.work.creators == ()


# --- classes ----------------------------------------------------------------------------------------------------------


def test_a_class_that_a_style_library_made_up_says_nothing() -> None:
    assert read_classes("sc-19xwczf-0 fnBHWJ adsKQr") == (None, Hint.NONE, True)
    assert read_classes("postTitle")[1] == Hint.TITLE


def test_the_artist_by_class() -> None:
    songs = (
        PROSE + "<p>" + "The songs of the band are short; the singer and the drums are not on this album. " * 3 + "</p>"
    )
    found = work(f'<h1>Cold Tap</h1><p class="album-artist">The Sparrows</p>{songs}<p>Score: 8/10</p>')
    assert (found.title, found.creators) == ("Cold Tap", ("The Sparrows",))


BOOK = '<h1>Nine Rooms</h1><span class="author">Tamsin Bell</span>'
READ = "<p>" + "This is a novel of nine chapters whose narrator never speaks, and a book for few readers. " * 3


def test_the_author_of_a_book_is_whom_the_text_speaks_of() -> None:
    review = rp.parse_html(f"{BOOK}{READ}Bell writes as she walks.</p>{PROSE}<p>Score: 8/10</p>")
    assert review.work is not None
    assert (review.work.creators, review.authors) == (("Tamsin Bell",), ())


def test_by_is_no_part_of_the_name() -> None:
    review = rp.parse_html(
        f"{BOOK.replace('Tamsin', 'by Tamsin')}{READ}Bell writes as she walks.</p>{PROSE}<p>Score: 8</p>"
    )
    assert review.work is not None
    assert review.work.creators == ("Tamsin Bell",)


def test_whom_the_text_does_not_speak_of_wrote_it() -> None:
    review = rp.parse_html(f"{BOOK}{READ}</p>{PROSE}<p>Tamsin Bell lives by the sea.</p>")
    assert (review.work.creators if review.work else (), review.authors) == ((), ("Tamsin Bell",))


# --- headline and the lines below it --------------------------------------------------------------------------------


def test_act_and_title_below_a_slogan() -> None:
    text = "The Sparrows were away for long. Cold Tap is the album of a band whose drums are the better singer. " * 3
    review = rp.parse_html(f"<h1><i>Wet Perfection - 96%</i></h1><h3>The Sparrows - Cold Tap</h3><p>{text}</p>")
    assert review.work is not None
    assert (review.work.title, review.work.creators) == ("Cold Tap", ("The Sparrows",))
    assert [(rating.value, rating.best) for rating in review.ratings] == [(96, 100)]


def test_a_mark_tells_that_two_sides_of_a_dash_are_act_and_title() -> None:
    found = work(f"<h2>The Sparrows - Cold Tap</h2>{PROSE}<h3>Score: 9/10</h3>")
    assert (found.title, found.creators) == ("Cold Tap", ("The Sparrows",))
    assert work(f"<h2>The Sparrows - Cold Tap</h2>{PROSE}") == Work()


def test_the_printed_headline_before_the_stated_title() -> None:
    head = '<meta property="og:title" content="Nine Rooms"><meta name="twitter:title" content="Nine Rooms">'
    body = f"<h1>Nine Rooms by Tamsin Bell</h1><p>The rooms of <em>Nine Rooms</em> are ten.</p>{PROSE}"
    review = rp.parse_html(f"<html><head>{head}</head><body>{body}</body></html>")
    assert review.title == "Nine Rooms by Tamsin Bell"
    assert review.work is not None
    assert (review.work.title, review.work.creators) == ("Nine Rooms", ("Tamsin Bell",))


def test_the_owner_of_a_work_of_its_kind() -> None:
    text = (
        "A big one of a small press, Tamsin Bell’s first novel, “Nine Rooms,” has ten chapters and one narrator. " * 2
    )
    assert work(f"<h1>Nine Rooms: A Review</h1><p>{text}</p>{PROSE}").creators == ("Tamsin Bell",)


# --- studios, publishers, years ---------------------------------------------------------------------------------------


def test_who_made_and_who_published_a_game() -> None:
    text = "Saltfield is a marsh game developed by Rushes, published by Grey Heron, and brought to PC by Tin Hall."
    review = rp.parse_html(f"<h1>Saltfield Review</h1><p>{text}</p>{PLAYED}<p>Score: 8/10</p>")
    assert review.work is not None
    assert (review.work.creators, review.work.label) == (("Rushes",), "Grey Heron")


def test_who_made_it_is_no_publisher() -> None:
    text = "Saltfield was developed by Rush Studios, published by the sisters who had drawn every reed of it."
    assert work(f"<h1>Saltfield Review</h1><p>{text}</p>{PLAYED}<p>Score: 8/10</p>").label is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="description" content="Notes on Saltfield (1970).">', ""),
        ("", "<p>1970 · 93 min</p>"),
        ("", "<p>They lost the marsh in Saltfield (1970) and never found it.</p>"),
    ],
)
def test_the_year_beside_the_title(head: str, body: str) -> None:
    films = "<p>" + "The film has two actors, few scenes, and a director who is fond of the screenplay. " * 3 + "</p>"
    found = work(f"<h1>Saltfield review</h1>{body}{films}", head)
    assert found.released is not None
    assert found.released.isoformat() == "1970"


def test_a_title_that_looks_like_a_year_is_none() -> None:
    line = '<h3 class="author">by Tamsin Bell</h3><p>Rating: ★★★★</p><a href="/1">1970 - Shelfmark</a>'
    text = f"<p>{'Tamsin Bell writes a novel of a long wet year, in ten chapters. ' * 4}</p>"
    found = work(f"<h1>1970</h1>{line}{text}", "<title>Review: 1970</title>")
    assert (found.title, found.label, found.released) == ("1970", None, None)
