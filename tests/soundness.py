"""What holds for every result, whatever was read: plain leaves, clean text, quotes that stand where they say."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping

import reviewparse as rp
from reviewparse.document import Document
from reviewparse.pipeline import explanation_of, review_of, run
from reviewparse.reading.source import Context, read

LEAVES = frozenset((str, int, float, bool, type(None), dt.date))

UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, but for tab and newline, and lone surrogates."""


def leaves(value: object) -> Iterator[object]:
    """Every value that holds no others."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from (leaf for pair in value.items() for part in pair for leaf in leaves(part))
    elif isinstance(value, tuple | list):
        yield from (leaf for part in value for leaf in leaves(part))
    else:
        yield value


def check_leaves(value: object) -> None:
    for leaf in leaves(value):
        assert type(leaf) in LEAVES, (type(leaf), leaf)
        if isinstance(leaf, str):
            assert UNCLEAN.search(leaf) is None, repr(leaf)
        elif isinstance(leaf, float):
            assert math.isfinite(leaf), leaf


def check_quotes(value: object, document: Document) -> None:
    """Every evidence, of winners and losers alike."""
    if isinstance(value, rp.Evidence):
        if value.span is None:
            assert value.locator
        else:
            assert value.quote
            assert document.text[slice(*value.span)] == value.quote
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            check_quotes(getattr(value, field.name), document)
    elif isinstance(value, Mapping | tuple | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            check_quotes(part, document)


def bare(text: str) -> str:
    """Letters and digits only, in one case and form."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def check_support(review: rp.Review) -> None:
    """That a quote from the text holds what was read from it: a wrong offset quotes something, too."""
    found = dict(review.evidence)
    pairs = [(rating.raw, evidence) for rating, evidence in zip(review.ratings, found["ratings"], strict=True)]
    for credit, evidence in zip(review.credits, found["credits"], strict=True):
        pairs += [(name, evidence) for name in credit.names]
    if review.authors:
        pairs += [(name, found["authors"][0]) for name in review.authors]
    if review.title:
        pairs.append((review.title, found["title"][0]))
    for value, evidence in pairs:
        if evidence.span is not None:
            quote = bare(evidence.quote)
            assert all(bare(word) in quote for word in value.split()), (value, evidence)


def check_offsets(document: Document) -> None:
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert document.text[block.start : block.end] == block.text
    for element in document.elements:
        assert 0 <= element.first <= element.last <= len(document.blocks)


def check(source: object, context: Context | None = None) -> rp.Review:
    """Read a page and look at everything that comes of it."""
    return check_document(read(source, context or Context()))


def check_document(document: Document) -> rp.Review:
    """The same of a page that is read already."""
    check_offsets(document)
    choices = run(document, 0.5)
    review, explanation = review_of(document, choices), explanation_of(document, choices)
    for result in (review, explanation):
        check_leaves(result)
        check_quotes(result, document)
    assert rp.Review.from_dict(review.to_dict(evidence=True)) == review
    return review
