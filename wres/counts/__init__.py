"""Counts: what a trust holds, from tables or extracts, with every total written out."""

from wres.counts.reading import (
    earlier_years,
    read_counts,
    read_earlier,
    read_earlier_year,
    whole_workforce,
)
from wres.counts.totals import ALL, HIDDEN, is_hidden, with_totals

__all__ = [
    "ALL",
    "HIDDEN",
    "earlier_years",
    "is_hidden",
    "read_counts",
    "read_earlier",
    "read_earlier_year",
    "whole_workforce",
    "with_totals",
]
