"""Record labels, publishers and distributors as reviews print them.

On a labelled line (``Label: Grey Heron``), in a sentence (``available through Quill & Drum``) and in brackets behind a
title (``(Hymnal Records)``, ``(52:51 / Ironhammer)``). Lines of facts of a book are read by ``bibliography``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers.bibliography import parse_bibliography
from reviewparse.parsers.company import company_before, company_from, is_company, names_company
from reviewparse.parsers.labels import fold, split_label

MAX_LINE = 4000
"""Characters of a line that is looked at."""

MAX_BACK = 70
"""Characters before a participle in which the label may be named."""

MAX_GAP = 45
"""Characters between a word of releasing and the preposition: a date or a place."""

_BRACKET = re.compile(r"\((?P<inside>[^()]{3,80})\)")
_PARTS = re.compile(r"\s{0,3}[/|,;•·]\s{0,3}|\s{1,3}[–-]\s{1,3}")
_PLAYING_TIME = re.compile(r"\d{1,3}[:.'’]\d\d(?:[\"”'’]{0,2})(?:\s?\w{1,7}\.?)?")
_TRAILING_YEAR = re.compile(r"[\s,/(–-]{1,4}(?:19|20)\d\d\)?\s{0,2}$")
_REMARK = re.compile(r"\s{0,2}[(\[](?P<inside>[^()\[\]]{0,80})[)\]]?\s{0,2}$")
_SENTENCE_END = frozenset(".;!?")


def scan_label(text: str, words: Words) -> Iterator[Hit[str]]:
    """Labels named in a line, in printed order; nothing for shops, formats and dates in their place.

    >>> from reviewparse.languages import load
    >>> [hit.value for hit in scan_label("This soundtrack is available through Quill & Drum.", load("en"))]
    ['Quill & Drum']
    """
    if not text or len(text) > MAX_LINE:
        return
    labelled = scan_labelled(text, words)
    if labelled is not None:
        yield from labelled
        return
    found = False
    for scan in (scan_sentence, scan_before_verb, scan_brackets):
        for hit in scan(text, words):
            found = True
            yield hit
    book = None if found else parse_bibliography(text, words)
    if book is not None and book.label is not None:
        yield book.label


# --- labelled lines ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _labels(words: Words) -> frozenset[str]:
    return frozenset(map(fold, words.work.label))


def scan_labelled(text: str, words: Words) -> list[Hit[str]] | None:
    """The value of ``Label: ...``; ``None`` when the line is none, ``[]`` when its value is no name."""
    line = split_label(text)
    if line is None or line.label not in _labels(words):
        return None
    value = label_value(line.value, words)
    if value is None:
        return []
    start = text.index(value, line.offset)
    return [Hit(value, value, (start, start + len(value)))]


def label_value(value: str, words: Words) -> str | None:
    """The label in the value of a labelled line: without year and remarks; ``None`` when it is no name.

    >>> from reviewparse.languages import load
    >>> label_value("Grey Heron, 2012", load("en")), label_value("2010, drama, reviews", load("en"))
    ('Grey Heron', None)
    >>> label_value("Grey Heron; GHR 014; 2012; 9 tracks", load("en"))
    'Grey Heron'
    """
    name, _, rest = value.partition(";")
    if any(letter.isdigit() for letter in rest):
        value = name
    value = _TRAILING_YEAR.sub("", value.strip()).strip(" ,;:|–—-")
    remark = _REMARK.search(value)
    if remark and (not remark["inside"] or not _only_names(remark["inside"])):
        value = value[: remark.start()].strip()
    if fold(value) in map(fold, words.work.self_released):
        return value
    return value.rstrip(",;") if is_company(value, words) else None


def _only_names(text: str) -> bool:
    return all(not word[0].islower() for word in text.split())


# --- sentences --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _prepositions(words: Words) -> re.Pattern[str]:
    strong, weak = _any(words.work.label_before), _any(words.work.label_before_company)
    return re.compile(rf"(?<=[\s,])(?:(?P<strong>{strong})|{weak})\s", re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) or r"(?!)"


def scan_sentence(text: str, words: Words, *, any_name: bool = False) -> Iterator[Hit[str]]:
    """``released (on 3 May) by``, ``courtesy of``, ``on the ... imprint``, followed by a name.

    Where only companies bring works out, as of games, ``any_name`` lets a name count without a word for a company.
    """
    lower = text.lower()
    if len(lower) != len(text):
        return
    seen: set[int] = set()
    for start, strong in _sentence_starts(text, lower, words):
        span = company_from(text, start, words)
        told = strong or (any_name and text[:start].rsplit(maxsplit=1)[-1].lower() in words.credits.by)
        if span is None or span[0] in seen or not (told or names_company(text[slice(*span)], words)):
            continue
        seen.add(span[0])
        yield Hit(text[slice(*span)], text[slice(*span)], span)
    for noun in words.work.label_after:
        if noun in words.work.companies:
            continue  # "Fernhill Verlag" is a name with its noun; "the Night Shelf imprint" is not
        for at in _occurrences(lower, noun):
            span = company_before(text, at, words)
            if span is not None and span[0] not in seen:
                seen.add(span[0])
                yield Hit(text[slice(*span)], text[slice(*span)], span)


def _sentence_starts(text: str, lower: str, words: Words) -> Iterator[tuple[int, bool]]:
    """Where a label's name would begin, and whether the words before say so without help."""
    for phrase in words.work.label_sentences:
        for at in _occurrences(lower, phrase):
            yield at + len(phrase), True
    before = _prepositions(words)
    for verb in words.work.label_verbs:
        for at in _occurrences(lower, verb):
            stop = at + len(verb)
            for match in before.finditer(text, stop, stop + MAX_GAP):
                if not _SENTENCE_END.isdisjoint(text[stop : match.start()].rstrip()):
                    break
                yield match.end() - 1, match["strong"] is not None


def scan_before_verb(text: str, words: Words) -> Iterator[Hit[str]]:
    """The name before the participle, as German and Dutch order them: ``im Fernhill Verlag erschienen``."""
    lower = text.lower()
    if len(lower) != len(text):
        return
    before = _prepositions(words)
    for verb in words.work.label_verbs:
        for at in _occurrences(lower, verb):
            if before.match(text, at + len(verb) + 1) is not None:
                continue  # "made by Tin Hall Studios, published by Grey Heron": its own name follows
            for match in before.finditer(text, max(0, at - MAX_BACK), at):
                span = company_from(text, match.end() - 1, words)
                if span is not None and span[1] <= at and names_company(text[slice(*span)], words):
                    yield Hit(text[slice(*span)], text[slice(*span)], span)
                    return


def _occurrences(lower: str, phrase: str) -> Iterator[int]:
    """Offsets of a phrase as whole words."""
    at = lower.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (at and lower[at - 1].isalnum()) and not lower[end : end + 1].isalnum():
            yield at
        at = lower.find(phrase, end)


# --- brackets ---------------------------------------------------------------------------------------------------------


def scan_brackets(text: str, words: Words) -> Iterator[Hit[str]]:
    """``(Hymnal Records)``, ``(Hymnal Records, 2012)``, ``(52:51 / Ironhammer)``."""
    if "(" not in text:
        return
    for match in _BRACKET.finditer(text):
        name = _in_bracket(match["inside"], words)
        if name is not None:
            start = text.index(name, match.start("inside"))
            yield Hit(name, name, (start, start + len(name)))


def _in_bracket(inside: str, words: Words) -> str | None:
    if names_company(inside, words) and is_company(inside, words):
        return inside.strip()
    parts = [part for part in _PARTS.split(inside) if part]
    timed = any(_PLAYING_TIME.fullmatch(part) for part in parts)
    named = [part for part in parts if not part[0].isdigit() and is_company(part, words)]
    if len(parts) > 1 and timed and named:
        return named[0]
    sure = [part for part in named if names_company(part, words)]
    return sure[0] if sure and len(parts) <= 3 else None
