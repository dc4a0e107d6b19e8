"""Settings that can change nothing in this year's report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.check.conftest import TRUST
from wres.check import idle_settings
from wres.sources.folders import YearFolder
from wres.sources.trust_year import read_trust

STAFF = "staff_group,band,ethnicity,headcount\nall,all,White,960\nall,all,BME,40\n"


def made(tmp_path: Path, settings: str) -> Path:
    folder = tmp_path / "data" / "RXX" / "2021"
    folder.mkdir(parents=True)
    (folder.parent / "trust.yml").write_text(f"{TRUST}settings:\n{settings}", encoding="utf-8")
    (folder / "workforce.csv").write_text(STAFF, encoding="utf-8")
    return tmp_path / "data"


def told(tmp_path: Path, settings: str) -> list[tuple[int | None, str | None, str | None]]:
    folder = YearFolder(made(tmp_path, settings), "RXX", 2021)
    found = idle_settings(folder.trust(), read_trust(folder).settings, 2021)
    assert all(one.file.endswith("RXX/trust.yml") for one in found)
    assert all("Give " in one.remedy for one in found)
    return [(one.row, one.column, one.given) for one in found]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("  baseline_year: 2020\n", []),
        ("  few_events: 6\n  baseline_year: 2021\n", [(8, "settings.baseline_year", "2021")]),
        ("  baseline_year: 2023\n", [(7, "settings.baseline_year", "2023")]),
        ("  model_employer: {target_year: 2022}\n", []),
        (
            "  model_employer:\n    target_year: 2021\n",
            [(8, "settings.model_employer.target_year", "2021")],
        ),
    ],
)
def test_a_year_that_this_report_cannot_use_is_told_in_its_line(
    tmp_path: Path, settings: str, expected: list[tuple[int, str, str]]
) -> None:
    assert told(tmp_path, settings) == expected


def test_the_target_year_meant_where_none_is_given_is_past_from_2028_on(tmp_path: Path) -> None:
    folder = YearFolder(made(tmp_path, "  few_events: 6\n"), "RXX", 2021)
    settings = read_trust(folder).settings
    assert idle_settings(folder.trust(), settings, 2027) == []
    (problem,) = idle_settings(folder.trust(), settings, 2028)
    assert problem.given == "2028"
