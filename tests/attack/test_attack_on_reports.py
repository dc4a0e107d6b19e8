"""Nothing that is withheld can be worked out from any file of two years' reports."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path

import pytest

from tests.attack.adversary import attack
from tests.attack.attacking import (
    YEARS,
    attack_reports,
    generated,
    read_both,
    render_years,
    trust_folder,
)
from tests.attack.fast_chapters import fast_chapters
from tests.attack.made import GROUPS, Tables
from tests.attack.truth import true_counts
from wres.report import Report, make_report

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="chapters are run in forks"),
]


@pytest.mark.parametrize("seed", [2, 5])
def test_no_withheld_count_can_be_worked_out_from_any_published_file(seed: int) -> None:
    outcome = attack_reports(*generated(seed))
    print(outcome)
    assert not outcome.misread
    assert not outcome.findings, "\n".join(map(str, outcome.findings))
    assert not outcome.unexplained, "\n".join(outcome.unexplained[:20])
    files = {"notebooks", "report.html", "report.pdf", "report.docx", "tables.xlsx", "results.csv"}
    assert all(outcome.read[file] > 100 for file in files)
    assert outcome.sensitive > 10


def test_without_secondary_suppression_the_files_give_counts_away() -> None:
    outcome = attack_reports(*generated(2), secondary=False, formats=("html",))
    assert not outcome.misread
    assert len(outcome.findings) > 3


@pytest.mark.parametrize(
    ("form", "file"),
    [("html", "report.html"), ("docx", "report.docx"), ("xlsx", "tables.xlsx")],
)
def test_one_format_alone_gives_counts_away_without_secondary_suppression(
    form: str, file: str
) -> None:
    """What each prints must be enough: the csv is not needed to find a count."""
    code, years, beside = generated(2)
    with trust_folder(code, years, beside) as data:
        places = render_years(data, code, data / "shelf", secondary=False, formats=(form,))
        facts = [
            fact
            for files in read_both(places, data)
            for fact in files.facts
            if fact.file.startswith(file)
        ]
        assert len(attack(facts, true_counts(data, code, YEARS)).findings) > 3


def test_word_and_the_workbook_are_read_to_the_figures_of_the_page() -> None:
    code, years, beside = generated(5)
    with trust_folder(code, years, beside) as data:
        places = render_years(data, code, data / "shelf", formats=("html", "docx", "xlsx"))
        for files in read_both(places, data):
            read = {
                name: {
                    (fact.kind, fact.parts, fact.low, fact.high, fact.known, fact.text)
                    for fact in files.facts
                    if fact.file.startswith(name) and "svg" not in fact.file
                }
                for name in ("report.html", "report.docx", "tables.xlsx")
            }
            assert len(read["report.html"]) > 100
            assert {one[:5] for one in read["report.html"]} <= {
                one[:5] for one in read["report.docx"]
            }
            in_tables = {one[:5] for one in read["report.html"] if one[5].startswith("tbl-")}
            assert in_tables
            assert in_tables <= {one[:5] for one in read["tables.xlsx"]}


def test_a_report_does_not_depend_on_what_it_withholds() -> None:
    """Non-interference: two trusts that differ in withheld counts only publish the same bytes."""
    years = {year: _square() for year in YEARS}
    with trust_folder("ZZ9", years) as data, trust_folder("ZZ9", _others(years)) as other:
        first, second = (
            render_years(folder, "ZZ9", folder / "shelf", formats=("html", "docx", "xlsx"))
            for folder in (data, other)
        )
        for one, two in zip(first, second, strict=True):
            names = [path.relative_to(one) for path in sorted(one.rglob("*")) if path.is_file()]
            differing = [
                str(name)
                for name in names
                if name.name != "run.json"
                and (one / name).read_bytes() != (two / name).read_bytes()
            ]
            assert not differing


def _published(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes; of run.json all but how long the work took."""
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    record = json.loads(files["run.json"])
    del record["seconds_elapsed"], record["made_at"]
    return files | {"run.json": json.dumps(record).encode()}


def _square() -> Tables:
    """Make a trust whose only small counts are BME and Unknown staff of two bands."""
    counts = {"5": (90, 2, 3), "6": (80, 3, 2), "7": (70, 20, 10), "8a": (60, 9, 8)}
    rows = [
        {"staff_group": half, "band": band, "ethnicity": group, "headcount": str(count)}
        for half in ("clinical", "non-clinical")
        for band, of in counts.items()
        for group, count in zip(GROUPS, of if half == "clinical" else (50, 10, 9), strict=True)
    ]
    return {"workforce": rows}


def _others(years: dict[int, Tables]) -> dict[int, Tables]:
    """Move people between two groups and two bands, so that every total stays as it is.

    Both bands are withheld in full, before and after: the adversary's own case of two answers.
    """
    other = copy.deepcopy(years)
    for tables in other.values():
        cells = {
            (row["staff_group"], row["band"], row["ethnicity"]): row for row in tables["workforce"]
        }
        for band, more in (("5", 1), ("6", -1)):
            for group, sign in (("BME", more), ("Unknown", -more)):
                row = cells["clinical", band, group]
                row["headcount"] = str(int(row["headcount"]) + sign)
    return other


def test_chapters_run_fast_are_the_chapters_that_kernels_run(
    tmp_path: Path, data: Path, project: Path
) -> None:
    def render(shelf: Path, chapters: str = "standard") -> Path:
        report = Report("RYV", 2020, data, shelf, project, formats=("html",), chapters=chapters)
        return make_report(report)

    with fast_chapters():
        fast = render(tmp_path / "fast")
    warm = render(tmp_path / "warm", "warm")
    usual = render(tmp_path / "usual")
    names = [path.name for path in sorted((usual / "notebooks").iterdir())]
    assert names
    for other in (fast, warm):
        assert all(
            (other / "notebooks" / name).read_bytes() == (usual / "notebooks" / name).read_bytes()
            for name in names
        )
