"""How many staff have told their ethnicity, and what a change in that does to shares."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wres.check.figures import Figures, percent
from wres.check.findings import Finding, Limits
from wres.counts import ALL
from wres.definitions.ethnicity import BME, UNKNOWN
from wres.labels import format_value

__all__ = ["declaration", "redeclaration"]

_ASK = "Ask staff to complete their record, and say in the report what unknown ethnicity hides."


def declaration(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find a declaration rate that is low, or falls."""
    people = now.workforce()
    rate = _rate(people)
    if rate is None:
        return
    given = percent(people[ALL] - people[UNKNOWN], people[ALL])
    if rate < limits.declaration:
        unknown = f"{people[UNKNOWN]} of {people[ALL]} staff are of unknown ethnicity"
        rule = f"the declaration rate should be {limits.declaration:.0%} or more; {unknown}"
        yield now.finding("declaration-low", "workforce", rule, _ASK, given)
    earlier = before.workforce() if before else {}
    old = _rate(earlier)
    if old is not None and 100 * (old - rate) >= limits.declaration_fall:
        was = percent(earlier[ALL] - earlier[UNKNOWN], earlier[ALL])
        rule = f"the declaration rate should not fall; last year's was {was}"
        yield now.finding("declaration-fell", "workforce", rule, _ASK, given)


def _rate(people: dict[str, int]) -> Fraction | None:
    if not people.get(ALL):
        return None
    return Fraction(people[ALL] - people[UNKNOWN], people[ALL])


def redeclaration(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find a rise in the BME share that fewer unknowns explain."""
    new, old = now.workforce(), before.workforce() if before else {}
    if not (_known(new) and _known(old)) or not _explained(old, new):
        return
    shares = [percent(one[BME], one[ALL]) for one in (old, new)]
    known = [percent(one[BME], _known(one)) for one in (old, new)]
    term = now.named(BME)
    added = format_value(new[BME] - old[BME], "headcount", signed=True)
    rule = (
        f"the {term} share rose from {shares[0]} to {shares[1]} ({term} staff {added}) "
        f"while staff of unknown ethnicity went from {old[UNKNOWN]} to {new[UNKNOWN]}; of those "
        f"known, the share went from {known[0]} to {known[1]}"
    )
    remedy = "Say in the report that part of the rise may be people who declared their ethnicity."
    yield now.finding("redeclaration", "workforce", rule, remedy, shares[1])


def _known(people: dict[str, int]) -> int:
    return people[ALL] - people[UNKNOWN] if people.get(ALL) else 0


def _explained(old: dict[str, int], new: dict[str, int]) -> bool:
    """Tell whether no more BME staff came than unknowns went, or the known share did not rise."""
    fewer_unknown = old[UNKNOWN] - new[UNKNOWN]
    rose = Fraction(new[BME], new[ALL]) > Fraction(old[BME], old[ALL])
    if not rose or fewer_unknown <= 0:
        return False
    known_rose = Fraction(new[BME], _known(new)) > Fraction(old[BME], _known(old))
    return 0 < new[BME] - old[BME] <= fewer_unknown or not known_rose
