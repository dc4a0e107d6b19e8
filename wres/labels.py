"""How figures are written, the same wherever they stand.

Rounding is half up on the decimal value (domain convention: ratios to 2 decimals, percentages
and differences in percentage points to 1). Python's own ``round`` rounds half to even and works
on the binary fraction, which prints 0.125 as 0.12.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

__all__ = [
    "BOARD_PARTS",
    "DECIMALS",
    "DIFFERENCES",
    "EQUAL_AT",
    "NOT_AVAILABLE",
    "NOT_COUNTED",
    "OVER_ZERO",
    "OVER_ZERO_NOTE",
    "OWN_FIGURES",
    "UNSURE_NOTE",
    "UNSURE_SYMBOL",
    "VERDICT_WORDS",
    "WITHHELD",
    "WITHHELD_NOTE",
    "WITHHELD_SYMBOL",
    "begin_sentences",
    "capitalise",
    "decapitalise",
    "escape_attribute",
    "escape_markdown",
    "format_box",
    "format_confidence",
    "format_contribution",
    "format_day",
    "format_figure",
    "format_headcount",
    "format_interval",
    "format_number",
    "format_people",
    "format_percent",
    "format_points",
    "format_ranks",
    "format_ratio",
    "format_result",
    "format_result_interval",
    "format_seats",
    "format_value",
    "is_over_zero",
    "is_withheld",
    "listed",
    "round_half_up",
    "why_withheld",
]

NOT_AVAILABLE = "not available"
OVER_ZERO = "over 0"  # in place of a ratio, as in its status
OVER_ZERO_NOTE = (
    "Over 0: nobody of the second group was counted, so the ratio has no value, and its interval "
    "no upper limit."
)
SEATS = {"0.5": "half a seat", "1.0": "one seat", "1.5": "one and a half seats"}
# In sentences the word; in tables, charts and alternative texts the symbol by which the Government
# Analysis Function marks a confidential figure.
WITHHELD = "withheld"
WITHHELD_SYMBOL = "[c]"
WITHHELD_NOTE = "[c] means withheld to protect people."
# The same list's symbol for what is less sure than it looks.
UNSURE_SYMBOL = "[u]"
UNSURE_NOTE = "[u] means that people of unknown ethnicity could turn this round."
# Parts of the board by breakdown, in the order in which they are shown.
BOARD_PARTS = {
    "all": "Board",
    "voting=yes": "Voting members",
    "voting=no": "Non-voting members",
    "membership=executive": "Executive members",
    "membership=non-executive": "Non-executive members",
    "membership=executive;voting=yes": "Executive members with a vote",
    "membership=executive;voting=no": "Executive members without a vote",
    "membership=non-executive;voting=yes": "Non-executive members with a vote",
    "membership=non-executive;voting=no": "Non-executive members without a vote",
}
# Measures in people that are goals or expectations and not counts, and their decimals: one number
# for each, so that a column has one. 0.03 people more a year is not none.
NOT_COUNTED = {"parity_headcount": 1, "trajectory": 1, "yearly_increase": 2, "excess_events": 1}
# Published, or given by the trust, as they stand: a whole one is given no false decimal.
AS_GIVEN = frozenset({"percentage", "gap", "supplementary"})
# Named as the source where a trust has named none.
OWN_FIGURES = "figures supplied by the trust"
# A verdict as it stands in a sentence, where that is not its own word.
VERDICT_WORDS = {"crossed": "crossed to the other side"}
# Measures that are differences: their sign says which way, so it always stands there.
DIFFERENCES = frozenset(
    {"gap", "difference", "change", "comparison", "contribution", "excess_events"}
)
# The value of a measure at which nothing differs, and the decimals that a unit is given.
EQUAL_AT = {"relative_likelihood": 1, "gap": 0, "change": 0, "comparison": 0}
DECIMALS = {"ratio": 2, "points": 1, "%": 1, "headcount": 0}
MINUS = "\N{MINUS SIGN}"
_PUNCTUATION = re.compile(r"([!-&(-/:-@\[-`{-~])")
_RESOLVED = str.maketrans({"\\": r"\\", "&": r"\&", "{": "&#123;", "}": "&#125;"})
# A share such as 9.45 is stored as 9.449999999999999; ten significant decimals are far finer than
# any share of a workforce (1/22,000) and far coarser than a binary artefact.
_GUARD_DECIMALS = Decimal("1e-10")


def round_half_up(value: float, decimals: int) -> Decimal:
    """Round half away from zero at `decimals` places.

    Examples
    --------
    >>> round_half_up(0.125, 2), round_half_up(-0.25, 1), round_half_up(9.45, 1)
    (Decimal('0.13'), Decimal('-0.3'), Decimal('9.5'))
    """
    exact = Decimal(value).quantize(_GUARD_DECIMALS, ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def format_percent(value: float | None, decimals: int = 1) -> str:
    """Write a share of 0-100 as '9.4%'; an absent one as 'not available'.

    Examples
    --------
    >>> format_percent(9.4046), format_percent(None)
    ('9.4%', 'not available')
    """
    return _number(value, decimals, suffix="%")


def format_ratio(value: float | None) -> str:
    """Write a ratio with two decimals and no percent sign.

    Examples
    --------
    >>> format_ratio(0.6403)
    '0.64'
    """
    return _number(value, 2)


def format_points(value: float | None, decimals: int = 1) -> str:
    """Write a difference in percentage points, signed unless it rounds to zero.

    Examples
    --------
    >>> format_points(-4.721), format_points(1.4), format_points(-0.04)
    ('−4.7', '+1.4', '0.0')
    """
    return _number(value, decimals, signed=True)


def format_contribution(value: float | None) -> str:
    """Write a part of a change in percentage points, and what the parts add up to.

    Two decimals tell a small part from none, and all have as many, so that they add up as printed.

    Examples
    --------
    >>> format_contribution(0.37), format_contribution(-0.06), format_contribution(0.0)
    ('+0.37', '−0.06', '0.00')
    """
    return format_points(value, 2)


def format_headcount(value: float | None) -> str:
    """Write a number of people with a comma at thousands.

    Examples
    --------
    >>> format_headcount(2480)
    '2,480'
    """
    return _number(value, 0)


def format_number(value: float | None) -> str:
    """Write a number that has no unit of the standard, with no more decimals than it has, of two.

    Examples
    --------
    >>> format_number(12500), format_number(3.5), format_number(0.125)
    ('12,500', '3.5', '0.13')
    """
    if value is None or _absent(value):
        return NOT_AVAILABLE
    exact = round_half_up(float(value), 8)
    decimals = next((some for some in (0, 1) if round_half_up(float(value), some) == exact), 2)
    return _number(value, decimals)


def format_people(value: float | None, measure: str, *, signed: bool = False) -> str:
    """Write a goal or an expectation in people, which need not be whole.

    Examples
    --------
    >>> format_people(0.5194, "parity_headcount"), format_people(0.03, "yearly_increase")
    ('0.5', '0.03')

    Raises
    ------
    KeyError
        If the measure is of people that are counted.
    """
    return _number(value, NOT_COUNTED[measure], signed=signed)


def format_seats(value: float) -> str:
    """Write a number of seats with one decimal; in words what that makes a half, one or 1.5.

    Parts of a board are printed beside the whole, so none is rounded further than the others.

    Examples
    --------
    >>> format_seats(0.5194), format_seats(1.0), format_seats(1.45)
    ('half a seat', 'one seat', 'one and a half seats')
    >>> format_seats(0.687), format_seats(1.374)
    ('0.7 of a seat', '1.4 seats')
    """
    tenths = round_half_up(value, 1)
    if not tenths:
        return "less than a tenth of a seat"
    if str(tenths) in SEATS:
        return SEATS[str(tenths)]
    return f"{format_people(value, 'parity_headcount')} {'of a seat' if tenths < 1 else 'seats'}"


def format_ranks(lower: float, upper: float) -> str:
    """Write a rank, or those between which it lies.

    Examples
    --------
    >>> format_ranks(1.0, 4.0), format_ranks(3.0, 3.0)
    ('1 to 4', '3')
    """
    first, last = format_headcount(lower), format_headcount(upper)
    return first if first == last else f"{first} to {last}"


def format_confidence(confidence: float) -> str:
    """Write the confidence of an interval, with a decimal only where it is not whole.

    Examples
    --------
    >>> format_confidence(95.0), format_confidence(100 - 5 / 7)
    ('95%', '99.3%')
    """
    return format_percent(confidence, 0 if _is_whole(confidence) else 1)


def format_interval(
    lower: float | None, upper: float | None, unit: str, *, equal: int | None = None
) -> str:
    """Write an interval as '0.45 to 0.98'; an open end as 'no upper limit' or 'no lower limit'.

    An end that stops short of `equal`, the value at which nothing differs, keeps as many decimals
    as show that it does. Where that is 0 it is the interval of a difference, and has signs.

    Examples
    --------
    >>> format_interval(0.447, 0.982, "ratio"), format_interval(3.2, float("inf"), "ratio")
    ('0.45 to 0.98', '3.20, no upper limit')
    >>> format_interval(0.41, 0.9981, "ratio", equal=1)
    '0.41 to 0.998'
    >>> format_interval(-0.43, 0.431, "ratio", equal=0)
    '−0.43 to +0.43'
    """
    if lower is None or upper is None or _absent(lower) or _absent(upper):
        return NOT_AVAILABLE
    if upper == float("inf"):
        return f"{_end(lower, unit, equal)}, no upper limit"
    if lower == float("-inf"):
        return f"no lower limit, up to {_end(upper, unit, equal)}"
    return f"{_end(lower, unit, equal)} to {_end(upper, unit, equal)}"


def _end(value: float, unit: str, equal: int | None) -> str:
    signed = equal == 0
    if equal is None or round_half_up(value, 8) == equal:
        return format_value(value, unit, signed=signed)
    usual = DECIMALS[unit]
    decimals = next(some for some in range(usual, 9) if round_half_up(value, some) != equal)
    return _in_unit(value, unit, decimals, signed=signed)


def format_value(value: float | None, unit: str, *, signed: bool = False) -> str:
    """Write `value` as its unit asks ('%', 'ratio', 'points', 'headcount').

    Points are a difference always and have their sign; other units have it where `signed`.

    Raises
    ------
    KeyError
        If the unit is not one of ``results.UNITS``.
    """
    return _in_unit(value, unit, DECIMALS[unit], signed=signed)


def format_figure(
    value: float | None, unit: str, *, published: bool = False, signed: bool = False
) -> str:
    """Write a figure of a result; one that was published whole is not given a false decimal.

    Parameters
    ----------
    signed : bool
        Whether it is a difference, whose sign says which way.

    Examples
    --------
    >>> format_figure(26.0, "%", published=True), format_figure(26.0, "%")
    ('26%', '26.0%')
    >>> format_figure(0.1, "ratio", signed=True), format_figure(-0.1, "ratio", signed=True)
    ('+0.10', '−0.10')
    """
    whole = published and unit in {"%", "points"} and not _absent(value) and _is_whole(value)
    return _in_unit(value, unit, 0 if whole else DECIMALS[unit], signed=signed)


def format_result(row: pd.Series, column: str = "value") -> str:
    """Write one of a result's figures (`value`, `previous`) as its unit and status ask.

    A likelihood has two decimals: that of entering a disciplinary process is well under 1%.
    """
    if row["unit"] == "number":
        return format_number(row[column])
    if row["measure"] == "likelihood":
        return format_percent(row[column], 2)
    signed = row["measure"] in DIFFERENCES
    if row["measure"] in NOT_COUNTED:
        return format_people(row[column], row["measure"], signed=signed)
    if row["measure"] == "contribution":
        return format_contribution(row[column])
    # The survey publishes percentages: those of the year before are published as well.
    published = row["status"] == "as published" or row["measure"] in AS_GIVEN
    return format_figure(row[column], row["unit"], published=published, signed=signed)


def format_result_interval(row: pd.Series) -> str:
    """Write a result's interval with as many decimals as its value."""
    if row["measure"] == "likelihood":
        return f"{format_percent(row['lower'], 2)} to {format_percent(row['upper'], 2)}"
    return format_interval(
        row["lower"], row["upper"], row["unit"], equal=EQUAL_AT.get(row["measure"])
    )


def is_withheld(row: pd.Series | None) -> bool:
    """Say whether a result is withheld to protect people."""
    return row is not None and row["status"] == "suppressed"


def is_over_zero(row: pd.Series | None) -> bool:
    """Say whether a result is a ratio over zero: it has an interval, and no value."""
    return row is not None and row["status"] == OVER_ZERO


def why_withheld(row: pd.Series) -> str:
    """Give a withheld result's reason as it goes on after 'is withheld: '."""
    reason = str(row["reason"]).strip().removeprefix("withheld:").strip().rstrip(".")
    return reason or "a count behind it could give away a person"


def _is_whole(value: float | None) -> bool:
    return round_half_up(float(value or 0.0), 6) % 1 == 0


def _absent(value: float | None) -> bool:
    return value is None or bool(pd.isna(value))


def _in_unit(value: float | None, unit: str, decimals: int, *, signed: bool) -> str:
    suffix = "%" if unit == "%" else ""
    return _number(value, decimals, suffix=suffix, signed=signed or unit == "points")


def _number(value: float | None, decimals: int, *, suffix: str = "", signed: bool = False) -> str:
    if value is None or _absent(value):
        return NOT_AVAILABLE
    rounded = round_half_up(float(value), decimals)
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}{abs(rounded):,.{decimals}f}{suffix}"


def escape_markdown(text: str) -> str:
    r"""Write `text` on one line so that markdown prints it as it stands.

    pandoc takes a backslash before any ASCII punctuation as "this very character". An apostrophe
    stays bare: it is set as a typographic one, and Quarto loses a table's caption at an escaped
    one.

    Examples
    --------
    >>> print(escape_markdown("St $5 & Co <b>"))
    St \$5 \& Co \<b\>
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def escape_attribute(text: str) -> str:
    r"""Write `text` so that pandoc gives it back as it stands out of an attribute's value.

    It resolves a backslash and a character reference there, though it parses nothing else. Quarto
    looks for shortcodes before and after: braces become references, and an invisible word joiner
    stands in what opens one.

    Examples
    --------
    >>> print(escape_attribute(r"St \$5 &amp; {Co}"))
    St \\$5 \&amp; &#123;Co&#125;
    """
    return text.replace("{{<", "{{\N{WORD JOINER}<").translate(_RESOLVED)


def format_box(ticked: bool) -> str:
    """Write a box of a form in symbol and word, kept on one line."""
    return "\u2611\u00a0yes" if ticked else "\u2610\u00a0no"


def format_day(day: date) -> str:
    """Write a day as readers do.

    Examples
    --------
    >>> format_day(date(2024, 9, 6))
    '6 September 2024'
    """
    return f"{day.day} {day:%B %Y}"


def listed(items: Sequence[str]) -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> listed(["2", "3", "4"]), listed(["one"])
    ('2, 3 and 4', 'one')
    """
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def capitalise(text: str) -> str:
    """Begin with a capital, and leave the rest as it is: abbreviations and names in it stay.

    Examples
    --------
    >>> capitalise("too few cases to say"), capitalise("BME staff")
    ('Too few cases to say', 'BME staff')
    """
    return text[:1].upper() + text[1:]


def begin_sentences(text: str, term: str) -> str:
    """Begin with a capital each sentence that begins with a trust's own term in small letters.

    Examples
    --------
    >>> begin_sentences("global majority: 13%. global majority staff.", "global majority")
    'Global majority: 13%. Global majority staff.'
    """
    return re.sub(rf"(?:^|(?<=[.?!] )){re.escape(term)}\b", capitalise(term), text)


def decapitalise(title: str) -> str:
    """Let a title stand inside a sentence; abbreviations stay as they are.

    Examples
    --------
    >>> decapitalise("Bands 1 to 4"), decapitalise("VSM")
    ('bands 1 to 4', 'VSM')
    """
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
