"""``<title>``, ``<meta>``, ``<link>``, ``<html lang>`` and the address."""

from __future__ import annotations

import pytest
from lxml import etree

from reviewparse.document import Fact
from reviewparse.metadata import facts_of_tree


def facts_of(head: str, url: str | None = None, lang: str = "") -> list[Fact]:
    root = etree.fromstring(f"<html{lang}><head>{head}</head><body><p>x</p></body></html>", etree.HTMLParser())
    return facts_of_tree(root, url)[0]


@pytest.mark.parametrize(
    ("head", "path", "value", "source"),
    [
        ("<title>Cold\n Tap &amp; more | Tapewire</title>", "title", "Cold Tap & more | Tapewire", "title-tag"),
        ('<meta property="og:title" content="Cold Tap">', "title", "Cold Tap", "opengraph"),
        ('<meta name="og:title" content="Cold Tap">', "title", "Cold Tap", "opengraph"),
        ('<meta name="twitter:title" content="Cold Tap">', "title", "Cold Tap", "twitter"),
        ('<meta name="DC.Title" content="Cold Tap">', "title", "Cold Tap", "dublin-core"),
        ('<meta itemprop="headline" content="Cold Tap">', "title", "Cold Tap", "meta"),
        ('<meta itemprop="name" content="Cold Tap">', "title", "Cold Tap", "meta"),
        ('<meta name="Author" content="Orla Venn">', "author", "Orla Venn", "meta"),
        ('<meta name="parsely-author" content="Orla Venn">', "author", "Orla Venn", "parsely"),
        ('<meta name="sailthru.author" content="Orla Venn">', "author", "Orla Venn", "sailthru"),
        ('<meta name="dcterms.creator" content="Orla Venn">', "author", "Orla Venn", "dublin-core"),
        ('<meta property="article:author" content="Orla Venn">', "author", "Orla Venn", "opengraph"),
        ('<meta property="article:published_time" content="2010-10-12">', "published", "2010-10-12", "opengraph"),
        ('<meta name="pubdate" content="20101012">', "published", "20101012", "meta"),
        ('<meta property="article:modified_time" content="2011-01-02">', "updated", "2011-01-02", "opengraph"),
        ('<meta http-equiv="Last-Modified" content="2011-01-02">', "updated", "2011-01-02", "meta"),
        ('<meta property="article:section" content="Reviews">', "category", "Reviews", "opengraph"),
        ('<meta property="og:type" content="article">', "kind", "article", "opengraph"),
        ('<meta property="og:site_name" content="Tapewire">', "site_name", "Tapewire", "opengraph"),
        ('<meta property="og:locale" content="en_GB">', "lang", "en_GB", "opengraph"),
        ('<meta http-equiv="content-language" content="de">', "lang", "de", "meta"),
        ('<link rel="canonical" href="https://example.org/cold-tap">', "url", "https://example.org/cold-tap", "link"),
        ('<meta property="book:isbn" content="9780000000002">', "work.catalogue", "9780000000002", "opengraph"),
    ],
)
def test_what_a_head_states(head: str, path: str, value: str, source: str) -> None:
    assert [(fact.path, fact.value, fact.source) for fact in facts_of(head)] == [(path, value, source)]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="rating" content="general">',
        '<meta name="RATING" content="RTA-5042-1996-1400-1577-RTA">',
        '<meta property="og:rating" content="4">',
        '<meta property="article:author" content="https://social.example/orla">',
        '<meta name="twitter:creator" content="@orla">',
        '<meta name="author" content="@orla">',
        '<meta name="author" content="">',
        '<meta name="author">',
        '<meta name="name" content="Orla Venn">',
        '<meta content="Orla Venn">',
        "<title> </title>",
        '<link rel="alternate" href="https://example.org/feed">',
        '<link rel="canonical">',
    ],
)
def test_what_states_nothing(head: str) -> None:
    assert facts_of(head) == []


def test_tags_come_one_by_one() -> None:
    facts = facts_of('<meta name="keywords" content="folk, tape ,,live"><meta property="article:tag" content="noise">')
    assert [fact.value for fact in facts if fact.path == "tag"] == ["folk", "tape", "live", "noise"]


def test_a_labelled_pair_keeps_its_label_for_those_who_know_the_language() -> None:
    head = '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Orla Venn">'
    (fact,) = facts_of(head)
    assert (fact.path, fact.value, fact.more) == ("labelled", "Orla Venn", {"label": "Verfasst von"})


def test_a_drawing_s_title_and_an_object_s_properties_are_not_the_page_s() -> None:
    body = """<svg><title>Search</title></svg><div itemscope itemtype="https://schema.org/Thing">
      <meta itemprop="name" content="x"><meta itemprop="datePublished" content="2001-01-01"></div>"""
    root = etree.fromstring(f"<html><head><title>Cold Tap</title></head><body>{body}</body></html>", etree.HTMLParser())
    assert [(fact.path, fact.value) for fact in facts_of_tree(root, None)[0]] == [("title", "Cold Tap")]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2010/10/12/cold-tap/", "2010-10-12"),
        ("https://example.org/2010/10/cold-tap.html", "2010-10"),
        ("https://example.org/reviews/2010-10-12-cold-tap", "2010-10-12"),
        ("https://example.org/2010/13/x", ""),
        ("https://example.org/12345/2010", ""),
        ("https://[broken", ""),
    ],
)
def test_the_day_an_address_is_filed_under(url: str, day: str) -> None:
    facts = facts_of("", url)
    assert [fact.value for fact in facts if fact.path == "url"] == [url]
    assert [fact.value for fact in facts if fact.path == "url_date"] == ([day] if day else [])


@pytest.mark.parametrize("attribute", [' lang="de-AT"', ' xml:lang="de-AT"'])
def test_the_language_of_the_page(attribute: str) -> None:
    assert [(fact.path, fact.value) for fact in facts_of("", lang=attribute)] == [("lang", "de-AT")]
