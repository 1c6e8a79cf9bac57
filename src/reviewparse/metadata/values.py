"""The one place where untyped values are looked into: any value of JSON becomes a plain string, a list or a mapping.

Nothing here raises, whatever the value; nothing is kept of a tree.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

from reviewparse.reading.charset import SURROGATES, UNPRINTABLE

Json: TypeAlias = object
"""What a decoder yields: ``None``, ``bool``, ``int``, ``float``, ``str``, ``list`` or ``dict``."""

Node: TypeAlias = Mapping[str, Json]

LONGEST = 1000
"""Characters kept of any value."""

DEEPEST = 8
"""Lists in lists and objects in objects that are looked through for a text."""

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_UNPRINTABLE = re.compile(f"{UNPRINTABLE.pattern}|{SURROGATES.pattern}")
_TEXT_KEYS = ("@value", "name", "text", "headline", "@list", "@set")


def clean(text: str) -> str:
    r"""As printed, but for entities and tags that a template forgot to turn into text; white space folded.

    >>> clean("Cold&amp;#8217;s <i>Tap</i>\n")
    'Cold’s Tap'
    """
    if len(text) > LONGEST:
        text = text[: 2 * LONGEST]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_UNPRINTABLE.sub("", text).split())
    return text[:LONGEST]


def as_list(value: Json) -> list[Json]:
    """The value's members: of a list, of ``@list`` and ``@set``; a lone value is a list of one, ``None`` of none.

    >>> as_list({"@list": [1, [2, None]]})
    [1, 2]
    """
    if value is None:
        return []
    return list(_members(value, DEEPEST)) if isinstance(value, (list, dict)) else [value]


def _members(value: Json, depth: int) -> Iterator[Json]:
    if value is None or not depth:
        return
    if isinstance(value, dict):
        inner = value.get("@list", value.get("@set"))
        if inner is None:
            yield value
        else:
            yield from _members(inner, depth - 1)
    elif isinstance(value, list):
        for member in cast("list[Json]", value):
            yield from _members(member, depth - 1)
    else:
        yield value


def as_text(value: Json) -> str:
    """The first text a value holds; ``""`` for none. ``True`` and ``False`` are no text.

    >>> as_text([None, {"@type": "Person", "name": ["Orla Venn"]}]), as_text(4.5), as_text(True)
    ('Orla Venn', '4.5', '')
    """
    return clean(value) if isinstance(value, str) else _text(value, DEEPEST)


def as_texts(value: Json) -> list[str]:
    """The text of each member, without empty ones."""
    return [text for text in (as_text(member) for member in as_list(value)) if text]


def _text(value: Json, depth: int) -> str:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool) or value is None or not depth:
        return ""
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, dict):
        return _first_text((value.get(key) for key in _TEXT_KEYS), depth)
    if isinstance(value, list):
        return _first_text(iter(value), depth)
    return ""


def _first_text(values: Iterator[Json], depth: int) -> str:
    return next((text for text in (_text(value, depth - 1) for value in values) if text), "")


def _number(value: float) -> str:
    # No infinity, no integer of thousands of digits: neither is a statement about a review.
    return f"{value:.12g}" if -1e15 < value < 1e15 else ""
