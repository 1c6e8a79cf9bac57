"""Front matter: the source of facts that stands above a Markdown or plain-text article, and what it states."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

from reviewparse.metadata.front_matter_keys import DOCUMENT_KEYS, MACHINE_KEYS, MAIL, PATHS, squeeze
from reviewparse.metadata.values import Json
from reviewparse.metadata.yaml_lines import read_yaml

LONGEST: Final = 60_000
"""Characters of a front matter that are read."""

MOST_HEADER_LINES: Final = 40

_BLANKS: Final = "\ufeff \t\n"
_YAML_FENCE = re.compile(r"---[ \t]*\n")
_YAML_END = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML_FENCE = re.compile(r"\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"\n\+\+\+[ \t]*(?:\n|\Z)")
_ANY_KEY = re.compile(r"^[\"']?[^\W\d][\w .\-]{0,40}+[\"']?[ \t]{0,8}+:(?:[ \t]|$)", re.MULTILINE)
_HEADER_LINE = re.compile(r"(?:#\+|:)?(?P<key>[^\W\d_][\w \-]{0,30}+):(?:[ \t]++(?P<value>\S.*))?$")
_TOML_LINE = re.compile(r"^[ \t]*+(?P<key>[\w\-\"']{1,60}+)[ \t]*+=[ \t]*+(?P<value>.+)$", re.MULTILINE)
_SENDER = re.compile(
    r"\A(?:[^\s<>()]{1,100}@[^\s<>()]{1,100}\s{0,3}\((?P<behind>[^()<>]{2,60})\)"
    r"|(?P<before>[^<>@]{2,60}?)\s{0,3}<[^<>]{3,120}>)"
)
"""``moss@harbour.example (Ida Moss)``, ``Ida Moss <moss@harbour.example>``."""
_ISO_DATE = re.compile(r"(?:19|20)\d\d-\d{1,2}-\d{1,2}")


def split_front_matter(text: str) -> tuple[str, str]:
    r"""The front matter's source with its fences, and the text below it; ``("", text)`` when there is none.

    >>> split_front_matter("---\ntitle: Cold Tap\n---\nA fine record.")
    ('---\ntitle: Cold Tap\n---\n', 'A fine record.')
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text[:4096] else text
    start = len(plain) - len(plain.lstrip(_BLANKS)) if plain[:1] in _BLANKS else 0
    head = plain[start : start + LONGEST]
    end = _end_of_fenced(head) or _end_of_header(head)
    return (head[:end], plain[start + end :]) if end else ("", text)


def _end_of_fenced(head: str) -> int:
    for fence, closing, is_key in (
        (_YAML_FENCE, _YAML_END, _ANY_KEY),
        (_TOML_FENCE, _TOML_END, _TOML_LINE),
    ):
        opened = fence.match(head)
        closed = closing.search(head, opened.end() - 1) if opened else None
        if opened and closed:
            # A rule drawn above an article looks like a fence; what it opens has no keys.
            is_empty = closed.start() < opened.end()
            return closed.end() if is_empty or is_key.search(head, opened.end(), closed.start() + 1) else 0
    return 0


def _end_of_header(head: str) -> int:
    """Plain ``Key: value`` lines at the very top, closed by a blank line; else they are text of the article."""
    keys: list[str] = []
    values: list[str] = []
    end = 0
    for line in head.split("\n", MOST_HEADER_LINES + 1)[: MOST_HEADER_LINES + 1]:
        if not line.strip():
            return end if _is_header(keys, values) else 0
        match = _HEADER_LINE.match(line.rstrip())
        if match:
            keys.append(squeeze(match["key"]))
            values.append(match["value"] or "")
        elif not keys or line[:1] not in " \t":
            return 0
        end += len(line) + 1
    return 0


def _is_header(keys: list[str], values: list[str]) -> bool:
    """Whether such lines are addressed to a machine: a printed head of artist, label and title is not."""
    if {"from", "subject"}.issubset(keys):
        return True
    known = [key for key in keys if key in DOCUMENT_KEYS]
    if len(known) < 2:
        return False
    if not MACHINE_KEYS.isdisjoint(known):
        return True
    # Without such a key: only the document's own keys, and a date in the form machines write.
    dated = any(
        PATHS.get(key) == "published" and _ISO_DATE.match(value) for key, value in zip(keys, values, strict=True)
    )
    return dated and len(known) == len(keys) and "title" in keys


def read_front_matter(source: str) -> Mapping[str, Json]:
    """Keys and values of a front matter's source, fenced or not; empty when it holds no mapping."""
    source = source[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff \t\n") + "\n"
    if source.startswith("+++"):
        return _read_toml(source[3:].rpartition("+++")[0] or source[3:])
    if source.startswith("---"):
        ends = [match.start() for match in _YAML_END.finditer(source, 3)]
        value = read_yaml(source[3 : ends[-1] + 1] if ends else source[3:])
        return value if isinstance(value, dict) else {}
    return _of_mail(dict(_header_lines(source)))


def _of_mail(values: dict[str, str]) -> dict[str, str]:
    """The head of a mail or a posting, with the keys of a front matter; any other as it is."""
    named = {squeeze(key): value for key, value in values.items()}
    if not {"from", "subject"}.issubset(named):
        return values
    sender = _SENDER.match(named["from"])
    named["from"] = (sender["behind"] or sender["before"]).strip("\"' ") if sender else ""
    return {MAIL[key]: value for key, value in named.items() if key in MAIL}


def _read_toml(source: str) -> Mapping[str, Json]:
    try:
        return tomllib.loads(source, parse_float=str)
    except (ValueError, RecursionError):
        return {match["key"].strip("\"'"): match["value"].strip().strip("\"'") for match in _TOML_LINE.finditer(source)}


def _header_lines(source: str) -> Iterator[tuple[str, str]]:
    key, value = "", ""
    for line in source.split("\n")[: MOST_HEADER_LINES + 1]:
        match = _HEADER_LINE.match(line.rstrip())
        if match:
            if key:
                yield key, value
            key, value = match["key"], match["value"] or ""
        elif key and line.strip():
            value = f"{value} {line.strip()}"
    if key:
        yield key, value
