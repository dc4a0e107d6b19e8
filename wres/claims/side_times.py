"""Comparisons with an earlier time: `higher than in 2019`, `more than the 38.6% then`."""

from __future__ import annotations

from wres.claims.answers import SURVEY
from wres.claims.bench import Bench
from wres.claims.lexicon import Mark
from wres.claims.times import Times

__all__ = ["is_of_time"]

_EARLIER = frozenset({"previous", "change"})
# Between a figure that is set beside another and its time.
_NAMING = ("group", "comparator", "topic")
_REACH = 8


def is_of_time(bench: Bench, mark: Mark) -> bool:
    """Say whether a word compares a figure with an earlier one."""
    first, last = bench.sentence.clause(mark.first)
    near = [
        one for one in bench.sentence.of("time", mark.first, last) if one.first <= mark.last + 4
    ]
    behind = bench.sentence.tokens[mark.last + 1 : mark.last + 4]
    earlier = [token for token in behind if token.year is not None and token.year < bench.year]
    named = bench.sentence.of("comparator", mark.last + 1, min(last, mark.last + 4))
    earliest = any(one.value in {"previous", "change", "latest"} for one in near)
    if (earlier or earliest) and not named:
        return True
    if _is_beside_dated(bench, mark, last):
        return True
    opening = bench.sentence.of("time", first, mark.first)
    past = any(one.value in {"previous", "change"} for one in opening)
    return past and "compared" in bench.words[first : first + 3]


def _is_beside_dated(bench: Bench, mark: Mark, last: int) -> bool:
    """Say whether an earlier figure follows, nobody else's: `than the 38.6% recorded in 2022`."""
    start = mark.last + 1
    figure = next((one for one in bench.numbers if start <= one.first <= start + 1), None)
    if figure is None:
        return False
    end = min(last, figure.last + _REACH)
    times = bench.sentence.of("time", figure.last, end)
    earlier = [one.first for one in times if one.value in _EARLIER]
    earlier += _dated_before(bench, mark, figure.last + 1, end)
    named = any(bench.sentence.of(kind, start, min(earlier, default=end)) for kind in _NAMING)
    return bool(earlier) and not named


def _dated_before(bench: Bench, mark: Mark, first: int, last: int) -> list[int]:
    """Give the first year that words name, where it is before the reporting year."""
    dates = [at for at in range(first, last + 1) if bench.sentence.tokens[at].year is not None]
    topics = bench.topics(mark)
    survey = bool(topics) and topics <= SURVEY
    times = Times(bench.sentence, bench.year)
    return [at for at in dates[:1] if max(times.year_at(at, survey) or {bench.year}) < bench.year]
