"""How values show themselves in a notebook cell: everything escaped, nothing fetched, size bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reviewparse.field_table import fields, readings
from reviewparse.highlight import Mark, highlighted, marks_of
from reviewparse.markup import Html, el, style
from reviewparse.passages import chosen, lines_of, pieces_of, united

if TYPE_CHECKING:
    from reviewparse.review import Review

WHOLE = 8_000
"""Characters of the article that are shown from its beginning; behind them, only lines with marks."""

MARKED = 8_000
"""Characters of further lines with marks."""

MOST_MARKS = 200


def table(rows: Iterable[tuple[str, ...]], header: tuple[str, ...] = ()) -> Html:
    """An HTML table whose rows begin with a heading cell.

    >>> table([("title", "Cold <Tap>")])
    '<table><tbody><tr><th>title</th><td>Cold &lt;Tap&gt;</td></tr></tbody></table>'
    """
    head = el("thead", el("tr", *(el("th", text) for text in header))) if header else Html()
    lines = (el("tr", el("th", row[0]), *(el("td", text) for text in row[1:])) for row in rows)
    return el("table", head, el("tbody", *lines))


def explained(rows: Iterable[tuple[str, ...]], header: tuple[str, ...]) -> Html:
    """A table of candidates, its cells at the left whatever the notebook says of tables."""
    return el("div", style("notebook"), el("div", table(rows, header), class_="rp-explained"), class_="rp-review")


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


def _article(found: Review, marks: tuple[Mark, ...]) -> Iterator[Html]:
    """The lines that are shown, and a word for those that are not."""
    spans = [mark.span for mark in marks]
    parts = united(found.article, lines_of(found.text, spans))
    pieces = [piece for start, end in parts for piece in pieces_of(found.text, start, end)]
    shown = chosen(pieces, spans, whole=WHOLE, further=MARKED)
    kept = [piece for piece in shown if piece is not None]
    lines = iter(highlighted(found.text, kept, marks))
    for piece in shown:
        yield el("p", "…", class_="rp-gap") if piece is None else el("p", next(lines))
