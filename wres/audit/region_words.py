"""The NHS regions that a sentence names: whose figures stand there, and not the trust's own."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from wres.claims.lexicon import Matcher
from wres.definitions.geographies import load_geographies

__all__ = ["matcher_for", "regions_in"]

# What makes a region's name a part of another: `South London`, `Royal Free London`.
_INSIDE: Final = re.compile(
    r"\b(?!(?:In|The|Across|For|Of|At|Our|While|Whereas)\b)[A-Z][\w'’]+[\s-]$"
)
# ... `London North West`, `Midlands Partnership`, `East of England Ambulance Service`.
_LEADING: Final = re.compile(
    r"[\s-](?:(?:and|of)\s)?(?!(?:NHS\s)?(?:Region|BME|BAME|White|Trusts|Average|WRES)\b)[A-Z]"
)


def regions_in(text: str) -> tuple[str, ...]:
    """Give the NHS regions that a sentence names, in the order of the list; no trust by its name.

    Examples
    --------
    >>> regions_in("In 2023 the Midlands ratio was 1.50, that of the North West 1.58.")
    ('Midlands', 'North West')
    >>> regions_in("Royal Free London and Midlands Partnership are trusts.")
    ()
    """
    return tuple(region.name for region in load_geographies().regions if _names(text, region.name))


def _names(text: str, region: str) -> bool:
    return any(
        not _INSIDE.search(text[: found.start()]) and not _LEADING.match(text[found.end() :])
        for found in re.finditer(rf"\b{region}\b", text)
    )


def matcher_for(text: str) -> Matcher:
    """Give what finds the lexicon's phrases in a sentence, with the regions that it names."""
    return _matcher(regions_in(text))


@cache
def _matcher(regions: tuple[str, ...]) -> Matcher:
    return Matcher([(name, "comparator", name) for name in regions])
