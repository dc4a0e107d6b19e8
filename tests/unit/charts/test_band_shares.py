"""Staff by pay band. Expected figures of RYV are those printed in the trust's report of 2020."""

from dataclasses import replace

import pytest

from wres.charts import band_shares


def widths(figure, labelled, name):
    return {
        group: sum(bar.get_width() for bar in labelled(figure, f"{name}: {group}"))
        for group in ("BME", "White", "Unknown")
    }


def test_the_printed_shares_of_each_band_stand_in_the_picture(ryv, words_of):
    words = words_of(band_shares(ryv))
    for printed in ("12.5%", "9.4%", "42.9%", "26.1%", "10.7%", "15.2%", "10.5%"):
        assert printed in words


def test_bands_stand_in_order_clinical_before_non_clinical(ryv, words_of):
    words = words_of(band_shares(ryv))
    order = ["Clinical staff", "Bands 1 to 4", "Bands 5 to 7", "Consultants", "Non-clinical staff"]
    assert [word for word in words if word in order][:5] == order


def test_head_counts_stand_beside_the_bars(ryv, words_of):
    words = words_of(band_shares(ryv))
    assert {"527", "1,159", "85", "5", "42", "46", "11", "394", "164"} <= set(words)


def test_segments_are_as_long_as_their_shares(make, labelled):
    chapter = make.chapter(*make.workforce(), *make.band("5", (60, 30, 10)))
    found = widths(band_shares(chapter), labelled, "Band 5")
    assert found["White"] / found["BME"] == pytest.approx(2.0, abs=0.03)
    assert found["BME"] / found["Unknown"] == pytest.approx(3.0, abs=0.1)


def test_bme_stands_first_so_that_bars_can_be_compared_with_the_line(ryv, labelled):
    figure = band_shares(ryv)
    bme, white, unknown = (
        labelled(figure, f"Consultants: {group}")[0].get_x()
        for group in ("BME", "White", "Unknown")
    )
    assert bme < white < unknown


def test_the_line_stands_at_the_share_of_the_whole_workforce(make, labelled):
    chapter = make.chapter(*make.workforce((50, 50, 0)), *make.band("5", (50, 50, 0)))
    figure = band_shares(chapter)
    (line,) = labelled(figure, "Whole workforce")
    bar = labelled(figure, "Band 5: BME")[0]
    assert line.get_xdata()[0] == pytest.approx(bar.get_x() + bar.get_width(), abs=0.02)


def test_the_headline_counts_the_pay_groups_that_are_half_a_person_short(ryv):
    # 284 of 2,480: 3.1 short of 394, 23.7 of 1,159, 3.7 of 85 and 0.6 of 5; the share is smaller,
    # by 0.2, 0.2 and 0.3 of a person, among 19, 28 and 11 staff
    assert band_shares(ryv).title == (
        "BAME staff are 11.5% of the workforce, but short of that share by half a person or more "
        "in 4 of the 11 pay groups shown"
    )


@pytest.mark.parametrize(
    ("counts", "found"),
    [((95, 5, 0), "each of the"), ((96, 4, 0), "each of the"), ((5, 0, 0), "each of the"),
     ((4, 0, 0), "none of the"), ((13, 1, 0), "none of the"), ((14, 1, 0), "each of the")],
)  # fmt: skip
def test_a_share_within_half_a_person_is_not_short(make, counts, found):
    # at the workforce's 10%: 10, 10, 0.5, 0.4, 1.4 and 1.5 people
    rows = [*make.band("5", counts), *make.band("6", counts)]
    chapter = make.chapter(*make.workforce((90, 10, 0)), *rows)
    assert f"half a person or more in {found} 2" in band_shares(chapter).title


def test_shares_without_a_number_of_people_are_compared_as_published(make):
    rows = [*make.band("5", (99, 1, 0)), *make.band("6", (80, 20, 0))]
    printed = [
        replace(row, numerator=None, denominator=None) for row in rows if row.measure == "share"
    ]
    assert band_shares(make.chapter(*make.workforce((90, 10, 0)), *printed)).title == (
        "BME staff are 10.0% of the workforce, but a smaller share as published in 1 of the 2 pay "
        "groups shown"
    )


def test_no_pay_group_that_is_short_is_said_as_such(make):
    chapter = make.chapter(
        *make.workforce((90, 10, 0)), *make.band("5", (90, 10, 0)), *make.band("6", (8, 2, 0))
    )
    assert band_shares(chapter).title == (
        "BME staff are 10.0% of the workforce, "
        "and short of that share by half a person or more in none of the 2 pay groups shown"
    )


def test_shares_that_are_printed_alike_are_not_told_apart(make):
    whole, alike = (8850, 1150, 0), (8854, 1146, 0)  # 11.50% and 11.46%, both printed 11.5%
    chapter = make.chapter(*make.workforce(whole), *make.band("5", alike), *make.band("6", whole))
    assert "in none of the 2 pay groups" in band_shares(chapter).title


def test_without_the_whole_workforce_the_headline_gives_the_range(make):
    chapter = make.chapter(*make.band("5", (90, 10, 0)), *make.band("6", (8, 2, 0)))
    assert band_shares(chapter).title == (
        "BME share of staff runs from 10.0% of 100 in clinical band 5 to 20.0% of 10 in clinical "
        "band 6"
    )


@pytest.mark.parametrize(
    ("status", "shown"), [("not available", "not available"), ("suppressed", "[c]")]
)
def test_a_band_without_figures_says_so_in_place_of_a_bar(make, words_of, labelled, status, shown):
    chapter = make.chapter(
        *make.workforce(),
        *make.band("5", (9, 1, 0)),
        *make.absent("1", "staff_group=clinical;band=6", status),
    )
    figure = band_shares(chapter)
    assert shown in words_of(figure)
    assert labelled(figure, "Band 6: White") == []
    assert f"band 6 {shown}" in figure.alt


def test_an_empty_band_has_no_members_and_not_zero_per_cent(make, words_of):
    chapter = make.chapter(
        *make.workforce(), *make.band("5", (9, 1, 0)), *make.band("6", (0, 0, 0))
    )
    words = words_of(band_shares(chapter))
    assert "no members" in words
    assert "0.0%" not in words


def test_bands_counted_within_another_are_not_counted_again(make):
    chapter = make.chapter(
        *make.workforce(),
        *make.band("consultant", (96, 4, 0)),
        *make.band("senior medical manager", (10, 0, 0)),
        *make.band("trainee", (96, 4, 0)),
    )
    assert "each of the 2 pay groups" in band_shares(chapter).title


def test_the_alternative_text_holds_every_share_of_a_short_chart(ryv):
    alt = band_shares(ryv).alt
    assert "bands 5 to 7 9.4% of 1,159" in alt
    assert "consultants 42.9% of 42" in alt
    assert "BAME staff are 11.5% of the whole workforce" in alt


def test_the_alternative_text_of_a_long_chart_gives_the_extremes(make):
    bands = [make.band(str(band), (100 - band, band, 0)) for band in range(1, 8)]
    more = [make.band(str(band), (50, band, 0), "non-clinical") for band in range(1, 8)]
    rows = [row for rows in (*bands, *more) for row in rows]
    alt = band_shares(make.chapter(*make.workforce(), *rows)).alt
    assert "in 14 pay groups: lowest 1.0% of 100 in clinical band 1, highest" in alt


def test_the_trusts_own_term_is_used(ryv, words_of):
    figure = band_shares(ryv)
    assert "BAME" in words_of(figure)
    assert "BME" not in figure.title + figure.subtitle + figure.caption + figure.alt


def test_a_made_up_trust_is_marked(make):
    chapter = make.chapter(*make.workforce(), *make.band("5", (9, 1, 0)), fictional=True)
    figure = band_shares(chapter)
    assert "(fictional)" in figure.subtitle
    assert "(fictional)" in figure.caption


def test_nothing_is_drawn_where_no_share_is_available(rv9):
    assert band_shares(rv9) is None
