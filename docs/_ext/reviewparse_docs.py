"""Pages made of what the tests and word tables hold, so that they cannot disagree with the code.

``{notations} rating`` prints the table of cases ``tests/cases/rating.toml``; ``{roles}`` the canonical roles;
``{command} parse`` the help of a command; ``{languages}`` the languages; ``{floors}`` the accuracy below which
the tests fail.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from reviewparse.languages import available, load

ROOT = Path(__file__).parents[2]

PRINTED = ("printed",)
"""Class of tables whose cells hold printed text; ``_static/reviewparse.css`` wraps it."""

INTERNAL = re.compile(r"reviewparse(?:\.\w+)*\.(?P<name>\w+)")


def table(header: Sequence[str], rows: Iterable[Sequence[nodes.Node]], classes: Sequence[str] = ()) -> nodes.table:
    """A table of one line of headings and cells of any content."""
    group = nodes.tgroup(cols=len(header))
    group += [nodes.colspec(colwidth=1) for _ in header]
    head, body = nodes.thead(), nodes.tbody()
    head += _row(nodes.paragraph(text=text) for text in header)
    body += [_row(row) for row in rows]
    group += [head, body]
    whole = nodes.table(classes=list(classes))
    whole += group
    return whole


def _row(cells: Iterable[nodes.Node]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry = nodes.entry()
        entry += cell
        row += entry
    return row


def text(words: str) -> nodes.Node:
    """A cell of prose."""
    return nodes.paragraph(text=words)


def code(words: str) -> nodes.Node:
    """A cell of printed text."""
    return nodes.literal_block(words, words, language="text")


class Notations(SphinxDirective):
    """The cases of one table: what is read first, then what is left alone."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Two tables."""
        path = ROOT / "tests" / "cases" / f"{self.arguments[0]}.toml"
        self.env.note_dependency(str(path))
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        read = [case for case in cases if case["want"] and "xfail" not in case]
        left = [case for case in cases if not case["want"]]
        rows = ([code(_printed(case)), code(_becomes(case["want"])), text(case["why"])] for case in read)
        found = table(("Printed", "Becomes", "Which is"), rows, PRINTED)
        rows = ([code(_printed(case)), text(case["why"])] for case in left)
        nothing = table(("Left alone", "Since it is"), rows, PRINTED)
        return [found, nothing]


class Roles(SphinxDirective):
    """Canonical roles of credits and their English words."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        words = load("en").credits
        printed: dict[str, dict[str, None]] = {}
        for group in (words.people, words.things, words.labels, words.verbs, words.openers):
            for role, phrases in group.items():
                printed.setdefault(role, {}).update(dict.fromkeys(phrases))
        return [
            table(("Role", "Printed as"), ([text(role), text(", ".join(printed[role]))] for role in sorted(printed)))
        ]


class Languages(SphinxDirective):
    """Languages with a word table."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        return [table(("Code", "Language"), ([text(code), text(load(code).name)] for code in available()))]


class Command(SphinxDirective):
    """What a command says of itself."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Its help."""
        call = [sys.executable, "-m", "reviewparse", self.arguments[0], "--help"]
        plain = {**os.environ, "COLUMNS": "90", "NO_COLOR": "1"}
        return [code(subprocess.run(call, capture_output=True, text=True, check=True, env=plain).stdout)]  # noqa: S603 - our own command


class Floors(SphinxDirective):
    """F1 a field below which the evaluation fails."""

    def run(self) -> list[nodes.Node]:
        """One table."""
        path = ROOT / "tests" / "evaluation" / "floor.json"
        self.env.note_dependency(str(path))
        floors = json.loads(path.read_text(encoding="utf-8"))["f1"]
        return [table(("Field", "F1 at least"), ([text(name), text(f"{value:.2f}")] for name, value in floors.items()))]


def _printed(case: dict[str, Any]) -> str:
    return str(case["lines"] if "lines" in case else case["text"]).strip("\n")


def _becomes(want: object) -> str:
    if isinstance(want, list):
        return "\n".join(map(_becomes, want))
    if isinstance(want, dict):
        return ", ".join(f"{key} {_becomes(value)}" for key, value in want.items())
    if isinstance(want, float):
        return f"{want:g}"
    return str(want) if want != "" else "–"


def to_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.reference | None:
    """Annotations name the module a class is defined in; the reference documents it under the package."""
    match = INTERNAL.fullmatch(str(node.get("reftarget", "")))
    if match is None or node.get("refdomain") != "py":
        return None
    target = f"reviewparse.{match['name']}"
    if target == node["reftarget"]:
        return None
    return env.get_domain("py").resolve_xref(env, node["refdoc"], app.builder, node["reftype"], target, node, content)


def without_last_blank_line(_: Sphinx, document: nodes.document) -> None:
    """The blank line that ends a doctest is not shown."""
    for block in document.findall(nodes.literal_block):
        if block.rawsource == block.astext():  # what was replaced by a directive stays as it is
            block[:] = [nodes.Text(block.astext().rstrip())]
            block.rawsource = block.astext()


def setup(app: Sphinx) -> dict[str, bool]:
    """Register directives and the lookup."""
    app.add_directive("notations", Notations)
    app.add_directive("roles", Roles)
    app.add_directive("command", Command)
    app.add_directive("languages", Languages)
    app.add_directive("floors", Floors)
    app.connect("missing-reference", to_public_name)
    app.connect("doctree-read", without_last_blank_line)
    return {"parallel_read_safe": True}
