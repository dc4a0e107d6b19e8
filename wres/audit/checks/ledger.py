"""All claims of a report by what they are of, so that one can be held against another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from wres.audit.claim import ALL, BASES, EVENTS, Claim
from wres.audit.printed import Printed

__all__ = ["Key", "Ledger", "figure_of", "linked"]

# Of two groups, or of board and workforce.
_PAIRED: Final = frozenset({"relative_likelihood", "gap", "difference"})
Key = tuple[str, str, str, str, str]


def figure_of(claim: Claim) -> Printed | None:
    """Read a claim's figure in the unit that its measure has: a likelihood of 0.23 as 23%."""
    printed = claim.printed()
    if printed is None:
        return None
    plain = printed.unit == "" and abs(printed.value) <= 1 and printed.decimals >= 2
    return printed.scaled(100) if claim.measure == "likelihood" and plain else printed


class Ledger:
    """Claims by key and year; a claim without a year is of the report's own.

    Parameters
    ----------
    claims : sequence of Claim
    year : int, optional
        The report's own year.
    """

    def __init__(self, claims: Sequence[Claim], year: int | None = None) -> None:
        self.year = year
        self.claims = tuple(claims)
        self._by_key: dict[tuple[Key, int | None], list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.value:
                self._by_key[claim.key, claim.year or year].append(claim)

    def of(self, key: Key, year: int | None) -> list[Claim]:
        """Give the claims of one figure in one year."""
        return self._by_key.get((key, year or self.year), [])

    def one(self, key: Key, year: int | None) -> Claim | None:
        """Give the first claim of one figure, and none where two of them differ."""
        found = self.of(key, year)
        if not found:
            return None
        figures = [figure for claim in found if (figure := figure_of(claim)) is not None]
        if any(not one.span.meets(figures[0].span) for one in figures):
            return None
        return max(found, key=_decimals)

    def groups(self) -> Iterable[tuple[Key, int | None, list[Claim]]]:
        """Give every figure that is printed more than once."""
        for (key, year), claims in self._by_key.items():
            if len(claims) > 1:
                yield key, year, claims

    def count(self, number: str, breakdown: str, group: str, year: int | None) -> int | None:
        """Give a head count, where it is printed and everywhere the same."""
        found = self.of((number, "headcount", breakdown, group, ""), year)
        counts = {int(one.value) for claim in found if (one := claim.printed()) is not None}
        return counts.pop() if len(counts) == 1 else None


def _decimals(claim: Claim) -> int:
    printed = claim.printed()
    return printed.decimals if printed is not None else 0


def linked(claims: Sequence[Claim], year: int | None) -> list[Claim]:
    """Give claims without counts those that the report prints elsewhere for them."""
    ledger = Ledger(claims, year)
    return [_with_counts(claim, ledger) for claim in claims]


def _with_counts(claim: Claim, ledger: Ledger) -> Claim:
    if claim.numerator is not None or claim.denominator is not None:
        return claim
    if claim.measure not in {"relative_likelihood", "likelihood", "difference", "share"}:
        return claim
    group, other = claim.groups
    first = _pair(claim, group, ledger)
    if claim.measure == "difference":
        second = _part_of_staff(ledger, group, claim.year)
    else:
        second = _pair(claim, other, ledger) if claim.measure in _PAIRED else (None, None)
    if None in first or (claim.measure in _PAIRED and None in second):
        return claim
    return claim.but(
        numerator=first[0],
        denominator=first[1],
        comparator_numerator=second[0],
        comparator_denominator=second[1],
    )


def _pair(claim: Claim, group: str, ledger: Ledger) -> tuple[int | None, int | None]:
    number, year = claim.indicator, claim.year
    if number in EVENTS and claim.breakdown == ALL:
        events = ledger.count(number, f"people={EVENTS[number]}", group, year)
        base = ledger.count(number, f"people={BASES[number]}", group, year)
        return events, base
    if claim.measure in {"share", "difference"}:
        return (
            ledger.count(number, claim.breakdown, group, year),
            ledger.count(number, claim.breakdown, "all", year),
        )
    return None, None


def _part_of_staff(ledger: Ledger, group: str, year: int | None) -> tuple[int | None, int | None]:
    return (
        ledger.count("workforce", ALL, group, year),
        ledger.count("workforce", ALL, "all", year),
    )
