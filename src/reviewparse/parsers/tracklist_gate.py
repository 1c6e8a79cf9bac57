"""Whether the items of a run are tracks: a list that looks alike is refused, however well it is numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewparse.languages import Words
from reviewparse.parsers.duration import Trust, peel_tail
from reviewparse.parsers.labels import fold
from reviewparse.parsers.tracklist_items import Run
from reviewparse.parsers.tracklist_prose import is_sentence
from reviewparse.parsers.tracklist_quotes import split_quoted
from reviewparse.parsers.tracklist_title import is_version, version_words

MAX_ITEMS = 60
"""Tracks of one disc without heading or durations; a longer list is a ranking."""

MAX_HEADED = 400
"""Tracks of the largest box."""

MAX_SECONDS = 1800
"""Median playing time of a list without heading; longer times are those of a race."""

MAX_WORDS = 9
"""Median words of a title with its artist, without anything that speaks for a tracklist."""

MAX_VOUCHED_WORDS = 14
"""The same where something does."""

_YEAR = re.compile(r"[(\[]\s?(?:19|20)\d\d\s?[)\]]\s*\Z|\A(?:19|20)\d\d\b\s+\S|,\s(?:19|20)\d\d\Z")
_SCORE = re.compile(r"\d(?:[.,]\d)?\s?/\s?\d{1,3}[)\]]?\s*\Z")
_RESULT = re.compile(r"\w\s\d{1,2}\s?[-–:]\s?\d{1,2}\s\w")
_POINTS = re.compile(r"\s\d{1,3}\s?[-–]\s?\d{1,3}\Z|\S(?:\s\d{1,4}){3,9}\Z")
"""``First Half 21-17``; the columns of a league table: ``Nordvik 12 8 3 1``."""
_THOUSANDS = re.compile(r"\s\d{1,3}(?:[.,]\d{3})+\Z")
"""``Saltfield – 120,000``: how often something was sold."""
_HOURS = re.compile(r"\d[:.]\d\d\s?[-–—]\s?\d")
_TENTHS = re.compile(r"\d:\d\d[.,]\d(?!\d)")
_PLAYED = re.compile(r"(?:\s?[(\[]|\s[-–—:]\s|:\s)(?P<role>[^\W\d_][^,;()\[\]]{1,30})")

_COUNT_BEHIND = re.compile(r"[^\W\d_]\s(?P<count>\d{1,3})(?:\s[^\W\d_]{2,6}\.?)?\Z")
"""``Nordvik 78``, ``Nordvik 78 pts``."""

MAX_MARK = 10
"""The greatest mark of a single song; higher numbers behind titles are counts."""

_DATE = re.compile(r"\b\d{1,2}([./])\s?\d{1,2}\1")
_PAGE = re.compile(r"(?<!\.)\.{4,200}+\s?\d{1,4}\Z|(?:\s\.){3,}\s\d{1,4}\Z")
_ANSWER = re.compile(r"[A-Da-d]\)\s")
_CODE = re.compile(r"[(\[][A-Z]{1,3}[)\]]\Z")
"""``(GK)``, ``(US)``: positions of players, countries."""
_RECORD = re.compile(r"\A[^()\[\]]{2,60}\s[-–—]\s[^()\[\]]{2,80}\((?P<label>[A-Z][^()\d]{2,40})\)\Z")
"""``The Sparrows – Saltfield (Grey Heron)``: a record with its label."""
_MONEY = re.compile(r"[$€£¥₹]\s?\d|\d\s?[$€£¥₹%]")
_CURRENCY = re.compile(r"(?<!\w)[A-Z]{3}\s\d{1,4}[.,]\d\d(?!\d)")
"""``EUR 9.99``."""
_ADDRESS = re.compile(r"https?:|www\.|@\w")

_HUNG = re.compile(r"[(\[*]|\s[-–—]\s")
"""Where brackets, remarks and versions begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the page around a list tells about it."""

    headed: bool = False
    """It stands below a heading of tracklists."""
    announced: bool = False
    """It stands below a noun (``Songs``) that may head other lists, too."""
    given: bool = False
    """It is all there is: somebody asks for the tracks of these lines."""
    music: bool | None = None
    """Whether the page speaks of music; ``None`` when there is no page to ask."""
    creators: tuple[str, ...] = ()
    """Who made the reviewed work."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What shows that a list is another kind of list, when it is found on more than a share of its lines."""

    found: Callable[[str], object]
    share: float
    needs: str = ""
    """Characters one of which it holds; asked of the whole list first."""
    despite_heading: bool = True
    """Whether it counts in a list that something speaks for."""


_SIGNS = (
    _Sign(is_sentence, 1 / 3),
    _Sign(_MONEY.search, 1 / 3, "$€£¥₹%"),
    _Sign(_CURRENCY.search, 1 / 3, ".,"),
    _Sign(lambda text: text.endswith((":", "：")), 0.49, ":："),
    _Sign(lambda text: " | " in text, 0.5, "|"),
    _Sign(_ADDRESS.search, 0.5, ":.@"),
    _Sign(lambda text: "©" in text, 0.0, "©"),
    _Sign(_RESULT.search, 0.5, "-–:"),
    _Sign(lambda text: _POINTS.search(text[-40:]), 0.5, "-– "),
    _Sign(_THOUSANDS.search, 0.5, ".,"),
    _Sign(lambda text: text.endswith("?"), 0.7, "?", despite_heading=False),
    _Sign(_DATE.search, 0.5, "./"),
    _Sign(_TENTHS.search, 0.5, ":"),
    _Sign(_HOURS.search, 0.5, "-–—"),
    _Sign(lambda text: _PAGE.search(text[-40:]), 0.5, "."),
    _Sign(_YEAR.search, 0.5, "129", despite_heading=False),
    _Sign(_ANSWER.match, 0.5, ")"),
    _Sign(_SCORE.search, 0.5, "/", despite_heading=False),
    _Sign(_CODE.search, 0.5, "([", despite_heading=False),
)


def is_tracklist(run: Run, words: Words, setting: Setting) -> bool:
    """Whether a run of items is a list of tracks.

    A heading, durations, quotes or discs speak for it; without any of them it needs running numbers and titles written
    as titles. Years, scores, prices, sentences, names of chapters on most lines speak against it.
    """
    texts = [item.text for item in run.items]
    if run.foreign or not texts or len(texts) > MAX_HEADED or not (setting.headed or _differ(texts)):
        return False
    seconds = [item.seconds or _tail_seconds(item.text, words) for item in run.items]
    timed = 2 * sum(one is not None for one in seconds) > len(texts)
    quoted = 2 * _count(texts, lambda text: split_quoted(text, single=True)) > len(texts)
    vouched = run.tabular or run.media or setting.headed or timed
    if len(texts) < _least(run, setting, vouched=vouched or (quoted and (run.numbered or setting.announced))):
        return False
    unheaded = not (setting.headed or setting.announced)
    if unheaded and (_are_other_times(run, texts, seconds, words, setting) or _are_parts(texts, words)):
        return False
    if unheaded and (_are_standings(texts) or _are_days(texts, words) or _are_links(texts, words)):
        return False
    if _speaks_against(texts, vouched=vouched or run.derived) or (not timed and _are_chapters(texts, words)):
        return False
    return vouched or (setting.music is not False and _written_as_titles(run, texts, words, setting, quoted=quoted))


def _least(run: Run, setting: Setting, *, vouched: bool) -> int:
    """Items a list must have, the fewer the more speaks for it."""
    if setting.headed:
        return 2
    if vouched:
        return 2 if setting.given and (run.tabular or _is_single(run)) else 3
    if setting.announced:
        return 3 if run.numbered or setting.given else 4 if run.marked else 5
    return 3 if setting.given and run.numbered else 4


def _is_single(run: Run) -> bool:
    """Whether two items are the sides of a single."""
    return [(item.position or " ")[0] for item in run.items] == ["A", "B"]


def _written_as_titles(run: Run, texts: Sequence[str], words: Words, setting: Setting, *, quoted: bool) -> bool:
    if len(texts) > MAX_ITEMS:
        return False
    if quoted:
        return True
    if not run.numbered:
        return _plainly_titles(run, texts, words, setting)
    if run.bare:
        return setting.announced
    if not words.tracklist.title_case or _title_case(texts):
        return True
    return setting.music is True and _median_words(texts) <= 5


def _plainly_titles(run: Run, texts: Sequence[str], words: Words, setting: Setting) -> bool:
    """Whether lines without numbers are titles: below a noun, or by bullets and capitals in a cell."""
    plain = _median_words(texts) <= 6 and 10 * _count(texts, _begins_small) < len(texts)
    if setting.announced:
        return plain or run.marked
    if not (setting.given and run.marked and plain and _title_case(texts)):
        return False
    return any(" " in text for text in texts) and not _are_players(texts, words)


def _are_players(texts: Sequence[str], words: Words) -> bool:
    """Whether a bracket or dash leads to what somebody plays on most lines: ``Ida Moss (vocals)``."""
    behind = (_PLAYED.search(text) for text in texts)
    return 2 * sum(match is not None and fold(match["role"]) in _roles(words) for match in behind) > len(texts)


@lru_cache(maxsize=64)
def _roles(words: Words) -> frozenset[str]:
    tables = (words.credits.things, words.credits.people)
    return frozenset(fold(word) for table in tables for named in table.values() for word in named)


def _speaks_against(texts: Sequence[str], *, vouched: bool) -> bool:
    if _median_words(texts) > (MAX_VOUCHED_WORDS if vouched else MAX_WORDS):
        return True
    characters = frozenset("".join(texts))
    return any(
        _count(texts, sign.found) > sign.share * len(texts)
        for sign in _SIGNS
        if (sign.despite_heading or not vouched) and not (sign.needs and characters.isdisjoint(sign.needs))
    )


def _are_chapters(texts: Sequence[str], words: Words) -> bool:
    return _count(texts, lambda text: fold(text) in _chapters(words)) >= max(2, len(texts) / 2)


def _differ(texts: Sequence[str]) -> bool:
    """Whether some items have letters, and most are not one and the same."""
    lettered = _count(texts, lambda text: any(map(str.isalpha, text)))
    return 4 * lettered >= len(texts) and 2 * len(set(texts)) > len(texts)


def _count(texts: Sequence[str], test: Callable[[str], object]) -> int:
    return sum(bool(test(text)) for text in texts)


def _tail_seconds(text: str, words: Words) -> int | None:
    timed = peel_tail(text, words)
    return timed.seconds if timed is not None and timed.trust > Trust.WEAK else None


def _are_other_times(
    run: Run, texts: Sequence[str], seconds: Sequence[int | None], words: Words, setting: Setting
) -> bool:
    """Whether the times are those of a race (long), of a timetable (rising), or too few to tell."""
    known = [one for one in seconds if one is not None]
    if len(known) < 3 or len(known) < len(seconds):
        return False
    if (len(known) > 3 or setting.given) and sorted(known)[len(known) // 2] > MAX_SECONDS:
        return True
    if run.numbered or run.marked or run.tabular or run.media:
        return False
    timed = [peel_tail(text, words) for text in texts]
    bare = not any(one is not None and one.trust is Trust.SURE for one in timed)
    rising = all(before < after for before, after in pairwise(known))
    return bare and (rising or len(known) < 4)


def _are_standings(texts: Sequence[str]) -> bool:
    """Whether a count ends each line and none is greater than the one before: clubs and their points."""
    counts = [int(match["count"]) for text in texts if (match := _COUNT_BEHIND.search(text))]
    return len(counts) == len(texts) > 2 and counts[0] > MAX_MARK and counts == sorted(counts, reverse=True)


def _are_days(texts: Sequence[str], words: Words) -> bool:
    """Whether most lines begin with a day of the week or the name of a month: opening hours, a calendar."""
    days = {day.rstrip(".") for column in (*words.date.weekdays, *words.date.months) for day in column}
    return 2 * _count(texts, lambda text: fold(text.partition(" ")[0]) in days) > len(texts)


def _are_links(texts: Sequence[str], words: Words) -> bool:
    """Whether most lines lead elsewhere: ``Interview: The Sparrows``, ``Home``, ``Search``."""
    kinds = (fold(text.partition(":")[0]) for text in texts if ":" in text)
    if 3 * sum(kind in words.byline.not_authors for kind in kinds) >= 2 * len(texts):
        return True
    return len(texts) > 2 and 2 * _count(texts, lambda text: fold(text) in words.byline.not_names) > len(texts)


def _are_parts(texts: Sequence[str], words: Words) -> bool:
    """Whether most lines give a person's part in a film, or a record with artist and label."""
    acting = words.credits.as_
    parts = _count(texts, lambda text: any(f" {word} " in text for word in acting))
    records = [match for text in texts if (match := _RECORD.match(text))]
    labels = [match for match in records if not is_version(match["label"], version_words(words))]
    return 3 * parts > 2 * len(texts) or len(labels) == len(texts)


def _median_words(texts: Sequence[str]) -> int:
    return sorted(text.count(" ") + 1 for text in texts)[len(texts) // 2]


def _title_case(texts: Sequence[str]) -> bool:
    """Whether the long words behind the first are mostly capitalised; a list of single words is."""
    plain = (_HUNG.split(text, maxsplit=1)[0] for text in texts)
    long = [part for text in plain for part in text.split()[1:] if len(part) > 3 and part[0].isalpha()]
    return 5 * _count(long, _begins_large) >= 3 * len(long)


def _begins_large(text: str) -> bool:
    return text[:1].isupper()


def _begins_small(text: str) -> bool:
    return text[:1].islower()


@lru_cache(maxsize=64)
def _chapters(words: Words) -> frozenset[str]:
    return frozenset(map(fold, words.tracklist.chapters))
