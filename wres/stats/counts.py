"""Counts of two groups: likelihoods, their ratio, and what unknown ethnicity can do to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

__all__ = [
    "FOUR_FIFTHS",
    "Interval",
    "Pair",
    "could_turn",
    "excess_events",
    "in_four_fifths_range",
    "ratio_extremes",
    "ratio_scenarios",
    "relative_likelihood",
]

# 0.80-1.25 counts as non-adverse in NHS England's "A fair experience for all", July 2019.
FOUR_FIFTHS = (0.80, 1.25)


@dataclass(frozen=True)
class Interval:
    """The values that fit what was seen; either end may be infinite."""

    lower: float
    upper: float


@dataclass(frozen=True)
class Pair:
    """People in a group, and how many of them an event happened to.

    `events` need not be whole where it comes from a rounded, published share.
    """

    events: float
    base: int

    @property
    def likelihood(self) -> float | None:
        """Events per person, or None for an empty group."""
        return self.events / self.base if self.base else None

    @property
    def others(self) -> Pair:
        """The same people, and how many of them it did not happen to."""
        return Pair(self.base - self.events, self.base)

    def __add__(self, other: Pair) -> Pair:
        return Pair(self.events + other.events, self.base + other.base)


def relative_likelihood(group: Pair, comparator: Pair) -> float | None:
    """Return the likelihood of `group` over that of `comparator`.

    Returns
    -------
    float or None
        None where either group is empty or the comparator had no events: no ratio exists.

    Examples
    --------
    Indicator 2 of Humber Teaching NHS FT, 2021: 198 of 855 White over 17 of 47 BME applicants.

    >>> round(relative_likelihood(Pair(198, 855), Pair(17, 47)), 4)
    0.6402
    """
    if not group.base or not comparator.base or not comparator.events:
        return None
    return (group.events * comparator.base) / (group.base * comparator.events)


def excess_events(group: Pair, comparator: Pair) -> float | None:
    """Return how many events of `group` are more than at the comparator's likelihood.

    Negative where they are fewer; None where either group is empty.

    Examples
    --------
    Humber Teaching NHS FT 2021, indicator 2: 17 of 47 BME applicants were appointed; at the
    likelihood of White applicants, 198 of 855, it would have been 10.9.

    >>> round(excess_events(Pair(17, 47), Pair(198, 855)), 1)
    6.1
    """
    if comparator.likelihood is None or not group.base:
        return None
    return group.events - group.base * comparator.likelihood


def ratio_extremes(group: Pair, comparator: Pair, unknown: Pair) -> Interval | None:
    """Return the least and greatest ratio that people of unknown ethnicity allow.

    The ratio falls when unknown people without the event join `group` and those with it join
    `comparator`; it rises the other way round. No other allocation goes further.

    Examples
    --------
    Humber Teaching NHS FT 2021, indicator 3:

    >>> extremes = ratio_extremes(Pair(1, 143), Pair(17, 2643), Pair(1, 243))
    >>> round(extremes.lower, 2), round(extremes.upper, 2)
    (0.38, 2.36)
    """
    seen = int(unknown.events)
    events, others = Pair(seen, seen), Pair(0, unknown.base - seen)
    low = relative_likelihood(group + others, comparator + events)
    high = relative_likelihood(group + events, comparator + others)
    if low is None:
        return None
    return Interval(low, inf if high is None else high)


def could_turn(lowest: float | None, highest: float | None) -> bool:
    """Say whether the extremes that unknown ethnicity allows a ratio lie on both sides of 1.

    Examples
    --------
    >>> could_turn(0.69, 1.40), could_turn(0.54, 0.83), could_turn(None, None)
    (True, False, False)
    """
    return lowest is not None and highest is not None and lowest < 1 < highest


def ratio_scenarios(group: Pair, comparator: Pair, unknown: Pair) -> tuple[float | None, ...]:
    """Return the ratio with all unknown people in `group`, and with all in `comparator`.

    Scenarios are illustrations, not bounds: see `ratio_extremes`.
    """
    return (
        relative_likelihood(group + unknown, comparator),
        relative_likelihood(group, comparator + unknown),
    )


def in_four_fifths_range(ratio: float) -> bool:
    """Say whether a ratio, as printed with two decimals, lies within 0.80 to 1.25.

    Examples
    --------
    >>> in_four_fifths_range(1.254), in_four_fifths_range(1.26)
    (True, False)
    """
    from wres.labels import round_half_up  # noqa: PLC0415 - one rounding rule for flag and print

    return FOUR_FIFTHS[0] <= float(round_half_up(ratio, 2)) <= FOUR_FIFTHS[1]
