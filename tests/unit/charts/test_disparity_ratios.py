"""Race disparity ratios: full counts, told by what their verdicts say."""

import pytest

from wres.charts import disparity_ratios


def step(make, value, lower="lower", higher="middle", staff_group="clinical", **columns):
    if value is not None:
        columns.setdefault("verdict", "more likely" if value > 1 else "less likely")
    return make.row(
        "1",
        "disparity_ratio",
        breakdown=f"staff_group={staff_group};from={lower};to={higher}",
        group="White",
        comparator_group="BME",
        value=value,
        **columns,
    )


@pytest.mark.parametrize(
    ("value", "verdict", "headline"),
    [
        (1.956, "more likely", "White staff are better represented higher up from lower to middle "
                               "clinical bands, ratio 1.96"),
        (0.5, "less likely", "BAME staff are better represented higher up from lower to middle "
                             "clinical bands, ratio 0.50"),
        (1.01, "no clear difference", "No clear difference between BAME and White staff in who is "
                                      "higher up from lower to middle clinical bands, ratio 1.01"),
        (2.0, "too few to say", "Too few staff to say who is better represented higher up from "
                                "lower to middle clinical bands, ratio 2.00"),
    ],
)  # fmt: skip
def test_one_ratio_is_told_by_its_verdict(make, value, verdict, headline):
    shown = step(make, value, verdict=verdict)
    assert disparity_ratios(make.chapter(shown, term="BAME")).title == headline


def test_ratios_of_few_people_are_never_counted_for_either_group(make, words_of):
    rows = [
        step(make, 1.2),
        step(make, 2.0, "middle", "upper", verdict="too few to say"),
        step(make, 0.4, "lower", "upper", verdict="too few to say"),
    ]
    figure = disparity_ratios(make.chapter(*rows))
    assert figure.title == (
        "White staff are better represented higher up in 1 of the 3 steps between pay bands shown; "
        "too few staff to say in 2"
    )
    assert "middle to upper: 2.00, too few staff to say" in figure.alt
    assert "Middle to upper: 2.00, too few staff to say" in " ".join(words_of(figure))


def test_several_are_counted_by_who_is_better_represented(make):
    rows = [
        step(make, 1.2),
        step(make, 2.0, "middle", "upper"),
        step(make, 0.8, staff_group="non-clinical"),
    ]
    assert disparity_ratios(make.chapter(*rows)).title == (
        "White staff are better represented higher up in 2 of the 3 steps between pay bands shown, "
        "BME staff in 1"
    )


def test_every_ratio_stands_beside_its_step_with_that_of_the_year_before(make, words_of):
    figure = disparity_ratios(make.chapter(step(make, 1.2, previous=1.5, previous_year=2020)))
    assert "Lower to middle: 1.20 (2020: 1.50)" in words_of(figure)
    assert "lower to middle: 1.20 (2020: 1.50)" in figure.alt


def test_equality_is_marked_and_each_ratio_joined_to_it(make, labelled):
    figure = disparity_ratios(make.chapter(step(make, 2.0), step(make, 0.5, "middle", "upper")))
    (equal,) = labelled(figure, "equal")
    joined = [line.get_xdata() for line in labelled(figure, "distance from 1")]
    assert [xs[0] for xs in joined] == [equal.get_xdata()[0]] * 2
    assert joined[0][1] > equal.get_xdata()[0] > joined[1][1]
    assert labelled(figure, "interval") == []  # full counts


def test_an_earlier_years_ratio_is_not_taken_for_this_years(make, labelled):
    earlier = make.row(
        "1", "disparity_ratio", breakdown="staff_group=clinical;from=lower;to=middle;year=2020",
        group="White", comparator_group="BME", value=3.0,
    )  # fmt: skip
    figure = disparity_ratios(make.chapter(step(make, 1.2), earlier))
    assert len(labelled(figure, "ratio")) == 1


def test_staff_without_any_ratio_are_named_with_the_reason(make, words_of):
    reason = "there are no BME staff in upper bands, and nothing can be divided by zero"
    absent = step(make, None, staff_group="non-clinical", status="not available", reason=reason)
    figure = disparity_ratios(make.chapter(step(make, 1.2), absent, term="BAME"))
    assert "Non-clinical staff" in words_of(figure)
    assert f"Not available: {reason.replace('BME', 'BAME')}" in " ".join(words_of(figure))


def test_withheld_ratios_have_the_symbol_and_no_mark(make, labelled, words_of):
    hidden = make.withheld(step(make, 1.5, "middle", "upper"))
    figure = disparity_ratios(make.chapter(step(make, 1.2), hidden))
    assert "Middle to upper: [c]" in words_of(figure)
    assert len(labelled(figure, "ratio")) == 1


def test_without_any_ratio_there_is_no_chart(make):
    assert disparity_ratios(make.chapter(make.withheld(step(make, 1.5)))) is None
