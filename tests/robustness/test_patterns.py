"""No pattern of the library is slow on any text: each is found by looking, and shown what pumps such patterns up."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import cast

import pytest
import regex

import reviewparse
from reviewparse.languages import Words, words_for

pytestmark = pytest.mark.timed

COMPILED = (re.Pattern, type(regex.compile("")))

LENGTH = 20_000
ALLOWED = 0.05
"""Seconds for a text of this length."""

SAMPLE, SUSPICIOUS = 2_000, 0.0004
"""Characters and seconds: what costs less on so few grows too slowly, even with the square, to fail on all."""

END = "\x01"
"""What no pattern expects, so that it must give back all it took."""

PUMPS = (
    *("a", "A", "1", " ", ".", "-", "(", "[", '"', "“", "*", "★", "é", "水", "a ", "A. ", "1 ", "1. ", "1/", "a, "),
    *("\n", "(a) ", "a: ", " - ", "1:23 ", "4/5 ", "Ab & ", "by Ab ", "Kit Hale, ", "Kit Hale - guitar, ", "# ", "<a "),
    *(
        "produced by Ida ",
        "Rating: ",
        "out of ",
        "March 3, ",
        "2010-10-",
        "tracks 1-3, ",
        "A1 ",
        "http://a.b/",
        "a-b_c.d ",
    ),
)


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(reviewparse.__path__, "reviewparse."):
        if not found.name.endswith("__main__"):
            try:
                yield importlib.import_module(found.name)
            except ImportError:  # an extra that is not installed
                continue


def patterns(value: object, where: str, seen: set[int]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Compiled patterns in a value, however deep."""
    if id(value) in seen or isinstance(value, str | bytes | int | float | ModuleType | type | FunctionType | Words):
        return
    seen.add(id(value))
    if isinstance(value, COMPILED):
        if isinstance(value.pattern, str):
            yield where, cast("re.Pattern[str]", value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from patterns(part, f"{where}[{key!r:.30}]", seen)
    elif isinstance(value, tuple | list | set | frozenset):
        for number, part in enumerate(value):
            yield from patterns(part, f"{where}[{number}]", seen)
    elif dataclasses.is_dataclass(value) or type(value).__module__.startswith("reviewparse"):
        names = [*getattr(type(value), "__slots__", ()), *getattr(value, "__dict__", ())]
        for name in names:
            yield from patterns(getattr(value, name, None), f"{where}.{name}", seen)


def of_words(module: ModuleType, words: Words) -> Iterator[tuple[str, object]]:
    """What the module builds once for a language."""
    for name, value in vars(module).items():
        if hasattr(value, "cache_info") and value.__module__ == module.__name__:
            parameters = list(inspect.signature(value).parameters)
            if parameters == ["words"]:
                yield f"{module.__name__}.{name}(words)", value(words)


def all_patterns() -> dict[str, re.Pattern[str]]:
    words, seen = words_for(("en",)), set[int]()
    kept: list[object] = []  # an id is told apart only as long as its object lives
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        named = [(f"{module.__name__}.{name}", value) for name, value in vars(module).items() if name[:2] != "__"]
        for where, value in [*named, *of_words(module, words)]:
            kept.append(value)
            found.update(patterns(value, where, seen))
    return found


PATTERNS = all_patterns()


def cost(pattern: re.Pattern[str], text: str) -> float:
    start = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - start


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 200
    assert any("(words)" in where for where in PATTERNS)


@pytest.mark.parametrize("where", PATTERNS)
def test_r11_no_pattern_is_slow(where: str) -> None:
    pattern = PATTERNS[where]
    for pump in PUMPS:
        if cost(pattern, (pump * SAMPLE)[:SAMPLE] + END) < SUSPICIOUS:
            continue
        text = (pump * LENGTH)[:LENGTH] + END
        spent = cost(pattern, text)
        if spent > ALLOWED:  # once more: it may have been the machine
            spent = min(spent, cost(pattern, text), cost(pattern, text))
        assert spent <= ALLOWED, f"{pump!r}: {1000 * spent:.0f} ms"
