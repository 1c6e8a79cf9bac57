"""What a page is about, as its headings tell: the readings of headline, window title and subheading, side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from reviewparse.document import Document, once
from reviewparse.evidence import Span
from reviewparse.finders.base import Known
from reviewparse.finders.kind_definition import definition_sign
from reviewparse.finders.kind_signs import (
    MUSIC_KINDS,
    Sign,
    heading_signs,
    labelled_signs,
    link_signs,
    stated_signs,
    vote,
)
from reviewparse.finders.kind_tables import MUSIC
from reviewparse.finders.kind_text import text_signs
from reviewparse.finders.title_headings import fold_title, titles_of
from reviewparse.finders.work_lines import CardLine, cards, labelled_facts
from reviewparse.finders.work_order import DASH, makers_by_use
from reviewparse.languages import Words
from reviewparse.parsers.headline import Form, Headline, parse_headline
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.labels import fold

MAX_SUBHEADINGS = 2
"""Headings right below the headline that may name the work."""

MAX_TAGS = 40

NOT_MAKERS = frozenset(("title", "label", "released", "published", "catalogue", "runtime"))
"""Labelled facts that name nobody who made the work."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One heading and what it says."""

    place: str
    """``headline``, ``stated`` (a title in metadata) or ``subheading``."""
    text: str
    headline: Headline
    span: Span | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What several finders of the work need to know of a page, told once."""

    kind: str | None
    several: bool
    """The page reviews several works; none of them is the work."""
    readings: tuple[Reading, ...]
    cards: tuple[tuple[CardLine, ...], ...]
    signs: tuple[Sign, ...]

    def is_of(self, kind: str | None) -> bool:
        """Whether a word for such a kind may mean the work: a record has more than one name."""
        if self.kind in MUSIC_KINDS:
            return kind in MUSIC_KINDS or kind == MUSIC
        return kind == self.kind


def subject_of(document: Document, known: Known) -> Subject:
    """What a page is about."""
    titles = known.get("title", ())
    if not titles:
        return _subject(document, None, None, None)
    evidence = titles[0].evidence
    return _subject(document, titles[0].value, evidence.span, evidence.locator)


@once
def _subject(document: Document, title: str | None, span: Span | None, locator: str | None) -> Subject:
    facts = labelled_facts(document)
    groups = cards(facts)
    seen = (find(document) for find in (stated_signs, link_signs, heading_signs, text_signs))
    signs = (*labelled_signs(facts, document.words), *itertools.chain.from_iterable(seen))
    if title is not None:
        signs = (*signs, *definition_sign(document, title, span[1] if span else 0))
    kind = next((kind for kind, _ in vote(signs)), None)
    makers = frozenset(_makers(document, groups))
    texts = list(_headings(document, title, span, locator))
    if title is not None:
        makers |= frozenset(makers_by_use(document, title, span[1] if span else 0))
        makers |= frozenset(_makers_stated(texts, document.words, kind))
    readings = tuple(
        Reading(place, text, parse_headline(text, document.words, kind=kind, makers=makers), span, locator)
        for place, text, span, locator in texts
    )
    return Subject(
        kind=next((reading.headline.type for reading in readings if _tells_kind(reading)), kind),
        several=_several(readings, groups),
        readings=readings,
        cards=tuple(tuple(card) for card in groups),
        signs=signs,
    )


def _tells_kind(reading: Reading) -> bool:
    return reading.headline.type not in (None, MUSIC)


def _headings(
    document: Document, title: str | None, span: Span | None, locator: str | None
) -> Iterator[tuple[str, str, Span | None, str | None]]:
    """Headline, titles stated elsewhere that say more, subheadings right below."""
    seen: set[str] = set()
    if title is not None:
        seen.add(fold_title(title))
        yield "headline", title, span, locator
    titles = titles_of(document)
    for stated in titles.stated:
        if stated.folded not in seen:
            seen.add(stated.folded)
            yield "stated", stated.text, None, stated.fact.locator
    below = [heading for heading in titles.headings if span is None or heading.start > span[1]]
    for heading in itertools.islice(below, MAX_SUBHEADINGS):
        if heading.start - (span[1] if span else 0) <= 400 and heading.folded not in seen:
            yield "subheading", heading.text, (heading.start, heading.end), None


def _makers(document: Document, groups: list[list[CardLine]]) -> Iterator[str]:
    """Names that the page gives to makers, or lists as its topics."""
    for fact in document.facts_of("work.creator"):
        yield fold(fact.value)
    for line in itertools.chain.from_iterable(groups):
        if line.field not in NOT_MAKERS:
            yield fold(line.value)
    for tag in document.facts_of("tag")[:MAX_TAGS]:
        yield fold(tag.value.replace("-", " "))


def _makers_stated(
    texts: list[tuple[str, str, Span | None, str | None]], words: Words, kind: str | None
) -> Iterator[str]:
    """The maker in a window title ``Cold Tap by The Sparrows`` over the headline ``Cold Tap - The Sparrows``."""
    by = by_pattern(words)
    for place, text, _, _ in texts:
        if place != "stated" or by.search(text) is None:
            continue
        for part in (text, DASH.split(text)[0]):  # the site may stand behind a dash
            headline = parse_headline(part, words, kind=kind)
            if headline.form is Form.BY:
                yield from map(fold, headline.creators)


def _several(readings: tuple[Reading, ...], groups: list[list[CardLine]]) -> bool:
    """Whether the page reviews several works: its headline says so, or it prints the data of more than one."""
    if any(reading.headline.several for reading in readings if reading.place == "headline"):
        return True
    titled = {fold(fact.value) for card in groups if len(card) > 1 for fact in card if fact.field == "title"}
    return len(titled) > 1


def readings_of(subject: Subject, form: Form) -> Iterator[Reading]:
    """The readings of one form, the headline's own first."""
    return (reading for reading in subject.readings if reading.headline.form is form)
