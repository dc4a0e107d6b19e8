"""Counts: what a trust holds, from tables or extracts, with every total written out."""

from wres.counts.reading import read_counts, read_previous, whole_workforce
from wres.counts.totals import ALL, HIDDEN, is_hidden, with_totals

__all__ = [
    "ALL",
    "HIDDEN",
    "is_hidden",
    "read_counts",
    "read_previous",
    "whole_workforce",
    "with_totals",
]
