"""Printed headings and stated titles: what may be the headline of a page, and the name of its site.

Shared by the finders of the title and of the reviewed work.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.document import Document, Element, Fact, Hint, Region, once
from reviewparse.evidence import Hit

MAX_TITLE = 300
"""Characters of the longest headline."""

MAX_HEADINGS = 40
"""Headings of a page that are looked at."""

HEADINGS = ("h1", "h2", "h3", "h4")

REGIONS = frozenset((Region.ARTICLE, Region.HEADER))

INLINE = frozenset(("html", "body", "main", "a", "span"))
"""What calls itself a title and is too wide or too narrow to be a heading."""

HOMES = frozenset(("/", "./", "index.html", ".."))
"""Addresses of front pages."""

MAX_LINES = 3
"""Lines of one heading."""

_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、")
"""The number of a section in Chinese and Japanese articles: ``三、总结``."""

_NO_WORD = re.compile(r"[\W_]+")

_PLAIN = bytes(ord(chr(char).lower()) if char < 128 and chr(char).isalnum() else 32 for char in range(256))
"""ASCII in small letters, with blanks for all signs."""

SEPARATOR = re.compile(r"\s{1,3}(?:[|–—»«·•~:/-]|::|--)\s{1,3}|\s{0,3}[|»«•：]\s{0,3}|:\s{1,3}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed heading, maybe over several lines."""

    element: Element
    text: str
    folded: str
    start: int
    end: int

    @property
    def ranked(self) -> bool:
        """Whether it is marked up as a heading, not only named like one."""
        return self.element.tag in HEADINGS

    def hit(self, document: Document) -> Hit[str]:
        """The heading as the value of a title."""
        return Hit(self.text, document.text[self.start : self.end], (self.start, self.end))


@dataclass(frozen=True, slots=True)
class Stated:
    """A title that metadata states."""

    fact: Fact
    text: str
    """Without the name of the site."""
    folded: str


@dataclass(frozen=True, slots=True, eq=False)
class Titles:
    """All that a page offers as its headline, read once for the finders of title, work and kind."""

    headings: tuple[Heading, ...]
    stated: tuple[Stated, ...]
    sites: frozenset[str]
    """Folded names of the site."""


@lru_cache(maxsize=256)
def fold_title(text: str) -> str:
    """Comparable form: letters and digits only, case folded.

    >>> fold_title("The Sparrows – “Cold Tap”") == fold_title('THE SPARROWS - "Cold Tap"')
    True
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if text.isascii():
        return " ".join(text.encode().translate(_PLAIN).decode().split())
    return _NO_WORD.sub(" ", text.casefold()).strip()


@once
def titles_of(document: Document) -> Titles:
    """Headings, stated titles and site names of a page."""
    sites = _site_names(document)
    return Titles(tuple(_headings(document)), tuple(_stated(document, sites)), sites)


def _headings(document: Document) -> Iterator[Heading]:
    """Headings that may be the article's: not in navigation, sidebars, comments or lists of other articles.

    Two ``h1`` in a row, as old pages print a headline in two lines, are one.
    """
    last: Heading | None = None
    for element in itertools.islice(_heading_elements(document), MAX_HEADINGS):
        heading = _read(document, element)
        if heading is None:
            continue
        if last is not None and _goes_on(last, heading):
            text = f"{last.text} {heading.text}"
            last = Heading(last.element, text, fold_title(text), last.start, heading.end)
            continue
        if last is not None:
            yield last
        last = heading
    if last is not None:
        yield last


def _goes_on(last: Heading, heading: Heading) -> bool:
    """Whether two ``h1`` stand side by side in one place; a masthead stands in another than the headline."""
    one, other = last.element, heading.element
    return one.tag == other.tag == "h1" and one.parent is other.parent and last.end + 1 == heading.start


def _heading_elements(document: Document) -> Iterator[Element]:
    """Elements of few lines that are headings, or call themselves a title and hold none."""
    end = -1
    for element in document.elements:
        few = 0 < element.last - element.first <= MAX_LINES
        if not few or (element.tag not in HEADINGS and not element.hints & Hint.TITLE):
            continue
        if document.blocks[element.first].region in REGIONS and element.first >= end and element.tag not in INLINE:
            inner = element if element.tag in HEADINGS else _heading_inside(document, element)
            end = inner.last
            yield inner


def _heading_inside(document: Document, element: Element) -> Element:
    """The heading in an element that calls itself a title; the element when it holds none."""
    for block in document.blocks[element.first : element.last]:
        heading = block.element.closest(*HEADINGS)
        if heading is not None:
            return heading
    return element


def _read(document: Document, element: Element) -> Heading | None:
    blocks = document.blocks[element.first : element.last]
    text = " ".join(block.text for block in blocks)
    folded = fold_title(text) if len(text) <= MAX_TITLE and _SECTION.match(text) is None else ""
    return Heading(element, text, folded, blocks[0].start, blocks[-1].end) if folded else None


def _site_names(document: Document) -> frozenset[str]:
    facts = (*document.facts_of("site_name"), *document.facts_of("publisher"))
    return frozenset(fold_title(fact.value) for fact in facts) - {""}


@lru_cache(maxsize=256)
def without_site(title: str, sites: frozenset[str]) -> str:
    """A stated title without the name of the site before or behind it.

    >>> without_site("Cold Tap review | The Daily Heron", frozenset({"the daily heron"}))
    'Cold Tap review'
    """
    for match in SEPARATOR.finditer(title) if sites else ():
        before, behind = title[: match.start()], title[match.end() :]
        if fold_title(behind) in sites and fold_title(before):
            return before.strip()
        if fold_title(before) in sites and fold_title(behind):
            return without_site(behind.strip(), sites)
    return title.strip()


def _stated(document: Document, sites: frozenset[str]) -> Iterator[Stated]:
    """Stated titles; no leads, and not the site's name alone."""
    leads = {fact.value for fact in document.facts_of("description")}
    for fact in document.facts_of("title"):
        if fact.value in leads or len(fact.value) > MAX_TITLE:
            continue
        text = without_site(" ".join(fact.value.split()), sites)
        folded = fold_title(text)
        if folded and folded not in sites:
            yield Stated(fact, text, folded)


def parts_of(title: str) -> Iterator[str]:
    """Folded beginnings and endings of a stated title at its separators: what remains without the site's name."""
    for match in SEPARATOR.finditer(title):
        yield fold_title(title[: match.start()])
        yield fold_title(title[match.end() :])


def links_home(document: Document, heading: Heading) -> bool:
    """A masthead is a link to the front page."""
    blocks = document.blocks[heading.element.first : heading.element.last]
    links = (mark for block in blocks for mark in block.marks if mark.tag == "a")
    return any(
        link.attrs.get("href", "").split("#")[0].split("?")[0] in HOMES for link in links if "href" in link.attrs
    )
