"""Act and title on lines of their own at the head of a page, whose window title joins them: ``Act: Title | Site``.

Neither line says which is which; the order of the title that joins them does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewparse.document import Block, Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.kind_signs import MUSIC_KINDS
from reviewparse.finders.title_headings import SEPARATOR, fold_title, titles_of
from reviewparse.finders.work_label_places import parts_of_line
from reviewparse.finders.work_order import makers_by_use
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.languages import Words
from reviewparse.model import Work
from reviewparse.parsers.label_line import parse_label_line
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import Sense, phrases_in

MAX_HEAD = 14
"""Lines of the head of an article; prose ends it."""

MAX_LINE = 90
"""Characters of a line of the head."""

MAX_APART = 3
"""Lines from one of the two to the other."""

_BRACKET = re.compile(r"[\[\](){}]")


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
    folded = [fold_title(block.text) for block in head]
    for first, second, is_last in _joined(document):
        lines = _lines_of(first, second, head, folded)
        if lines is None or not _may_be(first, second, document, subject):
            continue
        if is_last and lines[1].block.index < lines[0].block.index:
            continue  # a masthead above the headline, whose title ends with the name of the site
        act, title = _ordered(lines, document)
        yield act.hit(Work(creators=split_creators(act.name, document.words)))
        yield title.hit(Work(title=title.name))
        yield from _label_behind(max(act.block.index, title.block.index), head, document, subject)
        return


def _head(document: Document) -> list[Block]:
    blocks = itertools.islice(document.article(), MAX_HEAD)
    return list(itertools.takewhile(lambda block: len(block.text) <= MAX_LINE, blocks))


def _joined(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Neighbouring parts of the titles that metadata states, and whether the second is the last."""
    sites = titles_of(document).sites
    for fact in document.facts_of("title"):
        parts = _parts(fact)
        for number, (first, second) in enumerate(itertools.pairwise(parts), start=2):
            if not sites & {fold_title(first), fold_title(second)}:
                yield first, second, number == len(parts)


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
    name = block.text.strip("\"“”„‚‘’«»' ")
    return Line(name, block, block.text.find(name))


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
    """Maker and title: makers come first, unless the text uses the other as a name."""
    first, second = lines
    start = max(first.block.end, second.block.end)
    makers = set(makers_by_use(document, f"{first.name}: {second.name}", start))
    turned = fold_title(second.name) in {fold_title(maker) for maker in makers}
    return (second, first) if turned else (first, second)


def _label_behind(index: int, head: list[Block], document: Document, subject: Subject) -> Iterator[Hit[Work]]:
    """``Grey Heron; 2012`` right below the two."""
    line = next((block for block in head if block.index == index + 1), None)
    read = parse_label_line(line.text, document.words) if line and subject.kind in MUSIC_KINDS else None
    if line is None or read is None or (read.released is None and line.text[0] != "("):
        return
    yield from parts_of_line(read, line.start)
