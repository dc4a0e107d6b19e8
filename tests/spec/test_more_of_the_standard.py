"""Groupings, race disparity, Model Employer and board seats, worked by hand from printed counts.

RYV: Cambridgeshire Community Services, WRES report 2019/20. RV9: Humber Teaching, WRES 2021.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.indicators.trusts import chapter_of, only, trust_year
from wres.chapters.reading import Chapter
from wres.charts import disparity_ratios
from wres.counts import read_counts
from wres.definitions.indicators import indicator
from wres.narrative.adverse import adverse
from wres.narrative.seniority import disparity
from wres.sources.trust import ModelEmployer

DATA = Path(__file__).parents[2] / "data"


def published(organisation: str, year: int, *band_groups: str) -> Chapter:
    read = read_counts(DATA, organisation, year)
    settings = read.trust.settings.model_copy(update={"band_groups": list(band_groups)})
    return chapter_of(replace(read, trust=read.trust.model_copy(update={"settings": settings})))


def test_ryv_bands_8a_and_above_are_the_sum_of_two_printed_groupings() -> None:
    made = published("RYV", 2020, "8a-VSM")
    # clinical 8a-8b and 8c-9 and VSM: White 77 + 5, BME 6 + 0, unknown 2 + 0
    wanted = {"indicator": "1", "breakdown": "staff_group=clinical;grouping=8a-VSM"}
    row = only(made, measure="share", group="BME", **wanted)
    assert (row["numerator"], row["denominator"]) == (6, 90)
    assert row["value"] == pytest.approx(100 * 6 / 90)
    head = only(made, measure="headcount", group="White", **wanted)
    assert head["value"] == 82


def test_rv9_bands_1_to_7_are_told_of_bme_staff_alone_as_they_were_published() -> None:
    made = published("RV9", 2021, "1-7")
    wanted = {"indicator": "1", "breakdown": "staff_group=all;grouping=1-7"}
    head = only(made, measure="headcount", group="BME", **wanted)
    assert head["value"] == 63 + 39
    assert only(made, measure="share", group="BME", **wanted)["status"] == "not available"


def test_ryv_goal_of_bands_8a_and_8b_is_the_workforce_share_of_their_staff() -> None:
    made = published("RYV", 2020)
    band = "staff_group=all;band=8a-8b"
    goal = only(made, measure="parity_headcount", breakdown=band)
    # White 77 + 17, BME 6 + 2, unknown 2 + 0: 8 of 104; the workforce has 284 of 2,480
    assert (goal["numerator"], goal["denominator"]) == (8, 104)
    assert goal["value"] == pytest.approx(104 * 284 / 2480)  # 11.909...
    yearly = only(made, measure="yearly_increase", breakdown=band)
    assert yearly["value"] == pytest.approx((11.909677 - 8) / 8)
    line = made.rows(measure="trajectory")
    line = line[line["breakdown"].str.startswith(f"{band};at=")]
    assert [text[-4:] for text in line["breakdown"]] == [str(year) for year in range(2020, 2029)]
    assert line["value"].iloc[0] == 8
    assert line["value"].iloc[4] == pytest.approx((8 + 11.909677) / 2)  # half way in 2024
    assert line["value"].iloc[-1] == pytest.approx(goal["value"])


def test_rv9_workforce_share_would_be_half_a_seat_of_the_board() -> None:
    row = only(published("RV9", 2021), measure="parity_headcount", breakdown="voting=yes")
    assert (row["numerator"], row["denominator"]) == (0, 11)
    assert row["value"] == pytest.approx(11 * 143 / 3029)  # 0.519


BANDS = {"4": (100, 40), "5": (100, 60), "6": (60, 20), "7": (40, 5), "8b": (30, 4), "VSM": (10, 1)}


def workforce(staff_group: str = "clinical", **more: tuple[int, int]) -> Iterator[str]:
    for band, (white, bme) in (BANDS | more).items():
        for group, count in (("White", white), ("BME", bme), ("Unknown", 7)):
            yield f"{staff_group},{band},{group},{count}"


def test_race_disparity_ratio_by_hand() -> None:
    made = chapter_of(trust_year(workforce="\n".join(workforce(consultant=(50, 70)))))
    found = {
        row["breakdown"]: row["value"] for _, row in made.rows(measure="disparity_ratio").iterrows()
    }
    # lower 200 White and 100 BME, middle 100 and 25, upper 40 and 5; consultants are left out
    assert found == {
        "staff_group=clinical;from=lower;to=middle": pytest.approx((100 / 200) / (25 / 100)),
        "staff_group=clinical;from=middle;to=upper": pytest.approx((40 / 100) / (5 / 25)),
        "staff_group=clinical;from=lower;to=upper": pytest.approx((40 / 200) / (5 / 100)),
    }
    assert list(found.values()) == [2.0, 2.0, 4.0]
    # at the White staff's likelihoods 41.7 of 125 BME, 8.6 of 30 and 17.5 of 105 would be higher
    assert set(made.rows(measure="disparity_ratio")["verdict"]) == {"more likely"}


def test_race_disparity_ratio_of_few_people_is_too_few_to_say() -> None:
    # lower 200 White and 6 BME, middle 100 and 2, upper 40 and 1: one more would turn them round
    few = {"4": (100, 3), "5": (100, 3), "6": (60, 1), "7": (40, 1), "8b": (30, 1), "VSM": (10, 0)}
    made = chapter_of(trust_year(workforce="\n".join(workforce(**few))))
    rows = made.rows(measure="disparity_ratio")
    assert [round(value, 2) for value in rows["value"]] == [1.5, 0.8, 1.2]
    assert set(rows["verdict"]) == {"too few to say"}
    assert disparity(made).count("too few staff to say who is better represented") == 1
    assert not [text for text in adverse(made, indicator("1")) if "better represented" in text]
    assert disparity_ratios(made).title == (
        "Too few staff to say who is better represented higher up in each of the 3 steps between "
        "pay bands shown"
    )


def test_no_ratio_is_taken_where_no_bme_staff_are_higher_up() -> None:
    lines = "\n".join(workforce(**{"8b": (30, 0), "VSM": (10, 0)}))
    made = chapter_of(trust_year(workforce=lines))
    row = only(
        made, measure="disparity_ratio", breakdown="staff_group=clinical;from=lower;to=upper"
    )
    assert (row["status"], row["comparator_numerator"]) == ("not available", 0)
    assert (
        row["reason"] == "there are no BME staff in upper bands, and nothing can be divided by zero"
    )


def goals(year: int, leavers: float | None = None, bme: int = 4) -> Chapter:
    both = [*workforce(**{"8b": (30, bme)}), *workforce("non-clinical")]
    read = trust_year(year, workforce="\n".join(both))
    plan = ModelEmployer(leavers_percent=leavers)
    settings = read.trust.settings.model_copy(update={"model_employer": plan})
    return chapter_of(replace(read, trust=read.trust.model_copy(update={"settings": settings})))


def test_appointments_replace_leavers_on_the_way_to_the_goal() -> None:
    made = goals(2024, leavers=10)
    goal = only(made, measure="parity_headcount", breakdown="staff_group=all;band=8b")
    # 30 + 4 + 7 twice: 82 staff, 8 of them BME; workforce 340 + 130 + 42 = 512 twice, 260 BME
    assert goal["value"] == pytest.approx(82 * 260 / 1024)
    yearly = (82 * 260 / 1024 - 8) / 4
    row = only(made, measure="yearly_increase", breakdown="staff_group=all;band=8b;leavers=10")
    assert row["value"] == pytest.approx(
        yearly + 0.1 * (8 + 1.5 * yearly)
    )  # of 8, 8 + y, ... 8 + 3y


def test_no_line_leads_to_a_target_year_that_is_past() -> None:
    made = goals(2028)
    assert made.rows(measure="trajectory").empty
    row = only(made, measure="yearly_increase", breakdown="staff_group=all;band=8b")
    assert row["status"] == "not available"
    assert row["reason"] == "the target year 2028 has been reached"


def test_band_that_has_the_share_needs_no_increase() -> None:
    made = goals(2024, bme=60)
    row = only(made, measure="yearly_increase", breakdown="staff_group=all;band=8b")
    assert row["value"] == 0
    assert row["reason"] == "this band has the workforce's share already"


def test_distribution_has_all_staff_of_the_group_as_its_base() -> None:
    made = chapter_of(trust_year(workforce="\n".join(workforce())))
    wanted = {"indicator": "1", "breakdown": "staff_group=clinical;band=6", "group": "BME"}
    spread, share = (only(made, measure=name, **wanted) for name in ("distribution", "share"))
    assert spread["value"] == pytest.approx(100 * 20 / 130)  # of 40 + 60 + 20 + 5 + 4 + 1
    assert share["value"] == pytest.approx(100 * 20 / 87)  # of 60 + 20 + 7
    rows = made.rows(measure="distribution", group="BME")
    assert rows["value"].sum() == pytest.approx(100)
