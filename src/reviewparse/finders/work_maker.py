"""Makers named outside headline and labelled lines: ``composer Teodor Vance's score``, a brand, a tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Known
from reviewparse.finders.title_headings import fold_title
from reviewparse.finders.work_subject import Subject, subject_of
from reviewparse.model import Work
from reviewparse.parsers.company import company_from
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.work_names import looks_like_act, looks_like_person

ROLES_OF_KIND = {"soundtrack": "composer", "film": "director", "book": "author", "game": "developer"}
"""Who the maker of a kind of work is; of records it is never the producer."""

MAX_PARAGRAPHS = 40

MIN_PARAGRAPH = 80
"""Characters of prose; in a shorter line the word stands at its beginning, and that of an author is a byline."""

MAX_TAGS = 25


def role_before_name(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """``composer Teodor Vance's score``: the name that most often stands behind the word for the maker."""
    subject = subject_of(document, known)
    role = ROLES_OF_KIND.get(subject.kind or "")
    if subject.several or role is None:
        return
    nouns = document.words.work.makers.get(role, ())
    found: dict[str, tuple[Block, Span]] = {}
    counts: Counter[str] = Counter()
    titles = [f" {word} {title}," for title in _titles(subject) for word in document.words.work.of]
    for block, span in _names_behind(document, nouns, titles):
        name = _without_possessive(block.text[slice(*span)], document)
        counts[name] += 1
        found.setdefault(name, (block, (span[0], span[0] + len(name))))
    for name, _ in counts.most_common(1):
        block, (start, end) = found[name]
        yield Hit(Work(creators=(name,)), name, (block.start + start, block.start + end))


def _titles(subject: Subject) -> list[str]:
    return [reading.headline.title for reading in subject.readings if reading.headline.title]


def _behind_title(text: str, start: int, titles: list[str]) -> int:
    """``the director of Westbound, Marit Solheim``: where the name may begin."""
    return next((start + len(title) for title in titles if text.startswith(title, start)), start)


def _names_behind(document: Document, nouns: tuple[str, ...], titles: list[str]) -> Iterator[tuple[Block, Span]]:
    lower = document.lowered()
    present = [noun for noun in nouns if noun in lower]
    bylines = document.words.work.makers.get("author", ())
    for block in list(document.article())[:MAX_PARAGRAPHS] if present else ():
        text = lower[block.start : block.end]
        short = len(text) < MIN_PARAGRAPH
        for noun in present:
            at = text.find(f"{noun} ")
            if at < 0 or (at and (short or text[at - 1].isalnum())) or (short and noun in bylines):
                continue
            span = company_from(block.text, _behind_title(block.text, at + len(noun), titles), document.words)
            if span is not None and looks_like_person(
                _without_possessive(block.text[slice(*span)], document), document.words
            ):
                yield block, span


def _without_possessive(name: str, document: Document) -> str:
    plain = name.replace("’", "'").replace("`", "'")
    for ending in document.words.work.possessives:
        if plain.endswith(ending):
            return name[: len(name) - len(ending.removeprefix("s"))]
    return name


def brand_of_product(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The first word of a product's name, where the text uses it alone: ``Wanderer 40`` of ``Wanderer``."""
    subject = subject_of(document, known)
    if subject.several or subject.kind != "product":
        return
    for reading in subject.readings:
        title = reading.headline.title
        if title is None or " " not in title or reading.headline.creators:
            continue
        brand, rest = title.split(" ", 1)
        if brand.isdigit() or all_known(brand, document.words) or not looks_like_act(brand, document.words):
            continue
        if not _stands_alone(document, brand, rest):
            continue
        at = document.text.find(brand, *(reading.span or (0, 0)))
        yield Hit(
            Work(creators=(brand,)),
            brand,
            (at, at + len(brand)) if at >= 0 else None,
            None if at >= 0 else reading.locator,
        )
        return


def _stands_alone(document: Document, brand: str, rest: str) -> bool:
    following = rest.split(" ", 1)[0]
    times = sum(block.text.count(brand) - block.text.count(f"{brand} {following}") for block in document.article())
    tagged = any(fold_title(fact.value) == fold_title(brand) for fact in document.facts_of("tag"))
    return times >= 2 or tagged


def tagged_person(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """The only tag that is a personal name and stands in the text beside the title of the work."""
    subject = subject_of(document, known)
    if subject.several or subject.kind not in ROLES_OF_KIND:
        return
    title = next((reading.headline.title for reading in subject.readings if reading.headline.title), None)
    names = [name for name in _tagged_names(document) if title and fold_title(name) not in fold_title(title)]
    if len(names) == 1:
        start = document.text.find(names[0])
        yield Hit(Work(creators=(names[0],)), names[0], (start, start + len(names[0])))


def _tagged_names(document: Document) -> list[str]:
    """Tags of two and three words that the text prints as names."""
    lower = document.lowered()
    found: dict[str, None] = {}
    for fact in document.facts_of("tag")[:MAX_TAGS]:
        tag = fact.value.replace("-", " ").lower()
        at = lower.find(tag) if 2 <= len(tag.split()) <= 3 else -1
        if at >= 0:
            printed = document.text[at : at + len(tag)]
            if looks_like_person(printed, document.words):
                found[printed] = None
    return list(found)
