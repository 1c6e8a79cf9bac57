"""Texts without markup: which line above the prose is the headline, and the title above a box of facts."""

from __future__ import annotations

import pytest

import reviewparse as rp

POLISH = (
    "Film opowiada o rybakach, którzy nie chcą wracać do portu, choć nikt na nich nie czeka, a morze jest coraz"
    " bliżej. Reżyser prowadzi aktorów pewną ręką, scenariusz nie spieszy się nigdzie, a zdjęcia są bardzo dobre."
)
DANISH = (
    "Filmen handler om en fisker, som ikke vil hjem, og om hans bror, der venter på ham i havnen hver eneste aften."
    " Skuespillerne er gode, og instruktøren ved, hvornår scenerne skal slutte, men det er ikke nok til en hel film."
)
ITALIAN = (
    "Il romanzo racconta di una pescatrice che non vuole tornare, e del fratello che la aspetta ogni sera nel porto."
    " La scrittura è lenta e precisa, i capitoli sono brevi, e il lettore non sa mai chi dei due dica la verità."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Opublikowano\n2018-06-08 10:27\n\n„Zimny kran” – recenzja filmu", "„Zimny kran” – recenzja filmu"),
        ("Port Kultury\n\n„Zimny kran” – recenzja filmu", "„Zimny kran” – recenzja filmu"),
        ("środa, 5 czerwca 2013\n\nZimny kran (2012)", "Zimny kran (2012)"),
        ("Recenzja filmu\n\nZimny kran", "Zimny kran"),
        ("Port Kultury\n\nZimny kran", "Port Kultury"),
    ],
)
def test_the_headline_of_a_text(head: str, title: str) -> None:
    assert rp.parse_text(f"{head}\n\n{POLISH}").title == title


def test_a_byline_above_the_text_is_no_headline() -> None:
    text = "di Gianni Pozzo\n\nAda Quist, La talpa, Fernhill, 2019, 288 pagine\n\n" + ITALIAN
    review = rp.parse_text(text)
    assert review.title != "di Gianni Pozzo"
    assert review.authors == ("Gianni Pozzo",)
    assert review.work is not None
    assert (review.work.title, review.work.creators, review.work.label) == ("La talpa", ("Ada Quist",), "Fernhill")


def test_the_title_stands_above_the_facts() -> None:
    text = (
        "Et hav af kedsomhed\n\nAf Mette Lind\n\n" + DANISH + "\n\nDen lange mole\n"
        "Medvirkende: Ida Brun, Ole Tarp\nInstruktør: Anders Pohl\n\n"
        "Den lange mole er et godt forsøg, men heller ikke mere."
    )
    review = rp.parse_text(text)
    assert review.work is not None
    assert review.work.title == "Den lange mole"
    assert review.work.creators == ("Anders Pohl",)


def test_a_line_above_the_facts_that_is_used_once_is_no_title() -> None:
    text = (
        "Et hav af kedsomhed\n\n" + DANISH + "\n\nFakta om aftenen\n"
        "Medvirkende: Ida Brun, Ole Tarp\nInstruktør: Anders Pohl\n\nDet er et godt forsøg, men heller ikke mere."
    )
    review = rp.parse_text(text)
    assert review.work is None or review.work.title != "Fakta om aftenen"
