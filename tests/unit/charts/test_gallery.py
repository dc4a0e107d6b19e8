"""The gallery holds every chart, in every kind of state."""

import inspect

import pytest

from tests.gallery.kinds import KINDS
from tests.gallery.page import write_page
from tests.gallery.sheets import PHONE, on_a_phone
from tests.gallery.states import CHARTS, NOT_DRAWN, STATES, drawn
from wres import charts

ASKED = ("ordinary", "tiny", "extreme", "missing", "suppressed", "ten years", "long labels")


def test_every_chart_stands_in_every_kind_of_state():
    assert set(KINDS) == set(ASKED)
    assert {f"{chart}: {kind}" for chart in CHARTS for kind in ASKED} <= set(STATES)


def test_no_chart_is_forgotten():
    source = inspect.getsource(inspect.getmodule(drawn))
    forgotten = [
        name for name in charts.__all__ if name != "Figure" and f"charts.{name}" not in source
    ]
    assert forgotten == []


def test_only_what_can_not_be_drawn_is_not_drawn():
    assert {state for state in STATES if drawn(state) is None} == NOT_DRAWN


def test_withheld_figures_reach_every_chart_of_what_is_suppressed():
    suppressed = [drawn(f"{chart}: suppressed") for chart in CHARTS if chart not in UNTOUCHED]
    assert [figure.title for figure in suppressed if "[c]" not in figure.alt] == []


EQUAL = {"ratio": 1.0, "points": 0.0}
CLEAR = {"more likely", "less likely", "improved", "worsened", "crossed", "above", "below"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_row_of_the_gallery_says_other_than_its_interval(kind):
    rows = KINDS[kind]().results.dropna(subset=["lower"])
    told = rows[rows["verdict"].ne("") & rows["verdict"].ne("too few to say")]
    equal = told["unit"].map(EQUAL).where(told["measure"].ne("change"), 0.0)
    clear = told["lower"].gt(equal) | told["upper"].lt(equal)
    assert len(told) or kind == "tiny"
    assert clear.eq(told["verdict"].isin(CLEAR)).all()


def test_a_phone_sheet_shows_a_chart_pixel_by_pixel():
    assert on_a_phone(drawn("gaps: ordinary")).width == PHONE


# Nothing of what these draw is withheld in that kind of state.
UNTOUCHED = {
    "distribution, non-clinical",
    "survey 5",
    "survey 7",
    "comparison, 2",
    "comparison, 7",
    "comparison, workforce",
}


def test_the_page_shows_each_state_with_its_words(tmp_path, monkeypatch):
    few = dict(list(STATES.items())[:2]) | {state: STATES[state] for state in sorted(NOT_DRAWN)[:1]}
    monkeypatch.setattr("tests.gallery.page.STATES", few)
    write_page(tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 6
    assert page.count("Nothing to draw.") == 1
    assert page.count("Alternative text.") == 2
