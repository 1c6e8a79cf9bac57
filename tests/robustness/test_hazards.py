"""One test for each hazard of the open web that concerns reading a page; docs/explanation/robustness.md tells of them.

Nothing here measures the clock but through generous bounds of processor time; growth is measured by
``benchmarks/growth.py``.
"""

from __future__ import annotations

import ast
import json
import os
import resource
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeVar

import pytest
from bs4 import BeautifulSoup
from lxml import etree

import reviewparse as rp
from reviewparse import json_ld
from reviewparse.batch.sink_csv import guard
from reviewparse.metadata import facts_of_tree
from reviewparse.model import Rating, Track, Work
from reviewparse.parsers import dateparser_gate
from reviewparse.reading.charset import decode
from reviewparse.reading.source import read
from tests.fixture_pages import fixture_pages
from tests.samples import FULL
from tests.soundness import check, check_leaves

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src" / "reviewparse").rglob("*.py"))
PAGES = [page.path for page in fixture_pages()]

MARK = "<p>Review by Orla Venn</p><p>Rating: 4/5</p>"


def within(seconds: float, action: Callable[[], T]) -> T:
    start = time.thread_time()  # not the wall clock: other work on the machine is no fault of ours
    result = action()
    assert time.thread_time() - start < seconds
    return result


def marks(review: rp.Review) -> list[float | None]:
    return [rating.value for rating in review.ratings]


def calls(path: Path) -> Iterator[str]:
    """``module.name`` or ``name`` of everything a module calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("depth", [10, 300, 1000, 3000, 100_000])
def test_r1_depth(depth: int) -> None:
    page = "<h1>Review: Cold Tap</h1>" + "<div>" * depth + MARK
    review = within(1, lambda: check(page))
    assert review.title == "Review: Cold Tap"
    assert (marks(review) == [4]) is (review.warnings == ())
    assert depth > 1000 or not review.warnings


def test_r2_a_huge_text_node() -> None:
    page = f"<body><script>{'var a=1;' * 1_500_000}</script><h1>Review: Cold Tap</h1>{MARK}</body>"
    assert within(1, lambda: rp.parse(page)).warnings == ("too_large",)
    assert marks(within(1, lambda: rp.parse(page, limits=rp.Limits(max_bytes=20_000_000)))) == [4]


TORTURE = (
    *("<a ", '<a x="', "<", "<!", "<!--", "&", "&#", "&#1", "</", "<p>", "<div>", "<table>", "<b><i>", "</p>"),
    *("<![CDATA[", "<a href=x>", "<select><option>", "<font size=2>", '"', " ", "\n", "\u00a0", "<div>x", "<?"),
    *("<p a=1 ", "<script>", "<style>", "<title>", "<!-- a", "<li>1. ", "<td>A", "\\", "{%", "**a", "[a](", "![", "_a"),
    *("> ", "# ", "|", "- ", "by ", "A. ", "Orla Venn, ", " - ", "a: ", "★", "4/5 ", "1", "(1:23) ", "“a” ", "1. A "),
)


@pytest.mark.parametrize("pump", TORTURE)
def test_r3_torture(pump: str) -> None:
    text = (pump * 100_000)[:100_000]
    within(1, lambda: rp.parse_html(text))
    within(1, lambda: rp.parse_text(text))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_r3_nobody_builds_trees_with_the_standard_library(path: Path) -> None:
    assert "html.parser" not in path.read_text(encoding="utf-8")


def test_r4_lone_surrogates() -> None:
    page = f"<h1>Review: Cold\ud800 Tap</h1>{MARK}<p>Water\udfff and \udc80 light.</p>"
    review = check(page)
    assert (marks(review), review.authors) == ([4], ("Orla Venn",))
    meta = '<meta name="author" content="Orla \ud800Venn"><script type="application/ld+json">{"@type":"Review",'
    check(meta + '"name":"a\\ud800b","author":"\\udfff","reviewRating":{"ratingValue":"4\\ud800"}}</script>' + MARK)
    check("title: \ud800x\n\nReviewed by Orla\udfff Venn\n\nRating: 4/5 \udc00")


def test_r5_control_characters() -> None:
    noise = "".join(map(chr, [*range(32), *range(127, 160), 0xAD, 0x200B, 0x202E, 0x2060, 0xFEFF]))
    marked = "&#0;&#1;&#31;&#127;&#128;&#159;&#xFFFE;"
    page = f"<h1>Review: Cold{noise} Tap{marked}</h1><p>Review by Orla\x00 Venn</p><p>Rating: 4\x01/5</p>"
    assert check(page).authors == ("Orla Venn",)
    assert check(page.encode()).authors == ("Orla Venn",)
    block = json.dumps({"@type": "Review", "name": f"a{noise}b", "author": f"Orla{noise} Venn"})
    check(f'<script type="application/ld+json">{block}</script><meta name=author content="Orla{marked} Venn">{MARK}')
    check(f"---\ntitle: Cold{noise}Tap\nauthor: Orla Venn{noise}\n---\nRating: 4/5{noise}")


@pytest.mark.parametrize(
    "odd", ["", " ", "<!-- -->", "<!", "<", "<?xml version='1.0' encoding='latin-1'?>", "<!doctype html>", "\x00"]
)
def test_r6_odd_documents(odd: str) -> None:
    for source in (odd, odd.encode(), bytearray(odd.encode())):
        assert check(source).title is None
    assert marks(check(odd + f"<body><h1>Review: Cold Tap</h1>{MARK}")) in ([4], [])
    prolog = "<?xml version='1.0' encoding='utf-16'?><html><body><h1>Review: Cold Tap</h1>"
    assert marks(check(prolog + MARK)) == [4]


ENTITIES = """<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1:9/x">
<!ENTITY c "cc"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>
<html><link rel=stylesheet href="http://127.0.0.1:9/s.css"><base href="http://127.0.0.1:9/">
<body><h1>Review: &a;&b;&e;</h1><img src="http://127.0.0.1:9/i"><iframe src="file:///etc/passwd"></iframe>%s</body>"""

AUDIT = f"""
import sys
import reviewparse as rp
page = {ENTITIES % MARK!r}
rp.parse(page)
seen = []
sys.addaudithook(lambda event, args: seen.append((event, args)))
review = rp.parse(page, url="http://127.0.0.1:9/2010/review")
heavy = ("socket.", "subprocess.", "os.system", "os.exec", "urllib.", "open", "exec", "pickle.", "ctypes.")
print([(event, str(args)[:99]) for event, args in seen if event.startswith(heavy)])
print("root:" in str(review), review.ratings[0].value)
"""


def test_r7_entities_and_addresses_are_left_alone() -> None:
    done = subprocess.run([sys.executable, "-c", AUDIT], capture_output=True, check=True, text=True)  # noqa: S603
    assert done.stdout.split("\n")[:2] == ["[]", "False 4.0"]


@pytest.mark.parametrize("block", ["[" * 100_000, '{"a":' * 100_000, "[" * 300 + "]" * 300])
def test_r8_depth_of_json(block: str) -> None:
    page = f'<script type="application/ld+json">{block}</script><h1>Review: Cold Tap</h1>{MARK}'
    root = etree.fromstring(page, etree.HTMLParser(huge_tree=True))

    def from_below(frames: int) -> list[str]:
        return from_below(frames - 1) if frames else facts_of_tree(root, None)[1]

    assert within(0.05, lambda: facts_of_tree(root, None))[1] == ["jsonld_too_deep"]
    assert from_below(min(850, sys.getrecursionlimit() - 200 - _depth())) == ["jsonld_too_deep"]
    assert marks(rp.parse(page)) == [4]


def _depth() -> int:
    frame, depth = sys._getframe(), 0  # noqa: SLF001 - how deep pytest has called us
    while frame.f_back is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


NUMBERS = ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000, "1" + "0" * 400, "0.1e-999", "true", "[4]"]


@pytest.mark.parametrize("number", NUMBERS)
def test_r9_odd_numbers(number: str) -> None:
    data = '{"@type":"Review","reviewRating":{"@type":"Rating","ratingValue":%s,"bestRating":%s},"position":%s}'
    for value in (number, f'"{number}"'):
        check(f'<script type="application/ld+json">{data % (value, value, value)}</script>{MARK}')
    for text in (f"Rating: {number}/5", f"Rating: 4/{number}", f"{number}. Cold Tap ({number}:11)", f"May 3, {number}"):
        check(f"Review: Cold Tap\n\n{text}\n")
        check_leaves([rp.parse_rating(text), rp.parse_ratings(text), rp.parse_dates(text), rp.parse_tracklist(text)])


def test_r9_size_of_json() -> None:
    block = json.dumps({"@type": "Review", "author": "x" * 1_990_000})
    page = f'<script type="application/ld+json">{block}</script>' * 10 + MARK
    root = etree.fromstring(page, etree.HTMLParser(huge_tree=True))
    assert within(0.5, lambda: facts_of_tree(root, None))[1] == ["jsonld_too_large"]


def test_r10_no_walker_recurses() -> None:
    soup = BeautifulSoup("<div>" * 1500 + "<p>Rating: 4/5</p>", "lxml")
    assert isinstance(within(3, lambda: rp.parse(soup)), rp.Review)
    parts = "".join(f"<h2>Cold Tap {n}</h2><p>{'Water. ' * 30}</p><p>Rating: {n}/5</p>" for n in (1, 2, 3))
    assert rp.parse_all("<h1>Reviews</h1>" + "<div class=x>" * 1500 + parts)
    graph = {
        "@graph": [
            {"@type": "Review", "@id": "#a", "itemReviewed": {"@id": "#b"}},
            {"@id": "#b", "review": {"@id": "#a"}},
        ]
    }
    check(f'<script type="application/ld+json">{json.dumps(graph)}</script>{MARK}')


def test_r12_dateparser_is_asked_little(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dateparser_gate, "_ask", lambda text, _: asked.append(text))
    lines = [f"Words by Orla Venn the {n}th, 4/5, track {n} of 8.5" for n in range(1000)]
    for page in ("\n\n".join(lines), *lines[:50]):
        rp.parse(page)
        rp.parse_date(page)
    rp.parse("".join(f"<p class=date>Orla {n}</p>" for n in range(1000)))
    assert asked == []
    for text in ("8. helmikuuta 2018 " * 1000, "a " * 5000):
        rp.parse(text)
    assert all(len(text) <= 64 for text in asked)


@pytest.mark.parametrize("text", ["March 2014", "2014", "8.5", "Friday", "yesterday", "12 March", "10:30"])
def test_r13_no_part_of_a_date_is_invented(text: str) -> None:
    for date in [rp.parse_date(text), *(dated.date for dated in rp.parse_dates(text))]:
        assert date is None or date.isoformat() in {"2014-03", "2014"}


WORDS = "Größe, Übel und Schönheit: „Wasser“ – fünf Straßen"
CYRILLIC = "Вода и свет на этой пластинке – не то, что было"
JAPANESE = "水についての静かな記録です。とても良い。"

CHARSETS = {
    "utf-8, declared": (WORDS, "utf-8", "utf-8"),
    "utf-8, silent": (WORDS, "utf-8", ""),
    "utf-8, said to be latin-1": (WORDS, "utf-8", "iso-8859-1"),
    "utf-8 with a mark": (WORDS, "utf-8-sig", ""),
    "utf-16 with a mark": (WORDS, "utf-16", ""),
    "cp1252, silent": (WORDS, "cp1252", ""),
    "cp1252, said to be latin-1": (WORDS, "cp1252", "iso-8859-1"),
    "cp1252, said to be utf-8": (WORDS, "cp1252", "utf-8"),
    "cp1251, declared": (CYRILLIC, "cp1251", "windows-1251"),
    "shift_jis, declared": (JAPANESE, "shift_jis", "shift_jis"),
    "euc-jp, declared": (JAPANESE, "euc-jp", "euc-jp"),
}


@pytest.mark.parametrize("name", CHARSETS)
def test_r14_charsets(name: str) -> None:
    words, charset, declared = CHARSETS[name]
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(charset)
    assert read(page).text == words


@pytest.mark.parametrize(
    "declared",
    [
        "utf-16",
        "utf-7",
        "punycode",
        "unicode_escape",
        "undefined",
        "x-user-defined",
        "rot13",
        "idna",
        "",
        "é",
        "hex",
        "a" * 99,
    ],
)
def test_r14_odd_names_of_charsets(declared: str) -> None:
    page = f'<meta charset="{declared}"><h1>Review: Cold Tap</h1>{MARK}'
    for data in (page.encode(), page.encode("utf-16"), page.encode("utf-32-le"), page.encode() + b"\xff\xfe\x80"):
        check(data)


def test_r15_nothing_is_unpacked_and_no_file_is_read_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.write(f"<h1>Review: Cold Tap</h1>{MARK}".encode())
        file.truncate(2_000_000_000)  # a file of holes
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    review = rp.parse(path)
    assert (marks(review), review.warnings) == ([4], ("too_large",))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    packers = {"gzip", "zlib", "bz2", "lzma", "zipfile", "tarfile"}
    core = [path for path in MODULES if path.parent.name not in {"batch", "integrations", "playground", "report"}]
    assert not [path for path in core if any(call.partition(".")[0] in packers for call in calls(path))]


def resident() -> int:
    """Kilobytes in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() // 1024


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_r16_memory_stays_flat() -> None:
    def read(first: int, last: int) -> None:
        for n in range(first, last):
            rp.parse(
                f"<h1>Review {n}: Cold Tap {n}</h1><p id=p{n} class=c{n % 100}>by Orla{n} Venn</p><p>May 3</p>" + MARK
            )

    read(0, 6000)  # until the caches, which are bounded, are full
    before = resident()
    read(6000, 12_000)
    assert resident() - before < 0.1 * 6000 + 512  # 0.1 kB a page, and the allocator's own coarseness


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_r17_results_hold_plain_values(path: Path) -> None:
    check(path)
    markup = decode(path.read_bytes())
    soup = BeautifulSoup(markup, "lxml")
    check_leaves([rp.parse(soup), rp.explain(soup), rp.parse(etree.fromstring(markup, etree.HTMLParser()))])


@pytest.mark.slow
def test_r18_threads() -> None:
    sources = [decode(path.read_bytes()) for path in PAGES] * 3
    serial = [rp.parse(source).to_dict(evidence=True) for source in sources]
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(lambda source: rp.parse(source).to_dict(evidence=True), sources)) == serial


def test_r22_spreadsheet_formulas() -> None:
    for formula in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
        assert guard(formula) == "'" + formula
    assert [guard(cell) for cell in (-4.0, 3, None, "Cold Tap")] == [-4.0, 3, None, "Cold Tap"]


class Tags(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


EVIL = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"


def test_r23_html_in_notebooks() -> None:
    evil = rp.Review(
        kind=EVIL,
        lang=EVIL,
        title=EVIL,
        authors=(EVIL,),
        ratings=(Rating(value=4, label=EVIL, grade=EVIL, raw=EVIL),),
        work=Work(title=EVIL, creators=(EVIL,), label=EVIL),
        tracks=(Track(title=EVIL, position=EVIL, artist=EVIL),),
        url="javascript:alert(1)",
        body=EVIL * 1000,
        warnings=(EVIL,),
    )
    explanation = rp.explain(f"<h1>Review: {EVIL.replace('<', '&lt;')}</h1>{MARK}")
    for shown in (evil._repr_html_(), explanation._repr_html_()):
        found = Tags()
        found.feed(shown)
        assert not found.tags & {"img", "script", "iframe", "a"}
        assert not [value for name, value in found.attributes if name.startswith("on") or "javascript" in (value or "")]
        assert len(shown) < 100_000


def test_r24_json_ld_cannot_end_its_script() -> None:
    title = "</script><!--<script>\u2028\u2029&amp;"
    review = rp.Review(kind="film", title=title, authors=(title,), body=title, work=Work(title="Cold Tap"))
    block = json_ld.script(json_ld.from_review(review))
    assert "</" not in block
    assert "<!--" not in block
    assert json.loads(block) == json_ld.from_review(review)
    again = rp.parse(f'<script type="application/ld+json">{block}</script>')
    assert again.work is not None
    assert again.work.title == "Cold Tap"


WRITING = ("write_text", "write_bytes", "unlink", "mkdir", "rename", "replace_file", "symlink_to", "makedirs")


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent.name == "reviewparse"], ids=lambda path: path.name
)
def test_r25_the_core_writes_no_file(path: Path) -> None:
    assert not [call for call in calls(path) if call.rpartition(".")[2] in WRITING]


DIGEST = """
import hashlib, json, pathlib, random, sys
import reviewparse as rp
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.*"))
paths = [path for path in paths if path.suffix != ".json"]
random.Random(sys.argv[2]).shuffle(paths)
found = {}
for path in paths:
    parts = [one.to_dict() for one in rp.parse_all(path)]
    page = rp.explain(path).to_dict(), rp.parse(path).to_dict(evidence=True), parts
    found[str(path)] = hashlib.sha256(repr(page).encode()).hexdigest()
print(json.dumps(found, sort_keys=True))
"""

CLOCK = """
import datetime
class Fake(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls({year}, 2, 22, 3, 4, 5, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls({year}, 2, 22, 3, 4, 5)
    @classmethod
    def today(cls): return cls({year}, 2, 22, 3, 4, 5)
datetime.datetime = Fake
"""

WORLDS = [
    ("0", "UTC", "C", ""),
    ("1", "Pacific/Auckland", "de_DE.UTF-8", ""),
    ("2", "America/Los_Angeles", "tr_TR.UTF-8", ""),
    ("0", "Asia/Kolkata", "C", CLOCK.format(year=1999)),
    ("0", "UTC", "C", CLOCK.format(year=2031)),
]


@pytest.mark.slow
def test_r26_the_same_bytes_in_every_world() -> None:
    folder = str(ROOT / "tests" / "fixtures")
    answers = {
        subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", clock + DIGEST, folder, seed],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone, locale, clock in WORLDS
    }
    assert len(answers) == 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_r26_nobody_asks_the_clock_or_chance(path: Path) -> None:
    asked = {"now", "today", "utcnow", "time", "perf_counter", "monotonic", "getlocale", "setlocale", "random", "id"}
    if path.parent.name in {"batch", "report", "integrations"}:
        pytest.skip("measures what it runs")
    found = {call for call in calls(path) if call.rpartition(".")[2] in asked - {"id"}}
    assert not {
        call for call in found if call.partition(".")[0] in {"dt", "datetime", "time", "date", "random", "locale"}
    }
    assert "hash" not in set(calls(path))


def test_r27_only_floors_and_public_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        assert ">=" in requirement
        assert not set("<=!~") & set(requirement.replace(">=", ""))
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in {
                "lxml",
                "bs4",
                "dateparser",
            }:
                assert not [name.name for name in node.names if name.name.startswith("_")], path
                assert "._" not in str(node.module), path


def test_r28_reading_data_back() -> None:
    assert rp.Review.from_dict(FULL.to_dict(evidence=True)) == FULL
    for path in PAGES:
        review = rp.parse(path)
        text = json.dumps(review.to_dict(evidence=True), allow_nan=False)
        assert rp.Review.from_dict(json.loads(text)) == review
    running = {"eval", "exec", "pickle.load", "pickle.loads", "marshal.loads", "compile", "yaml.load", "os.system"}
    assert not [path for path in MODULES if running & set(calls(path))]
