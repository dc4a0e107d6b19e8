"""The staff survey of many years: this year's tables, and what earlier ones add to them.

Each year's report brings survey tables of its own, which may carry back a few years. Surveys that
this year's lack are taken from the newest earlier tables that have them, where they may be joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from wres.counts import HIDDEN
from wres.definitions.indicators import Indicator, indicators
from wres.indicators import survey
from wres.indicators.survey import joinable
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["comparable_surveys", "survey_results", "with_earlier_surveys"]

NAME = "staff_survey"
FIGURE = ["indicator", "survey_year", "scope", "ethnicity"]
SURVEY = FIGURE[:3]
COUNTS = ["percent", "responses"]


def survey_results(trust_year: TrustYear, earlier: Sequence[TrustYear]) -> Iterator[Result]:
    """Yield the results of indicators 5 to 8 of this year's survey and all before it."""
    series = with_earlier_surveys(trust_year, earlier)
    for result in survey.results(series):
        if NAME not in trust_year.tables and result.status == "not available":
            yield replace(result, reason=trust_year.why_absent(NAME))
        else:
            yield result


def with_earlier_surveys(trust_year: TrustYear, earlier: Sequence[TrustYear]) -> TrustYear:
    """Add the surveys that this year's tables lack.

    Parameters
    ----------
    trust_year : TrustYear
        Protected counts of the report's year.
    earlier : sequence of TrustYear
        Those of earlier years, newest first, protected likewise.

    Notes
    -----
    What an earlier report withheld stays withheld, in the rows that this year's tables carry back
    too: a survey told again must not give away what was not told at first.
    """
    older = [one.tables[NAME] for one in earlier if NAME in one.tables]
    own = trust_year.tables.get(NAME)
    if not older:
        return trust_year
    series = older[0].iloc[:0] if own is None else _as_withheld(own, older)
    for table in older:
        series = _added(series, table)
    return replace(trust_year, tables={**trust_year.tables, NAME: series})


def comparable_surveys(
    trust_year: TrustYear, earlier: Sequence[TrustYear]
) -> frozenset[tuple[str, int, str]]:
    """Give the surveys, by indicator, autumn and group, that this year's may be compared with."""
    table = with_earlier_surveys(trust_year, earlier).tables.get(NAME)
    if table is None:
        return frozenset()
    found = set()
    for record in indicators("survey"):
        rows = _of_trust(table, record)
        now = {row.ethnicity: row for row in rows if row.survey_year == trust_year.year - 1}
        found |= {
            (record.number, int(row.survey_year), str(row.ethnicity))
            for row in rows
            if row.ethnicity in now and joinable(row, now[row.ethnicity], record)
        }
    return frozenset(found)


def _as_withheld(own: pd.DataFrame, older: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Withhold what an earlier report withheld."""
    hidden = pd.concat([table.loc[table["percent"].isna(), FIGURE] for table in older])
    if hidden.empty:
        return own
    keys = set(map(tuple, hidden.astype(str).to_numpy()))
    again = [tuple(row) in keys for row in own[FIGURE].astype(str).to_numpy()]
    kept = own.astype({"percent": "Float64"})
    kept.loc[again, COUNTS] = pd.NA
    kept.loc[again, HIDDEN] = ",".join(COUNTS)
    return kept


def _added(series: pd.DataFrame, older: pd.DataFrame) -> pd.DataFrame:
    """Add the surveys of an earlier table that are not there yet and may be joined."""
    held = set(map(tuple, series[SURVEY].astype(str).to_numpy()))
    lacking = [tuple(row) not in held for row in older[SURVEY].astype(str).to_numpy()]
    added = older[lacking]
    for record in indicators("survey"):
        if record.series_break:
            added = _joined_only(added, series, record)
    return pd.concat([series, added], ignore_index=True) if len(series) else added


def _joined_only(added: pd.DataFrame, series: pd.DataFrame, record: Indicator) -> pd.DataFrame:
    """Leave out surveys of another base than the newest one of an indicator."""
    rows = _of_trust(series, record) or _of_trust(added, record)
    if not rows:
        return added
    newest = rows[-1]
    fits = [
        str(row.indicator) != record.number or joinable(row, newest, record)
        for row in added.itertuples()
    ]
    return added[fits]


def _of_trust(table: pd.DataFrame, record: Indicator) -> list[Any]:
    """Give an indicator's rows of the trust, the newest survey and edition last."""
    rows = table[table["scope"].eq("trust") & table["indicator"].astype(str).eq(record.number)]
    order = ["survey_year", "edition"]
    return list(rows.sort_values(order, na_position="first", kind="stable").itertuples())
