"""Labelled credits: ``Director: Ida Moss``, ``Director – Ida Moss``, several in one line, a label without its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_names import Maker, are_makers, cut_makers, is_full
from reviewparse.parsers.credit_runs import Run, names_after
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.labels import MAX_LABEL, fold
from reviewparse.parsers.roles import PrintedRole, RoleBook, label_roles, lookup, read_roles, role_book, words_of

MAX_LINE = 1000
"""Characters; a longer line is prose, whatever it begins with."""

_PIECE = re.compile(r"\s{0,3}(?:[;|•·]|\t)\s{0,3}|\s/\s(?=[^\W\d_][^/:：]{1,40}[:：])")
"""Between two labelled values of one line."""

_COLON = re.compile(r"\s?(?<!\d)[:：]-?\s?|\s?[:：](?!\d)-?\s?")
"""After a label; no colon of a time or duration."""

_DASH = re.compile(r"\s[-–—=~‒―]{1,2}\s")

SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!]\s")

_CLAUSE = re.compile(r"[,(]\s?(?=[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*\s)")
"""Before a word in small letters with more behind it: ``Ida Moss, from the novel by ...``."""

_WORD = re.compile(r"[^\s.,;|•]+")

_BOUND = ".,;|•/)"
"""Ends the value before a label."""

_PLACED = frozenset({Role("engineer"), Role("writer")})
"""Roles whose verb before a colon leads to a place or date as often as to a name: ``Recorded: Tin Hall``."""

MAX_VERB = 24
"""Characters of the longest verb of making."""

MAX_SHORT = 80
"""Characters of the longest line that is nothing but a role and its names, without a separator."""

_SEPARATORS = (" – ", " - ", " — ", "|", "\t", " = ", " ~ ")

_BULLETS = " -–—•*·♪♫>#_"

_PLURAL_END = re.compile(r"\(\w{1,6}\)$")

_BULLET = re.compile(r"[^\w(\"“«'‘]{0,6}")


@dataclass(frozen=True, slots=True)
class Statement:
    """A label of credits and the value behind it, as offsets into the line."""

    roles: tuple[PrintedRole, ...]
    label: str
    """Folded."""
    start: int
    value_start: int
    value_end: int


def may_label(line: str, book: RoleBook) -> bool:
    """Whether a line may be, or hold, a label or heading of credits: asks for the last word before a separator."""
    colon = line.find(":") if ":" in line else line.find("：")
    while colon >= 0:
        if _ends_label(line, colon, book) or _ends_verb(line, colon, book):
            return True
        colon = line.find(line[colon], colon + 1)
    if len(line) <= MAX_LABEL and _ends_label(line, len(line), book):
        return True
    for separator in _SEPARATORS:
        found = line.find(separator, 1, MAX_LABEL + 4)
        if found > 0 and _ends_label(line, found, book):
            return True
    return (
        len(line) <= MAX_SHORT and line[:24].lstrip(_BULLETS).partition(" ")[0].rstrip(".").casefold() in book.starters
    )


def _ends_verb(line: str, colon: int, book: RoleBook) -> bool:
    """Whether a verb of making stands before a colon: ``Mastered: Jo Pike``."""
    return line[max(0, colon - MAX_VERB) : colon].rpartition(" ")[2].casefold() in book.verbs


def _ends_label(line: str, end: int, book: RoleBook) -> bool:
    label = line[max(0, end - 24) : end].rstrip()
    before = words_of(_PLURAL_END.sub("", label) if label.endswith(")") else label)
    return bool(before) and before[-1] in book.label_ends


def statements(line: str, words: Words) -> Iterator[Statement]:
    """The labelled values of a line whose labels name roles, empty values included.

    >>> from reviewparse.languages import load
    >>> [found.label for found in statements("Director: Ida Moss | Writer: Jo Pike", load("en"))]
    ['director', 'writer']
    """
    if len(line) > MAX_LINE:
        return
    start = _BULLET.match(line).end()  # type: ignore[union-attr]  # matches the empty string
    pending: Statement | None = None
    last: Statement | None = None
    for begin, end in _pieces(line, start):
        found = list(_in_piece(line, begin, end, words))
        if not found and last is not None and line[last.value_end : begin].strip() == ";" and not line[begin].isdigit():
            last = replace(last, value_end=end)  # "Writers: Ida Moss; Kit Hale"
            continue
        if last is not None:
            yield last
        last = found.pop() if found and found[-1].value_start < found[-1].value_end else None
        if pending is not None and not found:
            yield Statement(pending.roles, pending.label, pending.start, begin, end)
        elif pending is not None:
            yield pending
        pending = None
        if last is None and found and found[-1].value_start >= found[-1].value_end:
            pending = found.pop()
        yield from found
    if last is not None:
        yield last
    if pending is not None:
        yield pending


def _pieces(line: str, start: int) -> Iterator[tuple[int, int]]:
    for cut in _PIECE.finditer(line, start):
        if cut.start() > start:
            yield start, cut.start()
        start = cut.end()
    if start < len(line):
        yield start, len(line)


def _in_piece(line: str, start: int, end: int, words: Words) -> Iterator[Statement]:
    colons = list(_COLON.finditer(line, start, end))
    if colons:
        yield from _by_colons(line, start, end, colons, words)
        return
    dash = _DASH.search(line, start, min(end, start + MAX_LABEL + 3))
    label_end = dash.start() if dash else end
    printed = line[start:label_end]
    is_label = len(printed) <= MAX_LABEL and _ends_label(line, label_end, role_book(words))
    roles = label_roles(printed, words) if is_label else ()
    if roles:
        yield Statement(roles, fold(printed), start, dash.end() if dash else end, end)
    elif dash is None:
        yield from _without_separator(line, start, end, words)


def _by_colons(line: str, start: int, end: int, colons: list[re.Match[str]], words: Words) -> Iterator[Statement]:
    open_: Statement | None = None
    for colon in colons:
        label_start, roles = _label_before(line, start, colon.start(), words)
        if open_ is not None and label_start > open_.value_start:
            yield Statement(open_.roles, open_.label, open_.start, open_.value_start, label_start)
        elif open_ is not None and roles:
            yield Statement(open_.roles, open_.label, open_.start, open_.value_start, open_.value_start)
        label, value_end = line[label_start : colon.start()], _closed(line, label_start, end)
        open_ = Statement(roles, fold(label), label_start, colon.end(), value_end) if roles else None
        start = colon.end()
    if open_ is not None:
        yield open_


def _closed(line: str, start: int, end: int) -> int:
    """Where the value of a label ends that stands in brackets: ``Saltfield (Dir: Ida Moss)``."""
    opened = "(" in line[max(0, start - 1) : start + 1]
    closing = line.find(")", start, end) if opened else -1
    return closing if closing >= 0 else end


def _label_before(line: str, start: int, end: int, words: Words) -> tuple[int, tuple[PrintedRole, ...]]:
    """Where the label before a colon begins, and its roles.

    An unknown label takes the value before it along, unless a full stop or the like stands between them: then the
    label begins behind that.
    """
    book = role_book(words)
    if _ends_verb(line, end, book) and end - start <= MAX_LABEL:
        made = read_roles(line[start:end], (book.makings,), book)
        if len(made) > 1 or (made and made[0].role not in _PLACED):
            return start, made
    if not _ends_label(line, end, book):
        return _other_label_before(line, start, end, words), ()
    if end - start <= MAX_LABEL:
        roles = label_roles(line[start:end], words)
        if roles:
            return start, roles
    tokens = [token.start() for token in _WORD.finditer(line, max(start, end - MAX_LABEL), end)]
    for label_start in tokens[-4:]:
        roles = label_roles(line[label_start:end], words)
        if roles and not _is_linked(line, start, label_start, end, words):
            return label_start, roles
    return _behind_bound(line, start, end), ()


def _is_linked(line: str, start: int, label_start: int, end: int, words: Words) -> bool:
    """``Tagged With:``: the word that may stand for a cast alone belongs to the one before it."""
    before = line[start:label_start].rstrip()
    return fold(line[label_start:end]) in words.credits.company and before[-1:].isalpha()


def _other_label_before(line: str, start: int, end: int, words: Words) -> int:
    """Where a label of another fact begins: a known one (``Runtime``) needs nothing between it and the value before."""
    others = role_book(words).others
    for token in list(_WORD.finditer(line, max(start, end - MAX_LABEL), end))[-3:]:
        if fold(line[token.start() : end]) in others:
            return token.start()
    return _behind_bound(line, start, end)


def _behind_bound(line: str, start: int, end: int) -> int:
    return max(start, *(line.rfind(bound, start, end) + 1 for bound in _BOUND))


def _without_separator(line: str, start: int, end: int, words: Words) -> Iterator[Statement]:
    """``Director Ida Moss`` alone on a line: a word for the person, then nothing but full names."""
    book = role_book(words)
    if words.family_name_first:
        return  # names without blanks are not told from other words
    tokens = list(_WORD.finditer(line, start, min(end, start + MAX_LABEL)))
    for length in (3, 2, 1):
        if length >= len(tokens):
            continue
        printed = line[tokens[0].start() : tokens[length - 1].end()]
        tables = (book.people, book.openers, book.labels) if printed.endswith(".") else (book.people, book.openers)
        if printed.isupper() and not line[start:end].isupper():
            tables = (book.people, book.openers, book.labels)  # "CAST Bo Tarn, Jo Pike"
        role = lookup(printed.rstrip("."), tables, book)
        if role is None or fold(printed) in book.by:
            continue
        statement = Statement((PrintedRole(role, printed),), fold(printed), start, tokens[length].start(), end)
        makers = makers_of(line, statement, words)
        if makers and all(" " in maker.name for maker in makers):
            yield statement
        return


def makers_of(line: str, statement: Statement, words: Words) -> tuple[Maker, ...]:
    """The makers a labelled value names; ``()`` when a part of it is no name."""
    value = line[statement.value_start : statement.value_end]
    sentence = SENTENCE_END.split(value, maxsplit=1)[0]
    for text in dict.fromkeys((value, sentence, _CLAUSE.split(sentence, maxsplit=1)[0])):
        makers = cut_makers(text, words)
        if are_makers(makers, words) and _strong_enough(makers, statement, words):
            return makers
    run = names_after(value, 0, words) if value[:1].isupper() else None
    behind = value[run.end :].split(maxsplit=1)[:1] if run is not None else ()
    if (
        run is not None
        and behind
        and behind[0] in (*words.date.times, *words.date.links)
        and _is_placed(run, statement, words)
    ):
        return run.makers
    return ()


def _is_placed(run: Run, statement: Statement, words: Words) -> bool:
    """``Mastering: Jo Pike at Tin Hall``: full names before a place."""
    return all(is_full(maker.name) for maker in run.makers) and _strong_enough(run.makers, statement, words)


def _strong_enough(makers: tuple[Maker, ...], statement: Statement, words: Words) -> bool:
    """``Music: Good``: the label of a thing may also label a mark or remark, so one full name must follow it."""
    if statement.label not in role_book(words).things:
        return True
    return any(is_full(maker.name) for maker in makers) or len(makers) > 2


def credits_of_statement(line: str, statement: Statement, words: Words) -> Iterator[Hit[Credit]]:
    """The credits of one labelled value, quoted with their label."""
    makers = makers_of(line, statement, words)
    end = len(line[: statement.value_end].rstrip(" ,;|/•·"))
    for value in credits_of(statement.roles, makers, words) if makers else ():
        yield Hit(value, line[statement.start : end], (statement.start, end))
