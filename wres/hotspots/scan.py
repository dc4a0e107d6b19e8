"""Every place held against the rest, with false discoveries held down over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from wres.hotspots.cells import Cells, Spot
from wres.hotspots.measures import MEASURES, SHARE, Measure, measure
from wres.hotspots.sides import Sides, sides_of
from wres.stats import Interval, Pair, koopman_interval, mantel_haenszel, relative_likelihood
from wres.stats.discoveries import adjusted_p_values
from wres.stats.exact import Spread, interaction, membership

__all__ = ["RATE", "Finding", "scan", "spread_of"]

# False discoveries among the places named, at most.
RATE = 0.05


@dataclass(frozen=True)
class Finding:
    """One place, held against the rest by one measure.

    Parameters
    ----------
    key : str
        Of the measure.
    spot : Spot
        The place.
    sides : Sides
        The counts compared.
    seen : int
        Events of BME people there (of `workforce`, BME staff).
    expected : float
        How many there would be if the place had the gap that it and the rest have together (of
        `workforce`, their share), band by band.
    chance : float
        How likely a difference as large is where there is none.
    rate : float
        The least rate of false discoveries at which it would be told; infinite where too few
        people are there for any outcome to be told.
    spread : Spread
        How many events there would be where there is no difference.
    """

    key: str
    spot: Spot
    sides: Sides
    seen: int
    expected: float
    chance: float
    spread: Spread
    rate: float = inf

    @property
    def measure(self) -> Measure:
        """What is compared."""
        return measure(self.key)

    def limits(self, confidence: float) -> Interval:
        """Give the limits between which events lie where there is no difference, in percent."""
        tail = (100 - confidence) / 200
        return Interval(self.spread.limit(tail), self.spread.limit(1 - tail))

    @property
    def too_few(self) -> bool:
        """Whether no outcome could have been told."""
        return self.rate == inf

    @property
    def excess(self) -> float:
        """Events beyond those expected; below 0, fewer."""
        return self.seen - self.expected

    @property
    def direction(self) -> str:
        """Whether there are `more` events of BME people than expected, or `fewer`."""
        return "more" if self.excess > 0 else "fewer"

    @property
    def is_worse(self) -> bool:
        """Whether the difference is to the disadvantage of BME people."""
        return self.measure.worse == self.direction

    def ratio(self) -> tuple[float | None, Interval | None]:
        """Give the BME likelihood over the White one there, within bands where these are known."""
        if self.key == SHARE:
            return None, None
        if self.sides.banded:
            pooled = mantel_haenszel(self.sides.place)
            return pooled.value, pooled.interval
        return relative_likelihood(*self.sides.own), koopman_interval(*self.sides.own)

    def ratio_of_rest(self) -> float | None:
        """Give the same of the rest."""
        if self.sides.banded:
            return mantel_haenszel(self.sides.rest).value
        return relative_likelihood(*self.sides.others)

    def shares(self) -> tuple[float | None, float | None]:
        """Give the likelihood of BME people there, and that of the rest."""
        return self.sides.own[0].likelihood, self.sides.others[0].likelihood


def scan(cells: Cells, keys: Iterable[str] | None = None) -> list[Finding]:
    """Hold every place against the rest by every measure.

    Parameters
    ----------
    cells : Cells
        Counts of a year.
    keys : iterable of str, optional
        The measures; all where not given.

    Returns
    -------
    list of Finding
        All that could be compared, those told at the lowest rate first.

    Notes
    -----
    The family is every place and measure looked at, but for those of which no outcome could be
    told, which their margins alone decide: Tarone (1990), Biometrics 46, 515-522.
    """
    wanted = [one.key for one in MEASURES] if keys is None else list(keys)
    found = [one for spot in cells.spots() for key in wanted if (one := _finding(cells, key, spot))]
    family = [one for one in found if not one.too_few]
    rates = adjusted_p_values([one.chance for one in family])
    told = [replace(one, rate=rate) for one, rate in zip(family, rates, strict=True)]
    few = [one for one in found if one.too_few]
    return sorted(told, key=_order) + few


def _order(one: Finding) -> tuple[float, ...]:
    """Order findings by how sure they are.

    A place and all the rest are as sure and differ as much: first then is where it is worse. What
    is beyond nine digits is of the way they were worked out.
    """
    far = float(f"{abs(one.excess):.9g}")
    return one.rate, float(f"{one.chance:.9g}"), -far, not one.is_worse


def _finding(cells: Cells, key: str, spot: Spot) -> Finding | None:
    sides = sides_of(cells, key, spot)
    spread = None if sides is None else spread_of(key, sides)
    if sides is None or spread is None:
        return None
    rarest = min(float(spread.chances[0]), float(spread.chances[-1]))
    return Finding(
        key,
        spot,
        sides,
        spread.seen,
        spread.expected,
        spread.p_value,
        spread,
        rate=1.0 if rarest <= RATE else inf,
    )


def spread_of(key: str, sides: Sides) -> Spread | None:
    """Give the spread of what is counted in a place that does not differ from its rest."""
    if key != SHARE:
        return interaction(sides.place, sides.rest)
    return membership([_heads(one) for one in sides.place], [_heads(one) for one in sides.rest])


def _heads(stratum: tuple[Pair, Pair]) -> tuple[int, int]:
    group, _ = stratum
    return int(group.events), group.base
