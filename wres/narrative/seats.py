"""A share of a board in seats: a number of people that nobody counts in tenths."""

from __future__ import annotations

from decimal import Decimal

from wres.labels import format_people, round_half_up

__all__ = ["seats"]

WORDS = {
    "0.4": "about half a seat",
    "0.5": "half a seat",
    "0.6": "about half a seat",
    "0.9": "about one seat",
    "1.0": "about one seat",
    "1.1": "about one seat",
    "1.4": "about one and a half seats",
    "1.5": "about one and a half seats",
    "1.6": "about one and a half seats",
}


def seats(value: float) -> str:
    """Write a number of seats: halves in words up to one and a half, else one decimal.

    Examples
    --------
    >>> seats(0.5194), seats(1.374), seats(1.45), seats(2.33)
    ('half a seat', 'about one and a half seats', 'about one and a half seats', '2.3 seats')
    >>> seats(0.687), seats(1.06)
    ('0.7 of a seat', 'about one seat')
    """
    tenths: Decimal = round_half_up(value, 1)
    if not tenths:
        return "less than a tenth of a seat"
    if str(tenths) in WORDS:
        return WORDS[str(tenths)]
    return f"{format_people(value)} {'of a seat' if tenths < 1 else 'seats'}"
