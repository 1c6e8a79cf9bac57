"""Tracklists in one line, cut at running numbers, after durations, at semicolons, bullets, slashes or commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.tracklist_lines import Kind, read_special

MAX_INLINE = 6000
"""Characters of the longest list in one line."""

MAX_PIECE = 110
"""Characters of one track in it; longer pieces show that it is prose."""

_NUMBER = re.compile(r"(?<![\d:.,(/])(?P<n>\d{1,3})(?:[.)](?!\d)|\s[-–—]\s)\s?|(?<!\w)[(\[](?P<b>\d{1,2})[)\]]\s?")

_BARE_NUMBER = re.compile(r"(?<!\S)(?P<n>[0-9]{2})\s(?=[^\s–—-])(?P<b>)")
"""``01 Bellmouth 02 Ferry Home``: two digits each, from 01."""

_TIME = re.compile(
    r"""
    (?: [(\[]\s?\d{1,2}(?::\d\d){1,2}\s?[)\]] | [(\[]\d{1,2}[.'’′]\d\d["”″]?[)\]] | (?<![\d:.,])\d{1,2}(?::\d\d){1,2} )
    (?P<next>\s?(?:[,;/|•·]|[-–—]\s)|\s*\Z|\s(?=["“„«'\d]|[^\W\d_a-z]))
    """,
    re.VERBOSE,
)

_QUOTED = re.compile(r"""["“”„«][^"“”„«»]{1,100}["“”»]""")

_PAIR = 2

_EDGES = " \t,;/|•·–—-"

_BRACKETS = str.maketrans({"（": "(", "）": ")", "[": "(", "]": ")"})

_CUTS = (re.compile(r"\s?;\s?"), re.compile(r"\s?[•·|♦▪]\s?"), re.compile(r"\s/\s|\s//\s"), re.compile(r",\s"))
_DASHES = re.compile(r"\s[-–—~]\s")


def split_inline(text: str, words: Words, *, headed: bool) -> list[str]:
    """The lines a list in one line would have had; ``[]`` when it is no list, or only a selection.

    Args:
        text: The line, without its heading.
        words: Where the words for discs and bonus tracks stand.
        headed: Whether a heading says that tracks follow; without it only numbers or durations make a list.

    >>> from reviewparse.languages import load
    >>> split_inline("Bellmouth (3:45), Come In, Go Out (5:02)", load("en"), headed=True)
    ['Bellmouth (3:45)', 'Come In, Go Out (5:02)']
    """
    if len(text) > MAX_INLINE:
        return []
    lines: list[str] = []
    for marker, part in _by_disc(text, words):
        pieces = _split(part, words, headed=headed or bool(marker))
        if not pieces or max(map(len, pieces)) > MAX_PIECE:
            return []
        lines += [marker] if marker else []
        lines += pieces
    return lines


def _split(text: str, words: Words, *, headed: bool) -> list[str]:
    numbered, is_selection = _by_number(text, at_least=2 if headed else 4)
    if numbered or is_selection:
        return _with_bonus(numbered, words)
    timed = _by_time(text, at_least=2 if headed else 4)
    if timed or not headed:
        return timed
    return _by_quote(text, words) or _by_separator(text, words)


def _by_disc(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """The list cut at ``Disc Two:``, each part with its marker."""
    begin, marker = 0, ""
    for match in _disc_marker(words).finditer(text):
        before = text[begin : match.start()].strip(_EDGES)
        if before:
            yield marker, before
        marker, begin = match.group().strip(_EDGES), match.end()
    yield marker, text[begin:].strip()


@lru_cache(maxsize=64)
def _disc_marker(words: Words) -> re.Pattern[str]:
    table = words.tracklist
    either = "|".join(re.escape(word) for word in sorted(table.disc + table.side, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:^|(?<=[\s,;.)]))(?:{either})\s?(?:\d{{1,2}}|[^\W\d_]{{1,6}})\s?[:：]\s?", re.IGNORECASE)


def _by_number(text: str, *, at_least: int) -> tuple[list[str], bool]:
    """The pieces, and whether numbers are missing: then it is a selection and no list."""
    cuts: list[tuple[int, int]] = []
    missing = False
    pattern = _BARE_NUMBER if _BARE_NUMBER.match(text) else _NUMBER
    for match in pattern.finditer(text):
        digits = match["n"] or match["b"]
        expected = str(len(cuts) + 1)
        begin = match.start()
        if digits.lstrip("0") == expected:
            cuts.append((begin, match.end()))
        elif cuts and digits.endswith(expected) and int(digits) > int(expected):
            # ``Model 74. Long Acre``: the title before took the first digits
            cuts.append((begin + len(digits) - len(expected), match.end()))
        elif not cuts or text[:begin].rstrip()[-1:] in _EDGES:
            missing = True
    if len(cuts) < 2 or cuts[0][0] > 3:
        return [], False
    if missing or len(cuts) < at_least:
        return [], missing
    ends = [begin for begin, _ in cuts[1:]] + [len(text)]
    return _without_stop([text[begin:end].strip(_EDGES) for (begin, _), end in zip(cuts, ends, strict=True)]), False


def _with_bonus(pieces: list[str], words: Words) -> list[str]:
    """A bonus track without a number, behind the last numbered one, becomes a line of its own."""
    for match in _DASHES.finditer(pieces[-1]) if pieces else ():
        special = read_special(pieces[-1][match.end() :], words)
        if special is not None and special.kind is Kind.BONUS:
            return [*pieces[:-1], pieces[-1][: match.start()], pieces[-1][match.end() :]]
    return pieces


def _by_time(text: str, *, at_least: int) -> list[str]:
    pieces, begin = [], 0
    for match in _TIME.finditer(text):
        pieces.append(text[begin : match.start("next")].strip(_EDGES))
        begin = match.end()
    rest = text[begin:].strip(_EDGES + ".")
    if len(pieces) < at_least or len(rest) > MAX_PIECE or not all(pieces):
        return []
    return [*pieces, rest] if rest else pieces


def _by_quote(text: str, words: Words) -> list[str]:
    starts = [match.start() for match in _QUOTED.finditer(text)]
    if len(starts) < 2 or starts[0] > 0:
        return []
    ends = [*starts[1:], len(text)]
    joiner = _joiner(words)
    return [joiner.sub("", text[begin:end].strip(_EDGES + ".")) for begin, end in zip(starts, ends, strict=True)]


def _by_separator(text: str, words: Words) -> list[str]:
    pieces: list[str] = []
    for cut in _CUTS:
        pieces = split_outside(text, cut)
        if len(pieces) > 2:
            break
    else:
        pieces = split_outside(text, _DASHES)
        if len(pieces) < 4:
            return []
    stopped = pieces[-1].rstrip().endswith(".")
    pieces = _without_stop([piece.strip(_EDGES) for piece in pieces])
    pieces[-1] = _opening_joiner(words).sub("", pieces[-1])
    if stopped and cut is _CUTS[-1] and len(last := _inner_joiner(words).split(pieces[-1])) == _PAIR:
        pieces[-1:] = last  # "Bellmouth, Far Gate and Salt." is a sentence
    return [piece for piece in pieces if piece]


def _without_stop(pieces: list[str]) -> list[str]:
    """The pieces without the full stop that closes the whole list."""
    last = pieces[-1]
    if last.endswith(".") and not last.endswith("..") and not any(piece.endswith(".") for piece in pieces[:-1]):
        return [*pieces[:-1], last[:-1]]
    return pieces


@lru_cache(maxsize=64)
def _joiner(words: Words) -> re.Pattern[str]:
    either = "|".join(map(re.escape, words.credits.joiners)) or r"(?!)"
    return re.compile(rf"[,;]?\s(?:{either})\Z", re.IGNORECASE)


@lru_cache(maxsize=64)
def _opening_joiner(words: Words) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in words.credits.joiners if word.isalpha()) or r"(?!)"
    return re.compile(rf"\A(?:{either})\s", re.IGNORECASE)


@lru_cache(maxsize=64)
def _inner_joiner(words: Words) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in words.credits.joiners if word.isalpha()) or r"(?!)"
    return re.compile(rf"\s(?:{either})\s(?=[^\W\d_a-zß-öø-ÿ])")


def split_outside(text: str, cut: re.Pattern[str]) -> list[str]:
    """The text cut at a separator, but not inside brackets."""
    pieces, begin, depth, seen = [], 0, 0, 0
    plain = text.translate(_BRACKETS)
    for match in cut.finditer(text):
        depth += plain.count("(", seen, match.start()) - plain.count(")", seen, match.start())
        seen = match.start()
        if depth <= 0:
            pieces.append(text[begin : match.start()])
            begin = match.end()
    pieces.append(text[begin:])
    return pieces
