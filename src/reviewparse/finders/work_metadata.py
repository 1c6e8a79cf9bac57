"""What metadata and front matter state of the reviewed work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewparse.document import Document, Fact
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.called import times_called
from reviewparse.finders.kind_tables import SCHEMA_KINDS
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_subject import subject_of
from reviewparse.model import Work
from reviewparse.parsers.date import parse_released
from reviewparse.parsers.work_names import looks_like_person, split_creators

MAX_TITLE = 150
"""Characters of the longest title of a work."""

THREADS = frozenset(("CreativeWorkSeries",))
"""Types that forums give to their threads."""

FRONT_MATTER = "front-matter"

_SLUG = re.compile(r"\A[a-z0-9]++(?:-[a-z0-9]++)++")


def in_metadata(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``itemReviewed`` and objects that describe a work."""
    facts = _facts(document, front_matter=False)
    threads = any(fact.value in THREADS for fact in facts.get("work.type", ()))
    titles = {fold_title(fact.value) for fact in facts.get("work.title", ())}
    if threads or len(titles) > 1 or subject_of(document, known).several:
        return
    yield from _parts(document, facts)


def in_front_matter(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``artist: The Sparrows`` at the head of a source file."""
    if not subject_of(document, known).several:
        yield from _parts(document, _facts(document, front_matter=True))


def author_in_text(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``author: Ada Quist`` above a text that says what Quist does: who reviews a book does not speak of himself so."""
    subject = subject_of(document, known)
    if subject.several or subject.kind != "book" or document.words.family_name_first:
        return
    for fact in document.facts_of("author"):
        if fact.source != FRONT_MATTER or not looks_like_person(fact.value, document.words):
            continue
        if times_called(fact.value, document, -1) > 0:
            yield _hit(Work(creators=split_creators(fact.value, document.words)), fact)
            return


def _facts(document: Document, *, front_matter: bool) -> dict[str, list[Fact]]:
    """The facts of the work by path."""
    facts: dict[str, list[Fact]] = {}
    for fact in document.facts:
        if fact.path.startswith("work.") and (fact.source == FRONT_MATTER) is front_matter:
            facts.setdefault(fact.path, []).append(fact)
    return facts


def _parts(document: Document, facts: dict[str, list[Fact]]) -> Iterator[Hit[Work]]:
    """The first fact of each path, makers apart: those may be several."""
    first = {path: found[0] for path, found in facts.items()}
    if (fact := first.get("work.title")) is not None:
        yield _hit(Work(title=fact.value[:MAX_TITLE]), fact)
    yield from _creators(document, facts.get("work.creator", []))
    if (fact := first.get("work.label")) is not None:
        yield _hit(Work(label=fact.value), fact)
    if (fact := first.get("work.catalogue")) is not None:
        yield _hit(Work(catalogue=fact.value), fact)
    fact = first.get("work.released")
    if fact is not None and (released := parse_released(fact.value, document.words)) is not None:
        yield _hit(Work(released=released), fact)
    fact = first.get("work.type")
    if fact is not None and fact.value in SCHEMA_KINDS:
        yield _hit(Work(type=SCHEMA_KINDS[fact.value]), fact)


def _creators(document: Document, facts: list[Fact]) -> Iterator[Hit[Work]]:
    """All makers in the role of the first one."""
    role = facts[0].more.get("role", "") if facts else ""
    mine = [fact for fact in facts if fact.more.get("role", "") == role]
    names = dict.fromkeys(name for fact in mine for name in _names(document, fact))
    if names:
        yield _hit(Work(creators=tuple(names)), mine[0])


def _names(document: Document, fact: Fact) -> tuple[str, ...]:
    """Front matter lists several makers in one value; markup gives each a value of its own."""
    if fact.source != FRONT_MATTER:
        return (fact.value,)
    printed = _printed(document, fact.value) if _SLUG.fullmatch(fact.value) else fact.value
    return split_creators(printed, document.words)


def _printed(document: Document, slug: str) -> str:
    """``ida-moss`` as the page prints that name elsewhere; else as it stands."""
    name = slug.replace("-", " ")
    for text in (*(fact.value for fact in document.facts if fact.value != slug), document.text):
        at = text.lower().find(name)
        if at >= 0:
            return text[at : at + len(name)]
    return slug


def _hit(work: Work, fact: Fact) -> Hit[Work]:
    return Hit(work, fact.value, locator=fact.locator)
