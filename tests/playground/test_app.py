"""The playground's application: what it answers, and whom."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("flask", reason="the extra 'report' (flask) is not installed")

from reviewparse.limits import DEFAULT
from reviewparse.markup import asset
from reviewparse.playground.answer import Asked, answer, draft, slug
from reviewparse.playground.app import FILES, HEADERS, create_app
from reviewparse.reading.source import enough
from reviewparse.review import Review
from tests.fixture_pages import like
from tests.test_sections import ROUND_UP

if TYPE_CHECKING:
    from flask.testing import FlaskClient

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLE = "Album Review: The Sparrows – Cold Tap\n\nBy Orla Venn\n\nRating: 4/5\n".encode()
SENT = {"Content-Type": "application/octet-stream"}


@pytest.fixture
def client() -> FlaskClient:
    found: FlaskClient = create_app().test_client()
    return found


def test_an_article_is_answered(client: FlaskClient) -> None:
    answered = client.post("/read", data=ARTICLE, headers=SENT, base_url="http://127.0.0.1:8640")
    assert answered.status_code == 200
    assert answered.json["json"]["authors"] == ["Orla Venn"]
    assert answered.json["name"] == "cold-tap"
    assert '<mark class="rp-mark rp-ratings"' in answered.json["report"]


@pytest.mark.parametrize("path", FILES)
def test_its_files_are_served_under_the_policy(client: FlaskClient, path: str) -> None:
    answered = client.get(path, base_url="http://localhost:8640")
    assert answered.status_code == 200
    for name, value in HEADERS.items():
        assert answered.headers[name] == value
    assert "unsafe" not in answered.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.7", "[::1]"]
)
def test_other_hosts_are_refused(client: FlaskClient, host: str) -> None:
    """A name of somebody else may be made to mean this computer."""
    for path in ("/", "/nothing"):
        assert client.get(path, headers={"Host": f"{host}:8640"}).status_code == 400
    assert client.post("/read", data=ARTICLE, headers={**SENT, "Host": f"{host}:8640"}).status_code == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://localhost:8640", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:9999"}, 403),
        ({"Origin": "https://localhost:8640"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
@pytest.mark.parametrize("path", ["/read", "/draft"])
def test_other_origins_are_refused(client: FlaskClient, path: str, headers: dict[str, str], status: int) -> None:
    answered = client.post(path, data=ARTICLE, headers={**SENT, **headers}, base_url="http://localhost:8640")
    assert answered.status_code == status
    assert "Access-Control-Allow-Origin" not in answered.headers


def test_the_size_is_bounded(client: FlaskClient) -> None:
    answered = client.post("/read", data=b"x" * (enough(DEFAULT) + 1), headers=SENT)
    assert answered.status_code == 413
    assert f"MOST = {4 * DEFAULT.max_bytes:_};" in asset("playground.js")


def test_addresses_that_do_not_exist(client: FlaskClient) -> None:
    assert client.get("/etc/passwd").status_code == 404
    assert client.get("/read").status_code == 405
    assert client.get("/static/../app.py").status_code == 404


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe\x00", b"<" * 5_000, "★".encode("utf-16")])
@pytest.mark.parametrize("form", ["", "html", "text", "poem"])
@pytest.mark.parametrize("name", ["", "a.html", "a.txt"])
def test_no_article_is_an_error(client: FlaskClient, data: bytes, form: str, name: str) -> None:
    query = {"form": form, "name": name, "url": "no address", "least": "much"}
    for path in ("/read", "/draft"):
        assert client.post(path, data=data, headers=SENT, query_string=query).status_code == 200


def test_the_wishes_of_the_page_are_obeyed() -> None:
    found = answer(Asked.of(ARTICLE, {"least": "1", "url": " https://tap.example/a "}))["json"]
    assert found["authors"] == []
    assert found["url"] == "https://tap.example/a"
    html = b"<h1>Cold Tap</h1><p>By Orla Venn</p>"
    assert answer(Asked.of(html, {}))["json"]["title"] == "Cold Tap"
    assert Asked.of(html, {"form": "text"}).is_html is False
    assert Asked.of(b"plain", {"name": "C:\\pages\\a.HTML"}).is_html is True


def test_a_round_up_gives_the_json_of_all_its_reviews() -> None:
    found = answer(Asked.of(ROUND_UP.encode(), {}))["json"]
    assert [one["work"]["title"] for one in found] == ["Cold Tap", "Long Acre"]
    assert [one["evidence"]["ratings"][0]["quote"] for one in found] == ["4/5", "2/5"]


@pytest.mark.parametrize("least", ["-1", "2", "nan", "inf", "", "x"])
def test_a_confidence_that_is_none_is_the_usual_one(least: str) -> None:
    assert Asked.of(b"", {"least": least}).least == 0.5


def test_bytes_of_a_file_are_decoded_as_they_declare() -> None:
    page = "<meta charset=iso-8859-1><h1>Kritik: Kaltes Geläut</h1><p>Von Hanno Krüll</p>".encode("latin-1")
    assert answer(Asked.of(page, {"name": "a.html"}))["json"]["title"] == "Kritik: Kaltes Geläut"


@pytest.mark.parametrize("name", ["base/wordpress.html", "ja/album.txt", "base/plain.txt"])
def test_a_draft_is_a_fixture_that_holds(name: str) -> None:
    data = (FIXTURES / name).read_bytes()
    asked = Asked.of(data, {"name": Path(name).name})
    with zipfile.ZipFile(BytesIO(draft(asked))) as archive:
        files = {Path(path).name: archive.read(path) for path in archive.namelist()}
    article = next(path for path in files if path.endswith((".html", ".txt")) and path != "NOTE.txt")
    assert files[article] == data
    expected = json.loads(files[article.rpartition(".")[0] + ".json"])
    found = answer(asked)["json"]
    stored = json.loads((FIXTURES / name).with_suffix(".json").read_text(encoding="utf-8"))
    assert set(expected) | {"body"} >= set(stored)
    for key, value in expected.items():
        assert like(found[key], value) == value
    assert draft(asked) == draft(asked)


@pytest.mark.parametrize("title", ["../../etc/passwd", "硝子の果樹園", "", "a" * 500, "CON"])
def test_a_name_of_a_file_is_harmless(title: str) -> None:
    name = slug(Review(title=title))
    assert name
    assert len(name) < 50
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
