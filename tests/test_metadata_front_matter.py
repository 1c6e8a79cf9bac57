"""Front matter: found, read and understood in the dialects of static site generators."""

from __future__ import annotations

import pytest

from reviewparse.document import Fact
from reviewparse.metadata import facts_of_front_matter, split_front_matter
from reviewparse.metadata.yaml_lines import read_yaml


def facts_of(source: str) -> list[Fact]:
    return facts_of_front_matter(f"---\n{source}\n---\n")


def pairs(source: str) -> list[tuple[str, str]]:
    return [(fact.path, fact.value) for fact in facts_of(source)]


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("---\ntitle: Cold Tap\n---\nText", "---\ntitle: Cold Tap\n---\n"),
        ("---  \ntitle: Cold Tap\n---\t\nText", "---  \ntitle: Cold Tap\n---\t\n"),
        ("---\ntitle: Cold Tap\n...\nText", "---\ntitle: Cold Tap\n...\n"),
        ("\ufeff---\r\ntitle: Cold Tap\r\n---\r\nText", "---\ntitle: Cold Tap\n---\n"),
        ("\n\n---\ntitle: Cold Tap\n---\nText", "---\ntitle: Cold Tap\n---\n"),
        ("---\n---\nText", "---\n---\n"),
        ("+++\ntitle = 'Cold Tap'\n+++\nText", "+++\ntitle = 'Cold Tap'\n+++\n"),
        (
            "Title: Cold Tap\nDate: 2010-10-12 08:00\nSlug: cold-tap\n\nText",
            "Title: Cold Tap\nDate: 2010-10-12 08:00\nSlug: cold-tap\n",
        ),
        (
            "Title: Cold Tap\nAuthor: Orla Venn\nDate: 2010-10-12\n\nText",
            "Title: Cold Tap\nAuthor: Orla Venn\nDate: 2010-10-12\n",
        ),
        (
            ":title: Cold Tap\n:date: 2010-10-12\n:tags: a, b\n\nText",
            ":title: Cold Tap\n:date: 2010-10-12\n:tags: a, b\n",
        ),
        (
            "#+TITLE: Cold Tap\n#+DATE: 2010-10-12\n#+CATEGORY: reviews\n\nText",
            "#+TITLE: Cold Tap\n#+DATE: 2010-10-12\n#+CATEGORY: reviews\n",
        ),
    ],
)
def test_front_matter_is_cut_off(text: str, front: str) -> None:
    assert split_front_matter(text)[0] == front
    assert split_front_matter(text)[1].strip() == "Text"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "Text",
        "---\ntitle: Cold Tap\nText without an end",
        "---\nCold Tap is a fine record.\n---\nSo is the next.",
        "----\ntitle: Cold Tap\n----\n",
        "# Cold Tap\n\nText\n\n---\ntitle: x\n---\n",
        "Artist: The Sparrows\nTitle: Cold Tap\nLabel: Milk Crate\nRating: 7/10\n\nText",
        "Title: Cold Tap\nArtist: The Sparrows\nYear: 2010\n\nText",
        "Title: Cold Tap\nDate: October 12\n\nText",
        "Author: Orla Venn\n\nText",
        "Title: Cold Tap\nText begins at once, and then\nTags: none\n\nText",
        "Title: Cold Tap\nTags: a",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == ("", text)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("title: Cold Tap", {"title": "Cold Tap"}),
        ("title : Cold Tap", {"title": "Cold Tap"}),
        ("title: Review: Cold Tap", {"title": "Review: Cold Tap"}),
        ("title: 'It''s cold'  # really", {"title": "It's cold"}),
        ('title: "A \\"cold\\" tap \\u2013 live"', {"title": 'A "cold" tap – live'}),
        ("title: Cold Tap # 1", {"title": "Cold Tap"}),
        ("title: Cold Tap #1", {"title": "Cold Tap"}),
        ("title: C#", {"title": "C#"}),
        ("'title': Cold Tap", {"title": "Cold Tap"}),
        ("title: [Review] Cold Tap", {"title": "[Review] Cold Tap"}),
        ("title: ~\nstars: 4", {"title": "", "stars": "4"}),
        ("rating: 4.50", {"rating": "4.50"}),
        ("tags: [folk, 'a, b', \"c\"]", {"tags": ["folk", "a, b", "c"]}),
        ("tags: []", {"tags": []}),
        ("tags: [folk,\n  tape]\nyear: 2010", {"tags": ["folk", "tape"], "year": "2010"}),
        ("tags: [\n  folk,\n  tape\n]\nyear: 2010", {"tags": ["folk", "tape"], "year": "2010"}),
        ("tags:\n  - folk\n  - tape # x", {"tags": ["folk", "tape"]}),
        ("tags:\n- folk\n- tape\nyear: 2010", {"tags": ["folk", "tape"], "year": "2010"}),
        (
            "author:\n  name: Orla Venn\n  url: /orla\nyear: 2010",
            {"author": {"name": "Orla Venn", "url": "/orla"}, "year": "2010"},
        ),
        ("author: {name: Orla Venn, url: /orla}", {"author": {"name": "Orla Venn", "url": "/orla"}}),
        (
            "marks:\n  - name: Sound\n    value: 8\n  - name: Story\n    value: 7",
            {"marks": [{"name": "Sound", "value": "8"}, {"name": "Story", "value": "7"}]},
        ),
        ("image: >-\n  https://example.org/a.jpg\ndate: 2010", {"image": "https://example.org/a.jpg", "date": "2010"}),
        ("text: |\n  One\n\n  two\nyear: 2010", {"text": "One\n\ntwo", "year": "2010"}),
        ("text: One\n  and two\nyear: 2010", {"text": "One and two", "year": "2010"}),
        ("# note\n\ntitle: Cold Tap\n  # deeper\n", {"title": "Cold Tap"}),
        ("empty:\nyear: 2010", {"empty": "", "year": "2010"}),
        ("a: !!str x\nb: &anchor y", {"a": "x", "b": "y"}),
        ("no key here\nyear: 2010", {"year": "2010"}),
        ("- a\n- b", ["a", "b"]),
        ("", ""),
    ],
)
def test_the_lines_of_yaml(source: str, value: object) -> None:
    assert read_yaml(source) == value


@pytest.mark.parametrize(
    ("source", "path", "value"),
    [
        ("title: Cold Tap", "title", "Cold Tap"),
        ("author: Orla Venn", "author", "Orla Venn"),
        ("author:\n  name: Orla Venn\n  url: /orla", "author", "Orla Venn"),
        ("authors: [Orla Venn]", "author", "Orla Venn"),
        ("authors:\n  - name: Orla Venn", "author", "Orla Venn"),
        ("Reviewer: Orla Venn", "author", "Orla Venn"),
        ("date: 2010-10-12 08:00:00 -0400", "published", "2010-10-12 08:00:00 -0400"),
        ("published_at: 12 October 2010", "published", "12 October 2010"),
        ("lastmod: 2011-01-02", "updated", "2011-01-02"),
        ("last_modified_at: 2011-01-02", "updated", "2011-01-02"),
        ("rating: 4/5", "rating", "4/5"),
        ("score: 8,5", "rating", "8,5"),
        ("grade: B+", "rating", "B+"),
        ("stars: ★★★½", "rating", "★★★½"),
        ("note: 4/5", "rating", "4/5"),
        ("rating:\n  value: 8\n  max: 10", "rating", "8"),
        ("extra:\n  rating: 8", "rating", "8"),
        ("artist: The Sparrows", "work.creator", "The Sparrows"),
        ("groups: The Sparrows", "work.creator", "The Sparrows"),
        ("album: Cold Tap", "work.title", "Cold Tap"),
        ("album:\n  title: Cold Tap", "work.title", "Cold Tap"),
        ("record_label: Milk Crate", "work.label", "Milk Crate"),
        ("label: Milk Crate", "work.label", "Milk Crate"),
        ("year: 2010", "work.released", "2010"),
        ('release-year: ["2010"]', "work.released", "2010"),
        ("Release Date: 3 May 2010", "work.released", "3 May 2010"),
        ("isbn: 978-0-00-000000-2", "work.catalogue", "978-0-00-000000-2"),
        ("tracklist: [Bellmouth]", "track", "Bellmouth"),
        ("category : musique", "category", "musique"),
        ("tags: folk", "tag", "folk"),
        ("layout: review", "kind", "review"),
        ("lang: fr", "lang", "fr"),
        ("permalink: /cold-tap/", "url", "/cold-tap/"),
        ("starring: Pim Olde", "credit", "Pim Olde"),
        ("mood: blue", "front-matter.mood", "blue"),
        ("steam:\n  id: 77", "front-matter.steam.id", "77"),
        ("note: Thanks for the promo", "front-matter.note", "Thanks for the promo"),
        ("date: soon", "front-matter.date", "soon"),
    ],
)
def test_what_a_key_means(source: str, path: str, value: str) -> None:
    assert pairs(source) == [(path, value)]


@pytest.mark.parametrize(
    "source", ["published: false", "rating: false", "author: true", "title:", "date: null", "tags: []", "draft: no"]
)
def test_switches_and_empty_keys_state_nothing(source: str) -> None:
    assert facts_of(source) == []


def test_the_scale_belongs_to_the_mark() -> None:
    facts = facts_of("rating: 7\nrating_max: 10")
    assert [(fact.path, fact.value, fact.more) for fact in facts] == [("rating", "7", {"key": "rating", "best": "10"})]
    (fact,) = facts_of("rating: {value: 8, best: 10}")
    assert (fact.value, fact.more["best"]) == ("8", "10")


def test_two_things_counted_are_two_scales() -> None:
    facts = facts_of("stars: 4\nhearts: 3")
    assert [(fact.value, fact.more["label"]) for fact in facts] == [("4", "stars"), ("3", "hearts")]
    (fact,) = facts_of("stars: 4")
    assert "label" not in fact.more


def test_aspects_are_labelled() -> None:
    for source in (
        "scores:\n  Sound: 8\n  Story: 7",
        "ratings:\n  - name: Sound\n    value: 8\n  - name: Story\n    score: 7",
    ):
        facts = facts_of(source)
        assert [(fact.path, fact.value, fact.more["label"]) for fact in facts] == [
            ("rating", "8", "Sound"),
            ("rating", "7", "Story"),
        ]


def test_the_author_beside_a_reviewer_wrote_the_book() -> None:
    assert pairs("title: Pipes\nauthor: Ida Rusk\nreviewer: Orla Venn") == [
        ("title", "Pipes"),
        ("work.creator", "Ida Rusk"),
        ("author", "Orla Venn"),
    ]


def test_a_work_of_its_own_keeps_its_keys_to_itself() -> None:
    book = "book:\n  title: Pipes\n  author: Ida Rusk\n  publisher: Milk Crate\n  year: 2009"
    assert pairs(f"title: On Pipes\nauthor: Orla Venn\n{book}") == [
        ("title", "On Pipes"),
        ("author", "Orla Venn"),
        ("work.title", "Pipes"),
        ("work.creator", "Ida Rusk"),
        ("work.label", "Milk Crate"),
        ("work.released", "2009"),
    ]


def test_keys_inside_an_unknown_one_speak_of_that() -> None:
    shop = "shop:\n  date: 2010-10-12\n  rating: 5\n  director: Ida Rusk"
    assert pairs(f"{shop}\nseen_with:\n  - title: Drain\n    author: Ned Foyle") == [
        ("front-matter.shop.date", "2010-10-12"),
        ("front-matter.shop.rating", "5"),
        ("front-matter.shop.director", "Ida Rusk"),
        ("front-matter.seen_with.title", "Drain"),
        ("front-matter.seen_with.author", "Ned Foyle"),
    ]


def test_a_work_has_a_date_and_tags_of_its_own() -> None:
    assert pairs("game:\n  name: Drain\n  date: 2009-05-03\n  tags: [pipes]\n  url: /drain\n  rating: 8") == [
        ("work.title", "Drain"),
        ("work.released", "2009-05-03"),
        ("front-matter.game.tags", "pipes"),
        ("front-matter.game.url", "/drain"),
        ("rating", "8"),
    ]


def test_a_director_is_a_maker_and_a_credit() -> None:
    facts = facts_of("director: Ida Rusk")
    assert [(fact.path, fact.value, fact.more["role"]) for fact in facts] == [
        ("credit", "Ida Rusk", "director"),
        ("work.creator", "Ida Rusk", "director"),
    ]


def test_locators_name_the_key_as_written() -> None:
    (fact,) = facts_of("Reviewed-By:\n  name: Orla Venn")
    assert (fact.locator, fact.source) == ("front-matter: Reviewed-By.name", "front-matter")


def test_toml() -> None:
    source = """+++
title = "Cold Tap"
date = 2010-10-12T08:00:00Z
draft = false
rating = 4.50

[taxonomies]
tags = ["folk", "tape"]
authors = ["Orla Venn"]

[extra]
artist = "The Sparrows"
+++
"""
    assert [(fact.path, fact.value) for fact in facts_of_front_matter(source)] == [
        ("title", "Cold Tap"),
        ("published", "2010-10-12 08:00:00+00:00"),
        ("rating", "4.50"),
        ("tag", "folk"),
        ("tag", "tape"),
        ("author", "Orla Venn"),
        ("work.creator", "The Sparrows"),
    ]


def test_broken_toml_is_read_line_by_line() -> None:
    source = "+++\ntitle = Cold Tap\ndate = '2010-10-12'\n+++\n"
    assert [(fact.path, fact.value) for fact in facts_of_front_matter(source)] == [
        ("title", "Cold Tap"),
        ("published", "2010-10-12"),
    ]


def test_header_lines() -> None:
    source = "Title: Cold Tap: live\nDate: 2010-10-12 08:00\nTags: folk, tape\nSummary: One\n   and two\n"
    assert [(fact.path, fact.value) for fact in facts_of_front_matter(source)] == [
        ("title", "Cold Tap: live"),
        ("published", "2010-10-12 08:00"),
        ("tag", "folk"),
        ("tag", "tape"),
        ("description", "One and two"),
    ]


def test_players_and_what_they_do() -> None:
    source = "members:\n  - {name: Ida Moss, instrument: cello}\n  - {name: Bo Tarn, instrument: drums}"
    found = [(fact.value, fact.more["role"]) for fact in facts_of(source) if fact.path == "credit"]
    assert found == [("Ida Moss", "cello"), ("Bo Tarn", "drums")]


def test_the_role_beside_a_name_of_the_cast_is_a_character() -> None:
    source = "roles:\n  Cast:\n  - name: Bo Tarn\n    role: Captain Hode"
    assert [(fact.value, fact.more["role"]) for fact in facts_of(source) if fact.path == "credit"] == [
        ("Bo Tarn", "actor")
    ]


def test_an_author_with_a_title_made_the_page() -> None:
    assert not [fact for fact in facts_of("author:\n  name: Orla Venn\n  role: editor") if fact.path == "credit"]


@pytest.mark.parametrize(
    ("value", "path"), [("October 6, 2017", "work.released"), ("Cold Tap", "work.title"), ("27", "work.title")]
)
def test_a_release_is_a_record_or_a_day(value: str, path: str) -> None:
    assert pairs(f"release: {value}") == [(path, value)]


@pytest.mark.parametrize(
    ("source", "path", "value"),
    [
        ("work_title: Cold Tap", "work.title", "Cold Tap"),
        ("book_author: Ada Quist", "work.creator", "Ada Quist"),
        ("work_developer: Grey Heron Games", "work.creator", "Grey Heron Games"),
        ("game_publisher: Fernhill", "work.label", "Fernhill"),
        ("work_release_date: 19/10/2021", "work.released", "19/10/2021"),
        ("books:\n  - title: Nine Rooms\n    author: Ada Quist", "work.title", "Nine Rooms"),
        ("network: Kanal Nord", "work.label", "Kanal Nord"),
    ],
)
def test_keys_with_a_word_for_the_work(source: str, path: str, value: str) -> None:
    assert (path, value) in pairs(source)


def test_several_works_are_no_work() -> None:
    source = "books:\n  - title: Nine Rooms\n  - title: Furnace Rent"
    assert not [path for path, _ in pairs(source) if path.startswith("work.")]


@pytest.mark.parametrize("value", ["2018-saltfield", "the-long-jetty", "posts/saltfield.md"])
def test_an_address_is_no_title(value: str) -> None:
    assert ("work.title", value) not in pairs(f"movie: {value}")


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("title: Nine Rooms\nauthor: Ada Quist\npages: 288", "work.creator"),
        ("title: Nine Rooms\nauthor: Ada Quist\npublishYear: 2014", "work.creator"),
        ("title: Nine Rooms\nauthor: Ada Quist", "author"),
        ("title: Nine Rooms\nauthor: Orla Venn\npages: 288\nbookauthor: Ada Quist", "author"),
        ("title: Nine Rooms, by Ada Quist\nauthor: Orla Venn\npages: 288", "author"),
        ("title: On silence\nbook_title: Nine Rooms\nauthor: Ada Quist", "work.creator"),
        ("title: On silence\nbook_title: Nine Rooms\nbook_author: Ada Quist\nauthor: Orla Venn", "work.creator"),
        ("title: Nine Rooms\nauthor: Ada Quist\ndateBookPublished: 2014\nisbn13: 9780000000000", "work.creator"),
    ],
)
def test_whose_author_it_is(source: str, path: str) -> None:
    authors = [(fact.path, fact.value) for fact in facts_of(source) if fact.path in ("author", "work.creator")]
    assert authors[0][0] == path


@pytest.mark.parametrize(
    ("source", "path", "value"),
    [
        ("reviewInfo:\n  rating: 97", "rating", "97"),
        ("review_details:\n  score: 8", "rating", "8"),
        ("subjectInfo:\n  about:\n    name: Saltfield\n    director: Bo Tarn", "work.title", "Saltfield"),
        ("subjectInfo:\n  about:\n    name: Saltfield\n    director: Bo Tarn", "credit", "Bo Tarn"),
        ("subjectInfo:\n  type: Movie", "work.type", "Movie"),
        ("aboutBook:\n  author: ADA QUIST", "work.creator", "ADA QUIST"),
        ("score:\n  given: 22\n  possible: 30\n  fraction: 0.73", "rating", "22"),
        ("name: The Long Jetty\nrating: 4", "title", "The Long Jetty"),
        ('authors: "[[Ada Quist]]"', "work.creator", "Ada Quist"),
        ("authors: [[Ada Quist]]", "work.creator", "Ada Quist"),
        ("director:\n  - '[[people/tarn|Bo Tarn]]'", "credit", "Bo Tarn"),
        ("layout: ../layouts/BookLayout.astro\ntitle: The Tin Harbour\nauthor: Ada Quist", "work.creator", "Ada Quist"),
        ("type: book\ntitle: The Tin Harbour\nauthor: Ada Quist", "work.creator", "Ada Quist"),
        ("published: 1977-01-01\ncreated: 2025-10-02", "work.released", "1977-01-01"),
        ("title: The Tin Harbour\nauthor: Ada Quist\npages: 90\npublished: 1977", "work.released", "1977"),
        ("title: Tin\nisbn: 1\ndate: 2020-02-01\npublished: 1977-03-01", "work.released", "1977-03-01"),
        ("author:\n  first: Ida\n  last: Moss", "author", "Ida Moss"),
        ("reviewer:\n  given-name: Ida\n  surname: Moss", "author", "Ida Moss"),
    ],
)
def test_what_keys_around_and_beside_a_key_make_of_it(source: str, path: str, value: str) -> None:
    assert (path, value) in pairs(source)


def test_a_share_of_the_mark_is_no_mark_of_its_own() -> None:
    marks = [
        (fact.value, fact.more.get("best")) for fact in facts_of("score:\n  given: 22\n  possible: 30\n  fraction: 0.7")
    ]
    assert [mark for mark in marks if mark[0] in ("22", "0.7")] == [("22", "30")]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("title: Cold Tap\nname: my-first-post", "title"),
        ("name: cold-tap-by-the-sparrows", "title"),
        ("siteInfo:\n  title: The Lantern Room", "title"),
        ("published: 2025-10-02\ncreated: 2025-09-30", "work.released"),
        ("isbn: 1\npublished: 2025-10-02", "work.released"),
        ("author:\n  first: Ida", "author"),
        ("type: book\ntitle: Ada Quist, and what she left us\nauthor: Orla Venn", "work.creator"),
    ],
)
def test_what_they_do_not_make_of_it(source: str, path: str) -> None:
    assert [value for found, value in pairs(source) if found == path and value != "Cold Tap"] == []


@pytest.mark.parametrize(
    ("source", "path", "value"),
    [
        ("title: Nine Rooms\ndateBookPublished: 2007-03-27", "work.released", "2007-03-27"),
        ("title: Nine Rooms\ndateReviewed: 2017-12-18", "published", "2017-12-18"),
        ("title: Nine Rooms\nlast_edited_date: 2017-12-18", "updated", "2017-12-18"),
        ('title: "Review: _Cold Tap_ &mdash; again[^1]"', "title", "Review: Cold Tap — again"),
        ("title: The **long** <em>Jetty</em>", "title", "The long Jetty"),
        ("title: snake_case and 2 * 3 * 4", "title", "snake_case and 2 * 3 * 4"),
    ],
)
def test_days_and_titles(source: str, path: str, value: str) -> None:
    assert (path, value) in pairs(source)


def test_the_day_of_publication_comes_before_the_one_on_which_the_file_was_made() -> None:
    days = [value for path, value in pairs("created_at: 2020-07-05\npublished_at: 2020-07-06") if path == "published"]
    assert days == ["2020-07-06", "2020-07-05"]


@pytest.mark.parametrize(
    "sender",
    ["moss@harbour.example (Ida Moss)", "Ida Moss <moss@harbour.example>", '"Ida Moss" <moss@harbour.example>'],
)
def test_the_head_of_a_posting(sender: str) -> None:
    text = f"From: {sender}\nNewsgroups: rec.harbour\nSubject: REVIEW: Cold Tap\nDate: 24 Jun 1993\n\nIt drips."
    front, rest = split_front_matter(text)
    assert rest.strip() == "It drips."
    assert [(fact.path, fact.value) for fact in facts_of_front_matter(front)] == [
        ("author", "Ida Moss"),
        ("title", "REVIEW: Cold Tap"),
        ("published", "24 Jun 1993"),
    ]


def test_a_posting_without_a_name_has_no_author() -> None:
    facts = facts_of_front_matter("From: moss@harbour.example\nSubject: Cold Tap\n")
    assert [(fact.path, fact.value) for fact in facts] == [("title", "Cold Tap")]
