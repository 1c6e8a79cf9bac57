"""Where ratings are found: ten lines of markup each, and what a reader would say."""

from __future__ import annotations

import pytest

from reviewparse.document import Document
from reviewparse.finders.rating import FINDERS, choose_ratings
from reviewparse.finders.title import FINDERS as TITLE_FINDERS
from reviewparse.finders.title import choose_title
from reviewparse.model import Rating
from reviewparse.reading.source import read_html, read_text

PROSE = (
    "The harbour lies in fog when the record begins, and for a while nothing happens but a bell and the slow creak of"
    " ropes; then the band walks in as if it had been there all along, and the song begins to move under its weight."
)

ARTICLE = f"<h1>The Sparrows – Cold Tap</h1><p>By Orla Venn</p><p>{PROSE}</p><p>{PROSE}</p>"


def icons(*names: str) -> str:
    return "".join(f'<i class="{name}"></i>' for name in names)


def json_ld(rating: str) -> str:
    review = f'{{"@type":"Review","itemReviewed":{{"name":"Cold Tap"}},"reviewRating":{{{rating}}}}}'
    return f'<script type="application/ld+json">{review}</script>'


def ratings(doc: Document) -> list[tuple[float | str | None, float | None, str | None]]:
    titles = choose_title([candidate for finder in TITLE_FINDERS for candidate in finder.candidates(doc, {})])
    known = {"title": titles.winners}
    found = [candidate for finder in FINDERS for candidate in finder.candidates(doc, known)]
    for candidate in found:
        span = candidate.evidence.span
        assert span is None or doc.text[slice(*span)] == candidate.evidence.quote
        assert span is not None or candidate.evidence.locator
    chosen = choose_ratings(found).winners
    return [_short(winner.value) for winner in chosen if winner.evidence.confidence >= 0.5]


def _short(rating: Rating) -> tuple[float | str | None, float | None, str | None]:
    return (rating.grade if rating.value is None else rating.value, rating.best, rating.label)


FOUND = {
    "labelled line at the end": (f"{ARTICLE}<p>Rating: 4/5</p>", [(4.0, 5.0, None)]),
    "label and value in two cells": (
        f"<table><tr><th>Rating</th><td>8/10</td></tr></table>{ARTICLE}",
        [(8.0, 10.0, None)],
    ),
    "label as a heading": (f"{ARTICLE}<h4>Verdict</h4><p>8.5</p>", [(8.5, None, None)]),
    "number above its maximum": (f"{ARTICLE}<div>8.5</div><div>out of 10</div>", [(8.5, 10.0, None)]),
    "label, number, maximum": (f"{ARTICLE}<div>Score</div><div>8</div><div>/10</div>", [(8.0, 10.0, None)]),
    "stars below the headline": (f"<h1>Cold Tap</h1><p>★★★★☆</p><p>{PROSE}</p>", [(4.0, 5.0, None)]),
    "stars and a word": (f"<h1>Cold Tap</h1><p>★★★★☆ Brilliant</p><p>{PROSE}</p><p>{PROSE}</p>", [(4.0, 5.0, None)]),
    "score in the headline": (f"<h1>Saltfield (2021) ★★★½ review</h1><p>{PROSE}</p>", [(3.5, None, None)]),
    "last words of the text": (
        f"<h1>Cold Tap</h1><p>{PROSE}</p><p>{PROSE} A well-earned 9/10 from me.</p>",
        [(9.0, 10.0, None)],
    ),
    "score before a signature": (f"<h1>Cold Tap</h1><p>{PROSE}</p><p>(7/10) Orla Venn</p>", [(7.0, 10.0, None)]),
    "given in mid-text": (
        f"<h1>Cold Tap</h1><p>{PROSE} I give it 4/5 because of the drums. {PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>",
        [(4.0, 5.0, None)],
    ),
    "printed twice": (f'{ARTICLE}<p>★★★★☆</p><p class="sr-only">Rated 4 out of 5</p>', [(4.0, 5.0, None)]),
    "two scales, one verdict": (f"<h1>Cold Tap</h1><p>4/5</p><p>{PROSE}</p><p>Rating: 8/10</p>", [(8.0, 10.0, None)]),
    "aspects in lines and the whole": (
        f"{ARTICLE}<p>Lyrics: 7/10<br>Sound: 9/10<br>Overall: 8/10</p>",
        [(7.0, 10.0, "Lyrics"), (9.0, 10.0, "Sound"), (8.0, 10.0, None)],
    ),
    "aspects above their paragraphs": (
        f"<h1>Cold Tap</h1><h3>Story: 4/5</h3><p>{PROSE}</p><h3>Prose: 3/5</h3><p>{PROSE}</p>",
        [(4.0, 5.0, "Story"), (3.0, 5.0, "Prose")],
    ),
    "aspects in cells, with remarks": (
        f"{ARTICLE}<table><tr><td>Graphics<td>nice cover - 85%<tr><td>Sound<td>clear - 95%</table>",
        [(85.0, 100.0, "Graphics"), (95.0, 100.0, "Sound")],
    ),
    "unknown aspects below known ones": (
        f"{ARTICLE}<ul><li>Sound 8/10</li><li>Swing 7/10</li><li>Rigging 6/10</li></ul>",
        [(8.0, 10.0, "Sound"), (7.0, 10.0, "Swing"), (6.0, 10.0, "Rigging")],
    ),
    "names and marks in turn": (
        f"{ARTICLE}<div>Sound</div><div>8/10</div><div>Rigging</div><div>6/10</div><div>Knots</div><div>9/10</div>",
        [(8.0, 10.0, "Sound"), (6.0, 10.0, "Rigging"), (9.0, 10.0, "Knots")],
    ),
    "scale stated above bare marks": (
        f"{ARTICLE}<h3>Ratings (out of 10)</h3><p>Story: 8<br>Sound: 6</p>",
        [(8.0, 10.0, "Story"), (6.0, 10.0, "Sound")],
    ),
    "a grade of each critic": (f"{ARTICLE}<p>Anna: A<br>Ben: B-</p>", [("A", None, None), ("B-", None, None)]),
    "a grade for each aspect": (
        f"{ARTICLE}<p>Audio: A<br>Video: B-</p>",
        [("A", None, "Audio"), ("B-", None, "Video")],
    ),
    "rarer maximum in brackets before a signature": (
        f"<h1>Cold Tap</h1><p>{PROSE}</p><p>{PROSE} More, please! (5/6) Sandbank</p>",
        [(5.0, 6.0, None)],
    ),
    "round-up": (
        "".join(
            f"<h2>{name}</h2><p>{PROSE}</p><p>Rating: {mark}/5</p>"
            for name, mark in (("Bellmouth", 3), ("Far Gate", 4), ("Low Light", 2))
        ),
        [(3.0, 5.0, "Bellmouth"), (4.0, 5.0, "Far Gate"), (2.0, 5.0, "Low Light")],
    ),
    "box with a bare number": (f'{ARTICLE}<div class="review-score">8.5</div>', [(8.5, None, None)]),
    "box of a review plugin": (
        f'{ARTICLE}<div class="review-final-score"><h3>82<span>%</span></h3><h4>Great</h4></div>',
        [(82.0, 100.0, None)],
    ),
    "box with total": (f'{ARTICLE}<div class="review-total-box">8.3</div>', [(8.3, None, None)]),
    "box with a number and a word": (f'{ARTICLE}<div class="score">9 Superb</div>', [(9.0, None, None)]),
    "box with number and word glued": (f'{ARTICLE}<div class="score"><b>9</b><i>Superb</i></div>', [(9.0, None, None)]),
    "grade in a box": (f'{ARTICLE}<div class="grade">B+</div>', [("B+", None, None)]),
    "alternative text": (f'{ARTICLE}<p><img src="x.gif" alt="4 stars"></p>', [(4.0, None, None)]),
    "alternative text in words": (
        f'{ARTICLE}<p><img src="x.gif" alt="Three and a half stars"></p>',
        [(3.5, None, None)],
    ),
    "file name": (f'{ARTICLE}<p><img src="/i/rating_35.gif"></p>', [(3.5, None, None)]),
    "file name in words": (f'{ARTICLE}<p><img src="/i/four-and-a-half-stars.png"></p>', [(4.5, None, None)]),
    "picture behind its label": (f'{ARTICLE}<p>Rating: <img src="/i/s_4.gif" alt=""></p>', [(4.0, None, None)]),
    "icons of a font": (
        f'{ARTICLE}<p class="rating">{icons("fa fa-star", "fa fa-star", "fa fa-star-half-o", "fa fa-star-o")}</p>',
        [(2.5, 4.0, None)],
    ),
    "icons of a theme": (
        f'{ARTICLE}<p class="td-review-stars">{icons("td-icon-user-rev-star-full", "td-icon-user-rev-star-empty")}</p>',
        [(1.0, 2.0, None)],
    ),
    "icons that are only full or empty": (
        f'{ARTICLE}<ol class="rating"><li class="full"></li><li class="full"></li><li class="empty"></li></ol>',
        [(2.0, 3.0, None)],
    ),
    "spoken label": (f'{ARTICLE}<div class="star-rating" aria-label="Rated 4 out of 5"></div>', [(4.0, 5.0, None)]),
    "data attribute": (f'{ARTICLE}<div class="rating" data-score="4.5" data-max="5"></div>', [(4.5, 5.0, None)]),
    "class name": (f'{ARTICLE}<div class="star-rating-4"></div>', [(4.0, None, None)]),
    "width of a bar of stars": (
        f'{ARTICLE}<div class="star-rating"><span style="width:80%"></span></div>',
        [(4.0, 5.0, None)],
    ),
    "row of stars of a width": (
        f'{ARTICLE}<div class="stars"><div>★★★★★</div><div class="lit" style="width: 70%">★★★★★</div></div>',
        [(3.5, 5.0, None)],
    ),
    "row of stars under a gradient": (
        f'{ARTICLE}<div style="background:linear-gradient(90deg,gold 60%,transparent 60%)">★★★★★</div>',
        [(3.0, 5.0, None)],
    ),
    "row of stars in a narrow column": (f'{ARTICLE}<div style="width: 60%">★★★★★</div>', [(5.0, None, None)]),
    "style variable": (f'{ARTICLE}<div class="stars" style="--rating: 3.5;"></div>', [(3.5, None, None)]),
    "meter": (f'{ARTICLE}<p>Verdict: <meter value="4" max="5"></meter></p>', [(4.0, 5.0, None)]),
    "chosen step of a printed scale": (
        f'{ARTICLE}<ul class="rating"><li>poor</li><li>fair</li><li class="active">good</li><li>great</li></ul>',
        [("good", None, None)],
    ),
    "JSON-LD": (
        json_ld('"ratingValue":"8,5","bestRating":10') + ARTICLE,
        [(8.5, 10.0, None)],
    ),
    "JSON-LD without a maximum: five by definition": (
        json_ld('"ratingValue":4') + ARTICLE,
        [(4.0, 5.0, None)],
    ),
    "visible label beats metadata": (
        json_ld('"ratingValue":3,"bestRating":5') + ARTICLE + "<p>Rating: 7/10</p>",
        [(7.0, 10.0, None)],
    ),
}

NOTHING = {
    "no mark": ARTICLE,
    "label without a value, then a heading": f"{ARTICLE}<p>My Rating:</p><h3>For parents</h3>",
    "content rating": f"{ARTICLE}<p>Rating: PG-13</p>",
    "aggregate": '<script type="application/ld+json">{"@type":"Recipe","name":"Soup","aggregateRating":'
    f'{{"ratingValue":4.8,"ratingCount":12}}}}</script>{ARTICLE}<div class="rating">4.8</div>',
    "mean with its votes": f"{ARTICLE}<p>★★★★★</p><p>4.6 from 5 reviews</p>",
    "votes in brackets": f"{ARTICLE}<p>Rating: 4 (559)</p>",
    "widget to vote": f'{ARTICLE}<p class="rating"><a class="star-1">1</a><a class="star-2">2</a></p>',
    "steps to click on": f'{ARTICLE}<p class="stars"><span data-rating="1"></span><span data-rating="2"></span></p>',
    "readers' widget": f'{ARTICLE}<div class="user-rating"><span class="score">7.9</span></div>',
    "a buyer's mark": f"{ARTICLE}<p>Rated 1 out of 5 by Sprocket from Chocolate</p>",
    "other papers": f"{ARTICLE}<p>IMDb</p><p>8.1/10</p><p>Metacritic</p><p>81/100</p>",
    "teaser of another review": f'{ARTICLE}<div><a href="/far-gate"><p>8.5</p></a></div>',
    "marks of tracks": f"<h1>Cold Tap</h1><p>1. Bellmouth (8/10)</p><p>2. Far Gate (7/10)</p><p>{PROSE}</p>",
    "list of other works": f"{ARTICLE}<p>Best of 2019: 1) Saltfield (5/5) 2) Drift (4.5/5)</p><p>{PROSE}</p>",
    "technical table": f"{ARTICLE}<table><tr><td>0-100<td>8,8<tr><td>Cylinders<td>4</table>",
    "five icons alike": f'{ARTICLE}<p class="rating">{5 * "<i class=fa-star></i>"}</p>',
    "framework class": f'{ARTICLE}<p class="rating">{2 * "<i class=ng-star-inserted></i>"}</p>',
    "health score": f'{ARTICLE}<div class="health-score-9"></div>',
    "picture with a number": f'{ARTICLE}<p><img src="cover_4.jpg" alt="Top 10 of the year"></p>',
    "sides of a record": f"{ARTICLE}<p>Side: A<br>Side: B</p>",
    "date alone on a line": f"<h1>Cold Tap</h1><p>29/10</p><p>{PROSE}</p>",
    "share of the running time": f"<h1>Cold Tap</h1><p>{PROSE} For 4/5 of the running time nothing.</p><p>{PROSE}</p>",
}


@pytest.mark.parametrize("name", FOUND)
def test_found(name: str) -> None:
    html, want = FOUND[name]
    assert ratings(read_html(html)) == want


@pytest.mark.parametrize("name", NOTHING)
def test_nothing(name: str) -> None:
    assert ratings(read_html(NOTHING[name])) == []


def test_front_matter() -> None:
    assert ratings(read_text(f"---\ntitle: Cold Tap\nrating: 8/10\n---\n\n{PROSE}\n")) == [(8.0, 10.0, None)]


def test_two_units_in_front_matter_are_two_scales() -> None:
    text = f"---\ntitle: Cold Tap\nstars: 4\nhearts: 3\n---\n\n{PROSE}\n"
    assert ratings(read_text(text)) == [(4.0, None, "stars"), (3.0, None, "hearts")]


def test_text_and_markup_agree() -> None:
    text = f"The Sparrows – Cold Tap\n\nBy Orla Venn\n\n{PROSE}\n\nRating: 4/5\n"
    assert ratings(read_text(text)) == [(4.0, 5.0, None)]


def pictures(*names: str) -> str:
    return "".join(f'<img src="/i/{name}.png" alt="">' for name in names)


BOXED = '<p class="star star-2"><b class="on"></b></p><p class="star star-3"><b class="off"></b></p>'

ROWS: list[tuple[str, list[object]]] = [
    (pictures("star", "star", "star", "star-half", "star-empty"), [(3.5, 5.0, None)]),
    (f'<div class="post-ratings">{pictures("star_on", "star_on", "star_off")} (12 votes, average: 4.1)</div>', []),
    (f'<span class="note">{icons("etoile pleine", "etoile pleine", "etoile vide")}</span>', [(2.0, 3.0, None)]),
    (icons("star full", "star full", "star"), [(2.0, 3.0, None)]),
    (f'<div class="stars"><p class="star star-1"><b class="on">2</b></p>{BOXED}</div>', [(2.0, 3.0, None)]),
]


@pytest.mark.parametrize(("row", "want"), ROWS)
def test_a_row_of_drawn_stars_is_counted(row: str, want: list[object]) -> None:
    assert ratings(read_html(f"{ARTICLE}<p>Our rating:</p><p>{row}</p>")) == want


ASPECTS = [
    "<table><tr><td>Video</td><td>{0}</td></tr><tr><td>Audio</td><td>{1}</td></tr></table>",
    "<p><b>Video</b><br>{0}<br><b>Audio</b><br>{1}</p>",
    "<p>Video: {0}<br>Audio: {1}</p>",
]
DRAWN = [
    ('<img src="x4.gif" alt="4 stars">', '<img src="x3.gif" alt="3 stars">'),
    (icons("fa fa-star", "fa fa-star", "fa fa-star-o"), icons("fa fa-star", "fa fa-star-o", "fa fa-star-o")),
]


@pytest.mark.parametrize("marks", DRAWN, ids=["pictures", "icons"])
@pytest.mark.parametrize("form", ASPECTS, ids=["cells", "lines", "behind labels"])
def test_drawn_marks_beside_the_names_of_aspects(form: str, marks: tuple[str, str]) -> None:
    found = ratings(read_html(f"{ARTICLE}{form.format(*marks)}"))
    assert [label for _, _, label in found] == ["Video", "Audio"]
    assert found[0][0] != found[1][0]


def test_a_label_and_its_mark_close_the_last_paragraph() -> None:
    page = f"Cold Tap by The Sparrows\n\n{PROSE}\n\n{PROSE} Put it on and find out for yourself! Rating: 9.0\n"
    assert ratings(read_text(page)) == [(9.0, None, None)]


def test_a_table_that_ends_in_the_verdict_rates_aspects() -> None:
    rows = (("Porch", "★★★☆☆"), ("Cellar", "★★★★★"), ("Overall", "★★★★☆"))
    table = "".join(f"<tr><td>{name}</td><td>{mark}</td></tr>" for name, mark in rows)
    want = [(3.0, 5.0, "Porch"), (5.0, 5.0, "Cellar"), (4.0, 5.0, None)]
    assert ratings(read_html(f"{ARTICLE}<table>{table}</table>")) == want


def test_readers_who_print_their_own_mark_do_not_take_the_one_above() -> None:
    assert ratings(read_html(f"{ARTICLE}<div>7.8/10</div><div>User rating 4.1 (19 votes)</div>")) == [(7.8, 10.0, None)]
    assert ratings(read_html(f"{ARTICLE}<div>4/5</div><div>User rating 4.1 (19 votes)</div>")) == []


def test_readers_who_vote_in_a_box_of_their_own_do_not_take_the_line_below_it() -> None:
    box = "<div><p>Readers</p><p>7.2</p><p>134 ratings</p></div>"
    assert ratings(read_html(f"{ARTICLE}{box}<p>4/5</p>")) == [(4.0, 5.0, None)]
    assert ratings(read_html(f"{ARTICLE}<div><p>134 ratings</p><p>4/5</p></div>")) == []


def test_a_mark_set_off_at_the_end_is_not_what_its_sentence_denies() -> None:
    def marks(end: str) -> list[float | str | None]:
        return [value for value, _, _ in ratings(read_text(f"Saltfield\n\n{PROSE}\n\n{PROSE} {end}"))]

    assert marks("I could not recommend it more strongly - 9.5/10.") == [9.5]
    assert marks("I could not give it 9.5/10.") == []
