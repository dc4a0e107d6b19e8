"""Sentences beside the tables of two reports: right ones left alone, wrong ones told.

`corpus/two_years.md` prints the workforce and its ratios of two years, `corpus/one_year.md` those
of one with all counts. The first sentences of each list come from a reader of the audit who had no
part in it, the others were written to them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.test_corpus import CORPUS, known
from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents.plain import read_plain

TWO_YEARS = (CORPUS / "two_years.md").read_text("utf-8")
ONE_YEAR = (CORPUS / "one_year.md").read_text("utf-8")


def findings(tables: str, sentence: str) -> list[AuditFinding]:
    text = f"{tables}\n## Commentary\n\n{sentence}\n"
    every = audit_report(read_report(read_plain(Path("report.md"), text.encode())), known())
    return [one for one in every if one.kind != "uncheckable"]


def told(tables: str, sentence: str) -> list[str]:
    """Give the words that are called wrong."""
    return [one.published for one in findings(tables, sentence)]


@pytest.mark.parametrize("tables", [TWO_YEARS, ONE_YEAR])
def test_the_tables_alone_are_right(tables: str) -> None:
    assert told(tables, "") == []


# A year beside a number of people is no number of people.
COUNTED_IN_A_YEAR = [
    ("We employed 2,480 people in 2020, of whom 284 ({}) were BAME.", "11.5%", "14.1%"),
    ("The Trust had a workforce of 2,480 on 31 March 2020, of whom 284 ({}) were BAME.", "11.5%",
     "14.1%"),
    ("In March 2020 our workforce was 2,480, of whom 119 ({}) had not told us their ethnicity.",
     "4.8%", "5.9%"),
    ("We had 2,480 staff on 31st March 2020, including 284 ({}) from a BAME background.", "11.5%",
     "12.5%"),
    ("Of 2,480 staff employed at 31 March 2020, 284 ({}) were BAME.", "11.5%", "14.1%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), COUNTED_IN_A_YEAR)
def test_a_year_is_no_number_of_people(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert told(TWO_YEARS, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "8.3% of staff in Bands 1 to 4 are from a BME background.",
        "At Band 8a, 3.2% of staff are BME.",
        "In medical and dental grades, 34.1% of staff are BME.",
        "3.6% of staff in Bands 8a to VSM are BME.",
        "BME staff are 34.0% of the medical workforce.",
        "Among corporate staff 6.2% are BME.",
        "BME staff make up 4.7% of the workforce and 3.6% of staff in Bands 8a to VSM.",
        "Of our senior staff 2.4% are BME.",
    ],
)
def test_staff_of_whom_no_table_tells_are_not_held_to_all_staff(text: str) -> None:
    assert told(ONE_YEAR, text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("BME staff make up 5.7% of the workforce and 3.6% of staff in Bands 8a to VSM.", "5.7%"),
        ("BME colleagues are 5.7% of our workforce.", "5.7%"),
        ("44.1% of staff in Bands 1 to 4 are BME.", "44.1%"),
    ],
)
def test_staff_of_whom_a_table_tells_are_held_to_it(text: str, wrong: str) -> None:
    assert told(ONE_YEAR, text) == [wrong]


def test_a_band_that_a_table_prints_is_held_to_the_band() -> None:
    text = "In clinical Bands 8a to 8b BAME staff make up {} of the workforce (6 of 85)."
    assert told(TWO_YEARS, text.format("7.1%")) == []
    assert told(TWO_YEARS, text.format("9.1%")) == ["9.1%"]
    assert told(TWO_YEARS, "In clinical Bands 8a to 8b 11.5% of staff are BAME.") == ["11.5%"]


# Shares of places that stand beside the trust's own.
ELSEWHERE = [
    "The BME share of our workforce ({}) is above that of North Yorkshire (2.6%).",
    "Our BME share ({}) is lower than in Hull (5.9%) and higher than in the East Riding (1.9%).",
    "Our BME share of {} compares with 2.6% in North Yorkshire.",
    "Our BME share of the workforce ({}) is above North Yorkshire's (2.6%).",
    "At {} the BME share of our workforce is above the 2.6% of North Yorkshire.",
    "The BME share of our workforce ({}) is above those of Skipton (2.6%) and Selby (3.8%).",
    "Hull's BME share is 10.1%, ours {}.",
    "Compared with Hull, our BME share is {}.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_another_places_share_is_not_held_to_the_trusts(text: str) -> None:
    assert told(ONE_YEAR, text.format("4.7%")) == []
    assert told(ONE_YEAR, text.format("5.7%")) == ["5.7%"]


# Of people who live in a place, beside the trust's own share.
LIVING = [
    "BME staff make up {} of the workforce, compared with 3.8% of people in the East Riding.",
    "Our BME share of {} compares with 2.6% of people in North Yorkshire.",
    "{} of our workforce is BME, against 3.8% of those who live in the East Riding.",
]


@pytest.mark.parametrize("text", LIVING)
def test_a_share_of_people_in_a_place_is_not_held_to_the_trusts(text: str) -> None:
    assert told(ONE_YEAR, text.format("4.7%")) == []
    assert told(ONE_YEAR, text.format("5.7%")) == ["5.7%"]


def test_people_in_the_trust_are_no_place() -> None:
    assert told(ONE_YEAR, "5.7% of people in our workforce are BME.") == ["5.7%"]


# 198 of 855 over 17 of 47 is 0.64; 2.01 is another place's.
REGIONS = [
    "Our ratio for indicator 2 is below the 2021 figure for the North West, {}.",
    "The ratio for indicator 2 in the North West was {} in 2021.",
    "In the North West the ratio for indicator 2 was {}.",
    "Across the North West, the ratio for indicator 2 was {}.",
    "The North West's ratio for indicator 2 was {} in 2021.",
]


@pytest.mark.parametrize("text", REGIONS)
def test_a_regions_ratio_is_not_held_to_the_trusts(text: str) -> None:
    assert told(ONE_YEAR, text.format("2.01")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ratio for indicator 2 was 2.01 in 2021.",
        "Our ratio for indicator 2 was 2.01, above the figure for the North West.",
        "Our ratio for indicator 2 in March was 2.01.",
        "In the Autumn the ratio for indicator 2 was 2.01.",
    ],
)
def test_the_trusts_own_ratio_is_held_beside_a_region(text: str) -> None:
    assert told(ONE_YEAR, text) == ["2.01"]


@pytest.mark.parametrize(
    "text",
    [
        "Half of our trainee doctors (17 of 34) are BME.",
        "A third of consultants (12 of 39) are BME.",
        "Half of our doctors in training (17 of 34) are BME.",
        "17 of our 34 trainee doctors are BME.",
    ],
)
def test_numbers_of_doctors_are_not_held_to_all_staff(text: str) -> None:
    assert told(ONE_YEAR, text) == []
    every = audit_report(
        read_report(read_plain(Path("report.md"), f"{ONE_YEAR}\n\n{text}\n".encode())), known()
    )
    assert {one.kind for one in every if one.text == text} == {"uncheckable"}


@pytest.mark.parametrize(
    ("tables", "text", "wrong"),
    [
        (ONE_YEAR, "Half of our staff (17 of 34) are BME.", ["Half", "17 of 34"]),
        (TWO_YEARS, "A third of consultants (14 of 42) are BAME.", ["A third", "14 of 42"]),
        (TWO_YEARS, "A quarter of our workforce (284 of 1,136) is BAME.", ["A quarter", "1,136"]),
    ],
)
def test_numbers_that_a_table_prints_are_held(tables: str, text: str, wrong: list[str]) -> None:
    assert told(tables, text) == wrong


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("{} of board members are BAME.", "8.3%", "11.5%"),
        ("{} of the Board are BAME.", "8.3%", "11.5%"),
        ("BAME staff make up 11.5% of the workforce and {} of the Board.", "8.3%", "9.3%"),
        ("BAME staff make up {} of the workforce and 8.3% of the Board.", "11.5%", "12.5%"),
        ("{} of BAME staff are consultants.", "6.3%", "42.9%"),
        ("{} of BAME staff are in non-consultant career grades.", "4.2%", "26.1%"),
    ],
)
def test_a_share_is_held_to_the_whole_that_it_is_of(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert told(TWO_YEARS, text.format(wrong)) == [wrong]


def test_a_share_of_the_board_is_called_by_its_name() -> None:
    text = "BAME staff make up 11.5% of the workforce and 9.3% of the Board."
    assert [one.message for one in findings(TWO_YEARS, text)] == [
        "The BME share of the board is 8.3%."
    ]


# By how much a number of people moved, in per cent of what it was.
GROWN = [
    ("BAME headcount rose by nine, from 275 in 2019 to 284 in 2020, an increase of {}.", "3.3%",
     "9%"),
    ("BAME headcount rose from 275 in 2019 to 284 in 2020, an increase of {}.", "3%", "3.9%"),
    ("The number of White staff fell by {}, from 2,084 to 2,077.", "0.3%", "3.3%"),
    ("The workforce fell from 2,534 to 2,480, a fall of {}.", "2.1%", "21%"),
    ("The workforce fell from 2,534 to 2,480, a fall of {}.", "54", "−64"),
    ("The workforce {} from 2,534 to 2,480.", "fell", "rose from 2,534 to 2,480"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), GROWN)
def test_growth_of_a_number_of_people(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert told(TWO_YEARS, text.format(wrong.partition(" ")[0].lstrip("−"))) == [wrong]


def test_numbers_of_cases_are_no_likelihoods() -> None:
    text = "Formal disciplinary cases among White staff fell from 19 to 17, a fall of {}."
    assert told(ONE_YEAR, text.format(2)) == []
    assert told(ONE_YEAR, text.format(3)) == ["−3"]


# 83.75 less 82.24 is 1.51, and as printed 83.8 less 82.2 is 1.6; 11.45 less 10.85 is 0.60.
CHANGED = [
    ("The White share of the workforce went up by {} percentage points.", ("1.5", "1.6"), "1.8"),
    ("The White share went up by {} points (from 82.2% to 83.8%).", ("1.5", "1.6"), "1.9"),
    ("The BAME share of the workforce went up by {} percentage points.", ("0.6",), "0.9"),
    ("The Unknown share went down by {} points.", ("2.1",), "2.4"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), CHANGED)
def test_a_change_is_taken_before_or_after_rounding(
    text: str, right: tuple[str, ...], wrong: str
) -> None:
    assert [told(TWO_YEARS, text.format(one)) for one in right] == [[] for _ in right]
    assert [one.startswith(wrong) for one in told(TWO_YEARS, text.format(wrong))] == [True]


# A size needs no sign where words have told that it fell, or that less is better.
SIZES = [
    "Discrimination of White staff fell from 5.9% to 3.8%, an improvement of {} points.",
    "Discrimination of White staff fell from 5.9% to 3.8%, by {} points.",
    "Discrimination of White staff went from 5.9% to 3.8%, an improvement of {} points.",
    "Discrimination of White staff was down from 5.9% to 3.8%, a difference of {} points.",
]


@pytest.mark.parametrize("text", SIZES)
def test_the_size_of_a_fall(text: str) -> None:
    assert told(ONE_YEAR, text.format("2.1")) == []
    assert [one.lstrip("−") for one in told(ONE_YEAR, text.format("3.1"))] == ["3.1 points"]


def test_a_change_of_no_direction_needs_its_sign() -> None:
    text = "Discrimination of White staff went from 5.9% to 3.8%, a change of 2.1 points."
    assert [(one.kind, one.mistake) for one in findings(ONE_YEAR, text)] == [
        ("wording", "sign left out")
    ]


def test_what_rests_on_a_wrong_total_is_not_told_again() -> None:
    # 198 + 17 + 5 are 220, of whom 920 were shortlisted: 0.24.
    tables = ONE_YEAR.replace("| 5 | 220 |", "| 5 | 230 |").replace("| 23.9% |", "| {} |")
    assert told(tables.replace("{}", "23.9%"), "") == ["230"]
    assert told(tables.replace("{}", "0.24"), "") == ["230"]
    assert told(tables.replace("{}", "26.9%"), "") == ["230", "26.9%"]


LIKELIER = "Applicants from a BME background were more likely to be appointed: "


@pytest.mark.parametrize(
    "text",
    [
        LIKELIER + "36.2% of those shortlisted (17 of 47) against 23.2% of White applicants"
        " (198 of 855).",
        "Of those shortlisted and appointed: 36.2% of BME applicants.",
        "There is not a single BME person among voting Board members.",
        "Among voting Board members there is not a single BME person.",
        "Not one BME person sits among the voting Board members.",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert told(ONE_YEAR, text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (LIKELIER + "34.2% of those shortlisted (17 of 47).", "34.2%"),
        ("36.2% of those shortlisted were BME (17 of 47).", "36.2%"),
        ("BME applicants made up 36.2% of those appointed (17 of 47).", "36.2%"),
        ("There is a single BME voting member of the Board.", "single"),
    ],
)
def test_wrong_words_are_told(text: str, wrong: str) -> None:
    assert told(ONE_YEAR, text) == [wrong]


# Numbers of staff of a named year, in whose place those of another stand.
STAFF_OF_A_YEAR = [
    ("As at 31 March 2020 the Trust employed {} people.", "2,480", "2,534"),
    ("There were {} White staff in post at 31 March 2020.", "2,077", "2,084"),
    ("In 2019 there were {} BAME staff.", "275", "284"),
    ("On 31 March 2020 our workforce was {}.", "2,480", "2,534"),
    ("At 31 March 2020 the Trust employed {} people.", "2,480", "2,502"),
    ("At the end of March 2019 the total headcount was {}.", "2,534", "2,480"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), STAFF_OF_A_YEAR)
def test_numbers_of_staff_are_those_of_their_year(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert told(TWO_YEARS, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 we had 66 BAME staff in Bands 1 to 4.",
        "In 2020 there were 212 BAME staff in clinical posts.",
        "There were 514 White staff in non-clinical roles in 2020.",
        "At 31 March 2020 the Trust employed 300 people from other countries.",
        "At 31 March 2020 the Trust employed 640 nurses.",
        "There were 20 BAME staff who left in 2020.",
        "In 2018 there were 260 BAME staff.",
        "At 31 March 2020 the Trust employed more than 2,400 people.",
    ],
)
def test_numbers_of_other_staff_are_not_held_to_all(text: str) -> None:
    assert told(TWO_YEARS, text) == []


SURVEYED = [
    ("In 2018, {} of BAME staff were harassed by patients or the public.", "26%", "25%"),
    ("In 2018, {} of White staff were bullied by colleagues.", "10%", "11%"),
    ("In 2018 {} of BAME staff believed in equal opportunities for promotion.", "83%", "81%"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SURVEYED)
def test_a_surveys_figure_is_that_of_its_year(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert told(TWO_YEARS, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        # Of the report of 2019, as which the table's 2018 may be meant.
        "In 2019, 26% of BAME staff were harassed by patients or the public.",
        "In 2019, 25% of BAME staff were harassed by patients or the public.",
        "In 2017, 24% of BAME staff were harassed by patients or the public.",
    ],
)
def test_a_year_may_be_that_of_a_survey_or_of_its_report(text: str) -> None:
    assert told(TWO_YEARS, text) == []


LANDMARKS = [
    ("Indicator 3 lies {} the four-fifths range of 0.80 to 1.25.", "within", "outside"),
    ("Indicator 2 lies {} the four-fifths range.", "outside", "within"),
    ("Indicator 2 is still {} the non-adverse range.", "outside", "inside"),
    ("Indicator 4 is well {} the four-fifths range.", "within", "outside"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), LANDMARKS)
def test_the_range_that_a_ratio_lies_in(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert [one.split(" ")[0] for one in told(TWO_YEARS, text.format(wrong))] == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Indicator 4 shows parity this year.", ["parity"]),
        ("Indicator 2 has reached parity.", ["parity"]),
        ("Indicator 4 does not show parity this year.", []),
        ("Indicator 4 showed parity last year.", []),
        ("Indicator 4 showed parity in 2019.", []),
        ("Indicator 2 was at parity in 2019.", ["parity"]),
        ("Indicator 3 is closer to parity than indicator 2.", []),
    ],
)
def test_parity(text: str, wrong: list[str]) -> None:
    assert told(TWO_YEARS, text) == wrong


# 22.4 less 4.7 are 17.7 points.
APART = [
    ("The national BME share of the workforce is 22.4%, which is {} percentage points above our"
     " own 4.7%.", "17.7", "12.7"),
    ("24.0% of BME staff, {} points more than White staff (22.4%), were harassed by patients.",
     "1.6", "3.6"),
    ("18.4% of BME staff met discrimination, which is {} points more than the 3.8% of White staff.",
     "14.6", "12.6"),
    ("Our BME share is 4.7%, which is {} points above the board's 0.0%.", "4.7", "5.7"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), APART)
def test_points_between_two_percentages(text: str, right: str, wrong: str) -> None:
    assert told(ONE_YEAR, text.format(right)) == []
    found = told(ONE_YEAR, text.format(wrong))
    assert found
    assert {one.split(" ")[0] for one in found} == {wrong}


def test_a_year_before_that_no_table_prints_denies_no_movement() -> None:
    text = (
        "In clinical Bands 8a to 8b BAME staff make up {} of the workforce, up from {} last year."
    )
    assert told(TWO_YEARS, text.format("7.1%", "6.1%")) == []
    found = findings(TWO_YEARS, text.format("8.4%", "7.1%"))
    assert [one.published for one in found] == ["8.4%"]
    assert [one.message for one in found if "did not move" in one.message] == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("BAME staff make up {} of the workforce, up from 10.9% last year.", "11.5%", "12.5%"),
        ("BAME staff make up 11.5% of the workforce, up from {} last year.", "10.9%", "9.9%"),
    ],
)
def test_both_ends_of_a_movement_are_held_to_their_years(text: str, right: str, wrong: str) -> None:
    assert told(TWO_YEARS, text.format(right)) == []
    assert told(TWO_YEARS, text.format(wrong)) == [wrong]


# Figures of the groups and indicators in the order in which they are named.
IN_TURN = [
    ("On indicator 7, White staff scored {} and BAME staff {}.", ("92%", "81%")),
    ("Indicator 7: White staff {}, BAME staff {}.", ("92%", "81%")),
    ("On bullying by colleagues White staff reported {} and BAME staff {}.", ("11%", "17%")),
    ("Indicators 2 and 3 stand at {} and {} respectively.", ("1.48", "0.81")),
    ("White staff account for {} and BAME staff for {} of the workforce.", ("83.8%", "11.5%")),
]


@pytest.mark.parametrize(("text", "right"), IN_TURN)
def test_figures_told_in_turn(text: str, right: tuple[str, str]) -> None:
    assert told(TWO_YEARS, text.format(*right)) == []
    assert sorted(told(TWO_YEARS, text.format(*right[::-1]))) == sorted(right)


def test_a_likelihood_so_many_per_cent_higher_is_no_ratio() -> None:
    text = "The likelihood of White applicants being appointed was 48% higher than that of BAME {}."
    assert told(TWO_YEARS, text.format("applicants")) == []
    assert told(TWO_YEARS, "The relative likelihood of indicator 2 is 1.58.") == ["1.58"]
