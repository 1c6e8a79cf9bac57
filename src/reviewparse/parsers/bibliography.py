"""The facts of a book as reviews print them: ``Ada Quist: Die Mole. Roman. Fernhill, Berlin 2019. 288 Seiten, 24 EUR``.

On one line or on a few short ones; what marks them is the number of pages or the ISBN.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewparse.chars import QUOTES
from reviewparse.evidence import Hit, Span
from reviewparse.languages import Words
from reviewparse.parsers.company import is_company, names_company
from reviewparse.parsers.work_names import looks_like_person

MAX_TEXT = 500
"""Characters; what is longer is prose that mentions a number of pages."""

MAX_TITLE = 120
"""Characters of a title in such a line."""


_SEGMENT = re.compile(r"[^.,;|/•·()\n]{1,120}(?:\.(?=[^\s.])[^.,;|/•·()\n]{0,40}){0,4}")
_PRICE = re.compile(r"(?:[£$€]|\b(?:EUR|USD|CHF|Euro)\b)\s{0,2}\d|\d\s{0,2}(?:[£$€]|(?:EUR|Euro|CHF)\b)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?\s{0,2}:?\s{0,2}(?P<number>[\d–-]{9,16}[\dXx])")
_PLACE_YEAR = re.compile(r"[^\W\d_][\w.-]{2,30}(?:[ /][^\W\d_][\w-]{2,20})?\s{1,2}(?:19|20)\d\d")
_YEAR_BEHIND = re.compile(r"[\s,](?:19|20)\d\d$")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_AUTHOR_TITLE = re.compile(r"(?P<author>[^:.,\n]{4,60}):\s{1,2}(?P<title>[^\n.]{2,120})")
_AUTHOR_TITLE_LISTED = re.compile(
    r"(?P<author>[^:.,\n\d]{4,60}),\s(?P<title>[^\n,]{2,120}),\s(?P<label>[^\n,.]{2,40})(?:,\s[^\n,.]{2,40})?[,.]\s"
)
"""The same with commas throughout, as in Italy, Spain and France."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What such lines say; each part as a hit in them."""

    label: Hit[str] | None = None
    year: Hit[int] | None = None
    isbn: Hit[str] | None = None
    author: Hit[str] | None = None
    title: Hit[str] | None = None


@lru_cache(maxsize=64)
def _pages(words: Words) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.work.pages), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\b\d{{2,4}}\s?(?:{names})(?!\w)", re.IGNORECASE)


def marks_book(line: str, words: Words) -> bool:
    """Whether a line prints a number of pages or an ISBN."""
    return bool(_DIGIT.search(line)) and bool(_pages(words).search(line) or _ISBN.search(line))


def counts_pages(text: str, words: Words) -> bool:
    """Whether a text says a number of pages and nothing else: ``312pp``."""
    return bool(_pages(words).fullmatch(text))


def parse_bibliography(text: str, words: Words) -> Bibliography | None:
    """Publisher, year, ISBN, author and title of a line, or a few, that print the facts of a book; else ``None``.

    >>> from reviewparse.languages import load
    >>> parse_bibliography("Fernhill, 288 pages, £16.50", load("en")).label.value
    'Fernhill'
    """
    if len(text) > MAX_TEXT or not any(char.isdigit() for char in text):
        return None
    pages, price, isbn = _pages(words).search(text), _PRICE.search(text), _ISBN.search(text)
    facts = [match for match in (pages, price, isbn) if match]
    if not facts:
        return None
    listed = _listed(text, words) if pages or isbn else None
    label = (
        _hit(text, listed.span("label"))
        if listed is not None
        else _publisher(text, min(match.start() for match in facts), words, sure=bool(pages or isbn))
    )
    if label is None and isbn is None:
        return None
    year = _YEAR.search(text, label.span[1] if label.span else 0) if label is not None else None
    author, title = _work(text, words) if pages or isbn else (None, None)
    return Bibliography(
        label=label,
        year=Hit(int(year[0]), year[0], year.span()) if year else None,
        isbn=Hit(isbn["number"], isbn["number"], isbn.span("number")) if isbn else None,
        author=author,
        title=title,
    )


def _publisher(text: str, stop: int, words: Words, *, sure: bool) -> Hit[str] | None:
    """The segment with a word of publishers; the one before place and year; name and year; the only one before."""
    segments = [span for span in map(_trimmed, _SEGMENT.finditer(text)) if span[0] < span[1]]
    for start, end in segments:
        if dated := _YEAR_BEHIND.search(text, start, end):
            end = dated.start()  # noqa: PLW2901 - "Fernhill Press 2019" without its year
        if names_company(text[start:end], words) and is_company(text[start:end], words):
            return _hit(text, (start, end))
    if not sure:
        return None
    for span, following in pairwise(segments):
        if _PLACE_YEAR.fullmatch(text, *following) and _is_publisher(text[slice(*span)], words):
            return _hit(text, span)
    for span in segments:
        dated = _YEAR_BEHIND.search(text, *span)
        if dated and _is_publisher(text[span[0] : dated.start()], words):
            return _hit(text, (span[0], dated.start()))
    before = [span for span in segments if span[1] <= stop]
    if len(before) == 2 and _names_author(text[slice(*before[0])], words):
        del before[0]  # "The Drowned Almanac by Piers Holloway. Marram, 312 pp."
    alone = len(before) == 1 and "\n" not in text and _is_publisher(text[slice(*before[0])], words)
    return _hit(text, before[0]) if alone else None


def _names_author(part: str, words: Words) -> bool:
    """Whether a part is a title with its author behind it, or says who translated the book."""
    return any(looks_like_person(part.rpartition(f" {by} ")[2], words) for by in words.work.by if f" {by} " in part)


def _is_publisher(name: str, words: Words) -> bool:
    short = len(name.split()) <= 4 and ":" not in name
    return short and is_company(name, words) and not looks_like_person(name, words) and not _names_author(name, words)


def _work(text: str, words: Words) -> tuple[Hit[str] | None, Hit[str] | None]:
    """``Ada Quist: Die Mole.``, or author and title on lines of their own."""
    match = _AUTHOR_TITLE.search(text) or _listed(text, words)
    if match and looks_like_person(match["author"].strip(), words):
        author = match.start("author") + len(match["author"]) - len(match["author"].lstrip())
        return _hit(text, (author, match.end("author"))), _hit(text, _unquoted(text, match.span("title")))
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]{1,300}", text)]
    for span, following in reversed(list(pairwise(lines))):
        signed = _signed(text, following, words)
        if signed is not None and span[1] - span[0] <= MAX_TITLE and _signed(text, span, words) is None:
            return _hit(text, signed), _hit(text, span)
    for span, following in pairwise(lines[:-1]):
        if (
            _signed(text, span, words) is None
            and looks_like_person(text[slice(*span)], words)
            and following[1] - following[0] <= MAX_TITLE
        ):
            return _hit(text, span), _hit(text, following)
    return None, None


def _listed(text: str, words: Words) -> re.Match[str] | None:
    """``Ada Quist, La talpa, Fernhill, 2019, 288 pagine``: a publisher stands behind the title."""
    match = _AUTHOR_TITLE_LISTED.match(text)
    if match is None or not looks_like_person(match["author"].strip(), words):
        return None
    named = is_company(match["label"], words) and not _DIGIT.search(match["label"])
    return match if named and not looks_like_person(match["title"], words) else None


def _unquoted(text: str, span: Span) -> Span:
    inner = text[slice(*span)].strip(f"{QUOTES} ")
    start = text.find(inner, *span) if inner else span[0]
    return (start, start + len(inner)) if inner else span


def _signed(text: str, line: Span, words: Words) -> Span | None:
    """The author of ``By Ada Quist``, a line below the title."""
    first, _, name = text[slice(*line)].partition(" ")
    if first.casefold() not in words.work.by or not looks_like_person(name, words):
        return None
    return line[1] - len(name), line[1]


def _trimmed(match: re.Match[str]) -> Span:
    text = match[0]
    return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip())


def _hit(text: str, span: Span) -> Hit[str]:
    return Hit(text[slice(*span)], text[slice(*span)], span)
