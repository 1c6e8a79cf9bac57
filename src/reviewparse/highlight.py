"""Words of a text marked with what was read from them: nested where quotes nest, split where they cross."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewparse.evidence import Evidence, Span
from reviewparse.markup import Html, cut, el, escaped, opening

VALUE, QUOTE, TIP = 80, 60, 600
"""Characters of a value, of a quote and of all that is said of one mark."""

FIELDS = ("title", "work", "authors", "published", "updated", "ratings", "tracks", "credits", "kind")
"""Fields that have a colour; where several were read from the same words, the first one gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A value read from a page, ready to be shown."""

    field: str
    value: str
    """On one line."""
    evidence: Evidence
    lost: str | None = None
    """Why it was not chosen."""

    @property
    def tip(self) -> str:
        """Field and value, then finder, confidence and who agrees, then why it lost."""
        evidence = self.evidence
        others = ", ".join(name for name in evidence.agreed_by if name != evidence.finder)
        lines = [
            f"{self.field}: {cut(self.value, VALUE)}",
            f"{evidence.finder} · {evidence.confidence:.2f}" + (f" · also {others}" if others else ""),
            f"not chosen: {self.lost}" if self.lost else "",
        ]
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage and what is said of it."""

    span: Span
    readings: tuple[Reading, ...]
    """What was chosen comes first."""
    id: str | None = None
    """Of the element in which it begins, where something links to it."""

    @property
    def field(self) -> str:
        """The field that gives the colour."""
        return self.readings[0].field

    @property
    def lost(self) -> bool:
        """Whether nothing read from here was chosen."""
        return self.readings[0].lost is not None

    def opening(self, *, begins: bool) -> Html:
        """The tag that opens it, or goes on with it; only the first can be reached by keyboard."""
        kind = "rp-lost" if self.lost else "rp-mark"
        tip = cut("\n".join(reading.tip for reading in self.readings), TIP)
        return opening(
            "mark",
            class_=f"{kind} rp-{self.field}",
            id=self.id if begins else None,
            tabindex=0 if begins and not self.lost else None,
            data_tip=tip,
            aria_description=tip if begins and not self.lost else None,
        )


def marks_of(readings: Iterable[Reading], *, prefix: str | None = None) -> tuple[Mark, ...]:
    """One mark for each passage that anything was read from, in the order of the text.

    Args:
        readings: What to show; those without a place in the text are left out.
        prefix: Begins the ids; without it marks have none.
    """
    passages: dict[Span, list[Reading]] = {}
    for reading in readings:
        if reading.evidence.span is not None:
            passages.setdefault(reading.evidence.span, []).append(reading)
    ordered = sorted(passages, key=lambda span: (span[0], -span[1]))
    ids = [f"{prefix}{number}" if prefix else None for number in range(len(ordered))]
    return tuple(
        Mark(span, tuple(sorted(passages[span], key=_rank)), id_) for span, id_ in zip(ordered, ids, strict=True)
    )


def _rank(reading: Reading) -> tuple[bool, int]:
    return reading.lost is not None, FIELDS.index(reading.field) if reading.field in FIELDS else len(FIELDS)


def highlighted(text: str, lines: Sequence[Span], marks: Iterable[Mark]) -> list[Html]:
    """The lines of a text as markup; a mark that goes over several lines is opened anew in each.

    Args:
        text: The text all offsets count in.
        lines: Parts of it to show, in order and without overlap.
        marks: What to mark.
    """
    starts = [start for start, _ in lines]
    here: list[list[Mark]] = [[] for _ in lines]
    for mark in marks:
        line = max(0, bisect_right(starts, mark.span[0]) - 1)
        while line < len(lines) and starts[line] < mark.span[1]:
            if lines[line][1] > mark.span[0]:
                here[line].append(mark)
            line += 1
    begun: set[Span] = set()
    return [
        _line(text, span, found, begun) if found else escaped(text[slice(*span)])
        for span, found in zip(lines, here, strict=True)
    ]


def _line(text: str, line: Span, marks: Iterable[Mark], begun: set[Span]) -> Html:
    """One line with the marks that touch it."""
    waiting = [
        (max(mark.span[0], line[0]), -min(mark.span[1], line[1]), order, mark) for order, mark in enumerate(marks)
    ]
    heapq.heapify(waiting)
    pieces: list[str] = []
    place = line[0]
    ends: list[int] = []
    while waiting:
        start, end, order, mark = heapq.heappop(waiting)
        while ends and ends[-1] <= start:
            pieces += (escaped(text[place : ends[-1]]), "</mark>")
            place = ends.pop()
        if ends and ends[-1] < -end:  # it goes on behind the one it began in
            heapq.heappush(waiting, (ends[-1], end, order, mark))
            end = -ends[-1]
        pieces += (escaped(text[place:start]), mark.opening(begins=mark.span not in begun))
        begun.add(mark.span)
        place = start
        ends.append(-end)
    while ends:
        pieces += (escaped(text[place : ends[-1]]), "</mark>")
        place = ends.pop()
    return Html("".join((*pieces, escaped(text[place : line[1]]))))


def legend(fields: Iterable[str]) -> Html:
    """The colours and what they mean."""
    return el("p", *(el("span", dot(name), name) for name in fields), class_="rp-legend")


def dot(field: str) -> Html:
    """A spot of a field's colour; nothing for a field that has none."""
    return el("span", class_=f"rp-dot rp-{field}", aria_hidden="true") if field in FIELDS else Html()
