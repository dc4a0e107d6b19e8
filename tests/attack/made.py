"""Fictional trusts that are hard to protect: few staff, many small cells, two consecutive years.

Written as counts tables into a data folder. Bands single or grouped, totals given or left to be
summed, groups missing, zeros, tiny boards, bases of indicators 3 and 4 equal to the workforce or
not: each is drawn for a trust once, so that its two years are laid out alike. Many give bands of
all staff beside those of clinical and non-clinical staff, cases over two years, totals of more than
they list, survey figures twice, or ratios that were printed before; a few are of under 100 staff.
What they have beside these counts is drawn apart (`beside`).
"""

from __future__ import annotations

import csv
import random
import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

from tests.attack.beside import PLAIN, Beside, by_band, others, with_details

__all__ = ["GROUPS", "Shape", "Tables", "draw_shape", "draw_years", "write_trust"]

GROUPS = ("White", "BME", "Unknown")
# The numbers of bands drawn are weights of head counts, so that top bands are nearly empty.
CLINICAL = (
    {"2": 8, "3": 6, "4": 4, "5": 14, "6": 12, "7": 6, "8a": 2, "8b": 1, "8c": 0.4, "9": 0.1},
    {"under 1": 0.2, "1-4": 15, "5-7": 25, "8a-8b": 3, "8c-9 and VSM": 0.5},
    {"2-4": 15, "5": 12, "6-7": 14, "8a-VSM": 3},
)
NON_CLINICAL = (
    {"1": 0.3, "2": 8, "3": 6, "4": 4, "5": 3, "6": 2, "7": 1.5, "8a": 1, "8d": 0.2, "VSM": 0.4},
    {"1-4": 14, "5-7": 7, "8a-8b": 1.5, "8c-9 and VSM": 0.7},
)
MEDICAL = (
    {},
    {"consultant": 2, "non-consultant career grade": 1, "trainee": 0.7},
    {"consultant": 2, "senior medical manager": 0.2, "trainee": 0.5, "other": 0.2},
)
# Bands given beside those of staff groups, grouped or single: bands in common have one label only.
GROUPINGS = {
    "1-4": ("1", "2", "3", "4"),
    "5-7": ("5", "6", "7"),
    "8a-8b": ("8a", "8b"),
    "8c-9 and VSM": ("8c", "8d", "9", "VSM"),
}
PRINTED = {
    "2": ("recruitment", "appointed", "shortlisted", "White", "BME"),
    "3": ("disciplinary", "entered_process", "workforce", "BME", "White"),
    "4": ("training", "accessed", "workforce", "White", "BME"),
}
# Two years after a single one are refused: the difference of both is the second year alone.
WINDOWS = ((1, 1), (1, 1), (2, 2), (2, 1))
Row = dict[str, str]
Tables = dict[str, list[Row]]
Cells = dict[tuple[str, str, str], int]


@dataclass(frozen=True)
class Shape:
    """What a trust's tables look like, the same in both years."""

    code: str
    staff: int
    bme: float
    unknown: float
    clinical: dict[str, float]
    non_clinical: dict[str, float]
    gives_totals: bool
    same_base: bool
    international: bool
    no_unknown_in: tuple[str, ...]
    absent: tuple[str, ...]
    board: tuple[int, int]
    voting_split: bool
    beside: str = ""
    windows: tuple[int, int] = (1, 1)
    unlisted: str = ""
    carried: bool = False
    printed_before: bool = False


def draw_shape(seed: int) -> Shape:
    """Draw the shape of one trust."""
    rng = random.Random(f"shape {seed}")
    clinical = dict(rng.choice(CLINICAL)) | rng.choice(MEDICAL)
    tables = ("recruitment", "disciplinary", "training")
    made = Shape(
        code=f"Z{seed:03d}" if seed < 1000 else f"Z{seed}",
        staff=rng.randint(800, 1500),
        bme=rng.choice([0.02, 0.04, 0.08, 0.15]),
        unknown=rng.choice([0.005, 0.02, 0.06]),
        clinical=clinical,
        non_clinical=dict(rng.choice(NON_CLINICAL)),
        gives_totals=rng.random() < 0.5,
        same_base=rng.random() < 0.7,
        international=rng.random() < 0.3,
        no_unknown_in=tuple(name for name in tables if rng.random() < 0.1),
        absent=tuple(name for name in (*tables, "staff_survey") if rng.random() < 0.08),
        board=(rng.randint(3, 6), rng.randint(3, 7)),
        voting_split=rng.random() < 0.5,
    )
    return _harder(made, random.Random(f"harder {seed}"))


def _harder(shape: Shape, rng: random.Random) -> Shape:
    """Add what reviewers of the suppression thought of, each to some trusts."""
    made = replace(
        shape,
        windows=rng.choice(WINDOWS),
        carried=rng.random() < 0.3,
        printed_before=rng.random() < 0.3,
    )
    kind = rng.choice(["plain", "beside", "unlisted", "tiny", "plain"])
    if kind == "beside":
        return replace(
            made,
            beside=rng.choice(["single", "grouped", "one half"]),
            clinical=dict(CLINICAL[0]) | rng.choice(MEDICAL),
            non_clinical=dict(NON_CLINICAL[0]),
        )
    if kind == "unlisted":
        clinical = dict(CLINICAL[0]) | rng.choice(MEDICAL)
        band = rng.choice(["8a", "8b", "8c"])
        return replace(made, clinical=clinical, gives_totals=True, unlisted=band)
    if kind == "tiny":
        return replace(made, staff=rng.randint(40, 95), absent=("workforce",), same_base=True)
    return made


def draw_years(
    shape: Shape, years: Sequence[int], seed: int, beside: Beside = PLAIN
) -> dict[int, Tables]:
    """Draw the tables of some years; each is the one before with a few people moved."""
    rng = random.Random(f"years {seed}")
    told = [*beside.earlier, *years]
    if beside.many:
        shape = replace(shape, bme=0.3)
    cells = _first_cells(shape, rng)
    made = {}
    answers = {year: _answers(year, rng) for year in range(told[0] - 2, told[-1])}
    for year in told:
        made[year] = _tables(shape, cells, rng, answers, year)
        _add_beside(made[year], beside, cells, random.Random(f"beside {seed} {year}"), year)
        cells = {place: _moved(count, rng) for place, count in cells.items()}
    return _harder_years(shape, made)


def _add_beside(
    tables: Tables, beside: Beside, cells: Cells, rng: random.Random, year: int
) -> None:
    """Add events by band, detailed groups and the figures of others."""
    if beside.many and "recruitment" in tables:
        tables["recruitment"] = _many_applicants(tables["recruitment"], rng)
    cells = _within_consultants(cells)
    for name in beside.strata:
        _, event, base, _, _ = next(one for one in PRINTED.values() if one[0] == name)
        if name in tables:
            tables[name] = by_band(tables[name], event, base, cells, rng)
    if beside.details and "workforce" in tables:
        tables["workforce"] = with_details(tables["workforce"], beside.details, rng)
    if beside.others:
        tables.update(others(year, rng))
        if "staff_survey" in tables:
            tables["staff_survey"] += _of_the_group(tables["staff_survey"], rng)


def _many_applicants(rows: list[Row], rng: random.Random) -> list[Row]:
    """Draw as many applicants that their events can be shown by band."""
    made = []
    for row in rows:
        shortlisted = rng.randint(300, 900)
        appointed = rng.randint(shortlisted // 5, shortlisted // 2)
        counts = {"shortlisted": str(shortlisted), "appointed": str(appointed)}
        made.append({**row, **counts})
    return made


def _of_the_group(rows: list[Row], rng: random.Random) -> list[Row]:
    """Draw the survey's benchmark group, of known respondents or not."""
    return [
        {
            **row,
            "scope": "benchmark",
            "percent": str(round(rng.uniform(3, 60), 1)),
            "responses": rng.choice(["", str(rng.randint(40, 9000))]),
        }
        for row in rows
    ]


def _harder_years(shape: Shape, made: dict[int, Tables]) -> dict[int, Tables]:
    """Count cases over two years, carry survey figures and print ratios, where the trust does."""
    *earlier, first, second = made
    before = _printed_ratios(made[first], first)
    for year, years in zip(made, [shape.windows[0]] * len(earlier) + [*shape.windows], strict=True):
        for row in made[year].get("disciplinary", []) if years == 2 else []:
            row["years"] = "2"
    if shape.carried and "staff_survey" in made[second]:
        _carry(made[second]["staff_survey"], first - 1)
    if shape.printed_before and before and shape.windows == (1, 1):
        made[second]["published_ratios"] = before
    return made


def _carry(rows: list[Row], autumn: int) -> None:
    """Give last year's autumn as a later edition does: without the numbers of respondents."""
    for row in rows:
        if row["survey_year"] == str(autumn):
            row.update(responses="", edition="2021")


def _printed_ratios(tables: Tables, year: int) -> list[Row]:
    """Print the ratios of a year, to two decimals, as a report of that time had them."""
    rows = []
    for number, (name, event, base, first, second) in PRINTED.items():
        rows_of = [row for row in tables.get(name, []) if not row.get("band")]
        of = {row["ethnicity"]: (int(row[event]), int(row[base])) for row in rows_of}
        a, b = of.get(first, (0, 0))
        c, d = of.get(second, (0, 0))
        if a and c:
            ratio = Decimal(a * d) / Decimal(b * c)
            row = {"indicator": number, "year": str(year), "numerator_group": first}
            row |= {"denominator_group": second, "note": ""}
            shown = ratio.quantize(Decimal("0.01"), ROUND_HALF_UP)
            if shown:
                rows.append({**row, "ratio": str(shown)})
    return rows


def write_trust(
    data: Path, code: str, years: dict[int, Tables], benchmarks: Path, beside: Beside = PLAIN
) -> None:
    """Write a trust's tables and facts into a data folder."""
    folder = data / code
    for year, tables in years.items():
        (folder / str(year)).mkdir(parents=True)
        for name, rows in tables.items():
            _write(folder / str(year) / f"{name}.csv", rows)
    (folder / "trust.yml").write_text(
        f"ods_code: {code}\nname: Fictional Trust {code}\nregion: Midlands\n"
        "type: community\nterm: BME\nalready_published: false\nfictional: true\n"
        + yaml.safe_dump({"settings": _windows(years) | beside.settings}),
        encoding="utf-8",
    )
    if not (data / "benchmarks").exists():
        shutil.copytree(benchmarks, data / "benchmarks")


def _windows(years: dict[int, Tables]) -> dict[str, Any]:
    """State over how many years disciplinary cases are counted, where it is two in any."""
    windows = {
        year: "two-year average"
        if any(row.get("years") == "2" for row in tables.get("disciplinary", []))
        else "single year"
        for year, tables in years.items()
    }
    return {"disciplinary_window": windows} if "two-year average" in windows.values() else {}


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _first_cells(shape: Shape, rng: random.Random) -> dict[tuple[str, str, str], int]:
    bands = [
        (staff_group, band, weight)
        for staff_group, weights in (
            ("clinical", shape.clinical),
            ("non-clinical", shape.non_clinical),
        )
        for band, weight in weights.items()
    ]
    total = sum(weight for _, _, weight in bands)
    shares = {"BME": shape.bme, "Unknown": shape.unknown}
    cells = {}
    for staff_group, band, weight in bands:
        people = max(0, round(shape.staff * weight / total + rng.uniform(-1, 1)))
        drawn = rng.choices(GROUPS, [1 - sum(shares.values()), *shares.values()], k=people)
        for group in GROUPS:
            cells[staff_group, band, group] = drawn.count(group)
    return cells


def _moved(count: int, rng: random.Random) -> int:
    """Let a few join and leave."""
    return max(0, count + rng.choice([0, 0, 0, 1, -1, 2, -2, round(count * 0.05)]))


def _tables(
    shape: Shape,
    cells: dict[tuple[str, str, str], int],
    rng: random.Random,
    answers: dict[int, list[Row]],
    year: int,
) -> Tables:
    cells = _within_consultants(cells)
    whole = _whole(cells)
    base = whole if shape.same_base else {g: _moved(n, rng) for g, n in whole.items()}
    tables = {
        "workforce": _workforce(shape, cells, whole),
        "recruitment": _recruitment(shape, rng),
        "disciplinary": _events("entered_process", base, rng, rng.choice([0.002, 0.006, 0.02])),
        "training": _events("accessed", base, rng, rng.choice([0.03, 0.4, 0.97])),
        "board": _board(shape, rng),
        "staff_survey": [dict(row) for past in (year - 2, year - 1) for row in answers[past]],
    }
    for name in shape.no_unknown_in:
        tables[name] = [row for row in tables[name] if row["ethnicity"] != "Unknown"]
    return {name: rows for name, rows in tables.items() if name not in shape.absent}


def _within_consultants(
    cells: dict[tuple[str, str, str], int],
) -> dict[tuple[str, str, str], int]:
    kept = dict(cells)
    for (staff_group, band, group), count in cells.items():
        if band == "senior medical manager":
            kept[staff_group, band, group] = min(count, cells[staff_group, "consultant", group])
    return kept


def _whole(cells: dict[tuple[str, str, str], int]) -> dict[str, int]:
    return {
        group: sum(
            count
            for (_, band, g), count in cells.items()
            if g == group and band != "senior medical manager"
        )
        for group in GROUPS
    }


def _workforce(
    shape: Shape, cells: dict[tuple[str, str, str], int], whole: dict[str, int]
) -> list[Row]:
    rows = [(*place, count) for place, count in _listed(shape, cells).items()]
    if shape.gives_totals:
        for half in dict.fromkeys(half for half, _, _, _ in rows if half != "all"):
            own = {place: count for place, count in cells.items() if place[0] == half}
            rows += [(half, "all", group, count) for group, count in _whole(own).items()]
        rows += [("all", "all", group, count) for group, count in whole.items()]
    names = ("staff_group", "band", "ethnicity", "headcount")
    return [dict(zip(names, map(str, row), strict=True)) for row in rows]


def _listed(shape: Shape, cells: Cells) -> Cells:
    """Choose the bands that a trust prints: all, or more, or fewer."""
    if not shape.beside:
        return {place: n for place, n in cells.items() if place[:2] != ("clinical", shape.unlisted)}
    halves = _grouped(cells) if shape.beside == "single" else dict(cells)
    if shape.beside == "one half":
        halves = {place: n for place, n in cells.items() if place[0] == "clinical"}
    of_all = _grouped(cells) if shape.beside == "grouped" else cells
    everyone: Cells = defaultdict(int)
    for (_, band, group), count in of_all.items():
        everyone["all", band, group] += count
    return {**everyone, **halves}


def _grouped(cells: Cells) -> Cells:
    label = {band: name for name, bands in GROUPINGS.items() for band in bands}
    made: Cells = defaultdict(int)
    for (half, band, group), count in cells.items():
        made[half, label.get(band, band), group] += count
    return made


def _events(column: str, base: dict[str, int], rng: random.Random, likelihood: float) -> list[Row]:
    rows = []
    for group, people in base.items():
        seen = sum(rng.random() < likelihood for _ in range(people))
        rows.append({"ethnicity": group, "workforce": str(people), column: str(seen)})
    return rows


def _recruitment(shape: Shape, rng: random.Random) -> list[Row]:
    rows = []
    for group, share in zip(GROUPS, (0.8, 0.15, 0.05), strict=True):
        shortlisted = rng.randint(0, round(400 * share))
        appointed = rng.randint(0, min(shortlisted, 1 + shortlisted // rng.choice([3, 8, 20])))
        row = {"ethnicity": group, "shortlisted": str(shortlisted), "appointed": str(appointed)}
        if shape.international:
            row["international"] = str(rng.randint(0, appointed if group != "White" else 0))
        rows.append(row)
    return rows


def _board(shape: Shape, rng: random.Random) -> list[Row]:
    rows = []
    for seat, members in zip(("executive", "non-executive"), shape.board, strict=True):
        for vote in ("yes", "no") if shape.voting_split else ("yes",):
            of = members if vote == "yes" else rng.randint(0, 2)
            bme = rng.choice([0, 0, 1, 2])
            bme = min(bme, of)
            unknown = min(rng.choice([0, 0, 1]), of - bme)
            for group, count in zip(GROUPS, (of - bme - unknown, bme, unknown), strict=True):
                row = {"membership": seat, "voting": vote, "ethnicity": group}
                rows.append({**row, "members": str(count)})
    return rows


def _answers(autumn: int, rng: random.Random) -> list[Row]:
    """Draw one autumn's answers; few BME respondents in some trusts."""
    respondents = {"White": rng.randint(200, 600), "BME": rng.choice([4, 9, 11, 25, 60])}
    rows = []
    for indicator in "5678":
        for group, people in respondents.items():
            share = round(100 * rng.randint(0, people) / people, 1)
            rows.append(
                {
                    "indicator": indicator,
                    "survey_year": str(autumn),
                    "scope": "trust",
                    "ethnicity": group,
                    "percent": str(share),
                    "responses": str(people),
                    "edition": "2020",
                }
            )
    return rows
