"""Tables with withheld figures: the symbol in the cell, its meaning in the caption."""

from __future__ import annotations

import pytest

from tests.unit.chapters.withheld import (
    full_chapter,
    hide,
    hide_all,
    over_two_years,
    with_rows,
)
from wres import tables
from wres.listing import print_results
from wres.tables import Table

NOTE = "[c] means withheld to protect people."
RATIO = {"indicator": "2", "measure": "relative_likelihood", "breakdown": "all"}
APART = "recruitment=without international"


def lines(table: Table | None) -> list[str]:
    assert table is not None
    return table.to_text().splitlines()


def caption(table: Table | None) -> str:
    assert table is not None
    return table._repr_mimebundle_()[1]["wres"]["tbl-cap"]


def test_symbol_is_explained_in_the_caption_where_it_stands_and_nowhere_else() -> None:
    assert NOTE not in caption(tables.summary_table(full_chapter()))
    assert caption(tables.summary_table(hide(full_chapter(), indicator="3"))).endswith(NOTE)


def test_withheld_groups_of_a_band_keep_their_rows() -> None:
    hidden = full_chapter()
    for group in ("White", "BME"):
        hidden = hide(hidden, indicator="1", breakdown="staff_group=clinical;band=9", group=group)
    shown = [line for line in lines(tables.bands_table(hidden, "clinical")) if "Band 9" in line]
    assert shown == [
        "Band 9 (23 staff) | White | [c] | [c] | 87.0% | [c]",
        "Band 9 (23 staff) | BME | [c] | [c] | 13.0% | [c]",
        "Band 9 (23 staff) | Unknown ethnicity | 0 | 0.0% | 0.0% | 0.0",
    ]


def test_withheld_size_of_a_band_is_shown_as_withheld() -> None:
    hidden = hide(full_chapter(), indicator="1", breakdown="staff_group=clinical;band=9")
    table = tables.bands_table(hidden, "clinical")
    assert "Band 9 ([c] staff) | White | [c] | [c] | 87.0% | [c]" in lines(table)
    assert caption(table).endswith(NOTE)


def test_staff_group_of_which_nothing_is_shown_has_no_table() -> None:
    assert tables.bands_table(hide(full_chapter(), indicator="1"), "clinical") is None


def test_counts_that_are_published_stand_beside_withheld_ones() -> None:
    hidden = hide(full_chapter(), indicator="3", measure="likelihood", group="BME")
    frame = hidden.results.copy()
    row = frame["status"].eq("suppressed")
    frame.loc[row, "denominator"] = 150
    shown = lines(tables.likelihood_table(type(hidden)(frame, hidden.facts), 3))
    assert shown[2] == "BME | 150 | [c] | [c] | [c]"
    assert shown[1].startswith("White | 1,800 | 18 | 1.00% |")


def test_withheld_ratio_has_no_table_and_its_counts_neither_where_all_are_withheld() -> None:
    hidden = hide(full_chapter(), indicator="3")
    assert tables.ratio_table(hidden, 3) is None
    assert tables.likelihood_table(hidden, 3) is None


def test_summary_names_a_withheld_indicator_in_its_row() -> None:
    shown = lines(tables.summary_table(hide(full_chapter(), indicator="3")))
    assert shown[3] == (
        "3. Formal disciplinary process | Likelihood, BME over White (1 is equal) | [c] | "
        "withheld | 2.00 | [c] | –"
    )


@pytest.mark.parametrize("hidden", [{"group": "BME"}, {}])
def test_survey_shows_the_symbol_for_a_group_or_a_pair(hidden: dict[str, str]) -> None:
    wanted = {"indicator": "6", "breakdown": "survey_year=2020", **hidden}
    shown = [
        line
        for line in lines(tables.survey_table(hide(full_chapter(), **wanted)))
        if line.startswith("6.")
    ]
    assert shown[0] == "6. Harassment from staff | BME | [c] | [c] | [c] | 33.7% | [c]"
    assert shown[1].split(" | ")[3] == ("21.3%" if hidden else "[c]")
    assert shown[2] == "6. Harassment from staff | Gap (points) | – | [c] | [c] | +12.4 | [c]"


def test_column_of_respondents_needs_one_that_is_shown() -> None:
    hidden = hide(full_chapter(), indicator="6", breakdown="survey_year=2020")
    frame = hidden.results.copy()
    frame["denominator"] = None
    table = tables.survey_table(type(hidden)(frame.astype({"denominator": "Int64"}), hidden.facts))
    assert table is not None
    assert "Respondents" not in [column.heading for column in table.columns]


def test_withheld_part_of_the_board_keeps_its_rows() -> None:
    hidden = hide(full_chapter(), indicator="9", breakdown="membership=executive")
    shown = [line for line in lines(tables.board_table(hidden)) if "Executive members |" in line]
    assert shown == [
        "Executive members | White | [c] | [c] | 90.0% | [c]",
        "Executive members | BME | [c] | [c] | 7.5% | [c]",
        "Executive members | Unknown ethnicity | [c] | [c] | 2.5% | [c]",
    ]
    assert tables.board_table(hide(full_chapter(), indicator="9")) is None


def test_list_of_what_is_withheld_names_parts_and_no_numbers_of_people() -> None:
    hidden = hide(full_chapter(), indicator="1", breakdown="staff_group=clinical;band=9")
    hidden = hide(hidden, indicator="1", breakdown="staff_group=clinical;band=6")
    hidden = hide(hidden, indicator="3", group="BME")
    hidden = hide(hidden, indicator="5", breakdown="survey_year=2020", group="BME")
    hidden = hide(hidden, indicator="9", breakdown="voting=yes")
    hidden = hide(hidden, indicator="workforce", group="Unknown")
    assert lines(tables.withheld_table(hidden)) == [
        "Indicator | What is withheld",
        "Whole workforce | Staff of unknown ethnicity.",
        "1. Staff by pay band | Clinical staff: band 6, band 9.",
        "3. Formal disciplinary process | Likelihood of BME staff; relative likelihood; what "
        "unknown ethnicity could do to the relative likelihood.",
        "5. Harassment from patients or the public | Percentage of BME respondents, autumn 2020; "
        "gap between the groups, autumn 2020.",
        "9. Board membership | The voting members.",
    ]
    assert tables.withheld_table(full_chapter()) is None


def test_reasons_that_differ_are_given_apart() -> None:
    hidden = hide(full_chapter(), indicator="9")
    frame = hidden.results.copy()
    row = frame["status"].eq("suppressed") & frame["breakdown"].eq("all")
    frame.loc[row, "reason"] = "withheld: the board asked for it"
    shown = lines(tables.withheld_table(type(hidden)(frame, hidden.facts)))
    assert shown[0] == "Indicator | What is withheld | Why"
    assert shown[1] == "9. Board membership | The board. | The board asked for it."


def test_no_table_calls_a_withheld_figure_missing() -> None:
    hidden = hide_all(full_chapter())
    text = tables.summary_table(hidden).to_text()
    assert "not available" not in text
    assert "suppressed" not in text
    assert tables.not_available_table(hidden) is None


def test_ratio_without_international_recruits_stands_below_the_main_one() -> None:
    apart = with_rows(
        full_chapter(), RATIO, breakdown=APART, value=1.4, lower=1.05, upper=1.87, previous=None
    )
    shown = lines(tables.ratio_table(apart, 2))
    assert shown[1] == "Relative likelihood, White over BME | 2.00"
    assert shown[3:5] == [
        "Without international recruits | 1.40",
        "95% interval without them | 1.05 to 1.87",
    ]
    assert "Without international recruits | [c]" in lines(
        tables.ratio_table(hide(apart, breakdown=APART), 2)
    )
    assert not [line for line in lines(tables.ratio_table(full_chapter(), 2)) if "recruits" in line]


def test_cases_of_two_years_are_headed_so() -> None:
    table = tables.likelihood_table(over_two_years(full_chapter(), "3"), 3)
    shown = lines(table)
    assert shown[0] == (
        "Ethnicity | Staff | Entered the process (two years) | "
        "Likelihood in a year, two-year average | 95% interval"
    )
    assert shown[2].startswith("BME | 150 | 3 | 1.00% |")  # 100 * 3 / (2 * 150)
    assert "two years to 31 March 2021" in caption(table)


def test_listing_on_a_terminal_has_the_symbol_its_reason_and_its_meaning(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_results(hide(full_chapter(), indicator="3"), "table")
    shown = capsys.readouterr().out
    line = next(line for line in shown.splitlines() if "BME over White" in line)
    assert "[c]" in line
    assert "withheld: a count" in line
    assert NOTE in shown
    print_results(full_chapter(), "table")
    assert NOTE not in capsys.readouterr().out
