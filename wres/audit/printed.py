"""Figures as printed: their value, their decimals, and what they may be the rounding of.

Everything is worked out in fractions, so that a half is a half: a printed figure stands for every
value from half its last digit below to half above, both ends with it. Rounding half up and
rounding half to even are then both right, and nothing else is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor

from wres.claims.lexicon import Matcher
from wres.claims.number_finder import find_numbers
from wres.claims.tokens import tokenise

__all__ = ["Printed", "Span", "exact_decimal", "format_number", "read_printed"]

_DIGITS = re.compile(
    r"""^[^\w.+−–-]*(?P<arrow>[↑↓▲▼⬆⬇]?)\s*
    (?P<sign>[+−–-]|\((?=[^()]*\)$))?\s*
    (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
    \s*\)?\s*(?P<unit>%|x\b|times\b)?\s*
    (?P<points>(?:percentage\s+|%\s*)?(?:points?|pts?\b|pp\b|ppts?\b|ppt\b|p\.p\.))?
    \s*[)*†‡§¹²³↑↓▲▼⬆⬇]*\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_MINUS = frozenset("−–-(")
_LIKELIER = re.compile(
    r"(?P<share>\d+(?:\.\d+)?)\s?(?:%|per\s?cent) (?P<way>more|less) likely", re.IGNORECASE
)


@dataclass(frozen=True)
class Span:
    """Every value from `low` to `high`."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Fraction | int) -> Span:
        """Give the span of one value."""
        return cls(Fraction(value), Fraction(value))

    @property
    def middle(self) -> Fraction:
        """The value in the middle."""
        return (self.low + self.high) / 2

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Span) -> Span:
        return Span(self.low - other.high, self.high - other.low)

    def over(self, other: Span) -> Span | None:
        """Divide two spans of values not below 0; None where the divisor may be 0."""
        if other.low <= 0:
            return None
        return Span(self.low / other.high, self.high / other.low)

    def meets(self, other: Span) -> bool:
        """Say whether any value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Fraction) -> Span:
        """Give the span with so much added at both ends."""
        return Span(self.low - by, self.high + by)

    def mirrored(self) -> Span:
        """Give the span with its sign turned round."""
        return Span(-self.high, -self.low)


@dataclass(frozen=True)
class Printed:
    """A figure as it stands in a document.

    Parameters
    ----------
    text : str
        As printed.
    value : Fraction
    span : Span
        Every value that it may be the rounding of.
    decimals : int
    unit : {'%', 'points', 'ratio', ''}
        As printed; a bare number has none.
    signed : bool
        Whether a sign is printed.
    arrow : int
        1 or -1 where an arrow is printed beside it.
    hedged : bool
        Whether words (`about`, `nearly`) make it less than exact.
    """

    text: str
    value: Fraction
    span: Span
    decimals: int
    unit: str
    signed: bool = False
    arrow: int = 0
    hedged: bool = False

    @property
    def half(self) -> Fraction:
        """Half of the last digit printed."""
        return Fraction(1, 2 * 10**self.decimals)

    def fits(self, span: Span) -> bool:
        """Say whether this is a right rounding of some value in `span`."""
        if span.low == span.high and not self.hedged:
            return self.value in self._roundings(span.low)
        return self.span.meets(span)

    def _roundings(self, exact: Fraction) -> set[Fraction]:
        """Give a value rounded half up (away from zero) and half to even."""
        scale = 10**self.decimals
        size = abs(exact) * scale
        half_up = floor(size + Fraction(1, 2))
        sign = -1 if exact < 0 else 1
        return {sign * Fraction(count, scale) for count in (half_up, round(size))}

    def nearly_fits(self, span: Span) -> bool:
        """Say whether it lies less than one last digit off: cut off, or rounded the wrong way."""
        return self.span.widened(self.half).meets(span)

    def is_cut_off(self, exact: Fraction) -> bool:
        """Say whether digits were cut off instead of rounded."""
        size = abs(exact) * 10**self.decimals
        return bool(abs(self.value) * 10**self.decimals == floor(size) != size)

    def misrounding(self, exact: Fraction) -> str:
        """Name how a value was rounded wrongly: `truncation`, or `wrong rounding`.

        Empty where it is right, or off by as much as one last digit.
        """
        if not self.nearly_fits(Span.exactly(exact)) or abs(self.value - exact) >= 2 * self.half:
            return ""
        return "truncation" if self.is_cut_off(exact) else "wrong rounding"

    def mirrored(self) -> Printed:
        """Give the same figure with its sign turned round."""
        return Printed(
            self.text, -self.value, self.span.mirrored(), self.decimals, self.unit, self.signed
        )

    def scaled(self, factor: int) -> Printed:
        """Give the same figure in another unit: 0.25 as 25%."""
        span = Span(self.span.low * factor, self.span.high * factor)
        lost = len(str(factor)) - 1
        return Printed(
            self.text, self.value * factor, span, max(self.decimals - lost, 0), self.unit
        )


@lru_cache(maxsize=1 << 14)
def read_printed(text: str) -> Printed | None:
    """Read one figure as printed, in digits or in words.

    Examples
    --------
    >>> figure = read_printed("−4.7%")
    >>> float(figure.value), figure.decimals, figure.unit
    (-4.7, 1, '%')
    >>> read_printed("one in five").unit, read_printed("not known")
    ('%', None)
    >>> float(read_printed("48% more likely").value)
    1.48
    """
    stripped = " ".join(text.split())
    if likelier := _LIKELIER.fullmatch(stripped):
        return _from_likelier(likelier)
    match = _DIGITS.match(stripped)
    return _from_digits(stripped, match) if match else _from_words(stripped)


def _from_digits(text: str, match: re.Match[str]) -> Printed:
    digits = match["digits"].replace(",", "")
    decimals = len(digits.partition(".")[2])
    value = Fraction(digits)
    if match["sign"] is not None and match["sign"] in _MINUS:
        value = -value
    arrow = {"↑": 1, "▲": 1, "⬆": 1, "↓": -1, "▼": -1, "⬇": -1}
    half = Fraction(1, 2 * 10**decimals)
    unit = "points" if match["points"] else "%" if match["unit"] == "%" else ""
    if match["unit"] and match["unit"].lower() in {"x", "times"}:
        unit = "ratio"
    found = [arrow[mark] for mark in text if mark in arrow]
    return Printed(
        text,
        value,
        Span(value - half, value + half),
        decimals,
        unit,
        signed=match["sign"] is not None,
        arrow=found[0] if found else 0,
    )


def _from_likelier(match: re.Match[str]) -> Printed:
    """Read how many per cent more or less likely one group is as the ratio that it makes."""
    decimals = len(match["share"].partition(".")[2]) + 2
    away = Fraction(match["share"]) / 100
    value = 1 + away if match["way"].lower() == "more" else 1 - away
    half = Fraction(1, 2 * 10**decimals)
    return Printed(match[0], value, Span(value - half, value + half), decimals, "ratio")


def _from_words(text: str) -> Printed | None:
    tokens = tokenise(text)
    numbers = find_numbers(tokens, Matcher().marks(tokens))
    if not numbers or numbers[0].value is None:
        return None
    first = numbers[0]
    low, high = exact_decimal(first.low), exact_decimal(first.high)
    return Printed(
        text,
        exact_decimal(first.value or 0.0),
        Span(low, high),
        first.decimals,
        first.unit,
        signed=first.sign != 0,
        hedged=bool(first.hedge) or first.form not in {"digits", "words"},
    )


def exact_decimal(value: float) -> Fraction:
    """Give a decimal that was kept as a float as the fraction that was meant."""
    if value in {float("inf"), float("-inf")}:
        return Fraction(10**12 if value > 0 else -(10**12))
    return Fraction(repr(round(value, 9)))


def format_number(value: Fraction, decimals: int = 2) -> str:
    """Write a value with so many decimals, rounded half up; a whole number of people bare.

    Examples
    --------
    >>> format_number(Fraction(1, 8)), format_number(Fraction(2643), 0)
    ('0.13', '2,643')
    """
    scaled = abs(value) * 10**decimals
    whole = floor(scaled + Fraction(1, 2))
    text = f"{whole // 10**decimals:,}"
    if decimals:
        text += f".{whole % 10**decimals:0{decimals}d}"
    return f"\N{MINUS SIGN}{text}" if value < 0 and whole else text
