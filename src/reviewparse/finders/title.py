"""Where the headline of an article stands: in the heading the page's metadata repeats, else in the likeliest one."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from reviewparse.document import Document
from reviewparse.evidence import Candidate, Hit
from reviewparse.finders.base import Finder, Known
from reviewparse.finders.title_headings import Heading, Stated, fold_title, links_home, parts_of, titles_of
from reviewparse.finders.title_lines import (
    MAX_EMPHASISED,
    MAX_FIRST,
    first_line,
    first_paragraph,
    heads_list,
    is_furniture,
    lacks_headings,
    window_titles,
)
from reviewparse.resolve import OUTRANKED, Choice, best

MAX_LINES = 40
"""Lines of an article among which its headline is looked for."""

MIN_COMMON = 16
"""Characters in which a heading and a longer or shorter stated title agree."""

MAIN = "title.main_heading"
IN_STATED = "title.heading_in_stated"
STATED = frozenset(("title.metadata", "title.title_tag", "title.stated_line"))
"""Finders that see no heading."""

EMPHASIS = ("b", "strong", "font", "big", "em", "i")


# --- finders ----------------------------------------------------------------------------------------------------------


def stated_heading(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The heading whose whole text metadata gives as title."""
    del known
    titles = titles_of(document)
    stated = {title.folded for title in titles.stated}
    for heading in titles.headings:
        if heading.folded in stated:
            yield heading.hit(document)


def heading_in_stated(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The heading that stands whole in a stated title, or that begins as one: ``Cold Tap`` of ``Cold Tap - The Heron``.

    An ``h1`` comes first, unless it is the masthead.
    """
    del known
    titles = titles_of(document)
    inside = [
        heading
        for heading in titles.headings
        if heading.folded not in titles.sites and any(_repeats(title, heading.folded) for title in titles.stated)
    ]
    own = [heading for heading in inside if not links_home(document, heading)] or inside
    main = [heading for heading in own if heading.element.tag == "h1"]
    ahead = [heading for heading in own if heading.ranked and _precedes(heading, main, titles.stated)]
    for heading in (ahead or main or own)[:1]:
        yield heading.hit(document)


def _precedes(heading: Heading, main: list[Heading], stated: tuple[Stated, ...]) -> bool:
    """Whether a stated title begins with a heading and ends with an ``h1`` above it: sites put their name last."""
    return any(
        other.start < heading.start
        and title.folded.startswith(f"{heading.folded} ")
        and title.folded.endswith(f" {other.folded}")
        for title in stated
        for other in main
        if other is not heading
    )


def _repeats(stated: Stated, heading: str) -> bool:
    """Whether a stated title holds a heading, or both begin with the same words: titles are cut or lengthened."""
    if f" {heading} " in f" {stated.folded} ":
        return True
    begin = stated.folded[: max(MIN_COMMON, len(heading) // 2)]
    return len(begin) >= MIN_COMMON and heading.startswith(begin)


def stated_line(document: Document, known: Known) -> Iterator[Hit[str]]:
    """A line, or a part of one set apart by markup, that is a stated title or a part of it at a separator."""
    del known
    titles = titles_of(document)
    parts = {part for title in titles.stated for part in (title.folded, *parts_of(title.text))} - titles.sites - {""}
    longest, begin = 2 * max(map(len, parts), default=0), {part[0] for part in parts}
    found: list[Hit[str]] = []
    for block in itertools.islice(document.article(), MAX_LINES):
        # what a paragraph sets off is no headline
        marks = block.marks if len(block.text) <= MAX_FIRST else ()
        texts = [block.text, *(mark.text for mark in marks if mark.text and mark.tag != "a")]
        for text in texts:
            if len(text) > longest or (text[:2].isascii() and text[:1].isalnum() and text[0].lower() not in begin):
                continue
            at = block.text.find(text) if fold_title(text) in parts else -1
            if at >= 0:
                found.append(Hit(text, text, (block.start + at, block.start + at + len(text))))
    # a whole title before a part; of the site's name and the headline, both parts, the headline says more
    whole = {title.folded for title in titles.stated}
    yield from sorted(found, key=lambda hit: (fold_title(hit.quote) not in whole, -len(hit.quote)))[:1]


def emphasised_line(document: Document, known: Known) -> Iterator[Hit[str]]:
    """On an HTML page without headings, the first short line that is emphasised as a whole."""
    del known
    if not lacks_headings(document) or not window_titles(document):
        return
    for block in itertools.islice(document.article(), MAX_EMPHASISED):
        emphasised = any(mark.tag in EMPHASIS and mark.text == block.text for mark in block.marks) or block.tag == "th"
        if emphasised and 8 <= len(block.text) <= MAX_FIRST and not is_furniture(block.text, document):
            yield Hit(block.text, block.text, (block.start, block.end))
            return


def main_heading(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The ``h1`` that is not the masthead; of several, the last one above the first long paragraph."""
    del known
    titles = titles_of(document)
    body = first_paragraph(document)
    main = [
        heading
        for heading in titles.headings
        if heading.element.tag == "h1" and heading.folded not in titles.sites and not links_home(document, heading)
    ]
    above = [heading for heading in main if heading.start < body]
    for heading in above[-1:] or main[:1]:
        yield heading.hit(document)


def first_heading(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The first heading of any rank on a page without an ``h1`` of its own."""
    del known
    titles = titles_of(document)
    own = [
        heading
        for heading in titles.headings
        if heading.ranked and heading.folded not in titles.sites and not links_home(document, heading)
    ]
    for heading in ([heading for heading in own if not heads_list(document, heading)] or own)[:1]:
        yield heading.hit(document)


def in_metadata(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The title that an object or the head of the page states."""
    del known
    for title in titles_of(document).stated:
        if title.fact.source not in ("title-tag", "front-matter"):
            yield Hit(title.text, title.fact.value, locator=title.fact.locator)


def in_title_tag(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The window title: often that of the site, or of a section."""
    del known
    for title in titles_of(document).stated:
        if title.fact.source == "title-tag":
            yield Hit(title.text, title.fact.value, locator=title.fact.locator)


def in_front_matter(document: Document, known: Known) -> Iterator[Hit[str]]:
    """``title: ...`` at the head of a source file."""
    del known
    for fact in document.facts_of("title"):
        if fact.source == "front-matter":
            yield Hit(" ".join(fact.value.split()), fact.value, locator=fact.locator)


def work_in_front_matter(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The name of the one reviewed work, which sites print as the headline of a source file without any."""
    del known
    facts = [fact for fact in document.facts_of("work.title") if fact.source == "front-matter"]
    if len(facts) == 1 and not document.facts_of("title"):
        yield Hit(" ".join(facts[0].value.split()), facts[0].value, locator=facts[0].locator)


def _same(title: str) -> Hashable:
    return fold_title(title)


def choose_title(candidates: Sequence[Candidate[str]]) -> Choice[str]:
    """One title: the most trusted, agreement counting; a heading before metadata that only lengthen or cut it."""
    choice = best(candidates, _same)
    winner = choice.winners[0] if choice.winners else None
    if winner is None or winner.evidence.finder not in STATED:
        return choice
    stated = fold_title(winner.value)
    for loser in choice.losers:
        printed = fold_title(loser.value)
        longer = loser.evidence.finder == MAIN and printed.startswith(f"{stated} ") and "[" not in loser.value
        if longer or (loser.evidence.finder == IN_STATED and stated.startswith(f"{printed} ")):
            rest = tuple(other for other in choice.losers if other is not loser)
            return replace(
                choice, winners=(replace(loser, lost=None),), losers=(replace(winner, lost=OUTRANKED), *rest)
            )
    return choice


FINDERS: tuple[Finder[str], ...] = (
    Finder("title.front_matter", in_front_matter, 0.95),
    Finder("title.stated_heading", stated_heading, 0.95),
    Finder(IN_STATED, heading_in_stated, 0.95),
    Finder(MAIN, main_heading, 0.90),
    Finder("title.stated_line", stated_line, 0.75),
    Finder("title.metadata", in_metadata, 0.70),
    Finder("title.first_line", first_line, 0.65),
    Finder("title.work_in_front_matter", work_in_front_matter, 0.60),
    Finder("title.first_heading", first_heading, 0.60),
    Finder("title.emphasised_line", emphasised_line, 0.60),
    Finder("title.title_tag", in_title_tag, 0.55),
)
