"""The unit of a figure, and what a reader needs beside it."""

from __future__ import annotations

from collections.abc import Iterator

from wres.audit.claim import POINTS, RATIO_MEASURES, Claim
from wres.audit.findings import CONTRADICTION, UNCHECKABLE, WORDING, AuditFinding, finding
from wres.definitions.indicators import indicator

__all__ = ["check_needs", "check_unit"]


def check_unit(claim: Claim) -> Iterator[AuditFinding]:
    """Tell ratios printed as percentages, and differences printed as per cent."""
    printed = claim.printed()
    if printed is None:
        return
    unit = printed.unit or (claim.unit if claim.unit in {"%"} else "")
    if claim.measure in RATIO_MEASURES and unit == "%":
        bare = printed.text.replace("%", "").strip()
        message = f"A relative likelihood is a ratio, not a percentage: {bare}, without the sign."
        yield finding(claim, CONTRADICTION, "ratio printed with %", message, recomputed=bare)
    shares = claim.comparator_value and f"{claim.comparator_value.rstrip(' %')}%" in (
        claim.text + claim.comparator_value
    )
    if claim.measure in POINTS and shares:
        message = (
            f"{printed.text} is a difference in points and {claim.comparator_value} a share: "
            "the two can't be compared."
        )
        yield finding(claim, WORDING, "share compared with difference", message)
    elif claim.measure in POINTS and unit == "%":
        message = "A difference of two percentages is in percentage points, not per cent."
        right = printed.text.replace("%", "").strip() + " points"
        yield finding(claim, WORDING, "points printed as %", message, recomputed=right)


def check_needs(claim: Claim) -> Iterator[AuditFinding]:
    """Say what is missing to check a figure."""
    if claim.measure in RATIO_MEASURES and claim.value and claim.comparator_value != claim.value:
        yield from _ratio_needs(claim)
    if claim.comparator_value or claim.comparator_name:
        yield from _comparator_needs(claim)


def _ratio_needs(claim: Claim) -> Iterator[AuditFinding]:
    missing = []
    if claim.numerator is None or claim.comparator_numerator is None:
        missing.append("the counts behind it")
    if not claim.group or not claim.comparator_group:
        missing.append("which group is over which")
    if missing:
        usual = ""
        if claim.indicator.isdigit() and len(missing) == 2:
            record = indicator(claim.indicator)
            usual = f" (the standard's is {record.group} over {record.comparator_group})"
        message = f"The ratio is printed without {' and '.join(missing)}{usual}."
        yield finding(claim, UNCHECKABLE, "ratio without direction or counts", message)


def _comparator_needs(claim: Claim) -> Iterator[AuditFinding]:
    missing = []
    if not claim.comparator_name:
        missing.append("whose it is")
    if claim.comparator_year is None:
        missing.append("its year")
    if missing:
        message = f"The comparator is printed without {' and '.join(missing)}."
        yield finding(
            claim, UNCHECKABLE, "comparator without name or year", message, of="comparator_value"
        )
