"""The counts of the whole trust with every total written out as a row of its own.

After this step nothing adds counts up any more: disclosure control hides cells and totals alike,
and what comes after it can only look up what is shown. A total is a row whose label is `all`; of
ethnicity too, which a counts table never holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pandas as pd

from wres.counts.board import with_board_totals
from wres.counts.details import detail_table
from wres.counts.groupings import grouping_table
from wres.counts.strata import strata_table, why_no_strata
from wres.counts.workforce import with_workforce_totals
from wres.definitions.ethnicity import GROUPS
from wres.sources import TrustYear
from wres.sources.columns import DIMENSIONS, whole_trust

__all__ = [
    "ALL",
    "DETAILS",
    "GROUPINGS",
    "HIDDEN",
    "SOURCE_OF",
    "STRATA_OF",
    "is_hidden",
    "with_totals",
]

ALL: Final = "all"
# Names of the row's columns whose counts are withheld, with commas; disclosure control fills it.
HIDDEN: Final = "hidden"
# Tables beside those that a trust gives, of the same people as its workforce table.
GROUPINGS: Final = "groupings"
DETAILS: Final = "details"

# Columns of counts that are published; others of the same tables are read, checked, and stop here.
_EVENTS: Final = {
    "recruitment": ("shortlisted", "appointed"),
    "disciplinary": ("workforce", "entered_process"),
    "training": ("workforce", "accessed"),
}
# Tables beside those of events, of the same events within groupings of bands.
STRATA_OF: Final = {name: f"{name}_strata" for name in _EVENTS}
# Which table that a trust gives (and whose rules of disclosure hold) a made one was made of.
SOURCE_OF: Final = {
    GROUPINGS: "workforce",
    DETAILS: "workforce",
    **{made: name for name, made in STRATA_OF.items()},
}


def with_totals(trust_year: TrustYear) -> TrustYear:
    """Keep the whole trust's rows and add every total that they give.

    Divisions and sites are parts of the trust: their rows stop here. Tables are added:
    `groupings`, of several pay bands together, `details`, of detailed ethnic groups, and one of
    strata for each table of events that gives them by band.
    """
    tables = {name: _whole_rows(table) for name, table in trust_year.tables.items()}
    counted = {
        name: _TOTALS.get(name, _unchanged)(table) for name, table in tables.items() if len(table)
    }
    counted |= _of_the_workforce(trust_year, counted)
    counted |= _within_bands(trust_year)
    tables = {name: rows.assign(**{HIDDEN: ""}) for name, rows in counted.items()}
    return replace(trust_year, tables=tables, not_made=_why_not_within_bands(trust_year))


def _of_the_workforce(
    trust_year: TrustYear, counted: dict[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Make the tables of groupings of bands and of detailed ethnic groups, where any are."""
    if "workforce" not in counted:
        return {}
    made = {
        GROUPINGS: grouping_table(counted["workforce"], trust_year.trust.settings.band_groups),
        DETAILS: detail_table(
            trust_year.tables["workforce"],
            _heads(counted["workforce"]),
            trust_year.trust.settings.extracts.ethnicity,
        ),
    }
    return {name: rows for name, rows in made.items() if len(rows)}


def _within_bands(trust_year: TrustYear) -> dict[str, pd.DataFrame]:
    """Make the tables of strata, where events were given by band."""
    made = {
        STRATA_OF[name]: strata_table(events, *_EVENTS[name])
        for name, events in _given_by_band(trust_year)
    }
    return {name: rows for name, rows in made.items() if len(rows)}


def _why_not_within_bands(trust_year: TrustYear) -> dict[str, str]:
    """Say of events given by band why they make no strata."""
    reasons = {
        STRATA_OF[name]: why_no_strata(events, *_EVENTS[name])
        for name, events in _given_by_band(trust_year)
    }
    return {name: reason for name, reason in reasons.items() if reason}


def _given_by_band(trust_year: TrustYear) -> Iterator[tuple[str, pd.DataFrame]]:
    for name in _EVENTS:
        if "band" in trust_year.tables.get(name, ()):
            yield name, _of_the_trust(trust_year.tables[name])


def _of_the_trust(events: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of no division, site or detailed group, those of bands among them."""
    dimensions = [column.name for column in DIMENSIONS if column.name in events]
    return events[events[dimensions].isna().all(axis=1)]


def _heads(workforce: pd.DataFrame) -> dict[str, int]:
    whole = workforce[workforce["staff_group"].eq(ALL) & workforce["band"].eq(ALL)]
    known = whole.dropna(subset="headcount")
    return {str(row["ethnicity"]): int(row["headcount"]) for _, row in known.iterrows()}


def is_hidden(row: pd.Series, column: str) -> bool:
    """Tell whether disclosure control withheld a row's count."""
    return column in str(row[HIDDEN]).split(",")


def _whole_rows(table: pd.DataFrame) -> pd.DataFrame:
    dimensions = [column.name for column in DIMENSIONS if column.name in table]
    return whole_trust(table).drop(columns=dimensions).reset_index(drop=True)


def _unchanged(table: pd.DataFrame) -> pd.DataFrame:
    return table


def _with_events_total(name: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def add(table: pd.DataFrame) -> pd.DataFrame:
        rows = table[["ethnicity", *_EVENTS[name]]].copy()
        if "years" in table:
            rows["years"] = table["years"].fillna(1).astype("Int64")
        if name == "recruitment":
            rows = _without_international(rows, table)
        if set(rows["ethnicity"]) != set(GROUPS):
            return rows
        counts = [column for column in rows if column not in ("ethnicity", "years")]
        total = rows[counts].sum(skipna=False).to_frame().T.astype("Int64")
        total = total.assign(ethnicity=ALL)
        if "years" in rows:
            total = total.assign(years=rows["years"].iloc[0])
        return pd.concat([rows, total], ignore_index=True)[list(rows)]

    return add


def _without_international(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Add what is left of both counts without those recruited from abroad, where all are known."""
    if "international" not in table or table["international"].isna().any():
        return rows
    if not table["international"].sum():
        return rows
    return rows.assign(
        shortlisted_without_international=table["shortlisted"] - table["international"],
        appointed_without_international=table["appointed"] - table["international"],
    )


_TOTALS: Final[dict[str, Callable[[pd.DataFrame], pd.DataFrame]]] = {
    "workforce": with_workforce_totals,
    "board": with_board_totals,
    **{name: _with_events_total(name) for name in _EVENTS},
}
