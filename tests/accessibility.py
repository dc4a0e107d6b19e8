"""A page in a real browser, held to WCAG 2.2 A and AA by axe-core."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from tests.conftest import require_tool

__all__ = ["QUIET", "hold_file", "hold_to_wcag"]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Without these the browser looks for its maker's servers at every start.
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def hold_to_wcag(page: Page) -> None:
    """Fail where an open page breaks a rule, with the rules and the elements."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.response["passes"], "axe-core judged nothing"
    assert not found.response["violations"], found.generate_report()


def hold_file(file: Path, width: int, prepare: str = "") -> None:
    """Open a page from a file, and hold it: rules, nothing sideways, nothing from elsewhere.

    Parameters
    ----------
    file : Path
    width : int
        Of the window.
    prepare : str
        JavaScript to run first.
    """
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": width, "height": 800})
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        if prepare:
            page.evaluate(prepare)
        hold_to_wcag(page)
        across = page.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert across <= width
    assert all(url.startswith(("file:", "data:")) for url in requests)
