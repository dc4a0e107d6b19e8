"""A fictional trust of 300 staff whose return is small enough to add up by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from wres.sources import TrustYear, read_trust_year
from wres.sources.folders import YearFolder

TRUST = """\
ods_code: RXX
name: =Example NHS Trust
region: Midlands
type: acute
fictional: {fictional}
"""
TABLES = {
    "workforce": """\
        staff_group,band,ethnicity,headcount,division
        non-clinical,2,White,60,
        non-clinical,2,BME,12,
        non-clinical,2,Unknown,3,
        clinical,5,White,150,
        clinical,5,BME,40,
        clinical,5,Unknown,5,
        clinical,consultant,White,14,
        clinical,consultant,BME,15,
        clinical,consultant,Unknown,1,
        clinical,5,White,99,Surgery
        """,
    "recruitment": """\
        ethnicity,shortlisted,appointed
        White,200,40
        BME,100,10
        Unknown,8,1
        """,
    "disciplinary": """\
        ethnicity,workforce,entered_process
        White,224,4
        BME,67,3
        Unknown,9,0
        """,
    "training": """\
        ethnicity,workforce,accessed
        White,224,120
        BME,67,30
        Unknown,9,2
        """,
    "staff_survey": """\
        indicator,survey_year,scope,ethnicity,percent,responses,edition
        5,2023,trust,White,22.4,900,2023
        5,2023,trust,BME,26,110,2023
        5,2022,trust,BME,31,100,2023
        5,2023,benchmark,BME,28,,2023
        8,2023,trust,BME,18,,2022
        8,2023,trust,BME,18.4,,2023
        """,
    "board": """\
        membership,voting,ethnicity,members
        executive,yes,White,4
        executive,yes,BME,1
        executive,yes,Unknown,0
        executive,no,White,1
        executive,no,BME,0
        executive,no,Unknown,0
        non-executive,yes,White,5
        non-executive,yes,BME,1
        non-executive,yes,Unknown,1
        non-executive,no,White,0
        non-executive,no,BME,0
        non-executive,no,Unknown,0
        """,
}


@pytest.fixture
def folder(tmp_path: Path) -> YearFolder:
    return YearFolder(tmp_path / "data", "RXX", 2024)


@pytest.fixture
def make(folder: YearFolder) -> Callable[..., TrustYear]:
    """Read the trust's tables, some of them replaced, or left out with None."""

    def made(year: int = 2024, fictional: bool = True, **tables: str | None) -> TrustYear:
        place = folder.data / "RXX" / str(year)
        place.mkdir(parents=True, exist_ok=True)
        facts = TRUST.format(fictional=str(fictional).lower())
        (place.parent / "trust.yml").write_text(facts, encoding="utf-8")
        for name, lines in {**TABLES, **tables}.items():
            if lines is not None:
                (place / f"{name}.csv").write_text(dedent(lines), encoding="utf-8")
        return read_trust_year(folder.data, "RXX", year)

    return made


@pytest.fixture
def trust_year(make: Callable[..., TrustYear]) -> TrustYear:
    return make()
