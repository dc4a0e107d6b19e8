"""Pay bands in tables of events: rows about a band are parts of the row without one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from wres.definitions.bands import ALL_BANDS, Band, is_part_of_another, parse_band
from wres.errors import Problem
from wres.sources.cells import BAND, CellError, Kind
from wres.sources.columns import Column
from wres.sources.rules import describe, grouped
from wres.sources.tables import Rows, Rule

__all__ = ["BANDS_OF_A_GROUP_APART", "BAND_OF_EVENTS", "bands_apart", "bands_within_whole"]

_WHOLE = "leave it blank for the whole trust"


def _read_band(cell: str) -> object:
    label = BAND.read(cell)
    if label == ALL_BANDS or is_part_of_another(str(label)):
        rule = "must be a band that is added up with others"
        raise CellError(rule, f"L{_WHOLE[1:]}, or take the row out")
    return label


BAND_OF_EVENTS = Column(
    "band",
    Kind(
        "band",
        "must be a band, or a grouping that means one thing; a blank is the whole trust",
        _read_band,
    ),
    "pay band of the vacancy or of the staff, where the row is about one",
    required=False,
    blank=True,
)


def bands_apart(key: str, rows: Rows) -> Iterator[Problem]:
    """Find bands that share people, among rows that are alike in the key column."""
    for group in grouped(rows, [key]):
        labels = group["band"].dropna().drop_duplicates()
        lines = [
            (parse_band(label), int(line)) for line, label in zip(labels.index, labels, strict=True)
        ]
        for one, other in combinations(_counted(lines), 2):
            if one[0].members & other[0].members:
                yield _overlap(rows, key, one, other)


def _counted(lines: list[tuple[Band, int]]) -> list[tuple[Band, int]]:
    """Leave out the total and lines that are part of another."""
    return [
        (band, line)
        for band, line in lines
        if band.label != ALL_BANDS and not is_part_of_another(band.label)
    ]


def _overlap(rows: Rows, key: str, first: tuple[Band, int], second: tuple[Band, int]) -> Problem:
    (one, first_row), (other, row) = first, second
    shared = ", ".join(sorted(one.members & other.members))
    named = key.replace("_", " ")
    rule = (
        f"bands of one {named} must not overlap; {other.label} and {one.label} (row "
        f"{first_row}) of {named} {rows.value(row, key)} both hold {shared}"
    )
    action = "Give each band once, or one grouping in place of its bands,"
    return rows.file.problem(rule, action, row=row, column="band", given=rows.given(row, "band"))


def _apart(rows: Rows) -> Iterator[Problem]:
    if rows.has("band"):
        yield from bands_apart("ethnicity", rows)


BANDS_OF_A_GROUP_APART = Rule(
    "Bands of one ethnic group do not overlap (`1-4` and `2` do).", _apart
)


def bands_within_whole(*counts: str) -> Rule:
    """Require that rows about bands never add up to more than the row about all of them."""

    def check(rows: Rows) -> Iterator[Problem]:
        if not rows.has("band", "ethnicity"):
            return
        for group in grouped(rows, ["ethnicity"]):
            named = rows.text.loc[group.index, "band"] != ""
            if named.any():
                yield from _compare(rows, group[~named], group[named], counts)

    sentence = (
        "Rows of bands add up to no more than the row of the same people without a band, which "
        "must be there."
    )
    return Rule(sentence, check)


def _compare(
    rows: Rows, whole: pd.DataFrame, parts: pd.DataFrame, counts: tuple[str, ...]
) -> Iterator[Problem]:
    if not len(whole):
        row = int(parts.index[0])
        about = describe(rows, ["ethnicity"], row)
        action = "Add the row of the whole, with a blank band,"
        rule = f"must have a row without a band beside it ({about})"
        yield rows.file.problem(rule, action, row=row, column="band", given=rows.given(row, "band"))
        return
    row = int(whole.index[0])
    for column in counts:
        known = parts[column].dropna().astype(int).tolist() if column in parts else []
        limit = rows.value(row, column) if rows.has(column) else None
        if pd.notna(limit) and sum(known) > int(limit):
            sums = " + ".join(map(str, known))
            rule = f"must not be below the sum of its bands ({sums} = {sum(known)})"
            action = "Correct the row or those of its bands"
            yield rows.file.problem(rule, action, row=row, column=column, given=str(int(limit)))
