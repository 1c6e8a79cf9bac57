"""Which lines are the items of a list: running numbers, or one title a line; discs and sides between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from reviewparse.languages import Words
from reviewparse.parsers.duration import read_total
from reviewparse.parsers.labels import fold
from reviewparse.parsers.track_line import Front, read_front, strip_bullet
from reviewparse.parsers.tracklist_inline import split_inline
from reviewparse.parsers.tracklist_lines import Kind, Special, read_special
from reviewparse.parsers.tracklist_title import split_quoted

MAX_BETWEEN = 14
"""Printed lines a review may spend on one song before the next number."""

MAX_LEFT_OUT = 3
"""Numbers a song-by-song body may jump over."""

LONG = 60
"""Characters of a line that is prose and no title."""

MAX_NAME = 24
"""Characters behind a disc heading that may be its name; more may be its tracks."""

MAX_TITLE = 130
"""Characters of an item; a longer line is prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a list, its number peeled off."""

    text: str
    line: int
    """Index of the printed line."""
    position: str | None = None
    disc: int | None = None
    side: str | None = None
    bonus: bool = False
    artist: str | None = None
    """From a column of its own."""
    seconds: int | None = None
    """From a column of its own."""
    below: tuple[str, ...] = ()
    """Lines between it and the next item."""
    parts: tuple[str, ...] = ()
    """Movements of a work, parts of a medley, as printed on lines of their own."""


@dataclass(slots=True)
class Run:
    """Items that follow each other, and what was found between them."""

    items: list[Item] = field(default_factory=list)
    numbered: bool = False
    marked: bool = False
    """Whether each item has a bullet."""
    media: bool = False
    """Whether disc or side headings stand in it."""
    foreign: bool = False
    """Whether the heading of another kind of list stands between its items: an encore."""
    derived: bool = False
    """Whether the items were cut out of a body that goes through the songs."""
    tabular: bool = False
    """Whether column heads name its columns."""
    total: int | None = None
    highlights: str = ""
    """What a line such as ``Highlights: 2, 5`` names."""
    end: int = 0
    """Index one past the last line that belongs to it."""


class _Collector:
    """Takes line after line until the list ends."""

    def __init__(self, words: Words, *, numbered: bool) -> None:
        self.words = words
        self.run = Run(numbered=numbered)
        self.disc: int | None = None
        self.side: str | None = None
        self.bonus = False
        self.restart = False
        """Whether the number may begin again: a disc or side was opened."""
        self.front: Front | None = None
        self.below: list[str] = []
        self.pending_foreign = False

    def add(self, text: str, line: int, front: Front | None = None, *, bonus: bool = False) -> None:
        """One more item; what stood below the one before it is settled."""
        self.settle()
        disc, side = self.disc, self.side
        if front is not None and front.kind == "disc":
            disc = int(front.group)
        elif front is not None and front.kind == "side":
            side = front.group
        position = front.printed if front is not None else None
        self.run.items.append(
            Item(text=text, line=line, position=position, disc=disc, side=side, bonus=bonus or self.bonus)
        )
        self.run.foreign |= self.pending_foreign
        self.run.end = line + 1
        self.front = front or self.front
        self.restart = False

    def finished(self) -> Run:
        """The run, without numbers that no text follows."""
        self.run.items = [item for item in self.run.items if item.text]
        return self.run

    def settle(self) -> None:
        """Give the lines in between to the item above them."""
        if self.below and self.run.items:
            self.run.items[-1] = replace(self.run.items[-1], below=tuple(self.below))
        self.below = []

    def special(self, special: Special, line: int) -> bool:
        """A line that is no track; ``False`` when it ends the list."""
        kind = special.kind
        if kind is Kind.DISC or (kind is Kind.HEADING and special.value):
            self.disc = int(special.value) if special.value else (self.disc or 0) + 1
            self.side, self.bonus = None, False
        elif kind is Kind.SIDE:
            self.side = special.value
        elif kind is Kind.BONUS and special.rest:
            self.add(special.rest, line, bonus=True)
        elif kind is Kind.BONUS:
            self.bonus = True
        elif kind is Kind.TOTAL:
            self.run.total = read_total(special.rest, self.words) or self.run.total
            self.run.end = line + 1 if self.run.items else self.run.end
        elif kind is Kind.HIGHLIGHTS:
            self.run.highlights = special.rest
            return bool(special.rest)
        else:
            return False
        if kind in (Kind.DISC, Kind.SIDE, Kind.HEADING):
            self.settle()
            self.restart = self.run.media = True
            self.run_in(special.rest, line)
        return True

    def run_in(self, rest: str, line: int) -> None:
        """Items that stand on the line of their side or disc: ``Side A: Bellmouth / Ferry Home / Long Acre``."""
        pieces = split_inline(rest, self.words, headed=True) if len(rest) > MAX_NAME else []
        for piece in pieces:
            front = read_front(piece, self.words)
            if front is not None and front.kind == "marked":
                self.add(front.rest, line, front)
            else:
                self.add(piece, line)


def read_fronts(lines: Sequence[str], words: Words) -> list[Front | None]:
    """What the number in front of each line would be; a bullet before it does not count."""
    fronts = []
    for line in lines:
        front = read_front(line, words)
        if front is None and line[:2] in _BULLETS:
            front = read_front(strip_bullet(line)[0], words)
        fronts.append(front)
    return fronts


_BULLETS = frozenset(f"{bullet} " for bullet in "-–—•·●*")


def numbered_run(lines: Sequence[str], fronts: Sequence[Front | None], start: int, words: Words) -> Run:
    """The items whose numbers run on from the line at ``start``, over headings of discs and lines in between."""
    collector = _Collector(words, numbered=True)
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


_MEDIA = frozenset((Kind.DISC, Kind.SIDE, Kind.BONUS))


def _look_back(collector: _Collector, lines: Sequence[str], start: int) -> None:
    """A disc or side heading may stand right above the first number."""
    for index in range(start - 1, max(-1, start - 4), -1):
        special = read_special(lines[index], collector.words) if lines[index] else None
        is_medium = special is not None and (special.kind in _MEDIA or (special.kind is Kind.HEADING and special.value))
        if special is not None and is_medium and len(special.rest) < MAX_TITLE // 2:
            collector.special(special, index)
        elif lines[index]:
            return


def _continues(collector: _Collector, front: Front) -> bool:
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
    collector = _Collector(words, numbered=False)
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


def is_quoted_title(text: str) -> bool:
    """Whether a line is a title in quotes and what may follow it: a bracket, a remark behind a comma, a name."""
    pieces = split_quoted(text, single=False) if len(text) <= MAX_TITLE else None
    if pieces is None:
        return False
    behind = pieces[2].strip()
    return not behind or behind[0] in "([,–—-:" or (len(behind.split()) < 7 and behind.split()[-1][:1].isupper())


def _ends_list(line: str, words: Words) -> bool:
    if len(line) > MAX_TITLE or is_sentence(line):
        return True
    label, colon, value = line.partition(":")
    return bool(colon and value) and len(label) < 40 and fold(label) in _labels(words)


def is_sentence(text: str) -> bool:
    """Whether a line is written like a sentence: a closing mark behind mostly lower-case words, or very many words."""
    parts = text.split()
    if len(parts) < 4:
        return False
    lower = sum(part[0].islower() for part in parts)
    if len(parts) > 16 and 2 * lower > len(parts):
        return True
    return text.rstrip('"”’)')[-1:] in _CLOSING and 2 * lower >= len(parts)


_CLOSING = frozenset(".!?。！？")


@lru_cache(maxsize=64)
def _labels(words: Words) -> frozenset[str]:
    """Labels of other facts: where one of them stands, the tracklist is over."""
    work, credit = words.work, words.credits
    groups = [work.title, work.label, work.catalogue, credit.headings, words.rating.labels, words.byline.labels]
    groups += [credit.not_roles, credit.page_makers, *work.creators.values(), *words.date.kinds.values()]
    groups += [*credit.people.values(), *credit.things.values(), *credit.labels.values()]
    return frozenset(fold(word) for group in groups for word in group)
