"""Every input that once broke a promise, and what the fuzzer starts from, asked again without the fuzzer.

``corpus/<entry point>/<what was wrong>``: ``cells`` are strings for all parsers of one field.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.oracle import ENTRIES, MOST_BYTES
from tests.fuzz.seeds import CORPUS, dictionary, seeds

KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}: {path.name}")
def test_what_once_broke_keeps_its_promises(path: Path) -> None:
    for data in (path.read_bytes(), path.read_bytes() + b" "):  # an odd length is read as text, an even one as bytes
        ENTRIES[path.parent.name](data)


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_fuzzer_has_seeds(entry: str) -> None:
    found = dict(seeds(entry))
    assert len(found) > 100
    assert all(0 < len(data) <= MOST_BYTES for data in found.values())


def test_the_dictionary_is_in_the_form_of_the_fuzzer() -> None:
    entries = dictionary()
    assert 1000 < len(entries) < 16_384
    assert all(entry.startswith('"') and entry.endswith('"') and entry.isascii() for entry in entries)
