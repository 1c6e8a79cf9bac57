"""JSON-LD blocks of a page: bounded, decoded, and mended where templates commonly break them.

Numbers stay the strings they were printed as. Nothing that a block holds raises; what could not be read is told by a
warning code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from reviewparse.limits import BAD_JSONLD, DEFAULT, JSONLD_TOO_DEEP, JSONLD_TOO_LARGE
from reviewparse.metadata.things import Graph
from reviewparse.metadata.values import Json

DEEPEST: Final = 100
"""Levels of nesting; real blocks have less than twenty."""

_MEDIA_TYPE: Final = "ld+json"

_STRING = r'"(?:[^"\\]++|\\.?)*+"?'  # runs to the end where the closing quote is missing: linear on any text
_COMMENT = r"/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|//[^\n]*+"
_NO_BRACKETS = re.compile(rf'{_STRING}|[^\[\]{{}}"]++', re.DOTALL)
_WRAPPING = re.compile(r"(?:/\*|//)?<!\[CDATA\[(?:\*/)?|(?:/\*|//)?\]\]>(?:\*/)?|<!--|-->")
_STRING_OR_COMMENT = re.compile(rf"({_STRING})|{_COMMENT}", re.DOTALL)
_STRING_OR_COMMA = re.compile(rf"({_STRING})|,(?=\s*+[}}\]])", re.DOTALL)

_MARGIN: Final = "\ufeff\u00a0 \t\r\n;"
"""What may stand around a block without belonging to it."""


def _nothing(_constant: str) -> None:
    """What ``NaN`` and ``Infinity`` become."""


_DECODER = json.JSONDecoder(strict=False, parse_float=str, parse_int=str, parse_constant=_nothing)


def read_jsonld(
    scripts: Iterable[etree._Element], largest: int = DEFAULT.max_metadata_bytes
) -> tuple[Graph, list[str]]:
    """All objects of the JSON-LD among a page's scripts, and warning codes.

    Args:
        scripts: Elements, of any type of script.
        largest: Characters of one block, and half of what all blocks may have together.
    """
    roots: list[Json] = []
    warnings: dict[str, None] = {}
    total = 0
    for script in scripts:
        if _MEDIA_TYPE not in (script.get("type") or "").lower():
            continue
        source = script.text or ""
        if len(source) > largest or total + len(source) > 2 * largest:
            warnings[JSONLD_TOO_LARGE] = None
            continue
        total += len(source)
        value, warning = decode(source)
        roots.append(value)
        if warning:
            warnings[warning] = None
    return Graph(roots), list(warnings)


def decode(source: str) -> tuple[Json, str]:
    """The value of one block, and a warning code or ``""``.

    >>> decode('{"@type": "Review", "ratingValue": 4.50,};')
    ({'@type': 'Review', 'ratingValue': '4.50'}, '')
    """
    if _too_deep(source):
        return None, JSONLD_TOO_DEEP
    if not source.strip():
        return None, ""
    try:
        return _climb(source), ""
    except (ValueError, RecursionError):
        return None, BAD_JSONLD


def _climb(source: str) -> Json:
    """From the strict reading to the lenient ones; raises when the last rung fails, too."""
    try:
        return _DECODER.decode(source)
    except ValueError:
        pass
    source = _WRAPPING.sub("", source).strip(_MARGIN)
    try:
        return _first_value(source)
    except ValueError:
        pass
    source = _STRING_OR_COMMENT.sub(_keep_string, source)
    source = _STRING_OR_COMMA.sub(_keep_string, source)
    return _first_value(source.strip())


def _first_value(source: str) -> Json:
    """The first value and, when whole values follow it without a comma, a list of all."""
    values: list[Json] = []
    position = 0
    while position < len(source):
        try:
            value, position = _DECODER.raw_decode(source, position)
        except ValueError:
            break
        values.append(value)
        while position < len(source) and source[position] in " \t\r\n;,":
            position += 1
    if not values:
        message = "no value"
        raise ValueError(message)
    return values[0] if len(values) == 1 else values


def _keep_string(match: re.Match[str]) -> str:
    return match[1] or ""


def _too_deep(source: str) -> bool:
    if source.count("{") + source.count("[") <= DEEPEST:
        return False
    depth = 0
    for bracket in _NO_BRACKETS.sub("", source):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False
