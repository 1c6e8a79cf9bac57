"""A reader for the tests of a batch that does to its worker what the page asks for."""

from __future__ import annotations

import os
import time

from reviewparse.batch import StoredPage, read_page
from reviewparse.options import Options
from reviewparse.review import Review

STEP = 1 << 20

_kept: list[bytearray] = []


def read(page: StoredPage, options: Options) -> Review:
    """Read it, unless it says something else."""
    content = page.content if isinstance(page.content, str) else ""
    if "poison: abort" in content:
        os.abort()
    if "poison: hang" in content:
        time.sleep(600)
    if "poison: hog" in content:
        bytearray(1 << 40)
    if "poison: grow" in content:
        grown = [bytearray(STEP)]
        while True:  # slowly, until there is no more
            grown.append(bytearray(STEP))
    if "poison: leak" in content:
        _kept.extend(bytearray(STEP) for _ in range(32))  # and is read all the same
    return read_page(page, options)
