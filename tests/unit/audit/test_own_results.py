"""True words beside a trust's own results: numbers of rows, signs in words, movements in brackets.

Riverside (ZZ1, made up) 2024: no BME member of the board, 23.3% of staff; 28 of 297 BME and 85 of
364 White applicants appointed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit.running import run_audit
from wres.loading import load

ROWS = """| Indicator | Group | 2022 survey | 2023 survey |
|---|---|---|---|
| 5. Harassment, bullying or abuse from patients, relatives or the public | BME | 26.8% | {} |
|  | White | 26.1% | 25.3% |
"""


def denied(data: Path, tmp_path: Path, text: str, trust: str, year: int) -> list[str]:
    report = tmp_path / "report.md"
    report.write_text(
        f"# Workforce Race Equality Standard report {year}\n\nData at 31 March {year}.\n\n{text}\n",
        encoding="utf-8",
    )
    chapter = load(data, trust, year, "public", None, None).chapter
    found = run_audit(report, benchmarks=tmp_path, year=year, chapter=chapter).findings
    return [one.published for one in found if one.kind == "contradiction"]


def test_the_number_of_a_row_is_no_figure(data: Path, tmp_path: Path) -> None:
    assert denied(data, tmp_path, ROWS.format("26.4%"), "ZZ1", 2024) == []
    # What the row itself holds is still held to the results.
    assert denied(data, tmp_path, ROWS.format("62.4%"), "ZZ1", 2024) == ["62.4%"]


@pytest.mark.parametrize("tail", [", though the difference is", ", a difference that is"])
def test_what_a_later_clause_denies_turns_no_groups(data: Path, tmp_path: Path, tail: str) -> None:
    # 101 of 196 are 51.5%, 268 of 607 are 44.2%.
    said = (
        "BME staff were more likely than White staff to take up non-mandatory training this year,"
        f" {{}}{tail} not statistically significant."
    )
    assert denied(data, tmp_path, said.format("51.5% against 44.2%"), "ZZ1", 2024) == []
    turned = denied(data, tmp_path, said.format("44.2% against 51.5%"), "ZZ1", 2024)
    assert {"44.2%", "51.5%"} <= set(turned)


# Cambridgeshire Community Services 2020: belief fell from 83% to 81% and from 95% to 92%;
# harassment from staff rose from 13% to 17% and from 10% to 11%.
@pytest.mark.parametrize(
    ("said", "figure", "wrong"),
    [
        ("Belief in equal opportunities for career progression fell among both BAME ({} to 81%) and"
         " White staff (95% to 92%).", "83%", None),
        ("The percentage of BAME staff who experienced harassment, bullying or abuse from staff"
         " went up by four points, from 13% to 17%, while for White staff it went up by one point"
         " to {}.", "11%", "15%"),
    ],
)  # fmt: skip
def test_a_movement_is_held_to_its_own_year_and_group(
    data: Path, tmp_path: Path, said: str, figure: str, wrong: str | None
) -> None:
    assert denied(data, tmp_path, said.format(figure), "RYV", 2020) == []
    if wrong is not None:
        assert denied(data, tmp_path, said.format(wrong), "RYV", 2020) == [wrong]


# Humber Teaching 2021: 5.9% and 3.8% of White staff, 11.4% and 18.4% of BME staff in the surveys of
# 2019 and 2020; 10.5% of BME staff in that of 2018.
@pytest.mark.parametrize(("figure", "told"), [("18.4%", []), ("10.5%", ["10.5%"])])
def test_what_moved_between_two_surveys_is_of_the_later(
    data: Path, tmp_path: Path, figure: str, told: list[str]
) -> None:
    said = (
        "| Survey | White | BME |\n|---|---|---|\n| 2019 | 5.9% | 11.4% |\n| 2020 | 3.8% | 18.4% |"
        "\n\nDiscrimination among White staff fell by 2.1 percentage points between the 2019 and"
        f" 2020 surveys, while among BME staff it rose by seven points, from 11.4% to {figure}."
    )
    heading = "## Indicator 8: discrimination at work\n\n"
    assert denied(data, tmp_path, heading + said, "RV9", 2021) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("No member of the board is BME, leaving a gap of {} percentage points to the workforce.",
         []),
        ("There are no BME members of the board, a shortfall of {} percentage points against the"
         " workforce.", []),
        ("The BME share of the board was {} percentage points less than in the workforce.", []),
        ("The BME share of the board was {} percentage points more than in the workforce.",
         ["23.3 percentage points"]),
    ],
)  # fmt: skip
def test_words_carry_the_sign_of_a_difference(
    data: Path, tmp_path: Path, said: str, told: list[str]
) -> None:
    assert denied(data, tmp_path, said.format("23.3"), "ZZ1", 2024) == told
    assert denied(data, tmp_path, said.format("21.3"), "ZZ1", 2024) == ["21.3 percentage points"]


# 109 of 212 clinical BAME staff are 51.4%, of all 284 38.4%.
@pytest.mark.parametrize(("share", "told"), [("38.4%", []), ("48.4%", ["48.4%"])])
def test_a_part_of_a_group_may_be_told_of_all_its_staff(
    data: Path, tmp_path: Path, share: str, told: list[str]
) -> None:
    said = f"Of our 284 BAME colleagues, 109 ({share}) work in clinical Bands 5 to 7."
    assert denied(data, tmp_path, said, "RYV", 2020) == told


# Of the 212 clinical BAME staff 109 work in bands 5 to 7, of whom there are 1,159.
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("109 of 212, 51.4%", []), ("51.4%", []), ("109 of 212, 41.4%", ["41.4%"]),
        ("9.4%", ["9.4%"]),
    ],
)  # fmt: skip
def test_a_part_in_brackets_is_of_the_staff_named_before_it(
    data: Path, tmp_path: Path, words: str, told: list[str]
) -> None:
    said = f"Over half of our BAME clinical staff ({words}) work in bands 5 to 7."
    assert denied(data, tmp_path, said, "RYV", 2020) == told


# 284 of 2,480 staff are 11.5%, 212 of 1,875 clinical staff 11.3%, 6 of 85 in bands 8a to 8b 7.1%.
@pytest.mark.parametrize(("share", "told"), [("11.5%", []), ("11.3%", ["11.3%"])])
def test_a_share_of_the_workforce_is_of_no_band_named_behind_it(
    data: Path, tmp_path: Path, share: str, told: list[str]
) -> None:
    said = (
        f"Although {share} of the workforce is BAME, only 6 of the 85 clinical staff in bands 8a to"
        " 8b (7.1%) are."
    )
    assert denied(data, tmp_path, said, "RYV", 2020) == told


# 284 of 2,480 staff are BAME; the year before 275 of 2,534.
@pytest.mark.parametrize(
    "said",
    [
        "While BAME staff increased from 275 to {}, the total workforce fell from 2,534 to {}.",
        "BAME staff numbered {} and the overall headcount was {}.",
        "We employ {} ethnic minority colleagues, although our workforce is down to {}.",
    ],
)
def test_a_number_of_people_is_of_whom_its_own_clause_names(
    data: Path, tmp_path: Path, said: str
) -> None:
    assert denied(data, tmp_path, said.format("284", "2,480"), "RYV", 2020) == []
    assert denied(data, tmp_path, said.format("284", "2,408"), "RYV", 2020) == ["2,408"]
