"""Holding a counts table against the extract of the same name, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import pandas as pd

from wres.definitions.bands import ALL_BANDS, is_part_of_another, parse_band
from wres.errors import Problem
from wres.sources.columns import whole_trust
from wres.sources.files import InputFile

__all__ = ["reconcile"]

_ALL: Final = "all"
# What names a cell of each table, and the figures in it that are compared.
_LABELS: Final = {
    "workforce": ("staff_group", "band", "ethnicity"),
    "recruitment": ("ethnicity",),
    "disciplinary": ("ethnicity",),
    "training": ("ethnicity",),
    "staff_survey": ("indicator", "survey_year", "scope", "ethnicity", "edition", "base"),
    "board": ("membership", "voting", "ethnicity"),
}
_FIGURES: Final = {
    "workforce": ("headcount",),
    "recruitment": ("applied", "shortlisted", "appointed", "international"),
    "disciplinary": ("workforce", "entered_process"),
    "training": ("workforce", "accessed"),
    "staff_survey": ("percent", "responses"),
    "board": ("members",),
}
# Tables whose rows add up to others; in the rest a label names one row or none.
_ADDED_UP: Final = ("workforce", "board")
# A survey's share may be written with one decimal in one place and with more in the other.
_ROUNDING: Final = 0.05 + 1e-9


def reconcile(
    tables_from_csv: Mapping[str, pd.DataFrame],
    tables_from_extracts: Mapping[str, pd.DataFrame],
    files: Mapping[str, InputFile],
) -> list[Problem]:
    """Find every cell in which a counts table differs from the count of its extract.

    Parameters
    ----------
    tables_from_csv, tables_from_extracts : mapping of str to DataFrame
        Validated tables by name; only those in both are compared, and only their rows about the
        whole trust. Bands that the csv gives as groupings, and its totals, are compared with the
        sum of the extract's rows in them.
    files : mapping of str to InputFile
        The csv of each table, by the table's name.
    """
    shared = [name for name in _LABELS if {name} <= {*tables_from_csv} & {*tables_from_extracts}]
    return [
        problem
        for name in shared
        for problem in _differences(
            name,
            whole_trust(tables_from_csv[name]),
            whole_trust(tables_from_extracts[name]),
            files[name],
        )
    ]


def _differences(
    name: str, table: pd.DataFrame, extract: pd.DataFrame, file: InputFile
) -> Iterator[Problem]:
    for column in _FIGURES[name]:
        if column not in table or column not in extract:
            continue
        given, counted = table.dropna(subset=[column]), extract.dropna(subset=[column])
        for _, row in given.iterrows():
            figure = _figure(name, counted, row, column)
            if figure is not None and not _same(row[column], figure):
                yield _difference(name, row, column, figure, file)
        if name in _ADDED_UP:
            yield from _left_out(name, table, counted, column, file)


def _figure(name: str, extract: pd.DataFrame, row: pd.Series, column: str) -> float | None:
    """Give what the extract has for a row of the csv; None where it cannot say."""
    if name not in _ADDED_UP:
        found = extract[[_may_be_the_same(one, row, name) for _, one in extract.iterrows()]]
        return _nearest(found[column], row[column])
    relations = [_relation(name, one, row) for _, one in extract.iterrows()]
    if "part" in relations:  # the extract is coarser here than the csv
        return None
    inside = extract[[relation == "inside" for relation in relations]]
    return float(inside[column].sum())


def _nearest(figures: pd.Series, given: float) -> float | None:
    """Give the figure nearest to what is given: editions that are not stated are not told apart."""
    return min(map(float, figures), key=lambda figure: abs(figure - given), default=None)


def _may_be_the_same(one: pd.Series, other: pd.Series, name: str) -> bool:
    labels = [label for label in _LABELS[name] if label in one and label in other]
    return all(
        pd.isna(one[label]) or pd.isna(other[label]) or one[label] == other[label]
        for label in labels
    )


def _relation(name: str, one: pd.Series, target: pd.Series) -> str:
    """Tell whether a row of the extract is inside a cell of the csv, outside, or in part in it."""
    relations = {
        _RELATIONS.get(label, _by_label)(one[label], target[label]) for label in _LABELS[name]
    }
    return next((each for each in ("outside", "part") if each in relations), "inside")


def _by_label(one: str, target: str) -> str:
    if one == target:
        return "inside"
    if target == _ALL:
        return "inside"
    return "part" if one == _ALL else "outside"


def _by_band(one: str, target: str) -> str:
    if one == target:
        return "inside"
    if is_part_of_another(one) or is_part_of_another(target):
        return "outside"
    members, wanted = parse_band(one).members, parse_band(target).members
    if members <= wanted:
        return "inside"
    return "part" if members & wanted else "outside"


_RELATIONS: Final[dict[str, Callable[[str, str], str]]] = {"band": _by_band}


def _same(given: Any, figure: float) -> bool:
    slack = 0.0 if float(given).is_integer() and figure.is_integer() else _ROUNDING
    return abs(float(given) - figure) <= slack


def _difference(name: str, row: pd.Series, column: str, figure: float, file: InputFile) -> Problem:
    rule = f"must equal what the extract gives for {_described(name, row)} ({figure:g})"
    return file.problem(rule, _mend(file), column=column, given=f"{row[column]:g}")


def _left_out(
    name: str, table: pd.DataFrame, extract: pd.DataFrame, column: str, file: InputFile
) -> Iterator[Problem]:
    """Name rows of the extract with people in them that stand in no row of the csv.

    A group that the csv does not have at all was left out of it on purpose.
    """
    there = extract["ethnicity"].isin(table["ethnicity"])
    for _, one in extract[there & (extract[column] > 0)].iterrows():
        if "band" in one and is_part_of_another(one["band"]):  # they are among the consultants
            continue
        if all(_relation(name, one, row) == "outside" for _, row in table.iterrows()):
            rule = f"must have a row for {_described(name, one)}; the extract gives {one[column]:g}"
            yield file.problem(rule, _mend(file), column=column)


def _described(name: str, row: pd.Series) -> str:
    named = [label for label in _LABELS[name] if label in row and pd.notna(row[label])]
    return ", ".join(
        f"{label.replace('_', ' ')} {row[label]}"
        for label in named
        if row[label] not in (_ALL, ALL_BANDS)
    )


def _mend(file: InputFile) -> str:
    return f"Correct the one that is wrong (or delete {file.path.name} to use the extract)"
