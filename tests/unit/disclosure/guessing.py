"""An adversary with results.csv alone: what it leaves uncertain about head counts of one year.

Head counts of the workforce table, of groupings of its bands and of detailed ethnic groups are the
unknowns; what rows print of them, and what anyone knows of sums, are the equations. Bounds come
from integer programming.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from wres.definitions.bands import is_part_of_another, parse_band
from wres.definitions.ethnicity import GROUPS
from wres.disclosure.ranges import silent_solver
from wres.sources import TrustYear

ALL = "all"
HALVES = ("clinical", "non-clinical")
LEVELS = {"lower": "under 1-5", "middle": "6-7", "upper": "8a-VSM"}
# Staff group, band or grouping, ethnic group; of a detailed group: "detail", group, detail.
Count = tuple[str, str, str]
MOST = 100_000


@dataclass
class Guess:
    """Unknown counts, equations among them, and what is printed."""

    counts: dict[Count, int]
    sums: list[tuple[Count, list[Count], bool]] = field(default_factory=list)
    printed: dict[Count, float] = field(default_factory=dict)

    def range(self, of: Count) -> tuple[int, int]:
        """Give the least and the greatest number that a count can be."""
        return self._extreme(of, 1), self._extreme(of, -1)

    def _extreme(self, of: Count, sense: int) -> int:
        names = sorted(self.counts)
        place = {name: at for at, name in enumerate(names)}
        matrix = lil_array((len(self.sums), len(names)))
        most = np.zeros(len(self.sums))
        for row, (whole, parts, exact) in enumerate(self.sums):
            matrix[row, place[whole]] = 1
            for part in parts:
                matrix[row, place[part]] -= 1
            most[row] = 0 if exact else np.inf
        cost = np.zeros(len(names))
        cost[place[of]] = sense
        low = [self.printed.get(name, 0) for name in names]
        high = [self.printed.get(name, MOST) for name in names]
        with silent_solver():
            found = milp(
                cost,
                integrality=np.ones(len(names)),
                bounds=Bounds(low, high),
                constraints=LinearConstraint(matrix.tocsr(), np.zeros(len(self.sums)), most),
            )
        assert found.x is not None, "what is printed can't all be true"
        return round(float(found.x[place[of]]))


def guess_from(results: pd.DataFrame, truth: TrustYear) -> Guess:
    """Set up what results.csv and anyone's knowledge of the tables say of the counts."""
    made = Guess(true_counts(truth))
    made.sums = list(_sums(made.counts))
    for name, value in _printed(results):
        if name in made.counts:
            assert made.counts[name] == value, f"{name} is {made.counts[name]}, printed {value}"
            made.printed[name] = value
    return made


def true_counts(truth: TrustYear) -> dict[Count, int]:
    """Look up the true counts of bands, groupings and detailed groups."""
    counts = {}
    for table in ("workforce", "groupings"):
        rows = truth.tables.get(table, pd.DataFrame())
        for _, row in rows.iterrows():
            if pd.notna(row["headcount"]):
                counts[row["staff_group"], row["band"], row["ethnicity"]] = int(row["headcount"])
    for _, row in truth.tables.get("details", pd.DataFrame()).iterrows():
        counts["detail", row["ethnicity"], row["ethnic_group"]] = int(row["headcount"])
    return counts


def _printed(results: pd.DataFrame) -> Iterator[tuple[Count, float]]:
    """Read the counts that rows of one year print."""
    for _, row in results[results["indicator"].isin(["workforce", "1"])].iterrows():
        place = dict(pair.split("=") for pair in row["breakdown"].split(";") if "=" in pair)
        for column, name in _columns(row, place).items():
            if pd.notna(row[column]):
                yield name, float(row[column])


def _columns(row: pd.Series, place: dict[str, str]) -> dict[str, Count]:
    """Say which count each column of a row is."""
    staff, group = place.get("staff_group", ALL), str(row["group"])
    band = place.get("band") or place.get("grouping") or ALL
    cell = {"numerator": (staff, band, group), "denominator": (staff, band, ALL)}
    whole = {"comparator_numerator": (ALL, ALL, group), "comparator_denominator": (ALL, ALL, ALL)}
    if "ethnic_group" in place:
        return {"numerator": ("detail", place["ethnic_group"], group), "denominator": (ALL,) * 3}
    if row["measure"] in {"headcount", "share"}:
        return cell
    if row["measure"] == "distribution":
        return {"numerator": (staff, band, group), "denominator": (staff, ALL, group)}
    if row["measure"] in {"parity_headcount", "trajectory", "yearly_increase"}:
        return cell | whole
    if row["measure"] == "disparity_ratio":
        higher, lower = LEVELS[place["to"]], LEVELS[place["from"]]
        return {
            "numerator": (staff, higher, "White"),
            "denominator": (staff, lower, "White"),
            "comparator_numerator": (staff, higher, "BME"),
            "comparator_denominator": (staff, lower, "BME"),
        }
    return {}


def _sums(counts: dict[Count, int]) -> Iterator[tuple[Count, list[Count], bool]]:
    """Yield totals, their parts, and whether they must be equal (a table may list fewer)."""
    cells = dict.fromkeys(name[:2] for name in counts if name[0] != "detail")
    for cell in cells:
        if all((*cell, group) in counts for group in (*GROUPS, ALL)):
            yield (*cell, ALL), [(*cell, group) for group in GROUPS], True
    for group in (*GROUPS, ALL):
        for cell in cells:
            yield from _of_parts(counts, list(cells), cell, group)
        details = [name for name in counts if name[:2] == ("detail", group)]
        if details:
            yield from _told(counts, (ALL, ALL, group), details)


def _of_parts(
    counts: dict[Count, int], cells: list[tuple[str, str]], cell: tuple[str, str], group: str
) -> Iterator[tuple[Count, list[Count], bool]]:
    staff, band = cell
    members = parse_band(band).members
    for sides in ((staff,), HALVES):
        if staff != ALL and sides == HALVES:
            continue
        within = [
            one
            for one in cells
            if one != cell and one[0] in sides and _counted(one[1]) and _is_listed(one, cells)
        ]
        parts = [one for one in within if parse_band(one[1]).members & members]
        inside = parts and all(parse_band(one[1]).members <= members for one in parts)
        if inside and all((*one, group) in counts for one in [cell, *parts]):
            yield from _told(counts, (*cell, group), [(*one, group) for one in parts])


def _counted(band: str) -> bool:
    return band != ALL and not is_part_of_another(band)


def _is_listed(cell: tuple[str, str], cells: list[tuple[str, str]]) -> bool:
    """Tell bands that a table lists from groupings of them: those hold no other of their side."""
    members = parse_band(cell[1]).members
    others = [parse_band(band).members for name, band in cells if name == cell[0] and band != ALL]
    return not any(other < members for other in others)


def _told(
    counts: dict[Count, int], whole: Count, parts: list[Count]
) -> Iterator[tuple[Count, list[Count], bool]]:
    """Relate a whole to its parts: equal where they are, since anyone who knows the trust knows."""
    if whole in counts and all(part in counts for part in parts):
        yield whole, parts, sum(counts[part] for part in parts) == counts[whole]
