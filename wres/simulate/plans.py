"""The action plan of a fictional trust, year by year: new actions and some of last year's."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions
from wres.simulate.draws import Draws
from wres.simulate.trusts import SimulatedTrust
from wres.sources.action_plan import ACTION_PLAN

__all__ = ["PlanTexts", "Undertaken", "load_plan_texts", "plan_bytes", "plans_by_year"]

COMPLETE = "Complete"
# How often each thing happens to an action in a year.
_STATUSES = {
    "On track": 0.4,
    "Some delay": 0.15,
    "Off track": 0.1,
    "Not started": 0.1,
    COMPLETE: 0.25,
}
_CARRIED = 0.8
_LEFT_OUT = 0.1


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Intention(_Closed):
    """An action that a plan can hold, by the columns of a plan."""

    name: str
    indicators: str
    theme: str
    objective: str
    gap: str
    action: str
    measure: str
    outcome: str
    lead: str


class Officer(_Closed):
    """Who signs documents."""

    name: str
    role: str


class PlanTexts(_Closed):
    """`plans.yml`."""

    version: int
    actions: tuple[Intention, ...]
    updates: dict[str, tuple[str, ...]]
    meeting: str
    presenter: str
    officer: Officer
    introduction: str
    achievements: tuple[str, ...]
    areas_to_improve: tuple[str, ...]
    pledges: tuple[str, ...]
    aims: tuple[str, ...]
    lines: tuple[str, ...]
    committees: tuple[str, ...]
    governance: str
    risks: str
    recommendations: tuple[str, ...]
    foreword: str


@cache
def load_plan_texts() -> PlanTexts:
    """Read `plans.yml`."""
    return read_definitions("wres.simulate", "plans.yml", PlanTexts)


@dataclass(frozen=True)
class Undertaken:
    """An action of one year's plan.

    Parameters
    ----------
    name : str
        Of what is intended, the same in every year.
    cells : dict of str to str
        Its cells by column; the others are blank.
    """

    name: str
    cells: dict[str, str]


def plans_by_year(trust: SimulatedTrust, first: int, last: int) -> dict[int, list[Undertaken]]:
    """Make the plan of each year; what was not complete is carried over, or dropped by chance."""
    plans: dict[int, list[Undertaken]] = {}
    for year in range(first, last + 1):
        plans[year] = _plan(trust, year, plans.get(year - 1, ()))
    return plans


def _plan(trust: SimulatedTrust, year: int, before: Sequence[Undertaken]) -> list[Undertaken]:
    draws = trust.draws("plan", year)
    names = {one.name for one in before}
    kept = [one for one in before if one.cells["status"] != COMPLETE]
    carried = [one for one in kept if draws.number() < _CARRIED]
    fresh = [one for one in load_plan_texts().actions if one.name not in names]
    wanted = draws.order(len(fresh))[: 2 + draws.place(3) + (0 if before else 3)]
    actions = [
        *(_carry(one, draws, year) for one in carried),
        *(_begin(fresh[place], draws, year) for place in sorted(wanted)),
    ]
    return [
        replace(one, cells={"id": f"FICT{year % 100:02d}-{number:02d}"} | one.cells)
        for number, one in enumerate(actions, start=1)
    ]


def _begin(intention: Intention, draws: Draws, year: int) -> Undertaken:
    cells = intention.model_dump(exclude={"name"})
    for column in ("lead", "measure"):
        if draws.number() < _LEFT_OUT:
            cells[column] = ""
    due, due_date = draws.pick(_dates(year))
    cells |= {"start": f"April {year}", "due": due, "due_date": due_date}
    return Undertaken(intention.name, cells | _state(draws, year, ""))


def _carry(one: Undertaken, draws: Draws, year: int) -> Undertaken:
    """Go on with an action: half of those that had a day get a new one, the others are late."""
    cells = {name: text for name, text in one.cells.items() if name != "id"}
    if draws.number() < 0.5:
        cells["due"], cells["due_date"] = draws.pick(_dates(year))
    cells["carried_from"] = one.cells["id"]
    return Undertaken(one.name, cells | _state(draws, year, cells["update"]))


def _dates(year: int) -> tuple[tuple[str, str], ...]:
    """Give due dates as trusts write them, and the day where one is meant."""
    after = year + 1
    return (
        (f"Q4 {year % 100:02d}/{after % 100:02d}", f"{after}-03-31"),
        (f"March {after}", f"{after}-03-31"),
        (f"September {after}", ""),
        (f"June {year}", f"{year}-06-30"),
        ("Ongoing", ""),
        ("", ""),
    )


def _state(draws: Draws, year: int, before: str) -> dict[str, str]:
    """Say where an action stands in the autumn after the year's figures."""
    status = draws.weighted(_STATUSES)
    told = draws.pick(load_plan_texts().updates[status])
    day = date(year, 2 + draws.place(7), 1 + draws.place(28))
    lines = [before, f"{day:%d/%m/%Y}: {told}" if told else ""]
    update = "\n".join(line for line in lines if line)
    return {"status": status, "update": update, "updated": day.isoformat() if told else ""}


def plan_bytes(plan: Sequence[Undertaken]) -> bytes:
    """Write a plan as `action_plan.csv`."""
    text = io.StringIO(newline="")
    columns = [column.name for column in ACTION_PLAN.columns]
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(one.cells for one in plan)
    return text.getvalue().encode()
