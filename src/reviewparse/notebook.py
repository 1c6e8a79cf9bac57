"""How values show themselves in a notebook cell: everything escaped, nothing fetched, size bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reviewparse import summary
from reviewparse.evidence import Evidence, Span
from reviewparse.highlight import Mark, Reading, dot, highlighted, marks_of
from reviewparse.markup import Html, cut, el, joined, style

if TYPE_CHECKING:
    from reviewparse.review import Review

MOST_LINES = 20
"""Lines of one field in the table."""

CELL = 160
"""Characters of a line in the table."""

WHOLE = 8_000
"""Characters of the article that are shown from its beginning; behind them, only lines with marks."""

MARKED = 8_000
"""Characters of further lines with marks."""

PIECE = 1_000
"""Characters of a line that is shown or left out as a whole."""

MOST_MARKS = 200

LINKED = ("http://", "https://")


def table(rows: Iterable[tuple[str, ...]], header: tuple[str, ...] = ()) -> Html:
    """An HTML table whose rows begin with a heading cell.

    >>> table([("title", "Cold <Tap>")])
    '<table><tbody><tr><th>title</th><td>Cold &lt;Tap&gt;</td></tr></tbody></table>'
    """
    head = el("thead", el("tr", *(el("th", text) for text in header))) if header else Html()
    lines = (el("tr", el("th", row[0]), *(el("td", text) for text in row[1:])) for row in rows)
    return el("table", head, el("tbody", *lines))


def review(found: Review) -> Html:
    """The fields as a small table and the article beside it, each quote in the colour of its field.

    Style sheets of a page or a notebook cannot be trusted to be light or dark, so no colour of text is set, and those
    of marks are translucent.
    """
    marks = marks_of(readings(found))[:MOST_MARKS]
    article = el("div", *_article(found, marks), class_="rp-article", tabindex=0, role="region", aria_label="article")
    parts = (
        el("div", fields(found), class_="rp-fields"),
        el("div", article, class_="rp-page") if found.text else Html(),
    )
    return el("div", style("marks", "notebook"), *parts, class_="rp-review")


def fields(found: Review) -> Html:
    """One line for each value, with how far it is trusted and who found it."""
    known = dict(found.evidence)
    rows = [row for name, values in _lines(found).items() for row in _rows(name, values, known.get(name, ()))]
    heads = ("", "", "trust", "found by") if known else ("", "")
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


def _rows(name: str, values: list[str], evidence: tuple[Evidence, ...]) -> Iterator[Html]:
    """One row for each value that was found on its own; a list that was found as a whole stands in one."""
    if len(values) != len(evidence):
        more = [f"… {len(values) - MOST_LINES} more"] if len(values) > MOST_LINES else []
        lines = [_value(name, value) for value in values[:MOST_LINES]] + more
        values, found = [joined(lines, " · ")], [evidence]
    else:
        values, found = [_value(name, value) for value in values[:MOST_LINES]], [(one,) for one in evidence]
    for index, value in enumerate(values):
        head = (dot(name), name) if index == 0 else ()
        trust = list(_trust(found[index])) if found[index] else []
        yield el("tr", el("th", *head, scope="row"), el("td", value, colspan=None if trust else 3), *trust)
    if len(evidence) > len(values) > 1:
        yield el("tr", el("th"), el("td", f"… {len(evidence) - len(values)} more", colspan=3))


def _value(name: str, value: str) -> Html:
    shown = cut(value, CELL)
    if name == "url" and value.startswith(LINKED):
        return el("a", shown, href=value[:2_000], rel="noopener noreferrer", target="_blank")
    return joined((shown,))


def _trust(evidence: tuple[Evidence, ...]) -> Iterator[Html]:
    least, most = (choose(one.confidence for one in evidence) for choose in (min, max))
    names = list(dict.fromkeys(one.finder for one in evidence))
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    yield el("td", f"{least:.2f}" if least == most else f"{least:.2f}–{most:.2f}", class_="rp-number")
    yield el("td", el("code", joined(names[0].split("."), joined((".", el("wbr"))))), more)


def _article(found: Review, marks: tuple[Mark, ...]) -> Iterator[Html]:
    """The lines that are shown, and a word for those that are not."""
    spans = [mark.span for mark in marks]
    quoted = _lines_of(found.text, spans)
    pieces = [piece for start, end in _united(found.article, quoted) for piece in _pieces(found.text, start, end)]
    shown = _chosen(pieces, spans)
    kept = [piece for piece in shown if piece is not None]
    lines = iter(highlighted(found.text, kept, marks))
    for piece in shown:
        yield el("p", "…", class_="rp-gap") if piece is None else el("p", next(lines))


def _lines_of(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The whole lines in which the spans stand: a quote may stand outside the article, in a box about the author."""
    for start, end in spans:
        stop = text.find("\n", end)
        yield text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)


def _united(*spans: Iterable[Span]) -> list[Span]:
    """All spans in order, those that overlap as one."""
    united: list[Span] = []
    for start, end in sorted(span for group in spans for span in group):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _chosen(pieces: list[Span], marked: list[Span]) -> list[Span | None]:
    """The beginning, then what has marks; ``None`` where something was left out."""
    chosen: list[Span | None] = []
    whole, further = WHOLE, MARKED
    for start, end in pieces:
        whole -= end - start
        if whole < 0 and any(a < end and start < b for a, b in marked):
            further -= end - start
            if further >= 0:
                chosen.append((start, end))
                continue
        if whole >= 0:
            chosen.append((start, end))
        elif chosen and chosen[-1] is not None:
            chosen.append(None)
    return chosen


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a passage; long ones in pieces, cut at blanks where there are any."""
    while start < end:
        stop = text.find("\n", start, min(end, start + PIECE))
        if stop < 0:
            stop = end if end - start <= PIECE else text.rfind(" ", start + 1, start + PIECE)
            stop = stop if stop > start else start + PIECE
        if stop > start:
            yield start, stop
        start = stop + 1 if text[stop : stop + 1] in ("\n", " ") else stop
