"""What earlier years' figures add to this year's results: rows of their own, and a baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from wres import compare
from wres.indicators.multiplicity import adjusted
from wres.indicators.printed import printed_ratios
from wres.indicators.survey_series import comparable_surveys
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["rows"]

Past = Mapping[int, Sequence[Result]]


def rows(
    trust_year: TrustYear,
    earlier: Sequence[TrustYear],
    past: Past,
    results: Sequence[Result],
    benchmarks: pd.DataFrame | None,
) -> list[Result]:
    """Make the rows of earlier years, newest first, and the changes since the baseline year.

    Parameters
    ----------
    trust_year : TrustYear
        Protected counts of the report's year.
    earlier : sequence of TrustYear
        Those of earlier years, newest first.
    past : dict of int to sequence of Result
        The figures computed of them, by year.
    results : sequence of Result
        The report's own, with the survey's series among them.
    benchmarks : DataFrame, optional
        As `wres.sources.load_benchmarks` returns it.
    """
    # Each year's as its own report judges them: one rule for all rows of a table by year.
    judged = {year: adjusted(figures, trust_year) for year, figures in past.items()}
    told = [*compare.history_rows(_kept(trust_year, earlier, judged, benchmarks), trust_year.year)]
    settings = trust_year.trust.settings
    if settings.baseline_year is None or settings.baseline_year >= trust_year.year:
        return told
    # A change is of intervals of 95%, and has no benchmark.
    kept = _kept(trust_year, earlier, past, None)
    surveys = comparable_surveys(trust_year, earlier)
    since = compare.baseline_changes(
        results, kept, surveys, settings.baseline_year, settings.few_events
    )
    return [*since, *told]


def _kept(
    trust_year: TrustYear,
    earlier: Sequence[TrustYear],
    past: Past,
    benchmarks: pd.DataFrame | None,
) -> dict[int, list[Result]]:
    """Keep the headlines of each year, and the ratios printed of years that have no counts."""
    years = {one.year: one for one in earlier}
    printed = printed_ratios([trust_year, *earlier])
    kept: dict[int, list[Result]] = {}
    for year in range(trust_year.year - compare.YEARS, trust_year.year):
        figures = compare.headlines(past.get(year, ()))
        figures = compare.with_printed(figures, printed.get(year, ()))
        if figures and benchmarks is not None:
            one = years.get(year) or replace(trust_year, year=year, tables={})
            figures = compare.with_benchmarks(figures, benchmarks, one)
        if figures:
            kept[year] = figures
    return kept
