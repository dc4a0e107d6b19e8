"""What a cell may hold: one `Kind` for each sort of column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from wres.definitions.bands import accepted_bands, parse_band
from wres.definitions.ethnicity import accepted_words, read_group

__all__ = [
    "BAND",
    "BASE",
    "ETHNICITY",
    "INDICATOR",
    "MEMBERSHIP",
    "NUMBER",
    "PERCENT",
    "RATIO",
    "RATIO_INDICATOR",
    "SCOPE",
    "STAFF_GROUP",
    "SURVEY_INDICATOR",
    "TEXT",
    "VOTING",
    "WHOLE",
    "YEAR",
    "YEARS",
    "CellError",
    "Kind",
    "one_of",
]

# No NHS count comes near it, and beyond it a mistyped number would not fit a column of integers.
_LARGEST: Final = 100_000_000

_NOT_PUBLISHED = re.compile(r"[*xX†‡:.\-–—]+|[<≤>]\s*\d+|n/?a|null|none|nan|not available", re.I)


class CellError(ValueError):
    """Why a cell cannot be read, and what to do about it."""

    def __init__(self, rule: str, action: str = "Correct the row") -> None:
        super().__init__(rule)
        self.rule = rule
        self.action = action


@dataclass(frozen=True)
class Kind:
    """A sort of cell.

    Parameters
    ----------
    name : str
        What it is called in the data dictionary.
    rule : str
        What must hold, beginning with "must".
    read : callable
        Turns text into a value, or raises `CellError`.
    dtype : str
        The pandas type of a column of them.
    """

    name: str
    rule: str
    read: Callable[[str], object]
    dtype: str = "str"


def one_of(name: str, accepted: Mapping[str, str]) -> Kind:
    """Make a kind of cell that holds one of a few labels, case and surrounding blanks aside."""
    labels = ", ".join(dict.fromkeys(accepted.values()))
    rule = f"must be one of: {labels}"

    def read(cell: str) -> str:
        try:
            return accepted[" ".join(cell.split()).casefold().translate(_PLAIN)]
        except KeyError:
            raise CellError(rule) from None

    return Kind(name, rule, read)


_PLAIN = str.maketrans({"–": "-", "‑": "-", "−": "-", "’": "'"})


def _labels(*labels: str) -> dict[str, str]:
    return {label.casefold(): label for label in labels}


def _read_text(cell: str) -> str:
    return cell


def _read_band(cell: str) -> str:
    try:
        return parse_band(cell).label
    except ValueError:
        raise CellError(f"must be a known band; accepted are {accepted_bands()}") from None


def _read_ethnicity(cell: str) -> str:
    try:
        return read_group(cell)
    except ValueError:
        raise CellError(f"must be a known group; accepted are {accepted_words()}") from None


def _read_whole(cell: str) -> int:
    _refuse_marks(cell, WHOLE.rule)
    if re.fullmatch(r"[0-9]{1,15}", cell) and int(cell) <= _LARGEST:
        return int(cell)
    raise CellError(WHOLE.rule)


def _read_number(cell: str) -> float:
    return _decimal(cell, NUMBER.rule)


def _read_percent(cell: str) -> float:
    number = _decimal(cell, PERCENT.rule)
    if 0 <= number <= 100:
        return number
    raise CellError(PERCENT.rule)


def _read_ratio(cell: str) -> float:
    number = _decimal(cell, RATIO.rule)
    if number > 0:
        return number
    raise CellError(RATIO.rule)


def _read_year(cell: str) -> int:
    if re.fullmatch(r"(19|20)[0-9]{2}", cell):
        return int(cell)
    raise CellError(YEAR.rule)


def _read_years(cell: str) -> int:
    if cell in ("1", "2"):
        return int(cell)
    raise CellError("must be 1 or 2")


def _decimal(cell: str, rule: str) -> float:
    _refuse_marks(cell, rule)
    if not re.fullmatch(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?", cell):
        raise CellError(rule)
    return float(cell)


def _refuse_marks(cell: str, rule: str) -> None:
    """Name the marks that people put into numbers; none of them is silently removed."""
    bare = cell.replace(",", "").replace(" ", "").replace("\u00a0", "").rstrip("%")
    if bare != cell and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", bare):
        mark = "a per cent sign" if cell.endswith("%") else "a thousands separator"
        raise CellError(f"{rule}, without {mark}", f"Write {bare}")
    if _NOT_PUBLISHED.fullmatch(cell):
        raise CellError(rule, "Leave the whole row out where the figure was not published")


TEXT = Kind("text", "must be text", _read_text)
WHOLE = Kind("whole number", "must be a whole number, 0 or more", _read_whole, "Int64")
NUMBER = Kind("number", "must be a number", _read_number, "Float64")
PERCENT = Kind("percentage", "must be a percentage from 0 to 100", _read_percent, "Float64")
RATIO = Kind("ratio", "must be a number above 0", _read_ratio, "Float64")
YEAR = Kind("year", "must be a year of four digits", _read_year, "Int64")
YEARS = Kind("years", "must be 1 or 2", _read_years, "Int64")
BAND = Kind("band", "must be a band, or a grouping that means one thing", _read_band)
ETHNICITY = Kind("ethnic group", "must be White, BME or Unknown", _read_ethnicity)
STAFF_GROUP = one_of("staff group", _labels("clinical", "non-clinical", "all"))
MEMBERSHIP = one_of("membership", _labels("executive", "non-executive", "all"))
VOTING = one_of("voting", _labels("yes", "no", "all"))
SCOPE = one_of("scope", _labels("trust", "benchmark"))
RATIO_INDICATOR = one_of("indicator", _labels("2", "3", "4"))
INDICATOR = one_of("indicator", _labels(*"123456789", "workforce"))
SURVEY_INDICATOR = one_of("indicator", _labels("5", "6", "7", "8"))
BASE = one_of("base", _labels("don't know excluded", "don't know included"))
