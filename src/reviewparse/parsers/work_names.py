"""Names of makers in headlines and labelled lines: acts and people, one or several.

Looser than the gate for authors: ``Hale and Sons``, ``The Paper Lanterns`` and ``27 Herons`` are makers of works.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reviewparse.languages import Words
from reviewparse.parsers.labels import fold

MAX_ACT = 80
"""Characters of the longest name of one act."""

MAX_ACT_WORDS = 8
"""Words of the longest name of one act."""

MAX_ACTS = 8
"""Acts between slashes."""

_SLASH = re.compile(r"\s{1,3}[/／]\s{1,3}")
_COMMA = re.compile(r"\s{0,3}[,;、]\s{1,3}")
_JR = re.compile(r"^(?:[JS]r\.?|I{2,3}|IV)$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _small_words(words: Words) -> frozenset[str]:
    """Words that stand in a name in lower case."""
    work, byline = words.work, words.byline
    return frozenset((*work.articles, *work.of, *byline.joiners, *byline.particles, *words.credits.joiners))


@lru_cache(maxsize=64)
def _joiner(words: Words) -> re.Pattern[str]:
    joiners = sorted({*words.byline.joiners, *words.credits.joiners, "&", "+"}, key=len, reverse=True)
    return re.compile(rf"\s{{1,3}}(?:{'|'.join(map(re.escape, joiners))})\s{{1,3}}", re.IGNORECASE)


def looks_like_act(text: str, words: Words) -> bool:
    """Whether a string is printed as the name of a person, an act or a studio.

    >>> from reviewparse.languages import load
    >>> looks_like_act("Hale and Sons", load("en")), looks_like_act("Council votes on a plan", load("en"))
    (True, False)
    """
    acts = _SLASH.split(text)
    return len(acts) <= MAX_ACTS and all(_is_act(act.strip(), words) for act in acts)


def _is_act(text: str, words: Words) -> bool:
    if not 1 <= len(text) <= MAX_ACT or text.endswith(("?", ":", "…", "...")):
        return False
    parts = text.split()
    if len(parts) > MAX_ACT_WORDS or not any(char.isalnum() for char in text):
        return False
    if len(parts) <= 2 and text.islower():
        # "trentemo", "iamheron": acts that avoid capitals; more words in lower case are a sentence
        return fold(text) not in words.work.not_creators
    small = _small_words(words)
    return all(_stands_in_name(part, small) for part in parts)


def _stands_in_name(word: str, small: frozenset[str]) -> bool:
    core = word.strip("()[]\"'“”‘’«»„.,!?")
    return not core or not core[0].islower() or core.casefold() in small or any(char.isupper() for char in core)


def looks_like_person(text: str, words: Words) -> bool:
    """Whether a string has the form of a personal name in a Latin or similar script: two to five capitalised words.

    >>> from reviewparse.languages import load
    >>> looks_like_person("Ada van Quist", load("en")), looks_like_person("Life of Salt", load("en"))
    (True, False)
    """
    parts = text.split()
    if not 2 <= len(parts) <= 5 or any(char.isdigit() for char in text):
        return False
    refused = {*words.work.articles, *words.work.of, *words.byline.joiners}
    if any(part.casefold() in refused for part in parts):
        return False
    if text.isupper():
        return True
    particles = words.byline.particles
    return all(part[0].isupper() or part.casefold() in particles for part in parts) and parts[-1][0].isupper()


def split_creators(text: str, words: Words) -> tuple[str, ...]:
    """The makers a printed name stands for; one act when a joiner belongs to its name.

    >>> from reviewparse.languages import load
    >>> split_creators("Teodor Vance and Ada Maria Quist", load("en"))
    ('Teodor Vance', 'Ada Maria Quist')
    >>> split_creators("Hale and Sons", load("en"))
    ('Hale and Sons',)
    """
    text = " ".join(text.split()).strip(" ,;:–—-|")
    if not text:
        return ()
    slashed = _SLASH.split(text)
    if len(slashed) > 1:
        return tuple(dict.fromkeys(part.strip() for part in slashed if part.strip()))
    parts = _listed(text, words)
    return tuple(dict.fromkeys(parts)) if _all_names(parts, words) else (text,)


def split_companies(text: str, words: Words) -> tuple[str, ...]:
    """The studios of a labelled line: commas part them, joiners belong to their names.

    >>> from reviewparse.languages import load
    >>> split_companies("Tin Hall, 9 Herons, Ltd.", load("en")), split_companies("Salt and Sons", load("en"))
    (('Tin Hall', '9 Herons, Ltd.'), ('Salt and Sons',))
    """
    parts: list[str] = []
    for part in _COMMA.split(text):
        if parts and fold(part.rstrip(".")) in words.work.companies:
            parts[-1] = f"{parts[-1]}, {part}"
        elif part.strip():
            parts.append(part.strip())
    named = len(parts) > 1 and all(looks_like_act(part, words) for part in parts)
    return tuple(dict.fromkeys(parts)) if named else split_creators(text, words)


def _listed(text: str, words: Words) -> list[str]:
    parts: list[str] = []
    for part in _COMMA.split(text):
        if parts and _JR.match(part):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    last = _joiner(words).split(f" {parts[-1]}")  # the joiner may follow the comma
    return [*parts[:-1], *(part for part in map(str.strip, last) if part)]


def _all_names(parts: list[str], words: Words) -> bool:
    """Whether the parts of a list are makers each: people, or four and more acts."""
    if len(parts) < 2 or not all(looks_like_act(part, words) for part in parts):
        return False
    articles = words.work.articles
    if any(part.split()[0].casefold() in articles for part in parts[1:]):
        # "Ida Moss & the Herons" is one act
        return False
    people = sum(" " in part for part in parts)
    return people == len(parts) or (len(parts) >= 4 and people >= 1)
