"""Which side of a headline in two parts is the maker: what the text below does with the two names tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewparse.chars import QUOTES
from reviewparse.document import Document
from reviewparse.parsers.headline_by import by_pattern
from reviewparse.parsers.labels import fold
from reviewparse.parsers.work_names import looks_like_person
from reviewparse.parsers.work_words import phrases_in

MAX_PART = 60
"""Characters of one side of a headline in two parts."""

MIN_SURNAME = 3
"""Letters; what is shorter is part of other words."""

MIN_CALLED = 2
"""Times that a text calls somebody by the surname alone."""

DASH = re.compile(r"\s{1,3}[-–—|~]{1,2}\s{1,3}")
PAIRS = (("“", "”"), ('"', '"'), ("„", "“"), ("‘", "’"), ("'", "'"), ("«", "»"), ("»", "«"), ("“", '"'))
EMPHASIS = frozenset(("i", "em", "cite"))

_BRACKETED = re.compile(r"\s{0,2}[(\[][^()\[\]]{1,60}[)\]]$")

MAX_ITEM = 16
"""Characters that an item of a tracklist has beside its title: number and duration."""

MAX_BEFORE = 40
"""Characters before a title among which the word for its kind stands."""


def makers_by_use(document: Document, headline: str, start: int) -> Iterator[str]:
    """The side of a two-part headline that the text uses as a name, where it sets off the other as a title.

    Titles stand in quotes or italics, makers do not: that tells which is which on sites that print the title first.
    """
    parts = _sides(headline)
    if len(parts) != 2 or not all(2 < len(part) <= MAX_PART for part in parts):
        return
    yield from _called_by_surname(document, parts, start)
    uses = [_uses(document, part, start) for part in parts]
    for index, (plain, set_off) in enumerate(uses):
        other_plain, other_set_off = uses[1 - index]
        if plain >= 2 and not set_off and other_set_off > other_plain:
            yield fold(parts[index])
            return
    made_by = [_follows_by(document, part, start) for part in parts]
    named = [_is_named_as_title(document, part, start) for part in parts]
    for makes in (made_by, [not one for one in named]):  # a word for records before a name is less sure
        if makes[0] != makes[1]:
            yield fold(parts[0] if makes[0] else parts[1])
            return


def _sides(headline: str) -> list[str]:
    """The parts of a headline at its dash, else at its colon, without ``Album review:`` and ``(Grey Heron)``."""
    sides = DASH.split(headline)
    if len(sides) > 1:
        sides[0] = sides[0].rpartition(": ")[2]
    else:
        sides = headline.split(": ")
    return [_BRACKETED.sub("", side).strip(f" {QUOTES}") for side in sides]


def _called_by_surname(document: Document, parts: list[str], start: int) -> Iterator[str]:
    """The one side whose last word the text uses alone, as reviews call people: nobody shortens a title so."""
    text = document.text[start:]
    counts = []
    for part, other in zip(parts, reversed(parts), strict=True):
        surname = part.rsplit(" ", 1)[-1]
        own = len(surname) > MIN_SURNAME and surname not in other.split()
        person = own and looks_like_person(part, document.words)
        counts.append(text.count(surname) - text.count(part) if person else 0)
    for index, count in enumerate(counts):
        if count >= MIN_CALLED and not counts[1 - index]:
            yield fold(parts[index])


def _uses(document: Document, part: str, start: int) -> tuple[int, int]:
    """How often the text below prints a name plainly, people by their surname, too, and how often set off."""
    plain = set_off = 0
    surname = part.rsplit(" ", 1)[-1] if looks_like_person(part, document.words) else ""
    for block in document.article():
        times = block.text.count(part) if block.start >= start else 0
        if times:
            marked = sum(mark.tag in EMPHASIS and mark.text.strip(QUOTES) == part for mark in block.marks)
            quoted = sum(block.text.count(f"{left}{part}{right}") for left, right in PAIRS)
            apart = min(times, max(marked, quoted))
            set_off += apart
            plain += times - apart
        elif len(surname) > MIN_SURNAME and surname in block.text and block.start >= start:
            plain += 1
    return plain, set_off


def _follows_by(document: Document, part: str, start: int) -> bool:
    """Whether the text says that something is by a name: ``a short record by The Sparrows``."""
    by = by_pattern(document.words)
    text = document.text
    at = text.find(part, start)
    while at >= 0:
        before = by.search(text, max(0, at - MAX_BEFORE), at)
        if before is not None and before.end() == at:
            return True
        at = text.find(part, at + len(part))
    return False


def _is_named_as_title(document: Document, part: str, start: int) -> bool:
    """Whether a name stands right behind the word for a work, or is an item of a list: ``the album Cold Tap``."""
    for block in document.article():
        at = block.text.find(part) if block.start >= start else -1
        if at < 0:
            continue
        if block.tag == "li" and len(block.text) <= len(part) + MAX_ITEM:
            return True
        head = block.text[max(0, at - MAX_BEFORE) : at].rstrip(" ,:" + QUOTES)
        if head and any(phrase.kind and phrase.end == len(head) for phrase in phrases_in(head, document.words)):
            return True
    return False
