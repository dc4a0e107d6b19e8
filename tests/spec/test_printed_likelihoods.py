"""What Humber Teaching NHS Foundation Trust printed of indicators 2 to 4, 2021.

Source: the trust's WRES analysis and action plan, July 2021. Two of its twelve likelihoods are
truncated, not rounded: the totals of indicator 3 (19 of 3,029 is 0.627%, printed 0.62) and of
indicator 4 (1,900 of 3,029 is 62.73%, printed 62).
"""

from __future__ import annotations

import csv
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

import pytest

from wres.chapters import Chapter
from wres.labels import round_half_up

PRINTED = Path(__file__).parent / "printed" / "rv9_likelihoods.csv"
ROWS = list(csv.DictReader(PRINTED.open(encoding="utf-8", newline="")))
TRUNCATED = {("3", "Total"), ("4", "Total")}


@pytest.mark.parametrize("printed", ROWS, ids=lambda row: f"{row['indicator']}-{row['ethnicity']}")
def test_likelihood_is_the_printed_one(printed: dict[str, str], rv9_2021: Chapter) -> None:
    row = rv9_2021.row(
        indicator=printed["indicator"],
        measure="likelihood",
        group={"Total": "all"}.get(printed["ethnicity"], printed["ethnicity"]),
    )
    assert row is not None
    shown = Decimal(printed["value"])
    decimals = -int(shown.as_tuple().exponent)
    if (printed["indicator"], printed["ethnicity"]) in TRUNCATED:
        assert round_half_up(row["value"], decimals) != shown
        assert Decimal(float(row["value"])).quantize(shown, ROUND_DOWN) == shown
    else:
        assert round_half_up(row["value"], decimals) == shown


# Ratios by hand from the printed counts: (198/855)/(17/47), (1/143)/(17/2643),
# (1639/2643)/(105/143). Extremes and scenarios by hand as well: unknown events to one group,
# unknown non-events to the other; all unknown to either group.
RATIOS = {
    "2": ("0.64", "0.54", "0.83", "0.64", "0.68"),
    "3": ("1.09", "0.38", "2.36", "1.12", "0.81"),
    "4": ("0.84", "0.69", "1.40", "0.85", "0.92"),
}


@pytest.mark.parametrize("number", RATIOS)
def test_ratio_extremes_and_scenarios_are_those_of_the_printed_counts(
    number: str, rv9_2021: Chapter
) -> None:
    ratio, low, high, as_white, as_bme = RATIOS[number]
    wanted = {"indicator": number, "measure": "relative_likelihood"}
    row = rv9_2021.row(**wanted, breakdown="all")
    assert row is not None
    assert [_two(row[name]) for name in ("value", "unknown_low", "unknown_high")] == [
        ratio,
        low,
        high,
    ]
    for group, scenario in (("White", as_white), ("BME", as_bme)):
        told = rv9_2021.row(**wanted, breakdown=f"unknown={group}")
        assert told is not None
        assert _two(told["value"]) == scenario


def test_verdicts_follow_intervals_and_counts(rv9_2021: Chapter) -> None:
    verdicts = {
        number: rv9_2021.rows(
            indicator=number, measure="relative_likelihood", breakdown="all"
        ).iloc[0]["verdict"]
        for number in ("2", "3", "4")
    }
    assert verdicts == {"2": "less likely", "3": "too few to say", "4": "less likely"}


def _two(value: float) -> str:
    return str(round_half_up(float(value), 2))
