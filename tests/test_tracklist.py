"""Tracklists as a whole: totals, places, evidence that decides, hostile input, cost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewparse.languages import load
from reviewparse.parsers.duration import peel_head, peel_tail, read_duration, read_total
from reviewparse.parsers.track_line import clean_line, read_front
from reviewparse.parsers.tracklist import Setting, parse_tracklist, scan_tracklist

WORDS = load("en")

NUMBERED = "1. Bellmouth\n2. Ferry Home\n3. Long Acre\n4. Slow Weather"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3:45", 225),
        ("(3:45)", 225),
        ("[03:45]", 225),
        ("1:02:03", 3723),
        ("3'45\"", 225),
        ("3′45″", 225),
        ("3m45s", 225),
        ("3 min", 180),
        ("225s", 225),
        ("1h02", 3720),
        ("3.45", 225),
        ("3,45", 225),
        ("(:45)", 45),
        ("3:75", None),
        ("3:4", None),
        ("Bellmouth", None),
        ("", None),
        ("?:??", None),
        ("12", None),
    ],
)
def test_durations(text: str, seconds: int | None) -> None:
    assert read_duration(text, WORDS) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("48:30", 2910), ("41 min", 2460), ("57'08\"", 3428), ("78'", 4680), ("52:40 minutes", 3160), ("none", None)],
)
def test_totals(text: str, seconds: int | None) -> None:
    assert read_total(text, WORDS) == seconds


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Bellmouth .... 3:45", "Bellmouth"),
        ("Bellmouth ... 3:45", "Bellmouth"),
        ("Wait... 3:45", "Wait..."),
        ("Bellmouth – 3:45", "Bellmouth"),
        ("Hallways (Live) (4:10)", "Hallways (Live)"),
        ("1 | Bellmouth | 3:45 |", "1 | Bellmouth"),
    ],
)
def test_what_is_left_before_a_time(line: str, rest: str) -> None:
    timed = peel_tail(line, WORDS)
    assert timed is not None
    assert timed.rest == rest


@pytest.mark.parametrize("line", ["Model 7.5", "Harbour 5:38 H.", "Bellmouth", "", "Salt 1999", "At 3:45 it rains"])
def test_lines_without_a_time(line: str) -> None:
    assert peel_tail(line, WORDS) is None


def test_a_time_before_the_number() -> None:
    head = peel_head("(3:45) 1. Bellmouth", WORDS)
    assert head is not None
    assert (head.rest, head.seconds) == ("1. Bellmouth", 225)
    assert peel_head("1. Bellmouth", WORDS) is None


@pytest.mark.parametrize(
    ("line", "printed", "rest"),
    [
        ("3. Bellmouth", "3", "Bellmouth"),
        ("03 - Bellmouth", "03", "Bellmouth"),
        ("(3) Bellmouth", "3", "Bellmouth"),
        ("#3 Bellmouth", "3", "Bellmouth"),
        ("Track 3: Bellmouth", "3", "Bellmouth"),
        ("B3. Bellmouth", "B3", "Bellmouth"),
        ("2-03 Bellmouth", "2-03", "Bellmouth"),
        ("3. 11 Harbour Street", "3", "11 Harbour Street"),
        ("04.1999", "04", "1999"),
        ("３．Bellmouth", "3", "Bellmouth"),
    ],
)
def test_numbers_in_front(line: str, printed: str, rest: str) -> None:
    front = read_front(line, WORDS)
    assert front is not None
    assert (front.printed, front.rest) == (printed, rest)


@pytest.mark.parametrize("line", ["Bellmouth", "3:45", "1.5 million", "1999", "", "6 – 2. Rückwärts"])
def test_lines_without_a_number(line: str) -> None:
    assert read_front(line, WORDS) is None


def test_lines_are_cleaned() -> None:
    assert clean_line(" 1\u200b\tBell\u00admouth \u00a0&amp; {bold}Salt{nobold} [b]x[/b]\t3:45") == (
        "1 | Bellmouth & Salt x | 3:45"
    )


def test_the_printed_total_and_the_lines_it_was_read_from() -> None:
    tracklist = scan_tracklist("A record.\n\nTracklist\n1. Bellmouth 3:45\n2. Salt 4:10\nTotal time: 7:55\nBye.", WORDS)
    assert tracklist is not None
    assert tracklist.total_seconds == 475
    assert tracklist.lines == (3, 6)
    assert not tracklist.derived


def test_song_by_song_is_told() -> None:
    body = "is a song that the band will have to play for many years to come, and they know it."
    tracklist = scan_tracklist("\n".join(f"{line} – {body}" for line in NUMBERED.split("\n")), WORDS)
    assert tracklist is not None
    assert tracklist.derived


def test_lines_may_come_as_a_list() -> None:
    assert parse_tracklist(NUMBERED.split("\n"), WORDS) == parse_tracklist(NUMBERED, WORDS) != ()


def test_a_page_that_does_not_speak_of_music_has_no_list_without_heading() -> None:
    assert scan_tracklist(NUMBERED, WORDS, setting=Setting(music=True)) is not None
    assert scan_tracklist(NUMBERED, WORDS, setting=Setting(music=False)) is None
    assert scan_tracklist(f"Tracklist\n{NUMBERED}", WORDS, setting=Setting(music=False)) is not None


def test_who_made_the_record_decides_which_side_is_the_artist() -> None:
    lines = ["1. Salt – Ida Moss", "2. Drift – Kin", "3. Rise – Bo Tarn", "4. Fall – Orla Venn"]
    tracklist = scan_tracklist(lines, WORDS, setting=Setting(creators=("Ida Moss", "Kin", "Bo Tarn", "Orla Venn")))
    assert tracklist is not None
    assert [track.title for track in tracklist.tracks] == ["Salt", "Drift", "Rise", "Fall"]


def test_movements_after_the_name_of_their_work_are_no_artists() -> None:
    lines = [f"{n}. Mass in C – {part}" for n, part in enumerate(("Kyrie", "Gloria", "Credo", "Sanctus"), 1)]
    assert [track.artist for track in parse_tracklist(lines, WORDS)] == [None] * 4


def test_a_tracklist_is_no_ranking_of_a_hundred() -> None:
    lines = [f"{number}. Singer Number {number}" for number in range(1, 101)]
    assert parse_tracklist(lines, WORDS) == ()


PIECES = (
    *(
        "1.",
        "2.",
        "3.",
        "01",
        "A1",
        "B1",
        "#1",
        "(3:45)",
        "3:45",
        "5,43",
        "“Bellmouth”",
        '"Salt"',
        "'Til",
        "feat.",
        "by",
    ),
    *(
        "–",
        "-",
        "|",
        "/",
        ";",
        ",",
        "•",
        "*",
        "★★☆",
        "8.5",
        "Disc One",
        "Side A:",
        "Bonus track:",
        "Tracklist",
        "Songs:",
    ),
    *(
        "Total time:",
        "Highlights: 2",
        "Encore:",
        "(1871–1930)",
        "I.",
        "II.",
        "a)",
        "Medley:",
        "\n",
        "\n\n",
        "\t",
        "(",
        "]",
    ),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=50).map(" ".join), st.booleans())
def test_any_lines_give_tracks_with_titles_or_none(text: str, headed: bool) -> None:  # noqa: FBT001
    tracklist = scan_tracklist(text, WORDS, setting=Setting(headed=headed))
    if tracklist is not None:
        first, last = tracklist.lines
        assert 0 <= first < last <= len(text.splitlines())
        assert all(track.title for track in tracklist.tracks)


PUMPS = {
    "numbered lines": "1. a\n",
    "headings": "Tracklist:\n",
    "headings with lists": "Tracklist:\n1. a\n",
    "bars": "1 | a | 3:45\n",
    "brackets": "1. a (live)",
    "dots": "1. a ....",
    "quotes": '"a" ',
    "commas": "Tracklist: a, b, ",
    "times": "a 3:45\n",
    "discs": "Disc One\n1. a\n",
    "digits": "1",
    "spaces": " ",
    "open brackets": "1. ((",
}


@pytest.mark.timed
@pytest.mark.parametrize("pump", PUMPS.values(), ids=PUMPS)
def test_the_cost_grows_with_the_input_only(pump: str) -> None:
    short, long = (pump * (size // len(pump)) for size in (5_000, 40_000))
    cost = []
    for text in (short, long):
        start = time.process_time()
        parse_tracklist(text, WORDS)
        cost.append(time.process_time() - start)
    assert cost[1] < 16 * cost[0] + 0.1
