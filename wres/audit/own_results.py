"""A published report's claims against the trust's own results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import pandas as pd

from wres.audit.bridge import dated
from wres.audit.candidates import Passage
from wres.audit.checks.directions import check_direction
from wres.audit.checks.ledger import figure_of
from wres.audit.checks.recomputing import MISROUNDED, shown
from wres.audit.checks.sentences import FEW_CASES, check_sentences
from wres.audit.claim import ALL, PAIRED, SURVEY, Claim, Spot
from wres.audit.findings import CONTRADICTION, ROUNDING, AuditFinding, finding
from wres.audit.printed import Span, exact_decimal
from wres.audit.worded import as_worded
from wres.chapters.reading import Chapter

__all__ = ["borne_out", "check_own_results", "check_own_words"]

# Said against a figure because another of the report, or its table, has another value.
_AGAINST_ANOTHER = frozenset(
    ["same figure printed differently", "text against table", "headcount base mismatch"]
)
_COUNTS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
_NAMES = ("indicator", "measure", "breakdown", "group")


def check_own_results(claims: Sequence[Claim], chapter: Chapter) -> Iterator[AuditFinding]:
    """Hold claims to the results of the same trust and year.

    Parameters
    ----------
    claims : sequence of Claim
    chapter : Chapter
        The trust's results, from its own data.
    """
    for claim, row, value, fits in _held(claims, chapter):
        printed = as_worded(claim, value)
        if fits or printed is None:
            continue
        right = shown(claim, value, printed)
        kind, mistake = CONTRADICTION, "not the trust's own figure"
        message = f"The trust's own data give {right}, not {printed.text}."
        if misrounding := printed.misrounding(value):
            kind, mistake = ROUNDING, misrounding
            message = f"{MISROUNDED[mistake]}: the trust's own data give {right}."
        yield finding(
            claim, kind, mistake, message, recomputed=right,
            formula=f"results: {' '.join(str(row[name]) for name in _NAMES)}",
        )  # fmt: skip


def check_own_words(
    passages: Sequence[Passage], claims: Sequence[Claim], chapter: Chapter
) -> Iterator[AuditFinding]:
    """Tell words that are surer than the cases bear which the trust's own results count.

    Parameters
    ----------
    passages : sequence of Passage
        Of a report.
    claims : sequence of Claim
        The report's, or the rows of a table of claims, whose directions are read.
    chapter : Chapter
    """
    said = [one for one in passages if one.claims]
    for one in check_sentences(said, chapter, claims):
        if one.mistake == FEW_CASES:
            yield one
    for claim, row, _, _ in _held(claims, chapter):
        if claim.direction and claim.numerator is None:
            counts = {name: int(row[name]) for name in _COUNTS if pd.notna(row[name])}
            for one in check_direction(claim.but(**counts)):
                if one.mistake == FEW_CASES:
                    yield one


def borne_out(
    findings: Iterable[AuditFinding], claims: Sequence[Claim], chapter: Chapter
) -> Iterator[AuditFinding]:
    """Leave out what other figures of a report hold against those that the results bear out."""
    right = {claim.spot() for claim, _, _, fits in _held(claims, chapter) if fits}
    for one in findings:
        denied = one.kind == CONTRADICTION and one.mistake in _AGAINST_ANOTHER
        if not (denied and any(_is_at(one.spot, spot) for spot in right)):
            yield one


def _is_at(one: Spot, other: Spot) -> bool:
    same = (one.place, one.block, one.row, one.column) == (
        other.place, other.block, other.row, other.column
    )  # fmt: skip
    inside = one.start < other.end and other.start < one.end
    return same and (inside or not (one.end and other.end))


def _held(
    claims: Sequence[Claim], chapter: Chapter
) -> Iterator[tuple[Claim, pd.Series, Fraction, bool]]:
    """Give claims with their row of results, its value, and whether both agree."""
    for claim in claims:
        row = _row(claim, chapter)
        if row is None:
            continue
        value = exact_decimal(float(row["value"]))
        printed = as_worded(claim, value)
        if printed is None:
            continue
        near = _near_published(row, printed.half, value, claim)
        whole = _is_of_all_staff(claim, row, chapter)
        yield claim, row, value, printed.fits(Span.exactly(value)) or near or whole


def _near_published(row: pd.Series, half: Fraction, value: Fraction, claim: Claim) -> bool:
    """Allow for the rounding of results that were themselves published rounded."""
    printed = as_worded(claim, value)
    if printed is None or row["status"] != "as published":
        return False
    room = half + (Fraction(1, 200) if row["unit"] == "ratio" else Fraction(1, 2))
    return abs(printed.value - value) <= room


def _is_of_all_staff(claim: Claim, row: pd.Series, chapter: Chapter) -> bool:
    """Say whether a part of a group is right as one of all its staff, not of the clinical alone.

    `Of our 284 colleagues, 109 (38.4%) work in clinical Bands 5 to 7.`
    """
    printed, part = figure_of(claim), row["numerator"]
    if claim.measure != "distribution" or printed is None or pd.isna(part):
        return False
    whole = chapter.row(
        indicator="workforce", measure="headcount", breakdown=ALL, group=claim.groups[0]
    )
    if whole is None or pd.isna(whole["value"]) or not whole["value"]:
        return False
    return printed.fits(Span.exactly(Fraction(100 * int(part), int(whole["value"]))))


def _row(claim: Claim, chapter: Chapter) -> pd.Series | None:
    year = claim.year or chapter.facts.year
    group, other = claim.groups
    breakdown = claim.breakdown
    if claim.indicator in SURVEY or year != chapter.facts.year:
        breakdown = dated(claim.indicator, breakdown, year)
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
