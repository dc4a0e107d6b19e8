"""Printed numbers and the range of true values that each of them may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

__all__ = ["NO_LIMIT", "NUMBER", "OVER_ZERO", "Printed", "exactly", "printed", "printed_all"]

MINUS = "\N{MINUS SIGN}"
NUMBER = rf"[+{MINUS}-]?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|[+{MINUS}-]?\d+(?:\.\d+)?"
# Values of results.csv are decimal expansions of binary fractions: exact to far more than this.
EXACT = 1e-9


@dataclass(frozen=True)
class Printed:
    """The least and the greatest true value that are printed so."""

    low: float
    high: float


# In place of a ratio; the number in it is none of the ratio's.
OVER_ZERO = "over 0"
# "no upper limit": an interval that is open at the top.
NO_LIMIT = Printed(inf, inf)


def printed(text: str) -> Printed | None:
    """Read the first number of a text, halves rounded away from zero: 9.4% is 9.35 to 9.45."""
    found = re.search(NUMBER, text)
    return None if found is None else _range(found.group())


def printed_all(text: str) -> list[Printed]:
    """Read every number of a text; a minus directly after a digit is a dash."""
    return [_range(found) for found in re.findall(NUMBER, text)]


def exactly(value: float) -> Printed:
    """Give the range of a value that is written unrounded."""
    reach = EXACT * max(1.0, abs(value))
    return Printed(value - reach, value + reach)


def _range(text: str) -> Printed:
    plain = text.replace(",", "").replace(MINUS, "-")
    value = float(plain)
    if "." not in plain and plain.lstrip("+-").isdigit() and "%" not in text:
        decimals = 0
    else:
        decimals = len(plain.split(".")[1])
    half = 0.5 * 10.0**-decimals
    inner = half - EXACT  # the far end rounds to the next number
    if value == 0:
        return Printed(-inner, inner)
    if value > 0:
        return Printed(value - half, value + inner)
    return Printed(value - inner, value + half)
