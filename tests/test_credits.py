"""Credits: the vocabulary of roles, scopes, spans that quote what they say, and cost that grows with the text."""

from __future__ import annotations

import time

import pytest

from reviewparse.languages import Words, load
from reviewparse.model import Credit
from reviewparse.parsers.credit_names import cut_makers, is_maker
from reviewparse.parsers.credit_runs import name_before, names_after
from reviewparse.parsers.credits import canonical_role, credits_named, parse_credits, scan_credits, scan_personnel
from reviewparse.parsers.credits_cast import scan_cast
from reviewparse.parsers.roles import role_book, split_roles
from reviewparse.parsers.scope import expand, read_scope

EN = load("en")


def pairs(found: tuple[Credit, ...]) -> list[tuple[str, str]]:
    return [(credit.role, name) for credit in found for name in credit.names]


def test_each_actor_of_a_cast_is_quoted_where_the_line_prints_him() -> None:
    lines = ["Nell: Ida Moss", "Hode: Bo Tarn", "The Clerk: Jo Pike"]
    text = "\n".join(lines)
    hits = list(scan_cast(lines, EN))
    assert [hit.quote for hit in hits] == lines
    assert [text[slice(*hit.span)] for hit in hits if hit.span] == lines


def test_roles_behind_a_name_are_quoted_up_to_the_last_one() -> None:
    text = "The record belongs to Kit Hale, guitarist, composer and producer of the band Norda."
    quotes = {hit.quote for hit in scan_credits(text, EN)}
    assert quotes == {"Kit Hale, guitarist, composer and producer"}


# --- roles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Composer", "composer"),
        ("MUSIC BY", "composer"),
        ("produced by", "producer"),
        ("prod.", "producer"),
        ("Co-Producers", "co-producer"),
        ("Director(s)", "director"),
        ("Director of Photography", "cinematographer"),
        ("all guitars", "guitar"),
        ("Additional Vocals", "vocals"),
        ("lead vocals", "vocals"),
        ("Guitars (lead)", "guitar"),
        ("bass guitar", "bass"),
        ("tenor sax", "tenor saxophone"),
        ("dr", "drums"),
        ("Gaffer", None),
        ("", None),
        ("B", None),
        ("x" * 200, None),
    ],
)
def test_canonical_role(printed: str, role: str | None) -> None:
    assert canonical_role(printed, EN) == role


def test_roles_of_works_are_not_in_the_vocabulary() -> None:
    book = role_book(EN)
    known = {*book.labels.values(), *book.nouns.values(), *book.makings.values(), *book.openers.values()}
    assert known.isdisjoint({"author", "label", "publisher", "distributor", "artist"})
    assert {"composer", "lyricist", "writer", "performer", "orchestra", "choir", "soloist", "liner notes"} <= known


def test_roles_are_lower_case_nouns_without_by() -> None:
    book = role_book(EN)
    roles = {*book.labels.values(), *book.nouns.values(), *book.short.values()}
    assert all(role == role.lower().strip() and not role.endswith(" by") for role in roles)


def test_every_role_has_a_word_that_is_no_abbreviation() -> None:
    """The page of roles in the documentation is made of these tables; abbreviations add no role to them."""
    table = EN.credits
    documented = {*table.people, *table.things, *table.labels, *table.verbs, *table.openers}
    assert {*table.short, *table.ensembles} <= documented


def test_several_roles_of_one_person() -> None:
    assert [role.role for role in split_roles("vocals, guitar/composer & keys", EN)] == [
        "vocals",
        "guitar",
        "composer",
        "keyboards",
    ]
    assert split_roles("vocals, sorrow", EN) == ()


def test_an_empty_table_knows_no_credit() -> None:
    assert parse_credits("Produced by Kit Hale\nDirector: Ida Moss\nIda Moss (vocals)", Words()) == ()


# --- scopes and names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("1-3, 7", ("1", "2", "3", "7")),
        ("A1, B2-B4", ("A1", "B2", "B3", "B4")),
        ("9-3", ()),
        ("1-2004", ()),
        ("2, 2", ("2",)),
    ],
)
def test_positions(text: str, positions: tuple[str, ...]) -> None:
    assert expand(text) == positions


@pytest.mark.parametrize("text", ["vocals", "2004", "Salt Road", "", "on Friday", "7.5/10"])
def test_no_scope(text: str) -> None:
    assert read_scope(text, EN) is None


def test_titles_are_a_scope_without_positions() -> None:
    scope = read_scope("on “Bellmouth”", EN)
    assert scope is not None
    assert (scope.text, scope.positions) == ("on “Bellmouth”", ())


@pytest.mark.parametrize(
    "name", ["Ida Moss", "J. R. van der Moss", "Venn & Pike", "The Sparrows", "PINK", "Sam Low, Jr."]
)
def test_names(name: str) -> None:
    assert [maker.name for maker in cut_makers(name, EN)] == [name]


@pytest.mark.parametrize("name", ["Lead Guitar", "Runtime", "Various Artists", "Track Listing", "excellent", "7.5"])
def test_no_names(name: str) -> None:
    assert not is_maker(name, EN)


def test_a_sentence_ends_the_names() -> None:
    run = names_after("Kit Hale, Cold Tap is the one to hear.", 0, EN)
    assert run is not None
    assert [maker.name for maker in run.makers] == ["Kit Hale"]


def test_the_name_before_an_instrument() -> None:
    text = "The quartet of Ida Moss"
    assert name_before(text, len(text), EN) == ("Ida Moss", 15)


def test_names_that_stand_apart() -> None:
    found = tuple(credits_named("gaffer", "Ida Moss, Bo Tarn", EN))
    assert pairs(found) == [("gaffer", "Ida Moss"), ("gaffer", "Bo Tarn")]
    assert tuple(credits_named("director", "see below for more", EN)) == ()


# --- spans ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Music composed and conducted by Teodor Vance. Orchestrated by Ada Quist and Jo Pike.",
        "Director: Ida Moss | Writer: Jo Pike | Runtime: 118 min",
        "Guests: Nell Farrow (violin), Bo Tarn",
        "Bo Tarn – vocals; Kit Hale – bass (3, 5)",
        "with İda Moss (vocals) and Kit Hale on bass",
    ],
)
def test_a_quote_stands_at_its_span(text: str) -> None:
    hits = list(scan_credits(text, EN))
    assert hits
    for hit in hits:
        assert hit.span is not None
        assert text[slice(*hit.span)] == hit.quote


def test_spans_of_a_list_count_from_its_first_line() -> None:
    lines = ["Ida Moss – vocals", "Kit Hale – bass"]
    quotes = ["\n".join(lines)[slice(*hit.span)] for hit in scan_personnel(lines, EN) if hit.span]
    assert quotes == lines


def test_printed_roles_are_kept() -> None:
    assert [credit.printed_role for credit in parse_credits("Line-up:\nIda Moss – Lead Vocals, keys", EN)] == [
        "Lead Vocals",
        "keys",
    ]


def test_doubtful_words_need_company_near_by() -> None:
    filler = "\n".join(["It opens slowly and takes its time."] * 8)
    assert pairs(parse_credits(f"Written by Ida Moss\nDirected by Bo Tarn\n{filler}", EN)) == [
        ("writer", "Ida Moss"),
        ("director", "Bo Tarn"),
    ]
    assert pairs(parse_credits(f"Written by Orla Venn\n{filler}\nDirected by Bo Tarn", EN)) == [("director", "Bo Tarn")]


# --- cost ----------------------------------------------------------------------------------------------

PUMPS = (
    *("by ", "(", "a, ", "Ida Moss, ", "on ", "guitar: ", "composed and ", "produced by ", "produced by Ida "),
    *("Ida (vocals) ", "on guitar ", "guests include ", "Kit Hale - guitar, ", "director: Ida Moss | ", "except "),
    *("van ", "“", "1-2, ", "(tracks 1, ", "\t", "Bo as Hode, ", "...", "starring Bo Tarn, ", "the late ", "guest "),
    *("Orchestra under ", "Philharmonic/", "x_", ". ", "Ida Moss on guitar and ", "tracks 1-3, ", "director "),
)


def seconds(text: str) -> float:
    best = 9.0
    for _ in range(3):
        start = time.perf_counter()
        parse_credits(text, EN)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.timed
@pytest.mark.parametrize("pump", PUMPS)
@pytest.mark.parametrize("width", [180, 900, 20_000])
def test_cost_is_linear(pump: str, width: int) -> None:
    def text(size: int) -> str:
        run = (pump * (size // len(pump) + 1))[:size]
        return "\n".join(run[at : at + width] for at in range(0, size, width))

    small, large = seconds(text(5_000)), seconds(text(20_000))
    assert large < 0.02 + 10 * small
    assert large < 1.0
