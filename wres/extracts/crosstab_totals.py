"""The totals of a crosstab against the sums of their parts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.definitions.bands import is_part_of_another, load_bands
from wres.errors import Problem
from wres.extracts.crosstab_lines import MEDICAL
from wres.extracts.crosstab_sheet import Sheet
from wres.extracts.crosstab_words import read_group_word
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings

__all__ = ["total_problems"]


def total_problems(file: InputFile, sheets: list[Sheet], cells: pd.DataFrame) -> Iterator[Problem]:
    """Name each total that is not the sum of its parts.

    Parameters
    ----------
    file : InputFile
        Where the crosstab comes from.
    sheets : list of Sheet
        Its sheets.
    cells : DataFrame
        One row a cell of counts; `count` is missing where the cell is blank.
    """
    counted = cells.assign(count=cells["count"].fillna(0).astype("int64"))
    for number, sheet in enumerate(sheets):
        own = counted[counted["sheet"] == number]
        for _, line in own.groupby("row"):
            yield from _column_totals(file, sheet, line)
        for _, total in own[own["row_total_of"].notna()].groupby("row"):
            yield from _row_totals(file, sheet, own, total)
    yield from _everyone(file, sheets, counted)


def _column_totals(file: InputFile, sheet: Sheet, line: pd.DataFrame) -> Iterator[Problem]:
    """Hold the totals within one row against its cells."""
    for total in line[line["column_total_of"].notna()].to_dict("records"):
        parts = line[line["ethnicity"].notna()]
        if total["column_total_of"] != "all":
            parts = parts[parts["ethnicity"] == total["column_total_of"]]
        candidates = (
            parts[parts["staff_group"] == total["staff_group"]]["count"],
            parts[parts["staff_group"] != "all"]["count"],  # over clinical and non-clinical columns
        )
        if total["count"] not in [int(one.sum()) for one in candidates]:
            within = next((one for one in candidates if len(one)), candidates[0])
            yield _wrong(file, sheet, total["row"], total["place"], total["count"], within)


def _row_totals(
    file: InputFile, sheet: Sheet, own: pd.DataFrame, total: pd.DataFrame
) -> Iterator[Problem]:
    """Hold a row of totals against the rows that it may be the total of.

    A row that says only `Total` may close its section, its staff group or the sheet.
    """
    candidates = [rows for rows in _candidates(own, total) if len(rows)]
    if not candidates:
        return
    sums = [_by_place(rows) for rows in candidates]
    given = total.set_index("place")["count"]
    if any((given == one.reindex(given.index, fill_value=0)).all() for one in sums):
        return
    for place in given.index:
        parts = candidates[0].loc[candidates[0]["place"] == place, "count"]
        if given[place] != parts.sum():
            row = int(total["row"].iloc[0])
            yield _wrong(file, sheet, row, int(place), int(given[place]), parts)


def _candidates(own: pd.DataFrame, total: pd.DataFrame) -> Iterator[pd.DataFrame]:
    first = total.iloc[0]
    bands = own[own["band"].notna()]
    bands = bands[~bands["band"].map(is_part_of_another).astype(bool)]
    above = bands[bands["row"] < first["row"]]
    scope = first["row_total_of"]
    if scope == "all":
        yield bands
    elif scope == "above":
        yield above[above["section"] == first["section"]]
        yield above[above["staff_group"] == first["staff_group"]]
        yield above
    elif scope == MEDICAL:
        medical = bands["band"].isin(list(load_bands().medical_members))
        yield bands[medical & (bands["staff_group"] == first["staff_group"])]
    elif (bands["section"] == scope).any():
        yield bands[bands["section"] == scope]
    else:
        yield bands[bands["staff_group"] == read_group_word(scope, ExtractSettings())]


def _by_place(rows: pd.DataFrame) -> pd.Series[int]:
    return rows.groupby("place")["count"].sum()


def _everyone(file: InputFile, sheets: list[Sheet], cells: pd.DataFrame) -> Iterator[Problem]:
    """Hold counts of all staff against those of clinical and non-clinical staff beside them."""
    data = cells[cells["band"].notna() & cells["ethnicity"].notna()]
    parts = data[data["staff_group"] != "all"]
    if not len(parts):
        return
    key = ["band", "ethnic_group"]
    sums = parts.groupby(key)["count"].sum()
    for total in data[data["staff_group"] == "all"].to_dict("records"):
        expected = int(sums.get((total["band"], total["ethnic_group"]), 0))
        if total["count"] != expected:
            same = (parts["band"] == total["band"]) & (
                parts["ethnic_group"] == total["ethnic_group"]
            )
            sheet = sheets[total["sheet"]]
            yield _wrong(
                file, sheet, total["row"], total["place"], total["count"], parts[same]["count"]
            )


def _wrong(
    file: InputFile, sheet: Sheet, row: int, place: int, given: int, parts: pd.Series[int]
) -> Problem:
    filled = [int(part) for part in parts if part]
    added = sum(filled)
    shown = f"{' + '.join(map(str, filled))} = {added}" if 1 < len(filled) <= 8 else str(added)
    heading = next(column.heading for column in sheet.columns if column.place == place)
    return file.problem(
        f"a total must equal the sum of its parts ({shown})",
        "Correct the total or its parts",
        row=int(row),
        column=heading,
        given=str(given),
        sheet=sheet.grid.sheet,
    )
