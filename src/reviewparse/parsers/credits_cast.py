"""Cast lists: actors, with or without the parts they play.

Which side is the actor is decided once for a list: ``Bo Tarn - Hode``, ``Hode: Bo Tarn``, ``Bo Tarn as Hode``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.model import Credit
from reviewparse.parsers.credit_names import are_makers, cut_makers, is_maker
from reviewparse.parsers.credit_values import credit
from reviewparse.parsers.credit_words import any_of
from reviewparse.parsers.credits_personnel import Item, cut_items
from reviewparse.parsers.roles import ACTOR, PrintedRole

MAX_PART = 60
"""Characters of the longest part."""


@lru_cache(maxsize=64)
def _as(words: Words) -> re.Pattern[str]:
    alternatives, joiners = any_of(words.credits.as_), any_of(words.credits.joiners)
    return re.compile(
        rf"(?P<actor>[^,;]{{2,60}}?)\s(?:{alternatives})\s(?P<part>[^,;]{{1,60}}?)(?=,|;|\s(?:{joiners})\s[^,;]{{2,40}}\s(?:{alternatives})\s|\.?$)",
        re.IGNORECASE,
    )


def scan_cast(lines: Sequence[str], words: Words, *, printed: str = "") -> Iterator[Hit[Credit]]:
    """The actors of a cast list; spans are offsets into the lines joined by newlines.

    >>> from reviewparse.languages import load
    >>> hits = scan_cast(["Hode: Bo Tarn", "Nell: Ida Moss"], load("en"))
    >>> [(hit.value.names, hit.value.character) for hit in hits]
    [(('Bo Tarn',), 'Hode'), (('Ida Moss',), 'Nell')]
    """
    text = "\n".join(lines)
    offset = 0
    items: list[Item] = []
    for number, line in enumerate(lines):
        found = cut_entries(line, words, number)
        items += [replace(item, start=item.start + offset, end=item.end + offset) for item in found]
        offset += len(line) + 1
    for item, value in read_cast(items, words, PrintedRole(ACTOR, printed)):
        yield Hit(value, text[item.start : item.end], (item.start, item.end))


def cut_entries(line: str, words: Words, number: int = 0) -> list[Item]:
    """The entries of one line of a cast: ``Bo Tarn as Hode``, or cut as those of any list."""
    matches = list(_as(words).finditer(line)) if len(line) < 1000 else []
    if not matches:
        return cut_items(line, words, number)
    joiners = words.credits.joiners
    items = []
    for match in matches:
        actor = match["actor"].strip(" -–•*")
        for joiner in joiners:
            actor = actor.removeprefix(f"{joiner} ")
        items.append(Item(actor, match["part"].strip(), number, match.start(), match.end(), closed=True))
    return items


def read_cast(items: Sequence[Item], words: Words, role: PrintedRole) -> Iterator[tuple[Item, Credit]]:
    """The credits of the entries of one cast list."""
    pairs = [item for item in items if item.right]
    left = sum(_full_name(item.left, words) for item in pairs)
    right = sum(_full_name(item.right, words) for item in pairs)
    for item in items:
        actor, part = (item.right, item.left) if right > left else (item.left, item.right)
        makers = cut_makers(actor.strip(" ."), words)
        if not are_makers(makers, words) or len(part) > MAX_PART:
            continue
        character = part.strip(" .“”\"'") or None if len(makers) == 1 else None
        yield item, credit(role, tuple(maker.name for maker in makers), character=character)


def _full_name(text: str, words: Words) -> bool:
    return " " in text.strip() and is_maker(text, words)
