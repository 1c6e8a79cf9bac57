"""The part of YAML that front matter is written in, read line by line, without a dependency and without errors.

Mappings and lists by indentation or in brackets, quoted and plain scalars, block scalars (``|``, ``>-``), comments.
Every scalar stays the string it was printed as. A line that is none of these is skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from reviewparse.metadata.values import Json

DEEPEST: Final = 6
"""Levels of nesting; what lies deeper is left out."""

MOST_LINES: Final = 600

_KEY = re.compile(
    r"""(?P<key> "[^"\n]{1,60}" | '[^'\n]{1,60}' | [^\s#"'\[\]{},&*!|>%@`:-][^:\n]{0,60}? )
        [ \t]{0,8}+ : (?:[ \t]++(?P<value>.*))? $""",
    re.VERBOSE,
)
_ITEM = re.compile(r"-(?:[ \t]++(?P<value>.*))?$")
_BLOCK = re.compile(r"[|>][+\-0-9]{0,2}[ \t]*+(?:\#.*)?$")
_COMMENT = re.compile(r"[ \t]\#.*$")
_WIKI = re.compile(r"\[\[[^\[\]]{1,300}\]\]")
"""A link to another note, which readers of notes write without quotes."""
_MARKS = re.compile(r"[&!][^\s\[\]{},]{0,60}+[ \t]++")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "0": "", '"': '"', "\\": "\\", "/": "/", "e": "", "_": "\u00a0"}
_ESCAPE = re.compile(r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U0(?P<w>[0-9A-Fa-f]{7})|(?P<c>.))", re.DOTALL)
_NOTHING: Final = frozenset(("~", "null", "Null", "NULL"))


def read_yaml(source: str) -> Json:
    r"""The value of a front matter's source: mappings, lists and strings.

    >>> read_yaml("title: 'Cold Tap'\ntags: [folk, live]\nband:\n  - The Sparrows")
    {'title': 'Cold Tap', 'tags': ['folk', 'live'], 'band': ['The Sparrows']}
    """
    lines = _Lines([_Line(len(text) - len(text.lstrip()), text.strip()) for text in source.split("\n")[:MOST_LINES]])
    return _block(lines, 0, DEEPEST)


@dataclass(slots=True)
class _Line:
    indent: int
    text: str

    @property
    def is_empty(self) -> bool:
        return not self.text or self.text.startswith("#")


@dataclass(slots=True)
class _Lines:
    rows: list[_Line]
    at: int = field(default=0)

    def peek(self) -> _Line | None:
        """The next line that says anything."""
        while self.at < len(self.rows) and self.rows[self.at].is_empty:
            self.at += 1
        return self.rows[self.at] if self.at < len(self.rows) else None

    def deeper(self, indent: int) -> list[str]:
        """The raw lines below that are indented more, blank ones included; they are passed."""
        taken = []
        while self.at < len(self.rows) and (self.rows[self.at].indent > indent or not self.rows[self.at].text):
            taken.append(self.rows[self.at].text)
            self.at += 1
        return taken


def _block(lines: _Lines, indent: int, depth: int) -> Json:
    """A mapping or list whose lines are indented by at least ``indent``."""
    line = lines.peek()
    if line is None or line.indent < indent or not depth:
        return ""
    return _list(lines, line.indent, depth) if _ITEM.match(line.text) else _mapping(lines, line.indent, depth)


def _mapping(lines: _Lines, indent: int, depth: int) -> dict[str, Json]:
    found: dict[str, Json] = {}
    while (line := lines.peek()) is not None and line.indent >= indent:
        lines.at += 1
        match = _KEY.match(line.text) if line.indent == indent else None
        if match:
            found.setdefault(_unquoted(match["key"]), _value(match["value"] or "", lines, indent, depth))
    return found


def _list(lines: _Lines, indent: int, depth: int) -> list[Json]:
    found: list[Json] = []
    while (line := lines.peek()) is not None and line.indent == indent and (match := _ITEM.match(line.text)):
        value = match["value"] or ""
        if depth > 1 and _KEY.match(value):
            # "- name: x" opens a mapping whose lines stand under its first key
            line.indent += len(line.text) - len(value)
            line.text = value
            found.append(_mapping(lines, line.indent, depth - 1))
        else:
            lines.at += 1
            found.append(_value(value, lines, indent, depth))
    return found


def _value(text: str, lines: _Lines, indent: int, depth: int) -> Json:
    """What stands behind a key or dash, and under it."""
    text = _MARKS.sub("", text, count=1) if text.startswith(("&", "!")) else text
    if _BLOCK.match(text):
        rows = lines.deeper(indent)
        return (" " if text.startswith(">") else "\n").join(rows).strip()
    if not text or text.startswith("#"):
        line = lines.peek()
        is_list = line is not None and bool(_ITEM.match(line.text)) and line.indent == indent
        return _block(lines, indent if is_list else indent + 1, depth - 1)
    line = lines.peek()
    if line is not None and line.indent > indent:
        text = " ".join([text, *lines.deeper(indent)])
    if text.startswith("["):
        text = _closed(text, lines)
    return _flow(text, depth)


def _closed(text: str, lines: _Lines) -> str:
    """A bracketed list whose end stands in a later line, unindented."""
    parts = [text]
    while "]" not in parts[-1] and (line := lines.peek()) is not None and not _KEY.match(line.text):
        parts.append(line.text)
        lines.at += 1
    return " ".join(parts)


def _flow(text: str, depth: int) -> Json:
    """A scalar, or a list or mapping in brackets."""
    text = text.strip()
    inner = _bracketed(text)
    if inner is None or _WIKI.fullmatch(text):
        return _scalar(text)
    if depth <= 1:
        return ""
    if text.startswith("["):
        return [_flow(part, depth - 1) for part in _parts(inner)]
    pairs = (part.partition(":") for part in _parts(inner))
    return {_unquoted(key.strip()): _flow(value, depth - 1) for key, _, value in pairs}


def _bracketed(text: str) -> str | None:
    """What stands between brackets, when nothing but a comment stands behind them."""
    closing = {"[": "]", "{": "}"}.get(text[:1])
    end = text.rfind(closing) if closing else -1
    if end < 1 or text[end + 1 :].lstrip()[:1] not in {"", "#"}:
        return None
    return text[1:end]


def _parts(text: str) -> list[str]:
    """Split at commas that stand in no quotes or brackets."""
    parts = [""]
    depth, quote, begun = 0, "", False
    start = 0
    for position, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char == "," and depth <= 0:
            parts[-1] = text[start:position]
            parts.append("")
            start, begun = position + 1, False
            continue
        elif char in "\"'" and not begun:
            quote = char
        else:
            depth += (char in "[{") - (char in "]}")
        begun = begun or not (char.isspace() or char in "[{")
    parts[-1] = text[start:]
    return [part.strip() for part in parts if part.strip()]


def _scalar(text: str) -> str:
    if text[:1] in {'"', "'"}:
        return _unquoted(text)
    text = _COMMENT.sub("", text).strip()
    return "" if text in _NOTHING else text


def _unquoted(text: str) -> str:
    quote = text[:1]
    if quote not in {'"', "'"}:
        return text
    end = text.rfind(quote)
    if end == 0:
        return text
    inner = text[1:end]
    if quote == "'":
        return inner.replace("''", "'")
    return _ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def _unescaped(match: re.Match[str]) -> str:
    code = match["x"] or match["u"] or match["w"]
    if code is None:
        return _ESCAPES.get(match["c"], match["c"])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else ""
