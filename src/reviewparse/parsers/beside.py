"""Authors beside something that proves them: a date, a job title, a counter, a copyright sign."""

from __future__ import annotations

import re
from itertools import pairwise

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers import byline_names
from reviewparse.parsers.author_list import may_sign, name_hit
from reviewparse.parsers.byline_line import LIST_SEPARATORS, NO_PHRASES, OPENERS, SEPARATORS, Lexicon, Line, lexicon
from reviewparse.parsers.names import looks_like_author

Names = tuple[str, ...]

MAX_NAME_WORDS = 4
"""Words of the longest name beside a counter or year."""

_NUMERIC_DATE = re.compile(r"\d{1,4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,4}")
"""Three numbers of a date, which a catalogue number or playing time are not: ``3/4/2010``, ``2009年07月13日``."""

_TIME = re.compile(r"\d{1,2}")

_STRIP = frozenset("|•·/")
"""Separators of a strip of date, author and counters."""


def beside(text: str, words: Words) -> Hit[Names] | None:
    """A name beside a date, a job title, a counter or a copyright sign."""
    line, lex = Line(text), lexicon(words)
    if not line.tokens:
        return None
    if not text.isascii():
        unspaced = beside_unspaced(line, lex, words)
        if unspaced is not None:
            return unspaced
    found = _beside_date_or_role(line, lex, words) or _behind_counter(line, lex, words)
    return found or _in_strip(line, lex, words) or _in_copyright(line, lex, words)


def _beside_date_or_role(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``Greywolf, July 9th, 2004``; ``Orla Venn on October 21, 2021``; ``Orla Venn, Staff Writer``."""
    if not line.tokens[0][0].isalpha() or line.folded[0] in lex.ends:
        return None
    place = next((p for p in range(1, min(len(line), 8)) if _proves(line, p, lex)), 0)
    if not place:
        return None
    names = byline_names.read(line, 0, lex, words)
    if names is None or names.span is None or not names.quote[0].isupper():
        return None
    between = [p for p in range(place) if line.starts[p] >= names.span[1]]
    if not between and " " not in names.quote:
        # "Published 3 May", "Erschienen 3. Mai": one word before a date says what was done then
        return None
    divides = (LIST_SEPARATORS | SEPARATORS | OPENERS | lex.ends) - {":", "："}
    return names if all(line.tokens[p] in divides or line.folded[p] in divides for p in between) else None


def _proves(line: Line, place: int, lex: Lexicon) -> bool:
    """A full date, or a job title to the end of the line."""
    end = line.phrase_at(place, lex.roles)
    closed = end is not None and line.tokens[place - 1] in OPENERS and end == len(line) - 1
    if end is not None and (end == len(line) or closed) and end - place > 1:
        return True
    if _TIME.fullmatch(line.tokens[place]) and line.folded[place - 1] in lex.ends:
        return all(_is_date_part(line, p, lex) for p in range(place, len(line)))
    if not line.is_date(place, lex):
        return False
    rest = range(place, len(line))
    # month and year alone date a record or a show
    numbers = sum(line.tokens[p][0].isdigit() for p in rest)
    named = any(line.folded[p] in lex.dates for p in rest)
    exact = numbers > 1 if named else numbers > 2 and _NUMERIC_DATE.search(line.text, line.starts[place]) is not None
    whole = any(line.tokens[p].count(".") > 1 or line.tokens[p].count("-") > 1 for p in rest)
    return (exact or whole) and all(_is_date_part(line, p, lex) for p in rest)


def _is_date_part(line: Line, place: int, lex: Lexicon) -> bool:
    token = line.tokens[place]
    if token[0].isdigit() or not token[0].isalpha() or line.folded[place] in lex.furniture:
        return True
    # "782 words", "9 likes": whatever is counted
    return place > 0 and token.islower() and line.tokens[place - 1].isdigit()


def beside_unspaced(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """Scripts without capitals: ``山田花子記者``, ``山田花子2025年1月13日``, ``김하늘 기자``, ``칼럼니스트 김하늘``."""
    first = line.tokens[0]
    glue = byline_names.glued(first, lex) if _is_caseless(first) else 0
    if glue and (first[glue : glue + 4].isdigit() or (len(line) == 1 and not first[glue].isdigit())):
        name = first[:glue]
        return name_hit(line.text, line.starts[0], name) if looks_like_author(name, words) else None
    roles = [
        place
        for place in range(min(len(line), 2 * MAX_NAME_WORDS))
        if (line.folded[place],) in lex.roles.get(line.folded[place], NO_PHRASES).phrases
    ]
    for place in roles:
        for other in (place - 1, place + 1):
            if 0 <= other < len(line) and _is_caseless(line.tokens[other]) and other not in roles:
                name = line.tokens[other]
                return name_hit(line.text, line.starts[other], name) if looks_like_author(name, words) else None
    return None


def _is_caseless(token: str) -> bool:
    return token[0].isalpha() and not token[0].isupper() and not token[0].islower()


def _behind_counter(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``March 3, 2009 · 4 min · Amar Sindhu``; ``14 March 2022 9 Comments Livia Corsi``."""
    place = 0
    while place < len(line) and _is_date_part(line, place, lex):
        place += 1
    if not 2 <= place < len(line) or not any(line.tokens[p][0].isdigit() for p in range(place)):
        return None
    counted = line.tokens[place - 1][0].isalpha() and line.tokens[place - 2].isdigit()
    dated = line.tokens[place - 1] == "," and place > 2 and any(line.is_date(p, lex) for p in range(place - 1))
    if not (counted or dated or line.is_separator(place - 1)) or len(line) - place > MAX_NAME_WORDS:
        return None
    name = line.text[line.starts[place] :].strip()
    return name_hit(line.text, line.starts[place], name) if looks_like_author(name, words) else None


def _in_strip(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``March 3, 2011 | Orla Venn | 12 comments``: one passage is a name, all others are dates and counters."""
    cuts = [-1, *(place for place, token in enumerate(line.tokens) if token in _STRIP), len(line)]
    named: list[tuple[int, int]] = []
    for before, after in pairwise(cuts):
        if not all(_is_date_part(line, place, lex) for place in range(before + 1, after)):
            named.append((before + 1, after - 1))
    if len(named) > 1:
        # "Fiction", "Film": the section in which it appeared
        sections = words.byline.not_authors
        named = [
            (first, last)
            for first, last in named
            if not all(line.folded[place] in sections for place in range(first, last + 1))
            and line.phrase_at(first, lex.roles) != last + 1
        ]
    if len(named) != 1 or len(cuts) < 3 or not any(line.is_date(place, lex) for place in range(len(line))):
        return None
    start, end = line.starts[named[0][0]], line.ends[named[0][1]]
    name = line.text[start:end]
    return name_hit(line.text, start, name) if may_sign(name, words) else None


def _in_copyright(line: Line, lex: Lexicon, words: Words) -> Hit[Names] | None:
    """``Review © 2011 Orla Venn``, ``review copyright (c) 2004 J. Holm``: the right to this text is its author's."""
    if line.folded[0] not in lex.makes or lex.copyright.isdisjoint(line.folded[1:5]):
        return None
    year = next((p for p in range(2, min(len(line) - 1, 8)) if line.tokens[p].isdigit()), None)
    if year is None or len(line) - year > MAX_NAME_WORDS + 1:
        return None
    name = line.text[line.starts[year + 1] :].strip()
    return name_hit(line.text, line.starts[year + 1], name) if looks_like_author(name, words) else None
