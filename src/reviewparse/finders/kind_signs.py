"""Signs of what a page reviews, and whether it reviews at all: each with a name, a weight and its words.

Used twice: early, to read the headline (books print the title first, records last), and at the end, to name the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from reviewparse.document import Document, Fact
from reviewparse.evidence import Span
from reviewparse.finders.kind_tables import FIELD_KINDS, KEY_KINDS, MUSIC, ROLE_KINDS, SCHEMA_KINDS
from reviewparse.finders.title_headings import titles_of
from reviewparse.finders.work_lines import CardLine
from reviewparse.languages import Words
from reviewparse.metadata.front_matter_keys import squeeze
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_words import Sense, phrases_in

REVIEW = "review"
"""What a sign says that does not tell a kind, but that the page is a review."""

REVIEW_TYPES = frozenset(("Review", "CriticReview", "ReviewNewsArticle"))

MUSIC_KINDS = ("album", "soundtrack", "live", "single", MUSIC)

WEIGHTS = {
    "schema": 5.0,
    "product type": 1.5,
    "headline": 4.0,
    "stated title": 3.0,
    "layout": 3.0,
    "category": 3.0,
    "breadcrumb": 2.5,
    "address": 2.0,
    "section heading": 2.0,
    "tag": 1.5,
    "labelled line": 2.0,
    "front matter": 2.0,
    "definition": 2.0,
    "text": 1.5,
    "sort of music": 1.5,
}
"""How much a sign of each name counts; a kind is counted once for each name."""

FRONT_MATTER = "front-matter"

_UNKNOWN = f"{FRONT_MATTER}."

MAX_TAGS = 30

MAX_HEADINGS = 6
"""Headings among which the name of a section is looked for."""

MAX_SECTION = 40
"""Characters of such a heading."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to believe that a page is about a kind of work, or that it is a review."""

    name: str
    says: str
    """A kind of ``Review.kind``, or ``REVIEW``."""
    weight: float
    quote: str
    span: Span | None = None
    locator: str | None = None


def _told(name: str, text: str, words: Words, locator: str | None) -> Iterator[Sign]:
    """What the type and review words of a short text say."""
    for phrase in phrases_in(text, words):
        if phrase.kind is not None:
            yield Sign(name, phrase.kind, WEIGHTS[name], text, locator=locator)
        if phrase.senses & {Sense.REVIEW, Sense.SEVERAL}:
            yield Sign(name, REVIEW, WEIGHTS[name], text, locator=locator)


def stated_signs(document: Document) -> Iterator[Sign]:
    """Signs of metadata: types, sections, tags, path of the address."""
    words = document.words
    for fact in document.facts:
        if fact.path in ("kind", "work.type") or (fact.path == "work.title" and "type" in fact.more):
            yield from _typed(fact, words)
        elif fact.path == "category":
            yield from _told("category", fact.value, words, fact.locator)
        elif fact.path == "breadcrumb" and "/" not in fact.value:
            yield from _told("breadcrumb", fact.value, words, fact.locator)
        elif fact.path == "url":
            yield from _told("address", path_words(fact.value), words, fact.locator)
    for fact in document.facts_of("tag")[:MAX_TAGS]:
        yield from _told("tag", fact.value.replace("-", " "), words, fact.locator)
    yield from _keyed_signs(document)


def _keyed_signs(document: Document) -> Iterator[Sign]:
    """What keys of front matter tell: ``director``, ``goodreads_url``."""
    for fact in document.facts:
        if fact.source != FRONT_MATTER:
            continue
        if fact.path in ("work.creator", "credit"):
            kind = ROLE_KINDS.get(fact.more.get("role", ""))
        elif fact.path.startswith(_UNKNOWN) or fact.path == "work.catalogue":
            key = squeeze(fact.locator.rpartition(":")[2].rpartition(".")[2])
            kind = next((kind for name, kind in KEY_KINDS.items() if name in key), None)
        else:
            kind = None
        if kind is not None:
            yield Sign("front matter", kind, WEIGHTS["front matter"], fact.value, locator=fact.locator)


def _typed(fact: Fact, words: Words) -> Iterator[Sign]:
    value = fact.more.get("type", "") if fact.path == "work.title" else fact.value
    if value in REVIEW_TYPES:
        yield Sign("schema", REVIEW, WEIGHTS["schema"], value, locator=fact.locator)
    elif value in SCHEMA_KINDS:
        kind = SCHEMA_KINDS[value]
        weight = WEIGHTS["product type" if kind == "product" else "schema"]
        yield Sign("schema", kind, weight, value, locator=fact.locator)
    elif fact.source == FRONT_MATTER:
        yield from _told("layout", value, words, fact.locator)


def path_words(url: str) -> str:
    """The words of an address's path; of its last part, which repeats the headline, only the first word."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    sections, _, last = path.strip("/").rpartition("/")
    return (
        f"{sections} | {last.split('-', 1)[0] if '-' in last else ''}".replace("-", " ")
        .replace("_", " ")
        .replace("/", " | ")
    )


def link_signs(document: Document) -> Iterator[Sign]:
    """Links that call themselves a category or tag: ``rel="category tag"``."""
    for element in [element for element in document.elements if element.tag == "a" and "rel" in element.attrs]:
        rel = element.attrs["rel"]
        if "tag" in rel and element.text:
            name = "category" if "category" in rel else "tag"
            yield from _told(name, element.text, document.words, f"link: rel={rel}")


def heading_signs(document: Document) -> Iterator[Sign]:
    """Headings that only name a section: ``music reviews``."""
    for heading in titles_of(document).headings[:MAX_HEADINGS]:
        if len(heading.text) <= MAX_SECTION and (phrases := all_known(heading.text, document.words)):
            span = (heading.start, heading.end)
            for says in {phrase.kind for phrase in phrases if phrase.kind}:
                yield Sign("section heading", says, WEIGHTS["section heading"], heading.text, span)
            if any(phrase.senses & {Sense.REVIEW, Sense.SEVERAL} for phrase in phrases):
                yield Sign("section heading", REVIEW, WEIGHTS["section heading"], heading.text, span)


def labelled_signs(facts: Iterable[CardLine], words: Words) -> Iterator[Sign]:
    """Signs of labelled facts: who has a director is a film, what has pages a book; records name composers, too."""
    facts = tuple(facts)
    performed = any(fact.field == "artist" for fact in facts)
    kinds = _fact_kinds(words)
    for fact in facts:
        kind = FIELD_KINDS.get(fact.field) or kinds.get(fact.label)
        if kind is not None and not (fact.field == "composer" and performed):
            span = (fact.start, fact.start + len(fact.value))
            yield Sign("labelled line", kind, WEIGHTS["labelled line"], fact.value, span)


@lru_cache(maxsize=64)
def _fact_kinds(words: Words) -> dict[str, str]:
    """Folded label -> kind; a label that two kinds have tells neither."""
    found: dict[str, set[str]] = {}
    for kind, phrases in words.work.fact_kinds.items():
        for phrase in phrases:
            found.setdefault(fold(phrase), set()).add(kind)
    return {label: next(iter(kinds)) for label, kinds in found.items() if len(kinds) == 1}


def vote(signs: Iterable[Sign]) -> list[tuple[str, float]]:
    """Kinds with their weights, the likeliest first; each sort of sign counts once for a kind.

    What says no more than music counts for the likeliest kind of music, a record when nothing else is told.
    """
    heaviest: dict[tuple[str, str], float] = {}
    for sign in signs:
        if sign.says != REVIEW:
            key = (sign.name, sign.says)
            heaviest[key] = max(heaviest.get(key, 0.0), sign.weight)
    totals: dict[str, float] = {}
    for (_, kind), weight in heaviest.items():
        totals[kind] = totals.get(kind, 0.0) + weight
    music = totals.pop(MUSIC, 0.0)
    if music:
        told = [kind for kind in MUSIC_KINDS if kind in totals]
        kind = max(told, key=lambda kind: totals[kind]) if told else "album"
        totals[kind] = totals.get(kind, 0.0) + music
    return sorted(totals.items(), key=lambda item: (-item[1], item[0]))
