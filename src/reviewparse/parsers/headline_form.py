"""The forms in which headlines name works, and what is known when one is read."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold

MUSIC = frozenset({"music", "album", "single", "live"})
"""Kinds whose headlines print the maker first."""

TITLE_FIRST = frozenset({"soundtrack", "book", "film", "tv", "game", "product", "restaurant", "other"})
"""Kinds whose headlines print the title first, or alone."""

MAX_TITLE_WORDS = 14
"""Words of the longest title of a work."""


class Form(Enum):
    """How a headline names the work."""

    QUOTED = "quoted"
    """Title in quotes."""
    BY = "by"
    """``Cold Tap by The Sparrows``."""
    SPLIT = "split"
    """Maker and title, or title and maker, with a sign between."""
    MARKED = "marked"
    """All that is left beside type words, year or score."""
    PLAIN = "plain"
    """The whole headline, without a sign that it is the work's title."""
    NONE = "none"
    """No work, or several."""


@dataclass(frozen=True, slots=True)
class Named:
    """Title and makers, and how they were told apart."""

    form: Form
    title: str | None
    creators: tuple[str, ...] = ()
    kind: str | None = None
    """The kind of work that words inside the core tell: ``Passages EP by Sunheron``."""
    year: int | None = None
    """A year in the bracket that names the maker: ``The Long Jetty (Ida Moss, 2012)``."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known from elsewhere on the page."""

    words: Words
    kind: str | None
    makers: AbstractSet[str]

    def makes(self, name: str) -> bool:
        """Whether a name is known to be a maker's."""
        return fold(name) in self.makers


def may_be_title(text: str) -> bool:
    """Whether a string is short enough for a title and says anything."""
    return bool(text) and len(text.split()) <= MAX_TITLE_WORDS and any(char.isalnum() for char in text)
