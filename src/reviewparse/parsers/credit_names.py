"""The names of a credit: in a labelled value, behind ``by`` in a sentence, and before an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.names import is_collective, looks_like_handle, looks_like_name
from reviewparse.parsers.roles import role_book

MAX_NAMES = 60
"""Names one credit may list."""

_NOTE = r"\((?P<round>[^()]{0,120})\)|\[(?P<square>[^\[\]]{0,120})\]"

_WORD = re.compile(r"[“\"„«‘']?[^\W_][\w.'’‘`\-‐‑!$]*[”\"“»’']?")
"""A word of a name as it stands in a sentence; a quoted one is a nickname."""

_BLANKS = re.compile(r"[ \t\u00a0]{0,3}")

_OPENING = "“\"„«‘'"
_CLOSING = "”\"“»’'"
_TRIM = ' \t\u00a0,;.:|/–—-•·*"“”„«»'


@dataclass(frozen=True, slots=True)
class Maker:
    """A name and the bracket behind it."""

    name: str
    note: str = ""
    """What the bracket says: a scope, instruments, a part, an affiliation."""


@dataclass(frozen=True, slots=True)
class Run:
    """Names read from a sentence, and where they end in it."""

    makers: tuple[Maker, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    item: re.Pattern[str]
    joiner: re.Pattern[str]
    before: re.Pattern[str]
    others: frozenset[str]
    not_people: frozenset[str]
    particles: frozenset[str]
    refused: frozenset[str]
    suffix: re.Pattern[str]
    and_: frozenset[str]


@lru_cache(maxsize=64)
def _grammar(words: Words) -> _Grammar:
    table, byline = words.credits, words.byline
    spoken = _any_of(tuple(word for word in table.joiners if word.isalpha()))
    suffix = _any_of(byline.suffixes)
    item = rf"""
        {_NOTE}
        | (?P<suffix> ,\s?{suffix}(?!\w)\.? )
        | (?P<cut> \s{{0,3}}(?:[,;|•、，；]|\s/\s|(?<=[^\W\d_])/(?=[^\W\d_])) \s{{0,3}} (?:{spoken}\s)? | \s{spoken}\s )
        | \s(?P<amp>[&＆])\s
        """
    joiner = rf"""
        (?P<and> \s{{0,2}},?\s{{1,2}} (?:{spoken}|(?P<amp>[&＆])) \s{{1,2}} )
        | (?P<comma> \s{{0,2}},\s{{0,2}} )
        | \s?[/、]\s?
        """
    particles = frozenset(byline.particles)
    return _Grammar(
        item=re.compile(item, re.IGNORECASE | re.VERBOSE),
        joiner=re.compile(joiner, re.IGNORECASE | re.VERBOSE),
        before=re.compile(rf"(?:{_any_of(table.before_names)}\s+){{1,2}}", re.IGNORECASE),
        others=frozenset(fold(word) for word in table.others),
        not_people=frozenset(fold(word) for word in table.not_people),
        particles=particles,
        refused=frozenset(words.page.stop_words) - particles | {fold(word) for word in table.before_names},
        suffix=re.compile(rf",?\s?{suffix}(?!\w)\.?", re.IGNORECASE),
        and_=frozenset(table.joiners),
    )


def _any_of(words: tuple[str, ...]) -> str:
    escaped = sorted((re.escape(word) for word in words), key=len, reverse=True)
    return f"(?:{'|'.join(escaped)})".replace("\\ ", r"\s") if escaped else r"(?!)"


# --- a labelled value: every part must be a name ------------------------------------------------------


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
        if match["amp"] and all(" " in part.name for part in parts) and _is_firm(value, start, match, grammar):
            continue
        _keep(parts, value[start : min(end, match.start())], note, grammar)
        start, end, note = match.end(), len(value), ""
    _keep(parts, value[start:end], note, grammar)
    return tuple(parts[:MAX_NAMES])


def _keep(parts: list[Maker], name: str, note: str, grammar: _Grammar) -> None:
    name = _tidy(name, grammar)
    if name and fold(name) not in grammar.others:
        parts.append(Maker(name, note.strip()))


def _tidy(name: str, grammar: _Grammar) -> str:
    name = name.strip(" \t\u00a0,;:|–—-•·*_")
    name = _without_full_stop(name, grammar)
    if name[:1] in _OPENING and name[-1:] in _CLOSING and len(name) > 2:
        name = name[1:-1]
    match = grammar.before.match(name)
    if match and name[0].islower():
        name = name[match.end() :]
    return name


def _without_full_stop(name: str, grammar: _Grammar) -> str:
    """``Ida Moss.`` ends a sentence; ``Bobby Z.``, ``Sam Low, Jr.`` and ``W.I.M.`` do not."""
    if not name.endswith("."):
        return name
    last = name.rsplit(maxsplit=1)[-1]
    if len(last.strip(".,")) <= 1 or "." in last[:-1] or grammar.suffix.fullmatch(last):
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
        folded in book.nouns or folded in book.labels or folded in book.others or folded in _grammar(words).not_people
    )


def are_makers(makers: tuple[Maker, ...], words: Words) -> bool:
    """Whether all parts of a labelled list are names; words in small letters may stand among names with capitals."""
    if not makers:
        return False
    solid = [is_maker(maker.name, words) for maker in makers]
    if all(solid):
        return True
    return any(solid) and all(
        good or looks_like_handle(maker.name, words) for maker, good in zip(makers, solid, strict=True)
    )


# --- a sentence: names end where small letters begin ---------------------------------------------------


def names_after(text: str, start: int, words: Words) -> Run | None:
    """The names that begin at an offset of a sentence, ``None`` when none does.

    A list without ``and`` counts as one only when the sentence or bracket ends behind it:
    ``by Kit Hale, Cold Tap is ...`` names one.
    """
    grammar = _grammar(words)
    makers: list[Maker] = []
    ends: list[int] = []
    loose = 0
    position = start
    joiner: re.Match[str] | None = None
    while len(makers) < MAX_NAMES:
        if joiner is not None and joiner["and"] and _begins_with(text, position, grammar.others):
            loose = 0
            break
        found = _name_at(text, position, grammar, words)
        if found is None:
            break
        loose = loose + 1 if joiner is not None and joiner["and"] is None else 0
        maker, position = found
        if joiner is not None and joiner["amp"] and len(makers) == 1 and _is_act(makers[0], maker):
            makers[0] = Maker(f"{makers[0].name} & {maker.name}", maker.note)
            ends[0] = position
        else:
            makers.append(maker)
            ends.append(position)
        joiner = grammar.joiner.match(text, position)
        if joiner is None or (joiner["comma"] and len(makers) > 1 and loose == 0):
            break
        position = joiner.end()
    if not makers:
        return None
    keep = len(makers) if text[ends[-1] : ends[-1] + 2].strip()[:1] in _ENDS else len(makers) - loose
    return Run(tuple(makers[:keep]), ends[keep - 1])


def _is_act(first: Maker, second: Maker) -> bool:
    return not first.note and " " not in first.name and " " not in second.name


_ENDS = ("", ".", ";", ")", "]", "|", "!", ":", "•")
"""What ends a list without ``and``."""


def _begins_with(text: str, position: int, phrases: frozenset[str]) -> bool:
    window = text[position : position + 20].casefold()
    return any(re.match(rf"{re.escape(phrase)}\b", window) for phrase in phrases)


def _name_at(text: str, position: int, grammar: _Grammar, words: Words) -> tuple[Maker, int] | None:
    before = grammar.before.match(text, position)
    if before and not text[position].isupper():
        position = before.end()
    start = end = position
    while end - start < 60:
        word = _WORD.match(text, position)
        if word is None or not _may_stand(word[0], grammar, first=position == start):
            break
        position = _BLANKS.match(text, word.end()).end()  # type: ignore[union-attr]  # matches the empty string
        if _is_particle(word[0], grammar):
            continue
        end = word.end()
        suffix = grammar.suffix.match(text, end)
        if suffix or _closes_sentence(word[0], grammar):
            end = suffix.end() if suffix else end
            break
    name = _tidy(text[start:end], grammar)
    if not name or not is_maker(name, words):
        return None
    return _with_note(text, name, start + len(text[start:end].rstrip(".,")) if not name.endswith(".") else end)


def _with_note(text: str, name: str, end: int) -> tuple[Maker, int]:
    note = _NOTE_AT.match(text, end)
    if note is None:
        return Maker(name), end
    return Maker(name, (note["round"] or note["square"] or "").strip()), note.end()


_NOTE_AT = re.compile(rf"\s?(?:{_NOTE})")


def _may_stand(word: str, grammar: _Grammar, *, first: bool) -> bool:
    core = word.strip(_OPENING + _CLOSING)
    folded = core.casefold().rstrip(".")
    if folded in grammar.and_ or (folded in grammar.refused and not (first and core[:1].isupper())):
        return False
    if _is_capital(core):
        return True
    return not first and (folded in grammar.particles or (word[0] in _OPENING and word[-1] in _CLOSING))


def _is_particle(word: str, grammar: _Grammar) -> bool:
    return word[:1].islower() and word.casefold() in grammar.particles


def _is_capital(word: str) -> bool:
    first = word[:1]
    return (first.isalpha() and not first.islower()) or (first.isdigit() and any(char.isupper() for char in word))


def _closes_sentence(word: str, grammar: _Grammar) -> bool:
    core = word.strip(_CLOSING)
    return core.endswith(".") and _without_full_stop(core, grammar) != core and len(core) > 4


def name_before(text: str, end: int, words: Words) -> tuple[str, int] | None:
    """The name that ends at an offset, and where it begins: ``Ida Moss`` before ``(vocals)`` or ``on cello``."""
    grammar = _grammar(words)
    window = max(0, end - 60)
    tokens = list(_WORD.finditer(text, window, end))
    start: int | None = None
    border = end
    for token in reversed(tokens):
        if text[token.end() : border].strip(" \u00a0") or not _reads_back(token[0], grammar, last=border == end):
            break
        border = token.start()
        if _is_capital(token[0].strip(_OPENING)):
            start = border
    if start is None:
        return None
    name = _tidy(text[start:end], grammar)
    return (name, start) if is_maker(name, words) else None


def _reads_back(word: str, grammar: _Grammar, *, last: bool) -> bool:
    core = word.strip(_OPENING + _CLOSING)
    folded = core.casefold().rstrip(".")
    if folded in grammar.and_ or folded in grammar.refused:
        return False
    if _closes_sentence(word, grammar) and not last:
        return False
    return _is_capital(core) or (folded in grammar.particles and not last)


def names_before(text: str, end: int, words: Words) -> Iterator[tuple[str, int]]:
    """The name that ends at an offset, then the ones joined to it by ``and``, last first."""
    found = name_before(text, end, words)
    joined = _joined_before(words)
    while found is not None:
        yield found
        joiner = joined.search(text, max(0, found[1] - 8), found[1])
        if joiner is None:
            return
        found = name_before(text, joiner.start(), words)


@lru_cache(maxsize=64)
def _joined_before(words: Words) -> re.Pattern[str]:
    joiners = _any_of(words.credits.joiners) if words.credits.joiners else r"(?!)"
    return re.compile(rf"\s{joiners}\s\Z", re.IGNORECASE)
