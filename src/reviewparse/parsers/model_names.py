"""Names of products as headlines print them: a brand and a designation, ``Wanderer TR 500``, ``Dell SE``."""

from __future__ import annotations

import re

from reviewparse.evidence import Span
from reviewparse.languages import Words
from reviewparse.parsers.work_words import phrases_in

MAX_HEADLINE = 200
"""Characters of a text that is looked at."""

MAX_WORDS = 8
"""Words of the longest name."""

_TOKEN = re.compile(r"[^\s:;,?!|–—«»“”\"()\[\]]{1,40}")
_DESIGNATION = re.compile(r"(?=[^\W\d_]{0,4}-?\d|\d)[\w.+/-]{1,12}|[A-Z]{2,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def model_in(text: str, words: Words) -> Span | None:
    """The one name of a product in a headline; ``None`` where there is none, or where two are compared.

    >>> from reviewparse.languages import load
    >>> headline = "Hands-on with the Wanderer TR 500: quiet at last"
    >>> headline[slice(*model_in(headline, load("en")))]
    'Wanderer TR 500'
    """
    runs = [run for run in _runs(text[:MAX_HEADLINE], words) if _is_model(run)]
    if len(runs) != 1 or not 1 < len(runs[0]) <= MAX_WORDS:
        return None
    return runs[0][0].start(), runs[0][-1].end()


def _runs(text: str, words: Words) -> list[list[re.Match[str]]]:
    """Neighbouring words that may be parts of a name: capitals and digits, none of the vocabulary of reviews."""
    known = [(phrase.start, phrase.end) for phrase in phrases_in(text, words)]
    runs: list[list[re.Match[str]]] = []
    end = -1
    for token in _TOKEN.finditer(text):
        name_like = (token[0][0].isupper() or token[0][0].isdigit()) and not _within(token, known)
        if name_like and runs and end == token.start() - 1 and text[end] == " ":
            runs[-1].append(token)
        elif name_like:
            runs.append([token])
        end = token.end() if name_like else -1
    return runs


def _within(token: re.Match[str], known: list[Span]) -> bool:
    return any(start < token.end() and token.start() < end for start, end in known)


def _is_model(run: list[re.Match[str]]) -> bool:
    """A brand, and behind it a word with digits or a few capitals that is no year."""
    brand = any(char.isalpha() for char in run[0][0]) and not run[0][0].isdigit()
    return brand and any(_DESIGNATION.fullmatch(token[0]) and not _YEAR.fullmatch(token[0]) for token in run[1:])
