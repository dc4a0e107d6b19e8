"""The verdict on a gap of two shares where the respondents of one group alone are known."""

from __future__ import annotations

from wres.stats.counts import Interval, Pair
from wres.stats.intervals import CONFIDENCE, wilson_interval
from wres.stats.verdicts import CLEAR, FEW_EVENTS, interval_verdict, is_few_either_way

__all__ = ["one_base_verdict"]

# More people than any survey asks: a share of so many is as good as known without error.
MANY = 10**9


def one_base_verdict(
    known: tuple[float, int],
    other_share: float,
    *,
    few_events: int = FEW_EVENTS,
    confidence: float = CONFIDENCE,
) -> str:
    """Say what a gap shows whatever the unknown base is; an empty string where that decides.

    Parameters
    ----------
    known : tuple of (share 0-1, base)
        The group whose respondents are known.
    other_share : float
        0 to 1: the share of the group whose respondents are not.
    few_events : int
        The trust's own limit.
    confidence : float
        In percent.

    Notes
    -----
    The gap is judged as if the other group were as large as could be. Newcombe's interval reaches
    hypot(a, b) to either side, where a is how far the known group's Wilson interval reaches and b
    how far the other's does. It is narrowest at b = 0, where it is the known group's own, moved by
    the other share. So where the known group's interval contains the other share, the interval of
    the gap contains 0 for every other base. Both the cases seen and those to be expected only grow
    with the other base, so what is too few beside the largest is too few beside all. A difference
    that shows beside the largest base need not show beside a smaller one: that can't be judged.

    Examples
    --------
    24% of 50 respondents, interval 14.3% to 37.4%, beside 22.4% and 40% of an unknown number:

    >>> one_base_verdict((0.24, 50), 0.224), one_base_verdict((0.24, 50), 0.40)
    ('no clear difference', '')
    """
    interval = wilson_interval(*known, confidence=confidence)
    if interval is None:
        return ""
    moved = Interval(interval.lower - other_share, interval.upper - other_share)
    group, other = Pair(known[0] * known[1], known[1]), Pair(other_share * MANY, MANY)
    few = is_few_either_way(group, other, few_events)
    shown = interval_verdict(moved, equal=0.0, few=few)
    return "" if shown in CLEAR else shown
