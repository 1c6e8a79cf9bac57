"""Make an input that breaks a promise small: ``python -m tests.fuzz.minimise parse_html FILE > SMALL``.

Pieces are left out, large ones first, as long as the same error comes from the same line. It needs no fuzzer.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.oracle import ENTRIES, Check


def place(check: Check, data: bytes) -> str | None:
    """What is raised, and where; ``None`` when the promises hold."""
    try:
        check(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is to stay the same
        frames = traceback.extract_tb(error.__traceback__)
        return f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}"
    return None


def smaller(data: bytes, is_wanted: Callable[[bytes], bool]) -> bytes:
    """The input without the pieces that are not needed.

    >>> smaller(b"a long text with an x and more", lambda data: b"x" in data)
    b'x'
    """
    length = len(data)
    while length >= 1:
        start = 0
        while start < len(data):
            shorter = data[:start] + data[start + length :]
            if is_wanted(shorter):
                data = shorter
            else:
                start += length
        length //= 2
    return data


def main() -> None:
    """Write the small form of a file."""
    entry, path = sys.argv[1:]
    check, data = ENTRIES[entry], Path(path).read_bytes()
    wanted = place(check, data)
    if wanted is None:
        sys.exit("all promises hold on this input")
    sys.stdout.buffer.write(smaller(data, lambda shorter: place(check, shorter) == wanted))


if __name__ == "__main__":
    main()
