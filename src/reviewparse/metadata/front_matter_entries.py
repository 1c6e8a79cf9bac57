"""The scalars of a front matter, one by one, with what the keys above them say of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from html import unescape
from typing import Final

from reviewparse.metadata.front_matter_keys import (
    BEST,
    CREDITS,
    FAMILY_NAMES,
    GATHER,
    GIVEN_NAMES,
    KNOWN,
    NAMES,
    PARTS,
    PATHS,
    PREFIXES,
    RELEASES,
    TRANSPARENT,
    WORKS,
    WORST,
    rating_parts,
    squeeze,
    words_of_key,
)
from reviewparse.metadata.values import Json, as_list, as_text, clean

_SIGNS: Final = frozenset("*_[<")
_BOOLEANS: Final = frozenset(("true", "false", "yes", "no", "on", "off"))
_OF_WORK: Final = {
    "title": "work.title",
    "author": "work.creator",
    "published": "work.released",
    "rating": "rating",
    "kind": "work.type",
}
"""What a path becomes inside the mapping of a work, which speaks of the work and not of the article."""

_DAY = re.compile(r"\b(?:19|20)\d\d$|^(?:19|20)\d\d\b|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?P<name>[^\[\]|\n]{1,200})\]\]")
"""``[[Ida Moss]]``, ``[[people/moss|Ida Moss]]``: a link of a note to another."""

_DRESS = re.compile(
    r"""\[\^[^\]\s]{1,20}\] | </?(?:em|i|b|strong|cite|span|small)(?:\s[^<>]{0,80})?>
    | (?<![\w*])(?P<stars>\*{1,2})(?=\S)(?P<starred>[^*\n]{1,200})(?<=\S)(?P=stars)(?![\w*])
    | (?<![\w_])(?P<lines>_{1,2})(?=\S)(?P<lined>[^_\n]{1,200})(?<=\S)(?P=lines)(?![\w_])""",
    re.VERBOSE,
)
"""Footnotes, tags and emphasis in a title."""

MARK: Final = re.compile(r"[^\w\s]{0,3}\d|[A-F][+\-−–]?$|[★☆✮✯⭐♥❤]")

_ASPECT_NAMES: Final = ("name", "label", "title", "aspect")
_MARK_NAMES: Final = frozenset("value score rating mark stars overall points given awarded".split())
_SCALE: Final = {"max": "best", "min": "worst", **dict.fromkeys(BEST, "best"), **dict.fromkeys(WORST, "worst")}
_SHARES: Final = frozenset("fraction percent percentage count votes".split())
"""The same mark once more, or no mark."""


class About(Enum):
    """What the keys of a mapping speak of."""

    ARTICLE = auto()
    WORK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One scalar: the keys that lead to it, the last one squeezed, and its text."""

    keys: tuple[str, ...]
    key: str
    text: str
    about: About
    label: str = ""
    """The aspect a mark is for."""
    role: str = ""
    """What somebody of a list of players or crew did, as printed."""
    linked: bool = False
    """Whether the text was a link to another note."""

    @property
    def place(self) -> str:
        """The keys as one path."""
        return ".".join(self.keys)

    @property
    def path(self) -> str:
        """The path of the fact that the scalar states; ``""`` for a key that says nothing to us."""
        path = PATHS.get(self.key) or prefixed(self.key)
        if path == "work.title" and self.key in RELEASES and _DAY.search(self.text):
            path = "work.released"
        if self.about is About.ARTICLE:
            return path
        if self.about is About.OTHER:
            return ""
        path = "title" if self.key == "name" else path
        return path if path.startswith(("work.", "track")) else _OF_WORK.get(path, "")


def prefixed(key: str) -> str:
    """The path of ``work_title``, ``book_author``, ``movie_year``: what the rest of the key means inside a work."""
    rest = without_prefix(key)
    path = PATHS.get(rest, "") if rest != key else ""
    return path if path.startswith("work.") else _OF_WORK.get(path, "")


def without_prefix(key: str) -> str:
    """The key without a word for the work before or in it: ``bookauthor``, ``datebookpublished``."""
    prefix = next((prefix for prefix in PREFIXES if key.startswith(prefix)), "")
    if prefix:
        return key.removeprefix(prefix)
    within = (key.replace(word, "", 1) for word in PREFIXES if word in key)
    return next((rest for rest in within if rest in PATHS), key)


def entries(values: Mapping[str, Json], above: tuple[str, ...], depth: int, about: About) -> Iterator[Entry]:
    """All scalars, in order; members of a list stand under the list's key."""
    for key, value in values.items() if depth else ():
        squeezed = squeeze(key)
        if squeezed not in KNOWN and (parts := rating_parts(key)) is not None:
            yield from _compound(value, (*above, clean(key)), parts, about)
            continue
        members = as_list(value)
        several = squeezed in WORKS and sum(isinstance(member, dict) for member in members) > 1
        for member in members:
            yield from _entry(member, (*above, clean(key)), squeezed, depth, About.OTHER if several else about)


def _compound(value: Json, keys: tuple[str, ...], parts: tuple[str, str], about: About) -> Iterator[Entry]:
    """``stars_out_of_5: 4``, ``story_rating: 8``: a key that names the aspect or the scale of its mark."""
    aspect, scale = parts
    text = "" if isinstance(value, (dict, list)) else _printed(value)
    if not text or not MARK.match(text) or about is About.OTHER:
        return
    if scale and "/" not in text:
        text = f"{text}/{scale}"
    yield Entry(keys, "rating", text, about, aspect)


def _entry(value: Json, keys: tuple[str, ...], key: str, depth: int, about: About) -> Iterator[Entry]:
    if not isinstance(value, dict):
        text = _printed(value)
        if text and text.casefold() not in _BOOLEANS:
            yield Entry(keys, key, text, about, linked="[[" in str(value))
    elif about is not About.WORK and (player := _player(value, keys, key)) is not None:
        yield player
    elif about is About.OTHER or key in TRANSPARENT:
        if key == "review" and about is About.ARTICLE:
            yield Entry(keys, "kind", key, about)
        yield from entries(value, keys, depth - 1, about)
    elif key in WORKS:
        yield from entries(value, keys, depth - 1, About.WORK)
    elif PATHS.get(key) == "rating":
        yield from _marks(value, keys, about)
    else:
        yield from _named(value, keys, key, depth, about)


def _printed(value: Json) -> str:
    text = as_text(value if value is None or isinstance(value, (str, bool, int, float)) else str(value))
    return _WIKI.sub(r"\g<name>", text) if "[[" in text else text  # dates and times of TOML are no strings, either


def undressed(title: str) -> str:
    """A title as it is printed.

    >>> undressed("Review: _Cold Tap_ &mdash; again[^1]")
    'Review: Cold Tap — again'
    """
    text = unescape(title) if "&" in title else title
    if not _SIGNS.isdisjoint(text):
        text = _DRESS.sub(lambda match: match["starred"] or match["lined"] or "", text)
    return text.strip()


def _named(value: Mapping[str, Json], keys: tuple[str, ...], key: str, depth: int, about: About) -> Iterator[Entry]:
    """``author: {name: x, url: y}``: the name stands for the key. Keys inside an unknown one speak of that."""
    is_known = key in PATHS or key in CREDITS
    name = _name_in(value) if is_known else ""
    if name:
        yield Entry((*keys, "name"), key, name, about)
    else:
        yield from entries(value, keys, depth - 1, about if is_known else _gathered(keys[-1], about))


def _gathered(key: str, about: About) -> About:
    """What the keys below ``reviewInfo``, ``aboutBook`` speak of."""
    words = words_of_key(key)
    rest = set(words) - GATHER
    if about is About.ARTICLE and len(words) > 1 and rest <= {"review", "rating"}:
        return About.ARTICLE
    if about is not About.OTHER and len(words) > 1 and rest <= WORKS:
        return About.WORK
    return About.OTHER


def _name_in(value: Mapping[str, Json]) -> str:
    """Its name, whole or in two parts: ``{first: Ida, last: Moss}``."""
    whole = next((text for text in (as_text(value.get(part)) for part in NAMES) if text), "")
    if whole:
        return whole
    parts = dict(_texts(value))
    given = next((parts[key] for key in GIVEN_NAMES if parts.get(key)), "")
    family = next((parts[key] for key in FAMILY_NAMES if parts.get(key)), "")
    return f"{given} {family}".strip() if family else ""


def _player(value: Mapping[str, Json], keys: tuple[str, ...], key: str) -> Entry | None:
    """``{name: Ida Moss, instrument: cello}``, ``{name: Bo Tarn, role: Hode}`` of a cast."""
    role = next((text for part, text in _texts(value) if part in PARTS), "")
    name = _name_in(value) if role else ""
    if not name or PATHS.get(key, "work.creator") != "work.creator":
        return None
    # of a cast the role beside a name is a character's
    role = "actor" if CREDITS.get(key) == "actor" else role
    return Entry((*keys, "name"), key, name, About.ARTICLE, role=role)


def _texts(value: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    return ((squeeze(name), as_text(part)) for name, part in value.items())


def _marks(value: Mapping[str, Json], keys: tuple[str, ...], about: About) -> Iterator[Entry]:
    """``rating: {value: 8, best: 10}`` is one mark, ``rating: {sound: 8, story: 7}`` one for each aspect."""
    label = next((text for text in (as_text(value.get(part)) for part in _ASPECT_NAMES) if text), "")
    for name, part in value.items():
        text, key = _printed(part), squeeze(name)
        if not text or isinstance(part, (dict, list)) or key in _SHARES:
            continue
        if key in _SCALE:
            yield Entry((*keys, clean(name)), _SCALE[key], text, about)
        elif key in _MARK_NAMES:
            yield Entry((*keys, clean(name)), "rating", text, about, label)
        elif MARK.match(text):
            yield Entry((*keys, clean(name)), "rating", text, about, clean(name))
