"""The gallery holds every chart, in every kind of state."""

import inspect

from tests.gallery.kinds import KINDS
from tests.gallery.page import write_page
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
