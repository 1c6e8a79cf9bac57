"""What the words of a text say of the work it is about: ``gameplay`` of a game, ``crowd`` of a show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from functools import lru_cache

from reviewparse.document import Document, once
from reviewparse.finders.kind_signs import MUSIC_KINDS, WEIGHTS, Sign
from reviewparse.finders.kind_tables import MUSIC
from reviewparse.languages import Words

FREQUENT = "text: frequent words"
"""Locator of signs that no single word shows."""

MIN_WORDS = 3
"""Words of a kind in the text before they say anything."""

FEW_WORDS = 2
"""Words of a kind that are enough where nothing speaks for another."""

MIN_JUDGING = 2
"""Different words that judge before they say anything."""

PER_JUDGEMENT = 1000
"""Characters of text for each of them; articles on other things use one now and then, too."""

MAX_TEXT = 6000
"""Characters of the article whose words are counted."""

_JUDGES = "judges"
"""Beside the kinds in the table of known words: the words of somebody who judges."""

_LETTERS = re.compile(r"[^\W\d_]{2,24}")
_EDGES = ".,;:!?'\"’‘“”()[]…–—-*_0123456789"


_TYPOGRAPHY = "’‘“”–—…"
"""Signs beyond ASCII that part the words of any text."""

_LETTERS_ONLY = bytes(char if chr(char).isalpha() and char < 128 else 32 for char in range(256))


@lru_cache(maxsize=64)
def _body_words(words: Words) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, str]]]:
    """Word -> kinds, and (phrase, kind) of scripts that print no blanks between words."""
    spaced: dict[str, tuple[str, ...]] = {}
    unspaced: list[tuple[str, str]] = []
    for kind, phrases in ((_JUDGES, words.work.judging), *words.work.body.items()):
        for phrase in phrases:
            if phrase[0] >= "\u3040":
                unspaced.append((phrase, kind))
            else:
                spaced[phrase] = (*spaced.get(phrase, ()), kind)
    return spaced, unspaced


def text_signs(document: Document) -> Iterator[Sign]:
    """The kind whose words are the most frequent in the text, when it leads; of music, which sort of it, too."""
    counts, examples, _ = _counted(document)
    families: Counter[str] = Counter()
    for kind, count in counts.items():
        families[MUSIC if kind in MUSIC_KINDS else kind] += count
    ranked = families.most_common(2)
    if not ranked or ranked[0][1] < MIN_WORDS:
        return
    first, count = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    weight = WEIGHTS["text"] * (2 if count >= 2 * second and count > MIN_WORDS else 1 if count > second else 0)
    if weight:
        example = examples.get(first) or next(examples[kind] for kind in MUSIC_KINDS if kind in examples)
        yield Sign("text", first, weight, example, locator=FREQUENT)
    if first == MUSIC:
        yield from _sort_of_music(counts, examples)


def likeliest(document: Document) -> str | None:
    """The kind whose words lead in the text, for reviews of which nothing else tells what they review."""
    counts, _, _ = _counted(document)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < FEW_WORDS or ranked[0][0] == MUSIC:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def judgements(document: Document) -> tuple[str, ...]:
    """The different words with which somebody judges, of a text that has more than a few of them for its length."""
    words = _counted(document)[2]
    enough = len(words) >= MIN_JUDGING and len(words) * PER_JUDGEMENT >= len(_article_text(document))
    return words if enough else ()


def _sort_of_music(counts: Counter[str], examples: dict[str, str]) -> Iterator[Sign]:
    sorts = Counter({kind: counts[kind] for kind in MUSIC_KINDS if kind != MUSIC and counts[kind]}).most_common(2)
    if sorts and sorts[0][1] >= MIN_WORDS and (len(sorts) == 1 or sorts[0][1] > sorts[1][1]):
        kind = sorts[0][0]
        yield Sign("sort of music", kind, WEIGHTS["sort of music"], examples[kind], locator=FREQUENT)


@once
def _counted(document: Document) -> tuple[Counter[str], dict[str, str], tuple[str, ...]]:
    """How often the words of each kind occur, and the first such word; and the words that judge."""
    spaced, unspaced = _body_words(document.words)
    text = _article_text(document)
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    judging: dict[str, None] = {}
    for word in _words_among(spaced, text):
        for kind in spaced[word]:
            if kind == _JUDGES:
                judging[word] = None
                continue
            counts[kind] += 1
            examples.setdefault(kind, word)
    for phrase, kind in unspaced:
        if kind == _JUDGES:
            judging.update(dict.fromkeys((phrase,) if phrase in text else ()))
        elif times := text.count(phrase):
            counts[kind] += times
            examples.setdefault(kind, phrase)
    return counts, examples, tuple(judging)


def _words_among(known: Container[str], text: str) -> Iterator[str]:
    """The words of a text that are known, in its order."""
    for sign in _TYPOGRAPHY:
        text = text.replace(sign, " ")
    if text.isascii():
        yield from filter(known.__contains__, text.encode().translate(_LETTERS_ONLY).decode().split())
        return
    for token in [token for token in text.split() if token in known or not token.isalpha()]:
        word = token.strip(_EDGES)
        yield from filter(known.__contains__, (word,) if word.isalpha() else _LETTERS.findall(word))


@once
def _article_text(document: Document) -> str:
    """The first paragraphs of the article in lower case."""
    lowered, size, parts = document.lowered(), 0, []
    for block in document.article():
        parts.append(lowered[block.start : block.end])
        size += len(block.text)
        if size > MAX_TEXT:
            break
    return " ".join(parts)
