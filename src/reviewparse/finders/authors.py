"""Where the author is named, and how far each place is trusted.

A label that only a writer has beats everything; then come bylines, marked-up names, signatures, persons of the
metadata. Names in comments, related articles, captions and personnel lists never count.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewparse.document import Document
from reviewparse.evidence import Hit
from reviewparse.finders import author_lines, author_markup, author_signatures
from reviewparse.finders.author_choice import REVIEWER, choose_authors, key
from reviewparse.finders.base import Find, Finder, Known

__all__ = ["FINDERS", "choose_authors"]

Names = tuple[str, ...]

AUTHOR_OF_WORK = "work.author_in_text"
"""The finder of works that reads a key for authors as that of the work's."""


def _by_others(find: Find[Names]) -> Find[Names]:
    """A finder without the hits that name who made the reviewed work."""

    def find_others(doc: Document, known: Known) -> Iterator[Hit[Names]]:
        makers: set[str] | None = None
        for hit in find(doc, known):
            if makers is None:
                makers = {key(name) for candidate in known.get("work", ()) for name in candidate.value.creators}
            if makers.isdisjoint(map(key, hit.value)):
                yield hit

    return find_others


def _no_maker(find: Find[Names]) -> Find[Names]:
    """A finder without the names under a key of the front matter that turned out to be those of the work's makers."""
    others = _by_others(find)

    def find_writers(doc: Document, known: Known) -> Iterator[Hit[Names]]:
        stated = any(candidate.evidence.finder == AUTHOR_OF_WORK for candidate in known.get("work", ()))
        yield from (others if stated else find)(doc, known)

    return find_writers


FINDERS: tuple[Finder[Names], ...] = (
    Finder("authors.at_headline", _by_others(author_lines.at_headline), 0.90),
    Finder("authors.in_markup", _by_others(author_markup.in_markup), 0.90),
    Finder("authors.linked", _by_others(author_markup.linked), 0.90),
    Finder("authors.in_markup_elsewhere", _by_others(author_markup.in_markup_elsewhere), 0.90),
    Finder(REVIEWER, author_lines.as_reviewer, 0.85),
    Finder("authors.stated_and_seen", _no_maker(author_markup.stated_and_seen), 0.85),
    Finder("authors.stated", _no_maker(author_markup.stated), 0.85),
    Finder("authors.at_end", _by_others(author_lines.at_end), 0.70),
    Finder("authors.in_sections", author_lines.in_sections, 0.60),
    Finder("authors.dated_at_headline", _by_others(author_lines.dated_at_headline), 0.60),
    Finder("authors.in_label_of_mark", author_lines.in_label_of_mark, 0.60),
    Finder("authors.above_date", _by_others(author_lines.above_date), 0.60),
    Finder("authors.below_headline", _by_others(author_lines.below_headline), 0.60),
    Finder("authors.below_text", _by_others(author_signatures.below_text), 0.60),
    Finder("authors.last_line", _by_others(author_signatures.last_line), 0.60),
    Finder("authors.handle_below_text", _by_others(author_signatures.handle_below_text), 0.60),
    Finder("authors.signed", _by_others(author_signatures.signed), 0.60),
    Finder("authors.owning_part", _by_others(author_lines.owning_part), 0.60),
    Finder("authors.confirmed_below_headline", _by_others(author_lines.confirmed_below_headline), 0.60),
    Finder("authors.in_stated_title", author_markup.in_stated_title, 0.60),
)
"""All ways of finding authors. Whose label only a writer has outweighs the others: see ``choose_authors``."""
