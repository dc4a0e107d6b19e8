"""Claims of a text held to the figures: sentences, claims, findings."""

from wres.claims.check import check_passages
from wres.claims.findings import CONTRADICTIONS, KINDS, STRICT, Finding, Passage, contradictions

__all__ = [
    "CONTRADICTIONS",
    "KINDS",
    "STRICT",
    "Finding",
    "Passage",
    "check_passages",
    "contradictions",
]
