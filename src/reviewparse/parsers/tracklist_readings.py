"""All ways to read some lines as a list: below a heading, in columns, numbered, one a line, in one line, timed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewparse.languages import Words
from reviewparse.parsers.duration import Trust, peel_tail
from reviewparse.parsers.labels import fold
from reviewparse.parsers.track_line import Front, strip_bullet
from reviewparse.parsers.tracklist_gate import Setting
from reviewparse.parsers.tracklist_inline import split_inline
from reviewparse.parsers.tracklist_items import Item, Run
from reviewparse.parsers.tracklist_lines import Kind, read_special
from reviewparse.parsers.tracklist_quotes import is_quoted_title
from reviewparse.parsers.tracklist_runs import MAX_BETWEEN, numbered_run, plain_run, read_fronts
from reviewparse.parsers.tracklist_table import pair_lines, table_runs
from reviewparse.parsers.tracklist_title import version_words

MAX_COUNT = 30
"""Characters of a remark behind a heading that may hold the number of tracks: ``Tracklist: 12 tracks, 45 min``."""

MAX_HEADINGS = 24
"""Headings of tracklists that are tried."""

MAX_BELOW = 600
"""Lines below a heading that are looked at."""

MAX_JOINED = 40
"""Lines over which a list in one line may be wrapped."""

MAX_TO_NUMBER = 10
"""Lines between a heading and the first number of its list."""

MAX_TO_TABLE = 8
"""Lines between a heading and the first row of its table."""

LEAST_OF_A_DISC = 3
"""Tracks of a further disc without a heading."""

LEAST_LED_TO = 5
"""Tracks below a sentence that leads to them; fewer are examples."""

_SURE = frozenset((Kind.HEADING, Kind.SONG_BY_SONG))
_HEADINGS = _SURE | {Kind.NOUN, Kind.LEAD}
_REFUSING = frozenset((Kind.OTHER, Kind.HIGHLIGHTS))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read some of the lines as a list."""

    run: Run
    start: int
    """Index of its first line."""
    setting: Setting
    at_least: int = 2
    """Tracks it must have."""


def readings(source: Sequence[str], words: Words, setting: Setting) -> Iterator[Reading]:
    """The readings of all lines, the likeliest first; each is made only when the ones before were refused."""
    if setting.headed or setting.announced:
        yield from _below(source, 0, words, setting)
    tried = 0
    for index, line in enumerate(source):
        special = read_special(line, words) if line and not line[0].isdecimal() else None
        if special is not None and special.kind in _HEADINGS and tried < MAX_HEADINGS:
            tried += 1
            below = replace(setting, headed=special.kind in _SURE, announced=special.kind not in _SURE)
            at_least = LEAST_LED_TO if special.kind is Kind.LEAD else 2
            start = index if special.value else index + 1  # a heading that names a disc opens it, too
            for reading in _after_heading(source, start, special.rest, words, below):
                yield replace(reading, at_least=at_least)
    yield from _without_heading(source, words, setting)


def _after_heading(source: Sequence[str], start: int, rest: str, words: Words, setting: Setting) -> Iterator[Reading]:
    """What stands behind a heading on its line, and below it when that is nothing or a number of tracks."""
    if rest:
        yield from _inline(_joined(rest, source[start:]), max(0, start - 1), words, setting)
    if not rest or (setting.headed and len(rest) <= MAX_COUNT and rest[0].isdigit()):
        yield from _below(source, start, words, setting)


def _below(source: Sequence[str], start: int, words: Words, setting: Setting) -> Iterator[Reading]:
    lines = source[start : start + MAX_BELOW]
    for table in table_runs(pair_lines(lines, words) or lines, words):
        if table.items[0].line <= MAX_TO_TABLE:
            yield Reading(_moved(table, start), start, setting)
    first = next((index for index, line in enumerate(lines) if line and read_special(line, words) is None), None)
    if first is None:
        yield Reading(_moved(plain_run(lines, 0, words), start), start, setting)
        return
    fronts = read_fronts(lines, words)
    run = _counted(lines, fronts, first, words)
    if run is not None:
        yield Reading(_moved(run, start), start + first, setting)
    yield Reading(_moved(plain_run(lines, 0, words), start), start, setting)
    yield from _inline(lines[first], start + first, words, setting)


def _counted(lines: Sequence[str], fronts: Sequence[Front | None], first: int, words: Words) -> Run | None:
    """The numbered list that begins here, or soon: after an intro without a number, or some lines about the record."""
    if fronts[first] is not None:
        return _with_more_discs(numbered_run(lines, fronts, first, words), lines, fronts, words)
    near = range(first + 1, min(len(lines), first + MAX_TO_NUMBER))
    start = next(
        (
            index
            for index in near
            if (one := fronts[index]) and one.kind != "roman" and _starts(one) and _goes_on(fronts, index, one)
        ),
        0,
    )
    if not start:
        return None
    run = _with_more_discs(numbered_run(lines, fronts, start, words), lines, fronts, words)
    if start == first + 1 and run.items and fold(lines[first]) in version_words(words):
        run.items.insert(0, Item(text=lines[first], line=first, disc=run.items[0].disc, side=run.items[0].side))
    return run


def _with_more_discs(run: Run, lines: Sequence[str], fronts: Sequence[Front | None], words: Words) -> Run:
    """The list and the ones right after it that count from one again: further discs, unless the titles are the same."""
    discs = [run]
    while (start := _next_line(lines, discs[-1].end)) < len(lines) and not run.media:
        front = fronts[start]
        if front is None or front.number != 1 or front.kind != "marked" or front.group:
            break
        following = numbered_run(lines, fronts, start, words)
        if len(following.items) < LEAST_OF_A_DISC:
            break
        discs.append(following)
    first = {fold(item.text) for item in run.items}
    if len(discs) == 1 or any(
        3 * len(first & {fold(item.text) for item in one.items}) > len(first) for one in discs[1:]
    ):
        return run
    items = [replace(item, disc=number) for number, disc in enumerate(discs, 1) for item in disc.items]
    return replace(discs[-1], items=items, media=True)


def _next_line(lines: Sequence[str], start: int) -> int:
    return next((index for index in range(start, len(lines)) if lines[index]), len(lines))


def _moved(run: Run, offset: int) -> Run:
    run.end += offset
    return run


def _joined(text: str, following: Sequence[str]) -> str:
    """A list that goes on in the next lines: each but the last ends in a separator."""
    for line in following[:MAX_JOINED]:
        if not line or text[-1] not in ",;/|–-":
            break
        text = f"{text} {line}"
    return text


def _inline(text: str, line: int, words: Words, setting: Setting) -> Iterator[Reading]:
    pieces = split_inline(text, words, headed=setting.headed or setting.announced)
    if not pieces:
        return
    fronts = read_fronts(pieces, words)
    first = next((index for index, front in enumerate(fronts) if front is not None and front.number == 1), None)
    if first is not None and first + 1 < len(pieces) and fronts[first + 1] is not None:
        run = numbered_run(pieces, fronts, first, words)
    else:
        run = plain_run(pieces, 0, words)
        last = read_special(pieces[-1], words)
        if run.items and run.items[-1].line == len(pieces) - 2 and last is not None and last.kind is Kind.OTHER:
            run.items.append(Item(text=pieces[-1], line=len(pieces) - 1))  # "... / Winter / Encore": a title here
    run.end = line + 1
    yield Reading(run, line, setting)


def _without_heading(source: Sequence[str], words: Words, setting: Setting) -> Iterator[Reading]:
    paired = pair_lines(source, words) or source
    for table in table_runs(paired, words):
        start = table.items[0].line
        while start and source[start - 1] and not paired[start - 1]:
            start -= 1  # the first cells of a row that was put together
        if not _refuses(source, start, words):
            yield Reading(table, start, setting)
    fronts = read_fronts(source, words)
    index = 0
    while index < len(source):
        front = fronts[index]
        if front is not None and _starts(front) and _goes_on(fronts, index, front):
            run = _with_more_discs(numbered_run(source, fronts, index, words), source, fronts, words)
            if len(run.items) > 2 or (setting.given and run.numbered and len(run.items) > 1):
                if not _refuses(source, index, words):
                    yield Reading(run, index, setting)
                index = max(run.end, index + 1)
                continue
        if _may_run_in(source[index]) and not _refuses(source, index, words):
            yield from _inline(source[index], index, words, setting)
        index += 1
    if setting.given and _is_marked(source, words):
        yield Reading(plain_run(source, 0, words), 0, setting)
    yield from _alike(source, words, setting, _ends_in_time)
    yield from _alike(source, words, setting, _is_quoted)


def _is_marked(source: Sequence[str], words: Words) -> bool:
    """Whether lines that are all there is begin with a disc or side, or have a bullet each."""
    printed = [line for line in source if line]
    opening = read_special(printed[0], words) if printed else None
    if opening is not None and opening.kind in (Kind.SIDE, Kind.DISC):
        return True
    return all(strip_bullet(line)[1] for line in printed)


def _starts(front: Front) -> bool:
    if front.kind in ("side", "letter"):
        return front.group == "A" and front.number < 2
    return front.number in (0, 1) and front.group in ("", "1")


def _goes_on(fronts: Sequence[Front | None], index: int, front: Front) -> bool:
    """Whether a number two follows soon, or a second side."""
    near = fronts[index + 1 : index + MAX_BETWEEN + 2]
    return any(one is not None and (one.number == front.last + 1 or one.group != front.group) for one in near)


def _may_run_in(line: str) -> bool:
    """Whether a line may hold a whole list: it begins with a number, or several times stand in it."""
    return len(line) > 40 and (line[0] in "01([" or line.count(":") > 3)


def _alike(
    source: Sequence[str], words: Words, setting: Setting, alike: Callable[[str, Words], bool]
) -> Iterator[Reading]:
    """Lines that follow each other and have all the same sign of a track."""
    start: int | None = None
    for index, line in enumerate([*source, ""]):
        if line and alike(line, words):
            start = index if start is None else start
        elif start is not None and (line or index == len(source)):
            if index - start > 2 and not _refuses(source, start, words):
                yield Reading(plain_run(source[:index], start, words), start, setting)
            start = None


def _ends_in_time(line: str, words: Words) -> bool:
    timed = peel_tail(line, words)
    return timed is not None and bool(timed.rest) and timed.trust > Trust.WEAK


def _is_quoted(line: str, _words: Words) -> bool:
    return is_quoted_title(line)


def _refuses(source: Sequence[str], start: int, words: Words) -> bool:
    """Whether the line above a list says that it is one of other things, and not what they are."""
    above = next((line for line in reversed(source[max(0, start - 3) : start]) if line), "")
    special = read_special(above, words) if above else None
    return special is not None and special.kind in _REFUSING and not special.rest
