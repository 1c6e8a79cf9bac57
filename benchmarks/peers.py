"""reviewparse beside other extractors, on the same pages: F1 a field, and milliseconds a page.

    pip install --upgrade pip && pip install . --group peers
    python benchmarks/peers.py                 the HTML pages of the tests
    python benchmarks/peers.py FOLDER ...      pages of your own, with a labels.jsonl in the JSON form of a review and
                                               the page's name under "file"

What a peer does not attempt is a dash. A peer that is not installed is left out, and said to be.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.evaluation.score import FIELDS, count, f1  # noqa: E402 - the root is no package path
from tests.fixture_pages import fixture_pages  # noqa: E402

SHOWN = ("title", "authors", "published", "rating", "tracks", "credits", "work.title")
HTML = frozenset((".html", ".htm"))
EMPTY: Mapping[str, Any] = {"title": None, "authors": [], "published": None, "ratings": [], "tracks": [], "credits": []}

Form = Mapping[str, Any]
Extractor = Callable[[bytes], Form]


@dataclass(frozen=True)
class Peer:
    """A package, what it attempts, and how to ask it."""

    package: str
    attempts: frozenset[str]
    make: Callable[[], Extractor]


@dataclass(frozen=True)
class Page:
    """Bytes and what a careful reader sees on them."""

    data: bytes
    expected: Form


def _reviewparse() -> Extractor:
    rp = importlib.import_module("reviewparse")
    return lambda data: rp.parse_html(data).to_dict()


def _trafilatura() -> Extractor:
    trafilatura = importlib.import_module("trafilatura")

    def extract(data: bytes) -> Form:
        found = trafilatura.bare_extraction(data, with_metadata=True)
        if found is None:
            return {}
        names = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return {"title": found.title, "authors": names, "published": found.date}

    return extract


def _newspaper() -> Extractor:
    newspaper = importlib.import_module("newspaper")
    settings = newspaper.Config()
    settings.fetch_images = False

    def extract(data: bytes) -> Form:
        article = newspaper.Article("", config=settings)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        date = article.publish_date.date().isoformat() if article.publish_date else None
        return {"title": article.title, "authors": list(article.authors), "published": date}

    return extract


def _htmldate() -> Extractor:
    htmldate = importlib.import_module("htmldate")
    return lambda data: {"published": htmldate.find_date(data.decode("utf-8", "replace"), original_date=True)}


def _extruct() -> Extractor:
    extruct = importlib.import_module("extruct")

    def extract(data: bytes) -> Form:
        syntaxes = ["json-ld", "microdata"]
        found = extruct.extract(data, syntaxes=syntaxes, uniform=True, errors="ignore")
        return _of_schema_org(list(_things(found)))

    return extract


def _things(node: object) -> Iterator[dict[str, Any]]:
    """Every object of what a page marks up, outermost first."""
    if isinstance(node, dict):
        yield node
    parts: Iterable[object] = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for part in parts:
        yield from _things(part)


def _of_schema_org(things: Sequence[dict[str, Any]]) -> Form:
    """The fields of the first review, else of the first article."""
    whole = [thing for kind in ("Review", "Article", "BlogPosting") for thing in things if kind in _type(thing)]
    page = whole[0] if whole else {}
    authors = page.get("author") or []
    people = authors if isinstance(authors, list) else [authors]
    rating = page.get("reviewRating") or {}
    return {
        "title": page.get("headline") or page.get("name"),
        "authors": [person.get("name") if isinstance(person, dict) else person for person in people],
        "published": str(page.get("datePublished") or "")[:10] or None,
        "ratings": [_rating(rating)] if isinstance(rating, dict) and rating.get("ratingValue") else [],
    }


def _type(thing: Mapping[str, Any]) -> str:
    return str(thing.get("@type", ""))


def _rating(rating: Mapping[str, Any]) -> Form:
    best = rating.get("bestRating")
    return {"value": float(rating["ratingValue"]), "best": float(best) if best else None, "label": None, "raw": None}


PEERS = (
    Peer("reviewparse", frozenset(SHOWN), _reviewparse),
    Peer("trafilatura", frozenset(("title", "authors", "published")), _trafilatura),
    Peer("newspaper", frozenset(("title", "authors", "published")), _newspaper),
    Peer("extruct", frozenset(("title", "authors", "published", "rating")), _extruct),
    Peer("htmldate", frozenset(("published",)), _htmldate),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="reviewparse beside other extractors, on the same pages.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="with a labels.jsonl")
    folders = parser.parse_args().folders
    pages = [page for folder in folders for page in _labelled(folder)] or list(_stored())
    print(f"{len(pages)} HTML pages; F1 in percent, processor time in ms a page\n")
    print(f"{'':<12}" + "".join(f"{name:>11}" for name in (*SHOWN, "median", "mean")))
    for peer in PEERS:
        try:
            extract = peer.make()
        except ImportError:
            print(f"{peer.package:<12} is not installed")
            continue
        print(f"{peer.package:<12}" + "".join(f"{cell:>11}" for cell in _row(peer, extract, pages)))


def _stored() -> Iterator[Page]:
    for page in fixture_pages():
        if page.path.suffix in HTML:
            yield Page(page.path.read_bytes(), page.expected)


def _labelled(folder: Path) -> Iterator[Page]:
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if Path(label["file"]).suffix in HTML:
            yield Page((folder / label["file"]).read_bytes(), label)


def _row(peer: Peer, extract: Extractor, pages: Sequence[Page]) -> Iterator[str]:
    totals: dict[str, Counter[str]] = {field: Counter() for field in SHOWN}
    extract(pages[0].data)  # modules and tables are loaded once a process
    seconds = []
    for page in pages:
        start = time.process_time()
        found = {**EMPTY, **_asked(extract, page.data)}
        seconds.append(time.process_time() - start)
        for field in SHOWN:
            totals[field] += count(FIELDS[field]({**EMPTY, **page.expected}), FIELDS[field](found))
    for field in SHOWN:
        yield f"{100 * f1(totals[field]):.0f}" if field in peer.attempts else "–"
    yield f"{1000 * median(seconds):.1f}"
    yield f"{1000 * sum(seconds) / len(seconds):.1f}"


def _asked(extract: Extractor, data: bytes) -> Form:
    """A page on which a peer raises is a page without an answer."""
    try:
        return extract(data)
    except Exception:  # noqa: BLE001 - whatever it raises
        return {}


if __name__ == "__main__":
    main()
