"""Parity as a landmark that a ratio lies above, below or close to."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.answers import OTHER, RATIOS
from wres.claims.bench import Bench, Test, Told
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.ranges import own_ratios
from wres.claims.signs import side_of
from wres.stats.counts import in_four_fifths_range

__all__ = ["beside_parity", "judge_beside_parity"]

_ABOVE = frozenset({"above", "over"})
_BELOW = frozenset({"below", "under", "beneath"})
_CLOSE = frozenset({"near", "around", "about", "approaching", "nearly", "almost", "nearing"})
# Before the `to` of `close to parity`.
_CLOSE_TO = frozenset({"close", "near"})


def beside_parity(bench: Bench, mark: Mark) -> str:
    """Say where words set a figure beside parity: above, below or close; empty if at it."""
    led = bench.words[max(0, mark.first - 2) : mark.first]
    if led[-1:] == ("to",):
        return "close" if _CLOSE_TO & set(led) else ""
    named = {"above": _ABOVE, "below": _BELOW, "close": _CLOSE}
    return next((value for value, words in named.items() if words & set(led[-1:])), "")


def judge_beside_parity(bench: Bench, mark: Mark, beside: str) -> Iterator[Told]:
    """Hold `above parity` to the side on which a ratio lies, `close to parity` to the range.

    A ratio in the range that counts as non-adverse is close enough, and need not be called so.
    """
    facts = _meant(bench, mark)
    if not facts or (beside == "close" and bench.negated(mark)):
        return
    wanted = 1 if beside == "above" else -1
    tests: dict[bool, Test] = {
        True: lambda fact: in_four_fifths_range(fact.value),
        False: lambda fact: side_of(fact) == wanted if side_of(fact) else None,
    }
    outcome, *_ = bench.told(mark, facts, tests[beside == "close"])
    led = 2 if bench.words[mark.first - 1] == "to" else 1
    yield outcome, mark.first - led, mark.last


def _meant(bench: Bench, mark: Mark) -> list[Fact]:
    """Give the ratio that stands beside, as it is written; else those that the words are about."""
    beside = bench.pinned(mark) or [fact for _, fact in bench.borne if fact.comparator == OWN]
    written = [one for one in beside if one.unit == "ratio" and one.role == "level"]
    first, last = bench.sentence.clause(mark.first)
    dated = bench.sentence.is_dated(first, last)
    earlier = dated or bench.years_of(mark) != bench.now
    if written or earlier or not bench.topics(mark) & RATIOS:
        return written
    heads = [one for one in bench.sentence.values("group") if one in OTHER][:1]
    turned = [fact for head in heads for fact in bench.gaps(mark, head, OTHER[head])]
    return [*own_ratios(bench, mark), *(fact for fact in turned if fact.unit == "ratio")]
