"""The logarithmic axis of relative likelihoods, with 1 in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from wres.charts import theme
from wres.charts.likelihood_rows import Likelihood

__all__ = ["AXIS_GAP", "Axis", "fitting_axis"]

# Between the labels and the axis; labels take at most this much and wrap beyond it.
AXIS_GAP = 0.2
LABELS_AT_MOST = 2.5

# How far the axis reaches on either side of 1, and what is marked on it.
REACHES = {
    4.0: (0.25, 0.5, 1.0, 2.0, 4.0),
    10.0: (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0),
    25.0: (0.04, 0.2, 1.0, 5.0, 25.0),
}
# Intervals stretch the axis no further than this; beyond it they end in an arrow.
INTERVALS_REACH = 10.0
# How far beyond the ends of the axis arrows stand.
BEYOND = 0.1


@dataclass(frozen=True)
class Axis:
    """A logarithmic axis with 1 in the middle."""

    left: float
    right: float
    reach: float

    @property
    def middle(self) -> float:
        """Where 1 lies."""
        return (self.left + self.right) / 2

    def x(self, ratio: float) -> float:
        """Return where a ratio lies; what is off the axis stands beyond its end."""
        if not self.holds(ratio):
            return self.left - BEYOND if ratio < 1 else self.right + BEYOND
        return self.middle + (self.right - self.left) / 2 * log(ratio) / log(self.reach)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Ratios that are marked."""
        return REACHES[self.reach]

    def holds(self, ratio: float) -> bool:
        """Say whether a ratio lies on the axis."""
        return 1 / self.reach <= ratio <= self.reach


def fitting_axis(shown: Sequence[Likelihood]) -> Axis:
    """Leave room for the labels, and reach as far as the ratios and most intervals do."""
    labels = [reading.label for one in shown for reading in one.readings]
    widest = max(theme.text_width(label, theme.SMALL, "bold") for label in labels)
    left = min(widest, LABELS_AT_MOST) + AXIS_GAP + 0.01
    points = [r.cell.value for one in shown for r in one.readings if r.cell.value]
    cells = [r.cell for one in shown for r in one.readings]
    ends = [end for cell in cells for end in (cell.lower, cell.upper) if end]
    ends = [max(1 / INTERVALS_REACH, min(INTERVALS_REACH, end)) for end in ends]
    furthest = max([max(ratio, 1 / ratio) for ratio in (*points, *ends)], default=1.0)
    reach = next((reach for reach in REACHES if reach >= furthest), max(REACHES))
    return Axis(left, theme.WIDTH - 0.22, reach)
