"""Runs of lines that make a list: numbers that run on, or one title a line until something ends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold
from reviewparse.parsers.track_line import Front, read_front, strip_bullet
from reviewparse.parsers.tracklist_items import Collector, Item, Run
from reviewparse.parsers.tracklist_lines import Kind, read_special
from reviewparse.parsers.tracklist_prose import LONG, is_sentence
from reviewparse.parsers.tracklist_quotes import is_quoted_title

MAX_BETWEEN = 14
"""Printed lines a review may spend on one song before the next number."""

MAX_LEFT_OUT = 3
"""Numbers a song-by-song body may jump over."""

MAX_TITLE = 130
"""Characters of an item; a longer line is prose."""

_MEDIA = frozenset((Kind.DISC, Kind.SIDE, Kind.BONUS))

_BULLETS = frozenset(f"{bullet} " for bullet in "-–—•·●*")


def read_fronts(lines: Sequence[str], words: Words) -> list[Front | None]:
    """What the number in front of each line would be; a bullet before it does not count."""
    fronts = []
    for line in lines:
        front = read_front(line, words)
        if front is None and line[:2] in _BULLETS:
            front = read_front(strip_bullet(line)[0], words)
        fronts.append(front)
    return fronts


def numbered_run(lines: Sequence[str], fronts: Sequence[Front | None], start: int, words: Words) -> Run:
    """The items whose numbers run on from the line at ``start``, over headings of discs and lines in between."""
    collector = Collector(words, numbered=True)
    _look_back(collector, lines, start)
    for index in range(start, len(lines)):
        line, front = lines[index], fronts[index]
        if not line:
            continue
        if front is not None and _continues(collector, front):
            collector.add(front.rest, index, front)
            continue
        if front is not None and collector.front is not None and _begins_again(collector.front, front):
            break
        special = read_special(line, words)
        if special is not None and special.kind is Kind.OTHER:
            collector.pending_foreign = True
        elif special is not None and special.kind not in (Kind.NOUN, Kind.LEAD):
            if not collector.special(special, index):
                break
            continue
        collector.below.append(line)
        if len(collector.below) > MAX_BETWEEN:
            break
    else:
        collector.settle()
    _collapse(collector.run, words)
    return collector.finished()


def _begins_again(last: Front, front: Front) -> bool:
    """Whether another list of the same form starts here."""
    return front.kind == last.kind and front.number == 1 < last.number and front.group in ("", "1", "A")


def _collapse(run: Run, words: Words) -> None:
    """Take off numbers that text extraction doubled: ``1. 1. Bellmouth``."""
    inner = [read_front(item.text, words) for item in run.items]
    if len(inner) > 1 and all(map(_is_doubled, run.items, inner)):
        run.items = [
            replace(item, text=front.rest, position=front.printed) if front and front.rest else item
            for item, front in zip(run.items, inner, strict=True)
        ]


def _is_doubled(item: Item, inner: Front | None) -> bool:
    return inner is not None and inner.kind != "roman" and (item.position or "").lstrip("0") == str(inner.number)


def _look_back(collector: Collector, lines: Sequence[str], start: int) -> None:
    """A disc or side heading may stand right above the first number."""
    for index in range(start - 1, max(-1, start - 4), -1):
        special = read_special(lines[index], collector.words) if lines[index] else None
        is_medium = special is not None and (special.kind in _MEDIA or (special.kind is Kind.HEADING and special.value))
        if special is not None and is_medium and len(special.rest) < MAX_TITLE // 2:
            collector.special(special, index)
        elif lines[index]:
            return


def _continues(collector: Collector, front: Front) -> bool:
    last = collector.front
    if last is None:
        return True
    if front.kind != last.kind:
        return False
    if front.kind == "letter":
        return front.group in (last.group * 2, chr(ord(last.group[-1]) + 1))
    if front.group != last.group:
        following = _next_group(last.group)
        return front.group == following and front.number in (1, last.last + 1)
    if front.number == last.last + 1 or (collector.restart and front.number == 1):
        return True
    # a song-by-song body may leave out a song; a list of titles does not
    return (
        0 < front.number - last.last <= MAX_LEFT_OUT
        and min(map(len, (front.rest, collector.run.items[-1].text))) > LONG
    )


def _next_group(group: str) -> str:
    return str(int(group) + 1) if group.isdecimal() else chr(ord(group[-1]) + 1)


def plain_run(lines: Sequence[str], start: int, words: Words) -> Run:
    """The items of a list without numbers, one a line, from ``start`` to whatever ends it."""
    collector = Collector(words, numbered=False)
    gap = spaced = False
    bulleted: bool | None = None
    quoted = 0
    for index in range(start, len(lines)):
        line = lines[index]
        if not line:
            gap = bool(collector.run.items)
            continue
        spaced = spaced or (gap and len(collector.run.items) == 1)
        special = read_special(line, words)
        if special is not None:
            if not collector.special(special, index):
                break
            gap = False
            continue
        text, bullet = strip_bullet(line)
        bulleted = bullet if bulleted is None else bulleted
        in_quotes = is_quoted_title(text)
        goes_on = not gap or spaced or collector.restart or (in_quotes and 2 * quoted >= len(collector.run.items))
        if not goes_on or bullet is not bulleted or (_ends_list(text, words) and not in_quotes):
            break
        collector.add(text, index)
        quoted += in_quotes
        gap = False
    collector.run.marked = bool(bulleted)
    _take_counts(collector.run, words)
    return collector.finished()


def _take_counts(run: Run, words: Words) -> None:
    """Take off numbers that begin again and again, as those of movements do; a list may count a part of its lines."""
    fronts = [read_front(item.text, words) for item in run.items]
    numbers = [front.number for front in fronts if front is not None and front.kind == "marked"]
    if len(numbers) < 3 or numbers[0] != 1 or any(b not in (1, a + 1) for a, b in pairwise(numbers)):
        return
    run.numbered = 2 * len(numbers) > len(run.items)
    run.items = [
        replace(item, text=front.rest, position=front.printed)
        if front and front.kind == "marked" and front.rest
        else item
        for item, front in zip(run.items, fronts, strict=True)
    ]


def _ends_list(line: str, words: Words) -> bool:
    if len(line) > MAX_TITLE or is_sentence(line):
        return True
    label, colon, value = line.partition(":")
    return bool(colon and value) and len(label) < 40 and fold(label) in _labels(words)


@lru_cache(maxsize=64)
def _labels(words: Words) -> frozenset[str]:
    """Labels of other facts: where one of them stands, the tracklist is over."""
    work, credit = words.work, words.credits
    groups = [work.title, work.label, work.catalogue, credit.headings, words.rating.labels, words.byline.labels]
    groups += [credit.not_roles, credit.page_makers, *work.creators.values(), *words.date.kinds.values()]
    groups += [*credit.people.values(), *credit.things.values(), *credit.labels.values()]
    return frozenset(fold(word) for group in groups for word in group)
