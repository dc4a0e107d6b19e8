"""Events by division, directorate and site, where the rows of an extract say each one's.

A place that the staff list does not know, or not in full, has no staff to be compared with: its
events are counted in the whole trust and in no place, with a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from wres.definitions.ethnicity import GROUPS
from wres.definitions.unrecorded import NOT_RECORDED
from wres.errors import Problem
from wres.extracts.by_band import strata_of_people, strata_of_rows
from wres.extracts.contract import Extract, Field
from wres.sources.places import PARTS, crossings, place_rows, staff_by_place
from wres.sources.trust import ExtractSettings

__all__ = ["by_place", "by_place_beside_staff", "one_spelling", "place_fields", "places_of"]

_ADD_PLACE: Final = "Write places as the staff list does, if they are the same,"
_ADD_STAFF: Final = "Give the head counts of all its groups and bands, if it is to be compared,"
_LABELS: Final = ["band", "ethnicity"]


def place_fields(whose: str) -> tuple[Field, ...]:
    """Make the fields of a place, which no count of the whole trust needs."""
    return tuple(Field(part, f"{part} of {whose}, for figures by {part}") for part in PARTS)


def one_spelling(labels: pd.Series[str]) -> pd.Series[str]:
    """Write labels that differ in case or blanks as the first of them is written."""
    first: dict[str, str] = {}
    written: dict[str, str] = {}
    for label in labels.unique():
        tidy = " ".join(label.split()) or NOT_RECORDED
        written[label] = first.setdefault(tidy.casefold(), tidy)
    return labels.map(written)


def places_of(extract: Extract, rows: pd.Index) -> pd.DataFrame:
    """Give the places of rows, in one spelling each."""
    return pd.DataFrame(
        {p: one_spelling(extract.rows.loc[rows, p]) for p in PARTS if extract.has(p)}, index=rows
    )


def by_place(
    extract: Extract, origins: pd.Series[Any], marks: pd.DataFrame, settings: ExtractSettings
) -> pd.DataFrame:
    """Add up marks by place and group, and by grouping of bands where every row has a grade.

    Parameters
    ----------
    extract : Extract
        Whose rows may say a place.
    origins : Series of Ethnicity
        Of each row counted.
    marks : DataFrame of bool
        What each row counts for, one column a count.
    settings : ExtractSettings
        The trust's, with its own grades.

    Returns
    -------
    DataFrame
        The dimensions, `band`, `ethnicity` and the marks; every group of each place.
    """
    rows = marks.index[marks.any(axis=1)]
    places = places_of(extract, rows)
    if places.empty:
        return pd.DataFrame()
    strata = strata_of_rows(extract, rows, settings)
    names = [str(name) for name in marks]
    counted = places.join(marks.loc[rows].astype("int64"))
    counted["ethnicity"] = origins.loc[rows].map(lambda origin: origin.group)
    tables = []
    for crossing in crossings(places):
        tables.append(_every_group(counted, list(crossing), names).assign(band=None))
        if strata is not None:
            banded = counted.assign(band=strata)
            tables.append(_every_group(banded, [*crossing, "band"], names))
    return pd.concat(tables, ignore_index=True)


def by_place_beside_staff(
    extract: Extract,
    periods: Sequence[pd.Series[Any]],
    people: pd.Series[str],
    workforce: pd.DataFrame | None,
    settings: ExtractSettings,
) -> tuple[pd.DataFrame, list[Problem]]:
    """Count people once in a period, each in the place of their last row, beside its staff.

    Parameters
    ----------
    extract : Extract
        Whose rows may say a place.
    periods : sequence of Series of Ethnicity
        Of the rows counted in each period.
    people : Series of str
        The person of each row.
    workforce : DataFrame, optional
        The workforce table with its rows by place.
    settings : ExtractSettings
        The trust's, with its own grades.

    Returns
    -------
    tuple
        The dimensions, `band`, `ethnicity`, `workforce` and `events`, and notes on places that the
        staff list does not have.
    """
    if not any(extract.has(part) for part in PARTS):
        return pd.DataFrame(), []
    events = pd.concat([_once(extract, one, people, settings) for one in periods])
    named = [part for part in PARTS if part in events]
    tables, notes = [], []
    for part in named:
        staff = staff_by_place(workforce, [part])
        if len(staff):
            given = place_rows(workforce, [part])[part]  # type: ignore[arg-type]
            events[part] = _as_staff_list(events[part], given)
            notes += _left_out(extract, part, events[part], (given, staff[part]))
    for crossing in crossings(events[named]) if named else []:
        staff = staff_by_place(workforce, crossing)
        if len(staff):
            tables.append(_beside(staff, events, list(crossing)))
    return (pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()), notes


def _once(
    extract: Extract, origins: pd.Series[Any], people: pd.Series[str], settings: ExtractSettings
) -> pd.DataFrame:
    """Give each person of a period once: group, place and grouping of bands of the last row."""
    names = people.loc[origins.index]
    groups = origins.map(lambda origin: origin.group).rename("ethnicity")
    places = places_of(extract, origins.index)
    known = places.replace(NOT_RECORDED, None).groupby(names).last().fillna(NOT_RECORDED)
    once = names[~names.duplicated()]
    frame = known.loc[once.tolist()].set_axis(once.index)
    return frame.assign(
        ethnicity=groups.loc[once.index], band=strata_of_people(extract, origins, people, settings)
    )


def _beside(staff: pd.DataFrame, events: pd.DataFrame, crossing: list[str]) -> pd.DataFrame:
    """Set the events of each place and group beside its staff; by band where each has a grade."""
    whole = events.groupby([*crossing, "ethnicity"]).size().rename("events").reset_index()
    wholes = staff[staff["band"].isna()].merge(whole, how="left", on=[*crossing, "ethnicity"])
    found = [wholes]
    if events["band"].notna().all():
        labels = [*crossing, *_LABELS]
        parts = events.groupby(labels).size().rename("events").reset_index()
        strata = staff[staff["band"].notna()]
        found.append(strata.merge(parts, how="left", on=labels))
    return pd.concat(found, ignore_index=True).fillna({"events": 0}).astype({"events": "int64"})


def _every_group(rows: pd.DataFrame, keys: list[str], counts: list[str]) -> pd.DataFrame:
    cells = rows[keys].drop_duplicates().merge(pd.DataFrame({"ethnicity": GROUPS}), how="cross")
    added = rows.groupby([*keys, "ethnicity"])[counts].sum().reset_index()
    return cells.merge(added, how="left").fillna(dict.fromkeys(counts, 0))


def _as_staff_list(labels: pd.Series[str], known: pd.Series[str]) -> pd.Series[str]:
    written = {str(one).casefold(): str(one) for one in known}
    return labels.map(lambda label: written.get(label.casefold(), label))


def _left_out(
    extract: Extract,
    part: str,
    labels: pd.Series[Any],
    staff: tuple[pd.Series[Any], pd.Series[Any]],
) -> list[Problem]:
    """Name the places of no staff, and those whose staff were given, or are known, in part only."""
    given, known = (set(map(str, one)) for one in staff)
    notes = []
    for one in sorted(set(map(str, labels)) - known - {NOT_RECORDED}):
        why, what = f"is no {part} of the staff list", _ADD_PLACE
        if one in given:
            why, what = f"is a {part} whose staff were not given in full", _ADD_STAFF
        rule = f"{why}; its people are counted in no {part}"
        notes.append(extract.problem(rule, what, name=part, given=one))
    return notes
