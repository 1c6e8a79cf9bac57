"""Marks of one line that belong together: a changed mind, audiences, one mark printed twice."""

from __future__ import annotations

from reviewparse.parsers.rating_lexicon import TOKEN
from reviewparse.parsers.rating_mark import Mark
from reviewparse.parsers.rating_patterns import Grammar

NEAR = 30
"""Characters before the first mark in which it may be called the former one."""


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
        elif kept[twin].value is None or (kept[twin].best is None and mark.best is not None):
            mark.label, mark.rater = kept[twin].label, kept[twin].rater
            kept[twin] = mark
    return kept


def _same(one: Mark, other: Mark) -> bool:
    raters = {one.rater, other.rater} - {None}  # printed before the first way of writing it only
    if one.aspect != other.aspect or len(raters) > 1 or one.unrated or other.unrated:
        return False
    if one.value is None or other.value is None:
        return (one.value is None) != (other.value is None)
    if one.value == other.value and (one.best == other.best or None in (one.best, other.best)):
        return True
    return one.share() is not None and one.share() == other.share()
