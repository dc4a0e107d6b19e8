"""Indicator 3 from a list of cases: staff who entered the formal disciplinary process.

A formal investigation counts whatever came of it, and so does formal action without one; mediation
and informal resolution do not. A person counts once in a year (of the two-year average: once in
each year), on the day on which the process began. Who has left since counts too and is not looked
for in the staff list: the base is the head count on 31 March, and a small group may have more cases
than people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from wres.definitions.extract_words import answer
from wres.errors import Problem
from wres.extracts.by_band import Staff, by_band_beside_staff, grade_field
from wres.extracts.by_place import by_place_beside_staff, place_fields
from wres.extracts.contract import Counted, Extract, Field, Layout
from wres.extracts.reading import (
    Reader,
    Readings,
    at_rows,
    dates_of,
    read_answers,
    read_dates,
    read_ethnic_origins,
    read_fields,
    warn_of_legacy_codes,
)
from wres.extracts.tallies import (
    beside_workforce,
    count_once,
    joined_to,
    nameless,
    person_of_each,
    settle_groups,
)
from wres.extracts.windows import Window, disciplinary_windows
from wres.sources.cases import DISCIPLINARY
from wres.sources.trust import ExtractSettings, Settings

__all__ = ["LAYOUT", "count_disciplinary"]

LAYOUT: Final = Layout(
    "disciplinary",
    (
        Field("person", "number of the member of staff", identifier=True),
        Field("case", "number of the case", identifier=True),
        Field("ethnic_origin", "code or words", required=True),
        Field("opened_on", "day on which the formal process began", required=True),
        Field("formal", "yes or no, or formal or informal"),
        Field("stage", "stage that the case reached; read where `formal` is missing or blank"),
        Field("outcome", "how the case ended; read where neither of them is there"),
        Field("left_on", "day on which the person left"),
        grade_field("the person"),
        *place_fields("the person"),
    ),
)


def count_disciplinary(
    extract: Extract,
    year: int,
    settings: Settings,
    workforce: Mapping[str, int] | None = None,
    staff: Staff | None = None,
    parts: pd.DataFrame | None = None,
) -> Counted:
    """Count the people who entered the process in the window of `year`.

    Parameters
    ----------
    extract : Extract
        The list of cases.
    year : int
        Year of the report.
    settings : Settings
        The trust's; they say which window the year has.
    workforce : mapping of str to int
        Head count of each group on 31 March.
    staff : mapping of (stratum, group) to int
        The same within groupings of bands, where it is known.
    parts : DataFrame, optional
        The workforce table, whose rows by division, directorate and site are the staff of each.
    """
    windows = disciplinary_windows(year, settings.window(year))
    read = read_fields(extract, *_readers(settings.extracts))
    people = person_of_each(extract, read.cells.index, otherwise="case")
    formal, unclear = _formal(extract, read)
    opened = dates_of(read.cells["opened_on"])
    counted = formal & _inside_any(windows, opened)
    origins, differing, filled = settle_groups(
        extract, people[counted], read.cells.loc[counted, "ethnic_origin"]
    )
    problems = [
        *read.problems,
        *unclear,
        *_undated(extract, formal & opened.isna()),
        *nameless(extract, read.cells.index[formal]),
        *differing,
    ]
    warnings = [
        *_assumed(extract),
        *filled,
        *warn_of_legacy_codes(extract, origins),
        *_outside(extract, formal & opened.notna() & ~counted, windows),
        *_left_before(extract, read, opened, counted),
    ]
    periods = [origins[window.holds(opened.loc[origins.index])] for window in windows]
    entered = sum(count_once(one, people) for one in periods)
    counts = {"entered_process": entered, "years": len(windows)}
    table, groundless = beside_workforce(extract, DISCIPLINARY, workforce, counts, leavers=True)
    bands, unread = by_band_beside_staff(extract, periods, people, staff or {}, settings.extracts)
    places, unlisted = by_place_beside_staff(extract, periods, people, parts, settings.extracts)
    parted = pd.concat([bands, places], ignore_index=True)
    table = joined_to(table, DISCIPLINARY, parted.rename(columns={"events": "entered_process"}))
    notes = [*extract.notes, *unread, *unlisted]
    return Counted(table, [*problems, *groundless], warnings, notes)


def _readers(settings: ExtractSettings) -> list[Reader]:
    return [
        read_ethnic_origins(settings),
        read_dates("opened_on", settings),
        read_answers("formal", "formal", settings),
        read_answers("stage", "formal", settings),
        Reader("outcome", lambda text: _is_informal(text, settings)),
        read_dates("left_on", settings),
    ]


def _is_informal(outcome: str, settings: ExtractSettings) -> bool:
    """Tell an outcome that no formal case has; any other says nothing about it."""
    try:
        return not answer("formal_outcome", outcome, settings.counted)
    except ValueError:
        return False


def _formal(extract: Extract, read: Readings) -> tuple[pd.Series[bool], list[Problem]]:
    """Tell the formal cases: by what the list says of each, else by how it ended."""
    said = read.get("formal").where(read.get("formal").notna(), read.get("stage"))
    informal = read.get("outcome").eq(True)
    formal = said.where(said.notna(), ~informal).astype(bool)
    if not (extract.has("formal") or extract.has("stage")):
        return formal, []
    rows = said.index[said.isna() & ~informal].tolist()
    name = "formal" if extract.has("formal") else "stage"
    rule = "must say whether the case is formal, as other rows do"
    return formal, at_rows(extract, rows, rule, name=name)


def _assumed(extract: Extract) -> list[Problem]:
    """Say what the list leaves open."""
    said = []
    if not (extract.has("formal") or extract.has("stage")):
        rule = "does not say which cases are formal: all count but those that ended informally"
        said.append(extract.problem(rule, "Make sure that the list holds formal cases only"))
    if not extract.has("person"):
        rule = "has no number of the person: cases are counted, not people"
        said.append(extract.problem(rule, "Add the number, or make sure that nobody is in twice"))
    return said


def _undated(extract: Extract, undated: pd.Series[bool]) -> list[Problem]:
    rows = undated.index[undated].tolist()
    return at_rows(extract, rows, "must not be blank in a formal case", name="opened_on")


def _inside_any(windows: list[Window], dates: pd.Series[Any]) -> pd.Series[bool]:
    return Window(windows[0].start, windows[-1].end).holds(dates)


def _outside(extract: Extract, outside: pd.Series[bool], windows: list[Window]) -> list[Problem]:
    window = Window(windows[0].start, windows[-1].end)
    rule = f"is outside the period ({window}) and not counted"
    action = "Make sure that this is the year's extract"
    return at_rows(extract, outside.index[outside].tolist(), rule, action, "opened_on")


def _left_before(
    extract: Extract, read: Readings, opened: pd.Series[Any], counted: pd.Series[bool]
) -> list[Problem]:
    before = counted & (dates_of(read.get("left_on")) < opened)
    rule = "is before the case was opened; the case is counted"
    return at_rows(extract, before.index[before].tolist(), rule, "Check both days", "left_on")
