"""Everything published after the return must equal it, or say why.

A published head count may be that of a grouping or of a total: it is held against the sum of the
fields that make it up, where all of them were submitted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from wres.definitions.bands import parse_band
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import indicator, indicators
from wres.errors import Problem
from wres.national_return.fields import ReturnField, fields_in, known_fields
from wres.national_return.saved import SAVED

__all__ = ["Difference", "compare_with_results", "differences"]

ALL: Final = "all"
_PUBLISHED: Final = ("ok", "as published")
_RATIOS: Final = tuple(record.number for record in indicators("ratio"))


@dataclass(frozen=True)
class Difference:
    """A figure that was published otherwise than it was returned.

    Parameters
    ----------
    fields : tuple of str
        Numbers of the fields that make it up.
    what : str
        The figure, as results name it.
    published, returned : float
        What was published, and what the fields add up to.
    reason : str
        Why they differ, as `return.csv` says; "" where nothing was written.
    """

    fields: tuple[str, ...]
    what: str
    published: float
    returned: float
    reason: str = ""


@dataclass(frozen=True)
class _Figure:
    what: str
    fields: tuple[ReturnField, ...]
    published: float


def compare_with_results(
    return_frame: pd.DataFrame, results: pd.DataFrame, shown: str = SAVED
) -> list[Problem]:
    """Name each published figure that differs from the saved return without a reason.

    Parameters
    ----------
    return_frame : DataFrame
        As `read_return` gives it.
    results : DataFrame
        Results of one trust and year, before any rounding by disclosure control; withheld
        figures are passed over.
    shown : str
        Path of `return.csv` as the user knows it.
    """
    return [
        _problem(found, shown) for found in differences(return_frame, results) if not found.reason
    ]


def differences(return_frame: pd.DataFrame, results: pd.DataFrame) -> list[Difference]:
    """Give every published figure that differs from the saved return, explained or not."""
    returned = _Returned(return_frame)
    found = [returned.compare(figure) for figure in _published(results)]
    return list(dict.fromkeys(one for one in found if one is not None))


class _Returned:
    def __init__(self, frame: pd.DataFrame) -> None:
        given = frame.dropna(subset="value")
        self._values = dict(zip(given["field"], given["value"].astype(float), strict=True))
        years, reasons = _given(frame, "years"), _given(frame, "reason")
        self._years = {field: int(count) for field, count in years.items()}
        self._reasons = {field: str(reason) for field, reason in reasons.items()}

    def compare(self, figure: _Figure) -> Difference | None:
        """Compare a published figure with its fields; None if it agrees or was not submitted."""
        numbers = tuple(field.number for field in figure.fields)
        if not numbers or any(number not in self._values for number in numbers):
            return None
        returned = sum(self._values[number] for number in numbers)
        # of two years' average, results hold the events of both and the staff times two
        years = max(self._years.get(number, 1) for number in numbers)
        if any(_equal(figure.published, returned * times) for times in {1, years}):
            return None
        reasons = [self._reasons.get(number, "") for number in numbers]
        reason = "; ".join(dict.fromkeys(filter(None, reasons)))
        return Difference(numbers, figure.what, figure.published, returned, reason)


def _given(frame: pd.DataFrame, name: str) -> dict[str, Any]:
    if name not in frame:
        return {}
    rows = frame.dropna(subset=name)
    return dict(zip(rows["field"], rows[name], strict=True))


def _equal(one: float, other: float) -> bool:
    return math.isclose(one, other, abs_tol=1e-6)


def _published(results: pd.DataFrame) -> Iterator[_Figure]:
    """Yield the published figures that the form asks for too."""
    for _, row in results[results["status"].isin(_PUBLISHED)].iterrows():
        fields = fields_in(int(row["year"]))
        if row["measure"] == "headcount":
            yield from _headcount(row, fields)
        elif row["indicator"] in _RATIOS and row["breakdown"] == ALL:
            yield from _events(row, fields)
        elif row["measure"] == "percentage":
            yield from _percentage(row, fields)


def _headcount(row: pd.Series, fields: tuple[ReturnField, ...]) -> Iterator[_Figure]:
    labels = _labels(row["breakdown"])
    if row["indicator"] == "9":
        where = {key: labels.get(key, ALL) for key in ("membership", "voting")}
        asked = [field for field in fields if field.table == "board" and field.where == where]
    else:
        asked = _of_bands(labels, fields)
    groups = GROUPS if row["group"] == ALL else (row["group"],)
    made_of = tuple(field for field in asked if field.group in groups)
    if made_of and pd.notna(row["value"]):
        yield _Figure(_what(row, row["group"]), made_of, float(row["value"]))


def _labels(breakdown: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in breakdown.split(";") if "=" in part)


def _of_bands(labels: dict[str, str], fields: tuple[ReturnField, ...]) -> list[ReturnField]:
    """Give the fields that add up to a band, a grouping, a staff group or everyone."""
    staff_group = labels.get("staff_group", ALL)
    band = labels.get("band", labels.get("grouping", ALL))
    workforce = [field for field in fields if field.table == "workforce"]
    exact = {"staff_group": staff_group, "band": band}
    if any(field.where == exact for field in workforce):
        return [field for field in workforce if field.where == exact]
    parts = [field for field in workforce if _is_part(field, staff_group, band)]
    ever = [field for field in known_fields().values() if _is_part(field, staff_group, band)]
    # a form that did not ask for every band has no sum to hold a total against
    return parts if len(parts) == len(ever) else []


def _is_part(field: ReturnField, staff_group: str, band: str) -> bool:
    return (
        field.table == "workforce"
        and field.where["band"] in parse_band(band).members
        and staff_group in (ALL, field.where["staff_group"])
    )


def _events(row: pd.Series, fields: tuple[ReturnField, ...]) -> Iterator[_Figure]:
    """Yield the counts behind a likelihood, or behind both likelihoods of a ratio."""
    record = indicator(row["indicator"])
    sides = {row["group"]: ("numerator", "denominator")}
    if row["comparator_group"]:
        sides[row["comparator_group"]] = ("comparator_numerator", "comparator_denominator")
    for group, names in sides.items():
        for name, column in zip(names, (record.event_column, record.base_column), strict=True):
            groups = GROUPS if group == ALL else (group,)
            asked = tuple(
                field
                for field in fields
                if (field.table, field.column) == (record.table, column) and field.group in groups
            )
            if asked and pd.notna(row[name]):
                yield _Figure(f"{_what(row, group)}, {column}", asked, float(row[name]))


def _percentage(row: pd.Series, fields: tuple[ReturnField, ...]) -> Iterator[_Figure]:
    if row["breakdown"] != f"survey_year={int(row['year']) - 1}" or pd.isna(row["value"]):
        return
    asked = tuple(
        field
        for field in fields
        if field.table == "staff_survey"
        and field.where["indicator"] == row["indicator"]
        and field.group == row["group"]
    )
    if asked:
        yield _Figure(_what(row, row["group"]), asked, float(row["value"]))


def _what(row: pd.Series, group: str) -> str:
    number = str(row["indicator"])
    named = "workforce" if number == "workforce" else f"indicator {number}"
    return ", ".join((named, *([row["breakdown"]] if row["breakdown"] != ALL else []), group))


def _problem(found: Difference, shown: str) -> Problem:
    fields = ("field " if len(found.fields) == 1 else "fields ") + " + ".join(found.fields)
    return Problem(
        file=shown,
        rule=(f"{fields} must equal the published figure ({found.what}: {found.published:g})"),
        remedy="Correct the figure that is wrong, or write into the column reason why they differ.",
        column="value",
        given=f"{found.returned:g}",
    )
