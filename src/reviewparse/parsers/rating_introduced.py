"""Notations that count only behind a label (``Verdict: 8``), or where they are all that is printed.

A new one is a function that reads it, a row in ``INTRODUCED``, and a case in ``tests/cases/rating.toml``.
"""

from __future__ import annotations

import re

from reviewparse.parsers.labels import fold
from reviewparse.parsers.rating_glyphs import ASTERISKS, EMOJI, FULL_OR_EMPTY, ROW, read_asterisks, read_row
from reviewparse.parsers.rating_lexicon import Lexicon
from reviewparse.parsers.rating_mark import Mark, mark
from reviewparse.parsers.rating_notation import DIGIT, MAXIMUM, Notation, best_of, grade_of, of_row, ranged, value_of
from reviewparse.parsers.rating_numbers import HALVES

MAX_BARE = 100.0
"""The largest number that is a mark without saying of what."""

MAX_THINGS = 10.0
"""The largest number of skulls or pints."""

LEAST_RANGE = 5.0
"""Below it two bare numbers are the result of a match (``2-1``)."""

MAX_SCHOOL = 15.0
"""The largest school mark; ``17+`` is an age."""

STEP = 0.25
"""What a plus or minus behind a school mark is worth."""


_DRAWN = re.compile("^[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f ]+|[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f ]+$")
"""Pictures beside a verdict: a thumb before ``thumbs up``."""


def _signed(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    value = value_of(match, "digits", lexicon)
    return None if value is None else Mark(value=value if match["sign"] == "+" else -value)


def _school(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    value = value_of(match, "value", lexicon)
    return None if value is None or value > MAX_SCHOOL else mark(value + (STEP if match["sign"] == "+" else -STEP))


def _bare(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    value, upper = value_of(match, "value", lexicon), value_of(match, "upper", lexicon)
    if value is None or value > MAX_BARE or (upper is not None and value < LEAST_RANGE):
        return None
    return ranged(mark(value + (value_of(match, "plus", lexicon) or 0.0)), upper)


def _lone_half(_match: re.Match[str], _lexicon: Lexicon) -> Mark:
    return Mark(value=0.5)


def _praised(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    value = value_of(match, "value", lexicon)
    return None if value is None or value > MAX_BARE else mark(value)


def _grade(match: re.Match[str], lexicon: Lexicon) -> Mark:
    return Mark(grade=grade_of(match, lexicon))


def _few(match: re.Match[str], _lexicon: Lexicon) -> Mark | None:
    return of_row(read_asterisks(match["row"]))


def _single(match: re.Match[str], _lexicon: Lexicon) -> Mark | None:
    return of_row(read_row(match["row"]))


def _none_given(_match: re.Match[str], _lexicon: Lexicon) -> Mark:
    return Mark(unrated=True)


def _verdict(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    phrase = match["phrase"].strip(" .!*_\"'“”")
    if fold(phrase) not in lexicon.verdicts and phrase not in lexicon.verdicts:
        phrase = _DRAWN.sub("", phrase)
    return Mark(grade=phrase) if fold(phrase) in lexicon.verdicts or phrase in lexicon.verdicts else None


def _pictures(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    picture = match["emoji"]
    value = match["pictures"].count(picture) + HALVES.get(match["half"] or "", 0.0)
    return None if picture in FULL_OR_EMPTY else mark(value, best_of(match, lexicon), picture)


def _things(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    unit = match["unit"].strip()
    first = unit.split()[0].casefold()
    if first in lexicon.not_after or first in lexicon.dated or first in lexicon.stop_words:
        return None
    value = value_of(match, "value", lexicon)
    return mark(value, unit=unit) if value is not None and value <= MAX_THINGS else None


_END = r"(?= \s{0,2} (?: $ | [,;:!.–—](?!\d) | [)\]|(\[\"'“”»*_] | -\s ) )"

INTRODUCED = (
    Notation("signed scale", "+3", rf"(?P<sign>[+–-]) (?P<digits><<number>>) {_END}", _signed, needs=DIGIT),
    Notation(
        "mark with a sign", "2+", r"(?P<value><<number>>) (?P<sign>[+-]) (?= \s{0,2} (?:$|[.,;:)\]|]) )",
        _school, needs=frozenset("+-"),
    ),
    Notation("half", "1/2", rf"1/2 {_END}", _lone_half, needs=frozenset("/")),
    Notation(
        "bare number", "8.5",
        rf"(?P<value><<any>>) (?: \s(?P<plus><<part>>) | <<to>> (?P<upper><<number>>) )? {_END}", _bare,
    ),
    Notation(
        "praised number", "a solid 8", rf"<<article>> \s (?:<<praise>>\s)?+ (?P<value><<any>>) {_END}", _praised,
        begins_at="value",
    ),
    Notation(
        "letter grade", "B+", rf"(?P<letter>(?-i:[A-F])) (?P<sign>\s?[+–-]{{0,2}}+|\s<<sign>>) (?!\w) {_END}",
        _grade, needs=frozenset("ABCDEF"),
    ),
    Notation("few asterisks", "*", rf"(?P<row>{ASTERISKS})", _few, needs=frozenset("*")),
    Notation("single glyph", "★", rf"(?P<row>{ROW})", _single, needs=FULL_OR_EMPTY),
    Notation("unrated", "not rated", r"\(? <<unrated>>", _none_given, needs_word="unrated_starters"),
    Notation("verdict", "Rent It", r"(?P<phrase>[^\d,;|/]{1,40})$", _verdict),
    Notation(
        "row of pictures", "💀💀💀",
        rf"""(?P<pictures>{EMOJI}) (?:\s?(?P<half>[¼½¾]))?
        (?: {MAXIMUM} (?: \s [^\W\d_]{{3,15}}+ (?= [.!)\s]{{0,3}} $ ) )? )?""", _pictures,
    ),
    Notation(
        "custom unit", "3 pools of ink", r"(?P<value><<any>>) (?P<unit>(?:\s[^\W\d_]{2,15}+){1,3}) [.!)]{0,3}$", _things
    ),
)  # fmt: skip
