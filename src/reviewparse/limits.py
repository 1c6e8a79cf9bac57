"""How much of one page is read, and the codes that say what was cut short.

Every limit counts something of the page, never seconds: the same page is cut at the same place on every machine. A
limit on the clock belongs to whoever runs many pages and can end a process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is read of a page. What stands before a limit is read and kept, what stands behind it is not looked at.

    The defaults are far above what reviews need; raise them for archives of whole books, lower them for feeds.

    >>> Limits(max_bytes=20_000_000).max_lines
    20000
    """

    max_bytes: int = 5_000_000
    """Bytes of a page, or characters of a text. ``too_large``."""
    max_elements: int = 100_000
    """Elements that are kept: the block-level ones, and inline ones with attributes. ``too_many_elements``."""
    max_lines: int = 20_000
    """Printed lines (blocks). ``too_many_lines``."""
    max_line_length: int = 50_000
    """Characters of one line; a longer one is read as several, and nothing of it is lost. ``line_too_long``."""
    max_metadata_bytes: int = 2_000_000
    """Characters of one JSON-LD block, and half of what all of them may have together. ``jsonld_too_large``."""
    max_facts: int = 5_000
    """Statements of the page's metadata. ``too_many_facts``."""
    max_candidates: int = 500
    """Values that one way of finding a field may propose. ``too_many_candidates``."""

    def __post_init__(self) -> None:
        """Refuse what is no count."""
        for name in self.__slots__:
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                message = f"{name} must be a whole number above 0, not {value!r}"
                raise ValueError(message)


DEFAULT = Limits()

TOO_LARGE = "too_large"
TRUNCATED = "truncated"
TOO_MANY_ELEMENTS = "too_many_elements"
TOO_MANY_LINES = "too_many_lines"
TOO_MANY_ATTRIBUTES = "too_many_attributes"
LINE_TOO_LONG = "line_too_long"
TOO_MANY_FACTS = "too_many_facts"
TOO_MANY_CANDIDATES = "too_many_candidates"
JSONLD_TOO_LARGE = "jsonld_too_large"
JSONLD_TOO_DEEP = "jsonld_too_deep"
BAD_JSONLD = "bad_jsonld"

WARNINGS: Mapping[str, str] = {
    TOO_LARGE: "The page is larger than max_bytes; what stands behind was not read.",
    TRUNCATED: "Elements are nested deeper than the parser follows (about 2000); what stands behind was not read.",
    TOO_MANY_ELEMENTS: "The page has more elements than max_elements; what stands behind was not read.",
    TOO_MANY_ATTRIBUTES: "A tag of a page above 64 kB has more than 500 attributes; the others were not read.",
    TOO_MANY_LINES: "The page prints more lines than max_lines; what stands behind was not read.",
    LINE_TOO_LONG: "A line is longer than max_line_length and was read as several.",
    TOO_MANY_FACTS: "The metadata states more than max_facts, or one syntax more than 300; the rest was not read.",
    TOO_MANY_CANDIDATES: "A finder saw more than max_candidates values for a field; the rest was not considered.",
    JSONLD_TOO_LARGE: "A JSON-LD block is larger than max_metadata_bytes, or all are larger than twice that; left out.",
    JSONLD_TOO_DEEP: "A JSON-LD block is nested deeper than 100 levels and was left out.",
    BAD_JSONLD: "A JSON-LD block is no JSON and could not be mended.",
}
"""All codes of ``Review.warnings``. They are stable: new ones may come, none changes its meaning."""
