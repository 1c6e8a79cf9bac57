"""What comes with a page or around it: addresses, moments, kinds of strings, trees and buffers, odd interpreters."""

from __future__ import annotations

import datetime as dt
import encodings.aliases
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString
from lxml import etree, objectify
from lxml import html as lxml_html

import reviewparse as rp
from reviewparse.reading.source import Context
from tests.soundness import check, check_leaves

ROOT = Path(__file__).parents[2]

MARK = "<h1>Review: Cold Tap</h1><p>Reviewed by Orla Venn</p><p>May 3, 2010</p><p>Rating: 4/5</p>"

ADDRESSES = (
    *(
        "",
        " http://x",
        "http://[",
        "http://[::1",
        "javascript:alert(1)",
        "//x",
        "file:///etc/passwd",
        "http://x:99999999/",
    ),
    *(
        "http://x\x00y/\x85",
        "http://x/\ud800",
        "\u202ehttp://x",
        "http://é.example/é",
        "http://x/%ff%00",
        "x" * 1_000_000,
    ),
    *("http://x/2010/13/45/", "http://x/9999/12/31/x", "http://x/0000/00/00/", "http://x/２０１０/０５/０３/"),
)


@pytest.mark.parametrize("url", ADDRESSES, ids=lambda url: ascii(url[:24]))
def test_any_address(url: str) -> None:
    review = check(MARK, Context(url=url))
    assert review.authors == ("Orla Venn",)


@pytest.mark.parametrize("url", [5, b"http://x", ["http://x"]])
def test_what_is_no_address_is_refused(url: object) -> None:
    with pytest.raises(rp.InputError, match="an address is str"):
        rp.parse(MARK, url=url)  # type: ignore[arg-type]


NOON = dt.datetime(2024, 2, 29, 12)  # noqa: DTZ001 - a moment without a zone is what most callers have
MOMENTS = (
    *(NOON, NOON.replace(year=1, month=1, day=1), NOON.replace(year=9999, month=12, day=31)),
    dt.datetime.max.replace(tzinfo=dt.UTC),
    dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14))),
)
WHEN = (
    *("three days ago", "10000 years ago", "999999999999 days ago", "99999999999999999999999 months ago", "yesterday"),
    *("2 months ago", "an hour ago", "vor 99999 Jahren", "il y a 3 jours", "3日前", "Mar 3", "03/04/10", "May 3, 9999"),
)


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_any_reference_date(now: dt.datetime) -> None:
    for text in WHEN:
        rp.parse_date(text, now=now)
        rp.parse_dates(text, now=now)
        check(f"<h1>Review: Cold Tap</h1><p>{text}</p><p>by Orla Venn</p>", Context(now=now))


def test_months_ago_are_counted_over_the_turn_of_the_year() -> None:
    now = NOON.replace(year=2011, day=15)
    found = {text: rp.parse_date(text, now=now) for text in ("1 month ago", "2 months ago", "14 months ago")}
    assert {text: date and date.isoformat() for text, date in found.items()} == {
        "1 month ago": "2011-01",
        "2 months ago": "2010-12",
        "14 months ago": "2009-12",
    }


class Text(str):
    """A string with more to it, as markup libraries have."""

    __slots__ = ("tree",)


def test_strings_with_more_to_them_do_not_come_back() -> None:
    for kind in (Text, NavigableString):
        check_leaves(rp.parse(kind(MARK), url=kind("http://x/")))
        check_leaves(
            [rp.parse_byline(kind("by Orla Venn")), rp.parse_ratings(kind("Rating: B+")), rp.parse_rating(kind("B"))]
        )
        lines = [kind("1. Bellmouth (3:45)"), kind("2. Long Acre (3:40)"), kind("3. Ferry Home (2:11)")]
        check_leaves([rp.parse_tracklist(lines), rp.parse_credits(kind("Produced by Kit Hale."))])


def test_buffers() -> None:
    data = MARK.encode()
    wanted = rp.parse(data)
    spread = bytes(byte for one in data for byte in (one, 0))
    for buffer in (bytearray(data), memoryview(data), memoryview(spread)[::2], memoryview(data).cast("b")):
        assert rp.parse(buffer) == wanted


def test_odd_nodes() -> None:
    page = lxml_html.fromstring(f"<html><body>{MARK}<!--c--><?pi x?></body></html>")
    namespaced = etree.fromstring('<x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:p>by Orla Venn</x:p></x:html>')
    entity = etree.fromstring("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", etree.XMLParser(resolve_entities=False))
    nodes = [page, page.getroottree(), *page.iter(), namespaced]
    for node in (
        *nodes,
        entity,
        etree.Entity("amp"),
        objectify.fromstring("<a><p>Rating: 4/5</p></a>"),
        etree.ElementTree(),
    ):
        check(node)
    soup = BeautifulSoup(f"{MARK}<!--c-->", "lxml")
    before = str(soup)
    for piece in (soup, soup.p, soup.find(string=True), soup.new_tag("x\x00y"), BeautifulSoup("", "lxml")):
        check(piece)
    assert str(soup) == before


NAMES = (
    *sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values()}),
    *("utf-8-sig", "x-user-defined", "replacement", "unicode", "string-escape", "cp65001", "a" * 41, "../etc"),
    *("idna", "punycode", "undefined", "mbcs", "oem", "__init__", "aliases", "site", "os.path", "rot13", "utf-8\x00"),
)


@pytest.mark.parametrize("declaration", ["<meta charset={}>", "<?xml version='1.0' encoding='{}'?>"])
def test_any_declared_charset(declaration: str) -> None:
    page = "<h1>Review: Cold Tap</h1><p>Review by J\u00f6rg M\u00fcller</p>".encode("latin-1") + bytes(range(128, 256))
    for name in NAMES:
        check(declaration.format(name).encode() + page)


WRITTEN = (
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-7",
    "hz",
    "iso2022_jp",
    "shift_jis",
    "gb18030",
    "euc_kr",
    "cp037",
)


@pytest.mark.parametrize("charset", WRITTEN)
def test_any_charset_cut_anywhere(charset: str) -> None:
    text = f"<meta charset='{charset}'>{MARK}<p>これは Привет 한국 中文</p>"
    data = text.encode(charset, "replace")
    for cut in range(4):
        for part in (data[cut:], data[: len(data) - cut], b"\xef\xbb\xbf" + data[cut:], data + b"\xe9\xff" * cut):
            check(part)


DIGEST = """
import hashlib, pathlib, sys, threading
import reviewparse as rp
paths = sorted(path for path in pathlib.Path(sys.argv[1]).rglob("*.*") if path.suffix != ".json")
found = {}
def read(part):
    for path in part:
        found[path] = repr((rp.parse(path).to_dict(evidence=True), rp.explain(path).to_dict()))
jobs = [threading.Thread(target=read, args=(paths[first::COUNT],)) for first in range(COUNT)]
for job in jobs: job.start()
for job in jobs: job.join()
print(hashlib.sha256("".join(found[path] for path in paths).encode()).hexdigest())
"""

ALONE = DIGEST.replace("COUNT", "1")
INTERPRETERS = {
    "without assertions and docstrings": (["-OO"], ALONE, {}),
    "strict about bytes": (["-bb", "-W", "error"], ALONE, {}),
    "in an ASCII world": (["-X", "utf8=0"], ALONE, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}),
    "threads from the first page on": ([], DIGEST.replace("COUNT", "8"), {"PYTHONHASHSEED": "3"}),
    "switching threads all the time": (
        [],
        "import sys; sys.setswitchinterval(1e-6)" + DIGEST.replace("COUNT", "4"),
        {},
    ),
    "few frames": ([], "import sys; sys.setrecursionlimit(220)" + ALONE, {}),
    "small numbers": (["-X", "int_max_str_digits=640"], "import decimal; decimal.getcontext().prec = 2" + ALONE, {}),
}


@pytest.mark.slow
def test_the_same_bytes_in_odd_interpreters() -> None:
    answers = {}
    for name, (options, script, world) in {"ordinary": ([], ALONE, {}), **INTERPRETERS}.items():
        done = subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, *options, "-c", script, str(ROOT / "tests" / "fixtures")],
            env={**os.environ, **world},
            capture_output=True,
            check=False,
            text=True,
        )
        answers[name] = done.stdout or done.stderr[-500:]
    assert len(set(answers.values())) == 1, answers
