"""Verdicts: what figures show, from an interval, counts and the good direction alone.

No p-value is computed beside an interval: where the interval excludes equality, the words say so.
"""

from __future__ import annotations

from wres.stats.counts import Interval, Pair
from wres.stats.intervals import CONFIDENCE, koopman_interval

__all__ = [
    "CLEAR",
    "CROSSED",
    "FEW_EVENTS",
    "TOO_FEW",
    "change_verdict",
    "comparison_verdict",
    "interval_verdict",
    "is_few",
    "is_few_beside",
    "is_few_either_way",
    "is_few_share_beside",
    "is_short",
    "ratio_verdict",
    "stock_verdict",
]

# Below this many events a ratio turns on single people; a default, not a rule of the standard.
FEW_EVENTS = 5

TOO_FEW = "too few to say"
CROSSED = "crossed"
# Of a ratio or a gap: the groups differ.
CLEAR = ("more likely", "less likely")
TARGETS = {"towards 1": 1.0, "towards 0": 0.0}


def ratio_verdict(
    group: Pair,
    comparator: Pair,
    *,
    few_events: int = FEW_EVENTS,
    confidence: float = CONFIDENCE,
) -> str:
    """Say in one of four ways what the counts show about a relative likelihood.

    'too few to say' where the pair `is_few`; otherwise the Koopman interval decides. An empty
    string where there is no interval.
    """
    interval = koopman_interval(group, comparator, confidence=confidence)
    if interval is None:
        return ""
    return interval_verdict(interval, equal=1.0, few=is_few(group, comparator, few_events))


def stock_verdict(group: Pair, comparator: Pair, *, few_events: int = FEW_EVENTS) -> str:
    """Say what full counts show about which of two groups has more of its people higher up.

    Parameters
    ----------
    group, comparator : Pair
        People lower and higher together; as events, those of them who are higher.
    few_events : int
        The trust's own limit.

    Notes
    -----
    Nothing is sampled, so there is no interval. Yet a ratio of stocks leaps with a single person
    where few are on either step (`is_few_either_way`: it is the same ratio, upside down, whichever
    step is counted). Where the smaller group is less than half a person from its number at the
    other's likelihood, no whole number of people comes nearer.

    Examples
    --------
    >>> stock_verdict(Pair(90, 400), Pair(20, 150)), stock_verdict(Pair(30, 300), Pair(2, 6))
    ('more likely', 'too few to say')
    """
    if not group.base or not comparator.base:
        return ""
    if is_few_either_way(group, comparator, few_events):
        return TOO_FEW
    apart = (group.likelihood or 0.0) - (comparator.likelihood or 0.0)
    if not is_short(0.0, abs(apart) * min(group.base, comparator.base)):
        return "no clear difference"
    return "more likely" if apart > 0 else "less likely"


def interval_verdict(interval: Interval | None, *, equal: float, few: bool = False) -> str:
    """Say what the interval of a ratio or a gap shows against the value that stands for equality.

    Parameters
    ----------
    interval : Interval, optional
        Without one, nothing is said.
    equal : float
        1 for a ratio, 0 for a gap.
    few : bool
        Whether it turns on single people (`is_few`).

    Examples
    --------
    >>> interval_verdict(Interval(0.45, 0.98), equal=1.0)
    'less likely'
    """
    return _side(interval, equal, few, ("more likely", "less likely", "no clear difference"))


def comparison_verdict(interval: Interval | None, *, few: bool = False) -> str:
    """Say whether a figure is above or below another's, from the interval of the difference.

    Parameters
    ----------
    interval : Interval, optional
        Of the own figure minus the other's; without one, nothing is said.
    few : bool
        Whether it turns on single people (`is_few`, `is_few_beside`).

    Examples
    --------
    >>> comparison_verdict(Interval(-6.1, -0.4)), comparison_verdict(Interval(-6.1, 0.4))
    ('below', 'no clear difference')
    """
    return _side(interval, 0.0, few, ("above", "below", "no clear difference"))


def change_verdict(
    change: Interval | None,
    *,
    value: float,
    previous: float,
    good_direction: str,
    few: bool = False,
    verdict: str = "",
    previous_verdict: str = "",
) -> str:
    """Say whether a figure improved, worsened or crossed its target since an earlier year.

    Parameters
    ----------
    change : Interval, optional
        Interval of `value` minus `previous`; without one, nothing is said.
    value, previous : float
        The figure and that of the earlier year; a ratio over zero is infinite.
    good_direction : {'higher', 'lower', 'towards 1', 'towards 0', ''}
        Without one no change is good or bad, and nothing is said.
    few : bool
        Whether the figure of either year turns on single people.
    verdict, previous_verdict : str
        What the figures of both years show against the target, as `interval_verdict` says it.
        They decide where a figure crossed its target.

    Notes
    -----
    There is a clear change only where its interval excludes 0. Towards a target, with both years
    on one side of it, nearer is improved. Where the target was crossed, a figure improved if it was
    clearly off target and no longer is, and worsened the other way round; where it is clearly off
    target on both sides, or on neither, it crossed, and that is neither.

    Examples
    --------
    >>> change_verdict(
    ...     Interval(-1.4, -0.2), value=1.1, previous=1.9, good_direction="towards 1"
    ... )
    'improved'
    """
    if good_direction not in {"higher", "lower", *TARGETS}:
        return ""
    moved = _side(change, 0.0, few, ("higher", "lower", "no clear change"))
    if moved not in {"higher", "lower"}:
        return moved
    if good_direction in TARGETS:
        now, before = value - TARGETS[good_direction], previous - TARGETS[good_direction]
        if not min(now, before) < 0 < max(now, before):
            return "improved" if abs(now) < abs(before) else "worsened"
        return _crossed(verdict in CLEAR, previous_verdict in CLEAR)
    return "improved" if moved == good_direction else "worsened"


def _crossed(off_now: bool, off_before: bool) -> str:
    """Judge a figure that went from one side of its target to the other."""
    if off_now == off_before:
        return CROSSED
    return "worsened" if off_now else "improved"


def _side(interval: Interval | None, equal: float, few: bool, words: tuple[str, str, str]) -> str:
    """Name the side of `equal` on which an interval lies: above, below, or neither."""
    if interval is None:
        return ""
    if few:
        return TOO_FEW
    if interval.lower > equal:
        return words[0]
    return words[1] if interval.upper < equal else words[2]


def is_short(now: float, goal: float) -> bool:
    """Say whether a number of people is half a person or more short of a goal.

    Nearer than that no whole number comes for certain.

    Examples
    --------
    >>> is_short(0, 0.52), is_short(1, 1.37)
    (True, False)
    """
    return bool(goal - now >= 0.5 - 1e-9)


def is_few(group: Pair, comparator: Pair, few_events: int = FEW_EVENTS) -> bool:
    """Say whether a comparison turns on single people.

    It does where in either group both the events seen and those to be expected at equal
    likelihood are fewer than `few_events`. None seen where many were to be expected is evidence,
    not a lack of it. `group` and `comparator` may also be one group in two years.

    Examples
    --------
    >>> is_few(Pair(1, 143), Pair(17, 2643)), is_few(Pair(0, 2000), Pair(100, 2000))
    (True, False)
    """
    pooled = (group.events + comparator.events) / ((group.base + comparator.base) or 1)
    return any(is_few_beside(pair, pooled, few_events) for pair in (group, comparator))


def is_few_beside(pair: Pair, likelihood: float, few_events: int = FEW_EVENTS) -> bool:
    """Say whether a group's figure turns on single people beside a likelihood known elsewhere.

    Parameters
    ----------
    pair : Pair
        The group.
    likelihood : float
        0 to 1: the comparator's, at which so many events would have been expected.
    few_events : int
        The trust's own limit.

    Examples
    --------
    >>> is_few_beside(Pair(9, 49), 0.151), is_few_beside(Pair(1, 12), 0.151)
    (False, True)
    """
    # 25 at 1 - 0.8 is 5, not a little less.
    return max(pair.events, round(pair.base * likelihood, 9)) < few_events


def is_few_either_way(group: Pair, comparator: Pair, few_events: int = FEW_EVENTS) -> bool:
    """Say whether the gap of two shares turns on single people.

    A gap is the same whether those are counted who gave an answer or those who did not, and so is
    how sure it is: the rarer of both decides. 100% against 100% is judged as 0% against 0%. A ratio
    of likelihoods is not the same either way, so of that the events alone decide (`is_few`).

    Examples
    --------
    >>> is_few_either_way(Pair(50, 50), Pair(200, 200))
    True
    >>> is_few_either_way(Pair(0, 50), Pair(0, 200))
    True
    """
    return is_few(group, comparator, few_events) or is_few(
        group.others, comparator.others, few_events
    )


def is_few_share_beside(pair: Pair, likelihood: float, few_events: int = FEW_EVENTS) -> bool:
    """Say whether a share turns on single people beside one known elsewhere, either way counted.

    Examples
    --------
    >>> is_few_share_beside(Pair(24, 25), 0.9), is_few_share_beside(Pair(1, 25), 0.1)
    (True, True)
    """
    return is_few_beside(pair, likelihood, few_events) or is_few_beside(
        pair.others, 1 - likelihood, few_events
    )
