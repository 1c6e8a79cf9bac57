"""Loading site rules and reading a page by them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from os import PathLike
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from reviewparse.document import Fact
from reviewparse.errors import RuleError

SOURCE = "site"
"""``Fact.source`` of what a rule found."""

PATHS = {
    "title": "title",
    "authors": "author",
    "published": "published",
    "updated": "updated",
    "ratings": "rating",
    "work": "work.title",
    "creators": "work.creator",
    "label": "work.label",
}
"""Field of a rule to path of a fact."""

MAX_FOUND = 40
"""Nodes of one selector that are read."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Where one field stands."""

    xpath: str
    """XPath 1.0; may select elements, attributes or strings."""
    best: float | None = None
    """The maximum of a rating printed without one."""


@dataclass(frozen=True, slots=True)
class SiteRule:
    """Where one site prints its fields."""

    host: str
    """The host without ``www.``; its subdomains are meant, too."""
    selectors: tuple[tuple[str, Selector], ...] = field(default=())
    """Field name and selector, in the order of the file."""

    def covers(self, url: str | None) -> bool:
        """Whether an address is of this site."""
        host = _host(url)
        return host == self.host or host.endswith(f".{self.host}")


def load_site_rule(path: str | PathLike[str]) -> SiteRule:
    """A rule from a TOML file.

    Raises:
        RuleError: a key is unknown or a selector is no XPath; names file and key.
        OSError: the file cannot be read.
    """
    file = Path(path)
    return _rule(tomllib.loads(file.read_text(encoding="utf-8")), file.name)


def rules_for(url: str | None, rules: Sequence[SiteRule] = ()) -> tuple[SiteRule, ...]:
    """The rules for an address: the given ones, then the built-in ones."""
    return tuple(rule for rule in (*rules, *_built_in()) if rule.covers(url)) if url else ()


def facts_of_rules(root: Any, rules: Sequence[SiteRule]) -> Iterator[Fact]:  # noqa: ANN401 - stubs know no root type
    """What the rules find on a page; a fact for each node, its text with single blanks."""
    for rule in rules:
        for name, selector in rule.selectors:
            found = root.xpath(selector.xpath, smart_strings=False)
            nodes = found if isinstance(found, list) else [found]
            more = {} if selector.best is None else {"best": f"{selector.best:g}"}
            for node in nodes[:MAX_FOUND]:
                text = " ".join((node if isinstance(node, str) else "".join(node.itertext())).split())
                if text:
                    yield Fact(PATHS[name], text, f"site rule {rule.host}: {name}", SOURCE, more)


@cache
def _built_in() -> tuple[SiteRule, ...]:
    files = [file for file in resources.files(__package__).iterdir() if file.name.endswith(".toml")]
    return tuple(_rule(tomllib.loads(file.read_text(encoding="utf-8")), file.name) for file in files)


def _rule(data: dict[str, Any], path: str) -> SiteRule:
    host = data.pop("host", None)
    if not isinstance(host, str) or not host:
        raise RuleError(path, "host", "missing")
    return SiteRule(host, tuple((name, _selector(name, spec, path)) for name, spec in data.items()))


def _selector(name: str, spec: Any, path: str) -> Selector:  # noqa: ANN401 - TOML values are of any type
    if name not in PATHS:
        raise RuleError(path, name, f"no field; the fields are {', '.join(PATHS)}")
    if not isinstance(spec, dict) or not isinstance(spec.get("xpath"), str) or spec.keys() - {"xpath", "best"}:
        raise RuleError(path, name, "must hold xpath, and best at most")
    try:
        etree.XPath(spec["xpath"])
    except etree.XPathSyntaxError as error:
        raise RuleError(path, f"{name}.xpath", f"no XPath: {error}") from error
    best = spec.get("best")
    if best is not None and not isinstance(best, int | float):
        raise RuleError(path, f"{name}.best", "not a number")
    return Selector(spec["xpath"], best)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
