"""Marks that are not the reviewer's: readers' votes and means, and those of linked pages."""

from __future__ import annotations

import re
from itertools import takewhile

from reviewparse.document import HEADINGS, Block, Document, Hint
from reviewparse.finders.rating_markup import is_vote
from reviewparse.model import Rating
from reviewparse.parsers.rating_pieces import counts_votes, is_label, names_other_site

READERS = ("aggregate_rating", "reader_rating")
"""Paths of facts on readers' marks; those on other things stand at ``other.``, and are printed just the same."""

MAX_VOTES_LINE = 60
"""Characters of a line that counts votes."""

_NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")
_MARK = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:\s?/\s?[0-9]{1,3})?%?")
_DECIMAL = re.compile(r"(?<![0-9.,])[0-9]{1,2}[.,][0-9]{1,2}(?![0-9.,])")


def for_votes(block: Block) -> bool:
    """Whether a line stands in a widget for readers to vote, or in their average."""
    return is_vote(block.element) or any(mark.hints & Hint.VOTE for mark in block.marks)


def is_linked(block: Block) -> bool:
    """Whether a whole line is a link: its mark is that of the page it leads to."""
    if block.element.closest("a") is not None:
        return True
    return any(mark.tag == "a" and mark.text == block.text for mark in block.marks)


def beside_votes(block: Block, doc: Document) -> bool:
    """Whether a neighbouring line counts votes or asks for one, or a site of readers' marks is named above or below."""
    index, words = block.index, doc.words
    # below a heading other marks begin
    behind = list(takewhile(lambda other: other.tag not in HEADINGS, doc.blocks[index + 1 : index + 3]))
    near = (*doc.blocks[max(0, index - 2) : index + 1], *behind)
    counting = (other for other in near if len(other.text) <= MAX_VOTES_LINE and counts_votes(other.text, words))
    if any(not _holds_other_mark(other, block) and not _counts_its_own(other, block, doc) for other in counting):
        return True
    above = doc.blocks[index - 1].text if index else ""
    if len(above) > MAX_VOTES_LINE or is_label(above, words):
        return False
    if names_other_site(above, words):
        return True
    below = behind[0] if behind and len(behind[0].text) <= MAX_VOTES_LINE else None
    return below is not None and names_other_site(below.text, words) and not _holds_other_mark(below, block)


def _holds_other_mark(votes: Block, block: Block) -> bool:
    """Whether a line that counts votes prints the readers' mark itself, and this is far from that of the other line."""
    theirs, ours = _DECIMAL.search(votes.text), _NUMBER.search(block.text)
    if votes is block or theirs is None or ours is None:
        return False
    return abs(float(theirs[0].replace(",", ".")) - float(ours[0].replace(",", "."))) >= 1


def _counts_its_own(votes: Block, block: Block, doc: Document) -> bool:
    """Whether a line that counts votes stands in a box with a mark of its own, and this line outside of it."""
    box = None
    for element in votes.element.ancestors():
        if element.first <= block.index < element.last:
            break
        box = element
    inside = () if box is None else doc.blocks[box.first : box.last]
    return any(other is not votes and _MARK.fullmatch(other.text) for other in inside)


def not_the_readers(rating: Rating, doc: Document) -> bool:
    """Whether the page's metadata does not call the same number the mean of its readers' marks."""
    facts = [fact for path in READERS for fact in (*doc.facts_of(path), *doc.facts_of(f"other.{path}"))]
    return all(_float(fact.value) != rating.value for fact in facts)


def _float(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
