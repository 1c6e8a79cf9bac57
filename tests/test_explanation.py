"""How the account of all candidates prints."""

from __future__ import annotations

import json

from reviewparse.evidence import Candidate, Evidence
from reviewparse.explanation import SHOWN, Explanation
from reviewparse.model import PartialDate, Rating
from tests.samples import FULL


def candidate(value: object, quote: str, *, lost: str | None = None, locator: str | None = None) -> Candidate[object]:
    span = None if locator else (0, len(quote))
    evidence = Evidence(
        finder="published.own_line", quote=quote, span=span, locator=locator, confidence=0.9, agreed_by=()
    )
    return Candidate(value=value, evidence=evidence, lost=lost)


EXPLANATION = Explanation(
    {
        "authors": (),
        "published": (
            candidate(PartialDate(year=2011, month=3, day=3), "March 3rd,\n2011"),
            candidate(PartialDate(year=2010), "2010", lost="less sure", locator="meta: date"),
        ),
        "ratings": (
            candidate(Rating(value=4.0, best=5.0), "4/5"),
            *(candidate(Rating(value=float(n)), f"{n}", lost="a vote") for n in range(SHOWN + 3)),
        ),
    },
    ("too_large",),
)


def test_the_table() -> None:
    lines = str(EXPLANATION).splitlines()
    assert lines[0].split() == ["field", "trust", "value", "quote", "found", "by", "why", "not"]
    assert lines[1].split() == ["authors", "–"]
    assert lines[2].split() == ["published", "+", "0.90", "2011-03-03", '"March', "3rd,", '2011"', "published.own_line"]
    assert 'meta: date = "2010"' in lines[3]
    assert lines[3].endswith("less sure")
    assert lines[-2].strip() == "… 3 more"
    assert lines[-1] == "warning: too_large"
    assert max(map(len, lines)) < 130


def test_every_value_has_a_line() -> None:
    fields = {
        name: (candidate(getattr(FULL, name), "x"),) for name in ("title", "work", "tracks", "credits", "authors")
    }
    text = str(Explanation(fields))
    for piece in (
        "Soundtrack Review",
        "THE GLASS ORCHARD by",
        "1. The Ladder",
        "composer: Teodor",
        "Mara Linfield, Tam",
    ):
        assert piece in text


def test_the_json_form_keeps_all_candidates() -> None:
    data = json.loads(json.dumps(EXPLANATION.to_dict()))
    assert len(data["fields"]["ratings"]) == SHOWN + 4
    assert data["fields"]["published"][1]["value"] == "2010"
    assert data["fields"]["published"][1]["lost"] == "less sure"
    assert data["warnings"] == ["too_large"]


def test_a_notebook_shows_the_same_table_escaped() -> None:
    html = Explanation({"title": (candidate("<b>Saltfield", "<b>Saltfield"),)})._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;Saltfield" in html
