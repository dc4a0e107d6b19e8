"""Sentences about relative likelihoods, in every state."""

from __future__ import annotations

import pytest

from tests.unit.indicators.trusts import chapter
from wres.chapters.reading import Chapter
from wres.narrative import Narrative

DISCIPLINED = "enter the formal disciplinary process"
TRAINED = "access non-mandatory training and CPD"
APPOINTED = "be appointed from shortlisting"


def say(**tables: str) -> Narrative:
    return Narrative(chapter(term="BAME", **tables))


@pytest.mark.parametrize(
    ("table", "counts", "number", "sentence"),
    [
        (  # 0.2 over 0.1
            "recruitment",
            "White,1000,200\nBME,500,50",
            2,
            f"BAME applicants were less likely than White applicants to {APPOINTED}. The ratio "
            "was 2.00, White over BAME (200 of 1,000 White and 50 of 500 BAME applicants). Its "
            "95% interval is 1.50 to 2.68.",
        ),
        (
            "recruitment",
            "White,1000,100\nBME,500,100",
            2,
            f"BAME applicants were more likely than White applicants to {APPOINTED}. The ratio "
            "was 0.50, White over BAME (",
        ),
        (
            "disciplinary",
            "White,1000,50\nBME,500,50",
            3,
            f"BAME staff were more likely than White staff to {DISCIPLINED}. The ratio was 2.00, "
            "BAME over White (50 of 500 BAME and 50 of 1,000 White staff). Its 95% interval is "
            "1.37 to 2.91.",
        ),
        (
            "disciplinary",
            "White,2000,100\nBME,2000,0",
            3,
            f"BAME staff were less likely than White staff to {DISCIPLINED}. The ratio was 0.00, "
            "BAME over White (",
        ),
        (
            "training",
            "White,1000,500\nBME,500,125",
            4,
            f"BAME staff were less likely than White staff to {TRAINED}. The ratio was 2.00, "
            "White over BAME (",
        ),
        (
            "training",
            "White,1000,500\nBME,500,250",
            4,
            "There was no clear difference between White and BAME staff in how likely they were to "
            f"{TRAINED}. The ratio was 1.00 (500 of 1,000 White and 250 of 500 BAME staff). Its "
            "95% interval, 0.90 to 1.12, includes 1.",
        ),
        (
            "disciplinary",
            "White,2643,17\nBME,143,1",
            3,
            "There were too few cases to say whether BAME or White staff were more likely to ",
        ),
        (
            "disciplinary",
            "White,2643,0\nBME,143,3",
            3,
            # Among all, 3 of 2,786: 2.8 of the White staff were to be expected, fewer than 5.
            "There were too few cases to say whether BAME or White staff were more likely to "
            f"{DISCIPLINED}. "
            f"No ratio can be given for indicator 3: no White staff were seen to {DISCIPLINED}, "
            "and nothing can be divided by zero (3 of 143 BAME and 0 of 2,643 White staff). "
            # The score equation of 3 of 143 over 0 of 2,643, solved with scipy's brentq: 14.4432.
            "Its 95% interval begins at 14.44 and has no upper limit.",
        ),
        (
            "recruitment",
            "White,50,10\nBME,0,0",
            2,
            "Indicator 2 has no members to count: no BAME applicants.",
        ),
        (
            "training",
            "White,50,10",
            4,
            "Indicator 4 is not available: figures for BAME were not published.",
        ),
        (
            "published_ratios",
            "3,2021,BME,White,0.81,",
            3,
            f"BAME staff were 0.81 times as likely as White staff to {DISCIPLINED}, as published. "
            "The counts behind the ratio were not published,",
        ),
    ],
)
def test_finding_says_what_the_counts_bear(
    table: str, counts: str, number: int, sentence: str
) -> None:
    assert say(**{table: counts}).finding(number).startswith(sentence)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            "White,1000,50\nBME,500,50",
            f"BAME staff were more likely than White staff to {DISCIPLINED} "
            "(ratio 2.00, BAME over White).",
        ),
        (
            "White,1000,100\nBME,500,50",
            "No clear difference between BAME and White staff in how likely they were to "
            f"{DISCIPLINED} (ratio 1.00).",
        ),
        (
            "White,2643,17\nBME,143,1",
            "Too few cases to say whether the groups differed: 1 of 143 BAME and 17 of 2,643 White "
            "staff (ratio 1.09).",
        ),
    ],
)
def test_headline_is_one_sentence_of_the_same_verdict(counts: str, sentence: str) -> None:
    assert say(disciplinary=counts).headline(3) == sentence


@pytest.mark.parametrize(
    ("ratio", "sentence"),
    [
        ("0.79", "0.79 lies outside the range"),
        ("0.80", "0.80 lies inside the range"),
        ("1.25", "1.25 lies inside the range"),
        ("1.26", "1.26 lies outside the range"),
    ],
)
def test_flag_agrees_with_the_printed_ratio(ratio: str, sentence: str) -> None:
    assert say(published_ratios=f"2,2021,White,BME,{ratio},").flag(2).startswith(sentence)


def test_flag_is_silent_without_a_ratio_and_cautious_with_few_cases() -> None:
    assert say(recruitment="White,50,10").flag(2) == ""
    assert (
        say(disciplinary="White,2643,17\nBME,143,1")
        .flag(3)
        .endswith("With so few cases that says little.")
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            "White,855,198\nBME,47,17\nUnknown,18,5",
            "18 applicants of unknown ethnicity are left out of the ratio. Depending on their "
            "ethnicity it could be anywhere from 0.54 to 0.83. It would be 0.64 if all were White "
            "and 0.68 if all were BAME.",
        ),
        (
            "White,100,20\nBME,100,20\nUnknown,1,0",
            "One person of unknown ethnicity is left out of the ratio. Depending on their "
            "ethnicity it could be anywhere from 0.99 to 1.01, on either side of 1.",
        ),
        (
            # White over BME: 0 of 100 over 20 of 50, and nobody of unknown ethnicity appointed.
            "White,100,0\nBME,50,20\nUnknown,3,0",
            "3 applicants of unknown ethnicity are left out of the ratio. Whatever their "
            "ethnicity, it would stay 0.00.",
        ),
        (
            "White,100,20\nBME,100,20\nUnknown,0,0",
            "Ethnicity was known for all applicants counted.",
        ),
        ("White,100,20\nBME,100,20", "How many applicants of unknown ethnicity there were,"),
        (
            "White,100,20\nBME,0,0\nUnknown,3,1",
            "Of unknown ethnicity, and left out of the ratio: 3",
        ),
    ],
)
def test_unknown_ethnicity_is_told_as_extremes_then_scenarios(counts: str, sentence: str) -> None:
    told = say(recruitment=counts).unknown(2)
    assert told.startswith(sentence)
    assert "if all were" not in told or "could be anywhere" in told
    assert bool(told) is bool(sentence)


def test_unknown_people_beside_a_printed_ratio_can_not_be_placed() -> None:
    told = say(training="White,100,20\nUnknown,3,1", published_ratios="4,2021,White,BME,1.1,")
    assert told.unknown(4) == (
        "What staff of unknown ethnicity could do to the ratio can't be worked out: the counts "
        "behind it were not published."
    )


@pytest.mark.parametrize(
    ("number", "above"),
    [
        (2, "Above 1, White applicants were more likely to be appointed"),
        (3, "Above 1, BAME staff were more likely to enter"),
        (4, "Above 1, White staff were more likely to access"),
    ],
)
def test_reading_of_the_ratio_names_the_group_above_the_line(number: int, above: str) -> None:
    assert above in say(board="all,all,White,9").reading(number)


def test_unknown_ethnicity_that_could_turn_a_clear_ratio_is_told_in_its_first_sentence(
    rv9_2021: Chapter,
) -> None:
    # Humber Teaching 2021: extremes of indicator 4 are 0.69 to 1.40, of indicator 2 0.54 to 0.83.
    cautioned, sure = (Narrative(rv9_2021).finding(number).split(". ")[0] for number in (4, 2))
    assert cautioned.startswith("BAME staff were more likely than White staff to access")
    assert cautioned.endswith("; people of unknown ethnicity could turn this round")
    assert sure.startswith("BAME applicants were more likely than White applicants")
    assert "turn" not in sure


def test_unknown_ethnicity_is_told_with_a_ratio_over_nobody() -> None:
    # 10 of 300 over 0 of 300. With the 20 cases among the unknown in the White group and the other
    # 280 in the BAME group it would be (10/580) / (20/320) = 0.28; the other way round, infinite.
    told = say(disciplinary="White,300,0\nBME,300,10\nUnknown,300,20")
    assert told.finding(3).startswith(
        f"BAME staff were more likely than White staff to {DISCIPLINED}; people of unknown "
        "ethnicity could turn this round. No ratio can be given"
    )
    assert told.unknown(3).startswith(
        "300 staff of unknown ethnicity are left out of the ratio. Depending on their ethnicity it "
        "could be 0.28 or anything above that, on either side of 1."
    )
    # Three without a case among them leave the White group without any: there is no ratio at all.
    few = say(disciplinary="White,300,0\nBME,300,10\nUnknown,3,0")
    assert "turn" not in few.finding(3)
    assert few.unknown(3) == "Of unknown ethnicity, and left out of the ratio: 3 staff."


def test_flag_of_a_ratio_over_zero_says_that_it_is_outside() -> None:
    assert say(disciplinary="White,2643,0\nBME,300,30").flag(3) == (
        "A ratio over zero lies outside the range of 0.80 to 1.25 that is used nationally as "
        "non-adverse."
    )
