"""Lines between the tracks that belong to them: composers, movements, parts, performers, ends of wrapped titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.tracklist_items import Item
from reviewparse.parsers.tracklist_prose import is_sentence

LONG_LINE = 46
"""Characters from which on a printed line may have been wrapped."""

_LIFE = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_][^\d()\[\]]{2,50}?)\s?[(\[](?:[^\W\d_]{1,4}\.?\s?|\*)?1\d{3}(?:\s?[-–—]\s?(?:\d{2,4})?)?[)\]]:?"
)
"""``Petr HALAS (1871–1930)``: a composer with the dates of a life."""

_PART = re.compile(r"(?P<mark>[IVX]{1,5}|[ivx]{1,5}|[a-h])[.)]\s+(?P<title>\S.*)")

_FIRST_MARKS = frozenset(("I", "i", "a"))


def settle_works(items: Sequence[Item], above: str, words: Words) -> list[Item]:
    """Give each line in between to the item it belongs to.

    Args:
        items: The items of one list, with the lines below each.
        above: The line before the first item: it may name its composer.
        words: Where the words for performers stand.
    """
    settled: list[Item] = []
    composer = life(above)
    wrapped = _share(items) < 0.3
    for item in items:
        name = life(item.text) if item.position is None else None
        if name is not None:
            composer = name
            continue
        part = _PART.fullmatch(item.text) if item.position is None else None
        if part is not None and settled and (settled[-1].parts or part["mark"] in _FIRST_MARKS):
            settled[-1] = replace(settled[-1], parts=(*settled[-1].parts, item.text))
            continue
        settled.append(_with_below(item, composer, words, wrapped=wrapped))
        composer = next(filter(None, map(life, item.below)), composer)
    return settled if len(settled) > 1 or not items else list(items)


def life(line: str) -> str | None:
    """The name in a line that is a name with the dates of a life, or ``None``."""
    match = _LIFE.fullmatch(line) if line.endswith((")", "]", ":")) else None
    return None if match is None else match["name"].strip(" ,")


def read_part(text: str) -> tuple[str, str]:
    """Mark and title of a part: ``II. Adagio`` gives ``II`` and ``Adagio``."""
    match = _PART.fullmatch(text)
    return ("", text) if match is None else (match["mark"], match["title"])


def _share(items: Iterable[Item]) -> float:
    counts = [bool(item.below) for item in items]
    return sum(counts) / max(1, len(counts))


def _with_below(item: Item, composer: str | None, words: Words, *, wrapped: bool) -> Item:
    parts = tuple(line for line in item.below if _PART.fullmatch(line))
    if parts and _PART.fullmatch(parts[0])["mark"] in _FIRST_MARKS:  # type: ignore[index]
        item = replace(item, parts=parts)
    elif item.below and (performer := _performer(words).fullmatch(item.below[0])) is not None:
        item = replace(item, artist=performer["name"].strip(" ."))
    elif len(item.below) == 1 and wrapped and _is_wrapped(item):
        item = replace(item, text=f"{item.text} {item.below[0]}")
    return item if composer is None or item.artist else replace(item, artist=composer)


def _is_wrapped(item: Item) -> bool:
    return len(item.text) >= LONG_LINE and len(item.below[0]) < LONG_LINE and not is_sentence(item.below[0])


@lru_cache(maxsize=64)
def _performer(words: Words) -> re.Pattern[str]:
    either = "|".join(map(re.escape, words.tracklist.performed_by)) or r"(?!)"
    return re.compile(rf"[(\[]?(?:{either})[:\s]\s?(?P<name>[^()\[\]]{{2,80}})[)\]]?", re.IGNORECASE)
