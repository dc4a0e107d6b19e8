"""Indicator 4 from training records: staff who had non-mandatory training and development.

People are counted, not courses. A course is left out where the record says that it is statutory or
mandatory, or, where it says nothing, where its name holds such a subject (`extract_words.yml`).
The base is the head count on 31 March. Training records do not say who has left since: those
people are counted though they are not in the base, so the likelihood is a little too high for
groups with many leavers, and a count above the base is a problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

from wres.definitions.ethnic_codes import fold_words
from wres.definitions.extract_words import is_mandatory_topic, load_extract_words
from wres.errors import Problem
from wres.extracts.by_band import Staff, by_band_beside_staff, grade_field
from wres.extracts.by_place import by_place_beside_staff, place_fields
from wres.extracts.contract import Counted, Extract, Field, Layout
from wres.extracts.people import number_of
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
from wres.extracts.windows import year_to_march
from wres.sources.places import PARTS
from wres.sources.training import TRAINING
from wres.sources.trust import ExtractSettings, Settings

__all__ = ["LAYOUT", "count_training"]

LAYOUT: Final = Layout(
    "training",
    (
        Field("person", "number of the member of staff", required=True, identifier=True),
        Field("ethnic_origin", "code or words", required=True),
        Field("course", "name of the course; tells mandatory ones where `mandatory` is blank"),
        Field("mandatory", "yes or no, or mandatory or CPD"),
        Field("attended_on", "day on which it was attended or completed"),
        Field("status", "attended, completed, booked, cancelled ..."),
        grade_field("the member of staff"),
        *place_fields("the member of staff"),
    ),
)


def count_training(
    extract: Extract,
    year: int,
    settings: Settings,
    workforce: Mapping[str, int] | None = None,
    staff: Staff | None = None,
    parts: pd.DataFrame | None = None,
) -> Counted:
    """Count the people who had such training in the 12 months to 31 March of `year`.

    Parameters
    ----------
    extract : Extract
        The training records.
    year : int
        Year of the report.
    settings : Settings
        The trust's.
    workforce : mapping of str to int
        Head count of each group on 31 March.
    staff : mapping of (stratum, group) to int
        The same within groupings of bands, where it is known.
    parts : DataFrame, optional
        The workforce table, whose rows by division, directorate and site are the staff of each.
    """
    read = read_fields(extract, *_readers(settings.extracts))
    people = person_of_each(extract, read.cells.index)
    mandatory, unclear = _mandatory(extract, read)
    attended, undecided = _attended(extract, read)
    days = dates_of(read.get("attended_on"))
    dated = extract.has("attended_on")
    inside = year_to_march(year).holds(days) if dated else pd.Series(True, index=days.index)
    counted = ~mandatory & attended & inside
    origins, differing, filled = settle_groups(
        extract, people[counted], read.cells.loc[counted, "ethnic_origin"]
    )
    problems = [
        *read.problems,
        *unclear,
        *undecided,
        *_undated(extract, ~mandatory & attended & days.isna()),
        *nameless(extract, read.cells.index[counted]),
        *differing,
    ]
    outside = ~mandatory & attended & days.notna() & ~inside
    warnings = [
        *filled,
        *warn_of_legacy_codes(extract, origins),
        *_outside(extract, outside, year),
    ]
    table, groundless = beside_workforce(
        extract, TRAINING, workforce, {"accessed": count_once(origins, people)}
    )
    bands, unread = by_band_beside_staff(extract, [origins], people, staff or {}, settings.extracts)
    bands, beyond = _within_staff(extract, bands.rename(columns={"events": "accessed"}))
    places, unlisted = by_place_beside_staff(extract, [origins], people, parts, settings.extracts)
    places, above = _within_places(extract, places.rename(columns={"events": "accessed"}))
    table = joined_to(table, TRAINING, pd.concat([bands, places], ignore_index=True))
    notes = [*extract.notes, *_left_out(extract, read, mandatory), *_assumed(extract, year)]
    notes += [*unread, *beyond, *unlisted, *above]
    return Counted(table, [*problems, *groundless], warnings, notes)


def _readers(settings: ExtractSettings) -> list[Reader]:
    return [
        read_ethnic_origins(settings),
        Reader("course", lambda text: is_mandatory_topic(text) if text else None),
        read_answers("mandatory", "mandatory", settings),
        read_dates("attended_on", settings),
        read_answers("status", "attended", settings),
    ]


def _mandatory(extract: Extract, read: Readings) -> tuple[pd.Series[bool], list[Problem]]:
    """Tell statutory and mandatory courses: by what the record says, else by their names."""
    if not (extract.has("course") or extract.has("mandatory")):
        rule = "must have a column of courses, or one that says which are mandatory"
        nothing = pd.Series(False, index=read.cells.index)
        return nothing, [extract.problem(rule, "Add the column")]
    said = read.get("mandatory").where(read.get("mandatory").notna(), read.get("course"))
    name = "mandatory" if extract.has("mandatory") else "course"
    rule = "must say what the course is, or whether it is mandatory"
    unclear = at_rows(extract, said.index[said.isna()].tolist(), rule, name=name)
    return said.eq(True), unclear


def _attended(extract: Extract, read: Readings) -> tuple[pd.Series[bool], list[Problem]]:
    """Tell who was there: by the status, and where it is blank by there being a day."""
    if not extract.has("status"):
        return pd.Series(True, index=read.cells.index), []
    status, days = read.cells["status"], dates_of(read.get("attended_on"))
    unclear = at_rows(
        extract,
        status.index[status.isna() & days.isna()].tolist(),
        "must not be blank where there is no day of attendance",
        name="status",
    )
    return status.where(status.notna(), days.notna()).eq(True), unclear


def _undated(extract: Extract, undated: pd.Series[bool]) -> list[Problem]:
    if not extract.has("attended_on"):
        return []
    rows = undated.index[undated].tolist()
    return at_rows(extract, rows, "must not be blank for a course attended", name="attended_on")


def _outside(extract: Extract, outside: pd.Series[bool], year: int) -> list[Problem]:
    rule = f"is outside the period ({year_to_march(year)}) and not counted"
    action = "Make sure that this is the year's extract"
    return at_rows(extract, outside.index[outside].tolist(), rule, action, "attended_on")


def _within_staff(extract: Extract, bands: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Leave bands out where more people of one are counted than are in it on 31 March."""
    if not len(bands) or bands["accessed"].le(bands["workforce"]).all():
        return bands, []
    rule = "gives more people of a band than are in post; nothing is compared within pay bands"
    action = "Nothing need be done; to have it, give each person's grade on 31 March,"
    return bands.head(0), [extract.problem(rule, action, name="pay_grade")]


def _within_places(extract: Extract, places: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Leave a place out where more people of it are counted than are in it on 31 March."""
    if not len(places) or places["accessed"].le(places["workforce"]).all():
        return places, []
    named = [part for part in PARTS if part in places]
    over = places[places["accessed"].gt(places["workforce"])][named].drop_duplicates()
    marked = places.merge(over.assign(over=True), how="left", on=named)
    rule = (
        f"gives more people of {number_of(len(over), 'place', 'places')} than are in post there; "
        "nothing is told of them"
    )
    action = "Nothing need be done; to have it, give each person's place on 31 March,"
    return places[marked["over"].isna().to_numpy()], [extract.problem(rule, action)]


def _left_out(extract: Extract, read: Readings, mandatory: pd.Series[bool]) -> list[Problem]:
    """Tell which words made courses mandatory; what else is in their names is nobody's business."""
    by_name = mandatory & read.get("mandatory").isna()
    if not extract.has("course") or not by_name.any():
        return []
    topics = extract.rows.loc[by_name.index[by_name], "course"].map(_topic).value_counts()
    shown = "; ".join(f"{topic} ({rows})" for topic, rows in topics.items())
    rule = f"courses taken as mandatory by words in their names, with their rows: {shown}"
    action = "If one is not, add a column that says which are mandatory,"
    return [extract.problem(rule, action, name="course")]


def _topic(course: str) -> str:
    """Give the longest of the listed words that stand in a name."""
    listed = load_extract_words().mandatory_topics
    padded = f" {fold_words(course)} "
    for word in listed.except_words:
        padded = padded.replace(f" {fold_words(word)} ", " ")
    return max((word for word in listed.words if f" {fold_words(word)} " in padded), key=len)


def _assumed(extract: Extract, year: int) -> list[Problem]:
    if extract.has("attended_on"):
        return []
    rule = f"has no days: every row is taken to be of the period ({year_to_march(year)})"
    return [extract.problem(rule, "Make sure that it is")]
