"""Allowing for many comparisons at once, by intervals alone.

Each comparison is handed in as a function from a confidence, in percent, to its interval. A
comparison shows a difference at a confidence where that interval excludes equality; so the
confidences returned here give intervals, and thereby verdicts, that agree with the procedure.
No p-value leaves this module.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wres.stats.counts import Interval
from wres.stats.intervals import CONFIDENCE

__all__ = ["Comparison", "benjamini_hochberg_confidences", "holm_confidences", "p_value"]


@dataclass(frozen=True)
class Comparison:
    """A figure that can show a difference.

    Parameters
    ----------
    interval_at : callable
        Gives the figure's interval at a confidence in percent; a higher one is never narrower.
    equal : float
        The value that stands for equality: 1 for a ratio, 0 for a gap.
    """

    interval_at: Callable[[float], Interval]
    equal: float

    def shows_difference(self, confidence: float) -> bool:
        """Say whether the interval of this confidence excludes equality."""
        interval = self.interval_at(confidence)
        return not interval.lower <= self.equal <= interval.upper


def p_value(comparison: Comparison) -> float:
    """Return 1 minus the confidence, as a share, at which the interval just touches equality."""
    shows, fails = 0.0, 100.0
    for _ in range(50):
        middle = (shows + fails) / 2
        if not 0 < middle < 100:
            break
        if comparison.shows_difference(middle):
            shows = middle
        else:
            fails = middle
    return 1 - shows / 100


def holm_confidences(
    family: Sequence[Comparison], *, confidence: float = CONFIDENCE
) -> list[float]:
    """Return the confidence of each interval by Holm's step-down procedure.

    The k-th clearest of m comparisons is judged with an error of 1/(m - k + 1) of what one alone
    would be allowed. The first that shows no difference ends the steps: those after it share its
    confidence.

    Notes
    -----
    Holm (1979), Scandinavian Journal of Statistics 6, 65-70: the probability that any difference
    is shown where there is none stays within 5% in all.
    """
    levels = [0.0] * len(family)
    level, stopped = confidence, False
    for step, place in enumerate(_clearest_first(family)):
        if not stopped:
            level = 100 - (100 - confidence) / (len(family) - step)
            stopped = not family[place].shows_difference(level)
        levels[place] = level
    return levels


def benjamini_hochberg_confidences(
    family: Sequence[Comparison], *, confidence: float = CONFIDENCE
) -> list[float]:
    """Return the confidence of each interval by the procedure of Benjamini and Hochberg.

    Where R of m comparisons show a difference, their intervals allow an error of R/m of what one
    alone would be allowed, the others (R + 1)/m.

    Notes
    -----
    Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300; intervals
    of those that show a difference as in Benjamini & Yekutieli (2005), Journal of the American
    Statistical Association 100, 71-81. Of the differences shown, 5% are expected to be none.
    """
    order = _clearest_first(family)
    allowed = [100 - (100 - confidence) * k / len(family) for k in range(1, len(family) + 1)]
    passed = [k for k, place in enumerate(order) if family[place].shows_difference(allowed[k])]
    shown = max(passed, default=-1) + 1
    levels = [0.0] * len(family)
    for k, place in enumerate(order):
        levels[place] = allowed[shown - 1] if k < shown else allowed[shown]
    return levels


def _clearest_first(family: Sequence[Comparison]) -> list[int]:
    values = [p_value(comparison) for comparison in family]
    return sorted(range(len(family)), key=lambda place: values[place])
