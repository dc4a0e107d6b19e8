"""`return.csv`: the return as it was submitted, kept beside the counts it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

from wres.errors import InputError
from wres.national_return.fields import known_fields
from wres.national_return.prepopulated import field_number
from wres.sources.cells import NUMBER, TEXT, YEARS
from wres.sources.columns import Column
from wres.sources.folders import YearFolder
from wres.sources.rules import given_once
from wres.sources.tables import Table, check_table

__all__ = ["SAVED", "SAVED_RETURN", "read_return", "save_return"]

SAVED: Final = "return.csv"
# A spreadsheet that opens the csv would take a text with one of these for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

SAVED_RETURN: Final = Table(
    name="return",
    columns=(
        Column("field", field_number(known_fields(), "the form"), "number of the field"),
        Column("section", TEXT, "section of the form", required=False, blank=True),
        Column("label", TEXT, "what the field asks for", required=False, blank=True),
        Column("group", TEXT, "ethnic group", required=False, blank=True),
        Column("value", NUMBER, "the figure submitted; blank where there is none", blank=True),
        Column("years", YEARS, "years that the indicator counts", required=False, blank=True),
        Column("note", TEXT, "why it is blank, or differs from ESR's", required=False, blank=True),
        Column(
            "reason",
            TEXT,
            "why a figure published later differs from it; written by hand",
            required=False,
            blank=True,
        ),
    ),
    rules=(given_once("field"),),
)


def read_return(folder: YearFolder) -> pd.DataFrame | None:
    """Read the return that was saved for a year; None where none was.

    Raises
    ------
    InputError
        The file is at fault; every problem is named.
    """
    file = folder.table(SAVED)
    if not file.path.exists():
        return None
    checked = check_table(SAVED_RETURN, file)
    if checked.problems:
        raise InputError(checked.problems)
    return checked.frame


def save_return(frame: pd.DataFrame, path: Path, earlier: pd.DataFrame | None = None) -> None:
    """Write the return as plain csv.

    Parameters
    ----------
    frame : DataFrame
        As `build_return` gives it.
    path : Path
        `return.csv` of the year's folder; what stands there is replaced.
    earlier : DataFrame, optional
        The return that stood there, as `read_return` gives it: reasons written into it are kept.
    """
    reasons = _reasons(earlier)
    saved = pd.DataFrame(
        {
            "field": frame["field"],
            "section": frame["section"],
            "label": frame["label"],
            "group": frame["group"],
            "value": frame["ours"].map(_number),
            "years": frame["years"],
            "note": frame["reason"].map(_harmless),
            "reason": [_harmless(reasons.get(field, "")) for field in frame["field"]],
        }
    )
    saved.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def _reasons(earlier: pd.DataFrame | None) -> dict[str, str]:
    if earlier is None or "reason" not in earlier:
        return {}
    written = earlier.dropna(subset="reason")
    return dict(zip(written["field"], written["reason"], strict=True))


def _number(value: float | None) -> str:
    """Write 110 as 110, 3.5 as 3.5 and a missing figure as nothing."""
    if value is None or pd.isna(value):
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
