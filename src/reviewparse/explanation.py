"""Why a page was read as it was: every candidate of every field, best first, and why each one lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewparse import notebook, serialize, summary
from reviewparse.console import align, one_line
from reviewparse.evidence import Candidate
from reviewparse.model import Credit, PartialDate, Rating, Track, Work

SHOWN = 4
"""Losing candidates printed of one field; all of them stand in ``Explanation.fields``."""

VALUE_WIDTH, QUOTE_WIDTH = 32, 36
HEADER = ("field", "", "trust", "value", "quote", "found by", "why not")


@dataclass(frozen=True, slots=True)
class Explanation:
    """All candidates by field, best first. Printing it gives a table that fits on a screen."""

    fields: Mapping[str, tuple[Candidate[Any], ...]]
    """Name of a field to its candidates; a candidate with ``lost`` set was not chosen."""
    warnings: tuple[str, ...] = ()
    """Codes of what was cut short while reading."""

    def __str__(self) -> str:
        """One line a candidate: winners marked ``+``, trust, value, quote, finder and how many agree, why it lost."""
        lines = align([HEADER, *self._rows()])
        lines += [f"warning: {one_line(warning)}" for warning in self.warnings]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: ``{"fields": {name: [{value, evidence, lost}, ...]}, "warnings": [...]}``."""
        fields = {name: [_to_dict(one) for one in found] for name, found in self.fields.items()}
        return {"fields": fields, "warnings": list(self.warnings)}

    def _rows(self) -> Iterator[tuple[str, ...]]:
        for name, found in self.fields.items():
            if not found:
                yield (name, "", "", "–", "", "", "")
            shown = [one for one in found if one.lost is None]
            lost = [one for one in found if one.lost is not None]
            for index, one in enumerate(shown + lost[:SHOWN]):
                yield ("" if index else name, *_cells(one))
            if len(lost) > SHOWN:
                yield ("", "", "", f"… {len(lost) - SHOWN} more", "", "", "")

    def _repr_html_(self) -> str:
        """The same table for notebooks."""
        return notebook.explained(self._rows(), HEADER)


def _cells(one: Candidate[Any]) -> tuple[str, ...]:
    evidence = one.evidence
    agreeing = len(set(evidence.agreed_by) - {evidence.finder})
    where = f"{evidence.locator} = " if evidence.locator else ""
    return (
        "+" if one.lost is None else "-",
        f"{evidence.confidence:.2f}",
        one_line(value_line(one.value), VALUE_WIDTH),
        one_line(f'{where}"{evidence.quote}"', QUOTE_WIDTH),
        f"{evidence.finder} +{agreeing}" if agreeing else evidence.finder,
        one_line(one.lost or ""),
    )


def value_line(value: object) -> str:
    """Any value of any field on one line.

    >>> value_line((Track(title="Bellmouth", position="1"), Track(title="Ember", position="2")))
    '1. Bellmouth, 2. Ember'
    """
    if isinstance(value, tuple):
        return ", ".join(value_line(part) for part in value)
    for kind, line in _LINES.items():
        if isinstance(value, kind):
            return line(value)
    return str(value)


_LINES: Mapping[type, Callable[[Any], str]] = {
    PartialDate: summary.date_line,
    Rating: summary.rating_line,
    Track: summary.track_line,
    Credit: summary.credit_line,
    Work: summary.work_line,
}


def _to_dict(one: Candidate[Any]) -> dict[str, Any]:
    return {
        "value": serialize.encode(one.value),
        "evidence": serialize.to_dict(one.evidence),
        "lost": one.lost,
    }
