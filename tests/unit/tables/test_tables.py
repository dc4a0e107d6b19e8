"""Each table of the report, in the states in which its cells differ."""

from __future__ import annotations

import pytest

from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.trusts import chapter, chapter_of, national, trust_year
from wres import tables
from wres.chapters.reading import Chapter, Facts, SourceFact
from wres.sources import TrustYear
from wres.tables import Table

WHOLE = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,{}"


def lines(table: Table | None) -> list[str]:
    assert table is not None
    return table.to_text().splitlines()


def made(**given: str) -> Chapter:
    return chapter(term="BAME", **given)


def two_years() -> Chapter:
    return chapter_of(
        trust_year(term="BAME", workforce=WHOLE.format(1800, 150, 50)),
        trust_year(2020, term="BAME", workforce=WHOLE.format(1850, 100, 50)),
    )


def test_workforce_has_two_years_and_the_change_in_points() -> None:
    assert lines(tables.workforce_table(two_years())) == [
        "Ethnicity | Headcount 2021 | Share 2021 | Share 2020 | Change (points)",
        "White | 1,800 | 90.0% | 92.5% | −2.5",
        "BAME | 150 | 7.5% | 5.0% | +2.5",
        "Unknown ethnicity | 50 | 2.5% | 2.5% | 0.0",
    ]


def test_workforce_of_one_year_leaves_out_columns_without_figures() -> None:
    table = tables.workforce_table(made(workforce=WHOLE.format(1800, 150, 50)))
    assert lines(table)[0] == "Ethnicity | Headcount 2021 | Share 2021"
    assert table is not None
    assert table.caption == (
        "The whole workforce (2,000 staff) by ethnicity, Elm NHS Trust, 31 March 2021. "
        "Source: figures supplied by the trust."
    )


def test_published_percentages_have_no_headcount_column() -> None:
    table = tables.workforce_table(made(workforce_percent=WHOLE.format(88, 9.5, 2.5)))
    assert lines(table) == [
        "Ethnicity | Share 2021",
        "White | 88%",
        "BAME | 9.5%",
        "Unknown ethnicity | 2.5%",
    ]


def test_bands_show_empty_and_unpublished_cells_in_words() -> None:
    table = tables.bands_table(
        made(
            workforce="clinical,5,White,9\nclinical,5,BME,1\nclinical,5,Unknown,0\n"
            "clinical,9,White,0\nclinical,9,BME,0\nclinical,9,Unknown,0\n"
            "clinical,consultant,BME,3"
        ),
        "clinical",
    )
    assert lines(table) == [
        "Pay band | Ethnicity | Headcount 2021 | Share 2021",
        "Band 5 (10 staff) | White | 9 | 90.0%",
        "Band 5 (10 staff) | BAME | 1 | 10.0%",
        "Band 5 (10 staff) | Unknown ethnicity | 0 | 0.0%",
        "Band 9 (0 staff) | White | 0 | no members",
        "Band 9 (0 staff) | BAME | 0 | no members",
        "Band 9 (0 staff) | Unknown ethnicity | 0 | no members",
        "Consultants | BAME | 3 | not available",
        "All bands | BAME | 4 | not available",
    ]


def test_staff_group_without_figures_has_no_table() -> None:
    assert tables.bands_table(made(workforce=WHOLE.format(8, 1, 1)), "clinical") is None
    assert tables.workforce_table(made(board="all,all,White,9")) is None


def test_likelihoods_stand_with_counts_and_an_empty_group_in_words() -> None:
    table = tables.likelihood_table(made(disciplinary="White,2000,20\nBME,0,0\nUnknown,100,1"), 3)
    assert [line.rsplit(" | ", 1)[0] for line in lines(table)] == [
        "Ethnicity | Staff | Entered the process | Likelihood",
        "White | 2,000 | 20 | 1.00%",
        "BAME | 0 | 0 | no members",
        "Unknown ethnicity | 100 | 1 | 1.00%",
        "All | 2,100 | 21 | 1.00%",
    ]
    assert lines(table)[2].endswith("| –")
    assert tables.likelihood_table(made(board="all,all,White,9"), 3) is None


def test_ratio_is_told_with_everything_needed_to_judge_it() -> None:
    england = national(
        '2020,WRES,2,England,"White over BME, England",1.61,ratio,published report,x,'
    )
    now = trust_year(term="BAME", recruitment="White,100,20\nBME,50,5\nUnknown,4,1")
    before = trust_year(2020, term="BAME", recruitment="White,100,10\nBME,100,10\nUnknown,0,0")
    table = tables.ratio_table(chapter_of(now, before, england), 2)
    # The interval by statsmodels (score); extremes (20/103)/(6/51) and (21/101)/(5/53).
    assert lines(table) == [
        "Item | 2021",
        "Relative likelihood, White over BAME | 2.00",
        "95% interval (Koopman) | 0.85 to 4.96",
        "What the figures show | no clear difference",
        "Inside 0.80 to 1.25 | no",
        "Range that unknown ethnicity allows | 1.65 to 2.20",
        "Previous year | 1.00",
        "Direction of travel | ▲ up 1.00, no clear change",
        "Benchmark | 1.61 (England, 2020)",
        "Status | computed from counts",
    ]


@pytest.mark.parametrize(
    ("number", "given", "shows"),
    [
        (2, {"recruitment": "White,855,198\nBME,47,17"}, "BAME applicants more likely"),
        (3, {"disciplinary": "White,1000,50\nBME,500,50"}, "BAME staff more likely"),
    ],
)
def test_ratio_names_whom_its_verdict_is_of(number: int, given: dict[str, str], shows: str) -> None:
    shown = lines(tables.ratio_table(made(**given), number))
    assert f"What the figures show | {shows}" in shown


def test_verdict_that_unknown_ethnicity_could_turn_round_is_marked_and_explained(
    rv9_2021: Chapter,
) -> None:
    # Humber Teaching 2021: extremes of indicator 4 are 0.69 to 1.40, of indicator 2 0.54 to 0.83
    table = tables.summary_table(rv9_2021)
    shown = {row[0][0]: row[3] for row in table.rows if row[0][0] in "24"}
    assert shown == {"2": "BAME applicants more likely", "4": "BAME staff more likely [u]"}
    note = "[u] means that people of unknown ethnicity could turn this round."
    assert note in table.explained_caption
    sure = tables.ratio_table(rv9_2021, 2)
    assert sure is not None
    assert note not in sure.explained_caption


def test_published_ratio_is_not_judged() -> None:
    shown = lines(tables.ratio_table(made(published_ratios="3,2021,BME,White,1.3,"), 3))
    assert "What the figures show | not judged: counts not published" in shown
    assert "Status | as published" in shown
    assert not [line for line in shown if "interval" in line or "allows" in line]


def test_ratio_over_zero_is_shown_by_its_interval_and_verdict() -> None:
    table = tables.ratio_table(made(disciplinary="White,2643,0\nBME,143,3"), 3)
    assert table is not None
    cells = dict(table.rows)
    assert cells["Relative likelihood, BAME over White"] == "over 0"
    assert cells["95% interval (Koopman)"].endswith("no upper limit")
    assert cells["Inside 0.80 to 1.25"] == "no"
    assert "Over 0: nobody of the second group was counted" in table.explained_caption


def test_ratio_without_figures_has_no_table() -> None:
    assert tables.ratio_table(made(recruitment="White,5,1"), 3) is None


def test_survey_shows_both_autumns_and_what_is_missing() -> None:
    table = tables.survey_table(
        made(
            staff_survey="5,2019,trust,BME,26,,,\n5,2020,trust,BME,25,50,,\n"
            "5,2020,trust,White,20.5,,,\n6,2020,trust,BME,0,0,,"
        )
    )
    assert lines(table)[:5] == [
        "Indicator | Group | Respondents | Autumn 2020 | 95% interval | Autumn 2019 | "
        "Direction of travel",
        "5. Harassment from patients or the public | BAME | 50 | 25% | 15.1% to 38.5% | 26% | "
        "▼ down 1 point",
        "5. Harassment from patients or the public | White | – | 20.5% | – | – | "
        "no comparable figure",
        "5. Harassment from patients or the public | Gap (points) | – | +4.5 | – | – | "
        "no comparable figure",
        "6. Harassment from staff | BAME | 0 | no members | – | – | no comparable figure",
    ]
    assert tables.survey_table(made(staff_survey="5,2019,trust,BME,26,,,")) is None


def test_board_shows_its_parts_beside_the_workforce() -> None:
    table = tables.board_table(
        made(
            workforce=WHOLE.format(80, 15, 5),
            board="\n".join(
                f"{membership},{voting},{group},{count}"
                for membership, voting, counts in (
                    ("executive", "yes", (5, 1, 0)),
                    ("executive", "no", (0, 0, 0)),
                    ("non-executive", "yes", (5, 1, 0)),
                    ("non-executive", "no", (0, 0, 0)),
                )
                for group, count in zip(("White", "BME", "Unknown"), counts, strict=True)
            ),
        )
    )
    shown = [line for line in lines(table) if "| BAME |" in line]
    assert shown[:3] == [
        "Board | BAME | 2 of 12 | 16.7% | 15.0% | +1.7",
        "Voting members | BAME | 2 of 12 | 16.7% | 15.0% | +1.7",
        "Non-voting members | BAME | 0 of 0 | no members | 15.0% | no members",
    ]
    assert tables.board_table(made(workforce=WHOLE.format(80, 15, 5))) is None


def test_summary_has_all_nine_and_says_what_is_not_available() -> None:
    shown = lines(tables.summary_table(two_years()))
    assert shown[1] == (
        "1. Staff by pay band | BAME share of staff | 7.5% | full count | 5.0% | "
        "▲ up 2.5 points | –"
    )
    assert shown[2] == (
        "2. Appointment from shortlisting | Likelihood, White over BAME (1 is equal) | "
        "not available | – | – | no comparable figure | –"
    )
    assert {line[:2] for line in shown[1:]} == {f"{number}." for number in range(1, 10)}


@pytest.mark.parametrize(
    ("given", "shows"),
    [
        ({"disciplinary": "White,1000,50\nBME,500,50"}, "2.00 | BAME staff more likely"),
        ({"disciplinary": "White,2643,17\nBME,143,1"}, "1.09 | too few to say"),
        ({"published_ratios": "3,2021,BME,White,1.3,"}, "1.30 | certainty not judged"),
        ({"disciplinary": "White,10,1\nBME,0,0"}, "no members | –"),
    ],
)
def test_summary_says_how_much_a_figure_can_bear(given: dict[str, str], shows: str) -> None:
    cells = lines(tables.summary_table(made(**given)))[3].split(" | ")
    assert [cells[0].removesuffix(" [note 1]"), cells[1]] == [
        "3. Formal disciplinary process",
        "Likelihood, BAME over White (1 is equal)",
    ]
    assert " | ".join(cells[2:4]) == shows


def test_each_reason_for_a_missing_figure_stands_once_and_in_the_trusts_term() -> None:
    shown = lines(tables.not_available_table(made(recruitment="White,50,10")))
    assert (
        shown.count("2. Appointment from shortlisting | Figures for BAME were not published.") == 1
    )
    assert len(shown) == len(set(shown))


def test_sources_show_note_and_departure_or_a_dash() -> None:
    facts = Facts(
        organisation="RXX",
        name="Elm NHS Trust",
        year=2021,
        profile="public",
        sources=(
            SourceFact(table="board", source="Board paper", note="A note.", departure="Another."),
            SourceFact(table="training", source="Records"),
        ),
    )
    figures = made(workforce=WHOLE.format(80, 15, 5)).results
    assert lines(tables.sources_table(Chapter(figures, facts)))[1:] == [
        "Board | Board paper | A note. Another.",
        "Training | Records | –",
    ]
    assert tables.sources_table(made(board="all,all,White,9")) is None


def test_figures_of_one_survey_are_named_alike_whoever_they_are_of(rv9_2021: Chapter) -> None:
    """'Autumn 2020' beside 'England 2021' would be one survey under two names."""
    shown = [row[6] for row in tables.summary_table(rv9_2021).rows if row[0][0] in "5678"]
    assert "24% (England, autumn 2018 survey)" in shown
    assert "32.1% (benchmark group, autumn 2020 survey)" in shown
    assert all(cell == "–" or cell.endswith(" survey)") for cell in shown)


def test_summary_says_which_way_is_good_where_no_verdict_does(ryv_2020: Chapter) -> None:
    shown = [list(row[:2]) for row in tables.summary_table(ryv_2020).rows]
    assert ["6. Harassment from staff (%, lower is better)", "Gap, points (0 is equal)"] in shown
    assert ["7. Belief in equal opportunities (%, higher is better)", "White"] in shown
    assert shown[1][1] == "Likelihood, White over BAME (1 is equal)"


@pytest.mark.parametrize("number", ["2", "6", "9", "1"])
def test_summary_and_trend_say_the_same_of_a_figure(number: str, ryv_2020: Chapter) -> None:
    """A full count was '–' in one table and 'full count' in the other."""
    (summed, *_) = [row for row in tables.summary_table(ryv_2020).rows if row[0][0] == number]
    trend = tables.trend_table(ryv_2020, number)
    assert trend is not None
    told = dict(zip([column.heading for column in trend.columns], trend.rows[0], strict=True))
    assert told["What the figures show"] == summed[3]


def test_counts_worked_out_from_printed_shares_are_marked_at_the_tables_that_show_them() -> None:
    board = "all,all,White,11\nall,all,BME,1\nall,all,Unknown,0"
    plain = made(workforce=WHOLE.format(80, 15, 5), board=board)
    note = SourceFact(table="board", source="A report", counts_from_shares="BME members")
    noted = Chapter(plain.results, plain.facts.model_copy(update={"sources": (note,)}))
    for chapter_, told in (
        (plain, "Source: figures supplied by the trust."),
        (noted, "Source: A report. Worked out from printed shares: BAME members."),
    ):
        table = tables.board_table(chapter_)
        assert table is not None
        assert table.caption.endswith(told)
        staff = tables.workforce_table(chapter_)
        assert staff is not None
        assert "Worked out" not in staff.caption


def test_counts_of_bands_worked_out_are_marked_where_bands_are_shown_alone() -> None:
    bands = "all,4,White,70\nall,4,BME,12\nall,4,Unknown,3"
    plain = made(workforce=f"{WHOLE.format(80, 15, 5)}\n{bands}")
    for about, marked in (
        ("workforce by band", (True, False)),
        ("whole workforce", (False, True)),
        ("", (True, True)),
    ):
        note = SourceFact(
            table="workforce",
            source="A report",
            counts_from_shares="BME staff",
            counts_from_shares_of=about,
        )
        noted = Chapter(plain.results, plain.facts.model_copy(update={"sources": (note,)}))
        shown = (tables.bands_table(noted, "all"), tables.workforce_table(noted))
        assert tuple(table is not None and "Worked out" in table.caption for table in shown) == (
            marked
        )


def test_surveys_of_all_autumns_stand_in_a_table_of_their_own() -> None:
    lines = "\n".join(
        f"{number},{autumn},trust,{group},{percent},400,,"
        for number, autumn, group, percent in (
            ("5", 2020, "BME", 26), ("5", 2020, "White", 20), ("5", 2018, "BME", 31.5),
            ("8", 2020, "BME", 14),
        )
    )  # fmt: skip
    table = tables.survey_years_table(made(staff_survey=lines))
    assert table is not None
    assert [column.heading for column in table.columns][2:] == ["Autumn 2020", "Autumn 2018"]
    cells = {(row[0][0], row[1]): list(row[2:]) for row in table.rows}
    assert cells == {
        ("5", "BAME"): ["26%", "31.5%"],
        ("5", "White"): ["20%", "–"],
        ("8", "BAME"): ["14%", "–"],
    }
    # beside many surveys the words that head a row need room of their own
    assert [column.width for column in table.columns] == [18, 12, 35, 35]


def test_surveys_that_the_survey_table_holds_have_no_second_table() -> None:
    both = "5,2020,trust,BME,26,,,\n5,2019,trust,BME,25,,,"
    assert tables.survey_years_table(made(staff_survey=both)) is None


INCLUDED, EXCLUDED = "don't know included", "don't know excluded"


def answers(*autumns: tuple[int, int, str]) -> str:
    """Write indicators 5 and 7 of some autumns: (autumn, edition, base of indicator 7)."""
    return "\n".join(
        f"{number},{autumn},trust,BME,{percent},,{edition},{base if number == '7' else ''}"
        for autumn, edition, base in autumns
        for number, percent in (("5", 30), ("7", 40))
    )


def surveys_caption(*years: TrustYear) -> str:
    table = tables.survey_years_table(chapter_of_years(*years))
    assert table is not None
    return table.caption


def test_surveys_of_editions_with_one_stated_base_are_not_told_as_other_ones() -> None:
    years = [
        trust_year(year, staff_survey=answers((year - 1, year - 1, INCLUDED)))
        for year in (2024, 2023, 2022)
    ]
    assert surveys_caption(*years).endswith("as published.")


def test_surveys_left_out_for_their_base_are_told_where_their_dash_stands() -> None:
    years = [
        trust_year(year, staff_survey=answers((year - 1, year - 1, base)))
        for year, base in ((2023, INCLUDED), (2022, INCLUDED), (2021, EXCLUDED))
    ]
    caption = surveys_caption(*years)
    assert caption.endswith(
        " A dash (–) stands where no figure of indicator 7 is at hand, or only one on another base "
        "in the tables of an earlier year."
    )
    assert "compared" not in caption


@pytest.mark.parametrize(
    ("base", "edition"), [(EXCLUDED, 2022), (EXCLUDED, 2020), ("", 2020)], ids=str
)
def test_surveys_of_one_table_that_may_not_be_joined_are_told_as_such(
    base: str, edition: int
) -> None:
    """This year's table itself prints the older surveys on another base, or on none stated."""
    lines = answers((2022, 2022, INCLUDED), (2021, 2022, INCLUDED), (2020, edition, base))
    assert (
        " Figures of indicator 7 before autumn 2021 are not to be compared with those from then "
        "on: their bases differ or are not known to be the same."
    ) in surveys_caption(trust_year(2023, staff_survey=lines))
