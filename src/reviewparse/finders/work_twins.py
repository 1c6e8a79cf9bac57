"""Act and title on lines of their own at the head of a page, whose window title joins them: ``Act: Title | Site``.

Neither line says which is which; the order of the title that joins them does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reviewparse.chars import QUOTES
from reviewparse.document import Block, Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.title_headings import SEPARATOR, fold_title, titles_of
from reviewparse.finders.work_classed import MAKERS
from reviewparse.finders.work_label_places import parts_of_line
from reviewparse.finders.work_order import makers_by_use
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.languages import Words
from reviewparse.model import PartialDate, Work
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.label_line import parse_label_line
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import Sense, phrases_in
from reviewparse.reading.hints import tokens_of

MAX_HEAD = 14
"""Lines of the head of an article; prose ends it."""

MAX_LINE = 90
"""Characters of a line of the head."""

MAX_APART = 3
"""Lines from one of the two to the other."""

_BRACKET = re.compile(r"[\[\](){}]")
_YEAR = re.compile(r"\s[\[(](?P<year>(?:19|20)\d\d)[\])]$")
_TITLES = frozenset(("album", "record", "release", "book"))
"""Tokens of the class of an element that templates fill with the title, unless it names the maker, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """A name and where the head of the article prints it."""

    name: str
    block: Block
    start: int

    def hit(self, work: Work) -> Hit[Work]:
        """The name as a part of the work."""
        start = self.block.start + self.start
        return Hit(work, self.name, (start, start + len(self.name)))


def on_two_lines(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``<h1>The Sparrows</h1> <h2>Cold Tap</h2>`` under ``The Sparrows: Cold Tap | Reviews``."""
    subject = subject_of(document, known)
    if subject.several or not (subject.kind in MUSIC_KINDS or subject.kind == "book"):
        return
    head = _head(document)
    folded = [fold_title(_YEAR.sub("", block.text)) for block in head]
    pairs = (*_joined(document), *_run_together(document, head, folded), *_called_so(head))
    for first, second, is_last in pairs:
        lines = _lines_of(first, second, head, folded)
        if lines is None or not (_are_called(lines) or _may_be(first, second, document, subject)):
            continue
        if is_last and lines[1].block.index < lines[0].block.index:
            continue  # a masthead above the headline, whose title ends with the name of the site
        act, title = _ordered(lines, document)
        yield act.hit(Work(creators=split_creators(act.name, document.words)))
        yield title.hit(Work(title=title.name))
        yield from _year_of(title)
        yield from _label_behind(max(act.block.index, title.block.index), head, document, subject)
        return


def _head(document: Document) -> list[Block]:
    blocks = itertools.islice(document.article(), MAX_HEAD)
    return list(itertools.takewhile(lambda block: len(block.text) <= MAX_LINE, blocks))


def _joined(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Neighbouring parts of the titles that metadata states, and whether the second is the last."""
    sites = titles_of(document).sites
    for fact in document.facts_of("title"):
        parts = [_YEAR.sub("", part) for part in _parts(fact)]
        for number, (first, second) in enumerate(itertools.pairwise(parts), start=2):
            if not sites & {fold_title(first), fold_title(second)}:
                yield first, second, number == len(parts)


def _run_together(document: Document, head: list[Block], folded: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Neighbouring lines of the head with which a stated title begins, nothing between them: ``Act Title reviews``."""
    stated = [f"{title.folded} " for title in titles_of(document).stated]
    for index, (one, other) in enumerate(itertools.pairwise(folded)):
        for first, second, at in ((one, other, index), (other, one, index + 1)):
            if first and second and any(title.startswith(f"{first} {second} ") for title in stated):
                yield head[at].text, head[2 * index + 1 - at].text, False


def _called_so(head: list[Block]) -> Iterator[tuple[str, str, bool]]:
    """Lines of the head that their elements call maker and title."""
    makers = [block for block in head if _is_called(MAKERS, block)]
    titles = [block for block in head if block not in makers and _is_called(_TITLES, block)]
    if len(makers) == len(titles) == 1:
        yield _whole(makers[0]).name, _whole(titles[0]).name, False


def _parts(fact: Fact) -> list[str]:
    return [part.strip() for part in SEPARATOR.split(fact.value) if part.strip()] if len(fact.value) < 200 else []


def _lines_of(first: str, second: str, head: list[Block], folded: list[str]) -> tuple[Line, Line] | None:
    """Where the head prints the two, on a line each or side by side on one."""
    one, other = fold_title(first), fold_title(second)
    if not one or not other or one == other:
        return None
    if one in folded and other in folded:
        lines = _whole(head[folded.index(one)]), _whole(head[folded.index(other)])
        return lines if abs(lines[0].block.index - lines[1].block.index) <= MAX_APART else None
    for block, text in zip(head, folded, strict=True):
        if text == f"{one} {other}" and block.text.startswith(first) and block.text.endswith(second):
            return Line(first, block, 0), Line(second, block, len(block.text) - len(second))
    return None


def _whole(block: Block) -> Line:
    name = _YEAR.sub("", block.text).strip(f"{QUOTES} ")
    return Line(name, block, block.text.find(name))


def _year_of(title: Line) -> Iterator[Hit[Work]]:
    """``Cold Tap (2012)``: the year behind the title."""
    year = _YEAR.search(title.block.text)
    if year is not None:
        start = title.block.start + year.start("year")
        yield Hit(Work(released=PartialDate(year=int(year["year"]))), year["year"], (start, start + len(year["year"])))


def _may_be(first: str, second: str, document: Document, subject: Subject) -> bool:
    """Whether one can be a maker of such works; sections of a site hold words of the vocabulary."""
    words: Words = document.words
    if any(_BRACKET.search(name) or _names_section(name, words) for name in (first, second)):
        return False
    if subject.kind == "book":
        return looks_like_person(first, words)
    return looks_like_act(first, words) or looks_like_act(second, words)


def _names_section(name: str, words: Words) -> bool:
    """Whether a name holds a word for kinds of works or for reviews; articles and the like say nothing."""
    return any(phrase.senses - {Sense.QUALIFIER} for phrase in phrases_in(name, words))


def _ordered(lines: tuple[Line, Line], document: Document) -> tuple[Line, Line]:
    """Maker and title: makers come first, unless the template, a description or the text has it the other way."""
    first, second = lines
    called = [_is_called(MAKERS, line.block) for line in lines]
    if called[0] != called[1]:
        return lines if called[0] else (second, first)
    start = max(first.block.end, second.block.end)
    makers = set(makers_by_use(document, f"{first.name}: {second.name}", start))
    turned = fold_title(second.name) in {fold_title(maker) for maker in makers}
    return (second, first) if turned or _is_described(document, first.name, second.name) else (first, second)


def _are_called(lines: tuple[Line, Line]) -> bool:
    """Whether the template says of one that it is the maker, and of the other that it is the title."""
    blocks = [line.block for line in lines]
    return any(_is_called(MAKERS, block) for block in blocks) and any(_is_called(_TITLES, block) for block in blocks)


def _is_called(what: Collection[str], block: Block) -> bool:
    """Whether the class of a line's element, or of the one around its whole text, says what it holds."""
    spans = (mark for mark in block.marks if mark.text == block.text)
    return any(
        token in what
        for element in (block.element, *spans)
        for key in ("class", "itemprop")
        for token in tokens_of(element.attrs.get(key, ""))
    )


def _is_described(document: Document, title: str, maker: str) -> bool:
    """Whether the page's description begins with ``Cold Tap by The Sparrows``."""
    by = by_pattern(document.words)
    for fact in document.facts_of("description"):
        match = by.match(fact.value, len(title)) if fact.value.startswith(title) else None
        if match is not None and fact.value.startswith(maker, match.end()):
            return True
    return False


def _label_behind(index: int, head: list[Block], document: Document, subject: Subject) -> Iterator[Hit[Work]]:
    """``Grey Heron; 2012`` right below the two."""
    line = next((block for block in head if block.index == index + 1), None)
    read = parse_label_line(line.text, document.words) if line and subject.kind in MUSIC_KINDS else None
    if line is None or read is None or (read.released is None and line.text[0] != "("):
        return
    yield from parts_of_line(read, line.start)
