"""HTML that cannot be broken out of: text is escaped unless it was built here.

>>> el("p", "Tap & ", el("b", "<Weir>"), class_="note")
'<p class="note">Tap &amp; <b>&lt;Weir&gt;</b></p>'
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib import resources

VOID = frozenset(("br", "hr", "input", "link", "meta", "wbr"))
"""Elements that hold nothing and are not closed."""

CUT = "…"


class Html(str):
    """Text that is markup already; every other string is escaped when it is put into an element."""

    __slots__ = ()


def el(tag: str, *children: str, **attributes: str | int | bool | None) -> Html:
    """One element. ``class_`` and ``for_`` lose the underscore, others in a name become hyphens.

    Attributes that are ``None`` or ``False`` are left out, ``True`` is written bare.
    """
    start = opening(tag, **attributes)
    return start if tag in VOID else Html(f"{start}{joined(children)}</{tag}>")


def opening(tag: str, **attributes: str | int | bool | None) -> Html:
    """The tag that opens an element, for those who close it themselves."""
    return Html(f"<{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}>")


def escaped(text: str) -> Html:
    """Text as markup."""
    return text if isinstance(text, Html) else Html(escape(text, quote=False))


def joined(parts: Iterable[str], separator: str = "") -> Html:
    """Many pieces as one; those that are no markup are escaped."""
    return Html(separator.join(map(escaped, parts)))


def _attribute(name: str, value: str | int | bool | None) -> str:  # noqa: FBT001 - what HTML calls a boolean attribute
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def cut(text: str, most: int) -> str:
    """The text, or its beginning when it is longer.

    >>> cut("Somewhere behind the weir", 12)
    'Somewhere b…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + CUT


@cache
def asset(name: str) -> Html:
    """A style sheet or script that ships with the package."""
    return Html(resources.files("reviewparse").joinpath("assets", name).read_text(encoding="utf-8"))


def style(*names: str) -> Html:
    """A ``<style>`` element of the named sheets."""
    return el("style", joined(asset(f"{name}.css") for name in names))
