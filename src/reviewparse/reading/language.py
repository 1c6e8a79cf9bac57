"""The language of a page: what it declares, checked against its own words; else a vote over all tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from reviewparse.languages import FORMS, available, stop_words

SAMPLE = 1200
"""Characters of prose that are looked at."""

DECLARED_SHARE = 0.2
"""Share of a declared language's commonest words in the sample from which it is believed without a vote."""

CONVINCING = 0.12
"""Share from which the winner of the vote is believed."""

FEW_WORDS = 12
"""Below this many words a text says nothing of its language."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
SCRIPTS = (("ja", re.compile(r"[\u3040-\u30ff]")), ("ko", re.compile(r"[\uac00-\ud7af]")), ("zh", UNSPACED))
"""Scripts that are a language's own, and whose words no blank parts; kana tell Japanese from Chinese."""

SCRIPT_SHARE = 0.1

EDGES = ".,;:!?\"'()[]«»„“”‘’…-–—"


def detect(text: str, declared: Iterable[str]) -> str | None:
    """ISO 639-1 code of a text, or ``None`` when it is too short or of none of our languages.

    Args:
        text: Prose of the page; only its beginning is read.
        declared: What the page says of itself (``de-AT``, ``pt_BR``), likeliest first.
    """
    sample = text[:SAMPLE]
    if not sample.isascii() and len(UNSPACED.findall(sample)) > SCRIPT_SHARE * len(sample):
        return next(code for code, script in SCRIPTS if len(script.findall(sample)) > SCRIPT_SHARE * len(sample) / 2)
    named = (code[:2].lower() for code in declared if code)
    codes = list(dict.fromkeys(FORMS.get(code, code) for code in named))
    words = [word.strip(EDGES) for word in sample.lower().split()]
    if len(words) < FEW_WORDS:
        return codes[0] if codes else None
    for code in codes:
        if code in available() and sum(map(stop_words(code).__contains__, words)) >= DECLARED_SHARE * len(words):
            return code
    votes = Counter(code for word in words for code in _languages_by_word().get(word, ()))
    if votes and max(votes.values()) >= CONVINCING * len(words):
        return votes.most_common(1)[0][0]
    return codes[0] if codes else None


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for code in available():
        for word in stop_words(code):
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}
