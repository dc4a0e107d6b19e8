"""Figures against the counts printed with them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from wres.audit.checks.formulas import (
    Recomputed,
    exact_value,
    from_rounded_rates,
    share_formula,
    turned_round,
)
from wres.audit.claim import POINTS, RATIO_MEASURES, Claim
from wres.audit.findings import CONTRADICTION, ROUNDING, AuditFinding, finding
from wres.audit.printed import Printed, Span, format_number, read_printed

__all__ = ["MISROUNDED", "check_counts", "shown"]

# By `Printed.misrounding`.
MISROUNDED: Final = {
    "truncation": "Digits were cut off instead of rounded",
    "wrong rounding": "Rounded the wrong way",
}

_SHARES: Final = frozenset({"share", "distribution", "likelihood", "percentage"})


def check_counts(claim: Claim) -> Iterator[AuditFinding]:
    """Hold a claim's figure against its own counts."""
    printed = claim.printed()
    if printed is None or claim.comparator_value == claim.value != "":
        return
    yield from _empty(claim, printed)
    yield from _too_many(claim)
    exact = exact_value(claim)
    if exact is None:
        yield from _attainable(claim, printed)
    elif not any(_is_right(claim, one, exact) for one in _readings(claim, printed)):
        yield _wrong(claim, printed, exact)


def _readings(claim: Claim, printed: Printed) -> list[Printed]:
    """Give the ways in which a figure may be meant: a likelihood as 0.23 or 23%, a gap unsigned."""
    readings = [printed]
    if (
        claim.measure in _SHARES
        and not printed.unit
        and abs(printed.value) <= 1
        and printed.decimals
    ):
        readings.append(printed.scaled(100))
    if claim.measure == "relative_likelihood" and "more likely" in claim.text:
        # `0.48 times more likely` may mean 1.48 times as likely.
        readings.append(read_printed(format_number(printed.value + 1, printed.decimals)) or printed)
    # In a sentence `above` or `below` is the sign of a difference: that word is judged by itself.
    worded = claim.measure == "difference" and claim.origin == "sentence"
    if (claim.measure in {"gap", "change"} or worded) and not printed.signed:
        readings.append(printed.mirrored())
    return readings


def _is_right(claim: Claim, reading: Printed, exact: Recomputed) -> bool:
    """Say whether a figure is right by counts, or as the difference of two rounded shares."""
    if reading.fits(Span.exactly(exact.value)):
        return True
    rounded = from_rounded_rates(claim, reading.decimals) if claim.measure in POINTS else ()
    return any(reading.value == one.value for one in rounded)


def _wrong(claim: Claim, printed: Printed, exact: Recomputed) -> AuditFinding:
    found = (
        _slightly(claim, printed, exact)
        or _by_rounded_rates(claim, printed, exact)
        or _by_other_order(claim, printed, exact)
        or _by_swapping(claim, printed, exact)
    )
    if found is not None:
        return found
    message = f"The counts give {shown(claim, exact.value, printed)}, not {printed.text}."
    return _finding(claim, CONTRADICTION, "wrong figure", message, exact, printed)


def _slightly(claim: Claim, printed: Printed, exact: Recomputed) -> AuditFinding | None:
    """Tell figures that are off by less than one last digit."""
    for reading in _readings(claim, printed):
        if mistake := reading.misrounding(exact.value):
            right = shown(claim, exact.value, printed)
            message = f"{MISROUNDED[mistake]}: the counts give {right}."
            return _finding(claim, ROUNDING, mistake, message, exact, printed)
    return None


def _by_rounded_rates(claim: Claim, printed: Printed, exact: Recomputed) -> AuditFinding | None:
    if claim.measure not in RATIO_MEASURES | POINTS:
        return None
    for rounded in from_rounded_rates(claim):
        if any(one.fits(Span.exactly(rounded.value)) for one in _readings(claim, printed)):
            right = shown(claim, exact.value, printed)
            message = (
                f"Worked out from rounded rates ({rounded.formula}). From the counts it is {right}."
            )
            return _finding(claim, ROUNDING, "ratio of rounded rates", message, exact, printed)
    return None


def _by_other_order(claim: Claim, printed: Printed, exact: Recomputed) -> AuditFinding | None:
    other = turned_round(claim)
    if other is None or not printed.fits(Span.exactly(other.value)):
        return None
    right = shown(claim, exact.value, printed)
    group, comparator = claim.groups
    if claim.measure in POINTS:
        message = f"The sign is turned round: it should be {right}."
        return _finding(claim, CONTRADICTION, "sign error", message, exact, printed)
    message = (
        f"The ratio is upside down: {printed.text} puts {comparator} over {group}. "
        f"{group} over {comparator} is {right}."
    )
    return _finding(claim, CONTRADICTION, "reversed direction", message, exact, printed)


def _by_swapping(claim: Claim, printed: Printed, exact: Recomputed) -> AuditFinding | None:
    """Tell a share that is the other group's, where both groups' counts are there."""
    if claim.measure not in _SHARES:
        return None
    other = share_formula(claim.comparator_numerator, claim.comparator_denominator)
    if other is None or not printed.fits(Span.exactly(other.value)):
        return None
    group = claim.groups[1] or "the other group"
    right = shown(claim, exact.value, printed)
    message = f"This is the figure of {group}; that of {claim.group} is {right}."
    return _finding(claim, CONTRADICTION, "labels swapped", message, exact, printed)


def _finding(
    claim: Claim, kind: str, mistake: str, message: str, exact: Recomputed, printed: Printed
) -> AuditFinding:
    right = shown(claim, exact.value, printed)
    formula = f"{exact.formula} = {format_number(exact.value, max(printed.decimals, 1) + 2)}"
    return finding(claim, kind, mistake, message, recomputed=right, formula=formula)


def shown(claim: Claim, value: Fraction, printed: Printed) -> str:
    """Write a recomputed value as the claim's own figure is written."""
    decimals = printed.decimals
    if claim.measure == "headcount":
        return f"{round(value):,}"
    if claim.measure in _SHARES:
        decimals = max(decimals, 1)
        if printed.unit != "%" and abs(printed.value) <= 1 and printed.decimals:
            return format_number(value / 100, printed.decimals)
        return f"{format_number(value, decimals)}%"
    if claim.measure in POINTS:
        sign = "+" if value > 0 else ""
        return f"{sign}{format_number(value, max(decimals, 1))} points"
    return format_number(value, decimals or 2)


def _empty(claim: Claim, printed: Printed) -> Iterator[AuditFinding]:
    """Tell shares of nobody."""
    if claim.measure not in _SHARES or claim.denominator != 0:
        return
    message = (
        f"The group is empty, so there is no percentage: write 'no members', not {printed.text}."
    )
    yield finding(
        claim, CONTRADICTION, "empty group as a percentage", message, recomputed="no members",
        formula=f"{claim.numerator or 0} ÷ 0",
    )  # fmt: skip


def _too_many(claim: Claim) -> Iterator[AuditFinding]:
    """Tell parts that are larger than their whole."""
    pairs = (
        ("", claim.numerator, claim.denominator),
        ("comparator ", claim.comparator_numerator, claim.comparator_denominator),
    )
    for _, part, whole in pairs:
        if part is not None and whole and part > whole and claim.measure != "disparity_ratio":
            message = f"{part:,} people can't be a part of {whole:,}."
            yield finding(
                claim, CONTRADICTION, "part above its whole", message, of="numerator",
                published=f"{part:,} of {whole:,}", formula=f"{part:,} > {whole:,}",
            )  # fmt: skip


def _attainable(claim: Claim, printed: Printed) -> Iterator[AuditFinding]:
    """Tell a percentage that no whole number of people makes."""
    base = claim.denominator
    if claim.measure not in _SHARES or not base or claim.numerator is not None or printed.hedged:
        return
    if any(_some_count(one, base) for one in _readings(claim, printed)):
        return
    near = int(printed.value * base / 100)
    options = [Fraction(count * 100, base) for count in (near, near + 1)]
    told = " or ".join(f"{format_number(one, max(printed.decimals, 1))}%" for one in options)
    formula = f"{near} ÷ {base:,} × 100 or {near + 1} ÷ {base:,} × 100"
    cut = any(printed.is_cut_off(one) for one in options)
    kind = ROUNDING if cut else CONTRADICTION
    message = f"No whole number of {base:,} people makes {printed.text}; the nearest are {told}."
    yield finding(claim, kind, "unattainable percentage", message, recomputed=told, formula=formula)


def _some_count(printed: Printed, base: int) -> bool:
    low = printed.span.low * base / 100
    high = printed.span.high * base / 100
    first = -(-low.numerator // low.denominator)
    return Fraction(first) <= high
