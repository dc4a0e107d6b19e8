"""What a person has struck out of a report's reading: its figures, and sentences with no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from wres.audit.candidates import Report
from wres.audit.claim import Spot
from wres.audit.findings import AuditFinding
from wres.claims.sentences import sentences

__all__ = ["unstruck"]

Cell = tuple[int, int | None, int | None]
Sentence = tuple[Cell, int]
_WHOLE: Final = 0


def unstruck(findings: Iterable[AuditFinding], report: Report) -> Iterator[AuditFinding]:
    """Leave out findings of figures that are struck out, and of sentences that are, whole."""
    texts = {_cell(one.spot): one.text for one in report.passages}
    kept = {_sentence(claim.spot(), texts) for claim in report.claims if claim.spot().end}
    gone = {_sentence(spot, texts) for spot in report.struck_spots if spot.end} - kept
    for one in findings:
        struck = _sentence(one.spot, texts) in gone or " ".join(one.text.split()) in report.struck
        if not struck and not any(_overlap(one.spot, spot) for spot in report.struck_spots):
            yield one


def _cell(spot: Spot) -> Cell:
    return spot.block, spot.row, spot.column


def _sentence(spot: Spot, texts: dict[Cell, str]) -> Sentence:
    """Name the sentence in which a place lies, by where it begins."""
    bounds = sentences(texts.get(_cell(spot), ""))
    begins = [first for first, last in bounds if first <= spot.start < last]
    return _cell(spot), begins[0] if begins else _WHOLE


def _overlap(one: Spot, other: Spot) -> bool:
    inside = one.start < other.end and other.start < one.end
    return _cell(one) == _cell(other) and (inside or not (one.end or other.end))
