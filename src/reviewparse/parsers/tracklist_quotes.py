"""Quotes around titles: of all kinds, in mixed pairs, told from apostrophes and inch marks."""

from __future__ import annotations

MAX_QUOTED = 130
"""Characters of a line that is a quoted title and what may follow it."""

DOUBLE = frozenset('"“”„‟«»″〝〞『』「」《》')
SINGLE = frozenset("'‘’‚‛‹›`´")


def split_quoted(text: str, *, single: bool) -> tuple[str, str, str] | None:
    """What stands before, in and behind the quotes around a title; ``None`` where no title stands in quotes.

    ``Theme from "Salt"`` and ``Symphony No. 6 "Autumn"`` are titles as a whole.

    Args:
        text: The line.
        single: Whether single quotes count: they may be apostrophes, so the list has to be one of quoted titles.

    >>> split_quoted("“Far Gate” (Live)", single=False)
    ('', 'Far Gate', ' (Live)')
    """
    for kind in (DOUBLE, SINGLE) if single else (DOUBLE,):
        if kind.isdisjoint(text):
            continue
        begin = next(index for index, char in enumerate(text) if char in kind)
        if not _may_open(text, begin) or (begin and kind is SINGLE and text[begin - 1] != " "):
            continue
        end = _closing(text, begin, kind)
        if end > begin + 1 and (not begin or kind is DOUBLE or not text[end + 1 :].strip()):
            return text[:begin], text[begin + 1 : end].strip(" ,"), text[end + 1 :]
    return None


def _may_open(text: str, index: int) -> bool:
    """Whether the quote at ``index`` opens a title: at the beginning, behind a colon or dash, or behind a name."""
    before = text[:index].rstrip()
    if text[index] == "″" or (before and before[-1] in "([") or before.count("(") > before.count(")"):
        return False
    if not before or before[-1] in ":–—-,":
        return True
    return text[index - 1] == " " and not before.split()[-1][:1].islower() and not any(map(str.isdigit, before))


def _closing(text: str, begin: int, kind: frozenset[str]) -> int:
    """Index of the quote that closes the one at ``begin``: the last before the brackets, dashes or end that follow."""
    depth, found = 0, -1
    for index in range(begin + 1, len(text)):
        char = text[index]
        if char in "([（":
            depth += 1
        elif char in ")]）":
            depth -= 1
        elif char in kind and depth <= 0 and not text[index + 1 : index + 2].isalnum():
            if text[index - 1].isdigit() and char in '"″' and _more(text, index, kind):
                continue
            found = index
            following = text[index + 1 :].lstrip()
            if kind is DOUBLE or not following or following[0] in "([–—-,":
                break
    return found


def _more(text: str, index: int, kind: frozenset[str]) -> bool:
    """Whether a closing quote still follows: then the one at ``index`` means inches."""
    return any(char in kind for char in text[index + 1 :])


def is_quoted_title(text: str) -> bool:
    """Whether a line is a title in quotes and what may follow it: a bracket, a remark behind a comma, a name."""
    pieces = split_quoted(text, single=False) if len(text) <= MAX_QUOTED else None
    if pieces is None:
        return False
    behind = pieces[2].strip()
    return not behind or behind[0] in "([,–—-:" or (len(behind.split()) < 7 and behind.split()[-1][:1].isupper())
