"""Direction of travel: how a printed figure moved, in a symbol and in words, and how surely.

The movement is that of the figures as printed. Whether it is more than chance, and good or bad, is
the verdict of the change; where there is none (full counts, figures published without counts) the
movement alone is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isinf

import pandas as pd

from wres.labels import (
    DECIMALS,
    VERDICT_WORDS,
    format_figure,
    format_result_interval,
    round_half_up,
)
from wres.stats import CROSSED, TOO_FEW

__all__ = ["NO_TRAVEL", "Travel", "direction_of_travel", "is_unsized", "since_then", "which_way"]

# How the verdict of a change goes on after its size.
SHOWN = {
    "improved": ", which is an improvement",
    "worsened": ", which is a worsening",
    "no clear change": ", which is no clear change",
    TOO_FEW: ", with too few cases to say whether that is a change",
    VERDICT_WORDS[CROSSED]: ", to the other side of equality",
}


@dataclass(frozen=True)
class Travel:
    """Symbol and words for one change; `verdict` is the last of the words, or none."""

    symbol: str
    words: str
    verdict: str = ""

    def __str__(self) -> str:
        return f"{self.symbol} {self.words}".strip()


NO_TRAVEL = Travel("", "no comparable figure")


def direction_of_travel(change: pd.Series | None) -> Travel:
    """Describe the change of one figure since an earlier year.

    Parameters
    ----------
    change : Series or None
        A row of measure ``change``.

    Returns
    -------
    Travel
        `NO_TRAVEL` where there is no change to describe.
    """
    if change is None or (pd.isna(change["value"]) and not is_unsized(change)):
        return NO_TRAVEL
    verdict = str(change["verdict"])
    told = f", {VERDICT_WORDS.get(verdict, verdict)}" if verdict else ""
    if is_unsized(change):
        symbol, way = _unsized(change)
        return Travel(symbol, f"{way}{told}", VERDICT_WORDS.get(verdict, verdict))
    moved = round_half_up(float(change["value"]), DECIMALS[change["unit"]])
    if moved == 0:
        return Travel("■", _unmoved(verdict), verdict)
    way, symbol = ("up", "▲") if moved > 0 else ("down", "▼")
    size = format_figure(
        abs(float(change["value"])), change["unit"], published=change["status"] == "as published"
    ).lstrip("+")
    unit = "" if change["unit"] == "ratio" else " point" if size in {"1", "1.0"} else " points"
    return Travel(symbol, f"{way} {size}{unit}{told}", VERDICT_WORDS.get(verdict, verdict))


def is_unsized(change: pd.Series) -> bool:
    """Say whether a change has a way to go, and no size: of a ratio over zero in one year."""
    return bool(pd.isna(change["value"]) and pd.notna(change.get("lower")))


def which_way(change: pd.Series) -> str:
    """Say in a sentence which way a ratio went that is over zero in one year, and how surely.

    '' where it is in both, or where the ratio of the other year has no interval.
    """
    if not is_unsized(change):
        return ""
    way = "down" if isinf(change["lower"]) else "up"
    shown = SHOWN[VERDICT_WORDS.get(change["verdict"], change["verdict"])]
    interval = format_result_interval(change)
    return f"It went {way} all the same{shown} (95% interval of the change: {interval})."


def since_then(travel: Travel) -> str:
    """Say a move in a sentence of its own, after the earlier figure.

    Examples
    --------
    >>> since_then(Travel("▲", "up 0.03, no clear change", "no clear change"))
    'It has gone up by 0.03 since, which is no clear change.'
    """
    size = travel.words.removesuffix(f", {travel.verdict}")
    shown = SHOWN.get(travel.verdict, "")
    if travel.symbol == "■":
        return f"As printed, it is the same now{shown if size != travel.words else ''}."
    return f"It has gone {size.replace(' ', ' by ', 1)} since{shown}."


def _unsized(change: pd.Series) -> tuple[str, str]:
    if isinf(change["lower"]):
        return "▼", "down from a ratio over zero"
    return "▲", "up to a ratio over zero"


def _unmoved(verdict: str) -> str:
    """Tell a change too small to be printed, which many respondents can make sure all the same."""
    if verdict in {"", "no clear change"}:
        return verdict or "no change"
    return f"unchanged as printed, {verdict}"
