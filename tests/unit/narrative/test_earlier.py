"""The figure of the year before: withheld, missing, older, and written as its own report did."""

from __future__ import annotations

import pytest

from tests.unit.compare.many_years import chapter_of_years, recruiting
from tests.unit.indicators.trusts import chapter, trust_year
from wres import tables
from wres.chapters.reading import Chapter
from wres.narrative import Narrative

CASES = "White,800,30\nBME,150,{}\nUnknown,50,5"
BEFORE_WITHHELD = "The figure of the year before is withheld to protect people."


def withheld_last_year(cases: int = 12) -> Chapter:
    """Two cases of BME staff in 2020 are withheld, with others beside them."""
    few, many = (
        trust_year(year, disciplinary=CASES.format(count))
        for year, count in ((2020, 2), (2021, cases))
    )
    return chapter_of_years(many, few, protected=True)


def row_of(table: tables.Table | None, start: str) -> list[str]:
    assert table is not None
    return next(list(row) for row in table.rows if row[0].startswith(start))


def test_figure_withheld_last_year_has_the_symbol_and_no_dash() -> None:
    table = tables.summary_table(withheld_last_year())
    assert row_of(table, "3.")[4:6] == ["[c]", "[c]"]
    assert "[c] means withheld" in table.explained_caption


def test_figure_that_was_not_published_last_year_has_a_dash() -> None:
    single = chapter(disciplinary=CASES.format(12))
    assert row_of(tables.summary_table(single), "3.")[4:6] == ["–", "no comparable figure"]


def test_ratio_table_names_last_year_as_withheld() -> None:
    facts = {row[0]: row[1] for row in tables.ratio_table(withheld_last_year(), 3).rows}
    assert (facts["Previous year"], facts["Direction of travel"]) == ("[c]", "[c]")


def test_sentence_says_that_last_year_is_withheld() -> None:
    assert Narrative(withheld_last_year()).previous(3) == BEFORE_WITHHELD
    assert Narrative(withheld_last_year()).change(3) == BEFORE_WITHHELD


def test_survey_before_that_is_withheld_is_named_in_words_and_cells() -> None:
    survey = "6,{0},trust,White,20,300,,\n6,{0},trust,BME,25,{1},,"
    few, many = (
        trust_year(year, staff_survey=survey.format(year - 1, people))
        for year, people in ((2020, 9), (2021, 60))
    )
    made = chapter_of_years(many, few, protected=True)
    assert Narrative(made).previous(6) == (
        "The figure of the survey before is withheld to protect people."
    )
    rows = [list(row) for row in tables.survey_table(made).rows if row[0].startswith("6.")]
    assert [row[5] for row in rows] == ["[c]", "20%", "[c]"]
    assert [row[6] for row in rows] == ["[c]", "■ no clear change", "[c]"]


def test_make_up_withheld_last_year_is_said(ryv_2020: Chapter) -> None:
    frame = ryv_2020.results.copy()
    whole = frame["indicator"].eq("workforce") & frame["breakdown"].eq("all")
    frame.loc[whole & frame["measure"].eq("share"), "previous"] = None
    told = Narrative(Chapter(frame, ryv_2020.facts)).workforce_change()
    assert told == "The share of the year before is withheld to protect people."


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        ([2021], "There is no figure of 2020 to compare it with."),
        (
            [2021, 2018, 2016],
            "There is no figure of 2020 to compare it with; the last one before that is of 2018 "
            "(0.95).",
        ),
    ],
)
def test_older_figure_is_named_where_that_of_last_year_is_missing(
    years: list[int], sentence: str
) -> None:
    assert Narrative(chapter_of_years(*recruiting(years))).previous(2) == sentence


def test_older_survey_is_named_by_its_autumn(rv9_2021: Chapter) -> None:
    assert Narrative(rv9_2021).previous(6) == (
        "There is no figure of autumn 2019 to compare it with; the last one before that is of "
        "autumn 2017 (38.1%)."
    )


def test_older_survey_of_another_base_is_not_named() -> None:
    survey = "7,2017,trust,BME,70,40,2017,\n7,2020,trust,BME,60,40,2020,"
    assert Narrative(chapter(staff_survey=survey)).previous(7) == (
        "There is no figure of autumn 2019 to compare it with."
    )


def test_share_of_a_board_is_written_as_its_own_year_wrote_it(ryv_2020: Chapter) -> None:
    """The trust printed 0% for 2019; 8.3% of 2020 comes from counts."""
    share = tables.summary_table(ryv_2020).rows[-1]
    assert share[2:5:2] == ["8.3%", "0%"]
    history = [row[1] for row in tables.trend_table(ryv_2020, 9).rows]
    assert history == ["−3.1", "−10.9"]


NOBODY = (
    "How far the ratio moved can't be said: no BME applicants were seen to be appointed from "
    "shortlisting in {}, and nothing can be divided by zero."
)
NEITHER = (
    "Whether the ratio moved can't be said: neither White nor BME applicants were seen to be "
    "appointed from shortlisting in 2020, and nothing can be divided by zero."
)
# 8.83 is the lower end of 50 of 300 over 0 of 200.
UP = (
    " It went up all the same, to the other side of equality (95% interval of the change: +8.83, "
    "no upper limit)."
)
DOWN = (
    " It went down all the same, to the other side of equality (95% interval of the change: no "
    "lower limit, up to −8.83)."
)
SOME, NONE = "White,300,0\nBME,200,40", "White,300,50\nBME,200,0"


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (NONE, SOME, f"The year before, the ratio was 0.00. {NOBODY.format(2021)}{UP}"),
        (SOME, NONE, f"{NOBODY.format(2020)}{DOWN}"),
        (NONE, NONE, NOBODY.format("2020 or 2021")),
        (SOME, "White,300,0\nBME,200,0", NEITHER),
    ],
)
def test_ratio_over_zero_is_never_told_as_no_figure(now: str, before: str, sentence: str) -> None:
    """White over BME: 0 of 300 over 40 of 200 is 0; over 0 of 200 there is no ratio."""
    made = chapter_of_years(trust_year(recruitment=now), trust_year(2020, recruitment=before))
    assert Narrative(made).previous(2) == Narrative(made).change(2) == sentence


def test_ratio_over_zero_beside_nothing_has_no_figure_to_compare_with() -> None:
    assert Narrative(chapter(recruitment=NONE)).previous(2) == (
        "There is no figure of 2020 to compare it with."
    )


def test_whole_board_without_a_figure_of_last_year_says_that_its_parts_have_one() -> None:
    staff = "all,all,White,80\nall,all,BME,20\nall,all,Unknown,0"
    members = "all,yes,White,5\nall,yes,BME,1\nall,yes,Unknown,0"
    now, before = (
        trust_year(year, workforce=staff, board=board)
        for year, board in (
            (2021, f"{members}\nall,no,White,2\nall,no,BME,0\nall,no,Unknown,0"),
            (2020, members),
        )
    )
    assert Narrative(chapter_of_years(now, before)).previous(9) == (
        "There is no figure of the whole board of 2020 to compare it with, only of parts."
    )


def test_older_share_of_the_workforce_is_named_where_that_of_last_year_is_missing() -> None:
    """284 of 2,000 is 14.2%; 2020 is not there."""
    workforce = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"
    now = trust_year(2021, workforce=workforce.format(1700, 300))
    then = trust_year(2019, workforce=workforce.format(1716, 284))
    assert Narrative(chapter_of_years(now, then)).workforce_change() == (
        "There is no figure of 2020 to compare the BME share with; the last one before that is of "
        "2019 (14.2%)."
    )
