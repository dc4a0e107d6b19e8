"""What the change of the BME share consists of."""

import re
from dataclasses import replace

import pytest

from wres.charts import share_change
from wres.narrative.change import decomposition
from wres.tables import decomposition_bands_table, decomposition_table

PARTS = {"re-declaration": 0.3, "within bands": 0.6, "mix of bands": -0.2, "all": 0.7}


def parts(make, **bands):
    rows = [make.contribution(part, points) for part, points in PARTS.items()]
    for band, points in bands.items():
        cell = f"staff_group=clinical;band={band.removeprefix('b')}"
        rows.append(make.contribution(f"within bands;{cell}", points))
    return rows


def test_the_headline_names_the_parts_largest_first(make):
    assert share_change(make.chapter(*parts(make))).title == (
        "BME share +0.70 points since 2020: within bands +0.60, re-declaration +0.30 and mix of "
        "bands −0.20"
    )


def test_each_part_begins_where_the_one_before_ended(make, labelled):
    figure = share_change(make.chapter(*parts(make)))
    first, second, third, whole = (
        labelled(figure, name)[0]
        for name in ("Re-declaration", "Within bands", "Mix of bands", "Change of the BME share")
    )
    assert second.get_x() == pytest.approx(first.get_x() + first.get_width(), abs=0.03)
    ends = third.get_x() + third.get_width(), second.get_x() + second.get_width()
    assert ends[0] == pytest.approx(ends[1], abs=0.03)
    assert whole.get_x() == pytest.approx(first.get_x(), abs=0.03)
    assert third.get_x() == pytest.approx(whole.get_x() + whole.get_width(), abs=0.03)


def test_bands_show_where_the_change_within_bands_lies(make, words_of):
    words = words_of(share_change(make.chapter(*parts(make, b5=0.8, b6=-0.2))))
    assert {"Within bands, by pay band", "Clinical band 5", "+0.80", "Clinical band 6"} <= set(
        words
    )


def test_of_many_bands_the_largest_are_shown_and_that_is_said(make, words_of):
    bands = {f"b{name}": 0.1 + place / 100 for place, name in enumerate("12345679")}
    words = words_of(
        share_change(make.chapter(*parts(make, **bands, b8a=0.02, b8b=0.03, b8c=0.01)))
    )
    assert any("the 10 largest of" in word for word in words)
    assert "Clinical band 8c" not in words


def test_a_withheld_band_has_the_symbol(make, words_of):
    rows = parts(make, b5=0.8, b6=-0.2)
    rows = [make.withheld(row) if "band=6" in row.breakdown else row for row in rows]
    figure = share_change(make.chapter(*rows))
    assert "[c]" in words_of(figure)
    assert "clinical band 6 [c]" in figure.alt


def of_staff_groups(make, by="staff groups"):
    reason = "clinical and non-clinical staff are taken whole"
    for part, points in PARTS.items():
        name = part.replace("of bands", f"of {by}").replace("within bands", f"within {by}")
        row = make.contribution(name, points)
        yield replace(row, reason=reason) if part == "all" else row
    for staff_group, points in (("clinical", 0.7), ("non-clinical", -0.1)):
        cell = f"staff_group={staff_group};band=all"
        yield make.contribution(f"within {by};{cell}", points)


@pytest.mark.parametrize(
    ("by", "within"),
    [
        ("staff groups", "within clinical and non-clinical staff"),
        ("bands or staff groups", "within bands or staff groups"),
    ],
)
def test_staff_groups_taken_whole_are_named_so(make, words_of, by, within):
    figure = share_change(make.chapter(*of_staff_groups(make, by)))
    assert f"{within} +0.60" in figure.title
    assert f"mix of {by} −0.20" in figure.title
    assert within in figure.alt
    for words in (figure.alt, figure.caption):
        assert "Clinical and non-clinical staff are taken whole." in words
        assert "pay band" not in words
    assert {"Clinical staff", "Non-clinical staff"} <= set(words_of(figure))


@pytest.mark.parametrize("missing", PARTS)
def test_nothing_is_drawn_unless_the_parts_add_up(make, missing):
    rows = [row for row in parts(make) if row.breakdown != f"part={missing}"]
    assert share_change(make.chapter(*rows)) is None


def test_the_parts_of_ryv_add_up_to_its_change(ryv):
    # BAME 275 of 2,534 staff in 2019 (10.9%), 284 of 2,480 in 2020 (11.5%): 0.6 points.
    assert share_change(ryv).title.startswith("BAME share +0.60 points since 2019: ")


def test_a_small_part_is_told_from_none_and_from_larger_ones(make, words_of):
    bands = {"b5": 0.04, "b6": -0.06, "b7": 0.1, "b8a": 0.52, "b8b": 0.0}
    figure = share_change(make.chapter(*parts(make, **bands)))
    written = [word for word in words_of(figure) if word[:1] in "+−0"]
    assert written[-5:] == ["+0.04", "−0.06", "+0.10", "+0.52", "0.00"]
    assert "clinical band 5 +0.04; clinical band 6 −0.06" in figure.alt


def test_a_band_has_the_same_figure_in_chart_table_and_sentence(ryv, words_of):
    drawn = {word for word in words_of(share_change(ryv)) if re.fullmatch(r"[+−]?0\.\d+", word)}
    assert len(drawn) > 4
    assert all(re.fullmatch(r"[+−]0\.\d\d|0\.00", word) for word in drawn)
    assert drawn <= set(
        re.findall(
            r"[+−]?0\.\d+",
            decomposition_table(ryv).to_text() + decomposition_bands_table(ryv).to_text(),
        )
    )
    assert set(re.findall(r"[+−]0\.\d+", decomposition(ryv))) <= drawn
