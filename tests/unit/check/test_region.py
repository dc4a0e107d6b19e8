"""The trust's region among those of national figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.indicators.trusts import trust_year
from wres.check import cross_checks

STAFF = "all,all,White,960\nall,all,BME,40\nall,all,Unknown,0"


def codes(region: str) -> list[str]:
    year = trust_year(workforce=STAFF)
    year = replace(year, trust=year.trust.model_copy(update={"region": region}))
    return [one.code for one in cross_checks(year, None)]


@pytest.mark.parametrize("region", ["London", "North East & Yorkshire", "East of England region"])
def test_one_of_the_seven_regions_is_known(region: str) -> None:
    assert codes(region) == []


def test_another_region_is_told_since_nothing_is_compared_with_it() -> None:
    assert codes("North of England") == ["region-unknown"]
