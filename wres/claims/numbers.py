"""A number as it is written, and the values that its writing allows.

`11.5` is anything that is printed so, halves rounded up or to even; `nearly a quarter` is a bit
less than a quarter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from wres.labels import round_half_up

__all__ = ["Number", "hedged", "roomy"]

# How far words reach, as a share of the number: `about 25%`, `nearly 25%`, `a quarter`, `twice`.
ABOUT, NEARLY, BARELY, FRACTION, FACTOR, MULTIPLE = 0.08, 0.12, 0.2, 0.05, 0.1, 0.15
_NO_END = float("inf")


@dataclass(frozen=True)
class Number:
    """A number of a sentence.

    Parameters
    ----------
    first, last : int
        Tokens that it covers, hedge, unit and base included.
    value : float or None
        None for an inline value that is not filled.
    low, high : float
        What it may be the printing of.
    decimals : int
        As written.
    unit : {'%', 'points', 'ratio', ''}
    form : {'digits', 'words', 'fraction', 'one in', 'count of', 'factor', 'multiple', 'filled'}
    core : int
        Token at which the number itself begins.
    sign : int
        -1 or 1 where a sign is written, else 0.
    base : float or None
        The second number of `17 of 2,643`.
    base_at : int
        Token of the base.
    hedge : str
        `about`, `nearly`, `over`, ...; empty without one.
    """

    first: int
    last: int
    value: float | None
    low: float
    high: float
    decimals: int = 0
    unit: str = ""
    form: str = "digits"
    core: int = 0
    sign: int = 0
    base: float | None = None
    base_at: int = 0
    hedge: str = ""

    def holds(self, value: float, low: float, high: float) -> bool:
        """Say whether a figure may be printed so; `low` and `high` bound what is known of it."""
        if low == high and self._is_plain():
            return self._prints(value)
        slack = 1e-7 * max(1.0, abs(value))
        return self.low - slack <= high and low <= self.high + slack

    def _is_plain(self) -> bool:
        """Say whether the number is what was printed: no hedge, no other unit."""
        digit = 10.0**-self.decimals
        written = self.form in {"digits", "words"} and not self.hedge and self.value is not None
        return written and abs(self.high - self.low - digit) < 1e-9

    def _prints(self, value: float) -> bool:
        written = round_half_up(self.value or 0.0, self.decimals)
        unit = Decimal(1).scaleb(-self.decimals)
        even = Decimal(repr(round(value, 10))).quantize(unit, ROUND_HALF_EVEN)
        return written in {round_half_up(value, self.decimals), even}

    def scaled(self, factor: float, unit: str) -> Number:
        """Give the same in another unit: a fifth is 20%."""
        value = None if self.value is None else self.value * factor
        return replace(self, value=value, low=self.low * factor, high=self.high * factor, unit=unit)

    def moved(self, by: float, sign: int, unit: str) -> Number:
        """Give a number counted from elsewhere: 48% more is 1.48 times."""
        ends = sorted((by + sign * self.low, by + sign * self.high))
        value = None if self.value is None else by + sign * self.value
        return replace(self, value=value, low=ends[0], high=ends[1], unit=unit)


def roomy(number: Number) -> Number:
    """Give fractions and factors the room that everyday words have."""
    room = {"fraction": FRACTION, "factor": FACTOR, "one in": FACTOR, "multiple": FACTOR}.get(
        number.form
    )
    if number.value is None or room is None:
        return number
    return replace(number, low=number.value * (1 - room), high=number.value * (1 + room))


def hedged(number: Number) -> Number:
    """Widen a number by the hedge before it."""
    value = number.value or 0.0
    half = 0.5 * 10.0**-number.decimals if number.decimals else 0.0
    room = MULTIPLE if number.form == "multiple" else ABOUT
    about = max(room * value, 0.5 if number.unit and number.form == "digits" else 0.0, half)
    ends = {
        "about": (value - about, value + about),
        "nearly": (value * (1 - NEARLY), value + half),
        "barely": (value - half, value + max(BARELY * value, half)),
        "over": (value - half, _NO_END),
        "least": (value - half, _NO_END),
        "under": (-_NO_END, value + half),
        "most": (-_NO_END, value + half),
    }
    low, high = ends.get(number.hedge, (number.low, number.high))
    return replace(number, low=low, high=high)
