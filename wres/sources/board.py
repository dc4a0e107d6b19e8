"""`board.csv`: members of the board on 31 March."""

from __future__ import annotations

from wres.sources.cells import ETHNICITY, MEMBERSHIP, PERCENT, VOTING, WHOLE
from wres.sources.columns import Column
from wres.sources.rules import given_once, one_of_two
from wres.sources.shares import shares_add_up
from wres.sources.tables import Table
from wres.sources.totals import Margin, totals_hold

__all__ = ["BOARD"]

_MEMBERSHIP = Margin("membership", lambda labels, _: labels == {"executive", "non-executive"})
_VOTING = Margin("voting", lambda labels, _: labels == {"yes", "no"})

BOARD = Table(
    name="board",
    dimensions=True,
    columns=(
        Column("membership", MEMBERSHIP, "executive or non-executive members, or both together"),
        Column("voting", VOTING, "members with a vote, without one, or both together"),
        Column("ethnicity", ETHNICITY, "group of the standard"),
        Column("members", WHOLE, "members on 31 March", required=False, blank=True),
        Column(
            "percent",
            PERCENT,
            "share of those members, where only that was published",
            required=False,
            blank=True,
        ),
    ),
    rules=(
        one_of_two("members", "percent"),
        given_once("membership", "voting", "ethnicity"),
        totals_hold("members", inner=_VOTING, outer=_MEMBERSHIP),
        shares_add_up("membership", "voting"),
    ),
)
