"""What the change in the BME share is split by: pay bands, or staff groups taken whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wres.definitions.bands import ALL_BANDS

__all__ = ["BANDS", "BOTH", "SPLITS", "STAFF_GROUPS", "Split", "split_of", "split_told"]


@dataclass(frozen=True)
class Split:
    """How the parts of a split are named.

    Attributes
    ----------
    within, mix : str
        As in the breakdown of a result: ``part=within bands``.
    heading : str
        As a chart names the part within.
    inside, mixed : str
        As in a sentence: "the share within pay bands", "the mix of pay bands".
    one, several : str
        One cell and several of them: "band", "bands".
    """

    within: str
    mix: str
    heading: str
    inside: str
    mixed: str
    one: str
    several: str


BANDS: Final = Split(
    "within bands",
    "mix of bands",
    "within bands",
    "within pay bands",
    "mix of pay bands",
    "band",
    "bands",
)
STAFF_GROUPS: Final = Split(
    "within staff groups",
    "mix of staff groups",
    "within clinical and non-clinical staff",
    "within clinical and non-clinical staff",
    "mix of staff groups",
    "staff group",
    "staff groups",
)
BOTH: Final = Split(
    "within bands or staff groups",
    "mix of bands or staff groups",
    "within bands or staff groups",
    "within bands or, where bands are withheld, staff groups",
    "mix of bands or, where bands are withheld, staff groups",
    "band or staff group",
    "bands or staff groups",
)
SPLITS: Final = (BANDS, STAFF_GROUPS, BOTH)


def split_of(bands: Iterable[str]) -> Split:
    """Tell what a split with these bands, one for each cell, is by."""
    whole = {band == ALL_BANDS for band in bands}
    if whole == {True}:
        return STAFF_GROUPS
    return BOTH if True in whole else BANDS


def split_told(breakdowns: Iterable[str]) -> Split | None:
    """Tell what the results split the change by; None where they do not."""
    told = set(breakdowns)
    return next((split for split in SPLITS if f"part={split.within}" in told), None)
