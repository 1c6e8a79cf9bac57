"""Authors in printed lines: labelled bylines, signatures, a name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Hit
from reviewparse.finders import author_places
from reviewparse.finders.author_choice import key
from reviewparse.finders.author_markup import joined, stated
from reviewparse.finders.base import Known, in_block
from reviewparse.parsers import byline, byline_labels, signature
from reviewparse.parsers.beside import beside
from reviewparse.parsers.labels import fold, split_label
from reviewparse.parsers.signature import TAIL

Names = tuple[str, ...]

MAX_BYLINE = 200
"""Characters of the longest line read as a byline; of longer ones only beginning and end are looked at."""

MAX_DATED = 100
"""Characters of the longest line of a name, a date and counters."""

NEAR_HEADLINE = 2
"""Lines between a headline and the date below it that may be the author's."""

MIN_TEXT = 120
"""Characters of a paragraph below the name."""

FULL = (2, 3)
"""Words of a full name."""

_DIGIT = re.compile(r"\d")

MAX_NAMES = 8
"""Lines below a label that may hold its names."""

_TEXT_TAGS = frozenset(("p", "td", "dd", "pre", "body"))
"""Tags of lines that need not belong together."""

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def as_reviewer(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """``Reviewed by Orla Venn``, ``Words: Orla Venn``: a label that only a writer has, at the headline or the end."""
    for hit in (*_at_headline(doc, known), *_at_end(doc)):
        if _is_reviewer(hit, doc):
            yield hit


def at_headline(doc: Document, known: Known) -> Iterable[Hit[Names]]:
    """``By Orla Venn``, ``Posted by Orla Venn`` in the lines around the headline."""
    return _at_headline(doc, known)


def dated_at_headline(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A name beside a date, a counter or a job title around the headline."""
    top = author_places.headline(doc, known)
    for block in author_places.head(doc, known):
        if block.index != top and len(block.text) < MAX_DATED and _DIGIT.search(block.text):
            hit = beside(block.text, doc.words)
            if hit is not None:
                yield hit.shifted(block.start)


def at_end(doc: Document, known: Known) -> Iterable[Hit[Names]]:
    """The same behind the last paragraph."""
    return _at_end(doc)


def in_sections(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """``Review by Orla Venn`` at each reviewer's part, with prose between them: all of them together."""
    hits: list[Hit[Names]] = []
    told = True
    opens = byline_labels.label_openers(doc.words)
    for block in doc.article():
        text = block.text
        if len(text) > MAX_BYLINE:
            told = True
        elif told and opens(text) and byline_labels.may_hold_label(text, doc.words):
            found = [hit for hit in _bylines(block, doc) if byline_labels.label_of(hit.quote, doc.words)]
            hits += found
            told = not found
    names = tuple(dict.fromkeys(name for hit in hits for name in hit.value))
    if len(names) > 1 and len(hits) > 1:
        yield Hit(value=names, quote=hits[0].quote, span=hits[0].span)


def in_label_of_mark(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """``Reviewer's mark (Metalfinch): 7/10`` around the headline or behind the text."""
    for block in (*author_places.head(doc, known), *author_places.tail(doc)):
        if len(block.text) <= MAX_DATED and "(" in block.text and ":" in block.text:
            hit = signature.in_label(block.text, doc.words)
            if hit is not None:
                yield hit.shifted(block.start)
                return


def above_date(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A full name alone between the headline and the date of publication, in lines that stand together."""
    top = author_places.headline(doc, known)
    dates = {candidate.evidence.span[0] for candidate in known.get("published", ()) if candidate.evidence.span}
    for block in doc.blocks[top + 1 : top + 1 + NEAR_HEADLINE]:
        below = doc.blocks[block.index + 1 : block.index + 2]
        if len(block.text) > TAIL or not below:
            return
        if any(below[0].start <= start < below[0].end for start in dates) and block.paragraph == below[0].paragraph:
            hit = signature.alone(block.text, doc.words)
            if hit is not None and _may_be_author(hit.value[0], doc, block):
                yield hit.shifted(block.start)
            return


def below_headline(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A full name alone between a headline that names a work and its maker, and the text, which does not speak of her.

    Below a title alone, the name may be that of who made the work.
    """
    named = any(one.value.title and one.value.creators for one in known.get("work", ()))
    top = author_places.headline(doc, known)
    lines = doc.blocks[top + 1 : top + 3]
    if not named or len(lines) < 2 or len(lines[1].text) < MIN_TEXT or lines[0].tag == "figcaption":
        return
    name = lines[0].text
    hit = signature.alone(name, doc.words) if len(name) <= TAIL else None
    if hit is not None and len(name.split()) in FULL and _may_be_author(hit.value[0], doc, lines[0]):
        yield hit.shifted(lines[0].start)


def _may_be_author(name: str, doc: Document, block: Block) -> bool:
    """Whether it is a full name of whom neither headline nor text speak: those are made by the work's makers."""
    if " " not in name or name.isupper():
        return False
    surname = name.rsplit(maxsplit=1)[-1].casefold()
    return not any(surname in other.text.casefold() for other in doc.article() if other is not block)


def owning_part(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """``Rhys Calder's Review`` or ``Rhys's opinion:`` over a part of the article."""
    for block in doc.article():
        if len(block.text) <= TAIL and (block.text[-1:] == ":" or block.tag in _HEADINGS):
            hit = signature.possessive(block.text, doc.words)
            if hit is not None:
                yield hit.shifted(block.start)


def confirmed_below_headline(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A name alone around the headline that the metadata confirm."""
    confirmed = {key(name): name for hit in stated(doc, known) for name in hit.value}
    for block in author_places.head(doc, known) if confirmed else ():
        if len(block.text) <= TAIL and key(block.text) in confirmed:
            yield Hit(value=(block.text,), quote=block.text, span=(block.start, block.end))


def _is_reviewer(hit: Hit[Names], doc: Document) -> bool:
    label = byline_labels.label_of(hit.quote, doc.words)
    return bool(label) and label not in doc.words.byline.accounts


def _at_headline(doc: Document, known: Known) -> tuple[Hit[Names], ...]:
    return _labelled_around(doc, author_places.headline(doc, known))


@once
def _labelled_around(doc: Document, top: int) -> tuple[Hit[Names], ...]:
    """Labelled bylines around a headline; kept, since two finders ask for them."""
    found: list[Hit[Names]] = []
    for block in author_places.around(doc, top):
        if _may_be_byline(block, doc):
            hits = _bylines(block, doc)
            found += joined(hit for hit in hits if block.index != top or byline_labels.label_of(hit.quote, doc.words))
    return tuple(found)


@once
def _at_end(doc: Document) -> tuple[Hit[Names], ...]:
    """The first byline behind the text; several different ones belong to comments or to other articles."""
    hits = [hit for block in author_places.tail(doc) if _may_be_byline(block, doc) for hit in _bylines(block, doc)]
    return tuple(hits[:1]) if len({tuple(map(key, hit.value)) for hit in hits}) <= 1 else ()


def _may_be_byline(block: Block, doc: Document) -> bool:
    text = block.text
    if len(text) <= MAX_BYLINE:
        return byline_labels.may_hold_label(text, doc.words)
    return byline_labels.label_openers(doc.words)(text) or byline_labels.may_hold_label(text[-TAIL:], doc.words)


def _bylines(block: Block, doc: Document) -> Iterator[Hit[Names]]:
    for hit in in_block(block, byline.scan_labelled(block.text, doc.words)):
        if not _names_maker(hit.quote, block, doc):
            yield _with_next(hit, block, doc)
    if byline_labels.is_label(block.text, doc.words) and not _names_maker(block.text, block, doc):
        yield from _below_label(block, doc)


def _with_next(hit: Hit[Names], block: Block, doc: Document) -> Hit[Names]:
    """``By Orla Venn,`` and the other authors on lines of their own."""
    if hit.span is None or doc.text[hit.span[1] : block.end].strip() not in {"", ","}:
        return hit
    listed = block.tag == "li" or block.text.endswith(",")
    names, end = list(hit.value), hit.span[1]
    for following in doc.blocks[block.index + 1 : block.index + MAX_NAMES] if listed else ():
        other = signature.alone(following.text.strip(" ,"), doc.words)
        if other is None or following.tag != block.tag or " " not in other.value[0]:
            break
        names += other.value
        end = following.end
    return Hit(value=tuple(dict.fromkeys(names)), quote=doc.text[hit.span[0] : end], span=(hit.span[0], end))


def _below_label(label: Block, doc: Document) -> Iterator[Hit[Names]]:
    """``Reviewed by`` on a line of its own, and the names on the next: one, or several of the same markup."""
    names: list[str] = []
    first, end = None, label.end
    for block in doc.blocks[label.index + 1 : label.index + 1 + MAX_NAMES]:
        if first is not None and fold(block.text) in doc.words.byline.joiners:
            continue
        hit = signature.alone(block.text, doc.words)
        like_first = first is None or (block.tag == first.tag and block.element.attrs == first.element.attrs)
        if hit is None or block.region is not label.region or not like_first:
            break
        names += hit.value
        first, end = first or block, block.end
        if block.tag in _TEXT_TAGS:
            break
    if names:
        yield Hit(value=tuple(dict.fromkeys(names)), quote=doc.text[label.start : end], span=(label.start, end))


def _names_maker(quote: str, block: Block, doc: Document) -> bool:
    """Whether a labelled name made the reviewed work, since labels of other makers or of a book stand beside it.

    ``Author:`` among publisher and ISBN, ``Written by`` among ``Directed by``.
    """
    words = doc.words
    label = byline_labels.label_of(quote, words) or fold(quote)
    around = [
        other
        for other in doc.blocks[max(0, block.index - 3) : block.index + 4]
        if other is not block and len(other.text) <= MAX_BYLINE
    ]
    if label in words.credits.page_makers:
        return any(byline_labels.opens_work_credit(other.text, words) for other in around)
    if any(label in phrases for phrases in words.work.creators.values()):
        facts = {*words.work.catalogue, *words.work.label}
        labels = [split_label(other.text) for other in around]
        return any(found is not None and found.label in facts for found in labels)
    return False
