"""Each limit is reached, says so, and what was read before it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

import reviewparse as rp
from reviewparse.limits import DEFAULT, WARNINGS
from reviewparse.metadata import __doc__ as metadata_doc
from reviewparse.reading.source import Context, read
from tests.soundness import check, check_offsets

HEAD = "<h1>Review: Cold Tap</h1><p>Reviewed by Orla Venn</p><p>Rating: 4/5</p>"
LATE = "<p>Rating: 2/10</p>"
LINES = "<p>A patient record about water.</p>"


def limited(page: object, **limits: int) -> rp.Review:
    return check(page, Context(limits=rp.Limits(**limits)))


def test_bytes() -> None:
    page = f"{HEAD}{LINES * 50}{LATE}"
    review = limited(page, max_bytes=500)
    assert (review.warnings, review.authors) == (("too_large",), ("Orla Venn",))
    assert limited(page.encode(), max_bytes=500) == review
    assert limited(page, max_bytes=len(page)).warnings == ()


def test_bytes_of_a_text() -> None:
    review = limited("Cold Tap\n\nReviewed by Orla Venn\n\n" + "Water. " * 100, max_bytes=100)
    assert (review.warnings, review.authors) == (("too_large",), ("Orla Venn",))


def test_bytes_of_a_file(tmp_path: Path) -> None:
    for suffix in (".txt", ".html"):
        path = tmp_path / f"page{suffix}"
        path.write_text("Reviewed by Orla Venn\n\n" + "ü" * 300, encoding="utf-8")
        review = limited(path, max_bytes=100)
        assert review.warnings == ("too_large",)
        assert "Ã" not in read(path, Context(limits=rp.Limits(max_bytes=100))).text


def test_a_page_cut_inside_a_character_keeps_its_charset() -> None:
    page = "<p>Reviewed by Jörg Müller</p><p>Schön und gut: größer.</p>".encode()
    for length in range(len(page) - 20, len(page)):
        assert rp.parse(page[:length]).authors == ("Jörg Müller",)


def test_lines() -> None:
    review = limited(HEAD + LINES * 50 + LATE, max_lines=10)
    assert review.warnings == ("too_many_lines",)
    assert review.authors == ("Orla Venn",)
    assert [rating.value for rating in review.ratings] == [4]
    assert limited(HEAD + LINES * 50, max_lines=53).warnings == ()


def test_lines_of_preformatted_text_and_open_elements() -> None:
    page = "<article><div class=a><p><b class=x>Orla</b></p><pre>" + "line\n" * 50 + "</pre></div></article>"
    document = read(page, Context(limits=rp.Limits(max_lines=5)))
    assert len(document.blocks) == 5
    check_offsets(document)
    assert all(element.last > element.first for element in document.elements if element.tag in ("article", "div"))


def test_elements() -> None:
    review = limited(HEAD + "<p><i class=x>water</i></p>" * 50 + LATE, max_elements=20)
    assert (review.warnings, review.authors) == (("too_many_elements",), ("Orla Venn",))


def test_a_long_line_is_parted_and_nothing_is_lost() -> None:
    prose = "A patient record about water. " * 40
    for line in (prose.strip(), "水" * 700):
        page = f"{HEAD}<p>{line}</p>"
        whole, parted = limited(page), limited(page, max_line_length=100)
        assert parted.warnings == ("line_too_long",)
        assert parted.authors == ("Orla Venn",)
        document = read(page, Context(limits=rp.Limits(max_line_length=100)))
        assert max(len(block.text) for block in document.blocks) <= 100
        assert document.text.replace("\n", "").replace(" ", "").endswith(line.replace(" ", ""))
        assert (parted.body or "").split() == (whole.body or "").split() or " " not in line


def test_metadata() -> None:
    block = '<script type="application/ld+json">{"@type": "Review", "author": "%s"}</script>'
    page = block % "Orla Venn" + block % ("x" * 300) + HEAD
    review = limited(page, max_metadata_bytes=200)
    assert (review.warnings, review.authors) == (("jsonld_too_large",), ("Orla Venn",))


def test_facts() -> None:
    metas = "".join(f'<meta property="og:title" content="Cold Tap {n}">' for n in range(50))
    review = limited(f"<head><title>Review: Cold Tap</title>{metas}</head>{HEAD}", max_facts=10)
    assert (review.warnings, review.authors) == (("too_many_facts",), ("Orla Venn",))


def test_candidates() -> None:
    page = HEAD + "".join(f"<p>Produced by Kit Hale and Ida Lark{letter}</p>" for letter in "abcdefghij")
    review = limited(page, max_candidates=3)
    assert review.warnings == ("too_many_candidates",)
    assert (review.authors, bool(review.credits)) == (("Orla Venn",), True)
    assert rp.explain(page, limits=rp.Limits(max_candidates=3)).warnings == review.warnings


def test_depth() -> None:
    review = check(HEAD + "<div>" * 3000 + LATE)
    assert (review.warnings, review.authors) == (("truncated",), ("Orla Venn",))


def test_limits_are_counts() -> None:
    for value in (0, -1, 1.5, "9", None):
        with pytest.raises(ValueError, match="max_lines must be a whole number above 0"):
            rp.Limits(max_lines=value)  # type: ignore[arg-type]
    assert all(getattr(DEFAULT, name) > 0 for name in DEFAULT.__slots__)


def test_codes_are_documented() -> None:
    page = Path(__file__).parents[2] / "docs" / "explanation" / "robustness.md"
    text = page.read_text(encoding="utf-8")
    assert all(f"`{code}`" in text for code in WARNINGS)
    assert all(f"`{name}`" in text for name in DEFAULT.__slots__)
    assert all(code in (metadata_doc or "") for code in WARNINGS if "jsonld" in code)
