"""Whether a line is prose: what tells a sentence from a title."""

from __future__ import annotations

LONG = 60
"""Characters of a line that is prose and no title."""

_CLOSING = frozenset(".!?。！？")


def is_sentence(text: str) -> bool:
    """Whether a line is written like a sentence: a closing mark behind mostly lower-case words, or very many words."""
    parts = text.split()
    if len(parts) < 4:
        return False
    lower = sum(part[0].islower() for part in parts)
    if len(parts) > 16 and 2 * lower > len(parts):
        return True
    return text.rstrip('"”’)')[-1:] in _CLOSING and 2 * lower >= len(parts)
