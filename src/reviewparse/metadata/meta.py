"""The head of a page: ``<title>``, ``<meta>``, ``<link>``, ``<html lang>``, and the page's address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from reviewparse.document import Fact
from reviewparse.metadata.statements import MOST_FACTS
from reviewparse.metadata.values import clean

MOST_ELEMENTS: Final = 600


def _table(**names: str) -> dict[str, str]:
    return {name: path.replace("__", ".") for path, listed in names.items() for name in listed.split()}


PATHS: Final = _table(
    title=(
        "og:title twitter:title dc.title dcterms.title parsely-title sailthru.title title headline citation_title "
        "article:title twitter:text:title hdl name"
    ),
    author=(
        "author article:author article:author_name og:article:author article.author dc.creator dcterms.creator "
        "parsely-author sailthru.author byl byline creator citation_author cxenseparse:author rbauthors "
        "dc.author"
    ),
    published=(
        "article:published_time og:article:published_time og:published_time article:published article.published "
        "datepublished pubdate publishdate publish_date publish-date published published_time published-date "
        "publish_time publication_date pub_date date dc.date dc.date.issued dc.date.created dcterms.date "
        "dcterms.issued dcterms.created parsely-pub-date sailthru.date originalpublicationdate article_date_original "
        "rnews:datepublished citation_publication_date citation_date bt:pubdate cxenseparse:recs:publishtime "
        "dcsext.articlefirstpublished mediator_published_time shareaholic:article_published_time"
    ),
    updated=(
        "article:modified_time og:article:modified_time og:updated_time og:modified_time article:updated_time "
        "article:modified article.updated datemodified modified modified_time last-modified lastmod revised "
        "dc.date.modified dcterms.modified bt:moddate shareaholic:article_modified_time"
    ),
    category=(
        "article:section og:article:section parsely-section section sections category channel article.section "
        "cxenseparse:articlesection"
    ),
    tag=(
        "article:tag og:article:tag keywords news_keywords parsely-tags sailthru.tags dc.subject dcterms.subject "
        "citation_keywords tags"
    ),
    kind="og:type parsely-type dc.type dcterms.type cxenseparse:articletype",
    site_name="og:site_name application-name apple-mobile-web-app-title citation_journal_title",
    url="og:url twitter:url parsely-link",
    lang="og:locale dc.language dcterms.language language content-language",
    description="description og:description twitter:description dc.description",
    publisher="dc.publisher dcterms.publisher publisher article:publisher_name",
    generator="generator",
    work__creator="book:author music:musician video:director product:brand",
    work__released="book:release_date music:release_date video:release_date",
    work__catalogue="book:isbn",
    work__duration="music:duration video:duration",
)
"""Name of a ``<meta>`` -> path. Names that rate a page for children (``rating``) are no verdicts."""

ROLES: Final = {
    "book:author": "author",
    "music:musician": "artist",
    "video:director": "director",
    "product:brand": "brand",
}

_SOURCES: Final = (
    ("og:", "opengraph"),
    ("article:", "opengraph"),
    ("book:", "opengraph"),
    ("music:", "opengraph"),
    ("video:", "opengraph"),
    ("product:", "opengraph"),
    ("parsely-", "parsely"),
    ("sailthru.", "sailthru"),
    ("dcterms.", "dublin-core"),
    ("dc.", "dublin-core"),
    ("twitter:", "twitter"),
)


def _row(name: str, path: str) -> tuple[str, str, str]:
    source = next((source for start, source in _SOURCES if name.startswith(start)), "meta")
    return path, source, f"{source}: {name}"


_ROWS: Final = {name: _row(name, path) for name, path in PATHS.items()}
"""Name of a ``<meta>`` -> path, source and locator of its fact."""

_LABELLED = re.compile(r"twitter:(label|data)(\d)")
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)")
_NAMES: Final = frozenset(("author", "work.creator"))
_SPLIT: Final = 30
"""Tags of one ``keywords`` line that are read."""


def read_head(elements: Iterable[etree._Element]) -> list[Fact]:
    """What ``<title>``, ``<meta>`` and ``<link>`` elements state, source by source, in page order."""
    facts: list[Fact] = []
    labels: dict[str, str] = {}
    for element in islice(elements, MOST_ELEMENTS):
        if element.tag == "meta":
            written = element.get("property") or element.get("name")
            name = (written or element.get("itemprop") or element.get("http-equiv") or "").lower()
            if name in _ROWS:
                facts += _of_meta(element, name, is_property=written is None)
            elif name.startswith("twitter:"):
                facts += _labelled(name, element, labels)
        elif element.tag == "link":
            if element.get("rel") == "canonical":
                facts.append(Fact("url", clean(element.get("href") or ""), "link: canonical", "link"))
        elif _stands_in_head(element):
            facts.append(Fact("title", clean(element.text or ""), "title-tag: title", "title-tag"))
    stated: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.value:
            stated.setdefault(fact.source, []).append(fact)
    return [fact for same in stated.values() for fact in same[:MOST_FACTS]]


def read_page(root: etree._Element, url: str | None) -> list[Fact]:
    """The language ``<html>`` declares, and what the address says."""
    lang = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    facts = [Fact("lang", clean(lang), "html: lang", "html")] if lang else []
    if url:
        facts.append(Fact("url", clean(url), "url: given", "url"))
        facts.append(Fact("url_date", _day_of(url), "url: path", "url"))
    return [fact for fact in facts if fact.value]


def _of_meta(element: etree._Element, name: str, *, is_property: bool) -> list[Fact]:
    # An itemprop in the text belongs to an object there; "name" is a headline only as an itemprop.
    if (is_property and not _stands_in_head(element)) or (name == "name" and not is_property):
        return []
    path, source, locator = _ROWS[name]
    content = clean(element.get("content") or "")
    if path == "tag":
        return [Fact(path, tag, locator, source) for tag in _tags(content)]
    if path in _NAMES and ("://" in content or content.startswith(("@", "/"))):
        return []  # the address of a profile
    return [Fact(path, content, locator, source, {"role": ROLES[name]} if name in ROLES else {})]


def _labelled(name: str, element: etree._Element, labels: dict[str, str]) -> list[Fact]:
    """``twitter:label1`` and ``twitter:data1``, a label and its value in the page's language."""
    match = _LABELLED.fullmatch(name)
    content = clean(element.get("content") or "")
    if match is None:
        return []
    if match[1] == "label":
        labels[match[2]] = content
        return []
    return [Fact("labelled", content, f"twitter: {name}", "twitter", {"label": labels.get(match[2], "")})]


def _tags(text: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(",")) if part][:_SPLIT]


def _stands_in_head(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {"head", "html"}


def _day_of(url: str) -> str:
    """The day or month an address is filed under.

    >>> _day_of("https://example.org/2010/10/12/cold-tap/"), _day_of("https://example.org/2010/10/cold-tap")
    ('2010-10-12', '2010-10')
    """
    try:
        match = _DAY_IN_PATH.search(urlsplit(url).path[:300])
    except ValueError:
        return ""
    return "-".join(part for part in match.groups() if part) if match else ""
