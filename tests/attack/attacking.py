"""From generated trusts to attacks: results alone, or every published file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attack.adversary import Attack, attack
from tests.attack.facts import Fact
from tests.attack.made import Tables, draw_shape, draw_years, write_trust
from tests.attack.results_csv import read_results_csv
from tests.attack.truth import true_counts
from wres.counts import read_counts, with_totals
from wres.disclosure import load_profile, protect
from wres.indicators import compute_results
from wres.results import write_results

__all__ = ["YEARS", "attack_results", "results_of", "trust_folder"]

ROOT = Path(__file__).parents[2]
YEARS = (2020, 2021)


@contextmanager
def trust_folder(code: str, years: dict[int, Tables]) -> Iterator[Path]:
    """Write a trust into a data folder of its own."""
    with TemporaryDirectory() as folder:
        write_trust(Path(folder), code, years, ROOT / "data" / "benchmarks")
        yield Path(folder)


def generated(seed: int) -> tuple[str, dict[int, Tables]]:
    """Draw a trust's code and two years of tables."""
    shape = draw_shape(seed)
    return shape.code, draw_years(shape, YEARS, seed)


def attack_results(code: str, years: dict[int, Tables], *, secondary: bool = True) -> Attack:
    """Attack the results files of two years together."""
    with trust_folder(code, years) as data:
        facts = results_of(data, code, secondary=secondary)
        return attack(facts, true_counts(data, code, YEARS))


def results_of(data: Path, code: str, *, secondary: bool = True) -> list[Fact]:
    """Make results.csv of both years as `wres render` does, and read them."""
    profile = load_profile("public")
    if not secondary:
        profile = profile.without_secondary()
    counted = {year: with_totals(read_counts(data, code, year)) for year in YEARS}
    protected = {year: protect(counts, profile) for year, counts in counted.items()}
    facts = []
    for year in YEARS:
        path = data / f"results-{year}.csv"
        write_results(compute_results(protected[year], protected.get(year - 1)), path)
        facts += list(read_results_csv(path))
    return facts
