"""Authors whose label stands behind them: ``Işıl Yaman tarafından``, ``Orla Venn (words)``, ``Orla Venn reviews``."""

from __future__ import annotations

import re

from reviewparse.evidence import Hit
from reviewparse.languages import Words
from reviewparse.parsers.author_list import authors, may_sign, name_hit
from reviewparse.parsers.byline_line import lexicon

Names = tuple[str, ...]

LONGEST = 160
"""Characters of a line in which a label behind a name is looked for."""

_BRACKET = re.compile(r"(?P<name>[^(),:]{4,50}?)\s?\((?P<label>[^()]{2,24})\)(?=\s?[,;/|&]|\s?$)")
_NAME_FIRST = re.compile(
    r"(?P<name>[^\W\d_]\S{0,30}(?:\s[^\W\d_]\S{0,30}){1,3}?)\s(?P<verb>[^\W\d_]{3,20}):?\s(?P<next>\S)"
)
_OPENERS = frozenset("\"'“‘«„*_<")


def label_behind(text: str, words: Words) -> Hit[Names] | None:
    """The author of a line that names him first and says then what he did.

    >>> from reviewparse.languages import load
    >>> label_behind("Orla Venn (words), Kit Hale (photos)", load("en")).value
    ('Orla Venn',)
    >>> label_behind("Orla Venn reviews The Long Jetty", load("en")).value
    ('Orla Venn',)
    """
    if len(text) > LONGEST:
        return None
    if "(" in text:
        return _in_brackets(text, words)
    folded = text.casefold().rstrip(" .!")
    ending = next((phrase for phrase in words.byline.behind if folded.endswith(f" {phrase}")), None)
    if ending is not None:
        return _before(text[: len(folded) - len(ending)], words)
    return _reviews(text, words) if any(f" {verb}" in folded for verb in words.byline.reviewing) else None


def _in_brackets(text: str, words: Words) -> Hit[Names] | None:
    """``Orla Venn (text)``: a noun for the text in brackets."""
    match = _BRACKET.match(text)
    if match is None:
        return None
    label = match["label"].casefold().strip(" .")
    lex = lexicon(words)
    nouns = lex.makes.union(words.byline.labels)
    return name_hit(text, 0, match["name"]) if label in nouns and may_sign(match["name"], words) else None


def _before(printed: str, words: Words) -> Hit[Names] | None:
    names = authors(printed, words)
    if not names or " " not in names[0]:
        return None
    end = printed.rfind(names[-1]) + len(names[-1])
    return Hit(value=names, quote=printed[:end], span=(0, end)) if not printed[end:].strip(" ,") else None


def _reviews(text: str, words: Words) -> Hit[Names] | None:
    """``Orla Venn reviews "The Long Jetty"``: a title follows the verb, in capitals or quotes."""
    match = _NAME_FIRST.match(text)
    if match is None or match["verb"] not in words.byline.reviewing:
        return None
    title = match["next"].isupper() or match["next"] in _OPENERS
    return name_hit(text, 0, match["name"]) if title and may_sign(match["name"], words) else None
