"""Tags with more attributes than anybody writes, made shorter before the parser sees them.

The parser compares each attribute of a tag with all before it, so a few megabytes of them in one tag would take it half
an hour. Tags are told here as browsers tell them, in one pass: a ``>`` in quotes ends none, and scripts hold none.
"""

from __future__ import annotations

import re

MAX_ATTRIBUTES = 500
"""Of one tag; what stands behind them is left out."""

HARMLESS = 64_000
"""Bytes of a page too small for its attributes to cost much."""

ATTRIBUTE = rb"""
    [\s/]*+ [^\s/>] [^\s/>=]*+
    (?: \s*+ = \s*+ (?: "[^"]*+"?+ | '[^']*+'?+ | [^\s>"'][^\s>]*+ )?+ )?+
"""
FEW = rb"(?: %s ){0,%d}+" % (ATTRIBUTE, MAX_ATTRIBUTES)
END = rb"[\s/]*+ (?: > | \Z )"

PLAIN = rb"""
    /[a-z][^\s/<>"']{0,30}+ >
  | (?!%s) [a-z][a-z0-9]{0,30}+
    (?: > | \s [^"'<>=]{0,60}+ (?: (?<=[^\s/]) = "[^"]*+" [^"'<>=]{0,40}+ ){0,10}+ > )
"""
"""A tag as nearly all are written, each value in double quotes: told at half the cost, and too short for many."""

RAW_NAMES = rb"script style title textarea iframe xmp noembed noframes".split()


def _raw(name: bytes) -> bytes:
    """An element whose text is no markup, up to its own end tag."""
    return rb"%s (?=[\s/>]) %s [\s/]*+ > (?: [^<]++ | < (?!/%s) )*+" % (name, FEW, name)


ORDINARY = re.compile(
    rb"""
    (?: [^<]*+
        < (?: %s
            | %s
            | !-- (?: -?> | (?: [^-]++ | -(?!-!?>) )*+ )   # a comment
            | [!?] [^>]*+
            | /?+ [a-z] [^\s/>]*+ %s %s
            | (?! /?+ [a-z] | [!?] )
            )
    )*+
    [^<]*+
    """
    % (PLAIN % rb"|".join(RAW_NAMES), rb" | ".join(map(_raw, RAW_NAMES)), FEW, END),
    re.I | re.X,
)
"""Markup up to a tag with too many attributes."""

KEPT = re.compile(rb"< /?+ [a-z] [^\s/>]*+ %s" % FEW, re.I | re.X)
SURPLUS = re.compile(rb"(?: %s )*+" % ATTRIBUTE, re.X)


def without_surplus(data: bytes) -> tuple[bytes, bool]:
    """A page without the attributes that are too many, and whether there were any.

    >>> without_surplus(b"<p a=1>Cold Tap</p>")
    (b'<p a=1>Cold Tap</p>', False)
    """
    if len(data) <= HARMLESS:
        return data, False
    parts, start = [], 0
    while (tag := _end_of(ORDINARY, data, start)) < len(data):
        kept = _end_of(KEPT, data, tag)
        parts.append(data[start:kept])
        start = max(_end_of(SURPLUS, data, kept), tag + 1)
    return (b"".join((*parts, data[start:])), True) if parts else (data, False)


def _end_of(pattern: re.Pattern[bytes], data: bytes, start: int) -> int:
    found = pattern.match(data, start)
    return found.end() if found else start
