"""Microdata, RDFa and microformats: objects in attributes, in the shapes of real templates."""

from __future__ import annotations

import pytest
from lxml import etree

from reviewparse.document import Fact
from reviewparse.metadata import facts_of_tree


def facts_of(body: str, source: str, head: str = "") -> list[Fact]:
    root = etree.fromstring(f"<html><head>{head}</head><body>{body}</body></html>", etree.HTMLParser())
    return [fact for fact in facts_of_tree(root, None)[0] if fact.source == source]


def values(facts: list[Fact], path: str) -> list[str]:
    return [fact.value for fact in facts if fact.path == path]


def only(facts: list[Fact], path: str) -> Fact:
    (fact,) = [fact for fact in facts if fact.path == path]
    return fact


MICRODATA_REVIEW = """
<div itemscope itemtype="https://schema.org/Review">
  <h1 itemprop="name headline">Cold Tap</h1>
  <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/MusicAlbum">
    <span itemprop="name">Cold <b>Tap</b></span> by
    <span itemprop="byArtist" itemscope itemtype="http://schema.org/MusicGroup"><i itemprop="name">The
      Sparrows</i></span>
  </div>
  <p>By <span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/orla">
     <span itemprop="name">Orla Venn</span></a></span>, <time itemprop="datePublished" datetime="2010-10-12">12
      Oct</time></p>
  <div itemprop="reviewBody">Long text.</div>
  <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
    <meta itemprop="worstRating" content="1"><span itemprop="ratingValue">3.5</span>/<span
      itemprop="bestRating">5</span>
  </div>
</div>"""


def test_a_microdata_review() -> None:
    facts = facts_of(MICRODATA_REVIEW, "microdata")
    rating = only(facts, "rating")
    assert (rating.value, rating.more["best"], rating.more["worst"]) == ("3.5", "5", "1")
    assert rating.more["subject"] == "Cold Tap"
    assert only(facts, "author").value == "Orla Venn"
    assert only(facts, "published").value == "2010-10-12"
    assert only(facts, "work.creator").value == "The Sparrows"


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<span itemprop="reviewRating">4.5</span>', "4.5"),
        ('<span itemprop="reviewRating" content="4.5">four and a half</span>', "4.5"),
        ('<div itemprop="reviewRating" itemscope><b>4,5</b></div>', "4,5"),
        (
            '<div itemprop="reviewRating" itemscope itemtype="Rating"><meta itemprop="ratingValue" content="4"></div>',
            "4",
        ),
        ('<div itemprop="reviewRating" itemscope><data itemprop="ratingValue" value="9">nine</data></div>', "9"),
        ('<div itemprop="reviewRating" itemscope><meter itemprop="ratingValue" value="0.8">80 %</meter></div>', "0.8"),
        (
            '<div itemprop="reviewRating" itemscope><img itemprop="ratingValue" src="s.png" alt="4 of 5"></div>',
            "4 of 5",
        ),
        ('<div itemprop="reviewRating" itemscope><span itemprop="ratingValue"> 7 <!-- x --> </span></div>', "7"),
        ('<div itemprop="reviewRating" itemscope><span itemprop="ratingValue">★★★½</span></div>', "★★★½"),
    ],
)
def test_where_microdata_keeps_a_mark(markup: str, value: str) -> None:
    body = f'<div itemscope itemtype="http://schema.org/Review"><b itemprop="author">Orla Venn</b>{markup}</div>'
    assert values(facts_of(body, "microdata"), "rating") == [value]


def test_reviews_by_shop_customers_are_readers() -> None:
    customer = (
        '<li itemprop="review" itemscope itemtype="http://schema.org/Review"><span itemprop="author">{}</span>'
        '<span itemprop="reviewRating" itemscope><span itemprop="ratingValue">{}</span></span></li>'
    )
    body = f"""<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Kettle</h1>
      <ul>{customer.format("ann1", 5)}{customer.format("bo_2", 1)}</ul></div>"""
    facts = facts_of(body, "microdata")
    assert values(facts, "rating") == []
    assert values(facts, "reader_rating") == ["5", "1"]
    assert values(facts, "author") == []


def test_a_vote_widget_is_an_aggregate() -> None:
    body = """<div class="post-ratings" itemscope itemtype="http://schema.org/Article"><meta itemprop="headline"
      content="Cold Tap">
      <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating">
      <meta itemprop="bestRating" content="5"><meta itemprop="ratingValue" content="4.3"><meta itemprop="ratingCount"
      content="6">
      </div></div>"""
    facts = facts_of(body, "microdata")
    assert values(facts, "rating") == []
    assert only(facts, "aggregate_rating").more["count"] == "6"


def test_data_vocabulary_is_an_older_spelling() -> None:
    body = """<div itemscope itemtype="http://data-vocabulary.org/Review"><span itemprop="itemreviewed">Cold
      Tap</span>
      <span itemprop="reviewer">Orla Venn</span> <time itemprop="dtreviewed" datetime="2010-10-12">x</time>
      <span itemprop="rating" itemscope itemtype="http://data-vocabulary.org/Rating"><span itemprop="value">8</span>
      of
      <span itemprop="best">10</span></span></div>"""
    facts = facts_of(body, "microdata")
    assert only(facts, "rating").value == "8"
    assert only(facts, "rating").more["best"] == "10"
    assert only(facts, "rating").more["subject"] == "Cold Tap"
    assert values(facts, "author") == ["Orla Venn"]
    assert values(facts, "published") == ["2010-10-12"]


def test_a_blogger_post() -> None:
    body = """<div class="blog-posts hfeed"><div class="post hentry uncustomized-post-template" itemprop="blogPost"
      itemscope="itemscope" itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title"
      itemprop="name">Cold Tap</h3>
      <div class="post-footer"><span class="post-author vcard">by <span class="fn" itemprop="author"
      itemscope="itemscope"
      itemtype="http://schema.org/Person"><meta content="https://example.org/1" itemprop="url"><a class="g-profile"
      href="/1">
      <span itemprop="name">Orla Venn</span></a></span></span><span class="post-timestamp"><abbr class="published"
      itemprop="datePublished" title="2010-10-12T08:00:00+01:00">8:00 AM</abbr></span></div></div></div>"""
    for source in ("microdata", "hatom"):
        facts = facts_of(body, source)
        assert values(facts, "title") == ["Cold Tap"], source
        assert values(facts, "author") == ["Orla Venn"], source
        assert values(facts, "published") == ["2010-10-12T08:00:00+01:00"], source


def test_a_theme_s_creative_work_is_its_article() -> None:
    body = """<article itemscope itemtype="https://schema.org/CreativeWork"><h1 itemprop="headline">Cold Tap</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Orla
      Venn</span></span>
      <div itemprop="text">x</div></article>
      <section itemscope itemtype="https://schema.org/Comment" itemprop="comment"><p itemprop="author" itemscope
      itemtype="https://schema.org/Person"><span itemprop="name">ann1</span></p></section>"""
    assert values(facts_of(body, "microdata"), "author") == ["Orla Venn"]


def test_properties_elsewhere_are_found_by_reference() -> None:
    body = """<div itemscope itemtype="http://schema.org/Review" itemref="who mark"></div>
      <p id="who"><span itemprop="author">Orla Venn</span></p><p id="mark" itemprop="reviewRating">7</p>"""
    facts = facts_of(body, "microdata")
    assert values(facts, "author") == ["Orla Venn"]
    assert values(facts, "rating") == ["7"]


def test_a_reference_to_itself_ends() -> None:
    body = """<div id="a" itemscope itemtype="http://schema.org/Review" itemref="a b" itemprop="review">
      <i itemprop="author">Orla</i></div>"""
    assert values(facts_of(body, "microdata"), "author") == ["Orla"]


def test_rdfa_lite() -> None:
    body = """<div vocab="http://schema.org/" typeof="Review"><span property="author" typeof="Person"><span
      property="name">Orla
      Venn</span></span><div property="itemReviewed" typeof="Movie"><span property="name">Wet Floor</span></div>
      <span property="reviewRating" typeof="Rating"><span property="ratingValue">4</span><meta property="bestRating"
      content="5"></span>
      <meta property="datePublished" content="2010-10-12"></div>"""
    facts = facts_of(body, "rdfa")
    assert only(facts, "rating").value == "4"
    assert only(facts, "rating").more["subject"] == "Wet Floor"
    assert values(facts, "author") == ["Orla Venn"]
    assert values(facts, "published") == ["2010-10-12"]


def test_rdfa_with_prefixes_and_links() -> None:
    body = """<div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Review"><span property="v:itemreviewed">Cold
      Tap</span>
      <span property="v:reviewer">Orla Venn</span><span rel="v:rating"><span typeof="v:Rating"><span
      property="v:value">9</span>
      <span property="v:best">10</span></span></span></div>"""
    facts = facts_of(body, "rdfa")
    assert (only(facts, "rating").value, only(facts, "rating").more["best"]) == ("9", "10")


def test_a_drupal_node() -> None:
    body = """<div typeof="sioc:Item foaf:Document"><span property="dc:title" content="Cold Tap"></span>
      <span property="dc:date dc:created" content="2010-10-12T08:00:00+02:00" datatype="xsd:dateTime"
      rel="sioc:has_creator">by
      <span class="username" typeof="sioc:UserAccount" property="foaf:name" datatype="">Orla Venn</span> on
      Tuesday</span>
      <div typeof="sioc:Post sioct:Comment"><span property="dc:title">Nice</span></div></div>"""
    facts = facts_of(body, "rdfa", head="<title>Cold Tap | Tapewire</title>")
    assert values(facts, "title") == ["Cold Tap"]
    assert values(facts, "published") == ["2010-10-12T08:00:00+02:00"]
    assert values(facts, "author") == ["Orla Venn"]


HREVIEW = """<div class="hreview"><span class="item"><span class="fn">Cold Tap</span></span> by The Sparrows
  <span class="summary">A record for plumbers</span>
  reviewed by <span class="reviewer vcard"><a class="fn url" href="/orla">Orla Venn</a></span>
  on <abbr class="dtreviewed" title="2010-10-12">Oct 12</abbr>
  <span class="rating"><span class="value">4</span> of <span class="best">5</span></span></div>"""


def test_an_hreview() -> None:
    facts = facts_of(HREVIEW, "hreview")
    rating = only(facts, "rating")
    assert (rating.value, rating.more["best"], rating.more["subject"]) == ("4", "5", "Cold Tap")
    assert values(facts, "author") == ["Orla Venn"]
    assert values(facts, "published") == ["2010-10-12"]
    assert values(facts, "work.title") == ["Cold Tap"]


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<span class="rating">4.5</span>', "4.5"),
        ('<abbr class="rating" title="4.5">★★★★½</abbr>', "4.5"),
        ('<span class="rating"><span class="value-title" title="4.5"></span>★★★★½</span>', "4.5"),
        ('<img class="rating" src="4.gif" alt="4 stars">', "4 stars"),
        ('<span class="rating">★★★★☆</span>', "★★★★☆"),
    ],
)
def test_where_an_hreview_keeps_its_mark(markup: str, value: str) -> None:
    body = f'<div class="post hreview"><b class="item fn">Cold Tap</b>{markup}</div>'
    facts = facts_of(body, "hreview")
    assert values(facts, "rating") == [value]
    assert values(facts, "work.title") == ["Cold Tap"]


def test_an_hreview_aggregate_is_no_rating() -> None:
    body = """<div class="hreview-aggregate"><span class="item"><span class="fn">Cold Tap</span></span>
      <span class="rating"><span class="average">4.4</span></span> <span class="votes">12</span></div>"""
    facts = facts_of(body, "hreview")
    assert values(facts, "rating") == []
    assert values(facts, "aggregate_rating") == ["4.4"]


HENTRY = """<article id="post-1" class="post-1 post hentry"><div class="item"><h1 class="entry-title">Cold
      Tap</h1></div>
  <span class="byline">by <span class="author vcard"><a class="url fn n" href="/orla">Orla Venn</a></span></span>
  <time class="entry-date published" datetime="2010-10-12T08:00:00+00:00">October 12</time>
  <time class="updated" datetime="2011-01-02T08:00:00+00:00">January 2</time>
  <div class="entry-content"><p>x</p><span class="rating">7</span></div>
  <div class="comment"><div class="comment-author vcard"><cite class="fn">ann1</cite></div></div></article>"""


def test_an_hatom_entry_without_its_comments_and_widgets() -> None:
    facts = facts_of(HENTRY, "hatom")
    assert values(facts, "title") == ["Cold Tap"]
    assert values(facts, "author") == ["Orla Venn"]
    assert values(facts, "published") == ["2010-10-12T08:00:00+00:00"]
    assert values(facts, "updated") == ["2011-01-02T08:00:00+00:00"]
    assert values(facts, "rating") == []


def test_an_author_without_a_card() -> None:
    body = '<div class="hentry"><h2 class="entry-title">Cold Tap</h2><span class="author">Orla Venn</span></div>'
    assert values(facts_of(body, "hatom"), "author") == ["Orla Venn"]


def test_an_hreview_inside_an_entry_is_the_page_s() -> None:
    facts = facts_of(HENTRY.replace("<p>x</p>", HREVIEW), "hreview")
    assert values(facts, "rating") == ["4"]
    assert values(facts_of(HENTRY.replace("<p>x</p>", HREVIEW), "hatom"), "author") == ["Orla Venn"]


def test_a_list_of_entries_states_nothing_but_the_page_s_own() -> None:
    other = '<div class="hentry"><h2 class="entry-title">Other {0}</h2><b class="author">Ned {0}</b></div>'
    others = "".join(other.format(number) for number in range(4))
    assert values(facts_of(others, "hatom"), "author") == []
    assert values(facts_of(HENTRY + others, "hatom", head="<title>Cold Tap – Tapewire</title>"), "author") == [
        "Orla Venn"
    ]


def test_an_h_review() -> None:
    body = """<div class="h-review"><p class="p-item h-item">Cold Tap</p> <a class="p-author h-card"
      href="/orla">Orla Venn</a>
      <time class="dt-published" datetime="2010-10-12">12 Oct</time> <data class="p-rating" value="4">four</data> of
      <span class="p-best">5</span></div>"""
    facts = facts_of(body, "h-review")
    rating = only(facts, "rating")
    assert (rating.value, rating.more["best"], rating.more["subject"]) == ("4", "5", "Cold Tap")
    assert values(facts, "author") == ["Orla Venn"]


def test_an_h_entry_of_something_watched() -> None:
    body = """<article class="h-entry"><h1 class="p-name">On Wet Floor</h1><a class="p-author h-card">Orla Venn</a>
      <span class="u-watch-of h-cite"><a class="p-name u-url" href="x">Wet Floor</a></span><b class="p-rating">8</b>
      <a class="p-category">film</a></article>"""
    facts = facts_of(body, "h-entry")
    assert values(facts, "title") == ["On Wet Floor"]
    assert values(facts, "author") == ["Orla Venn"]
    assert only(facts, "rating").more["subject"] == "Wet Floor"
    assert values(facts, "tag") == ["film"]


@pytest.mark.parametrize(
    "body",
    [
        '<ul class="item rating value fn author"><li class="published">x</li></ul>',
        '<div class="not-hentry my-hreviews"><b class="author">Orla</b></div>',
        '<div class="hentry"></div>',
        '<div itemscope itemtype="https://schema.org/WPHeader"><h1 itemprop="headline">Tapewire</h1></div>',
        '<b itemprop="author">Orla</b>',
        '<div itemscope><b itemprop="author">Orla</b></div>',
        '<div typeof=""><b property="name">Orla</b></div>',
    ],
)
def test_furniture_states_no_author_date_or_mark(body: str) -> None:
    root = etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser())
    paths = {fact.path for fact in facts_of_tree(root, None)[0]}
    assert not paths & {"author", "published", "rating", "title"}
