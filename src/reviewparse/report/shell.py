"""The page around every report: one document that runs no script and fetches nothing."""

from __future__ import annotations

from pathlib import Path

from reviewparse.markup import el, style

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the page, whatever the reported text holds."""


def whole(title: str, *content: str) -> str:
    """The document around some content."""
    head = (
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", title),
        style("marks", "report"),
    )
    return "<!DOCTYPE html>\n" + el("html", el("head", *head), el("body", *content), lang="en") + "\n"


def save(html: str, path: Path) -> None:
    """Write a page to a file.

    Raises:
        OSError: it cannot be written.
    """
    path.write_bytes(html.encode("utf-8", "replace"))
