"""Which fictional trusts there are: their sizes, regions, types and mix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wres.simulate.assumptions import load_assumptions
from wres.simulate.draws import Draws

__all__ = ["SimulatedTrust", "plan_trusts"]

_SIDES = ("", "North ", "South ", "East ", "West ", "Upper ", "Lower ", "Old ", "New ")


@dataclass(frozen=True)
class SimulatedTrust:
    """A fictional trust.

    Parameters
    ----------
    ods_code : str
        `ZZ1`, `ZZ2`, ...: no trust has such a code.
    name, region, type : str
        As in `trust.yml`.
    staff : int
        Substantive staff, about, in the first year.
    bme, unknown : float
        Share of staff who are BME (in the newest year of the national figures), and of those whose
        ethnicity is not known.
    seed : int
        The seed of the run.
    """

    ods_code: str
    name: str
    region: str
    type: str
    staff: int
    bme: float
    unknown: float
    seed: int

    def draws(self, *purpose: object) -> Draws:
        """Give this trust's chance for one purpose."""
        return Draws(self.seed, self.ods_code, *purpose)

    def bme_share(self, year: int) -> float:
        """Give the share of BME staff aimed at in a year."""
        return self.bme * load_assumptions().level(year)


def plan_trusts(trusts: int, seed: int) -> Iterator[SimulatedTrust]:
    """Plan so many trusts, from the smallest (`ZZ1`, whatever their number) to the largest."""
    for place in range(trusts):
        yield _plan(place, _size(place, trusts), seed)


def _size(place: int, trusts: int) -> int:
    sizes = load_assumptions().sizes
    rank = place / max(trusts - 1, 1)
    times: float = (sizes.largest / sizes.smallest) ** (rank**sizes.bend)
    return round(sizes.smallest * times)


def _plan(place: int, staff: int, seed: int) -> SimulatedTrust:
    code = f"ZZ{place + 1}"
    draws = Draws(seed, code, "plan")
    assume = load_assumptions()
    kind = draws.weighted(_types_of(staff))
    region = draws.weighted({name: one.weight for name, one in assume.regions.items()})
    share = draws.about(assume.regions[region].bme * assume.type_bme[kind], assume.bme_spread)
    return SimulatedTrust(
        ods_code=code,
        name=_name(place, kind),
        region=region,
        type=kind,
        staff=staff,
        bme=float(np.clip(share, *assume.bme_limits)),
        unknown=draws.number(*assume.unknown_limits),
        seed=seed,
    )


def _types_of(staff: int) -> dict[str, float]:
    return next(one.weights for one in load_assumptions().types if staff <= one.up_to)


def _name(place: int, kind: str) -> str:
    assume = load_assumptions()
    turn, which = divmod(place, len(assume.places))
    side = _SIDES[turn] if turn < len(_SIDES) else f"Number {turn} "
    return f"Fictional {side}{assume.places[which]} {assume.kinds[kind]} NHS Trust (fictional)"
