"""Ratings beyond the case table: offsets, robustness, cost, words that decide, and what finders ask for."""

from __future__ import annotations

import dataclasses
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewparse.languages import RatingWords, Words, available, load, words_for
from reviewparse.parsers import rating as parsers
from reviewparse.parsers.rating_evident import EVIDENT
from reviewparse.parsers.rating_gate import gate_of
from reviewparse.parsers.rating_introduced import INTRODUCED
from reviewparse.parsers.rating_names import mark_of_name
from reviewparse.parsers.rating_notation import Notation
from reviewparse.parsers.rating_pieces import (
    is_label,
    is_maximum,
    is_of_others,
    is_whole,
    read_entry,
    read_label_of,
    read_leading,
    read_maximum,
    read_stated,
    read_whole,
)

EN = load("en")

CASES = tomllib.loads((Path(__file__).parent / "cases" / "rating.toml").read_text(encoding="utf-8"))["case"]


def with_rating(**changes: Any) -> Words:  # noqa: ANN401 - any field of the section
    return dataclasses.replace(EN, rating=dataclasses.replace(EN.rating, **changes))


def test_span_and_raw_are_the_text_as_printed() -> None:
    text = "A fine record.\nRating：４／５ stars"
    (hit,) = parsers.scan_ratings(text, EN)
    assert hit.span is not None
    assert text[slice(*hit.span)] == hit.quote == hit.value.raw == "４／５ stars"


@pytest.mark.parametrize("notation", [*EVIDENT, *INTRODUCED], ids=lambda notation: notation.name)
def test_the_example_of_a_notation_is_read_by_it(notation: Notation) -> None:
    text = f"Verdict: {notation.example}"
    assert any(parsers.parse_rating(text, words_for(tuple(dict.fromkeys((code, "en"))))) for code in available())


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.get("want") and case.get("parser") != "parse_rating"],
    ids=lambda case: case["why"],
)
def test_the_gate_lets_every_mark_of_the_table_through(case: dict[str, object]) -> None:
    text = str(case.get("text", case.get("lines", "")))
    look = gate_of(EN).look
    for reading in parsers.read_ratings(text, EN):
        if reading.given and reading.rating.unit is None and reading.rating.best is None:
            continue  # a spoken number is looked for in cells only
        line = text[: reading.end].rpartition("\n")[2] + text[reading.end :].partition("\n")[0]
        assert look(line)


def test_the_overall_mark_is_preferred_to_one_without_a_label() -> None:
    found = parsers.parse_rating("7/10 for the band. Story: 8/10. Final verdict: 9/10", EN)
    assert found is not None
    assert found.value == 9.0


def test_a_single_aspect_is_what_there_is() -> None:
    found = parsers.parse_rating("Film: 4/5", EN)
    assert found is not None
    assert (found.value, found.label) == (4.0, "Film")


def test_a_plus_on_a_school_mark_is_better_and_better_is_less() -> None:
    words = with_rating(labels=("note",), school_marks=("note",))
    found = parsers.parse_rating("Note: 2+", words)
    assert found is not None
    assert (found.value, found.assumed_best, found.worst) == (1.75, 1.0, 6.0)
    assert found.fraction == pytest.approx(0.85)


def test_between_six_and_seven() -> None:
    words = with_rating(labels=("voto",), between_marks=("voto",))
    found = parsers.parse_rating("Voto: 6/7", words)
    assert found is not None
    assert (found.value, found.upper, found.best, found.assumed_best) == (6.0, 7.0, None, 10.0)


def test_a_half_behind_the_unit() -> None:
    words = with_rating(units={"stars": ("étoiles",)}, numbers={"3": ("trois",), "0.5": ("et demie",)})
    found = parsers.parse_rating("trois étoiles et demie", words)
    assert found is not None
    assert found.value == 3.5


def test_words_of_scripts_without_blanks() -> None:
    words = with_rating(labels=("評価",), units={"points": ("点",)})
    assert [hit.value.value for hit in parsers.scan_ratings("評価：８点", words)] == [8.0]
    assert gate_of(words).look("総合評価:8")


def test_a_language_without_words_reads_what_needs_none() -> None:
    words = Words(code="xx", rating=RatingWords())
    assert [rating.value for rating in parsers.parse_ratings("★★★½☆ bla 9/10", words)] == [3.5, 9.0]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_never_raises(text: str) -> None:
    for hit in parsers.scan_ratings(text, EN):
        assert hit.span is not None
        assert text[slice(*hit.span)] == hit.quote
    parsers.parse_rating(text, EN)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789/.,½★☆*+-–()[]:% abcd\n", max_size=60))
def test_never_raises_on_what_looks_like_marks(text: str) -> None:
    for rating in parsers.parse_ratings(text, EN):
        assert rating.value is not None or rating.grade or rating.unrated
        assert rating.fraction is None or 0 <= rating.fraction <= 1


PUMPS = (
    "4/5 ", "★", "* ", "*", "1/", "9", "half ", "three and a half ", "give it a ", "Rating: ", "a: ", "(", "[rating=1 ",
    "out of 5 ", "8 out of ", "not rated ", "😀", "½", "1-", "1 to ", "of ", " ", "\t", "A+ ", "5 stars ", "8% ", "=",
    "| ", "** ", "8* ", "Sound 8/10 ", "Story: 8, ",
)  # fmt: skip


@pytest.mark.timed
@pytest.mark.parametrize("pump", PUMPS)
def test_cost_grows_no_faster_than_the_text(pump: str) -> None:
    def cost(size: int) -> float:
        text = (pump * (size // len(pump) + 1))[:size]
        times = []
        for _ in range(3):
            begin = time.perf_counter()
            parsers.parse_ratings(text, EN)
            times.append(time.perf_counter() - begin)
        return min(times)

    cost(1000)
    assert cost(20_000) < 8 * cost(5_000) + 0.02


def test_labels() -> None:
    assert is_label("Our final rating:", EN)
    assert not is_label("MPAA Rating:", EN)
    assert not is_label("Rating: 4", EN)
    assert not is_label("Story", EN)
    assert read_label_of("Story rating", EN) == "Story"
    assert read_label_of("Overall", EN) == ""
    assert read_label_of("Cylinders", EN) is None
    assert is_whole("total", EN)
    assert is_whole("mine", EN)
    assert not is_whole("story", EN)
    assert is_of_others("imdb", EN)
    assert not is_of_others("plot", EN)


def test_scales() -> None:
    assert is_maximum("/10", EN)
    assert is_maximum("out of 5 stars", EN)
    assert not is_maximum("8/10", EN)
    assert read_maximum("We rate from 1 to 5", EN) is None
    assert read_maximum("Ratings: 1 to 5", EN) == 5.0
    assert read_maximum("Rating: 8/10", EN) is None
    assert read_maximum("Scores of 10 people", EN) is None


def test_entries() -> None:
    entry = read_entry("Boot: 1", EN)
    assert entry is not None
    assert (entry.rating.value, entry.rating.label) == (1.0, "Boot")
    assert read_entry("Year: 2010", EN) is None
    assert read_entry("track 3/10", EN) is None
    assert read_entry("A long walk home in the rain: 8/10", EN) is None
    assert read_whole("8/10", EN, bare=False) is not None
    assert read_whole("8", EN, bare=False) is None
    assert read_whole("8", EN, bare=True) is not None
    assert read_whole("8/10 for the cook", EN, bare=True) is None


@pytest.mark.parametrize(
    ("text", "value"), [("9 Win", 9.0), ("8.5Great", 8.5), ("87", 87.0), ("9am", None), ("12 tracks", 12.0), ("", None)]
)
def test_leading(text: str, value: float | None) -> None:
    found = read_leading(text, EN)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stars-4", 4.0),
        ("rating_35", 3.5),
        ("4stars", 4.0),
        ("star-rating-4-5", 4.5),
        ("rating-3.5", 3.5),
        ("score-85", None),
        ("health-score-9", None),
        ("rating_10", None),
        ("cover_4", None),
    ],
)
def test_names_of_files_and_classes(name: str, value: float | None) -> None:
    assert mark_of_name(name, EN) == value


def test_stated_values() -> None:
    assert read_stated("4", EN, best="5") == dataclasses.replace(
        parsers.parse_rating("4/5", EN) or pytest.fail("no rating"), raw="4"
    )
    assert read_stated("6", EN, best="5") is None
    assert read_stated("0", EN, best="5", worst="1") is None
    grade = read_stated("B+", EN)
    assert grade is not None
    assert grade.grade == "B+"
    assert read_stated("a fine day", EN) is None
