"""Race disparity ratios taken out of results, and how they are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell, number, only_broken_down_by, parts_of, whole
from wres.definitions.groupings import STEPS
from wres.labels import WITHHELD_SYMBOL, decapitalise, is_withheld, why_withheld
from wres.stats import TOO_FEW

__all__ = ["EQUAL", "FEW", "Half", "Step", "halves"]

HALVES = ("clinical", "non-clinical")
EQUAL, FEW = "equal", "few"
# Who is better represented higher up, by the verdict on White over BME.
SIDES = {"more likely": "White", "less likely": "BME", "no clear difference": EQUAL, TOO_FEW: FEW}
UNCLEAR = {EQUAL: ", no clear difference", FEW: ", too few staff to say"}


@dataclass(frozen=True)
class Step:
    """The ratio of one step between pay bands, and that of the year before if it is known."""

    name: str
    now: Cell
    before: Cell | None
    before_year: int
    reason: str

    @property
    def told(self) -> str:
        """The ratio as printed; in its absence why there is none."""
        if self.now.value is None:
            reason = f": {self.reason}" if self.reason and not self.now.is_withheld else ""
            return f"{self.now.label}{reason}"
        before = f" ({self.before_year}: {self.before.label})" if self.before else ""
        return f"{self.now.label}{UNCLEAR.get(self.side, '')}{before}"

    @property
    def label(self) -> str:
        """The step and its ratio."""
        return f"{self.name}: {self.told}"

    @property
    def side(self) -> str:
        """Who is better represented higher up, as the verdict says: White, BME, equal or few."""
        return SIDES[self.now.verdict]


@dataclass(frozen=True)
class Half:
    """The steps of clinical or of non-clinical staff."""

    staff_group: str
    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        """Heading above the steps."""
        return f"{self.staff_group.capitalize()} staff"

    @property
    def drawn(self) -> list[Step]:
        """Steps with a ratio."""
        return [step for step in self.steps if step.now.value is not None]

    @property
    def absence(self) -> str:
        """Why none of the steps has a ratio, in one line; empty where one has."""
        if self.drawn:
            return ""
        hidden = any(step.now.is_withheld for step in self.steps)
        reasons = list(dict.fromkeys(step.reason for step in self.steps if step.reason))
        start = WITHHELD_SYMBOL if hidden else self.steps[0].now.status.capitalize()
        if len(reasons) > 1:
            told = (f"{decapitalise(step.name)}, {step.reason}" for step in self.steps)
            return f"{start}: {'; '.join(told)}"
        return f"{start}: {reasons[0]}" if reasons else start


def halves(chapter: Chapter) -> list[Half]:
    """Take the ratios of clinical and of non-clinical staff out of a chapter's results."""
    rows = chapter.rows(indicator="1", measure="disparity_ratio")
    found: dict[tuple[str, str, str], Step] = {}
    for _, row in only_broken_down_by(rows, "staff_group", "from", "to").iterrows():
        parts = parts_of(str(row.breakdown))
        found[parts["staff_group"], parts["from"], parts["to"]] = _step(chapter, row, parts)
    made = []
    for staff_group in HALVES:
        steps = _in_order(found, staff_group)
        if steps:
            made.append(Half(staff_group, tuple(steps)))
    return made


def _in_order(found: dict[tuple[str, str, str], Step], staff_group: str) -> Sequence[Step]:
    keys = [(staff_group, lower, higher) for lower, higher in STEPS]
    return [found[key] for key in keys if key in found]


def _step(chapter: Chapter, row: pd.Series, parts: dict[str, str]) -> Step:
    value, year = number(row.previous), whole(row.previous_year) or 0
    before = None if value is None else Cell(value, "ratio", "ok")
    reason = why_withheld(row) if is_withheld(row) else str(row.reason)
    reason = re.sub(r"\bBME\b", lambda _: chapter.group_label("BME"), reason)
    name = f"{parts['from'].capitalize()} to {parts['to']}"
    return Step(name, Cell.of(row), before, year, reason)
