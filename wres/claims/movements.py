"""Words of direction and certainty, held to the figures."""

from __future__ import annotations

from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.certainty import judge_certainty
from wres.claims.changes import judge_moves
from wres.claims.everyone import judge_everyone
from wres.claims.extremes import judge_extremes
from wres.claims.lexicon import Mark
from wres.claims.likelihoods import judge_likelihoods
from wres.claims.remarks import judge_remarks
from wres.claims.sides import judge_sides

__all__ = ["movements_of"]


def movements_of(bench: Bench) -> list[Told]:
    """Judge the words of direction of a sentence, each with the tokens that it covers."""
    judges = (
        judge_moves,
        judge_sides,
        judge_likelihoods,
        judge_certainty,
        judge_extremes,
        judge_everyone,
        judge_remarks,
    )
    return [_unclouded(bench, told) for judge in judges for told in judge(bench)]


def _unclouded(bench: Bench, told: Told) -> Told:
    """Judge no words whose sense other words may turn."""
    outcome, first, last = told
    if outcome.kind == "unverifiable" or not bench.clouded(first):
        return told
    return unverifiable(Mark("clouded", "", first, last))
