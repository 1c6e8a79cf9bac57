"""One line of plain text: cut into parts, marks found in each, and what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reviewparse.parsers import rating_context as context
from reviewparse.parsers.labels import fold
from reviewparse.parsers.rating_behind import OPENING, WRAPPING, behind_label, closing, introduced, with_scale
from reviewparse.parsers.rating_labels import NOTHING, read_label
from reviewparse.parsers.rating_lexicon import TOKEN, Lexicon
from reviewparse.parsers.rating_mark import Mark
from reviewparse.parsers.rating_notation import Notation
from reviewparse.parsers.rating_parts import parts_of, with_labels
from reviewparse.parsers.rating_patterns import Grammar
from reviewparse.parsers.rating_together import as_one, for_audiences, of_changed_mind

_NAMED = re.compile(r"\s?(?P<name>[^\W\d_a-zß-öø-ÿ][^\d:;,.]{2,30}):\s(?=[0-9])")
"""A label nobody listed."""

_JOINED = 5
"""Characters that join a fraction to the one before: `` and ``."""

_GRADED = re.compile(r"[A-F][+–-](?=,\s|\s[–—-]\s)")
"""A grade with its sign before a remark: ``B+, with reservations``."""

_ALONE = re.compile(r"[\s(\[*_\"']{0,3}(?P<value>[0-9]{1,2}[.,](?:[0-9]|[257][05]|00))[\s)\]*_\"'.!]{0,3}")
"""A decimal that is all there is: ``8.3``, ``7,0``, ``9.25``, not ``4.33``, which is a playing time."""

_LINE = re.compile(r"[^\s\n][^\n]*")

MAX_ALONE = 40
"""Characters of a line that may be a verdict as a whole."""

MAX_MARKS = 64
"""Marks in one line; a line with more is a table or a joke, and not read."""


def read_line(line: str, grammar: Grammar) -> list[Mark]:
    """The marks of one line of plain text, in order."""
    if not line or line.isspace():
        return []
    lexicon = grammar.lexicon
    evident = _evident(line, grammar)
    if evident:
        special = of_changed_mind(line, evident, grammar) or for_audiences(line, evident, grammar)
        if special or context.legend(line, evident):
            return special
    parts = with_labels(line, parts_of(line), evident, lexicon)
    marks: list[Mark] = []
    for start, end in parts:
        inside = [mark for mark in evident if start <= mark.start < end] if evident else []
        marks += (
            _introduce(line, start, inside, evident, lexicon)
            if inside
            else behind_label(line, (start, end), len(parts), grammar)
        )
    if marks and not evident and len(parts) > len(marks):
        marks = _with_unknown(line, parts, marks, grammar)
    if not marks and not evident:
        marks = _alone(line, grammar) or (_raters(line, parts, grammar) if len(parts) > 1 else [])
        marks = marks or closing(line, grammar)
    return as_one(marks) if len(marks) > 1 else marks


def read_bare_line(line: str, grammar: Grammar) -> list[Mark]:
    """The mark a line consists of, in any notation; none or one."""
    start = len(line) - len(line.lstrip(OPENING))
    mark = introduced(line, start, NOTHING, grammar) if start < len(line) else None
    behind = line[mark.end :].strip(WRAPPING) if mark is not None else ""
    if mark is None or (behind and not _is_named(mark, behind, grammar.lexicon)):
        return []
    return [] if _is_thing(mark, grammar.lexicon) else [mark]


def _is_named(mark: Mark, behind: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a number is the word for it: ``8 – Excellent``, ``7 (Good)``."""
    return mark.is_small() and mark.unit is None and fold(behind) in lexicon.verdicts


def _is_thing(mark: Mark, lexicon: Lexicon) -> bool:
    """Whether it counts what is counted on every page; behind no label, stars and what critics count are marks."""
    if mark.unit is None or not mark.unit.isascii() or mark.unit in lexicon.units.values():
        return False
    return lexicon.things.isdisjoint(mark.unit.casefold().split())


def read_entry_line(line: str, grammar: Grammar, most_words: int) -> list[Mark]:
    """The mark at the end of a line with whatever stands before it as its label; none or one."""
    marks = _evident(line, grammar)
    if not marks:
        colon = line.find(":", 0, MAX_ALONE)
        at = colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip())
        bare = introduced(line, at, NOTHING, grammar) if colon > 0 and at < len(line) else None
        marks = [bare] if bare is not None and (bare.is_small() or bare.is_letter()) else []
    if len(marks) != 1:
        return []
    (mark,) = marks
    name = line[: mark.start].strip(" :=–—-|*_•·(")
    if line[mark.end :].strip(" .)]*_") or not name[:1].isalpha() or len(TOKEN.findall(name)) > most_words:
        return []
    lexicon = grammar.lexicon
    if read_label(line[: mark.start], lexicon).refused or context.denied(line, mark, lexicon):
        return []
    mark.aspect = name
    return marks


def _with_unknown(line: str, parts: list[tuple[int, int]], marks: list[Mark], grammar: Grammar) -> list[Mark]:
    """``Artistic quality: 9, Sound quality: 8``: a label nobody listed, where most others are aspects."""
    found = list(marks)
    for start, end in parts:
        named = _NAMED.match(line, start, end)
        if named is None or any(start <= mark.start < end for mark in marks):
            continue
        mark = introduced(line[:end], named.end(), NOTHING, grammar)
        refused = read_label(line[start : named.end()], grammar.lexicon).refused
        if mark is None or refused or not mark.is_small() or mark.unit is not None or line[mark.end : end].strip():
            return marks
        mark.aspect = named["name"].strip()
        found.append(mark)
    known = all(mark.aspect is not None and mark.is_small() for mark in marks)
    return sorted(found, key=lambda one: one.start) if known and 2 * len(marks) >= len(found) else marks


# --- notations that need no label


def _evident(line: str, grammar: Grammar) -> list[Mark]:
    """What notations that need no label find; the longest where they overlap."""
    chars = frozenset(line)
    tokens: frozenset[str] | None = None
    found: list[Mark] = []
    for notation, pattern in grammar.evident:
        if notation.needs and notation.needs.isdisjoint(chars):
            continue
        if notation.needs_word:
            if tokens is None:
                tokens = frozenset(TOKEN.findall(line.casefold()))
            if tokens.isdisjoint(getattr(grammar.lexicon, notation.needs_word)):
                continue
        found += islice(_matches(line, notation, pattern, grammar.lexicon), MAX_MARKS)
        if len(found) >= MAX_MARKS:
            return []
    return _apart(found) if len(found) > 1 else found


def _matches(line: str, notation: Notation, pattern: re.Pattern[str], lexicon: Lexicon) -> Iterator[Mark]:
    worded = "of" in pattern.groupindex
    for match in pattern.finditer(line):
        mark = notation.read(match, lexicon)
        if mark is None:
            continue
        mark.start, mark.end = match.start(notation.begins_at), match.end()
        if context.free(line, mark, lexicon):
            of = (match["of"] or "").strip() if worded else ""
            mark.weak = bool(of) and " " not in of
            yield mark


def _apart(found: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda one: one.start)


def _introduce(line: str, start: int, inside: list[Mark], evident: list[Mark], lexicon: Lexicon) -> Iterator[Mark]:
    """Marks of one part of a line with their labels; what is not a verdict is left out."""
    several = len(inside) > 1
    denied = -_JOINED - 1
    for mark in inside:
        before = line[start : mark.start]
        start = mark.end
        if context.denied(line, mark, lexicon, evident) or 0 <= mark.start - denied <= _JOINED:
            denied = mark.end  # "on 4/5 and 5/5"
            continue
        ahead = lexicon.scale_ahead.search(before) if mark.best is None else None
        if ahead is not None and mark.value is not None and mark.value <= float(ahead["best"]):
            mark.best = float(ahead["best"])
        label = read_label(before, lexicon)
        if label.refused or (label.shared and context.signed(line, mark.end, lexicon)):
            continue
        if label.noun and label.closed and len(evident) > 1:
            label = replace(label, aspect=label.noun)
        if label.names_value(beside_others=several, maximum=mark.best, share=mark.unit == "%"):
            yield mark.introduced_by(with_scale(label, line, mark, lexicon))
        elif context.stands_alone(line, mark, lexicon):
            mark.given = context.given(line, mark, lexicon)
            yield mark


def _alone(line: str, grammar: Grammar) -> list[Mark]:
    """A line that is a bare decimal, a grade with a sign, or a verdict of several words."""
    if len(line) > MAX_ALONE:
        return []
    match = _ALONE.fullmatch(line)
    if match:
        mark = introduced(line, match.start("value"), NOTHING, grammar)
        return [mark] if mark and (mark.value or 0) <= 10 else []
    graded = _GRADED.match(line)
    marks = read_bare_line(line[: graded.end()] if graded else line, grammar)
    grade = marks[0].grade if marks else None
    return marks if grade and (" " in grade or grade[-1] in "+-" or not grade.isascii()) else []


def read_raters(text: str, grammar: Grammar) -> list[Mark]:
    """The grades of lines each of which is a critic's: ``Anna: A``, ``Ben: B-``."""
    if len(text) > MAX_MARKS * MAX_ALONE or ":" not in text:
        return []
    parts = [match.span() for match in _LINE.finditer(text)]
    return _raters(text, parts, grammar) if 1 < len(parts) <= MAX_MARKS else []


def _raters(line: str, parts: list[tuple[int, int]], grammar: Grammar) -> list[Mark]:
    """``Anna: A / Ben: B-``: a grade each, and a sign at one of them at least."""
    marks = []
    for start, end in parts:
        name, colon, value = line[start:end].partition(":")
        at = start + len(name) + 1 + len(value) - len(value.lstrip())
        mark = introduced(line[:end], at, NOTHING, grammar) if colon and value.strip() else None
        if mark is None or not mark.grade or len(mark.grade) > 2:
            return []
        mark.rater = name.strip()
        marks.append(mark)
    return marks if any(len(mark.grade or "") > 1 for mark in marks) else []
