"""Names beside points of a plot, where they stand clear of all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.sheet import Sheet

__all__ = ["Named", "name_points"]

# Free beside a mark, beside a column of marks, and between two names above each other.
BESIDE, AROUND, APART = 0.12, 0.08, 0.2


@dataclass(frozen=True)
class Named:
    """A name, where its mark stands and at which height the name does."""

    name: str
    x: float
    height: float


def name_points(
    sheet: Sheet, points: Sequence[Named], columns: Sequence[float], reach: tuple[float, float]
) -> list[str]:
    """Write names at the right of their marks, else at the left; none that would touch anything.

    Parameters
    ----------
    sheet : Sheet
    points : sequence of Named
        The first first: it has its place before others.
    columns : sequence of float
        Where all marks stand, and lines up and down through them.
    reach : tuple of float
        Between which ends names may stand.

    Returns
    -------
    list of str
        The names that have no room.
    """
    left: list[str] = []
    taken: list[tuple[float, float, float]] = []
    for one in points:
        width = theme.text_width(one.name, theme.SMALL)
        others = [column for column in columns if column != one.x]
        for start in (one.x + BESIDE, one.x - BESIDE - width):
            span = (start, start + width, one.height)
            inside = reach[0] <= span[0] and span[1] <= reach[1]
            alone = not any(span[0] - AROUND < other < span[1] + AROUND for other in others)
            if inside and alone and all(_apart(span, other) for other in taken):
                taken.append(span)
                sheet.words_at(start, one.height, one.name, size=theme.SMALL, halo=True)
                break
        else:
            left.append(one.name)
    return left


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Say whether names at two heights, each from left to right, stand clear of each other."""
    return abs(one[2] - other[2]) > APART or one[0] > other[1] or one[1] < other[0]
