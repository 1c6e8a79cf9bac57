"""What a headline says of the reviewed work: ``Album Review: The Sparrows - Cold Tap (Grey Heron, 2012) 8/10``.

``headline_peel`` takes off what stands around the names; ``headline_split`` tells title and
maker apart. How they are told apart, ``Form``, is what a reading is trusted for.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reviewparse.languages import Words
from reviewparse.model import PartialDate
from reviewparse.parsers.headline_form import Form, Named, Page
from reviewparse.parsers.headline_peel import peel
from reviewparse.parsers.headline_sides import counts_several
from reviewparse.parsers.headline_split import name_work
from reviewparse.parsers.work_words import Sense, phrases_in

__all__ = ["Form", "Headline", "parse_headline", "score_of"]

MAX_HEADLINE = 300
"""Characters; what is longer is a paragraph."""

_PICTURES = "".join(map(chr, (*range(0x1F300, 0x1FB00), 0xFE0F, 0x200D))) + " "
"""Emoji beside a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What one headline says."""

    form: Form = Form.NONE
    title: str | None = None
    """The work's title, as printed."""
    creators: tuple[str, ...] = ()
    label: str | None = None
    aside: str | None = None
    """A name in brackets behind the work that may be its label, or the country, or the source of the text."""
    released: PartialDate | None = None
    type: str | None = None
    """Kind of work, as ``Review.kind``."""
    score: str | None = None
    """A verdict printed in the headline, as printed."""
    is_review: bool = False
    """A word for review stands in it."""
    several: bool = False
    """It is the headline of several reviews."""


def parse_headline(
    text: str, words: Words, *, kind: str | None = None, makers: AbstractSet[str] = frozenset()
) -> Headline:
    """Read a headline.

    Args:
        text: The headline, without the name of the site.
        words: Word table of its language.
        kind: The kind of work the page is about, where the page tells it: books print the title first, records last.
        makers: Names known to be makers' (folded): from labelled lines, tags, or the text.

    Returns:
        What it says; ``Form.NONE`` and no title when it names no work, or several.

    >>> from reviewparse.languages import load
    >>> headline = parse_headline("CD Review: The Sparrows – Cold Tap (Grey Heron, 2012)", load("en"))
    >>> headline.title, headline.creators, headline.label, headline.type
    ('Cold Tap', ('The Sparrows',), 'Grey Heron', 'album')
    """
    text = text.strip()
    if not text or len(text) > MAX_HEADLINE:
        return Headline()
    peeled = peel(text, words)
    known = Page(words, peeled.kind or kind, makers)
    named = Named(Form.NONE, None) if peeled.furniture else name_work(peeled, known)
    several = peeled.several or (named.title is None and counts_several(peeled.core))
    return Headline(
        form=named.form,
        title=named.title.strip(_PICTURES) or None if named.title else None,
        creators=tuple(name.lstrip(_PICTURES) for name in named.creators),
        label=peeled.label,
        aside=peeled.aside,
        released=PartialDate(year=year) if (year := peeled.year or named.year) else None,
        type=peeled.kind or named.kind,
        score=peeled.score,
        is_review=peeled.review or peeled.several or _calls_review(text, named, words),
        several=several,
    )


def score_of(text: str, words: Words) -> str | None:
    """The verdict printed in a headline, as printed."""
    text = text.strip()
    return peel(text, words).score if 0 < len(text) <= MAX_HEADLINE else None


def _calls_review(text: str, named: Named, words: Words) -> bool:
    """Beside a quoted title: ``“The Tin Harbour”, a review of the book by Ada Quist``."""
    if named.form is not Form.QUOTED or named.title is None:
        return False
    return any(Sense.REVIEW in phrase.senses for phrase in phrases_in(text.replace(named.title, " "), words))
