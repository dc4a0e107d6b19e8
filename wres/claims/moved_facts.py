"""The changes that words of movement can mean, and the two years of one."""

from __future__ import annotations

from wres.claims.answers import SURVEY
from wres.claims.bench import Bench, thing_of
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.subjects import Subject

__all__ = ["changes_of", "changes_of_numbers", "span_of"]


def changes_of_numbers(bench: Bench, mark: Mark) -> list[Fact]:
    """Find the change of the figure that stands beside a movement, over the years of its numbers.

    It is surer what `rose from 44.6% to 51.5%` is said of than what its other words may mean.
    """
    pins = [fact for fact in bench.pinned(mark) if fact.year <= bench.year]
    if not pins or any(thing_of(fact) != thing_of(pins[0]) for fact in pins):
        return []
    years = sorted({fact.year for fact in pins})
    year, since = (years[-1], years[0]) if len(years) > 1 else span_of(bench, mark)
    changes = [
        fact
        for fact in bench.shown.by_indicator.get(pins[0].indicator, ())
        if fact.role == "change" and thing_of(fact) == thing_of(pins[0])
        if fact.year == year and fact.since == (year - 1 if since is None else since)
    ]
    return changes[:1]


def changes_of(bench: Bench, subject: Subject, year: int, since: int | None) -> list[Fact]:
    """Find the changes of a subject to a year: since another, or since the one before it."""
    ends = None if since is None else frozenset({since})
    facts = subject.facts(bench.shown, "change", years=frozenset({year}), since=ends)
    if since is None and facts:
        latest = max(fact.since or 0 for fact in facts)
        facts = [fact for fact in facts if fact.since == latest]
    return facts


def span_of(bench: Bench, mark: Mark) -> tuple[int, int | None]:
    """Read the two years of a movement: `since 2017`, `from 2018 to 2019`, `in 2019`."""
    survey = bool(bench.topics(mark) & SURVEY)
    said = []
    for place, token in enumerate(bench.sentence.tokens):
        if token.year is not None:
            near = bench.words[max(0, place - 3) : place + 3]
            shift = (survey and token.kind == "year") or "autumn" in near
            led = [word for word in bench.words[max(0, place - 3) : place] if word != "the"]
            said.append((token.year + shift, led[-1] if led else ""))
    years = sorted({year for year, _ in said})
    if len(years) >= 2 and years[-1] <= bench.year:
        return years[-1], years[0]
    if years and years[0] < bench.year and said[0][1] in {"since", "from", "than", "on", "in"}:
        return bench.year, years[0]
    return bench.year, None
