"""Sentences about withheld figures: said to be withheld, and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.chapters.withheld import (
    WHY,
    full_chapter,
    hide,
    hide_all,
    over_two_years,
    with_rows,
)
from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.trusts import chapter_of, only, trust_year
from wres import tables
from wres.chapters.reading import Chapter
from wres.narrative import Narrative, findings, policy

RATIO = {"indicator": "2", "measure": "relative_likelihood", "breakdown": "all"}
APART = "recruitment=without international"
NUMBERS = "123456789"
# Words that would let a reader guess at what is hidden.
TELLING = r"\b(only|fewer|less than|at most|smallest|lowest|highest|too small|nan|suppressed)\b"


def say(chapter: Chapter) -> Narrative:
    return Narrative(chapter)


def all_said(chapter: Chapter) -> dict[str, str]:
    """Everything that a chapter may ask for, by name."""
    told = say(chapter)
    plain = ("workforce", "workforce_change", "bands", "benchmark_share", "unknown_share")
    said = {name: getattr(told, name)() for name in plain}
    for number in NUMBERS:
        for name in ("finding", "headline", "previous", "compare"):
            said[f"{name} {number}"] = getattr(told, name)(number)
    for number in "234":
        for name in ("flag", "unknown", "ratio"):
            said[f"{name} {number}"] = getattr(told, name)(number)
    said |= {f"share {group}": told.share(group) for group in ("White", "BME", "Unknown")}
    said |= {f"gap {number}": told.gap(number) for number in "5678"}
    return said | {"headcount": told.headcount("BME"), "difference": told.difference()}


def test_nothing_withheld_is_called_missing_or_zero_or_guessed_at() -> None:
    for name, text in all_said(hide_all(full_chapter())).items():
        assert "not available" not in text, name
        assert not re.search(TELLING, text), name


def test_a_board_of_voting_members_whose_difference_is_withheld_is_not_called_unpublished() -> None:
    workforce = "all,all,White,42\nall,all,BME,3\nall,all,Unknown,1"
    board = "all,yes,White,8\nall,yes,BME,0\nall,yes,Unknown,0"
    shown = chapter_of(trust_year(workforce=workforce, board=board))
    held = hide(shown, indicator="9", measure="difference")
    told = say(held).headline("9")
    assert told == f"Indicator 9 is {WHY}."


def test_each_withheld_indicator_is_named_in_the_findings() -> None:
    lines = findings(hide_all(full_chapter())).text.splitlines()
    assert len(lines) == 9
    assert all("withheld" in line for line in lines)
    assert lines[2].endswith(
        "Indicator 3 is withheld\\: a count behind this figure could give away a person\\."
    )


@pytest.mark.parametrize("number", ["2", "3", "4"])
def test_a_withheld_ratio_says_so_and_is_not_flagged_or_judged(number: str) -> None:
    told = say(hide(full_chapter(), indicator=number))
    assert told.finding(number) == told.headline(number)
    assert told.finding(number) == (
        f"Indicator {number} is withheld: a count behind this figure could give away a person."
    )
    assert told.flag(number) == ""
    assert told.unknown(number) == ""
    assert told.ratio(number) == "withheld"
    assert told.previous(number) == "A withheld figure is not compared with the year before."


def test_a_ratio_whose_counts_alone_are_withheld_is_told_without_them() -> None:
    chapter = full_chapter()
    frame = chapter.results.copy()
    row = frame["measure"].eq("relative_likelihood") & frame["indicator"].eq("2")
    frame.loc[row, ["numerator", "comparator_numerator"]] = None
    told = say(replace(chapter, results=frame)).finding(2)
    assert re.search(r"The ratio was 2\.00, [\w ]+\. Its 95% interval is [\d.]+ to [\d.]+\.$", told)


def test_withheld_people_of_unknown_ethnicity_leave_the_ratio_standing() -> None:
    told = say(hide(full_chapter(), indicator="2", group="Unknown"))
    assert told.ratio(2) == "2.00"
    assert told.unknown(2) == (
        "Figures of applicants of unknown ethnicity, and what they could do to the ratio, are "
        "withheld to protect people."
    )


def test_pay_bands_that_are_shown_are_not_called_all() -> None:
    hidden = hide(full_chapter(), indicator="1", breakdown="staff_group=clinical;band=9")
    assert say(hidden).bands() == (
        "Among the pay bands that are shown, the BME share ran from 8.8% (clinical band 5, 30 of "
        "340) to 22.2% (clinical band 6, 60 of 270). Figures of some pay bands are withheld to "
        "protect people."
    )


def test_one_shown_pay_band_of_several_is_not_called_the_only_one() -> None:
    hidden = hide(full_chapter(), indicator="1", breakdown="staff_group=clinical;band=9")
    hidden = hide(hidden, indicator="1", breakdown="staff_group=clinical;band=6")
    assert say(hidden).bands() == (
        "The BME share is shown of one pay band: 8.8% (clinical band 5, 30 of 340). Figures of "
        "some pay bands are withheld to protect people."
    )


def test_withheld_pay_bands_leave_the_workforce_share() -> None:
    told = say(hide(full_chapter(), indicator="1", group="BME"))
    assert told.finding(1) == (
        "7.5% of the workforce was BME. The BME share in each pay band is withheld to protect "
        "people."
    )


def test_make_up_names_the_groups_that_are_withheld() -> None:
    hidden = hide(full_chapter(), indicator="workforce", group="Unknown")
    hidden = hide(hidden, indicator="workforce", group="White")
    assert say(hidden).workforce() == (
        "Of 2,000 staff on 31 March 2021, 150 (7.5%) were BME. Figures of White staff and staff of "
        "unknown ethnicity are withheld to protect people."
    )
    # 140 of 2,000 the year before.
    assert say(hidden).workforce_change() == (
        "The year before, 7.0% of staff were BME: a change of +0.5 percentage points."
    )
    none = hide(hidden, indicator="workforce")
    assert say(none).workforce() == (
        "The make-up of the whole workforce is withheld to protect people."
    )
    assert say(none).workforce_change() == (
        "A withheld figure is not compared with the year before."
    )


def test_one_withheld_group_of_a_survey_pair_takes_the_gap_with_it() -> None:
    hidden = hide(full_chapter(), indicator="5", breakdown="survey_year=2020", group="BME")
    told = say(hidden).finding(5)
    assert told.startswith("21.3% of the 800 White respondents said")
    assert told.endswith(
        "The percentage for BME respondents is withheld to protect people, and so is the gap "
        "between the groups."
    )
    assert say(hidden).headline(5) == told


def test_a_survey_pair_that_is_withheld_is_one_withheld_indicator() -> None:
    told = say(hide(full_chapter(), indicator="6", breakdown="survey_year=2020"))
    assert told.finding(6).startswith("Indicator 6 is withheld: ")
    assert told.percentage(6, "White") == told.gap(6) == "withheld"


def test_withheld_survey_before_is_named() -> None:
    hidden = hide(full_chapter(), indicator="8", breakdown="survey_year=2019")
    frame = hidden.results.copy()
    frame.loc[frame["indicator"].eq("8"), "previous"] = None
    told = say(replace(hidden, results=frame))
    assert told.previous(8) == ("The figure of the survey before is withheld to protect people.")


def test_withheld_board_is_named_and_another_part_does_not_hide_it() -> None:
    assert (
        say(hide(full_chapter(), indicator="9")).finding(9).startswith("Indicator 9 is withheld: ")
    )
    told = say(hide(full_chapter(), indicator="9", breakdown="all")).finding(9)
    assert told.startswith("2 of the 12 voting board members were BME (16.7%)")
    assert told.endswith("The figure for the whole board is withheld to protect people.")


def test_indicator_2_without_international_recruits_is_a_sentence_where_known() -> None:
    chapter = full_chapter()
    assert say(chapter).without_international() == ""
    apart = with_rows(chapter, RATIO, breakdown=APART, value=1.4, lower=1.05, upper=1.87)
    assert say(apart).without_international() == (
        "Without applicants recruited from abroad, the ratio was 1.40 (95% interval 1.05 to "
        "1.87). BME applicants were then less likely than White applicants to be appointed from "
        "shortlisting."
    )
    assert say(apart).ratio(2) == "2.00"
    assert say(hide(apart, breakdown=APART)).without_international() == (
        "Without applicants recruited from abroad, the ratio is withheld to protect people."
    )


def test_cases_of_two_years_are_not_called_part_of_the_staff() -> None:
    told = say(over_two_years(full_chapter(), "3"))
    finding = told.finding(3)
    assert "over two years, 3 cases among 150 BME and 18 among 1,800 White staff" in finding
    assert "3 of 150" not in finding
    assert told.period(3) == "two years to 31 March 2021"


def test_a_benchmark_stands_beside_a_withheld_figure_without_a_comparison() -> None:
    chapter = hide(full_chapter(), indicator="3")
    frame = chapter.results.copy()
    row = frame["indicator"].eq("3") & frame["measure"].eq("relative_likelihood")
    frame.loc[row, ["benchmark", "benchmark_year"]] = [1.14, 2021]
    frame.loc[row, "benchmark_name"] = "England"
    told = say(replace(chapter, results=frame)).compare(3)
    assert told == "The ratio in England (WRES 2021) was 1.14."


def test_policy_is_a_list_of_the_profiles_sentences() -> None:
    chapter = full_chapter()
    assert policy(chapter) is None
    facts = chapter.facts.model_copy(update={"policy": ("Counts below 5 are withheld.", "Second.")})
    stated = policy(replace(chapter, facts=facts))
    assert stated is not None
    assert stated.text == "- Counts below 5 are withheld\\.\n- Second\\."


def test_ratio_without_counts_that_is_not_published_is_told_as_withheld() -> None:
    """Nothing says that the trust has published it; the one of the year before is withheld too."""
    now = trust_year(2021, published_ratios="3,2021,BME,White,1.3,\n3,2020,BME,White,1.7,")
    made = chapter_of_years(now, protected=True)
    why = "withheld: without the counts behind this ratio, it can't be shown to give nobody away"
    row = only(made, indicator="3", measure="relative_likelihood", breakdown="all")
    assert (row["status"], row["reason"]) == ("suppressed", why)
    assert pd.isna(row["value"])
    assert pd.isna(row["previous"])
    assert Narrative(made).finding(3) == f"Indicator 3 is {why}."
    assert "3" not in set(made.missing()["indicator"])
    withheld = tables.withheld_table(made)
    assert withheld is not None
    assert any(str(cells[0]).startswith("3.") for cells in withheld.rows)
    assert "1.3" not in made.results.to_csv()
    assert "1.7" not in made.results.to_csv()


def test_withheld_ratio_of_the_year_before_is_not_told_as_missing() -> None:
    now = trust_year(
        2021,
        disciplinary="White,800,30\nBME,300,12\nUnknown,0,0",
        published_ratios="3,2020,BME,White,1.7,",
    )
    assert Narrative(chapter_of_years(now, protected=True)).previous(3) == (
        "The figure of the year before is withheld to protect people."
    )
