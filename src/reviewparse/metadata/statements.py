"""Writing down facts, and what is known of a page before its objects are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from reviewparse.document import Fact

MOST_FACTS: Final = 300
"""Facts kept of one source."""


class Statements:
    """The facts of one source, in page order, without repetitions."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._facts: dict[tuple[str, ...], Fact] = {}

    def add(self, path: str, value: str, where: str, **more: str) -> None:
        """Write down a fact, unless it says nothing or was said at the same place."""
        if value and len(self._facts) < MOST_FACTS:
            said = {name: text for name, text in more.items() if text} if more else {}
            key = (path, value, where, *said.values())
            if key not in self._facts:
                self._facts[key] = Fact(path, value, f"{self.source}: {where}", self.source, said)

    def facts(self) -> list[Fact]:
        """All that was written down."""
        return list(self._facts.values())


@lru_cache(maxsize=512)
def fold_name(name: str) -> str:
    """Comparable form of a name."""
    return " ".join(name.casefold().replace(".", " ").split())


@lru_cache(maxsize=512)
def fold_url(url: str) -> str:
    """Comparable form of an address: host without ``www`` and path; ``""`` for what is none.

    >>> fold_url("https://www.example.org/cold-tap/?utm=1#top")
    'example.org/cold-tap'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return (parts.netloc.casefold().removeprefix("www.") + parts.path).rstrip("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What other metadata says of the page: tells its own article from others, and its author from its readers."""

    urls: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    authors: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    """Names of the site and its publisher."""

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Clues:
        """From facts that were read before."""
        found: dict[str, list[str]] = {path: [] for path in ("url", "title", "author", "site_name", "publisher")}
        for fact in facts:
            if fact.path in found:
                found[fact.path].append(fact.value)
        return cls(
            urls=frozenset(map(fold_url, found["url"])) - {""},
            titles=tuple(map(fold_name, found["title"])),
            authors=frozenset(map(fold_name, found["author"])),
            sites=frozenset(map(fold_name, found["site_name"] + found["publisher"])),
        )

    def knows(self, title: str, urls: Iterable[str]) -> bool:
        """Whether an article with this headline and these addresses is the page's own."""
        if not self.urls.isdisjoint(fold_url(url) for url in urls):
            return True
        folded = fold_name(title)
        return bool(folded) and any(folded in known for known in self.titles)
