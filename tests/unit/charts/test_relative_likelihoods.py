"""Relative likelihoods. Expected ratios are those printed in the trusts' own reports."""

from math import inf

import pytest

from wres.charts import ratio_history, relative_likelihoods


def middle(figure, labelled):
    return labelled(figure, "equal")[0].get_xdata()[0]


def test_published_ratios_are_stated_without_a_judgement(ryv, words_of):
    figure = relative_likelihoods(ryv)
    assert figure.title == (
        "Appointment from shortlisting 1.48, formal disciplinary process 0.81 and non-mandatory "
        "training and CPD 1.14, as published"
    )
    assert "As published: counts not published" in words_of(figure)


def test_a_published_ratio_alone_is_told_in_a_sentence(ryv):
    assert relative_likelihoods(ryv, ("3",)).title == (
        "BAME staff 0.81 times as likely as White staff to enter the formal disciplinary process, "
        "as published"
    )


def test_a_published_ratio_has_no_interval(ryv, labelled):
    assert labelled(relative_likelihoods(ryv), "interval") == []


def test_the_year_before_and_the_national_ratio_have_marks_of_their_own(ryv, labelled, words_of):
    figure = relative_likelihoods(ryv, ("2",))
    assert {"2020: 1.48", "2019: 1.45", "England 2020: 1.61"} <= set(words_of(figure))
    (now,), (before,), (national,) = (
        labelled(figure, kind) for kind in ("now", "previous", "national")
    )
    assert now.get_marker() != national.get_marker()
    assert now.get_markerfacecolor() != before.get_markerfacecolor()
    assert before.get_xdata()[0] < now.get_xdata()[0] < national.get_xdata()[0]


def test_headline_and_note_follow_the_verdict(rv9, words_of):
    figure = relative_likelihoods(rv9)
    assert figure.title == (
        "BAME applicants more likely to be appointed from shortlisting; BAME staff more likely to "
        "access non-mandatory training and CPD, though unknown ethnicity could turn this round; "
        "too few cases to say for entry into the formal disciplinary process"
    )
    # extremes of indicator 4 are 0.69 to 1.40, of indicator 2 0.54 to 0.83
    assert "BAME applicants more likely" in words_of(figure)
    assert "BAME staff more likely, though unknown ethnicity could turn this round" in figure.alt
    assert "Too few cases to say" in words_of(figure)


@pytest.mark.parametrize(
    ("indicator", "verdict", "headline"),
    [
        ("2", "more likely", "BME applicants less likely to be appointed from shortlisting"),
        ("2", "less likely", "BME applicants more likely to be appointed from shortlisting"),
        ("3", "more likely", "BME staff more likely to enter the formal disciplinary process"),
        ("3", "less likely", "BME staff less likely to enter the formal disciplinary process"),
        ("4", "more likely", "BME staff less likely to access non-mandatory training and CPD"),
        ("4", "less likely", "BME staff more likely to access non-mandatory training and CPD"),
        ("2", "no clear difference", "No clear difference in appointment from shortlisting"),
        ("2", "too few to say", "Too few cases to say for appointment from shortlisting"),
    ],
)
def test_direction_is_told_for_bme_whichever_group_stands_over(make, indicator, verdict, headline):
    chapter = make.chapter(make.ratio(indicator, 1.5, 1.1, 2.0, verdict))
    assert relative_likelihoods(chapter, (indicator,)).title == headline


@pytest.mark.parametrize(
    ("indicator", "low", "high"),
    [
        ("2", "BME applicants more likely", "White applicants more likely"),
        ("3", "White staff more likely", "BME staff more likely"),
        ("4", "BME staff more likely", "White staff more likely"),
    ],
)
def test_both_ends_say_who_is_more_likely(make, words_of, indicator, low, high):
    figure = relative_likelihoods(make.chapter(make.ratio(indicator, 1.5)), (indicator,))
    ends = {text: x for text, x in zip(words_of(figure), positions(figure), strict=True)}
    assert ends[low] < ends[high]


def positions(figure):
    from matplotlib.text import Text  # noqa: PLC0415

    return [text.get_position()[0] for text in figure.drawing.findobj(Text)]


def test_the_axis_is_logarithmic_around_one(make, labelled):
    half, twice = (
        labelled(figure, "now")[0].get_xdata()[0] - middle(figure, labelled)
        for figure in (
            relative_likelihoods(make.chapter(make.ratio("3", value)), ("3",))
            for value in (0.5, 2.0)
        )
    )
    assert half == pytest.approx(-twice)


def test_the_zone_reaches_from_four_fifths_to_five_fourths(make, labelled):
    figure = relative_likelihoods(make.chapter(make.ratio("3", 1.25)), ("3",))
    (zone,) = labelled(figure, "zone")
    point = labelled(figure, "now")[0].get_xdata()[0]
    assert zone.get_x() + zone.get_width() == pytest.approx(point, abs=0.01)
    assert zone.get_x() + zone.get_width() / 2 == pytest.approx(middle(figure, labelled), abs=0.01)


def test_an_open_interval_ends_in_an_arrow(make, labelled, words_of):
    chapter = make.chapter(make.ratio("2", 9.5, 3.2, inf, "more likely"))
    figure = relative_likelihoods(chapter, ("2",))
    (arrow,) = labelled(figure, "open end")
    assert arrow.get_marker() == ">"
    assert arrow.get_xdata()[0] > labelled(figure, "now")[0].get_xdata()[0]
    assert "2021: 9.50 (3.20, no upper limit)" in words_of(figure)


def test_a_closed_interval_on_the_axis_has_no_arrow(rv9, labelled):
    assert labelled(relative_likelihoods(rv9), "open end") == []


def test_a_ratio_that_is_not_available_keeps_its_row_and_its_reason(make, words_of):
    chapter = make.chapter(
        make.ratio("2", 1.2),
        make.ratio("3", status="not available", reason="figures for BME were not published"),
        term="BAME",
    )
    words = words_of(relative_likelihoods(chapter))
    assert "2021: not available" in words
    assert "Not available: figures for BAME were not published" in words


def test_scenarios_of_unknown_ethnicity_are_not_taken_for_the_ratio(make):
    chapter = make.chapter(
        make.ratio("2", 1.2, status="as published"),
        make.ratio("2", 3.3, breakdown="unknown=White"),
    )
    assert "1.20" in relative_likelihoods(chapter, ("2",)).title


def test_the_alternative_text_holds_ratio_interval_and_direction(rv9):
    alt = relative_likelihoods(rv9).alt
    # Printed by Humber Teaching NHS FT in 2021: 0.64.
    assert "2021: 0.64 (0.45 to 0.98)" in alt
    assert "White over BAME; above 1.00 means White applicants more likely to be appointed" in alt
    assert "Too few cases to say" in alt


def test_nothing_is_drawn_without_a_ratio(make):
    chapter = make.chapter(make.ratio("2", status="not available"))
    assert relative_likelihoods(chapter) is None


def test_caption_names_the_confidence_of_each_line_where_they_differ(make):
    """Holm widens the interval of indicator 2; the ratio within bands is outside the family."""
    rows = [
        make.ratio("2", 1.5, 1.1, 2.1, "more likely", confidence=99.166667),
        make.ratio("3", 1.1, 0.8, 1.6, "no clear difference", confidence=98.75),
        make.ratio("2", 1.4, 1.0, 2.0, breakdown="stratified=band", confidence=95.0),
    ]
    told = relative_likelihoods(make.chapter(*rows)).caption
    assert (
        "Lines are intervals: 99.2% for indicator 2; 95% for ratios taken another way; 98.8% for "
        "indicator 3." in told
    )
    years = [rows[0], make.ratio("2", 1.4, 1.0, 2.0, breakdown="year=2020", confidence=98.75)]
    told = ratio_history(make.chapter(*years)).caption
    assert (
        "Lines are 98.8% to 99.2% intervals, which allow for the comparisons of their own year."
        in told
    )


def test_ratio_that_is_clear_another_way_alone_says_so_in_headline_note_and_text(make):
    rows = [
        make.ratio("2", 1.1, 0.9, 1.4, "no clear difference"),
        make.ratio(
            "2", 5.2, 3.5, 7.7, "more likely", breakdown="recruitment=without international"
        ),
    ]
    figure = relative_likelihoods(make.chapter(*rows))
    told = "BME applicants less likely without international recruitment"
    assert figure.title == f"No clear difference in appointment from shortlisting; {told}"
    assert f"No clear difference; {told}." in figure.alt
    alike = [rows[1], make.ratio("2", 5.4, 3.5, 7.9, "more likely")]
    assert told not in relative_likelihoods(make.chapter(*alike)).title
