"""The spiders of the guide crawl a site that this test serves on the loopback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

pytest.importorskip("scrapy", reason="needs the extra scrapy")

import reviewparse as rp
from reviewparse.review import Review
from tests.fixture_pages import FIXTURES

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guides" / "scrapy.md").read_text(encoding="utf-8")

PAGES = ("wordpress.html", "modern.html", "blogger.html")
ABOUT = (
    "<html><head><title>About</title></head><body><article><h1>About us</h1><p>Write to us.</p></article></body></html>"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Three reviews and a page that is none, linked from an index."""
    folder = tmp_path_factory.mktemp("site")
    for name in PAGES:
        (folder / name).write_bytes((FIXTURES / "base" / name).read_bytes())
    (folder / "about.html").write_text(ABOUT, encoding="utf-8")
    links = "".join(f'<p><a href="{name}">{name}</a></p>' for name in (*PAGES, "about.html"))
    (folder / "index.html").write_text(f"<main>{links}</main><nav><a href='/nowhere'>no</a></nav>", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def crawl(name: str, start: str, folder: Path) -> list[dict[str, Any]]:
    """Run a spider of the guide by the guide's command and return what it exports."""
    code = re.search(rf"^```python\n# {name}\.py\n(?P<code>.*?)^```$", GUIDE, re.M | re.S)
    command = re.search(r"^scrapy (?P<command>runspider .*)$", GUIDE, re.M)
    assert code is not None
    assert command is not None
    (folder / f"{name}.py").write_text(code["code"], encoding="utf-8")
    argv = command["command"].replace("reviews_spider", name).replace("https://reviews.example/", start).split()
    settings = ["-s", "TELNETCONSOLE_ENABLED=0", "-s", "LOG_LEVEL=WARNING"]
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own guide
        [sys.executable, "-m", "scrapy", *argv, *settings],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr, done.stderr
    return [json.loads(line) for line in (folder / "reviews.jsonl").read_text(encoding="utf-8").splitlines()]


def expected(start: str) -> dict[str, Review]:
    addresses = [(start + name, FIXTURES / "base" / name) for name in PAGES]
    return {url: rp.parse_html(path.read_bytes(), url=url) for url, path in addresses}


def test_a_spider_exports_the_reviews_of_a_site_in_the_json_form(site: str, tmp_path: Path) -> None:
    found = crawl("reviews_spider", site, tmp_path)
    assert len(found) == len(PAGES)
    assert {one["url"]: one for one in found} == {
        url: json.loads(json.dumps(review.to_dict())) for url, review in expected(site).items()
    }


def test_a_page_object_exports_them_as_they_are(site: str, tmp_path: Path) -> None:
    pytest.importorskip("scrapy_poet", reason="needs scrapy-poet")
    found = crawl("lantern_spider", site, tmp_path)
    assert len(found) == len(PAGES) + 1
    pages = {one["url"]: one for one in found}
    for url, review in expected(site).items():
        assert review.published is not None
        assert pages[url]["published"]["year"] == review.published.year
        assert pages[url]["authors"] == list(review.authors)
        assert "published" in dict(pages[url]["evidence"])
        assert "authors" not in dict(pages[url]["evidence"])  # the guide's page object has read them itself
