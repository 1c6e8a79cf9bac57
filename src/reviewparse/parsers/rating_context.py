"""Whether a mark that no label introduces is one: what stands beside it, and where in the line it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewparse.model import Rating
from reviewparse.parsers.rating_lexicon import TOKEN, Lexicon, Sense
from reviewparse.parsers.rating_numbers import MAXIMA, MAXIMA_ALONE

NEAR = 80
"""Characters of a sentence looked at on each side."""

_LAST_WORD = re.compile(r"([^\W\d_]+|[0-9]+|[#№$€£])[.:]?[\s(\[\"'“*_]{0,4}$")
_NEXT_WORDS = re.compile(r"[\s-]{0,2}([^\W\d_]+(?:['-][^\W\d_]+)*)(?:\s([^\W\d_]+))?")
_YEAR = re.compile(r"[\s,]{0,2}(?:19|20)[0-9]{2}(?![0-9])")
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_TIGHT = frozenset("/.,:-–#$€£+")
_QUOTES = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "'": "'"}
_WRAPPING = " *_()[]\"'.!"
_IDIOMS = frozenset({(50.0, 50.0), (20.0, 20.0), (24.0, 7.0), (9.0, 11.0)})


_GLUED = re.compile(r"[^\W\d_]{3,20}$")
_COUNT = re.compile(r"\s?\([0-9][0-9.,]{1,9}[kK]?\)")
_LEGEND = re.compile(r"\s?=")


def free(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a notation is not cut out of something longer: a date, a catalogue number, a word."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalpha():
        # text extraction glues a label to its value: "Score8.5/10"
        glued = _GLUED.search(text[max(0, start - 20) : start])
        return glued is not None and lexicon.senses.get(glued[0].casefold()) is Sense.LABEL
    if before.isalnum() or (before in _TIGHT and start > 1 and text[start - 2].isalnum() and before not in ":"):
        return False
    if before == ":" and start > 1 and text[start - 2].isdigit():
        return False
    if before in "#$€£№":
        return False
    return not (after.isalnum() or (after in _TIGHT and text[end + 1 : end + 2].isdigit()))


def denied(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words directly beside it make something else of it: a counter, a date, a share, a title."""
    before = _LAST_WORD.search(text[max(0, start - 24) : start])
    if before:
        word = before[1].casefold()
        if word in lexicon.not_before or word in lexicon.dated:
            return True
    after = _NEXT_WORDS.match(text, end)
    if after:
        word = after[1].casefold()
        if word in lexicon.not_after or word in lexicon.dated or f"{word} {after[2]}".casefold() in lexicon.not_after:
            return True
    if _YEAR.match(text, end) or voted(text, end, lexicon):
        return True
    closing = _QUOTES.get(text[start - 1]) if start else None
    return closing is not None and text[end : end + 1] == closing and len(text) > end - start + 4


def signed(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether somebody's name follows, as behind each of the buyers' marks: ``Rated 1 out of 5 by Sprocket``."""
    after = _NEXT_WORDS.match(text, end)
    return after is not None and after[1].casefold() in lexicon.by


def voted(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number of votes follows: ``4.2/5 (1,203 votes)``, ``4 (559)``."""
    return _COUNT.match(text, end) is not None or lexicon.voted.search(text, end, end + 40) is not None


def legend(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a line explains a scale (``***** = classic``): a meaning follows a mark."""
    return any(_LEGEND.match(text, end) for _, end in spans)


def others(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of readers' or other papers' marks, or of another work."""
    before, after = _sentence(text, start, end)
    near = f"{before} {after}".casefold()
    words = set(TOKEN.findall(near))
    if any(phrase in near for phrase in lexicon.elsewhere):
        return True
    if not lexicon.giving.isdisjoint(TOKEN.findall(before.casefold())) and lexicon.first_person.isdisjoint(words):
        return True
    if not lexicon.negations.isdisjoint(words):
        return True
    return any(phrase in near for phrase in lexicon.other_works)


def confirmed(text: str, start: int, end: int, rating: Rating, lexicon: Lexicon) -> bool:
    """Whether an unlabelled mark stands where marks stand, or is given in so many words."""
    if rating.best is not None and rating.unit is None and rating.best not in MAXIMA:
        return rating.best in MAXIMA_ALONE and not text[:start].strip(_WRAPPING) and not text[end:].strip(_WRAPPING)
    if text[start] == "*" and rating.value == 2 and rating.best is None:
        return False  # two asterisks are emphasis more often than a mark
    if (rating.value, rating.best) in _IDIOMS and len(text) > end - start + 4:
        return False
    before, after = text[:start].strip(" *_([-–—|\"“"), text[end:].strip(" *_)].!,;-–—|\"”")
    if not before and (not after or rating.unit is not None or not after[0].islower()):
        return rating.unit != "%" or not after
    if rating.unit == "%":
        return not after and text[:start].rstrip()[-1:] in ".!?"
    if after.count(" ") < 3 and len(after) < 40:
        return True
    return given(text, start, end, lexicon)


def given(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the reviewer gives the mark in this sentence (``I give it 4/5``), or the work earns it.

    >>> from reviewparse.languages import load
    >>> from reviewparse.parsers.rating_lexicon import lexicon_of
    >>> given("I give it 4/5 because", 10, 13, lexicon_of(load("en")))
    True
    """
    before, _ = _sentence(text, start, end)
    words = [word.casefold() for word in TOKEN.findall(before)]
    if not lexicon.earning.isdisjoint(words[-6:]):
        return True
    return not lexicon.giving.isdisjoint(words[-8:]) and not lexicon.first_person.isdisjoint(words)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the same sentence, within ``NEAR`` characters."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    return before[ends[-1] if ends else 0 :], after[: stop.start()] if stop else after
