"""Personnel lists: who plays or does what, name first or role first, one a line or all in one line.

The direction is decided once for a list, by the side on which more roles are known: ``Ida Moss – vocals`` and
``Guitar: Ida Moss`` use the same separators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_ensembles import credits_of_ensemble, is_ensemble
from reviewparse.parsers.credit_names import are_makers, cut_makers
from reviewparse.parsers.credit_values import credits_of
from reviewparse.parsers.labels import fold
from reviewparse.parsers.names import looks_like_author
from reviewparse.parsers.roles import (
    MAX_ROLE,
    PrintedRole,
    RoleBook,
    canonical_role,
    leading_roles,
    role_book,
    split_roles,
    words_of,
)
from reviewparse.parsers.scope import Scope, read_scope, split_scope

MAX_BARE = 60
"""Characters of the longest entry without a separator between name and role."""

MAX_LINE = 1000
"""Characters of the longest line that is still a list."""

_CUT = re.compile(
    r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]|(?P<hard>\s{0,3}(?:[;|•]|\s(?:·|//)\s|(?<=[^\W\d_]{3})\.\s(?=[^\W\d_]))\s{0,3})|(?P<soft>\s?[,、]\s?)"
)

_CUTTING = re.compile(r"[,、;|•·.(\[]|//")
"""Without one of these a line is one entry."""

_SEPARATOR = re.compile(r"\s[-–—‒―=~]{1,2}\s|\s?[:：]\s?|\t|\s/\s|_|\s?(?:\.{3,40}|…{1,20})\s?|(?<=\w)[–—]\s?|\s[-–—]")

_BRACKETED = re.compile(
    r"(?<![^()\[\]])(?P<left>[^()\[\]]{2,60}?)\s?[(\[](?P<right>[^()\[\]]{1,80})[)\]]\s?(?P<rest>\([^()]{1,40}\))?\.?"
)

_NARROW = str.maketrans("（）［］；，／", "()[];,/")
"""Full-width signs and what they stand for, one for one."""

_POSITION = re.compile(r"\W?[A-Z]?\d")
"""A bracket that opens with a track number is a scope, no other side."""

_TAIL = re.compile(r"\s?[(\[](?P<note>[^()\[\]]{1,80})[)\]]\s?\.?$")

_BULLET = re.compile(r"\s{0,8}[^\w(\"“«'‘]{0,4}\s{0,3}")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, cut at its separator."""

    left: str
    right: str
    """Empty where nothing but a name stands."""
    line: int
    start: int
    end: int
    closed: bool = False
    """The right side stood in brackets: what follows a comma is a new entry."""


def scan_personnel(lines: Sequence[str], words: Words, *, default: PrintedRole | None = None) -> Iterator[Hit[Credit]]:
    """The credits of a personnel list; spans are offsets into the lines joined by newlines.

    ``default`` is the role of names without one (``member`` below ``Band:``); without it such names are left out.

    >>> from reviewparse.languages import load
    >>> hits = scan_personnel(["Ida Moss – vocals, guitar", "Kit Hale – bass (3)"], load("en"))
    >>> [(hit.value.role, hit.value.names, hit.value.tracks) for hit in hits]
    [('vocals', ('Ida Moss',), ()), ('guitar', ('Ida Moss',), ()), ('bass', ('Kit Hale',), ('3',))]
    """
    offset = 0
    items: list[Item] = []
    for number, line in enumerate(lines):
        items += [
            replace(item, start=item.start + offset, end=item.end + offset) for item in cut_items(line, words, number)
        ]
        offset += len(line) + 1
    text = "\n".join(lines)
    for item, value in read_items(items, words, default=default):
        yield Hit(value, text[item.start : item.end], (item.start, item.end))


def cut_items(line: str, words: Words, number: int = 0) -> list[Item]:
    """The entries of one line of a list."""
    if len(line) > MAX_LINE:
        return []
    line = line.translate(_NARROW)
    items: list[Item] = []
    fresh = True
    for start, end, hard in _fields(line):
        field = line[start:end]
        left, right, closed = _sides(field, words)
        previous = items[-1] if items and not (fresh or right) else None
        if previous is None or not _continues(previous, field, words):
            items.append(Item(left, right, number, start, end, closed))
        else:
            joined = f"{previous.right}, {field}" if previous.right else field
            items[-1] = replace(previous, right=joined, end=end)
        fresh = hard
    return items


def _continues(previous: Item, field: str, words: Words) -> bool:
    """Whether what follows a comma is more of the same entry: ``Ida Moss: vocals, guitar``, ``Ida Moss, guitar``."""
    if previous.closed:
        return False
    if not previous.right or known_roles(previous.right, words):
        return bool(known_roles(field, words))
    return True


def _fields(line: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end, and whether the entry ends here for certain."""
    start = _BULLET.match(line).end()  # type: ignore[union-attr]  # matches the empty string
    for cut in _CUT.finditer(line, start) if _CUTTING.search(line) else ():
        if cut["hard"] is None and cut["soft"] is None:
            continue
        if cut.start() > start:
            yield start, cut.start(), cut["hard"] is not None
        start = cut.end()
    end = len(line.rstrip())
    if start < end:
        yield start, end, True


def _sides(field: str, words: Words) -> tuple[str, str, bool]:
    separator = _SEPARATOR.search(field)
    while separator is not None and (separator.start() == 0 or "(" in field[: separator.start()]):
        separator = _SEPARATOR.search(field, separator.end())
    if separator is not None and separator.end() < len(field):
        left, right = field[: separator.start()], field[separator.end() :]
        if ":" in right and fold(left) in role_book(words).headings:
            left, _, right = right.partition(":")  # "Crew: Director: Ida Moss"
        return left.strip(), right.strip(), False
    bracketed = _BRACKETED.fullmatch(field)
    if bracketed is not None and not _POSITION.match(bracketed["right"]):
        right = bracketed["right"] + (f" {bracketed['rest']}" if bracketed["rest"] else "")
        return bracketed["left"].strip(), _with_scope_behind(right.strip(), words), True
    return _unseparated(field.strip(), words)


def _with_scope_behind(roles: str, words: Words) -> str:
    """``violin: tracks 1-4``, ``violin, tracks 2 & 5`` with the scope in brackets, as behind roles elsewhere."""
    for cut in ":,":
        role, sign, scope = roles.partition(cut)
        if sign and (cut == ":" or scope.strip()[:1].isalpha()) and read_scope(scope, words) is not None:
            return f"{role} ({scope.strip()})"
    return roles


def _unseparated(field: str, words: Words) -> tuple[str, str, bool]:
    """``Ida Moss-vocals``, ``IDA MOSS vocals``: only a known role in small letters cuts where nothing else does."""
    book = role_book(words)
    last = words_of(field[-24:])[-1:]
    if field[:1].isupper() and len(field) <= MAX_BARE and not book.list_words.isdisjoint(last):
        for cut in list(_HYPHEN_OR_BLANK.finditer(field))[-3:]:
            if field[cut.end()].islower() and known_roles(field[cut.end() :], words):
                known_whole = known_roles(field, words)
                return (field, "", False) if known_whole else (field[: cut.start()], field[cut.end() :], False)
    return field, "", False


_HYPHEN_OR_BLANK = re.compile(r"(?<=\w)[-‐ ](?=\w)")


# --- reading -------------------------------------------------------------------------------------------


def read_items(
    items: Sequence[Item], words: Words, *, default: PrintedRole | None = None
) -> Iterator[tuple[Item, Credit]]:
    """The credits of entries that belong to one list."""
    pairs = [item for item in items if item.right]
    left = sum(bool(known_roles(item.left, words, leading=True)) for item in pairs)
    right = sum(bool(known_roles(item.right, words)) for item in pairs)
    known = max(left, right)
    lenient = known >= 2 and 2 * known >= len(pairs)
    alone = {item.line for item in items} if pairs else set()
    alone -= {item.line for before, item in pairwise(items) if before.line == item.line}
    for item in items:
        names, roles = (item.right, item.left) if left > right else (item.left, item.right)
        found = tuple(_roles_of(roles, words, lenient=lenient)) if item.right else ()
        if found and _is_led(item, words):
            values = credits_of_ensemble(f"{item.left}/{item.right}", words)
        elif found:
            values = _played(names, found, words)
        elif not item.right and (known or "/" in item.left) and is_ensemble(item.left, words):
            values = credits_of_ensemble(item.left, words)
        elif default is not None and (item.closed or not (item.right or item.line in alone)):
            values = _unspecified(item, default, words)
        else:
            values = iter(())
        yield from ((item, value) for value in values)


def known_roles(text: str, words: Words, *, leading: bool = False) -> tuple[PrintedRole, ...]:
    """The roles of a side of an entry, scopes set aside; ``()`` when one is unknown.

    A side that leads its entry holds no abbreviations.
    """
    parts = _role_parts(text)
    if not parts or not any(holds_role(part, role_book(words)) for part, _ in parts):
        return ()
    split = leading_roles if leading else split_roles
    roles = [split(part, words) or split(split_scope(part, words)[0], words) for part, _ in parts]
    return tuple(role for found in roles for role in found) if all(roles) else ()


def _role_parts(text: str) -> list[tuple[str, str]]:
    """Each role of a side with the bracket behind it."""
    if not _CUTTING.search(text):
        return [(text.strip(), "")] if text.strip() else []
    parts: list[tuple[str, str]] = []
    start = 0
    for cut in (*_CUT.finditer(text), None):
        if cut is not None and cut["soft"] is None and cut["hard"] is None:
            continue
        part = text[start : cut.start() if cut else len(text)].strip()
        tail = _TAIL.search(part)
        if part:
            parts.append((part[: tail.start()], tail["note"]) if tail and tail.start() else (part, ""))
        start = cut.end() if cut else len(text)
    return parts


def _roles_of(text: str, words: Words, *, lenient: bool) -> Iterator[tuple[PrintedRole, Scope | None]]:
    """The roles of a side with their scopes; unknown ones as printed where the list allows for them."""
    for part, bracket in _role_parts(text.rstrip(" .")):
        printed, note = (part, bracket) if bracket else split_scope(part, words)
        roles = split_roles(printed, words)
        if not roles and lenient and could_be_role(printed, words):
            roles = (PrintedRole(canonical_role(printed, words) or Role(fold(printed)), printed),)
        scope = read_scope(note, words) if note else None
        yield from ((role, scope) for role in roles)


def holds_role(line: str, book: RoleBook) -> bool:
    """Whether a word that ends a role stands in a line."""
    return not book.list_words.isdisjoint(words_of(line))


def could_be_role(printed: str, words: Words) -> bool:
    """Whether a string the tables do not know has the form of a role: few words, letters only, no sentence."""
    text = printed.strip()
    if not 2 < len(text) <= MAX_ROLE or len(text.split()) > 3 or fold(text) in role_book(words).others:
        return False
    stops = words.page.stop_words
    return all(char.isalpha() or char in " -'’&" for char in text) and not any(
        word in stops for word in text.casefold().split()
    )


def _played(names: str, roles: Sequence[tuple[PrintedRole, Scope | None]], words: Words) -> Iterator[Credit]:
    names = names.strip(" .")
    for joiner in words.credits.joiners:
        names = names.removeprefix(f"{joiner} ")
    makers = cut_makers(names, words)
    if are_makers(makers, words):
        for role, scope in roles:
            yield from credits_of((role,), makers, words, scope=scope)


def _unspecified(item: Item, default: PrintedRole, words: Words) -> Iterator[Credit]:
    """A name without an instrument, in a list that says what its names have in common."""
    makers = cut_makers(item.left.strip(" ."), words)
    if are_makers(makers, words):
        yield from credits_of((default,), makers, words)


def _is_led(item: Item, words: Words) -> bool:
    """``Nordsee Philharmonic / Igor Palm`` among players with roles: no role, but who conducts."""
    return (
        not known_roles(item.right, words)
        and is_ensemble(item.left, words)
        and looks_like_author(item.right, words)
        and " " in item.right
    )
