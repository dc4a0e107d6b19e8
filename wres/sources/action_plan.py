"""`action_plan.csv` (or `.xlsx`): what a trust has undertaken, one row an action, as written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from wres.definitions.indicator_lists import read_indicators
from wres.errors import Problem
from wres.sources.cells import TEXT, CellError, Kind
from wres.sources.columns import Column
from wres.sources.tables import Rows, Rule, Table

__all__ = ["ACTION_PLAN", "ACTION_PLAN_FILES"]

ACTION_PLAN_FILES: Final = ("action_plan.csv", "action_plan.xlsx")
_INDICATORS_RULE: Final = "must be indicators from 1 to 9 (2, or 2, 3 and 5-8), all, or blank"
_DATE_RULE: Final = "must be a date as year-month-day (2024-03-31)"


def _read_indicators(cell: str) -> str:
    try:
        read_indicators(cell)
    except ValueError:
        raise CellError(_INDICATORS_RULE) from None
    return cell


def _read_date(cell: str) -> str:
    try:
        return datetime.strptime(cell, "%Y-%m-%d").date().isoformat()
    except ValueError:
        raise CellError(_DATE_RULE, "Correct the date, or leave it blank,") from None


_INDICATORS = Kind("indicators", _INDICATORS_RULE, _read_indicators)
_DATE = Kind("date", _DATE_RULE, _read_date)


def _id_once(rows: Rows) -> Iterator[Problem]:
    """Name ids that stand in several rows; an action may go without one."""
    first: dict[str, int] = {}
    for row in rows.text.index if rows.has("id") else ():
        given = rows.given(row, "id")
        if given and given in first:
            rule = f"must be given once; {given} stands in row {first[given]} too"
            action = "Give one of them another id"
            yield rows.file.problem(rule, action, row=row, column="id", given=given)
        first.setdefault(given, row)


def _text(name: str, meaning: str) -> Column:
    return Column(name, TEXT, meaning, required=False, blank=True)


ACTION_PLAN = Table(
    name="action_plan",
    columns=(
        _text("id", "short name of the action, by which next year's plan can refer to it"),
        Column(
            "indicators", _INDICATORS, "which indicators it is about", required=False, blank=True
        ),
        _text("theme", "heading that it stands under"),
        _text("objective", "what it is to serve"),
        _text("gap", "why: the gap, or several, that it answers"),
        Column("action", TEXT, "what is to be done"),
        _text("measure", "by what its success is told"),
        _text("outcome", "what will be different"),
        _text("lead", "who answers for it: a name, a post, initials, a network, All"),
        _text("start", "when it begins, in the trust's own words"),
        _text("due", "when it is to be done, in the trust's own words (`Q4 23/24`, `Ongoing`)"),
        Column("due_date", _DATE, "the day by which it is to be done", required=False, blank=True),
        _text("status", "where it stands (`On track`, `Amber`, `Complete`)"),
        _text("update", "what has been done since, with dates where there are several"),
        Column("updated", _DATE, "the day of the last update", required=False, blank=True),
        _text("carried_from", "id of the action of last year's plan that it goes on with"),
    ),
    rules=(Rule("Each `id` stands in one row only.", _id_once),),
)
