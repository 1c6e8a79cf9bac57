"""A cell of a notebook's column without the dress it was stored in: entities, tags, links, BBCode, mojibake."""

from __future__ import annotations

import re
from html import unescape

from reviewparse.reading.markdown import BBCODE, FOOTNOTE, IMAGE, LINK, REFERENCE, TAG, mend

DRESSED = re.compile("[&<\\[_ÂÃâã\u00a0\u00ad\u2009\u200b\u202f]")
"""A sign of each dress; a text without any is plain."""

UNSEEN = {0xAD: None, 0x200B: None, 0xA0: " ", 0x2009: " ", 0x202F: " "}
"""Signs that do not print, and blanks of other widths."""

UNDERLINED = re.compile(r"(?<!\w)_(?=[^\s_])(?P<text>[^_\n]{1,200})(?<=\S)_(?!\w)")
"""Emphasis; asterisks may be marks, and stay."""

LISTED = re.compile(r"\s?(?:\[list(?:=\w)?\]\s?)?\[\*\]\s?", re.I)
"""An entry of a list in BBCode."""
LIST_ENDS = re.compile(r"\[/?list(?:=\w)?\]", re.I)

PARTS = re.compile(r"<(?P<close>/?)(?P<name>[a-z]{1,12}[1-6]?)", re.I)

NUMBER = re.compile(r"\s(?:start|value)\s?=\s?[\"']?(?P<number>\d{1,3})(?!\d)", re.I)

TOLD = re.compile(r"\s(?:alt|aria-label)\s?=\s?(?:\"(?P<double>[^\"<>]{1,200})\"|'(?P<single>[^'<>]{1,200})')", re.I)
"""What a picture or widget says of itself."""

IN_LINE = frozenset("a abbr b big caption cite code del em font i ins s small span strong sub sup time tt u".split())
CELLS = frozenset(("td", "th"))


def undress(text: str) -> str:
    """The text as a page would show it; one without markup is returned as it is.

    >>> undress("<b>By</b>&nbsp;[Orla Venn](https://site.example/orla) &amp; Tam Reyes")
    'By Orla Venn & Tam Reyes'
    """
    if text.isascii():
        if "&" not in text and "<" not in text and "[" not in text and "_" not in text:
            return text
    elif DRESSED.search(text) is None:
        return text
    text = unescape(mend(text)).translate(UNSEEN)
    if "<" in text:
        text = _without_tags(text)
    if "[" in text:
        text = LIST_ENDS.sub("", LISTED.sub("\n- ", text))
        text = LINK.sub(r"\g<text>", IMAGE.sub(r"\g<alt>", FOOTNOTE.sub("", text)))
        text = BBCODE.sub("", REFERENCE.sub(r"\g<text>", text))
    return UNDERLINED.sub(r"\g<text>", text) if "_" in text else text


def _without_tags(text: str) -> str:
    """The text between the tags: a line for each block, a bar between cells, a number before items of ordered lists."""
    parts: list[str] = []
    start = 0
    counts: list[int | None] = []
    for tag in TAG.finditer(text):
        parts.append(text[start : tag.start()])
        parts.append(_shown(tag[0], counts))
        start = tag.end()
    return re.sub(r"\s*\n\s*", "\n", "".join([*parts, text[start:]])).strip()


def _shown(tag: str, counts: list[int | None]) -> str:
    """What stands for a tag in the text; ``counts`` holds the next number of each open list."""
    told = TOLD.search(tag)
    if told is not None:
        return f" {told['double'] or told['single']} "
    found = PARTS.match(tag)
    name = found["name"].lower() if found is not None else ""
    closes = found is not None and bool(found["close"])
    if name in CELLS:
        return " | " if closes else ""
    if name in ("ol", "ul"):
        counts[:] = counts[:-1] if closes else [*counts, _number(tag, 1) if name == "ol" else None]
    elif name == "li" and not closes:
        return _item(tag, counts)
    return "" if name in IN_LINE else "\n"


def _item(tag: str, counts: list[int | None]) -> str:
    """The beginning of an item's line, with its number in an ordered list."""
    if not counts or counts[-1] is None:
        return "\n"
    number = _number(tag, counts[-1])
    counts[-1] = number + 1
    return f"\n{number}. "


def _number(tag: str, otherwise: int) -> int:
    found = NUMBER.search(tag)
    return int(found["number"]) if found is not None else otherwise
