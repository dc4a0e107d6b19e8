"""What a change in the BME share of staff is made of, to the last digit.

The share is the share among those whose ethnicity is known, times the share that is known. So it
changes by re-declaration (more or fewer people say what they are), by the BME share within pay
bands, and by the mix of pay bands. This is bookkeeping and no explanation: it names where the
change stands in the counts, not what brought it about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any, Final

import pandas as pd

from wres.counts import ALL
from wres.definitions.bands import band_order, is_part_of_another, parse_band
from wres.definitions.ethnicity import BME, WHITE
from wres.definitions.share_cells import split_of
from wres.indicators.cells import read_cell
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["contributions"]

NO_BANDS: Final = "staff are taken whole: their pay bands are not shown in full for both years"
NO_CELLS: Final = "no counts by pay band or staff group are shown in full for both years"
REDECLARED, KNOWN = "re-declaration", "among those known"


@dataclass(frozen=True)
class Heads:
    """White and BME staff of one cell in one year: those whose ethnicity is known."""

    white: int
    bme: int

    @property
    def known(self) -> int:
        """Staff whose ethnicity is known."""
        return self.white + self.bme

    def __add__(self, other: Heads) -> Heads:
        return Heads(self.white + other.white, self.bme + other.bme)


NOBODY: Final = Heads(0, 0)
Cell = tuple[str, str]
Both = tuple[Heads, Heads]


def contributions(trust_year: TrustYear, earlier: Sequence[TrustYear]) -> Iterator[Result]:
    """Yield the parts of the change in BME share since the year before; they add up to it.

    Parameters
    ----------
    trust_year : TrustYear
        Protected counts with totals: nothing is taken from counts that are not shown.
    earlier : sequence of TrustYear
        Those of earlier years; only the year before counts.

    Notes
    -----
    With W, B and U staff, N in all, the share is s = k d, where k = B / (W + B) and
    d = (W + B) / N. Then, with bars for the mean of both years::

        change of s = mean k x change of d           (re-declaration)
                    + mean d x change of k

    and with m the share of a cell (staff group and band) in those known and kj its BME share::

        change of k = sum of mean m x change of kj   (within bands)
                    + sum of (mean kj - mean k) x change of m   (mix of bands)

    The mean k may be taken off, since the changes of m add up to 0. A band that nobody known is
    in in one of the years has no share there and is given that of the other: all its effect is
    mix. Where counts by band are withheld, or the two years' bands can't be brought together, a
    staff group is one cell, and the parts are named by what they are: ``within staff groups``, or
    ``within bands or staff groups`` where one staff group only is whole. Where that can't be done
    either, only the two first parts are given.
    """
    tables = [_workforce(trust_year), *(_before(trust_year, earlier))]
    if len(tables) < 2 or any(table is None for table in tables):
        return
    wholes = [_whole(table) for table in tables]
    if any(whole is None for whole in wholes):
        return
    (now, people), (then, people_then) = wholes  # type: ignore[misc]
    new = partial(
        Result,
        organisation=trust_year.trust.ods_code,
        year=trust_year.year,
        indicator="workforce",
        measure="contribution",
        group=BME,
        unit="points",
        previous_year=trust_year.year - 1,
    )
    yield from _parts(new, (now, then), (people, people_then), _cells(tables, (now, then)))


def _before(trust_year: TrustYear, earlier: Sequence[TrustYear]) -> list[pd.DataFrame | None]:
    return [_workforce(one) for one in earlier if one.year == trust_year.year - 1]


def _workforce(trust_year: TrustYear) -> pd.DataFrame | None:
    return trust_year.tables.get("workforce")


def _whole(table: pd.DataFrame | None) -> tuple[Heads, int] | None:
    """Give the known staff and all staff of the trust; None where either is not shown or empty."""
    if table is None:
        return None
    rows = table[table["staff_group"].eq(ALL) & table["band"].eq(ALL)]
    heads, total = _heads(rows), read_cell(rows, "headcount").total
    return (heads, total) if heads is not None and heads.known and total else None


def _heads(rows: pd.DataFrame) -> Heads | None:
    counts = read_cell(rows, "headcount").counts
    white, bme = counts[WHITE], counts[BME]
    return None if white is None or bme is None else Heads(white, bme)


def _cells(tables: Sequence[pd.DataFrame | None], wholes: Both) -> dict[Cell, Both]:
    """Give the finest cells that are fully shown in both years and add up to the whole."""
    for staff_groups in (("clinical", "non-clinical"), (ALL,)):
        cells: dict[Cell, Both] = {}
        for staff_group in staff_groups:
            bands = [_bands(table, staff_group) for table in tables]
            cells |= {
                (staff_group, band): both
                for band, both in (_together(*bands) or _one_cell(*bands)).items()
            }
        sums = tuple(sum((both[year] for both in cells.values()), NOBODY) for year in (0, 1))
        if sums == wholes and set(cells) != {(ALL, ALL)}:
            return cells
    return {}


def _bands(table: pd.DataFrame | None, staff_group: str) -> dict[str, Heads | None]:
    rows = pd.DataFrame() if table is None else table[table["staff_group"].eq(staff_group)]
    if rows.empty:
        return {}
    cells = {str(band): _heads(cell) for band, cell in rows.groupby("band", sort=False)}
    return {band: heads for band, heads in cells.items() if not is_part_of_another(band)}


def _one_cell(now: Mapping[str, Heads | None], then: Mapping[str, Heads | None]) -> dict[str, Both]:
    """Take a staff group as one cell."""
    both = now.get(ALL), then.get(ALL)
    return {ALL: both} if both[0] is not None and both[1] is not None else {}  # type: ignore[dict-item]


def _together(
    now: Mapping[str, Heads | None], then: Mapping[str, Heads | None]
) -> dict[str, Both] | None:
    """Bring the bands of two years together: 1-4 of one with 1, 2, 3 and 4 of the other.

    None where a count is not shown, or where bands overlap without one that holds the others.
    """
    years = [{band: heads for band, heads in year.items() if band != ALL} for year in (now, then)]
    cells: dict[str, Both] = {}
    widest = _widest({*years[0], *years[1]})
    if any(_overlap(*bands) for bands in combinations(widest, 2)):
        return None
    for band in widest:
        sums = [_sum_within(year, band) for year in years]
        if sums[0] is None or sums[1] is None:
            return None
        cells[band] = (sums[0], sums[1])
    totals = [sum((both[year] for both in cells.values()), NOBODY) for year in (0, 1)]
    whole = [year.get(ALL) for year in (now, then)]
    return cells if cells and totals == whole else None


def _widest(bands: set[str]) -> list[str]:
    """Give the bands that lie in no other, in order."""
    members = {band: parse_band(band).members for band in bands}
    inner = {one for one in bands for other in bands if members[one] < members[other]}
    return sorted(bands - inner, key=band_order)


def _overlap(first: str, second: str) -> bool:
    return bool(parse_band(first).members & parse_band(second).members)


def _sum_within(year: Mapping[str, Heads | None], band: str) -> Heads | None:
    """Add up a year's bands that lie in a wider one; None where a count is not shown."""
    members = parse_band(band).members
    inside = [heads for name, heads in year.items() if parse_band(name).members <= members]
    known = [heads for heads in inside if heads is not None]
    return sum(known, NOBODY) if len(known) == len(inside) else None


def _parts(
    new: Any, wholes: Both, people: tuple[int, int], cells: Mapping[Cell, Both]
) -> Iterator[Result]:
    now, then = wholes
    declared = [heads.known / all_ for heads, all_ in zip(wholes, people, strict=True)]
    shares = [heads.bme / heads.known for heads in wholes]
    mean_declared, mean_share = sum(declared) / 2, sum(shares) / 2
    yield _part(new, "all", _counts(now.bme, people[0], then.bme, people[1]))(
        100 * (now.bme / people[0] - then.bme / people[1]), _why(cells)
    )
    yield _part(new, REDECLARED, _counts(now.known, people[0], then.known, people[1]))(
        100 * mean_share * (declared[0] - declared[1])
    )
    if not cells:
        yield _part(new, KNOWN, _counts(now.bme, now.known, then.bme, then.known))(
            100 * mean_declared * (shares[0] - shares[1])
        )
        return
    split = {cell: _split(both, wholes, mean_share) for cell, both in cells.items()}
    by = split_of(band for _, band in cells)
    for place, name in enumerate((by.within, by.mix)):
        total = sum(parts[place] for parts in split.values())
        yield _part(new, name, {})(100 * mean_declared * total)
    for place, name in enumerate((by.within, by.mix)):
        for (staff_group, band), parts in split.items():
            both = cells[staff_group, band]
            counts = _counts(both[0].bme, both[0].known, both[1].bme, both[1].known)
            where = f"{name};staff_group={staff_group};band={band}"
            yield _part(new, where, counts)(100 * mean_declared * parts[place])


def _split(both: Both, wholes: Both, mean_share: float) -> tuple[float, float]:
    """Split what a cell adds to the change among those known into within and mix."""
    weights = [heads.known / whole.known for heads, whole in zip(both, wholes, strict=True)]
    shares = [heads.bme / heads.known if heads.known else None for heads in both]
    now, then = (one if one is not None else other for one, other in (shares, shares[::-1]))
    if now is None or then is None:
        return 0.0, 0.0
    within = sum(weights) / 2 * (now - then)
    mix = ((now + then) / 2 - mean_share) * (weights[0] - weights[1])
    return within, mix


def _why(cells: Mapping[Cell, Both]) -> str:
    """Say how coarse the cells are, where they are not pay bands."""
    if not cells:
        return NO_CELLS
    whole = [staff_group for staff_group, band in cells if band == ALL]
    return f"{' and '.join(whole)} {NO_BANDS}" if whole else ""


def _counts(numerator: int, denominator: int, before: int, of: int) -> dict[str, int]:
    return {
        "numerator": numerator,
        "denominator": denominator,
        "comparator_numerator": before,
        "comparator_denominator": of,
    }


def _part(new: Any, name: str, counts: Mapping[str, int]) -> Any:
    def of(value: float, reason: str = "") -> Result:
        made: Result = new(breakdown=f"part={name}", value=value, reason=reason, **counts)
        return made

    return of
