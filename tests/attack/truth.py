"""The true counts, read from the input tables: what the adversary must not find out."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import product
from pathlib import Path

from tests.attack import figures
from tests.attack.facts import Var
from tests.attack.figures import ALL, GROUPS, RATIOS

__all__ = ["THRESHOLD", "is_sensitive", "true_counts"]

THRESHOLD = 5
RESPONDENTS = 11
Counts = dict[Var, float]


def is_sensitive(var: Var, count: float) -> bool:
    """Tell whether the public profile's own words protect a count for its size.

    Counts of 1 to 4 in bands and staff groups and of people in events; the whole workforce and
    the board are shown by policy; so are bases that are the whole workforce.
    """
    if var[1] in {"board", "percent"} or var[2].startswith("workforce"):
        return False
    if var[1] == "responses":
        return 0 < count < RESPONDENTS
    return 0 < count < THRESHOLD and var[2:4] != (ALL, ALL)


def true_counts(data: Path, code: str, years: tuple[int, ...]) -> Counts:
    """Read every count of a trust's tables, and every sum of them."""
    made: Counts = {}
    for year in years:
        folder = data / code / str(year)
        made |= _workforce(folder, year)
        for number in RATIOS:
            made |= _events(folder, year, number)
        made |= _board(folder, year)
        made |= _survey(folder)
    return made


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _with_everyone(made: Counts) -> Counts:
    """Add the sum over ethnic groups, where all three are given."""
    places = {var[:-1] for var in made}
    for place in places:
        known = [made[(*place, group)] for group in GROUPS if (*place, group) in made]
        if len(known) == len(GROUPS):
            made[(*place, ALL)] = sum(known)
    return made


def _workforce(folder: Path, year: int) -> Counts:
    made = {
        figures.staff(year, row["staff_group"], row["band"], row["ethnicity"]): float(
            row["headcount"]
        )
        for row in _rows(folder, "workforce")
    }
    sums: Counts = defaultdict(float)
    for (_, _, half, band, group), count in made.items():
        if half != ALL and band not in {ALL, "senior medical manager"}:
            sums[figures.staff(year, half, ALL, group)] += count
            sums[figures.staff(year, ALL, ALL, group)] += count
    return _with_everyone({**sums, **made})


def _events(folder: Path, year: int, number: str) -> Counts:
    table, event, base, _, _ = RATIOS[number]
    made = {}
    for row, column in product(_rows(folder, table), (event, base)):
        made[figures.events(year, number, column, row["ethnicity"])] = float(row[column])
    return _with_everyone(made)


def _board(folder: Path, year: int) -> Counts:
    sums: Counts = defaultdict(float)
    for row in _rows(folder, "board"):
        for seat, vote in product({row["membership"], ALL}, {row["voting"], ALL}):
            sums[figures.board(year, seat, vote, row["ethnicity"])] += float(row["members"])
    return _with_everyone(dict(sums))


def _survey(folder: Path) -> Counts:
    made = {}
    for row in _rows(folder, "staff_survey"):
        key = (row["survey_year"], row["indicator"], row["ethnicity"])
        made[figures.responses(*key)] = float(row["responses"])
        made[figures.percent(*key)] = float(row["percent"])
    return made
