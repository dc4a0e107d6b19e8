"""Controls of the hotspots notebook: a view in words and pictures, redrawn when one is moved."""

from __future__ import annotations

import time

import pytest

from tests.gallery.places import places
from wres.explore.controls import EXPLORING, PICTURES, controls, view

ipywidgets = pytest.importorskip("ipywidgets")


@pytest.fixture
def box(monkeypatch):
    monkeypatch.setenv(EXPLORING, "1")
    return controls(places("ordinary"))


def texts(box) -> tuple[str, str]:
    """Give what is said of the view, and of all places."""
    _, text, _, answer = box.children
    return tuple(one.outputs[0]["data"]["text/markdown"] for one in (text, answer))


def test_outside_of_the_explorer_a_notebook_has_no_controls(monkeypatch):
    monkeypatch.delenv(EXPLORING, raising=False)
    assert controls(places("ordinary")) is None


def test_a_control_moved_changes_text_picture_and_table(box):
    keys, dimensions, pictures, rates = box.children[0].children
    before, picture = texts(box)[0], box.children[2].value
    assert before.startswith("**BME staff in post by division**")
    keys.value = "3"
    assert texts(box)[0].startswith("**Formal disciplinary process by division**")
    assert dimensions.value == "division"
    assert box.children[2].value != picture
    pictures.value = "ranks"
    assert "Dot chart of places" in box.children[2].value
    assert "<table" in box.children[2].value
    sure = texts(box)[1]
    rates.value = 0.01
    assert "at most 1% are expected to be chance" in texts(box)[1]
    assert texts(box)[1] != sure


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("kind", ["ordinary", "tiny", "withheld", "long labels"])
def test_every_view_has_words_and_says_where_there_is_no_picture(picture, kind):
    spots = places(kind)
    for key in spots.measures():
        for dimension in spots.dimensions(key):
            text, shown = view(spots, key, dimension, picture)
            assert "by division" in text
            assert "<svg" in shown or "No picture" in shown or "<table" in shown


def test_labels_of_a_trust_can_not_become_markup():
    spots = places("ordinary")
    table = spots.chapter.places
    hostile = table.assign(place=table["place"].replace("Surgery", '<img src=x onerror="1">'))
    spots = type(spots)(type(spots.chapter)(spots.chapter.results, spots.chapter.facts,
                                            places=hostile))  # fmt: skip
    text, shown = view(spots, "3", "division", "ranks")
    assert "<img" not in text.replace("\\<", "")
    assert "<img" not in shown


def test_a_moved_control_is_redrawn_within_a_few_times_what_one_chart_takes():
    """Half a second on 22,000 staff is measured by benchmarks/explore.py; here as a ratio."""
    spots = places("ordinary")
    view(spots, "3", "division", "ranks")
    started = time.process_time()
    for _ in range(3):
        _ = PICTURES["ranks"](spots, "3", "division").svg
    alone = time.process_time() - started
    started = time.process_time()
    for _ in range(3):
        view(spots, "3", "division", "ranks")
    assert time.process_time() - started < 12 * alone
