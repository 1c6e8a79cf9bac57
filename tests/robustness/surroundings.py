"""What stands around reviews on pages whose markup gives nothing away: no telling class, no telling tag."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.robustness.transformations import BODY, BODY_END, Transformation, at_end, at_start, in_head

PARAGRAPH = re.compile(r"<p\b[^<>]*>(?:(?!</?p\b).){120,}?</p\s*>", re.S | re.I)
"""A paragraph of some length."""

HEADLINE = re.compile(r"<h1\b", re.I)

CARDS = """<div class="css-1"><div class="css-2"><a href="/r/1"><img src="/i1.jpg" alt="Salt Road"></a>
<h3><a href="/r/1">Salt Road</a></h3><div>★★☆☆☆</div><span>By Hanno Krull</span> <span>3 June 2015</span></div>
<div class="css-2"><a href="/r/2"><img src="/i2.jpg" alt="Nine Winters"></a><h3><a href="/r/2">Nine Winters</a></h3>
<div>★★★★☆</div><span>By Petra Lund</span> <span>1 May 2016</span></div><div class="css-2"><a href="/r/3"><img
src="/i3.jpg" alt="The Long Acre"></a><h3><a href="/r/3">The Long Acre</a></h3><div>★★★½☆</div>
<span>By Jost Albers</span> <span>9 April 2016</span></div></div>"""

LATEST = """<div class="css-3"><h3>Latest reviews</h3><ul><li><a href="/1">Film Review: Salt Road</a> by Hanno Krull
<span>2/5</span></li><li><a href="/2">Album Review: Nine Winters</a> by Petra Lund <span>9/10</span></li><li>
<a href="/3">Book Review: The Long Acre</a> by Jost Albers <span>3.5/5</span></li></ul></div>"""

LETTERS = """<div class="css-4"><h3>Never miss a review</h3><p>Sign up for our weekly letter, written by Hanno Krull,
with the 10 best albums of the month.</p><form action="/s"><input type="email"><button>Sign up</button></form></div>"""

WRITER = """<div class="css-5"><img src="/w.jpg" alt=""><h4>About the author</h4><p>She was born on 4 May 1981 and edits
the film pages.</p><p>More by this author: <a href="/1">Salt Road (2/5)</a>, <a href="/2">Nine Winters (9/10)</a></p>
</div>"""

WRITER_IN_A_LINE = """<div><p><strong>About the author:</strong> Our writers come from the coast. More reviews:
<a href="/1">Salt Road – 2/5</a>, <a href="/2">Nine Winters – 9/10</a></p></div>"""

READERS = """<div class="css-6"><div>Reader score</div><div>7.2</div><div>134 ratings</div></div>"""

ADVERTISEMENT = """<div class="css-7"><a href="https://tickets.example/c"><p>“A triumph” ★★★★★ The Morning Post</p>
<p>“Stunning” 5/5 Film Weekly</p><p>In cinemas October 14</p></a></div>"""

ADVERTISED = """<div class="css-7"><p>Advertisement</p><p>“A triumph” – 5/5, The Morning Post</p></div>"""

GOODS = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Walnut Record
Shelf","brand":{"@type":"Brand","name":"Krull"},"aggregateRating":{"@type":"AggregateRating","ratingValue":"4.8",
"reviewCount":"212"},"review":{"@type":"Review","reviewRating":{"@type":"Rating","ratingValue":"2"}}}</script>"""

SITE = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization",
"name":"Pier House","founder":{"@type":"Person","name":"Hanno Krull"},"foundingDate":"2004-05-06","aggregateRating":
{"@type":"AggregateRating","ratingValue":"4.1","bestRating":"5","ratingCount":"31"}},{"@type":"BreadcrumbList",
"itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://pier.example/"}]}]}</script>"""

PATH = """<div><a href="/">Home</a> › <a href="/2015">2015</a> › <a href="/author/hk">Hanno Krull</a></div>"""

NEIGHBOURS = """<div><a href="/1" rel="prev">← Film Review: Salt Road</a> <a href="/2" rel="next">Album Review: Nine
Winters →</a></div>"""

COMMENTS = """<div class="css-8"><h3>2 thoughts on “Salt”</h3><div><b>Hanno Krull</b> says:<br>October 14, 2015 at
9:05 am<p>Too kind. I would give it 2/10.</p></div><div><b>Petra Lund</b> says:<br>November 2, 2016 at 7:40 pm
<p>A clear 9.5/10.</p></div></div>"""

MOST_READ = """<div><h3>Most read</h3><p><a href="/1">1. Salt Road</a></p><p><a href="/2">2. Nine Winters</a></p>
<p><a href="/3">3. The Long Acre</a></p><p><a href="/4">4. Low Water</a></p></div>"""

COMING = """<div><h3>Coming up</h3><ul><li>14 October – Ida Lark – The Old Hall</li><li>2 November – Nine Winters –
Pier House</li></ul></div>"""

MASTHEAD = """<div><h1><a href="/">Pier House</a></h1><p>Reviews since 2004</p></div>"""

MASTHEAD_OF_TODAY = """<div><a href="/"><img src="/l.png" alt=""></a><span>Tuesday, 24 November 2026</span></div>"""


def before_headline(markup: str) -> Transformation:
    """Put straight before the ``h1``, in the article's own box."""
    return lambda page: HEADLINE.sub(lambda found: markup + found[0], page, count=1)


def amid(markup: str) -> Transformation:
    """Put between two long paragraphs."""

    def add(page: str) -> str:
        paragraphs = list(PARAGRAPH.finditer(page))
        if len(paragraphs) < 2:
            return page
        place = paragraphs[len(paragraphs) // 2 - 1].end()
        return page[:place] + markup + page[place:]

    return add


def below_text(markup: str) -> Transformation:
    """Put behind the last long paragraph, before marks, tracks and credits that stand below the text."""

    def add(page: str) -> str:
        paragraphs = list(PARAGRAPH.finditer(page))
        if not paragraphs:
            return page
        place = paragraphs[-1].end()
        return page[:place] + markup + page[place:]

    return add


def headings_lower(page: str) -> str:
    """Each heading one rank lower."""
    return re.sub(r"<(/?)h([1-5])\b", lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", page, flags=re.I)


def paragraphs_by_breaks(page: str) -> str:
    """Two ``<br>`` for each paragraph."""
    return re.sub(r"</p\s*>", "<br><br>\n", re.sub(r"<p\b[^<>]*>", "", page, flags=re.I), flags=re.I)


def paragraphs_by_boxes(page: str) -> str:
    """``div`` for ``p``."""
    return re.sub(r"<(/?)p\b([^<>]*)>", r"<\1div\2>", page, flags=re.I)


def boxes_for_all(page: str) -> str:
    """``div`` for the tags that tell a part of a page."""
    return re.sub(r"<(/?)(article|main|section|header|footer|nav|aside)\b", r"<\1div", page, flags=re.I)


def in_table(page: str) -> str:
    """The page as a cell of a table, links beside it, as in 1998."""
    body = BODY.search(page)
    start = body.end() if body else 0
    end = BODY_END.search(page)
    stop = end.start() if end else len(page)
    links = "<br>".join(f'<a href="/{name}">{name}</a>' for name in ("Home", "Archive", "Links", "Contact"))
    top = "<table width='100%' border=0><tr><td colspan=2><a href='/'><font size=5>Pier House</font></a></td></tr>"
    row = f"<tr><td width=120 valign=top>{links}</td><td valign=top>{page[start:stop]}</td></tr></table>"
    return f"{page[:start]}{top}{row}{page[stop:]}"


SURROUNDINGS: Mapping[str, Transformation] = {
    "cards before the article": at_start(CARDS),
    "cards before the headline": before_headline(CARDS),
    "cards amid the text": amid(CARDS),
    "cards below the text": below_text(CARDS),
    "latest reviews before the article": at_start(LATEST),
    "latest reviews before the headline": before_headline(LATEST),
    "latest reviews below the text": below_text(LATEST),
    "letters before the article": at_start(LETTERS),
    "letters amid the text": amid(LETTERS),
    "letters below the text": below_text(LETTERS),
    "box of the writer": at_end(WRITER),
    "line on the writer": below_text(WRITER_IN_A_LINE),
    "readers' mark before the headline": before_headline(READERS),
    "readers' mark below the text": below_text(READERS),
    "advertisement before the article": at_start(ADVERTISEMENT),
    "advertisement amid the text": amid(ADVERTISEMENT),
    "advertisement below the text": below_text(ADVERTISEMENT),
    "advertisement by its name": at_start(ADVERTISED),
    "metadata of goods": in_head(GOODS),
    "metadata of the site": in_head(SITE),
    "path before the article": at_start(PATH),
    "path before the headline": before_headline(PATH),
    "neighbours below the text": below_text(NEIGHBOURS),
    "comments without a class": at_end(COMMENTS),
    "most read before the article": at_start(MOST_READ),
    "most read below the text": below_text(MOST_READ),
    "events before the article": at_start(COMING),
    "events at the end": at_end(COMING),
    "masthead": at_start(MASTHEAD),
    "masthead with the date of today": at_start(MASTHEAD_OF_TODAY),
    "lower headings": headings_lower,
    "paragraphs by breaks": paragraphs_by_breaks,
    "paragraphs by boxes": paragraphs_by_boxes,
    "boxes for all": boxes_for_all,
    "in a table": in_table,
}
"""Of pages in markup; each leaves nearly every field as it was."""
