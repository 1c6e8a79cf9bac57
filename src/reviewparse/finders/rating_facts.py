"""Marks that the page states in metadata: structured data, front matter, the page's head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewparse.document import Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.rating_lines import names
from reviewparse.model import Rating
from reviewparse.parsers.rating import read_ratings
from reviewparse.parsers.rating_pieces import is_of_others, is_whole, read_label_of, read_stated

_WORD_END = re.compile(r"[_\-.]+|(?<=[a-z])(?=[A-Z])")
"""Between the words of a key: ``content_rating``, ``userScore``."""

SCHEMA_BEST = "5"
"""The maximum of a ``Rating`` object that states none, by the definition of schema.org; larger values break it."""


def in_markup(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``Review.reviewRating`` in JSON-LD, microdata or hReview; several works give several marks."""
    facts = [fact for fact in doc.facts_of("rating") if fact.source != "front-matter"]
    subjects = {fact.more.get("subject", "").casefold() for fact in facts}
    titles = [*names(known, "work"), *names(known, "title")]
    own = {subject for subject in subjects if subject and any(subject in title or title in subject for title in titles)}
    for fact in facts:
        subject = fact.more.get("subject", "")
        if len(subjects) > 1 and own and subject.casefold() not in own:
            continue
        label = fact.more.get("label") or (subject if len(subjects) > 1 and not own else "")
        yield from _of_fact(fact, doc, label)


def in_front_matter(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``rating: 8/10``, ``stars: 4`` above a Markdown article."""
    for fact in _of_front_matter(doc):
        label = fact.more.get("label", "")
        if not label or read_label_of(label, doc.words) is not None or is_whole(label, doc.words):
            yield from _of_fact(fact, doc, label)


def in_front_matter_parts(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """``rating: {hull: 8, sails: 7}``: marks of things whose names say nothing to us."""
    for fact in _of_front_matter(doc):
        label = fact.more.get("label", "")
        if label and read_label_of(label, doc.words) is None and not is_whole(label, doc.words):
            yield from _of_fact(fact, doc, label)


def _of_front_matter(doc: Document) -> Iterator[Fact]:
    for fact in doc.facts_of("rating"):
        key = _WORD_END.sub(" ", fact.more.get("key", ""))
        if fact.source == "front-matter" and not any(
            is_of_others(name, doc.words) for name in (fact.more.get("label", ""), key)
        ):
            yield fact


def in_head(doc: Document, known: Known) -> Iterator[Hit[Rating]]:
    """Labelled pairs in the page's head: ``twitter:label1`` "Rating", ``twitter:data1`` "4/5"."""
    for fact in doc.facts_of("labelled"):
        for reading in read_ratings(f"{fact.more.get('label', '')}: {fact.value}", doc.words):
            if reading.labelled and reading.rating.label is None:
                yield Hit(reading.rating, fact.value, locator=fact.locator)


def _of_fact(fact: Fact, doc: Document, label: str) -> Iterator[Hit[Rating]]:
    best = fact.more.get("best") or ("" if fact.source == "front-matter" else SCHEMA_BEST)
    rating = read_stated(fact.value, doc.words, best=best, worst=fact.more.get("worst"))
    if rating is None and not fact.more.get("best"):
        rating = read_stated(fact.value, doc.words)
    if rating is not None:
        label = "" if label and is_whole(label, doc.words) else label
        yield Hit(replace(rating, label=label or None), fact.value, locator=fact.locator)
