"""Reading word tables: lazily, once, refusing what the shape does not know."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_type_hints

from reviewparse.errors import RuleError, UnknownLanguage
from reviewparse.languages.words import Phrases, Table, Words

Section = TypeVar("Section")

DOTTED = "i\u0307"
"""What ``str.lower`` makes of the capital of a dotted ``i`` where there are two kinds of ``i``."""

_TITLE_I = re.compile(r"(?<!\w)i")

_HEAD = re.compile(r"\[(?P<table>[a-z_.]+)\]")
_KEY = re.compile(r"\A(?P<key>[a-z_]++) = ")
_STRING = re.compile(r'"([^"\\\n]+)"')

LABEL_TABLES = frozenset(f"credits.{name}" for name in ("people", "things", "labels", "verbs", "openers")) | {
    "date.kinds"
}
"""Tables that hold nothing but labels."""

LABEL_KEYS = {
    "byline": ("labels", "other_makers"),
    "rating": ("labels", "overall", "things"),
    "tracklist": ("headings", "highlights", "total"),
}
"""Table to its keys that hold labels."""

FORMS = {"nb": "no", "nn": "no"}
"""Codes of the written forms of a language -> the code of the table that holds both."""


@cache
def available() -> tuple[str, ...]:
    """Codes of all languages with a table, in alphabetical order."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def known(code: str) -> str:
    """The code of the table for a language; none is loaded for the question.

    Raises:
        UnknownLanguage: there is no table of this code.
    """
    code = FORMS.get(code, code)
    if code not in available():
        message = f"no word table for {code!r}; there are: {', '.join(available())}"
        raise UnknownLanguage(message)
    return code


@cache
def load(code: str) -> Words:
    """The table of one language.

    Raises:
        UnknownLanguage: there is no table of this code.
        RuleError: the table has a key or value the shape does not allow.
    """
    return read(resources.files(__package__) / f"{known(code)}.toml")


@cache
def common_words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The commonest words of a language, and those that tell it in a short line.

    Of its table only the section they stand in is read: telling a language must not cost loading all tables.
    """
    text = (resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8")
    start = text.index("[page]")
    page = tomllib.loads(text[start : text.index("\n[", start) + 1])["page"]
    stop_words, signs = page.get("stop_words", []), page.get("signs", [])
    return frozenset(_phrases(stop_words, f"{code}.toml", "page")), frozenset(_phrases(signs, f"{code}.toml", "page"))


@cache
def label_words(code: str) -> frozenset[str]:
    """The labels of a language: what stands before a name, a mark, a date or a list.

    They are picked out of the table's text: reading the tables of all languages for a word or two takes too long.
    """
    text = (resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8")
    found: set[str] = set()
    table = key = ""
    for line in text.splitlines():
        if (match := _HEAD.match(line)) is not None:
            table, key = match["table"], ""
        elif (match := _KEY.match(line)) is not None:
            key = match["key"]
        if table in LABEL_TABLES or key in LABEL_KEYS.get(table, ()):
            found.update(_STRING.findall(line))
    return frozenset(found)


@cache
def written_words(code: str) -> frozenset[str]:
    """All words and phrases of a table, whatever they mean in it."""
    return frozenset(_STRING.findall((resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8")))


def read(file: Traversable) -> Words:
    """A table from a TOML file anywhere, as a newcomer's language under test.

    Raises:
        RuleError: the table has a key or value the shape does not allow.
    """
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    words = _build(Words, data, file.name, "")
    return _build(Words, _with_dotless(data), file.name, "") if words.dotless_i else words


def _with_dotless(data: Any) -> Any:  # noqa: ANN401 - TOML values are of any type
    """The data with each word also as ``str.lower`` leaves its capitals: ``ARALIK`` is ``aralik`` then."""
    if isinstance(data, dict):
        return {key: _with_dotless(value) for key, value in data.items()}
    if not isinstance(data, list) or not all(isinstance(word, str) for word in data):
        return [_with_dotless(part) for part in data] if isinstance(data, list) else data
    forms = [(word, word.replace("i", DOTTED).replace("ı", "i"), _TITLE_I.sub(DOTTED, word)) for word in data]
    return list(dict.fromkeys(form for same in forms for form in same))


@lru_cache(maxsize=256)
def words_for(codes: tuple[str, ...]) -> Words:
    """The tables of several languages as one, the first language deciding what cannot be merged."""
    return load(codes[0]) if len(codes) == 1 else merge(tuple(load(code) for code in codes))


def merge(tables: tuple[Words, ...]) -> Words:
    """One table of several; scalars are the first one's, words are pooled in order."""
    merged = _merge_sections(tables)
    return dataclasses.replace(merged, code="+".join(table.code for table in tables))


def _build(shape: type[Section], data: dict[str, Any], path: str, prefix: str) -> Section:
    hints = get_type_hints(shape)
    values = {}
    for key, value in data.items():
        name = f"{key}_" if f"{key}_" in hints else key
        if name not in hints:
            raise RuleError(path, prefix + key, "unknown key")
        values[name] = _convert(hints[name], value, path, prefix + key)
    return shape(**values)


def _convert(hint: Any, value: Any, path: str, key: str) -> Any:  # noqa: ANN401 - TOML values are of any type
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _build(hint, value, path, f"{key}.")
    if hint in (str, bool) and isinstance(value, hint):
        return value
    if hint == Phrases and isinstance(value, list):
        return _phrases(value, path, key)
    if hint == tuple[Phrases, ...] and isinstance(value, list):
        return tuple(_phrases(part, path, key) for part in value)
    if hint == Table and isinstance(value, dict):
        return {name: _phrases(part, path, f"{key}.{name}") for name, part in value.items()}
    raise RuleError(path, key, f"not of the form {hint}")


def _phrases(value: Any, path: str, key: str) -> Phrases:  # noqa: ANN401 - TOML values are of any type
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise RuleError(path, key, "not a list of words")
    for word in value:
        if word != " ".join(word.split()).lower():
            raise RuleError(path, key, f"{word!r} is not lower case with single blanks")
    return tuple(value)


def _merge_sections(sections: tuple[Section, ...]) -> Section:
    first = sections[0]
    values = {}
    for spec in dataclasses.fields(first):  # type: ignore[arg-type]
        parts = tuple(getattr(section, spec.name) for section in sections)
        values[spec.name] = _merge_values(parts)
    return type(first)(**values)


def _merge_values(parts: tuple[Any, ...]) -> Any:  # noqa: ANN401 - of the type of its parts
    first = parts[0]
    if dataclasses.is_dataclass(first):
        return _merge_sections(parts)
    if isinstance(first, dict):
        names = dict.fromkeys(name for part in parts for name in part)
        return {name: _union(tuple(part.get(name, ()) for part in parts)) for name in names}
    if isinstance(first, tuple):
        full = [part for part in parts if part]
        if full and isinstance(full[0][0], tuple):
            return tuple(_union(column) for column in zip(*full, strict=True))
        return _union(parts)
    return first


def _union(parts: tuple[Phrases, ...]) -> Phrases:
    return tuple(dict.fromkeys(word for part in parts for word in part))
