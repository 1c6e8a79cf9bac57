"""How values show themselves in a notebook cell: small tables, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def table(rows: Iterable[tuple[str, ...]], header: tuple[str, ...] = ()) -> str:
    """An HTML table whose rows begin with a heading cell.

    >>> table([("title", "Cold <Tap>")])
    '<table><tbody><tr><th>title</th><td>Cold &lt;Tap&gt;</td></tr></tbody></table>'
    """
    head = f"<thead><tr>{''.join(_cell('th', text) for text in header)}</tr></thead>" if header else ""
    lines = (_cell("th", row[0]) + "".join(_cell("td", text) for text in row[1:]) for row in rows)
    return f"<table>{head}<tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"


def _cell(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"
