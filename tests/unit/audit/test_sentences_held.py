"""Sentences held to the tables of a made-up report: wrong ones are found, others are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents.plain import read_plain

# Fictional: 143 of 3,029 staff are 4.72%, 134 of 2,972 are 4.51%.
TABLES = """# Workforce Race Equality Standard report 2021 (fictional)

## Workforce

| Group | 2021 | Share 2021 | 2020 | Share 2020 |
|---|---|---|---|---|
| White | 2643 | 87.3% | 2600 | 87.5% |
| BME | 143 | 4.7% | 134 | 4.5% |
| Unknown | 243 | 8.0% | 238 | 8.0% |
| Total | 3029 | | 2972 | |

## Indicator 5: harassment from patients

| Survey | BME | White | Gap |
|---|---|---|---|
| 2019 | 30.1% | 27.0% | +3.1 |
| 2020 | 31.4% | 27.2% | +4.2 |
| Benchmark median 2020 | 28.8% | 25.3% | +3.5 |

## Indicator 9: Board

| | White | BME | Total |
|---|---|---|---|
| Voting | 10 | 1 | 11 |
| Non-voting | 0 | 0 | 0 |

## Findings

"""
THIS_YEAR_ONLY = """# Workforce Race Equality Standard report 2021 (fictional)

## Workforce

| Group | 2021 | Share 2021 |
|---|---|---|
| White | 2643 | 87.3% |
| BME | 143 | 4.7% |
| Unknown | 243 | 8.0% |
| Total | 3029 | |

"""


def audited(text: str) -> list[AuditFinding]:
    return audit_report(read_report(read_plain(Path("report.md"), text.encode())))


def contradicted(text: str) -> list[tuple[str, str]]:
    return [(one.published, one.mistake) for one in audited(text) if one.kind == "contradiction"]


@pytest.mark.parametrize(
    ("sentence", "published", "mistake"),
    [
        ("BME staff are 5.7% of the workforce (143 of 3,029).", "5.7%", "wrong figure"),
        ("The BME share of the workforce fell from 4.5% to 4.7%.", "fell from 4.5% to 4.7%",
         "wrong direction"),
        ("For indicator 5 the gap between BME and White staff was 5.2 points.", "5.2 points",
         "same figure printed differently"),
        ("For indicator 5 the benchmark median for BME staff was 29.9%.", "29.9%",
         "wrong benchmark"),
        ("At 31.4% harassment of BME staff by patients is above the benchmark of 27.8%.", "27.8%",
         "wrong benchmark"),
        ("In similar trusts the gap on indicator 5 is 4.5 points.", "4.5 points",
         "wrong benchmark"),
        ("0% of our non-voting board members are BME.", "0%", "empty group as a percentage"),
    ],
)  # fmt: skip
def test_a_wrong_sentence_is_found(sentence: str, published: str, mistake: str) -> None:
    assert contradicted(TABLES + sentence) == [(published, mistake)]


# 31.4 - 27.2 = 4.2; 31.4 - 29.4 = 2.0; 29.4 - 27.2 = 2.2.
@pytest.mark.parametrize(
    ("points", "told"), [("2.0", []), ("3.0", ["3.0 points"]), ("2.2", ["2.2 points"])]
)
def test_points_to_a_figure_that_the_sentence_names_are_held_to_it(
    points: str, told: list[str]
) -> None:
    said = (
        "31.4% of BME staff experienced harassment from patients, 4.2 percentage points higher than"
        f" White staff (27.2%) and {points} points above the England average of 29.4%."
    )
    assert [published for published, _ in contradicted(TABLES + said)] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "BME staff are 4.7% of the workforce (143 of 3,029).",
        "The BME share of the workforce rose from 4.5% to 4.7%.",
        "For indicator 5 the benchmark median for BME staff was 28.8% and our figure was 31.4%.",
        "In similar trusts the gap on indicator 5 is 3.5 points.",
        # 4.2 is more than 3.5: were that said, it would be wrong. Here it is not.
        "On indicator 5 our gap of 4.2 points is larger than that of the benchmark group (3.5).",
        "White British staff make up 78.2% of the workforce.",
        "BME women are 3.1% of the workforce.",
        "In the Medicine Division 12.0% of staff are BME.",
        "At Northfield Hospital 9.1% of staff are BME.",
        "Of the staff who responded to the survey, 6.2% were BME.",
        "5.1% of staff who declared their ethnicity are BME.",
        "Excluding those who have not declared, 5.1% of staff are BME.",
        "33.0% of BME nurses were harassed by patients.",
        "Disabled staff are 3.1% of the workforce.",
    ],
)
def test_a_sentence_of_figures_that_no_table_has_is_not_contradicted(sentence: str) -> None:
    assert contradicted(TABLES + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The BME share of the workforce rose from 4.1% to 4.7%.",
        "At 31 March 2021 143 of 3,029 staff were BME (4.7%), up from 4.1%.",
        "BME staff were 4.1% of the workforce when we last reported.",
        "Our BME workforce has grown from 128 to 143.",
        "We have 143 BME staff (4.7%); last year there were 128 (4.3%).",
    ],
)
def test_last_years_figure_is_not_held_to_this_years(sentence: str) -> None:
    assert contradicted(THIS_YEAR_ONLY + sentence) == []


def test_a_sentence_is_not_held_to_itself() -> None:
    alone = "# Race equality report 2021\n\n## Workforce\n\nThe BME share rose from 10.9% to 11.5%."
    assert contradicted(alone) == []


def test_counts_in_a_sentence_outrank_the_share_that_a_table_prints() -> None:
    text = TABLES.replace("| 4.7% |", "| 5.7% |") + (
        "Of all staff, BME staff are 4.7% of the workforce (143 of 3,029)."
    )
    assert ("5.7%", "wrong figure") in contradicted(text)
    assert not any(published == "4.7%" for published, _ in contradicted(text))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The BME share of the workforce has increased year on year.", True),
        ("The trend is positive: BME staff are 4.7% of the workforce.", True),
        ("Nationally the trend is upward.", False),
        ("We can't call the change in the workforce a trend.", False),
        ("The BME share rose steadily: 2.1% in 2015, 3.9% in 2018, 4.5% in 2020, 4.7% in 2021.",
         False),
    ],
)  # fmt: skip
def test_two_years_are_no_trend(sentence: str, told: bool) -> None:
    mistakes = [one.mistake for one in audited(TABLES + sentence)]
    assert ("trend from end points" in mistakes) == told


OTHER_STANDARD = """
## Part 2: Workforce Disability Equality Standard

### Metric 2: appointment from shortlisting

| | 2020 | 2021 |
|---|---|---|
| Relative likelihood of non-disabled applicants being appointed | 1.10 | 1.05 |

The relative likelihood of appointment is 1.05. 35% were harassed by patients.
"""


def test_a_part_on_disability_is_held_to_nothing_of_this_standard() -> None:
    report = read_report(read_plain(Path("report.md"), (TABLES + OTHER_STANDARD).encode()))
    assert not any(claim.indicator == "2" for claim in report.claims)
    assert [one.mistake for one in audit_report(report)] == [
        one.mistake for one in audited(TABLES)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Applicants without a disability were 1.21 times as likely to be appointed.", True),
        ("Staff with long-term conditions felt pressure from their manager.", True),
        ("14.0% of disabled staff were harassed by patients.", True),
        ("Our disabled staff network meets monthly.", False),
    ],
)
def test_plain_statements_of_a_disability_report_are_told(sentence: str, told: bool) -> None:
    mistakes = [one.mistake for one in audited(TABLES + sentence)]
    assert ("text from the disability report" in mistakes) == told


# Fictional: 24.0 less 17.7 is 6.3 this year, 25.5 less 18.0 is 7.5 last year; no gap is printed.
NO_GAPS = """# Workforce Race Equality Standard report 2021 (fictional)

## Indicator 6: harassment from staff

| Indicator 6 | White | BME |
|---|---|---|
| 2021 | 17.7% | 24.0% |
| 2020 | 18.0% | 25.5% |

"""


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("The gap between BME and White staff is {} points.", "9.3"),
        ("BME staff were {} percentage points more likely than White staff to be harassed.", "9.3"),
        ("24.0% of BME staff were harassed, {} points more than White staff.", "9.3"),
        ("Gap between BME and White staff: {} points (last year: 7.5 points).", "9.3"),
    ],
)
def test_a_gap_is_held_to_both_percentages_of_a_table(sentence: str, published: str) -> None:
    assert contradicted(NO_GAPS + sentence.format("6.3")) == []
    ((told, _),) = contradicted(NO_GAPS + sentence.format(published))
    assert told.startswith(published)


def test_last_years_gap_after_a_colon_is_held_to_last_years_percentages() -> None:
    text = NO_GAPS + "Gap between BME and White staff: 6.3 points (last year: {} points)."
    assert contradicted(text.format("7.5")) == []
    assert contradicted(text.format("8.5")) == [("8.5 points", "text against table")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year: 25.5% of BME staff against 18.0% of White staff, a gap of 7.5 points.",
        "24.0% of BME staff were harassed, 2.3 points more than the median of acute trusts.",
        "The gap was 2.3 points more than that of similar trusts.",
    ],
)
def test_gaps_of_another_year_or_trust_are_not_held_to_this_years(sentence: str) -> None:
    assert contradicted(NO_GAPS + sentence) == []


# As Cambridgeshire Community Services published for 2020: 17 White consultants of 42; 17% of BAME
# and 11% of White staff harassed by staff in autumn 2019, 13% and 10% the year before.
SURVEY = """# {}

## Figures

: Clinical staff by band, 31 March 2020

| Band | White | BAME | Unknown | Total | % BAME |
|---|---|---|---|---|---|
| Bands 1-4 | 437 | 66 | 24 | 527 | 12.5% |
| Consultants | 17 | 18 | 7 | 42 | 42.9% |

: Staff survey indicators 5 to 8

| Indicator | Group | 2018 survey | 2019 survey |
|---|---|---|---|
| 6. Harassment, bullying or abuse from staff | BAME | 13% | 17% |
| | White | 10% | 11% |

## Findings

In the 2019 survey, {} of White staff and {} of BAME staff experienced harassment, bullying or abuse
from staff.
"""


@pytest.mark.parametrize(
    "title", ["WRES report 2020", "A trust: Workforce Race Equality Standard report 2020"]
)
def test_the_standards_name_in_a_title_makes_no_section_on_the_workforce(title: str) -> None:
    assert contradicted(SURVEY.format(title, "11%", "17%")) == []
    turned = contradicted(SURVEY.format(title, "17%", "11%"))
    assert [words for words, _ in turned] == ["17%", "11%"]


def test_a_number_of_a_band_is_held_to_no_other_bands() -> None:
    """12 of 39 are 30.8%, 12 of 49 are 24.5%."""
    said = (
        "# WRES report 2021\n\nIn clinical roles 30.8% of consultants are BME (12 of {}), but none "
        "of the 25 staff in Band 8a."
    )
    assert contradicted(said.format(39)) == []
    assert contradicted(said.format(49)) == [("30.8%", "wrong figure")]
