"""From a value in a string to a value a page is believed to state.

*Hit*: a value and the text it was read from. *Evidence*: which finder saw it, where, how far it is trusted.
*Candidate*: a value with its evidence, not yet chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A value read from a text (with a span) or from markup (with a locator)."""

    value: T
    quote: str
    """The exact text the value was read from."""
    span: Span | None = None
    """Half-open offsets of the quote: into the string for a parser, into ``Document.text`` for a finder."""
    locator: str | None = None
    """Where the quote stands when it is no visible text: a JSON-LD path, an attribute, a front-matter key."""

    def shifted(self, offset: int) -> Hit[T]:
        """The same hit, its span moved by ``offset``: from a block's text to the document's."""
        if self.span is None:
            return self
        return Hit(self.value, self.quote, (self.span[0] + offset, self.span[1] + offset), self.locator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a value is believed: who found it, in which words, and how often that finder is right."""

    finder: str
    """Name of the finder, such as ``rating.own_line``."""
    quote: str
    """The text the value was read from, as it stands on the page."""
    span: Span | None = None
    """Half-open offsets into ``Document.text``; ``text[start:end] == quote``."""
    locator: str | None = None
    """Set instead of ``span`` when the quote is not visible text."""
    confidence: float
    """0 to 1: the finder's measured precision, raised by agreement from other places."""
    agreed_by: tuple[str, ...] = ()
    """Other finders that read an equal value elsewhere on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[T]):
    """A value one finder proposes for a field."""

    value: T
    evidence: Evidence
    lost: str | None = None
    """Why it was not chosen; ``None`` for a winner."""
