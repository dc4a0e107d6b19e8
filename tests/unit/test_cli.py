"""The command line as a user meets it: exit codes, streams, and bad input told whole."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wres.results import COLUMNS


def wres(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wres", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def copy(tmp_path: Path, project: Path) -> Path:
    """A folder of one's own with the data, and no report sources of its own."""
    shutil.copytree(project / "data", tmp_path / "data")
    return tmp_path


def damage(copy: Path, file: str, text: str | bytes | None) -> None:
    path = copy / "data" / "RV9" / "2021" / file
    if text is None:
        path.unlink()
    elif isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, encoding="utf-8")


RECRUITMENT = "ethnicity,shortlisted,appointed\nWhite,855,198\nBME,47,17\nUnknown,18,5\n"
WORKFORCE = "staff_group,band,ethnicity,headcount\n"
SURVEY = "indicator,survey_year,scope,ethnicity,percent,responses\n"
DAMAGES = {
    "missing column": (
        "recruitment.csv",
        "ethnicity,shortlisted\nWhite,855\n",
        r"recruitment\.csv.*column appointed",
    ),
    "unknown ethnicity": (
        "recruitment.csv",
        RECRUITMENT.replace("BME", "Asian"),
        r"recruitment\.csv row 3, column ethnicity: .*got 'Asian'",
    ),
    "unknown band": (
        "workforce.csv",
        WORKFORCE + "clinical,11,White,3\n",
        r"workforce\.csv row 2, column band: .*got '11'",
    ),
    "overlapping bands": (
        "workforce.csv",
        WORKFORCE + "clinical,1-4,White,30\nclinical,2,White,3\n",
        r"workforce\.csv row 3, column band: .*overlap",
    ),
    "group twice": (
        "recruitment.csv",
        RECRUITMENT + "White,1,1\n",
        r"recruitment\.csv row 5.*row 2",
    ),
    "negative headcount": (
        "workforce.csv",
        WORKFORCE + "clinical,5,White,-3\n",
        r"workforce\.csv row 2, column headcount: .*got '-3'",
    ),
    "fractional headcount": (
        "workforce.csv",
        WORKFORCE + "clinical,5,White,3.5\n",
        r"workforce\.csv row 2, column headcount: .*got '3\.5'",
    ),
    "appointed above shortlisted": (
        "recruitment.csv",
        RECRUITMENT.replace("47,17", "47,71"),
        r"recruitment\.csv row 3, column appointed: must not exceed shortlisted \(47\), got '71'",
    ),
    "percentage above 100": (
        "staff_survey.csv",
        SURVEY + "8,2020,trust,BME,118.4,49\n",
        r"staff_survey\.csv row 2, column percent: .*got '118\.4'",
    ),
    "not text at all": ("training.csv", b"\xff\xfe\x00\x01", r"training\.csv"),
}


@pytest.mark.parametrize("kind", DAMAGES)
@pytest.mark.parametrize("verb", ["indicators", pytest.param("render", marks=pytest.mark.slow)])
def test_damaged_input_gives_one_located_message_and_nothing_else(
    kind: str, verb: str, copy: Path
) -> None:
    file, text, message = DAMAGES[kind]
    damage(copy, file, text)
    ended = wres(verb, "RV9", "2021", cwd=copy)
    assert ended.returncode == 3
    assert ended.stdout == ""
    lines = ended.stderr.strip().splitlines()
    assert len(lines) == 1
    assert re.search(message, lines[0])
    assert "Traceback" not in ended.stderr
    assert sorted(path.name for path in copy.iterdir()) == ["data"]


def test_all_problems_of_all_files_are_told_at_once(copy: Path) -> None:
    damage(copy, "recruitment.csv", RECRUITMENT.replace("47,17", "47,71").replace("855", "x"))
    damage(copy, "workforce.csv", WORKFORCE + "clinical,5,White,-3\nclinical,5,Blue,3\n")
    ended = wres("indicators", "RV9", "2021", cwd=copy)
    assert ended.returncode == 3
    assert len(ended.stderr.strip().splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("RZZ", "2021"), r"data/RZZ: there is no folder.*RV9, RYV"),
        (("RV9", "2019"), r"data/RV9/2019: there is no folder.*2021"),
    ],
)
def test_missing_trust_or_year_ends_with_3(
    arguments: tuple[str, str], message: str, copy: Path
) -> None:
    ended = wres("render", *arguments, cwd=copy)
    assert ended.returncode == 3
    assert re.search(message, ended.stderr.replace("\\", "/"))
    assert not (copy / "build").exists()


def test_missing_source_file_leaves_its_indicator_not_available(copy: Path) -> None:
    damage(copy, "training.csv", None)
    ended = wres("indicators", "RV9", "2021", "--format", "csv", cwd=copy)
    assert ended.returncode == 0
    rows = [row for row in csv.DictReader(io.StringIO(ended.stdout)) if row["indicator"] == "4"]
    assert [row["status"] for row in rows] == ["not available"]
    assert rows[0]["reason"] == "no training figures for the whole trust were supplied for 2021"


@pytest.mark.slow
def test_csv_on_stdout_is_results_csv_and_json_holds_the_same(copy: Path) -> None:
    as_csv = wres("indicators", "RV9", "2021", "--format", "csv", cwd=copy)
    as_json = wres("indicators", "RV9", "2021", "--format", "json", cwd=copy)
    rows = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    records = json.loads(as_json.stdout)
    assert tuple(rows[0]) == tuple(records[0]) == COLUMNS
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        assert float(row["value"] or "nan") == pytest.approx(
            float("nan") if record["value"] is None else record["value"], nan_ok=True
        )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("render", "RV9", "2021", "--to", "pptx"), "--to takes html, pdf"),
        (("render", "RV9", "next"), "integer"),
        (("render", "RV9", "2021", "--engine", "word"), "word"),
        (("indicators", "RV9", "2021", "--profile", "secret"), "secret"),
        (("rendre", "RV9", "2021"), "rendre"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], message: str, copy: Path) -> None:
    ended = wres(*arguments, cwd=copy)
    assert ended.returncode == 2
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_commands_of_the_readme_that_only_print_do_what_they_say(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^wres indicators .+$", readme, re.MULTILINE)
    assert len(commands) >= 3
    for command in commands:
        ended = wres(*shlex.split(command)[1:], cwd=project)
        assert ended.returncode == 0
        assert "relative" in ended.stdout


def test_every_make_target_that_the_readme_names_exists(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([a-z-]+)$|`make ([a-z-]+)`", readme, re.MULTILINE):
        assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target
