"""Events and people by ethnic group, as far as they are shown: what ratios are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from wres.counts import ALL
from wres.definitions.ethnicity import GROUPS
from wres.results import TWO_YEARS
from wres.stats import Pair

__all__ = ["MORE_EVENTS", "OVER_TWO_YEARS", "Counts", "any_withheld", "read_counts"]

MORE_EVENTS = "more cases than staff in post: people who left are among the cases"
OVER_TWO_YEARS = f"{TWO_YEARS}: events of two years, over staff in post times two"


@dataclass(frozen=True)
class Counts:
    """What is shown of one group: events and people; None where withheld."""

    events: int | None
    base: int | None
    years: int = 1

    @property
    def withheld(self) -> bool:
        """Tell whether either count is withheld."""
        return self.events is None or self.base is None

    @property
    def pair(self) -> Pair:
        """Events over people, or over people and years of a two-year average."""
        return Pair(self.events or 0, (self.base or 0) * self.years)

    @property
    def too_many(self) -> bool:
        """Tell whether more events than people are counted, so that no likelihood exists."""
        return self.pair.events > self.pair.base > 0

    @property
    def note(self) -> str:
        """Say over how long events were counted, where that is not a year."""
        return OVER_TWO_YEARS if self.years == 2 else ""


def any_withheld(*counts: Counts) -> bool:
    """Tell whether a figure from these counts must be withheld."""
    return any(count.withheld for count in counts)


def read_counts(
    table: pd.DataFrame | None, base: str | None, event: str | None
) -> dict[str, Counts]:
    """Read the counts of each group, and of all, from two columns of a table."""
    if table is None or base not in table or event not in table:
        return {}
    years = int(table["years"].iloc[0]) if "years" in table else 1
    found = {
        str(group): Counts(_known(events), _known(people), years)
        for group, events, people in table[["ethnicity", event, base]].itertuples(index=False)
    }
    return {group: found[group] for group in (*GROUPS, ALL) if group in found}


def _known(count: Any) -> int | None:
    return int(count) if pd.notna(count) else None
