"""Pages cut, doubled and mangled anywhere, any bytes, tree or JSON: results stay sound (see tests/soundness.py)."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import reviewparse as rp
from reviewparse.metadata.vocabulary import PROPERTIES, TYPES
from reviewparse.reading.charset import decode
from reviewparse.reading.source import Context
from tests.fixture_pages import fixture_pages
from tests.soundness import check, check_leaves, leaves

PAGES = [page.path.read_bytes() for page in fixture_pages()]

ENTITIES = (
    "&amp;",
    "&#0;",
    "&#x1;",
    "&nbsp;",
    "&",
    "&#xD800;",
    "&lt;p&gt;",
    "\x00",
    "\x85",
    "\u2028",
    "\ud800",
    "\u202e",
)
CHARSETS = ("utf-8", "cp1252", "utf-16", "cp1251", "shift_jis", "big5", "utf-7", "idna")

places = st.integers(0, 1_000_000)


@st.composite
def mutated(draw: st.DrawFn) -> bytes | str:
    """A stored page after a few accidents."""
    data = draw(st.sampled_from(PAGES))
    for accident in draw(st.lists(st.sampled_from(ACCIDENTS), min_size=1, max_size=3)):
        data = accident(data, draw)
    if draw(st.booleans()):
        return data
    return decode(data) + draw(st.sampled_from(ENTITIES))


def _cut(data: bytes, draw: st.DrawFn) -> bytes:
    first, last = sorted((draw(places) % (len(data) + 1), draw(places) % (len(data) + 1)))
    return data[first:last]


def _head(data: bytes, draw: st.DrawFn) -> bytes:
    return data[: draw(places) % (len(data) + 1)]


def _doubled(data: bytes, draw: st.DrawFn) -> bytes:
    place = draw(places) % (len(data) + 1)
    return data[:place] + data + data[place:]


def _mangled(data: bytes, draw: st.DrawFn) -> bytes:
    old, new = draw(st.sampled_from([" ", "e", ":", "<", "/", '"', "4", "\n", "-"])), draw(st.sampled_from(ENTITIES))
    return data.replace(old.encode(), new.encode("utf-8", "surrogatepass"), draw(st.integers(1, 50)))


def _recoded(data: bytes, draw: st.DrawFn) -> bytes:
    return decode(data).encode(draw(st.sampled_from(CHARSETS[:6])), "replace")


def _declared(data: bytes, draw: st.DrawFn) -> bytes:
    return f"<meta charset={draw(st.sampled_from(CHARSETS))}>".encode() + data


def _flipped(data: bytes, draw: st.DrawFn) -> bytes:
    changed = bytearray(data)
    for place, byte in draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=20)):
        if changed:
            changed[place % len(changed)] = byte
    return bytes(changed)


def _joined(data: bytes, draw: st.DrawFn) -> bytes:
    return data + draw(st.sampled_from(PAGES))


ACCIDENTS: tuple[Callable[[bytes, st.DrawFn], bytes], ...] = (
    _cut,
    _head,
    _doubled,
    _mangled,
    _recoded,
    _declared,
    _flipped,
    _joined,
)


@given(page=mutated())
def test_a_mangled_page_is_read(page: bytes | str) -> None:
    review = check(page)
    assert review == rp.parse(page)


@given(page=mutated())
def test_a_mangled_page_is_taken_apart(page: bytes | str) -> None:
    check_leaves(rp.parse_all(page))


@given(
    page=mutated(),
    limits=st.builds(
        rp.Limits,
        max_bytes=st.integers(1, 20_000),
        max_elements=st.integers(1, 50),
        max_lines=st.integers(1, 50),
        max_line_length=st.integers(1, 200),
        max_metadata_bytes=st.integers(1, 2000),
        max_facts=st.integers(1, 20),
        max_candidates=st.integers(1, 3),
    ),
)
def test_any_limits_cut_cleanly(page: bytes | str, limits: rp.Limits) -> None:
    check(page, Context(limits=limits))


@given(page=st.text(max_size=300))
def test_any_text_is_read(page: str) -> None:
    check(page)
    check(f"<html>{page}")
    check(f"---\n{page}\n---\n{page}")


@given(page=st.binary(max_size=300))
def test_any_bytes_are_read(page: bytes) -> None:
    for mark in (b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html><meta charset=shift_jis>"):
        check(mark + page)


TAGS = (
    "div",
    "p",
    "span",
    "h1",
    "h2",
    "ul",
    "li",
    "table",
    "td",
    "time",
    "a",
    "b",
    "img",
    "article",
    "pre",
    "br",
    "meta",
)
ATTRIBUTES = (
    "class",
    "id",
    "itemprop",
    "itemtype",
    "datetime",
    "content",
    "title",
    "alt",
    "href",
    "rel",
    "style",
    "src",
)
WORDS = st.sampled_from(
    ["rating", "Rating: 4/5", "by Orla Venn", "May 3, 2010", "author", "5", "stars", "1. Bellmouth 3:45", "Cold Tap",
     "Produced by Kit Hale", "review", "http://schema.org/Review", "reviewRating", "datePublished", "2010-10-12",
     "Tracklist"]
)  # fmt: skip
printed = WORDS | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8).filter(
    lambda text: not any(char in "\ufffe\uffff" for char in text)
)


@st.composite
def trees(draw: st.DrawFn) -> etree._Element:
    root = etree.Element("html")
    made = [root]
    for _ in range(draw(st.integers(0, 30))):
        node = etree.SubElement(draw(st.sampled_from(made)), draw(st.sampled_from(TAGS)))
        node.text, node.tail = draw(printed), draw(printed)
        for name in draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=3)):
            node.set(name, draw(printed))
        made.append(node)
    return root


@given(tree=trees())
def test_any_tree_is_read(tree: etree._Element) -> None:
    before = etree.tostring(tree)
    check(tree)
    assert etree.tostring(tree) == before


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | printed
    | st.sampled_from(sorted(TYPES)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*PROPERTIES, "@type", "@id", "@graph", "@value", "@list"]), inner, max_size=6
        )
    ),
    max_leaves=30,
)


@given(value=JSON)
def test_any_json_is_read(value: object) -> None:
    data = json.dumps(value).replace("<", "\\u003c")
    check(f'<script type="application/ld+json">{data}</script><h1>Review: Cold Tap</h1><p>Rating: 4/5</p>')


@given(text=st.text(max_size=200) | st.lists(printed, max_size=12).map("\n".join))
def test_any_cell_gives_plain_values(text: str) -> None:
    for read in (rp.parse_rating, rp.parse_ratings, rp.parse_byline, rp.parse_date, rp.parse_dates, rp.parse_credits):
        found = read(text)
        for leaf_type in map(type, leaves(found)):
            assert leaf_type in {str, int, float, bool, type(None)}
