"""Who in a printed list is an author: people as far as the list names people, without their roles and outlets."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers.byline_line import lexicon
from reviewparse.parsers.labels import fold
from reviewparse.parsers.names import cut_list, looks_like_author, looks_like_handle, name_word

Names = tuple[str, ...]

_TRIM = " -–—*_|:"

_QUOTES = frozenset('"“”„«»')

_BRACKET = re.compile(r"(?P<name>[^()]{2,50}?)\s?\((?P<note>[^()\"“”„«»]{2,60})\)")
"""``Orla Venn (Leeds)``; a nickname in quotes stays."""

_DASHED = re.compile(r"(?P<name>[^–—|-]{2,50}?)\s[-–—|]\s.{2,60}")
"""``Orla Venn - Stroboskop``."""

_DEGREE = re.compile(r"[A-Z]\.?(?:[A-Z][A-Za-z]?\.?){1,3}")
"""``MBA``, ``PhD``, ``B.Sc.`` behind a full name."""


def authors(text: str, words: Words) -> Names:
    """The authors of a printed list; what stands behind them (role, outlet, agency, degree) is cut.

    >>> from reviewparse.languages import load
    >>> authors("Orla Venn, Tam Reyes, Evening Courier Staff", load("en"))
    ('Orla Venn', 'Tam Reyes')
    """
    found: dict[str, str] = {}
    parts = cut_list(text, words)
    for index, part in enumerate(parts):
        name = _author(part.strip(_TRIM), words)
        if name is None or (index and _is_note(text, parts, index, words)):
            break
        found.setdefault(fold(name), name)
    return tuple(found.values())


def _author(part: str, words: Words) -> str | None:
    if part[:1] in _QUOTES and part[-1:] in _QUOTES:
        part = part[1:-1]
    if looks_like_handle(part, words):
        return part
    match = _BRACKET.fullmatch(part) if part.endswith(")") else _DASHED.fullmatch(part)
    if match is not None:
        return _author(match["name"], words)
    return part if looks_like_author(part, words) else _before_place(part, words)


def _before_place(part: str, words: Words) -> str | None:
    """``Orla Venn of the Harbour Press``: a particle begins the place, not the surname."""
    pieces = part.split()
    for index in range(2, len(pieces) - 1):
        if pieces[index][0].islower() and name_word(pieces[index], words) is False:
            name = " ".join(pieces[:index])
            return name if looks_like_author(name, words) else None
    return None


@lru_cache(maxsize=64)
def _role_ends(words: Words) -> frozenset[str]:
    return frozenset(role.split()[-1] for role in words.byline.roles)


def _is_note(text: str, parts: Names, index: int, words: Words) -> bool:
    """Behind a full name and a comma, ``Stroboskop``, ``MBA`` or ``AP Auto Writer`` is no second author."""
    part = parts[index]
    if part.rsplit(maxsplit=1)[-1].casefold() in _role_ends(words):
        return True
    if " " in part or not text[: text.rfind(part)].rstrip().endswith((",", ";")):
        return False
    return (index == len(parts) - 1 and " " in parts[0]) or _DEGREE.fullmatch(part) is not None


def may_sign(name: str, words: Words) -> bool:
    """Whether a name may stand for itself: it opens with no ``Featuring`` and no ``by``."""
    parts = name.split()
    lex = lexicon(words)
    first = parts[0].casefold()
    return first not in lex.not_bare and not (len(parts) > 2 and first in lex.by) and looks_like_author(name, words)


def name_hit(text: str, start: int, name: str) -> Hit[Names]:
    """A single author who stands in a text at an offset."""
    return Hit(value=(name,), quote=text[start : start + len(name)], span=(start, start + len(name)))
