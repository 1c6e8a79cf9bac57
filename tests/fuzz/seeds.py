"""What fuzzing starts from: the stored pages and cases, and a dictionary of the words and marks parsers look for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from reviewparse.metadata.vocabulary import PROPERTIES, TYPES
from reviewparse.reading.hints import HINTING_ATTRIBUTES
from reviewparse.reading.html import BLOCK_TAGS, EMPHASIS_TAGS
from tests.fixture_pages import fixture_pages
from tests.fuzz.oracle import MOST_BYTES

CORPUS = Path(__file__).parent / "corpus"
CASES = CORPUS.parents[1] / "cases"
LANGUAGES = CORPUS.parents[2] / "src" / "reviewparse" / "languages"

TABLES = ("en", "de", "fr", "ja")
"""Languages whose words make the dictionary: all of them together would drown the rest."""

LONGEST_WORD = 40
"""Bytes of an entry; the fuzzer refuses more than 64."""

MARKS = (
    *("<script type='application/ld+json'>", "</script>", '{"@type":"Review",', '"@graph":[', "<meta property="),
    *("itemscope itemtype='http://schema.org/Review'", "itemprop=", "class='h-review'", "content=", "datetime="),
    *("<img src='stars-4.png' alt=", "<br>", "<!--", "&nbsp;", "&#8217;", "---\n", "\n\n", "## ", "| ", "* ", "[a](b)"),
    *("4/5", "8,5", "70%", "B+", "★★★½☆", "***", "out of", "A1.", "1. ", "(3:45)", "feat. ", "“", "”", "–", " / "),
    *("2010-10-12", "May 3, 2010", "**", "\u00a0", "\u200b", "\u202e", "\ud7ff", "\u0130", "ß", "０", "²", "٣"),
)  # fmt: skip


def strings(value: object) -> Iterator[str]:
    """All texts in a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def table(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def dictionary() -> list[str]:
    """Entries in the fuzzer's own form, each once."""
    words = [word for code in TABLES for word in strings(table(LANGUAGES / f"{code}.toml"))]
    tags = [f"<{tag}>" for tag in sorted(BLOCK_TAGS | EMPHASIS_TAGS)]
    keys = [f'"{name}":' for name in sorted(PROPERTIES)] + [f'"{name}"' for name in sorted(TYPES)]
    entries = (*MARKS, *tags, *keys, *sorted(HINTING_ATTRIBUTES), *words)
    return list(dict.fromkeys(_escaped(word) for word in entries if 0 < len(word.encode()) <= LONGEST_WORD))


def _escaped(word: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'


def seeds(entry: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of the files an entry point starts from."""
    for kept in sorted((CORPUS / (entry if entry.endswith(("html", "text")) else "cells")).iterdir()):
        yield kept.name, kept.read_bytes()
    if entry in ("parse_html", "parse_text"):
        for page in fixture_pages():
            yield page.name.replace("/", "-"), page.path.read_bytes()[:MOST_BYTES]
        return
    cells = {text for path in CASES.rglob("*.toml") for text in strings(table(path)) if len(text) > 3}
    for number, text in enumerate(sorted(cells)):
        yield f"case-{number}", text.encode()[:MOST_BYTES]
