"""JSON-LD: shapes that real templates write, and the lies they tell."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from reviewparse.document import Fact
from reviewparse.metadata import facts_of_tree
from reviewparse.metadata.jsonld import decode

URL = "https://example.org/2010/10/cold-tap/"


def facts_of(*blocks: object, head: str = "", url: str | None = URL) -> list[Fact]:
    sources = [block if isinstance(block, str) else json.dumps(block) for block in blocks]
    scripts = "".join(f'<script type="application/ld+json">{source}</script>' for source in sources)
    root = etree.fromstring(f"<html><head>{head}{scripts}</head><body><p>x</p></body></html>", etree.HTMLParser())
    return [fact for fact in facts_of_tree(root, url)[0] if fact.source == "json-ld"]


def values(facts: list[Fact], path: str) -> list[str]:
    return [fact.value for fact in facts if fact.path == path]


def only(facts: list[Fact], path: str) -> Fact:
    (fact,) = [fact for fact in facts if fact.path == path]
    return fact


REVIEW = {
    "@context": "https://schema.org",
    "@type": "Review",
    "name": "Cold Tap review",
    "author": {"@type": "Person", "name": "Orla Venn"},
    "datePublished": "2010-10-12T08:00:00+02:00",
    "itemReviewed": {
        "@type": "MusicAlbum",
        "name": "Cold Tap",
        "byArtist": {"@type": "MusicGroup", "name": "The Sparrows"},
    },
    "reviewRating": {"@type": "Rating", "ratingValue": 3.5, "bestRating": "5", "worstRating": 1},
}


def test_a_review_of_its_own_states_rating_author_date_and_work() -> None:
    facts = facts_of(REVIEW)
    rating = only(facts, "rating")
    assert rating.value == "3.5"
    assert rating.more == {
        "best": "5",
        "worst": "1",
        "subject": "Cold Tap",
        "type": "MusicAlbum",
        "rater": "Orla Venn",
        "of": "Review",
    }
    assert rating.locator == "json-ld: Review.reviewRating.ratingValue"
    assert only(facts, "author").more["type"] == "person"
    assert only(facts, "published").value == "2010-10-12T08:00:00+02:00"
    assert only(facts, "work.title").value == "Cold Tap"
    assert only(facts, "work.creator").value == "The Sparrows"
    assert only(facts, "work.creator").more["role"] == "artist"


@pytest.mark.parametrize(
    ("rating", "value"),
    [
        (4, "4"),
        (4.50, "4.5"),
        ("8,5", "8,5"),
        ("4/5", "4/5"),
        ({"@type": "Rating", "ratingValue": ["7"]}, "7"),
        ([{"@type": "Rating", "ratingValue": 7}], "7"),
        ({"@type": "Rating", "ratingValue": {"@value": "6.2"}}, "6.2"),
        ({"@type": "http://schema.org/Rating", "http://schema.org/ratingValue": "9"}, "9"),
        ({"@type": "Rating", "ratingvalue": "4&frac12;"}, "4½"),
        ({"@type": "Rating", "ratingValue": "B+"}, "B+"),
    ],
)
def test_a_mark_is_stated_as_written(rating: object, value: str) -> None:
    assert values(facts_of({**REVIEW, "reviewRating": rating}), "rating") == [value]


@pytest.mark.parametrize(
    "rating", [None, "", [], {}, True, {"@type": "Rating"}, {"@type": "Rating", "ratingValue": None}, [None, {}]]
)
def test_no_mark_states_nothing(rating: object) -> None:
    assert values(facts_of({**REVIEW, "reviewRating": rating}), "rating") == []


def test_a_number_keeps_the_digits_it_was_printed_with() -> None:
    assert values(facts_of(json.dumps(REVIEW).replace("3.5", "3.50")), "rating") == ["3.50"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "9" * 5000, "1e999"])
def test_a_number_that_is_none_leaves_the_rest_of_the_block(number: str) -> None:
    facts = facts_of(json.dumps(REVIEW).replace("3.5", number))
    assert values(facts, "author") == ["Orla Venn"]
    assert all(len(value) <= 1000 for value in values(facts, "rating"))


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Orla Venn", ["Orla Venn"]),
        (["Orla Venn", "Ned Foyle"], ["Orla Venn", "Ned Foyle"]),
        ({"name": ["Orla Venn"]}, ["Orla Venn"]),
        (
            [{"@type": "Person", "name": "Orla Venn"}, {"@type": "Person", "name": "Ned Foyle"}],
            ["Orla Venn", "Ned Foyle"],
        ),
        ([["Orla Venn"], None, ""], ["Orla Venn"]),
        ({"@type": "Person", "givenName": "Orla", "familyName": "Venn"}, ["Orla Venn"]),
        ({"@type": "Person", "name": "Orla O&#8217;Venn"}, ["Orla O’Venn"]),
        ({"@type": "Person", "name": "Orla O&amp;#8217;Venn"}, ["Orla O’Venn"]),
        ({"@list": [{"name": "Orla Venn"}, {"name": "Ned Foyle"}]}, ["Orla Venn", "Ned Foyle"]),
        ("https://example.org/people/orla", []),
        ({"@type": "Person", "url": "https://example.org/people/orla"}, []),
        ({"@type": "Person", "name": None}, []),
        ({"@type": "Person", "name": {"first": "Orla"}}, []),
    ],
)
def test_authors_in_every_shape(author: object, names: list[str]) -> None:
    assert values(facts_of({**REVIEW, "author": author}), "author") == names


def test_creator_stands_in_for_a_missing_author() -> None:
    article = {"@type": "NewsArticle", "headline": "Cold Tap", "creator": ["Orla Venn"]}
    assert only(facts_of(article), "author").locator == "json-ld: NewsArticle.creator.name"


GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "Article",
            "@id": URL + "#article",
            "isPartOf": {"@id": URL},
            "author": {"name": "Orla Venn", "@id": "https://example.org/#/schema/person/1"},
            "headline": "The Sparrows &#8211; Cold Tap",
            "datePublished": "2010-10-12T06:00:00+00:00",
            "dateModified": "2011-01-02T06:00:00+00:00",
            "publisher": {"@id": "https://example.org/#organization"},
            "articleSection": ["Reviews", "Folk"],
            "keywords": ["live", "tape"],
            "inLanguage": "en-GB",
        },
        {"@type": "WebPage", "@id": URL, "name": "The Sparrows - Cold Tap | Tapewire", "datePublished": "2010-10-12"},
        {"@type": "WebSite", "@id": "https://example.org/#website", "name": "Tapewire"},
        {"@type": "Organization", "@id": "https://example.org/#organization", "name": "Tapewire"},
        {"@type": ["Person"], "@id": "https://example.org/#/schema/person/1", "name": "Orla Venn"},
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "item": {"@id": "https://example.org/", "name": "Home"}},
                {"@type": "ListItem", "position": 2, "name": "Reviews"},
            ],
        },
    ],
}


def test_a_graph_states_its_article_page_and_site() -> None:
    facts = facts_of(GRAPH)
    assert values(facts, "title") == ["The Sparrows – Cold Tap"]
    assert values(facts, "author") == ["Orla Venn"]
    assert values(facts, "published") == ["2010-10-12T06:00:00+00:00"]
    assert values(facts, "updated") == ["2011-01-02T06:00:00+00:00"]
    assert values(facts, "publisher") == ["Tapewire"]
    assert values(facts, "category") == ["Reviews", "Folk"]
    assert values(facts, "tag") == ["live", "tape"]
    assert values(facts, "site_name") == ["Tapewire"]
    assert values(facts, "breadcrumb") == ["Home", "Reviews"]
    assert values(facts, "rating") == []


def test_a_page_object_speaks_where_there_is_no_article() -> None:
    page = {"@type": ["WebPage", "FAQPage"], "name": "Cold Tap", "datePublished": "2010-10-12"}
    facts = facts_of(page)
    assert values(facts, "title") == ["Cold Tap"]
    assert only(facts, "published").more["of"] == "WebPage"


def test_references_are_followed_to_another_block_and_into_other_objects() -> None:
    person = {"@type": "Person", "@id": "#orla", "name": "Orla Venn"}
    assert values(facts_of(person, {**REVIEW, "author": {"@id": "#orla"}}), "author") == ["Orla Venn"]
    page = {"@type": "WebPage", "about": {"@type": "Thing", "mentions": person}}
    assert values(facts_of(page, {**REVIEW, "author": [{"@id": "#orla"}]}), "author") == ["Orla Venn"]


def test_circular_references_end() -> None:
    graph = [
        {"@type": "Review", "@id": "#a", "author": {"@id": "#a"}, "itemReviewed": {"@id": "#b"}},
        {"@type": "MusicAlbum", "@id": "#b", "name": "Cold Tap", "review": {"@id": "#a"}, "byArtist": {"@id": "#b"}},
        {"@id": "#c", "@type": "@id"},
        {"@id": "#d"},
    ]
    assert "Cold Tap" in values(facts_of({"@graph": graph}), "work.title")


def test_an_organisation_is_told_from_a_person_and_the_publisher_as_author_is_marked() -> None:
    publisher = {"@type": "Organization", "name": "Tapewire"}
    facts = facts_of({**REVIEW, "author": publisher, "publisher": publisher})
    assert only(facts, "author").more["type"] == "organisation"
    assert only(facts, "author").more["site"] == "same"
    facts = facts_of({**REVIEW, "author": "Tapewire"}, head='<meta property="og:site_name" content="Tapewire">')
    assert only(facts, "author").more["site"] == "same"


def reader(name: str, mark: int, **more: object) -> dict[str, object]:
    rating = {"@type": "Rating", "ratingValue": mark}
    return {"@type": "Review", "author": {"@type": "Person", "name": name}, "reviewRating": rating, **more}


@pytest.mark.parametrize("parent", ["Recipe", "Product", "Movie", "LocalBusiness", "Organization"])
def test_reviews_by_several_people_nested_in_a_thing_are_those_of_readers(parent: str) -> None:
    thing = {"@type": parent, "name": "Cold Tap", "review": [reader("ann1", 5), reader("bo_2", 2)]}
    facts = facts_of(thing)
    assert values(facts, "rating") == []
    assert values(facts, "author") == []


def test_a_lone_reader_is_no_critic_where_readers_vote_or_the_thing_is_for_sale() -> None:
    aggregate = {"@type": "AggregateRating", "ratingValue": 4.6, "ratingCount": "7"}
    product = {"@type": "Product", "name": "Kettle", "review": reader("ann1", 5)}
    assert values(facts_of(product), "rating") == ["5"]
    facts = facts_of({**product, "aggregateRating": aggregate})
    assert values(facts, "rating") == []
    assert values(facts, "reader_rating") == ["5"]
    assert only(facts, "aggregate_rating").more["count"] == "7"
    assert values(facts_of({**product, "offers": {"@type": "Offer", "price": 9}}), "rating") == []
    assert values(facts_of({**product, "@type": "Recipe"}), "rating") == []


def test_readers_votes_on_a_work_do_not_silence_its_critic() -> None:
    votes = {"@type": "AggregateRating", "ratingValue": 4.6}
    album = {"@type": "MusicAlbum", "name": "Cold Tap", "aggregateRating": votes}
    site = '<meta property="og:site_name" content="Tapewire">'
    assert values(facts_of(REVIEW, album, head=site), "rating") == ["3.5"]
    article = {"@type": "Article", "headline": "Cold Tap", "author": "Ned Foyle"}
    assert values(facts_of(reader("ann1", 5), album, article), "rating") == []


def test_the_page_s_author_is_known_among_readers() -> None:
    product = {
        "@type": "Product",
        "name": "Kettle",
        "offers": {},
        "review": [reader("ann1", 5), reader("Orla Venn", 2)],
    }
    article = {"@type": "Article", "headline": "Kettle", "author": "Orla Venn"}
    assert values(facts_of(product, article), "rating") == ["2"]
    assert values(facts_of(product, head='<meta name="author" content="orla venn">'), "rating") == ["2"]


def test_a_cook_s_own_five_stars_in_the_comments_are_no_verdict() -> None:
    recipe = {"@type": "Recipe", "name": "Soup", "author": "Orla Venn", "review": [reader("Orla Venn", 5)]}
    assert values(facts_of(recipe, head='<meta name="author" content="Orla Venn">'), "rating") == []


def test_customers_of_the_site_itself_are_no_critics() -> None:
    praise = reader("ann1", 5, itemReviewed={"@type": "Thing", "name": "Tapewire"})
    assert values(facts_of(praise, head='<meta property="og:site_name" content="Tapewire">'), "rating") == []


def test_top_level_reviews_by_different_people_are_not_the_page_s() -> None:
    assert values(facts_of([reader("ann1", 5), reader("bo_2", 2)]), "rating") == []


def test_one_critic_s_reviews_of_several_works_are_a_round_up() -> None:
    both = [reader("Orla Venn", mark, itemReviewed={"@type": "Movie", "name": f"Film {mark}"}) for mark in (5, 2)]
    facts = facts_of({"@graph": both})
    assert [(fact.value, fact.more["subject"]) for fact in facts if fact.path == "rating"] == [
        ("5", "Film 5"),
        ("2", "Film 2"),
    ]


@pytest.mark.parametrize("kind", ["UserReview", "EmployerReview", "ClaimReview", "MediaReview"])
def test_reviews_of_other_kinds_rate_nothing(kind: str) -> None:
    assert values(facts_of({**REVIEW, "@type": kind}), "rating") == []


@pytest.mark.parametrize("kind", ["AggregateRating", "EmployerAggregateRating"])
def test_an_aggregate_is_no_rating_wherever_it_stands(kind: str) -> None:
    aggregate = {"@type": kind, "ratingValue": "4.2", "reviewCount": 90}
    album = {"@type": "MusicAlbum", "name": "Cold Tap", "aggregateRating": aggregate}
    assert values(facts_of(album), "rating") == []
    assert values(facts_of({**REVIEW, "reviewRating": aggregate}), "rating") == []
    assert values(facts_of({**REVIEW, "reviewRating": aggregate, "author": "x"}, album), "rating") == []


def test_types_in_a_list_and_by_address() -> None:
    for kind in (["Review", "Article"], ["NewsArticle", "Review"], "http://schema.org/CriticReview", "schema:Review"):
        facts = facts_of({**REVIEW, "@type": kind, "headline": "Cold Tap"})
        assert values(facts, "rating") == ["3.5"], kind
        assert values(facts, "author") == ["Orla Venn"], kind


def test_an_article_with_a_mark_is_a_review() -> None:
    facts = facts_of({**REVIEW, "@type": "BlogPosting"})
    assert values(facts, "rating") == ["3.5"]
    assert values(facts, "author") == ["Orla Venn"]


def test_aspects_are_labelled() -> None:
    marks = [
        {"@type": "Rating", "ratingValue": n, "reviewAspect": aspect} for n, aspect in ((4, "Sound"), (2, "Story"))
    ]
    facts = facts_of({**REVIEW, "reviewRating": marks})
    assert [(fact.value, fact.more["label"]) for fact in facts if fact.path == "rating"] == [
        ("4", "Sound"),
        ("2", "Story"),
    ]


ALBUM = {
    "@type": "MusicAlbum",
    "name": "Cold Tap",
    "byArtist": [{"@type": "MusicGroup", "name": "The Sparrows"}],
    "recordLabel": {"@type": "Organization", "name": "Milk Crate"},
    "datePublished": "2009",
    "albumRelease": {"@type": "MusicRelease", "catalogNumber": "MC 14"},
    "producer": "Ned Foyle",
    "genre": ["Folk", "Noise"],
    "track": {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "item": {"@type": "MusicRecording", "name": "Bellmouth", "duration": "PT3M45S"},
            },
            {"@type": "ListItem", "position": 2, "item": {"name": "Drain", "byArtist": {"name": "Ned Foyle"}}},
        ],
    },
}


def test_an_album_states_label_release_tracks_and_credits() -> None:
    facts = facts_of({**REVIEW, "itemReviewed": ALBUM})
    assert values(facts, "work.label") == ["Milk Crate"]
    assert values(facts, "work.released") == ["2009"]
    assert values(facts, "work.catalogue") == ["MC 14"]
    assert values(facts, "work.genre") == ["Folk", "Noise"]
    assert only(facts, "credit").value == "Ned Foyle"
    assert only(facts, "credit").more["role"] == "producer"
    tracks = [(fact.value, dict(fact.more)) for fact in facts if fact.path == "track"]
    assert tracks == [
        ("Bellmouth", {"position": "1", "duration": "PT3M45S"}),
        ("Drain", {"position": "2", "artist": "Ned Foyle"}),
    ]


def test_tracks_in_a_plain_list() -> None:
    tracks = [{"@type": "MusicRecording", "name": "Bellmouth"}, "Drain"]
    assert values(facts_of({**ALBUM, "track": tracks}), "track") == ["Bellmouth", "Drain"]
    assert values(facts_of({**ALBUM, "track": "Bellmouth"}), "track") == ["Bellmouth"]


def test_a_film_credits_its_makers() -> None:
    film = {
        "@type": "Movie",
        "name": "Wet Floor",
        "director": {"name": "Ida Rusk"},
        "actor": ["Pim Olde", {"name": "Jo Tarn"}],
    }
    facts = facts_of({**REVIEW, "itemReviewed": film})
    credits_ = [(fact.more["role"], fact.value) for fact in facts if fact.path == "credit"]
    assert credits_ == [("director", "Ida Rusk"), ("actor", "Pim Olde"), ("actor", "Jo Tarn")]
    assert only(facts, "work.creator").value == "Ida Rusk"


def test_the_subject_of_an_article_is_a_work_only_when_it_says_so() -> None:
    article = {"@type": "Article", "headline": "Cold Tap", "about": [{"@type": "Thing", "name": "Water"}, ALBUM]}
    assert values(facts_of(article), "work.title") == ["Cold Tap"]


def test_other_articles_on_the_page_do_not_speak_for_it() -> None:
    own = {"@type": "BlogPosting", "headline": "Cold Tap", "url": URL, "author": "Orla Venn"}
    others = [
        {"@type": "BlogPosting", "headline": f"Other {n}", "url": f"{URL}{n}", "author": "Ned Foyle"} for n in range(3)
    ]
    assert values(facts_of([*others, own]), "author") == ["Orla Venn"]
    assert values(facts_of(others), "author") == []
    titled = {**own, "url": "", "headline": "Cold Tap"}
    assert values(facts_of([*others, titled], head="<title>Cold Tap | Tapewire</title>"), "author") == ["Orla Venn"]
    assert values(facts_of({"@type": "ItemList", "itemListElement": others}), "author") == []


def test_tags_and_markup_in_values_are_not_text() -> None:
    facts = facts_of({"@type": "Article", "headline": "Review: <i>Cold\n Tap</i>", "keywords": "folk, tape ,"})
    assert values(facts, "title") == ["Review: Cold Tap"]
    assert values(facts, "tag") == ["folk", "tape"]


@pytest.mark.parametrize(
    "source",
    [
        '{"@type": "Review", "author": "Orla\nVenn", "x": "a\tb"}',
        '{"@type": "Review", "author": "Orla Venn",}',
        '{"@type": "Review", "author": "Orla Venn"};',
        '{"@type": "Review", "author": "Orla Venn"}}',
        '/*<![CDATA[*/ {"@type": "Review", "author": "Orla Venn"} /*]]>*/',
        '<![CDATA[ {"@type": "Review", "author": "Orla Venn"} ]]>',
        '//<![CDATA[\n{"@type": "Review", "author": "Orla Venn"}\n//]]>',
        '<!-- {"@type": "Review", "author": "Orla Venn"} -->',
        '{"@type": "Review", // the kind\n "author": "Orla Venn" /* who */}',
        '{"@type": "Review", "author": "Orla Venn"} {"@type": "WebSite", "name": "Tapewire"}',
        '[{"@type": "Review", "author": "Orla Venn",}, ]',
        '\ufeff{"@type": "Review", "author": "Orla Venn"}',
        '{"@type": "Review", "url": "http://example.org/a//b", "author": "Orla Venn",}',
    ],
)
def test_broken_blocks_are_mended(source: str) -> None:
    assert [" ".join(name.split()) for name in values(facts_of(source), "author")] == ["Orla Venn"]


@pytest.mark.parametrize(
    "source", ["{'@type': 'Review'}", '{"a" "b"}', "hello", '{"@type": "Review", "name": "a "b" c"}', "}{"]
)
def test_what_cannot_be_mended_is_told_and_hides_no_other_block(source: str) -> None:
    good = f'<script type="Application/LD+JSON; charset=utf-8">{json.dumps(REVIEW)}</script>'
    scripts = f'<script type="application/ld+json">{source}</script>{good}'
    facts, warnings = facts_of_tree(etree.fromstring(f"<html>{scripts}</html>", etree.HTMLParser()), None)
    assert warnings == ["bad_jsonld"]
    assert "Orla Venn" in [fact.value for fact in facts if fact.path == "author"]


@pytest.mark.parametrize("source", ["", "  \n", "null", "[]", "{}", '"text"', "0"])
def test_empty_blocks_are_no_fault(source: str) -> None:
    assert decode(source)[1] == ""
    assert facts_of(source) == []


def test_a_review_of_a_thing_for_sale_called_like_the_page_is_the_page_s() -> None:
    mean = {"@type": "AggregateRating", "ratingValue": 3.9, "reviewCount": 31}
    review = {
        "@type": "Review",
        "name": "Cold Tap in the test",
        "author": "Orla Venn",
        "reviewRating": {"ratingValue": 4},
    }
    product = {"@type": "Product", "name": "Cold Tap", "aggregateRating": mean}
    head = "<title>Cold Tap in the test | Gearhead</title>"
    assert values(facts_of({**product, "review": review}, head=head), "rating") == ["4"]
    assert values(facts_of({**product, "review": {**review, "name": "Cold Tap"}}, head=head), "rating") == []
    assert values(facts_of({**product, "review": {**review, "name": "Great tap"}}, head=head), "rating") == []
