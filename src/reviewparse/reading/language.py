"""The language of a page: what it declares, checked against its own words; else a vote over all tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reviewparse.languages import Words, available, load

SAMPLE = 4000
"""Characters of prose that are looked at."""

CONVINCING = 0.12
"""Share of stop words among the sample's words that makes a declared language believed."""

FEW_WORDS = 12
"""Below this many words a text says nothing of its language."""

SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
"""Scripts that are a language's own, and have no blanks to count words by."""

SCRIPT_SHARE = 0.1

WORD = re.compile(r"[^\W\d_]{1,20}")

DEFAULT = "en"


def detect(text: str, declared: Iterable[str]) -> str | None:
    """ISO 639-1 code of a text, or ``None`` when it is too short or of none of our languages.

    Args:
        text: Prose of the page; only its beginning is read.
        declared: What the page says of itself (``de-AT``, ``pt_BR``), likeliest first.
    """
    sample = text[:SAMPLE].lower()
    if not sample.isascii():
        for code, script in SCRIPTS:
            if len(script.findall(sample)) > SCRIPT_SHARE * len(sample):
                return code
    codes = list(dict.fromkeys(code[:2].lower() for code in declared if code))
    words = WORD.findall(sample)
    if len(words) < FEW_WORDS:
        return codes[0] if codes else None
    known = [code for code in (*codes, DEFAULT) if code in available()]
    for code in known:
        if _share(words, code) >= CONVINCING:
            return code
    shares = {code: _share(words, code) for code in available()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= CONVINCING:
        return best
    return codes[0] if codes else None


def _share(words: list[str], code: str) -> float:
    stop_words = _stop_words(load(code))
    return sum(word in stop_words for word in words) / len(words)


@lru_cache(maxsize=64)
def _stop_words(words: Words) -> frozenset[str]:
    return frozenset(words.page.stop_words)
