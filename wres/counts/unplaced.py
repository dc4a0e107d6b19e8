"""What of a trust's parts can't be told for want of counts, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import pandas as pd

from wres.definitions.indicators import indicators
from wres.sources import TrustYear
from wres.sources.places import MOST_CROSSED

__all__ = ["WORKFORCE", "Absent", "newest_answers", "uncrossed", "unplaced"]

WORKFORCE: Final = "workforce"
WHOLE_ONLY: Final = "given for the whole trust only, by no division, directorate or site"
UNCOUNTED: Final = "no counts were given"
RATIO_ONLY: Final = "only ratios were given, without the counts behind them"

NOT_CROSSED: Final = (
    "both together were not given; from extracts they are counted where they make no more than "
    f"{MOST_CROSSED} places"
)


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


def uncrossed(
    table: pd.DataFrame, within: Mapping[tuple[str, str], tuple[str, str]]
) -> Iterator[Absent]:
    """Say of which two dimensions that were given there are no counts of both together.

    Parameters
    ----------
    table : DataFrame
        The counts of a trust's parts.
    within : mapping of (dimension, place) to (dimension, place)
        Places that lie within others: they are not crossed.
    """
    nested = {frozenset((fine, coarse)) for (fine, _), (coarse, _) in within.items()}
    parts = table[table["dimension"].ne("")]
    for indicator, rows in parts.groupby("indicator", sort=False):
        places = (
            rows[rows["dimension_2"].eq("")].groupby("dimension", sort=False)["place"].nunique()
        )
        single = list(places[places > 1].index)
        both = rows.loc[rows["dimension_2"].ne(""), ["dimension", "dimension_2"]]
        given = nested | {frozenset(pair) for pair in both.itertuples(index=False, name=None)}
        for pair in combinations(single, 2):
            if frozenset(pair) not in given:
                yield Absent(str(indicator), " and ".join(pair), NOT_CROSSED)


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
