"""A claim: one figure that a report prints, with everything that it prints beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from wres.audit.printed import Printed, read_printed
from wres.definitions.indicators import indicator, numbers_of

__all__ = [
    "ALL",
    "BASES",
    "BREAKDOWNS",
    "EVENTS",
    "MEASURES",
    "PAIRED",
    "POINTS",
    "RATIO_MEASURES",
    "STAFF",
    "SURVEY",
    "Claim",
    "Spot",
    "alike_of",
]

ALL: Final = "all"
SURVEY: Final = numbers_of("survey")
MEASURES: Final = (
    "headcount",
    "share",
    "distribution",
    "likelihood",
    "relative_likelihood",
    "percentage",
    "gap",
    "difference",
    "disparity_ratio",
    "change",
)
RATIO_MEASURES: Final = frozenset({"relative_likelihood", "disparity_ratio"})
POINTS: Final = frozenset({"gap", "difference", "change"})
# Figures of one group against another: the second group is a part of what they are of.
PAIRED: Final = RATIO_MEASURES | {"gap"}
# Whom the likelihoods of indicators 2 to 4 count, and of whom.
EVENTS: Final = {"2": "appointed", "3": "entered", "4": "accessed"}
BASES: Final = {"2": "shortlisted", "3": "workforce", "4": "workforce"}
# What a head count counts, where it is not staff in post: written as `people=shortlisted`.
BREAKDOWNS: Final = ("shortlisted", "appointed", "entered", "accessed", "workforce", "respondents")
# What is said of all staff may stand in tables of bands, and of bands in those of all.
STAFF: Final = frozenset({"1", "workforce"})


def alike_of(indicator: str) -> frozenset[str]:
    """Give the indicators whose figures one indicator's may be printed with: its own, or staff's.

    Examples
    --------
    >>> sorted(alike_of("1")), sorted(alike_of("3"))
    (['1', 'workforce'], ['3'])
    """
    return STAFF if indicator in STAFF else frozenset({indicator})


@dataclass(frozen=True)
class Spot:
    """Where something stands in a document: in a block, or in a cell of a table.

    Parameters
    ----------
    place : str
        For a reader: ``page 4``, ``table 3 row 2 column BME 2021``.
    block : int
        Number of the block in the document, from 0.
    row, column : int, optional
        Cell of the table, from 0.
    start, end : int
        Characters of the paragraph's text.
    """

    place: str
    block: int = 0
    row: int | None = None
    column: int | None = None
    start: int = 0
    end: int = 0

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Key by which places stand in the order of the document."""
        return (self.block, self.row or 0, self.column or 0, self.start)

    def within(self, start: int, end: int) -> Spot:
        """Give the place of a part of its words, counted from where they begin."""
        return replace(self, start=self.start + start, end=self.start + end)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One row of the claims table. Figures are kept as printed; what is not known is blank.

    `spots` knows where the figures of a claim stand that has several; `origin` is ``sentence``,
    ``table``, of a PDF ``ruled`` or ``aligned`` (without lines), or blank: written by hand.
    """

    place: str
    text: str = ""
    indicator: str = ""
    measure: str = ""
    breakdown: str = ALL
    group: str = ""
    comparator_group: str = ""
    year: int | None = None
    value: str = ""
    unit: str = ""
    numerator: int | None = None
    denominator: int | None = None
    comparator_numerator: int | None = None
    comparator_denominator: int | None = None
    previous: str = ""
    previous_year: int | None = None
    difference: str = ""
    comparator_name: str = ""
    comparator_value: str = ""
    comparator_year: int | None = None
    direction: str = ""
    confirmed: str = ""
    row: int = 0
    origin: str = ""
    spots: Mapping[str, Spot] = field(default_factory=dict, compare=False)

    def spot(self, name: str = "value") -> Spot:
        """Give where one of the claim's figures stands."""
        return self.spots.get(name) or self.spots.get("value") or Spot(self.place, self.row)

    def printed(self, name: str = "value") -> Printed | None:
        """Read one of the claim's figures."""
        text = str(getattr(self, name))
        return read_printed(text) if text else None

    @property
    def groups(self) -> tuple[str, str]:
        """The group and the one it is set beside, the standard's own where none is named."""
        if self.indicator.isdigit() and not self.group:
            record = indicator(self.indicator)
            return record.group, self.comparator_group or record.comparator_group
        if self.indicator.isdigit() and not self.comparator_group:
            record = indicator(self.indicator)
            pair = (record.group, record.comparator_group)
            other = pair[1 - pair.index(self.group)] if self.group in pair else ""
            return self.group, other
        return self.group, self.comparator_group

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What the figure is of, its year apart."""
        group, other = self.groups
        paired = self.measure in PAIRED
        return (self.indicator, self.measure, self.breakdown, group, other if paired else "")

    def but(self, **changes: object) -> Claim:
        """Give the claim with some of its fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
