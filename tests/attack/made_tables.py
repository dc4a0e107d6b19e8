"""The counts tables of one year of a fictional trust, by its shape."""

from __future__ import annotations

import random
from collections import defaultdict

from tests.attack.made_shapes import GROUPINGS, GROUPS, Cells, Row, Shape, Tables

__all__ = ["first_cells", "moved", "survey_answers", "tables_of", "within_consultants"]


def first_cells(shape: Shape, rng: random.Random) -> dict[tuple[str, str, str], int]:
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


def moved(count: int, rng: random.Random) -> int:
    """Let a few join and leave."""
    return max(0, count + rng.choice([0, 0, 0, 1, -1, 2, -2, round(count * 0.05)]))


def tables_of(
    shape: Shape,
    cells: dict[tuple[str, str, str], int],
    rng: random.Random,
    answers: dict[int, list[Row]],
    year: int,
) -> Tables:
    cells = within_consultants(cells)
    whole = _whole(cells)
    base = whole if shape.same_base else {g: moved(n, rng) for g, n in whole.items()}
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


def within_consultants(
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


def survey_answers(autumn: int, rng: random.Random) -> list[Row]:
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
