"""Authors who sign: below the text, at its end, in the last line of all."""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.document import Block, Document
from reviewparse.evidence import Hit
from reviewparse.finders import author_places
from reviewparse.finders.author_markup import is_profile
from reviewparse.finders.base import Known
from reviewparse.finders.title_headings import fold_title
from reviewparse.parsers import signature
from reviewparse.parsers.signature import TAIL

Names = tuple[str, ...]

MIN_LINES = 3
"""Lines of the shortest page that is signed: headline, text, name."""

_DASHES = frozenset("-–—―~")
_ITEMS = frozenset(("li", "td", "th", "dt", "dd"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def signed(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A signature that ends the last paragraph: ``... a fine record. Helen Marsh``, ``... now. (DJW)``."""
    long = [block for block in author_places.tail(doc)[:3] if len(block.text) > TAIL]
    if long:
        hit = signature.closing(long[-1].text, doc.words)
        if hit is not None:
            yield hit.shifted(long[-1].start)


def below_text(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A full name alone, any behind a dash, or initials in brackets, on the first lines below the last paragraph."""
    titles = {fold_title(found.value) for found in known.get("title", ())}
    for block, hit in _alone_below(doc):
        if fold_title(hit.value[0]) in titles:
            continue  # the headline once more, above its comments
        if " " in hit.value[0] or block.text[0] in _DASHES or signature.bracketed_initials(block.text):
            yield hit.shifted(block.start)
            return


def last_line(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """A full name alone in the last paragraph of all, below tracklist and credits."""
    if len(doc.blocks) < MIN_LINES:
        return
    before, block = doc.blocks[-2:]
    if len(block.text) > TAIL or block.tag in _ITEMS | _HEADINGS or before.paragraph == block.paragraph:
        return
    hit = signature.dash_signature(block.text, doc.words) or signature.alone(block.text, doc.words)
    if hit is not None and " " in hit.value[0] and not block.text.isupper() and not _leads_elsewhere(block):
        yield hit.shifted(block.start)


def handle_below_text(doc: Document, known: Known) -> Iterator[Hit[Names]]:
    """One word alone on the line below the last paragraph, in the same element as it."""
    for block, hit in _alone_below(doc):
        before = doc.blocks[block.index - 1]
        if " " not in hit.value[0] and before.element is block.element:
            yield hit.shifted(block.start)
            return


def _alone_below(doc: Document) -> Iterator[tuple[Block, Hit[Names]]]:
    zone = author_places.tail(doc)
    for block in zone[1:3]:
        if len(block.text) <= TAIL and _stands_alone(block, zone, doc):
            hit = signature.dash_signature(block.text, doc.words) or signature.alone(block.text, doc.words)
            if hit is not None:
                yield block, hit


def _leads_elsewhere(block: Block) -> bool:
    """Whether a line is a link, and not to somebody's page: ``Back to the contents``."""
    return any(mark.tag == "a" and mark.text == block.text and not is_profile(mark) for mark in block.marks)


def _stands_alone(block: Block, zone: tuple[Block, ...], doc: Document) -> bool:
    """Whether a line belongs to the text above it, or ends the page, and is no link and no item of a list or table."""
    prose = zone[0]
    below = doc.blocks[block.index + 1 : block.index + 2]
    if below and below[0].paragraph == block.paragraph:
        # more lines of its paragraph: it heads them
        return False
    if _leads_elsewhere(block) or (block.tag in _HEADINGS and block is not zone[-1]):
        return False
    if block.element is prose.element:
        return True
    if block.element.parent not in (prose.element, prose.element.parent) and block is not zone[-1]:
        return False
    around = doc.blocks[max(0, block.index - 1) : block.index + 2]
    return block.tag not in _ITEMS or not any(other is not block and other.tag == block.tag for other in around)
