"""Survey results as series of points, and which points may be joined by a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from wres.charts.cells import Cell, number, only_broken_down_by, parts_of, whole
from wres.definitions.indicators import Indicator

__all__ = [
    "BENCHMARK",
    "GROUPS",
    "NATIONAL",
    "TRUST",
    "Point",
    "Series",
    "survey_series",
    "withheld_years",
]

GROUPS = ("BME", "White")
TRUST, BENCHMARK, NATIONAL = "trust", "benchmark", "national"


@dataclass(frozen=True)
class Point:
    """One group's percentage in one survey.

    Parameters
    ----------
    year : int
        Autumn of the survey.
    joined : bool
        Whether a line may be drawn to it from the point of the year before.
    """

    year: int
    cell: Cell
    joined: bool = False


@dataclass(frozen=True)
class Series:
    """The points of one group in the trust, in its survey benchmark group, or nationally."""

    scope: str
    group: str
    points: tuple[Point, ...]
    name: str = ""

    @property
    def last(self) -> Point:
        """The latest point."""
        return self.points[-1]


def survey_series(rows: pd.DataFrame, record: Indicator) -> list[Series]:
    """Take the series of one survey indicator out of its results rows.

    A national figure stands in where a group has no survey benchmark. Empty series are left out.
    """
    figures = {_key(row): row for row in _percentages(rows).itertuples()}
    made = []
    for group in GROUPS:
        trust = _trust_points(figures, group)
        benchmark = _benchmark_points(figures, group, _joined_years(figures), record)
        national = () if benchmark else tuple(_national_points(figures, group))
        made += [
            Series(TRUST, group, trust),
            Series(BENCHMARK, group, benchmark),
            Series(NATIONAL, group, national, _national_name(figures, group)),
        ]
    return [series for series in made if series.points]


def withheld_years(rows: pd.DataFrame) -> dict[str, tuple[int, ...]]:
    """Return the surveys in which the trust's figure of a group is withheld, by group."""
    percentages = _percentages(rows)
    hidden = percentages[percentages["status"].eq("suppressed")]
    keys = sorted(_key(row) for row in hidden.itertuples())
    found = {
        group: tuple(year for scope, year, name in keys if (scope, name) == (TRUST, group))
        for group in GROUPS
    }
    return {group: years for group, years in found.items() if years}


def _percentages(rows: pd.DataFrame) -> pd.DataFrame:
    return only_broken_down_by(rows[rows["measure"].eq("percentage")], "scope", "survey_year")


def _key(row: Any) -> tuple[str, int, str]:
    parts = parts_of(row.breakdown)
    return parts.get("scope", TRUST), int(parts["survey_year"]), row.group


def _of(figures: dict[Any, Any], scope: str, group: str) -> list[tuple[int, Any]]:
    """Return the rows of one scope and group that hold a figure, by year."""
    return sorted(
        (year, row)
        for (row_scope, year, row_group), row in figures.items()
        if (row_scope, row_group) == (scope, group) and not pd.isna(row.value)
    )


def _trust_points(figures: dict[Any, Any], group: str) -> tuple[Point, ...]:
    rows = _of(figures, TRUST, group)
    years = {year for year, _ in rows}
    return tuple(
        Point(year, Cell.of(row), year - 1 in years and not pd.isna(row.previous))
        for year, row in rows
    )


def _joined_years(figures: dict[Any, Any]) -> set[int]:
    """Years of which a trust's point is joined to the one before."""
    points = (point for group in GROUPS for point in _trust_points(figures, group))
    return {point.year for point in points if point.joined}


def _benchmark_points(
    figures: dict[Any, Any], group: str, joined_years: set[int], record: Indicator
) -> tuple[Point, ...]:
    """Benchmark rows carry no previous figure: where a base may differ, they go by the trust's."""
    rows = _of(figures, BENCHMARK, group)
    years = {year for year, _ in rows}
    return tuple(
        Point(
            year,
            Cell.of(row),
            year - 1 in years and (year in joined_years or not record.series_break),
        )
        for year, row in rows
    )


def _national_points(figures: dict[Any, Any], group: str) -> Iterator[Point]:
    """Yield the newest national figure that stands beside one of the trust's."""
    for _, row in reversed(_of(figures, TRUST, group)):
        if number(row.benchmark) is not None:
            # The national figure of reporting year t is that of the survey of autumn t - 1.
            year = (whole(row.benchmark_year) or 0) - 1
            yield Point(year, Cell(number(row.benchmark), row.unit, "as published"))
            return


def _national_name(figures: dict[Any, Any], group: str) -> str:
    names = [row.benchmark_name for _, row in _of(figures, TRUST, group) if row.benchmark_name]
    return str(names[-1]) if names else ""
