"""Tables of indicators 2 to 4: counts and likelihoods, and the ratio over the years."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import Indicator, indicator
from wres.labels import format_interval, is_over_zero, is_withheld
from wres.narrative.certainty import interval_label
from wres.narrative.ratios import WITHOUT_INTERNATIONAL
from wres.narrative.within_bands import WITHIN_BANDS
from wres.stats import in_four_fifths_range
from wres.tables.cells import (
    NOTHING,
    benchmark_cell,
    count_cell,
    interval_cell,
    previous_cell,
    shows_cell,
    travel_cell,
    value_cell,
)
from wres.tables.layout import Column, Table

__all__ = ["likelihood_table", "ratio_table"]

COUNTED = {
    "2": ("Shortlisted", "Appointed"),
    "3": ("Staff", "Entered the process"),
    "4": ("Staff", "Accessed training or CPD"),
}


def likelihood_table(chapter: Chapter, number: str | int) -> Table | None:
    """Show counts and likelihoods by ethnic group; None where counts were not published."""
    record = indicator(number)
    rows = {
        row["group"]: row
        for _, row in chapter.rows(
            indicator=record.number, measure="likelihood", breakdown="all"
        ).iterrows()
    }
    if not any(_has_any(row) for row in rows.values()):
        return None
    base, events = COUNTED[record.number]
    likelihood = "Likelihood"
    if chapter.over_two_years(record.number):
        events, likelihood = f"{events} (two years)", "Likelihood in a year, two-year average"
    lines = [
        [
            chapter.group_title(group),
            count_cell(rows[group], "denominator"),
            count_cell(rows[group], "numerator"),
            value_cell(rows[group]),
            interval_cell(rows[group]),
        ]
        for group in (*GROUPS, "all")
        if group in rows
    ]
    columns = [
        Column("Ethnicity"),
        Column(base, numeric=True),
        Column(events, numeric=True),
        Column(likelihood, numeric=True),
        Column("95% interval", numeric=True),
    ]
    return Table(f"{record.title}: counts and likelihoods, {_of(chapter, record)}", columns, lines)


def ratio_table(chapter: Chapter, number: str | int) -> Table | None:
    """Show the relative likelihood with everything needed to judge it."""
    record = indicator(number)
    row = chapter.row(indicator=record.number, measure="relative_likelihood", breakdown="all")
    if row is None or (pd.isna(row["value"]) and pd.isna(row["lower"])):
        return None
    apart, within = (
        chapter.row(indicator=record.number, measure="relative_likelihood", breakdown=way)
        for way in (WITHOUT_INTERNATIONAL, WITHIN_BANDS)
    )
    over = (
        f"{chapter.group_label(record.group)} over {chapter.group_label(record.comparator_group)}"
    )
    facts = [
        (f"Relative likelihood, {over}", value_cell(row)),
        (f"{interval_label(row)} (Koopman)", interval_cell(row, headed=True)),
        ("Without international recruits", NOTHING if apart is None else value_cell(apart)),
        ("95% interval without them", interval_cell(apart)),
        ("What the figures show without them", _shown_apart(chapter, apart)),
        ("Within the same pay bands", NOTHING if within is None else value_cell(within)),
        ("95% interval within them (Mantel-Haenszel)", interval_cell(within)),
        ("What the figures show within them", _shown_apart(chapter, within)),
        ("What the figures show", _shows(chapter, row)),
        ("Inside 0.80 to 1.25", _flag(row)),
        ("Range that unknown ethnicity allows", _extremes(row)),
        ("Previous year", previous_cell(chapter, row)),
        ("Direction of travel", travel_cell(chapter, row)),
        ("Benchmark", benchmark_cell(row)),
        ("Status", "as published" if row["status"] == "as published" else "computed from counts"),
    ]
    return Table(
        f"{record.title}: relative likelihood, {_of(chapter, record)}",
        [Column("Item"), Column(str(chapter.facts.year), numeric=True)],
        [list(fact) for fact in facts if fact[1] != NOTHING],
    )


def _of(chapter: Chapter, record: Indicator) -> str:
    sourced = chapter.sourced(record.table)
    return f"{chapter.facts.name}, {chapter.period(record.number)}. {sourced}"


def _has_any(row: pd.Series) -> bool:
    return bool(row[["value", "numerator", "denominator"]].notna().any())


def _shows(chapter: Chapter, row: pd.Series) -> str:
    return shows_cell(chapter, row) if row["verdict"] else "not judged: counts not published"


def _shown_apart(chapter: Chapter, row: pd.Series | None) -> str:
    """Say a verdict on a part; a part that is withheld says so in its own row."""
    return NOTHING if is_withheld(row) else shows_cell(chapter, row)


def _flag(row: pd.Series) -> str:
    if pd.isna(row["value"]):
        return "no" if is_over_zero(row) else NOTHING
    return "yes" if in_four_fifths_range(float(row["value"])) else "no"


def _extremes(row: pd.Series) -> str:
    if pd.isna(row["unknown_low"]):
        return NOTHING
    return format_interval(row["unknown_low"], row["unknown_high"], "ratio")
