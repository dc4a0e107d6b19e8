"""Making fictional trusts, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from wres.errors import UsageError
from wres.simulate.folders import write_paper, write_trust, write_year
from wres.simulate.national import National
from wres.simulate.plans import plans_by_year
from wres.simulate.trusts import SimulatedTrust, plan_trusts
from wres.simulate.truth import true_counts
from wres.simulate.years import simulate_years

__all__ = ["simulate_trusts", "true_counts_by_year"]

# the first year of the indicators as they stand, and one beyond any plan
_YEARS = (2016, 2099)
# an ODS code has six characters at most
_MOST_TRUSTS = 9999
_MOST_YEARS = 10


def simulate_trusts(
    output: Path, trusts: int, year: int, seed: int = 1, years: int = 2
) -> list[Path]:
    """Make fictional trusts, their extracts, plans and documents, as the data folder has them.

    Parameters
    ----------
    output : Path
        The folder to make; it must not exist, or be empty.
    trusts : int
        How many: `ZZ1` (always the smallest) and so on; 212 have about 1.5 million staff.
    year : int
        The newest year.
    seed : int
        Chance; the same seed gives the same files.
    years : int
        How many years up to `year`; each follows from the one before.

    Returns
    -------
    list of Path
        Every file written.

    Raises
    ------
    UsageError
        A number makes no sense, or the folder is not empty.
    """
    output = Path(output)
    _require_numbers(trusts, year, years)
    _require_empty(output)
    national = National()
    written: list[Path] = []
    for trust in plan_trusts(trusts, seed):
        folder = output / trust.ods_code
        written.append(write_trust(folder, trust, year - years + 1))
        plans = plans_by_year(trust, year - years + 1, year)
        for now in simulate_years(trust, year - years + 1, year):
            written += [*write_year(folder, now), *write_paper(folder, now, plans[now.year])]
            national.add(now.year, true_counts(now))
    return [*written, national.write(output)]


def true_counts_by_year(
    trust: SimulatedTrust, year: int, years: int = 2
) -> Iterator[tuple[int, dict[str, pd.DataFrame]]]:
    """Give what the extracts of a trust, made with these years, must count up to."""
    for now in simulate_years(trust, year - years + 1, year):
        yield now.year, true_counts(now)


def _require_numbers(trusts: int, year: int, years: int) -> None:
    _require("trusts", trusts, (1, _MOST_TRUSTS))
    _require("year", year, _YEARS)
    _require("years", years, (1, _MOST_YEARS))
    _require("the first of the years", year - years + 1, _YEARS)


def _require(name: str, given: int, limits: tuple[int, int]) -> None:
    low, high = limits
    if not low <= given <= high:
        raise UsageError(f"{name} must be from {low} to {high}, got {given}.")


def _require_empty(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; give --output a new or empty folder.")
    if output.is_dir() and any(output.iterdir()):
        raise UsageError(f"{output} is not empty; give --output a new or empty folder.")
