"""A stopwatch around the steps of reading a page; time spent in a step inside another counts for the inner one."""

from __future__ import annotations

import functools
import importlib
import time
from collections.abc import Callable
from typing import Any, Self

STEPS = {
    "decode": ("reviewparse.reading.source", "to_utf8"),
    "lxml": ("reviewparse.reading.html", "parse"),
    "metadata": ("reviewparse.reading.source", "facts_of_tree"),
    "walk": ("reviewparse.reading.html", "Walk.run"),
    "text": ("reviewparse.reading.builder", "Builder.text"),
    "language": ("reviewparse.reading.source", "_language"),
    "regions": ("reviewparse.reading.source", "mark_regions"),
    "field": ("reviewparse.pipeline", "Field.resolve"),
    "body": ("reviewparse.pipeline", "find_body"),
    "the rest": ("reviewparse.api", "read_html"),
    "the result": ("reviewparse.api", "review_of"),
}
"""Name to module and function; ``field`` is told apart by the field's name."""


class Stages:
    """Counts seconds for every step while it is entered."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.missing: list[str] = []
        self._inside: list[float] = []
        self._undo: list[tuple[Any, str, Any]] = []

    def __enter__(self) -> Self:
        """Put the stopwatch around every step."""
        for name, (module, path) in STEPS.items():
            *owners, attribute = path.split(".")
            try:
                owner = functools.reduce(getattr, owners, importlib.import_module(module))
                original = getattr(owner, attribute)
            except (AttributeError, ModuleNotFoundError):
                self.missing.append(name)
                continue
            self._undo.append((owner, attribute, original))
            setattr(owner, attribute, self._timed(name, original))
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        for owner, attribute, original in self._undo:
            setattr(owner, attribute, original)

    def _timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
            step = f"field {args[0].name}" if name == "field" else name
            self._inside.append(0.0)
            start = time.process_time()
            try:
                return function(*args, **options)
            finally:
                took = time.process_time() - start
                self.seconds[step] = self.seconds.get(step, 0.0) + took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return timed
