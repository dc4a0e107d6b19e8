"""What a figure of others must be to stand beside the trust's own: group, unit and size."""

from __future__ import annotations

import re
from typing import Final

from wres.definitions.ethnicity import BME, UNKNOWN, WHITE, read_group
from wres.definitions.indicators import indicator
from wres.sources.cells import CellError, Kind

__all__ = ["GROUP", "LARGEST_RATIO", "groups_of", "is_plausible", "plausible", "units_of"]

# Ratios of whole trusts lie between 0.2 and 10; beyond this one a percentage stands in the column.
LARGEST_RATIO: Final = 20
_PLAUSIBLE: Final = {
    "%": (0.0, 100.0, "must be from 0 to 100, being a percentage"),
    "points": (-100.0, 100.0, "must be from -100 to 100, being a difference of percentages"),
}
_RATIO: Final = f"must be above 0 and no more than {LARGEST_RATIO}, being a ratio"
_GROUP_RULE: Final = (
    "must be White, BME or Unknown, or of a ratio one group over another (`White over BME`)"
)


def _read_groups(cell: str) -> str:
    try:
        return " over ".join(read_group(part) for part in re.split(r"\s+over\s+", cell.strip()))
    except ValueError:
        raise CellError(_GROUP_RULE) from None


GROUP = Kind("group", _GROUP_RULE, _read_groups)


def groups_of(number: str) -> tuple[str, ...]:
    """Give the groups that figures of an indicator are about; the first is meant by a blank.

    Examples
    --------
    >>> groups_of("3"), groups_of("8")
    (('BME over White',), ('BME', 'White'))
    """
    if number in {"1", "9", "workforce"}:
        return BME, WHITE, UNKNOWN
    record = indicator(number)
    if record.kind == "ratio":
        return (f"{record.group} over {record.comparator_group}",)
    return record.group, record.comparator_group


def units_of(number: str) -> tuple[str, ...]:
    """Give the units of an indicator's figures; the first is meant by a blank.

    Of indicator 9 neither is: the share of a board and its difference from the workforce are both
    published.

    Examples
    --------
    >>> units_of("2"), units_of("9")
    (('ratio',), ('%', 'points'))
    """
    if number == "9":
        return "%", "points"
    ratio = number != "workforce" and indicator(number).kind == "ratio"
    return ("ratio",) if ratio else ("%",)


def plausible(unit: str) -> str:
    """Say what a figure of this unit must be."""
    return _RATIO if unit == "ratio" else _PLAUSIBLE[unit][2]


def is_plausible(value: float, unit: str) -> bool:
    """Tell whether a value can be of this unit."""
    if unit == "ratio":
        return 0 < value <= LARGEST_RATIO
    lowest, highest, _ = _PLAUSIBLE[unit]
    return lowest <= value <= highest
