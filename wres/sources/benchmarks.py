"""`benchmarks/national.csv`: what national publications say, each figure with its source."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from wres.errors import InputError
from wres.sources.cells import BASE, NUMBER, TEXT, YEAR, CellError, Kind, one_of
from wres.sources.columns import Column
from wres.sources.files import InputFile
from wres.sources.folders import shown_path
from wres.sources.tables import Table, check_table

__all__ = ["BENCHMARKS", "load_benchmarks"]

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
_STATUS = one_of(
    "status", {one: one for one in ("published report", "secondary source", "unverified")}
)

BENCHMARKS = Table(
    name="national",
    columns=(
        Column("year", YEAR, "year that the figure is about"),
        Column("year_basis", _YEAR_BASIS, "31 March of that year, its autumn survey, or unclear"),
        Column("indicator", _INDICATOR, "indicator, or part of one"),
        Column("geography", TEXT, "England, a region, or a benchmark group"),
        Column("group", TEXT, "group, or the words for what is counted"),
        Column("value", NUMBER, "the figure as published"),
        Column("unit", _UNIT, "unit of the figure"),
        Column("status", _STATUS, "how it was verified; `unverified` is not for print"),
        Column("source", TEXT, "publication that the figure was taken from"),
        Column("base", BASE, "whether `don't know` is in the base (7)", required=False, blank=True),
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
        One row a published figure. Sources that disagree stand in rows of their own, and
        `unverified` figures are not for print: whoever shows a figure chooses.

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
