"""One article in the clothes of different times: plain text cut into its parts, and pages that print the same parts.

Around the article stands what stands around articles: other names, other dates, other marks. None of it is its own.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
TRACK_LINE = re.compile(r"(?P<number>\d{1,3})\. (?P<title>.+)")


@dataclass(frozen=True)
class Article:
    """The printed parts of a soundtrack review, in their order."""

    title: str
    author: str
    date: str
    rating: str
    paragraphs: tuple[str, ...]
    label: str
    """The sentence that names the record label."""
    tracks: tuple[str, ...]
    """Titles as printed, quotes included."""
    credit: str
    boilerplate: str

    @property
    def day(self) -> dt.date:
        return dt.datetime.strptime(ORDINAL.sub("", self.date), "%B %d, %Y").date()  # noqa: DTZ007 - a calendar day

    @classmethod
    def from_text(cls, text: str) -> Article:
        title, _, byline, rating, *rest = (part.strip() for part in re.split(r"\n\s*\n", text.strip()))
        label, tracks, credit, boilerplate = rest[-5:-1]
        author, date = byline.splitlines()
        lines = (TRACK_LINE.fullmatch(line.strip()) for line in tracks.splitlines())
        return cls(
            title=title,
            author=author.removeprefix("by: "),
            date=date,
            rating=rating,
            paragraphs=tuple(rest[:-5]),
            label=label,
            tracks=tuple(line["title"] for line in lines if line),
            credit=credit,
            boilerplate=boilerplate,
        )


def wordpress(article: Article) -> str:
    """Navigation, sidebar and comments around the post; the facts once more as JSON-LD."""
    page_address = "https://cuesheet.example/2010/10/a-score-for-the-autumn/"
    graph = [
        {"@type": "WebSite", "name": "Cue Sheet", "url": "https://cuesheet.example/"},
        {
            "@type": "BlogPosting",
            "headline": article.title,
            "datePublished": f"{article.day}T18:05:00+00:00",
            "dateModified": "2019-02-01T08:00:00+00:00",
            "author": {"@type": "Person", "name": article.author},
            "mainEntityOfPage": page_address,
        },
    ]
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}).replace("<", "\\u003c")
    tracks = "<br />\n".join(f"{number}. {escape(title)}" for number, title in enumerate(article.tracks, 1))
    return f"""<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8" />
<title>{escape(article.title)} | Cue Sheet</title>
<link rel="canonical" href="{page_address}" />
<meta property="og:site_name" content="Cue Sheet" />
<meta property="og:title" content="{escape(article.title)} | Cue Sheet" />
<meta property="article:published_time" content="{article.day}T18:05:00+00:00" />
<script type="application/ld+json">{data}</script>
<style>.entry-meta {{ color: #999 }}</style>
</head>
<body class="single single-post postid-4117">
<div id="masthead" class="site-header"><a href="/">Cue Sheet</a><p class="site-description">Loud since 2004</p>
<ul id="menu-main" class="menu"><li><a href="/film">Film</a></li><li><a href="/tv">TV</a></li>
<li><a href="/interviews">Interviews by Hanno Krull</a></li></ul></div>
<div id="content" class="site-content">
<div id="post-4117" class="post-4117 post type-post hentry category-soundtracks">
<h1 class="entry-title">{escape(article.title)}</h1>
<div class="author-avatar"><img alt="{escape(article.author)}" src="/a.jpg" width="64" height="64" /></div>
<div class="entry-meta">by: <a href="/author/4/" rel="author">{escape(article.author)}</a><br />
{escape(article.date)}</div>
<div class="entry-content">
<p><strong>{escape(article.rating)}</strong></p>
{_paragraphs(article.paragraphs)}
<p>{escape(article.label)}</p>
<p>{tracks}</p>
<p>{escape(article.credit)}</p>
</div>
<div class="sharedaddy"><h3>Share this:</h3>
<ul><li><a href="#">Twitter</a></li><li><a href="#">Email</a></li></ul></div>
<div class="jp-relatedposts"><h3>Related</h3><p><a href="/old">Soundtrack Review: LOW WATER</a> May 1, 2009</p></div>
</div>
<div id="comments" class="comments-area"><h2 class="comments-title">2 Comments</h2>
<ol class="comment-list">
<li class="comment"><cite class="fn">Hanno Krull</cite> says: <a href="#c1">October 14, 2010 at 9:05 am</a>
<p>Too kind. I would give it 2/5, and the last track is by the violinist.</p></li>
<li class="comment"><cite class="fn">Petra Lund</cite> says: <a href="#c2">November 2, 2010 at 7:40 pm</a>
<p>A clear 5/5. Produced by angels!</p></li></ol>
<div id="respond"><h3>Leave a Reply</h3><p>{escape(article.boilerplate)}</p></div></div>
</div>
<div id="secondary" class="widget-area sidebar"><h2 class="widget-title">Recent Posts</h2>
<ul><li><a href="/1">Film Review: SALT ROAD</a> <span class="post-date">June 3, 2011</span></li>
<li><a href="/2">Soundtrack Review: NINE WINTERS</a> <span class="rating">3/5</span></li></ul></div>
<div id="colophon" class="site-footer">© 2004–2024 Cue Sheet. Powered by WordPress. Theme by Kit Hale.</div>
</body></html>
"""


def blogger(article: Article) -> str:
    """The day as a heading above the post, lines parted by breaks, the author at the foot."""
    body = "<br /><br />".join(escape(part) for part in (article.rating, *article.paragraphs, article.label))
    tracks = "<br />".join(f"{number}. {escape(title)}" for number, title in enumerate(article.tracks, 1))
    return f"""<!DOCTYPE html>
<html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'>
<head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<title>Notes from the Pit: {escape(article.title)}</title></head>
<body>
<div class='header'><h1 class='title'><a href='/'>Notes from the Pit</a></h1></div>
<div class='main section'><div class='blog-posts hfeed'>
<div class="date-outer">
<h2 class='date-header'><span>{article.day:%A, %B} {article.day.day}, {article.day.year}</span></h2>
<div class='post hentry'>
<h3 class='post-title entry-title'><a href='/2010/10/score.html'>{escape(article.title)}</a></h3>
<div class='post-body entry-content'>{body}<br /><br />{tracks}<br /><br />{escape(article.credit)}<br />
<div style='clear: both;'></div></div>
<div class='post-footer'><span class='post-author vcard'>
Posted by <span class='fn'>{escape(article.author)}</span></span>
<span class='post-timestamp'>at <a class='timestamp-link' href='#'><abbr class='published'
 title='{article.day}T18:05:00-07:00'>6:05 PM</abbr></a></span>
<span class='post-labels'>Labels: <a href='/l/2010'>2010</a>, <a href='/l/drama'>drama</a></span></div>
</div></div></div>
<div class='comments' id='comments'><h4>1 comment:</h4><dl>
<dt class='comment-author'>Hanno Krull said...</dt><dd class='comment-body'>Rating: 1/5 from me.</dd>
<dd class='comment-footer'>October 20, 2010 at 8:00 AM</dd></dl>
<p>{escape(article.boilerplate)}</p><h4>Post a Comment</h4></div></div>
<div class='sidebar section'><div class='widget BlogArchive'><h2>Blog Archive</h2>
<ul><li><a href='#'>November 2010</a> (4)</li><li><a href='#'>September 2010</a> (7)</li></ul></div>
<div class='widget Profile'><h2>About Me</h2>
<dl><dt>Somebody Else</dt><dd>View my complete profile</dd></dl></div></div>
</body></html>
"""


def table_layout(article: Article) -> str:
    """Fonts and tables, not one paragraph, everything parted by breaks."""
    tracks = "<br>\n".join(f"{number}. {escape(title)}" for number, title in enumerate(article.tracks, 1))
    body = "<br><br>\n".join(escape(part) for part in (*article.paragraphs, article.label))
    return f"""<HTML><HEAD><TITLE>The Score Pages - {escape(article.title)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000">
<TABLE WIDTH="760" BORDER="0" CELLPADDING="4"><TR>
<TD WIDTH="140" VALIGN="TOP" BGCOLOR="#CCCC99"><FONT SIZE="2"><A HREF="index.htm">Home</A><BR>
<A HREF="a-z.htm">Reviews A-Z</A><BR>
<A HREF="top.htm">Top 20 of 1999</A><BR><A HREF="links.htm">Links</A></FONT></TD>
<TD VALIGN="TOP"><FONT FACE="Verdana" SIZE="5"><B>{escape(article.title)}</B></FONT><BR><BR>
<FONT FACE="Verdana" SIZE="2">by: <I>{escape(article.author)}</I><BR>
{escape(article.date)}<BR><BR>
<B>{escape(article.rating)}</B><BR><BR>
{body}<BR><BR>
{tracks}<BR><BR>
{escape(article.credit)}<BR><BR>
</FONT><HR><FONT SIZE="1">{escape(article.boilerplate)}<BR>
&copy; 1996-2011 The Score Pages. All rights reserved.</FONT></TD></TR></TABLE></BODY></HTML>
"""


def modern(article: Article) -> str:
    """Furniture made of classes and style sheets: drawn stars, counted list items, the date in an attribute."""
    value, best = (int(part) for part in article.rating.rpartition(" ")[2].split("/"))
    stars = '<i class="star star--full"></i>' * value + '<i class="star star--empty"></i>' * (best - value)
    tracks = "\n".join(f"<li>{escape(title)}</li>" for title in article.tracks)
    return f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{escape(article.title)} — Reelhouse</title>
<meta name="viewport" content="width=device-width">
<style>.c-list {{ counter-reset: n }} .c-list li::before {{ content: counter(n) ". " }}</style></head>
<body>
<header class="c-top"><a class="c-logo" href="/">Reelhouse</a>
<nav aria-label="Main"><a href="/reviews">Reviews</a><a href="/lists">Top 10 lists</a></nav></header>
<main>
<article class="c-post">
<header class="c-post__head">
<p class="c-kicker">Music</p>
<h1>{escape(article.title)}</h1>
<p class="c-post__by">By <a href="/people/4">{escape(article.author)}</a></p>
<time class="c-post__when" datetime="{article.day}">{escape(article.date)}</time>
<div class="c-rating" role="img" aria-label="Rated {value} out of {best}">{stars}</div>
</header>
<div class="c-prose">
{_paragraphs((*article.paragraphs, article.label))}
<ol class="c-list">
{tracks}
</ol>
<p>{escape(article.credit)}</p>
</div>
</article>
<aside class="c-more"><h2>More reviews</h2><article><h3>Soundtrack Review: LOW WATER</h3>
<p>By Hanno Krull</p><time datetime="2009-05-01">May 1, 2009</time>
<div class="c-rating" aria-label="Rated 2 out of 5"></div></article></aside>
<section class="c-talk" id="comments"><h2>Comments</h2><p>{escape(article.boilerplate)}</p></section>
</main>
<footer><p>© 2024 Reelhouse</p></footer>
</body></html>
"""


DRESSES: Mapping[str, Callable[[Article], str]] = {
    "wordpress": wordpress,
    "blogger": blogger,
    "table layout": table_layout,
    "modern": modern,
}


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)
