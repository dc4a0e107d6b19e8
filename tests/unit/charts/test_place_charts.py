"""What pictures of a trust's parts name and say that they draw, few parts or many."""

from __future__ import annotations

import pytest
from matplotlib.text import Text

from tests.gallery.places import places
from tests.unit.hotspots.made import hotspots
from wres.charts import place_changes, place_funnel, place_heat, place_ranks

# White, BME and Unknown staff; White and BME cases: sizes differ, likelihoods hardly.
EVEN = {
    "Alpha": ((900, 300, 0), (9, 7)),
    "Beta": ((2000, 700, 0), (20, 12)),
    "Gamma": ((3600, 1200, 0), (36, 24)),
    "Delta": ((5400, 1800, 0), (54, 36)),
}


def words_in(drawing) -> set[str]:
    return {one.get_text() for one in drawing.findobj(Text)}


def many(count: int, **own):
    """Make divisions alike, D01 and so on, but for those given."""
    return {f"D{at:02}": ((300, 100, 0), (9, 3)) for at in range(1, count + 1)} | own


def test_a_funnel_without_any_place_told_apart_says_so_and_names_those_farthest_out():
    figure = place_funnel(hotspots(EVEN), "3", "division")
    assert "No place is told apart. The table" in figure.alt
    assert figure.caption.endswith("No place is told apart; any named lies farthest out.")
    assert {"Alpha", "Beta"} & words_in(figure.drawing)
    assert len(set(EVEN) & words_in(figure.drawing)) <= 3


def test_a_funnel_with_a_place_told_apart_names_such_places_only():
    worse = {**EVEN, "Gamma": ((3600, 1200, 0), (36, 90))}
    figure = place_funnel(hotspots(worse), "3", "division")
    assert "No place is told apart" not in figure.alt + figure.caption
    told = figure.title
    assert {one for one in EVEN if one in words_in(figure.drawing)} <= {
        one for one in EVEN if one in told
    }


def test_each_place_told_apart_is_named_in_a_crowded_funnel_or_below_it():
    worse = {f"Worse {at}": ((300, 100, 0), (3, 30)) for at in range(5)}
    figure = place_funnel(hotspots({**many(40), **worse}), "3", "division")
    words = " ".join(words_in(figure.drawing))
    assert [name for name in worse if name not in words] == []
    assert "Also told apart from chance: " in words
    assert "D01" not in words
    assert "Also told apart" not in " ".join(
        words_in(place_funnel(hotspots(EVEN), "3", "division").drawing)
    )


def test_a_heat_map_names_the_columns_that_are_drawn_and_no_other():
    assert "Columns: staff in post and an indicator by its number." in (
        place_heat(hotspots(EVEN), "division").caption
    )
    with_bands = place_heat(places("ordinary"), "division").caption
    assert (
        "Columns: staff in post, staff in band 8a and above and an indicator by its number."
        in with_bands
    )


def test_a_heat_map_says_how_many_places_are_withheld_altogether():
    """Of four places only Medicine and Surgery are shown of any measure."""
    figure = place_heat(places("withheld"), "division")
    told = "Not drawn: two places with counts withheld to protect people, or not known."
    assert told in figure.caption
    assert told in figure.alt
    assert "Not drawn" not in place_heat(places("ordinary"), "division").caption


def test_the_key_of_a_funnel_calls_no_mark_within_limits_that_may_lie_outside():
    figure = place_funnel(places("tiny"), "3", "division")
    assert {"not told apart", "told apart from chance"} <= words_in(figure.drawing)


def test_of_many_places_a_heat_map_draws_those_that_differ_and_says_how_many():
    figure = place_heat(hotspots(many(26, D26=((300, 100, 0), (9, 60)))), "division")
    assert figure.title == (
        "D26 differs from the rest: 24 of 26 places drawn, the least likely by chance"
    )
    assert figure.alt.count(": staff ") == 24
    assert "D26: staff no difference, 3 more, surely" in figure.alt


@pytest.mark.parametrize(
    ("chart", "which"), [(place_ranks, "the highest"), (place_changes, "the most changed")]
)
def test_of_many_places_charts_say_how_many_are_drawn(chart, which):
    last = many(30)
    spots = hotspots(many(30, D30=((300, 100, 0), (9, 60))), before=last)
    figure = chart(spots, "3", "division")
    assert figure.title.endswith(f": 28 of 30 places drawn, {which}")
    assert "D30 " in figure.alt
    few = chart(hotspots(EVEN, before=EVEN), "3", "division")
    assert "drawn, " not in few.title
