"""How figures are written, at the boundaries where rounding goes wrong."""

from __future__ import annotations

from decimal import Decimal
from math import inf

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.labels import (
    escape_markdown,
    format_figure,
    format_headcount,
    format_interval,
    format_percent,
    format_points,
    format_ratio,
    format_result,
    format_result_interval,
    format_value,
    round_half_up,
)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (0.125, 2, "0.13"),
        (1.005, 2, "1.01"),  # stored as 1.00499999999999989...
        (2.675, 2, "2.68"),  # stored as 2.67499999999999982...
        (9.45, 1, "9.5"),
        (0.25, 1, "0.3"),
        (-0.25, 1, "-0.3"),
        (-9.45, 1, "-9.5"),
        (-3.1499999, 1, "-3.1"),
        (9.4499999, 1, "9.4"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (100 * 9 / 49, 1, "18.4"),
        (0.0, 1, "0.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: float, decimals: int, rounded: str) -> None:
    assert round_half_up(value, decimals) == Decimal(rounded)


@given(st.integers(-10_000, 10_000), st.sampled_from([1, 2]))
def test_every_decimal_half_is_rounded_away_from_zero(number: int, decimals: int) -> None:
    half = (10 * number + (5 if number >= 0 else -5)) / 10 ** (decimals + 1)
    whole = number + (1 if number >= 0 else -1)
    assert round_half_up(half, decimals) == Decimal(whole).scaleb(-decimals)


@pytest.mark.parametrize("absent", [None, float("nan"), pd.NA])
def test_absent_figure_is_not_available_in_every_unit(absent: object) -> None:
    for unit in ("%", "ratio", "points", "headcount"):
        assert format_value(absent, unit) == "not available"
        assert format_figure(absent, unit, published=True) == "not available"
    assert format_interval(absent, 1.0, "%") == "not available"
    assert format_interval(1.0, absent, "%") == "not available"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-4.721, "−4.7"),
        (1.4, "+1.4"),
        (0.05, "+0.1"),
        (0.04, "0.0"),
        (-0.04, "0.0"),
        (-0.05, "−0.1"),
        (0.0, "0.0"),
    ],
)
def test_points_are_signed_unless_they_round_to_zero(value: float, text: str) -> None:
    assert format_points(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (26.0, "%", "26%"),
        (26.5, "%", "26.5%"),
        (0.0, "%", "0%"),
        (-11.0, "points", "−11"),
        (5.0, "points", "+5"),
        (5.000000000000002, "points", "+5"),  # 23 - 18 of shares that are not exact
        (6.300000000000001, "points", "+6.3"),
        (2.0, "ratio", "2.00"),
        (2480.0, "headcount", "2,480"),
    ],
)
def test_figure_published_whole_is_printed_whole(value: float, unit: str, text: str) -> None:
    assert format_figure(value, unit, published=True) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(26.0, "%", "26.0%"), (5.0, "points", "+5.0"), (-0.0, "points", "0.0")],
)
def test_computed_figure_keeps_its_decimal(value: float, unit: str, text: str) -> None:
    assert format_figure(value, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.1234, "ratio", "+0.12"),
        (-0.1234, "ratio", "−0.12"),
        (-0.004, "ratio", "0.00"),
        (-12.34, "%", "−12.3%"),
        (12.34, "%", "+12.3%"),
        (3.0, "headcount", "+3"),
        (-1234.0, "headcount", "−1,234"),
        (0.0, "headcount", "0"),
    ],
)
def test_difference_is_signed_in_every_unit_unless_it_rounds_to_zero(
    value: float, unit: str, text: str
) -> None:
    assert format_figure(value, unit, signed=True) == text


def test_ratio_has_no_percent_sign_and_thousands_have_a_comma() -> None:
    assert format_ratio(0.6403) == "0.64"
    assert format_headcount(1234567) == "1,234,567"
    assert format_percent(9.4046) == "9.4%"


@pytest.mark.parametrize(
    ("lower", "upper", "unit", "text"),
    [
        (0.447, 0.982, "ratio", "0.45 to 0.98"),
        (24.08, inf, "ratio", "24.08, no upper limit"),
        (-6.34, 10.26, "points", "−6.3 to +10.3"),
        (0.0, 24.25, "%", "0.0% to 24.3%"),
    ],
)
def test_interval_is_written_in_its_unit(lower: float, upper: float, unit: str, text: str) -> None:
    assert format_interval(lower, upper, unit) == text


def test_likelihood_has_two_decimals_with_its_interval() -> None:
    row = pd.Series(
        {"measure": "likelihood", "value": 0.699, "previous": 1.0, "unit": "%", "status": "ok"}
        | {"lower": 0.123, "upper": 3.855}
    )
    assert format_result(row) == "0.70%"
    assert format_result(row, "previous") == "1.00%"
    assert format_result_interval(row) == "0.12% to 3.86%"


def test_unknown_unit_is_refused() -> None:
    with pytest.raises(KeyError, match="kilograms"):
        format_value(1.0, "kilograms")


@given(st.text())
def test_escaped_text_is_one_line_without_bare_punctuation(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    assert escaped.count("*") == escaped.count("\\*")
    assert escaped.count("<") == escaped.count("\\<")
