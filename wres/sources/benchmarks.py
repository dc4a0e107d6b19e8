"""`benchmarks/national.csv`: what national publications say, each figure with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pandas as pd

from wres.definitions.geographies import read_geography
from wres.errors import InputError, Problem
from wres.sources.cells import BASE, NUMBER, TEXT, YEAR, CellError, Kind, one_of
from wres.sources.columns import Column
from wres.sources.files import InputFile
from wres.sources.folders import shown_path
from wres.sources.others import GROUP, groups_of, is_plausible, plausible, units_of
from wres.sources.tables import Rows, Rule, Table, check_table

__all__ = ["BENCHMARKS", "HEADLINES", "group_of", "load_benchmarks", "usable"]

# What is for print, the best attested first.
STATUS_RANK: Final = {"published report": 0, "secondary source": 1}
NOT_FOR_PRINT: Final = ("approximate", "unverified")
# Number of the indicator whose headline figure a code of the table stands for.
HEADLINES = {"workforce_share": "workforce", "9_board_share": "9"} | {n: n for n in "2345678"}
_SURVEY: Final = frozenset("5678")

_INDICATORS = (
    "workforce_share",
    "1_VSM",
    "1_band_8c_plus",
    "1_doctors",
    "1_nurses",
    *"2345678",
    "9_board_share",
)


def _read_unit(cell: str) -> str:
    if re.fullmatch(r"%|ratio|headcount|% of .+|trusts of [0-9]+", cell):
        return cell
    raise CellError("must be %, ratio, headcount, `% of ...` or `trusts of ...`")


_UNIT = Kind("unit", "must be %, ratio, headcount, `% of ...` or `trusts of ...`", _read_unit)
_INDICATOR = one_of("indicator", {one.casefold(): one for one in _INDICATORS})
_YEAR_BASIS = one_of("year basis", {"wres": "WRES", "survey": "survey", "not stated": "not stated"})
_STATUS = one_of("status", {one: one for one in (*STATUS_RANK, *NOT_FOR_PRINT)})


def _read_geography(cell: str) -> str:
    known = read_geography(cell)
    if known is not None:
        return known
    if re.fullmatch(r".+ survey benchmark group", cell):
        return cell
    raise CellError(_GEOGRAPHY.rule)


_GEOGRAPHY = Kind(
    "geography",
    "must be England, an NHS region, a type of trust, or `... survey benchmark group`",
    _read_geography,
)


def group_of(group: str) -> str | None:
    """Give the ethnic group that a row is about; None where it counts something else.

    Examples
    --------
    >>> group_of("White over BAME, London"), group_of("trusts with ratio > 1.25")
    ('White over BME', None)
    """
    try:
        return str(GROUP.read(group.split(",", 1)[0]))
    except CellError:
        return None


def _units(number: str, group: str) -> tuple[str, ...]:
    """Give the units that a figure of a group may have."""
    if " over " in group:
        return ("ratio",)
    return ("%", "headcount") if number in {"workforce", "9"} else ("%",)


def _right_figures(rows: Rows) -> Iterator[Problem]:
    """Hold rows about an ethnic group against the indicator: its groups, unit and size."""
    if not rows.has("indicator", "group", "unit", "value"):
        return
    for row in rows.typed.index[rows.sound("indicator", "group", "unit", "value")]:
        number = HEADLINES.get(str(rows.value(row, "indicator")))
        group = group_of(str(rows.value(row, "group")))
        if number is not None and group is not None:
            yield from _wrong_figure(rows, int(row), number, group)


def _wrong_figure(rows: Rows, row: int, number: str, group: str) -> Iterator[Problem]:
    unit, value = str(rows.value(row, "unit")), float(rows.value(row, "value"))
    if group not in groups_of(number):
        rule = f"must be {' or '.join(groups_of(number))}, as indicator {number} has it"
        given = rows.given(row, "group")
        yield rows.file.problem(rule, row=row, column="group", given=given)
    elif unit not in _units(number, group):
        rule = f"must be {' or '.join(_units(number, group))}, the unit of indicator {number}"
        yield rows.file.problem(rule, row=row, column="unit", given=unit)
    elif unit != "headcount" and not is_plausible(value, unit):
        given = rows.given(row, "value")
        yield rows.file.problem(plausible(unit), row=row, column="value", given=given)


BENCHMARKS = Table(
    name="national",
    columns=(
        Column("year", YEAR, "year that the figure is about"),
        Column("year_basis", _YEAR_BASIS, "31 March of that year, its autumn survey, or unclear"),
        Column("indicator", _INDICATOR, "indicator, or part of one"),
        Column("geography", _GEOGRAPHY, "England, a region, a type of trust, or a benchmark group"),
        Column("group", TEXT, "group, or the words for what is counted"),
        Column("value", NUMBER, "the figure as published"),
        Column("unit", _UNIT, "unit of the figure"),
        Column("status", _STATUS, "how sure it is; `approximate`, `unverified`: not for print"),
        Column("source", TEXT, "publication that the figure was taken from"),
        Column("base", BASE, "whether `don't know` is in the base (7)", required=False, blank=True),
        Column(
            "printed_as",
            TEXT,
            "name of the publication as a report prints it; a row without is not used in any",
            required=False,
            blank=True,
        ),
    ),
    rules=(
        Rule(
            "A row about an ethnic group has a group, unit and size that the indicator can have: a "
            "ratio's groups stand in the standard's order.",
            _right_figures,
        ),
    ),
)


def load_benchmarks(data: Path) -> pd.DataFrame:
    """Read the national benchmarks.

    Parameters
    ----------
    data : Path
        The data folder.

    Returns
    -------
    DataFrame
        One row a published figure. Sources that disagree stand in rows of their own, and not
        every figure is for print (`usable`): whoever shows one chooses.

    Raises
    ------
    InputError
        The file is missing or at fault; every problem is named.
    """
    path = Path(data) / "benchmarks" / "national.csv"
    checked = check_table(BENCHMARKS, InputFile(path, shown_path(path), "the command"))
    if checked.problems:
        raise InputError(checked.problems)
    return checked.frame


def usable(benchmarks: pd.DataFrame, year: int | None = None) -> list[Any]:
    """Choose the figures that a report may be compared with, tell of, or be called wrong by.

    Verified, about a known year up to the report's, in an indicator's own unit and about a group
    that it compares; with a publication's name to print, where others have one.

    Parameters
    ----------
    benchmarks : DataFrame
        As `load_benchmarks` returns it.
    year : int, optional
        The report's; without one, figures of every year.

    Returns
    -------
    list of named tuple
        Rows of the table, the best attested first; `reported` is the reporting year, `told` the
        group, and `printed` the publication's name.
    """
    made = benchmarks.assign(
        # The survey of an autumn belongs to the next year's report.
        reported=benchmarks["year"].astype(int) + benchmarks["year_basis"].eq("survey").astype(int),
        told=benchmarks["group"].map(group_of),
        printed=_printed(benchmarks),
    )
    rows = made[
        made["status"].isin(list(STATUS_RANK))
        & made["year_basis"].isin(["WRES", "survey"])
        & made["printed"].ne("")
    ]
    if year is not None:
        rows = rows[rows["reported"].le(year)]
    records: list[Any] = [row for row in rows.itertuples() if _is_of_headline(row)]
    return sorted(records, key=lambda row: STATUS_RANK[row.status])


def _printed(benchmarks: pd.DataFrame) -> pd.Series:
    """Give the name that each figure's publication is printed under, empty where it has none."""
    if benchmarks["printed_as"].isna().all():
        return benchmarks["source"].astype(str)
    return benchmarks["printed_as"].fillna("").astype(str)


def _is_of_headline(row: Any) -> bool:
    """Tell whether a row has the unit and a group of the figures that are compared."""
    number = HEADLINES.get(row.indicator)
    if number is None:
        return False
    groups = groups_of(number) if number in _SURVEY else groups_of(number)[:1]
    return row.unit == units_of(number)[0] and row.told in groups
