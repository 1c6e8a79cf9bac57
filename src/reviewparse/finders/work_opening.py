"""Works that the headline does not name, or only among other words: named in the first sentences, in a caption.

Slogans head many reviews: ``Riding the slow train``. The text then names the work at once, set off as a title:
``Marit Solheim's *Westbound* is a film ...``, ``*Nine Rooms* by Tamsin Bell``.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from reviewparse.chars import QUOTES
from reviewparse.document import Block, Document
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Known
from reviewparse.finders.kind_signs import MUSIC_KINDS, REVIEW
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_label import below_headline
from reviewparse.finders.work_order import EMPHASIS
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.model import Work
from reviewparse.parsers.company import company_before, company_from
from reviewparse.parsers.headline import Form, parse_headline
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.headline_quotes import quotations, without_possessive
from reviewparse.parsers.label_line import parse_label_line
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import phrases_in

MAX_OPENING = 3
"""Blocks below the headline that may name the work and its maker."""

MAX_BEFORE = 160
"""Characters of the text before a work that it is about; later ones may be others."""

MAX_PIECE = 400
"""Characters of a paragraph among which quotations are looked for."""

MAX_TITLE = 80
"""Characters of a title in the text."""

MAX_KIND = 60
"""Characters between an owner and the title of what is theirs."""

MAX_CAPTIONS = 12
"""Pictures and captions that are looked at."""

MIN_REPEATED = 4
"""Letters of a title that the headline holds among other words."""

_OPENED = re.compile(r"\s?\((?=\w)")
_KIND = re.compile(r"(?<=['’]s|s['’])\s(?P<kind>[\w-]+(?:\s[\w-]+){0,4}),?\s?$")
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{3,60})[)\]]$")
_QUOTES = f"{QUOTES}<> "


def named_in_opening(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``<i>Nine Rooms</i> by Tamsin Bell``, ``Marit Solheim's <i>Westbound</i>`` at the head of the text."""
    subject = subject_of(document, known)
    if not _is_about_a_work(subject) or document.words.family_name_first:
        return  # scripts without capitals do not show where a name begins
    named = _title_in_headline(subject)
    for block in itertools.islice(below_headline(document, subject), MAX_OPENING):
        for span in (*_set_off(block, document), *_repeated(block, subject)):
            maker = _maker_beside(block.text, span, document) if span[0] <= MAX_BEFORE else None
            title = block.text[slice(*span)]
            if maker is None or (named is not None and fold_title(named) != fold_title(title)):
                continue
            yield Hit(Work(title=title), title, (block.start + span[0], block.start + span[1]))
            name = block.text[slice(*maker)]
            creators = split_creators(name, document.words)
            yield Hit(Work(creators=creators), name, (block.start + maker[0], block.start + maker[1]))
            return


def set_off_in_headline(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``The Sparrows get lost on the sprawling <i>Cold Tap</i>``: the one title that a slogan sets off by markup."""
    subject = subject_of(document, known)
    headline = next((reading for reading in subject.readings if reading.place == "headline"), None)
    if headline is None or headline.span is None or not _is_about_a_work(subject):
        return
    start, end = headline.span
    first = bisect_left(document.blocks, start, key=attrgetter("start"))
    blocks = [block for block in document.blocks[first : first + 2] if block.end <= end]
    marked = [(block, span) for block in blocks if block.marks for span in _emphasised(block, document)]
    if len(marked) == 1 and len(blocks) == 1:
        block, (first, last) = marked[0]
        title = block.text[first:last]
        yield Hit(Work(title=title), title, (block.start + first, block.start + last))


def _emphasised(block: Block, document: Document) -> Iterator[Span]:
    """Titles in italics that are not the whole line."""
    tags = [mark.text.strip(_QUOTES) for mark in block.marks if mark.tag in EMPHASIS]
    whole = block.text.strip(_QUOTES)
    titles = ((span, block.text[slice(*span)]) for span in _set_off(block, document))
    return (span for span, title in titles if title in tags and title != whole and len(title) > 2)


def _is_about_a_work(subject: Subject) -> bool:
    told = subject.kind is not None or any(sign.says == REVIEW for sign in subject.signs)
    return told and not subject.several


def _title_in_headline(subject: Subject) -> str | None:
    """The title that the headline gives in a form that tells it from other words."""
    for reading in subject.readings:
        if reading.place == "headline" and reading.headline.form not in (Form.PLAIN, Form.NONE):
            return reading.headline.title
    return None


def _set_off(block: Block, document: Document) -> Iterator[Span]:
    """Titles in a paragraph, without their quotes, in order."""
    found = set()
    for mark in block.marks:
        at = block.text.find(mark.text) if mark.tag in EMPHASIS and mark.text else -1
        if at >= 0:
            found.add(_inside(block.text, at, at + len(mark.text)))
    for quotation in quotations(block.text[:MAX_PIECE]):
        found.add(_inside(block.text, *quotation.span()))
    for start, end in sorted(found):
        title = block.text[start:end]
        if 1 < len(title) <= MAX_TITLE and not title[0].islower() and not all_known(title, document.words):
            yield start, end


def _repeated(block: Block, subject: Subject) -> Iterator[Span]:
    """The title that is the whole headline, once more in a sentence: ``I read Nine Rooms by Tamsin Bell``."""
    for reading in subject.readings:
        title = reading.headline.title if reading.headline.form is Form.PLAIN else None
        if title is not None and " " in title and reading.place != "subheading":
            at = block.text.find(title, 0, MAX_BEFORE + len(title))
            if at >= 0 and block.text[at + len(title) :].startswith(" "):
                yield at, at + len(title)


def _inside(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _QUOTES:
        start += 1
    while end > start and (text[end - 1] in _QUOTES or text[end - 1] in ",;:"):
        end -= 1
    return start, end


def _maker_beside(text: str, span: Span, document: Document) -> Span | None:
    """The name behind *by*, or the owner before the title."""
    start, end = span
    while end < len(text) and text[end] in _QUOTES[:-1]:
        end += 1
    opened = _OPENED.match(text, end)
    if opened is not None:  # "Nine Rooms (by Tamsin Bell)"
        text = f"{text[: opened.end() - 1]} {text[opened.end() :]}"
    by = by_pattern(document.words).match(text, end)
    if by is not None:
        behind = company_from(text, by.end() - 1, document.words)
        name = text[slice(*behind)] if behind else ""
        return behind if looks_like_person(name, document.words) or _is_plain_act(name, document) else None
    while start and text[start - 1] in _QUOTES:
        start -= 1
    before = company_before(text, start, document.words) or _owner_of_kind(text, start, document)
    if before is None:
        return None
    owner = without_possessive(text[slice(*before)], document.words)
    first = before[0] + _common_word(owner, text, document)
    stop = before[0] + len(owner)
    owned = before[0] + len(owner) < before[1]
    return (first, stop) if owned and looks_like_act(text[first:stop], document.words) else None


def _owner_of_kind(text: str, stop: int, document: Document) -> Span | None:
    """``Tamsin Bell's first novel,`` right before a title: the owner of what is of such a kind."""
    between = _KIND.search(text, max(0, stop - MAX_KIND), stop)
    if between is None:
        return None
    kind = between["kind"].lower()
    efforts = any(f" {word} " in f" {kind} " for word in document.words.work.efforts)
    told = efforts or any(phrase.kind for phrase in phrases_in(kind, document.words))
    return company_before(text, between.start("kind"), document.words) if told else None


def _is_plain_act(name: str, document: Document) -> bool:
    return bool(name) and looks_like_act(name, document.words) and not name.isdigit()


def _common_word(name: str, text: str, document: Document) -> int:
    """Characters of a word that only begins the sentence: ``In Marit Solheim's``, for *in* is printed small."""
    first, _, rest = name.partition(" ")
    common = f" {first.lower()} " in document.text and first.lower() not in document.words.work.articles
    return len(first) + 1 if rest and common and text.startswith(name) else 0


def repeated_by_headline(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The one title of the first paragraphs that the headline holds among other words."""
    subject = subject_of(document, known)
    headline = next((reading for reading in subject.readings if reading.place == "headline"), None)
    if headline is None or not _is_about_a_work(subject) or _title_in_headline(subject) is not None:
        return
    held = f" {fold_title(headline.text)} "
    found: dict[str, tuple[Block, Span]] = {}
    for block in below_headline(document, subject):
        for span in _set_off(block, document):
            title = fold_title(block.text[slice(*span)])
            if len(title) >= MIN_REPEATED and f" {title} " in held and held.strip() != title:
                found.setdefault(title, (block, span))
    if len(found) == 1:
        block, (start, end) = next(iter(found.values()))
        title = block.text[start:end]
        yield Hit(Work(title=title), title, (block.start + start, block.start + end))


def set_off_again(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Under a slogan, the title in italics that the text opens with and comes back to."""
    subject = subject_of(document, known)
    if not _is_about_a_work(subject) or _title_in_headline(subject) is not None:
        return
    counts = Counter(
        fold_title(mark.text) for block in document.article() for mark in block.marks if mark.tag in EMPHASIS
    )
    for block in itertools.islice(below_headline(document, subject), MAX_OPENING):
        for start, end in _set_off(block, document):
            title = block.text[start:end]
            if start <= MAX_BEFORE and counts[fold_title(title)] > 1:
                yield Hit(Work(title=title), title, (block.start + start, block.start + end))
                return


def in_caption(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """A caption or a picture's text that names maker and title, both of which the headline holds among other words."""
    subject = subject_of(document, known)
    headline = next((reading for reading in subject.readings if reading.place == "headline"), None)
    if headline is None or not _is_about_a_work(subject) or _title_in_headline(subject) is not None:
        return
    held = f" {fold_title(headline.text)} "
    common = set(held.split())
    for text, span, locator in itertools.islice(_captions(document), MAX_CAPTIONS):
        parts = fold_title(text).split()
        if 2 * sum(part in common for part in parts) < len(parts):
            continue
        title, creators = _told_apart(_BRACKET.sub("", text).strip(), document, subject)
        if title is None or not creators:
            continue
        if all(f" {fold_title(name)} " in held for name in (title, *creators)):
            yield Hit(Work(title=title), text, span, locator)
            yield Hit(Work(creators=creators), text, span, locator)
            behind = _BRACKET.search(text)
            line = parse_label_line(behind["inside"], document.words) if behind else None
            if line is not None and subject.kind in MUSIC_KINDS:
                yield Hit(Work(label=line.label.value), text, span, locator)


def _captions(document: Document) -> Iterator[tuple[str, Span | None, str | None]]:
    for element in document.elements:
        text = element.attrs.get("alt", "") if element.tag == "img" else ""
        if 4 < len(text) <= 2 * MAX_TITLE:
            yield text, None, "img: alt"
    for block in document.article():
        if block.tag == "figcaption" and len(block.text) <= 2 * MAX_TITLE:
            yield block.text, (block.start, block.end), None


def _told_apart(text: str, document: Document, subject: Subject) -> tuple[str | None, tuple[str, ...]]:
    headline = parse_headline(text, document.words, kind=subject.kind)
    if headline.creators:
        return headline.title, headline.creators
    act, comma, title = (headline.title or "").partition(", ")
    if comma and subject.kind in MUSIC_KINDS and looks_like_act(act, document.words):
        return title, split_creators(act, document.words)
    return None, ()
