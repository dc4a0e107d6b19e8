"""Words on certainty: how many comparisons a report makes, and how it allows for them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.spec.test_within_bands import RECRUITMENT
from tests.unit.indicators.test_multiplicity import TABLES, with_settings
from tests.unit.indicators.trusts import chapter_of, national, only, trust_year
from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicator
from wres.listing import print_results
from wres.narrative import Narrative, ratios
from wres.narrative.certainty import comparisons, few_events, interval_label
from wres.tables import ratio_table, survey_table


def made(method: str = "none", few: int = 5, **tables: str) -> Chapter:
    asked = {"multiple_comparisons": method, "few_events": few}
    chapter = chapter_of(with_settings(trust_year(**tables), **asked))
    return replace(chapter, facts=chapter.facts.model_copy(update=asked))


def test_number_of_comparisons_is_told_with_what_it_means() -> None:
    assert comparisons(made(**TABLES)) == (
        "This report makes seven comparisons between groups whose certainty is judged: the ratios "
        "of indicators 2, 3 and 4 and the gaps of indicators 5, 6, 7 and 8. Each is judged by "
        "itself. If the groups never differed, about one in twenty would still be shown as "
        "different. Changes over time, figures of earlier years and comparisons with other figures "
        "are not among them. A change is judged by itself, with a 95% interval where there is one, "
        "and so is an earlier year's figure; a comparison with another figure, at the confidence "
        "of the interval that is printed for the trust's own figure."
    )


@pytest.mark.parametrize("method", ["none", "holm"])
def test_ratio_taken_a_second_way_is_told_apart_from_the_comparisons(method: str) -> None:
    header = "ethnicity,shortlisted,appointed,international\n"
    told = comparisons(made(method, recruitment=f"{header}White,855,198,30\nBME,147,17,9"))
    assert told.startswith("This report makes one comparison between groups")
    assert told.endswith(
        "Not counted: ratios without applicants recruited from abroad (indicator 2). Each looks at "
        "a comparison that is counted in another way, and is judged by itself with a 95% interval."
    )


def test_ratio_within_pay_bands_is_told_apart_from_the_comparisons() -> None:
    told = comparisons(made(recruitment=RECRUITMENT))
    assert told.startswith("This report makes one comparison between groups")
    assert "Not counted: ratios within the same pay bands (indicator 2)." in told


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (
            "holm",
            "Holm's method widens their intervals to between 99% and 99.3%, so that if the groups "
            "never differed, the chance that any of these comparisons would be shown as different "
            "would be one in twenty at most.",
        ),
        (
            "benjamini-hochberg",
            "The method of Benjamini and Hochberg widens their intervals to between 97.9% and "
            "98.6%, so that at most one in twenty of the differences shown is to be expected by "
            "chance alone.",
        ),
    ],
)
def test_allowing_for_many_comparisons_is_told_with_the_confidence(method: str, told: str) -> None:
    assert told in comparisons(made(method, **TABLES))


def test_one_comparison_is_told_as_one_whatever_the_method() -> None:
    for method in ("none", "holm", "benjamini-hochberg"):
        told = comparisons(made(method, disciplinary=TABLES["disciplinary"]))
        assert told.startswith(
            "This report makes one comparison between groups whose certainty is judged: the ratio "
            "of indicator 3. If the groups did not differ, the chance that it would be shown as "
            "different all the same would be about one in twenty. "
        )


def test_report_of_full_counts_and_published_ratios_makes_no_comparison() -> None:
    told = comparisons(made(published_ratios="3,2021,BME,White,1.4,"))
    assert told == "This report makes no comparison between groups whose certainty can be judged."


ONE_BASE = "8,2020,trust,BME,10,400,,\n8,2020,trust,White,4,4000,,\n"
APART = (
    " Not counted: the gap of indicator 5. The respondents of one group alone are known, so it can "
    "come out as no clear difference or as too few to say, but never as a difference."
)


@pytest.mark.parametrize("method", ["none", "holm", "benjamini-hochberg"])
def test_gap_of_one_known_base_is_told_apart_from_the_comparisons(method: str) -> None:
    rows = f"{ONE_BASE}5,2020,trust,BME,24,50,,\n5,2020,trust,White,22,,,"
    told = comparisons(made(method, staff_survey=rows))
    assert told.startswith(
        "This report makes one comparison between groups whose certainty is judged: the gap of "
        "indicator 8. "
    )
    assert told.endswith(APART)
    alone = comparisons(made(method, staff_survey=rows.removeprefix(ONE_BASE)))
    assert alone == f"This report makes no comparison between groups that has an interval.{APART}"


def test_comparison_has_the_confidence_of_the_interval_printed_for_the_figure() -> None:
    asked = {"multiple_comparisons": "holm", "few_events": 5}
    england = national(
        '2020,WRES,4,England,"White over BME, England",1.14,ratio,published report,x,'
    )
    tables = {name: rows for name, rows in TABLES.items() if name != "staff_survey"}
    now, before = (with_settings(trust_year(year, **tables), **asked) for year in (2021, 2020))
    results = chapter_of(now, before, england)
    figure = only(results, indicator="4", measure="relative_likelihood", breakdown="all")
    compared = results.rows(indicator="4", measure="comparison")
    assert set(compared["confidence"]) == {figure["confidence"]} != {95.0}
    changed = results.rows(indicator="4", measure="change")
    assert set(changed["confidence"].dropna()) == {95.0}


@pytest.mark.parametrize(("few", "word"), [(1, "one"), (5, "five"), (9, "nine"), (10, "10")])
def test_limit_of_few_cases_is_the_trusts_own(few: int, word: str) -> None:
    assert few_events(made(few=few, **TABLES)) == word


def test_interval_is_named_by_its_confidence() -> None:
    wanted = {"indicator": "8", "measure": "gap", "breakdown": "survey_year=2020"}
    assert interval_label(only(made(**TABLES), **wanted)) == "95% interval"
    assert interval_label(only(made("holm", **TABLES), **wanted)) == "99.3% interval"
    assert interval_label(None) == "95% interval"
    assert interval_label(pd.Series({"confidence": None})) == "95% interval"


def test_sentences_name_the_confidence_that_an_interval_was_taken_at() -> None:
    say = Narrative(made("holm", **TABLES))
    assert "99.3% interval of the gap" in say.finding(8)
    assert "99% interval of the gap" in say.finding(5)
    assert "99.2% interval" in say.finding(4)
    assert "95%" not in " ".join(say.finding(number) for number in (2, 3, 4, 5, 6, 7, 8))


def test_tables_name_the_confidence_that_an_interval_was_taken_at() -> None:
    chapter = made("holm", **TABLES)
    table = ratio_table(chapter, 4)
    assert table is not None
    # statsmodels, 1,639 of 2,643 and 105 of 143, score method at 5%/6: 0.750 to 0.992
    assert ["99.2% interval (Koopman)", "0.75 to 0.99"] in table.rows
    table = survey_table(chapter)
    assert table is not None
    headings = [column.heading for column in table.columns]
    place = headings.index("95% interval unless another is given")
    told = {tuple(row[:2]): row[place] for row in table.rows}
    assert told[("8. Discrimination at work", "Gap (points)")].endswith(" (99.3%)")
    assert not told[("8. Discrimination at work", "BME")].endswith(")")


def test_listing_tells_each_confidence_that_is_not_95(capsys: pytest.CaptureFixture[str]) -> None:
    print_results(made("holm", **TABLES), "table")
    told = [line for line in capsys.readouterr().out.splitlines() if "(99.3%)" in line]
    assert len(told) == 1
    assert "gap" in told[0]


def test_tables_of_plain_intervals_are_headed_so() -> None:
    table = survey_table(made(**TABLES))
    assert table is not None
    assert "95% interval" in [column.heading for column in table.columns]
    assert not any("%)" in cell for row in table.rows for cell in row)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (  # 20 of 100 White staff, hence 20 of 100 BME staff
            "White,1000,200\nBME,100,45",
            "Had BME staff been as likely as White staff to enter the formal disciplinary process, "
            "25 fewer of them would have done so.",
        ),
        (
            "White,1000,200\nBME,100,15",
            "Had BME staff been as likely as White staff to enter the formal disciplinary process, "
            "5 more of them would have done so. That difference can be chance.",
        ),
        ("White,1000,200\nBME,100,20", ""),  # none more or fewer
        ("White,2643,17\nBME,143,1", ""),  # too few to say
        ("White,1000,200", ""),
    ],
)
def test_ratio_is_told_in_people(counts: str, told: str) -> None:
    assert ratios.in_people(made(disciplinary=counts), indicator(3)) == told


def test_two_years_are_told_where_both_are_counted() -> None:
    header = "ethnicity,workforce,entered_process,years\n"
    chapter = made(disciplinary=header + "White,1000,200,2\nBME,100,45,2")
    assert ratios.in_people(chapter, indicator(3)).endswith("have done so. Both years are counted.")
