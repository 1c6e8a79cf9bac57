"""The language of a page: what it declares, checked against its own words; else a vote over all tables.

The language of a line: of the words in it that only some languages have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from reviewparse.languages import FORMS, available, common_words, label_words, written_words

SAMPLE = 1200
"""Characters of prose that are looked at."""

DECLARED_SHARE = 0.2
"""Share of a declared language's commonest words in the sample from which it is believed without a vote."""

CONVINCING = 0.12
"""Share from which the winner of the vote is believed."""

FEW_WORDS = 12
"""Below this many words a text says nothing of its language."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
SCRIPTS = (("ja", re.compile(r"[\u3040-\u30ff]")), ("ko", re.compile(r"[\uac00-\ud7af]")), ("zh", UNSPACED))
"""Scripts that are a language's own, and whose words no blank parts; kana tell Japanese from Chinese."""

LINE_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("uk", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ja", re.compile(r"[\u4e00-\u9fff]")),
)
"""Scripts of a line, likeliest language first; Chinese characters alone may be Japanese."""

MAX_TIED = 3
"""Languages that are tried on a line when its words tell no more."""

SURE = 2
"""Words that tell the language of a line for sure."""

ENGLISH = "en"

SCRIPT_SHARE = 0.1

WORD = re.compile(r"(?!\w\.)[^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,3}")

PLACE = re.compile(r"(?<![\w'’])(?P<label>[^\W\d_](?:[\w'’&/]|[. -](?=\w)){0,40})")
"""What stands between two separators: no colon, comma, bracket or dash with blanks is in it."""

MAX_LABELLED = 300
"""Characters of a line in which labels are looked for."""

LEAST_OF_A_LABEL = 5
"""Letters of a label that tells a language by what stands behind it; shorter ones are names: Dom, Alt, Kor."""

EDGES = ".,;:!?\"'()[]«»„“”‘’…-–—"


def detect(text: str, declared: Iterable[str]) -> str | None:
    """ISO 639-1 code of a text, or ``None`` when it is too short or of none of our languages.

    Args:
        text: Prose of the page; only its beginning is read.
        declared: What the page says of itself (``de-AT``, ``pt_BR``), likeliest first.
    """
    sample = text[:SAMPLE]
    if not sample.isascii() and len(UNSPACED.findall(sample)) > SCRIPT_SHARE * len(sample):
        return next(code for code, script in SCRIPTS if len(script.findall(sample)) > SCRIPT_SHARE * len(sample) / 2)
    named = (code[:2].lower() for code in declared if code)
    codes = list(dict.fromkeys(FORMS.get(code, code) for code in named))
    words = sample.lower().split()
    if len(words) >= FEW_WORDS and codes and codes[0] in available():
        # no common word begins or ends with a sign: what is found so is found without the signs, too
        common = common_words(codes[0])[0]
        if sum(map(common.__contains__, words)) >= DECLARED_SHARE * len(words):
            return codes[0]
    words = [word.strip(EDGES) for word in words]
    if len(words) < FEW_WORDS:
        told = languages_of_line(text)
        return codes[0] if codes else told[0] if len(told) == 1 else None
    for code in codes:
        if code in available() and sum(map(common_words(code)[0].__contains__, words)) >= DECLARED_SHARE * len(words):
            return code
    votes = Counter(code for word in words for code in _languages_by_word().get(word, ()))
    if votes and max(votes.values()) >= CONVINCING * len(words):
        return votes.most_common(1)[0][0]
    return codes[0] if codes else None


def languages_of_line(text: str) -> tuple[str, ...]:
    """Languages other than English that a short text may be in, by its script and its telling words; ``()``: English.

    >>> languages_of_line("Por Irene Salvat"), languages_of_line("Rating: 4/5")
    (('es', 'pt'), ())
    """
    sample = text[:SAMPLE]
    if not sample.isascii():
        scripts = tuple(dict.fromkeys(code for code, script in LINE_SCRIPTS if script.search(sample) is not None))
        if scripts:
            return scripts[:MAX_TIED]
    votes: dict[str, int] = {}
    signs, words = _languages_by_sign(), _languages_by_word()
    found = WORD.findall(sample)
    small = [word.lower() for word in found]
    for place, word in enumerate(small):
        codes = signs.get(word, ())
        if place == 0 or word == found[place]:  # a capital within the line begins a name: Tam, Jo
            common = words.get(word, ())
            codes += common if len(common) <= MAX_TIED else ()  # "den" is a word of too many, and part of names
        for code in codes:
            votes[code] = votes.get(code, 0) + 1
    english = votes.pop(ENGLISH, 0)
    told = False
    if not _openers_of_labels().isdisjoint(small) and (len(votes) != 1 or max(votes.values()) < SURE):
        for code in _told_by_labels(sample):
            votes[code] = votes.get(code, 0) + 1
            told = True
    most = max(votes.values(), default=0)
    if english >= most and not told:
        return ()
    tied = [code for code, count in votes.items() if count == most]
    return tuple(sorted(tied[:MAX_TIED]))  # in one order, since each order makes a table of its own


def _told_by_labels(sample: str) -> Iterable[str]:
    """The languages whose label fills or opens a place between separators: ``Drehbuch`` in ``Drehbuch: Ada Quist``."""
    told = _languages_by_label()
    for match in PLACE.finditer(sample[:MAX_LABELLED]):
        label = match["label"].lower()
        first, _, rest = label.partition(" ")
        second = f"{first} {rest.partition(' ')[0]}"
        yield from (
            told.get(label) or told.get(second) or (told.get(first, ()) if len(first) >= LEAST_OF_A_LABEL else ())
        )


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    return _by_word({code: common_words(code)[0] for code in available()})


@cache
def _languages_by_label() -> dict[str, tuple[str, ...]]:
    """Of labels that English has, too, none tells anything."""
    english = written_words(ENGLISH)
    return _by_word({code: label_words(code) - english for code in available()})


@cache
def _openers_of_labels() -> frozenset[str]:
    """The first words of all labels: a line without any needs no further look."""
    return frozenset(word for label in _languages_by_label() for word in WORD.findall(label)[:1])


@cache
def _languages_by_sign() -> dict[str, tuple[str, ...]]:
    return _by_word({code: common_words(code)[1] for code in available()})


def _by_word(words: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for code, mine in words.items():
        for word in mine:
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}
