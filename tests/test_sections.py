"""A round-up gives a review for each of its works; every other page gives one."""

from __future__ import annotations

import reviewparse as rp
from reviewparse.reading.source import read_html
from reviewparse.sections import sections_of

SPARROWS = (
    "The four Sparrows made this one in a barn near the coast, and one hears the weather on every song of it. " * 2
)
ROUND_UP = f"""<html lang="en"><head><title>Reviews round-up #7</title></head><body><article>
<h1>Reviews round-up #7</h1>
<p>By Orla Venn</p><p>March 3, 2011</p>
<h2>The Sparrows – Cold Tap (Grey Heron, 2011)</h2><p>{SPARROWS}</p><p>Rating: 4/5</p>
<h2>Nine Winters – Long Acre (Low Tide, 2010)</h2><p>{SPARROWS}</p><p>Rating: 2/5</p>
</article></body></html>"""


def test_a_round_up_gives_one_review_each() -> None:
    first, second = rp.parse_all(ROUND_UP)
    assert [(one.work.title if one.work else None) for one in (first, second)] == ["Cold Tap", "Long Acre"]
    assert [(one.rating.value if one.rating else None) for one in (first, second)] == [4, 2]
    assert first.authors == second.authors == ("Orla Venn",)
    assert second.published is not None
    assert second.published.isoformat() == "2011-03-03"


def test_an_article_with_chapters_is_one_review() -> None:
    page = f"<h1>Cold Tap review</h1><h2>Sound</h2><p>{SPARROWS}</p><h2>Verdict</h2><p>{SPARROWS}</p><p>Rating: 4/5</p>"
    assert len(rp.parse_all(page)) == 1


def test_a_part_is_a_document_of_its_own() -> None:
    for part in sections_of(read_html(ROUND_UP)):
        assert [block.index for block in part.blocks] == list(range(len(part.blocks)))
        assert all(part.text[block.start : block.end] == block.text for block in part.blocks)
        assert all(part.blocks[element.first : element.last] is not None for element in part.elements)
        assert all(0 <= element.first <= element.last <= len(part.blocks) for element in part.elements)
