"""When the reviewed work came out, as the first lines below the headline tell it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known, in_block
from reviewparse.finders.work_label import below_headline
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.model import PartialDate, Work
from reviewparse.parsers.date import scan_released
from reviewparse.parsers.work_words import phrases_in

MAX_OPENING = 8
"""Lines below the headline that may tell in a sentence when the work came out."""

MAX_APART = 160
"""Characters between the title and a date that tells its release."""

MAX_LINE = 90
"""Characters of a line of facts."""

MAX_TO_KIND = 60
"""Characters between a year and the word for what is of that year."""

_YEAR = re.compile(r"(?<![\w.,-])(?P<year>(?:19|20)\d\d)(?![\w-])")
_BEHIND = re.compile(r" \((?P<year>(?:19|20)\d\d)\)")
_SENTENCE_END = re.compile(r"[.;:!?\n]")


def released_in_sentence(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """A sentence of the first paragraphs that names the work and says when it came out, or a line of facts."""
    subject = subject_of(document, known)
    title = next((reading.headline.title for reading in subject.readings if reading.headline.title), None)
    lower = document.lowered()
    for block in () if subject.several else itertools.islice(below_headline(document, subject), MAX_OPENING):
        at = lower.find(title.lower(), block.start, block.end) if title is not None and block.has_digit else -1
        if not block.has_digit or (at < 0 and len(block.text) > MAX_LINE):
            continue
        for hit in in_block(block, scan_released(block.text, document.words)):
            if hit.span is None or (at >= 0 and abs(hit.span[0] - at) > MAX_APART):
                continue
            if at < 0 and _is_bracket(hit, document):
                continue  # a year in brackets is that of the name before it
            yield Hit(Work(released=hit.value), hit.quote, hit.span)
            return


def _is_bracket(hit: Hit[PartialDate], document: Document) -> bool:
    return hit.span is not None and document.text[max(0, hit.span[0] - 1) : hit.span[0]] in ("(", "[")


def year_of_kind(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Saltfield is a 1970 American horror film``, ``a production of 2017``."""
    subject = subject_of(document, known)
    if subject.several or subject.kind is None:
        return
    for block in itertools.islice(below_headline(document, subject), MAX_OPENING):
        for match in _YEAR.finditer(block.text) if block.has_digit else ():
            if _is_described(block, match, subject, document) or _is_made_in(block, match, subject, document):
                span = (block.start + match.start(), block.start + match.end())
                yield Hit(Work(released=PartialDate(year=int(match["year"]))), match["year"], span)
                return


def year_behind_title(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``Saltfield (1970)`` in the summary or the first lines, the only year that stands so."""
    subject = subject_of(document, known)
    title = next((reading.headline.title for reading in subject.readings if reading.headline.title), None)
    if subject.several or title is None:
        return
    lines = itertools.islice(below_headline(document, subject), MAX_OPENING)
    texts: list[tuple[str, int, str | None]] = [(block.text, block.start, None) for block in lines]
    texts += [(fact.value, 0, fact.locator) for fact in document.facts_of("description")]
    found = [
        (match, start, locator)
        for text, start, locator in texts
        if (at := text.find(f"{title} (")) >= 0 and (match := _BEHIND.match(text, at + len(title)))
    ]
    if len({match["year"] for match, _, _ in found}) != 1:
        return
    for match, start, locator in found:
        span = None if locator else (start + match.start("year"), start + match.end("year"))
        yield Hit(Work(released=PartialDate(year=int(match["year"]))), match["year"], span, locator)


def _is_described(block: Block, match: re.Match[str], subject: Subject, document: Document) -> bool:
    """``is a 1970 horror film``: behind an article that opens the paragraph or follows *is*."""
    before = block.text[max(0, match.start() - 24) : match.start()].lower().split()
    words = document.words
    if not before or before[-1] not in words.work.articles:
        return False
    opens = match.start() < len(before[-1]) + 2
    verb = len(before) > 1 and before[-2] in words.credits.by_gap
    behind = _SENTENCE_END.split(block.text[match.end() : match.end() + MAX_TO_KIND], maxsplit=1)[0]
    return (opens or verb) and any(subject.is_of(phrase.kind) for phrase in phrases_in(behind, words))


def _is_made_in(block: Block, match: re.Match[str], subject: Subject, document: Document) -> bool:
    """``Film von 2017``, in a line of facts."""
    before = block.text[: match.start()].rstrip().lower()
    link = next((word for word in document.words.work.of if before.endswith(f" {word}")), None)
    if link is None or len(block.text) > MAX_LINE:
        return False
    ahead = before[: -len(link)].rstrip()
    kinds = [phrase for phrase in phrases_in(ahead, document.words) if phrase.end == len(ahead)]
    productions = any(ahead.endswith(word) for word in document.words.work.productions)
    return productions or any(subject.is_of(phrase.kind) for phrase in kinds)
