"""The labels of bylines: quick looks at lines, and which label a byline has."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from reviewparse.chars import lowered_without, lowering
from reviewparse.languages import Words
from reviewparse.parsers.byline_line import LINE_LIMIT, NO_PHRASES, Line, lexicon
from reviewparse.parsers.labels import fold

MAX_LABEL_WORDS = 6
"""Words of the longest label."""

_BORDERS = ":/：／（【|・*_"
"""What may stand between a label and its neighbours."""
_LOWERING = lowering(_BORDERS)

_MARKS = ":：.,*#[(|–—-"


def may_hold_label(text: str, words: Words) -> bool:
    """A quick look: whether any word stands in the text that a label ends with."""
    return not lexicon(words).labels.keys().isdisjoint(lowered_without(text, _BORDERS, _LOWERING).split())


def label_openers(words: Words) -> Callable[[str], bool]:
    """A quick look, to be asked of many lines: whether the first word of a line begins a label.

    >>> from reviewparse.languages import load
    >>> opens = label_openers(load("en"))
    >>> opens("Reviewed by Orla Venn"), opens("Cold Tap by The Sparrows")
    (True, False)
    """
    openers = lexicon(words).openers

    def opens(text: str) -> bool:
        return text[:LINE_LIMIT].partition(" ")[0].strip(_MARKS).casefold() in openers

    return opens


def glued_label(text: str, words: Words) -> int:
    """Length of a label that begins a text without a blank before the name: 2 in ``ByOrla Venn``, 0 in ``Byrne``."""
    match = _glued_label(words).match(text)
    return match.end() if match is not None and text[match.end()].isupper() and text[match.end() - 1].islower() else 0


@lru_cache(maxsize=64)
def _glued_label(words: Words) -> re.Pattern[str]:
    by = "|".join(map(re.escape, words.byline.by)) or "(?!)"
    return re.compile(rf"(?:[^\W\d_]{{2,20}} ){{0,2}}(?i:{by})(?=[^\W\d_])")


def is_label(text: str, words: Words) -> bool:
    """Whether a text is nothing but a label: ``Review by``, ``Author:``.

    >>> from reviewparse.languages import load
    >>> is_label("Reviewed by:", load("en")), is_label("Reviewed", load("en"))
    (True, False)
    """
    lex = lexicon(words)
    parts = tuple(fold(text).split())
    return bool(parts) and parts in lex.labels.get(parts[-1], NO_PHRASES).phrases


def label_of(quote: str, words: Words) -> str:
    """The label a byline's quote begins with, folded; ``""`` where it is no more than ``by`` or has none.

    >>> from reviewparse.languages import load
    >>> label_of("Reviewed by Orla Venn", load("en")), label_of("by Orla Venn", load("en"))
    ('reviewed by', '')
    """
    line, lex = Line(quote[:LINE_LIMIT]), lexicon(words)
    for place in range(min(len(line), MAX_LABEL_WORDS)):
        if line.folded[place] in lex.labels and line.phrase_before(place + 1, lex.labels) == 0:
            label = " ".join(line.folded[: place + 1])
            return "" if label in lex.by else label
    makes = len(line) > 1 and line.folded[0] in lex.makes and line.folded[1] in lex.by
    return " ".join(line.folded[:2]) if makes else ""


def opens_work_credit(text: str, words: Words) -> bool:
    """Whether a line begins with the label of somebody who made the reviewed work: ``Directed by Bo Tarn``."""
    line = Line(text[:LINE_LIMIT])
    return bool(len(line)) and line.phrase_at(0, lexicon(words).work_makers) is not None
