"""Statements about things the page does not speak of: the shelf a shop sells beside the review, the next film."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewparse.document import Block, Fact, Region

MARKED_UP = frozenset(("json-ld", "microdata", "rdfa"))
"""Syntaxes in which templates state all that stands on a page, other articles and goods included."""

OTHER = "other."
"""Before the path of a fact on something else."""

REVIEWED = ".itemReviewed"

MIN_TEXT = 300
"""Characters of an article that would name what it reviews; pages made by scripts print less."""

MAX_TEXT = 200_000
"""Characters among which names are looked for."""

DENSE = 3
"""How much more a text says in scripts without blanks between words."""

TOLD = 0.5
"""Share of the words of a name that the page prints when it is about that thing."""

_WORD = re.compile(r"\w+")


def related(facts: list[Fact], blocks: Iterable[Block]) -> list[Fact]:
    """The facts; those on a work that neither the article nor the page's title names have ``other.`` before their path.

    The one thing that all metadata calls reviewed is the page's own, printed or not.
    """
    named = {name for fact in facts if (name := _subject(fact))}
    if not named or (len(named) == 1 and any(REVIEWED in fact.locator for fact in facts)):
        return facts
    text = " ".join(_sayings(facts, blocks))[:MAX_TEXT].casefold()
    if len(text) * (1 if text.count(" ") * 20 > len(text) else DENSE) < MIN_TEXT:
        return facts
    words = set(_WORD.findall(text))
    unknown = {name for name in named if not _is_told(name.casefold(), text, words)}
    return [replace(fact, path=OTHER + fact.path) if _subject(fact) in unknown else fact for fact in facts]


def _subject(fact: Fact) -> str:
    """The name of the thing a fact is on, where a template may have stated it."""
    if fact.source not in MARKED_UP:
        return ""
    return fact.value if fact.path == "work.title" else fact.more.get("subject", "")


def _sayings(facts: Iterable[Fact], blocks: Iterable[Block]) -> Iterator[str]:
    yield from (fact.value for fact in facts if fact.path in ("title", "url") and fact.source not in MARKED_UP)
    yield from (block.text for block in blocks if block.region is Region.ARTICLE)


def _is_told(name: str, text: str, words: set[str]) -> bool:
    """Whether a name stands in a text, or at least half of its words do."""
    parts = _WORD.findall(name)
    return not parts or name in text or sum(part in words for part in parts) >= TOLD * len(parts)
