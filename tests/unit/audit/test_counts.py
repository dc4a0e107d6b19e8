"""Figures against their counts; expected values by hand, of the trusts' own reports."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.unit.audit.claims import claim, ratio
from wres.audit.checks.recomputing import check_counts, shown
from wres.audit.claim import Claim
from wres.audit.printed import read_printed


def found(one: Claim) -> list[tuple[str, str, str]]:
    return [(f.kind, f.mistake, f.recomputed) for f in check_counts(one)]


@pytest.mark.parametrize("value", ["0.64", "0.640", "0.6", "0.6402"])
def test_a_ratio_rounded_to_any_decimal_is_right(value: str) -> None:
    assert found(ratio(value)) == []


def test_a_ratio_upside_down_is_told_with_the_right_one() -> None:
    # (17 ÷ 47) ÷ (198 ÷ 855) = 1.5619
    assert found(ratio("1.56")) == [("contradiction", "reversed direction", "0.64")]


def test_a_wrong_ratio_is_told_with_its_formula() -> None:
    (one,) = check_counts(ratio("0.75"))
    assert (one.kind, one.mistake) == ("contradiction", "wrong figure")
    assert one.formula == "(198 ÷ 855) ÷ (17 ÷ 47) = 0.6402"


def test_a_ratio_of_rounded_rates_is_rounding() -> None:
    # 120 of 640 over 21 of 160 is 1.4286; 19% over 13% is 1.4615
    one = ratio("1.46", numerator=120, denominator=640, comparator_numerator=21,
                comparator_denominator=160)  # fmt: skip
    assert found(one) == [("rounding", "ratio of rounded rates", "1.43")]


def test_cut_off_digits_are_rounding() -> None:
    # 13 of 165 is 7.878...%
    one = claim(measure="share", value="7.8%", numerator=13, denominator=165)
    assert found(one) == [("rounding", "truncation", "7.9%")]


def test_the_other_groups_share_is_told_as_swapped() -> None:
    one = claim(
        indicator="2", measure="likelihood", group="White", comparator_group="BME", value="36.2%",
        numerator=198, denominator=855, comparator_numerator=17, comparator_denominator=47,
    )  # fmt: skip
    assert found(one) == [("contradiction", "labels swapped", "23.2%")]


def test_a_likelihood_may_be_printed_as_a_fraction() -> None:
    assert found(claim(measure="likelihood", value="0.36", numerator=17, denominator=47)) == []


def test_a_percentage_that_no_count_makes_is_unattainable() -> None:
    # of 11 members: 9.1%, 18.2%
    one = claim(indicator="9", measure="share", value="16.7%", denominator=11)
    assert found(one) == [("contradiction", "unattainable percentage", "9.1% or 18.2%")]


def test_a_percentage_that_some_count_makes_is_left_alone() -> None:
    assert found(claim(indicator="9", measure="share", value="18.2%", denominator=11)) == []


def test_an_empty_group_has_no_percentage() -> None:
    one = claim(measure="share", value="0%", numerator=0, denominator=0)
    assert found(one) == [("contradiction", "empty group as a percentage", "no members")]


def test_a_part_above_its_whole_is_told() -> None:
    one = claim(measure="share", value="107%", numerator=47, denominator=44)
    assert ("contradiction", "part above its whole") in [item[:2] for item in found(one)]


@pytest.mark.parametrize("value", ["−4.7", "-4.7 points", "-4.72"])
def test_the_boards_difference_is_right_with_its_sign(value: str) -> None:
    # 0 of 11 less 143 of 3,029 is -4.721
    one = claim(
        indicator="9", measure="difference", group="BME", value=value, numerator=0,
        denominator=11, comparator_numerator=143, comparator_denominator=3029,
    )  # fmt: skip
    assert found(one) == []


def test_a_turned_sign_is_told() -> None:
    one = claim(
        indicator="9", measure="difference", group="BME", value="+4.7", numerator=0,
        denominator=11, comparator_numerator=143, comparator_denominator=3029,
    )  # fmt: skip
    assert found(one) == [("contradiction", "sign error", "−4.7 points")]


def test_a_gap_of_rounded_shares_is_right() -> None:
    # 1 of 12 less 284 of 2,480: -3.118 unrounded; 8.3 - 11.5 = -3.2 rounded
    for value in ("-3.1", "-3.2"):
        one = claim(
            indicator="9", measure="difference", group="BME", value=value, numerator=1,
            denominator=12, comparator_numerator=284, comparator_denominator=2480,
        )  # fmt: skip
        assert found(one) == []


def test_recomputed_heads_are_whole_people() -> None:
    claim = Claim(place="table 1", measure="headcount", value="338")
    printed = read_printed("338")
    assert printed is not None
    assert shown(claim, Fraction(1437), printed) == "1,437"
