"""Markup that nobody wrote for us: any value anywhere, cycles, depth, size. Nothing raises, is slow or leaks."""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewparse.document import Fact
from reviewparse.metadata import facts_of_front_matter, facts_of_tree, split_front_matter
from reviewparse.metadata.jsonld import decode
from reviewparse.metadata.schema import state
from reviewparse.metadata.things import Graph
from reviewparse.metadata.values import as_list, as_text
from reviewparse.metadata.vocabulary import PROPERTIES, TYPES

SCRIPT = '<script type="application/ld+json">{}</script>'


def page(markup: str) -> etree._Element:
    return etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser(huge_tree=True))


def check(facts: list[Fact]) -> None:
    for fact in facts:
        strings = [fact.path, fact.value, fact.locator, fact.source, *fact.more, *fact.more.values()]
        assert all(type(text) is str for text in strings)
        assert fact.value.strip()
        assert len(fact.value) <= 1000
        assert not any("\ud800" <= char <= "\udfff" or char < " " for text in strings for char in text)
    pickle.loads(pickle.dumps(facts))  # noqa: S301 - our own bytes


KEYS = st.sampled_from([*PROPERTIES, "@type", "@id", "@graph", "@value", "@list", "@context", "", "x"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(sorted(TYPES))
    | st.sampled_from(["#a", "#b", "4/5", "\ud800", "\x00", "&#0;", "http://[", "2010-10-12"])
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=30
)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_json_value_at_any_key_is_read(value: object) -> None:
    check(state(Graph([value]), "json-ld", []))
    as_text(value), as_list(value)
    root = page(SCRIPT.format(json.dumps(value).replace("<", "\\u003c")))
    facts, _ = facts_of_tree(root, None)
    check(facts)


@pytest.mark.parametrize("name", [*PROPERTIES, "@type", "@id", "@graph", "@context"])
@pytest.mark.parametrize(
    "value", [None, True, 0, -1.5, "", "x", [], [None], [[]], {}, {"@id": "#a"}, [{"name": {}}], {"name": [1]}]
)
def test_each_property_takes_each_shape(name: str, value: object) -> None:
    for kind in ("Review", "Article", "Movie", "Product", "ItemList"):
        check(state(Graph([{"@type": kind, "@id": "#a", "name": "n", name: value}]), "json-ld", []))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='{}[]",:/*\\ \n@abt1<!->', max_size=120))
def test_any_text_in_a_block_is_decoded_or_refused(source: str) -> None:
    value, warning = decode(source)
    assert warning in {"", "bad_jsonld", "jsonld_too_deep"}
    assert value is None or not warning


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="-+: \n\t#[]{}'\",|>&!ab1=.", max_size=200))
def test_any_front_matter_is_read(source: str) -> None:
    for fence in ("---\n", "+++\n", ""):
        text = f"{fence}{source}\n{fence}Text"
        front, rest = split_front_matter(text)
        assert text.endswith(rest)
        assert front or rest == text
        check(facts_of_front_matter(f"{fence}{source}\n{fence}"))


CLASSES = st.sampled_from(
    "hentry hreview h-entry h-review vcard author fn rating value item entry-title updated comment".split()
)
ATTRIBUTES = st.sampled_from(
    [
        "itemscope",
        "itemprop=review itemscope",
        'itemscope itemtype="http://schema.org/Review"',
        'itemscope itemtype="http://schema.org/Product" itemref="a b"',
        "itemprop=author",
        "itemprop=name",
        "itemprop=reviewRating",
        "id=a",
        "id=b itemprop=itemReviewed",
        "typeof=Review",
        "property=author",
        "typeof=Rating property=reviewRating",
        "rel=v:rating",
        "content=4",
        "datetime=2010",
    ]
)


@st.composite
def elements(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        tag = draw(st.sampled_from(["div", "span", "a", "time", "meta", "abbr", "img", "/div", "/span"]))
        classes = " ".join(draw(st.lists(CLASSES, max_size=3)))
        attributes = " ".join(draw(st.lists(ATTRIBUTES, max_size=2)))
        parts.append(
            f"<{tag}>"
            if tag[0] == "/"
            else f'<{tag} class="{classes}" {attributes}>{draw(st.sampled_from(["x", "4", ""]))}'
        )
    return "".join(parts)


@settings(max_examples=200, deadline=None)
@given(elements())
def test_any_nesting_of_marked_elements_is_read(markup: str) -> None:
    check(facts_of_tree(page(markup), "https://example.org/")[0])


def within(seconds: float, action: Callable[[], object]) -> None:
    start = time.thread_time()  # not the wall clock: other work on the machine is no fault of ours
    action()
    assert time.thread_time() - start < seconds


def test_depth_is_refused_from_any_depth_of_the_caller() -> None:
    root = page(SCRIPT.format("[" * 100_000))

    def from_below(frames: int) -> tuple[list[Fact], list[str]]:
        return from_below(frames - 1) if frames else facts_of_tree(root, None)

    assert facts_of_tree(root, None)[1] == ["jsonld_too_deep"]
    frames = sys.getrecursionlimit() - 150
    assert from_below(frames // 2)[1] == ["jsonld_too_deep"]
    nested = '{"a":' * 60 + "1" + "}" * 60
    assert decode(nested)[1] == ""
    within(0.05, lambda: facts_of_tree(root, None))


def test_size_is_refused() -> None:
    block = json.dumps({"@type": "Review", "author": "Orla Venn", "reviewBody": "x" * 2_100_000})
    small = json.dumps({"@type": "Review", "author": "Orla Venn"})
    root = page(SCRIPT.format(block) * 10 + SCRIPT.format(small))
    facts, warnings = facts_of_tree(root, None)
    assert warnings == ["jsonld_too_large"]
    assert [fact.value for fact in facts if fact.path == "author"] == ["Orla Venn"]
    within(0.5, lambda: facts_of_tree(root, None))


PUMPS = {
    "strings without an end": '"\\"' * 60_000 + "[[" * 40,
    "comments without an end": "{" + "/*" * 60_000,
    "blank lines": "{" + "\n" * 120_000 + "//",
    "commas": "{" + ", " * 60_000,
    "brackets": "{}" * 60_000,
    "quotes": "[" + '"' * 120_001,
    "many values": "1 " * 60_000,
    "wide": "[" + "{}," * 40_000 + "{}]",
    "reviews": "[" + ",".join(['{"@type":"Review","author":"a","itemReviewed":{"@id":"#x"}}'] * 2000) + "]",
    "entities": json.dumps({"@type": "Article", "headline": "&#9" * 40_000}),
    "references": "[" + ",".join(f'{{"@type":"Review","author":{{"@id":"#{n}"}}}}' for n in range(2000)) + "]",
}


@pytest.mark.parametrize("name", PUMPS)
def test_hostile_blocks_cost_little(name: str) -> None:
    root = page(SCRIPT.format(PUMPS[name]))
    within(0.5, lambda: facts_of_tree(root, None))


MARKUP = {
    "deep": "<div>" * 50_000 + "<i class=hentry itemscope itemtype='http://schema.org/Review'>x</i>",
    "deep scopes": "<div itemscope itemtype='http://schema.org/Review' itemprop=review>" * 2000
    + "<b itemprop=author>x</b>",
    "deep properties": "<div itemscope itemtype='http://schema.org/Review'>" + "<b itemprop=name>x" * 3000,
    "many entries": "<div class=hentry><b class=entry-title>x</b></div>" * 4000,
    "nested entries": "<div class='hentry author vcard'>" * 200 + "x",
    "long text": f"<div itemscope itemtype='schema:Review'><b itemprop=author>{'<i>x</i>' * 50_000}</b></div>",
    "many authors": "<div itemscope itemtype='http://schema.org/Review'>" + "<b itemprop=author>x</b>" * 20_000,
    "many siblings": "<div itemscope itemtype='schema:Review'>" + "<b itemprop=name class=author>x</b><p>" * 60_000,
    "many classes": "<div class=hentry>" + "<b class='fn author'>x</b><i class=x></i>" * 60_000,
    "many types": "<b typeof=Review property=name itemscope itemtype=Review>x</b>" * 40_000,
    "references": "<div itemscope itemtype='http://schema.org/Review' itemref='"
    + "a " * 5000
    + "'></div><p id=a itemprop=name>x</p>",
    "metas": "<meta name=keywords content='" + "a," * 50_000 + "'>" + "<meta property=og:title content=x>" * 5000,
}


@pytest.mark.parametrize("name", MARKUP)
def test_hostile_markup_costs_little(name: str) -> None:
    root = page(MARKUP[name])
    within(1.0, lambda: facts_of_tree(root, None))
    check(facts_of_tree(root, None)[0])


TEXTS = {
    "dashes": "---\n" * 20_000,
    "keys": "---\n" + "a:" * 30_000 + "\n---\n",
    "lines": "---\n" + "a: b\n" * 20_000 + "---\n",
    "quotes": "---\na: [" + "'" * 30_000 + "]\n---\n",
    "brackets": "---\na: " + "[" * 30_000 + "\n---\n",
    "items": "---\n" + "- " * 30_000 + "\n---\n",
    "stairs": "---\n" + "".join(" " * n + "a:\n" for n in range(300)) + "---\n",
    "headers": "Title: x\n" * 10_000,
    "blanks": " \n" * 60_000 + "---\na: b\n---\n",
    "toml": "+++\n" + "a" * 30_000 + "\n" + "= " * 10_000 + "\n+++\n",
    "toml depth": "+++\na = " + "[" * 20_000 + "\n+++\n",
    "toml digits": "+++\na = " + "9" * 20_000 + "\nb = 1\n+++\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_front_matter_costs_little(name: str) -> None:
    def read() -> None:
        front, _ = split_front_matter(TEXTS[name])
        check(facts_of_front_matter(front or TEXTS[name]))

    within(0.5, read)


def test_a_fact_holds_no_part_of_the_tree() -> None:
    root = page('<div class="hentry"><b class="entry-title">Cold Tap</b></div><meta name="author" content="Orla">')
    facts, _ = facts_of_tree(root, None)
    assert facts
    assert all(type(fact.value) is str and type(fact.more) is dict for fact in facts)
