"""Where pages name the reviewed work, its maker, label and release."""

from __future__ import annotations

import pytest

import reviewparse as rp
from reviewparse.evidence import Candidate, Evidence
from reviewparse.finders.work_merge import join_works, merge_works
from reviewparse.model import Work

PROSE = (
    "<p>" + "The band plays songs of guitars and drums on this album, and the singer is in good voice. " * 4 + "</p>"
)


def work(html: str) -> Work:
    found = rp.parse_html(html).work
    return found if found is not None else Work()


def page(body: str, headline: str = "Album review: Cold Tap", head: str = "") -> str:
    return f'<html lang="en"><head>{head}</head><body><article><h1>{headline}</h1>{body}{PROSE}</article></body></html>'


@pytest.mark.parametrize(
    ("headline", "title", "creators"),
    [
        ("Album review: The Sparrows – Cold Tap", "Cold Tap", ("The Sparrows",)),
        ("The Sparrows, “Cold Tap”", "Cold Tap", ("The Sparrows",)),
        ("Cold Tap by The Sparrows", "Cold Tap", ("The Sparrows",)),
        ("The Sparrows: Cold Tap", "Cold Tap", ("The Sparrows",)),
    ],
)
def test_the_headline_names_it(headline: str, title: str, creators: tuple[str, ...]) -> None:
    found = work(page("", headline))
    assert (found.title, found.creators) == (title, creators)


def test_a_labelled_maker_turns_the_order_round() -> None:
    found = work(page("<p>Artist: The Sparrows</p><p>Label: Grey Heron</p>", "Cold Tap – The Sparrows"))
    assert (found.title, found.creators) == ("Cold Tap", ("The Sparrows",))


def test_so_does_the_text_that_quotes_the_title() -> None:
    body = "<p>With <i>Cold Tap</i> The Sparrows return. The Sparrows were away; <i>Cold Tap</i> was worth it.</p>"
    found = work(page(body, "Cold Tap – The Sparrows"))
    assert (found.title, found.creators) == ("Cold Tap", ("The Sparrows",))


@pytest.mark.parametrize(
    "card",
    [
        "<p>Artist: The Sparrows</p><p>Label: Grey Heron</p><p>Released: 2012</p>",
        "<table><th>Artist<td>The Sparrows<th>Label<td>Grey Heron<th>Year<td>2012</table>",
        "<dl><dt>Artist:</dt><dd>The Sparrows</dd><dt>Label:</dt><dd>Grey Heron</dd><dt>Year:</dt><dd>2012</dd></dl>",
        "<ul><li><b>Artist</b> The Sparrows</li><li><b>Label</b> Grey Heron</li><li><b>Year</b> 2012</li></ul>",
        "<p><i>Artist</i> <b>The Sparrows</b> <i>Label</i> <b>Grey Heron</b> <i>Year</i> <b>2012</b></p>",
        "<p>Artist: The Sparrows • Label: Grey Heron • Year: 2012</p>",
    ],
)
def test_labelled_facts(card: str) -> None:
    found = work(page(card))
    assert (found.creators, found.label) == (("The Sparrows",), "Grey Heron")
    assert found.released == rp.PartialDate(year=2012)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("<p>(Grey Heron)</p>", "Grey Heron"),
        ("<p>(52:51 / Grey Heron)</p>", "Grey Heron"),
        ("<p>Grey Heron Records – GH 57005</p>", "Grey Heron Records"),
        ("<p>2013 (Grey Heron)</p>", "Grey Heron"),
        ("<p>This album is available through Quill &amp; Drum.</p>", "Quill & Drum"),
        ("<p><b>Label:</b> Grey Heron.</p><p><b>Year:</b> 2012.</p>", "Grey Heron"),
        ("<p><b>Label:</b> Grey Heron Inc.</p><p><b>Year:</b> 2012</p>", "Grey Heron Inc."),
        ("<p>Cold Tap was released on 3 May by Grey Heron Records.</p>", "Grey Heron Records"),
    ],
)
def test_the_label(line: str, label: str) -> None:
    assert work(page(line)).label == label


@pytest.mark.parametrize(
    "line",
    [
        "<p>Labels: 2010, drama, reviews</p>",
        "<p>This album is available through iTunes.</p>",
        "<p>Published on Monday, 3 May 2010 by Orla</p>",
        "<p>She was released by Kit Hale through a side door.</p>",
        "<p>(Live)</p>",
    ],
)
def test_no_label(line: str) -> None:
    assert work(page(line)).label is None


def test_a_book() -> None:
    facts = "<p>Ada Quist: The Mole of the North.</p><p>Fernhill, Nordvik 2019. 288 pages, £16.50</p>"
    novel = (
        "<p>"
        + "The novel follows its narrator, chapter by chapter; readers of the author know her prose. " * 4
        + "</p>"
    )
    html = f"<html lang='en'><body><article><h1>What the snow keeps</h1>{novel}{facts}</article></body></html>"
    found = work(html)
    assert (found.title, found.creators, found.label) == ("The Mole of the North", ("Ada Quist",), "Fernhill")
    assert found.released == rp.PartialDate(year=2019)


def test_a_soundtrack_is_its_composers() -> None:
    body = (
        "<p>The quiet of the film is felt in every note of composer Teodor Vance’s score, and this is what stays.</p>"
    )
    found = work(page(body, "Soundtrack Review: THE GLASS ORCHARD"))
    assert (found.title, found.creators, found.type) == ("THE GLASS ORCHARD", ("Teodor Vance",), "soundtrack")


def test_metadata() -> None:
    head = """<script type="application/ld+json">{"@type": "Review", "itemReviewed": {"@type": "MusicAlbum",
    "name": "Cold Tap", "byArtist": {"name": "The Sparrows"}, "datePublished": "2012-05-03"}}</script>"""
    found = work(page("", "A stormy return to form", head))
    assert (found.title, found.creators) == ("Cold Tap", ("The Sparrows",))
    assert found.released == rp.PartialDate(year=2012, month=5, day=3)


def test_front_matter() -> None:
    text = "---\ntitle: A return\nartist: The Sparrows\nalbum: Cold Tap\nlabel: Grey Heron\n---\n\nThe band plays."
    found = rp.parse_text(text).work
    assert found is not None
    assert (found.title, found.creators, found.label) == ("Cold Tap", ("The Sparrows",), "Grey Heron")


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Album Review Roundup #1", "<h2>The Sparrows – Cold Tap</h2>"),
        (
            "Three for the week",
            "<p>Title: Cold Tap</p><p>Artist: Hale</p><p>Title: Drift</p><p>Artist: Roe</p>",
        ),
        ("Memoria | Ingrid EP | The Gods We Touch", ""),
    ],
)
def test_several_works_are_no_work(headline: str, body: str) -> None:
    assert rp.parse_html(page(body, headline)).work is None


def test_a_slogan_names_no_work() -> None:
    assert work(page("", "A stormy return to form")).title is None


def candidate(work: Work, finder: str, confidence: float, start: int) -> Candidate[Work]:
    evidence = Evidence(finder=finder, quote="x", span=(start, start + 1), confidence=confidence)
    return Candidate(value=work, evidence=evidence)


def test_parts_are_chosen_one_by_one() -> None:
    choice = merge_works(
        [
            candidate(Work(title="Cold Tap"), "a", 0.9, 0),
            candidate(Work(label="Grey Heron"), "b", 0.6, 10),
            candidate(Work(title="Warm Tap"), "c", 0.5, 20),
        ]
    )
    assert choice.winners[0].value == Work(title="Cold Tap", label="Grey Heron")
    assert [winner.evidence.finder for winner in choice.winners] == ["a", "b"]
    assert [loser.value.title for loser in choice.losers] == ["Warm Tap"]


def test_nothing_makes_no_work() -> None:
    assert merge_works([]).winners == ()
    assert join_works([]) == Work()


def test_the_first_sentence_names_what_a_slogan_does_not() -> None:
    found = work(page("<p>Ida Moss's <i>Westbound</i> is an album of songs.</p>", "Riding the slow train"))
    assert (found.title, found.creators) == ("Westbound", ("Ida Moss",))
    assert work(page("<p>It recalls songs of every kind.</p>", "Riding the slow train")).title is None


def test_another_work_in_the_first_sentence_changes_nothing() -> None:
    found = work(page("<p>Unlike <i>Long Acre</i> by Nine Winters, this album has songs.</p>"))
    assert (found.title, found.creators) == ("Cold Tap", ())


def test_label_behind_the_title() -> None:
    found = work(page("<p>The Sparrows, <i>Cold Tap</i> (Grey Heron, 2012).</p>"))
    assert found.label == "Grey Heron"
    assert found.released is not None
    assert found.released.isoformat() == "2012"


def test_doubtful_parts_leave_the_whole() -> None:
    html = page("<p>(Grey Heron, 2012)</p>", "Album review: The Sparrows – Cold Tap")
    assert work(html).label == "Grey Heron"
    strict = rp.parse_html(html, min_confidence=0.75)
    assert strict.work is not None
    assert (strict.work.title, strict.work.label, strict.work.released) == ("Cold Tap", None, None)


def test_a_work_without_a_type_is_of_the_kind_of_the_page() -> None:
    html = "<h1>Review: Orrin 5</h1><p>" + "It is small and it is grey and it does what it must. " * 8 + "</p>"
    review = rp.parse_html(f"<html lang='en'><body><article>{html}<p>Rating: 4/5</p></article></body></html>")
    assert review.work is not None
    assert review.work.type == review.kind


@pytest.mark.parametrize(
    ("body", "creators"),
    [
        ("<p>Marit Solheim's second film is as quiet as the first.</p>", ("Marit Solheim",)),
        ("<p>Westbound is Marit Solheim's second film, and as quiet.</p>", ("Marit Solheim",)),
        ("<p>Westbound is Marit Solhems' newest film, and as quiet.</p>", ("Marit Solhems",)),
        ("<p>Here is the new film by Marit Solheim, and it is quiet.</p>", ("Marit Solheim",)),
        (
            "<p>Few are as quiet as this, and the director of Westbound, Marit Solheim, is proud of it, too.</p>",
            ("Marit Solheim",),
        ),
        ("<p>A sequel to Marit Solheim's first film has to be quiet.</p>", ()),
    ],
)
def test_the_opening_introduces_the_maker(body: str, creators: tuple[str, ...]) -> None:
    html = f'<html lang="en"><body><article><h1>Film review: Westbound</h1>{body}</article></body></html>'
    assert work(html).creators == creators


@pytest.mark.parametrize(
    ("body", "released"),
    [
        ("<p>Westbound is a 1970 American western that few remember.</p>", None),
        ("<p>Westbound is a 1970 American western film that few remember.</p>", "1970"),
        ("<p>It is a remake of the 1970 film that few remember.</p>", None),
        ("<p>Film · 1970 · Western</p>", "1970"),
        ("<p>Western – in cinemas, released May 3, 1970</p>", "1970-05-03"),
        ("<p>Film · 1970 · Western</p><p>Westbound was released in May 1970.</p>", "1970-05"),
    ],
)
def test_when_it_came_out(body: str, released: str | None) -> None:
    html = f'<html lang="en"><body><article><h1>Film review: Westbound</h1>{body}</article></body></html>'
    found = work(html).released
    assert (found.isoformat() if found else None) == released


def test_a_title_before_a_slogan_is_the_one_the_text_uses() -> None:
    body = "<p>Westbound is quiet. This film has a screenplay and actors; in Westbound the camera of a film waits.</p>"
    html = f'<html lang="en"><body><article><h1>Westbound: a very quiet ride</h1>{body}</article></body></html>'
    assert work(html).title == "Westbound"


def test_a_company_on_a_line_of_its_own() -> None:
    assert work(page("<p>NORDA RECORDS</p>")).label == "NORDA RECORDS"


def test_a_section_is_no_label() -> None:
    assert work(page("<p>Published by Record Reviews</p>")).label is None


def test_a_heading_below_front_matter_is_read() -> None:
    found = rp.parse_text("---\ntitle: Saltfield\n---\n# Saltfield Review\n\nSaltfield is quiet.\n").work
    assert found is not None
    assert found.title == "Saltfield"


def test_a_slug_is_printed_elsewhere() -> None:
    text = "---\ntitle: The Sparrows - Cold Tap\nartist: the-sparrows\n---\nThe Sparrows sing on this album.\n"
    found = rp.parse_text(text).work
    assert found is not None
    assert found.creators == ("The Sparrows",)


def test_who_publishes_a_game() -> None:
    body = "<p>Saltfield is a game developed by Tin Works and published by Grey Heron on Microsoft Windows.</p>"
    html = f'<html lang="en"><body><article><h1>Game review: Saltfield</h1>{body}</article></body></html>'
    found = work(html)
    assert (found.creators, found.label) == (("Tin Works",), "Grey Heron")


def test_a_heading_inside_a_paragraph_opens_the_list() -> None:
    prose = "It was made in one night and in one room, and one hears both, the night more than the room. " * 3
    body = f"<p>{prose}Personnel: Ida Moss (drums), Kit Hale (trumpet), Jo Pike (piano), Bo Tarn (bass).</p>"
    found = rp.parse_html(page(body)).credits
    assert {(credit.role, credit.names) for credit in found} == {
        ("drums", ("Ida Moss",)),
        ("trumpet", ("Kit Hale",)),
        ("piano", ("Jo Pike",)),
        ("bass", ("Bo Tarn",)),
    }


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("The Sparrows: Cold Tap | Reviews", "<h1>The Sparrows</h1><h2>Cold Tap</h2><h3>Grey Heron; 2012</h3>"),
        ("The Sparrows - Cold Tap :: Lanternroom", "<h2>The Sparrows</h2><h1>Cold Tap</h1><p>(Grey Heron, 2012)</p>"),
        (
            "The Sparrows - Cold Tap",
            "<h1><span>The Sparrows</span> <span>Cold Tap</span></h1><p>(Grey Heron, 2012)</p>",
        ),
    ],
)
def test_act_and_title_on_lines_of_their_own_as_the_window_title_joins_them(head: str, body: str) -> None:
    html = f'<html lang="en"><head><title>{head}</title></head><body><article>{body}{PROSE}</article></body></html>'
    found = work(html)
    assert (found.title, found.creators, found.label) == ("Cold Tap", ("The Sparrows",), "Grey Heron")
    assert found.released is not None
    assert found.released.year == 2012


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>THE SPARROWS Cold Tap reviews</title>", "<h1>COLD TAP</h1><h2>The Sparrows</h2><b>Slow rock</b>"),
        (
            "<title>The Sparrows - Cold Tap (2012) | Lanternroom</title>",
            "<h1>The Sparrows</h1><h2>Cold Tap (2012)</h2>",
        ),
        (
            '<title>Cold Tap - The Sparrows</title><meta name="description" content="Cold Tap by The Sparrows" />',
            "<h2>The Sparrows</h2><h1>Cold Tap</h1>",
        ),
        (
            "<title>Norda | Reviews | The Sparrows</title>",
            '<h1 class="artist">The Sparrows</h1><h2 class="album">Cold Tap</h2><p>On a record by The Weir</p>',
        ),
        (
            "<title>Cold Tap - The Sparrows - Norda</title>",
            '<h2 class="review-artist">The Sparrows</h2><h1 class="album-title">Cold Tap</h1>',
        ),
    ],
)
def test_which_of_two_lines_is_the_act(head: str, body: str) -> None:
    found = work(f'<html lang="en"><head>{head}</head><body><article>{body}{PROSE}</article></body></html>')
    assert ((found.title or "").title(), found.creators, found.label) == ("Cold Tap", ("The Sparrows",), None)


def test_heads_of_columns_label_nothing() -> None:
    table = "<table><tr><th>Title</th><th>Performer</th><th>Time</th></tr><tr><td>Rain</td><td>Jo</td></tr></table>"
    assert work(page(table)).creators == ()


def test_a_box_of_facts_beside_the_article_belongs_to_it() -> None:
    box = '<aside class="film-info"><p>Label: Grey Heron</p><p>Artist: The Sparrows</p></aside>'
    assert work(page(box)).label == "Grey Heron"
    assert work(page(box.replace("film-info", "promo"))).label is None


def test_by_below_a_title_names_the_maker_of_whom_the_text_speaks() -> None:
    prose = "<p>Quist's novel is set on a ferry that never quite leaves the harbour, and it is told by its cook.</p>"
    rest = f"<p>{'The chapters are short, the plot is long the characters of the story keep to their cabins. ' * 4}</p>"
    html = f"<h1>The Tin Harbour</h1><p>by Ada Quist</p>{{}}{rest}<p>ISBN: 978-0-00-000000-2</p><p>Pages: 208</p>"
    review = rp.parse_html(html.format(prose * 2))
    assert review.work is not None
    assert (review.work.creators, review.authors) == (("Ada Quist",), ())
    assert rp.parse_html(html.format("")).authors == ("Ada Quist",)


def test_a_name_beside_a_year_below_a_title_is_its_makers() -> None:
    rest = f"<p>{'The chapters are short, the plot is long the characters of the story keep to their cabins. ' * 4}</p>"
    for line, makers in (("Ada Quist · 2016", ("Ada Quist",)), ("Ada Quist · 3 May 2016", ())):
        review = rp.parse_html(f"<h1>The Tin Harbour: a book review</h1><p>{line}</p>{rest}")
        assert (review.work or Work()).creators == makers
        assert review.authors == (() if makers else ("Ada Quist",))


def test_an_offer_is_no_label() -> None:
    assert work(page("<p>Buy Cold Tap Music</p>")).label is None


def test_a_section_of_the_site_is_no_act() -> None:
    head = "<title>Album reviews: Cold Tap | Lanternroom</title>"
    assert work(page("<p>Album reviews</p>", "Cold Tap", head)).creators == ()


def test_a_grade_above_the_headline_is_no_act() -> None:
    html = f"<article><span>B-</span><h1>The Sparrows get lost in the pipes</h1><p>By Orla Venn</p><p>5/8/12</p>{PROSE}"
    assert work(html).creators == ()


def test_a_film_is_the_work_of_its_director_and_a_record_not_that_of_its_producer() -> None:
    film = "<p>The film follows its actors on screen, scene by scene, to the last frame of a long movie.</p>" * 3
    found = work(page(f"{film}<h3>Director</h3><ul><li>Ida Moss</li></ul>", "Film review: The Glass Orchard"))
    assert (found.title, found.creators) == ("The Glass Orchard", ("Ida Moss",))
    assert work(page("<p>Produced by Kit Hale</p>")).creators == ()


def test_italics_in_a_slogan_name_the_work() -> None:
    found = work(page("", "The Sparrows get lost in the pipes on the sprawling <em>Cold Tap</em>"))
    assert found.title == "Cold Tap"
    assert work(page("", "Cold Tap gets <em>everything</em> right, and more")).title != "everything"


def test_year_label_and_genre_on_one_line() -> None:
    found = work(page("<p>2012 (Grey Heron) | indie-rock</p>", "The Sparrows – Cold Tap"))
    assert found.released is not None
    assert (found.label, found.released.isoformat()) == ("Grey Heron", "2012")


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Hands-on with the Wanderer TR 500: quiet at last", "Wanderer TR 500"),
        ("Wanderer TR 500: was it worth the wait?", "Wanderer TR 500"),
        ("The Wanderer TR 500 and the Harrow T9", None),
    ],
)
def test_a_product_is_named_by_brand_and_designation(headline: str, title: str | None) -> None:
    body = "<p>The battery lasts two hours, the display is bright, the price is fair, the design of it is plain.</p>"
    text = f"<h1>{headline}</h1>{body * 4}<h2>Pros</h2><h2>Cons</h2>"
    html = f'<html lang="en"><body><article>{text}</article></body></html>'

    text = "<p>The battery lasts two hours, the display is bright, the price is fair, the design is plain.</p>" * 4
    html = f"<article><h1>{headline}</h1>{text}<h2>Pros</h2><h2>Cons</h2></article>"
    assert work(html).title == title


@pytest.mark.parametrize("body", ["I read Nine Rooms by Tamsin Bell in a week.", "Few write novels like Nine Rooms."])
def test_the_headline_once_more_with_its_author(body: str) -> None:
    found = rp.parse_text(
        f"---\ntitle: Nine Rooms\ntags: book review\n---\n{body} It is a novel of four chapters.\n"
    ).work
    assert found is not None
    assert found.creators == (("Tamsin Bell",) if " by " in body else ())


def test_a_label_in_brackets_with_its_number() -> None:
    found = rp.parse_text(
        "THE SPARROWS\nCold Tap\n(Grey Heron GH 012/78)\n9 Tracks, 31:01\n\n"
        "The Sparrows play guitar and drums on their only album, and each of its songs is short.\n"
    ).work
    assert found is not None
    assert (found.title, found.creators, found.label) == ("Cold Tap", ("THE SPARROWS",), "Grey Heron")


def test_the_front_matter_of_a_record_is_headed_by_its_title() -> None:
    text = "---\ntitle: Cold Tap\nartist: The Sparrows\nlabel: Grey Heron\nyear: 2012\n---\nIt is quiet and grey.\n"
    found = rp.parse_text(text).work
    assert found is not None
    assert (found.title, found.creators, found.label) == ("Cold Tap", ("The Sparrows",), "Grey Heron")


def test_the_last_of_a_list_of_makers_behind_and() -> None:
    text = "---\ntitle: Cold Tap\nalbum: Cold Tap\nartists: Ida Moss, Jo Pike, and Bo Tarn\n---\nIt is quiet.\n"
    found = rp.parse_text(text).work
    assert found is not None
    assert found.creators == ("Ida Moss", "Jo Pike", "Bo Tarn")


def test_a_window_title_with_by_tells_maker_from_title() -> None:
    head = "<title>Cold Tap by Ida Moss - lanternroom.example</title>"
    found = work(page("", "Cold Tap - Ida Moss", head))
    assert (found.title, found.creators) == ("Cold Tap", ("Ida Moss",))


def test_a_labelled_company_with_number_and_year() -> None:
    found = work(page("<p>Label: Grey Heron; GHR 014; 2012; 9 tracks; 41 min</p>", "The Sparrows – Cold Tap"))
    assert found.released is not None
    assert (found.label, found.released.isoformat()) == ("Grey Heron", "2012")


def test_brackets_at_the_head_of_the_text() -> None:
    found = work(page("<p>(Grey Heron, 8 March 2012) They had missed it.</p>", "The Sparrows – Cold Tap"))
    assert found.released is not None
    assert (found.label, found.released.isoformat()) == ("Grey Heron", "2012-03-08")


@pytest.mark.parametrize(
    "text",
    [
        "This is a short and sharp record by The Sparrows, who have never been in a hurry.",
        "The album Cold Tap is the shortest of the three that the four have made so far.",
    ],
)
def test_the_text_tells_the_order_of_title_and_maker(text: str) -> None:
    found = work(page(f"<p>{text}</p>", "Album review: Cold Tap – The Sparrows"))
    assert (found.title, found.creators) == ("Cold Tap", ("The Sparrows",))


def test_a_mark_tells_that_the_headline_is_a_work_that_the_text_names() -> None:
    text = "---\ntitle: Saltfield\n---\n\nSaltfield surprises with its warmth, and it is over far too soon.\n\n"
    assert rp.parse_text(f"{text}## Rating: 9/10\n").work == rp.Work(title="Saltfield", type="other")
    assert rp.parse_text(text).work is None


def test_the_first_sentence_names_the_maker_of_what_it_defines() -> None:
    text = "SALTFIELD\n\nSALTFIELD is a strategy game from Long Jetty Games and Bo Tarn that takes place at sea.\n"
    work = rp.parse_text(f"{text}\nRating: 8/10\n").work
    assert work is not None
    assert (work.title, work.creators) == ("SALTFIELD", ("Long Jetty Games", "Bo Tarn"))


def test_an_author_whom_the_text_speaks_of_wrote_the_book() -> None:
    head = "---\ntitle: Nine Rooms\nauthor: Ada Quist\ntags: [books]\nrating: 4\n---\n\n"
    spoken = rp.parse_text(
        f"{head}In nine short chapters Quist walks through a house that nobody has left for years.\n"
    )
    signed = rp.parse_text(f"{head}In nine short chapters we walk through a house that nobody has left.\n\nAda Quist\n")
    assert spoken.work is not None
    assert (spoken.work.creators, spoken.authors) == (("Ada Quist",), ())
    assert signed.authors == ("Ada Quist",)


def test_the_maker_stands_above_the_first_section() -> None:
    head = "---\ntitle: Nine Rooms\ntype: book\nrating: 4\n---\n\n"
    text = f"{head}Ada Quist's latest novel is a calm one.\n\n## Plot\n\nA house.\n"
    found = rp.parse_text(text).work
    assert found is not None
    assert found.creators == ("Ada Quist",)
