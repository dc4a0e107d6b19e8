"""Answers of a fictional trust's staff to the survey, and its benchmark group's."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.draws import Draws
from wres.simulate.staff import StaffYear, group_of
from wres.simulate.trusts import SimulatedTrust

__all__ = ["survey_for"]

_INDICATORS = ("5", "6", "7", "8")
_BASES = {True: "don't know included", False: "don't know excluded"}


def survey_for(trust: SimulatedTrust, staff: StaffYear) -> pd.DataFrame:
    """Make the survey's tables that came out before a snapshot.

    The edition of an autumn holds that autumn and those before it, recalculated on its own base
    of indicator 7.

    Returns
    -------
    DataFrame
        With the columns of `staff_survey.csv`; percentages to one decimal, as they are published.
    """
    assume = load_assumptions().survey
    edition = staff.year - 1
    groups = group_of(staff.counted["code"]).value_counts()
    rows = [
        (indicator, autumn, scope, group, *_answer(trust, indicator, autumn, scope, group, groups))
        for indicator in _INDICATORS
        for autumn in range(edition - assume.years + 1, edition + 1)
        for scope in ("trust", "benchmark")
        for group in ("White", "BME")
    ]
    names = ["indicator", "survey_year", "scope", "ethnicity", "percent", "responses"]
    table = pd.DataFrame(rows, columns=names)
    base = _BASES[edition >= assume.new_base_from]
    table["percent"] = [
        _on_base(one, indicator, edition)
        for one, indicator in zip(table["percent"], table["indicator"], strict=True)
    ]
    table["edition"] = str(edition)
    table["base"] = np.where(table["indicator"] == "7", base, "")
    return table


def _answer(
    trust: SimulatedTrust,
    indicator: str,
    autumn: int,
    scope: str,
    group: str,
    groups: pd.Series[int],
) -> tuple[float, int | None]:
    assume = load_assumptions().survey
    level = assume.percent[indicator][group]
    if scope == "benchmark":
        # that of the type of trust: every trust of it is shown the same figure
        shared = Draws(trust.seed, "benchmark", trust.type, indicator, group, autumn)
        return shared.about(level, assume.year_spread / 2), None
    steady = trust.draws("survey", indicator, group).about(1.0, assume.trust_spread)
    percent = trust.draws("survey", indicator, group, autumn).about(level, assume.year_spread)
    response = trust.draws("survey", "response", autumn).about(assume.response, 0.06)
    answered = trust.draws("survey", indicator, "answered", group, autumn).number(0.95, 1.0)
    return percent * steady, int(groups.get(group, 0) * min(response, 0.8) * answered)


def _on_base(percent: float, indicator: str, edition: int) -> float:
    """Carry indicator 7 over to the base of an older edition, and keep within bounds."""
    assume = load_assumptions().survey
    if indicator == "7" and edition < assume.new_base_from:
        old, new = assume.percent["7 old base"], assume.percent["7"]
        percent *= old["White"] / new["White"]
    return round(float(np.clip(percent, 0.5, 99.0)), 1)
