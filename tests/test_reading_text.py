"""Plain text and Markdown come in as the blocks that HTML would give."""

from __future__ import annotations

import pytest

from reviewparse.reading.markdown import inline, mend, to_html
from reviewparse.reading.source import read_text
from reviewparse.reading.wrapping import unwrap


def printed(text: str) -> list[tuple[str, str]]:
    return [(block.tag, block.text) for block in read_text(text).blocks]


def test_lines_stay_lines_and_share_a_paragraph() -> None:
    document = read_text("by: Orla Venn\nMarch 3rd, 2011\n\nRating: 4/5")
    assert [block.text for block in document.blocks] == ["by: Orla Venn", "March 3rd, 2011", "Rating: 4/5"]
    first, second, third = document.blocks
    assert first.paragraph == second.paragraph != third.paragraph


def test_spans_are_offsets_of_the_canonical_text() -> None:
    document = read_text("# Cold  Tap\n\nThe *Sparrows* return.\n\n- Bellmouth\n- Ferry Home\n")
    assert document.text == "Cold Tap\nThe Sparrows return.\nBellmouth\nFerry Home"
    assert all(document.text[block.start : block.end] == block.text for block in document.blocks)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("# Cold Tap", [("h1", "Cold Tap")]),
        ("#Cold Tap", [("h1", "Cold Tap")]),
        ("#3 Bellmouth", [("p", "#3 Bellmouth")]),
        ("Cold Tap\n========", [("h1", "Cold Tap")]),
        ("- Bellmouth\n- Long Acre", [("li", "Bellmouth"), ("li", "Long Acre")]),
        ("- Mei -", [("p", "- Mei -")]),
        ("1. Bellmouth\n2. Long Acre", [("p", "1. Bellmouth"), ("p", "2. Long Acre")]),
        ("| 1 | Bellmouth |\n|---|---|\n| 2 | Rise |", [("td", "1"), ("td", "Bellmouth"), ("td", "2"), ("td", "Rise")]),
        ("> Loud since 1996", [("blockquote", "Loud since 1996")]),
        ("****", [("p", "****")]),
        ("above\n\n***\n\nbelow", [("p", "above"), ("p", "below")]),
        ("The album <Green Door> by a < b & c", [("p", "The album <Green Door> by a < b & c")]),
        ("<table>\n<tr><td>Label</td><td>Grey Heron</td></tr>\n</table>", [("td", "Label"), ("td", "Grey Heron")]),
        ("{% include stars.html n=4 %}\nGood.", [("p", "Good.")]),
        ("{% include stars.html rating=4.5 %}", [("p", "[rating: 4.5]")]),
        ('{{< rating score="4" max="5" >}}', [("p", "[rating: 4/5]")]),
        ("{% assign stars = 5 %}\nGood.", [("p", "Good.")]),
        ("{{ page.rating }}\nGood.", [("p", "Good.")]),
        ("<StarRating rating={4.5} />", [("p", "[rating: 4.5]")]),
        ('<Widget src="a.png"/>', [("p", '<Widget src="a.png"/>')]),
        (":star::star::star:", [("p", "⭐⭐⭐")]),
        ("Music by\n* * * *\nPerformed by", [("p", "Music by"), ("p", "* * * *"), ("p", "Performed by")]),
    ],
)  # fmt: skip
def test_markdown(text: str, want: list[tuple[str, str]]) -> None:
    assert printed(text) == want


def test_emphasis_and_links_become_marks() -> None:
    (block,) = read_text("**Cold Tap** by [The Sparrows](http://example.org/a_b_c) is _out_ now").blocks
    assert block.text == "Cold Tap by The Sparrows is out now"
    assert [(mark.tag, mark.text) for mark in block.marks] == [("b", "Cold Tap"), ("a", "The Sparrows"), ("i", "out")]


def test_underscores_inside_words_and_addresses_are_no_emphasis() -> None:
    assert inline("snake_case_name and 2*3*4") == "snake_case_name and 2*3*4"
    assert 'href="http://example.org/a_b_c"' in inline("[x](http://example.org/a_b_c) _y_")


def test_format_codes_need_company() -> None:
    coded = "{bold}Bellmouth{nobold}{p}" * 3
    assert "{" not in to_html(coded)
    assert "{name}" in to_html("A single {name} stays")


def test_mojibake_is_mended_line_by_line() -> None:
    assert mend("Itâ€™s the SparrowsÂ« best\nnaïve") == mend("Itâ€™s the SparrowsÂ« best") + "\nnaïve"
    assert mend("â€œBellmouthâ€") != "plain"
    assert mend("Ã©tude") == "étude"
    assert mend("plain") == "plain"


def test_a_list_is_not_wrapped_prose() -> None:
    lines = [
        "1. The Long Acre And What Came After It Ended",
        "2. Bellmouth",
        "3. Ferry Home, Again And Again And Again",
    ]
    assert unwrap(lines) == lines


def test_wrapped_prose_becomes_one_line_and_a_signature_stays_its_own() -> None:
    document = read_text(
        "The new record of the four Sparrows was made in a barn near\n"
        "the coast, and one hears the weather on every one of its\n"
        "songs, above all on the last.\n"
        "Bogdan K.\n"
    )
    assert [block.text for block in document.blocks][-1] == "Bogdan K."
    assert len(document.blocks) == 2


def test_lines_at_the_right_margin_stay_lines() -> None:
    lines = [" " * 44 + "Rating: 8/10", " " * 40 + "-- Orla Venn"]
    assert unwrap(lines) == lines


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("â€œEmberâ€\x9d", "“Ember”"),
        ("â€œEmberâ€ and 山", "“Ember” and 山"),
        ("RenÃ© – â€œEmberâ€\x9d", "René – “Ember”"),
        ("Itâ€™s the MÃ¼hle", "It’s the Mühle"),
    ],
)
def test_text_decoded_twice_is_mended_even_where_signs_were_lost(text: str, want: str) -> None:
    assert mend(text) == want


def test_links_of_notes_are_their_words() -> None:
    assert inline("By [[Ida Moss]] and [[people/tarn|Bo Tarn]] ![[cover.png]]") == "By Ida Moss and Bo Tarn "


def test_a_command_over_several_lines_prints_its_mark() -> None:
    document = read_text('Text above.\n\n{{< review\n  book="1-nine-rooms"\n  rating="4"\n>}}\n\nText below.')
    assert [block.text for block in document.blocks] == ["Text above.", "[rating: 4]", "Text below."]
