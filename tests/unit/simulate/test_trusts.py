from __future__ import annotations

import pytest

from wres.simulate import plan_trusts
from wres.simulate.assumptions import load_assumptions

# domain vocabularies: the seven regions of England, the four types of trust
REGIONS = {
    "East of England",
    "London",
    "Midlands",
    "North East and Yorkshire",
    "North West",
    "South East",
    "South West",
}
TYPES = {"acute", "ambulance", "community", "mental health and learning disability"}


def test_212_trusts_have_about_one_and_a_half_million_staff() -> None:
    sizes = [trust.staff for trust in plan_trusts(212, 1)]
    assert 1_450_000 <= sum(sizes) <= 1_550_000
    assert 800 <= min(sizes) <= 900
    assert max(sizes) == 22_000


@pytest.mark.parametrize("trusts", [1, 5, 212])
def test_the_first_is_always_the_smallest(trusts: int) -> None:
    first, *others = plan_trusts(trusts, 7)
    assert (first.ods_code, first.staff) == ("ZZ1", 820)
    assert all(other.staff > 820 for other in others)


def test_every_region_and_every_type_occurs() -> None:
    trusts = list(plan_trusts(212, 1))
    assert {trust.region for trust in trusts} == REGIONS
    assert {trust.type for trust in trusts} == TYPES


def test_mix_lies_between_3_and_50_percent_and_unknown_between_1_and_10() -> None:
    trusts = list(plan_trusts(212, 1))
    assert min(trust.bme for trust in trusts) < 0.06
    assert max(trust.bme for trust in trusts) == 0.5
    assert all(0.03 <= trust.bme <= 0.5 for trust in trusts)
    assert all(0.01 <= trust.unknown <= 0.1 for trust in trusts)


def test_london_has_the_highest_share() -> None:
    regions = load_assumptions().regions
    assert max(regions, key=lambda name: regions[name].bme) == "London"


def test_names_and_codes_are_all_different_and_say_that_they_are_fictional() -> None:
    trusts = list(plan_trusts(400, 1))
    assert len({trust.name for trust in trusts}) == 400
    assert len({trust.ods_code for trust in trusts}) == 400
    assert all(trust.name.endswith("(fictional)") for trust in trusts)
    assert all(trust.ods_code.startswith("ZZ") for trust in trusts)


def test_the_level_follows_the_national_share_and_stays_at_the_newest() -> None:
    # 28.6% in 2024, 26.4% in 2023, 17.7% in 2016 (data/benchmarks)
    assume = load_assumptions()
    assert assume.level(2024) == 1
    assert assume.level(2030) == 1
    assert assume.level(2023) == pytest.approx(26.4 / 28.6)
    assert assume.level(2010) == pytest.approx(17.7 / 28.6)
