"""National figures that a report tells of: the same that it may set beside a trust's own."""

from __future__ import annotations

from typing import Any

import pandas as pd

from wres.definitions.geographies import ENGLAND, read_region, read_trust_type
from wres.sources import TrustYear
from wres.sources.benchmarks import usable

__all__ = ["national_figures"]

KEPT = ("indicator", "geography", "unit", "status")


def national_figures(benchmarks: pd.DataFrame, trust_year: TrustYear) -> list[dict[str, Any]]:
    """Choose the published figures of England and of the trust's own region and type.

    Where sources disagree every figure is kept, the best attested first.

    Parameters
    ----------
    benchmarks : DataFrame
        As `wres.sources.load_benchmarks` returns it.
    trust_year : TrustYear
        For the year of the report, and the trust's region and type.

    Returns
    -------
    list of dict
        Keys `year` (reporting year), `indicator`, `geography`, `group` (as tables write it),
        `value`, `unit`, `base`, `status` and `source`, the earliest year first.
    """
    trust = trust_year.trust
    places = {ENGLAND, read_region(trust.region), read_trust_type(trust.type)}
    rows = [row for row in usable(benchmarks, trust_year.year) if row.geography in places]
    return [_figure(row) for row in sorted(rows, key=lambda row: row.reported)]


def _figure(row: Any) -> dict[str, Any]:
    return {
        "year": row.reported,
        "group": row.told,
        "value": float(row.value),
        "base": "" if pd.isna(row.base) else str(row.base),
        "source": row.printed,
        **{name: getattr(row, name) for name in KEPT},
    }
