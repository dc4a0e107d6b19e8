"""Figures beside their comparators."""

import pytest

from tests.gallery.states import drawn
from wres.charts import comparisons


def shortlisting(make, verdict="above", name="England"):
    own = make.ratio("2", 1.5, 1.2, 1.9, "more likely")
    return [own, make.comparison(own, name, 1.3, verdict, 2020)]


@pytest.mark.parametrize(
    ("verdict", "headline"),
    [
        ("above", "Appointment from shortlisting: 1.50, above England"),
        ("below", "Appointment from shortlisting: 1.50, below England"),
        ("no clear difference", "Appointment from shortlisting: 1.50, not clearly different from "
                                "England"),
        ("too few to say", "Appointment from shortlisting: 1.50, too few to compare with England"),
        ("", "Appointment from shortlisting: 1.50, against 1.30 (England)"),
    ],
)  # fmt: skip
def test_the_headline_follows_the_verdict(make, verdict, headline):
    assert comparisons(make.chapter(*shortlisting(make, verdict)), 2).title == headline


def test_each_comparator_is_named_with_its_year_and_figure(make, words_of):
    words = words_of(comparisons(make.chapter(*shortlisting(make)), 2))
    assert {"England, 2020: 1.30", "Trust: 1.50 (1.20 to 1.90)"} <= set(words)


def test_a_ratio_is_told_as_one_group_over_the_other(make):
    alt = comparisons(make.chapter(*shortlisting(make)), 2).alt
    assert "White over BME: trust 1.50" in alt


def test_a_name_that_has_a_year_gets_no_other(make):
    own, name = (
        make.percent(2020, "BME", 20.0, 100),
        "NHS Staff Survey benchmark group, autumn 2019",
    )
    chapter = make.chapter(own, make.comparison(own, name, 17.0, "above", 2020))
    assert "; benchmark group, autumn 2019 survey: 17%" in comparisons(chapter, 8).alt


def test_a_survey_is_that_of_the_autumn_before(make):
    own = make.percent(2020, "BME", 20.0, 100)
    chapter = make.chapter(own, make.comparison(own, "England", 17.0, "above", 2020))
    figure = comparisons(chapter, 8)
    assert "England, autumn 2019 survey: 17%" in figure.alt
    assert figure.title == "Discrimination at work: BME 20%, above England"


def test_the_trusts_dot_has_its_interval_and_comparators_are_hollow(make, labelled):
    figure = comparisons(make.chapter(*shortlisting(make)), 2)
    (trust,), (other,) = labelled(figure, "trust"), labelled(figure, "comparator")
    assert len(labelled(figure, "interval")) == 1
    assert other.get_xdata()[0] < trust.get_xdata()[0]
    assert other.get_markerfacecolor() != other.get_markeredgecolor()


def test_each_kind_of_comparator_has_a_mark_of_its_own(labelled):
    figure = drawn("comparators of every kind")
    shapes = [mark.get_marker() for mark in labelled(figure, "comparator")]
    assert len(shapes) == len(set(shapes)) == 4
    assert labelled(figure, "trust")[0].get_marker() not in shapes


def test_a_withheld_figure_is_not_compared(make):
    rows = [make.withheld(row) for row in shortlisting(make)]
    assert comparisons(make.chapter(*rows), 2) is None


def test_nothing_is_drawn_without_a_comparator(make):
    assert comparisons(make.chapter(make.ratio("2", 1.5)), 2) is None


@pytest.mark.parametrize(
    ("parts", "headed"),
    [
        (["all"], "BME share of the board"),
        (["voting=yes"], "BME share of voting board members"),
        (["all", "voting=yes"], "BME share of the board"),
    ],
)
def test_a_chart_of_whole_boards_is_not_headed_as_of_voting_members(make, parts, headed):
    shares = [
        make.row("9", "share", breakdown=part, group="BME", unit="%", value=value)
        for part, value in zip(parts, (33.3, 30.8), strict=False)
    ]
    chapter = make.chapter(*shares, *(make.comparison(one, "Elm", 16.5) for one in shares))
    figure = comparisons(chapter, 9)
    assert figure.title.startswith(f"{headed}: ")
    assert ("voting members 30.8%" in figure.title) is (len(parts) == 2)
