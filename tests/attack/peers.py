"""Other trusts whose published results are at hand: what a rank among them tells anyone.

A rank says between which of the peers' figures the trust's own lies, and they are public.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attack.beside import Beside
from tests.attack.made import draw_shape, draw_years, write_trust
from tests.attack.printed import Printed
from wres.loading import load_chapter
from wres.results import write_results

__all__ = ["Values", "between", "peers_of", "values_of_peers", "write_peers"]

# Seeds of the trusts that serve as peers of all others; five are the fewest that are ranked.
SEEDS = range(901, 909)
FOLDER = "peers"
KEYS = ("indicator", "measure", "breakdown", "group", "comparator_group", "unit")
TWO_YEARS = "two-year average"
# Figures of the peers by what they measure.
Values = Mapping[tuple[str, ...], Sequence[float]]


def peers_of(data: Path, year: int) -> Path | None:
    """Give the folder of the peers of a year, if there is one."""
    folder = data / FOLDER / str(year)
    return folder if folder.is_dir() else None


def write_peers(data: Path, years: tuple[int, ...], benchmarks: Path) -> None:
    """Write the results of the peers, one folder a year."""
    for (code, year), text in _published(years, benchmarks).items():
        folder = data / FOLDER / str(year) / code
        folder.mkdir(parents=True)
        (folder / "results.csv").write_text(text, encoding="utf-8")


@cache
def _published(years: tuple[int, ...], benchmarks: Path) -> dict[tuple[str, int], str]:
    made = {}
    with TemporaryDirectory() as folder:
        for seed in SEEDS:
            shape, data = draw_shape(seed), Path(folder)
            write_trust(
                data, shape.code, draw_years(shape, years, seed, Beside(many=True)), benchmarks
            )
            for year in years:
                path = data / f"{shape.code}-{year}.csv"
                write_results(load_chapter(data, shape.code, year, "public").results, path)
                made[shape.code, year] = path.read_text(encoding="utf-8")
    return made


def values_of_peers(folder: Path | None) -> Values:
    """Read the figures of all peers."""
    found: dict[tuple[str, ...], list[float]] = {}
    for path in sorted(folder.glob("*/results.csv")) if folder else ():
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["value"] and row["status"] in {"ok", "as published"}:
                    found.setdefault(_key(row, row["measure"]), []).append(float(row["value"]))
    return found


def between(row: Mapping[str, str], measure: str, breakdown: str, values: Values) -> Printed | None:
    """Give the peers' figures between which a ranked one lies; None where they are not known."""
    named = _key({**row, "breakdown": breakdown, "unit": _unit(measure)}, measure)
    held = sorted(v for key, some in values.items() if key[:-1] == named[:-1] for v in some)
    lower, same = int(row["numerator"]), int(row["comparator_numerator"])
    if len(held) != int(row["denominator"]):
        return None  # some were left out, of another window or edition
    ordered = [float("-inf"), *held, float("inf")]
    least, most = (held[lower], held[lower]) if same else (ordered[lower], ordered[lower + 1])
    return Printed(least - 1e-9, most + 1e-9)


def _unit(measure: str) -> str:
    return "ratio" if measure == "relative_likelihood" else "%"


def _key(row: Mapping[str, str], measure: str) -> tuple[str, ...]:
    """Name a figure; the window of its events last, which makes it another one."""
    names = [measure if name == "measure" else row[name] for name in KEYS]
    return (*names, str(row["reason"].startswith(TWO_YEARS)))
