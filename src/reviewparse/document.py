"""A page as finders see it: canonical text, blocks with offsets, the elements around them, facts and words.

No parser object is reachable from here: everything is plain strings and numbers, so a document can be kept, compared
and pickled after the tree is gone. ``reviewparse.reading`` builds it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import wraps
from operator import attrgetter
from typing import Any, Concatenate, ParamSpec, TypeVar

from reviewparse.languages import Words
from reviewparse.limits import DEFAULT, Limits

BY_PATH = "facts by path"

_start = attrgetter("start")

T = TypeVar("T")
P = ParamSpec("P")


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""Tags that head what follows them."""


class Region(Enum):
    """The part of a page a block belongs to. Only ``ARTICLE`` may win; the rest is kept for ``explain``."""

    ARTICLE = "article"
    """The article and whatever stands around it without a sign of being something else."""
    HEADER = "header"
    """The site's masthead."""
    NAV = "nav"
    ASIDE = "aside"
    """Sidebars and widgets."""
    COMMENTS = "comments"
    RELATED = "related"
    """Lists of other articles."""
    BIO = "bio"
    """The author's box: no part of the article, but it may confirm a byline."""
    FOOTER = "footer"


class Hint:
    """What the class, id, itemprop or data attributes of an element suggest: bits of one number.

    Plain integers, not ``enum.Flag``: they are combined once for every element of a page.
    """

    NONE = 0
    TITLE = 1
    AUTHOR = 2
    DATE = 4
    RATING = 8
    VOTE = 16
    """A widget for readers to vote, or an aggregate of their votes."""
    TRACKS = 32
    CREDITS = 64
    META = 128
    """A strip of byline, date and the like: ``entry-meta``, ``post-info``."""
    BODY = 256
    """The article's own text: ``entry-content``, ``article-body``."""


class Element:
    """What is kept of a tag: every block-level one, and inline ones that have attributes or emphasise."""

    __slots__ = ("attrs", "first", "hints", "last", "parent", "tag", "text")

    def __init__(self, tag: str, attrs: Mapping[str, str], parent: Element | None, first: int, hints: int) -> None:
        """An element that was just opened; ``last`` and ``text`` are set when it closes."""
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.first = first
        """Index of the first block that stands in it, or of the block it stands in when inline."""
        self.last = first
        """Index one past its last block; equal to ``first`` when it holds no text."""
        self.text = ""
        """Printed text of an inline element; ``""`` for a block-level one, whose text is its blocks'."""
        self.hints = hints

    def __repr__(self) -> str:
        """``<span class="byline"> 3:4 'Mara Linfield'``."""
        attrs = "".join(f' {key}="{value}"' for key, value in self.attrs.items())
        return f"<{self.tag}{attrs}> {self.first}:{self.last} {self.text!r}"

    def ancestors(self) -> Iterator[Element]:
        """The element itself, then its parents, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def closest(self, *tags: str) -> Element | None:
        """The innermost of itself and its parents that has one of these tags."""
        element: Element | None = self
        while element is not None and element.tag not in tags:
            element = element.parent
        return element


@dataclass(slots=True, eq=False)
class Block:
    """One printed line or paragraph: a run of text between block borders, ``<br>`` or newlines.

    White space is folded to single blanks; ``document.text[block.start:block.end] == block.text``.
    """

    index: int
    start: int
    text: str
    tag: str
    """The innermost block-level tag: ``p``, ``h1``, ``li``, ``td``, ``pre`` ...; ``p`` in plain text."""
    element: Element
    """The innermost block-level element."""
    region: Region = Region.ARTICLE
    marks: tuple[Element, ...] = ()
    """Inline elements inside it, in order: links, emphasis, ``<time>``, images, spans with attributes."""
    paragraph: int = 0
    """Lines of one paragraph (hard-wrapped text, single ``<br>``) share this number."""
    has_digit: bool = False
    """Whether any decimal digit stands in it; asked before most patterns are tried."""

    @property
    def end(self) -> int:
        """Offset one past its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the page's metadata, whatever the syntax it was written in."""

    path: str
    """``title``, ``author``, ``published``, ``updated``, ``rating``, ``work.title`` ...: see ``metadata``."""
    value: str
    locator: str
    """Where it stands: ``json-ld: Review.author.name``, ``meta: article:published_time``."""
    source: str
    """``json-ld``, ``microdata``, ``rdfa``, ``hreview``, ``h-entry``, ``opengraph``, ``meta``, ``front-matter`` ..."""
    more: Mapping[str, str] = field(default_factory=dict)
    """What belongs to it: ``best``, ``worst`` and ``subject`` of a rating, ``type`` of an author."""


@dataclass(slots=True, eq=False)
class Document:
    """One page, read once; finders only look at it."""

    text: str
    """The canonical text: all blocks, joined by newlines. Spans of evidence are offsets into it."""
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...] = ()
    """All kept elements, in document order."""
    facts: tuple[Fact, ...] = ()
    words: Words = field(default_factory=Words)
    """Word tables of the page's language and English, merged."""
    lang: str | None = None
    """ISO 639-1 code of the page's language."""
    url: str | None = None
    now: dt.datetime | None = None
    """Anchor of relative dates, given by the caller; without it they are left out."""
    limits: Limits = DEFAULT
    """How much of it is read."""
    warnings: tuple[str, ...] = ()
    """Codes of ``limits.WARNINGS``: what was cut short while reading."""

    views: dict[object, Any] = field(default_factory=dict, repr=False)
    """What ``once`` keeps: answers that several finders share."""

    def article(self) -> tuple[Block, ...]:
        """The blocks of the article, in order: no navigation, sidebar, comments or footer."""
        return _article(self)

    def lowered(self) -> str:
        """The canonical text in lower case, every character where it stood."""
        return _lowered(self)

    def holding(self, phrases: Iterable[str]) -> list[Block]:
        """The blocks of the article in which one of these phrases stands, given in small letters; in page order.

        The text is searched as a whole, since most phrases stand in no line of it.
        """
        lowered, blocks = self.lowered(), self.blocks
        found: set[int] = set()
        for phrase in phrases:
            at = lowered.find(phrase)
            while at >= 0:
                number = bisect_right(blocks, at, key=_start) - 1
                found.add(number)
                at = lowered.find(phrase, blocks[number].end)
        return [blocks[number] for number in sorted(found) if blocks[number].region is Region.ARTICLE]

    def facts_of(self, path: str) -> tuple[Fact, ...]:
        """The facts of one path, in the order of the page."""
        by_path: dict[str, tuple[Fact, ...]] | None = self.views.get(BY_PATH)
        if by_path is None:
            by_path = self.views[BY_PATH] = _facts_by_path(self)
        return by_path.get(path, ())

    def hinted(self, hint: int) -> tuple[Element, ...]:
        """Elements whose attributes suggest something, in document order."""
        return _hinted(self, hint)

    def blocks_of(self, element: Element) -> tuple[Block, ...]:
        """The blocks that stand in an element (for an inline one, the block around it)."""
        return self.blocks[element.first : max(element.last, element.first + (1 if element.text else 0))]


def once(view: Callable[Concatenate[Document, P], T]) -> Callable[Concatenate[Document, P], T]:
    """A view of a document that is computed once and kept with it, not in a cache that outlives the document."""

    @wraps(view)
    def shared(document: Document, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (view, *args) if args else view
        views = document.views
        if key in views:
            answer: T = views[key]
        else:
            answer = views[key] = view(document, *args, **kwargs)
        return answer

    return shared


@once
def _article(document: Document) -> tuple[Block, ...]:
    return tuple([block for block in document.blocks if block.region is Region.ARTICLE])


@once
def _lowered(document: Document) -> str:
    if "İ" in document.text:
        return document.text.replace("İ", "i").lower()
    return "\n".join([block.text.lower() for block in document.blocks])  # lines of ASCII cost next to nothing


def _facts_by_path(document: Document) -> dict[str, tuple[Fact, ...]]:
    paths: dict[str, list[Fact]] = {}
    for fact in document.facts:
        paths.setdefault(fact.path, []).append(fact)
    return {path: tuple(facts) for path, facts in paths.items()}


@once
def _hinted(document: Document, hint: int) -> tuple[Element, ...]:
    return tuple([element for element in document.elements if element.hints & hint])
