"""What the trust's counts answer to one field, or why they answer nothing.

The counts are those of the whole trust, before disclosure control. Nothing is estimated: a count
given for several bands together fills none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from wres.counts import ALL
from wres.definitions.bands import band_title, is_part_of_another, load_bands, parse_band
from wres.labels import decapitalise
from wres.national_return.fields import ReturnField
from wres.sources import TrustYear

__all__ = ["Figure", "figure_of"]

_NO_ROW: Final = "no figure for it was supplied; where nobody is in it, supply a 0"


@dataclass(frozen=True)
class Figure:
    """The trust's own figure for a field.

    Parameters
    ----------
    value : float or None
        None where there is none; it is never a zero in its place.
    reason : str
        Why there is none, or how it was made.
    years : int
        Years that the indicator counts; events are given as the average of so many.
    """

    value: float | None
    reason: str = ""
    years: int = 1


def figure_of(field: ReturnField, counts: TrustYear, *, from_extract: bool = False) -> Figure:
    """Look a field up in the counts of the whole trust with their totals.

    Parameters
    ----------
    field : ReturnField
        The field.
    counts : TrustYear
        As `wres.counts.with_totals` gives them.
    from_extract : bool
        Whether its table was counted from an extract: a band without a row then has nobody. In a
        counts table it may be one that was not published.
    """
    table = counts.tables.get(field.table)
    if table is None:
        return Figure(None, counts.why_absent(field.table))
    found = _FINDERS.get(field.table, _event)(field, table, counts.year)
    if from_extract and found.reason == _NO_ROW:
        return Figure(0, "nobody in the extract")
    return found


def _band(field: ReturnField, table: pd.DataFrame, year: int) -> Figure:
    staff_group, band = field.where["staff_group"], field.where["band"]
    if (staff_group, band) == (ALL, ALL):
        return _total(field, table)
    cell = table[table["staff_group"].eq(staff_group) & table["band"].eq(band)]
    if not cell.empty:
        return _of_group(field, cell)
    if staff_group not in set(table["staff_group"]):
        reason = f"no figures for {staff_group} staff were supplied"
        return Figure(None, _only_together(table, staff_group, band) or reason)
    return Figure(None, _only_together(table, staff_group, band) or _NO_ROW)


def _total(field: ReturnField, table: pd.DataFrame) -> Figure:
    whole = table[table["staff_group"].eq(ALL) & table["band"].eq(ALL)]
    if whole.empty:
        return Figure(None, "the bands supplied do not add up to a whole")
    return _of_group(field, whole)


def _only_together(table: pd.DataFrame, staff_group: str, band: str) -> str:
    """Name the grouping or the staff groups in which alone a band was counted."""
    in_both = band in load_bands().agenda_for_change
    of_both = " of clinical and non-clinical staff" if in_both else ""
    for named, whose in ((staff_group, ""), (ALL, of_both)):
        labels = table.loc[table["staff_group"].eq(named), "band"].unique()
        for label in labels:
            if label != ALL and _single(band) in parse_band(label).members:
                return f"supplied for {decapitalise(band_title(label))}{whose} together only"
    return ""


def _single(band: str) -> str:
    # senior medical managers are counted among the consultants
    return "consultant" if is_part_of_another(band) else band


def _of_group(field: ReturnField, cell: pd.DataFrame) -> Figure:
    row = cell[cell["ethnicity"].eq(field.group)]
    if row.empty:
        return Figure(None, f"no figure for {_named(field.group)} was supplied")
    value = row[field.column].iloc[0]
    if pd.isna(value):
        return Figure(None, "supplied as a share only, without its count")
    return Figure(float(value))


def _named(group: str) -> str:
    names = {ALL: "the total", "Unknown": "people of unknown ethnicity"}
    return names.get(group, f"the {group} group")


def _board(field: ReturnField, table: pd.DataFrame, year: int) -> Figure:
    membership, voting = field.where["membership"], field.where["voting"]
    cell = table[table["membership"].eq(membership) & table["voting"].eq(voting)]
    if cell.empty:
        return Figure(None, "no figure for these members was supplied")
    return _of_group(field, cell)


def _survey(field: ReturnField, table: pd.DataFrame, year: int) -> Figure:
    """Take the newest edition of the autumn before: it carries years back recalculated."""
    asked = table[
        table["indicator"].astype(str).eq(field.where["indicator"])
        & table["scope"].eq("trust")
        & table["survey_year"].eq(year - 1)
        & table["ethnicity"].eq(field.group)
    ]
    if asked.empty:
        return Figure(None, f"no figure of the autumn {year - 1} survey was supplied")
    newest = asked.sort_values("edition", na_position="first", kind="stable").iloc[-1]
    if pd.notna(newest["responses"]) and not newest["responses"]:
        return Figure(None, "nobody of the group answered")
    return Figure(float(newest["percent"]))


def _event(field: ReturnField, table: pd.DataFrame, year: int) -> Figure:
    figure = _of_group(field, table)
    years = _years(table)
    if figure.value is None or years == 1:
        return figure
    if field.column != "entered_process":
        return replace(figure, years=years)
    reason = f"average of {years} years, in which {figure.value:g} people entered it"
    return Figure(figure.value / years, reason, years)


def _years(table: pd.DataFrame) -> int:
    if "years" not in table or table["years"].isna().all():
        return 1
    return int(table["years"].dropna().iloc[0])


_FINDERS: Final[dict[str, Callable[[ReturnField, pd.DataFrame, int], Figure]]] = {
    "workforce": _band,
    "board": _board,
    "staff_survey": _survey,
}
