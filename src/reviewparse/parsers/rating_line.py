"""One line of plain text: cut into parts, marks found in each, and what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewparse.model import Rating
from reviewparse.parsers import rating_context as context
from reviewparse.parsers.rating_labels import NOTHING, Introduction, read_label, read_scale
from reviewparse.parsers.rating_lexicon import TOKEN, Lexicon
from reviewparse.parsers.rating_notations import Notation, compiled

_BREAK = re.compile(
    r"\s?[|;•·\t]\s?|\s/\s(?=[^\W\d_])|\s[-–—]\s(?=[^\W\d_][^:]{0,30}:)|,\s(?=[^\W\d_][^:,]{0,30}:)|\s{3,8}"
)
"""Between the parts of a line: ``Film: 3/5 - Soundtrack: 4/5``."""

_AGES = frozenset({12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0})

_ALONE = re.compile(r"[\s(\[*_\"']{0,3}(?P<value>[0-9]{1,2}[.,](?:[0-9]|[257][05]|00))[\s)\]*_\"'.!]{0,3}")
"""A decimal that is all there is: ``8.3``, ``7,0``, ``9.25``, not ``4.33``, which is a playing time."""

_HEAD = re.compile(r"[^\d]{2,40}?(?=[0-9½])|[^\W\d_]{2,20}\s(?=[A-F][+-]{0,2}$)")
"""A label without a colon: ``Score 8``, ``Grade B+``."""

MAX_ALONE = 40
"""Characters of a line that may be a verdict as a whole."""

_OPENING = " \t_([\"'“„*"


@dataclass(frozen=True, slots=True)
class Reading:
    """A rating, where it stands, and what introduces it."""

    rating: Rating
    start: int
    end: int
    label: Introduction = NOTHING
    weak: bool = False
    """Read with a single small word between value and maximum (``4 of 5``)."""
    given: bool = False
    """The reviewer gives it in so many words (``I give it 4/5``)."""

    @property
    def labelled(self) -> bool:
        """Whether a word for verdicts introduces it."""
        return self.label.label or self.label.overall


def read_line(line: str, lexicon: Lexicon) -> list[Reading]:
    """The marks of one line of plain text, in order."""
    if not line or line.isspace():
        return []
    evident = _evident(line, lexicon)
    if evident:
        special = _changed(line, evident, lexicon) or _audiences(line, evident, lexicon)
        if special:
            return special
        if context.legend(line, [(reading.start, reading.end) for reading in evident]):
            return []
    parts = _parts(line)
    readings: list[Reading] = []
    for start, end in parts:
        inside = [reading for reading in evident if start <= reading.start < end]
        readings += _introduce(line, start, inside, lexicon) if inside else _behind_label(line, start, end, lexicon)
    if not readings and not evident:
        readings = _alone(line, lexicon) or (_raters(line, parts, lexicon) if len(parts) > 1 else [])
    return _once(readings) if len(readings) > 1 else readings


def read_bare_line(line: str, lexicon: Lexicon) -> list[Reading]:
    """The mark a line consists of, in any notation; none or one."""
    start = len(line) - len(line.lstrip(_OPENING.replace("*", "")))
    reading = _introduced(line, start, NOTHING, lexicon) if start < len(line) else None
    return [reading] if reading and not line[reading.end :].strip(" .!)]_\"'”") else []


def read_entry_line(line: str, lexicon: Lexicon, most_words: int) -> list[Reading]:
    """The mark at the end of a line with whatever stands before it as its label; none or one."""
    evident = _evident(line, lexicon)
    if len(evident) > 1:
        return []
    if evident:
        at, reading = evident[0].start, evident[0]
    else:
        colon = line.find(":", 0, MAX_ALONE)
        at = colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip())
        bare = _introduced(line, at, NOTHING, lexicon) if 0 < colon and at < len(line) else None
        if bare is None or bare.rating.value is None or not 0 <= bare.rating.value <= 10:
            return []
        reading = bare
    name = line[:at].strip(" :=–—-|*_•·(")
    if line[reading.end :].strip(" .)]*_") or not name[:1].isalpha() or len(TOKEN.findall(name)) > most_words:
        return []
    if read_label(line[:at], lexicon).refused or context.denied(line, at, reading.end, lexicon):
        return []
    return [replace(reading, rating=replace(reading.rating, label=name))]


def _parts(line: str) -> list[tuple[int, int]]:
    parts, start = [], 0
    for match in _BREAK.finditer(line):
        parts.append((start, match.start()))
        start = match.end()
    return [*parts, (start, len(line))]


# --- notations that need no label


def _evident(line: str, lexicon: Lexicon) -> list[Reading]:
    """What notations that need no label find; the longest where they overlap."""
    chars = frozenset(line)
    tokens: frozenset[str] | None = None
    found: list[Reading] = []
    for notation, pattern in compiled(lexicon).evident:
        if notation.needs and notation.needs.isdisjoint(chars):
            continue
        if notation.needs_word:
            if tokens is None:
                tokens = frozenset(TOKEN.findall(line.casefold()))
            if tokens.isdisjoint(getattr(lexicon, notation.needs_word)):
                continue
        found += _matches(line, notation, pattern, lexicon)
    return _apart(found) if len(found) > 1 else found


def _matches(line: str, notation: Notation, pattern: re.Pattern[str], lexicon: Lexicon) -> Iterator[Reading]:
    worded = "of" in pattern.groupindex
    for match in pattern.finditer(line):
        rating = notation.read(match, lexicon)
        if rating is None:
            continue
        start = match.start(notation.begins_at)
        if context.free(line, start, match.end(), lexicon):
            of = match["of"] if worded else None
            yield Reading(rating, start, match.end(), weak=bool(of) and " " not in of.strip())


def _apart(found: list[Reading]) -> list[Reading]:
    kept: list[Reading] = []
    for reading in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(reading.end <= other.start or other.end <= reading.start for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda one: one.start)


def _introduce(line: str, start: int, inside: list[Reading], lexicon: Lexicon) -> Iterator[Reading]:
    """Marks of one part of a line with their labels; what is not a verdict is left out."""
    several = len(inside) > 1
    for reading in inside:
        before = line[start : reading.start]
        start = reading.end
        if context.denied(line, reading.start, reading.end, lexicon):
            continue
        label = read_label(before, lexicon)
        if label.refused or (label.shared and context.signed(line, reading.end, lexicon)):
            continue
        if label.names_value(beside_others=several, maximum=reading.rating.best):
            yield _with_label(reading, label)
        elif _stands(line, reading, lexicon):
            yield replace(reading, given=context.given(line, reading.start, reading.end, lexicon))


def _stands(line: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a mark without a label counts."""
    start, end = reading.start, reading.end
    if reading.weak and not reading.rating.unit:
        return not line[:start].strip(" (*[_") and not line[end:].strip(" )*]_.!")
    return context.confirmed(line, start, end, reading.rating, lexicon) and not context.others(
        line, start, end, lexicon
    )


def _with_label(reading: Reading, label: Introduction) -> Reading:
    rating = reading.rating
    best, worst, upper, assumed = rating.best, rating.worst, rating.upper, rating.assumed_best
    if best is None and label.best is not None and rating.value is not None and rating.value <= label.best:
        best, worst, assumed = label.best, label.worst, None
    if label.between and best in (7, 8, 9) and rating.value == best - 1:
        best, upper, assumed = None, best, 10.0
    rating = replace(
        rating, best=best, worst=worst, upper=upper, assumed_best=assumed, label=label.aspect, rater=label.rater
    )
    return replace(reading, rating=rating, label=label)


# --- notations that need one


def _behind_label(line: str, start: int, end: int, lexicon: Lexicon) -> list[Reading]:
    """A value that only its label makes one: ``Verdict: 8``, ``Grade: B+``."""
    colon = max(line.find(":", start, min(end, start + 60)), line.find("=", start, min(end, start + 60)))
    head = None if colon >= 0 else _HEAD.match(line, start, end)
    at = colon + 1 if colon >= 0 else head.end() if head else end
    # a star behind the colon of "**Rating:** ****" closes the emphasis that began before the label
    opening = _OPENING if line.find("*", 0, at) >= 0 else _OPENING[:-1]
    while at < end and line[at] in opening:
        at += 1
    if at >= end or _ends_in_scale(line[start:at], lexicon):
        return []
    label = read_label(line[start:at], lexicon)
    if label.refused or not label.names_bare(line[at : at + 6]):
        return []
    reading = _introduced(line[:end], at, label, lexicon)
    scale = read_scale(line, reading.end, lexicon) if reading else None
    label = replace(label, worst=scale[0], best=scale[1]) if scale else label
    if reading is None or context.voted(line, reading.end, lexicon):
        return []
    if label.shared and label.best is None and reading.rating.value in _AGES:
        return []
    return [_with_label(reading, label)]


def _ends_in_scale(before: str, lexicon: Lexicon) -> bool:
    """Whether the number that follows is a maximum: ``Our ratings (out of``."""
    folded = before.casefold().rstrip()
    return any(folded.endswith(phrase) for phrase in lexicon.out_of)


def _introduced(line: str, at: int, label: Introduction, lexicon: Lexicon) -> Reading | None:
    for notation, pattern in compiled(lexicon).introduced:
        if notation.beyond and max(line) < notation.beyond:
            continue
        match = pattern.match(line, at)
        rating = notation.read(match, lexicon) if match else None
        if match is None or rating is None:
            continue
        if label.school and notation.name == "mark with a sign" and rating.value is not None:
            rating = replace(rating, value=2 * round(rating.value) - rating.value)
        return Reading(rating, match.start(), match.end(), label)
    return None


def _alone(line: str, lexicon: Lexicon) -> list[Reading]:
    """A line that is a bare decimal, a grade with a sign, or a verdict of several words."""
    match = _ALONE.fullmatch(line)
    if match:
        reading = _introduced(line, match.start("value"), NOTHING, lexicon)
        return [reading] if reading and (reading.rating.value or 0) <= 10 else []
    readings = read_bare_line(line, lexicon) if len(line) <= MAX_ALONE else []
    grade = readings[0].rating.grade if readings else None
    return readings if grade and (" " in grade or grade[-1] in "+-" or not grade.isascii()) else []


def _raters(line: str, parts: list[tuple[int, int]], lexicon: Lexicon) -> list[Reading]:
    """``Anna: A / Ben: B-``: a grade each, and a sign at one of them at least."""
    readings = []
    for start, end in parts:
        name, colon, value = line[start:end].partition(":")
        at = start + len(name) + 1 + len(value) - len(value.lstrip())
        reading = _introduced(line[:end], at, NOTHING, lexicon) if colon and value.strip() else None
        if reading is None or not reading.rating.grade or len(reading.rating.grade) > 2:
            return []
        readings.append(replace(reading, rating=replace(reading.rating, rater=name.strip())))
    return readings if any(len(reading.rating.grade or "") > 1 for reading in readings) else []


# --- several marks in one line


def _changed(line: str, evident: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """``Originally 7/10, now an 8``: the latest, on the scale of the first."""
    first = evident[0]
    before = TOKEN.findall(line[max(0, first.start - 30) : first.start].casefold())
    if lexicon.formerly.isdisjoint(before):
        return []
    match = compiled(lexicon).changed.search(line, first.end)
    value = lexicon.value(match["value"]) if match else None
    if match is None or value is None:
        return []
    rating = replace(first.rating, value=value, best=float(match["best"]) if match["best"] else first.rating.best)
    return [replace(first, rating=rating, start=match.start("value"), end=match.end())]


def _audiences(line: str, evident: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """``8/10 for nostalgics; 5/10 for anyone else``: each with those it holds for as its label."""
    if len(evident) < 2:
        return []
    matches = [compiled(lexicon).audience.match(line, reading.end) for reading in evident]
    if not all(matches):
        return []
    return [
        replace(reading, rating=replace(reading.rating, label=match["whom"]))
        for reading, match in zip(evident, matches, strict=True)
        if match
    ]


def _once(readings: list[Reading]) -> list[Reading]:
    """A mark printed in two ways, as one; a number beside a row of glyphs or a verdict word wins."""
    kept: list[Reading] = []
    for reading in readings:
        twin = next((i for i, other in enumerate(kept) if _same(other.rating, reading.rating)), None)
        if twin is None:
            kept.append(reading)
        elif kept[twin].rating.value is None or (kept[twin].rating.best is None and reading.rating.best is not None):
            kept[twin] = replace(reading, label=kept[twin].label)
    return kept


def _same(one: Rating, other: Rating) -> bool:
    if one.label != other.label or one.rater != other.rater or one.unrated or other.unrated:
        return False
    if one.value is None or other.value is None:
        return (one.value is None) != (other.value is None)
    return (one.value == other.value and (one.best == other.best or None in (one.best, other.best))) or (
        one.fraction is not None and one.fraction == other.fraction
    )
