"""Which counts a change in BME share is split by, and when it can't be."""

from __future__ import annotations

import pytest

from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.trusts import only, trust_year
from wres.chapters.reading import Chapter
from wres.sources import TrustYear


def workforce(year: int, *cells: str) -> TrustYear:
    """Make a year of cells such as `clinical,5: 90 10 0` (White, BME, Unknown)."""
    lines = []
    for cell in cells:
        place, counts = cell.split(": ")
        groups = zip(("White", "BME", "Unknown"), counts.split(), strict=True)
        lines += [f"{place},{group},{count}" for group, count in groups]
    return trust_year(year, workforce="\n".join(lines))


def parts(made: Chapter) -> dict[str, float]:
    rows = made.rows(indicator="workforce", measure="contribution")
    return {
        str(row["breakdown"]).removeprefix("part="): float(row["value"])
        for _, row in rows.iterrows()
    }


def reason(made: Chapter) -> str:
    row = only(made, indicator="workforce", measure="contribution", breakdown="part=all")
    return str(row["reason"])


REST = "non-clinical,5: 100 0 0"


def test_people_telling_us_is_all_re_declaration() -> None:
    # 10 of 100 known before and 20 of 200 known after, of 300 clinical and non-clinical staff
    made = parts(
        chapter_of_years(
            workforce(2021, "clinical,5: 180 20 0", "non-clinical,5: 0 0 0"),
            workforce(2020, "clinical,5: 90 10 100", "non-clinical,5: 0 0 0"),
        )
    )
    assert made["all"] == made["re-declaration"] == pytest.approx(5.0)
    assert made["within bands"] == made["mix of bands"] == pytest.approx(0.0)


def test_more_bme_staff_in_one_band_is_within_that_band() -> None:
    made = parts(
        chapter_of_years(
            workforce(2021, "clinical,5: 80 20 0", REST),
            workforce(2020, "clinical,5: 90 10 0", REST),
        )
    )
    assert made["all"] == pytest.approx(5.0)
    assert made["within bands;staff_group=clinical;band=5"] == pytest.approx(5.0)
    assert made["re-declaration"] == made["mix of bands"] == pytest.approx(0.0)


def test_growth_of_a_band_with_many_bme_staff_is_mix() -> None:
    made = parts(
        chapter_of_years(
            workforce(2021, "clinical,5: 150 150 0", REST),
            workforce(2020, "clinical,5: 50 50 0", REST),
        )
    )
    # 150/400 - 50/200
    assert made["all"] == made["mix of bands"] == pytest.approx(12.5)
    assert made["within bands"] == pytest.approx(0.0)


def test_band_of_one_year_only_is_all_mix() -> None:
    made = parts(
        chapter_of_years(
            workforce(2021, "clinical,5: 90 10 0", "clinical,VSM: 5 5 0", REST),
            workforce(2020, "clinical,5: 90 10 0", REST),
        )
    )
    assert made["within bands;staff_group=clinical;band=VSM"] == 0
    assert made["mix of bands"] == pytest.approx(made["all"])


def test_single_bands_of_one_year_are_brought_together_with_a_grouping_of_the_other() -> None:
    made = chapter_of_years(
        workforce(2021, "clinical,1-4: 80 20 0", "clinical,5-7: 90 10 0", REST),
        workforce(
            2020,
            "clinical,2: 40 5 0",
            "clinical,4: 50 5 0",
            "clinical,5-7: 90 10 0",
            REST,
        ),
    )
    row = only(
        made,
        indicator="workforce",
        measure="contribution",
        breakdown="part=within bands;staff_group=clinical;band=1-4",
    )
    counts = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
    assert [row[name] for name in counts] == [20, 100, 10, 100]
    assert reason(made) == ""


def test_bands_that_overlap_leave_the_staff_group_whole() -> None:
    made = chapter_of_years(
        workforce(2021, "clinical,1-5: 80 20 0", "clinical,6-7: 90 10 0", REST),
        workforce(2020, "clinical,1-4: 90 10 0", "clinical,5-7: 90 10 0", REST),
    )
    within = "within bands or staff groups"
    assert f"{within};staff_group=clinical;band=all" in parts(made)
    assert f"{within};staff_group=non-clinical;band=5" in parts(made)
    assert not {"within bands", "mix of bands"} & set(parts(made))
    assert reason(made) == (
        "clinical staff are taken whole: their pay bands are not shown in full for both years"
    )


def test_staff_groups_taken_whole_are_not_named_bands() -> None:
    made = chapter_of_years(
        workforce(2021, "clinical,all: 80 20 0", "non-clinical,all: 90 10 0"),
        workforce(2020, "clinical,all: 90 10 0", "non-clinical,all: 90 10 0"),
    )
    assert set(parts(made)) == {
        "all",
        "re-declaration",
        *(
            f"{part} staff groups{cell}"
            for part in ("within", "mix of")
            for cell in (
                "",
                ";staff_group=clinical;band=all",
                ";staff_group=non-clinical;band=all",
            )
        ),
    }


def test_withheld_bands_leave_the_staff_group_whole_and_are_not_used() -> None:
    made = chapter_of_years(
        workforce(2021, "clinical,5: 80 20 9", "clinical,6: 90 2 9", "non-clinical,5: 99 99 9"),
        workforce(2020, "clinical,5: 80 20 9", "clinical,6: 90 9 9", "non-clinical,5: 99 99 9"),
        protected=True,
    )
    hidden = made.rows(indicator="1", measure="headcount", status="suppressed")
    assert "staff_group=clinical;band=6" in set(hidden["breakdown"])
    bands = [name for name in parts(made) if "clinical;band=" in name]
    assert not [
        name
        for name in bands
        if name.endswith(("clinical;band=5", "clinical;band=6")) and "non-" not in name
    ]


def test_without_bands_only_re_declaration_and_the_rest_are_told() -> None:
    made = chapter_of_years(
        workforce(2021, "all,all: 180 20 0"), workforce(2020, "all,all: 90 10 100")
    )
    assert set(parts(made)) == {"all", "re-declaration", "among those known"}
    assert reason(made).startswith("no counts by pay band")


def test_senior_medical_managers_are_not_counted_twice() -> None:
    cells = ["clinical,consultant: 80 20 0", "clinical,senior medical manager: 8 2 0", REST]
    made = parts(chapter_of_years(workforce(2021, *cells), workforce(2020, *cells)))
    assert not [name for name in made if "senior" in name]
    assert "within bands;staff_group=clinical;band=consultant" in made


@pytest.mark.parametrize("gap", [2019, 2018])
def test_only_the_year_before_is_split(gap: int) -> None:
    made = chapter_of_years(
        workforce(2021, "all,all: 180 20 0"), workforce(gap, "all,all: 90 10 100")
    )
    assert parts(made) == {}


def test_shares_published_without_counts_are_not_split() -> None:
    printed = trust_year(
        2020, workforce_percent="all,all,White,90\nall,all,BME,10\nall,all,Unknown,0"
    )
    assert parts(chapter_of_years(workforce(2021, "all,all: 180 20 0"), printed)) == {}


def test_trust_without_staff_of_known_ethnicity_is_not_split() -> None:
    nobody = workforce(2020, "all,all: 0 0 50")
    assert parts(chapter_of_years(workforce(2021, "all,all: 180 20 0"), nobody)) == {}
