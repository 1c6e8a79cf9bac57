"""Accuracy on the stored pages: counts of right, wrong and missing values, field by field.

A wrong value where the page has one counts as wrong and as missing; a value where the page has none counts as wrong.

    python -m tests.evaluation.score            # the table
    python -m tests.evaluation.score --raise    # raise floors to what is reached now; they are lowered by hand
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

import reviewparse as rp
from tests.fixture_pages import FixturePage, fixture_pages

FLOOR = Path(__file__).parent / "floor.json"

Form = Mapping[str, Any]


def fold(text: object) -> str:
    """Comparable form of a printed text."""
    return " ".join(unicodedata.normalize("NFKC", str(text)).casefold().split())


def one(field: str) -> Callable[[Form], list[Any]]:
    """A field with one value."""
    return lambda form: [fold(form[field])] if form.get(field) else []


def of_work(field: str) -> Callable[[Form], list[Any]]:
    """A value of the reviewed work."""

    def values(form: Form) -> list[Any]:
        value = (form.get("work") or {}).get(field) or []
        return [fold(part) for part in (value if isinstance(value, list) else [value])]

    return values


def overall(form: Form) -> list[Any]:
    """Verdicts without a label."""
    return [verdict for label, *verdict in ratings(form) if not label]


def ratings(form: Form) -> list[Any]:
    """All verdicts."""
    return [[fold(one.get("label") or ""), one["value"], one["best"], one.get("grade")] for one in form["ratings"]]


FIELDS: Mapping[str, Callable[[Form], list[Any]]] = {
    "title": one("title"),
    "kind": one("kind"),
    "authors": lambda form: [fold(name) for name in form["authors"]],
    "published": one("published"),
    "updated": one("updated"),
    "rating": overall,
    "ratings": ratings,
    "tracks": lambda form: [[fold(track["title"]), track["duration"]] for track in form["tracks"]],
    "credits": lambda form: [
        [fold(credit["role"]), fold(name)] for credit in form["credits"] for name in credit["names"]
    ],
    "work.title": of_work("title"),
    "work.creators": of_work("creators"),
    "work.label": of_work("label"),
    "work.released": of_work("released"),
}
"""Field to the values of a form that count, each comparable with ``==``."""

STATED = {"rating": "ratings", **{field: "work" for field in FIELDS if field.startswith("work.")}}
"""Field to the key of the form it is counted from, where it has another name."""


def count(expected: Iterable[Any], found: Iterable[Any]) -> Counter[str]:
    """Right, wrong and missing values of one page."""
    left = list(found)
    counts: Counter[str] = Counter()
    for value in expected:
        if value in left:
            left.remove(value)
            counts["right"] += 1
        else:
            counts["missing"] += 1
    counts["wrong"] = len(left)
    return counts


def f1(counts: Counter[str]) -> float:
    """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    errors = counts["wrong"] + counts["missing"]
    return 1.0 if not errors else 2 * counts["right"] / (2 * counts["right"] + errors)


def score(pages: Iterable[FixturePage]) -> dict[str, Counter[str]]:
    """Counts of every field over all pages in a known language whose form states it."""
    totals: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for page in filter(attrgetter("readable"), pages):
        found = rp.parse(page.path).to_dict()
        for field, values in FIELDS.items():
            if STATED.get(field, field) in page.expected:
                totals[field] += count(values(page.expected), values(found))
    return totals


def main(*options: str) -> None:
    """Print the table; with ``--raise`` store better figures as floors."""
    totals = score(fixture_pages())
    floors = json.loads(FLOOR.read_text(encoding="utf-8"))["f1"] if FLOOR.exists() else {}
    print(f"{'field':<15} {'right':>6} {'wrong':>6} {'missing':>8} {'F1':>6} {'floor':>6}")  # noqa: T201
    for field, counts in totals.items():
        row = f"{field:<15} {counts['right']:>6} {counts['wrong']:>6} {counts['missing']:>8}"
        print(f"{row} {f1(counts):>6.3f} {floors.get(field, 0.0):>6.2f}")  # noqa: T201
    if "--raise" in options:
        reached = {field: int(100 * f1(counts)) / 100 for field, counts in totals.items()}
        new = {field: max(value, floors.get(field, 0.0)) for field, value in reached.items()}
        FLOOR.write_text(json.dumps({"pages": len(fixture_pages()), "f1": new}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
