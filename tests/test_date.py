"""Dates: machine forms, ambiguity, relative dates, other languages, and what it costs to read them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
import time

import pytest

from reviewparse.languages import Words, load
from reviewparse.languages.words import BylineWords, DateWords
from reviewparse.parsers import dateparser_gate
from reviewparse.parsers.date import (
    parse_date,
    parse_dates,
    parse_released,
    read_address,
    read_iso,
    scan_dates,
    scan_furniture_dates,
    scan_released,
)
from reviewparse.parsers.dateparser_gate import read_foreign

EN = load("en")
NOW = dt.datetime(2020, 3, 1, 12, tzinfo=dt.UTC)

GERMAN = dataclasses.replace(
    EN,
    code="de",
    month_first_locales=("en-us",),
    byline=BylineWords(by=("von",)),
    date=DateWords(
        months=(("januar",), ("februar",), ("märz", "mär"), ("april", "apr"), ("mai",), ("juni",), *[()] * 6),
        weekdays=(("montag",), ("dienstag",), ("mittwoch",), ("donnerstag", "do"), (), (), ()),
        kinds={"published": ("veröffentlicht",), "released": ("vö", "erschienen"), "issue": ("heft",)},
        links=("am", "vom"),
        times=("um",),
        ago=("vor",),
        units={"day": ("tag", "tagen"), "month": ("monat",)},
        numbers={"1": ("einem",)},
        days={"1": ("gestern",)},
    ),
)
FRENCH = dataclasses.replace(
    EN,
    code="fr",
    date=DateWords(
        months=((), ("février",), ("mars",), ("avril",), (), (), (), ("août",), (), (), (), ("décembre",)),
        weekdays=((), (), (), ("jeudi",), (), (), ()),
        kinds={"published": ("publié",), "updated": ("mis à jour",), "released": ("sorti",)},
        ordinals=("er",),
        links=("le",),
        ago=("il y a",),
        units={"day": ("jours",)},
    ),
)
JAPANESE = Words(
    code="ja",
    date_order="YMD",
    date=DateWords(
        weekdays=(("月",), (), (), ("木",), (), (), ()),
        kinds={"published": ("公開日",), "released": ("発売日", "発売")},
        parts={"year": ("年",), "month": ("月",), "day": ("日",)},
    ),
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2010-10-12", "2010-10-12"),
        ("2010-10", "2010-10"),
        ("2010", "2010"),
        ("20101012", "2010-10-12"),
        ("20101012T081455Z", "2010-10-12"),
        ("2010-10-12T23:30:00-05:00", "2010-10-12"),
        ("2010-10-12 00:30:00 +0200", "2010-10-12"),
        ("2010/10/12 08:14", "2010-10-12"),
        ("Thu, 06 Feb 2020 23:14:55 -0800", "2020-02-06"),
        ("Thursday, 06-Feb-20 08:14:55 GMT", "2020-02-06"),
        ("Thu Feb 06 2020 08:14:55 GMT+0000 (Coordinated Universal Time)", "2020-02-06"),
        (" 2010-10-12\n", "2010-10-12"),
        ("2010-00-00", "2010"),
        ("2010-02-31", None),
        ("2010-13-01", None),
        ("0000-00-00", None),
        ("0001-01-01", None),
        ("2010-2014", None),
        ("8.5", None),
        ("1286841600", None),
        ("October 12", None),
        ("soon", None),
        ("", None),
        ("2010-10-12 " + "x" * 100, None),
    ],
)
def test_machine_dates(text: str, want: str | None) -> None:
    date = read_iso(text)
    assert (date.isoformat() if date else None) == want


@pytest.mark.parametrize(
    ("address", "want"),
    [
        ("https://example.org/2010/10/12/cold-tap", "2010-10-12"),
        ("/reviews/2010-10-12-cold-tap.html", "2010-10-12"),
        ("https://example.org/2010/10/cold-tap", "2010-10"),
        ("https://example.org/2010/13/cold-tap", None),
        ("https://example.org/2010/02/31/cold-tap", None),
        ("https://example.org/cold-tap?date=2010/10/12", None),
        ("https://example.org/120101012/cold-tap", None),
        ("https://example.org/wp-content/1.2010/10", None),
    ],
)
def test_addresses(address: str, want: str | None) -> None:
    date = read_address(address)
    assert (date.isoformat() if date else None) == want


def test_an_ambiguous_date_keeps_both_readings() -> None:
    date = parse_date("03/04/2010", EN)
    assert date is not None
    assert date.alternative is not None
    assert (date.isoformat(), date.alternative.isoformat()) == ("2010-04-03", "2010-03-04")


def test_month_first_tables_turn_it_round() -> None:
    date = parse_date("03/04/2010", dataclasses.replace(EN, date_order="MDY"))
    assert date is not None
    assert date.isoformat() == "2010-03-04"
    assert date.ambiguous


@pytest.mark.parametrize(
    "text", ["04/04/2010", "13/04/2010", "04/13/2010", "Thursday 03/04/2010", "2010-04-03", "3 Apr 2010"]
)
def test_one_reading_is_not_ambiguous(text: str) -> None:
    date = parse_date(text, EN)
    assert date is not None
    assert not date.ambiguous


def test_a_dotted_date_has_one_reading_in_a_language_that_never_puts_the_month_first() -> None:
    german, english = parse_date("03.04.2010", GERMAN), parse_date("03.04.2010", EN)
    assert german is not None
    assert english is not None
    assert (german.ambiguous, english.ambiguous) == (False, True)


def test_a_two_digit_year_leans_on_the_reference_date() -> None:
    dates = [parse_date("3 Apr '21", EN), parse_date("3 Apr '21", EN, NOW), parse_date("3 Apr '20", EN, NOW)]
    assert [date.year for date in dates if date] == [2021, 1921, 2020]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("3 days ago", "2020-02-27"),
        ("Posted yesterday by Orla Venn", "2020-02-29"),
        ("an hour ago", "2020-03-01"),
        ("13 hours ago", "2020-02-29"),
        ("3d ago", "2020-02-27"),
        ("two weeks ago", "2020-02-16"),
        ("a month ago", "2020-02"),
        ("15 years ago", None),
        ("15 years of service", None),
        ("a year", None),
        ("Updated yesterday", None),
    ],
)
def test_relative_dates_need_a_reference(text: str, want: str | None) -> None:
    date = parse_date(text, EN, NOW)
    assert (date.isoformat() if date else None) == want
    assert parse_date(text, EN) is None


@pytest.mark.parametrize(
    ("words", "text", "want"),
    [
        (GERMAN, "Donnerstag, 3. März 2011 um 14:05", "2011-03-03"),
        (GERMAN, "veröffentlicht am 3. Mär. 2011 von Jonas Adler", "2011-03-03"),
        (GERMAN, "Do, 3.3.11", "2011-03-03"),
        (GERMAN, "VÖ: 03.03.2011", None),
        (GERMAN, "Heft 3/2011", None),
        (FRENCH, "Publié le jeudi 3 mars 2011 à 14h05", "2011-03-03"),
        (FRENCH, "le 1er février 2010", "2010-02-01"),
        (FRENCH, "Mis à jour le 3 mars 2011", None),
        (JAPANESE, "公開日：2011年3月3日（木）", "2011-03-03"),
        (JAPANESE, "発売日 2011年3月3日", None),
        (JAPANESE, "2011年3月3日発売", None),
        (JAPANESE, "12/10/05", "2012-10-05"),
        (JAPANESE, "2011年13月3日", None),
    ],
)
def test_other_languages(words: Words, text: str, want: str | None) -> None:
    date = parse_date(text, words)
    assert (date.isoformat() if date else None) == want


def test_other_languages_relative() -> None:
    assert str(parse_date("vor 3 Tagen", GERMAN, NOW)) == str(parse_date("2020-02-27", EN))
    assert str(parse_date("il y a 3 jours", FRENCH, NOW)) == str(parse_date("2020-02-27", EN))
    assert str(parse_date("vor einem Monat", GERMAN, NOW)) == str(parse_date("February 2020", EN))


def test_ranges_have_an_end() -> None:
    first, second = parse_dates("Recorded Feb 2 to Mar 9, 2006, mixed 4–7 May 2006", EN)
    assert (first.date.isoformat(), first.until and first.until.isoformat()) == ("2006-02-02", "2006-03-09")
    assert (second.date.isoformat(), second.until and second.until.isoformat()) == ("2006-05-04", "2006-05-07")


def test_spans_quote_the_text() -> None:
    text = "Ørla Vénn — Sunday, June 14th, 2009 (released İn May ’09; 2009年7月1日)"
    hits = list(scan_dates(text, EN))
    assert [hit.quote for hit in hits] == ["Sunday, June 14th, 2009", "May ’09", "2009年7月1日"]
    assert all(hit.span is not None and text[slice(*hit.span)] == hit.quote for hit in hits)


def test_furniture_leaves_out_what_a_sentence_tells() -> None:
    text = "Posted 3 May 2011\nThey met on 4 May 2010 in a shed.\nNordvik, 5 May 2011"
    assert [hit.value.date.day for hit in scan_furniture_dates(text, EN)] == [3, 5]


def test_release_dates() -> None:
    text = "Grey Heron (2008)\nRelease date: 3 September 2010\nPosted 4 May 2011\nout in 1998"
    assert [hit.value.isoformat() for hit in scan_released(text, EN)] == ["2008", "2010-09-03", "1998"]


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2012", "2012"),
        ("May 2010", "2010-05"),
        ("3 September 2010 (UK), 5 October 2010 (US)", "2010-09-03"),
        ("2012 (reissue 2015)", "2012"),
        ("soon", None),
        ("FJ 20101", None),
    ],
)
def test_values_that_are_release_dates(value: str, want: str | None) -> None:
    date = parse_released(value, EN)
    assert (date.isoformat() if date else None) == want


# --- dateparser -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("8. helmikuuta 2018", "fi", "2018-02-08"),
        ("torstai 8. helmikuuta 2018", "fi", "2018-02-08"),
        ("20 Ekim 2011 Perşembe", "tr", "2011-10-20"),
        ("12. října 2010 14:05", "cs", "2010-10-12"),
        ("helmikuu 2018", "fi", None),
        ("2018", "fi", None),
        ("8.5", "fi", None),
        ("12 kappaletta 2018", "fi", None),
        ("31. helmikuuta 2018", "fi", None),
        ("8. helmikuuta 2018", "xx", None),
    ],
)
def test_the_gate(text: str, language: str, want: str | None) -> None:
    date = read_foreign(text, (language,))
    assert (date.isoformat() if date else None) == want


def test_the_gate_is_shut_without_a_language() -> None:
    assert read_foreign("8. helmikuuta 2018", ()) is None


def test_the_gate_shows_no_bylines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dateparser_gate, "_ask", lambda text, _: asked.append(text))
    for number in range(1000):
        parse_date(f"Reviewed by Orla Venn the {number}th, rating 4/5, track {number} of 2010", EN)
    assert asked == []


def test_a_failing_dateparser_is_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_languages: tuple[str, ...]) -> None:
        raise OverflowError

    monkeypatch.setattr(dateparser_gate, "_parser", fail)
    assert read_foreign("9. helmikuuta 2017", ("fi",)) is None


# --- promises ---------------------------------------------------------------------------------------------------------

LINES = ["03/04/2010", "March 2014", "2014", "8.5", "Vor einem Monat", "8. helmikuuta 2018", "yesterday", "3 Apr '45"]

SCRIPT = f"""
from reviewparse.languages import words_for
from reviewparse.parsers.date import parse_dates, parse_date
words = words_for(("en",))
print([(line, parse_date(line, words), parse_dates(line, words)) for line in {LINES!r}])
"""


def test_same_result_in_every_zone_and_locale() -> None:
    runs = {
        subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone, locale in [("Pacific/Auckland", "C"), ("America/Los_Angeles", "de_DE.UTF-8")]
    }
    assert len(runs) == 1


PUMPS = [
    "1 ",
    "1/",
    "12/12/",
    "may ",
    "2010 ",
    "may 2 to ",
    "4-7 ",
    "( 2010",
    "2010年",
    "3 may 2010, ",
    "posted by ",
    "'10",
    "99 of the ",
]


@pytest.mark.timed
@pytest.mark.parametrize("pump", PUMPS)
def test_cost_grows_with_the_text_only(pump: str) -> None:
    def cost(length: int) -> float:
        text = (pump * length)[:length]
        times = []
        for _ in range(3):
            begin = time.process_time()
            parse_date(text, EN)
            times.append(time.process_time() - begin)
        return min(times)

    small, large = cost(10_000), cost(40_000)
    assert large < 12 * small + 0.01
