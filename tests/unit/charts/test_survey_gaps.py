"""Gaps of the survey. Expected figures of RYV and RV9 are those in the trusts' own reports."""

from dataclasses import replace

import pytest

from wres.charts import survey_gaps


def both(make, verdict="more likely", indicator="8", year=2020, **columns):
    return [
        make.percent(year, "BME", 20.0, 100, indicator=indicator),
        make.percent(year, "White", 10.0, 900, indicator=indicator),
        make.gap(year, verdict, indicator, 10.0, **columns),
    ]


@pytest.mark.parametrize(
    ("indicator", "verdict", "headline"),
    [
        ("8", "more likely", "BME staff more likely to report discrimination at work"),
        ("6", "less likely", "BME staff less likely to report harassment from staff"),
        ("7", "less likely", "BME staff less likely to hold a belief in equal opportunities"),
        ("5", "no clear difference", "No clear difference in harassment from patients or the "
                                     "public"),
        ("8", "too few to say", "Too few answers to compare discrimination at work"),
        ("8", "", "As published, gap in discrimination at work +10.0 points"),
    ],
)  # fmt: skip
def test_the_headline_follows_the_verdict(make, indicator, verdict, headline):
    assert survey_gaps(make.chapter(*both(make, verdict, indicator))).title == headline


def test_indicators_of_the_same_verdict_are_told_together(make):
    chapter = make.chapter(*both(make, indicator="6"), *both(make, indicator="8"))
    assert survey_gaps(chapter).title == (
        "BME staff more likely to report harassment from staff and discrimination at work"
    )


def test_clear_findings_come_first_in_the_headline(make):
    rows = [
        *both(make, "no clear difference", "5"),
        *both(make, "more likely", "6"),
        *both(make, "less likely", "7"),
        *both(make, "too few to say", "8"),
    ]
    assert survey_gaps(make.chapter(*rows)).title == (
        "BME staff more likely to report harassment from staff, and less likely to hold a belief "
        "in equal opportunities; no clear difference in harassment from patients or the public; "
        "too few answers to compare discrimination at work"
    )


def test_where_both_groups_are_one_both_marks_can_be_seen(make, labelled):
    rows = [make.percent(2020, group, 9.1, 90) for group in ("BME", "White")]
    figure = survey_gaps(make.chapter(*rows))
    drawn = figure.drawing.get_children()
    (bme,), (white,) = (labelled(figure, f"trust {group}") for group in ("BME", "White"))
    assert (bme.get_marker(), white.get_marker()) == ("o", "s")
    assert drawn.index(white) < drawn.index(bme)


def test_an_interval_is_not_broken_over_two_lines(make, words_of):
    columns = {"lower": 4.8, "upper": 16.1, "confidence": 95.0}
    term = "Black, Asian and minority ethnic (BAME)"
    figure = survey_gaps(make.chapter(*both(make, **columns), term=term))
    assert "95% interval +4.8 to +16.1 points" in words_of(figure)


def test_on_a_phone_a_row_without_a_mark_has_no_empty_strip(make, labelled):
    rows = [*both(make, indicator="6"), *both(make, indicator="8")]
    hidden = [make.withheld(row) if row.indicator == "6" else row for row in rows]
    figure = survey_gaps(make.chapter(*hidden))
    phone = replace(figure, drawing=figure.narrow)
    grid = labelled(phone, "grid")
    assert len({tuple(line.get_ydata()) for line in grid}) == 1  # that of indicator 8 only


def test_the_lower_figure_stands_left_of_the_higher(make, words_of, labelled):
    figure = survey_gaps(make.chapter(*both(make)))
    (bme,), (white,) = (labelled(figure, f"trust {group}") for group in ("BME", "White"))
    assert white.get_xdata()[0] < bme.get_xdata()[0]
    assert {"10%", "20%"} <= set(words_of(figure))


def test_the_gap_of_indicator_7_is_eleven_points_in_2019(ryv, words_of):
    # CCS 2020 prints 92% and 81% for the survey of autumn 2019.
    figure = survey_gaps(ryv)
    assert "Gap −11 points" in words_of(figure)
    assert "BAME 81%, White 92%, gap −11 points" in figure.alt


def test_groups_differ_in_the_shape_of_their_marks(make, labelled):
    figure = survey_gaps(make.chapter(*both(make)))
    shapes = {labelled(figure, f"trust {group}")[0].get_marker() for group in ("BME", "White")}
    assert len(shapes) == 2


def test_the_benchmark_groups_marks_are_hollow(make, labelled, words_of):
    beside = [make.percent(2020, group, 12.0, scope="benchmark") for group in ("BME", "White")]
    figure = survey_gaps(make.chapter(*both(make), *beside))
    (mark,) = labelled(figure, "beside BME")
    assert mark.get_markerfacecolor() != mark.get_markeredgecolor()
    assert "Benchmark group" in words_of(figure)


def test_each_kind_of_others_has_a_mark_and_a_word_of_its_own(rv9, labelled, words_of):
    # Humber Teaching 2021: the group's figures are of BME staff, England's of White staff
    figure = survey_gaps(rv9)
    assert {"hollow: Benchmark group", "half filled: England"} <= set(words_of(figure))
    fills = {name: {mark.get_fillstyle() for mark in labelled(figure, f"beside {name}")}
             for name in ("BME", "White")}  # fmt: skip
    assert fills == {"BME": {"full"}, "White": {"full", "left"}}  # indicator 8: the group's White


def test_an_older_survey_is_named(make, words_of):
    words = words_of(survey_gaps(make.chapter(*both(make, year=2018))))
    assert "Autumn 2018: gap +10.0 points" in " ".join(words)


def test_confidence_is_that_of_the_results(make, words_of):
    columns = {"lower": 1.0, "upper": 19.0, "confidence": 98.75}
    words = " ".join(words_of(survey_gaps(make.chapter(*both(make, **columns)))))
    assert "98.8% interval +1.0 to +19.0 points" in words


def test_a_withheld_gap_has_the_symbol_and_no_mark(make, words_of, labelled):
    rows = [*both(make, indicator="6"), *both(make, indicator="8")]
    hidden = [make.withheld(row) if row.indicator == "6" else row for row in rows]
    figure = survey_gaps(make.chapter(*hidden))
    assert "Gap [c]" in words_of(figure)
    assert len(labelled(figure, "trust BME")) == 1
    assert "withheld: harassment from staff" in figure.title.lower()
    assert figure.caption.endswith("[c] means withheld to protect people.")


def test_why_there_is_no_gap_is_said_as_results_say_it(make, words_of):
    rows = both(make, "")
    reason = "BME and White figures of autumn 2020 have different bases"
    absent = replace(rows[-1], value=None, status="not available", reason=reason)
    words = words_of(survey_gaps(make.chapter(*rows[:-1], absent, term="BAME")))
    assert "BAME and White figures of autumn 2020 have different bases" in words
    assert "Gap not available" in words


def test_nothing_is_drawn_without_a_figure(make):
    assert survey_gaps(make.chapter(*make.workforce())) is None
