"""Which columns a register has: as the trust set them, else all that hold anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from wres.actions.grouping import groups_by
from wres.chapters.register import Action, Register
from wres.chapters.register_settings import RegisterColumn, RegisterSettings
from wres.labels import format_day

__all__ = ["HEADINGS", "ShownColumn", "arranged", "asks_for", "called", "written"]

HEADINGS: Final = {
    "id": "Ref",
    "indicators": "Indicator",
    "theme": "Theme",
    "objective": "Objective",
    "gap": "Gap",
    "action": "Action",
    "measure": "Measure of success",
    "outcome": "Outcome",
    "lead": "Lead",
    "start": "Start",
    "due": "Due",
    "status": "Status",
    "key": "Progress",
    "update": "Update",
    "updated": "Last update",
}
# Where a trust sets no columns, in this order; a register of more than a page holds side by side
# has those that go together in one.
_USUAL: Final = tuple(name for name in HEADINGS if name != "key")
_TOGETHER: Final = {
    ("objective", "gap"): "Objective and gap",
    ("measure", "outcome"): "Measure of success and outcome",
    ("start", "due"): "Start and due",
    ("status", "update", "updated"): "Status and updates",
}
_SIDE_BY_SIDE: Final = 6
# What the fields that a plan is asked for are shown by.
_SHOWN_BY: Final = {"status": {"status", "key"}}
_FILLED_BY: Final = {"due": ("due", "due_date"), "key": ("status",)}


@dataclass(frozen=True)
class ShownColumn:
    """A column as it is printed; where `labelled`, each of its fields says what it is."""

    fields: tuple[str, ...]
    heading: str
    width: int | None = None
    labelled: bool = False


def arranged(register: Register, settings: RegisterSettings) -> list[ShownColumn]:
    """Give the columns of a register, without those that are blank in every row.

    What stands in the headings among the rows is not said again in each row.
    """
    by = groups_by(register, settings)
    headings = "indicators" if by == "indicator" else by
    if settings.columns:
        asked = [_as_set(one) for one in settings.columns]
        held = [one for one in asked if any(_holds(register, name) for name in one.fields)]
        return [kept for one in held if (kept := _without(one, headings))] or held
    fields = [name for name in _USUAL if name != headings and _holds(register, name)]
    if len(fields) <= _SIDE_BY_SIDE:
        return [ShownColumn((name,), HEADINGS[name]) for name in fields]
    return list(_together(fields))


def _as_set(column: RegisterColumn) -> ShownColumn:
    heading = column.heading or HEADINGS[column.fields[0]]
    return ShownColumn(column.fields, heading, column.width)


def _without(column: ShownColumn, name: str) -> ShownColumn | None:
    fields = tuple(one for one in column.fields if one != name)
    return replace(column, fields=fields) if fields else None


def _together(fields: Iterable[str]) -> Iterator[ShownColumn]:
    left = list(fields)
    while left:
        names = next((some for some in _TOGETHER if left[0] in some), (left[0],))
        held = tuple(name for name in names if name in left)
        left = [name for name in left if name not in held]
        heading = _TOGETHER[names] if held == names and len(held) > 1 else _listed(held)
        yield ShownColumn(held, heading, labelled=len(held) > 1)


def _listed(names: tuple[str, ...]) -> str:
    first, *others = (HEADINGS[name] for name in names)
    return " and ".join([first, *(one.lower() for one in others)])


def _holds(register: Register, name: str) -> bool:
    columns = _FILLED_BY.get(name, (name,))
    return any(getattr(one, column) for one in register for column in columns)


def asks_for(register: Register, settings: RegisterSettings, name: str) -> bool:
    """Say whether a plan has a column at all: set to be printed, a heading, or filled anywhere."""
    shown = {field for one in settings.columns for field in one.fields}
    headings = settings.group_by == "indicator" and name == "indicators"
    return bool(_SHOWN_BY.get(name, {name}) & shown) or headings or _holds(register, name)


def called(action: Action, register: Register, settings: RegisterSettings) -> str:
    """Name an action by what a reader of the register finds: its id if that is printed."""
    shown = any("id" in one.fields for one in arranged(register, settings))
    return action.name if shown else action.opening


def written(action: Action, name: str) -> str:
    """Give a field as written; a day in words where one is given as a date only."""
    if name == "due":
        return action.due or _in_words(action.due_date)
    if name == "updated":
        return _in_words(action.updated)
    if name == "indicators":
        return "All" if action.indicators.casefold() == "all" else action.indicators
    return str(getattr(action, "status" if name == "key" else name))


def _in_words(day: str) -> str:
    return format_day(date.fromisoformat(day)) if day else ""
