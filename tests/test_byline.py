"""What the case table cannot show: spans, quick looks, other scripts, and time."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewparse.languages import BylineWords, Words, load, merge
from reviewparse.parsers import byline, names, signature

EN = load("en")

HAN = Words(
    code="ja",
    family_name_first=True,
    byline=BylineWords(labels=("文", "取材・文"), other_makers=("写真",), roles=("記者",), collective=("編集部",)),
)
JA = merge((HAN, EN))

GERMAN = Words(
    code="de",
    byline=BylineWords(
        by=("von",),
        labels=("autor", "rezension von"),
        joiners=("und",),
        articles=("ein", "eine"),
        particles=("von", "der"),
        other_makers=("fotos",),
    ),
)
DE = merge((GERMAN, EN))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("March 3, 2011 | by: Orla Venn | 3 comments", "by: Orla Venn"),
        ("Cold Tap, reviewed by Orla Venn and Tam Reyes", "reviewed by Orla Venn and Tam Reyes"),
        ("Orla Venn, July 9th, 2004", "Orla Venn"),
        ("– Orla Venn (Low Tide)", "Orla Venn"),
    ],
)
def test_a_hit_quotes_the_text_at_its_span(text: str, quote: str) -> None:
    hit = next(byline.scan_byline(text, EN))
    assert hit.quote == quote
    assert hit.span is not None
    assert text[slice(*hit.span)] == quote


def test_a_line_is_read_on_its_own() -> None:
    text = "Cold Tap\n\nReviewed by Orla Venn\nPhotos by Kit Hale"
    hits = list(byline.scan_byline(text, EN))
    assert [hit.value for hit in hits] == [("Orla Venn",)]
    assert hits[0].span is not None
    assert text[slice(*hits[0].span)] == hits[0].quote


def test_a_name_alone_is_a_byline_only_for_who_says_so() -> None:
    assert byline.parse_byline("Orla Venn", EN) == ("Orla Venn",)
    assert list(byline.scan_byline("Orla Venn", EN)) == []


def test_a_long_paragraph_is_signed_at_its_end() -> None:
    text = "The record opens slowly and never hurries. " * 12 + "Reviewed by Orla Venn"
    assert byline.parse_byline(text, EN) == ("Orla Venn",)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("文：山田花子", ("山田花子",)),
        ("文/山田花子 写真/佐藤次郎", ("山田花子",)),
        ("山田花子記者", ("山田花子",)),
        ("山田花子2025年1月13日 21時37分", ("山田花子",)),
        ("編集部", ()),
        ("この作品は静かに始まり、最後まで急がない。", ()),
    ],
)
def test_names_without_blanks(text: str, want: tuple[str, ...]) -> None:
    assert byline.parse_byline(text, JA) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Von Orla Venn", ("Orla Venn",)),
        ("von Norbert von der Quelle und Tam Reyes", ("Norbert von der Quelle", "Tam Reyes")),
        ("Eine Rezension von Orla Venn", ("Orla Venn",)),
        ("Autor: Orla Venn Fotos: Kit Hale", ("Orla Venn",)),
        ("ein Film von Bo Tarn", ()),
    ],
)
def test_a_particle_may_be_the_label(text: str, want: tuple[str, ...]) -> None:
    assert byline.parse_byline(text, DE) == want


def test_a_language_without_words_yields_nothing() -> None:
    assert byline.parse_byline("by Orla Venn", Words()) == ()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("... a satisfying close. Helen Marsh", "Helen Marsh"),
        ("... you must go and see it now. (DJW)", "DJW"),
        ("... into open tunings.RLH", "RLH"),
        ("... more of that, please! P. Lowe", "P. Lowe"),
        ("... produced by Helen Marsh", None),
        ("... on the label Quill (2010)", None),
        ("... is the best of them. Recommended", None),
        ("... a record of its time. By Helen Marsh and others", None),
    ],
)
def test_a_signature_ends_the_text(text: str, want: str | None) -> None:
    hit = signature.closing(text, EN)
    assert (hit.quote if hit else None) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Orla Venn, Tam Reyes & Jo Pike", ("Orla Venn", "Tam Reyes", "Jo Pike")),
        ("The Sparrows, Venn & Pike", ("The Sparrows", "Venn & Pike")),
        ("Sam Low, Jr. and Ann Bee", ("Sam Low, Jr.", "Ann Bee")),
        ("Orla Venn, a friend", ()),
        ("", ()),
    ],
)
def test_a_list_is_names_or_nothing(text: str, want: tuple[str, ...]) -> None:
    assert names.split_names(text, EN) == want


@pytest.mark.parametrize("text", ["The Sparrows", "DJ Quill", "2Pacer", "Blink-99", "d'Oro", "St. John Peel", "TK"])
def test_an_act_has_a_name(text: str) -> None:
    assert names.looks_like_name(text, EN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x",
        "2004",
        "March 3",
        "Read more",
        "a long walk",
        "It was good.",
        "Orla Venn of",
        "orla@venn.example",
        "Venn:",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not names.looks_like_name(text, EN)


def test_suffixes_are_words_of_the_table() -> None:
    bare = replace(EN, byline=replace(EN.byline, suffixes=()))
    assert names.split_names("Sam Low, Jr.", EN) == ("Sam Low, Jr.",)
    assert names.split_names("Sam Low, Jr.", bare) == ()


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for hit in byline.scan_byline(text, EN):
        assert hit.span is not None
        assert text[slice(*hit.span)] == hit.quote
    byline.parse_byline(text, EN)
    names.split_names(text, EN)
    signature.closing(text, EN)


PUMPS = [
    "by ",
    "By Orla Venn, ",
    "by Orla Venn and ",
    "(",
    "– ",
    "a.",
    "by:",
    "Venn",
    " ",
    "A. ",
    "Orla's ",
    "文",
    "1,",
]


@pytest.mark.timed
@pytest.mark.parametrize("pump", PUMPS)
def test_time_grows_with_the_text(pump: str) -> None:
    text = (pump * 20_000)[:20_000]
    start = time.process_time()
    byline.parse_byline(text, EN)
    list(byline.scan_byline(text, EN))
    names.split_names(text, EN)
    signature.closing(text, EN)
    assert time.process_time() - start < 0.05
