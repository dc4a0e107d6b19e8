"""The true counts, read from the input tables: what the adversary must not find out."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import product
from pathlib import Path

from tests.attack import figures
from tests.attack.facts import Var
from tests.attack.figures import ALL, GROUPS, RATIOS, WITHOUT_INTERNATIONAL
from tests.attack.overlaps import HALVES, NESTED, OTHER_CONSULTANTS, UNLISTED, together
from tests.attack.strata import DOCTORS, LABELS, OVER_TWO_YEARS, PAIR, stratum
from tests.attack.structure import abroad, alone, others, over_two_years

__all__ = ["THRESHOLD", "few_answered", "is_sensitive", "shown_by_policy", "true_counts"]

THRESHOLD = 5
RESPONDENTS = 11
PEOPLE = 100
Counts = dict[Var, float]


def is_sensitive(var: Var, truth: Counts) -> bool:
    """Tell whether the public profile's own words protect a count for its size.

    Counts of 1 to 4 in bands and staff groups and of people in events; the whole workforce and
    the board are shown by policy; so are bases that are the whole workforce. Of a workforce of
    fewer than 100 the whole is protected like a part.
    """
    count = truth[var]
    if var[1] in {"board", "percent"} or shown_by_policy(var, truth):
        return False
    if var[1] == "responses":
        return 0 < count < RESPONDENTS
    return 0 < count < THRESHOLD


def shown_by_policy(var: Var, truth: Counts) -> bool:
    """Tell whether a count is of the whole workforce, and that workforce not a small one."""
    whole = var[1:4] == ("workforce", ALL, ALL) or var[2] == "workforce"
    return whole and _staff(var[0], truth) >= PEOPLE


def few_answered(var: Var, truth: Counts) -> bool:
    """Tell whether a percentage is one of too few respondents."""
    return 0 < truth.get((var[0], "responses", *var[2:]), 0) < RESPONDENTS


def _staff(year: str, truth: Counts) -> float:
    """Give the size of the workforce by whichever table counts most; large where none tells."""
    wholes = [(year, table, "workforce", ALL) for table in ("disciplinary", "training")]
    wholes.append(figures.staff(year, ALL, ALL, ALL))
    return max((truth[whole] for whole in wholes if whole in truth), default=PEOPLE)


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
    for year in years:
        made |= _second_year_alone(made, year)
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
    rows = _rows(folder, "workforce")
    given = {
        figures.staff(year, row["staff_group"], row["band"], row["ethnicity"]): float(
            row["headcount"]
        )
        for row in rows
        if not row.get("ethnic_group")
    }
    sums: Counts = defaultdict(float)
    for var, count in given.items():
        if var[3] not in {ALL, *NESTED}:
            sums[figures.staff(year, var[2], ALL, var[4])] += count
    made = {**sums, **given}
    for group in GROUPS:
        halves = [figures.staff(year, half, ALL, group) for half in HALVES]
        if made.keys() >= set(halves):
            whole = sum(made[half] for half in halves)
            made.setdefault(figures.staff(year, ALL, ALL, group), whole)
    made = _with_everyone(made)
    return made | _left_over(made, str(year)) | _details(rows, made, year)


def _details(rows: list[dict[str, str]], made: Counts, year: int) -> Counts:
    """Count detailed ethnic groups, and those of a group who are in none of them."""
    counts = {
        figures.detail(year, row["ethnicity"], row["ethnic_group"]): float(row["headcount"])
        for row in rows
        if row.get("ethnic_group")
    }
    for group in {var[2] for var in counts}:
        told = sum(count for var, count in counts.items() if var[2] == group)
        counts[others(year, group)] = made[figures.staff(year, ALL, ALL, group)] - told
    return counts


def _left_over(made: Counts, year: str) -> Counts:
    """Add what anyone can subtract: unlisted bands, other consultants, the half not given."""
    places: dict[str, set[str]] = defaultdict(set)
    for var in made:
        places[var[2]].add(var[3])
    rest: Counts = {}
    for half, bands in places.items():
        unlisted = _exceeds(made, (year, "workforce", half), bands)
        for group in (*GROUPS, ALL):
            of = {band: made.get((year, "workforce", half, band, group), 0) for band in bands}
            if unlisted:
                listed = sum(count for band, count in of.items() if band not in {ALL, *NESTED})
                rest[year, "workforce", half, UNLISTED, group] = of[ALL] - listed
            for inner, outer in NESTED.items():
                if {inner, outer} <= bands:
                    others = of[outer] - of[inner]
                    rest[year, "workforce", half, OTHER_CONSULTANTS, group] = others
    return rest | _other_half(made, year, places)


def _exceeds(made: Counts, place: Var, bands: set[str]) -> bool:
    """Tell whether the whole is more than the bands listed, where any are, in any group."""
    parts = [band for band in bands if band not in {ALL, *NESTED}]
    return bool(parts) and any(
        made[(*place, ALL, group)] > sum(made.get((*place, band, group), 0) for band in parts)
        for group in GROUPS
    )


def _other_half(made: Counts, year: str, places: dict[str, set[str]]) -> Counts:
    told = [half for half in HALVES if half in places]
    if len(told) != 1 or ALL not in places:
        return {}
    rest: Counts = {}
    closed = [*together({name: places[name] - {ALL} for name in (ALL, *told)})]
    for (label, of), group in product([*closed, (ALL, {ALL: [ALL], told[0]: [ALL]})], GROUPS):
        whole, part = (
            sum(made[year, "workforce", name, band, group] for band in of[name])
            for name in (ALL, told[0])
        )
        rest[year, "workforce", f"not {told[0]}", label, group] = whole - part
    return _with_everyone(rest)


def _events(folder: Path, year: int, number: str) -> Counts:
    table, event, base, _, _ = RATIOS[number]
    made: Counts = {}
    rows = _rows(folder, table)
    for row, column in product([row for row in rows if not row.get("band")], (event, base)):
        var = figures.events(year, number, column, row["ethnicity"])
        if column == "entered_process" and row.get("years") == "2":
            var = over_two_years(year, row["ethnicity"])
        made[var] = float(row[column])
        if row.get("international"):
            recruited = abroad(year, row["ethnicity"])
            made[recruited] = float(row["international"])
            apart = figures.events(year, number, column, row["ethnicity"], WITHOUT_INTERNATIONAL)
            made[apart] = made[var] - made[recruited]
    return _with_everyone(made) | _strata([row for row in rows if row.get("band")], year, number)


def _strata(rows: list[dict[str, str]], year: int, number: str) -> Counts:
    """Add up the rows of bands within each stratum."""
    _, event, base, _, _ = RATIOS[number]
    made: Counts = defaultdict(float)
    for row in rows if all(_stratum(row["band"]) for row in rows) else ():
        for column, label in product((event, base), LABELS):
            name = OVER_TWO_YEARS if column == event and row.get("years") == "2" else column
            counts = float(row[column]) if label == _stratum(row["band"]) else 0.0
            if row["ethnicity"] in PAIR:
                made[stratum(year, number, name, label, row["ethnicity"])] += counts
    return dict(made)


def _stratum(band: str) -> str | None:
    """Say in which stratum a band lies; None where it lies across two."""
    members = {*figures.members_of(band)}
    within = {label: {*figures.members_of(label)} for label in LABELS[:-1]} | {LABELS[-1]: DOCTORS}
    return next((label for label, whole in within.items() if members <= whole), None)


def _second_year_alone(made: Counts, year: int) -> Counts:
    """Take last year's own events from this year's two-year totals."""
    rest = {}
    for group in (*GROUPS, ALL):
        total = made.get(over_two_years(year, group))
        before = made.get(figures.events(year - 1, "3", "entered_process", group))
        if total is not None and before is not None:
            rest[alone(year, group)] = total - before
    return rest


def _board(folder: Path, year: int) -> Counts:
    sums: Counts = defaultdict(float)
    for row in _rows(folder, "board"):
        for seat, vote in product({row["membership"], ALL}, {row["voting"], ALL}):
            sums[figures.board(year, seat, vote, row["ethnicity"])] += float(row["members"])
    return _with_everyone(dict(sums))


def _survey(folder: Path) -> Counts:
    made = {}
    for row in _rows(folder, "staff_survey"):
        if row["scope"] != "trust":
            continue
        key = (row["survey_year"], row["indicator"], row["ethnicity"])
        made[figures.percent(*key)] = float(row["percent"])
        if row["responses"]:  # another edition, or last year's table, may tell
            made[figures.responses(*key)] = float(row["responses"])
    return made
