"""Bands against the workforce, and each group's distribution over bands."""

import pytest

from wres.charts import band_distribution, band_representation

COUNTS = {"5": (60, 30, 0), "6": (40, 10, 0)}


def test_a_band_below_the_workforce_stands_left_of_the_line(make, labelled):
    rows = [
        *make.workforce((800, 200, 0)),
        *make.band("5", (70, 30, 0)),
        *make.band("6", (9, 1, 0)),
    ]
    figure = band_representation(make.chapter(*rows))
    (line,) = labelled(figure, "Whole workforce")
    above, below = (labelled(figure, f"{name}: BME")[0] for name in ("Band 5", "Band 6"))
    assert below.get_xdata()[0] < line.get_xdata()[0] < above.get_xdata()[0]
    assert "10 points" not in figure.alt


def test_the_stem_reaches_from_the_line_to_the_band(make, labelled):
    rows = [*make.workforce((800, 200, 0)), *make.band("5", (70, 30, 0))]
    figure = band_representation(make.chapter(*rows))
    (stem,) = labelled(figure, "Band 5: stem")
    (line,) = labelled(figure, "Whole workforce")
    assert stem.get_xdata()[0] == pytest.approx(line.get_xdata()[0])
    assert stem.get_xdata()[1] == pytest.approx(labelled(figure, "Band 5: BME")[0].get_xdata()[0])


def test_printed_shares_of_ryv_stand_at_the_dots(ryv, words_of):
    assert {"12.5%", "9.4%", "42.9%", "26.1%", "10.7%", "15.2%"} <= set(
        words_of(band_representation(ryv))
    )


def test_a_withheld_band_has_the_symbol_and_no_dot(make, labelled, words_of):
    hidden = [make.withheld(row) for row in make.band("6", (9, 1, 0))]
    rows = [*make.workforce(), *make.band("5", (9, 1, 0)), *hidden]
    figure = band_representation(make.chapter(*rows))
    assert {"Band 6", "[c]"} <= set(words_of(figure))
    assert labelled(figure, "Band 6: BME") == []


def test_without_the_workforce_there_is_nothing_to_hold_bands_against(make):
    assert band_representation(make.chapter(*make.band("5", (9, 1, 0)))) is None


def test_the_distribution_is_told_of_each_group_and_not_of_each_band(make):
    # 30 of 40 BME staff are in band 5, and 60 of 100 White staff; 33.3% of band 5 are BME.
    # In band 6 it is the others, as far apart: 25.0% against 40.0%. The first is named.
    figure = band_distribution(make.chapter(*make.distribution("clinical", COUNTS)))
    assert figure.title == (
        "BME and White clinical staff differ most in band 5: 75.0% of BME clinical staff, "
        "against 60.0% of White clinical staff"
    )
    assert "they are not the make-up of a band" in figure.subtitle
    assert "33.3%" not in figure.alt


def test_headline_of_the_distribution_names_the_band_that_differs_most_not_the_largest(make):
    """BME 40, 5 and 5 of 50 (80, 10, 10%), White 80, 20 and 0 of 100 (80, 20, 0%).

    Bands 6 and 7 differ by 10 points each, band 5, the largest, by none.
    """
    bands = {"5": (80, 40, 0), "6": (20, 5, 0), "7": (0, 5, 0)}
    title = band_distribution(make.chapter(*make.distribution("clinical", bands))).title
    assert title.startswith("BME and White clinical staff differ most in band 6: 10.0% of BME")
    alike = {"5": (80, 40, 0), "6": (20, 10, 0)}
    title = band_distribution(make.chapter(*make.distribution("clinical", alike))).title
    assert title == "BME and White clinical staff are spread over the bands alike"


def test_bars_are_as_long_as_their_percentages(make, labelled):
    figure = band_distribution(make.chapter(*make.distribution("clinical", COUNTS)))
    five, six = (labelled(figure, f"Band {band}: BME")[0].get_width() for band in "56")
    assert five / six == pytest.approx(3.0, abs=0.05)


def test_staff_groups_are_drawn_apart(make):
    chapter = make.chapter(*make.distribution("non-clinical", COUNTS))
    assert band_distribution(chapter, "clinical") is None
    assert "non-clinical staff" in band_distribution(chapter, "non-clinical").title


def test_a_withheld_percentage_has_the_symbol_and_no_bar(make, labelled, words_of):
    rows = [
        make.withheld(row) if "band=6" in row.breakdown and row.group == "White" else row
        for row in make.distribution("clinical", COUNTS)
    ]
    figure = band_distribution(make.chapter(*rows))
    assert "[c]" in words_of(figure)
    assert labelled(figure, "Band 6: White") == []
    assert "band 6 BME 25.0%, White [c]" in figure.alt
