"""schema.org objects of one syntax on one page, with references followed and names in one spelling.

JSON-LD, microdata, RDFa and microformats are all read into these, so that what they state is judged in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView
from typing import Final

from reviewparse.metadata.values import Json, Node, as_list, as_text, as_texts
from reviewparse.metadata.vocabulary import MUTE, property_name, type_name

MOST_NODES: Final = 20_000
"""Objects of a page that are looked at."""

_REFERENCE_KEYS = frozenset(("@id", "@type"))


class Thing:
    """One object: its types and the values of its properties. Plain text where an object is usual is one too."""

    __slots__ = ("_graph", "_values", "types")

    def __init__(self, value: Json, graph: Graph) -> None:
        self._graph = graph
        self._values: dict[str, Json] = (
            {property_name(key): item for key, item in value.items()} if isinstance(value, dict) else {"@value": value}
        )
        types = self._values.get("@type")
        names = [types] if isinstance(types, str) else as_texts(types)
        self.types: tuple[str, ...] = tuple(filter(None, map(type_name, names)))

    def __repr__(self) -> str:
        """``Review(author, reviewRating)``."""
        return f"{self.type or 'Thing'}({', '.join(self._values)})"

    @property
    def type(self) -> str:
        """Its first type; ``""`` when it states none."""
        return self.types[0] if self.types else ""

    def one_of(self, names: frozenset[str]) -> str:
        """The first of its types that is among these; ``""`` for none."""
        return next((name for name in self.types if name in names), "")

    def text(self, *properties: str) -> str:
        """The text of the first of these properties that has one."""
        for name in properties:
            value = self._values.get(name)
            text = as_text(value) if value is not None else ""
            if text:
                return text
        return ""

    def texts(self, *properties: str) -> list[str]:
        """All texts of the first of these properties that has any."""
        return next((texts for texts in (as_texts(self._values.get(name)) for name in properties) if texts), [])

    def things(self, *properties: str) -> list[Thing]:
        """The objects and plain values of these properties, references followed."""
        found: list[Thing] = []
        for name in properties:
            value = self._values.get(name)
            if value is not None:
                found += [self._graph.thing(member) for member in as_list(value)]
        return found

    def inner(self, *properties: str) -> list[Thing]:
        """The objects written in these properties themselves; references stay what they are."""
        values = [member for name in properties for member in as_list(self._values.get(name))]
        return [Thing(value, self._graph) for value in values if isinstance(value, dict)]

    def thing(self, *properties: str) -> Thing | None:
        """The first of ``things``."""
        return next(iter(self.things(*properties)), None)

    @property
    def properties(self) -> KeysView[str]:
        """Names of what it states."""
        return self._values.keys()

    def has(self, *properties: str) -> bool:
        """Whether any of these properties is there and not empty."""
        return any(self._values.get(name) not in (None, "", [], {}) for name in properties)

    @property
    def name(self) -> str:
        """What it is called: its name, or given and family name, or the plain text it was."""
        name = self.text("name", "@value")
        if name:
            return name
        return " ".join(part for part in (self.text("givenName"), self.text("familyName")) if part)

    @property
    def identity(self) -> str:
        """Its ``@id`` or address."""
        return self.text("@id", "url")


class Graph:
    """The objects of one syntax on one page."""

    def __init__(self, roots: Iterable[Json]) -> None:
        self._roots = _flat(roots)
        self._named: dict[str, Node] = {}
        self._deep = False
        for node in self._roots:
            self._remember(node)

    def things(self) -> Iterator[Thing]:
        """The top-level objects, in page order, without those that never say anything of a review."""
        for node in self._roots:
            types = node.get("@type")
            if not isinstance(types, str) or types not in MUTE:
                yield Thing(node, self)

    def thing(self, value: Json) -> Thing:
        """The object a value is or refers to."""
        return Thing(self._resolve(value), self)

    def _resolve(self, value: Json) -> Json:
        if isinstance(value, str):
            return self._named.get(value, value)
        if not isinstance(value, dict):
            return value
        reference = value.get("@id")
        if not isinstance(reference, str) or not value.keys() <= _REFERENCE_KEYS:
            return value
        return self._named.get(reference) or self._found_deep(reference) or value

    def _found_deep(self, reference: str) -> Node | None:
        # An object may be defined inside another one and referred to from a third: searched only when that happens.
        if not self._deep:
            self._deep = True
            for node in _all_nodes(self._roots):
                self._remember(node)
        return self._named.get(reference)

    def _remember(self, node: Node) -> None:
        identity = node.get("@id")
        if isinstance(identity, str) and not node.keys() <= _REFERENCE_KEYS:
            self._named.setdefault(identity, node)


def _flat(roots: Iterable[Json]) -> list[Node]:
    """The objects of lists and graphs, however nested, in page order."""
    found: list[Node] = []
    stack = list(roots)[::-1]
    while stack and len(found) < MOST_NODES:
        value = stack.pop()
        if isinstance(value, dict):
            graph = value.get("@graph")
            if len(value) > 1 + ("@context" in value) or graph is None:
                found.append(value)
            if graph is not None:
                stack.append(graph)
        elif isinstance(value, list):
            stack.extend(reversed(value))
    return found


def _all_nodes(roots: Iterable[Node]) -> Iterator[Node]:
    stack: list[Json] = [*reversed([*roots])]
    seen = 0
    while stack and seen < MOST_NODES:
        value = stack.pop()
        if isinstance(value, dict):
            seen += 1
            yield value
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(reversed(value))
