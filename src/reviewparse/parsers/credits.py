"""Credits of a string of one or more lines: headings, labels, lists and sentences, told apart line by line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reviewparse.chars import holds_any
from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_east import with_colons
from reviewparse.parsers.credit_names import are_makers, cut_makers
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.credit_words import narrowed, prose_of
from reviewparse.parsers.credits_below import credits_below
from reviewparse.parsers.credits_labelled import (
    SENTENCE_END,
    Statement,
    credits_of_statement,
    may_label,
    statements,
)
from reviewparse.parsers.credits_listed import MAX_ENTRY, scan_headed, scan_unheaded, scan_valued
from reviewparse.parsers.credits_lone import lone_entries
from reviewparse.parsers.credits_personnel import MAX_BARE, scan_personnel
from reviewparse.parsers.credits_players import players_in
from reviewparse.parsers.credits_sentence import sentences_in
from reviewparse.parsers.labels import fold
from reviewparse.parsers.roles import (
    GUEST,
    LIST_ROLES,
    MAX_WORDS,
    PrintedRole,
    RoleBook,
    canonical_role,
    role_book,
    split_roles,
    words_of,
)

__all__ = ["Found", "canonical_role", "parse_credits", "scan_credits", "scan_lines", "scan_personnel"]

MAX_COLONS = 16
"""Labels and entries of the fullest line; more of them are a table run together."""

_JOINING = "/_-–—|•*\t["
"""Signs that may stick to a word without being the end of a sentence."""

_SEPARATOR = re.compile(r"[(),:;|/\t–—_]|\.{3}|…|\s-\s|(?<=\w)-(?=\w)|\s(?:-)(?=\w)")
"""What may stand between name and role, or between roles."""


_EMPHASIS = re.compile(r"(?<![\w*])(?P<signs>\*{1,3})(?=[^\s*])(?P<text>[^*\n]{1,200})(?<=[^\s*])(?P=signs)(?![\w*])")
"""``**Directed by** Ida Moss``; in credits asterisks are no marks."""

NEAR = 3
"""Lines between a label of doubtful meaning (``Written by``) and the credits that make it one of the work."""


@dataclass(frozen=True, slots=True)
class Found:
    """A credit, the line it stands in, and the shape it was printed in."""

    hit: Hit[Credit]
    """Its span counts from the start of its line."""
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
    lines = _EMPHASIS.sub(r"\g<text>", text).splitlines()
    found = [one.hit.value for one in scan_lines(lines, words, crew=True)]
    return tuple(found) or lone_entries(lines, words)


def scan_credits(text: str, words: Words) -> Iterator[Hit[Credit]]:
    """The credits of one line or paragraph, with spans into it."""
    return (found.hit for found in scan_lines([text], words))


def scan_lines(lines: Sequence[str], words: Words, *, crew: bool = False) -> Iterator[Found]:
    """All credits of a passage in its order; doubtful ones only beside others, and none twice.

    ``crew`` says that the passage is one of credits, in which ``Writers:`` are those of a film.
    """
    read = [narrowed(with_colons(line, words)) for line in lines]
    found = [_as_printed(one, lines) for one in _read(read, words)]
    sure = {one.line for one in found if not one.doubtful and one.shape != "player"}
    trusted = words.credits.crew if crew else ()
    believed = [
        one
        for one in found
        if not one.doubtful
        or not sure.isdisjoint(_around(one.line))
        or (trusted and fold(one.hit.value.printed_role or "") in trusted)
    ]
    playing = {(one.line, name) for one in believed if one.hit.value.role != GUEST for name in one.hit.value.names}
    seen: set[tuple[str, str]] = set()
    kept = []
    for one in sorted(believed, key=lambda one: -len(one.hit.value.names)):
        pairs = {(one.hit.value.role, name) for name in one.hit.value.names}
        if one.hit.value.role == GUEST and playing.issuperset((one.line, name) for name in one.hit.value.names):
            continue  # what a guest plays says more
        if not pairs <= seen:
            seen |= pairs
            kept.append(one)
    yield from sorted(kept, key=lambda one: (one.line, one.hit.span or (0, 0)))


def _as_printed(one: Found, lines: Sequence[str]) -> Found:
    """The same, quoting the line as it came."""
    if one.hit.span is None or lines[one.line].isascii():
        return one
    return replace(one, hit=replace(one.hit, quote=lines[one.line][slice(*one.hit.span)]))


def _around(line: int) -> range:
    return range(line - NEAR, line + NEAR + 1)


def may_enter(line: str, book: RoleBook) -> bool:
    """Whether a line may be an entry of a list, or several: a few words between separators end like a role."""
    if len(line) > MAX_ENTRY and not looks_listed(line):
        return False
    if "…" not in line and book.list_words.isdisjoint(words_of(line)):
        return False
    parts = [words_of(part) for part in _SEPARATOR.split(line)]
    if len(parts) == 1 and len(line) > MAX_BARE:
        return False
    longest = MAX_WORDS if len(parts) > 1 else 2 * MAX_WORDS
    return any(part and len(part) <= longest and part[-1] in book.list_words for part in parts)


def looks_listed(line: str) -> bool:
    """Whether a long line has the separators of a list: several of one kind, and commas or semicolons between."""
    if len(line) > 1000 or line.count(",") + line.count(";") + line.count("|") < 3:
        return False
    for mark in (" - ", " – ", ": ", " / ", ";", "_", "("):  # noqa: SIM110 - a generator would cost more
        if line.count(mark) > 2:
            return True
    return False


def credits_named(role: str, names: str, words: Words) -> Iterator[Credit]:
    """The credit of a role and a printed list of names that stand apart, as in markup.

    >>> from reviewparse.languages import load
    >>> next(credits_named("director", "Ida Moss & Bo Tarn", load("en"))).names
    ('Ida Moss', 'Bo Tarn')
    """
    makers = cut_makers(names, words)
    known = canonical_role(role, words)
    roles = (() if known else split_roles(role, words)) or (PrintedRole(known or Role(role), role),)
    return credits_of(roles, makers, words) if are_makers(makers, words) else iter(())


def _read(lines: Sequence[str], words: Words) -> Iterator[Found]:
    book = role_book(words)
    index = 0
    while index < len(lines):
        after = index + 1
        if not _may_state(lines[index], book):
            index = after
            continue
        label, entry = may_label(lines[index], book), may_enter(lines[index], book)
        if label or entry:
            found, after = _listed(lines, index, words, headed=label, entry=entry)
            passed = not found or (after == index + 1 and (found[0].hit.span or (0, 0))[0] > 0)
            labelled = list(_labelled(lines, index, words)) if label and passed else []
            # "Writers: Ada Quist, Jo Pike (screenplay)": the brackets of some are less than the names of all
            yield from labelled if _named(labelled) > _named(found) else found
            yield from _labels_within(lines, range(index + 1, after), {one.line for one in found}, words)
        for line in range(index, after):
            yield from _told(lines[line], line, words)
        index = after


def _named(found: Sequence[Found]) -> int:
    """How many are credited, each for each of their roles."""
    return len({(one.hit.value.role, name) for one in found for name in one.hit.value.names})


def _labels_within(lines: Sequence[str], passed: range, read: set[int], words: Words) -> Iterator[Found]:
    """``Producer: Ida Moss`` among or behind ``Kit Hale – bass``: labelled lines that a list passed over."""
    book = role_book(words)
    for line in passed:
        if line not in read and may_label(lines[line], book):
            yield from _labelled(lines, line, words)


def _may_state(line: str, book: RoleBook) -> bool:
    """Whether a line holds a word of any credit: a role, an abbreviation in brackets, an ordinary word as a label."""
    if line.count(":") > MAX_COLONS:
        return False
    if "(" not in line and ":" not in line and not holds_any(line, _JOINING):
        return not book.tokens.isdisjoint(line.casefold().split())
    found = words_of(line)
    return (
        not book.vocabulary.isdisjoint(found)
        or ("(" in line and not book.short_words.isdisjoint(found))
        or (":" in line[:20] and not book.label_ends.isdisjoint(found[:2]))
    )


def _listed(lines: Sequence[str], index: int, words: Words, *, headed: bool, entry: bool) -> tuple[list[Found], int]:
    """The credits of the list that begins at a line, and the number of the line behind it."""
    book = role_book(words)
    if headed and lines[index].count(":") > 1:
        headed = len(list(statements(lines[index], words))) < 2
    scans = [scan for scan, wanted in ((scan_headed, headed), (scan_unheaded, entry)) if wanted]
    for scan in scans:
        hits, after = scan(lines, index, words)
        if hits:
            starts = list(accumulate((len(line) + 1 for line in lines[index:after]), initial=0))
            return [_in_line(hit, starts, index, book) for hit in hits], after
    return [], index + 1


def _in_line(hit: Hit[Credit], starts: list[int], first: int, book: RoleBook) -> Found:
    number = bisect_right(starts, hit.span[0]) - 1 if hit.span else 0
    return Found(hit.shifted(-starts[number]), first + number, "list", doubtful=names_page_makers(hit.value, book))


def names_page_makers(value: Credit, book: RoleBook) -> bool:
    """Whether a credit is worded as pages credit their own writers, photographers and editors."""
    return (value.printed_role or "").casefold() in book.page_makers


def _labelled(lines: Sequence[str], index: int, words: Words) -> Iterator[Found]:
    line, book = lines[index], role_book(words)
    for statement in statements(line, words):
        made = (
            {statement.label} if statement.label in book.page_makers else {fold(one.printed) for one in statement.roles}
        )
        doubtful = made <= book.page_makers  # "Words and photos" as well as each of them
        number, hits = index, _valued(line, statement, words)
        if statement.value_start >= statement.value_end:
            number, hits = credits_below(lines, index, statement, words)
        yield from (Found(hit, number, "label", doubtful=doubtful) for hit in hits)


def _valued(line: str, statement: Statement, words: Words) -> Iterator[Hit[Credit]]:
    """The credits of a labelled value; behind ``Cast`` and ``Members`` a list with parts and instruments."""
    if statement.roles[0].role not in LIST_ROLES:
        yield from credits_of_statement(line, statement, words)
        return
    value = SENTENCE_END.split(line[statement.value_start : statement.value_end], maxsplit=1)[0].rstrip(" .,;|")
    yield from (hit.shifted(statement.value_start) for hit in scan_valued([value], statement.roles[0], words))


def _told(line: str, number: int, words: Words) -> Iterator[Found]:
    book, prose = role_book(words), prose_of(line)
    for hit in sentences_in(prose, words):
        # "All songs written by" says of what; "Written by" may mean the page
        start = hit.span[0] if hit.span else 0
        subject = line[max(0, start - 24) : start].split()[-1:]
        bare = not subject or subject[0].casefold() not in words.credits.tracks
        yield Found(hit, number, "sentence", doubtful=bare and names_page_makers(hit.value, book))
    for hit in players_in(prose, words):
        yield Found(hit, number, "player")
