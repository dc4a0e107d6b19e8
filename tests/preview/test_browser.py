"""The page in a real browser: refreshed in place, notes beside the text, open to everyone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.accessibility import QUIET, hold_to_wcag
from tests.conftest import require_tool
from tests.preview.serving import Served

TITLE = "## What to keep in mind\n\n"
WRONG = "BME staff were 2.31 times as likely as White staff to enter the process."
SECONDS = 60_000

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(SECONDS)
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(served.address)
    opened.wait_for_selector("#sec-disciplinary")
    yield opened
    opened.close()
    assert said == []


def test_the_address_opens_the_page_and_its_token_does_not_stay(page: Page, served: Served) -> None:
    assert page.url == f"http://127.0.0.1:{served.port}/"
    assert page.evaluate("document.querySelector('#fig-ratio-3 img').naturalWidth") > 0
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).maxWidth") != "none"
    assert page.evaluate("document.cookie") == ""


def test_a_saved_paragraph_appears_where_the_reader_is(page: Page, served: Served) -> None:
    page.evaluate("""
      const note = [...document.querySelectorAll("h3")].find(
        (one) => one.textContent === "What to keep in mind" && one.closest("#sec-disciplinary"));
      note.scrollIntoView();
      window.heading = note;
      window.image = document.querySelector("#fig-ratio-3 img");
    """)
    before = page.evaluate("heading.getBoundingClientRect().top")
    served.write("title", "# Indicator 3 {#sec-disciplinary}\n\nFirst.\n\nSecond.\n\nThird.")
    page.wait_for_selector("#sec-disciplinary p:has-text('Third.')")
    page.wait_for_selector("#preview-status[data-state=ready]")
    assert page.evaluate("heading.isConnected && image.isConnected")
    assert page.evaluate("heading.getBoundingClientRect().top") == pytest.approx(before, abs=1)


def test_a_fault_stands_in_the_bar_over_the_last_good_page(page: Page, served: Served) -> None:
    served.write("note", TITLE + "`{python} ratoi(3)`")
    page.wait_for_selector("#preview-faults li:has-text('there is no ratoi')")
    assert page.get_attribute("#preview-status", "data-state") == "fault"
    assert page.is_visible("#sec-disciplinary")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    served.write("note", TITLE + "Mended.")
    page.wait_for_selector("p:has-text('Mended.')")
    assert not page.is_visible("#preview-faults")


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (360, False)])
def test_a_note_stands_beside_its_paragraph_or_below_it_and_breaks_no_rule_of_wcag(
    page: Page, served: Served, width: int, beside: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    served.write("note", TITLE + WRONG)
    page.wait_for_selector("aside.preview-notes")
    text = page.locator("p:has(mark)").bounding_box()
    note = page.locator("aside.preview-notes").bounding_box()
    assert text is not None
    assert note is not None
    if beside:
        assert note["x"] >= text["x"] + text["width"]
        assert abs(note["y"] - text["y"]) < 40
    else:
        assert note["y"] >= text["y"] + text["height"]
    hold_to_wcag(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_leads_from_the_words_to_the_note_and_back(page: Page, served: Served) -> None:
    served.write("note", TITLE + WRONG)
    page.wait_for_selector("aside.preview-notes")
    page.focus("a.preview-ref")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('aside')") is not None
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#words-1"
