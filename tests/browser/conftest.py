"""A real browser: Chromium of the system, driven by Playwright. Without one of them these tests skip and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")

WIDE, NARROW = (1280, 900), (360, 780)


@dataclass
class Seen:
    """A page in the browser, and whatever it complained of or asked for."""

    page: Page
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        """A page of ours opens none, so some script ran."""
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def text_of(self, selector: str) -> list[str]:
        """The texts of all elements that a selector finds."""
        texts: list[str] = self.page.locator(selector).all_inner_texts()
        return texts

    def tip(self, selector: str) -> str | None:
        """What the box of the first such mark says, or ``None`` while it is not shown."""
        script = """mark => {
            const box = getComputedStyle(mark, "::after");
            return box.display === "none" ? null : mark.dataset.tip;
        }"""
        shown: str | None = self.page.locator(selector).first.evaluate(script)
        return shown

    def contrast(self, selector: str) -> float:
        """Contrast of the first such element's text to what is behind it, as WCAG counts it: from 1 to 21."""
        return float(self.page.locator(selector).first.evaluate(CONTRAST))

    def overflows(self) -> bool:
        """Whether the page is wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


CONTRAST = """element => {
    const numbers = colour => {
        const context = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(numbers(getComputedStyle(one).backgroundColor));
    const behind = layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
    const light = colour => [0, 1, 2]
        .map(i => colour[i] / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const [ink, paper] = [over(numbers(getComputedStyle(element).color), behind), behind].map(light);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (group 'extras')")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this system (Debian: apt-get install chromium)")
    with driver.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture
def look(chromium: Browser) -> Iterator[Callable[..., Seen]]:
    """Opens an address; whatever the page complains of or fetches from elsewhere fails the test when it ends."""
    opened: list[tuple[Seen, str]] = []
    contexts = []

    def open_page(address: str, *, size: tuple[int, int] = WIDE, dark: bool = False) -> Seen:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        seen = Seen(context.new_page())
        opened.append((seen, address))
        seen.page.on("console", lambda message: seen.problems.append(f"console: {message.text}"))
        seen.page.on("pageerror", lambda error: seen.problems.append(f"error: {error}"))
        seen.page.on("dialog", seen.refuse)
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(address)
        return seen

    yield open_page
    for context in contexts:
        context.close()
    for seen, address in opened:
        assert seen.problems == []
        assert [url for url in seen.requests if not url.startswith((address, "blob:"))] == []


@pytest.fixture
def look_at(look: Callable[..., Seen], tmp_path: Path) -> Callable[..., Seen]:
    """Opens a page that is given as a string."""

    def open_markup(html: str, **how: tuple[int, int] | bool) -> Seen:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        return look(path.as_uri(), **how)

    return open_markup
