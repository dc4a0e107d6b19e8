"""Trends held to every year at hand: `has risen year on year`."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.denials import Outcome
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.moved_facts import changes_of
from wres.claims.senses import condition_of
from wres.claims.signs import UNSURE
from wres.claims.subjects import Subject

__all__ = ["trend"]

_FIRST_YEARS = 12


def trend(bench: Bench, subject: Subject, sense: str, mark: Mark) -> Told:
    """Hold a trend to every year at hand; two figures make none."""
    words = _with_trend(bench, mark)
    steps = _steps(bench, subject)
    if not steps:
        return unverifiable(words)
    if len(steps) < 2:
        message = f"two figures make no trend: {bench.wording.same(steps[0])}."
        return Outcome("too few", message, steps[0]), words.first, words.last
    test = condition_of(sense)
    against = next((fact for fact in steps if test(fact) is False), None)
    if against is not None:
        message = f"not in every year: {bench.wording.same(against)}."
        return Outcome("contradicted", message, against), words.first, words.last
    if sense in {"better", "worse"} and all(fact.verdict in UNSURE for fact in steps):
        return bench.unsure(steps[-1]), words.first, words.last
    return bench.agreed(steps[-1]), words.first, words.last


def _steps(bench: Bench, subject: Subject) -> list[Fact]:
    """Give the change of each year since the one before it."""
    steps = []
    for year in range(bench.year - _FIRST_YEARS, bench.year + 1):
        facts = changes_of(bench, subject, year, None)
        steps += [fact for fact in facts if fact.since == year - 1][:1]
    return steps


def _with_trend(bench: Bench, mark: Mark) -> Mark:
    """Take the words of the trend and of its direction together."""
    found = bench.sentence.of("trend", *bench.sentence.clause(mark.first))
    first, last = min(mark.first, found[0].first), max(mark.last, found[0].last)
    return replace(mark, first=first, last=last)
