"""Highest and lowest held to the pay bands; causes and feelings, which no figure measures."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.denials import Outcome
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.places import members
from wres.claims.subjects import subject_of
from wres.definitions.ethnicity import BME

__all__ = ["judge_remarks"]

_MODAL = frozenset({"will", "would", "should", "may", "might", "could", "not"})


def judge_remarks(bench: Bench) -> Iterator[Told]:
    """Judge superlatives, and name causes and feelings as what can't be judged."""
    for mark in bench.live("extreme"):
        yield from _extreme(bench, mark)
    for mark in bench.sentence.of("cause"):
        yield from _cause(bench, mark)
    for mark in bench.sentence.of("opinion"):
        first, _ = bench.sentence.clause(mark.first)
        # `They trust that they will be heard` plans nothing.
        if not bench.sentence.of("plan", first, mark.first) and not bench.plan:
            yield unverifiable(mark)


def _cause(bench: Bench, mark: Mark) -> Iterator[Told]:
    kinds = ("move", "side", "likely", "group")
    speaks = bool(bench.numbers) or any(bench.sentence.has(kind) for kind in kinds)
    if speaks and not _MODAL & set(bench.words[max(0, mark.first - 3) : mark.first]):
        message = "the figures show what is, not why: a cause can't be held to them."
        yield Outcome("unverifiable", message), mark.first, mark.last


def _extreme(bench: Bench, mark: Mark) -> Iterator[Told]:
    bands = bench.sentence.of("band")
    if (
        mark.value in {"highest", "lowest"}
        and len(bands) == 1
        and bench.topics(mark) & {"1", "workforce"}
    ):
        yield _among_bands(bench, mark, bands[0])
    elif bench.sentence.of("measure") or bench.sentence.of("group"):
        yield unverifiable(mark)


def _among_bands(bench: Bench, mark: Mark, band: Mark) -> Told:
    """Hold `highest in band 5` to the bands that are shown; withheld ones may lie beyond."""
    subject = subject_of(bench.scope, mark, True)
    rows = _shares(bench, subject.group or BME, subject.staff_groups.one or "")
    meant = [fact for fact in rows if members(fact.parts["band"]) == members(band.value)]
    if not meant:
        return unverifiable(mark)
    pick = max if mark.value == "highest" else min
    edge = pick(rows, key=lambda fact: fact.value)
    reached = any(fact.value == edge.value for fact in meant)
    outcome = bench.agreed(meant[0]) if reached else bench.contradicted(edge)
    return outcome, mark.first, mark.last


def _shares(bench: Bench, group: str, staff_group: str) -> list[Fact]:
    return [
        fact
        for fact in bench.shown.by_indicator.get("1", ())
        if fact.measure == "share" and fact.role == "level" and fact.group == group
        if fact.year == bench.year and fact.comparator == OWN and "band" in fact.parts
        if fact.parts.get("staff_group") not in {"all", None}
        if staff_group in {"", fact.parts.get("staff_group")}
    ]
