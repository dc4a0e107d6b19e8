"""`wres audit` as it is called."""

from __future__ import annotations

import contextlib
import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.audit.test_right_reports import SAMPLE, report, rounding
from wres.cli import main

ROOT = Path(__file__).parents[2]


def wres(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Call the command in this process: another takes seconds to begin."""
    command = ["wres", "audit", *map(str, arguments)]
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2)]
    code: object = 0
    with (
        contextlib.chdir(ROOT),
        contextlib.redirect_stdout(streams[0]),
        contextlib.redirect_stderr(streams[1]),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "argv", command)
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
    told = []
    for stream in streams:
        stream.flush()
        told.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(command, int(str(code)), told[0], told[1])


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.md"
    path.write_text(report(*SAMPLE, rounding("ROUND_HALF_UP"), of_rounded=False), encoding="utf-8")
    return path


@pytest.fixture
def wrong(right: Path) -> Path:
    path = right.with_name("wrong.md")
    path.write_text(right.read_text("utf-8").replace("BME) | 1.43", "BME) | 0.70"), "utf-8")
    return path


@pytest.mark.slow
def test_a_process_of_its_own_ends_with_the_same_code(right: Path, wrong: Path) -> None:
    for path in (right, wrong):
        command = [sys.executable, "-m", "wres", "audit", str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == wres(path).returncode


def test_a_right_report_ends_with_0(right: Path) -> None:
    done = wres(right)
    assert (done.returncode, done.stdout.splitlines()[-1][:31]) == (
        0, "0 contradictions, 0 of rounding",
    )  # fmt: skip


def test_a_contradiction_ends_with_1_and_is_told_with_its_formula(wrong: Path) -> None:
    done = wres(wrong, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    told = [row for row in rows if row["mistake"] == "reversed direction"]
    assert done.returncode == 1
    assert [(row["published"], row["recomputed"]) for row in told] == [("0.70", "1.43")]
    assert told[0]["formula"] == "(120 ÷ 640) ÷ (21 ÷ 160) = 1.4286"
    assert told[0]["confirmed"] == "no"


def test_candidates_are_written_confirmed_and_audited(wrong: Path) -> None:
    table = wrong.with_name("claims.csv")
    first = wres(wrong, "--claims", table)
    assert "candidate claims written" in first.stderr
    text = table.read_text("utf-8-sig")
    lines = text.splitlines()
    confirmed = [f"{line}yes" if ",0.70," in line else line for line in lines[1:]]
    table.write_text("\n".join([lines[0], *confirmed]) + "\n", encoding="utf-8")
    again = wres(wrong, "--claims", table, "--format", "csv")
    rows = [row for row in csv.DictReader(io.StringIO(again.stdout)) if row["published"] == "0.70"]
    assert again.returncode == 1
    assert {row["confirmed"] for row in rows if row["mistake"] == "reversed direction"} == {"yes"}
    assert "are not confirmed and were left out" in again.stderr


def test_a_page_is_written_for_the_author(wrong: Path) -> None:
    page = wrong.with_name("audit.html")
    done = wres(wrong, "--html", page)
    assert done.returncode == 1
    assert "<title>Audit of wrong.md</title>" in page.read_text("utf-8")


def test_the_template_is_a_table_that_is_read(tmp_path: Path) -> None:
    template = wres("--template").stdout
    table = tmp_path / "claims.csv"
    row = {"place": "page 4", "indicator": "3", "measure": "relative_likelihood", "value": "1.09",
           "numerator": "1", "denominator": "143", "comparator_numerator": "17",
           "comparator_denominator": "2643"}  # fmt: skip
    cells = [row.get(name, "") for name in template.strip().split(",")]
    table.write_text(template + ",".join(cells) + "\n", encoding="utf-8")
    assert wres(table).returncode == 0


def test_claims_are_held_to_the_trusts_own_results(tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    rows = ["page 4,8,percentage,BME,2021,18.4%", "page 4,8,percentage,White,2021,18.4%"]
    header = "place,indicator,measure,group,year,value"
    table.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    done = wres(table, "--organisation", "RV9", "--year", "2021", "--format", "csv")
    told = [row["recomputed"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert (done.returncode, told) == (1, ["3.8%"])


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("nowhere.docx",), 3, "there is no such file"),
        ((), 2, "name the report"),
        (("README.md", "--docx", "out.docx"), 2, "is none"),
        (("README.md", "--html", "README.md"), 2, "overwrite the report"),
        (("README.md", "--html", "nowhere/out.html"), 2, "no folder"),
        (("README.md", "--organisation", "RV9"), 2, "needs --year"),
    ],
)
def test_what_cannot_work_is_refused_and_nothing_written(
    arguments: tuple[str, ...], code: int, why: str
) -> None:
    before = (ROOT / "README.md").read_bytes()
    done = wres(*arguments)
    assert (done.returncode, why in done.stderr) == (code, True)
    assert (ROOT / "README.md").read_bytes() == before
