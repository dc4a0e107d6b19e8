"""The counts of one trust and year as the checks look them up, whole-trust rows only."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import pandas as pd

from wres.check.findings import Finding
from wres.counts import ALL, with_totals
from wres.definitions.ethnicity import BME, GROUPS
from wres.definitions.indicators import Indicator
from wres.errors import Problem
from wres.labels import format_percent, format_ratio
from wres.sources import TrustYear
from wres.sources.columns import whole_trust
from wres.stats import Pair

__all__ = ["Figures", "listed", "missing_groups", "percent", "printed"]


@dataclass(frozen=True)
class Figures:
    """What one trust holds for one year.

    Parameters
    ----------
    read : TrustYear
        The validated counts.
    """

    read: TrustYear

    @property
    def year(self) -> int:
        """Year of the 31 March snapshot."""
        return self.read.year

    def named(self, group: str) -> str:
        """Call a group as the trust's report does: BME by its own term."""
        return self.read.trust.term if group == BME else group

    def table(self, name: str) -> pd.DataFrame:
        """Give the whole-trust rows of a table, none where it is absent."""
        table = self.read.tables.get(name)
        return pd.DataFrame() if table is None else whole_trust(table)

    @cached_property
    def with_totals(self) -> dict[str, pd.DataFrame]:
        """Every table with its totals written out, and those made of it."""
        return with_totals(self.read).tables

    def workforce(self) -> dict[str, int]:
        """Give the head count of each group and, where all are known, of `all`."""
        return self.cells("workforce", "headcount").get((ALL, ALL), {})

    def bands(self) -> dict[tuple[str, ...], dict[str, int]]:
        """Give the head counts by staff group and band."""
        return self.cells("workforce", "headcount")

    def board(self) -> dict[tuple[str, ...], dict[str, int]]:
        """Give the members by membership and vote."""
        return self.cells("board", "members")

    def cells(self, name: str, count: str) -> dict[tuple[str, ...], dict[str, int]]:
        """Give the counts of a table of two labels: by those labels, then by group."""
        rows = self.with_totals.get(name)
        if rows is None:
            return {}
        known = rows.dropna(subset=count)
        columns = [*rows.columns[:2], "ethnicity", count]
        found: dict[tuple[str, ...], dict[str, int]] = {}
        for first, second, group, people in known[columns].itertuples(index=False, name=None):
            found.setdefault((first, second), {})[group] = int(people)
        return found

    def counts(self, name: str, column: str) -> dict[str, int]:
        """Give one column of a table of groups, by group."""
        rows = self.table(name)
        if column not in rows:
            return {}
        known = rows.dropna(subset=[column])
        return {
            str(group): int(count)
            for group, count in zip(known["ethnicity"], known[column], strict=True)
        }

    def ratio(self, record: Indicator) -> Fraction | None:
        """Give the relative likelihood, exactly; None where there is none."""
        pairs = self.pairs(record)
        if pairs is None or not pairs[1].events:
            return None
        above, below = (Fraction(int(pair.events), pair.base) for pair in pairs)
        return above / below

    def pairs(self, record: Indicator) -> tuple[Pair, Pair] | None:
        """Give the counts of both groups of a ratio; None where one is not known, or empty."""
        events = self.counts(record.table, record.event_column)
        bases = self.counts(record.table, record.base_column)
        groups = (record.group, record.comparator_group)
        if not all(bases.get(group) and group in events for group in groups):
            return None
        group, other = (Pair(events[one], bases[one]) for one in groups)
        return group, other

    def finding(self, code: str, table: str, rule: str, remedy: str, given: str) -> Finding:
        """Make a finding about a table."""
        return Finding(code, Problem(self._file(table), rule, remedy, given=given))

    def _file(self, table: str) -> str:
        """Give the file that a table came from: the csv, or the extract of that name."""
        folder = f"{self.read.trust.ods_code}/{self.year}"
        stems = [name for name in self.read.files if f"{folder}/" in f"/{name}"]
        extracts = [name for name in self.read.files if "/extracts/" in f"/{name}"]
        for name in (*stems, *extracts, *self.read.files):
            stem = name.rpartition("/")[2].partition(".")[0]
            if stem == table or stem.startswith(f"{table}_"):  # surveys lie in several files
                return name
        return f"{folder}/{table}.csv"


def percent(part: int, whole: int) -> str:
    """Write a share."""
    return format_percent(float(Fraction(100 * part, whole)))


def printed(ratio: Fraction) -> str:
    """Write a ratio."""
    return format_ratio(float(ratio))


def listed(words: list[str]) -> str:
    """Join words as a sentence does."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def missing_groups(groups: set[str]) -> list[str]:
    """Name the groups of the standard that are not there, in its order."""
    return [group for group in GROUPS if group not in groups]
