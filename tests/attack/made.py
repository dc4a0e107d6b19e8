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
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

from tests.attack.beside import PLAIN, Beside, by_band, others, with_details
from tests.attack.made_shapes import GROUPS, PRINTED, Cells, Row, Shape, Tables, draw_shape
from tests.attack.made_tables import (
    first_cells,
    moved,
    survey_answers,
    tables_of,
    within_consultants,
)

__all__ = ["GROUPS", "Shape", "Tables", "draw_shape", "draw_years", "write_trust"]


def draw_years(
    shape: Shape, years: Sequence[int], seed: int, beside: Beside = PLAIN
) -> dict[int, Tables]:
    """Draw the tables of some years; each is the one before with a few people moved."""
    rng = random.Random(f"years {seed}")
    told = [*beside.earlier, *years]
    if beside.many:
        shape = replace(shape, bme=0.3)
    cells = first_cells(shape, rng)
    made = {}
    answers = {year: survey_answers(year, rng) for year in range(told[0] - 2, told[-1])}
    for year in told:
        made[year] = tables_of(shape, cells, rng, answers, year)
        _add_beside(made[year], beside, cells, random.Random(f"beside {seed} {year}"), year)
        cells = {place: moved(count, rng) for place, count in cells.items()}
    return _harder_years(shape, made)


def _add_beside(
    tables: Tables, beside: Beside, cells: Cells, rng: random.Random, year: int
) -> None:
    """Add events by band, detailed groups and the figures of others."""
    if beside.many and "recruitment" in tables:
        tables["recruitment"] = _many_applicants(tables["recruitment"], rng)
    cells = within_consultants(cells)
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
