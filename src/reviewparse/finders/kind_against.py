"""Signs that a page is no review: a recipe, a shop, lyrics, news, a list of the best, an announcement."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

from reviewparse.document import Document, once
from reviewparse.finders.kind_signs import Sign, path_words
from reviewparse.finders.work_subject import Subject
from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_words import key_of, words_of

NO_REVIEW = "not-review"

HEADLINE = -4.0
"""A word of such pages in the headline: ``Cold Tap lyrics``."""

SECTION = -2.5
"""In section, path to the page or address: ``news``, ``recipes``."""

LINE = -3.0
"""A line of its own, or a label: ``Ingredients``, ``Add to cart``."""

NEWS_TYPE = -2.0
"""Metadata calls it a news article."""

TRUTH_TYPE = -5.0
"""Metadata calls it a check of a claim."""

READERS_ONLY = -2.0
"""Only readers' marks are stated, as by shops, recipes and databases."""

NEWS_TYPES = frozenset(
    ("NewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting")
)
TRUTH_TYPES = frozenset(("ClaimReview", "MediaReview"))

SECTIONS = frozenset(("news",))
"""Sorts of pages told by their section only: their words stand in any headline."""

LINES = frozenset(("recipe", "shop"))
"""Sorts of pages told by lines of theirs; words of the others stand alone on any page."""

MAX_LINE = 40
"""Characters of such a line."""

MAX_LINES = 400

SHORT = "hardly any prose"

NO_PROSE = -2.5
"""The page consists of lists and short lines."""

MIN_PROSE = 240
"""Characters of prose in the shortest review."""

MIN_PARAGRAPH = 70
"""Characters of the shortest line that may be prose."""


@lru_cache(maxsize=64)
def _phrases(words: Words) -> tuple[dict[tuple[str, ...], str], dict[str, int]]:
    """Phrase, word by word -> sort of page; and first word -> the most words of a phrase that begins with it."""
    table: dict[tuple[str, ...], str] = {}
    for sort, phrases in words.work.not_reviews.items():
        for phrase in phrases:
            table.setdefault(key_of(phrase), sort)
    table.pop((), None)
    longest: dict[str, int] = {}
    for key in table:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return table, longest


@lru_cache(maxsize=64)
def _lines(words: Words) -> tuple[dict[str, str], frozenset[str]]:
    """Line -> sort of page; and the first two characters of all lines."""
    table = {fold(phrase): sort for sort in LINES for phrase in words.work.not_reviews.get(sort, ())}
    return table, frozenset(line[:2] for line in table)


def signs_against(document: Document, subject: Subject) -> Iterator[Sign]:
    """All signs that a page is no review."""
    for reading in subject.readings:
        if reading.place != "subheading":
            for sort in _sorts(reading.text, document.words) - SECTIONS:
                yield Sign(f"{sort} in headline", NO_REVIEW, HEADLINE, reading.text, reading.span, reading.locator)
    for path in ("category", "breadcrumb", "url"):
        for fact in document.facts_of(path):
            text = path_words(fact.value) if path == "url" else fact.value
            for sort in _sorts(text, document.words):
                yield Sign(f"{sort} in {path}", NO_REVIEW, SECTION, text, locator=fact.locator)
    yield from _types(document)
    yield from furniture(document)
    # a page without blanks between words says as much in a third of the characters
    dense = 3 if document.words.family_name_first else 1
    prose = sum(len(block.text) for block in document.article() if len(block.text) * dense >= MIN_PARAGRAPH)
    if prose * dense < MIN_PROSE:
        yield Sign(SHORT, NO_REVIEW, NO_PROSE, str(prose), locator="text: characters in paragraphs")


def _types(document: Document) -> Iterator[Sign]:
    for fact in document.facts_of("kind"):
        if fact.value in NEWS_TYPES:
            yield Sign("news type", NO_REVIEW, NEWS_TYPE, fact.value, locator=fact.locator)
        elif fact.value in TRUTH_TYPES:
            yield Sign("truth type", NO_REVIEW, TRUTH_TYPE, fact.value, locator=fact.locator)
    stated = document.facts_of("aggregate_rating") or document.facts_of("reader_rating")
    if stated and not document.facts_of("rating"):
        yield Sign("readers' marks only", NO_REVIEW, READERS_ONLY, stated[0].value, locator=stated[0].locator)


@once
def furniture(document: Document) -> tuple[Sign, ...]:
    """Lines that only shops and recipes print."""
    return tuple(_furniture(document))


def _furniture(document: Document) -> Iterator[Sign]:
    table, beginnings = _lines(document.words)
    for block in itertools.islice(document.blocks, MAX_LINES):
        text = block.text
        if len(text) > MAX_LINE or (text[:1].isalnum() and text[:2].casefold() not in beginnings):
            continue
        if (sort := table.get(fold(text))) is not None:
            yield Sign(f"{sort} line", NO_REVIEW, LINE, text, (block.start, block.end))


def _sorts(text: str, words: Words) -> set[str]:
    """Sorts of pages that a short text names."""
    table, longest = _phrases(words)
    parts = [word.text for word in words_of(text)]
    found: set[str] = set()
    for index, first in enumerate(parts):
        for size in range(1, min(longest.get(first, 0), len(parts) - index) + 1):
            sort = table.get(tuple(parts[index : index + size]))
            if sort is not None:
                found.add(sort)
    return found
