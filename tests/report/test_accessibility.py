"""WCAG 2.2 A and AA by axe-core in a real browser, at desk and phone width."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.conftest import require_tool
from tests.report.samples import Rendered

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Without these the browser looks for its maker's servers at every start.
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_wcag_is_broken_and_nothing_scrolls_sideways(
    rendered: Rendered, width: int
) -> None:
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": width, "height": 800})
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto((rendered.folder / "report.html").as_uri())
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        across = page.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert not found.response["violations"], found.generate_report()
    assert across <= width
    assert all(url.startswith(("file:", "data:")) for url in requests)
