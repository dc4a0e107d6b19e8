"""Groupings of pay bands that measures need: data (`groupings.yml`), each read as a band is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict

from wres.definitions.bands import parse_band

__all__ = ["LEVELS", "STEPS", "Groupings", "load_groupings"]

Level = Literal["lower", "middle", "upper"]
LEVELS: tuple[Level, ...] = ("lower", "middle", "upper")
# From which grouping of bands to which a race disparity ratio is told.
STEPS: tuple[tuple[Level, Level], ...] = (
    ("lower", "middle"),
    ("middle", "upper"),
    ("lower", "upper"),
)

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


class Groupings(_Closed):
    """`groupings.yml`."""

    version: int
    race_disparity: RaceDisparity
    model_employer: ModelEmployerBands


@cache
def load_groupings() -> Groupings:
    """Read `groupings.yml`.

    Examples
    --------
    >>> load_groupings().race_disparity.band("upper")
    '8a-VSM'
    """
    text = files("wres.definitions").joinpath("groupings.yml").read_text(encoding="utf-8")
    return Groupings.model_validate(yaml.safe_load(text))
