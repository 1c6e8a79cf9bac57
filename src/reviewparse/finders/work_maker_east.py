"""Makers in the prose of languages without blanks or with titles behind names: ``봉수아 감독``, ``岸辺蓮監督``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from reviewparse.document import Document
from reviewparse.evidence import Hit
from reviewparse.finders.base import Known
from reviewparse.finders.work_maker import ROLES_OF_KIND
from reviewparse.finders.work_subject import subject_of
from reviewparse.languages import Words
from reviewparse.model import Work
from reviewparse.parsers.headline_parts import all_known
from reviewparse.parsers.labels import fold

MIN_USES = 2
"""Times that the text speaks of somebody with the title behind the name, or with and without."""

MIN_NAME = 2
"""Characters of a name."""

_NAMES = (
    r"(?<![\u3400-\u9fff\u3005])[\u3400-\u9fff\u3005]{2,5}",
    r"[\u30a1-\u30fa\u30fc]{2,12}(?:[・＝][\u30a1-\u30fa\u30fc]{2,12}){1,3}",
    r"(?<![\uac00-\ud7af])[\uac00-\ud7af]{3}\s",
)
"""Names in Chinese characters, foreign ones in kana, Korean ones; what two syllables name is as often no person."""


@lru_cache(maxsize=16)
def _pattern(words: Words, role: str) -> re.Pattern[str]:
    nouns = sorted(words.work.makers.get(role, ()), key=len, reverse=True)
    either = "|".join(re.escape(noun) for noun in nouns if not noun.isascii()) or r"(?!)"
    return re.compile(rf"(?P<name>{'|'.join(_NAMES)})(?:{either})")


def role_behind_name(document: Document, known: Known) -> Iterator[Hit[Work]]:
    """Whoever the text calls director or author most often, at least twice."""
    words = document.words
    subject = subject_of(document, known)
    role = ROLES_OF_KIND.get(subject.kind or "")
    if not words.family_name_first or subject.several or role is None:
        return
    counts: Counter[str] = Counter()
    places: dict[str, int] = {}
    for match in _pattern(words, role).finditer(document.text):
        name = _behind_by(match["name"].strip(), words)
        counts[name] += 1
        places.setdefault(name, document.text.index(name, match.start("name")))
    for name, count in counts.most_common(1):
        uses = max(count, document.text.count(name))
        known_word = all_known(name, words) or fold(name) in words.byline.not_names
        if len(name) >= MIN_NAME and uses >= MIN_USES and not known_word:
            yield Hit(Work(creators=(name,)), name, (places[name], places[name] + len(name)))


def _behind_by(name: str, words: Words) -> str:
    """The name without what stands before *by*, where no blank does: ``是由林晓``."""
    for word in words.credits.by:
        name = name.rpartition(word)[2]
    return name
