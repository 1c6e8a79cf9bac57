"""Notations that say by themselves that they may be a mark (``4/5``, ``★★★½``): looked for anywhere in a line.

A new one is a function that reads it, a row in ``EVIDENT``, and a case in ``tests/cases/rating.toml``.
"""

from __future__ import annotations

import re

from reviewparse.parsers.rating_glyphs import ASTERISKS, FULL_OR_EMPTY, ROW, read_asterisks, read_row
from reviewparse.parsers.rating_lexicon import Lexicon
from reviewparse.parsers.rating_mark import Mark, mark
from reviewparse.parsers.rating_notation import (
    DIGIT,
    MAXIMUM,
    Notation,
    best_of,
    grade_of,
    of_row,
    ranged,
    unit_of,
    value_of,
)
from reviewparse.parsers.rating_numbers import BEST

MAX_STARS = 10.0
"""The most stars anybody gives without saying of how many."""


def _fraction(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    best = value_of(match, "best", lexicon)
    found = mark(value_of(match, "value", lexicon), best, unit_of(match["unit"], lexicon))
    return ranged(found, value_of(match, "upper", lexicon))


def _maximum_first(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    best = value_of(match, "best", lexicon)
    return mark(value_of(match, "value", lexicon), best, unit_of(match["unit"], lexicon)) if best else None


def _counted(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    unit = unit_of(match["unit"] or match["unit_behind"], lexicon)
    best = value_of(match, "best", lexicon) or value_of(match, "best_word", lexicon)
    if unit == "%":
        best = 100.0
    thing = match["thing"] or match["thing_between"]
    if unit == "stars" and best is None and (value_of(match, "value", lexicon) or 0.0) > MAX_STARS:
        return None  # "The flag has 50 stars"
    if thing and unit is None:
        if thing.casefold() in lexicon.not_after:
            return None
        unit = thing
    if best is None and (unit is None or unit == thing):
        return None
    value = value_of(match, "value", lexicon)
    half = value_of(match, "half", lexicon) or value_of(match, "plus", lexicon)
    if value is not None and half is not None and half < 1:
        value += half
    return ranged(mark(value, best, unit), value_of(match, "upper", lexicon))


def _between(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    unit, best = unit_of(match["unit"], lexicon), value_of(match, "best", lexicon)
    if unit is None and best is None:
        return None
    return ranged(mark(value_of(match, "value", lexicon), best, unit), value_of(match, "upper", lexicon))


def _starred(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    return mark(value_of(match, "value", lexicon), value_of(match, "best", lexicon), "stars")


def _star_first(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    found = mark(value_of(match, "value", lexicon), unit="stars")
    return None if found is None or not found.is_small() else found


def _graded(match: re.Match[str], lexicon: Lexicon) -> Mark:
    return Mark(grade=grade_of(match, lexicon))


def _percent(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    return mark(value_of(match, "value", lexicon), 100.0, "%")


def _glyphs(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    row = read_row(match["row"], half_by_legend=(match["legend"] or "")[:1])
    best = best_of(match, lexicon)
    return None if row is None or (row.glyphs == 1 and best is None) else of_row(row, best)


def _asterisks(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    row = read_asterisks(match["row"])
    if row.glyphs < 2 or (row.value in (2, 3) and match.start() == 0 and match.end() == len(match.string)):
        return None
    if row.value == 2 and match.string.count("**") == 2 and not match["best_row"]:
        return None  # both ends of an emphasis
    return of_row(row, best_of(match, lexicon))


def _shortcode(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    return mark(value_of(match, "value", lexicon), value_of(match, "best", lexicon))


def _spoken(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    value = value_of(match, "value", lexicon)
    return mark(value) if value is not None and 2 <= value <= 10 else None


def _none_given(_match: re.Match[str], _lexicon: Lexicon) -> Mark:
    return Mark(unrated=True)


_COUNTED = rf"""
    (?: \s (?P<plus><<part>>) )?+
    (?: <<to>> (?P<upper><<any>>) )?+
    (?: [\s-]{{0,2}} (?P<unit><<unit>>) (?: \s? (?P<half><<part>>) )?+ )?+
    (?: (?: \s (?P<thing_between>(?:[^\W\d_]{{2,15}}\s){{0,2}}[^\W\d_]{{3,15}}) (?= \s <<out>> ) )?+
        \s?+ [(\[,]? \s?+ (?P<of><<of>>) \s? (?P<best>{BEST}|<<spelt>>)
        (?: [\s-]? (?P<unit_behind><<unit>>) | \s (?P<thing>[^\W\d_]{{3,15}}) (?=[.!,;)\]]|$|\s[^\w\s]) )?+
      | \s (?P<best_word><<best_word>>) )?+
"""
"""Behind a number: a range, a unit, a maximum, another unit."""

EVIDENT = (
    Notation(
        "shortcode", "[xrr rating=2.5/5]",
        r"""[\[{<]%?\s? (?:[\w-]{1,20}\s){0,2} (?:rating|ratings|stars?|score|review)s? (?:\s?[:=]\s?|\s) ["']?
        (?P<value><<number>>) (?: \s?/\s? (?P<best>[0-9]{1,3}) )? ["']? [^\[\]{}<>]{0,60} [\]}>]""",
        _shortcode, needs=frozenset("[{<"),
    ),
    Notation(
        "fraction", "7-8/10",
        rf"""(?P<value><<number>>) (?: <<to>> (?P<upper><<number>>) )?+ (?: \s? <<unit>> )?+ \s?/\s?+ (?P<best>{BEST})
        (?: [\s-]? (?P<unit><<unit>>) )?+""",
        _fraction, needs=frozenset("/"),
    ),
    Notation(
        "maximum first", "10 üzerinden 8",
        r"""(?P<best><<number>>) (?: \s? <<unit>> )? \s? <<first>> \s?
        (?P<value><<number>>) (?: [\s-]? (?P<unit><<unit>>) )?+""",
        _maximum_first, needs=DIGIT, needs_word="maximum_first",
    ),
    Notation(
        "counted", "3.5 out of 5 stars", rf"(?P<value><<number>>) {_COUNTED}", _counted, needs=DIGIT,
        needs_word="counters",
    ),
    Notation(
        "counted in words", "three and a half stars", rf"(?<![\w-]) (?P<value><<spelt>>) {_COUNTED}",
        _counted, needs_word="starters",
    ),
    Notation(
        "between", "between 3 and 4 stars",
        rf"""(?<!\w) <<between>> \s (?P<value><<any>>) \s <<between_and>> \s (?P<upper><<any>>)
        (?: [\s-]{{0,2}} (?P<unit><<unit>>) )?+ (?: \s?/\s? (?P<best>{BEST}) )?+""",
        _between, needs_word="betweens",
    ),
    Notation(
        "number and star", "3.5*",
        rf"(?P<value><<number>>) \s?[★⭐*](?![★⭐*\w]) (?: \s?/\s? (?P<best>{BEST}) )?+",
        _starred, needs=frozenset("★⭐*"),
    ),
    Notation(
        "star and number", "★ 4.5", r"(?<![★⭐]) [★⭐] \s? (?P<value><<number>>) (?![\w/]|\s/)", _star_first,
        needs=frozenset("★⭐"),
    ),
    Notation("percent", "82%", r"(?P<value><<number>>) \s?%(?!\w)", _percent, needs=frozenset("%")),
    Notation(
        "row of glyphs", "★★★½☆",
        rf"(?P<row>{ROW}) {MAXIMUM}? (?: \s? \( (?P<legend>[☆◐○]) \s?=\s? <<spelt>> \) )?",
        _glyphs, needs=FULL_OR_EMPTY,
    ),
    Notation("asterisks", "***1/2", rf"(?P<row>{ASTERISKS}) {MAXIMUM}?", _asterisks, needs=frozenset("*")),
    Notation(
        "spoken", "I'd give it a solid seven",
        r"(?<!\w) <<giving>> \s (?:[^\W\d_]++\s){1,4}? (?P<value><<any>>) (?= \s?(?:[.!,;)–—]|$) (?!\d) )",
        _spoken, needs_word="verbs", begins_at="value",
    ),
    Notation(
        "grade given", "It gets a B+",
        r"""(?<!\w) <<giving>> \s (?:[^\W\d_]++\s){0,3}? <<article>> \s (?:<<praise>>\s)?+
        (?P<letter>(?-i:[A-F])) (?P<sign>[+–-]{1,2}+|\s<<sign>>|)
        (?= \s?(?:[.!,;)]|$) | \s<<audience>>\s | (?<=[+–-])\s )""",
        _graded, needs=frozenset("ABCDEF"), needs_word="verbs", begins_at="letter",
    ),
    Notation(
        "praised number", "A solid 8 for this record",
        r"""(?: ^ | (?<= [.!?:–—]\s ) ) <<article>> \s <<praise>> \s (?P<value><<any>>)
        (?= \s?(?:[.!,;)–—]|$) | \s<<audience>>\s ) (?!\d)""",
        _spoken, needs_word="praise", begins_at="value",
    ),
    Notation(
        "unrated", "(no mark: compilation)",
        r"""(?:^|[(\[]) \s?
        (?: <<unrated_phrase>> (?:\s?[:;,(–—-])?+ [^()\[\]\d]{0,60} | <<unrated>> (?:\s?[:;(–—-][^()\[\]]{0,60})?+ )
        (?:\.?$ | [)\]] | [(\[][^()\[\]]{1,60}[)\]]\s?$)""",
        _none_given, needs_word="unrated_starters",
    ),
)  # fmt: skip
