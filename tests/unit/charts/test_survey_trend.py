"""Survey trends. Expected figures are those printed in the trusts' own reports."""

import pytest

from wres.charts import survey_trend


def joined(figure, labelled, series):
    """How many lines of a series there are; markers are lines of one point."""
    return sum(len(line.get_xdata()) == 2 for line in labelled(figure, series))


def marks(figure, labelled, series):
    return [line for line in labelled(figure, series) if len(line.get_xdata()) == 1]


def test_trust_and_benchmark_stand_over_all_survey_years(rv9, labelled):
    figure = survey_trend(rv9, "8")
    for series in ("trust BME", "trust White", "benchmark BME", "benchmark White"):
        assert len(marks(figure, labelled, series)) == 4
        assert joined(figure, labelled, series) == 3


def test_the_trusts_line_is_solid_and_the_benchmarks_dashed(rv9, labelled):
    figure = survey_trend(rv9, "8")
    styles = {
        scope: {
            line.is_dashed()
            for line in labelled(figure, f"{scope} BME")
            if len(line.get_xdata()) > 1
        }
        for scope in ("trust", "benchmark")
    }
    assert styles == {"trust": {False}, "benchmark": {True}}


def test_groups_differ_in_the_shape_of_their_marks(rv9, labelled):
    figure = survey_trend(rv9, "8")
    shapes = {
        group: marks(figure, labelled, f"trust {group}")[0].get_marker()
        for group in ("BME", "White")
    }
    assert shapes["BME"] != shapes["White"]


def test_lines_are_labelled_at_their_ends(rv9, words_of):
    words = words_of(survey_trend(rv9, "8"))
    assert {"BAME 18.4%", "White 3.8%", "BAME benchmark 15.1%", "White benchmark 5.6%"} <= set(
        words
    )


def test_respondents_stand_below_the_years(rv9, words_of):
    words = words_of(survey_trend(rv9, "8"))
    assert {"21", "38", "35", "49", "431", "1,062", "997", "1,128"} <= set(words)


def test_unpublished_numbers_of_respondents_are_said_to_be_so(ryv, rv9, words_of):
    assert "Numbers of respondents were not published." in survey_trend(ryv, "5").caption
    assert "Number of respondents (– not published)" in words_of(survey_trend(rv9, "6"))


def test_percentages_start_at_zero_and_agreement_ends_at_a_hundred(rv9, words_of):
    assert "0%" in words_of(survey_trend(rv9, "8"))
    agreement = words_of(survey_trend(rv9, "7"))
    assert "0%" in agreement
    assert "100%" in agreement


def test_whiskers_stand_where_there_are_intervals(rv9, ryv, labelled):
    assert len(labelled(survey_trend(rv9, "8"), "interval BME")) == 4
    assert labelled(survey_trend(ryv, "8"), "interval BME") == []


@pytest.mark.parametrize("indicator", ["7", "8"])
def test_trust_points_are_joined_only_where_results_compare_them(make, labelled, indicator):
    chapter = make.chapter(
        make.percent(2018, "BME", 10.0, indicator=indicator),
        make.percent(2019, "BME", 11.0, indicator=indicator),
        make.percent(2020, "BME", 12.0, indicator=indicator, previous=11.0),
    )
    assert joined(survey_trend(chapter, indicator), labelled, "trust BME") == 1


def test_points_are_not_joined_across_a_missing_year(make, labelled):
    chapter = make.chapter(
        make.percent(2018, "BME", 10.0), make.percent(2020, "BME", 12.0, previous=10.0)
    )
    assert joined(survey_trend(chapter, "8"), labelled, "trust BME") == 0


@pytest.mark.parametrize(("indicator", "lines"), [("5", 1), ("7", 0)])
def test_benchmarks_of_unknown_base_are_joined_unless_the_base_changed(
    make, labelled, indicator, lines
):
    chapter = make.chapter(
        make.percent(2020, "BME", 70.0, indicator=indicator),
        *(
            make.percent(year, "BME", 60.0, scope="benchmark", indicator=indicator)
            for year in (2019, 2020)
        ),
    )
    assert joined(survey_trend(chapter, indicator), labelled, "benchmark BME") == lines


def test_unjoined_years_of_indicator_7_are_explained(make):
    chapter = make.chapter(
        make.percent(2019, "BME", 80.0, indicator="7"),
        make.percent(2020, "BME", 50.0, indicator="7"),
    )
    caption = survey_trend(chapter, "7").caption
    assert "Points that rest on different or unknown bases are not joined." in caption


@pytest.mark.parametrize(
    ("indicator", "verdict", "headline"),
    [
        ("8", "more likely", "BME staff more likely to report it (20%) than White staff (10%)"),
        ("8", "less likely", "BME staff less likely to report it (20%) than White staff (10%)"),
        ("7", "less likely", "BME staff less likely to hold it (20%) than White staff (10%)"),
        ("8", "no clear difference", "no clear difference between BME (20%) and White staff (10%)"),
        ("8", "too few to say", "too few answers to compare BME (20%) with White staff (10%)"),
        ("8", "", "20% of BME and 10% of White respondents in autumn 2020"),
    ],
)
def test_the_headline_follows_the_verdict(make, indicator, verdict, headline):
    chapter = make.chapter(
        make.percent(2020, "BME", 20.0, indicator=indicator),
        make.percent(2020, "White", 10.0, indicator=indicator),
        make.gap(2020, verdict, indicator),
    )
    title = survey_trend(chapter, indicator).title
    assert title.partition(": ")[2] == headline


def test_a_headline_on_an_earlier_survey_names_its_year(make):
    chapter = make.chapter(
        make.percent(2018, "BME", 20.0),
        make.percent(2018, "White", 10.0),
        make.gap(2018, "more likely"),
    )
    assert survey_trend(chapter, "8").title.endswith("than White staff (10%), autumn 2018")


def test_a_group_without_a_figure_is_named_in_the_headline(make):
    chapter = make.chapter(make.percent(2020, "White", 10.0), term="BAME")
    assert survey_trend(chapter, "8").title == (
        "Discrimination at work: 10% of White respondents in autumn 2020, no figure for BAME"
    )


def test_a_national_figure_stands_in_where_there_is_no_benchmark_group(ryv, words_of, labelled):
    figure = survey_trend(ryv, "5")
    assert "BAME, England 30.3%" in words_of(figure)
    assert "England: latest published, autumn 2019 survey." in figure.caption
    assert len(labelled(figure, "national BME")) == 1


def test_one_survey_alone_is_drawn_as_dots(rv9, labelled):
    figure = survey_trend(rv9, "7")
    assert joined(figure, labelled, "trust BME") == 0
    assert figure.alt.startswith("Dot chart")


def test_the_alternative_text_holds_every_year(rv9):
    alt = survey_trend(rv9, "8").alt
    assert "BAME: 4.8% in 2017, 10.5% in 2018, 11.4% in 2019 and 18.4% in 2020." in alt
    assert "White: 7.7% in 2017" in alt


def test_a_long_series_is_told_by_its_ends_and_extremes(make):
    rows = [make.percent(year, "BME", float(year - 2000)) for year in range(2011, 2021)]
    alt = survey_trend(make.chapter(*rows), "8").alt
    assert "BME: from 11% in 2011 to 20% in 2020, lowest 11% in 2011, highest 20% in 2020." in alt


def test_nothing_is_drawn_without_a_figure_of_the_trust(make):
    chapter = make.chapter(make.percent(2020, "BME", 60.0, scope="benchmark"))
    assert survey_trend(chapter, "8") is None
