"""Labels whose values stand elsewhere: on the next line, or in a column of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credit_names import Maker
from reviewparse.parsers.credits_labelled import Statement, credits_of_statement, makers_of
from reviewparse.parsers.credits_personnel import MAX_BARE
from reviewparse.parsers.labels import MAX_LABEL, fold
from reviewparse.parsers.names import looks_like_author
from reviewparse.parsers.roles import LIST_ROLES, label_roles, role_book

MAX_COLUMN = 8
"""Labels of the longest column whose values stand in another one."""


def credits_below(
    lines: Sequence[str], index: int, statement: Statement, words: Words
) -> tuple[int, Iterator[Hit[Credit]]]:
    """A label whose value stands on the next line that prints anything, or in a column of its own."""
    column = _in_column(lines, index, words)
    if column is not None:
        value = Statement(statement.roles, statement.label, 0, 0, len(lines[column]))
        return column, credits_of_statement(lines[column], value, words)
    for number in range(index + 1, min(index + 3, len(lines))):
        line = lines[number]
        if line.strip():
            value = Statement(statement.roles, statement.label, 0, 0, len(line))
            makers = makers_of(line, value, words)
            if statement.label in role_book(words).things and not all(_is_person(one, words) for one in makers):
                break  # "Music" over "Music News": words for things are items of menus, too
            if not label_roles(line, words) and len(makers) > (statement.roles[0].role in LIST_ROLES):
                return number, credits_of_statement(line, value, words)
            break
    return index, iter(())


def _in_column(lines: Sequence[str], index: int, words: Words) -> int | None:
    """The line of a label's value where a column of labels stands over the column of their values, as many of them."""
    first = last = index
    while 0 < first > index - MAX_COLUMN and _is_bare_label(lines[first - 1], words):
        first -= 1
    while last + 1 < min(len(lines), index + MAX_COLUMN) and _is_bare_label(lines[last + 1], words):
        last += 1
    size = last - first + 1
    begin = last + 1 + (lines[last + 1 : last + 2] == [""])
    values = lines[begin : begin + size]
    if not 1 < size <= MAX_COLUMN or len(values) < size or any(lines[begin + size : begin + size + 1]):
        return None
    if not all(0 < len(value) <= MAX_BARE and not _is_bare_label(value, words) for value in values):
        return None
    return begin + index - first


def _is_bare_label(line: str, words: Words) -> bool:
    """``Composed by``, ``Label:``: a label of roles or of other facts, and nothing behind it."""
    return 0 < len(line) <= MAX_LABEL and (
        fold(line) in role_book(words).others or bool(label_roles(line.rstrip(" :："), words))
    )


def _is_person(maker: Maker, words: Words) -> bool:
    return looks_like_author(maker.name, words)
