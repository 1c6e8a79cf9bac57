"""Credits of a string of one or more lines: headings, labels, lists and sentences, told apart line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credits_labelled import Statement, credits_of_statement, makers_of, statements
from reviewparse.parsers.credits_listed import MAX_ENTRY, holds_role, scan_headed, scan_unheaded
from reviewparse.parsers.credits_personnel import scan_personnel
from reviewparse.parsers.credits_sentence import scan_players, scan_sentences
from reviewparse.parsers.roles import FIRST_WORD, RoleBook, canonical_role, label_roles, role_book

__all__ = ["Found", "canonical_role", "parse_credits", "scan_credits", "scan_lines", "scan_personnel"]

NEAR = 3
"""Lines between a label of doubtful meaning (``Written by``) and the credits that make it one of the work."""


@dataclass(frozen=True, slots=True)
class Found:
    """A credit, the line it stands in, and the shape it was printed in."""

    hit: Hit[Credit]
    """Its span counts from the start of the first line, lines joined by newlines."""
    line: int
    shape: str
    """``label``, ``list``, ``sentence`` or ``player``."""
    doubtful: bool = False
    """Its words as often name who made the page: it counts near other credits only."""


def parse_credits(text: str, words: Words) -> tuple[Credit, ...]:
    """The credits a text prints, in its order; ``()`` when there are none. Several lines are read as a passage.

    >>> from reviewparse.languages import load
    >>> [(c.role, c.names) for c in parse_credits("All songs composed by Teodor Vance.", load("en"))]
    [('composer', ('Teodor Vance',))]
    """
    found = sorted(scan_lines(text.splitlines(), words), key=lambda item: item.hit.span or (0, 0))
    return tuple(item.hit.value for item in found)


def scan_credits(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """The credits of one line or paragraph, with spans into it."""
    return (found.hit for found in scan_lines([text], words))


def scan_lines(lines: Sequence[str], words: Words) -> Iterator[Found]:
    """All credits of a passage; doubtful ones only beside others, and none twice."""
    found = list(_read(lines, words))
    sure = [item.line for item in found if not item.doubtful and item.shape != "player"]
    seen: set[tuple[str, str]] = set()
    for item in found:
        pairs = {(item.hit.value.role, name) for name in item.hit.value.names}
        if not pairs <= seen and (not item.doubtful or any(abs(item.line - line) <= NEAR for line in sure)):
            seen |= pairs
            yield item


def may_open(line: str, book: RoleBook) -> bool:
    """Whether a line may be a heading, a label or an entry: asks for its first word, then for any role word."""
    first = FIRST_WORD.search(line, 0, 24)
    if first is not None and first[0].casefold() in book.first_words:
        return True
    return len(line) <= MAX_ENTRY and holds_role(line, book)


def _read(lines: Sequence[str], words: Words) -> Iterator[Found]:
    book = role_book(words)
    offsets = [0, *accumulate(len(line) + 1 for line in lines)]
    index = 0
    while index < len(lines):
        after = index
        if may_open(lines[index], book):
            for scan in (scan_headed, scan_unheaded):
                hits, after = scan(lines, index, words)
                if hits:
                    yield from _listed(hits, offsets, index, book)
                    break
            else:
                yield from _labelled(lines, index, offsets, words)
        for line in range(index, max(after, index + 1)):
            yield from _told(lines[line], line, offsets[line], words)
        index = max(after, index + 1)


def _listed(hits: list[Hit[Credit]], offsets: list[int], index: int, book: RoleBook) -> Iterator[Found]:
    for hit in hits:
        moved = hit.shifted(offsets[index])
        line = bisect_right(offsets, moved.span[0]) - 1 if moved.span else index
        yield Found(moved, line, "list", doubtful=_names_page_makers(hit.value, book))


def _names_page_makers(value: Credit, book: RoleBook) -> bool:
    return (value.printed_role or "").casefold() in book.page_makers


def _labelled(lines: Sequence[str], index: int, offsets: list[int], words: Words) -> Iterator[Found]:
    line, book = lines[index], role_book(words)
    for statement in statements(line, words):
        doubtful = statement.label in book.page_makers
        hits = credits_of_statement(line, statement, words)
        if statement.value_start >= statement.value_end:
            hits = _below(lines, index, statement, words)
        for hit in hits:
            yield Found(hit.shifted(offsets[index]), index, "label", doubtful=doubtful)


def _below(lines: Sequence[str], index: int, statement: Statement, words: Words) -> Iterator[Hit[Credit]]:
    """A label whose value stands on the next line that prints anything."""
    start = len(lines[index]) + 1
    for line in lines[index + 1 : index + 3]:
        if line.strip():
            value = Statement(statement.roles, statement.label, 0, 0, len(line))
            if not label_roles(line, words) and makers_of(line, value, words):
                yield from (hit.shifted(start) for hit in credits_of_statement(line, value, words))
            return
        start += len(line) + 1


def _told(line: str, number: int, offset: int, words: Words) -> Iterator[Found]:
    book = role_book(words)
    for hit in scan_sentences(line, words):
        doubtful = _names_page_makers(hit.value, book) and hit.span is not None and hit.span[0] < 4
        yield Found(hit.shifted(offset), number, "sentence", doubtful=doubtful)
    for hit in scan_players(line, words):
        yield Found(hit.shifted(offset), number, "player")
