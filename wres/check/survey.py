"""The staff survey: its year, its bases, and shares that its answers can't give."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.check.figures import Figures, listed
from wres.check.findings import Finding, Limits
from wres.counts import ALL

__all__ = [
    "survey_of_another_year",
    "survey_of_several_bases",
    "unattainable_percentages",
    "unlikely_responses",
]

_TABLE = "staff_survey"
_BREAK = "7"  # the indicator whose base changed: `don't know` was left out, and is now counted


def _trust_rows(now: Figures) -> pd.DataFrame:
    rows = now.table(_TABLE)
    return rows if rows.empty else rows[rows["scope"].eq("trust")]


def survey_of_another_year(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find indicators whose latest survey is not that of the autumn before the snapshot."""
    rows = _trust_rows(now)
    if rows.empty:
        return
    latest = rows.groupby("indicator")["survey_year"].max()
    for year, numbers in latest[latest != now.year - 1].groupby(latest):
        rule = (
            f"the report of {now.year} shows the survey of autumn {now.year - 1}; the latest of "
            f"indicator {listed(list(numbers.index))} is that of {year}"
        )
        remedy = "Add the rows of that survey, or say why there are none."
        yield now.finding("survey-year", _TABLE, rule, remedy, str(year))


def survey_of_several_bases(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find rows of indicator 7 whose base is not stated or not the same."""
    rows = now.table(_TABLE)
    rows = rows if rows.empty else rows[rows["indicator"].eq(_BREAK)]
    if rows.empty:
        return
    stated = rows["base"] if "base" in rows else pd.Series(pd.NA, index=rows.index)
    bases = [str(base) for base in stated.dropna().unique()]
    remedy = "Give column base (the survey's tables say it); rows of two bases are never joined."
    if stated.isna().any():
        rule = f"rows of indicator {_BREAK} must say whether `don't know` is in their base"
        given = f"{int(stated.isna().sum())} of {len(stated)} rows without"
        yield now.finding("survey-base-unknown", _TABLE, rule, remedy, given)
    if len(bases) > 1:
        rule = f"rows of indicator {_BREAK} are of two bases; no line joins them"
        yield now.finding("survey-bases-mixed", _TABLE, rule, remedy, listed(sorted(bases)))


def unlikely_responses(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find more respondents than staff."""
    rows, staff = _trust_rows(now), now.workforce().get(ALL)
    if rows.empty or staff is None:
        return
    rows = rows[rows["survey_year"].eq(now.year - 1)]
    for number, answers in rows.groupby("indicator")["responses"]:
        people = int(answers.sum())
        if people > staff:
            rule = f"indicator {number} has {people} valid answers from {staff} staff"
            remedy = "Check that these are people and not answers to several questions."
            yield now.finding("responses-above-workforce", _TABLE, rule, remedy, str(people))


def unattainable_percentages(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find shares that no whole number of the stated respondents gives."""
    rows = now.table(_TABLE)
    known = rows if rows.empty else rows.dropna(subset=["percent", "responses"])
    for _, row in known.iterrows():
        share, people = float(row["percent"]), int(row["responses"])
        if people and not _attainable(share, people):
            rule = (
                f"no number of {people} respondents is {share:g}% (indicator {row['indicator']}, "
                f"{row['scope']}, {row['ethnicity']}, survey of {row['survey_year']})"
            )
            remedy = "Check the share and its base; one of them belongs to another question."
            yield now.finding("percent-unattainable", _TABLE, rule, remedy, f"{share:g}")


def _attainable(share: float, people: int) -> bool:
    # a trailing 0 is lost in reading, so the precision may be finer than it seems, never coarser
    places = len(f"{share:.10f}".rstrip("0").partition(".")[2])
    nearest = round(share * people / 100)
    slack = 0.5 * 10.0**-places + 1e-9
    return any(
        abs(100 * count / people - share) <= slack for count in (nearest - 1, nearest, nearest + 1)
    )
