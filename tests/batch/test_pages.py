"""The pages about all reports: what stands, for everybody, and what happened, for us."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.batch.trusts import ROOT, YEAR, trust
from wres.batch.page import write_page
from wres.batch.units import Outcome
from wres.report import Report


@pytest.fixture
def wanted(tmp_path: Path) -> Report:
    trust(tmp_path, "RAA", name="A <b>bold</b> & Sons NHS Trust", fictional=False)
    trust(tmp_path, "RBB")
    trust(tmp_path, "RCC")
    shelf = tmp_path / "build"
    for code in ("RAA", "RBB"):  # of the second, the last good report
        (shelf / str(YEAR) / code).mkdir(parents=True)
        (shelf / str(YEAR) / code / "report.html").touch()
    (shelf / str(YEAR) / "RAA" / "report.pdf").touch()
    return Report("", YEAR, tmp_path / "data", shelf, ROOT)


OUTCOMES = [
    Outcome("RAA", YEAR, "done", f"build/{YEAR}/RAA", 3.21, warnings=1, lines=("warning: <x>",)),
    Outcome("RBB", YEAR, "failed", "", 1.0, lines=("row 2: must not exceed",)),
    Outcome("RCC", YEAR, "failed", "", 1.0, lines=("no results",)),
]


def cells(page: Path) -> list[list[str]]:
    rows = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("tbody tr")
    return [[cell.get_text() for cell in row.select("th, td")] for row in rows]


def test_index_lists_what_stands_and_tells_nothing_of_what_failed(wanted: Report) -> None:
    write_page(wanted, OUTCOMES, "1 of 3 reports done")
    page = wanted.shelf / str(YEAR) / "index.html"
    links = [
        [link["href"] for link in row.select("a")]
        for row in BeautifulSoup(page.read_text("utf-8"), "html.parser").select("tbody tr")
    ]
    assert links == [["RAA/report.html", "RAA/report.pdf"], ["RBB/report.html"]]
    assert [row[0] for row in cells(page)] == [
        "A <b>bold</b> & Sons NHS Trust (RAA)",
        "Example RBB NHS Trust (RBB, fictional)",
    ]
    text = page.read_text("utf-8")
    assert "must not exceed" not in text
    assert "failed" not in text
    assert "not figures of real organisations" not in text  # one of them is real


def test_page_of_the_run_is_internal_and_tells_all(wanted: Report) -> None:
    write_page(wanted, OUTCOMES, "1 of 3 reports done")
    page = wanted.shelf / "internal" / str(YEAR) / "all.public.html"
    assert cells(page)[0][1:] == ["done", "3.2", "1", "warning: <x>"]
    assert cells(page)[1][1:] == ["failed", "1.0", "0", "row 2: must not exceed"]
    text = page.read_text("utf-8")
    assert "INTERNAL: not for publication" in text
    assert "<p>1 of 3 reports done.</p>" in text
