"""One language's words of ratings, arranged for looking up and for patterns. Built once for each word table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from reviewparse.languages import RatingWords, Words
from reviewparse.parsers.rating_numbers import NUMBER, number

TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[0-9]+(?:[.,][0-9]+)?")
"""A word (``reviewer's``, ``well-earned``) or a number."""

UNSPACED = "\u2e80"
"""The first letter of the scripts that print no blanks between words; Korean, which glues less, is among them."""

LONGEST_PHRASE = 4
"""Words."""


class Sense(Enum):
    """What a word says when it stands in the label of a number."""

    LABEL = auto()
    OVERALL = auto()
    QUALIFIER = auto()
    ASPECT = auto()
    READERS = auto()
    OTHER = auto()
    """A label of something that is no verdict."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Sets and pattern pieces of one word table."""

    senses: Mapping[str, Sense]
    long_starters: frozenset[str]
    """First words of phrases with a sense."""
    numbers: Mapping[str, float]
    units: Mapping[str, str]
    """Printed unit -> canonical unit."""
    things: frozenset[str]
    signs: Mapping[str, str]
    """Words of signs behind grades -> the signs."""
    maximum: frozenset[str]
    verdicts: frozenset[str]
    unrated: frozenset[str]
    giving: frozenset[str]
    earning: frozenset[str]
    impersonal: tuple[str, ...]
    first_person: frozenset[str]
    works: frozenset[str]
    """Words for the work itself: ``film``, ``album``."""
    media: frozenset[str]
    """Kinds of works and what carries them: ``book``, ``disc``."""
    not_before: frozenset[str]
    counted: frozenset[str]
    not_after: frozenset[str]
    dated: frozenset[str]
    """Months and weekdays."""
    stop_words: frozenset[str]
    out_of: tuple[str, ...]
    """With the stroke."""
    scales: tuple[str, ...]
    """What is said before a maximum in several words: ``out of``."""
    by: frozenset[str]
    voting: tuple[str, ...]
    elsewhere: tuple[str, ...]
    negations: frozenset[str]
    other_works: tuple[str, ...]
    formerly: frozenset[str]
    shared: frozenset[str]
    closed_labels: frozenset[str]
    school: frozenset[str]
    dice: frozenset[str]
    between: frozenset[str]
    betweens: frozenset[str]
    """First words before the ends of a range."""
    starters: frozenset[str]
    """First words of number words; a line without any needs no pattern for them."""
    counters: frozenset[str]
    """First words of units and of what stands between value and maximum."""
    maximum_first: frozenset[str]
    """First words of what stands between a maximum and the value behind it."""
    verbs: frozenset[str]
    """First words of verbs of giving and earning."""
    praise: frozenset[str]
    unrated_starters: frozenset[str]
    voted: re.Pattern[str]
    """A number of votes."""
    scale: re.Pattern[str]
    """A maximum within a label: ``Rating out of 10:``."""
    scale_ahead: re.Pattern[str]
    """A scale in a sentence: ``on a scale of 1 to 10, I give it an 8``."""
    pieces: Mapping[str, str]
    """Placeholder of a pattern -> its source in this language."""

    def value(self, printed: str) -> float | None:
        """The value of a number in digits or in this language's words."""
        return number(printed, self.numbers)

    def compile(self, template: str) -> re.Pattern[str]:
        """A pattern in which ``<<number>>``, ``<<unit>>`` and the like stand for this language's words."""
        for name, source in self.pieces.items():
            template = template.replace(f"<<{name}>>", source)
        return re.compile(template, re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=64)
def lexicon_of(words: Words) -> Lexicon:
    """The lexicon of a word table."""
    rating = words.rating
    numbers = {phrase: float(value) for value, phrases in rating.numbers.items() for phrase in phrases}
    units = {phrase: name for name, phrases in rating.units.items() for phrase in phrases}
    dates = (phrase for column in (*words.date.months, *words.date.weekdays) for phrase in column)
    senses = _senses(rating)
    return Lexicon(
        senses=senses,
        long_starters=frozenset(phrase.split()[0] for phrase in senses if " " in phrase),
        numbers=numbers,
        units=units,
        things=frozenset(rating.things),
        signs={word: sign for sign, spoken in rating.signs.items() for word in spoken},
        maximum=frozenset(rating.maximum),
        verdicts=frozenset(rating.verdicts),
        unrated=frozenset(rating.unrated),
        giving=frozenset(rating.giving),
        earning=frozenset(rating.earning),
        impersonal=rating.impersonal,
        first_person=frozenset(rating.first_person),
        works=frozenset((*words.work.title, *words.tracklist.records)),
        media=frozenset(
            (
                *words.tracklist.records,
                *words.tracklist.disc,
                *(word for kind in words.work.types.values() for word in kind),
            )
        ),
        not_before=frozenset(rating.not_before),
        counted=frozenset(rating.counted),
        not_after=frozenset(rating.not_after),
        dated=frozenset(word.strip(".") for word in dates),
        stop_words=frozenset(words.page.stop_words),
        out_of=("/", *rating.out_of),
        scales=tuple(f" {phrase}" for phrase in rating.out_of if " " in phrase),
        by=frozenset(words.byline.by),
        voting=rating.voting,
        elsewhere=rating.elsewhere,
        negations=frozenset(rating.negations),
        other_works=rating.other_works,
        formerly=frozenset(rating.formerly),
        closed_labels=frozenset(rating.closed_labels),
        shared=frozenset(rating.shared_labels),
        school=frozenset(rating.school_marks),
        dice=frozenset(rating.dice),
        between=frozenset(rating.between_marks),
        betweens=_first_words(rating.between),
        starters=_first_words((*numbers, *_unspaced(numbers, units))),
        maximum_first=_first_words(rating.maximum_first),
        counters=_first_words((*units, *rating.out_of)),
        verbs=_first_words((*rating.giving, *rating.earning)),
        praise=frozenset(rating.praise),
        unrated_starters=_first_words(rating.unrated),
        voted=re.compile(
            rf"(?<![0-9])[0-9][0-9.,]{{0,12}}\s?(?:{alternation(rating.readers)}\s)?{alternation(rating.votes)}",
            re.IGNORECASE,
        ),
        scale=re.compile(
            rf"(?P<inside>(?:/|(?<!\w){alternation(rating.out_of)})\s?[0-9]{{1,3}}(?=\s?[:=)–-]))", re.IGNORECASE
        ),
        scale_ahead=re.compile(
            rf"(?<!\w){alternation(one for one in rating.out_of if one.count(' ') > 1)}\s(?P<best>[0-9]{{1,3}})(?!\d)",
            re.IGNORECASE,
        ),
        pieces=_pieces(rating, numbers, units) | {"article": alternation(words.byline.articles)},
    )


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in TOKEN.findall(phrase)[:1])


def _unspaced(numbers: Iterable[str], units: Iterable[str]) -> Iterable[str]:
    """Numbers and units of scripts without blanks: ``四星`` is one word."""
    return (number + unit for number in numbers if number[-1] >= UNSPACED for unit in units)


def _senses(rating: RatingWords) -> dict[str, Sense]:
    rows = (
        (Sense.QUALIFIER, rating.qualifiers),
        (Sense.ASPECT, rating.aspects),
        (Sense.LABEL, rating.labels),
        (Sense.OVERALL, rating.overall),
        (Sense.READERS, rating.readers),
        (Sense.OTHER, rating.not_verdicts),
    )
    return {phrase: sense for sense, phrases in rows for phrase in phrases}


def _pieces(rating: RatingWords, numbers: Mapping[str, float], units: Mapping[str, str]) -> dict[str, str]:
    whole = alternation(phrase for phrase, value in numbers.items() if value >= 1 or value == 0)
    part = alternation(phrase for phrase, value in numbers.items() if 0 < value < 1)
    spelt = rf"(?:{whole}(?:[\s-]{part})?|{part})"
    return {
        "number": NUMBER,
        "spelt": spelt,
        "any": rf"(?:{NUMBER}|{spelt})",
        "part": part,
        "unit": alternation(units),
        "of": alternation(rating.out_of),
        "out": alternation(phrase for phrase in rating.out_of if " " in phrase),
        "first": alternation(rating.maximum_first),
        "to": rf"(?:\s?[–—-]\s?|\s{alternation(rating.to)}\s)",
        "between": alternation(rating.between),
        "between_and": alternation(rating.between_and),
        "best_word": alternation(rating.maximum_words),
        "giving": alternation((*rating.giving, *rating.earning)),
        "now": alternation(rating.now),
        "audience": alternation(rating.audience),
        "sign": alternation(word for spoken in rating.signs.values() for word in spoken),
        "praise": alternation(rating.praise),
        "unrated": alternation(rating.unrated),
        "unrated_phrase": alternation(phrase for phrase in rating.unrated if " " in phrase),
    }


def alternation(phrases: Iterable[str]) -> str:
    """A pattern of any of these phrases as whole words, the longest first; it never matches when there are none."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    return "(?:" + "|".join(map(_whole, ordered)) + ")" if ordered else "(?!)"


def _whole(phrase: str) -> str:
    source = r"[\s-]".join(map(re.escape, phrase.split()))
    # scripts without blanks between words have no word borders either
    return source + (r"(?!\w)" if phrase[-1].isalpha() and phrase[-1] < UNSPACED else "")
