"""The pages about all reports: what stands, for everybody, and what happened, for us."""

from __future__ import annotations

import json
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


RUN = {
    "Begun": "1 April 2022 at 02:00:00 (UTC+0100)",
    "Made by": "wres 0.1.0 (code 0123456789ab) with Python 3.11.7",
}
OUTCOMES = [
    Outcome("RAA", YEAR, "done", f"build/{YEAR}/RAA", 3.21, warnings=1, lines=("warning: <x>",)),
    Outcome("RBB", YEAR, "failed", "", 1.0, lines=("row 2: must not exceed",)),
    Outcome("RCC", YEAR, "failed", "", 1.0, lines=("no results",)),
]


def cells(page: Path) -> list[list[str]]:
    rows = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("tbody tr")
    return [[cell.get_text() for cell in row.select("th, td")] for row in rows]


def test_index_lists_what_stands_and_tells_nothing_of_what_failed(wanted: Report) -> None:
    write_page(wanted, OUTCOMES, "1 of 3 reports done", RUN)
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
    write_page(wanted, OUTCOMES, "1 of 3 reports done", RUN)
    page = wanted.shelf / "internal" / str(YEAR) / "all.public.html"
    assert cells(page)[0][1:] == ["done", "3.2", "1", "warning: <x>"]
    assert cells(page)[1][1:] == ["failed", "1.0", "0", "row 2: must not exceed"]
    text = page.read_text("utf-8")
    assert "INTERNAL: not for publication" in text
    assert "<p>1 of 3 reports done.</p>" in text


def test_page_of_the_run_says_when_and_by_what(wanted: Report) -> None:
    write_page(wanted, OUTCOMES, "1 of 3 reports done", RUN)
    page = wanted.shelf / "internal" / str(YEAR) / "all.public.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    terms = [one.get_text() for one in soup.select("dt")]
    assert dict(zip(terms, (one.get_text() for one in soup.select("dd")), strict=True)) == RUN
    index = (wanted.shelf / str(YEAR) / "index.html").read_text("utf-8")
    assert "1 April 2022" not in index  # it is published: the same reports, the same bytes


def test_pages_are_tables_whose_rows_stand_by_themselves_on_a_phone(wanted: Report) -> None:
    """A row that is laid out as a block is no row to a screen reader unless a role says so."""
    write_page(wanted, OUTCOMES, "1 of 3 reports done", RUN)
    page = wanted.shelf / "internal" / str(YEAR) / "all.public.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    (table,) = soup.select("table.cards[role=table]")
    rows = table.select("tbody tr[role=row]")
    assert len(rows) == 3
    for row in rows:
        assert len(row.select("th[role=rowheader]")) == 1
        shown = [cell["data-heading"] for cell in row.select("td[role=cell]")]
        assert shown == ["Outcome", "Seconds", "Warnings", "What was told"]


def test_trust_whose_facts_can_not_be_read_is_what_its_report_says(tmp_path: Path) -> None:
    for code in ("RAA", "RBB"):
        trust(tmp_path, code)
    shelf = tmp_path / "build"
    for code in ("RAA", "RBB"):
        (shelf / str(YEAR) / code).mkdir(parents=True)
        (shelf / str(YEAR) / code / "report.html").touch()
    (tmp_path / "data" / "RBB" / "trust.yml").write_text("name: [", encoding="utf-8")
    wanted = Report("", YEAR, tmp_path / "data", shelf, ROOT)
    index = shelf / str(YEAR) / "index.html"
    banner = "FICTIONAL: these are not figures of real organisations"

    record = shelf / str(YEAR) / "RBB" / "run.json"
    for older in ("", json.dumps({"trust": {"name": "Bee NHS Trust"}})):  # that say nothing of it
        record.write_text(older, encoding="utf-8")
        write_page(wanted, OUTCOMES[:2], "1 of 2 reports done", RUN)
        text = index.read_text("utf-8")
        assert banner not in text
        assert '<p class="marking">MAY BE FICTIONAL: not known for RBB</p>' in text
        name = "Bee NHS Trust" if older else "name not known"
        assert cells(index)[1][0] == f"{name} (RBB, may be fictional)"

    for fictional, mark in ((True, ", fictional"), (False, "")):
        told = {"trust": {"name": "Bee NHS Trust", "fictional": fictional}}
        record.write_text(json.dumps(told), encoding="utf-8")
        write_page(wanted, OUTCOMES[:2], "1 of 2 reports done", RUN)
        text = index.read_text("utf-8")
        assert (banner in text) == fictional
        assert "MAY BE FICTIONAL" not in text
        assert cells(index)[1][0] == f"Bee NHS Trust (RBB{mark})"


def test_trust_that_its_standing_report_and_its_data_tell_apart_may_be_fictional(
    tmp_path: Path,
) -> None:
    trust(tmp_path, "RBB", fictional=False)
    place = tmp_path / "build" / str(YEAR) / "RBB"
    place.mkdir(parents=True)
    (place / "report.html").touch()
    told = {"trust": {"name": "Bee NHS Trust", "fictional": True}}
    (place / "run.json").write_text(json.dumps(told), encoding="utf-8")
    wanted = Report("", YEAR, tmp_path / "data", tmp_path / "build", ROOT)
    write_page(wanted, OUTCOMES[1:2], "0 of 1 reports done", RUN)
    assert "MAY BE FICTIONAL: not known for RBB" in (place.parent / "index.html").read_text("utf-8")


def test_index_marks_what_stands_and_the_page_of_the_run_all(wanted: Report) -> None:
    (wanted.data / "RCC" / "trust.yml").write_text("name: [", encoding="utf-8")
    write_page(wanted, OUTCOMES, "1 of 3 reports done", RUN)
    index = wanted.shelf / str(YEAR) / "index.html"
    assert "MAY BE" not in index.read_text("utf-8")  # nothing of RCC stands
    page = wanted.shelf / "internal" / str(YEAR) / "all.public.html"
    marks = "MAY BE FICTIONAL: not known for RCC. INTERNAL: not for publication"
    assert f'<p class="marking">{marks}</p>' in page.read_text("utf-8")
