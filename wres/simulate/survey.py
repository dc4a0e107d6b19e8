"""Answers of a fictional trust's staff to the survey, and its benchmark group's."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.draws import Draws
from wres.simulate.trusts import SimulatedTrust

__all__ = ["survey_tables"]

_INDICATORS = ("5", "6", "7", "8")
_GROUPS = ("White", "BME")
_INCLUDED, _EXCLUDED = "don't know included", "don't know excluded"


def survey_tables(trust: SimulatedTrust, edition: int) -> pd.DataFrame:
    """Make the survey's tables of one edition.

    The edition of an autumn holds that autumn and those before it, recalculated on its own base
    of indicator 7.

    Returns
    -------
    DataFrame
        With the columns of `staff_survey.csv`; percentages to one decimal, as they are published.
    """
    assume = load_assumptions().survey
    rows = [
        (indicator, autumn, scope, group, *answer)
        for indicator in _INDICATORS
        for autumn in range(edition - assume.years + 1, edition + 1)
        for scope, ask in (("trust", _of_trust), ("benchmark", _of_benchmark))
        for group in _GROUPS
        for answer in (ask(trust, _item(indicator, edition), autumn, group),)
    ]
    names = ["indicator", "survey_year", "scope", "ethnicity", "percent", "responses"]
    table = pd.DataFrame(rows, columns=names)
    table["edition"] = str(edition)
    base = _EXCLUDED if _item("7", edition) != "7" else _INCLUDED
    table["base"] = np.where(table["indicator"] == "7", base, "")
    return table


def _item(indicator: str, edition: int) -> str:
    """Give the question behind an indicator: that of indicator 7 changed its base."""
    old = indicator == "7" and edition < load_assumptions().survey.new_base_from
    return "7 old base" if old else indicator


def _of_benchmark(
    trust: SimulatedTrust, item: str, autumn: int, group: str
) -> tuple[float, int | None]:
    """Give the figure of the type of trust: every trust of it is shown the same."""
    assume = load_assumptions().survey
    draws = Draws(trust.seed, "benchmark", trust.type, item, group, autumn)
    return round(draws.about(assume.percent[item][group], assume.year_spread / 2), 1), None


def _of_trust(
    trust: SimulatedTrust, item: str, autumn: int, group: str
) -> tuple[float, int | None]:
    """Give a share that so many people can have: the same in every edition on this base."""
    assume = load_assumptions().survey
    steady = trust.draws("survey", item, group).about(1.0, assume.trust_spread)
    draws = trust.draws("survey", item, group, autumn)
    share = draws.about(assume.percent[item][group], assume.year_spread) * steady / 100
    answers = max(1, round(_respondents(trust, autumn, group) * draws.number(0.95, 1.0)))
    if item == "7 old base":
        answers = max(1, round(answers * (1 - assume.do_not_know)))
    agreeing = round(answers * float(np.clip(share, 0.0, 1.0)))
    return round(100 * agreeing / answers, 1), answers


def _respondents(trust: SimulatedTrust, autumn: int, group: str) -> float:
    bme = trust.bme_share(autumn + 1)
    of_group = bme if group == "BME" else 1 - bme - trust.unknown
    response = trust.draws("survey", "response", autumn)
    return trust.staff * of_group * response.about(load_assumptions().survey.response, 0.06)
