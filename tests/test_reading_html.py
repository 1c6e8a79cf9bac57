"""One walk over the tree: lines, paragraphs, regions, marks, and what never gets in."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from reviewparse.document import Document, Hint, Region
from reviewparse.errors import InputError
from reviewparse.reading.charset import decode, to_utf8
from reviewparse.reading.source import read, read_html


def texts(document: Document, region: Region = Region.ARTICLE) -> list[str]:
    return [block.text for block in document.blocks if block.region is region]


def test_blocks_breaks_and_inline_elements() -> None:
    document = read_html("<p>by <b>Orla</b> Venn<br>March 3<br><br>Fine.</p><div>Label:Grey Heron</div>")
    assert texts(document) == ["by Orla Venn", "March 3", "Fine.", "Label:Grey Heron"]
    one, two, three, _ = document.blocks
    assert one.paragraph == two.paragraph != three.paragraph
    assert [(mark.tag, mark.text) for mark in one.marks] == [("b", "Orla")]


def test_preformatted_text_keeps_its_lines() -> None:
    document = read_html("<pre>Cold Tap\n(Grey Heron)\n\n17 out of 20</pre>")
    assert texts(document) == ["Cold Tap", "(Grey Heron)", "17 out of 20"]


def test_furniture_is_not_entered() -> None:
    page = """<body><nav><a>Home</a></nav><div class="site-header">Loud since 1996</div>
    <article><h1>Cold Tap</h1><footer>by Orla Venn</footer><p>%s</p></article>
    <div id="sidebar">Recent</div><div class="comments-area"><p>Maren says: 2/10</p></div><footer>(c)</footer></body>"""
    document = read_html(page % ("A long and patient record about water. " * 6))
    assert texts(document)[:2] == ["Cold Tap", "by Orla Venn"]
    assert not any(word in document.text for word in ("Home", "Loud", "Recent", "Maren", "(c)"))


def test_a_class_name_does_not_hide_the_article() -> None:
    document = read_html(f"<div class='widget'><p>{'The whole article. ' * 30}</p></div><p>short</p>")
    assert "The whole article." in document.text


def test_hidden_elements_and_scripts_print_nothing() -> None:
    document = read_html("<p hidden>a</p><p style='display: none'>b</p><script>c</script><p>d</p>")
    assert document.text == "d"


def test_headings_open_regions() -> None:
    document = read_html(
        f"<h1>Cold Tap</h1><p>3 comments</p><p>{'One long line of prose. ' * 8}</p>"
        "<h3>3 Comments</h3><p>Maren: 2/10</p>"
    )
    assert texts(document, Region.COMMENTS) == ["3 Comments", "Maren: 2/10"]
    assert texts(document)[1] == "3 comments"


def test_hints_come_from_class_itemprop_and_rel() -> None:
    document = read_html("<p><span class='post-author'>Orla</span> <time itemprop='datePublished'>x</time></p>")
    assert [element.text for element in document.hinted(Hint.AUTHOR)] == ["Orla"]
    assert [element.text for element in document.hinted(Hint.DATE)] == ["x"]


def test_elements_without_text_are_kept() -> None:
    document = read_html("<div><img alt='4 stars'></div><p>Text</p>")
    (image,) = [element for element in document.elements if element.tag == "img"]
    assert image.attrs["alt"] == "4 stars"
    assert image.first == image.last == 0


@pytest.mark.parametrize("depth", [300, 1500])
def test_deep_nesting_is_read_to_its_end(depth: int) -> None:
    document = read_html("<div>" * depth + "Rating: 4/5" + "</div>" * depth + "<p>after</p>")
    assert "Rating: 4/5" in document.text


def test_deeper_than_the_parser_allows_is_said() -> None:
    document = read_html("<div>" * 3000 + "Rating: 4/5" + "</div>" * 3000)
    assert "Rating: 4/5" in document.text or "truncated" in document.warnings


def test_a_huge_script_hides_nothing() -> None:
    document = read_html("<script>" + "x" * 4_000_000 + "</script><p>tail</p>")
    assert document.text == "tail"


def test_the_size_limit_is_said() -> None:
    document = read_html("<p>head</p>" + "<!-- -->" * 700_000 + "<p>tail</p>")
    assert document.text == "head"
    assert document.warnings == ("too_large",)


@pytest.mark.parametrize(
    "source", ["", "<!-- -->", "<!", "   ", b"", b"\x00", b"\xff\xfe", "<?xml version='1.0' encoding='x'?>"]
)
def test_odd_documents_are_empty(source: str | bytes) -> None:
    assert read(source).text in ("", "<!")


@pytest.mark.parametrize("source", [None, 4, 4.5, ["<p>x</p>"], {"a": 1}, object()])
def test_other_types_are_refused(source: object) -> None:
    with pytest.raises(InputError, match="a page is"):
        read(source)


def test_control_characters_and_surrogates_never_get_in() -> None:
    document = read("<p>a\x00b\x07c\ud800d\u200be&#1;f\x85g\u00adh</p>")
    assert document.text.isprintable()
    assert document.text.startswith("ab")


def test_trees_of_other_parsers_are_read_and_left_alone() -> None:
    page = "<html><body><p>Cold Tap</p><script>x</script></body></html>"
    soup, tree = BeautifulSoup(page, "lxml"), etree.HTML(page)
    assert read(soup).text == read(soup.p).text == read(tree).text == read(tree.find(".//p")).text == "Cold Tap"
    assert tree.find(".//script") is not None


@pytest.mark.parametrize(
    ("data", "want"),
    [
        ("naïve".encode(), "naïve"),
        ("naïve".encode("cp1252"), "naïve"),
        ("\ufeffnaïve".encode("utf-16"), "naïve"),
        (b"\xef\xbb\xbf" + "naïve".encode(), "naïve"),
        (b"<meta charset='windows-1251'>" + "Песня".encode("cp1251"), "Песня"),
        (b"<meta charset=koi8-r>" + "Песня".encode("koi8-r"), "Песня"),
        (b"<meta charset=gb2312>" + "歌曲".encode("gb18030"), "歌曲"),
        (b"<meta charset='iso-8859-1'>" + "“naïve”".encode("cp1252"), "“naïve”"),
        (b"<meta charset='iso-8859-1'>" + "naïve".encode(), "naïve"),
        (b"<meta charset='utf-8'>" + "naïve".encode("cp1252"), "naïve"),
        (b"<meta charset='no-such-charset'>" + "naïve".encode("cp1252"), "naïve"),
        (b"<meta charset='rot13'>" + "naïve".encode("cp1252"), "naïve"),
    ],
)
def test_charset_ladder(data: bytes, want: str) -> None:
    assert want in decode(data)
    assert want in to_utf8(data).decode()


def test_a_page_that_leaves_out_head_and_body_is_read() -> None:
    page = (
        b"<!doctype html><meta charset=utf-8><title>Tap</title><article><h1>Cold Tap</h1><p>By Orla Venn</p></article>"
    )
    assert [block.text for block in read_html(page).blocks] == ["Cold Tap", "By Orla Venn"]
