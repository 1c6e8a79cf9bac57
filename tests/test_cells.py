"""The parsers of one field on cells as notebooks hold them: with markup, entities and words of any language."""

from __future__ import annotations

import pytest

import reviewparse as rp
from reviewparse.reading.cell import undress
from reviewparse.reading.language import languages_of_line


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("By Orla Venn", "By Orla Venn"),
        ("By&nbsp;Orla Venn &amp; Tam Reyes", "By Orla Venn & Tam Reyes"),
        ("by [Orla Venn](https://site.example/author/orla)", "by Orla Venn"),
        ("[b]Rating:[/b] 4/5", "Rating: 4/5"),
        ("[3.5/5]", "[3.5/5]"),
        ("by _Orla Venn_", "by Orla Venn"),
        ("by xX_nimrod_Xx", "by xX_nimrod_Xx"),
        ("<p>Directed by <b>Ida Moss</b></p><p>Music: Teodor Vance</p>", "Directed by Ida Moss\nMusic: Teodor Vance"),
        ("<ol start='4'><li>Bellmouth</li><li>Ferry Home</li></ol>", "4. Bellmouth\n5. Ferry Home"),
        ("<ul><li>Bellmouth</li><li>Ferry Home</li></ul>", "Bellmouth\nFerry Home"),
        ("<tr><td>1</td><td>Bellmouth</td></tr>", "1 | Bellmouth |"),
        ("<img src='x.gif' alt='4 stars'/>", "4 stars"),
        ("<Album> by The Sparrows", "<Album> by The Sparrows"),
        ("Itâ€™s by Orla Venn", "It’s by Orla Venn"),
        ("4\u00a0/\u20095", "4 / 5"),
    ],
)
def test_a_cell_is_undressed(cell: str, shown: str) -> None:
    assert undress(cell) == shown


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Drehbuch: Ada Quist, Jo Pike", ("de",)),
        ("Darsteller: Bo Tarn, Ida Moss, u.a.", ("de",)),
        ("Réalisatrice : Chloé Marchand", ("fr",)),
        ("Regissør: Mads Krogholm", ("no",)),
        ("Texte : Chloé Marchand / Photos : Luc Orban", ("de", "fr")),
        ("Critique de Chloé Marchand", ("es", "fr", "pt")),
        ("I rollerna: Nils Ek", ("pl", "sv")),
        ("Director: Ida Moss", ()),
        ("Distribution: Iron Gate", ()),
        ("Dom Perry – vocals", ()),
    ],
)
def test_a_label_between_separators_tells_the_language(line: str, codes: tuple[str, ...]) -> None:
    assert languages_of_line(line) == codes


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Auteur: Hanneke Vos", ("Hanneke Vos",)),
        ("Musique de Luc Orban", ()),
    ],
)
def test_a_line_of_several_languages_is_read_in_each(line: str, names: tuple[str, ...]) -> None:
    assert rp.parse_byline(line) == names


def test_the_parsers_read_dressed_cells() -> None:
    assert rp.parse_byline("<p>By <a href='/orla'>Orla Venn</a></p>") == ("Orla Venn",)
    rating = rp.parse_rating("Note&nbsp;: 4&nbsp;étoiles sur 5")
    assert rating is not None
    assert (rating.value, rating.best) == (4.0, 5.0)
    tracks = rp.parse_tracklist("<ol><li>Bellmouth</li><li>Ferry Home</li><li>Long Acre</li></ol>")
    assert [track.title for track in tracks] == ["Bellmouth", "Ferry Home", "Long Acre"]
    date = rp.parse_date("Posted:&nbsp;3&nbsp;March&nbsp;2011")
    assert date is not None
    assert date.isoformat() == "2011-03-03"
