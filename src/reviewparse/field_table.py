"""The fields of a review as a table: values, how far each is trusted, who found it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reviewparse import summary
from reviewparse.evidence import Evidence, Span
from reviewparse.highlight import Reading, dot
from reviewparse.markup import Html, cut, el, joined

if TYPE_CHECKING:
    from reviewparse.review import Review

MOST_LINES = 20
"""Values of one field that are shown."""

CELL = 160
"""Characters of a value that are shown."""

LOCATOR = 60
"""Characters of a place in the metadata."""

_PLACE_TO_BREAK = re.compile(r"(?<=\.)|(?=_)")

LINKED = ("http://", "https://")

NOWHERE: Mapping[Span | None, str] = {}


def fields(found: Review, places: Mapping[Span | None, str] = NOWHERE) -> Html:
    """One line for each value, with how far it is trusted and who found it.

    Args:
        found: What a page said.
        places: The id of the mark of each quote; who found it links there.
    """
    known = dict(found.evidence)
    rows = [row for name, values in _lines(found).items() for row in _rows(name, values, known.get(name, ()), places)]
    heads = ("field", "value", "trust", "found by")
    head = el("thead", el("tr", *(el("th", text, scope="col") for text in heads)))
    return el("table", head if known else Html(), el("tbody", *rows))


def readings(found: Review) -> Iterator[Reading]:
    """What was read from where, a reading for each separately chosen value."""
    lines = _lines(found)
    for name, evidence in found.evidence:
        values = lines.get(name) or [""]
        each = len(values) == len(evidence)
        for index, one in enumerate(evidence):
            value = values[index] if each else ", ".join(values)
            yield Reading(field=name, value=found.kind or "" if name == "kind" else value, evidence=one)


def _lines(found: Review) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    last = ""
    for name, line in summary.rows(found):
        last = name or last
        lines.setdefault(last, []).append(line)
    return lines


def _rows(
    name: str, values: list[str], evidence: tuple[Evidence, ...], places: Mapping[Span | None, str]
) -> Iterator[Html]:
    """One row for each value that was found on its own; a list that was found as a whole stands in one."""
    shown: list[str] = [_value(name, value) for value in values[:MOST_LINES]]
    if len(values) > MOST_LINES:
        shown.append(f"… {len(values) - MOST_LINES} more")
    if len(values) == len(evidence):
        found: list[tuple[Evidence, ...]] = [(one,) for one in evidence[:MOST_LINES]]
        found += [()] * (len(shown) - len(found))
    else:
        shown, found = [joined(shown, " · ")], [evidence]
    for index, (value, support) in enumerate(zip(shown, found, strict=True)):
        head = (dot(name), name) if index == 0 else ()
        trust = list(_trust(support, places)) if support else []
        cells = el("th", *head, scope="row"), el("td", value, colspan=None if trust else 3), *trust
        yield el("tr", *cells, class_=f"rp-row rp-{name}" if trust else None)


def _value(name: str, value: str) -> Html:
    shown = cut(value, CELL)
    if name == "url" and value.startswith(LINKED):
        return el("a", shown, href=value[:2_000], rel="noopener noreferrer", target="_blank")
    return joined((shown,))


def _trust(evidence: tuple[Evidence, ...], places: Mapping[Span | None, str]) -> Iterator[Html]:
    least, most = (choose(one.confidence for one in evidence) for choose in (min, max))
    yield el("td", f"{least:.2f}" if least == most else f"{least:.2f}–{most:.2f}", class_="rp-number")
    found: list[str] = [finder(evidence[0], places)]
    names = dict.fromkeys(one.finder for one in evidence)
    if len(names) > 1:
        found.append(f" +{len(names) - 1}")
    yield el("td", *found)


def finder(evidence: Evidence, places: Mapping[Span | None, str] = NOWHERE) -> Html:
    """Who found it, and where: a link to the mark, or the place in the metadata."""
    name = el("code", joined(_PLACE_TO_BREAK.split(evidence.finder), el("wbr")))
    if evidence.span in places:
        return el("a", name, href=f"#{places[evidence.span]}")
    return joined((name, " ", el("small", cut(evidence.locator, LOCATOR)))) if evidence.locator else name
