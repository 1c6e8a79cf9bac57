"""Word tables: one TOML file a language, merged into one ``Words`` for the languages of a page."""

from __future__ import annotations

from reviewparse.languages.loader import (
    FORMS,
    available,
    common_words,
    known,
    label_words,
    load,
    merge,
    words_for,
    written_words,
)
from reviewparse.languages.words import (
    BylineWords,
    CreditWords,
    DateWords,
    PageWords,
    RatingWords,
    TracklistWords,
    Words,
    WorkWords,
)

__all__ = [
    "FORMS",
    "BylineWords",
    "CreditWords",
    "DateWords",
    "PageWords",
    "RatingWords",
    "TracklistWords",
    "Words",
    "WorkWords",
    "available",
    "common_words",
    "known",
    "label_words",
    "load",
    "merge",
    "words_for",
    "written_words",
]
