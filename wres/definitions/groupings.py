"""Groupings of pay bands that measures need: data (`groupings.yml`), each read as a band is."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from wres.definitions.bands import load_bands, parse_band
from wres.definitions.reading import read_definitions

__all__ = [
    "COMPARED_WITHIN",
    "LEVELS",
    "STEPS",
    "Groupings",
    "cluster_groups",
    "cluster_of",
    "load_groupings",
    "strata",
    "stratum_of",
]

Level = Literal["lower", "middle", "upper"]
LEVELS: tuple[Level, ...] = ("lower", "middle", "upper")
# From which grouping of bands to which a race disparity ratio is told.
STEPS: tuple[tuple[Level, Level], ...] = (
    ("lower", "middle"),
    ("middle", "upper"),
    ("lower", "upper"),
)
# How a ratio's reason begins to name the groupings within which it compares.
COMPARED_WITHIN = "compared within "

Basis = Literal["verified", "unverified"]
Label = Annotated[str, AfterValidator(lambda label: parse_band(label).label)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RaceDisparity(_Closed):
    """The three groupings of the race disparity ratio."""

    basis: Basis
    lower: Label
    middle: Label
    upper: Label

    def band(self, level: Level) -> str:
        """Give the label of one of the three."""
        return str(getattr(self, level))


class ModelEmployerBands(_Closed):
    """The senior bands of "A Model Employer"."""

    basis: Basis
    bands: tuple[Label, ...]


class Clusters(_Closed):
    """The clusters, the first being number 1."""

    basis: Basis
    bands: tuple[Label, ...]


class Groupings(_Closed):
    """`groupings.yml`."""

    version: int
    race_disparity: RaceDisparity
    clusters: Clusters
    model_employer: ModelEmployerBands


@cache
def load_groupings() -> Groupings:
    """Read `groupings.yml`.

    Examples
    --------
    >>> load_groupings().race_disparity.band("upper")
    '8a-VSM'
    """
    return read_definitions("wres.definitions", "groupings.yml", Groupings)


@cache
def cluster_groups() -> tuple[str, ...]:
    """Give the clusters that are made of several bands.

    Examples
    --------
    >>> cluster_groups()
    ('under 1-4', '5-7', '8a-8b', '8c-9 and VSM')
    """
    return tuple(one for one in load_groupings().clusters.bands if len(parse_band(one).members) > 1)


@cache
def cluster_of(label: str) -> int | None:
    """Give the number of the cluster that a band or grouping is; None where it is none.

    Staff under band 1 need not be named: few trusts have any.

    Examples
    --------
    >>> cluster_of("1-4"), cluster_of("trainee"), cluster_of("5")
    (1, 7, None)
    """
    members = _but_lowest(label)
    bands = load_groupings().clusters.bands
    found = [place for place, one in enumerate(bands, 1) if members == _but_lowest(one)]
    return found[0] if found else None


def _but_lowest(label: str) -> frozenset[str]:
    return parse_band(label).members - {"under 1"}


@cache
def strata() -> tuple[str, ...]:
    """Give the groupings within which events are compared: they leave nobody out.

    Examples
    --------
    >>> strata()
    ('under 1-5', '6-7', '8a-VSM', 'medical and dental')
    """
    bands = load_groupings().race_disparity
    return (*(bands.band(level) for level in LEVELS), load_bands().medical_together.label)


@cache
def stratum_of(label: str) -> str | None:
    """Give the one of `strata` that holds a band or grouping; None where it lies across two.

    Examples
    --------
    >>> stratum_of("2-4"), stratum_of("trainee"), stratum_of("5-7")
    ('under 1-5', 'medical and dental', None)
    """
    members = parse_band(label).members
    if members <= {band.label for band in load_bands().medical}:
        return load_bands().medical_together.label
    return next((one for one in strata() if members <= parse_band(one).members), None)
