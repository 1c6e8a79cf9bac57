"""The reviewed work as headline, window title and subheadings name it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reviewparse.document import HEADINGS, Document, once
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Known
from reviewparse.finders.kind_against import furniture
from reviewparse.finders.kind_signs import MUSIC_KINDS, REVIEW
from reviewparse.finders.rating_lines import page_of
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_card import belongs
from reviewparse.finders.work_classed import maker_by_class
from reviewparse.finders.work_label_places import label_below_headline
from reviewparse.finders.work_order import EMPHASIS
from reviewparse.finders.work_subject import Reading, Subject, readings_of, subject_of
from reviewparse.model import Work
from reviewparse.parsers.headline import Form
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.model_names import model_in

MAX_PLAIN = 8
"""Words of a headline that may be nothing but the work's title."""

MAX_BARE = 4
"""Words of a headline that is believed to be a title because of the page's section alone."""

MIN_SLOGAN = 3
"""Words of a slogan behind a title."""

MIN_USES = 2
"""Times that a text names the work by the words before a slogan."""

_SLOGAN = re.compile(r"\s?[:–—]\s|\s-\s")

ENTRY = ("work.creator", "work.label", "work.released", "work.catalogue")
"""What the front matter of a record states beside its title."""


def in_heading(form: Form, place: str, document: Document, known: Known) -> Iterator[Hit[Work]]:
    """What headings of one form at one place say."""
    subject = subject_of(document, known)
    if subject.several:
        return
    for reading in readings_of(subject, form):
        alone = form is Form.QUOTED and not reading.headline.creators
        if (alone or form is Form.SPLIT) and not (_is_about_works(subject, reading) or _is_marked(document)):
            continue
        if (reading.place == "headline") != (place == "headline"):
            continue
        if place == "headline" and _is_slogan_above(document, subject, reading):
            continue
        sure = (_is_sure(reading) and _agrees(subject, reading)) or _is_used_below(document, subject, reading)
        if place == "headline" or (sure and _is_named(document, reading)):
            yield from _parts(document, reading)
            return


def _is_about_works(subject: Subject, reading: Reading) -> bool:
    """Whether anything but a sign in its headline tells that the page is about a work: news use dashes, too."""
    if subject.kind is not None or reading.headline.is_review or reading.headline.label is not None:
        return True
    return any(sign.says == REVIEW for sign in subject.signs)


def _agrees(subject: Subject, reading: Reading) -> bool:
    """Whether a title from elsewhere names no other work than the headline does: its last part may be the site."""
    own = next((each.headline for each in subject.readings if each.place == "headline"), None)
    if own is None or own.title is None or own.form is Form.PLAIN or reading.headline.title is None:
        return True
    return fold_title(own.title) == fold_title(reading.headline.title)


def _is_named(document: Document, reading: Reading) -> bool:
    """Whether the page prints all names of a title from elsewhere; it seldom prints that of the site."""
    names = (reading.headline.title or "", *reading.headline.creators)
    return all(name in document.text for name in names)


def _is_sure(reading: Reading) -> bool:
    """Whether a title from elsewhere is one of a review: window titles also hold the names of site and section."""
    return reading.headline.is_review or reading.headline.form in (Form.QUOTED, Form.BY)


def _is_used_below(document: Document, subject: Subject, reading: Reading) -> bool:
    """Whether a line right below a slogan, ``The Sparrows - Cold Tap``, has both names from the text."""
    own = next((each for each in subject.readings if each.place == "headline"), None)
    if own is None or own.headline.is_review or own.headline.form not in (Form.PLAIN, Form.MARKED):
        return False
    if reading.place != "subheading" or reading.span is None or reading.headline.form is not Form.SPLIT:
        return False
    text = document.text[reading.span[1] :]
    names = (reading.headline.title or "", *reading.headline.creators)
    return (own.headline.title or "") not in text and all(name in text for name in names)


def _is_slogan_above(document: Document, subject: Subject, reading: Reading) -> bool:
    """Whether the headline is a slogan with a mark, ``Wet to the bone - 96%``, above the line that names the work."""
    marked = reading.headline.form is Form.MARKED and reading.place == "headline"
    return marked and any(_is_used_below(document, subject, other) for other in subject.readings)


def plain_headline(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The whole headline, when the text below names the work by the same words."""
    subject = subject_of(document, known)
    for reading in () if subject.several else readings_of(subject, Form.PLAIN):
        title = reading.headline.title
        if reading.place != "headline" or title is None or len(title.split()) > MAX_PLAIN:
            continue
        if all_known(title, document.words) and reading.text == title:
            continue  # "Album", the section of the page
        rated = any(fact.source == "front-matter" for fact in document.facts_of("rating"))
        noted = rated or document.facts_of("work.catalogue") or _is_marked(document)
        if _is_entry(document, subject):
            yield from _parts(document, reading)
            continue
        if furniture(document) or not (noted or _is_about_works(subject, reading)):
            continue  # recipes and news name their headline below, too
        facts = itertools.chain(label_below_headline(document, known), maker_by_class(document, known))
        told = _is_review_template(document, subject, title) or _is_named_below(document, title, reading.span)
        if told or any(True for _ in facts):
            yield from _parts(document, reading)


@once
def _is_marked(document: Document) -> bool:
    """Whether a line of the page is a mark, labelled or with its scale."""
    return any(
        line.is_short() and any(reading.labelled or reading.rating.best for reading in line.readings)
        for line in page_of(document).lines
    )


def _is_entry(document: Document, subject: Subject) -> bool:
    """Whether the front matter is that of a record: it states an act, and a label or a year beside the title."""
    stated = {path for path in ENTRY for fact in document.facts_of(path) if fact.source == "front-matter"}
    kind = subject.kind is None or (subject.kind in MUSIC_KINDS and subject.kind != "live")
    return kind and "work.creator" in stated and len(stated) > 1


def title_before_slogan(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Saltfield: a quirky spin on the genre``: the side before the colon or dash that the text uses as a name."""
    subject = subject_of(document, known)
    if subject.several or subject.kind is None or subject.kind in MUSIC_KINDS:
        return
    for reading in readings_of(subject, Form.PLAIN):
        title = reading.headline.title or ""
        match = _SLOGAN.search(title) if reading.place == "headline" else None
        name = title[: match.start()] if match else ""
        if match is None or len(name.split()) > MAX_PLAIN or len(title[match.end() :].split()) < MIN_SLOGAN:
            continue
        start = reading.span[1] if reading.span else 0
        if document.text.count(name, start) >= MIN_USES and title not in document.text[start:]:
            yield _part(document, reading, Work(title=name), name)


def model_in_headline(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Hands-on with the Wanderer TR 500``: a brand and a designation, wherever they stand in it."""
    subject = subject_of(document, known)
    if subject.several or subject.kind != "product":
        return
    for reading in subject.readings:
        span = model_in(reading.text, document.words) if reading.place == "headline" else None
        if span is not None:
            name = reading.text[slice(*span)]
            yield _part(document, reading, Work(title=name), name)


def _is_review_template(document: Document, subject: Subject, title: str) -> bool:
    """Whether the page's source or section says that it is about one work: such headlines are its title."""
    if document.facts_of("work.creator") or document.facts_of("work.released") or _has_card_without_title(subject):
        return True
    said = {sign.name for sign in subject.signs if sign.says == REVIEW}
    if (document.facts_of("rating") or document.facts_of("work.catalogue")) and len(title.split()) <= MAX_BARE + 1:
        return True
    return bool(said & {"layout", "section heading"}) and len(title.split()) <= MAX_BARE


def _has_card_without_title(subject: Subject) -> bool:
    """Whether two facts of a work stand together and none is its title: then the headline is."""
    fields = [
        {line.field for line in card if belongs(line, {fact.field for fact in card}, subject)} for card in subject.cards
    ]
    told = set().union(*fields)
    return len(told) > 1 and "title" not in told


def _is_named_below(document: Document, title: str, span: Span | None) -> bool:
    start, title, lower = span[1] if span else 0, title.lower(), document.lowered()
    return lower.find(title, start) >= 0 and any(
        (len(block.text) > len(title) + 10 and lower.find(title, block.start, block.end) >= 0)
        or any(mark.tag in EMPHASIS and mark.text.lower() == title for mark in block.marks)
        for block in document.article()
        if block.start >= start and block.tag not in HEADINGS
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
