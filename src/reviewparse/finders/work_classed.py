"""Makers that only the class of their element tells: ``<p class="album-artist">The Sparrows</p>``.

The tokens are the vocabulary of templates, not of a language. ``author`` says less than the others: the page has one,
too. It is the maker of a book where the text calls the same person by name, as reviewers do with writers.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders import author_places
from reviewparse.finders.author_choice import key
from reviewparse.finders.base import Known
from reviewparse.finders.called import times_called
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_subject import subject_of
from reviewparse.model import Work
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.reading.hints import tokens_of

MAX_NAME = 80
"""Characters of an element that is a name and nothing else."""

MAKERS = {
    "artist": MUSIC_KINDS,
    "artists": MUSIC_KINDS,
    "band": MUSIC_KINDS,
    "director": ("film", "tv"),
    "developer": ("game",),
    "author": ("book",),
    "authors": ("book",),
    "writer": ("book",),
}
"""Tokens of classes that name a maker -> the kinds of work that have such makers."""

OF_PAGE = frozenset(("link", "links", "list", "bio", "image", "img", "avatar", "box", "page", "url", "related", "more"))
"""Beside these a class tells of something else."""


def maker_by_class(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The element around the headline whose class calls it artist, director, developer, or author of a book."""
    subject = subject_of(document, known)
    if subject.several:
        return
    own = {fold_title(reading.headline.title) for reading in subject.readings if reading.headline.title}
    for block in author_places.head(document, known):
        for classes, text in _classed(block):
            kinds = _kinds_of(classes)
            text = _without_by(text, document)  # noqa: PLW2901 - the same name
            if kinds is None or not (subject.kind in kinds or (subject.kind is None and kinds != ("book",))):
                continue
            if fold_title(text) in own or not looks_like_act(text, document.words):
                continue
            if kinds == ("book",) and not _is_called(text, document, known):
                continue
            start = document.text.find(text, block.start, block.end)
            yield Hit(Work(creators=split_creators(text, document.words)), text, (start, start + len(text)))
            return


def _without_by(text: str, document: Document) -> str:
    by = by_pattern(document.words).match(f" {text}")
    return text[by.end() - 1 :] if by is not None else text


def _classed(block: Block) -> Iterator[tuple[str, str]]:
    """The classes of a line and of what is marked in it, each with its text."""
    if len(block.text) <= MAX_NAME:
        element = block.element
        if element.last - element.first == 1:
            yield element.attrs.get("class", ""), block.text
    for mark in block.marks:
        if mark.text and len(mark.text) <= MAX_NAME and block.text.find(mark.text) >= 0:
            yield mark.attrs.get("class", ""), mark.text


def _kinds_of(classes: str) -> tuple[str, ...] | None:
    """The kinds of work whose maker a class string names; ``None`` when it names none."""
    tokens = tokens_of(classes) if classes else []
    if not OF_PAGE.isdisjoint(tokens):
        return None
    named = [token for token in tokens if token in MAKERS]
    return MAKERS[named[-1]] if named else None


def _is_called(name: str, document: Document, known: Known) -> bool:
    """Whether the text speaks of a person whom the metadata do not name as who wrote the page."""
    stated = {key(fact.value) for fact in document.facts_of("author")}
    if not looks_like_person(name, document.words) or key(name) in stated:
        return False
    top = author_places.headline(document, known)
    return times_called(name, document, document.blocks[top].start) > 0
