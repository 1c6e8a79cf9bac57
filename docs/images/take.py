"""Takes the pictures of this folder again: ``python docs/images/take.py``, with Chromium and playwright installed."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from reviewparse.report import page

HERE = Path(__file__).parent
FIXTURE = HERE.parents[1] / "tests" / "fixtures" / "html" / "metal-lineup.html"

SIZE = {"width": 1200, "height": 780}


def main() -> None:
    """The report of a fixture, light and dark, the pointer on a track."""
    html = page(FIXTURE, name=FIXTURE.name)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        for scheme in ("light", "dark"):
            view = browser.new_page(viewport=SIZE, color_scheme=scheme, device_scale_factor=1.25)
            view.set_content(html)
            view.get_by_text("9:11").first.hover()
            view.screenshot(path=HERE / f"report-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
