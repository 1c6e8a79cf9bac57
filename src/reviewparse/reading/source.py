"""The front door of reading: whatever holds a page, to a ``Document``."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from os import PathLike
from pathlib import Path

from reviewparse.document import Block, Document, Fact
from reviewparse.errors import InputError
from reviewparse.languages import Words, available, known, words_for
from reviewparse.limits import DEFAULT, TOO_LARGE, TOO_MANY_ATTRIBUTES, TOO_MANY_FACTS, TRUNCATED, Limits
from reviewparse.metadata import MOST_FACTS, facts_of_front_matter, facts_of_tree, split_front_matter
from reviewparse.reading import html
from reviewparse.reading.attributes import without_surplus
from reviewparse.reading.builder import Builder
from reviewparse.reading.charset import clean, decode, encode, to_utf8
from reviewparse.reading.furniture import TOP, paths_of
from reviewparse.reading.language import ENGLISH, SAMPLE, detect
from reviewparse.reading.markdown import to_html
from reviewparse.reading.regions import mark_regions
from reviewparse.reading.unrelated import related
from reviewparse.sites import SiteRule, facts_of_rules, rules_for

MARKUP = re.compile(
    r"<(?:!doctype|\?xml|html|head|body|article|div|p|br|table|span|section|h[1-6]|ul|ol|meta)\b[^<>]{0,2000}>", re.I
)
"""One of these in a string makes it HTML."""

WHOLE_PAGE = re.compile(r"<(?:!doctype|\?xml|html|head|body)\b", re.I)

TEXT_SUFFIXES = frozenset((".txt", ".md", ".markdown", ".text"))

MIN_PROSE = 200
"""Characters of a paragraph that tells the language of a page of lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the caller knows of a page beside the page itself."""

    url: str | None = None
    languages: Sequence[str] = ()
    now: dt.datetime | None = None
    rules: Sequence[SiteRule] = ()
    limits: Limits = DEFAULT

    def __post_init__(self) -> None:
        """The address goes into the result, and may come from as strange a place as the page."""
        if self.url is None:
            return
        object.__setattr__(self, "url", clean(str(self.url)))


NOTHING_KNOWN = Context()


def read(source: object, context: Context = NOTHING_KNOWN) -> Document:
    """A document from text, bytes, a path, or a parsed tree.

    Raises:
        InputError: the source is none of these.
        UnknownLanguage: a code in ``context.languages`` has no table.
        OSError: a path cannot be read.
    """
    if isinstance(source, PathLike):
        path = Path(source)
        with path.open("rb") as file:
            data = file.read(enough(context.limits))
        return read(decode(data), context) if path.suffix.lower() in TEXT_SUFFIXES else read_html(data, context)
    if isinstance(source, bytes | bytearray | memoryview):
        return read_html(bytes(source), context)
    if isinstance(source, str):
        return read_html(source, context) if MARKUP.search(source) else read_text(source, context)
    return read_html(_markup_of_tree(source), context)


def enough(limits: Limits) -> int:
    """Bytes of a file that show whether a page or a text, whose characters have up to four, is too large."""
    return 4 * limits.max_bytes + 4


def read_html(source: str | bytes, context: Context = NOTHING_KNOWN) -> Document:
    """A document from HTML; bytes are decoded as the page declares."""
    most = context.limits.max_bytes
    warnings = [TOO_LARGE] if len(source) > most else []
    data = to_utf8(source[:most]) if isinstance(source, bytes) else encode(source[:most])
    if data[:40].lstrip(b"\xef\xbb\xbf \n\r\t").startswith((b"---", b"+++")):
        front, rest = split_front_matter(data.decode("utf-8"))
        if front:
            body = rest if WHOLE_PAGE.search(rest) else to_html(rest)
            return _document(encode(body), facts_of_front_matter(front), warnings, context)
    return _document(data, [], warnings, context)


def read_text(source: str, context: Context = NOTHING_KNOWN) -> Document:
    """A document from plain text, Markdown included."""
    most = context.limits.max_bytes
    warnings = [TOO_LARGE] if len(source) > most else []
    text = source[:most].replace("\r\n", "\n").replace("\r", "\n")
    front, rest = split_front_matter(text)
    facts = facts_of_front_matter(front) if front else []
    return _document(encode(to_html(rest)), facts, warnings, context)


def _document(data: bytes, facts: list[Fact], warnings: list[str], context: Context) -> Document:
    """Parse, state the facts, walk, tell the language, tell the regions."""
    limits = context.limits
    builder = Builder(limits)
    data, had_surplus = without_surplus(data)
    if had_surplus:
        warnings.append(TOO_MANY_ATTRIBUTES)
    root, cut_short = html.parse(data)
    if cut_short:
        warnings.append(TRUNCATED)
    if root is not None:
        stated, problems = facts_of_tree(root, context.url, limits.max_metadata_bytes)
        facts += stated
        warnings += problems
        facts += facts_of_rules(root, rules_for(context.url, context.rules))
        html.Walk(builder).run(root)
        warnings += builder.warnings
    if len(facts) > limits.max_facts or MOST_FACTS in Counter(fact.source for fact in facts).values():
        warnings.append(TOO_MANY_FACTS)
        del facts[limits.max_facts :]
    text = builder.text()
    lang, words = _language(text, builder.blocks, facts, context.languages)
    mark_regions(builder.blocks, builder.elements, words)
    facts = [*related(facts, builder.blocks), *paths_of(islice(builder.blocks, TOP))]
    return Document(
        text=text,
        blocks=tuple(builder.blocks),
        elements=tuple(builder.elements),
        facts=tuple(facts),
        words=words,
        lang=lang,
        url=context.url,
        now=context.now,
        limits=limits,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _language(
    text: str, blocks: Sequence[Block], facts: Iterable[Fact], languages: Sequence[str]
) -> tuple[str | None, Words]:
    """The page's language and its words; those of the likeliest given language and of English count on every page."""
    given = [known(code) for code in languages]
    declared = [*given, *(fact.value for fact in facts if fact.path == "lang")]
    # the middle of a page is likelier prose than its beginning
    start = max(0, len(text) // 2 - SAMPLE)
    lang = detect(text[start:], declared)
    if lang is None:  # lists of titles and names are of no language; the longest paragraph is prose
        longest = max((block.text for block in blocks), key=len, default="")
        lang = detect(longest, declared) if len(longest) >= MIN_PROSE else None
    told = (lang, *given[:1], ENGLISH)
    return lang, words_for(tuple(dict.fromkeys(code for code in told if code in available())))


def _markup_of_tree(source: object) -> str:
    """The markup of an lxml element or a BeautifulSoup object; neither package is imported for the question."""
    module = type(source).__module__.partition(".")[0]
    if module == "bs4":
        return str(source)
    if module == "lxml":
        return html.serialize(source)
    message = f"a page is str, bytes, a path, or a tree of lxml or BeautifulSoup, not {type(source).__name__}"
    raise InputError(message)
