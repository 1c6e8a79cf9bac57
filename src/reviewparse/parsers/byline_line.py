"""One printed line cut into words and separators, and what the word tables say about its places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold

_ORDINAL = 5
"""Characters that no ordinal number of a day has: ``23rd``."""

LINE_LIMIT = 240
"""Characters of a line that are looked at from either end: no byline is longer."""

MAX_DOTTED = 12
"""Characters up to a middle dot behind a label: ``文・森野ひばり``."""

SEPARATORS = frozenset("|｜•·–—~<>)]）】»«=＝:：*{}-")
"""Tokens that cut a line into passages."""

LIST_SEPARATORS = frozenset(",;/／，；、")

OPENERS = frozenset("([（【")

_BORDER = r":：|｜•·,;/／()（）【】\[\]{}<>–—~»«=＝*，；、"

_TOKEN = re.compile(rf"[^\s{_BORDER}]++|[{_BORDER}]")
"""A run without blanks and separators, or one separator."""

_EDGES = ".'’\"“”„!?"

Phrase = tuple[str, ...]


class Phrases(NamedTuple):
    """Phrases that share a word, and the numbers of words they have, the largest first."""

    phrases: frozenset[Phrase]
    sizes: tuple[int, ...]


NO_PHRASES = Phrases(frozenset(), ())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word tables in the form bylines are read with."""

    by: frozenset[str]
    links: frozenset[str]
    """Last words of labels that lead on to a name as ``by`` does: ``da`` in ``scritto da``."""
    labels: dict[str, Phrases]
    """Last word of a label -> the labels that end in it, longest first."""
    openers: frozenset[str]
    """First words of labels."""
    makers: dict[str, Phrases]
    """First word -> the labels of people who are not the author, longest first."""
    roles: dict[str, Phrases]
    """First word of a role -> the roles that begin with it, longest first."""
    attached_roles: tuple[str, ...]
    """Roles of scripts without blanks, which hang on the name."""
    joiners: frozenset[str]
    makes: frozenset[str]
    ends: frozenset[str]
    articles: frozenset[str]
    owning: frozenset[str]
    """Articles, and words by which a page speaks of its people: ``our``."""
    dates: frozenset[str]
    """Names of months and days."""
    furniture: frozenset[str]
    """Words that may stand before a byline on its line: dates, counters, ``posted``."""
    glued: frozenset[str]
    """Words that do not belong to a name they are glued to."""
    listings: frozenset[str]
    """Headings of lists of other articles."""
    work_makers: dict[str, Phrases]
    """First word -> the labels of those who made the reviewed work, longest first."""
    not_bare: frozenset[str]
    """Words before a name that make it somebody else's: ``featuring``, ``starring``."""
    copyright: frozenset[str]
    not_alone: frozenset[str]
    """Words that name nobody alone behind ``by``."""


@lru_cache(maxsize=64)
def lexicon(words: Words) -> Lexicon:
    """The tables of one language, arranged once."""
    byline = words.byline
    dates = frozenset(word.rstrip(".") for group in (*words.date.months, *words.date.weekdays) for word in group)
    dated = (*words.date.kinds.get("published", ()), *words.date.links, *words.date.times)
    published = {part for phrase in dated for part in phrase.split()}
    labels = (*byline.labels, *byline.by)
    makers = _grouped((*byline.other_makers, *byline.work_makers), place=0)
    return Lexicon(
        by=frozenset(byline.by),
        links=frozenset((*byline.by, *words.credits.by)),
        labels=_grouped(labels, place=-1),
        openers=frozenset(label.split()[0] for label in (*byline.labels, *byline.by, *byline.makes)),
        makers=makers,
        roles=_grouped(byline.roles, place=0),
        attached_roles=tuple(role for role in byline.roles if role == role.upper() and role.isalpha()),
        joiners=frozenset(byline.joiners),
        makes=frozenset(byline.makes),
        ends=frozenset(byline.ends),
        articles=frozenset(byline.articles),
        owning=frozenset((*byline.articles, *words.rating.first_person)),
        dates=dates,
        furniture=dates.union(published, byline.not_names, byline.articles).difference(
            words.date.not_dates, byline.other_makers, byline.makes
        ),
        glued=dates.union(words.page.stop_words, byline.not_names, byline.not_authors, byline.ends, makers)
        - frozenset(byline.particles),
        listings=frozenset(map(fold, words.page.related)),
        work_makers=_work_makers(words),
        not_bare=frozenset(makers).union(words.tracklist.feat),
        copyright=frozenset(words.date.not_dates) & frozenset(byline.ends) | {"c", "©"},
        not_alone=frozenset(byline.not_alone),
    )


def _work_makers(words: Words) -> dict[str, Phrases]:
    byline, credits_ = words.byline, words.credits
    roles = [role for table in (credits_.people, credits_.things) for phrases in table.values() for role in phrases]
    page = {*byline.labels, *byline.other_makers, *credits_.page_makers}
    return _grouped((*byline.work_makers, *(role for role in roles if role not in page)), place=0)


def _grouped(phrases: tuple[str, ...], *, place: int) -> dict[str, Phrases]:
    groups: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        parts = tuple(_TOKEN.findall(phrase))
        groups.setdefault(parts[place], []).append(parts)
    return {
        word: Phrases(frozenset(group), tuple(sorted({len(phrase) for phrase in group}, reverse=True)))
        for word, group in groups.items()
    }


class Line:
    """A line cut into tokens; ``folded`` holds them without case and outer punctuation."""

    __slots__ = ("ends", "folded", "starts", "text", "tokens")

    def __init__(self, text: str, labels: frozenset[str] = frozenset()) -> None:
        """Cut once; positions in the lists are called places.

        A middle dot belongs to names of scripts without blanks; it cuts behind one of these labels only.
        """
        self.text = text
        dot = text.find("・", 1, MAX_DOTTED) if labels else -1
        if dot > 0 and text[:dot].strip(" （(【[") in labels:
            text = f"{text[:dot]}:{text[dot + 1 :]}"
        found = list(_TOKEN.finditer(text))
        self.tokens = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.folded = [token.strip(_EDGES).casefold() or token for token in self.tokens]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.tokens)

    def is_separator(self, place: int) -> bool:
        """Whether the token cuts the line; outside of it everything is cut."""
        return not 0 <= place < len(self.tokens) or self.tokens[place] in SEPARATORS

    def phrase_before(self, stop: int, groups: dict[str, Phrases]) -> int | None:
        """Where the longest phrase begins that ends before ``stop``; groups are by last word."""
        group = groups.get(self.folded[stop - 1], NO_PHRASES) if stop else NO_PHRASES
        for size in group.sizes:
            start = stop - size
            if start >= 0 and tuple(self.folded[start:stop]) in group.phrases:
                return start
        return None

    def phrase_at(self, start: int, groups: dict[str, Phrases]) -> int | None:
        """Where the longest phrase ends that begins at ``start``; groups are by first word."""
        group = groups.get(self.folded[start], NO_PHRASES)
        for size in group.sizes:
            if start + size <= len(self.folded) and tuple(self.folded[start : start + size]) in group.phrases:
                return start + size
        return None

    def is_date(self, place: int, lex: Lexicon) -> bool:
        """Whether a date begins here: a number, or a month or day name beside one."""
        token = self.tokens[place]
        if token[0].isdigit():
            if not any(char.isalpha() for char in token[2:]) or token[:3].isdigit():
                return True
            # "3rd March": an ending of one or two letters, and a month behind
            return (
                len(token) < _ORDINAL
                and self.folded[place + 1 : place + 2] != []
                and self.folded[place + 1] in lex.dates
            )
        if self.folded[place] not in lex.dates:
            return False
        following = [other for other in self.tokens[place + 1 : place + 3] if other not in LIST_SEPARATORS][:1]
        return any(other[0].isdigit() or other.casefold().strip(_EDGES) in lex.dates for other in following)
