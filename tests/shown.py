"""HTML as a reader of it sees it: its text, its elements, and what is marked in which colour."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset(("br", "hr", "input", "link", "meta", "wbr"))


class Shown(HTMLParser):
    """What a piece of markup holds; raises ``AssertionError`` where its elements are not closed in order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        """All text but that of style sheets."""
        self.marks: list[tuple[str, str, str]] = []
        """Class, text and ``data-tip`` of each mark, in the order in which they close."""
        self._open: list[tuple[str, dict[str, str], int]] = []
        self.feed(markup)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes += given.items()
        if tag not in VOID:
            self._open.append((tag, given, len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        opened, given, start = self._open.pop()
        assert opened == tag
        if tag == "mark":
            self.marks.append((given["class"], self.text[start:], given["data-tip"]))

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1][0] != "style":
            self.text += data

    def marked(self, field: str) -> list[str]:
        """The texts in the colour of a field."""
        return [text for kind, text, _ in self.marks if kind == f"rp-mark rp-{field}"]

    def check_harmless(self) -> None:
        """No script, nothing fetched, no handler, no address but of the web or of the page itself."""
        assert not self.tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form"}
        for name, value in self.attributes:
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "style", "action", "formaction", "srcdoc")
            assert name != "href" or value.startswith(("http://", "https://", "#"))
