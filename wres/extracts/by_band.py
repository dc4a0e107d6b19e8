"""Events by pay band, where the rows of an extract say each one's grade.

Counted are the groupings of bands in which events are compared. A grade that can't be read, or a
band whose staff can't be told, is no fault of the extract: there are no rows by band then, and a
note says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from wres.definitions.ethnicity import GROUPS
from wres.definitions.grades import read_grade
from wres.definitions.groupings import strata, stratum_of
from wres.errors import Problem
from wres.extracts.contract import Extract, Field
from wres.extracts.people import number_of
from wres.sources.trust import ExtractSettings

__all__ = [
    "Staff",
    "by_band",
    "by_band_beside_staff",
    "grade_field",
    "strata_of_people",
    "strata_of_rows",
]

# Head count of each stratum and ethnic group.
Staff = Mapping[tuple[str, str], int]
GRADE: Final = "pay_grade"
_NOTHING: Final = "nothing is compared within pay bands"
_LABELS: Final = ["band", "ethnicity"]
_ADD_GRADES: Final = (
    "Nothing need be done; to have it, fill in the grades, or add them under "
    "settings.extracts.grades in trust.yml,"
)


def grade_field(whose: str) -> Field:
    """Make the field of a grade, which no count of the whole trust needs."""
    return Field(GRADE, f"pay grade or band of {whose}, for ratios within bands")


def by_band(
    extract: Extract, origins: pd.Series[Any], marks: pd.DataFrame, settings: ExtractSettings
) -> tuple[pd.DataFrame, list[Problem]]:
    """Add up marks by stratum and group.

    Parameters
    ----------
    extract : Extract
        Whose rows may say a grade.
    origins : Series of Ethnicity
        Of each row counted.
    marks : DataFrame of bool
        What each row counts for, one column a count.
    settings : ExtractSettings
        The trust's, with its own grades.

    Returns
    -------
    tuple
        Columns `band`, `ethnicity` and those of the marks, every stratum and group; empty where a
        row has no grade that can be read. Then a note that says so.
    """
    if not extract.has(GRADE):
        return pd.DataFrame(), []
    rows = marks.index[marks.any(axis=1)]
    places = _strata_of(extract, rows, settings)
    unread = int(places.isna().sum())
    if unread:
        return pd.DataFrame(), [_unread(extract, unread)]
    return _added(places, origins.loc[rows], marks.loc[rows]), []


def by_band_beside_staff(
    extract: Extract,
    periods: Sequence[pd.Series[Any]],
    people: pd.Series[str],
    staff: Staff,
    settings: ExtractSettings,
) -> tuple[pd.DataFrame, list[Problem]]:
    """Count people once in a period, each in the band of their last row, beside the staff of bands.

    Parameters
    ----------
    extract : Extract
        Whose rows may say a grade.
    periods : sequence of Series of Ethnicity
        Of the rows counted in each period.
    people : Series of str
        The person of each row.
    staff : mapping of (stratum, group) to int
        Head counts on 31 March; empty where they can't be told.
    settings : ExtractSettings
        The trust's, with its own grades.

    Returns
    -------
    tuple
        Columns `band`, `ethnicity`, `workforce` and `events`; empty where a grade or the staff
        can't be told. Then a note that says so.
    """
    if not extract.has(GRADE):
        return pd.DataFrame(), []
    if not staff:
        rule = f"the staff of each band can't be told; {_NOTHING}"
        action = "Nothing need be done; to have it, give the workforce in single bands,"
        return pd.DataFrame(), [extract.problem(rule, action, name=GRADE)]
    places = [_of_people(extract, origins, people, settings) for origins in periods]
    unread = sum(int(one.isna().sum()) for one in places)
    if unread:
        return pd.DataFrame(), [_unread(extract, unread)]
    counts = pd.DataFrame({"workforce": pd.Series(dict(staff)), "events": 0})
    for one, origins in zip(places, periods, strict=True):
        marks = pd.DataFrame({"events": True}, index=one.index)
        counts["events"] += _added(one, origins.loc[one.index], marks).set_index(_LABELS)["events"]
    return counts.rename_axis(_LABELS).reset_index(), []


def strata_of_rows(
    extract: Extract, rows: pd.Index, settings: ExtractSettings
) -> pd.Series[Any] | None:
    """Give the stratum of each row; None where any has no grade that can be read."""
    if not extract.has(GRADE):
        return None
    found = _strata_of(extract, rows, settings)
    return None if found.isna().any() else found


def strata_of_people(
    extract: Extract, origins: pd.Series[Any], people: pd.Series[str], settings: ExtractSettings
) -> pd.Series[Any]:
    """Give the stratum of each person at their first row; missing where no row has a grade."""
    if not extract.has(GRADE):
        names = people.loc[origins.index]
        once = names.index[~names.duplicated()]
        return pd.Series([None] * len(once), index=once, dtype="object")
    return _of_people(extract, origins, people, settings)


def _of_people(
    extract: Extract, origins: pd.Series[Any], people: pd.Series[str], settings: ExtractSettings
) -> pd.Series[Any]:
    """Give the stratum of each person at their first row, as their last row with a grade has it."""
    places = _strata_of(extract, origins.index, settings)
    names = people.loc[origins.index]
    last = places.groupby(names).last().to_dict()
    return names[~names.duplicated()].map(last)


def _unread(extract: Extract, rows: int) -> Problem:
    rule = f"{number_of(rows, 'row has', 'rows have')} no grade that can be read; {_NOTHING}"
    return extract.problem(rule, _ADD_GRADES, name=GRADE)


def _strata_of(extract: Extract, rows: pd.Index, settings: ExtractSettings) -> pd.Series[Any]:
    """Give the stratum of each row's grade; None where it can't be read."""
    texts = extract.rows.loc[rows, GRADE]
    read = {text: _stratum(text, settings) for text in texts.unique()}
    return pd.Series([read[text] for text in texts], index=rows, dtype="object")


def _stratum(text: str, settings: ExtractSettings) -> str | None:
    try:
        return stratum_of(read_grade(text, settings.grades).band)
    except ValueError:
        return None


def _added(places: pd.Series[Any], origins: pd.Series[Any], marks: pd.DataFrame) -> pd.DataFrame:
    every = pd.MultiIndex.from_product([strata(), GROUPS], names=_LABELS)
    groups = origins.map(lambda origin: origin.group)
    added = marks.astype("int64").groupby([places.rename("band"), groups.rename("ethnicity")]).sum()
    return added.reindex(every, fill_value=0).reset_index()
