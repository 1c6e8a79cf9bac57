"""Files of the command line: one page from a path or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from reviewparse.limits import DEFAULT
from reviewparse.reading.charset import decode
from reviewparse.reading.source import enough

HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))

STDIN = "-"


def source_of(name: str, form: str | None = None) -> str | bytes:
    """The bytes of HTML, whose charset the reader finds, or the text of anything else.

    Args:
        name: A path, or ``-`` for standard input.
        form: ``html`` or ``text``; unless told, the suffix of the name says it.

    Raises:
        OSError: the file cannot be read.
    """
    if name == STDIN:
        data = sys.stdin.buffer.read(enough(DEFAULT))
    else:
        with Path(name).open("rb") as file:
            data = file.read(enough(DEFAULT))
    is_html = form == "html" or (form is None and Path(name).suffix.lower() in HTML_SUFFIXES)
    return data if is_html else decode(data)
