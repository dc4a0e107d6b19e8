"""Of which of several things a number is, by its turn.

Groups that each lead to a number of their own (`White staff 92%, BAME staff 81%`), and numbers in
the order of the indicators named before or behind them (`indicators 2, 3 and 4: 1.48, 0.81, 1.14`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from wres.claims.answers import OTHER, STOPS
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence, runs_of

__all__ = ["group_in_turn", "run_in_turn"]

# Tokens between a group and the number that it leads to: `White staff account for 83.8%`.
_NEAR = 7
_TWO = 2
_OPENING = frozenset({"for", "among", "amongst", "of"})
# Right before a number these part it from its group no further: `White staff: 92%`.
_LEADING = frozenset({":", ",", "(", "–", "-"})
# With these between a group and a number it may be of another group.
_COMPARING = frozenset({"than", "compared", "against", "versus", "unlike"})
# Between the names of indicators: `recruitment, disciplinary and training`.
_NAMES = frozenset({",", "and", "&", "the"})


def group_in_turn(sentence: Sentence, number: Number) -> str | None:
    """Give a number's group where each of two groups leads to one number, and each number has one.

    None where the sentence is of more than that: three numbers of the kind, a group named again.
    """
    depth = sentence.depth(number.core)
    numbers = [
        one
        for one in sentence.numbers
        if one.unit == number.unit and sentence.depth(one.core) == depth
    ]
    groups = [mark for mark in sentence.of("group") if mark.value in OTHER]
    if sorted(one.value for one in groups) != sorted(OTHER) or number not in numbers:
        return None
    first = [one for one in numbers if groups[0].last < one.first < groups[1].first]
    second = [one for one in numbers if groups[1].last < one.first]
    placed = [(groups[0], first), (groups[1], second)]
    if len(first) != len(second) or len(first) + len(second) != len(numbers):
        return None
    if not all(_leads(sentence, *one) for one in placed):
        return None
    return next(mark.value for mark, led in placed if number in led)


def _leads(sentence: Sentence, mark: Mark, numbers: Sequence[Number]) -> bool:
    """Say whether a group leads to a number, or two (`from 13% to 17%`), with nothing between."""
    joined = all(
        sentence.words[one.last + 1 : other.first] == ("to",) for one, other in pairwise(numbers)
    )
    number = numbers[0] if numbers else None
    if number is None or not joined:
        return False
    between = sentence.words[mark.last + 1 : number.first]
    opening = sentence.words[mark.first - 1] in _OPENING and mark.first > 0
    if opening and "," in between[:2]:
        # `For White staff, bullying rose from ...`
        between = between[between.index(",") + 1 :]
    if len(between) > _NEAR:
        return False
    apart = set(between[:-1] if between[-1:] and between[-1] in _LEADING else between)
    return not apart & (STOPS | _COMPARING) and not sentence.of("side", mark.last, number.first)


def run_in_turn(
    sentence: Sentence, number: Number, named: Sequence[str], topics: Sequence[Mark]
) -> tuple[str, tuple[Number, ...]] | None:
    """Give the indicator that a number is of by its turn, and the numbers of its run.

    Parameters
    ----------
    sentence : Sentence
    number : Number
    named : sequence of str
        Numbers of the indicators that the sentence names in one list, in its order.
    topics : sequence of Mark
        Its words of topics.
    """
    order = list(named) or _listed(sentence, topics)
    if len(order) < _TWO:
        return None
    alike = [one for one in sentence.numbers if one.unit == number.unit]
    runs = runs_of(alike, sentence.words)
    # Two percentages may as well be in the order of two groups; a gap or a ratio is of both.
    groups = set(sentence.values("group"))
    if number.unit == "%" and len(groups) > 1 and not _has_each_its_run(sentence, runs, groups):
        return None
    run = next((one for one in runs if number in one), [])
    return (order[run.index(number)], tuple(run)) if len(run) == len(order) else None


def _has_each_its_run(
    sentence: Sentence, runs: Sequence[Sequence[Number]], groups: Set[str]
) -> bool:
    """Say whether each group leads to a run: `BME staff 25% and 17%, White staff 20% and 11%`."""
    starts = [0, *(run[-1].last + 1 for run in runs)]
    led = [
        tuple(sentence.values("group", start, run[0].first))
        for start, run in zip(starts, runs, strict=False)
    ]
    return sorted(led) == sorted((group,) for group in groups)


def _listed(sentence: Sentence, topics: Sequence[Mark]) -> list[str]:
    """Give the indicators of a list of topics in words, each of them one and named once."""
    lists = [one for one in runs_of(topics, sentence.words, _NAMES) if len(one) > 1]
    values = [mark.value for mark in lists[0]] if len(lists) == 1 else []
    plain = len(set(values)) == len(values) == len(topics)
    return values if plain and not any("|" in one or one == "workforce" for one in values) else []
