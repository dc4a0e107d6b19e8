"""Intervals and verdicts from counts; numbers in, numbers out."""

from wres.stats.counts import (
    FOUR_FIFTHS,
    Interval,
    Pair,
    could_turn,
    excess_events,
    in_four_fifths_range,
    ratio_extremes,
    ratio_scenarios,
    relative_likelihood,
)
from wres.stats.families import (
    Comparison,
    benjamini_hochberg_confidences,
    holm_confidences,
)
from wres.stats.intervals import (
    CONFIDENCE,
    koopman_interval,
    mover_interval,
    newcombe_interval,
    wilson_interval,
)
from wres.stats.one_base import one_base_verdict
from wres.stats.pooling import PooledRatio, mantel_haenszel
from wres.stats.verdicts import (
    CROSSED,
    FEW_EVENTS,
    TOO_FEW,
    change_verdict,
    comparison_verdict,
    interval_verdict,
    is_few,
    is_few_beside,
    is_few_either_way,
    is_few_share_beside,
    is_short,
    ratio_verdict,
    stock_verdict,
)

__all__ = [
    "CONFIDENCE",
    "CROSSED",
    "FEW_EVENTS",
    "FOUR_FIFTHS",
    "TOO_FEW",
    "Comparison",
    "Interval",
    "Pair",
    "PooledRatio",
    "benjamini_hochberg_confidences",
    "change_verdict",
    "comparison_verdict",
    "could_turn",
    "excess_events",
    "holm_confidences",
    "in_four_fifths_range",
    "interval_verdict",
    "is_few",
    "is_few_beside",
    "is_few_either_way",
    "is_few_share_beside",
    "is_short",
    "koopman_interval",
    "mantel_haenszel",
    "mover_interval",
    "newcombe_interval",
    "one_base_verdict",
    "ratio_extremes",
    "ratio_scenarios",
    "ratio_verdict",
    "relative_likelihood",
    "stock_verdict",
    "wilson_interval",
]
