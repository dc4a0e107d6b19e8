from __future__ import annotations

import pytest

from tests.unit.audit.claims import claim, ratio
from wres.audit.checks.directions import check_direction
from wres.audit.claim import Claim


def found(one: Claim) -> list[tuple[str, str]]:
    return [(f.kind, f.mistake) for f in check_direction(one)]


WRONG = [("contradiction", "wrong direction")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("White applicants less likely", []),
        ("BME applicants more likely", []),
        ("BME applicants less likely to be appointed", WRONG),
        ("White applicants were more likely", WRONG),
        ("equally likely", WRONG),
    ],
)
def test_who_is_likelier_follows_from_the_side_of_one(words: str, expected: object) -> None:
    assert found(ratio("0.64", direction=words)) == expected


@pytest.mark.parametrize(
    ("number", "now", "before", "words", "expected"),
    [
        ("3", "1.09", "1.45", "improved", []),
        ("3", "1.55", "1.09", "improved", WRONG),
        ("3", "0.81", "0.95", "improved", WRONG),  # further from 1
        ("3", "0.81", "0.95", "fell", []),
        ("5", "24%", "20%", "worsened", []),
        ("5", "24%", "20%", "an improvement", WRONG),
        ("7", "81%", "83%", "improved", WRONG),  # higher is better
        ("7", "83%", "81%", "improved", []),
        ("5", "24%", "20%", "unchanged", WRONG),
    ],
)
def test_movements_follow_from_both_years_and_the_good_direction(
    number: str, now: str, before: str, words: str, expected: object
) -> None:
    measure = "relative_likelihood" if number == "3" else "percentage"
    one = claim(indicator=number, measure=measure, group="BME", value=now, previous=before,
                direction=words)  # fmt: skip
    assert found(one) == expected


def test_above_a_comparator_is_above_it() -> None:
    one = claim(indicator="8", measure="percentage", group="BME", value="18.4%",
                comparator_name="benchmark median", comparator_value="15.1%",
                direction="below the benchmark")  # fmt: skip
    assert found(one) == WRONG
    assert found(one.but(direction="above the benchmark")) == []


def test_under_representation_follows_from_the_sign() -> None:
    one = claim(indicator="9", measure="difference", group="BME", value="-4.7",
                direction="over-represented on the board")  # fmt: skip
    assert found(one) == WRONG
    assert found(one.but(direction="under-represented on the board")) == []


def test_a_difference_told_of_a_few_people_is_wording() -> None:
    # 1 of 143 BME and 17 of 2,643 White staff: too few to say
    one = claim(indicator="3", measure="relative_likelihood", group="BME",
                comparator_group="White", value="1.09", numerator=1, denominator=143,
                comparator_numerator=17, comparator_denominator=2643,
                direction="BME staff more likely")  # fmt: skip
    assert found(one) == [("wording", "claim from a few cases")]
    assert found(one.but(direction="BME staff more likely, but too few to say")) == []


def test_two_points_make_no_trend() -> None:
    one = claim(indicator="5", measure="percentage", group="BME", value="24%", previous="20%",
                direction="upward trend")  # fmt: skip
    assert ("wording", "trend from end points") in found(one)
