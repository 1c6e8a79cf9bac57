"""The work that the first sentence defines: ``Saltfield is a quiet arcade game from Long Jetty Games``."""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.document import Document
from reviewparse.evidence import Hit, Span
from reviewparse.finders.base import Known
from reviewparse.finders.kind_definition import MAX_BETWEEN, definition_of
from reviewparse.finders.work_subject import subject_of
from reviewparse.languages import Words
from reviewparse.model import Work
from reviewparse.parsers.company import company_from
from reviewparse.parsers.work_names import split_creators
from reviewparse.parsers.work_words import words_of


def defined(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Title, and the maker behind ``from`` or ``by``."""
    titles = known.get("title", ())
    if not titles or subject_of(document, known).several:
        return
    evidence = titles[0].evidence
    found = definition_of(document, titles[0].value, evidence.span[1] if evidence.span else 0)
    if found is None:
        return
    block, (first, last) = found.block, found.title
    title = block.text[first:last]
    yield Hit(Work(title=title), title, (block.start + first, block.start + last))
    maker = _maker(block.text, found.end, document.words)
    if maker is not None:
        name = block.text[slice(*maker)]
        span = (block.start + maker[0], block.start + maker[1])
        yield Hit(Work(creators=split_creators(name, document.words)), name, span)


def _maker(text: str, at: int, words: Words) -> Span | None:
    """The name right behind the word for the kind and a word that a maker follows."""
    parts = words_of(text[at : at + MAX_BETWEEN])
    links = {*words.work.by, *words.work.label_before_company}
    nouns = {noun for role in words.work.makers.values() for noun in role}
    if not parts or parts[0].text not in links:
        return None
    begin = at + parts[0].end
    if len(parts) > 1 and parts[1].text in nouns:
        begin = at + parts[1].end
    return company_from(text, begin, words)
