from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.audit.printed import Span, format_number, read_printed


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit"),
    [
        ("25.3%", "25.3", 1, "%"),
        ("−4.7", "-4.7", 1, ""),
        ("+3.1 percentage points", "3.1", 1, "points"),
        ("0.5pp", "0.5", 1, "points"),
        ("1,234", "1234", 0, ""),
        ("1.48 times", "1.48", 2, "ratio"),
        ("25%*", "25", 0, "%"),
        ("one in five", "20", 0, "%"),
    ],
)
def test_a_figure_is_read_as_printed(text: str, value: str, decimals: int, unit: str) -> None:
    figure = read_printed(text)
    assert figure is not None
    assert (figure.value, figure.decimals, figure.unit) == (Fraction(value), decimals, unit)


@pytest.mark.parametrize("text", ["n/a", "", "not published"])
def test_words_without_a_number_are_no_figure(text: str) -> None:
    assert read_printed(text) is None


def test_an_arrow_tells_the_direction_of_an_unsigned_figure() -> None:
    figure = read_printed("↓ 1.0")
    assert figure is not None
    assert (figure.arrow, figure.signed) == (-1, False)


@given(part=st.integers(0, 400), whole=st.integers(1, 400), decimals=st.integers(0, 3))
def test_both_conventions_of_rounding_fit_and_the_next_digits_do_not(
    part: int, whole: int, decimals: int
) -> None:
    exact = Fraction(100 * part, whole)
    half_even = round(exact * 10**decimals)
    half_up = int(exact * 10**decimals + Fraction(1, 2))
    for scaled in (half_even, half_up):
        figure = read_printed(f"{Fraction(scaled, 10**decimals).__float__():.{decimals}f}%")
        assert figure is not None
        assert figure.fits(Span.exactly(exact))
    for scaled in (half_even - 1, half_up + 1):
        if scaled >= 0:
            figure = read_printed(f"{scaled / 10**decimals:.{decimals}f}%")
            assert figure is not None
            assert not figure.fits(Span.exactly(exact))


def test_half_a_digit_up_is_right_and_down_is_not() -> None:
    # 2077 of 2480 is 83.75% exactly: half up and half even both give 83.8
    exact = Span.exactly(Fraction(207700, 2480))
    right, cut = read_printed("83.8%"), read_printed("83.7%")
    assert right is not None
    assert cut is not None
    assert right.fits(exact)
    assert not cut.fits(exact)
    assert cut.is_cut_off(exact.low)


def test_numbers_are_written_half_up_with_a_true_minus() -> None:
    assert format_number(Fraction(-1, 8), 2) == "−0.13"
