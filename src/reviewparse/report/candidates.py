"""All candidates of all fields, with the reason why each lost, and what the page's metadata states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewparse.document import Document, Fact
from reviewparse.evidence import Candidate, Span
from reviewparse.explanation import Explanation, value_line
from reviewparse.field_table import finder
from reviewparse.highlight import Reading, dot
from reviewparse.limits import WARNINGS
from reviewparse.markup import Html, cut, el

MOST_LOSERS = 30
"""Losing candidates of one field that are shown."""

MOST_FACTS = 300

VALUE, QUOTE, LOCATOR = 120, 160, 80
"""Characters of a cell."""

HEADS = ("value", "trust", "quote", "found by", "why not")


def readings(explanation: Explanation) -> Iterator[Reading]:
    """Winners and losers as they are marked in the text."""
    for name, found in explanation.fields.items():
        for one in found:
            yield Reading(field=name, value=value_line(one.value), evidence=one.evidence, lost=one.lost)


def candidates(explanation: Explanation, places: Mapping[Span | None, str]) -> Html:
    """A table, the fields in the order in which they are looked for."""
    bodies = [_field(name, found, places) for name, found in explanation.fields.items()]
    return el(
        "section",
        el("h2", "Candidates"),
        el("p", "Everything that was proposed for a field, and why it was not chosen.", class_="lead"),
        el("table", el("thead", el("tr", *(el("th", head, scope="col") for head in HEADS))), *bodies),
        id="candidates",
        class_="rp-wide",
    )


def _field(name: str, found: tuple[Candidate[Any], ...], places: Mapping[Span | None, str]) -> Html:
    winners = [one for one in found if one.lost is None]
    losers = [one for one in found if one.lost is not None]
    head = el("tr", el("th", dot(name), name, colspan=len(HEADS), scope="rowgroup"))
    rows = [_row(one, places) for one in (*winners, *losers[:MOST_LOSERS])]
    if len(losers) > MOST_LOSERS:
        rows.append(el("tr", el("td", f"… {len(losers) - MOST_LOSERS} more", colspan=len(HEADS))))
    return el("tbody", head, *(rows or [el("tr", el("td", "nothing found", colspan=len(HEADS)))]))


def _row(one: Candidate[Any], places: Mapping[Span | None, str]) -> Html:
    evidence = one.evidence
    agreeing = [name for name in evidence.agreed_by if name != evidence.finder]
    also = [el("br"), el("small", "also ", ", ".join(agreeing))] if agreeing else []
    cells = (
        el("td", cut(value_line(one.value), VALUE)),
        el("td", f"{evidence.confidence:.2f}", class_="rp-number"),
        el("td", el("q", cut(" ".join(evidence.quote.split()), QUOTE))),
        el("td", finder(evidence, places), *also),
        el("td", "chosen" if one.lost is None else one.lost),
    )
    return el("tr", *cells, class_="rp-won" if one.lost is None else "rp-out")


def metadata(document: Document) -> Html:
    """What the page states of itself, in whatever syntax."""
    facts = document.facts[:MOST_FACTS]
    rows = map(_fact, facts)
    more = len(document.facts) - len(facts)
    rest = el("p", f"… {more} more") if more else Html()
    content = (el("table", el("tbody", *rows)), rest) if facts else (el("p", "The page states nothing about itself."),)
    return el("section", el("h2", "Metadata"), *content, id="metadata")


def _fact(fact: Fact) -> Html:
    place = el("td", el("small", cut(fact.locator, LOCATOR)))
    return el("tr", el("th", fact.path, scope="row"), el("td", cut(fact.value, QUOTE)), place)


def warnings(explanation: Explanation) -> Html:
    """What was cut short while reading."""
    if not explanation.warnings:
        return Html()
    lines = (el("li", el("code", code), " ", WARNINGS.get(code, "")) for code in explanation.warnings)
    return el("section", el("h2", "Warnings"), el("ul", *lines), id="warnings")
