"""Direction of travel: which way a figure moved, in a symbol and in words.

It says how the printed figures moved, and which way that lies from the good direction. It does
not say that the change is more than chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf

import pandas as pd

from wres.labels import format_figure, round_half_up

__all__ = ["NO_TRAVEL", "Travel", "direction_of_travel"]

DECIMALS = {"ratio": 2, "points": 1, "%": 1}
TARGETS = {"towards 1": 1.0, "towards 0": 0.0}


@dataclass(frozen=True)
class Travel:
    """Symbol and words for one change."""

    symbol: str
    words: str

    def __str__(self) -> str:
        return f"{self.symbol} {self.words}".strip()


NO_TRAVEL = Travel("", "no comparable figure")


def direction_of_travel(figure: pd.Series, change: pd.Series | None) -> Travel:
    """Describe the change of one figure since the year before.

    Parameters
    ----------
    figure : Series
        Row of the results, for its `good_direction` and `previous`.
    change : Series or None
        The row of measure ``change`` that belongs to it.

    Returns
    -------
    Travel
        `NO_TRAVEL` where there is no change to describe.
    """
    if change is None or pd.isna(change["value"]):
        return NO_TRAVEL
    decimals = DECIMALS[change["unit"]]
    moved = round_half_up(float(change["value"]), decimals)
    if moved == 0:
        return Travel("■", "no change")
    way, symbol = ("up", "▲") if moved > 0 else ("down", "▼")
    size = format_figure(
        abs(float(change["value"])), change["unit"], published=change["status"] == "as published"
    ).lstrip("+")
    unit = "" if change["unit"] == "ratio" else " point" if size in {"1", "1.0"} else " points"
    judged = _judged(figure, moved > 0)
    return Travel(symbol, f"{way} {size}{unit}{judged}")


def _judged(figure: pd.Series, rising: bool) -> str:
    direction = figure["good_direction"]
    if direction in {"higher", "lower"}:
        favourable = rising == (direction == "higher")
        return ", favourable" if favourable else ", adverse"
    if direction in TARGETS:
        target = TARGETS[direction]
        before, now = (_distance(float(figure[name]), target) for name in ("previous", "value"))
        moved = _towards(figure, _gained(before, now, DECIMALS[figure["unit"]]))
        return f", {moved}{_crossed(figure, target)}"
    return ""


def _gained(before: float, now: float, decimals: int) -> Decimal:
    """Return how much nearer a figure came, as printed; a ratio of 0 is infinitely far from 1."""
    if inf in {before, now}:
        return Decimal((before == inf) - (now == inf))
    return round_half_up(before - now, decimals)


def _distance(value: float, target: float) -> float:
    """Return how far a figure is from its target; of a ratio, 0.5 is as far from 1 as 2 is."""
    if target == 0 or not value:
        return abs(value - target) if target == 0 else inf
    return max(value, 1 / value)


def _crossed(figure: pd.Series, target: float) -> str:
    sides = [float(figure[name]) - target for name in ("previous", "value")]
    if figure["unit"] != "ratio" or sides[0] * sides[1] >= 0:
        return ""
    return ", on the other side of it"


def _towards(figure: pd.Series, gained: Decimal) -> str:
    if figure["measure"] == "gap":
        same, nearer, further = "a gap of the same size", "a narrower gap", "a wider gap"
    else:
        goal = "1" if figure["unit"] == "ratio" else "the workforce share"
        same, nearer, further = (
            f"{far} {goal}" for far in ("as far from", "closer to", "further from")
        )
    if not gained:
        return same
    return nearer if gained > 0 else further
