"""Whether a page is a review, and of what."""

from __future__ import annotations

import pytest

import reviewparse as rp

FILLER = "It goes on in this way for a while, which is neither good nor bad, and then it ends. " * 3


def page(headline: str, text: str, head: str = "") -> str:
    return (
        f'<html lang="en"><head>{head}</head><body><article><h1>{headline}</h1>'
        f"<p>{text} {FILLER}</p></article></body></html>"
    )


TEXTS = {
    "album": "The album opens with guitars; the band has songs, the singer a chorus. The album ends with riffs.",
    "soundtrack": "The score opens with strings; the composer repeats a cue, and the soundtrack ends with it.",
    "film": "The film opens at sea; the director holds each scene, and the actors of the film wait.",
    "book": "The novel opens at sea; its narrator tells each chapter to the reader in plain prose.",
    "game": "The gameplay opens at sea; each quest has a boss, the multiplayer has levels, and the controller shakes.",
    "live": "The crowd waits, the stage is dark; the venue fills for the gig, and the encore of the gig pleases all.",
    "restaurant": "The menu is short; the chef sends dishes of fish, and the dessert at this restaurant ends the menu.",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_the_words_of_the_text_tell_the_kind(kind: str) -> None:
    assert rp.parse_html(page("Salt and Harbour: a review", TEXTS[kind])).kind == kind


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Album review: Salt", "album"),
        ("Soundtrack Review: SALT", "soundtrack"),
        ("Movie Review: Salt (2012)", "film"),
        ("Book Review: Salt by Ada Quist", "book"),
        ("Salt Gate (PS5) Review", "game"),
        ("Gig review: Opaline at The Corn Hall", "live"),
    ],
)
def test_the_headline_tells_the_kind(headline: str, kind: str) -> None:
    assert rp.parse_html(page(headline, "")).kind == kind


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("Record label: Grey Heron", "album"),
        ("Page count: 208", "book"),
        ("Platforms: PC", "game"),
        ("Certificate: 12A", "film"),
        ("Number of episodes: 6", "tv"),
        ("Price range: moderate", "restaurant"),
        ("Verlag: Fernhill", "other"),
    ],
)
def test_a_fact_that_only_such_works_have_tells_the_kind(fact: str, kind: str) -> None:
    assert rp.parse_html(page("Salt: a review", f"Salt it is.</p><p>{fact}</p><p>")).kind == kind


def test_the_section_tells_the_kind() -> None:
    head = '<meta property="article:section" content="Film Reviews">'
    assert rp.parse_html(page("Salt", "", head)).kind == "film"


def test_metadata_tells_the_kind() -> None:
    head = """<script type="application/ld+json">{"@type": "Review",
    "itemReviewed": {"@type": "VideoGame", "name": "Salt"},
    "reviewRating": {"ratingValue": 8, "bestRating": 10}}</script>"""
    assert rp.parse_html(page("Salt", "", head)).kind == "game"


@pytest.mark.parametrize(
    ("headline", "text", "head"),
    [
        ("Harbour council votes on a plan", "The council met and the mayor spoke of budgets and roads.", ""),
        ("Fish pie recipe", "Peel the potatoes.", ""),
        ("Cold Tap lyrics", TEXTS["album"], ""),
        ("The 50 Best Albums of All Time", TEXTS["album"], ""),
        ("The Sparrows announce new album", TEXTS["album"], ""),
        ("Interview: Della Crane", TEXTS["album"], ""),
        (
            "Was the harbour sold?",
            "A claim went round.",
            '<script type="application/ld+json">{"@type": "ClaimReview", "reviewRating": {"ratingValue": 1}}</script>',
        ),
    ],
)
def test_no_review(headline: str, text: str, head: str) -> None:
    review = rp.parse_html(page(headline, text, head))
    assert (review.kind, review.ratings) == ("not-review", ())


def test_a_page_of_lists_is_no_review() -> None:
    tracks = "".join(
        f"<li>{name} (3:4{index})</li>" for index, name in enumerate(("Bellmouth", "Ferry", "Acre", "Rise"))
    )
    html = (
        f"<html lang='en'><body><h1>Cold Tap</h1><h2>The Sparrows</h2><h3>Tracklist</h3><ol>{tracks}</ol></body></html>"
    )
    assert rp.parse_html(html).kind == "not-review"


def test_evidence_names_the_strongest_sign() -> None:
    (evidence,) = rp.parse_html(page("Album review: Salt", "")).why("kind")
    assert (evidence.finder, evidence.quote) == ("kind.vote", "Album review: Salt")


@pytest.mark.parametrize(
    "sure",
    ["<p>Rating: 4/5</p>", "<p>Reviewed by Orla Venn</p><p>Rating: 4/5</p>", "<p>A review by Orla Venn</p><p>4/5</p>"],
)
def test_few_words_with_a_mark_are_a_short_review(sure: str) -> None:
    review = rp.parse_html(
        f"<html lang='en'><h1>Cold Tap</h1>{sure}<p>A short, warm record that knows an end.</p></html>"
    )
    assert review.kind != "not-review"
    assert [rating.value for rating in review.ratings] == [4.0]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("director: Bo Tarn", "film"),
        ("letterboxd_uri: https://example.org/saltfield", "film"),
        ("developer: Long Jetty Games", "game"),
        ("platforms: [PC]", "game"),
        ("goodreads_link: https://example.org/1", "book"),
        ("artist: The Sparrows", "album"),
        ("cuisine: Harbour kitchen", "restaurant"),
    ],
)
def test_keys_of_front_matter_tell_the_kind(keys: str, kind: str) -> None:
    assert rp.parse_text(f"---\ntitle: Saltfield\nrating: 4\n{keys}\n---\n{FILLER}").kind == kind


def test_a_title_with_its_year_and_no_maker_is_a_film() -> None:
    assert rp.parse_text(f"---\ntitle: Saltfield (2012)\nrating: 4\n---\n{FILLER}").kind == "film"


NOTE = "It is about a family by the sea, and what the sea leaves of it when the summer ends. Nothing else happens. " * 3


@pytest.mark.parametrize(
    "judged",
    [
        "I loved the ending, which is stunning and memorable. ",
        "\n\n## My thoughts\n\n",
        "\n\n## What didn't work?\n\n",
    ],
)
def test_who_judges_a_work_whose_kind_is_told_reviews_it(judged: str) -> None:
    def kind(text: str) -> str | None:
        return rp.parse_text(f"---\ntitle: Saltfield\ntags: [movies]\n---\n\n{text}{NOTE}").kind

    assert (kind(judged), kind("")) == ("film", "not-review")


def test_words_that_judge_are_few_in_a_long_text() -> None:
    text = "---\ntitle: Saltfield\ntags: [movies]\n---\n\nThe view is stunning. " + NOTE * 4 + " It was excellent."
    assert rp.parse_text(text).kind == "not-review"


def test_points_for_and_against_under_keys_make_a_review_of_few_words() -> None:
    text = "---\ntitle: Saltfield\ncategory: video-game\npros:\n  - Calm\n{}---\n\nA quiet game by a small team.\n"
    assert rp.parse_text(text.format("cons:\n  - Short\n")).kind == "game"
    assert rp.parse_text(text.replace("pros", "links").format("")).kind == "not-review"


def test_a_key_for_the_work_counts_where_more_tells_its_kind() -> None:
    text = "---\ntitle: Lost at sea\ncategory: games\nplatform: PC\n{}---\n\n" + NOTE
    assert rp.parse_text(text.format("game: Saltfield\n")).kind == "game"
    assert rp.parse_text(text.format("")).kind == "not-review"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("SALTFIELD is a quiet strategy game from Long Jetty Games.", "game"),
        ("Saltfield, the new film by Marit Solheim, ends at sea.", "film"),
        ("Saltfield is a town. I read this book there.", "other"),
        ("Saltfield won the prize for a novel.", "other"),
    ],
)
def test_the_first_sentence_defines_the_headline(sentence: str, kind: str) -> None:
    assert rp.parse_text(f"---\ntitle: Saltfield\nrating: 4\n---\n\n{sentence} {FILLER}").kind == kind
