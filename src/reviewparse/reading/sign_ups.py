"""Boxes that ask for an address, to send letters to: told by their form, whatever class and words they have."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from lxml import etree

Node = Any

MAX_BOX = 400
"""Characters of such a box; pages of some systems are one form as a whole."""

ASKED = ("email", "e-mail", "mail")
"""Types and names of fields that ask for an address of mail."""

HOLDS_MORE = "h1|time|article|main|address|textarea|table"
"""What no such box holds; those with a ``textarea`` ask for comments, which may stand behind."""

ROLE = "complementary"

text_length: Callable[[Node], float] = etree.XPath("string-length(normalize-space(.))")  # type: ignore[assignment]

MAX_DEPTH = 12
"""Elements between such a box and its field."""

MOST_FIELDS = 20
"""Fields of a page that are looked at."""

more_in: Callable[[Node], bool] = etree.XPath(  # type: ignore[assignment]
    "boolean(" + "|".join(f".//{tag}" for tag in HOLDS_MORE.split("|")) + ")"
)


def mark_sign_ups(root: Node) -> None:
    """Give each form that asks for an address, and the box around it, the role of furniture."""
    asking = (field for field in root.iter("input") if _asks_for_mail(field))
    for field in islice(asking, MOST_FIELDS):
        box = _box_of(field)
        if box is not None:
            box.set("role", ROLE)


def _asks_for_mail(field: Node) -> bool:
    return field.get("type") == "email" or (field.get("name") or "").lower() in ASKED


def _box_of(field: Node) -> Node | None:
    """The largest element around a field that holds little text and nothing of an article."""
    box, seen_form = None, False
    for node in islice(field.iterancestors(), MAX_DEPTH):
        if node.tag in ("body", "html") or more_in(node) or text_length(node) > MAX_BOX:
            break
        seen_form = seen_form or node.tag == "form"
        if seen_form:
            box = node
    return box
