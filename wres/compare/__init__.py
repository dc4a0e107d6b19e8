"""Figures beside those of earlier years, and beside those of others."""

from wres.compare.changes import with_changes, with_previous, without_doubled_parts
from wres.compare.comparators import with_benchmarks
from wres.compare.comparisons import with_comparisons
from wres.compare.history import (
    YEARS,
    baseline_changes,
    headlines,
    history_rows,
    with_printed,
)
from wres.compare.national import national_figures
from wres.compare.peers import Peers, read_peers, with_percentiles
from wres.compare.population import population_shares

__all__ = [
    "YEARS",
    "Peers",
    "baseline_changes",
    "headlines",
    "history_rows",
    "national_figures",
    "population_shares",
    "read_peers",
    "with_benchmarks",
    "with_changes",
    "with_comparisons",
    "with_percentiles",
    "with_previous",
    "with_printed",
    "without_doubled_parts",
]
