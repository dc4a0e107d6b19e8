"""Sources: one module a table, each with its closed schema and its rules."""

from wres.sources.benchmarks import load_benchmarks
from wres.sources.trust import SourceNote, Trust
from wres.sources.trust_year import TrustYear, read_trust, read_trust_year

__all__ = [
    "SourceNote",
    "Trust",
    "TrustYear",
    "load_benchmarks",
    "read_trust",
    "read_trust_year",
]
