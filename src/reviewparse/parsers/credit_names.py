"""The names of a labelled credit: where a list of them is cut, and which strings are names at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.credit_words import any_of
from reviewparse.parsers.labels import fold
from reviewparse.parsers.names import is_collective, looks_like_handle, looks_like_name
from reviewparse.parsers.roles import role_book

MAX_NAMES = 60
"""Names one credit may list."""

NOTE = r"\((?P<round>[^()]{0,120})\)|\[(?P<square>[^\[\]]{0,120})\]"

_WORD = re.compile(r"[^\s,;|/()]+")

_WHOLE_NAMES = re.compile(
    r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,8}(?:\s[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,8})+"
)
"""East Asian names with blanks between them; within a name, a blank parts one or two characters from the rest."""

OPENING = "“\"„«‘'"
CLOSING = "”\"“»’'"


@dataclass(frozen=True, slots=True)
class Maker:
    """A name and the bracket behind it."""

    name: str
    note: str = ""
    """What the bracket says: a scope, instruments, a part, an affiliation."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    item: re.Pattern[str]
    before: re.Pattern[str]
    suffix: re.Pattern[str]
    others: frozenset[str]
    and_others: re.Pattern[str]
    """The end of a list that hangs on its last name: ``Ida Moss et al.``."""
    not_people: frozenset[str]


@lru_cache(maxsize=64)
def _grammar(words: Words) -> _Grammar:
    table = words.credits
    spoken = any_of(word for word in table.joiners if word.isalpha())
    suffix = any_of(words.byline.suffixes)
    item = rf"""
        {NOTE}
        | (?P<suffix> ,\s?{suffix}(?!\w)\.? )
        | (?P<cut> \s{{0,3}}(?:[,;|•、，；]|\s/\s|(?<=[^\W\d_])/(?=[^\W\d_])) \s{{0,3}} (?:{spoken}\s)? | \s{spoken}\s )
        | \s(?P<amp>[&＆])\s
        """
    return _Grammar(
        item=re.compile(item, re.IGNORECASE | re.VERBOSE),
        before=re.compile(rf"(?:{any_of(table.before_names)}\s+){{1,2}}", re.IGNORECASE),
        suffix=re.compile(rf",?\s?{suffix}(?!\w)\.?", re.IGNORECASE),
        others=frozenset(fold(word) for word in table.others),
        and_others=re.compile(rf"(?<=[^\s,;])\s{any_of(table.others)}\.?\Z"),
        not_people=frozenset(fold(word) for word in table.not_people),
    )


def cut_makers(value: str, words: Words) -> tuple[Maker, ...]:
    """The parts of a list, names or not, each with the bracket behind it.

    >>> from reviewparse.languages import load
    >>> [maker.name for maker in cut_makers("Ida Moss (7), Venn & Pike and Sam Low, Jr.", load("en"))]
    ['Ida Moss', 'Venn & Pike', 'Sam Low, Jr.']
    """
    grammar = _grammar(words)
    parts: list[Maker] = []
    start, end, note = 0, len(value), ""
    for match in grammar.item.finditer(value):
        if match["suffix"]:
            continue
        if match["cut"] is None and match["amp"] is None:
            end, note = min(end, match.start()), note or (match["round"] or match["square"] or "")
            continue
        firm = match["amp"] and all(" " in part.name for part in parts) and not words.family_name_first
        if firm and _is_firm(value, start, match, grammar):
            continue
        _keep(parts, value[start : min(end, match.start())], note, words)
        start, end, note = match.end(), len(value), ""
    _keep(parts, value[start:end], note, words)
    return tuple(parts[:MAX_NAMES])


def _keep(parts: list[Maker], name: str, note: str, words: Words) -> None:
    name = tidy(name, words)
    names = name.split() if _WHOLE_NAMES.fullmatch(name) else (name,)
    parts += [Maker(one, note.strip()) for one in names if one and fold(one) not in _grammar(words).others]


def tidy(name: str, words: Words) -> str:
    """A name without what stands around it: quotes, bullets, the full stop of a sentence, ``the`` in small letters."""
    grammar = _grammar(words)
    name = grammar.and_others.sub("", name.strip(" \t\u00a0,;:|–—-•·*_"))
    name = without_full_stop(name, words)
    if name[:1] in OPENING and name[-1:] in CLOSING and len(name) > 2:
        name = name[1:-1]
    match = grammar.before.match(name)
    if match and name[0].islower():
        name = name[match.end() :]
    return name


def without_full_stop(name: str, words: Words) -> str:
    """``Ida Moss.`` ends a sentence; ``Bobby Z.``, ``Sam Low, Jr.`` and ``W.I.M.`` do not."""
    if not name.endswith("."):
        return name
    last = name.rsplit(maxsplit=1)[-1]
    if len(last.strip(".,")) <= 1 or "." in last[:-1] or _grammar(words).suffix.fullmatch(last):
        return name
    return name.rstrip(".")


def _is_firm(value: str, start: int, ampersand: re.Match[str], grammar: _Grammar) -> bool:
    """Whether ``&`` stands in the name of one act: between single words."""
    if " " in value[start : ampersand.start()].strip():
        return False
    word = _WORD.match(value, ampersand.end())
    return word is not None and (word.end() >= len(value.rstrip()) or bool(grammar.item.match(value, word.end())))


def is_maker(name: str, words: Words) -> bool:
    """Whether a part of a credit names somebody: it has the form of a name and is no role word.

    >>> from reviewparse.languages import load
    >>> is_maker("Ida Moss", load("en")), is_maker("Various Artists", load("en")), is_maker("Lead Guitar", load("en"))
    (True, False, False)
    """
    if not looks_like_name(name, words) or is_collective(name, words):
        return False
    folded = fold(name)
    book = role_book(words)
    return not (
        folded.partition(" ")[0] in book.titles
        or folded in book.nouns
        or folded in book.labels
        or folded in book.others
        or folded in _grammar(words).not_people
    )


def is_full(name: str) -> bool:
    """Whether a name has more than one part, or stands in a script that writes them without a blank."""
    return " " in name.strip() or not (name[:1].isupper() or name[:1].islower())


def are_makers(makers: tuple[Maker, ...], words: Words) -> bool:
    """Whether all parts of a labelled list are names.

    Among names, words in small letters may stand (handles), and capitalised ones that elsewhere are ordinary words.
    """
    if not makers:
        return False
    solid = [is_maker(maker.name, words) for maker in makers]
    if all(solid):
        return True
    return any(solid) and all(
        good or _passes_among_names(maker.name, words) for maker, good in zip(makers, solid, strict=True)
    )


def _passes_among_names(name: str, words: Words) -> bool:
    if looks_like_handle(name, words) or _CODE.fullmatch(name):
        return True
    parts = name.split()
    if parts[0].casefold() in role_book(words).titles:
        return False
    if len(parts) > 1 and _NUMBER.fullmatch(parts[0]):
        parts = parts[1:]  # "343 Herons"
    elif len(parts) == 1:
        return False
    return len(parts) <= 4 and all(part[0].isupper() and part[1:].replace("'", "").isalpha() for part in parts)


_NUMBER = re.compile(r"\d{1,3}")

_CODE = re.compile(r"(?=\d{0,3}[A-Z])[A-Z\d]{2,5}")
"""``3D``, ``KK``: an act named by letters and digits."""
