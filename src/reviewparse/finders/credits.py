"""Where credits stand: in markup, in labelled lines, tables and lists, in closing sentences and in the prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from reviewparse.document import Block, Document, once
from reviewparse.evidence import Candidate, Hit, Span
from reviewparse.finders.base import Finder, Known
from reviewparse.finders.credit_lines import described_lines, printed_lines, prose_blocks
from reviewparse.model import Credit, Role
from reviewparse.parsers.credit_names import is_full
from reviewparse.parsers.credit_words import Prose, narrowed, prose_of
from reviewparse.parsers.credits import Found, credits_named, names_page_makers, scan_lines
from reviewparse.parsers.credits_players import players_in
from reviewparse.parsers.credits_sentence import sentences_in
from reviewparse.parsers.roles import ACTOR, DEVELOPER, DIRECTOR, OPEN_ROLES, PERFORMER, role_book, split_roles
from reviewparse.resolve import AGREED, OUTRANKED, Choice, agree, by_place

SURE = 0.7
"""Confidence from which an author is no maker of the work."""

_RECORDS = frozenset(("album", "soundtrack", "single", "live"))
"""Kinds of work whose prose may tell of a film's makers, who did not make the record."""

_FILM_ROLES = frozenset(map(Role, ("director", "actor", "cinematographer", "editor")))


def in_metadata(doc: Document, _: Known) -> Iterator[Hit[Credit]]:
    """What markup and front matter state of the work the page is about: the first one stated."""
    facts = doc.facts_of("credit")
    for fact in facts:
        if fact.more.get("doubtful") and not split_roles(fact.more.get("role", ""), doc.words):
            continue  # a name and anything else of that person
        if fact.more.get("subject") == facts[0].more.get("subject"):
            for value in credits_named(fact.more.get("role", ""), fact.value, doc.words):
                yield Hit(value, fact.value, locator=fact.locator)


def in_description(doc: Document, _: Known) -> Iterator[Hit[Credit]]:
    """A work's makers in the summary given to search engines: labels, and sentences that open with a making word."""
    for text, locator in described_lines(doc):
        for found in scan_lines([text], doc.words):
            if found.shape == "label" or (found.shape == "sentence" and _opens_sentence(found.hit, text)):
                yield Hit(found.hit.value, found.hit.quote, locator=locator)


def _opens_sentence(hit: Hit[Credit], text: str) -> bool:
    start = hit.span[0] if hit.span else 0
    return start == 0 or text[start - 2] in ".:"


@once
def _printed(doc: Document) -> tuple[tuple[int, Found], ...]:
    """What the lines of the article state, each with the offset of its line; nothing of a round-up."""
    lines = printed_lines(doc)
    found = list(scan_lines([line.text for line in lines], doc.words))
    if _of_several_works(found):
        return ()
    return tuple((lines[one.line].start, one) for one in found if _is_believable(one, found))


def labelled(doc: Document, known: Known) -> Iterator[Hit[Credit]]:
    """Labelled lines, table rows, definition lists."""
    yield from _of_shape("label", doc, known)


def listed(doc: Document, known: Known) -> Iterator[Hit[Credit]]:
    """Personnel lists and casts."""
    yield from _of_shape("list", doc, known)


def in_sentence(doc: Document, known: Known) -> Iterator[Hit[Credit]]:
    """Sentences that fill a line or short paragraph."""
    yield from _of_shape("sentence", doc, known)


def _of_shape(shape: str, doc: Document, known: Known) -> Iterator[Hit[Credit]]:
    tracks = [candidate.evidence.span for candidate in known.get("tracks", ())]
    headline = [candidate.evidence.span for candidate in known.get("title", ())]
    for start, one in _printed(doc):
        if any(_covers(span, start) for span in headline):
            continue  # "Choir of Saltfield: Low Tide" names artist and title
        # a tracklist prints artists and makers of single tracks; only who plays on one is a credit
        if one.shape == shape and (shape == "player" or not any(_covers(span, start) for span in tracks)):
            yield from _placed(doc, start, (one.hit,), known)


def _covers(span: Span | None, offset: int) -> bool:
    return span is not None and span[0] <= offset < span[1]


def _is_believable(one: Found, found: Sequence[Found]) -> bool:
    """Whether a single word may be a name here: behind a label or first word of the line, or among other players."""
    if one.shape in {"label", "list"} or _is_full(one.hit.value) or one.hit.value.role == DEVELOPER:
        return True
    opens = one.hit.span is not None and one.hit.span[0] < 4
    players = sum((other.line, other.shape) == (one.line, "player") for other in found)
    return opens or (one.shape == "player" and players > 1)


def _of_several_works(found: Sequence[Found]) -> bool:
    """Whether a label comes back again and again with other names: a round-up, whose credits are of many works."""
    lines: dict[str, list[int]] = {}
    for one in found:
        if one.shape == "label":
            lines.setdefault((one.hit.value.printed_role or "").casefold(), []).append(one.line)
    return any(sum(after > before + 1 for before, after in pairwise(numbers)) > 1 for numbers in lines.values())


@once
def _prose(doc: Document) -> tuple[tuple[Block, Prose], ...]:
    """The paragraphs and their texts with narrow signs."""
    return tuple([(block, prose_of(narrowed(block.text))) for block in prose_blocks(doc)])


def in_prose(doc: Document, known: Known) -> Iterator[Hit[Credit]]:
    """Making words in the sentences of a paragraph."""
    book = role_book(doc.words)
    about_film = not any(candidate.value.type in _RECORDS for candidate in known.get("work", ()))
    for block, prose in _prose(doc):
        hits = (
            hit
            for hit in sentences_in(prose, doc.words)
            if (_is_full(hit.value) or hit.value.role == DEVELOPER)
            and not names_page_makers(hit.value, book)
            and (about_film or hit.value.role not in _FILM_ROLES)
        )
        yield from _placed(doc, block.start, hits, known)


def of_players(doc: Document, known: Known) -> Iterator[Hit[Credit]]:
    """Who plays what, in sentences."""
    yield from _of_shape("player", doc, known)
    for block, prose in _prose(doc):
        hits = list(players_in(prose, doc.words))
        if len(hits) > 1 or all(_is_full(hit.value) for hit in hits):
            yield from _placed(doc, block.start, hits, known)


def _is_full(value: Credit) -> bool:
    """Whether a name has a blank: a surname alone in prose stands for somebody named before."""
    return any(is_full(name) for name in value.names)


def _placed(doc: Document, start: int, hits: Iterable[Hit[Credit]], known: Known) -> Iterator[Hit[Credit]]:
    """Hits with spans of the document, the authors of the page left out, doubtful ones only of doubtful credits."""
    book = role_book(doc.words)
    for hit in hits:
        moved = hit.shifted(start)
        authors = _authors(known, least=0 if names_page_makers(hit.value, book) else SURE)
        if moved.span is not None and authors.isdisjoint(name.casefold() for name in moved.value.names):
            yield Hit(moved.value, doc.text[slice(*moved.span)], moved.span)


def _authors(known: Known, *, least: float) -> frozenset[str]:
    """The names of the page's authors; a bare name below the text (not ``SURE``) may as well be a credit's."""
    chosen = [candidate for candidate in known.get("authors", ()) if candidate.evidence.confidence >= least]
    return frozenset(name.casefold() for candidate in chosen for name in candidate.value)


FINDERS: tuple[Finder[Credit], ...] = (
    Finder("credits.list", listed, confidence=0.95),
    Finder("credits.label", labelled, confidence=0.90),
    Finder("credits.sentence", in_sentence, confidence=0.60),
    Finder("credits.prose", in_prose, confidence=0.80),
    Finder("credits.metadata", in_metadata, confidence=0.60),
    Finder("credits.description", in_description, confidence=0.60),
    Finder("credits.players", of_players, confidence=0.75),
)


def choose_credits(candidates: Sequence[Candidate[Credit]]) -> Choice[Credit]:
    """Every different credit, in page order; names already credited for a role add nothing.

    Where the page prints a list, players named in its prose belong to other records.
    """
    if any(one.value.role == DIRECTOR for one in candidates):
        candidates = [_acting(one) for one in candidates]
    ranked = agree(candidates, lambda value: (value.role, tuple(name.casefold() for name in value.names)))
    listed = sum(len(one.value.names) for one in ranked if one.evidence.finder == FINDERS[0].name) > 1
    precise = [one for one in ranked if one.value.role not in OPEN_ROLES]
    seen: set[tuple[str, str]] = set()
    winners: list[Candidate[Credit]] = []
    losers: list[Candidate[Any]] = []
    for candidate in ranked:
        pairs = {(candidate.value.role, name.casefold()) for name in candidate.value.names}
        if pairs <= seen:
            losers.append(replace(candidate, lost=AGREED))
        elif (listed and candidate.evidence.finder == FINDERS[-1].name) or (
            candidate.value.role in OPEN_ROLES and any(_says_more(one, candidate) for one in precise)
        ):
            losers.append(replace(candidate, lost=OUTRANKED))
        else:
            winners.append(candidate)
            seen |= pairs
    return Choice(tuple(sorted(winners, key=by_place)), tuple(losers))


def _acting(candidate: Candidate[Credit]) -> Candidate[Credit]:
    """A performer, of a work that somebody directed, is an actor."""
    if candidate.value.role != PERFORMER:
        return candidate
    return replace(candidate, value=replace(candidate.value, role=ACTOR))


def _says_more(precise: Candidate[Credit], loose: Candidate[Credit]) -> bool:
    """Whether the same words name an instrument of a guest: ``guests are Ida Moss on cello``."""
    one, other = precise.evidence.span, loose.evidence.span
    if one is None or other is None or not (one[0] < other[1] and other[0] < one[1]):
        return False
    return set(precise.value.names) <= set(loose.value.names) and len(loose.value.names) == 1
