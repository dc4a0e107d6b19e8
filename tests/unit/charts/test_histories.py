"""Figures over the years."""

import re

import pytest
from matplotlib.text import Text

from tests.gallery.special import years_over_zero
from wres.charts import band_shares, board_shares, ratio_history, share_history, survey_trend
from wres.charts.history import yearly


def ratios(make, *years, indicator="3", verdict="no clear change", **columns):
    rows = [
        make.ratio(
            indicator, 1.0 + year - 2018, 0.5, 9.0, breakdown=make.in_year("all", year), **columns
        )
        for year in years
    ]
    change = [make.ratio_change(indicator, verdict, years[0])] if verdict else []
    return [*rows, *change]


def shares(make, *years):
    return [
        row
        for year in years
        for cell in (
            make.make_up("workforce", make.in_year("all", year), (90, year - 2010, 0)),
            make.make_up("9", make.in_year("voting=yes", year), (9, 1, 0)),
        )
        for row in cell
    ]


def test_years_are_read_beside_this_years_row(make):
    chapter = make.chapter(*ratios(make, 2019, 2021))
    found = yearly(chapter, "all", indicator="3", measure="relative_likelihood", group="BME")
    assert {year: cell.value for year, cell in found.cells.items()} == {2019: 2.0, 2021: 4.0}


def test_rows_of_another_breakdown_are_no_years(make):
    rows = [
        *ratios(make, 2020, 2021),
        make.ratio("3", 7.0, breakdown="stratified=band"),
        make.ratio("3", 8.0, breakdown="stratified=band;year=2019"),
    ]
    found = yearly(
        make.chapter(*rows), "all", indicator="3", measure="relative_likelihood", group="BME"
    )
    assert sorted(found.cells) == [2020, 2021]


@pytest.mark.parametrize(
    ("verdict", "headline"),
    [
        ("improved", "Improved since 2019: formal disciplinary process"),
        ("worsened", "Worsened since 2019: formal disciplinary process"),
        ("no clear change", "No clear change since 2019: formal disciplinary process"),
        (
            "too few to say",
            "Too few cases to say whether it changed since 2019: formal disciplinary process",
        ),
        ("", "Formal disciplinary process 2.00 in 2019 and 4.00 in 2021"),
    ],
)
def test_the_headline_of_ratios_follows_the_verdict_on_the_change(make, verdict, headline):
    rows = ratios(make, 2019, 2020, 2021, verdict=verdict)
    assert ratio_history(make.chapter(*rows)).title == headline


def test_each_year_has_its_ratio_and_its_interval(make, labelled, words_of):
    figure = ratio_history(make.chapter(*ratios(make, *range(2012, 2022))))
    assert len(labelled(figure, "ratio")) == 10
    assert len(labelled(figure, "interval")) == 10
    assert {str(year) for year in range(2012, 2022)} <= set(words_of(figure))


def test_the_national_ratio_stands_in_its_own_year(make, labelled):
    columns = {"benchmark": 1.2, "benchmark_name": "England", "benchmark_year": 2020}
    figure = ratio_history(make.chapter(*ratios(make, 2019, 2021, **columns)))
    (national,) = labelled(figure, "national")
    first, last = (mark.get_xdata()[0] for mark in labelled(figure, "ratio"))
    assert first < national.get_xdata()[0] < last


def test_a_withheld_year_has_the_symbol_in_its_place(make, labelled, words_of):
    rows = [
        make.withheld(row) if row.breakdown == "year=2020" else row
        for row in ratios(make, 2019, 2020, 2021)
    ]
    figure = ratio_history(make.chapter(*rows))
    assert "[c]" in words_of(figure)
    assert len(labelled(figure, "ratio")) == 2
    assert "[c] in 2020" in figure.alt


def test_a_withheld_indicator_is_named_and_has_no_empty_panel(make, words_of, labelled):
    hidden = [make.withheld(row) for row in ratios(make, 2020, 2021, verdict="")]
    rows = [*ratios(make, 2020, 2021, indicator="2"), *hidden]
    figure = ratio_history(make.chapter(*rows))
    assert "withheld: formal disciplinary process" in figure.title
    assert "Withheld: [c] in 2020 and 2021" in words_of(figure)
    assert len(labelled(figure, "equal")) == 1


def test_a_single_year_is_no_history(make):
    assert ratio_history(make.chapter(*ratios(make, 2021))) is None
    assert share_history(make.chapter(*shares(make, 2021))) is None


def test_rvys_share_is_told_in_both_years(ryv):
    # CCS prints 11.5% for 2020; 275 of 2,534 staff in 2019 are 10.9%.
    assert share_history(ryv).title.startswith(
        "BAME share of the workforce 10.9% in 2019 and 11.5% in 2020"
    )


def test_the_board_is_printed_in_seats(make, words_of):
    figure = share_history(make.chapter(*shares(make, 2020, 2021)))
    assert words_of(figure).count("1 of 10") == 2
    assert "of voting members 10.0% in 2020 and 10.0% in 2021" in figure.title


def test_the_verdict_on_the_boards_change_stands_in_the_headline(make):
    change = make.row(
        "9", "change", breakdown="voting=yes", unit="points", value=0.0,
        verdict="no clear change", previous_year=2020,
    )  # fmt: skip
    assert share_history(make.chapter(*shares(make, 2020, 2021), change)).title.endswith(
        "of voting members 10.0% in 2020 and 10.0% in 2021 (no clear change against the workforce "
        "since 2020)"
    )


def test_a_missing_year_leaves_a_gap_in_the_line(make, labelled):
    def lines(*years):
        figure = share_history(make.chapter(*shares(make, *years)))
        return [line for line in labelled(figure, "Workforce") if len(line.get_xdata()) == 2]

    assert len(lines(2019, 2020, 2021)) == 2
    assert lines(2019, 2021) == []


def test_each_share_stands_below_its_year_on_a_phone_too(make):
    figure = share_history(make.chapter(*shares(make, *range(2012, 2022))))
    for drawing in (figure.drawing, figure.narrow):
        texts = [(text.get_text(), *text.get_position()) for text in drawing.findobj(Text)]
        years = {x for words, x, _ in texts if re.fullmatch(r"20\d\d", words)}
        axis = max(y for words, _, y in texts if re.fullmatch(r"20\d\d", words))
        below = {x for words, x, y in texts if y > axis and words[:1].isdigit()}
        assert len(years) >= 4
        assert below == years


def test_earlier_years_change_no_chart_of_this_year(make):
    this = [*make.workforce(), *make.band("5", (9, 3, 0)), *make.make_up("9", "all", (9, 1, 0))]
    this += [make.percent(2020, group, 12.0, 90) for group in ("White", "BME")]
    other = [
        *make.make_up("1", "staff_group=clinical;band=5;year=2020", (1, 9, 0)),
        *make.make_up("1", "staff_group=clinical;grouping=under 1-4", (1, 9, 0)),
        *make.make_up("9", "year=2020", (1, 9, 0)),
        *make.trajectory("8a", 1, 9, (9, 1, 0)),
        make.row("8", "percentage", breakdown="survey_year=2020;comparator=England", value=5.0),
    ]
    for chart in (band_shares, board_shares, lambda chapter: survey_trend(chapter, 8)):
        assert chart(make.chapter(*this, *other)).svg == chart(make.chapter(*this)).svg


def test_published_ratios_are_told_once(ryv):
    assert ratio_history(ryv).alt.count("1.45 in 2019 and 1.48 in 2020") == 1


def test_year_whose_ratio_is_over_zero_has_its_interval_and_says_so(labelled, words_of):
    """BME over White: 9 of 140 over 0 of 2,600 in 2017, nobody of either group in 2019."""
    figure = ratio_history(years_over_zero())
    assert len(labelled(figure, "ratio")) == 2
    assert len(labelled(figure, "interval")) == 4
    assert len(labelled(figure, "open end")) >= 2
    assert words_of(figure).count("over 0") == 2
    assert words_of(figure).count("no ratio") == 1
    assert "over 0 (" in figure.alt
    assert "no upper limit) in 2017" in figure.alt
    assert "no ratio in 2019" in figure.alt
    assert "Over 0: nobody of the second group was counted" in figure.caption


def test_ratios_that_all_have_values_explain_none_over_zero(make):
    assert "Over 0" not in ratio_history(make.chapter(*ratios(make, 2019, 2021))).caption
