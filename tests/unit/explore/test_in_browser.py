"""JupyterLab opens the notebook on loopback with a token; a control moved changes the text."""

from __future__ import annotations

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import require_tool
from wres.errors import ChapterError
from wres.explore.controls import EXPLORING
from wres.explore.lab import (
    NOTEBOOK,
    PROTECTING,
    Asked,
    explore,
    lab_command,
    private_settings,
    staged,
)

PROJECT = Path(__file__).parents[3]
SECONDS = 120


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=10) as answered:
            return int(answered.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def waited_for(url: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            if status_of(url) == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise AssertionError(f"nothing answers at {url}")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A running JupyterLab with the fictional trust's notebook, and its token."""
    if os.environ.get("WRES_REQUIRE_TOOLS") != "1":
        pytest.importorskip("jupyterlab", reason="JupyterLab is not installed")
        pytest.importorskip("playwright", reason="playwright is not installed")
    asked = Asked("ZZ1", 2024, PROJECT / "data", PROJECT, "internal")
    port, token = free_port(), secrets.token_urlsafe(16)
    home = tmp_path_factory.mktemp("jupyter")
    own = {"JUPYTER_CONFIG_DIR": home, "JUPYTERLAB_SETTINGS_DIR": home / "settings"}
    own |= {"JUPYTERLAB_WORKSPACES_DIR": home / "workspaces", "JUPYTER_RUNTIME_DIR": home / "run"}
    environment = {**os.environ, EXPLORING: "1", **{name: str(at) for name, at in own.items()}}
    environment["PYTHONPATH"] = str(PROJECT)
    with staged(asked) as folder, private_settings(token) as settings:
        command = lab_command(folder, port, settings, open_browser=False)
        with (home / "log").open("wb") as log:
            running = subprocess.Popen(
                command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            waited_for(f"http://127.0.0.1:{port}/api/status?token={token}")
            yield port, token
        finally:
            running.terminate()
            running.wait(timeout=30)


@pytest.mark.slow
def test_the_address_told_opens_it_and_no_other_user_reads_its_token(tmp_path):
    """Even where the user's own settings of Jupyter ask for no token."""
    pytest.importorskip("jupyterlab")
    (tmp_path / "jupyter_server_config.py").write_text("c.IdentityProvider.token = ''\n", "utf-8")
    own = {"JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path / "run")}
    asked = [sys.executable, "-m", "wres", "explore", "ZZ1", "2024", "--profile", "internal"]
    with (tmp_path / "log").open("wb") as log:
        running = subprocess.Popen(
            [*asked, "--no-browser"],
            cwd=PROJECT,
            env={**os.environ, **own, "PYTHONPATH": str(PROJECT)},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        address = told_in(tmp_path / "log")
        waited_for(address)
        root, token = address.partition("/lab/")[0], address.partition("token=")[2]
        assert len(token) >= 32
        assert status_of(f"{root}/api/contents/{NOTEBOOK}?token={token}") == 200
        assert status_of(f"{root}/api/contents/{NOTEBOOK}") == 403
        listed = subprocess.run(
            [require_tool("ps"), "-eo", "args"], capture_output=True, text=True, check=True
        ).stdout
        assert "jupyterlab --config=" in listed
        assert token not in listed
        assert "token=..." not in (tmp_path / "log").read_text("utf-8")
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=30)


def told_in(log: Path) -> str:
    """Give the address that the command prints."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        found = re.search(r"http://127\.0\.0\.1:\d+/lab/\S+\n", log.read_text("utf-8"))
        if found:
            return found[0].strip()
        time.sleep(0.5)
    raise AssertionError(f"no address in {log.read_text('utf-8')}")


def test_only_its_user_reads_the_file_with_the_token():
    with private_settings("a-token") as settings:
        assert settings.stat().st_mode & 0o077 == 0
        assert settings.parent.stat().st_mode & 0o077 == 0
        assert "a-token" in settings.read_text("utf-8")
        assert "a-token" not in " ".join(lab_command(PROJECT, 1, settings, open_browser=False))
    assert not settings.exists()


@pytest.mark.parametrize(("profile", "before"), [("internal", []), ("public", [PROTECTING])])
def test_a_port_that_is_taken_is_told_after_what_takes_long_and_no_other_is_opened(profile, before):
    pytest.importorskip("jupyterlab")
    pytest.importorskip("ipywidgets")
    asked, told = Asked("ZZ1", 2024, PROJECT / "data", PROJECT, profile), []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ChapterError, match=f"port {port} can't be had"):
            explore(asked, port, told.append, open_browser=False)
    assert told == before


@pytest.mark.slow
def test_who_has_no_token_reads_nothing(lab):
    port, token = lab
    address = f"http://127.0.0.1:{port}/api/contents/{NOTEBOOK}"
    assert status_of(f"{address}?token={token}") == 200
    assert status_of(address) == 403
    assert status_of(f"{address}?token=guessed") == 403


@pytest.mark.slow
def test_a_control_moved_in_the_browser_changes_the_text_that_is_read(lab):
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    chromium = require_tool("chromium")
    port, token = lab
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(SECONDS * 1000)
        page.goto(f"http://127.0.0.1:{port}/lab/tree/{NOTEBOOK}?token={token}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        # asked before its kernel is there, JupyterLab runs nothing
        page.wait_for_function("document.body.innerText.includes('| Idle')")
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        text = page.locator(".wres-view-text")
        text.wait_for(state="attached")
        text.evaluate("text => text.scrollIntoView()")
        page.wait_for_function(
            "document.querySelector('.wres-view-text')?.textContent.includes('compared')"
        )
        before = text.text_content()
        assert "BME staff in post by" in before
        page.locator(".widget-dropdown select").first.select_option("Non-mandatory training")
        page.wait_for_function(
            "document.querySelector('.wres-view-text')?.textContent.includes('mandatory training')"
        )
        after = text.text_content()
        assert after != before
        assert "Non-mandatory training by" in after
        # every control has a name that a screen reader reads, and the keyboard moves it
        for name in ("Indicator", "By", "Ethnic group", "Picture", "Year", "By chance"):
            page.get_by_label(name, exact=True).wait_for()
        cut = (
            "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)"
        )
        assert page.eval_on_selector_all(".widget-dropdown .widget-label", cut) == []
        page.get_by_label("Year", exact=True).focus()
        page.keyboard.press("Space")  # opens the list: JupyterLab keeps bare arrows for cells
        page.wait_for_timeout(500)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_function(
            "document.querySelector('.wres-view-text')?.textContent.includes(', 2023: ')"
        )
        page.get_by_label("Ethnic group", exact=True).select_option("each detailed group")
        page.wait_for_function(
            "document.querySelector('.wres-view-text')?.textContent.includes('White - Irish')"
        )
        browser.close()
