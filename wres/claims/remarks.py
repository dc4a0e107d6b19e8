"""Causes and feelings, which no figure measures."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.denials import Outcome
from wres.claims.lexicon import Mark

__all__ = ["judge_remarks"]

_MODAL = frozenset({"will", "would", "should", "may", "might", "could", "not"})


def judge_remarks(bench: Bench) -> Iterator[Told]:
    """Name causes and feelings as what can't be judged."""
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
