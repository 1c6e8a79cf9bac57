"""Keys and values of front matter to facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from reviewparse.document import Fact
from reviewparse.metadata.front_matter import read_front_matter
from reviewparse.metadata.front_matter_keys import (
    BEST,
    BOOKISH,
    CREDITS,
    CREW,
    KNOWN,
    NAMES,
    PARTS,
    PATHS,
    PREFIXES,
    RELEASES,
    REMARKS,
    REVIEWERS,
    ROLES,
    TRANSPARENT,
    UNITS,
    WORKS,
    WORST,
    rating_parts,
    squeeze,
)
from reviewparse.metadata.statements import Statements
from reviewparse.metadata.values import DEEPEST, Json, as_list, as_text, clean

SOURCE: Final = "front-matter"

_BOOLEANS: Final = frozenset(("true", "false", "yes", "no", "on", "off"))
_LISTS_IN_A_LINE: Final = frozenset(("tag", "category", "work.genre"))
_OF_WORK: Final = {"title": "work.title", "author": "work.creator", "published": "work.released", "rating": "rating"}
"""What a path becomes inside the mapping of a work, which speaks of the work and not of the article."""

_DAY = re.compile(r"\b(?:19|20)\d\d$|^(?:19|20)\d\d\b|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}|\d+[-_][\w-]+|[\w./-]+\.(?:md|html?|jpe?g|png|yml)")
_NAMES_MORE = re.compile(r",|\s[-–—|]\s|:\s|[\"“”«»]|(?:\S+\s+){7}")
_DATE = re.compile(r"\D{0,12}\d")
_MARK = re.compile(r"[^\w\s]{0,3}\d|[A-F][+\-−–]?$|[★☆✮✯⭐♥❤]")
_SHORT: Final = 24
"""Characters of the longest mark."""

_ASPECT_NAMES: Final = ("name", "label", "title", "aspect")
_MARK_NAMES: Final = frozenset(("value", "score", "rating", "mark", "stars", "overall", "points"))
_SCALE: Final = {"max": "best", "min": "worst", **dict.fromkeys(BEST, "best"), **dict.fromkeys(WORST, "worst")}


class _About(Enum):
    """What the keys of a mapping speak of."""

    ARTICLE = auto()
    WORK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One scalar: the keys that lead to it, the last one squeezed, and its text."""

    keys: tuple[str, ...]
    key: str
    text: str
    about: _About
    label: str = ""
    """The aspect a mark is for."""
    role: str = ""
    """What somebody of a list of players or crew did, as printed."""

    @property
    def place(self) -> str:
        return ".".join(self.keys)

    @property
    def path(self) -> str:
        path = PATHS.get(self.key) or _prefixed(self.key)
        if path == "work.title" and self.key in RELEASES and _DAY.search(self.text):
            path = "work.released"
        if self.about is _About.ARTICLE:
            return path
        if self.about is _About.OTHER:
            return ""
        path = "title" if self.key == "name" else path
        return path if path.startswith(("work.", "track")) else _OF_WORK.get(path, "")


def _prefixed(key: str) -> str:
    """The path of ``work_title``, ``book_author``, ``movie_year``: what the rest of the key means inside a work."""
    rest = _without_prefix(key)
    path = PATHS.get(rest, "") if rest != key else ""
    return path if path.startswith("work.") else _OF_WORK.get(path, "")


def _without_prefix(key: str) -> str:
    return next((key.removeprefix(prefix) for prefix in PREFIXES if key.startswith(prefix)), key)


def _is_book_alone(keys: set[str]) -> bool:
    """``title``, ``author``, ``pages``: the head of a note about a book, and no other key speaks of a work."""
    return not BOOKISH.isdisjoint(keys) and not any(
        PATHS.get(key, "") in ("work.title", "work.creator") or _prefixed(key) for key in keys
    )


def _role_of(key: str) -> str:
    """The role of a maker that a key names, with or without a word for the work before it."""
    rest = _without_prefix(key)
    return ROLES.get(key) or ROLES.get(rest) or ("author" if "author" in (key, rest) else "")


def facts_of_front_matter(text: str) -> list[Fact]:
    r"""What a front matter states; ``text`` is its source, with or without fences.

    >>> [(fact.path, fact.value) for fact in facts_of_front_matter("---\ntitle: Cold Tap\nmood: blue\n---")]
    [('title', 'Cold Tap'), ('front-matter.mood', 'blue')]
    """
    statements = Statements(SOURCE)
    entries = list(_entries(read_front_matter(text), (), DEEPEST, _About.ARTICLE))
    keys = {entry.key for entry in entries if entry.about is not _About.OTHER}
    if any(entry.path == "title" and _NAMES_MORE.search(entry.text) for entry in entries):
        keys -= BOOKISH  # "Furnace Rent, by Ada Quist" is the headline of an article, not the title of a book
    scale = {
        "best": next((entry.text for entry in entries if entry.key in BEST and entry.key in keys), ""),
        "worst": next((entry.text for entry in entries if entry.key in WORST and entry.key in keys), ""),
    }
    for entry in entries:
        _state(entry, keys, scale, statements)
    return statements.facts()


def _entries(values: Mapping[str, Json], above: tuple[str, ...], depth: int, about: _About) -> Iterator[_Entry]:
    """All scalars, in order; members of a list stand under the list's key."""
    for key, value in values.items() if depth else ():
        squeezed = squeeze(key)
        if squeezed not in KNOWN and (parts := rating_parts(key)) is not None:
            yield from _compound(value, (*above, clean(key)), parts, about)
            continue
        members = as_list(value)
        several = squeezed in WORKS and sum(isinstance(member, dict) for member in members) > 1
        for member in members:
            yield from _entry(member, (*above, clean(key)), squeezed, depth, _About.OTHER if several else about)


def _compound(value: Json, keys: tuple[str, ...], parts: tuple[str, str], about: _About) -> Iterator[_Entry]:
    """``stars_out_of_5: 4``, ``story_rating: 8``: a key that names the aspect or the scale of its mark."""
    aspect, scale = parts
    text = "" if isinstance(value, (dict, list)) else _printed(value)
    if not text or not _MARK.match(text) or about is _About.OTHER:
        return
    if scale and "/" not in text:
        text = f"{text}/{scale}"
    yield _Entry(keys, "rating", text, about, aspect)


def _entry(value: Json, keys: tuple[str, ...], key: str, depth: int, about: _About) -> Iterator[_Entry]:
    if not isinstance(value, dict):
        text = _printed(value)
        if text and text.casefold() not in _BOOLEANS:
            yield _Entry(keys, key, text, about)
    elif about is not _About.WORK and (player := _player(value, keys, key)) is not None:
        yield player
    elif about is _About.OTHER or key in TRANSPARENT:
        if key == "review" and about is _About.ARTICLE:
            yield _Entry(keys, "kind", key, about)
        yield from _entries(value, keys, depth - 1, about)
    elif key in WORKS and about is _About.ARTICLE:
        yield from _entries(value, keys, depth - 1, _About.WORK)
    elif PATHS.get(key) == "rating":
        yield from _marks(value, keys, about)
    else:
        yield from _named(value, keys, key, depth, about)


def _printed(value: Json) -> str:
    if value is None or isinstance(value, (str, bool, int, float)):
        return as_text(value)
    return as_text(str(value))  # dates and times of TOML


def _named(value: Mapping[str, Json], keys: tuple[str, ...], key: str, depth: int, about: _About) -> Iterator[_Entry]:
    """``author: {name: x, url: y}``: the name stands for the key. Keys inside an unknown one speak of that."""
    is_known = key in PATHS or key in CREDITS
    name = _name_in(value) if is_known else ""
    if name:
        yield _Entry((*keys, "name"), key, name, about)
    else:
        yield from _entries(value, keys, depth - 1, about if is_known else _About.OTHER)


def _name_in(value: Mapping[str, Json]) -> str:
    return next((text for text in (as_text(value.get(part)) for part in NAMES) if text), "")


def _player(value: Mapping[str, Json], keys: tuple[str, ...], key: str) -> _Entry | None:
    """``{name: Ida Moss, instrument: cello}``, ``{name: Bo Tarn, role: Hode}`` of a cast."""
    role = next((text for part, text in _texts(value) if part in PARTS), "")
    name = _name_in(value) if role else ""
    if not name or PATHS.get(key, "work.creator") != "work.creator":
        return None
    # of a cast the role beside a name is a character's
    role = "actor" if CREDITS.get(key) == "actor" else role
    return _Entry((*keys, "name"), key, name, _About.ARTICLE, role=role)


def _texts(value: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    return ((squeeze(name), as_text(part)) for name, part in value.items())


def _marks(value: Mapping[str, Json], keys: tuple[str, ...], about: _About) -> Iterator[_Entry]:
    """``rating: {value: 8, best: 10}`` is one mark, ``rating: {sound: 8, story: 7}`` one for each aspect."""
    label = next((text for text in (as_text(value.get(part)) for part in _ASPECT_NAMES) if text), "")
    for name, part in value.items():
        text, key = _printed(part), squeeze(name)
        if not text or isinstance(part, (dict, list)):
            continue
        if key in _SCALE:
            yield _Entry((*keys, clean(name)), _SCALE[key], text, about)
        elif key in _MARK_NAMES:
            yield _Entry((*keys, clean(name)), "rating", text, about, label)
        elif _MARK.match(text):
            yield _Entry((*keys, clean(name)), "rating", text, about, clean(name))


def _state(entry: _Entry, keys: set[str], scale: Mapping[str, str], statements: Statements) -> None:
    path = entry.path if _fits(entry) else ""
    if path == "author" and entry.key == "author" and (not REVIEWERS.isdisjoint(keys) or _is_book_alone(keys)):
        path = "work.creator"
    credit = CREDITS.get(entry.key) or (CREDITS.get(_without_prefix(entry.key)) if path == "work.creator" else None)
    is_credit = credit is not None and entry.about is not _About.OTHER
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
        for value in _values(entry.text, path):
            statements.add(path, value, entry.place, role=role, key=kind)
    elif not is_credit and entry.key not in BEST | WORST:
        statements.add(f"{SOURCE}.{entry.place}", entry.text, entry.place)


def _fits(entry: _Entry) -> bool:
    """Whether the value has the form its path needs, where the key alone does not decide."""
    if entry.path in {"published", "updated", "work.released"}:
        return bool(_DATE.match(entry.text))
    if entry.path == "work.title":
        return not _SLUG.fullmatch(entry.text)
    if entry.path == "rating":
        return len(entry.text) <= _SHORT and (entry.key not in REMARKS or bool(_MARK.match(entry.text)))
    return True


def _values(text: str, path: str) -> list[str]:
    """A line of tags holds several."""
    if path not in _LISTS_IN_A_LINE or "," not in text:
        return [text]
    return [part for part in (part.strip() for part in text.split(",")) if part]
