"""The notations of both tables and a few phrases, compiled for one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.rating_evident import EVIDENT
from reviewparse.parsers.rating_introduced import INTRODUCED
from reviewparse.parsers.rating_lexicon import Lexicon, lexicon_of
from reviewparse.parsers.rating_notation import Notation
from reviewparse.parsers.rating_numbers import BEST

Rows = tuple[tuple[Notation, re.Pattern[str]], ...]

_CHANGED = r"(?<!\w) <<now>> \s (?:[^\W\d_]{1,3}\s)? (?P<value><<any>>) (?: \s?/\s? (?P<best>[0-9]{1,3}) )?"
_AUDIENCE = r"\s <<audience>> \s (?P<whom>[^\W\d_][\w '-]{1,30}) (?=[.;,|!)]|$)"
_SCALE = r"""(?<![\w/.,-]) (?: (?: / | <<out>> | (?<=\() <<of>> ) \s? | [01] <<to>> ) (?P<best><<any>>)
    (?![\w/%]|[.,-][0-9])"""
_MAXIMUM = rf"\(? (?: / | <<of>> ) \s? {BEST} (?: \s? <<unit>> )? \)?"


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that is needed to read the ratings of one language."""

    lexicon: Lexicon
    evident: Rows
    introduced: Rows
    changed: re.Pattern[str]
    """Behind a former mark: ``now an 8``."""
    audience: re.Pattern[str]
    """Behind a mark: ``for nostalgics``."""
    scale: re.Pattern[str]
    """A scale in a line without a mark: ``(out of 10)``, ``from 1 to 5``, ``1-10``."""
    maximum: re.Pattern[str]
    """A scale that is a line of its own: ``/10``, ``out of 5 stars``."""


@lru_cache(maxsize=64)
def grammar_of(words: Words) -> Grammar:
    """The grammar of a word table, built once."""
    lexicon = lexicon_of(words)
    return Grammar(
        lexicon=lexicon,
        evident=tuple((row, lexicon.compile(row.pattern)) for row in EVIDENT),
        introduced=tuple((row, lexicon.compile(row.pattern)) for row in INTRODUCED),
        changed=lexicon.compile(_CHANGED),
        audience=lexicon.compile(_AUDIENCE),
        scale=lexicon.compile(_SCALE),
        maximum=lexicon.compile(_MAXIMUM),
    )
