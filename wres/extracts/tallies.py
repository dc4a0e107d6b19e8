"""Adding up rows by group, in the form of a counts table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from wres.definitions.ethnicity import GROUPS
from wres.errors import Problem
from wres.extracts.contract import Extract
from wres.extracts.reading import at_rows
from wres.sources.cells import NUMBER, PERCENT, RATIO, YEAR
from wres.sources.columns import DIMENSIONS, Column
from wres.sources.tables import Table

__all__ = [
    "NEEDS_WORKFORCE",
    "as_counts_table",
    "beside_workforce",
    "count_once",
    "joined_to",
    "nameless",
    "person_of_each",
    "settle_groups",
    "tally",
]

NEEDS_WORKFORCE: Final = "needs the head count of every group on 31 March as its base"
_PLAIN: Final = {YEAR: "int64", PERCENT: "float64", RATIO: "float64", NUMBER: "float64"}


def tally(origins: pd.Series[Any], counted: pd.DataFrame) -> pd.DataFrame:
    """Add up marks by group, then by detailed group; a group with nobody has 0.

    Parameters
    ----------
    origins : Series of Ethnicity
        Of each row.
    counted : DataFrame of bool
        What each row counts for, one column a count.
    """
    groups = origins.map(lambda origin: origin.group).rename("ethnicity")
    details = origins.map(lambda origin: origin.detail).rename("ethnic_group")
    numbers = counted.astype("int64")
    whole = numbers.groupby(groups).sum().reindex(list(GROUPS), fill_value=0)
    parts = numbers.groupby([groups, details]).sum()
    order = {group: place for place, group in enumerate(GROUPS)}
    parts = parts.sort_index(level=0, key=lambda names: names.map(order), sort_remaining=False)
    whole.index.name = "ethnicity"
    return pd.concat([whole.reset_index(), parts.reset_index()], ignore_index=True)


def as_counts_table(table: Table, counts: pd.DataFrame) -> pd.DataFrame:
    """Give counts the columns and types that the csv of that name would have when read."""
    columns = [c for c in table.accepted if c in table.columns or c.name in counts]
    return pd.DataFrame({column.name: _typed(column, counts) for column in columns})


def beside_workforce(
    extract: Extract,
    table: Table,
    workforce: Mapping[str, int] | None,
    counts: Mapping[str, pd.Series[int] | int],
    *,
    leavers: bool = False,
) -> tuple[pd.DataFrame, list[Problem]]:
    """Set counts of people by group beside the head count of each group.

    Without the head counts there is a problem and no table. Where more people are counted than are
    in a group there is a problem too, unless `leavers` count, who are in no head count: then it can
    be so, and `wres.check` warns of it.
    """
    lacking = _require_workforce(extract, workforce)
    if lacking or workforce is None:
        return pd.DataFrame(), lacking
    frame = pd.DataFrame({"ethnicity": GROUPS, "workforce": [workforce[one] for one in GROUPS]})
    for name, numbers in counts.items():
        frame[name] = numbers if isinstance(numbers, int) else numbers.loc[list(GROUPS)].tolist()
    above = [] if leavers else list(_above_base(extract, frame, next(iter(counts))))
    return as_counts_table(table, frame), above


def joined_to(table: pd.DataFrame, of: Table, bands: pd.DataFrame) -> pd.DataFrame:
    """Add rows of bands to those of all bands together, where there are both."""
    if not len(table) or not len(bands):
        return table
    if "years" in table:
        bands = bands.assign(years=table["years"].iloc[0])
    return pd.concat([table, as_counts_table(of, bands)], ignore_index=True)


def count_once(origins: pd.Series[Any], people: pd.Series[str]) -> pd.Series[int]:
    """Count the people of each group, each once."""
    once = origins[~people.loc[origins.index].duplicated()]
    return once.map(lambda origin: origin.group).value_counts().reindex(GROUPS, fill_value=0)


def _require_workforce(extract: Extract, workforce: Mapping[str, int] | None) -> list[Problem]:
    if all(group in (workforce or {}) for group in GROUPS):
        return []
    action = "Put the workforce extract, or workforce.csv, beside it"
    return [extract.problem(NEEDS_WORKFORCE, action)]


def _above_base(extract: Extract, frame: pd.DataFrame, name: str) -> Iterator[Problem]:
    """Name groups of whom more people are counted than there are on 31 March."""
    for group, base, number in frame[["ethnicity", "workforce", name]].itertuples(index=False):
        if number > base:
            rule = (
                f"gives {number} people of group {group}, more than the {base} in post on 31 "
                "March (who left in the year is in these rows and not among those)"
            )
            action = "Leave out who has left, and make sure that both cover the same staff,"
            yield extract.problem(rule, action)


def person_of_each(
    extract: Extract, rows: pd.Index, otherwise: str | None = None
) -> pd.Series[str]:
    """Give the number of each row's person, else of its case; each row by itself without one."""
    names = [name for name in ("person", otherwise) if name and extract.has(name)]
    alone = pd.Series([f"row {row}" for row in rows], index=rows, dtype="str")
    if not names:
        return alone
    numbers = extract.rows.loc[rows, names[0]].str.casefold()
    alone[numbers != ""] = numbers
    return alone


def nameless(extract: Extract, rows: pd.Index) -> list[Problem]:
    """Name rows without a person's number in a file that has such numbers."""
    if not extract.has("person"):
        return []
    blank = extract.rows.loc[rows, "person"] == ""
    return at_rows(extract, blank.index[blank].tolist(), "must not be blank", name="person")


def settle_groups(
    extract: Extract, people: pd.Series[str], origins: pd.Series[Any]
) -> tuple[pd.Series[Any], list[Problem], list[Problem]]:
    """Give each person one ethnic origin; two known groups are a problem.

    Where some rows of a person are of unknown ethnicity, the known group is taken.

    Returns
    -------
    tuple
        The origin of each row, the problems, the warnings.
    """
    known = origins[origins.map(lambda origin: origin.group != "Unknown").astype(bool)]
    first = known.groupby(people.loc[known.index]).first()
    settled = people.map(first).where(people.isin(first.index), origins)
    groups, taken = (s.map(lambda origin: origin.group) for s in (origins, settled))
    differ = groups.ne(taken)
    other = origins.index[differ & groups.ne("Unknown")].tolist()
    filled = origins.index[differ & groups.eq("Unknown")].tolist()
    rule = "puts a person into another ethnic group than an earlier row does"
    problems = at_rows(extract, other, rule, "Give each person one ethnic origin", "ethnic_origin")
    rule = "is unknown for a person whose ethnic origin another row gives; that one is taken"
    return settled, problems, at_rows(extract, filled, rule, "Correct it", "ethnic_origin")


def _typed(column: Column, counts: pd.DataFrame) -> pd.Series[Any]:
    dtype = column.kind.dtype
    if column.required and not column.blank and column not in DIMENSIONS:
        dtype = _PLAIN.get(column.kind, dtype)
    if column.name in counts:
        values = [None if pd.isna(value) else value for value in counts[column.name]]
    else:
        values = [None] * len(counts)
    return pd.Series(values, index=counts.index, dtype=dtype)
