"""The title over a box of facts, as newspapers print it under a slogan: ``Cold Tap`` above ``Directed by: ...``."""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.chars import QUOTES
from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.kind_signs import REVIEW
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.model import Work
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.labels import fold, split_label

MAX_TITLE = 60
"""Characters of the line above the box."""

MIN_TITLE = 4

MIN_USES = 2
"""Times that the page prints the title: in the box, and in the text or the headline."""

_ENDS = ".!?:;,…"

MAKERS = frozenset(("director", "author", "artist", "developer", "creator"))


def title_above_facts(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The short line right above the first fact of a box that has no title, used as a name elsewhere on the page."""
    subject = subject_of(document, known)
    told = subject.kind is not None or any(sign.says == REVIEW for sign in subject.signs)
    if subject.several or not told:
        return
    first = _first_fact(document, subject)
    if first is None or first.index == 0:
        return
    above = document.blocks[first.index - 1]
    title = above.text.strip(f"{QUOTES} ")
    if _may_be_title(title, document) and document.text.count(title) >= MIN_USES:
        start = above.start + above.text.index(title)
        yield Hit(Work(title=title), title, (start, start + len(title)))


def _first_fact(document: Document, subject: Subject) -> Block | None:
    """Where the first box begins; none when it prints the title itself, or only facts that articles have, too."""
    for card in subject.cards:
        fields = {line.field for line in card}
        if "title" in fields:
            return None
        if len(fields) > 1 and fields & MAKERS:
            return document.blocks[card[0].line]
    actors = {fold(label) for label in document.words.credits.labels.get("actor", ())}
    for block in document.article():
        label = split_label(block.text) if ":" in block.text[:MAX_TITLE] else None
        if label is not None and label.label in actors and label.value:
            return block
    return None


def _may_be_title(text: str, document: Document) -> bool:
    if not MIN_TITLE <= len(text) <= MAX_TITLE or text[-1] in _ENDS or text.isdigit() or ":" in text:
        return False
    return not all_known(text, document.words)
