"""Where pages say when they were published and changed, and which of several dates wins."""

from __future__ import annotations

import datetime as dt

import pytest

import reviewparse as rp

PROSE = (
    "<p>"
    + "The harbour wakes slowly on this record, and the strings take their time to answer the bells. " * 4
    + "</p>"
)


def page(article: str, *, head: str = "", around: str = "", lang: str = "en") -> str:
    return f"""<html lang="{lang}"><head><title>Cold Tap</title>{head}</head>
    <body><article><h1>The Sparrows: Cold Tap</h1>{article}</article>{around}</body></html>"""


def published(html: str, **options: dt.datetime | str) -> str | None:
    date = rp.parse_html(html, **options).published  # type: ignore[arg-type]
    return date.isoformat() if date else None


def updated(html: str) -> str | None:
    date = rp.parse_html(html).updated
    return date.isoformat() if date else None


def data(**properties: str) -> str:
    parts = ", ".join(f'"{key}": "{value}"' for key, value in properties.items())
    item = f'{{"@type": "Article", "headline": "The Sparrows: Cold Tap", {parts}}}'
    return f'<script type="application/ld+json">{item}</script>'


@pytest.mark.parametrize(
    ("why", "article", "want"),
    [
        ("under the byline", "<p>by Orla Venn</p><p>March 3rd, 2011</p>" + PROSE, "2011-03-03"),
        ("in the byline", "<p>Posted by Orla Venn on March 3, 2011 at 9:05 PM</p>" + PROSE, "2011-03-03"),
        (
            "label in the cell before",
            "<table><tr><td>Reviewed</td><td>24/9-2012</td></tr></table>" + PROSE,
            "2012-09-24",
        ),
        ("term and definition", "<dl><dt>Posted</dt><dd>24 Sep 2012</dd></dl>" + PROSE, "2012-09-24"),
        ("note behind the text", PROSE + "<p>(article published 15/3/1999)</p>", "1999-03-15"),
        ("signature behind the text", PROSE + "<p>– Orla Venn, 3 March 2011</p>", "2011-03-03"),
        ("release and review dates", "<p>Released 7/9-2012</p><p>Reviewed 24/9-2012</p>" + PROSE, "2012-09-24"),
        ("only a release date", "<p>Release date: 3 March 2011</p>" + PROSE, None),
        ("label and release year", "<p>Grey Heron, 2011</p>" + PROSE, None),
        ("only a date told in prose", PROSE + "<p>They met on 3 March 2001 in a shed and never left it.</p>", None),
        ("an element made for dates", '<span class="entry-date">3 March 2011</span>' + PROSE, "2011-03-03"),
        (
            "time without readable text",
            '<time datetime="2011-03-03T23:30:00-05:00">last week</time>' + PROSE,
            "2011-03-03",
        ),
        ("day first by its own attribute", '<time datetime="2011-04-03">03/04/2011</time>' + PROSE, "2011-04-03"),
        ("month first by its own attribute", '<time datetime="2011-03-04">03/04/2011</time>' + PROSE, "2011-03-04"),
        (
            "published and modified glued together",
            '<div><time class="published" datetime="2013-06-10">June 10, 2013</time>'
            '<time class="updated" datetime="2013-09-09">September 9, 2013</time></div>' + PROSE,
            "2013-06-10",
        ),
        (
            "the only one is called updated",
            '<time class="updated" datetime="2013-06-10">June 10, 2013</time>',
            "2013-06-10",
        ),
        ("magazine of the last century", "<p>by Orla Venn, 3 March 1987</p>" + PROSE, "1987-03-03"),
        ("below the record label", "<p>Label: Grey Heron</p><p>3 March 2011</p>" + PROSE, None),
        (
            "in a caption",
            "<figure><figcaption>Leeds, 2 March 2011</figcaption></figure><p>3 March 2011</p>",
            "2011-03-03",
        ),
        ("a release date in a cell of its own", "<dl><dt>Release date:</dt><dd>3 March 2011</dd></dl>" + PROSE, None),
        (
            "one with a label, after the release",
            "<p>Grey Heron // 9 October 2012<br>posted 6 October 2012</p>" + PROSE,
            "2012-10-06",
        ),
        ("several articles' dates below", "<p>3 March 2011</p>" + PROSE + PROSE + "<p>4 May 2014</p>", "2011-03-03"),
    ],
)
def test_places(why: str, article: str, want: str | None) -> None:
    assert published(page(article)) == want, why


@pytest.mark.parametrize(
    ("why", "head", "article", "want"),
    [
        ("metadata alone", data(datePublished="2011-03-03T08:00:00Z"), PROSE, "2011-03-03"),
        (
            "a day apart: what is printed",
            data(datePublished="2011-03-04T02:00:00Z"),
            "<p>March 3, 2011</p>",
            "2011-03-03",
        ),
        (
            "a day apart, but in another article",
            data(datePublished="2011-03-04"),
            PROSE * 3 + "<p>3 March 2011</p>",
            "2011-03-04",
        ),
        ("swapped by a machine", data(datePublished="2019-06-03"), "<p>Posted on March 6th, 2019</p>", "2019-03-06"),
        ("metadata tells which reading", data(datePublished="2010-03-04"), "<p>Posted 03/04/2010</p>", "2010-03-04"),
        (
            "an archive that was moved",
            data(datePublished="2019-06-03"),
            "<p>Originally published on 12 May 2004</p>" + PROSE,
            "2004-05-12",
        ),
        (
            "month printed, day stated",
            data(datePublished="2011-03-03"),
            "<p>Posted in March 2011</p>" + PROSE,
            "2011-03-03",
        ),
        ("a clock that was never set", data(datePublished="1970-01-01T00:00:00Z"), PROSE, None),
        ("impossible", data(datePublished="2011-02-31"), PROSE, None),
        ("unreadable", data(datePublished="soon"), PROSE, None),
        (
            "open graph",
            '<meta property="article:published_time" content="2011-03-03T23:30:00-08:00">',
            PROSE,
            "2011-03-03",
        ),
    ],
)
def test_metadata(why: str, head: str, article: str, want: str | None) -> None:
    assert published(page(article, head=head)) == want, why


def test_other_dates_of_the_page_show_the_order() -> None:
    assert published(page("<p>Posted 03/04/2010</p>" + PROSE + "<p>Recorded 05/16/2009</p>")) == "2010-03-04"
    assert published(page("<p>Posted 03/04/2010</p>" + PROSE + "<p>Recorded 16/05/2009</p>")) == "2010-04-03"


def test_nothing_shows_the_order() -> None:
    date = rp.parse_html(page("<p>Posted 03/04/2010</p>" + PROSE)).published
    assert date is not None
    assert date.ambiguous
    assert date.alternative is not None
    assert {date.isoformat(), date.alternative.isoformat()} == {"2010-04-03", "2010-03-04"}


def test_the_country_shows_the_order() -> None:
    assert published(page("<p>Posted 03/04/2010</p>" + PROSE, lang="en-US")) == "2010-03-04"
    assert published(page("<p>Posted 03/04/2010</p>" + PROSE, lang="en-GB")) == "2010-04-03"


def test_months_before_days_in_words_show_the_order() -> None:
    assert published(page("<p>Posted 03/04/2010</p><p>Released May 6th, 2009</p>" + PROSE)) == "2010-03-04"
    assert published(page("<p>Posted 03/04/2010</p><p>Released 6 May 2009</p>" + PROSE)) == "2010-04-03"
    both = page("<p>Posted 03/04/2010</p><p>Released 6 May 2009, May 7, 2009 in Leeds</p>" + PROSE)
    assert published(both) == "2010-04-03"


def test_dates_of_comments_and_related_posts_never_count() -> None:
    around = """<div class="related-posts"><h3>Related posts</h3><a href="/x">The Weir</a> <time>4 May 2014</time></div>
    <div id="comments"><h3>2 comments</h3><p>Posted by Kit Hale on 5 May 2014</p></div>"""
    assert published(page(PROSE, around=around)) is None


def test_day_heading_above_the_headline() -> None:
    html = f"""<div class="post"><h2 class="date-header">Sunday, June 14, 2009</h2>
    <h3 class="post-title">The Sparrows: Cold Tap</h3><div class="post-body">{PROSE}</div></div>"""
    assert published(html) == "2009-06-14"


def test_address() -> None:
    assert published(page(PROSE), url="https://example.org/2010/10/12/cold-tap") == "2010-10-12"
    assert published(page(PROSE), url="https://example.org/2010/10/cold-tap") == "2010-10"
    assert published(page(PROSE), url="https://example.org/10/12/cold-tap") is None


def test_address_tells_the_month_and_a_line_the_day() -> None:
    article = PROSE + "<p>Next week: The Weir</p>" * 14 + "<p>Nordvik, 12 October 2010</p>"
    assert published(page(article), url="https://example.org/2010/10/cold-tap") == "2010-10-12"


def test_front_matter() -> None:
    assert (
        published_text("---\ntitle: Cold Tap\ndate: 2011-03-03 23:30:00 -0500\n---\n\nA record of rain.")
        == "2011-03-03"
    )


def test_front_matter_of_a_reading_log() -> None:
    text = "---\ntitle: The Tin Harbour\nprogress:\n  - date: 2011-03-03\n  - date: 2011-03-05\n---\n\nA book of rain."
    assert published_text(text) is None


def published_text(text: str) -> str | None:
    date = rp.parse_text(text).published
    return date.isoformat() if date else None


def test_plain_text() -> None:
    text = "Soundtrack: SALTFIELD\n\nMara Linfield\n\nby: Mara Linfield\nMarch 3rd, 2011\n\nRating: 4/5\n\nRain."
    assert published_text(text) == "2011-03-03"


def test_concert_review() -> None:
    html = f"""<article><h1>Live review: The Sparrows at the Corn Hall (17.6.11)</h1><p>Friday 17th June 2011</p>
    <p>Posted Wednesday, 22 June 2011</p>{PROSE}<p>Their album was released 6 May 2011.</p></article>"""
    assert published(html) == "2011-06-22"


def test_the_date_below_a_concert_headline_is_the_show() -> None:
    html = f"""<article><h1>Live review: The Sparrows at the Corn Hall</h1><p>17 June 2011</p>{PROSE}</article>"""
    assert published(html) is None


def test_future_needs_a_reference_date() -> None:
    assert published(page("<p>3 March 2031</p>" + PROSE), now=dt.datetime(2026, 5, 1, tzinfo=dt.UTC)) is None
    html = page("<p>Posted on 3 March 2031</p>" + PROSE)
    assert published(html) == "2031-03-03"
    assert published(html, now=dt.datetime(2026, 5, 1, tzinfo=dt.UTC)) is None


def test_relative_date_needs_a_reference_date() -> None:
    html = page("<p>Posted 3 days ago by Orla Venn</p>" + PROSE)
    assert published(html) is None
    assert published(html, now=dt.datetime(2026, 5, 1, tzinfo=dt.UTC)) == "2026-04-28"


def test_language_without_a_table() -> None:
    html = page("<p>8. helmikuuta 2018</p>" + PROSE, lang="fi")
    assert published(html) == "2018-02-08"


@pytest.mark.parametrize(
    ("why", "html", "want"),
    [
        ("label", page("<p>March 3, 2011 | Updated: May 9, 2014</p>" + PROSE), "2014-05-09"),
        ("label behind the text", page(PROSE + "<p>This article was updated on May 9, 2014</p>"), "2014-05-09"),
        ("metadata", page(PROSE, head=data(datePublished="2011-03-03", dateModified="2014-05-09")), "2014-05-09"),
        ("before publication", page(PROSE, head=data(datePublished="2011-03-03", dateModified="2011-02-09")), None),
        ("no change", page("<p>March 3, 2011</p>" + PROSE), None),
        (
            "by its class",
            page(
                '<time class="published">June 10, 2013</time><time class="updated">September 9, 2013</time>' + PROSE,
            ),
            "2013-09-09",
        ),
    ],
)
def test_updated(why: str, html: str, want: str | None) -> None:
    assert updated(html) == want, why


def test_an_update_never_fills_publication() -> None:
    html = page(PROSE + "<p>Last updated: May 9, 2014</p>")
    assert published(html) is None
    assert updated(html) == "2014-05-09"


def test_evidence_quotes_the_page() -> None:
    review = rp.parse_html(page("<p>by Orla Venn, Sunday, June 14, 2009</p>" + PROSE))
    evidence = review.why("published")[0]
    assert evidence.quote == "Sunday, June 14, 2009"
    assert evidence.span is not None


def test_a_printed_date_corrects_metadata_with_day_and_month_swapped() -> None:
    text = (
        "---\ntitle: Ember\ndate: 2019-06-03\n---\n\n# Review: Ember\n\n{date}\n\n"
        + "A long walk, and a good one. " * 12
    )
    assert rp.parse_text(text.format(date="March 6th, 2019")).to_dict()["published"] == "2019-03-06"
    assert rp.parse_text(text.format(date="March 9th, 2019")).to_dict()["published"] == "2019-06-03"


def test_a_signature_below_the_tracklist_dates_a_short_page() -> None:
    tracks = "".join(f"<br>{number}. {name}" for number, name in enumerate(("Gate", "Acre", "Pier", "Wick"), 1))
    html = (
        f"<h2>Cold Tap</h2><p>A warm record.</p><p>Tracklist:{tracks}{tracks}</p><p><i>-- Ben Low, March 1999</i></p>"
    )
    published = rp.parse_html(html).published
    assert published is not None
    assert published.isoformat() == "1999-03"
