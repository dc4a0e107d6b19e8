from __future__ import annotations

import pytest

from tests.unit.audit.claims import claim
from wres.audit.checks.differences import check_differences
from wres.audit.claim import Claim, Spot


def changed(value: str, previous: str, difference: str, **known: object) -> Claim:
    return claim(value=value, previous=previous, difference=difference, **known)


def found(*claims: Claim) -> list[tuple[str, str, str]]:
    return [(f.kind, f.mistake, f.recomputed) for f in check_differences(claims)]


@pytest.mark.parametrize("difference", ["+0.6", "0.6", "+0.7", "+0.5"])
def test_a_difference_that_unrounded_figures_allow_is_right(difference: str) -> None:
    # 11.5 - 10.9 = 0.6; 11.54 - 10.85 = 0.69 and 11.45 - 10.94 = 0.51 round to 0.7 and 0.5
    assert found(changed("11.5%", "10.9%", difference, measure="share")) == []


def test_a_subtraction_error_is_told() -> None:
    one = changed("0.81", "0.95", "-0.16", measure="relative_likelihood")
    assert found(one) == [("contradiction", "subtraction error", "−0.14")]


def test_a_turned_sign_is_a_contradiction_and_one_left_out_is_wording() -> None:
    one = changed("0.81", "0.95", "+0.14", measure="relative_likelihood")
    assert found(one) == [("contradiction", "sign error", "−0.14")]
    bare = changed("0.81", "0.95", "0.14", measure="relative_likelihood")
    assert found(bare) == [("wording", "sign left out", "−0.14")]


def test_a_table_that_subtracts_the_other_way_throughout_is_left_alone() -> None:
    rows = [("20%", "25%", "+5"), ("17%", "13%", "-4")]
    claims = [
        changed(*row, measure="percentage", spots={"difference": Spot("t", 3, number, 4)})
        for number, row in enumerate(rows)
    ]
    assert found(*claims) == []


def test_points_printed_as_per_cent_are_wording() -> None:
    one = changed("11.5%", "10.9%", "0.6%", measure="share")
    assert [item[:2] for item in found(one)] == [("wording", "points printed as %")]
