"""Where the reviewed work is named: metadata, front matter, labelled lines, the headline, a sentence about its label.

Each hit is a ``Work`` with one part set, so that every part has its own evidence; ``merge_works`` joins them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Finder, Known
from reviewparse.finders.kind_signs import MUSIC, MUSIC_KINDS, REVIEW
from reviewparse.finders.work_label import (
    facts_line,
    in_bibliography,
    label_in_bracket,
    label_in_sentence,
    label_in_tag,
    released_in_sentence,
)
from reviewparse.finders.work_label_places import label_behind_title, label_below_headline
from reviewparse.finders.work_lines import CardLine
from reviewparse.finders.work_maker import brand_of_product, credited, role_before_name, tagged_person
from reviewparse.finders.work_merge import merge_works
from reviewparse.finders.work_metadata import in_front_matter, in_metadata
from reviewparse.finders.work_subject import Reading, Subject, readings_of, subject_of
from reviewparse.model import Work
from reviewparse.parsers.company import is_company
from reviewparse.parsers.date import parse_released
from reviewparse.parsers.duration import read_total
from reviewparse.parsers.headline import Form
from reviewparse.parsers.label import label_value
from reviewparse.parsers.work_names import looks_like_act, split_creators

__all__ = ["FINDERS", "merge_works"]

MAX_PLAIN = 8
"""Words of a headline that may be nothing but the work's title."""

MAX_BARE = 4
"""Words of a headline that is believed to be a title because of the page's section alone."""

MAX_BARE_LINES = 4
"""Lines of a header without labels."""

MAX_BARE_LINE = 60
"""Characters of one of them."""

MAX_TITLE = 150
"""Characters of the longest title of a work."""

KINDS_OF_ROLE = {
    "director": frozenset({"film", "tv"}),
    "composer": frozenset({"soundtrack", "album"}),
    "developer": frozenset({"game"}),
    "manufacturer": frozenset({"product"}),
}
"""Roles that make somebody the maker of such works only."""


# --- headings ---------------------------------------------------------------------------------------------------------


def in_heading(form: Form, place: str, document: Document, known: Known) -> Iterator[Hit[Work]]:
    """What headings of one form at one place say."""
    subject = subject_of(document, known)
    if subject.several:
        return
    for reading in readings_of(subject, form):
        if form is Form.SPLIT and not _is_about_works(subject, reading):
            continue
        if (reading.place == "headline") == (place == "headline") and (place == "headline" or _is_sure(reading)):
            yield from _parts(document, reading)
            return


def _is_about_works(subject: Subject, reading: Reading) -> bool:
    """Whether anything but a sign in its headline tells that the page is about a work: news use dashes, too."""
    return subject.kind is not None or reading.headline.is_review or any(sign.says == REVIEW for sign in subject.signs)


def _is_sure(reading: Reading) -> bool:
    """Whether a title from elsewhere is one of a review: window titles also hold the names of site and section."""
    return reading.headline.is_review or reading.headline.form in (Form.QUOTED, Form.BY)


def plain_headline(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The whole headline, when the text below names the work by the same words."""
    subject = subject_of(document, known)
    for reading in () if subject.several else readings_of(subject, Form.PLAIN):
        title = reading.headline.title
        if reading.place != "headline" or title is None or len(title.split()) > MAX_PLAIN:
            continue
        if _is_review_template(document, subject, title) or _is_named_below(document, title, reading.span):
            yield from _parts(document, reading)


def _is_review_template(document: Document, subject: Subject, title: str) -> bool:
    """Whether the page's source or section says that it is about one work: such headlines are its title."""
    if document.facts_of("work.creator") or document.facts_of("work.released"):
        return True
    said = {sign.name for sign in subject.signs if sign.says == REVIEW}
    return bool(said & {"layout", "section heading"}) and len(title.split()) <= MAX_BARE


def _is_named_below(document: Document, title: str, span: Span | None) -> bool:
    start = span[1] if span else 0
    return any(
        title in block.text and len(block.text) > len(title) + 10
        for block in document.article()
        if block.start >= start
    )


def _parts(document: Document, reading: Reading) -> Iterator[Hit[Work]]:
    headline = reading.headline
    if headline.title is not None:
        yield _part(document, reading, Work(title=headline.title), headline.title)
    if headline.creators:
        first, last = headline.creators[0], headline.creators[-1]
        start = reading.text.find(first)
        end = reading.text.find(last, max(start, 0)) + len(last)
        quote = reading.text[start:end] if 0 <= start < end else first
        yield _part(document, reading, Work(creators=headline.creators), quote)
    yield from _details(document, reading)


def _details(document: Document, reading: Reading) -> Iterator[Hit[Work]]:
    headline = reading.headline
    if headline.label is not None:
        yield _part(document, reading, Work(label=headline.label), headline.label)
    if headline.released is not None:
        yield _part(document, reading, Work(released=headline.released), headline.released.isoformat())
    if headline.type is not None:
        yield _part(document, reading, Work(type=headline.type), reading.text)


def _part(document: Document, reading: Reading, work: Work, quote: str) -> Hit[Work]:
    if reading.span is None:
        return Hit(work, quote, locator=reading.locator)
    start = document.text.find(quote, *reading.span)
    if start < 0:
        return Hit(work, document.text[slice(*reading.span)], reading.span)
    return Hit(work, quote, (start, start + len(quote)))


def by_position(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Bare lines at the head of a text: ``THE SPARROWS``, ``Cold Tap``, ``Grey Heron``, ``2012``."""
    subject = subject_of(document, known)
    lines = list(itertools.islice(document.article(), MAX_BARE_LINES))
    if subject.several or subject.kind not in MUSIC_KINDS or len(lines) < MAX_BARE_LINES:
        return
    act, title, label, rest = lines
    short = all(len(line.text) <= MAX_BARE_LINE and line.text[-1] not in ".:!?" for line in lines)
    if not short or not act.text.isupper() or title.text.isupper() or not looks_like_act(act.text, document.words):
        return
    yield _bare(act, Work(creators=split_creators(act.text, document.words)))
    yield _bare(title, Work(title=title.text))
    if is_company(label.text, document.words):
        yield _bare(label, Work(label=label.text))
    released = parse_released(rest.text, document.words) if len(rest.text) == len("2012") else None
    if released is not None:
        yield _bare(rest, Work(released=released))


def _bare(line: Block, work: Work) -> Hit[Work]:
    return Hit(work, line.text, (line.start, line.end))


def by_vote(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The type of work that the signs of the page tell."""
    subject = subject_of(document, known)
    if subject.several or subject.kind is None:
        return
    kind = "album" if subject.kind == MUSIC else subject.kind
    for sign in subject.signs:
        if sign.says in (subject.kind, MUSIC):
            yield Hit(Work(type=kind), sign.quote, sign.span, None if sign.span else sign.locator)
            return


# --- labelled lines ---------------------------------------------------------------------------------------------------


def in_card(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Artist: ...``, ``Album: ...``, ``Label: ...``, ``Release date: ...``."""
    subject = subject_of(document, known)
    if subject.several:
        return
    for card in subject.cards:
        fields = {line.field for line in card}
        for line in card:
            line = _of_its_kind(line, subject)  # noqa: PLW2901 - the same line, its label understood
            if _belongs(line, fields, subject):
                yield from _card_value(document, line)


def _of_its_kind(line: CardLine, subject: Subject) -> CardLine:
    """A studio develops games and distributes films."""
    distributes = line.field == "developer" and subject.kind in ("film", "tv")
    return replace(line, field="label") if distributes else line


def _belongs(line: CardLine, fields: set[str], subject: Subject) -> bool:
    """Whether a labelled line is about the work and not about the article: ``Title`` and ``Author`` label both."""
    if line.field == "title":
        return len(fields) > 1
    if line.field == "published":
        return subject.kind == "book" and bool(fields & {"label", "catalogue"})
    if line.field == "author":
        return bool(fields & {"title", "catalogue", "label"})
    if line.field in ("director", "composer", "developer", "manufacturer"):
        return subject.kind in KINDS_OF_ROLE[line.field]
    if line.field == "label":
        return len(fields) > 1
    return True


def _card_value(document: Document, line: CardLine) -> Iterator[Hit[Work]]:
    work = _read_value(document, line)
    if work is not None:
        value = work.label or work.title or line.value
        start = document.text.find(value, line.start, line.start + len(line.value))
        if start < 0:
            value, start = line.value, line.start
        yield Hit(work, value, (start, start + len(value)))


def _read_value(document: Document, line: CardLine) -> Work | None:
    words, value = document.words, line.value
    if line.field == "title":
        title = value.strip("\"“”„‚‘’«»' ")
        return Work(title=title) if title and len(title) <= MAX_TITLE else None
    if line.field == "label":
        label = label_value(value, words)
        return Work(label=label) if label else None
    if line.field in ("released", "published"):
        released = parse_released(value, words)
        return Work(released=released) if released else None
    if line.field == "runtime":
        seconds = read_total(value, words)
        return Work(seconds=seconds) if seconds else None
    if line.field == "catalogue":
        return Work(catalogue=value) if len(value) <= 24 else None
    return Work(creators=split_creators(value, words)) if looks_like_act(value, words) else None


FINDERS: tuple[Finder[Work], ...] = (
    Finder("work.front_matter", in_front_matter, 0.95),
    Finder("work.headline_quoted", partial(in_heading, Form.QUOTED, "headline"), 0.85),
    Finder("work.headline_by", partial(in_heading, Form.BY, "headline"), 0.85),
    Finder("work.headline_split", partial(in_heading, Form.SPLIT, "headline"), 0.80),
    Finder("work.headline_marked", partial(in_heading, Form.MARKED, "headline"), 0.80),
    Finder("work.card", in_card, 0.85),
    Finder("work.metadata", in_metadata, 0.75),
    Finder("work.bibliography", in_bibliography, 0.65),
    Finder("work.by_position", by_position, 0.60),
    Finder("work.headline_plain", plain_headline, 0.55),
    Finder("work.other_quoted", partial(in_heading, Form.QUOTED, "other"), 0.60),
    Finder("work.other_split", partial(in_heading, Form.SPLIT, "other"), 0.60),
    Finder("work.label_below_headline", label_below_headline, 0.60),
    Finder("work.label_behind_title", label_behind_title, 0.60),
    Finder("work.facts_line", facts_line, 0.60),
    Finder("work.label_in_bracket", label_in_bracket, 0.60),
    Finder("work.label_in_sentence", label_in_sentence, 0.60),
    Finder("work.label_in_tag", label_in_tag, 0.55),
    Finder("work.released_in_sentence", released_in_sentence, 0.55),
    Finder("work.credited", credited, 0.60),
    Finder("work.role_before_name", role_before_name, 0.60),
    Finder("work.brand_of_product", brand_of_product, 0.60),
    Finder("work.tagged_person", tagged_person, 0.55),
    Finder("work.type_by_vote", by_vote, 0.60),
)
