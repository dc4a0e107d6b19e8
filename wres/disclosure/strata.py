"""Events within groupings of bands: all of an indicator's are shown, or none.

They serve one figure, which needs every one of them, and that figure is worth less to readers than
any count of the standard. So they are looked at after everything else is chosen: they are shown
where each withheld count stays as uncertain with them as without, and no other count is ever
withheld to make room for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.counts.groupings import parts_of
from wres.counts.totals import ALL, STRATA_OF
from wres.definitions.indicators import Indicator, indicators
from wres.disclosure.builder import Labels, is_published, keys_of
from wres.disclosure.profiles import Profile, Rule
from wres.disclosure.ranges import Ranges
from wres.disclosure.system import Cell, Key, System
from wres.sources import TrustYear

__all__ = ["withheld_strata"]

LABELS: Final = ["stratum", "ethnicity"]


@dataclass(frozen=True)
class _Strata:
    """The strata of one indicator, and the tables around them."""

    trust_year: TrustYear
    profile: Profile
    record: Indicator

    @property
    def source(self) -> str:
        """The table that their events were given in."""
        return self.record.table

    @property
    def table(self) -> pd.DataFrame:
        """Their own table."""
        return self.trust_year.tables[STRATA_OF[self.source]]

    @property
    def columns(self) -> tuple[str, str]:
        """The columns of people and of events."""
        return str(self.record.base_column), str(self.record.event_column)

    @property
    def of_the_workforce(self) -> bool:
        """Tell whether their people are staff in post."""
        return self.record.base_column == "workforce"

    def keys(self, column: str) -> Labels:
        """Give the key of each count of a column by stratum and group."""
        return keys_of(self.table, STRATA_OF[self.source], column, LABELS)

    def rule(self, column: str) -> Rule:
        """Give the rule of a column: that of a part, whatever is said of the whole trust."""
        source = "workforce" if column == "workforce" else self.source
        if is_published(self.trust_year, source):
            return Rule(shown=True)
        own = self.profile.rule(source)
        return self.profile.rule("workforce", "part") if own.shown else own


def withheld_strata(
    trust_year: TrustYear, profile: Profile, system: System, hidden: set[Key], *, secondary: bool
) -> tuple[set[Key], System]:
    """Choose the strata to withhold, given what else is; and add those shown to the other counts.

    Parameters
    ----------
    trust_year : TrustYear
        Counts with their totals.
    profile : Profile
        The rules, for a workforce of this size.
    system : System
        Every other count, and how they hang together.
    hidden : set of Key
        What is withheld of them.
    secondary : bool
        Whether counts are withheld so that others can't be worked out.
    """
    withheld: set[Key] = set()
    for record in indicators("ratio"):
        if STRATA_OF.get(record.table) not in trust_year.tables:
            continue
        strata = _Strata(trust_year, profile, record)
        trial = _shown_with(strata, system)
        if trial is None or (secondary and _tells_more(system, trial, hidden)):
            withheld.update(*(strata.keys(column).values() for column in strata.columns))
        else:
            system = trial
    return withheld, system


def _shown_with(strata: _Strata, system: System) -> System | None:
    """Add the strata to all other counts, as shown; None where one of them can't be by itself."""
    if any(_is_small(strata)):
        return None
    trial = System(dict(system.cells), list(system.relations))
    for column in strata.columns:
        keys = strata.keys(column)
        for (_, group), key in keys.items():
            count = int(str(strata.table.loc[key[1], column]))
            trial.cells[key] = Cell(count, can_hide=False)
            if column == "workforce" and not _relate_staff(strata, trial, key, group):
                return None
        _relate_whole(strata, trial, keys, column)
    return trial


def _is_small(strata: _Strata) -> Iterator[bool]:
    """Tell of each stratum and group whether it is about few people, on either side."""
    base, event = strata.columns
    rules = strata.rule(base), strata.rule(event)
    yield any(rule.rounding > 1 for rule in rules)
    for _, row in strata.table.iterrows():
        people, events = int(row[base]), int(row[event])
        yield any(rule.is_small(people) for rule in rules)
        yield rules[1].is_small(events)
        yield events <= people and rules[1].is_small(people - events)


def _relate_whole(strata: _Strata, trial: System, keys: Labels, column: str) -> None:
    """Relate the strata of a group to the whole group."""
    wholes = keys_of(strata.trust_year.tables[strata.source], strata.source, column, ["ethnicity"])
    for group in {group for _, group in keys}:
        parts = [key for (_, name), key in keys.items() if name == group]
        trial.add_up(wholes[(group,)], parts)


def _relate_staff(strata: _Strata, trial: System, key: Key, group: str) -> bool:
    """Relate the staff of a stratum to the bands they are in; False where that can't be done."""
    tables = strata.trust_year.tables
    if "workforce" not in tables or strata.rule("workforce").shown:
        return True
    staff = keys_of(
        tables["workforce"], "workforce", "headcount", ["staff_group", "band", "ethnicity"]
    )
    listed = list(dict.fromkeys((name, band) for name, band, _ in staff))
    stratum = str(strata.table.loc[key[1], "stratum"])
    parts = parts_of(listed, ALL, stratum)
    found = [staff[(*part, group)] for part in parts if (*part, group) in staff]
    count = trial.cells[key].value
    if len(found) < len(parts) or sum(trial.cells[one].value for one in found) != count:
        return False
    trial.add_up(key, found)
    return True


def _tells_more(system: System, trial: System, hidden: set[Key]) -> bool:
    """Tell whether showing the strata confines any withheld count more than before."""
    withheld = hidden | {key for key, cell in system.cells.items() if cell.implied}
    new = trial.relations[len(system.relations) :]
    if not any(key in withheld for relation in new for key in relation.keys):
        return False
    before, after = Ranges(system), Ranges(trial)
    return any(
        _is_narrower(key, before, after, withheld)
        for key in sorted(withheld)
        if key in hidden or system.cells[key].small
    )


def _is_narrower(key: Key, before: Ranges, after: Ranges, withheld: set[Key]) -> bool:
    if after.protects(key, withheld):
        return False
    before.protects(key, withheld)
    needed = before.system.cells[key].protection
    return after.width(key) < min(before.width(key), needed)
