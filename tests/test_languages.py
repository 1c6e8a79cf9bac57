"""A new language is one file of words; tables are read when a page needs them and refuse what their shape lacks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reviewparse
from reviewparse.errors import RuleError, UnknownLanguage
from reviewparse.languages import Words, available, load, merge
from reviewparse.languages.loader import read
from reviewparse.parsers.byline import parse_byline
from reviewparse.parsers.credits import parse_credits
from reviewparse.parsers.date import parse_date, parse_dates
from reviewparse.parsers.headline import parse_headline
from reviewparse.parsers.label import scan_label
from reviewparse.parsers.rating import parse_ratings
from reviewparse.parsers.tracklist import parse_tracklist

CODE = "qx"
"""A code that ISO 639 keeps free for private use."""

TABLE = """
code = "qx"
name = "Velkish"
decimal_comma = true

[page]
comments = ["plurrin"]
signs = ["ke", "vrom", "dosk"]
stop_words = [
    "zu", "ret", "blon", "sim", "ak", "dru", "molt", "pes", "yol", "grin", "tav", "wek", "lus", "fro", "nim", "bel",
]

[byline]
by = ["ke"]
labels = ["skrivo", "dosk ke"]
joiners = ["ak"]
collective = ["trabek"]
work_makers = ["filmo"]

[date]
months = [
    ["unarn"], ["dorn"], ["trivn"], ["kvorn"], ["pivn"], ["sisn"],
    ["sevn"], ["okn"], ["nevn"], ["dekn"], ["elvn"], ["tolvn"],
]
weekdays = [["lunsk"], ["marsk"], ["mirsk"], ["torsk"], ["frisk"], ["sarsk"], ["sunsk"]]
links = ["po"]
[date.kinds]
published = ["putto"]
released = ["uslep"]

[rating]
labels = ["vrom"]
out_of = ["apud"]
qualifiers = ["mel"]
readers = ["lektrin"]
[rating.units]
stars = ["lumi"]
[rating.numbers]
"0.5" = ["ak hem"]
"3" = ["trin"]
"5" = ["pent"]

[tracklist]
headings = ["sangrol"]
side = ["flanko"]
not_tracklists = ["kokro"]

[credits]
by = ["ke"]
joiners = ["ak"]
modifiers = ["olgu"]
tracks = ["sangi"]
headings = ["bandro"]
[credits.people]
director = ["filmo"]
[credits.things]
composer = ["musko"]
guitar = ["gitro"]
vocals = ["kanto"]
[credits.verbs]
composer = ["komposto"]
[credits.labels]
writer = ["skribro"]

[work]
review = ["dosk"]
of = ["pri"]
by = ["ke"]
label = ["diskfir"]
[work.types]
album = ["plato"]
film = ["kino"]
[work.body]
album = ["plato", "sangi"]
"""

PAGE = """<!DOCTYPE html>
<html lang="qx"><head><meta charset="utf-8"><title>Dosk: Oskvari – Molja Vanto</title></head><body>
<article><h1>Dosk: Oskvari – Molja Vanto</h1>
<p>Ke Pelka Trond, 4 kvorn 2016</p>
<p>Diskfir: Gra Hajo</p>
<p>Zu plato ret blon sim vakto, ak dru molt sangi pes yol grin. Tav Oskvari wek zu lus, fro nim bel zu tavo ret
blon. Molt pes yol, grin tav wek lus; sim ak dru bel nim fro, zu sangi ret blon.</p>
<p>Mel vrom: 7,5 apud 10</p>
<h3>Sangrol</h3>
<ol><li>Molja Vanto (3:45)</li><li>Drin Porto (4:02)</li><li>Trin Lampo (5:10)</li></ol>
<p>Olgu sangi komposto ke Teda Vanz.</p>
</article>
<div id="plurrin"><h3>Plurrin</h3><p>Ke Grobo: 2/10</p></div>
</body></html>
"""


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Words:
    file = tmp_path_factory.mktemp("languages") / f"{CODE}.toml"
    file.write_text(TABLE, encoding="utf-8")
    return read(file)


def table(folder: Path, text: str) -> Path:
    file = folder / "bad.toml"
    file.write_text(text, encoding="utf-8")
    return file


# --- a new language is only data


def test_bylines_of_a_new_language(toy: Words) -> None:
    assert parse_byline("Ke Pelka Trond", toy) == ("Pelka Trond",)
    assert parse_byline("Skrivo: Pelka Trond ak Minna Quell", toy) == ("Pelka Trond", "Minna Quell")
    assert parse_byline("Filmo: Pelka Trond", toy) == ()
    assert parse_byline("Author: Pelka Trond", toy) == ()


def test_dates_of_a_new_language(toy: Words) -> None:
    found = parse_date("Putto po sarsk, 4 kvorn 2016", toy)
    assert found is not None
    assert found.isoformat() == "2016-04-04"
    assert [str(one.kind) for one in parse_dates("Uslep: 4.4.2016", toy)] == ["released"]
    assert parse_date("Uslep: 4.4.2016", toy) is None


def test_ratings_of_a_new_language(toy: Words) -> None:
    assert [(one.value, one.best) for one in parse_ratings("Mel vrom: 7,5 apud 10", toy)] == [(7.5, 10.0)]
    assert [(one.value, one.unit) for one in parse_ratings("Trin ak hem lumi", toy)] == [(3.5, "stars")]
    assert parse_ratings("Vrom lektrin: 7,5/10", toy) == ()
    assert parse_ratings("Score: eight out of ten", toy) == ()


def test_tracklists_of_a_new_language(toy: Words) -> None:
    lines = "Flanko A\n1. Molja Vanto\n2. Drin Porto\nFlanko B\n1. Trin Lampo\n2. Zel Okro"
    tracks = parse_tracklist(f"Sangrol\n{lines}", toy)
    assert [track.title for track in tracks] == ["Molja Vanto", "Drin Porto", "Trin Lampo", "Zel Okro"]
    assert [track.side for track in tracks] == ["A", "A", "B", "B"]
    assert parse_tracklist("Kokro\n1. Molja Vanto\n2. Drin Porto\n3. Trin Lampo", toy) == ()


def test_credits_of_a_new_language(toy: Words) -> None:
    found = parse_credits("Olgu sangi komposto ke Teda Vanz.\nFilmo: Pelka Trond", toy)
    assert [(one.role, one.names) for one in found] == [("composer", ("Teda Vanz",)), ("director", ("Pelka Trond",))]
    players = parse_credits("Bandro: Pelka Trond (kanto, gitro)", toy)
    assert [one.role for one in players] == ["vocals", "guitar"]
    assert parse_credits("All songs composed by Teda Vanz.", toy) == ()


def test_works_of_a_new_language(toy: Words) -> None:
    headline = parse_headline("Dosk pri kino: Molja Vanto ke Pelka Trond", toy)
    assert (headline.title, headline.creators, headline.type) == ("Molja Vanto", ("Pelka Trond",), "film")
    assert headline.is_review
    assert [hit.value for hit in scan_label("Diskfir: Gra Hajo", toy)] == ["Gra Hajo"]


def test_a_page_of_a_language_that_was_only_put_into_the_folder(tmp_path: Path) -> None:
    """The package with one more file reads a whole page in the new language."""
    package = tmp_path / "reviewparse"
    shutil.copytree(Path(reviewparse.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "languages" / f"{CODE}.toml").write_text(TABLE, encoding="utf-8")
    script = "import json, sys, reviewparse as rp; print(json.dumps(rp.parse(sys.stdin.read()).to_dict()))"
    found = json.loads(run(script, stdin=PAGE, path=tmp_path))
    assert found["lang"] == CODE
    assert found["kind"] == "album"
    assert found["authors"] == ["Pelka Trond"]
    assert found["published"] == "2016-04-04"
    assert [(one["value"], one["best"]) for one in found["ratings"]] == [(7.5, 10.0)]
    assert found["work"]["title"] == "Molja Vanto"
    assert found["work"]["creators"] == ["Oskvari"]
    assert found["work"]["label"] == "Gra Hajo"
    assert [track["title"] for track in found["tracks"]] == ["Molja Vanto", "Drin Porto", "Trin Lampo"]
    assert [(one["role"], one["names"]) for one in found["credits"]] == [("composer", ["Teda Vanz"])]


# --- loading


@pytest.mark.parametrize(
    ("call", "tables"),
    [
        ("", 0),
        ("rp.parse('Cold Tap\\n\\nby Orla Venn\\n\\nThe band is in the town and that is it for all of us.')", 1),
        ("rp.parse('<html lang=en><h1>Cold Tap</h1><p>The band is in the town and that is it.</p>')", 1),
        ("rp.parse('L’eau\\n\\nPar Odile Vasseur\\n\\nLe disque est dans la ville et il ne dit pas tout.')", 2),
        ("rp.parse_byline('Reviewed by Orla Venn')", 1),
    ],
)
def test_only_the_tables_of_the_page_are_loaded(call: str, tables: int) -> None:
    script = (
        f"import reviewparse as rp\n{call}\nfrom reviewparse.languages import load\nprint(load.cache_info().currsize)"
    )
    assert int(run(script)) == tables


def run(script: str, *, stdin: str = "", path: Path | None = None) -> str:
    environment = dict(os.environ) | {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script],
        input=stdin,
        capture_output=True,
        check=True,
        cwd=path,
        encoding="utf-8",
        env=environment,
    )
    return done.stdout


# --- what a table may hold


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[rating]\nlables = ['vrom']", "rating.lables"),
        ("[rating]\nlabels = ['Vrom']", "rating.labels"),
        ("[rating]\nlabels = ['mel  vrom']", "rating.labels"),
        ("[rating]\nlabels = 'vrom'", "rating.labels"),
        ("[rating.units]\nstars = 'lumi'", "rating.units.stars"),
        ("[date]\nmonths = ['unarn']", "date.months"),
        ("decimal_comma = 'yes'", "decimal_comma"),
    ],
)
def test_a_table_that_does_not_hold_together_says_where(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(RuleError) as raised:
        read(table(tmp_path, text))
    assert (raised.value.path, raised.value.key) == ("bad.toml", key)


def test_a_language_without_a_table_is_named_with_those_that_have_one() -> None:
    with pytest.raises(UnknownLanguage, match=r"'qx'.*\ben\b"):
        load(CODE)
    assert CODE not in available()


def test_merging_pools_words_and_keeps_the_first_scalars(toy: Words) -> None:
    both = merge((toy, load("en")))
    assert both.code == "qx+en"
    assert both.decimal_comma
    assert both.rating.labels[: len(toy.rating.labels)] == toy.rating.labels
    assert "rating" in both.rating.labels
    assert both.date.months[3][0] == "kvorn"
    assert "april" in both.date.months[3]
    assert both.credits.verbs["composer"][0] == "komposto"


@pytest.mark.parametrize("code", available())
def test_every_table_says_which_language_it_is(code: str) -> None:
    words = load(code)
    assert words.code == code
    assert words.name
    assert len(words.date.months) in (0, 12), "none where months are numbers"
    assert len(words.page.stop_words) >= 30


@pytest.mark.parametrize("code", available())
def test_no_list_of_a_table_holds_a_word_twice(code: str) -> None:
    text = (Path(reviewparse.__file__).parent / "languages" / f"{code}.toml").read_text(encoding="utf-8")
    assert not list(words_twice(tomllib.loads(text), code))


def words_twice(data: dict[str, Any], place: str) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from words_twice(value, f"{place}.{key}")
        elif isinstance(value, list):
            yield from (f"{place}.{key}: {word}" for word in value if value.count(word) > 1)
