"""Charts with withheld figures: a label and the symbol, no bar and no point."""

from __future__ import annotations

import pytest

from tests.unit.chapters.withheld import full_chapter, hide, hide_all, over_two_years
from wres.charts import band_shares, board_shares, relative_likelihoods, survey_trend

NOTE = "[c] means withheld to protect people."
BAND = "staff_group=clinical;band=9"
NATIONAL_RETURN = ("under 1", *"1234567", "8a", "8b", "8c", "8d", "9", "VSM")


def test_withheld_band_keeps_its_name_and_has_no_bar(words_of, labelled):
    figure = band_shares(hide(full_chapter(), indicator="1", breakdown=BAND))
    assert {"Band 9", "[c]"} <= set(words_of(figure))
    assert [labelled(figure, f"Band 9: {group}") for group in ("BME", "White", "Unknown")] == [
        [],
        [],
        [],
    ]
    assert labelled(figure, "Band 5: BME") != []
    assert NOTE in figure.caption
    assert "band 9 [c]" in figure.alt
    assert NOTE in figure.alt


def test_the_headline_says_how_many_pay_groups_are_withheld():
    figure = band_shares(hide(full_chapter(), breakdown="staff_group=clinical;band=9"))
    assert figure.title == (
        "BME staff are 7.5% of the workforce, and short of that share by half a person or more in "
        "none of the 2 pay groups with figures; 1 is withheld"
    )


def test_hidden_segments_of_a_bar_are_not_drawn(labelled, words_of):
    hidden = hide(full_chapter(), indicator="1", breakdown=BAND, group="White")
    hidden = hide(hidden, indicator="1", breakdown=BAND, group="Unknown")
    figure = band_shares(hidden)
    assert labelled(figure, "Band 9: BME") != []
    assert labelled(figure, "Band 9: White") == labelled(figure, "Band 9: Unknown") == []
    assert "[c]" in words_of(figure)
    assert "others not published" not in words_of(figure)
    assert NOTE in figure.caption


def test_extremes_are_those_of_the_bands_that_are_shown(make):
    bands = [
        row
        for place, name in enumerate(NATIONAL_RETURN)
        for row in make.band(name, (90, 10 + place, 0))
    ]
    shown = band_shares(make.chapter(*make.workforce(), *bands))
    assert "BME share in 14 pay groups: lowest" in shown.alt
    hidden = hide(
        make.chapter(*make.workforce(), *bands),
        indicator="1",
        breakdown="staff_group=clinical;band=under 1",
    )
    alt = band_shares(hidden).alt
    assert "BME share in the 13 pay groups shown: lowest" in alt
    assert "Without a bar: clinical under band 1 [c]." in alt
    assert "10.0%" not in alt


def test_headline_without_a_workforce_share_speaks_of_what_is_shown():
    hidden = hide(full_chapter(), indicator="1", breakdown=BAND)
    hidden = hide(hidden, indicator="workforce")
    figure = band_shares(hidden)
    assert figure.title.startswith("BME share of staff in the pay groups shown runs from 8.8%")


def test_withheld_part_of_the_board_keeps_its_name(words_of, labelled):
    figure = board_shares(
        hide(full_chapter(), indicator="9", breakdown="membership=executive;voting=no")
    )
    assert "Executive members without a vote" in " ".join(words_of(figure))
    assert labelled(figure, "Executive members without a vote: BME") == []
    assert "executive members without a vote [c]" in figure.alt
    assert NOTE in figure.caption


def test_withheld_ratio_is_named_in_the_headline_and_has_no_point(words_of, labelled):
    whole = relative_likelihoods(full_chapter())
    figure = relative_likelihoods(hide(full_chapter(), indicator="3"))
    assert "formal disciplinary process withheld" in figure.title
    assert "2021: [c]" in words_of(figure)
    assert "Withheld: a count behind this figure could give away a person" in words_of(figure)
    assert len(labelled(figure, "now")) == len(labelled(whole, "now")) - 1
    assert len(labelled(figure, "interval")) == len(labelled(whole, "interval")) - 1
    assert NOTE in figure.caption
    assert "2021: [c]" in figure.alt


def test_where_all_of_an_indicator_is_withheld_there_is_no_empty_axis(make, words_of, labelled):
    hidden = make.withheld(make.ratio("3", 1.1, 0.6, 2.0, "no clear difference"))
    figure = relative_likelihoods(make.chapter(make.ratio("2", 1.4, 1.1, 1.8), hidden))
    assert {"2021: [c]", "2021: 1.40 (1.10 to 1.80)"} <= set(words_of(figure))
    assert len(labelled(figure, "equal")) == 1


def test_withheld_survey_has_the_symbol_below_its_year(words_of, labelled):
    hidden = hide(full_chapter(), indicator="6", breakdown="survey_year=2020", group="BME")
    figure = survey_trend(hidden, "6")
    assert figure.title == (
        "Harassment from staff: 21.3% of White respondents in autumn 2020, figure for BME withheld"
    )
    words = words_of(figure)
    assert words.count("[c]") == 1
    assert "[c] percentage withheld to protect people" in words
    assert len(labelled(figure, "trust BME")) == 1  # 2019 only, and no line to 2020
    assert "BME: 33.7% in 2019 and [c] in 2020." in figure.alt
    assert NOTE in figure.caption


def test_withheld_latest_survey_is_named_where_an_older_one_is_drawn(words_of):
    figure = survey_trend(hide(full_chapter(), indicator="6", breakdown="survey_year=2020"), "6")
    assert figure.title.endswith("autumn 2019; autumn 2020 withheld")
    assert words_of(figure).count("[c]") == 2
    assert "2020" in words_of(figure)


def test_withheld_year_stands_in_its_place_among_the_others(make):
    shown = make.chapter(
        *(make.percent(year, "BME", 10.0 + year - 2017) for year in range(2017, 2021))
    )
    figure = survey_trend(hide(shown, breakdown="survey_year=2018"), "8")
    assert "BME: 10% in 2017, [c] in 2018, 12% in 2019 and 13% in 2020." in figure.alt


def test_long_series_with_a_withheld_year_claims_no_extremes(make):
    rows = [make.percent(year, "BME", 10.0 + year - 2010) for year in range(2011, 2021)]
    shown = survey_trend(make.chapter(*rows), "8")
    assert "lowest" in shown.alt
    figure = survey_trend(hide(make.chapter(*rows), breakdown="survey_year=2015"), "8")
    assert "lowest" not in figure.alt
    assert "from 11% in 2011 to 20% in 2020, [c] in 2015" in figure.alt


@pytest.mark.parametrize(
    "chart",
    [
        band_shares,
        board_shares,
        relative_likelihoods,
        lambda chapter: survey_trend(chapter, "5"),
    ],
)
def test_nothing_is_drawn_where_all_is_withheld(chart):
    assert chart(full_chapter()) is not None
    assert chart(hide_all(full_chapter())) is None


def test_events_of_two_years_are_told_as_such():
    chapter = over_two_years(full_chapter(), "3")
    alone = relative_likelihoods(chapter, ["3"])
    assert alone.subtitle.endswith("two years to 31\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2021")
    assert "relative likelihood, two years to 31 March 2021" in alone.caption
    together = relative_likelihoods(chapter)
    assert "year to 31 March 2021 (indicator 3: two years)" in together.alt
    assert "year to 31 March 2021" in relative_likelihoods(full_chapter()).alt


def test_a_made_up_trust_is_called_fictional_once(make):
    rows = [*make.workforce(), *make.band("5", (9, 1, 0))]
    for name in ("Elm NHS Trust", "Elm NHS Trust (fictional)"):
        figure = band_shares(make.chapter(*rows, name=name, fictional=True))
        assert figure.alt.count("(fictional)") == figure.caption.count("(fictional)") == 1
