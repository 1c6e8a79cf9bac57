"""What a finder is: a function that looks at a document and yields hits, and the row that names and trusts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reviewparse.document import Block, Document
from reviewparse.evidence import Candidate, Evidence, Hit

T = TypeVar("T")

Known = Mapping[str, tuple[Candidate[Any], ...]]
"""What was already chosen for the fields before this one, by field name."""

Find = Callable[[Document, Known], Iterable[Hit[T]]]


@dataclass(frozen=True, slots=True)
class Finder(Generic[T]):
    """One way of finding one field. Finders hold no numbers: the trust stands in this row."""

    name: str
    """``field.place``: ``rating.own_line``."""
    find: Find[T]
    confidence: float
    """How often its first hit was right on the labelled development pages, rounded down to 0.05."""

    def candidates(self, document: Document, known: Known) -> Iterator[Candidate[T]]:
        """All hits of this finder, as candidates."""
        return (self.candidate(document, hit) for hit in self.find(document, known))

    def candidate(self, document: Document, hit: Hit[T]) -> Candidate[T]:
        """A hit of this finder, with the reason to believe it."""
        # a finder may have read a cleaned form of the words; the quote is what stands on the page
        quote = hit.quote if hit.span is None else document.text[hit.span[0] : hit.span[1]]
        evidence = Evidence(
            finder=self.name, quote=quote, span=hit.span, locator=hit.locator, confidence=self.confidence
        )
        return Candidate(value=hit.value, evidence=evidence)


def in_block(block: Block, hits: Iterable[Hit[T]]) -> Iterator[Hit[T]]:
    """Hits in a block's text, moved to offsets of the document."""
    return (hit.shifted(block.start) for hit in hits)
