"""What of a trust's parts can't be told for want of counts, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.definitions.indicators import indicators
from wres.sources import TrustYear

__all__ = ["WORKFORCE", "Absent", "newest_answers", "unplaced"]

WORKFORCE: Final = "workforce"
WHOLE_ONLY: Final = "given for the whole trust only, by no division, directorate or site"
UNCOUNTED: Final = "no counts were given"
RATIO_ONLY: Final = "only ratios were given, without the counts behind them"


@dataclass(frozen=True)
class Absent:
    """What of the parts can't be shown, and why."""

    indicator: str
    dimension: str
    reason: str


def unplaced(trust_year: TrustYear, table: pd.DataFrame) -> Iterator[Absent]:
    """Say of staff and each indicator why there are no counts by place, or of one place only.

    Parameters
    ----------
    trust_year : TrustYear
        As it was read.
    table : DataFrame
        The counts of its parts; `dimension` is blank for those of the whole trust.
    """
    none = _uncounted(trust_year)
    counted = [*indicators("ratio"), *indicators("survey")]
    for indicator in (WORKFORCE, *(str(one.number) for one in counted)):
        own = table[table["indicator"].eq(indicator) & table["dimension"].ne("")]
        if own.empty:
            yield Absent(indicator, "", none.get(indicator, WHOLE_ONLY))
        for dimension, rows in own[own["dimension_2"].eq("")].groupby("dimension", sort=False):
            if len(set(rows["place"])) == 1:
                reason = f"only one {dimension} was given: there is nothing to set it beside"
                yield Absent(indicator, str(dimension), reason)


def _uncounted(trust_year: TrustYear) -> dict[str, str]:
    """Give what there are no counts of at all, and why."""
    tables = trust_year.tables
    given = {str(record.number) for record in indicators("ratio") if record.table in tables}
    if "staff_survey" in tables:
        newest = newest_answers(tables["staff_survey"], trust_year.year)
        given |= {str(one) for one in newest["indicator"]}
    printed: set[str] = set()
    if "published_ratios" in tables:
        ratios = tables["published_ratios"]
        printed = {str(one) for one in ratios["indicator"][ratios["year"].eq(trust_year.year)]}
    none = {} if WORKFORCE in tables else {WORKFORCE: UNCOUNTED}
    for record in (*indicators("ratio"), *indicators("survey")):
        number = str(record.number)
        if number not in given:
            none[number] = RATIO_ONLY if number in printed else UNCOUNTED
    return none


def newest_answers(survey: pd.DataFrame, year: int) -> pd.DataFrame:
    """Keep the trust's answers of the survey before the report, of the newest edition given."""
    rows = survey[survey["scope"].eq("trust") & survey["survey_year"].eq(year - 1)]
    if "edition" not in rows or rows["edition"].isna().all():
        return rows
    return rows[rows["edition"].eq(rows["edition"].dropna().max())]
