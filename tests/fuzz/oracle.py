"""What must hold for any input of each entry point: the promises of the library, asked of one input at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import reviewparse as rp
from reviewparse import serialize
from reviewparse.reading.source import Context, read_html, read_text
from tests import soundness

MOST_SECONDS = 1.0
"""Processor time of one call on an input of at most ``MOST_BYTES``; a page of that size takes some milliseconds."""

MOST_BYTES = 8192

TIGHT = rp.Limits(
    max_bytes=2000, max_elements=30, max_lines=20, max_line_length=80, max_metadata_bytes=200, max_facts=8,
    max_candidates=2,
)  # fmt: skip
"""Limits that small inputs reach."""

Check = Callable[[bytes], None]


class SlowError(AssertionError):
    """An input that takes longer than any of its size may."""


def as_text(data: bytes) -> str:
    """Bytes that are no UTF-8 become lone surrogates, which a text may hold just as well."""
    return data.decode("utf-8", "surrogateescape")


def limits_for(data: bytes) -> rp.Limits:
    """The default ones, and for every fourth length tight ones."""
    return TIGHT if len(data) % 4 == 3 else rp.Limits()


def check_html(data: bytes) -> None:
    """``parse_html`` of the bytes, or of their text when their number is odd; ``parse_all`` for every fourth."""
    page, limits = as_text(data) if len(data) % 2 else data, limits_for(data)
    review = soundness.check_document(read_html(page, Context(limits=limits)))
    assert _timed(lambda: rp.parse_html(page, limits=limits)) == review
    if len(data) % 4 == 1:
        soundness.check_leaves(rp.parse_all(page, limits=limits))


def check_text(data: bytes) -> None:
    """``parse_text``."""
    text, limits = as_text(data), limits_for(data)
    review = soundness.check_document(read_text(text, Context(limits=limits)))
    assert _timed(lambda: rp.parse_text(text, limits=limits)) == review


def cell(parse: Callable[[str], object]) -> Check:
    """The check of a parser of one field."""

    def check(data: bytes) -> None:
        text = as_text(data)
        found = _timed(lambda: parse(text))
        assert parse(text) == found
        soundness.check_leaves(found)
        for value in found if isinstance(found, tuple) else (found,):
            _check_round_trip(value)

    return check


def _check_round_trip(value: object) -> None:
    if value is None or isinstance(value, str | rp.PartialDate):
        return
    assert serialize.from_dict(type(value), serialize.to_dict(value)) == value


def _timed(action: Callable[[], object]) -> object:
    """The result of a call; a slow one gets a second chance, since the first may have filled a cache."""
    for chance in range(2):
        start = time.thread_time()
        result = action()
        if time.thread_time() - start < MOST_SECONDS:
            return result
        if chance:
            message = f"{time.thread_time() - start:.1f} s"
            raise SlowError(message)
    return result


CELLS: Mapping[str, Check] = {
    "parse_rating": cell(rp.parse_rating),
    "parse_ratings": cell(rp.parse_ratings),
    "parse_byline": cell(rp.parse_byline),
    "parse_date": cell(rp.parse_date),
    "parse_dates": cell(rp.parse_dates),
    "parse_tracklist": cell(rp.parse_tracklist),
    "parse_credits": cell(rp.parse_credits),
}


def check_cells(data: bytes) -> None:
    """All parsers of one field on the same string."""
    for check in CELLS.values():
        check(data)


ENTRIES: Mapping[str, Check] = {"parse_html": check_html, "parse_text": check_text, **CELLS, "cells": check_cells}
"""Name of a harness -> what it asks of an input."""
