"""A preview in a process of its own, as a user has it, and what a client may ask of it."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import nbformat
from bs4 import BeautifulSoup

from wres.chapters.clearing import clear_chapter

__all__ = ["CHAPTER", "ORGANISATION", "YEAR", "Served", "own_chapter", "serve", "small_project"]

ORGANISATION, YEAR = "RV9", 2021
REPORT = (ORGANISATION, str(YEAR))
CHAPTER = "disciplinary"
# A busy machine is slow; a preview that says nothing is not waited for any longer.
SECONDS = 60


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Served:
    """A running preview: its process, its address, and the folder it was started in."""

    process: subprocess.Popen[str]
    folder: Path
    address: str = ""
    cookie: str = field(default="", repr=False)

    @property
    def port(self) -> int:
        return int(urlsplit(self.address).port or 0)

    @property
    def chapter(self) -> Path:
        place = self.folder / "data" / ORGANISATION / str(YEAR) / "notebooks"
        return place / f"{CHAPTER}.ipynb"

    def ask(self, path: str = "/", **headers: str) -> Answer:
        """Ask as the browser that holds the cookie would; `headers` replace what it would send."""
        given = {"Cookie": self.cookie, "Host": f"127.0.0.1:{self.port}"}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={k: v for k, v in given.items() if v})
        response = connection.getresponse()
        body = response.read().decode("utf-8")
        connection.close()
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, body)

    def enter(self) -> None:
        """Exchange the token for the cookie."""
        answer = self.ask(self.address.partition(f":{self.port}")[2])
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def page(self) -> BeautifulSoup:
        return BeautifulSoup(self.ask().text, "html.parser")

    def status(self) -> tuple[str, str, list[str]]:
        """Give the state, the line of the bar, and what is at fault."""
        page = self.page()
        bar = page.select_one("#preview-status")
        assert bar is not None
        faults = [item.get_text() for item in page.select("#preview-faults li")]
        return str(bar["data-state"]), bar.get_text(), faults

    def until_ready(self) -> None:
        """Wait until the page is up to date, as it is once after the start."""
        for one in self.news():
            if one["state"] == "ready":
                return
            assert one["state"] == "running", one

    def news(self) -> Iterator[dict[str, Any]]:
        """Yield what the page is told, as long as it is read and goes on."""
        end = time.monotonic() + SECONDS
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", "/news", headers={"Cookie": self.cookie})
        response = connection.getresponse()
        try:
            while line := response.readline().decode():
                if line.startswith("data: "):
                    yield json.loads(line.removeprefix("data: "))
                elif time.monotonic() > end:  # what says that it is still there comes meanwhile
                    raise TimeoutError(f"no more news: {self.page().select('#preview-bar')}")
        finally:
            connection.close()

    def after(self, save: Callable[[], object]) -> list[dict[str, Any]]:
        """Save something, and return what the page is told until it stands still again."""
        news = self.news()
        next(news)  # how it stands before
        save()
        told: list[dict[str, Any]] = []
        for one in news:
            told.append(one)
            if one["state"] != "running":
                break
        news.close()
        return told

    def write(self, cell: str, text: str) -> None:
        """Save the trust's own chapter with other text in one of its cells."""
        notebook = nbformat.read(self.chapter, as_version=4)
        for one in notebook.cells:
            if one.id == cell:
                one.source = text
        nbformat.write(notebook, self.chapter)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no preview behind, whatever failed in between."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(180)  # a busy machine starts kernels slowly


def serve(folder: Path, *options: str, temporary: Path) -> Served:
    """Start a preview in `folder` and wait for its address."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "wres",
            "preview",
            ORGANISATION,
            str(YEAR),
            "--no-browser",
            *options,
        ],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    served = Served(process, folder)
    assert process.stdout is not None
    served.address = process.stdout.readline().strip()
    return served


def small_project(project: Path, folder: Path) -> None:
    """Copy the report's sources with chapters that draw and list next to nothing.

    All chapters are there and run, one with its figures; the others would only take time.
    """
    for name in ("_quarto.yml", "report.qmd"):
        (folder / name).write_bytes((project / name).read_bytes())
    (folder / "assets").mkdir()
    for path in (project / "assets").iterdir():
        (folder / "assets" / path.name).write_bytes(path.read_bytes())
    (folder / "notebooks").mkdir()
    for path in (project / "notebooks").glob("*.ipynb"):
        notebook = clear_chapter(nbformat.read(path, as_version=4))
        if path.stem != CHAPTER:
            notebook.cells = [cell for cell in notebook.cells if not _takes_time(cell)]
        nbformat.write(notebook, folder / "notebooks" / path.name)


def _takes_time(cell: Any) -> bool:
    if cell.cell_type == "code":
        return cell.source.startswith("#| label:")
    return bool(re.search(r"@(?:fig|tbl)-", cell.source))


def own_chapter(folder: Path) -> None:
    """Write a chapter of the trust's own from the one of every report."""
    notebook = nbformat.read(folder / "notebooks" / f"{CHAPTER}.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.id != "parameters":
            cell.metadata.pop("tags", None)  # what JupyterLab writes has none
    place = folder / "data" / ORGANISATION / str(YEAR) / "notebooks"
    place.mkdir(exist_ok=True)
    nbformat.write(notebook, place / f"{CHAPTER}.ipynb")
