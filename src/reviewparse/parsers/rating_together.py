"""Marks of one line that belong together: a changed mind, audiences, one mark printed twice."""

from __future__ import annotations

from reviewparse.parsers.rating_lexicon import TOKEN
from reviewparse.parsers.rating_mark import Mark
from reviewparse.parsers.rating_patterns import Grammar

NEAR = 30
"""Characters before the first mark in which it may be called the former one."""

BESIDE = 3
"""Characters between a row of glyphs and the number it draws."""

HALF_STEP = 0.1
"""Half a star of five: a row of whole glyphs shows a mark no finer."""


def of_changed_mind(line: str, evident: list[Mark], grammar: Grammar) -> list[Mark]:
    """``Originally 7/10, now an 8``: the latest, on the scale of the first."""
    first = evident[0]
    before = TOKEN.findall(line[max(0, first.start - NEAR) : first.start].casefold())
    match = None if grammar.lexicon.formerly.isdisjoint(before) else grammar.changed.search(line, first.end)
    value = grammar.lexicon.value(match["value"]) if match else None
    if match is None or value is None:
        return []
    best = float(match["best"]) if match["best"] else first.best
    return [Mark(value=value, best=best, unit=first.unit, start=match.start("value"), end=match.end())]


def for_audiences(line: str, evident: list[Mark], grammar: Grammar) -> list[Mark]:
    """``8/10 for nostalgics; 5/10 for anyone else``: each with those it holds for as its label."""
    if len(evident) < 2:
        return []
    matches = [grammar.audience.match(line, mark.end) for mark in evident]
    for mark, match in zip(evident, matches, strict=True):
        if match is None:
            return []
        mark.aspect = match["whom"]
    return evident


def as_one(marks: list[Mark]) -> list[Mark]:
    """A mark printed in two ways, as one; a number beside a row of glyphs or a verdict word wins."""
    kept: list[Mark] = []
    for mark in marks:
        twin = next((i for i, other in enumerate(kept) if _same(other, mark)), None)
        if twin is None:
            kept.append(mark)
        elif kept[twin].value is None or _tells_more(mark, kept[twin]):
            mark.label, mark.rater = kept[twin].label, kept[twin].rater
            kept[twin] = mark
    return kept


def _tells_more(mark: Mark, other: Mark) -> bool:
    """Whether a mark prints the maximum another lacks, or is the number a row of glyphs rounds."""
    if other.best is None:
        return mark.best is not None
    return mark.best is not None and mark.share() != other.share() and mark.unit is None


def _draws(row: Mark, number: Mark) -> bool:
    """Whether a row of glyphs stands right before the number it rounds: ``★★★★☆ (8.5/10)``."""
    share, exact = row.share(), number.share()
    if row.unit is None or number.unit is not None or share is None or exact is None:
        return False
    return 0 <= number.start - row.end <= BESIDE and row.best != number.best and abs(share - exact) < HALF_STEP


def _same(one: Mark, other: Mark) -> bool:
    raters = {one.rater, other.rater} - {None}  # printed before the first way of writing it only
    if one.aspect != other.aspect or len(raters) > 1 or one.unrated or other.unrated:
        return False
    if one.value is None or other.value is None:
        return (one.value is None) != (other.value is None)
    if one.value == other.value and (one.best == other.best or None in (one.best, other.best)):
        return True
    return (one.share() is not None and one.share() == other.share()) or _draws(one, other)
