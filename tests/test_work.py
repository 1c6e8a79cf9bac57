"""Headlines, labels and names of works, as strings: what holds for any of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewparse.languages import load
from reviewparse.parsers.bibliography import parse_bibliography
from reviewparse.parsers.headline import Form, parse_headline
from reviewparse.parsers.label import label_value, scan_label
from reviewparse.parsers.label_line import parse_label_line
from reviewparse.parsers.work_names import looks_like_act, looks_like_person, split_creators
from reviewparse.parsers.work_words import phrases_in

WORDS = load("en")

PIECES = (
    *(
        "Album",
        "review",
        "Review:",
        "by",
        "at",
        "The Sparrows",
        "Cold Tap",
        "–",
        "-",
        "|",
        ":",
        "“",
        "”",
        "'",
        "(",
        ")",
    ),
    *(
        "[",
        "]",
        "2012",
        "(2012)",
        "8/10",
        "★★★★",
        "EP",
        "Grey Heron Records",
        "released",
        "on",
        "via",
        "Label:",
        ",",
        "/",
    ),
    *("288 pages", "£16.50", "ISBN", "«", "»", "『", "』", "s/t", "#1", "PS5", "soundtrack", "of"),
)
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=20).map(" ".join)
kinds = st.sampled_from([None, "album", "soundtrack", "live", "film", "book", "game", "product", "other"])


@given(text=lines, kind=kinds)
def test_a_headline_never_raises_and_invents_nothing(text: str, kind: str | None) -> None:
    headline = parse_headline(text, WORDS, kind=kind)
    assert headline.title is None or (headline.title and headline.title in text)
    assert all(name for name in headline.creators)
    assert (headline.form is Form.NONE) == (headline.title is None)


@given(text=lines)
def test_labels_stand_where_they_are_said_to(text: str) -> None:
    for hit in scan_label(text, WORDS):
        assert hit.span is not None
        assert text[slice(*hit.span)] == hit.quote


@given(text=lines)
def test_facts_of_books_stand_where_they_are_said_to(text: str) -> None:
    book = parse_bibliography(text, WORDS)
    for hit in (book.label, book.isbn, book.author, book.title) if book else ():
        assert hit is None or (hit.span is not None and text[slice(*hit.span)] == hit.quote)


def test_a_paragraph_is_no_headline() -> None:
    assert parse_headline("Cold Tap " * 40, WORDS).form is Form.NONE


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("The Sparrows", ("The Sparrows",)),
        ("Hale and Sons", ("Hale and Sons",)),
        ("Venn & Pike", ("Venn & Pike",)),
        ("Ida Moss & the Herons", ("Ida Moss & the Herons",)),
        ("Teodor Vance and Ada Quist", ("Teodor Vance", "Ada Quist")),
        ("Orla Venn, Tam Reyes & Jo Pike", ("Orla Venn", "Tam Reyes", "Jo Pike")),
        ("Hailstorm, Trilby, Lamb of Salt & Megaheron", ("Hailstorm", "Trilby", "Lamb of Salt", "Megaheron")),
        ("Anna Roe / Ben Low", ("Anna Roe", "Ben Low")),
        ("Sam Low, Jr.", ("Sam Low, Jr.",)),
        ("", ()),
    ],
)
def test_makers(printed: str, names: tuple[str, ...]) -> None:
    assert split_creators(printed, WORDS) == names


@pytest.mark.parametrize(
    "name", ["27 Herons", "iamheron", "THE SPARROWS", "Hale & the Sons of Salt", "Anna Roe / Ben Low"]
)
def test_acts(name: str) -> None:
    assert looks_like_act(name, WORDS)


@pytest.mark.parametrize("name", ["", "…", "Council votes on a plan", "me", "What now?", "a" * 90])
def test_no_acts(name: str) -> None:
    assert not looks_like_act(name, WORDS)


@pytest.mark.parametrize(
    ("name", "person"), [("Ada Quist", True), ("Life of Salt", False), ("Salt", False), ("Route 66", False)]
)
def test_people(name: str, *, person: bool) -> None:
    assert looks_like_person(name, WORDS) is person


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("Grey Heron, 2012", "Grey Heron"),
        ("Grey Heron (owned by a bank)", "Grey Heron"),
        ("House of Roe (Nordsee Music)", "House of Roe (Nordsee Music)"),
        ("self-released", "self-released"),
        ("Click here", None),
        ("2010, drama", None),
        ("", None),
    ],
)
def test_values_of_labels(value: str, label: str | None) -> None:
    assert label_value(value, WORDS) == label


def test_phrases_are_compared_word_by_word() -> None:
    found = [(phrase.kind, phrase.start) for phrase in phrases_in("A Blu-ray and BLU RAY album", WORDS)]
    assert found == [(None, 0), ("film", 2), ("film", 14), ("album", 22)]


@pytest.mark.parametrize(
    ("text", "label", "year", "bare"),
    [
        ("(Grey Heron, 2012)", "Grey Heron", "2012", False),
        ("Low Tide, 1996", "Low Tide", "1996", False),
        ("[Norda; 62:10]", "Norda", None, True),
        ("CD, Norda, 2004", "Norda", "2004", False),
        ("Fernhill Press, 312pp, £16.99", "Fernhill Press", None, False),
    ],
)
def test_a_line_of_label_and_year(text: str, label: str, year: str | None, bare: bool) -> None:  # noqa: FBT001
    line = parse_label_line(text, WORDS)
    assert line is not None
    assert (line.label.value, line.released.value.isoformat() if line.released else None) == (label, year)
    assert line.bare is bare
    assert line.label.span is not None
    assert text[slice(*line.label.span)] == label


@pytest.mark.parametrize(
    "text", ["(2012)", "March 2012", "(Live at Leeds)", "(feat. Orla Venn)", "Norda / Distri", "Norda: Live, 2012", ""]
)
def test_no_line_of_label_and_year(text: str) -> None:
    assert parse_label_line(text, WORDS) is None


@given(text=lines)
def test_a_label_line_never_raises(text: str) -> None:
    line = parse_label_line(text, WORDS)
    assert line is None or (line.label.span is not None and text[slice(*line.label.span)] == line.label.quote)
