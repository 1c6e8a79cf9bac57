"""Names in running text: behind ``by``, where small letters end them, and before an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.credit_names import CLOSING, MAX_NAMES, NOTE, OPENING, Maker, is_maker, tidy, without_full_stop
from reviewparse.parsers.credit_words import any_of
from reviewparse.parsers.labels import fold
from reviewparse.parsers.roles import role_book

MAX_NAME = 60
"""Characters of the longest name."""

_WORD = re.compile(r"[“\"„«‘']?[^\W_](?:[\w.'’‘`\-‐‑$]|!(?![A-Z]))*[”\"“»’']?")
"""A word of a name as it stands in a sentence; a quoted one is a nickname."""

_QUOTED = re.compile(r"[“\"„«‘'](?P<name>[^“”\"„«»‘’'\n]{2,40})[”\"“»’'](?!\w)")
"""A name wholly in quotes."""

_BLANKS = re.compile(r"[ \t\u00a0]{0,3}")

_SMALL = re.compile(r"\s(?P<word>[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{2,20})(?!\w)")
"""A word in small letters behind a name."""

_ELIDED = re.compile(r"(?P<particle>[^\W\d_A-ZÀ-ÖØ-Þ]{1,4})['’](?=[^\W\d_a-zß-öø-ÿ])")

_NOTE_AT = re.compile(rf"\s?(?:{NOTE})")


@dataclass(frozen=True, slots=True)
class Run:
    """Names read from a sentence, and where they end in it."""

    makers: tuple[Maker, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    joiner: re.Pattern[str]
    joined: re.Pattern[str]
    before: re.Pattern[str]
    suffix: re.Pattern[str]
    feat: re.Pattern[str]
    others: re.Pattern[str]
    particles: frozenset[str]
    by: frozenset[str]
    """Words for ``by``; some are particles of surnames, too."""
    people: frozenset[str]
    stops: frozenset[str]
    """Ordinary words, joiners and role words: none of them stands inside a name."""
    never: frozenset[str]
    """Those of them that cannot begin a name either."""


@lru_cache(maxsize=64)
def _grammar(words: Words) -> _Grammar:
    table = words.credits
    joiners = any_of(word for word in table.joiners if word.isalpha())
    suffix = any_of(words.byline.suffixes)
    joiner = rf"""
        (?P<and> \s{{0,2}},?\s{{1,2}} (?:{joiners}|(?P<amp>[&＆])) \s{{1,2}} )
        | (?P<comma> \s{{0,2}},\s{{0,2}} )
        | \s?[/、]\s?
        """
    particles = frozenset(words.byline.particles)
    book = role_book(words)
    never = frozenset((*table.joiners, *book.titles, *book.headings))
    stops = (frozenset(words.page.stop_words) - particles) | never | {fold(word) for word in table.before_names}
    stops |= {word for word in words.tracklist.feat if word.isalpha()}
    return _Grammar(
        joiner=re.compile(joiner, re.IGNORECASE | re.VERBOSE),
        joined=re.compile(rf"\s{any_of(table.joiners)}\s\Z", re.IGNORECASE),
        before=re.compile(rf"(?:{any_of(table.before_names)}\s+){{1,2}}", re.IGNORECASE),
        suffix=re.compile(rf",?\s?{suffix}(?!\w)\.?", re.IGNORECASE),
        feat=re.compile(rf"{any_of(words.tracklist.feat)}\.(?=\w)", re.IGNORECASE),
        others=re.compile(rf"{any_of(table.others)}(?!\w)", re.IGNORECASE),
        particles=particles,
        by=book.by,
        people=book.titles,
        stops=stops,
        never=never,
    )


def names_after(text: str, start: int, words: Words) -> Run | None:
    """The names that begin at an offset of a sentence, ``None`` when none does.

    A list without ``and`` counts as one only when the sentence or bracket ends behind it:
    ``by Kit Hale, Cold Tap is ...`` names one.
    """
    makers: list[Maker] = []
    ends: list[int] = []
    loose = 0
    for maker, end, joiner in _listed(text, start, words):
        and_ = joiner is not None and joiner["and"] is not None
        if joiner is not None and joiner["amp"] and len(makers) == 1 and _is_act(makers[0], maker):
            makers, ends = [Maker(f"{makers[0].name} & {maker.name}", maker.note)], [end]
            continue
        if joiner is not None and and_ and len(makers) == 1 and "," in joiner[0] and _does(text, end, words):
            break
        makers.append(maker)
        ends.append(end)
        loose = 0 if joiner is None or and_ else loose + 1
        if and_ and len(makers) > 2:
            break
    if not makers:
        return None
    rest = text[ends[-1] : ends[-1] + 24]
    closed = rest[:2].strip()[:1] in _ENDS or _names_others(rest, words)
    keep = len(makers) if closed else len(makers) - loose
    return Run(tuple(makers[:keep]), ends[keep - 1])


def _listed(text: str, start: int, words: Words) -> Iterator[tuple[Maker, int, re.Match[str] | None]]:
    """The names of a list, where each ends, and what joins it to the one before."""
    grammar = _grammar(words)
    joiner: re.Match[str] | None = None
    position = start
    for _ in range(MAX_NAMES):
        found = _name_at(text, position, words, first=joiner is None)
        if found is None:
            return
        maker, position = found
        yield maker, position, joiner
        joiner = grammar.joiner.match(text, position)
        if joiner is None:
            return
        position = joiner.end()


def _does(text: str, end: int, words: Words) -> bool:
    """``..., and Kit Hale plays the drums``: whether a name is the subject of another clause."""
    behind = _SMALL.match(text, end)
    return behind is not None and behind["word"] not in words.page.stop_words


def _is_act(first: Maker, second: Maker) -> bool:
    return not first.note and " " not in first.name and " " not in second.name


def _names_others(rest: str, words: Words) -> bool:
    """``..., and others``: the list is complete but for people without a name."""
    grammar = _grammar(words)
    joiner = grammar.joiner.match(rest)
    return joiner is not None and grammar.others.match(rest, joiner.end()) is not None


_ENDS = ("", ".", ";", ")", "]", "|", "!", ":", "•")
"""What ends a list without ``and``."""


def _name_at(text: str, position: int, words: Words, *, first: bool) -> tuple[Maker, int] | None:
    grammar = _grammar(words)
    before = grammar.before.match(text, position)
    if before and not text[position].isupper():
        position = before.end()
    quoted = _QUOTED.match(text, position)
    if quoted is not None:
        return _with_note(text, quoted["name"], quoted.end()) if is_maker(quoted["name"], words) else None
    start = end = position
    while end - start < MAX_NAME:
        word = _WORD.match(text, position)
        if first and word is not None and word[0].casefold() in grammar.people:
            # "Grammy-winning producer Kit Hale": the name begins behind what the person is
            start = end = position = word.end() + 1
            first = text[word.end() : position] == "/"  # "trumpeter/composer Kit Hale"
            continue
        if word is None or not _may_stand(word[0], grammar, first=position == start):
            break
        position = _BLANKS.match(text, word.end()).end()  # type: ignore[union-attr]  # matches the empty string
        if _is_particle(word[0], grammar):
            continue
        end = word.end()
        suffix = grammar.suffix.match(text, end)
        if suffix or _closes_sentence(word[0], words):
            end = suffix.end() if suffix else end
            break
    name = tidy(text[start:end], words)
    if not name or not is_maker(name, words):
        return None
    return _with_note(text, name, start + len(text[start:end].rstrip(".,")) if not name.endswith(".") else end)


def _with_note(text: str, name: str, end: int) -> tuple[Maker, int]:
    note = _NOTE_AT.match(text, end)
    if note is None:
        return Maker(name), end
    return Maker(name, (note["round"] or note["square"] or "").strip()), note.end()


def _may_stand(word: str, grammar: _Grammar, *, first: bool) -> bool:
    core = word.strip(OPENING + CLOSING)
    folded = core.casefold().rstrip(".")
    if folded in grammar.never or (folded in grammar.stops and not (first and core[:1].isupper())):
        return False
    if _is_capital(core):
        return True
    return not first and (
        folded in grammar.particles or (word[0] in OPENING and word[-1] in CLOSING) or _is_elided(core, grammar)
    )


def _is_elided(word: str, grammar: _Grammar) -> bool:
    """``d'Aubigny``: a particle that sticks to the surname."""
    match = _ELIDED.match(word)
    return match is not None and (len(match["particle"]) == 1 or match["particle"] in grammar.particles)


def _is_particle(word: str, grammar: _Grammar) -> bool:
    return word[:1].islower() and word.casefold() in grammar.particles


def _is_capital(word: str) -> bool:
    first = word[:1]
    return (first.isalpha() and not first.islower()) or (first.isdigit() and any(char.isupper() for char in word))


def _closes_sentence(word: str, words: Words) -> bool:
    core = word.strip(CLOSING)
    return core.endswith(".") and without_full_stop(core, words) != core and len(core) > 4


def name_before(text: str, end: int, words: Words) -> tuple[str, int] | None:
    """The name that ends at an offset, and where it begins: ``Ida Moss`` before ``(vocals)`` or ``on cello``."""
    grammar = _grammar(words)
    window = max(0, end - MAX_NAME)
    tokens = list(_WORD.finditer(text, window, end))
    start: int | None = None
    border, capitals = end, 0
    for token in reversed(tokens):
        if text[token.end() : border].strip(" \u00a0") or not _reads_back(token[0], words, last=border == end):
            break
        if capitals > 1 and token[0] in grammar.by:
            break  # "das Album von Ida Moss (vocals)": the name is whole without what stands before "von"
        border = token.start()
        if _is_capital(token[0].strip(OPENING)):
            capitals += 1
            glued = grammar.feat.match(token[0])
            start = border + (glued.end() if glued else 0)
    if start is None:
        return None
    start += _elided(text, start, words)
    name = tidy(text[start:end], words)
    return (name, start) if is_maker(name, words) else None


def _elided(text: str, start: int, words: Words) -> int:
    """Length of an article that sticks to the name at an offset: ``l'``."""
    head = text[start : start + 3].casefold().replace("’", "'")
    return max((len(word) for word in words.work.articles if word[-1] == "'" and head.startswith(word)), default=0)


def _reads_back(word: str, words: Words, *, last: bool) -> bool:
    grammar = _grammar(words)
    core = word.strip(OPENING + CLOSING)
    folded = core.casefold().rstrip(".")
    if folded in grammar.stops:
        return False
    if _closes_sentence(word, words) and not last:
        return False
    return _is_capital(core) or _is_elided(core, grammar) or (folded in grammar.particles and not last)


def names_before(text: str, end: int, words: Words) -> Iterator[tuple[str, int]]:
    """The name that ends at an offset, then the ones joined to it by ``and``, last first."""
    found = name_before(text, end, words)
    joined = _grammar(words).joined
    while found is not None:
        yield found
        joiner = joined.search(text, max(0, found[1] - 8), found[1])
        if joiner is None:
            return
        found = name_before(text, joiner.start(), words)
