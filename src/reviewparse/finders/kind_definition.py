"""What the first sentence says that the headline is: ``Saltfield is a quiet arcade game from Long Jetty Games``."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Span
from reviewparse.finders.kind_signs import WEIGHTS, Sign
from reviewparse.finders.kind_tables import MUSIC
from reviewparse.languages import Words
from reviewparse.parsers.work_words import phrases_in, words_of

MAX_BLOCKS = 4
"""Lines below the headline among which the definition stands."""

MAX_TITLE = 60
"""Characters of a headline that may be a title and nothing else."""

MAX_BETWEEN = 90
"""Characters from the title to the word for what it is."""

MAX_LINK = 2
"""Words between the title and the article: ``is``."""

_ENDS = ".!?;:\n"


@dataclass(frozen=True, slots=True)
class Definition:
    """A sentence that begins with the headline and says what that is."""

    block: Block
    title: Span
    """Within the block."""
    kind: str
    end: int
    """Within the block, behind the word for the kind."""


@once
def definition_of(document: Document, title: str, start: int) -> Definition | None:
    """The definition of a title in the first lines behind an offset."""
    name = title.strip().casefold()
    if not 1 < len(name) <= MAX_TITLE:
        return None
    below = (block for block in document.article() if block.start >= start and len(block.text) > len(name) + 10)
    for block in itertools.islice(below, MAX_BLOCKS):
        if block.text[: len(name)].casefold() == name:
            return _read(block, len(name), document.words)
    return None


def _read(block: Block, at: int, words: Words) -> Definition | None:
    """``is a colorful strategy game``: an article soon behind the title, a word for works before the sentence ends."""
    behind = block.text[at : at + MAX_BETWEEN]
    sentence = behind[: next((place for place, char in enumerate(behind) if char in _ENDS), len(behind))]
    parts = words_of(sentence)
    article = next((part for part in parts[: MAX_LINK + 1] if part.text in words.work.articles), None)
    phrase = next((phrase for phrase in phrases_in(sentence, words) if phrase.kind not in (None, MUSIC)), None)
    if article is None or phrase is None or phrase.start < article.end:
        return None
    links = {*words.work.of, *words.work.by, *words.work.at}
    if any(part.text in links for part in parts if article.end <= part.start < phrase.start):
        return None  # "won the prize for a novel"
    return Definition(block, (0, at), phrase.kind or "", at + phrase.end)


def definition_sign(document: Document, title: str, start: int) -> Iterator[Sign]:
    """The kind that the definition tells."""
    found = definition_of(document, title, start)
    if found is not None:
        block = found.block
        span = (block.start, block.start + found.end)
        yield Sign("definition", found.kind, WEIGHTS["definition"], block.text[: found.end], span)
