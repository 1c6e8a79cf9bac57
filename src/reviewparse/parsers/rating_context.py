"""Whether a mark that no label introduces is one: what stands beside it, and where in the line it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewparse.parsers.rating_labels import VERDICTS
from reviewparse.parsers.rating_lexicon import TOKEN, Lexicon, Sense
from reviewparse.parsers.rating_mark import Mark
from reviewparse.parsers.rating_numbers import MAXIMA, MAXIMA_ALONE

NEAR = 80
"""Characters of a sentence looked at on each side."""

_STUCK = ".:,([\"'“*_-"
_NEXT_WORDS = re.compile(r"[\s-]{0,2}([^\W\d_]+(?:['-][^\W\d_]+)*)(?:\s([^\W\d_]+))?")
_YEAR = re.compile(r"[\s,]{0,2}(?:19|20)[0-9]{2}(?![0-9])")
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|[|•·]")
_TIGHT = frozenset("/.,:-–+")
_CURRENCY = frozenset("#$€£№")
_QUOTES = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "'": "'"}
_COLONS = (":", "：")
_BESIDE = 4
"""Characters a line may hold beside an idiom or a quoted title and still be a mark."""

_DASHES = frozenset("-–—:|,;.")
_SET_OFF = ("-", "–", "—")
_WRAPPING = " *_()[]\"'.!"
_IDIOMS = frozenset({(50.0, 50.0), (20.0, 20.0), (24.0, 7.0), (9.0, 11.0)})

_GLUED = re.compile(r"[^\W\d_]{3,20}$")
_COUNT = re.compile(r"\s?\([0-9][0-9.,]{1,9}[kK]?\)")
_QUOTATION = re.compile(r"\s?(?:[-–—:]\s?)?[\"“„«](?=\w)[^\"”“»]{3,120}[\"”“»]\s?[-–—(]\s?[^\W\d_]")
"""Behind a mark: somebody's words and his name, as on posters."""
_STEPS = 3
"""Marks one above the other, each before its meaning, that make a legend."""

_SINGLE = re.compile(r"(?<![*★])[*★]\s[^\W\d_]")

_LEGEND = re.compile(r"\s?=")

_MEANING = re.compile(r"\s?:\s[^\W\d_]")


def free(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a notation is not cut out of something longer: a date, a catalogue number, a word."""
    start, end = mark.start, mark.end
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if after.isalnum() or (after in _TIGHT and text[end + 1 : end + 2].isdigit()):
        return False
    if after == "-" and text[end + 1 : end + 2].islower() and text[end - 1].isdigit():
        return False  # "my 9/10-year-old"
    if before.isalpha():
        # text extraction glues a label to its value: "Score8.5/10"
        glued = _GLUED.search(text[max(0, start - 20) : start])
        return glued is not None and lexicon.senses.get(glued[0].casefold()) is Sense.LABEL
    if before.isdigit() or before in _CURRENCY:
        return False
    further = text[start - 2] if start > 1 else " "
    return not (before in _TIGHT and (further.isdigit() if before == ":" else further.isalnum()))


def denied(text: str, mark: Mark, lexicon: Lexicon, others: Sequence[Mark] = ()) -> bool:
    """Whether the words directly beside it make something else of it: a counter, a date, a share, a title.

    Beside other marks of the same scale a label is one, even if it counts elsewhere: ``Film: 4/5, Disc: 3/5``.
    """
    labelled = text[max(0, mark.start - 2) : mark.start].strip() in _COLONS
    alike = labelled and any(other.best == mark.best and other.start < mark.start for other in others)
    if not alike and _denied_before(text, mark, lexicon):
        return True
    return mark.end < len(text) and _denied_behind(text, mark, lexicon)


def _denied_before(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    before = text[max(0, mark.start - 24) : mark.start].split()
    word = before[-1].strip(_STUCK).casefold() if before else ""
    if word in lexicon.counted and "/" in text[mark.start : mark.end] and not given(text, mark, lexicon):
        # a title may end in such a word: "The Red House 4/5"
        return before[-1][-1].isalpha() and (before[-1].islower() or text[: mark.start].split() == before[-1:])
    if word in lexicon.not_before:
        # counters count in whole numbers: "book 4.5/5" is none, nor is what somebody gives
        return (mark.value is None or mark.value.is_integer()) and not given(text, mark, lexicon)
    # in "💀💀💀💀 out of 5 skulls" the number is the maximum of what stands before it
    return word in lexicon.dated or (word != "" and text[: mark.start].rstrip().casefold().endswith(lexicon.scales))


def _denied_behind(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    after = _NEXT_WORDS.match(text, mark.end)
    if after:
        word = after[1].casefold()
        phrase = f"{word} {after[2]}".casefold()
        if word in lexicon.not_after or word in lexicon.dated or phrase in lexicon.not_after:
            return True
        hung = mark.unit == "stars" and mark.best is None and "-" in text[mark.start : mark.end]
        other = after[1].islower() and word not in lexicon.works and lexicon.senses.get(word) not in VERDICTS
        if hung and other and not given(text, mark, lexicon):
            return True  # "a five-star cast"
    if _YEAR.match(text, mark.end) or _QUOTATION.match(text, mark.end) or voted(text, mark.end, lexicon):
        return True
    labelled = text[: max(0, mark.start - 1)].rstrip()[-1:] in _COLONS
    closing = _QUOTES.get(text[mark.start - 1]) if mark.start and not labelled else None
    return text[mark.end] == closing and len(text) > mark.end - mark.start + _BESIDE


def signed(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether somebody's name follows, as behind each of the buyers' marks: ``Rated 1 out of 5 by Sprocket``."""
    after = _NEXT_WORDS.match(text, end)
    if after is None or after[1].casefold() not in lexicon.by:
        return False
    return (after[2] or "").casefold() not in lexicon.first_person


def voted(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number of votes follows: ``4.2/5 (1,203 votes)``, ``4 (559)``."""
    if end == len(text):
        return False
    return _COUNT.match(text, end) is not None or lexicon.voted.search(text, end, end + 40) is not None


def legend(text: str, marks: Sequence[Mark]) -> bool:
    """Whether a line explains a scale (``***** = classic``): a meaning follows a mark, or each of some steps."""
    if "=" in text and any(_LEGEND.match(text, mark.end) for mark in marks):
        return True
    if len(marks) > 1 and all(_MEANING.match(text, mark.end) for mark in marks):
        return True  # "1 star: terrible. 5 stars: perfect."
    values = [mark.value for mark in marks if mark.value is not None and mark.best is None]
    steps = {later - before for before, later in pairwise(values)}
    first = text[: min((mark.start for mark in marks), default=0)]
    single = len(values) == _STEPS - 1 and _SINGLE.search(first) is not None  # one star is no mark by itself
    if len(values) < _STEPS - single or len(steps) > 1 or abs(steps.pop()) != 1:
        return False
    if single:
        return True
    before = text[: min(mark.start for mark in marks)].rstrip(_WRAPPING)
    return (not before or before[-1] in _COLONS) and text[max(mark.end for mark in marks) :].strip(_WRAPPING) != ""


def stands_alone(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a mark without a label counts."""
    if (
        mark.value is not None
        and 0 < mark.value < 1
        and mark.best is None
        and text.strip(_WRAPPING) != text[mark.start : mark.end]
    ):
        return False  # "half a star short of greatness"
    if mark.weak and mark.unit is None:
        alone = not text[: mark.start].strip(_WRAPPING) and not text[mark.end :].strip(_WRAPPING)
        return alone or (mark.best in MAXIMA and given(text, mark, lexicon) and not others(text, mark, lexicon))
    return confirmed(text, mark, lexicon) and not others(text, mark, lexicon)


def others(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of readers' or other papers' marks, of another work, or gives no mark at all."""
    before, after = _sentence(text, mark)
    if not before and not after:
        return False
    near = f"{before} {after}".casefold()
    words = TOKEN.findall(near)
    set_off = before.rstrip()[-1:] in _SET_OFF and not after  # "I cannot recommend it more strongly - 9.5/10."
    if not set_off and not lexicon.negations.isdisjoint(words):
        return True
    if lexicon.first_person.isdisjoint(words) and not lexicon.giving.isdisjoint(TOKEN.findall(before.casefold())):
        sure = not mark.weak or mark.unit in lexicon.units.values()  # "es gibt 3 von 4 Ausgaben"
        return not (sure and any(phrase in before.casefold() for phrase in lexicon.impersonal))
    return any(phrase in near for phrase in (*lexicon.elsewhere, *lexicon.other_works))


def confirmed(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether an unlabelled mark stands where marks stand, or is given in so many words."""
    start, end = mark.start, mark.end
    beside = text[:start].strip(_WRAPPING) or text[end:].strip(_WRAPPING)
    if not beside:
        return mark.best is None or mark.unit is not None or mark.best in MAXIMA or mark.best in MAXIMA_ALONE
    if (mark.best is not None and mark.unit is None and mark.best not in MAXIMA) or (mark.value, mark.best) in _IDIOMS:
        return False
    if text[start] == "*" and mark.value == 2 and mark.best is None:
        return False  # two asterisks are emphasis more often than a mark
    return _at_an_edge(text, mark, lexicon) or (mark.unit != "%" and given(text, mark, lexicon))


def _at_an_edge(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether it begins the text, or at most a few words follow it."""
    before, after = text[: mark.start].strip(' *_([-–—|"“'), text[mark.end :].strip(' *_)].!,;-–—|"”')
    if mark.unit == "%":
        return not after and text[: mark.start].rstrip()[-1:] in ".!?"
    apart = text[mark.end : mark.end + 2].strip()[:1] in _DASHES
    if not before:
        if not after or apart or not after[0].islower() or _goes_on(after, mark, lexicon):
            return True
        if mark.unit is None and "/" not in text[mark.start : mark.end]:
            return False  # "3 out of 4 dentists agree"
    return after.count(" ") < 3 and len(after) < 40


def _goes_on(after: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a small word follows counted stars (``4 stars for the effort``), not a verb: ``Five stars shine``."""
    return mark.unit is not None and after.split(None, 1)[0].strip(",.") in lexicon.stop_words


def given(text: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether the reviewer gives the mark in this sentence (``I give it 4/5``), or the work earns it."""
    before, _ = _sentence(text, mark)
    words = [word.casefold() for word in TOKEN.findall(before)]
    if not lexicon.earning.isdisjoint(words[-6:]):
        return True
    return not lexicon.giving.isdisjoint(words[-8:]) and not lexicon.first_person.isdisjoint(words)


def _sentence(text: str, mark: Mark) -> tuple[str, str]:
    """What stands before and after in the same sentence, within ``NEAR`` characters."""
    before, after = text[max(0, mark.start - NEAR) : mark.start], text[mark.end : mark.end + NEAR]
    begin = 0
    for match in _SENTENCE_END.finditer(before):
        begin = match.end()
    stop = _SENTENCE_END.search(after)
    return before[begin:], after[: stop.start()] if stop else after
