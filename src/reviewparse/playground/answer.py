"""What is sent to the page and what it gets back: a report, the JSON, a draft of a fixture."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any

from reviewparse.api import DEFAULT_CONFIDENCE
from reviewparse.document import Document
from reviewparse.files import HTML_SUFFIXES
from reviewparse.reading.charset import decode
from reviewparse.reading.source import MARKUP, Context, read_html, read_text
from reviewparse.report.page import heading, report_of
from reviewparse.review import Review
from reviewparse.serialize import REQUIRED

FORMS = ("html", "text")

LEFT_OUT = {"Review": ("body",), "Rating": ("raw",)}
"""Keys of the JSON form that a draft does without: the prose will be another one."""

NOTE = """\
A draft of a fixture, as CONTRIBUTING.md describes them.

1. Replace the prose of the article by prose of your own, and its names by invented ones; keep its form.
2. Correct the JSON: it has what was read, and must have what a reader sees. Leave out what is not sure.
3. Put both files into a folder of tests/fixtures and run: nox -s tests -- -k fixtures
"""

_NO_WORD = re.compile(r"[^0-9a-z]+")
_TOO_LONG = 48

ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The time of all files: the same draft is the same archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One article, and what was said of it."""

    data: bytes
    name: str = ""
    """Of the file; empty when it was typed, and then it is UTF-8."""
    form: str | None = None
    """``html`` or ``text``; ``None``: as it looks."""
    url: str = ""
    least: float = DEFAULT_CONFIDENCE

    @classmethod
    def of(cls, data: bytes, given: Mapping[str, str]) -> Asked:
        """What a request says; values that make no sense count as not given."""
        form = given.get("form")
        try:
            least = float(given.get("least", DEFAULT_CONFIDENCE))
        except ValueError:
            least = DEFAULT_CONFIDENCE
        return cls(
            data=data,
            name=PurePath(given.get("name", "").replace("\\", "/")).name,
            form=form if form in FORMS else None,
            url=given.get("url", "").strip(),
            least=least if 0 <= least <= 1 else DEFAULT_CONFIDENCE,
        )

    @property
    def is_html(self) -> bool:
        """Whether the caller says so, its name, or its looks."""
        if self.form is not None:
            return self.form == "html"
        return PurePath(self.name).suffix.lower() in HTML_SUFFIXES or MARKUP.search(self.text) is not None

    @property
    def text(self) -> str:
        """It, as characters: what was typed is UTF-8."""
        return decode(self.data) if self.name else self.data.decode("utf-8", "replace")

    def document(self) -> Document:
        """It, read; the bytes of a file of HTML are decoded as they declare."""
        context = Context(url=self.url or None)
        if not self.is_html:
            return read_text(self.text, context)
        return read_html(self.data if self.name else self.text, context)


def answer(asked: Asked) -> dict[str, Any]:
    """The report as markup, and the JSON form with its evidence: of a round-up, a list of its reviews."""
    (found, *parts), content = report_of(asked.document(), asked.least)
    forms = [one.to_dict(evidence=True) for one in parts or [found]]
    report = heading(found, asked.name) + content
    return {"report": report, "json": forms if parts else forms[0], "name": slug(found)}


def draft(asked: Asked) -> bytes:
    """An archive of the article, the JSON that it should give, and what remains to be done."""
    document = asked.document()
    (found, *_), _ = report_of(document, asked.least)
    name = slug(found)
    suffix = ".html" if asked.is_html else ".txt"
    wanted = json.dumps(_expected(found), ensure_ascii=False, indent=2) + "\n"
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for path, content in ((name + suffix, asked.data), (name + ".json", wanted), ("NOTE.txt", NOTE)):
            files.writestr(zipfile.ZipInfo(f"{name}/{path}", ZIPPED), content)
    return archive.getvalue()


def slug(found: Review) -> str:
    """A name for files, of the reviewed work or the headline.

    >>> slug(Review(title="Cold Tap: a Review!"))
    'cold-tap-a-review'
    """
    title = (found.work.title if found.work else None) or found.title or ""
    return _NO_WORD.sub("-", title.lower()).strip("-")[:_TOO_LONG].strip("-") or "draft"


def _expected(found: Review) -> dict[str, Any]:
    """The JSON form with the keys that a fixture compares."""
    data = found.to_dict()
    kept = {key: data[key] for key in REQUIRED["Review"] if key not in LEFT_OUT["Review"]}
    for rating in kept["ratings"]:
        for key in LEFT_OUT["Rating"]:
            rating.pop(key, None)
    return kept
