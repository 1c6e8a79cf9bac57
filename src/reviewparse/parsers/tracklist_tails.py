"""The ends of all lines of a list: durations and marks, told from the ends of titles by how many lines have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewparse.languages import Words
from reviewparse.model import Rating
from reviewparse.parsers.duration import Timed, Trust, peel_head, peel_tail

_MARK = re.compile(
    r"""
    (?P<set>\s?[:–—-]\s|\s?[(\[]\s?|\s|(?<=[^\W\d_]))
    (?P<value>\d{1,2}(?:[.,]\d)?|100)(?:\s?/\s?(?P<best>\d{1,3}))?\s?[)\]]?\s*\Z
    """,
    re.VERBOSE,
)

_STARS = re.compile(r"[\s(\[:–-]{0,9}(?P<full>★{0,10}|\*{1,5})(?P<half>½?)(?P<empty>☆{0,10})[)\]]?\s{0,9}\Z")


@dataclass(frozen=True, slots=True)
class Tail:
    """A line without what stood at its end."""

    text: str
    seconds: int | None = None
    rating: Rating | None = None


def peel_tails(texts: Sequence[str], words: Words) -> list[Tail]:
    """Take durations, or marks given to each track, off the lines of one list.

    A time set apart from the title always counts; a bare ``3:45`` when half of the lines end in a time; ``3,45`` when
    two thirds do. Marks count when two thirds of the lines end in one.

    >>> from reviewparse.languages import load
    >>> peel_tails(["Bellmouth 3:45", "Psalm"], load("en"))[0].text
    'Bellmouth 3:45'
    """
    timed = [peel_tail(text, words) for text in texts]
    if not any(timed):
        heads = [peel_head(text, words) for text in texts]
        if 3 * sum(head is not None for head in heads) > 2 * len(texts):
            timed = heads
    found = [one for one in timed if one is not None and one.rest]
    least = Trust.SURE
    if len(found) > 1 and 3 * len(found) >= 2 * len(texts) and len(texts) > 2:
        least = Trust.WEAK
    elif len(found) > 1 and 2 * len(found) >= len(texts):
        least = Trust.LIKELY
    tails = [_timed(text, one, least) for text, one in zip(texts, timed, strict=True)]
    return tails if any(tail.seconds is not None for tail in tails) else _marked(tails)


def _timed(text: str, timed: Timed | None, least: Trust) -> Tail:
    if timed is None or not timed.rest or timed.trust < least:
        return Tail(text)
    return Tail(timed.rest, timed.seconds)


def _marked(tails: list[Tail]) -> list[Tail]:
    for read in (_number, _stars):
        marked = [read(tail.text) for tail in tails]
        ratings = [one.rating for one in marked if one.rating is not None]
        if (
            3 * len(ratings) >= 2 * len(tails)
            and len(ratings) > 1
            and _are_marks(ratings, [one.text for one in marked])
        ):
            return marked
    return tails


def _are_marks(ratings: Sequence[Rating], rests: Sequence[str]) -> bool:
    """Not so when they count up (``Suite 1``, ``Suite 2``) or stand behind one and the same word."""
    values = [rating.value or 0.0 for rating in ratings]
    counting = all(after == before + 1 for before, after in pairwise(values))
    plain = all(rating.best is None and float(rating.value or 0).is_integer() for rating in ratings)
    bare = all(rating.raw.strip().isdigit() for rating in ratings)
    return not counting and len(set(rests)) > len(rests) / 2 and all(rests) and not (plain and bare)


def _number(text: str) -> Tail:
    match = _MARK.search(text[-16:])
    if match is None:
        return Tail(text)
    value = float(match["value"].replace(",", "."))
    best = float(match["best"]) if match["best"] else None
    if value > (best or 10.0):
        return Tail(text)
    begin = max(0, len(text) - 16) + match.start()
    rating = Rating(value=value, best=best, assumed_best=None if best else 10.0, raw=text[begin:].strip())
    return Tail(text[:begin].rstrip(" :–—-"), rating=rating)


def _stars(text: str) -> Tail:
    match = _STARS.search(text[-16:])
    if match is None or not match["full"] + match["half"] + match["empty"]:
        return Tail(text)
    value = len(match["full"]) + (0.5 if match["half"] else 0.0)
    best = float(len(match["full"]) + len(match["half"]) + len(match["empty"])) if match["empty"] else None
    begin = max(0, len(text) - 16) + match.start()
    return Tail(text[:begin], rating=Rating(value=value, best=best, unit="stars", raw=text[begin:].strip()))
