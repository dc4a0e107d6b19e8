"""Claims of a text held to the figures: sentences, claims, findings."""

from wres.claims.check import check_passages
from wres.claims.findings import CONTRADICTIONS, KINDS, STRICT, Finding, Passage, contradictions
from wres.claims.passages import passages_of_actions, passages_of_cells, passages_of_notebook
from wres.claims.wording import row_words

__all__ = [
    "CONTRADICTIONS",
    "KINDS",
    "STRICT",
    "Finding",
    "Passage",
    "check_passages",
    "contradictions",
    "passages_of_actions",
    "passages_of_cells",
    "passages_of_notebook",
    "row_words",
]
