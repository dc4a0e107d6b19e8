"""Percentages told as so many times another: `14.6%, which is 2.5 times the 7.3% of ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wres.audit.pieces import PERCENT, P

__all__ = ["Multiple", "multiples_in"]

_TIMES: Final = re.compile(
    rf"(?<![\d.])(?P<one>{P}){PERCENT}[^.;%]{{0,140}}?(?<![\d.])(?P<times>\d+\.\d+)\stimes\s"
    rf"(?:the|that|those|as)\b[^.;%\d]{{0,60}}?(?P<two>{P}){PERCENT}"
)


@dataclass(frozen=True)
class Multiple:
    """So many times another percentage, with both percentages in one sentence."""

    start: int
    end: int
    times: str
    one: str
    two: str


def multiples_in(text: str) -> Iterator[Multiple]:
    """Yield the multiples of a text that its own two percentages make.

    Examples
    --------
    >>> [one.times for one in multiples_in("14.6%, which is 2.5 times the 7.3% of White staff")]
    ['2.5']
    """
    for match in _TIMES.finditer(text):
        yield Multiple(*match.span("times"), match["times"], match["one"], match["two"])
