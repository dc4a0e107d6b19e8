"""Results of a fictional trust with many years behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from tests.unit.indicators.trusts import trust_year
from wres.chapters.reading import Chapter, Facts
from wres.counts import with_totals
from wres.disclosure import profile_of, protect
from wres.indicators import compute_results
from wres.sources import TrustYear
from wres.sources.trust import Settings


def with_settings(one: TrustYear, settings: Settings) -> TrustYear:
    return replace(one, trust=one.trust.model_copy(update={"settings": settings}))


def chapter_of_years(
    *years: TrustYear,
    benchmarks: pd.DataFrame | None = None,
    baseline: int | None = None,
    protected: bool = False,
    **settings: str,
) -> Chapter:
    """Compute results of years, newest first, each protected on its own as a report does."""
    chosen = Settings.model_validate({"baseline_year": baseline} | settings)
    counted = [with_totals(with_settings(one, chosen)) for one in years]
    if protected:
        counted = [protect(one, profile_of(one, "public")) for one in counted]
    now = years[0]
    facts = Facts(organisation="RXX", name=now.trust.name, year=now.year, profile="public")
    return Chapter(compute_results(counted[0], counted[1:], benchmarks), facts)


def recruiting(years: Iterable[int], appointed: int = 20) -> list[TrustYear]:
    """Make years with recruitment alone; more White applicants are appointed each year."""
    lines = "White,400,{}\nBME,100,10\nUnknown,0,0"
    return [trust_year(year, recruitment=lines.format(appointed + year - 2000)) for year in years]
