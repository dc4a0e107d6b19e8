"""The board of a fictional trust, from one 31 March to the next."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.days import days_in, snapshot
from wres.simulate.draws import Draws
from wres.simulate.trusts import SimulatedTrust

__all__ = ["board_by_year"]

_EXECUTIVE = (
    "Chief Executive",
    "Finance Director",
    "Medical Director",
    "Director of Nursing",
    "Chief Operating Officer",
    "Director of People",
    "Director of Strategy",
    "Digital Director",
)
_NON_EXECUTIVE = ("Chair", "Senior Independent Director", *["Non-Executive Director"] * 6)
# these attend without a vote [K: it differs from trust to trust]
_WITHOUT_VOTE = ("Director of Strategy", "Digital Director", "Director of People")


def board_by_year(trust: SimulatedTrust, first: int, last: int) -> dict[int, pd.DataFrame]:
    """Make the register of the board for each year.

    Returns
    -------
    dict of int to DataFrame
        `member`, `role`, `membership`, `voting`, `code`, `start`, `end` (0 while in office). Those
        who left in the year are still in its register.
    """
    register = _seats(trust, first - 1)
    years = {}
    for year in range(first, last + 1):
        register = _follow(trust, register, year)
        years[year] = register
    return years


def _seats(trust: SimulatedTrust, year: int) -> pd.DataFrame:
    draws = trust.draws("board", year)
    assume = load_assumptions().board
    roles = [
        *_EXECUTIVE[: _between(draws, assume.executive)],
        *_NON_EXECUTIVE[: _between(draws, assume.non_executive)],
    ]
    return _members(draws, trust, roles, 1, snapshot(year) - 400, year)


def _between(draws: Draws, limits: tuple[int, int]) -> int:
    return limits[0] + draws.place(limits[1] - limits[0] + 1)


def _members(
    draws: Draws, trust: SimulatedTrust, roles: list[str], first: int, start: int, year: int
) -> pd.DataFrame:
    assume = load_assumptions()
    bme = draws.happens(assume.board.bme * trust.bme_share(year), len(roles))
    unknown = draws.happens(0.5 * trust.unknown, len(roles))
    groups = np.where(unknown, "Unknown", np.where(bme, "BME", "White"))
    return pd.DataFrame(
        {
            "member": range(first, first + len(roles)),
            "role": roles,
            "membership": np.where(np.isin(roles, _EXECUTIVE), "executive", "non-executive"),
            "voting": ~np.isin(roles, _WITHOUT_VOTE),
            "code": [_code(draws, group) for group in groups],
            "start": start,
            "end": 0,
        }
    )


def _code(draws: Draws, group: str) -> str:
    codes = load_assumptions().codes[group]
    return draws.weighted(codes)


def _follow(trust: SimulatedTrust, register: pd.DataFrame, year: int) -> pd.DataFrame:
    """Let some go in the year; each is followed by another in the same seat."""
    draws = trust.draws("board", year)
    stay = register[register["end"] == 0].reset_index(drop=True)
    go = ~draws.happens(load_assumptions().board.stay, len(stay))
    ends = days_in(draws, year, len(stay))
    stay["end"] = np.where(go, ends - 1, 0)
    first = 1 + int(register["member"].max())
    new = _members(draws, trust, list(stay.loc[go, "role"]), first, 0, year)
    new["start"] = ends[go]
    return pd.concat([stay, new], ignore_index=True)
