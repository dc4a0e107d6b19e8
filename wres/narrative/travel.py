"""Direction of travel: how a printed figure moved, in a symbol and in words, and how surely.

The movement is that of the figures as printed. Whether it is more than chance, and good or bad, is
the verdict of the change; where there is none (full counts, figures published without counts) the
movement alone is told.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from wres.labels import DECIMALS, VERDICT_WORDS, format_figure, round_half_up
from wres.stats import CROSSED, TOO_FEW

__all__ = ["NO_TRAVEL", "Travel", "direction_of_travel", "since_then"]

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
    if change is None or pd.isna(change["value"]):
        return NO_TRAVEL
    verdict = str(change["verdict"])
    told = f", {VERDICT_WORDS.get(verdict, verdict)}" if verdict else ""
    moved = round_half_up(float(change["value"]), DECIMALS[change["unit"]])
    if moved == 0:
        return Travel("■", _unmoved(verdict), verdict)
    way, symbol = ("up", "▲") if moved > 0 else ("down", "▼")
    size = format_figure(
        abs(float(change["value"])), change["unit"], published=change["status"] == "as published"
    ).lstrip("+")
    unit = "" if change["unit"] == "ratio" else " point" if size in {"1", "1.0"} else " points"
    return Travel(symbol, f"{way} {size}{unit}{told}", VERDICT_WORDS.get(verdict, verdict))


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


def _unmoved(verdict: str) -> str:
    """Tell a change too small to be printed, which many respondents can make sure all the same."""
    if verdict in {"", "no clear change"}:
        return verdict or "no change"
    return f"unchanged as printed, {verdict}"
