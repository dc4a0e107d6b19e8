"""England, its NHS regions and types of trust, under whatever name they are printed.

The lists are data (`geographies.yml`). Two places are the same only where a list says so: no
spelling is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions

__all__ = ["ENGLAND", "load_geographies", "read_geography", "read_region", "read_trust_type"]

ENGLAND: Final = "England"


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Closed):
    """A name, and other spellings of it."""

    name: str
    also: tuple[str, ...] = ()


class TrustType(Place):
    """A type of trust; whether its name was looked up."""

    basis: Literal["verified", "unverified"]


class Geographies(_Closed):
    """`geographies.yml`."""

    version: int
    country: Place
    regions: tuple[Place, ...]
    trust_types: tuple[TrustType, ...]


@cache
def load_geographies() -> Geographies:
    """Read `geographies.yml`."""
    return read_definitions("wres.definitions", "geographies.yml", Geographies)


def read_region(text: str) -> str | None:
    """Give the NHS region that a name means, or None.

    Examples
    --------
    >>> read_region("North East & Yorkshire"), read_region("Wessex")
    ('North East and Yorkshire', None)
    """
    return _find(text, load_geographies().regions)


def read_trust_type(text: str) -> str | None:
    """Give the type of trust that a name means, or None.

    Examples
    --------
    >>> read_trust_type("Community trusts"), read_trust_type("hospice")
    ('community', None)
    """
    return _find(text, load_geographies().trust_types)


def read_geography(text: str) -> str | None:
    """Give England, the region or the type of trust that a name means, or None."""
    lists = load_geographies()
    return _find(text, (lists.country, *lists.regions, *lists.trust_types))


def _find(text: str, places: Iterable[Place]) -> str | None:
    wanted = _plain(text)
    for place in places:
        if wanted in {_plain(name) for name in (place.name, *place.also)}:
            return place.name
    return None


def _plain(text: str) -> str:
    words = " ".join(text.casefold().replace("&", " and ").replace(",", " ").split())
    return re.sub(r" (region|trusts?)$", "", words)
