"""What a claim's figure should be, from the counts printed with it: value and formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from wres.audit.claim import POINTS, RATIO_MEASURES, Claim
from wres.audit.printed import format_number

__all__ = [
    "Recomputed",
    "exact_value",
    "from_rounded_rates",
    "share_formula",
    "turned_round",
]

PERCENT = 100


@dataclass(frozen=True)
class Recomputed:
    """A value without rounding, and how it was worked out."""

    value: Fraction
    formula: str


def exact_value(claim: Claim) -> Recomputed | None:
    """Work a claim's figure out from its counts; None where they don't allow it.

    Examples
    --------
    >>> claim = Claim(place="", indicator="2", measure="relative_likelihood", numerator=198,
    ...               denominator=855, comparator_numerator=17, comparator_denominator=47)
    >>> found = exact_value(claim)
    >>> round(float(found.value), 4), found.formula
    (0.6402, '(198 ÷ 855) ÷ (17 ÷ 47)')
    """
    if claim.measure in {"share", "distribution", "likelihood", "percentage"}:
        return share_formula(claim.numerator, claim.denominator)
    counts = _four(claim)
    if counts is None:
        return None
    if claim.measure in RATIO_MEASURES:
        return _ratio(*counts)
    if claim.measure == "change" and claim.unit == "ratio":
        return None
    if claim.measure in POINTS:
        return _difference(*counts)
    return None


def share_formula(part: int | None, whole: int | None) -> Recomputed | None:
    """Work out a share of 100."""
    if part is None or not whole:
        return None
    return Recomputed(Fraction(part * PERCENT, whole), f"{part:,} ÷ {whole:,} × 100")


def _four(claim: Claim) -> tuple[int, int, int, int] | None:
    counts = (
        claim.numerator,
        claim.denominator,
        claim.comparator_numerator,
        claim.comparator_denominator,
    )
    if any(count is None for count in counts) or not counts[1] or not counts[3]:
        return None
    return counts  # type: ignore[return-value]


def _ratio(events: int, base: int, other_events: int, other_base: int) -> Recomputed | None:
    if not other_events:
        return None
    formula = f"({events:,} ÷ {base:,}) ÷ ({other_events:,} ÷ {other_base:,})"
    return Recomputed(Fraction(events * other_base, base * other_events), formula)


def _difference(part: int, whole: int, other: int, other_whole: int) -> Recomputed:
    formula = f"{part:,} ÷ {whole:,} × 100 − {other:,} ÷ {other_whole:,} × 100"
    value = Fraction(part * PERCENT, whole) - Fraction(other * PERCENT, other_whole)
    return Recomputed(value, formula)


def turned_round(claim: Claim) -> Recomputed | None:
    """Work a ratio or difference out with its groups in the other order."""
    counts = _four(claim)
    if counts is None:
        return None
    events, base, other_events, other_base = counts
    if claim.measure in RATIO_MEASURES:
        return _ratio(other_events, other_base, events, base)
    if claim.measure in POINTS:
        return _difference(other_events, other_base, events, base)
    return None


def from_rounded_rates(claim: Claim, *only: int) -> Iterator[Recomputed]:
    """Yield what a ratio or difference is when both rates are rounded before.

    Parameters
    ----------
    claim : Claim
    *only : int
        Decimals to round to; 2, 1 and 0 where none are given.
    """
    counts = _four(claim)
    if counts is None:
        return
    events, base, other_events, other_base = counts
    for decimals in only or (2, 1, 0):
        for half_even in (False, True):
            first = _rounded(Fraction(events * PERCENT, base), decimals, half_even)
            second = _rounded(Fraction(other_events * PERCENT, other_base), decimals, half_even)
            one, two = format_number(first, decimals), format_number(second, decimals)
            if claim.measure in POINTS:
                yield Recomputed(first - second, f"{one}% − {two}%")
            elif second:
                yield Recomputed(first / second, f"{one}% ÷ {two}%")


def _rounded(value: Fraction, decimals: int, half_even: bool) -> Fraction:
    scale = 10**decimals
    scaled = value * scale
    return Fraction(round(scaled) if half_even else int(scaled + Fraction(1, 2)), scale)
