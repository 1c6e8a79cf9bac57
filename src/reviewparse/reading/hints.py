"""What class and id tokens of markup suggest: the region an element opens, and what it may hold.

Tokens are the vocabulary of templates, not of a language. Each distinct class string is read once per process and
kept in a bounded cache, since templates repeat theirs on every page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reviewparse.document import Hint, Region

TOKENS = re.compile(r"[A-Z]?[a-z]{2,40}|[A-Z]{2,40}")
"""Words of a class string, camel case taken apart."""

MIN_WORD = 3
"""Letters of the shortest word in a class that joins words by capitals."""

MAX_CLASSES = 240
"""Characters of a class string that are read; utility frameworks print hundreds of classes."""

REGION_OF_TAG = {
    "nav": Region.NAV,
    "menu": Region.NAV,
    "aside": Region.ASIDE,
    "footer": Region.FOOTER,
    "dialog": Region.ASIDE,
}

REGION_OF_ROLE = {
    "navigation": Region.NAV,
    "banner": Region.HEADER,
    "complementary": Region.ASIDE,
    "contentinfo": Region.FOOTER,
    "search": Region.NAV,
    "dialog": Region.ASIDE,
}

REGION_OF_TOKEN = {
    **dict.fromkeys(
        ("comments", "commentlist", "respond", "disqus", "replies", "responses", "commentarea", "commentform"),
        Region.COMMENTS,
    ),
    **dict.fromkeys(("comment",), Region.COMMENTS),
    **dict.fromkeys(
        ("nav", "navbar", "navigation", "menu", "menus", "breadcrumb", "breadcrumbs", "pagination", "pager", "toc"),
        Region.NAV,
    ),
    **dict.fromkeys(
        (
            "sidebar", "aside", "advert", "advertisement", "ads", "newsletter", "subscribe", "sharedaddy", "cookie",
            "cookies", "consent", "gdpr", "login", "signup", "blogroll", "archives", "tagcloud", "calendar",
            "sponsor", "sponsored", "taboola", "outbrain", "shariff", "jetpack", "addtoany", "sociable",
        ),
        Region.ASIDE,
    ),
    **dict.fromkeys(
        ("related", "recommended", "recommendations", "similar", "trending", "popular", "recent", "teasers", "yarpp",
         "readmore", "upnext", "morefrom"),
        Region.RELATED,
    ),
    **dict.fromkeys(("footer", "colophon", "copyright", "legal", "imprint"), Region.FOOTER),
    **dict.fromkeys(("masthead", "topbar", "branding"), Region.HEADER),
    **dict.fromkeys(("bio", "authorbox", "biography"), Region.BIO),
}  # fmt: skip

WEAK_TOKENS = frozenset(
    ("social", "share", "sharing", "banner", "promo", "popup", "modal", "widget", "widgets", "toast", "sticky", "rail")
)
"""Names of furniture that templates also give to boxes of the article: believed when the box holds mostly links."""

PAIRS = {
    ("site", "header"): Region.HEADER,
    ("page", "footer"): Region.FOOTER,
    ("site", "footer"): Region.FOOTER,
    ("author", "box"): Region.BIO,
    ("author", "bio"): Region.BIO,
    ("author", "info"): Region.BIO,
    ("author", "description"): Region.BIO,
    ("about", "author"): Region.BIO,
    ("side", "bar"): Region.ASIDE,
    ("widget", "area"): Region.ASIDE,
    ("blog", "archive"): Region.ASIDE,
    ("tag", "cloud"): Region.ASIDE,
    ("read", "next"): Region.RELATED,
    ("more", "stories"): Region.RELATED,
    ("more", "posts"): Region.RELATED,
    ("also", "like"): Region.RELATED,
    ("post", "navigation"): Region.NAV,
    ("skip", "link"): Region.NAV,
    ("comments", "body"): Region.COMMENTS,
    ("comment", "body"): Region.COMMENTS,
    ("comment", "content"): Region.COMMENTS,
}
"""Neighbouring tokens that mean more together than alone."""

FEET = frozenset(
    "site page global main bottom web app document wrapper wrap container area inner widgets full links nav menu bar "
    "top columns col row logo text section copyright legal module block box the new uk".split()
)
"""Beside these ``footer`` is the page's; beside others (``post-footer``) it is the line below an article."""

NOT_REGION = frozenset(
    "link links count counter open closed icon has no with without meta body allow enabled disabled off left right "
    "main content layout single page date author byline title headline trigger time".split()
)
"""Beside these a region token describes the layout or a button: ``comments-link``, ``has-sidebar``."""

HINT_OF_TOKEN = {
    **dict.fromkeys(("title", "headline", "heading", "hed"), Hint.TITLE),
    **dict.fromkeys(
        ("author", "authors", "byline", "reviewer", "writer", "contributor", "creator", "autor", "auteur", "autore",
         "verfasser", "redakteur", "vcard", "fn"),
        Hint.AUTHOR,
    ),
    **dict.fromkeys(
        ("date", "time", "published", "timestamp", "posted", "pubdate", "dateline", "datum", "fecha", "datetime",
         "updated", "dtreviewed"),
        Hint.DATE,
    ),
    **dict.fromkeys(
        ("rating", "ratings", "score", "scores", "stars", "star", "grade", "verdict", "note", "bewertung", "wertung",
         "voto", "nota", "puntuacion", "rated", "rate", "mark", "points", "punkte", "betyg", "cijfer", "rank"),
        Hint.RATING,
    ),
    **dict.fromkeys(
        ("vote", "votes", "voting", "user", "users", "aggregate", "average", "poll", "kksr", "gdsr", "ratingblock",
         "reader", "readers", "customer", "postratings", "ratemypost", "rmp"),
        Hint.VOTE,
    ),
    **dict.fromkeys(("tracklist", "tracks", "track", "tracklisting", "playlist", "songs", "song"), Hint.TRACKS),
    **dict.fromkeys(("credits", "credit", "personnel", "cast", "crew", "lineup", "infobox", "specs"), Hint.CREDITS),
    **dict.fromkeys(("meta", "metadata", "info", "details", "postmeta", "subtitle", "kicker"), Hint.META),
}  # fmt: skip

HINT_OF_PAIR = {
    ("entry", "content"): Hint.BODY,
    ("post", "content"): Hint.BODY,
    ("article", "content"): Hint.BODY,
    ("article", "body"): Hint.BODY,
    ("review", "body"): Hint.BODY,
    ("post", "body"): Hint.BODY,
    ("story", "body"): Hint.BODY,
    ("entry", "body"): Hint.BODY,
    ("post", "ratings"): Hint.VOTE,
}

HINTING_ATTRIBUTES = ("itemprop", "rel", "property", "aria-label")
"""Attributes beside class and id whose words count as tokens, too."""


TELLING = frozenset().union(
    REGION_OF_TOKEN, HINT_OF_TOKEN, WEAK_TOKENS, *PAIRS, *HINT_OF_PAIR
)  # fmt: skip
"""Tokens that say anything; most class strings hold none of them."""

BORDERS = str.maketrans("_ :/.\n\t", "-------")


@lru_cache(maxsize=16384)
def read_classes(classes: str) -> tuple[Region | None, int, bool]:
    """The region a class or id string opens, what it hints at, and whether the region is sure."""
    tokens = tokens_of(classes[:MAX_CLASSES])
    if TELLING.isdisjoint(tokens):
        return None, Hint.NONE, True
    region = _region(tokens)
    if region is None and not WEAK_TOKENS.isdisjoint(tokens) and NOT_REGION.isdisjoint(tokens):
        return Region.ASIDE, _hint(tokens), False
    return region, _hint(tokens), True


def tokens_of(classes: str) -> list[str]:
    """Words of a class string, camel case taken apart where there is any."""
    if classes.islower():
        return [token for token in classes.translate(BORDERS).split("-") if token]
    return [token.lower() for piece in classes.split() for token in _camel(piece)]


def _camel(piece: str) -> list[str]:
    """The words of one class; of ``fnBHWJ``, which a style library made up, none."""
    tokens = TOKENS.findall(piece)
    if piece.isalpha() and min(map(len, tokens), default=0) < MIN_WORD and len(tokens) > 1:
        return []
    return tokens


def _region(tokens: list[str]) -> Region | None:
    for pair in pairwise(tokens):
        if pair in PAIRS:
            return PAIRS[pair]
    if not NOT_REGION.isdisjoint(tokens) or ("footer" in tokens and not FEET.issuperset(set(tokens) - {"footer"})):
        return None
    return next((REGION_OF_TOKEN[token] for token in tokens if token in REGION_OF_TOKEN), None)


def _hint(tokens: list[str]) -> int:
    hint = Hint.NONE
    for token in tokens:
        hint |= HINT_OF_TOKEN.get(token, Hint.NONE)
    for pair in pairwise(tokens):
        hint |= HINT_OF_PAIR.get(pair, Hint.NONE)
    return hint
