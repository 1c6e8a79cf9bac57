"""The first lines of a text without headings: which of them is the headline, and which are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reviewparse.document import HEADINGS, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.title_headings import Heading, fold_title, links_home, titles_of
from reviewparse.languages import Words
from reviewparse.parsers.bibliography import marks_book
from reviewparse.parsers.byline import scan_labelled
from reviewparse.parsers.byline_labels import label_openers
from reviewparse.parsers.date import scan_dates
from reviewparse.parsers.date_kinds import PUBLISHED
from reviewparse.parsers.headline import Form, parse_headline
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.labels import fold

MAX_FIRST = 160
"""Characters of a first line that may be a headline."""

MAX_EMPHASISED = 6
"""Lines of a page without headings of which one may be a headline by its emphasis."""

MIN_PARAGRAPH = 200
"""Characters of a paragraph that belongs to the text below a headline."""

MIN_ITEMS = 2
"""Items of a list that has a heading of its own."""

MAX_DAY = 48
"""Characters of a line that is nothing but a date."""

_NO_HEADLINE_END = (".", "。", ",", ";", ":", "…")

_ADDRESS = re.compile(r"(?:https?://|www\.)?[\w-]{2,40}+(?:\.[\w-]{2,30}+){1,4}+(?:\s|/|$)")
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{2,40}\.[\w.-]{2,40}")

DECORATION = " \t=*_-~#|+<>"

MARKUP = re.compile(r"<[/!]?[A-Za-z][^>]{0,40}>|[\[{][/%]?\s?[a-z][^\]}]{0,40}[\]}]")
"""Tags and shortcodes; brackets around anything else, ``[Record Review]``, belong to the headline."""


def first_line(document: Document, known: Known) -> Iterator[Hit[str]]:
    """The first line of a text without headings; of an HTML page only in the form of a headline that names a work."""
    del known
    if not lacks_headings(document) or any(fact.source == "front-matter" for fact in document.facts):
        return
    html = bool(window_titles(document))
    lines = list(_first_lines(document, html=html))
    # a line that is called a review and names a work comes before what stands above it: the name of site or section
    reviews = (line for line in lines if not html and _is_review(line.value, document))
    first = next(reviews, None) or next(iter(lines), None)
    if first is not None:
        yield first


def _first_lines(document: Document, *, html: bool) -> Iterator[Hit[str]]:
    """The lines above the text that may be a headline."""
    # headings and items belong to a list of other things
    lines = (block for block in document.article() if block.tag not in HEADINGS and block.tag != "li")
    for block in itertools.islice(lines, MAX_EMPHASISED):
        text = MARKUP.sub(" ", block.text).strip(DECORATION)
        if len(text) > MAX_FIRST:
            return
        if not fold_title(text) or is_furniture(text, document) or (html and not names_work(text, document)):
            continue
        if _is_day(text, document) or _is_label(text, document):
            continue  # blogs print the day above the posts of a day
        start = document.text.find(text, block.start, block.end)
        if start >= 0:
            yield Hit(text, text, (start, start + len(text)))
        else:
            yield Hit(text, block.text, (block.start, block.end))


def _is_review(line: str, document: Document) -> bool:
    if label_openers(document.words)(line) or _tells_day(line, document.words):
        return False  # "Posted by Orla Venn in film review", "Added: 5 June 2013 in Reviews"
    headline = parse_headline(line, document.words)
    return headline.is_review and headline.title is not None


def _tells_day(line: str, words: Words) -> bool:
    """Whether a line labels a date, as the one above or below a headline does."""
    return any(map(str.isdigit, line)) and any(hit.value.kind == PUBLISHED for hit in scan_dates(line, words))


def _is_label(line: str, document: Document) -> bool:
    """Whether a line labels what follows (``Published``), names a section (``Film review``) or the author."""
    words, folded = document.words, fold(line)
    dated = any(folded in words.date.kinds.get(kind, ()) for kind in ("published", "updated"))
    if marks_book(line, words):
        return True  # author, title, publisher, pages
    return dated or (document.lang is not None and bool(all_known(line, words))) or _is_byline(line, words)


def _is_byline(line: str, words: Words) -> bool:
    return any(hit.span == (0, len(line)) for hit in scan_labelled(line, words))


def _is_day(text: str, document: Document) -> bool:
    """Whether a line is a date and nothing else."""
    dates = scan_dates(text, document.words) if any(map(str.isdigit, text)) and len(text) <= MAX_DAY else ()
    spans = [hit.span for hit in dates if hit.span is not None]
    # nothing but signs and a time may stand beside the day: 5 June 2013 | 09:33
    return any(not any(map(str.isalpha, text[:start] + text[end:])) for start, end in spans)


def names_work(text: str, document: Document) -> bool:
    """Whether a line has one of the forms in which headlines name works."""
    return parse_headline(text, document.words).form in (Form.QUOTED, Form.BY, Form.SPLIT, Form.MARKED)


def lacks_headings(document: Document) -> bool:
    """Whether nothing above the text is marked up as a heading but the masthead and that of a list.

    A heading behind the beginning of the text heads a section, or a box of something else.
    """
    body = first_paragraph(document)
    return not any(
        heading.ranked
        and heading.start < body
        and not links_home(document, heading)
        and not heads_list(document, heading)
        for heading in titles_of(document).headings
    )


def first_paragraph(document: Document) -> int:
    """Where the text begins."""
    return next((block.start for block in document.article() if len(block.text) >= MIN_PARAGRAPH), len(document.text))


def heads_list(document: Document, heading: Heading) -> bool:
    """Whether items of a list follow a heading: events, links, other articles."""
    below = document.blocks[heading.element.last : heading.element.last + MIN_ITEMS]
    return len(below) == MIN_ITEMS and all(block.tag == "li" for block in below)


def window_titles(document: Document) -> list[str]:
    """The titles of the window."""
    return [fact.value for fact in document.facts_of("title") if fact.source == "title-tag"]


def is_furniture(line: str, document: Document) -> bool:
    """A line that is no headline: a sentence, a label, the name of the site in the window title."""
    squeezed = fold_title(line).replace(" ", "")
    shown = any(squeezed in fold_title(title).replace(" ", "") for title in window_titles(document))
    return shown or line.endswith(_NO_HEADLINE_END) or bool(_ADDRESS.match(line)) or bool(_MAIL.search(line))
