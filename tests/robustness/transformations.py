"""Ways to change a page that change nothing of what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Transformation = Callable[[str], str]
"""From the markup of a page to that of one that says the same."""

TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
OPAQUE = re.compile(r"(<(script|style|pre|title)\b.*?</\2\s*>|<[^<>]*>)", re.S | re.I)
"""What is not printed text, or keeps its white space."""

BODY = re.compile(r"<body\b[^<>]*>", re.I)
BODY_END = re.compile(r"</body\s*>(?!.*</body)", re.I | re.S)
HEAD_END = re.compile(r"</head\s*>", re.I)

COMMENTS = """<div id="comments" class="comments-area"><h2>3 Comments</h2><ol class="comment-list">
<li class="comment"><cite class="fn">Hanno Krull</cite> says: <time>October 14, 2015 at 9:05 am</time>
<p>Too kind. I would give it 2/10.</p></li>
<li class="comment"><cite class="fn">Petra Lund</cite> says: <time>November 2, 2016 at 7:40 pm</time>
<p>A clear 9.5/10. Produced by Ida Lark, by the way.</p></li>
<li class="comment"><b>Jost Albers</b> 03/12/2017 <p>Rating: 1 out of 5 stars</p></li></ol></div>"""

SIDEBAR = """<aside class="sidebar widget-area"><h3>Latest reviews</h3><ul>
<li><a href="/1">Film Review: Salt Road</a> by Hanno Krull <span class="rating">2/5</span> June 3, 2015</li>
<li><a href="/2">Album Review: Nine Winters</a> by Petra Lund <span class="rating">9/10</span> May 1, 2016</li>
<li><a href="/3">Book Review: The Long Acre</a> <img src="/stars-3.gif" alt="3 out of 5 stars"></li></ul></aside>"""

RELATED = """<div class="related-posts"><h3>Related articles</h3>
<p><a href="/x">Review: Low Water by Jost Albers</a> (2009)</p><p><a href="/y">Interview: Ida Lark</a></p></div>"""

DISCOGRAPHY = """<aside class="discography"><h3>Discography</h3><ul><li><a href="/a">First Light</a> (2001)</li>
<li><a href="/b">Second Wind</a> (2004)</li><li><a href="/c">Third Rail</a> (2008)</li></ul></aside>"""

COOKIES = """<div id="cookie-banner" class="cookie-notice"><p>We use cookies to make this site better. By going on you
agree to our <a href="/privacy">privacy policy</a>.</p><button>Accept</button></div>"""

SHARE = """<div class="share-buttons"><a href="#t">Twitter</a> <a href="#f">Facebook</a> <a href="#e">Email</a></div>"""

TRACKING = """<script>(function(w){w.dataLayer=[{author:"Hanno Krull",rating:"2/10"}]})(window)</script>
<noscript><img src="https://count.example/p?rating=2/10" alt="2/10"></noscript>
<script async src="https://count.example/t.js"></script>"""

NEWSLETTER = """<form class="newsletter-signup" action="/s"><label>Join 10/10 happy readers</label>
<input type="email" placeholder="you@example.org"><button>Sign up</button></form>"""

MENU = """<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/reviews">Reviews</a></li>
<li><a href="/2015">2015</a></li><li><a href="/top">Top 10 of 2015</a></li></ul></nav>"""

FOOTER = (
    """<footer class="site-footer"><p>© 2004–2024 Cue Sheet. Theme by Kit Hale. All rights reserved.</p></footer>"""
)


def at_end(markup: str) -> Transformation:
    """Put behind everything else."""

    def add(page: str) -> str:
        end = BODY_END.search(page)
        return f"{page}{markup}" if end is None else f"{page[: end.start()]}{markup}{page[end.start() :]}"

    return add


def at_start(markup: str) -> Transformation:
    """Put before everything else."""
    return lambda page: BODY.sub(lambda body: body[0] + markup, page, count=1) if BODY.search(page) else markup + page


def in_head(markup: str) -> Transformation:
    return lambda page: HEAD_END.sub(lambda head: markup + head[0], page, count=1)


def in_text(change: Transformation) -> Transformation:
    """Change printed text only."""

    def apply(page: str) -> str:
        parts = OPAQUE.split(page)  # text, markup, name of the markup or None, text ...
        return "".join(change(part) if number % 3 == 0 else part for number, part in enumerate(parts) if number % 3 < 2)

    return apply


def wrapped(page: str) -> str:
    body = BODY.search(page)
    start = body.end() if body else 0
    end = BODY_END.search(page)
    stop = end.start() if end else len(page)
    return f"{page[:start]}{'<div class=wrap>' * 10}{page[start:stop]}{'</div>' * 10}{page[stop:]}"


def upper_case_tags(page: str) -> str:
    return TAG.sub(lambda tag: f"<{tag['slash']}{tag['name'].upper()}{tag['rest']}>", page)


def minified(page: str) -> str:
    return in_text(lambda text: re.sub(r"\s+", " ", text) if text.strip() else (" " if text else ""))(page)


def indented(page: str) -> str:
    """Each tag of a block on a line of its own."""
    names = "div|p|li|ul|ol|table|tr|td|h[1-6]|article|section|header|footer|aside|main"
    parts = re.split(r"(<pre\b.*?</pre>)", page, flags=re.S | re.I)
    add = re.compile(rf"(?=<(?:{names})\b)|(?<=>)(?=</(?:{names})>)", re.I)
    return "".join(add.sub("\n    ", part) if number % 2 == 0 else part for number, part in enumerate(parts))


def references(page: str) -> str:
    """Letters outside of ASCII written as references."""
    return in_text(lambda text: "".join(char if char.isascii() else f"&#x{ord(char):x};" for char in text))(page)


def quotes_straight(page: str) -> str:
    return in_text(lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")))(page)


def apostrophes_curly(page: str) -> str:
    return in_text(lambda text: re.sub(r"(?<=\w)'(?=\w)", "’", text))(page)


def blanks_unbreakable(page: str) -> str:
    return in_text(lambda text: re.sub(r"(?<=\S) (?=\S)", "\u00a0", text))(page)


def soft_hyphens(page: str) -> str:
    return in_text(lambda text: re.sub(r"(?<=[a-z]{4})(?=[a-z]{4})", "\u00ad", text))(page)


def html_comments(page: str) -> str:
    return re.sub(r"(?=<(?:p|li|div)\b)", "<!-- by Hanno Krull, 2/10, 2015-10-14 -->", page, flags=re.I)


def windows_lines(page: str) -> str:
    return page.replace("\r\n", "\n").replace("\n", "\r\n")


TRANSFORMATIONS: Mapping[str, Transformation] = {
    "comments": at_end(COMMENTS),
    "sidebar of other reviews": at_end(SIDEBAR),
    "sidebar before the article": at_start(SIDEBAR),
    "related articles": at_end(RELATED),
    "discography": at_end(DISCOGRAPHY),
    "cookie banner": at_start(COOKIES),
    "share buttons": at_end(SHARE),
    "tracking scripts": in_head(TRACKING),
    "tracking scripts in the body": at_start(TRACKING),
    "newsletter": at_end(NEWSLETTER),
    "menu": at_start(MENU),
    "footer": at_end(FOOTER),
    "ten divs": wrapped,
    "upper-case tags": upper_case_tags,
    "minified": minified,
    "indented": indented,
    "numeric references": references,
    "straight quotes": quotes_straight,
    "curly apostrophes": apostrophes_curly,
    "unbreakable blanks": blanks_unbreakable,
    "soft hyphens": soft_hyphens,
    "html comments": html_comments,
    "windows line ends": windows_lines,
}
"""Of pages in markup; each leaves every field as it was."""

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "windows-1251", "shift_jis", "gb18030", "iso-8859-2")
"""Charsets a page may change to when it has only their letters."""

CHARSET = re.compile(r"""(?:charset|\bencoding)\s*=\s*(?:"[\w-]+"|'[\w-]+'|[\w-]+)""", re.I)


def in_charset(page: str, charset: str) -> bytes | None:
    """The page in a charset, which it declares; ``None`` when it has other letters."""
    named = HEAD_END.sub(lambda head: head[0], CHARSET.sub(f"charset={charset}", page))
    if CHARSET.search(named) is None:
        named = f"<meta charset={charset}>{named}"
    try:
        return named.encode(charset)
    except UnicodeEncodeError:
        return None
