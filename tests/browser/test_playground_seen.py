"""The playground in a browser: paste, drop, download, keyboard, and an article that would like to run."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import NARROW, Seen

if TYPE_CHECKING:
    from playwright.sync_api import Download

pytest.importorskip("flask", reason="the extra 'report' is not installed")

from reviewparse.playground.server import listening

FIXTURES = Path(__file__).parents[1] / "fixtures"
ALIVE = "<img src=x onerror=alert(1)><svg onload=alert(2)></svg><script>alert(3)</script>"

Look = Callable[..., Seen]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with listening(0) as (found, server):
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield found
        server.shutdown()
        thread.join()


def paste(seen: Seen, text: str) -> None:
    seen.page.get_by_label("Article, as text or HTML").fill(text)
    seen.page.wait_for_selector("#result article")


def drop(seen: Seen, path: Path) -> None:
    data = seen.page.evaluate_handle(
        """([bytes, name]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], name));
            return transfer;
        }""",
        [list(path.read_bytes()), path.name],
    )
    seen.page.dispatch_event("body", "drop", {"dataTransfer": data})
    seen.page.wait_for_selector("#result article")


def download(seen: Seen, button: str) -> Download:
    with seen.page.expect_download() as expected:
        seen.page.get_by_role("button", name=button).click()
    return expected.value


def test_what_is_pasted_is_shown_at_once(look: Look, address: str) -> None:
    seen = look(address)
    assert seen.page.get_by_role("button", name="Download JSON").is_disabled()
    paste(seen, "Cold Tap\n\nBy Orla Venn\n\nRating: 4/5\n")
    assert seen.text_of("mark.rp-ratings") == ["4/5"]
    assert "Read the article in" in seen.page.locator("#status").inner_text()
    seen.page.locator("mark.rp-ratings").hover()
    assert str(seen.tip("mark.rp-ratings")).startswith("ratings: 4/5")


def test_the_example_and_the_least_confidence(look: Look, address: str) -> None:
    seen = look(address)
    seen.page.get_by_role("button", name="Show an example").click()
    seen.page.wait_for_selector("mark.rp-tracks")
    seen.page.get_by_label("Least confidence").fill("1")
    seen.page.wait_for_selector("mark.rp-mark", state="detached")
    assert seen.page.locator("#level").inner_text() == "1.00"
    seen.page.get_by_role("button", name="Clear").click()
    seen.page.wait_for_selector("#result article", state="detached")


def test_a_file_that_is_dropped_is_read_as_its_name_says(look: Look, address: str) -> None:
    seen = look(address)
    drop(seen, FIXTURES / "base" / "wordpress.html")
    assert seen.text_of("mark.rp-published") == ["March 3rd, 2011"]
    assert "Read wordpress.html" in seen.page.locator("#status").inner_text()


def test_a_file_that_is_opened(look: Look, address: str) -> None:
    seen = look(address)
    seen.page.set_input_files("#file", FIXTURES / "ja" / "album.txt")
    seen.page.wait_for_selector("mark.rp-ratings")


def test_a_file_that_is_too_large_is_told(look: Look, address: str) -> None:
    seen = look(address)
    seen.page.evaluate("take(new File([new Uint8Array(MOST + 1)], 'large.html'))")
    seen.page.wait_for_selector("#status.failed")
    assert seen.page.locator("#status").inner_text() == "Not read: the article is too large."


def test_the_json_can_be_taken_along(look: Look, address: str) -> None:
    seen = look(address)
    paste(seen, "Album Review: The Sparrows – Cold Tap\n\nBy Orla Venn\n\nRating: 4/5\n")
    taken = download(seen, "Download JSON")
    assert taken.suggested_filename == "cold-tap.json"
    data = json.loads(Path(taken.path()).read_text(encoding="utf-8"))
    assert data["authors"] == ["Orla Venn"]
    assert data["evidence"]["ratings"][0]["quote"] == "4/5"


def test_a_draft_of_a_fixture_can_be_taken_along(look: Look, address: str) -> None:
    seen = look(address)
    drop(seen, FIXTURES / "base" / "wordpress.html")
    taken = download(seen, "Download draft fixture")
    assert taken.suggested_filename == "the-glass-orchard.zip"
    with zipfile.ZipFile(taken.path()) as archive:
        article = archive.read("the-glass-orchard/the-glass-orchard.html")
    assert article == (FIXTURES / "base" / "wordpress.html").read_bytes()


def test_everything_is_reached_by_keyboard(look: Look, address: str) -> None:
    seen = look(address)
    paste(seen, "Cold Tap\n\nBy Orla Venn\n\nRating: 4/5\n")
    seen.page.locator("#article").focus()
    reached, told = [], []
    for _ in range(14):
        seen.page.keyboard.press("Tab")
        reached.append(seen.page.evaluate("document.activeElement.id"))
        if seen.page.evaluate("document.activeElement.matches('mark')"):
            told.append(seen.tip("mark:focus"))
    for name in ("form", "url", "least", "file", "example", "clear", "json", "draft", "show-lost", "m0"):
        assert name in reached, name
    assert told
    assert None not in told


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_readable(look: Look, address: str, *, dark: bool) -> None:
    for size in (NARROW, (1280, 900)):
        seen = look(address, size=size, dark=dark)
        seen.page.get_by_role("button", name="Show an example").click()
        seen.page.wait_for_selector("mark.rp-tracks")
        for selector in ("textarea", "#status", ".options label", "#example", "article p", "mark.rp-authors"):
            assert seen.contrast(selector) >= 4.5, selector
        assert not seen.overflows()


@pytest.mark.parametrize("form", ["", "html", "text"])
def test_a_hostile_article_runs_nothing(look: Look, address: str, form: str) -> None:
    seen = look(address)
    seen.page.get_by_label("Read as").select_option(form)
    shy = ALIVE.replace("<", "&lt;")
    paste(seen, f"<html><h1>Review: {shy}</h1>{ALIVE}<p>By Orla Venn</p><p>Rating: 4/5 {shy}</p></html>")
    assert seen.page.locator("#result").locator("img, svg, script").count() == 0
    assert "onerror=alert(1)" in seen.page.locator("#result article").inner_text()


def test_a_server_that_is_gone_is_told(look: Look) -> None:
    with listening(0) as (address, server):
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        seen = look(address)
        server.shutdown()
        thread.join()
    seen.page.get_by_label("Article, as text or HTML").fill("Cold Tap")
    seen.page.wait_for_selector("#status.failed")
    assert "still running" in seen.page.locator("#status").inner_text()
    assert all("ERR_CONNECTION" in problem for problem in seen.problems)
    seen.problems.clear()
