"""What a change in BME share is made of: Cambridgeshire Community Services 2019 to 2020 by hand.

From the head counts in `data/RYV`: BME staff went from 275 to 284, White staff from 2,084 to 2,077
and staff of unknown ethnicity from 175 to 119, of 2,534 and 2,480 in all. Of those whose ethnicity
is known (2,359 and 2,361) the BME share rose from 11.7% to 12.0% only.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.indicators.trusts import chapter_of, only, trust_year
from wres.chapters.reading import Chapter
from wres.charts import share_change
from wres.loading import load_chapter
from wres.narrative.change import decomposition
from wres.tables import decomposition_bands_table, decomposition_table

# (White, BME) in 2019 and in 2020, as the trust's report has them.
BANDS = {
    ("non-clinical", "1-4"): ((330, 37), (338, 42)),
    ("non-clinical", "5-7"): ((122, 16), (134, 25)),
    ("non-clinical", "8a-8b"): ((19, 0), (17, 2)),
    ("non-clinical", "8c-9 and VSM"): ((25, 2), (25, 3)),
    ("clinical", "1-4"): ((429, 55), (437, 66)),
    ("clinical", "5-7"): ((1023, 119), (990, 109)),
    ("clinical", "8a-8b"): ((72, 7), (77, 6)),
    ("clinical", "8c-9 and VSM"): ((4, 0), (5, 0)),
    ("clinical", "consultant"): ((22, 22), (17, 18)),
    ("clinical", "non-consultant career grade"): ((25, 15), (27, 12)),
    ("clinical", "trainee"): ((13, 2), (10, 1)),
}


def part(chapter: Chapter, name: str) -> float:
    row = only(chapter, indicator="workforce", measure="contribution", breakdown=f"part={name}")
    return float(row["value"])


def test_change_of_cambridgeshire_is_the_one_printed(ryv_2020: Chapter) -> None:
    # 100 x (284/2480 - 275/2534) = 11.4516 - 10.8524
    assert part(ryv_2020, "all") == pytest.approx(0.5992, abs=1e-4)


def test_fewer_unknown_account_for_a_quarter_of_a_point(ryv_2020: Chapter) -> None:
    # k: 275/2359 = 0.116575, 284/2361 = 0.120288, mean 0.118432
    # d: 2359/2534 = 0.930939, 2361/2480 = 0.952016, change 0.021077; 100 x 0.118432 x 0.021077
    assert part(ryv_2020, "re-declaration") == pytest.approx(0.2496, abs=1e-4)


def test_within_and_mix_are_those_of_the_head_counts_by_band(ryv_2020: Chapter) -> None:
    known = [Fraction(2359), Fraction(2361)]
    mean_k = (Fraction(275, 2359) + Fraction(284, 2361)) / 2
    mean_d = (Fraction(2359, 2534) + Fraction(2361, 2480)) / 2
    within = mix = Fraction(0)
    for (staff_group, band), ((white, bme), (white_now, bme_now)) in BANDS.items():
        k = [Fraction(bme, white + bme), Fraction(bme_now, white_now + bme_now)]
        m = [Fraction(white + bme) / known[0], Fraction(white_now + bme_now) / known[1]]
        inside = 100 * mean_d * (m[0] + m[1]) / 2 * (k[1] - k[0])
        between = 100 * mean_d * ((k[0] + k[1]) / 2 - mean_k) * (m[1] - m[0])
        where = f"staff_group={staff_group};band={band}"
        assert part(ryv_2020, f"within bands;{where}") == pytest.approx(float(inside), abs=1e-12)
        assert part(ryv_2020, f"mix of bands;{where}") == pytest.approx(float(between), abs=1e-12)
        within, mix = within + inside, mix + between
    assert part(ryv_2020, "within bands") == pytest.approx(float(within), abs=1e-12)
    assert part(ryv_2020, "mix of bands") == pytest.approx(float(mix), abs=1e-12)
    assert [round(float(one), 4) for one in (within, mix)] == [0.4686, -0.1190]


def test_clinical_bands_1_to_4_by_hand(ryv_2020: Chapter) -> None:
    # k: 55/484 = 0.113636, 66/503 = 0.131213, change 0.017576; m: 484/2359 = 0.205172,
    # 503/2361 = 0.213045, mean 0.209109; mean d = 0.941477; 100 x 0.941477 x 0.209109 x 0.017576
    where = "staff_group=clinical;band=1-4"
    assert part(ryv_2020, f"within bands;{where}") == pytest.approx(0.3460, abs=1e-4)


def test_growth_at_clinical_bands_5_to_7_is_refuted(ryv_2020: Chapter) -> None:
    assert part(ryv_2020, "within bands;staff_group=clinical;band=5-7") < 0


def test_part_all_is_the_change_in_share_of_the_report(ryv_2020: Chapter) -> None:
    change = only(ryv_2020, indicator="workforce", measure="change", breakdown="all", group="BME")
    assert part(ryv_2020, "all") == pytest.approx(change["value"], abs=1e-12)


@pytest.mark.slow
def test_staff_groups_taken_whole_are_named_so_wherever_the_parts_are_told(data: Path) -> None:
    made = load_chapter(data, "ZZ1", 2024, "public")
    rows = made.rows(indicator="workforce", measure="contribution")
    assert not {"part=within bands", "part=mix of bands"} & set(rows["breakdown"])
    assert part(made, "within staff groups") == pytest.approx(-0.13, abs=0.005)
    assert part(made, "mix of staff groups") == pytest.approx(0.08, abs=0.005)
    figure, table, bands = (
        of(made) for of in (share_change, decomposition_table, decomposition_bands_table)
    )
    assert figure is not None
    assert table is not None
    assert bands is not None
    for told in (figure.title, figure.alt, figure.caption, decomposition(made), table.to_text()):
        words = told.casefold()
        assert "within clinical and non-clinical staff" in words
        assert "mix of staff groups" in words
        for untrue in ("within pay bands", "mix of pay bands", "within bands", "mix of bands"):
            assert untrue not in words
    assert "band (points)" not in bands.to_text().casefold()


people = st.integers(0, 40)
cell = st.tuples(people, people, people)
# A whole needs both staff groups; bands may be there in one year and not in the other.
year = st.fixed_dictionaries(
    {"clinical,5": cell, "non-clinical,5": cell},
    optional={"clinical,6": cell, "clinical,consultant": cell, "non-clinical,VSM": cell},
)


def lines(cells: dict[str, tuple[int, int, int]]) -> str:
    return "\n".join(
        f"{place},{group},{count}"
        for place, counts in cells.items()
        for group, count in zip(("White", "BME", "Unknown"), counts, strict=True)
    )


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(year, year)
def test_parts_add_up_to_the_change_whatever_the_counts(
    before: dict[str, tuple[int, int, int]], now: dict[str, tuple[int, int, int]]
) -> None:
    made = chapter_of(trust_year(workforce=lines(now)), trust_year(2020, workforce=lines(before)))
    rows = made.rows(indicator="workforce", measure="contribution")
    parts = dict(zip(rows["breakdown"].str.removeprefix("part="), rows["value"], strict=True))
    nobody_known = any(not sum(c[0] + c[1] for c in one.values()) for one in (before, now))
    assert nobody_known == (not parts)
    if not parts:
        return
    bme, people_now = (sum(map(sum, one)) for one in ([[c[1]] for c in now.values()], now.values()))
    bme_then = sum(c[1] for c in before.values())
    moved = 100 * (bme / people_now - bme_then / sum(map(sum, before.values())))
    assert parts["all"] == pytest.approx(moved, abs=1e-9)
    if "among those known" in parts:
        told = parts["re-declaration"] + parts["among those known"]
    else:
        told = parts["re-declaration"] + parts["within bands"] + parts["mix of bands"]
        for name in ("within bands", "mix of bands"):
            by_band = sum(one for key, one in parts.items() if key.startswith(f"{name};"))
            assert by_band == pytest.approx(parts[name], abs=1e-9)
    assert told == pytest.approx(parts["all"], abs=1e-9)
