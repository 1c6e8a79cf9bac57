"""The notations of ratings, one row each. A new way of writing a mark is a new row here and a case in the tests.

``EVIDENT`` ones say by themselves that they may be a mark (``4/5``, ``★★★½``) and are looked for anywhere in a line.
``INTRODUCED`` ones (``8``, ``B+``) count only behind a label, or where they are all that is printed.
In a pattern ``<<number>>`` stands for digits, ``<<spelt>>`` for number words, ``<<any>>`` for both; ``<<unit>>``, ``<<of>>``,
``<<to>>`` and others for words of the language (``rating_lexicon``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.model import Rating
from reviewparse.parsers.labels import fold
from reviewparse.parsers.rating_glyphs import ASTERISKS, EMOJI, FULL_OR_EMPTY, ROW, Row, read_asterisks, read_row
from reviewparse.parsers.rating_lexicon import Lexicon
from reviewparse.parsers.rating_numbers import BEST

Read = Callable[[re.Match[str], Lexicon], Rating | None]


@dataclass(frozen=True, slots=True)
class Notation:
    """One way of writing a mark."""

    name: str
    example: str
    pattern: str
    """A verbose regular expression; its groups are what ``read`` asks for."""
    read: Read
    needs: frozenset[str] = frozenset()
    """Characters of which a text in this notation holds at least one; asked before the pattern is tried."""
    needs_word: str = ""
    """The set of the lexicon of which a text in this notation holds a word."""
    begins_at: str | int = 0
    """The group at which the printed mark begins, when words stand before it."""
    beyond: str = ""
    """A text in this notation holds a character at or above this one."""


DIGIT = frozenset("0123456789¼½¾")

JOKE = 1.5
"""How far above its maximum a mark may be for fun: ``11/10``."""

BOUNDED = "<=100"


def _rating(value: float | None, *, best: float | None = None, unit: str | None = None, raw: str = "") -> Rating | None:
    """A rating, unless its value is beyond its maximum."""
    if value is None or (best is not None and (best <= 0 or value > best) and not (best == 10 and value <= 10 * JOKE)):
        return None
    return Rating(value=value, best=best, unit=unit, raw=raw, assumed_best=None if best else _assumed(value, unit))


def _assumed(value: float, unit: str | None) -> float | None:
    """The likely maximum of a mark that prints none."""
    if value < 1:
        return 5.0
    if unit == "points":
        return 100.0 if 50 <= value <= 100 else None
    if unit is not None:
        return 5.0 if value <= 5 else None
    if value <= 5:
        return None
    return next((best for best in (10.0, 20.0, 100.0) if value <= best), None)


def _unit(printed: str | None, lexicon: Lexicon) -> str | None:
    return lexicon.units.get(fold(printed)) if printed else None


def _ranged(rating: Rating | None, printed: str | None, lexicon: Lexicon) -> Rating | None:
    """The rating with the upper end of its range, unless the ends are in disorder."""
    if rating is None or not printed or rating.value is None:
        return rating
    upper = lexicon.value(printed)
    if upper is None or upper <= rating.value or upper > (rating.best or 100):
        return None
    values = {name: getattr(rating, name) for name in ("value", "best", "unit", "raw", "assumed_best")}
    return Rating(upper=upper, **values)


def _fraction(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    best = lexicon.value(match["best"])
    rating = _rating(lexicon.value(match["value"]), best=best, unit=_unit(match["unit"], lexicon))
    return _ranged(rating, match["upper"], lexicon)


def _counted(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    unit = _unit(match["unit"] or match["unit_behind"], lexicon)
    best = lexicon.value(match["best"]) if match["best"] else None
    if unit is None and best is None:
        return None
    value = lexicon.value(match["value"])
    if unit == "%":
        return _rating(value, best=100.0, unit="%")
    thing = match["thing"]
    if thing and unit is None:
        if thing.casefold() in lexicon.not_after:
            return None
        unit = thing
    return _ranged(_rating(value, best=best, unit=unit), match["upper"], lexicon)


def _starred(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    return _rating(lexicon.value(match["value"]), unit="stars")


def _percent(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    return _rating(lexicon.value(match["value"]), best=100.0, unit="%")


def _glyphs(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    legend = match["legend"] or ""
    row = read_row(match["row"], half_by_legend=legend[:1])
    if row is None or (row.glyphs == 1 and not match["best"]):
        return None
    return _of_row(row, match["best"], lexicon)


def _of_row(row: Row, best: str | None, lexicon: Lexicon) -> Rating | None:
    maximum = lexicon.value(best) if best else row.shown
    return _rating(row.value, best=float(maximum) if maximum else None, unit=row.unit)


def _asterisks(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    row = read_asterisks(match["row"])
    if row.glyphs < 2 or (row.value in (2, 3) and match.start() == 0 and match.end() == len(match.string)):
        return None
    if row.value == 2 and match.string.count("**") == 2:
        return None  # both ends of an emphasis
    return _of_row(row, match["best"], lexicon)


def _shortcode(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    best = lexicon.value(match["best"]) if match["best"] else None
    return _rating(lexicon.value(match["value"]), best=best)


def _spoken(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    value = lexicon.value(match["value"])
    return _rating(value) if value is not None and 2 <= value <= 10 else None


def _none_given(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    return Rating(unrated=True)


_MAXIMUM = r"(?: \s?+ [(\[]? \s?+ (?: / \s?+ | (?P<of><<of>>) \s? ) (?P<best><<any>>) )"
_COUNTED = rf"""
    (?P<value><<value>>) (?: <<to>> (?P<upper><<any>>) )?+
    (?: [\s-]{{0,2}} (?P<unit><<unit>>) )?+
    (?: \s?+ [(\[]? \s?+ (?P<of><<of>>) \s? (?P<best>{BEST}|<<spelt>>)
        (?: [\s-]? (?P<unit_behind><<unit>>) | \s(?P<thing>[^\W\d_]{{3,15}})(?=[.!,;)\]]|$|\s[^\w\s]) )?+ )?+
"""

EVIDENT = (
    Notation(
        "shortcode", "[xrr rating=2.5/5]",
        r"""[\[{<]%?\s? (?:[\w-]{1,20}\s){0,2} (?:rating|ratings|stars?|score|review)s? (?:\s?[:=]\s?|\s) ["']?
        (?P<value><<number>>) (?: \s?/\s? (?P<best>[0-9]{1,3}) )? ["']? [^\[\]{}<>]{0,60} [\]}>]""",
        _shortcode, needs=frozenset("[{<"),
    ),
    Notation(
        "fraction", "7-8/10",
        rf"(?P<value><<number>>) (?: <<to>> (?P<upper><<number>>) )?+ \s?/\s?+ (?P<best>{BEST}) (?: [\s-]? (?P<unit><<unit>>) )?+",
        _fraction, needs=frozenset("/"),
    ),
    Notation("counted", "3.5 out of 5 stars", _COUNTED.replace("<<value>>", "<<number>>"), _counted, needs=DIGIT),
    Notation(
        "counted in words", "three and a half stars", r"(?<![\w-])" + _COUNTED.replace("<<value>>", "<<spelt>>"),
        _counted, needs_word="starters",
    ),
    Notation("number and star", "3.5*", r"(?P<value><<number>>) \s?[★⭐*](?![★⭐*\w])", _starred, needs=frozenset("★⭐*")),
    Notation("percent", "82%", r"(?P<value><<number>>) \s?%(?!\w)", _percent, needs=frozenset("%")),
    Notation(
        "row of glyphs", "★★★½☆",
        rf"(?P<row>{ROW}) {_MAXIMUM}? (?: \s? \( (?P<legend>[☆◐○]) \s?=\s? <<spelt>> \) )?",
        _glyphs, needs=FULL_OR_EMPTY,
    ),
    Notation("asterisks", "***1/2", rf"(?P<row>{ASTERISKS}) {_MAXIMUM}?", _asterisks, needs=frozenset("*")),
    Notation(
        "spoken", "I'd give it a solid seven",
        r"(?<!\w) <<giving>> \s (?:[^\W\d_]++\s){1,4}? (?P<value><<any>>) (?= \s?(?:[.!,;)–—]|$) (?!\d) )",
        _spoken, needs_word="verbs", begins_at="value",
    ),
    Notation(
        "unrated", "(no mark: compilation)", r"(?:^|[(\[]) \s? <<unrated>> [^()\[\]]{0,60} (?:$|[)\]])",
        _none_given, needs_word="unrated_starters",
    ),
)


def _signed(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    value = lexicon.value(match["digits"])
    return None if value is None else Rating(value=-value if match["sign"] != "+" else value)


def _school(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    value = lexicon.value(match["value"])
    step = 0.25 if match["sign"] == "+" else -0.25
    return None if value is None else _rating(value + step)


def _bare(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    value = lexicon.value(match["value"])
    if value is None or value > 100:
        return None
    if match["upper"] and value < 5:
        return None
    return _ranged(_rating(value), match["upper"], lexicon)


def _grade(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    sign = match["sign"].replace("–", "-")
    return Rating(grade=match["letter"] + sign)


def _things(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    unit = match["unit"].strip()
    first = unit.split()[0].casefold()
    if first in lexicon.not_after or first in lexicon.dated:
        return None
    return _rating(lexicon.value(match["value"]), unit=unit)


def _verdict(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    phrase = match["phrase"].strip(" .!*_\"'“”")
    return Rating(grade=phrase) if fold(phrase) in lexicon.verdicts or phrase in lexicon.verdicts else None


def _single(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    row = read_row(match["row"])
    return None if row is None else _of_row(row, None, lexicon)


def _few(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    return _of_row(read_asterisks(match["row"]), None, lexicon)


def _pictures(match: re.Match[str], lexicon: Lexicon) -> Rating | None:
    if match["emoji"] in FULL_OR_EMPTY:
        return None
    return _rating(float(match[0].count(match["emoji"])), unit=match["emoji"])


_END = r"(?= \s{0,2} (?: $ | [,;:!.–—+](?!\d) | [)\]|(\[\"'“”»] | -\s ) )"

INTRODUCED = (
    Notation("signed scale", "+3", rf"(?P<sign>[+–-]) (?P<digits><<number>>) {_END}", _signed, needs=DIGIT),
    Notation("mark with a sign", "2+", rf"(?P<value><<number>>) (?P<sign>[+-]) (?= \s{{0,2}} (?:$|[.,;:)\]|]) )", _school, needs=DIGIT),
    Notation("bare number", "8.5", rf"(?P<value><<any>>) (?: <<to>> (?P<upper><<number>>) )? {_END}", _bare),
    Notation("letter grade", "B+", rf"(?P<letter>(?-i:[A-F])) \s?(?P<sign>[+–-]{{0,2}}+) (?!\w) {_END}", _grade),
    Notation("asterisks", "*", rf"(?P<row>{ASTERISKS})", _few, needs=frozenset("*")),
    Notation("single glyph", "★", rf"(?P<row>{ROW}) ", _single, needs=FULL_OR_EMPTY),
    Notation("unrated", "not rated", r"\(? <<unrated>>", _none_given, needs_word="unrated_starters"),
    Notation("verdict", "Rent It", r"(?P<phrase>[^\d,;|/]{1,40})$", _verdict),
    Notation("row of pictures", "💀💀💀", EMOJI, _pictures, beyond="\u2600"),
    Notation(
        "custom unit", "3 pools of ink", r"(?P<value><<any>>) (?P<unit>(?:\s[^\W\d_]{2,15}+){1,3}) [.!)]{0,3}$", _things
    ),
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of both tables in one language, and those of marks that belong together."""

    evident: tuple[tuple[Notation, re.Pattern[str]], ...]
    introduced: tuple[tuple[Notation, re.Pattern[str]], ...]
    changed: re.Pattern[str]
    """Behind the former mark: ``now an 8``."""
    audience: re.Pattern[str]
    """Behind a mark: ``for nostalgics``."""
    scale: re.Pattern[str]
    """A scale in a line without a mark: ``(out of 10)``, ``from 1 to 5``, ``1-10``."""
    maximum: re.Pattern[str]
    """A scale without its number: ``/10``, ``out of 5 stars``."""


@lru_cache(maxsize=64)
def compiled(lexicon: Lexicon) -> Patterns:
    """The patterns of a lexicon, built once."""
    return Patterns(
        evident=tuple((row, lexicon.compile(row.pattern)) for row in EVIDENT),
        introduced=tuple((row, lexicon.compile(row.pattern)) for row in INTRODUCED),
        changed=lexicon.compile(
            r"(?<!\w) <<now>> \s (?:[^\W\d_]{1,3}\s)? (?P<value><<any>>) (?: \s?/\s? (?P<best>[0-9]{1,3}) )?"
        ),
        scale=lexicon.compile(r"(?<![\w/.,-]) (?: (?: / | <<out>> | (?<=\() <<of>>) \s? | [01] <<to>> ) (?P<best><<any>>) (?![\w/%]|[.,-][0-9])"),
        maximum=lexicon.compile(rf"\(? (?: / | <<of>> ) \s? {BEST} (?: \s? <<unit>> )? \)?"),
        audience=lexicon.compile(r"\s <<audience>> \s (?P<whom>[^\W\d_][\w '-]{1,30}) (?=[.;,|!)]|$)"),
    )
