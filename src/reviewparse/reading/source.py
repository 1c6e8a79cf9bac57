"""The front door of reading: whatever holds a page, to a ``Document``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from reviewparse.document import Document, Fact
from reviewparse.errors import InputError
from reviewparse.languages import Words, available, words_for
from reviewparse.metadata import facts_of_front_matter, facts_of_tree, split_front_matter
from reviewparse.reading import html
from reviewparse.reading.builder import Builder
from reviewparse.reading.charset import decode, encode
from reviewparse.reading.language import SAMPLE, detect
from reviewparse.reading.markdown import to_html
from reviewparse.reading.regions import mark_regions

MAX_BYTES = 5_000_000
"""What is read of a page; the rest is cut, and ``too_large`` is said."""

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|article|div|p|br|table|span|section|h[1-6]|ul|ol|meta)\b[^<>]{0,2000}>", re.I
)
"""One of these in a string makes it HTML."""

WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.I)

TEXT_SUFFIXES = frozenset((".txt", ".md", ".markdown", ".text"))


def read(source: object, *, url: str | None = None, languages: Sequence[str] = ()) -> Document:
    """A document from text, bytes, a path, or a parsed tree.

    Raises:
        InputError: the source is none of these.
        UnknownLanguage: a code in ``languages`` has no table.
        OSError: a path cannot be read.
    """
    if isinstance(source, PathLike):
        path = Path(source)
        data = path.read_bytes()
        if path.suffix.lower() in TEXT_SUFFIXES:
            return read(decode(data), url=url, languages=languages)
        return read_html(data, url=url, languages=languages)
    if isinstance(source, bytes | bytearray | memoryview):
        return read_html(bytes(source), url=url, languages=languages)
    if isinstance(source, str):
        reader = read_html if MARKUP.search(source) else read_text
        return reader(source, url=url, languages=languages)
    return read_html(_markup_of_tree(source), url=url, languages=languages)


def read_html(source: str | bytes, *, url: str | None = None, languages: Sequence[str] = ()) -> Document:
    """A document from HTML; bytes are decoded as the page declares."""
    warnings = ["too_large"] if len(source) > MAX_BYTES else []
    source = source[:MAX_BYTES]
    text = decode(source) if isinstance(source, bytes) else source
    if _may_have_front_matter(text):
        front, rest = split_front_matter(text)
        if front:
            body = rest if WHOLE_PAGE.search(rest) else to_html(rest)
            return _document(body, facts_of_front_matter(front), warnings, url, languages)
    return _document(text, [], warnings, url, languages)


def read_text(source: str, *, url: str | None = None, languages: Sequence[str] = ()) -> Document:
    """A document from plain text, Markdown included."""
    warnings = ["too_large"] if len(source) > MAX_BYTES else []
    text = source[:MAX_BYTES].replace("\r\n", "\n").replace("\r", "\n")
    front, rest = split_front_matter(text)
    facts = facts_of_front_matter(front) if front else []
    return _document(to_html(rest), facts, warnings, url, languages)


def _may_have_front_matter(text: str) -> bool:
    return text[:40].lstrip("\ufeff \n\r\t").startswith(("---", "+++"))


def _document(
    markup: str, facts: list[Fact], warnings: list[str], url: str | None, languages: Sequence[str]
) -> Document:
    """Parse, state the facts, walk, tell the language, tell the regions."""
    builder = Builder()
    root, cut_short = html.parse(encode(markup))
    if cut_short:
        warnings.append("truncated")
    if root is not None:
        stated, problems = facts_of_tree(root, url)
        facts += stated
        warnings += problems
        html.Walk(builder).run(root)
    text = builder.text()
    lang, words = _language(text, facts, languages)
    mark_regions(builder.blocks, words)
    return Document(
        text=text,
        blocks=tuple(builder.blocks),
        elements=tuple(builder.elements),
        facts=tuple(facts),
        words=words,
        lang=lang,
        url=url,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _language(text: str, facts: Iterable[Fact], languages: Sequence[str]) -> tuple[str | None, Words]:
    """The page's language and its words; English words are understood on every page."""
    declared = [*languages, *(fact.value for fact in facts if fact.path == "lang")]
    # the middle of a page is likelier prose than its beginning
    start = max(0, len(text) // 2 - SAMPLE)
    lang = detect(text[start:], declared)
    codes = dict.fromkeys(code for code in (lang, *languages, "en") if code in available() or code in languages)
    return lang, words_for(tuple(code for code in codes if code))


def _markup_of_tree(source: object) -> str:
    """The markup of an lxml element or a BeautifulSoup object; neither package is imported for the question."""
    module = type(source).__module__.partition(".")[0]
    if module == "bs4":
        return str(source)
    if module == "lxml":
        return html.serialize(source)
    message = f"a page is str, bytes, a path, or a tree of lxml or BeautifulSoup, not {type(source).__name__}"
    raise InputError(message)
