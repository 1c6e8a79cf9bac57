"""How often a text calls somebody by the surname alone, as reviews call those who made the work, and nobody else."""

from __future__ import annotations

import re

from reviewparse.document import Document

MIN_PROSE = 70
"""Characters of a paragraph of the review."""

MIN_SURNAME = 4
"""Letters; what is shorter is part of other words."""


def times_called(name: str, document: Document, after: int) -> int:
    """Uses of the surname in the paragraphs but the last, which may tell of the reviewer; an owner counts twice.

    Args:
        name: A person's full name.
        document: The page.
        after: Offset behind which the paragraphs stand.
    """
    surname = name.rsplit(" ", 1)[-1]
    if len(surname) < MIN_SURNAME:
        return 0
    prose = [block.text for block in document.article() if block.start > after and len(block.text) >= MIN_PROSE]
    text = "\n".join(prose[:-1] or prose).replace("’", "'")
    alone = len(re.findall(rf"(?<!\w){re.escape(surname)}(?!\w)", text)) - text.count(name)
    return alone + sum(text.count(f"{surname}{ending}") for ending in document.words.work.possessives)
