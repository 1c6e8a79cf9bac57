"""Printed headings and stated titles: what may be the headline of a page, and the name of its site.

Shared by the finders of the title and of the reviewed work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reviewparse.document import Block, Document, Element, Fact, Hint, Region
from reviewparse.evidence import Hit

MAX_TITLE = 300
"""Characters of the longest headline."""

MAX_HEADINGS = 40
"""Headings of a page that are looked at."""

HEADINGS = ("h1", "h2", "h3", "h4")

_SEPARATOR = re.compile(r"\s{1,3}(?:[|–—»«·•~:/-]|::|--)\s{1,3}|\s{0,3}[|»«•：]\s{0,3}|:\s{1,3}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed heading, maybe over several lines."""

    element: Element
    text: str
    start: int
    end: int

    def hit(self, document: Document) -> Hit[str]:
        """The heading as the value of a title."""
        return Hit(self.text, document.text[self.start : self.end], (self.start, self.end))


def fold_title(text: str) -> str:
    """Comparable form: letters and digits only, case folded.

    >>> fold_title("The Sparrows – “Cold Tap”") == fold_title('THE SPARROWS - "Cold Tap"')
    True
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in text).split())


def headings(document: Document) -> list[Heading]:
    """Headings that may be the article's: not in navigation, sidebars, comments or lists of other articles.

    Two ``h1`` in a row, as old pages print a headline in two lines, are one.
    """
    found: list[Heading] = []
    seen: set[int] = set()
    for block in document.blocks:
        if block.region not in (Region.ARTICLE, Region.HEADER):
            continue
        element = _heading_of(block)
        if element is None or id(element) in seen:
            continue
        seen.add(id(element))
        heading = _read(document, element)
        if heading is None:
            continue
        if found and element.tag == found[-1].element.tag == "h1" and found[-1].end + 1 == heading.start:
            last = found.pop()
            heading = Heading(last.element, f"{last.text} {heading.text}", last.start, heading.end)
        found.append(heading)
        if len(found) == MAX_HEADINGS:
            break
    return found


def _heading_of(block: Block) -> Element | None:
    """The heading element a block stands in; an element that only calls itself a title counts, too."""
    for depth, element in enumerate(block.element.ancestors()):
        if element.tag in HEADINGS or (element.hints & Hint.TITLE and element.tag not in ("html", "body", "main")):
            return element if element.last - element.first <= 3 else None
        if depth == 2:
            break
    return None


def _read(document: Document, element: Element) -> Heading | None:
    blocks = document.blocks[element.first : element.last]
    text = " ".join(block.text for block in blocks)
    if not fold_title(text) or len(text) > MAX_TITLE:
        return None
    return Heading(element, text, blocks[0].start, blocks[-1].end)


def site_names(document: Document) -> frozenset[str]:
    """Folded names of the site."""
    facts = (*document.facts_of("site_name"), *document.facts_of("publisher"))
    return frozenset(fold_title(fact.value) for fact in facts) - {""}


def without_site(title: str, sites: frozenset[str]) -> str:
    """A stated title without the name of the site before or behind it.

    >>> without_site("Cold Tap review | The Daily Heron", frozenset({"the daily heron"}))
    'Cold Tap review'
    """
    for match in _SEPARATOR.finditer(title):
        before, behind = title[: match.start()], title[match.end() :]
        if fold_title(behind) in sites and fold_title(before):
            return before.strip()
        if fold_title(before) in sites and fold_title(behind):
            return without_site(behind.strip(), sites)
    return title.strip()


def stated_titles(document: Document) -> list[tuple[Fact, str]]:
    """The titles that metadata states, without the name of the site; no leads, and not the site's name alone."""
    sites = site_names(document)
    stated = [(fact, without_site(" ".join(fact.value.split()), sites)) for fact in document.facts_of("title")]
    leads = {fact.value for fact in document.facts_of("description")}
    return [
        (fact, title)
        for fact, title in stated
        if fold_title(title) not in (sites | {""}) and len(title) <= MAX_TITLE and fact.value not in leads
    ]


def parts_of(title: str) -> Iterator[str]:
    """Folded beginnings and endings of a stated title at its separators: what remains without the site's name."""
    for match in _SEPARATOR.finditer(title):
        yield fold_title(title[: match.start()])
        yield fold_title(title[match.end() :])


def links_home(document: Document, heading: Heading) -> bool:
    """A masthead is a link to the front page."""
    for block in document.blocks[heading.element.first : heading.element.last]:
        for mark in block.marks:
            if mark.tag == "a" and mark.attrs.get("href", "x").split("#")[0].split("?")[0] in (
                "/",
                "./",
                "index.html",
                "..",
            ):
                return True
    return False
