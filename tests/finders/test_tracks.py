"""Where tracklists stand on a page, which of several wins, and which lists are none."""

from __future__ import annotations

import json
from typing import Any

import pytest

import reviewparse as rp
from reviewparse.model import Track

PROSE = "<p>" + "This album takes its time, and the band has never sounded so sure of a song before. " * 4 + "</p>"
SONG = "This song opens slowly, then the drums come in, and nothing is as it was in the song before that one."
TITLES = ("Bellmouth", "Ferry Home", "Long Acre", "Slow Weather")


def page(article: str, *, head: str = "", lang: str = "en") -> str:
    return f"""<html lang="{lang}"><head><title>The Sparrows: Cold Tap</title>{head}</head>
    <body><article><h1>The Sparrows: Cold Tap</h1>{article}</article></body></html>"""


def tracks(article: str, *, head: str = "") -> tuple[Track, ...]:
    return rp.parse_html(page(article, head=head)).tracks


def finder(article: str) -> str:
    return rp.parse_html(page(article)).why("tracks")[0].finder


def items(*titles: str) -> str:
    return "".join(f"<li>{title}</li>" for title in titles or TITLES)


def numbered(*titles: str) -> list[str]:
    return [f"{number}. {title}" for number, title in enumerate(titles or TITLES, 1)]


def rows(*cells: str) -> str:
    """A table row for each title; ``cells`` may hold ``{n}`` and ``{title}``."""
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return "".join(f"<tr>{row.format(n=n, title=title)}</tr>" for n, title in enumerate(TITLES, 1))


PRINTED = {
    "ordered list below a heading": PROSE + f"<h3>Tracklist</h3><ol>{items()}</ol>" + PROSE,
    "bullets below a noun": PROSE + f"<h4>Songs</h4><ul>{items()}</ul>" + PROSE,
    "lines of one paragraph, numbered": PROSE + f"<p><b>Tracklist:</b><br>{'<br>'.join(numbered())}</p>" + PROSE,
    "lines of one paragraph, not numbered": PROSE + f"<p><b>Tracklist</b><br>{'<br>'.join(TITLES)}</p>" + PROSE,
    "a paragraph for each title": PROSE + "<p><b>Tracklist</b></p>" + "".join(f"<p>{t}</p>" for t in TITLES) + PROSE,
    "terms and definitions": PROSE
    + f"<h3>Tracklist</h3><dl>{''.join(f'<dt>{n}</dt><dd>{t}</dd>' for n, t in enumerate(TITLES, 1))}</dl>",
    "ordered list without heading": PROSE + f"<ol>{items()}</ol>",
    "numbered lines before the credits": PROSE
    + "".join(f"<p>{line.replace('. ', '. “')}”</p>" for line in numbered())
    + "<p>All songs composed by Teodor Vance.</p>",
    "one line, semicolons": PROSE + f"<p>Tracklist: {'; '.join(TITLES)}</p>",
    "one line below a heading": PROSE + f"<h3>Track Listing</h3><p>{' / '.join(TITLES)}</p>" + PROSE,
    "one line, numbered, without heading": PROSE + f"<p>{' – '.join(numbered())}</p>",
    "column of a layout table": f"<table><tr><td>{PROSE}<b>Tracklist</b><br>{'<br>'.join(numbered())}</td>"
    "<td>Shop</td></tr></table>",
    "links that play behind the titles": PROSE
    + f"<h3>Tracklist</h3><ol>{items(*(f'<a href=#>{t}</a> <a href=#>[hear it]</a>' for t in TITLES))}</ol>",
    "quoted, neither heading nor numbers": PROSE + "".join(f"<p>“{t}”</p>" for t in TITLES) + PROSE,
    "some lines between heading and list": PROSE
    + f"<h3>Tracklist</h3><p>Grey Heron, 2011</p><p>The Sparrows</p><ol>{items()}</ol>",
    "inside a furniture box, its class says so": PROSE
    + f'<div class="tracklist">{"".join(f"<div>{line}</div>" for line in numbered())}</div>',
}


@pytest.mark.parametrize("article", PRINTED.values(), ids=PRINTED)
def test_printed_lists_are_found(article: str) -> None:
    assert tuple(track.title for track in tracks(article)) == TITLES


@pytest.mark.parametrize("article", PRINTED.values(), ids=PRINTED)
def test_the_evidence_holds_first_and_last_title(article: str) -> None:
    evidence = rp.parse_html(page(article)).why("tracks")[0]
    assert TITLES[0] in evidence.quote
    assert TITLES[-1] in evidence.quote


TABLES = {
    "number, title, time": f"<table>{rows('{n}.', '{title}', '3:4{n}')}</table>",
    "time without number": f"<h3>Tracks</h3><table>{rows('{title}', '3:4{n}')}</table>",
    "heads name the columns": "<table><tr><th>#</th><th>Title</th><th>Writer</th><th>Time</th></tr>"
    + rows("{n}", "{title}", "Ida Moss", "3:4{n}")
    + "</table>",
    "elements without blanks between them": "<h3>Tracklist</h3>"
    + "".join(
        f'<div><span class="n">{n}</span><span class="t">{t}</span><span class="d">3:4{n}</span></div>'
        for n, t in enumerate(TITLES, 1)
    ),
}


@pytest.mark.parametrize("article", TABLES.values(), ids=TABLES)
def test_columns_are_told_apart(article: str) -> None:
    found = tracks(PROSE + article + PROSE)
    assert tuple(track.title for track in found) == TITLES
    assert [track.duration for track in found] == ["3:41", "3:42", "3:43", "3:44"]
    assert not any(track.artist for track in found)


def test_titles_above_their_composers_in_one_cell() -> None:
    head = "<tr><th></th><th>Title/Composer</th><th>Time</th></tr>"
    table = f"<table>{head}{rows('{n}', '<div>{title}</div><div>Ida Moss</div>', '3:4{n}')}</table>"
    assert tuple(track.title for track in tracks(PROSE + table)) == TITLES


def test_a_table_of_contents_heads_no_tracklist() -> None:
    contents = '<p><a href="#1">Review</a><br><a href="#2">Track Listings</a></p><p>Norda<br>Ida Moss<br>2012</p>'
    found = tracks(contents + PROSE + f"<h3>Track Listings</h3><p>{'<br>'.join(TITLES)}</p>")
    assert tuple(track.title for track in found) == TITLES


def test_a_column_of_artists() -> None:
    table = "<table><tr><th>Title</th><th>Artist</th></tr>" + rows("{title}", "Kin {n}") + "</table>"
    assert [track.artist for track in tracks(PROSE + table)] == ["Kin 1", "Kin 2", "Kin 3", "Kin 4"]


def test_discs_and_the_numbers_a_browser_would_print() -> None:
    article = f"<p>Disc One</p><ol>{items(*TITLES[:2])}</ol><p>Disc Two</p><ol start=3>{items(*TITLES[2:])}</ol>"
    found = tracks(PROSE + article)
    assert [(track.disc, track.position) for track in found] == [(1, "1"), (1, "2"), (2, "3"), (2, "4")]


def test_a_nested_list_holds_parts() -> None:
    article = (
        "<h3>Tracklist</h3><ol><li>Bellmouth</li><li>Medley<ul><li>Rise</li><li>Fall</li></ul></li><li>Salt</li></ol>"
    )
    found = tracks(PROSE + article)
    assert [track.title for track in found] == ["Bellmouth", "Medley", "Salt"]
    assert [part.title for part in found[1].parts] == ["Rise", "Fall"]


SONG_BY_SONG = {
    "headings, announced": "<h2>Track by track</h2>" + "".join(f"<h3>{t}</h3><p>{SONG}</p>" for t in TITLES),
    "headings, told by their text": "".join(f"<h4>{t}</h4><p>{SONG}</p>" for t in TITLES),
    "bold and numbered": "".join(f"<p><b>{line}</b><br>{SONG}</p>" for line in numbered()),
    "bold and quoted": "".join(f"<p><b>“{t}”</b>: {SONG}</p>" for t in TITLES),
    "numbered, the text on the same line": "".join(f"<p>{line}: {SONG}</p>" for line in numbered()),
}


@pytest.mark.parametrize("article", SONG_BY_SONG.values(), ids=SONG_BY_SONG)
def test_a_song_by_song_review_makes_a_tracklist(article: str) -> None:
    assert tuple(track.title for track in tracks(PROSE + article)) == TITLES
    assert finder(PROSE + article) == "tracks.derived"


def data(**track: Any) -> str:  # noqa: ANN401 - as in JSON
    listed = [{"@type": "MusicRecording", "name": title, **track} for title in TITLES]
    return f'<script type="application/ld+json">{json.dumps({"@type": "MusicAlbum", "track": listed})}</script>'


def test_metadata_lend_their_durations_to_the_printed_list() -> None:
    article = PROSE + f"<h3>Tracklist</h3><ol>{items('BELLMOUTH', *TITLES[1:])}</ol>"
    found = tracks(article, head=data(duration="PT3M45S"))
    assert [track.title for track in found] == ["BELLMOUTH", *TITLES[1:]]
    assert {track.seconds for track in found} == {225}


def test_metadata_alone_are_a_tracklist() -> None:
    found = tracks(PROSE, head=data(duration="PT3M45S"))
    assert tuple(track.title for track in found) == TITLES
    assert {track.seconds for track in found} == {225}


def test_the_list_below_its_heading_wins() -> None:
    article = (
        PROSE + f"<ol>{items('Rise', 'Fall', 'Rest', 'Go')}</ol>" + PROSE + f"<h3>Tracklist</h3><ol>{items()}</ol>"
    )
    assert tuple(track.title for track in tracks(article)) == TITLES


OTHERS = {
    "steps of a recipe": "<p>" + "Stir well and serve with bread. " * 9 + "</p>"
    f"<ol>{items('Preheat the Oven', 'Mix Flour and Eggs', 'Bake for an Hour', 'Serve Warm')}</ol>",
    "two records, each with its tracks": "".join(
        f"<h2>{record}</h2>{PROSE}<h4>Tracklist</h4><ol>{items(*titles)}</ol>"
        for record, titles in (("The Sparrows: Cold Tap", TITLES), ("Kin: Salt", ("Rise", "Fall", "Rest")))
    ),
    "set list": PROSE + f"<h3>Setlist</h3><ol>{items()}</ol>",
    "discography": PROSE + f"<h3>Discography</h3><ul>{items('Tide (2004)', 'Drift (2009)', 'Salt (2011)')}</ul>",
    "ranking": "<p>" + "The best album of the year was hard to find among so many songs. " * 5 + "</p>"
    f"<h2>Top 10 Albums</h2><ol>{items('Kin – Drift', 'Ida Moss – Salt', 'Bo Tarn – Tide', 'Kin – Rise')}</ol>",
    "table of contents": PROSE
    + f"<ol>{items(*(f'<a href=#{t}>The {t}</a>' for t in ('Songs', 'Sound', 'Band', 'Verdict')))}</ol>"
    + PROSE,
    "cast": PROSE + f"<h3>Cast</h3><ul>{items('Ida Moss', 'Bo Tarn', 'Kin Hale', 'Orla Venn')}</ul>",
    "favourites": PROSE + f"<p><b>Favourite tracks:</b></p><ul>{items()}</ul>",
    "sections of a round-up": "".join(
        f"<h3>Kin – {title}</h3><p>The album is a record of many songs, and this album is their best album yet.</p>"
        for title in TITLES
    ),
    "songs named in prose": PROSE + "<p>“Bellmouth”, “Ferry Home” and “Long Acre” are the songs to hear first.</p>",
    "footer below a heading without list": PROSE
    + "<h3>Tracklist</h3><p>Up| Home</p><p>© 1996 Grey Heron | All rights reserved</p>",
}


@pytest.mark.parametrize("article", OTHERS.values(), ids=OTHERS)
def test_other_lists_are_no_tracklists(article: str) -> None:
    assert tracks(article) == ()
