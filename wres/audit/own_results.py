"""A published report's claims against the trust's own results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import pandas as pd

from wres.audit.checks.ledger import figure_of
from wres.audit.checks.recomputing import shown
from wres.audit.claim import ALL, PAIRED, SURVEY, Claim
from wres.audit.findings import CONTRADICTION, AuditFinding, finding
from wres.audit.printed import Span
from wres.chapters.reading import Chapter

__all__ = ["check_own_results"]

_NAMES = ("indicator", "measure", "breakdown", "group")


def check_own_results(claims: Sequence[Claim], chapter: Chapter) -> Iterator[AuditFinding]:
    """Hold claims to the results of the same trust and year.

    Parameters
    ----------
    claims : sequence of Claim
    chapter : Chapter
        The trust's results, from its own data.
    """
    for claim in claims:
        printed = figure_of(claim)
        row = _row(claim, chapter)
        if printed is None or row is None:
            continue
        value = Fraction(repr(round(float(row["value"]), 9)))
        if printed.fits(Span.exactly(value)) or _near_published(row, printed.half, value, claim):
            continue
        right = shown(claim, value, printed)
        message = f"The trust's own data give {right}, not {printed.text}."
        yield finding(
            claim, CONTRADICTION, "not the trust's own figure", message, recomputed=right,
            formula=f"results: {' '.join(str(row[name]) for name in _NAMES)}",
        )  # fmt: skip


def _near_published(row: pd.Series, half: Fraction, value: Fraction, claim: Claim) -> bool:
    """Allow for the rounding of results that were themselves published rounded."""
    printed = figure_of(claim)
    if printed is None or row["status"] != "as published":
        return False
    room = half + (Fraction(1, 200) if row["unit"] == "ratio" else Fraction(1, 2))
    return abs(printed.value - value) <= room


def _row(claim: Claim, chapter: Chapter) -> pd.Series | None:
    year = claim.year or chapter.facts.year
    group, other = claim.groups
    breakdown = claim.breakdown
    if claim.indicator in SURVEY:
        breakdown = f"survey_year={year - 1}"
    elif year != chapter.facts.year:
        breakdown = f"year={year}" if breakdown == ALL else f"{breakdown};year={year}"
    paired = claim.measure in PAIRED
    found = chapter.rows(
        indicator=claim.indicator,
        measure=claim.measure,
        breakdown=breakdown,
        group=group or "all",
        comparator_group=other if paired else "",
    )
    found = found[found["value"].notna()]
    return found.iloc[0] if len(found) == 1 else None
