"""What should be looked at in an action plan; none of it stops a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

import pandas as pd

from wres.actions.adverse import adverse_indicators
from wres.actions.arrangement import arranged, written
from wres.actions.progress import has_state, likely_pairs, origin_of, progress
from wres.actions.reading import Plan
from wres.actions.room import SMALL, needs
from wres.actions.words import ASKED, due_day, is_open, overdue, without
from wres.chapters.reading import Chapter
from wres.chapters.register import Action, Register
from wres.chapters.register_settings import RegisterSettings
from wres.definitions.days import read_period
from wres.definitions.placeholders import placeholder_in, placeholders_in
from wres.errors import Problem
from wres.labels import format_day, listed

__all__ = ["check_actions"]

# An open action without news for longer than this is looked at; the wording says so.
STALE_MONTHS = 6
_FILL_IN = {
    "lead": "Name who answers for it",
    "due": "Say by when",
    "measure": "Say by what its success is told",
    "status": "Say where it stands",
    "indicators": "Name the indicators that it is about",
}


def check_actions(
    plan: Plan,
    before: Register | None,
    year: int,
    as_at: date,
    settings: RegisterSettings,
    chapter: Chapter | None = None,
) -> list[Problem]:
    """Find what is missing, left to fill in, overdue, stale or without an action.

    Parameters
    ----------
    plan : Plan
        The year's plan.
    before : tuple of Action, optional
        Last year's.
    year : int
        The year of the report.
    as_at : date
        The paper's date, else today.
    settings : RegisterSettings
    chapter : Chapter, optional
        The results, where there are any: whether adverse indicators have an action is told by them.
    """
    found = [
        *chain.from_iterable(
            (
                *_missing(plan, action),
                *_placeholders(plan, action),
                *_unread_status(plan, action, settings),
                *_dates(plan, action, year),
                *_late(plan, action, settings, as_at),
                *_stale(plan, action, settings, as_at),
            )
            for action in plan.register
        ),
        *_missing_columns(plan),
        *_without_a_day(plan, settings),
        *_crowded(plan, settings),
        *_origins(plan, before or (), year, settings),
    ]
    return found if chapter is None else [*found, *_without_action(plan, chapter, settings)]


def _missing(plan: Plan, action: Action) -> Iterator[Problem]:
    for column, rule in ASKED.items():
        if _has(plan, column) and without((action,), column):
            yield plan.problem(
                f"is blank: {rule[:1].lower()}{rule[1:]}",
                _FILL_IN[column],
                row=action.row,
                column=column,
            )


def _missing_columns(plan: Plan) -> Iterator[Problem]:
    """Name once what the plan has no column for."""
    for column, rule in ASKED.items():
        if not _has(plan, column):
            told = f"is no column of the plan: {rule[:1].lower()}{rule[1:]} in any row"
            yield plan.file.problem(told, "Add it if you can", column=column, sheet=plan.sheet)


def _has(plan: Plan, column: str) -> bool:
    return column in plan.cells or (column == "due" and "due_date" in plan.cells)


def _placeholders(plan: Plan, action: Action) -> Iterator[Problem]:
    for column, text in plan.cells.loc[action.row].items():
        for found in placeholders_in(str(text)):
            rule = "must not hold a placeholder"
            yield plan.problem(rule, "Fill it in", row=action.row, column=str(column), given=found)


def _unread_status(plan: Plan, action: Action, settings: RegisterSettings) -> Iterator[Problem]:
    if action.status and settings.state(action.status) is None:
        rule = "is printed as written, without a symbol: what it means is not known"
        remedy = "Use a known word, or give it a meaning under statuses in board_paper.yml,"
        yield plan.problem(
            rule, remedy, row=action.row, column="status", given=_short(action.status)
        )


def _dates(plan: Plan, action: Action, year: int) -> Iterator[Problem]:
    """Name due dates before the year of the report's figures began, or long after the plan."""
    due = due_day(action)
    if due is None:
        return
    first, last = date(year - 1, 4, 1), date(year + 3, 3, 31)
    if not first <= due <= last:
        rule = (
            f"lies outside the plan's years ({format_day(first)} to {format_day(last)}: from the "
            "year of the figures to three years after them)"
        )
        yield _at(plan, action, _due_column(action), rule)
    begins = read_period(action.start)
    if begins is not None and due < begins[0]:
        yield _at(plan, action, _due_column(action), f"is before the start ({action.start})")


def _late(plan: Plan, action: Action, settings: RegisterSettings, as_at: date) -> Iterator[Problem]:
    if overdue((action,), settings, as_at):
        rule = f"is before {format_day(as_at)}, and the action is open"
        remedy = "Bring its status up to date, or set a new date,"
        yield _at(plan, action, _due_column(action), rule, remedy)


def _due_column(action: Action) -> str:
    return "due_date" if action.due_date else "due"


def _without_a_day(plan: Plan, settings: RegisterSettings) -> Iterator[Problem]:
    """Name once the dates of open actions that say no day: nobody sees them pass."""
    unread = [
        str(one.row)
        for one in plan.register
        if one.due and due_day(one) is None and is_open(one, settings)
        if not placeholder_in(one.due)
    ]
    if unread:
        rows = f"row{'s' if len(unread) > 1 else ''} {listed(unread)}"
        rule = f"says no day in {rows}, so that whether the action is overdue is not looked at"
        remedy = "Give the day in a column due_date if there is one,"
        yield plan.file.problem(rule, remedy, column="due", sheet=plan.sheet)


def _crowded(plan: Plan, settings: RegisterSettings) -> Iterator[Problem]:
    """Name a register whose words no page holds side by side."""
    columns = arranged(plan.register, settings)
    texts = [
        [one.heading, *(written(action, name) for action in plan.register for name in one.fields)]
        for one in columns
    ]
    if sum(needs(texts, SMALL)) > 100:
        rule = f"has {len(columns)} columns, more than a page holds: words will be broken"
        remedy = "Name fewer under register: columns in board_paper.yml, or several fields in one,"
        yield plan.file.problem(rule, remedy, sheet=plan.sheet)


def _stale(
    plan: Plan, action: Action, settings: RegisterSettings, as_at: date
) -> Iterator[Problem]:
    if not is_open(action, settings):
        return
    if not action.updated:
        if "updated" in plan.cells and (action.update or (plan.cells["updated"] != "").any()):
            rule = "is blank, so that nobody sees how old its news is, and the action is open"
            remedy = "Give the day of its last update"
            yield plan.problem(rule, remedy, row=action.row, column="updated")
        return
    updated = date.fromisoformat(action.updated)
    limit = (pd.Timestamp(as_at) - pd.DateOffset(months=STALE_MONTHS)).date()
    if updated < limit:
        rule = f"is more than {STALE_MONTHS} months before {format_day(as_at)}; the action is open"
        yield _at(plan, action, "updated", rule, "Add an update")
    elif updated > as_at:
        yield _at(plan, action, "updated", f"is after {format_day(as_at)}")


def _origins(
    plan: Plan, before: Register, year: int, settings: RegisterSettings
) -> Iterator[Problem]:
    found = progress(plan.register, before, year, settings)
    for action, name in found.unknown if before else ():
        rule = f"names no action of the plan of {year - 1}"
        yield plan.problem(
            rule, "Correct the id", row=action.row, column="carried_from", given=name
        )
    for old, new in likely_pairs(found):
        rule = (
            f"reads much like {old.name} of the plan of {year - 1}, which is told as dropped and "
            "this one as new"
        )
        remedy = f"If it is the same, write {origin_of(old, year - 1)} into carried_from,"
        yield plan.problem(
            rule, remedy, row=new.row, column="action", given=_short(" ".join(new.action.split()))
        )


def _without_action(plan: Plan, chapter: Chapter, settings: RegisterSettings) -> Iterator[Problem]:
    """Name each indicator that is adverse, or flagged, and has no action but stopped ones."""
    serving = [one for one in plan.register if not has_state(one, "stopped", settings)]
    covered = {number for action in serving for number in action.numbers}
    for number, why in adverse_indicators(chapter).items():
        if number not in covered:
            rule = f"has no action on indicator {number}: {why.rstrip('.')}"
            remedy = "Add an action, or name the indicator in the one that serves it,"
            yield plan.file.problem(rule, remedy, column="indicators", sheet=plan.sheet)


def _at(
    plan: Plan, action: Action, column: str, rule: str, remedy: str = "Correct the date"
) -> Problem:
    return plan.problem(rule, remedy, row=action.row, column=column, given=getattr(action, column))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most]}..."
