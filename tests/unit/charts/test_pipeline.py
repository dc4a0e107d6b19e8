"""Senior bands on their way to the workforce's share."""

from itertools import pairwise

import pytest

from wres.charts import pipeline

# 20% of the workforce.
WORKFORCE = (800, 200, 0)


def bands(make, **now_of):
    return [
        row
        for name, (now, of) in now_of.items()
        for row in make.trajectory(name.removeprefix("b"), now, of, WORKFORCE)
    ]


def test_the_goal_and_the_yearly_increase_are_printed(make, words_of):
    # 20% of 50 are 10; from 3 in 2021 to 10 in 2028 is one a year.
    words = " ".join(words_of(pipeline(make.chapter(*bands(make, b8a=(3, 50), b8b=(9, 10))))))
    assert "3 of 50 now; 1.00 more a year" in words
    assert "10.0" in words.split()


def test_the_line_rises_evenly_to_the_goal(make, labelled):
    figure = pipeline(make.chapter(*bands(make, b8a=(3, 50))))
    (line,) = labelled(figure, "line")
    (goal,) = labelled(figure, "goal")
    steps = [after - before for before, after in pairwise(line.get_ydata())]
    assert steps == pytest.approx([steps[0]] * 7)
    assert line.get_ydata()[-1] == pytest.approx(goal.get_ydata()[0])


def test_the_headline_counts_the_bands_with_fewer(make):
    rows = bands(make, b8a=(3, 50), b8b=(9, 10), b8c=(0, 8))
    assert pipeline(make.chapter(*rows)).title == (
        "Fewer BME staff than the workforce's share in 2 of the 3 senior bands shown"
    )


def test_less_than_half_a_person_is_not_fewer(make):
    rows = bands(make, b8a=(0, 2), b8b=(9, 10))  # the workforce's share of 2 is 0.4
    assert pipeline(make.chapter(*rows)).title.startswith("No fewer BME staff")


def test_a_band_at_the_share_says_so(make, words_of):
    words = words_of(pipeline(make.chapter(*bands(make, b8b=(9, 10)))))
    assert "9 of 10 now; at or above the workforce share" in " ".join(words)


def test_appointments_that_replace_leavers_are_told(make):
    figure = pipeline(make.chapter(*bands(make, b8a=(3, 50))))
    # 1 more a year for 7 years from 3: 6 on average at the beginning of a year, a tenth replaced
    assert "1.60 appointments a year if 10% leave" in figure.alt


def test_yearly_numbers_without_leavers_say_that_these_must_be_replaced_too(make):
    note = "who leave a band must be replaced"
    rows = bands(make, b8a=(3, 50))
    assert note not in pipeline(make.chapter(*rows)).caption
    alone = [row for row in rows if "leavers=" not in row.breakdown]
    assert note in pipeline(make.chapter(*alone)).caption


def test_a_withheld_band_keeps_its_name(make, words_of, labelled):
    hidden = [make.withheld(row) for row in bands(make, b8b=(1, 10))]
    figure = pipeline(make.chapter(*bands(make, b8a=(3, 50)), *hidden))
    assert {"Band 8b", "[c]"} <= set(words_of(figure))
    assert len(labelled(figure, "now")) == 1
    assert "Band 8b: [c]" in figure.alt


def test_nothing_is_drawn_without_a_goal(make):
    assert pipeline(make.chapter(*make.workforce(), *make.band("8a", (9, 1, 0)))) is None
