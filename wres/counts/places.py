"""Counts of a trust's parts: by division, directorate or site, and within groupings of bands.

They stand in one table, apart from those of the whole trust that reports show: what is shown of
the parts is chosen after what is shown of the whole, so that no report depends on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pandas as pd

from wres.counts.same_people import SamePeople, same_people
from wres.counts.totals import ALL, HIDDEN, STRATA_OF
from wres.counts.unplaced import WORKFORCE, Absent, newest_answers, uncrossed, unplaced
from wres.definitions.bands import ALL_BANDS
from wres.definitions.ethnicity import GROUPS
from wres.definitions.groupings import strata
from wres.definitions.indicators import indicators
from wres.sources import TrustYear
from wres.sources.columns import whole_trust
from wres.sources.places import crossings_given, is_within, place_rows, staff_by_place
from wres.sources.strata import staff_by_stratum

__all__ = ["COLUMNS", "LABELS", "WHOLE", "WORKFORCE", "Absent", "Places", "count_places"]

# The dimension of rows about the whole trust.
WHOLE: Final = ""
LABELS: Final = ("indicator", "dimension", "place", "dimension_2", "place_2", "band", "group")
COLUMNS: Final = (*LABELS, "people", "events", HIDDEN)
Rows = Iterator[dict[str, object]]


@dataclass(frozen=True)
class Places:
    """Counts of the whole trust and its parts.

    Parameters
    ----------
    table : DataFrame
        `LABELS`, then `people` and `events` (missing for head counts; both missing where withheld)
        and `hidden`. `dimension` is blank for the whole trust, `dimension_2` but for two crossed;
        `band` is `all` or a grouping of bands; `group` an ethnic group, or `all` for head counts.
    within : mapping of (dimension, place) to (dimension, place)
        Places that lie within another, as directorates within divisions.
    absent : tuple of Absent
        What can't be shown.
    same_people : mapping of str to tuple of SamePeople
        By table of counts, the places of two dimensions that hold the same people.
    """

    table: pd.DataFrame
    within: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    absent: tuple[Absent, ...] = ()
    same_people: Mapping[str, tuple[SamePeople, ...]] = field(default_factory=dict)


def count_places(trust_year: TrustYear, counted: TrustYear) -> Places:
    """Collect the counts of a trust's parts.

    Parameters
    ----------
    trust_year : TrustYear
        As it was read.
    counted : TrustYear
        The same with the whole trust's totals (`with_totals`).
    """
    rows = [*_whole(trust_year, counted), *_parts(trust_year)]
    blank = dict.fromkeys((*LABELS, HIDDEN), "")
    table = pd.DataFrame([{**blank, **row} for row in rows], columns=list(COLUMNS))
    table = table.astype({"people": "Int64", "events": "Int64"})
    within = _within(trust_year)
    absent = (*unplaced(trust_year, table), *uncrossed(table, within))
    return Places(table, within, absent, same_people(trust_year.tables))


def _row(indicator: str, group: str, people: object, events: object, **labels: str) -> dict:  # type: ignore[type-arg]
    given = {"indicator": indicator, "band": ALL, "group": group, "people": people}
    return {**given, "events": events, **labels}


def _whole(trust_year: TrustYear, counted: TrustYear) -> Rows:
    tables = counted.tables
    staff = tables.get(WORKFORCE)
    if staff is not None:
        whole = staff[staff["staff_group"].eq(ALL) & staff["band"].eq(ALL_BANDS)]
        heads = dict(zip(whole["ethnicity"], whole["headcount"], strict=True))
        for group, count in heads.items():
            yield _row(WORKFORCE, str(group), count, None)
        known = {group: int(heads[group]) for group in GROUPS if pd.notna(heads.get(group))}
        for (band, group), count in staff_by_stratum(trust_year.tables[WORKFORCE], known).items():
            yield _row(WORKFORCE, group, count, None, band=band)
    for record in indicators("ratio"):
        base, event = str(record.base_column), str(record.event_column)
        for _, row in tables.get(record.table, pd.DataFrame()).iterrows():
            if row["ethnicity"] in GROUPS:
                yield _row(record.number, row["ethnicity"], row[base], row[event])
        for _, row in tables.get(STRATA_OF.get(record.table, ""), pd.DataFrame()).iterrows():
            counts = (row["ethnicity"], row[base], row[event])
            yield _row(record.number, *counts, band=row["stratum"])
    if "staff_survey" in trust_year.tables:
        survey = newest_answers(trust_year.tables["staff_survey"], trust_year.year)
        yield from _answers(whole_trust(survey), ())


def _parts(trust_year: TrustYear) -> Rows:
    tables = trust_year.tables
    for crossing in _crossed(tables[WORKFORCE]) if WORKFORCE in tables else []:
        staff = staff_by_place(tables[WORKFORCE], crossing)
        yield from _staff(staff, crossing)
        yield from _in_part(place_rows(tables[WORKFORCE], crossing), staff, crossing)
    for record in indicators("ratio"):
        table = tables.get(record.table)
        for crossing in _crossed(table) if table is not None else []:
            rows = place_rows(table, crossing)  # type: ignore[arg-type]
            yield from _events(rows, crossing, record.number, _columns(record))
    if "staff_survey" in tables:
        survey = newest_answers(tables["staff_survey"], trust_year.year)
        for crossing in _crossed(survey):
            yield from _answers(place_rows(survey, crossing), crossing)


def _crossed(table: pd.DataFrame) -> list[tuple[str, ...]]:
    """Give the dimensions a table has rows of; a place that lies in another is no crossing."""
    return [one for one in crossings_given(table) if len(one) == 1 or not _nested(table, one)]


def _nested(table: pd.DataFrame, pair: tuple[str, ...]) -> bool:
    places = place_rows(table, pair)[list(pair)].drop_duplicates()
    return any(is_within(places, one) for one in pair)


def _columns(record: object) -> tuple[str, str]:
    return str(record.base_column), str(record.event_column)  # type: ignore[attr-defined]


def _labels(row: Mapping[Any, Any], crossing: Sequence[str]) -> dict[str, str]:
    names = ("", "_2")
    return {
        key: value
        for at, one in enumerate(crossing)
        for key, value in ((f"dimension{names[at]}", one), (f"place{names[at]}", str(row[one])))
    }


def _staff(staff: pd.DataFrame, crossing: Sequence[str]) -> Rows:
    for row in staff.to_dict("records"):
        band = ALL if pd.isna(row["band"]) else str(row["band"])
        labels = _labels(row, crossing)
        yield _row(WORKFORCE, row["ethnicity"], row["workforce"], None, band=band, **labels)
    whole = staff[staff["band"].isna()]
    for place, count in whole.groupby(list(crossing), sort=False)["workforce"].sum().items():
        labels = _labels(dict(zip(crossing, _tuple(place), strict=True)), crossing)
        yield _row(WORKFORCE, ALL, count, None, **labels)


def _in_part(rows: pd.DataFrame, staff: pd.DataFrame, crossing: Sequence[str]) -> Rows:
    """Name places whose staff were not given in full: no count of theirs is known."""
    names = list(crossing)
    known = set(staff[names].itertuples(index=False, name=None))
    for row in rows[names].drop_duplicates().to_dict("records"):
        if tuple(row[one] for one in names) not in known:
            for group in GROUPS:
                yield _row(WORKFORCE, group, None, None, **_labels(row, crossing))


def _tuple(place: object) -> tuple[object, ...]:
    return place if isinstance(place, tuple) else (place,)


def _events(
    rows: pd.DataFrame, crossing: Sequence[str], indicator: str, columns: tuple[str, str]
) -> Rows:
    base, event = columns
    banded = "band" in rows
    for row in rows.to_dict("records"):
        band = row["band"] if banded and pd.notna(row["band"]) else ALL
        if band == ALL or band in strata():
            counts = (row["ethnicity"], row[base], row[event])
            yield _row(indicator, *counts, band=str(band), **_labels(row, crossing))


def _answers(rows: pd.DataFrame, crossing: Sequence[str]) -> Rows:
    for row in rows.to_dict("records"):
        people = row["responses"]
        events = None if pd.isna(people) else round(float(row["percent"]) * int(people) / 100)
        counts = (str(row["indicator"]), row["ethnicity"], people, events)
        yield _row(*counts, **_labels(row, crossing))


def _within(trust_year: TrustYear) -> dict[tuple[str, str], tuple[str, str]]:
    """Find places that lie within others, by the rows of a workforce table about both."""
    table = trust_year.tables.get(WORKFORCE)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    if table is None:
        return found
    for pair in (one for one in crossings_given(table) if len(one) > 1):
        places = place_rows(table, pair)[list(pair)].drop_duplicates()
        for fine, coarse in (pair, pair[::-1]):
            if is_within(places, fine):
                for row in places.to_dict("records"):
                    found.setdefault((fine, str(row[fine])), (coarse, str(row[coarse])))
                break
    return found
