"""Limits of a funnel plot: how far a share may lie from the whole's by chance, by size."""

from __future__ import annotations

from wres.stats.counts import Interval

__all__ = ["FUNNEL", "binomial_limits"]

# About two and three standard errors, as funnel plots have them.
FUNNEL = (95.0, 99.8)


def binomial_limits(share: float, people: int, *, confidence: float) -> Interval:
    """Give the exact limits between which a share of so many people lies by chance.

    Parameters
    ----------
    share : float
        The whole's, 0 to 1.
    people : int
        How many, 1 or more.
    confidence : float
        In percent; `FUNNEL` has the usual two.

    Returns
    -------
    Interval
        Shares, 0 to 1; between whole numbers of people by a straight line.

    Notes
    -----
    Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1.

    Examples
    --------
    >>> limits = binomial_limits(0.2, 100, confidence=95)
    >>> round(limits.lower, 3), round(limits.upper, 3)
    (0.12, 0.276)
    """
    tail = (100 - confidence) / 200
    return Interval(_limit(share, people, tail), _limit(share, people, 1 - tail))


def _limit(share: float, people: int, below: float) -> float:
    from scipy.stats import binom  # noqa: PLC0415 - slow to load

    count = int(binom.ppf(below, people, share))
    own = float(binom.pmf(count, people, share))
    part = (float(binom.cdf(count, people, share)) - below) / own if own else 0.0
    return min(max((count - part) / people, 0.0), 1.0)
