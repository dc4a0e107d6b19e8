"""A fictional trust's tables, written as csv and read by the project's own reader."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import pandas as pd

from wres.chapters.reading import Chapter, Facts
from wres.counts import with_totals
from wres.indicators import compute_results
from wres.sources import TrustYear, load_benchmarks, read_trust_year

YEAR = 2021
# One reads `board="executive,yes,White,6"` more easily below these than with a header each time.
HEADERS = {
    "workforce": "staff_group,band,ethnicity,headcount",
    "workforce_percent": "staff_group,band,ethnicity,percent",
    "recruitment": "ethnicity,shortlisted,appointed",
    "disciplinary": "ethnicity,workforce,entered_process",
    "training": "ethnicity,workforce,accessed",
    "staff_survey": "indicator,survey_year,scope,ethnicity,percent,responses,edition,base",
    "board": "membership,voting,ethnicity,members",
    "board_percent": "membership,voting,ethnicity,percent",
    "published_ratios": "indicator,year,numerator_group,denominator_group,ratio,note",
    "comparators": "name,year,indicator,value,source,group,unit,base",
    "supplementary": "label,group,value,base,source",
    "local_population": "area,population,percent_bme,source,year",
}
NATIONAL = "year,year_basis,indicator,geography,group,value,unit,status,source,base\n"


def trust_year(year: int = YEAR, term: str = "BME", **tables: str) -> TrustYear:
    """Read tables given as csv lines without their header, or with one of their own."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "RXX" / str(year)
        folder.mkdir(parents=True)
        facts = f"ods_code: RXX\nname: Elm NHS Trust\nregion: London\ntype: acute\nterm: {term}\n"
        (folder.parent / "trust.yml").write_text(facts, encoding="utf-8")
        for name, lines in tables.items():
            text = dedent(lines).strip()
            if not text.startswith(
                (
                    "ethnicity,",
                    "division,",
                    "indicator,",
                    "staff_group,",
                    "membership,",
                    "label,",
                    "area,",
                    "name,",
                )
            ):
                text = f"{HEADERS[name]}\n{text}"
            path = folder / f"{name.removesuffix('_percent')}.csv"
            path.write_text(text + "\n", encoding="utf-8")
        return read_trust_year(Path(scratch), "RXX", year)


def national(lines: str) -> pd.DataFrame:
    """Read national benchmarks given as csv lines without their header."""
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "benchmarks" / "national.csv"
        path.parent.mkdir()
        path.write_text(NATIONAL + dedent(lines).strip() + "\n", encoding="utf-8")
        return load_benchmarks(Path(scratch))


def chapter_of(
    now: TrustYear, before: TrustYear | None = None, benchmarks: pd.DataFrame | None = None
) -> Chapter:
    """Compute results and hold them as a chapter does."""
    facts = Facts(
        organisation="RXX",
        name=now.trust.name,
        year=now.year,
        profile="public",
        term=now.trust.term,
    )
    return Chapter(
        compute_results(with_totals(now), [with_totals(before)] if before else [], benchmarks),
        facts,
    )


def chapter(year: int = YEAR, term: str = "BME", **tables: str) -> Chapter:
    """Results of one year's tables, without another year or a benchmark."""
    return chapter_of(trust_year(year, term, **tables))


def only(chapter: Chapter, **wanted: Any) -> pd.Series:
    """Return the one result that fits; there must be one."""
    row = chapter.row(**wanted)
    assert row is not None, f"no result {wanted} in\n{chapter.results.iloc[:, 4:8]}"
    return row
