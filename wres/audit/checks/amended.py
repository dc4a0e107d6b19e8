"""Counts that the report itself denies: what was worked out from others isn't wrong for it.

A total that its groups don't add up to, and a workforce of indicator 3 or 4 that isn't that of the
workforce, are told once, where they stand. A share or ratio beside them may rest on the right ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.audit.checks.ledger import Ledger
from wres.audit.checks.recomputing import check_counts
from wres.audit.claim import ALL, Claim, Spot
from wres.definitions.ethnicity import GROUPS

__all__ = ["amended", "denied_totals"]


def denied_totals(ledger: Ledger) -> dict[Spot, int]:
    """Give the sums of the groups whose printed total is another, by where the total stands."""
    found = {}
    for claim in ledger.claims:
        total = claim.printed()
        if claim.measure == "headcount" and claim.group == "all" and total is not None:
            of = (claim.indicator, claim.breakdown)
            parts = [ledger.count(*of, group, claim.year) for group in GROUPS]
            if None not in parts and (told := sum(one or 0 for one in parts)) != total.value:
                found[claim.spot()] = told
    return found


def amended(claims: Sequence[Claim], year: int | None) -> list[Claim]:
    """Give claims that fit only the counts that should have been printed with these.

    Parameters
    ----------
    claims : sequence of Claim
        With their counts.
    year : int, optional
        The report's own.
    """
    ledger = Ledger(claims, year)
    wrong = _by_value(claims, denied_totals(ledger))
    return [_fitting(claim, ledger, wrong) for claim in claims]


def _fitting(claim: Claim, ledger: Ledger, wrong: dict[int | None, int]) -> Claim:
    others = list(_amended(claim, ledger, wrong))
    if not others or not any(check_counts(claim)):
        return claim
    return next((one for one in others if not any(check_counts(one))), claim)


def _amended(claim: Claim, ledger: Ledger, wrong: dict[int | None, int]) -> Iterator[Claim]:
    if claim.denominator in wrong:
        yield claim.but(denominator=wrong[claim.denominator])
    if claim.numerator in wrong and claim.group in {"", "all"}:
        whole = wrong.get(claim.denominator, claim.denominator)
        yield claim.but(numerator=wrong[claim.numerator], denominator=whole)
    if claim.comparator_denominator in wrong:
        yield claim.but(comparator_denominator=wrong[claim.comparator_denominator])
    if claim.indicator in {"3", "4"} and claim.measure in {"relative_likelihood", "likelihood"}:
        staff = [ledger.count("workforce", ALL, group, claim.year) for group in claim.groups]
        changed = {"denominator": staff[0] or claim.denominator}
        if claim.comparator_denominator is not None:
            changed["comparator_denominator"] = staff[1] or claim.comparator_denominator
        yield claim.but(**changed)


def _by_value(claims: Sequence[Claim], totals: dict[Spot, int]) -> dict[int | None, int]:
    """Give the right sums by the totals that are printed for them."""
    return {
        int(printed.value): totals[claim.spot()]
        for claim in claims
        if claim.spot() in totals and (printed := claim.printed()) is not None
    }
