"""Pages that judge several things, each under a heading of its own."""

from __future__ import annotations

import reviewparse as rp

PROSE = "The porridge is warm, the bread is fresh, and the people at the counter remember what everybody ordered."


def page(*marks: str) -> str:
    names = ("The Brass Kettle", "Saltfield Bakery", "Far Gate Rooms", "Lantern House")
    sections = "".join(
        f"<h3>{name}</h3><p>{PROSE}</p><p>{PROSE} {mark}</p>" for name, mark in zip(names, marks, strict=False)
    )
    return f"<html lang=en><body><article><h1>Breakfast in Bellmouth: reviews</h1>{sections}</article></body></html>"


def marks(html: str) -> list[tuple[float | None, str | None]]:
    return [(rating.value, rating.label) for rating in rp.parse_html(html).ratings]


def test_the_mark_that_ends_a_section_belongs_to_its_heading() -> None:
    want = [(4.0, "The Brass Kettle"), (3.0, "Saltfield Bakery"), (5.0, "Far Gate Rooms"), (2.0, "Lantern House")]
    assert marks(page("4/5", "3/5", "5/5", "2/5")) == want


def test_one_mark_behind_several_headings_is_that_of_the_page() -> None:
    parts = "".join(f"<h3>{name}</h3><p>{PROSE}</p>" for name in ("Rooms", "Bread", "Staff"))
    body = f"<h1>Restaurant review: The Brass Kettle</h1>{parts}<p>4/5</p>"
    assert marks(f"<html lang=en><body><article>{body}</article></body></html>") == [(4.0, None)]
