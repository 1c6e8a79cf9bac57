"""Keys and values of front matter to facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from reviewparse.document import Fact
from reviewparse.metadata.front_matter import read_front_matter
from reviewparse.metadata.front_matter_entries import (
    MARK,
    About,
    Entry,
    entries,
    prefixed,
    undressed,
    without_prefix,
)
from reviewparse.metadata.front_matter_keys import (
    BEST,
    BOOKISH,
    CREDITS,
    CREW,
    PATHS,
    REMARKS,
    REVIEWERS,
    ROLES,
    UNITS,
    WORST,
    squeeze,
)
from reviewparse.metadata.statements import Statements
from reviewparse.metadata.values import DEEPEST

SOURCE: Final = "front-matter"

_LISTS_IN_A_LINE: Final = frozenset(("tag", "category", "work.genre"))
_SLUG = re.compile(r"\A(?:[a-z0-9]+(?:[-_][a-z0-9]+){2,}|\d+[-_][\w-]+|[\w./-]+\.(?:md|html?|jpe?g|png|yml))")
_NAMES_MORE = re.compile(r",|\s[-–—|]\s|:\s|[\"“”«»]|(?:\S{1,40}\s{1,9}){7}")
_DATE = re.compile(r"\D{0,12}\d")
_BOOK_PAGE = re.compile(r"(?:\S{0,60}/)?books?[-_ ]?(?:layout|note|page)?(?:\.\w{1,6})?", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHORT: Final = 24
"""Characters of the longest mark."""

_BEGUN: Final = frozenset("created createdat createddate datecreated creationdate".split())
_A_BOOK: Final = "isbn"
_BOOK_TITLES: Final = frozenset(("booktitle", "bookname"))
_NAMELESS: Final = "no title"
"""No key, but what all keys together lack."""


def _is_book_alone(keys: set[str]) -> bool:
    """``title``, ``author``, ``pages``: the head of a note about a book, and no other key names the work or its maker.

    Who writes ``book_title`` beside ``author`` means that of the book, too.
    """
    named = {PATHS.get(key) or prefixed(key) for key in keys - _BOOK_TITLES}
    return not (BOOKISH | _BOOK_TITLES).isdisjoint(keys) and named.isdisjoint(("work.title", "work.creator"))


def _keys_of(found: Sequence[Entry]) -> set[str]:
    """The keys that speak of the page or its work; of a page that calls itself a book, also the sign of one."""
    keys = {entry.key for entry in found if entry.about is not About.OTHER}
    if any(entry.path == "kind" and _BOOK_PAGE.fullmatch(entry.text) for entry in found):
        keys.add(_A_BOOK)
    if any(entry.path == "title" and _NAMES_MORE.search(entry.text) for entry in found):
        keys -= BOOKISH  # "Furnace Rent, by Ada Quist" is the headline of an article, not the title of a book
    if not any(entry.path in ("title", "work.title") for entry in found):
        keys.add(_NAMELESS)
    return keys


def _first_written(found: Sequence[Entry]) -> str:
    """The year in which a note was begun; what was published before that is its work."""
    begun = next((entry.text for entry in found if entry.key in _BEGUN and entry.about is About.ARTICLE), "")
    match = _YEAR.match(begun)
    return match[0] if match else ""


def _role_of(key: str) -> str:
    """The role of a maker that a key names, with or without a word for the work before it."""
    rest = without_prefix(key)
    return ROLES.get(key) or ROLES.get(rest) or ("author" if "author" in (key, rest) else "")


def facts_of_front_matter(text: str) -> list[Fact]:
    r"""What a front matter states; ``text`` is its source, with or without fences.

    >>> [(fact.path, fact.value) for fact in facts_of_front_matter("---\ntitle: Cold Tap\nmood: blue\n---")]
    [('title', 'Cold Tap'), ('front-matter.mood', 'blue')]
    """
    statements = Statements(SOURCE)
    found = list(entries(read_front_matter(text), (), DEEPEST, About.ARTICLE))
    keys, begun = _keys_of(found), _first_written(found)
    scale = {
        "best": next((entry.text for entry in found if entry.key in BEST and entry.key in keys), ""),
        "worst": next((entry.text for entry in found if entry.key in WORST and entry.key in keys), ""),
    }
    for entry in sorted(found, key=lambda entry: entry.key in _BEGUN):  # a day of publication says more
        _state(entry, _path(entry, keys, begun), keys, scale, statements)
    return statements.facts()


def _path(entry: Entry, keys: set[str], begun: str) -> str:
    """The path of an entry, as its value and the keys beside it let us understand it."""
    if entry.key == "name" and len(entry.keys) == 1:
        return "title" if _NAMELESS in keys and not _SLUG.fullmatch(entry.text) else ""
    path = entry.path if _fits(entry) else ""
    if path == "author" and entry.linked:
        return "work.creator"  # a note links to who made the thing it is about
    if path == "author" and entry.key == "author" and (not REVIEWERS.isdisjoint(keys) or _is_book_alone(keys)):
        return "work.creator"
    if entry.key == path == "published" and _is_book_alone(keys) and (_YEAR.fullmatch(entry.text) or "date" in keys):
        return "work.released"
    if path == "published" and entry.key not in _BEGUN and begun and _YEAR.match(entry.text):
        return "work.released" if entry.text[:4] < begun else path
    return path


def _state(entry: Entry, path: str, keys: set[str], scale: Mapping[str, str], statements: Statements) -> None:
    credit = CREDITS.get(entry.key) or (CREDITS.get(without_prefix(entry.key)) if path == "work.creator" else None)
    is_credit = credit is not None and entry.about is not About.OTHER
    if entry.role:
        crew = not CREW.isdisjoint(map(squeeze, entry.keys))
        statements.add("credit", entry.text, entry.place, role=entry.role, doubtful="" if crew else "role")
        return
    if is_credit and credit:
        statements.add("credit", entry.text, entry.place, role=credit)
    if path == "rating":
        label = entry.label or (entry.keys[-1] if entry.key in UNITS and len(UNITS & keys) > 1 else "")
        statements.add("rating", entry.text, entry.place, key=entry.keys[-1], label=label, **scale)
    elif path:
        role = _role_of(entry.key) if path == "work.creator" else ""
        kind = entry.keys[-1] if path == "work.title" else ""
        text = undressed(entry.text) if path in ("title", "work.title") else entry.text
        for value in _values(text, path):
            statements.add(path, value, entry.place, role=role, key=kind)
    elif not is_credit and entry.key not in BEST | WORST:
        statements.add(f"{SOURCE}.{entry.place}", entry.text, entry.place)


def _fits(entry: Entry) -> bool:
    """Whether the value has the form its path needs, where the key alone does not decide."""
    if entry.path in {"published", "updated", "work.released"}:
        return bool(_DATE.match(entry.text))
    if entry.path == "work.title":
        return not _SLUG.fullmatch(entry.text)
    if entry.path == "rating":
        return len(entry.text) <= _SHORT and (entry.key not in REMARKS or bool(MARK.match(entry.text)))
    return True


def _values(text: str, path: str) -> list[str]:
    """A line of tags holds several."""
    if path not in _LISTS_IN_A_LINE or "," not in text:
        return [text]
    return [part for part in (part.strip() for part in text.split(",")) if part]
