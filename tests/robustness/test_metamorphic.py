"""What stands around a review, and how its page is written, changes nothing of what it says."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

import reviewparse as rp
from reviewparse.reading.charset import decode
from reviewparse.reading.markdown import to_html
from tests.fixture_pages import FixturePage, fixture_pages
from tests.robustness.surroundings import SURROUNDINGS
from tests.robustness.transformations import ENCODINGS, TRANSFORMATIONS, in_charset

pytestmark = pytest.mark.slow

PAGES = [page for page in fixture_pages() if page.readable]
FIELDS = ("kind", "lang", "title", "authors", "published", "updated", "ratings", "work", "tracks", "credits")

SIGNS = str.maketrans("“”‘’„«»\u00a0", '""\'\'""" ')

ALL = {**TRANSFORMATIONS, **SURROUNDINGS}

LEAST = 0.99
"""Share of fields that survive each transformation."""


def markup(page: FixturePage) -> str:
    text = decode(page.path.read_bytes())
    if page.path.suffix == ".html":
        return text
    return f"<html><head></head><body>{to_html(text)}</body></html>"


def fields(source: str | bytes) -> dict[str, Any]:
    """Without what a transformation changes by design: the form of quotes and blanks."""
    found = rp.parse_html(source).to_dict()
    return {name: plain(found[name]) for name in FIELDS}


def plain(value: object) -> object:
    if isinstance(value, str):
        return re.sub(r"\s+", " ", unicodedata.normalize("NFC", value).translate(SIGNS))
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value


ORIGINAL = {page.name: fields(markup(page)) for page in PAGES}


def survivors(name: str) -> dict[str, list[str]]:
    """Page to the fields that changed."""
    change = ALL[name]
    changed = {}
    for page in PAGES:
        found = fields(change(markup(page)))
        changed[page.name] = [field for field in FIELDS if found[field] != ORIGINAL[page.name][field]]
    return changed


@pytest.mark.parametrize("name", ALL)
def test_fields_survive(name: str) -> None:
    changed = survivors(name)
    lost = sum(map(len, changed.values()))
    assert lost <= (1 - LEAST) * len(PAGES) * len(FIELDS), {page: lost for page, lost in changed.items() if lost}


@pytest.mark.parametrize("charset", ENCODINGS)
def test_fields_survive_a_change_of_charset(charset: str) -> None:
    tried = 0
    for page in PAGES:
        data = in_charset(markup(page), charset)
        if data is not None:
            tried += 1
            assert fields(data) == ORIGINAL[page.name], page.name
    assert tried
