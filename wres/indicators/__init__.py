"""Counts to results: the nine indicators of one trust and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from wres import compare
from wres.definitions.indicators import definition_version
from wres.indicators import board, history, ratios, supplementary, workforce
from wres.indicators.decomposition import contributions
from wres.indicators.multiplicity import adjusted
from wres.indicators.survey_series import survey_results
from wres.results import Result, results_frame
from wres.sources import TrustYear

__all__ = ["compute_results"]


def compute_results(
    trust_year: TrustYear,
    earlier: Sequence[TrustYear] = (),
    benchmarks: pd.DataFrame | None = None,
    *,
    profile: str = "public",
) -> pd.DataFrame:
    """Compute every figure of the report.

    Parameters
    ----------
    trust_year : TrustYear
        Counts of the reporting year with their totals (`wres.counts.with_totals`), as far as
        disclosure control shows them.
    earlier : sequence of TrustYear
        Those of earlier years, newest first, protected likewise: for `previous`, for change and
        for rows of earlier years.
    benchmarks : DataFrame, optional
        As `wres.sources.load_benchmarks` returns it.
    profile : {'public', 'internal'}
        Disclosure profile, written into every row.

    Returns
    -------
    DataFrame
        Columns `wres.results.COLUMNS`, one row a figure.
    """
    settings = trust_year.trust.settings
    past = {one.year: _figures(one) for one in earlier}
    before = past.get(trust_year.year - 1, [])
    results = compare.with_previous(_figures(trust_year, earlier), before)
    if benchmarks is not None:
        results = compare.with_benchmarks(results, benchmarks, trust_year)
    results = compare.with_changes(results, before, settings.few_events)
    # Changes are outside the family: since the baseline too they are of intervals of 95%.
    by_year = history.rows(trust_year, earlier, past, results, benchmarks)
    # Before figures are held against others: one interval of a figure serves everything said of it.
    results = adjusted(results, trust_year)
    if benchmarks is not None:
        results = compare.with_comparisons(results, benchmarks, trust_year)
    results += compare.population_shares(trust_year)
    results += contributions(trust_year, earlier)
    results = compare.without_doubled_parts([*results, *by_year])
    version = definition_version()
    return results_frame(replace(result, profile=profile, definition=version) for result in results)


def _figures(trust_year: TrustYear, earlier: Sequence[TrustYear] = ()) -> list[Result]:
    figures = [result for room in (workforce, ratios) for result in room.results(trust_year)]
    figures += survey_results(trust_year, earlier)
    return [*figures, *board.results(trust_year), *supplementary.results(trust_year)]
