"""No row of results has a verdict that its own interval contradicts, whatever the counts."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.indicators.test_multiplicity import with_settings
from tests.unit.indicators.trusts import chapter, only, trust_year
from wres.counts import with_totals
from wres.disclosure import load_profile, protect
from wres.indicators import compute_results
from wres.sources import TrustYear

# Rows are filled with drawn numbers; reading tables afresh each time would take minutes.
EVENTS = {"recruitment": "appointed", "disciplinary": "entered_process", "training": "accessed"}
BASES = {"recruitment": "shortlisted", "disciplinary": "workforce", "training": "workforce"}


def template(year: int) -> TrustYear:
    events = {name: "White,100,20\nBME,50,5\nUnknown,4,1" for name in EVENTS}
    survey = [
        f"{number},{autumn},{scope},{group},20,{100 if scope == 'trust' else ''},2020,"
        for number in "5678"
        for autumn in (year - 2, year - 1)
        for scope in ("trust", "benchmark")
        for group in ("White", "BME")
    ]
    return trust_year(year, staff_survey="\n".join(survey), **events)


READ = {year: template(year) for year in (2020, 2021)}
EQUAL = {"relative_likelihood": 1.0, "gap": 0.0, "change": 0.0, "comparison": 0.0}
UPWARDS = {"more likely", "above"}
DOWNWARDS = {"less likely", "below"}
MOVED = {"improved", "worsened"}


@st.composite
def filled(draw: st.DrawFn, year: int) -> TrustYear:
    """Draw counts, from none to hundreds, and percentages of few and of many respondents."""
    tables = dict(READ[year].tables)
    for name, column in EVENTS.items():
        bases = draw(st.lists(st.integers(0, 400), min_size=3, max_size=3))
        events = [round(base * draw(st.floats(0, 1))) for base in bases]
        tables[name] = tables[name].assign(**{BASES[name]: bases, column: events})
    survey = tables["staff_survey"]
    percents = draw(st.lists(st.floats(0, 100), min_size=len(survey), max_size=len(survey)))
    bases = draw(st.lists(st.integers(0, 600), min_size=len(survey), max_size=len(survey)))
    known = survey["responses"].notna()
    tables["staff_survey"] = survey.assign(
        percent=percents, responses=pd.Series(bases, index=survey.index).where(known)
    )
    asked = {
        "few_events": draw(st.integers(1, 12)),
        "multiple_comparisons": draw(st.sampled_from(["none", "holm", "benjamini-hochberg"])),
    }
    return with_settings(replace(READ[year], tables=tables), **asked)


def contradiction(row: pd.Series) -> str:
    """Name what is wrong with a row's verdict, or nothing."""
    verdict, lower, upper = row["verdict"], row["lower"], row["upper"]
    if pd.isna(lower) != pd.isna(upper) or pd.isna(lower) != pd.isna(row["confidence"]):
        return "half an interval"
    if verdict == "":
        return ""
    if row["measure"] not in EQUAL or pd.isna(lower) or row["status"] == "suppressed":
        return "a verdict on nothing"
    above, below = lower > EQUAL[row["measure"]], upper < EQUAL[row["measure"]]
    if verdict in UPWARDS | DOWNWARDS:
        return "" if (above, below) == (verdict in UPWARDS, verdict in DOWNWARDS) else "its side"
    if verdict in MOVED and not (above or below):
        return "no clear change is told as clear"
    told_as_none = verdict == "no clear difference" and (above or below)
    return "a clear difference is told as none" if told_as_none else ""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(now=filled(2021), before=filled(2020), public=st.booleans())
def test_no_row_has_a_verdict_that_its_interval_contradicts(
    now: TrustYear, before: TrustYear, public: bool
) -> None:
    both = [with_totals(one) for one in (now, before)]
    if public:
        both = [protect(one, load_profile("public")) for one in both]
    results = compute_results(both[0], both[1:])
    wrong = [(*row, contradiction(row)) for _, row in results.iterrows() if contradiction(row)]
    assert not wrong
    hidden = results["status"].eq("suppressed")
    assert results.loc[hidden, "verdict"].eq("").all()
    assert results.loc[hidden, ["value", "lower", "upper"]].isna().all(axis=None)


@pytest.mark.parametrize(("limit", "verdict"), [(5, "too few to say"), (3, "more likely")])
def test_ratio_and_gap_are_few_by_the_trusts_own_limit(limit: int, verdict: str) -> None:
    tables = {
        "disciplinary": "White,3000,2\nBME,40,4",
        "staff_survey": "5,2020,trust,White,0.1,3000,,\n5,2020,trust,BME,10,40,,",
    }
    read = with_settings(with_totals(trust_year(**tables)), few_events=limit)
    results = compute_results(read)
    ratio = results[results["measure"].eq("relative_likelihood") & results["indicator"].eq("3")]
    gap = results[results["measure"].eq("gap") & results["indicator"].eq("5")]
    assert list(ratio["verdict"]) == [verdict]
    assert list(gap["verdict"]) == [verdict]


def test_full_counts_of_bands_and_board_have_no_interval_and_no_verdict() -> None:
    made = chapter(
        workforce="clinical,5,White,80\nclinical,5,BME,20\nclinical,5,Unknown,0",
        board="all,all,White,9\nall,all,BME,2\nall,all,Unknown,0",
    )
    share = only(made, indicator="9", measure="share", breakdown="all", group="BME")
    assert share["value"] == pytest.approx(100 * 2 / 11)
    rows = made.results[made.results["indicator"].isin(["workforce", "1", "9"])]
    assert rows["lower"].isna().all()
    assert rows["verdict"].eq("").all()
