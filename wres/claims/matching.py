"""A claimed number held to the figures: it agrees, is denied in one of six ways, or not found."""

from __future__ import annotations

from collections.abc import Sequence

from wres.claims.answers import STAFF
from wres.claims.denials import Outcome, denial
from wres.claims.facts import Fact
from wres.claims.figures import Claim
from wres.claims.shown import Shown
from wres.claims.wording import Wording
from wres.claims.writing import find_written, is_near

__all__ = ["judge_figure"]

# Figures of which one stands for each year.
_IN_SERIES = frozenset({"percentage", "share", "relative_likelihood"})
_NO_SERIES = "results do not hold every one of these years."


def judge_figure(claim: Claim, shown: Shown, wording: Wording) -> Outcome:
    """Hold a claimed number to the figures.

    Where the words leave several facts possible and one has the written value, it agrees. Only
    where it doesn't is it asked what else the number could be: that of another unit, direction,
    base, year or comparator. It is contradicted where the words fix the fact that it should be.
    """
    numbers = (claim.number, *claim.alternatives)
    if claim.edge:
        return _judge_edge(claim, shown, wording)
    against = None
    for strictly in (True, False):
        facts = shown.find(claim.query, strictly=strictly)
        if not strictly:
            facts = [one for one in facts if is_near(one, claim.number)]
        fact = find_written([one for one in facts if not _goes_back(one, claim.way)], numbers)
        if fact is not None:
            fact = _with_own_row(fact, shown)
            return Outcome("agrees", f"agrees: {wording.same(fact)}.", fact, offered=True)
        against = against or find_written(facts, numbers)
    if against is not None:
        return Outcome("contradicted", f"{wording.same(against)}.", against, back=True)
    return denial(claim, shown, wording)


def _with_own_row(fact: Fact, shown: Shown) -> Fact:
    """Take the row of how many they are for a base of all staff that a share is out of.

    Members of a board stay with the share: what a text tells of them moves with their groups.
    """
    if fact.role != "base" or fact.group != "all" or fact.indicator not in STAFF:
        return fact
    same = (
        one
        for one in shown.by_indicator.get(fact.indicator, ())
        if one.measure == "headcount" and one.role == "count" and one.group == "all" and one.row
        if (one.year, one.place, one.value) == (fact.year, fact.place, fact.value)
    )
    return next(same, fact)


def _judge_edge(claim: Claim, shown: Shown, wording: Wording) -> Outcome:
    """Hold a number to the least or the most of the years that are shown.

    Years that results don't hold may lie beyond: then a number of any year will do.
    """
    facts = shown.find(claim.query, strictly=True) or shown.find(claim.query, strictly=False)
    fact = find_written(facts, (claim.number,))
    series = {one.year: one for one in facts if not one.place and one.measure in _IN_SERIES}
    values = {(one.indicator, one.group, one.measure, one.over) for one in series.values()}
    years = claim.query.years or frozenset()
    # A survey's first year may be that of its report, before the first that is asked for.
    whole = len(values) == 1 and set(years) - {min(years)} <= set(series)
    if not whole:
        kind = "unverifiable" if fact is None else "agrees"
        told = _NO_SERIES if fact is None else f"agrees: {wording.same(fact)}."
        return Outcome(kind, told, fact)
    edge = _edge_of(claim, list(series.values()))
    later = [one for one in series.values() if one.year > min(years)]
    for one in (edge, _edge_of(claim, later or [edge])):
        if _is_edge(claim, one):
            return Outcome("agrees", f"agrees: {wording.same(one)}.", one)
    most = "most" if claim.edge > 0 else "least"
    return Outcome("contradicted", f"the {most} of these years: {wording.same(edge)}.", edge)


def _edge_of(claim: Claim, facts: Sequence[Fact]) -> Fact:
    return (max if claim.edge > 0 else min)(facts, key=lambda one: one.value)


def _is_edge(claim: Claim, fact: Fact) -> bool:
    """Say whether a number is a figure's writing, or a whole number that it doesn't go beyond."""
    number = claim.number
    within = claim.edge * ((number.value or 0.0) - fact.value) >= 0
    return find_written([fact], (number,)) is not None or (within and not number.decimals)


def _goes_back(fact: Fact, way: int) -> bool:
    """Say whether a change goes the other way than its words; a gap's size has no sign."""
    if fact.role not in {"change", "relative change", "difference"} or (fact.now or 0.0) < 0:
        return False
    return fact.value * way < 0
