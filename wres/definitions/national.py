"""What the codes of `benchmarks/national.csv` stand for, in words and in the order of a report."""

from __future__ import annotations

from typing import Final

from wres.definitions.indicators import indicator

__all__ = ["NATIONAL_CODES", "national_figure", "national_indicator"]

# The indicator, or `workforce`, and what a share is a share of.
NATIONAL_CODES: Final[dict[str, tuple[str, str]]] = {
    "workforce_share": ("workforce", "all staff"),
    "1_VSM": ("1", "very senior managers"),
    "1_band_8c_plus": ("1", "staff in band 8c and above"),
    "1_doctors": ("1", "doctors"),
    "1_nurses": ("1", "nurses"),
    **{number: (number, "") for number in "2345678"},
    "9_board_share": ("9", "board members"),
}


def national_indicator(code: str) -> str:
    """Name the indicator that a code belongs to.

    Examples
    --------
    >>> national_indicator("1_VSM"), national_indicator("workforce_share")
    ('1. Staff by pay band', 'Whole workforce')
    """
    number = NATIONAL_CODES[code][0]
    if number == "workforce":
        return "Whole workforce"
    return f"{number}. {indicator(number).short_title}"


def national_figure(code: str, group: str, unit: str) -> str:
    """Say what a figure of an ethnic group is.

    Examples
    --------
    >>> national_figure("9_board_share", "BME", "%"), national_figure("1_VSM", "BME", "headcount")
    ('BME share of board members', 'BME, number of very senior managers')
    >>> national_figure("2", "White over BME", "ratio")
    'White over BME'
    """
    of = NATIONAL_CODES[code][1]
    if not of:
        return group
    return f"{group}, number of {of}" if unit == "headcount" else f"{group} share of {of}"
