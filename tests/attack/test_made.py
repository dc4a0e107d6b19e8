"""Generated trusts have between them everything that a report can be made of."""

from __future__ import annotations

from tests.attack.attacking import YEARS
from tests.attack.beside import Beside, draw_beside
from tests.attack.glyphs import drawn_words
from tests.attack.made import Tables, draw_shape, draw_years
from wres.charts.figure import compose

SEEDS = range(1, 101)
EVENTS = {
    "recruitment": ("shortlisted", "appointed"),
    "disciplinary": ("workforce", "entered_process"),
    "training": ("workforce", "accessed"),
}


def _drawn() -> list[Beside]:
    return [draw_beside(seed) for seed in SEEDS]


def _tables(**beside: object) -> Tables:
    return draw_years(draw_shape(7), YEARS, 7, Beside(**beside))[YEARS[1]]  # type: ignore[arg-type]


def test_a_hundred_trusts_draw_every_setting_that_changes_a_report() -> None:
    settings = [one.settings for one in _drawn()]
    assert {one["multiple_comparisons"] for one in settings} == {
        "none",
        "holm",
        "benjamini-hochberg",
    }
    assert {bool(one["band_groups"]) for one in settings} == {True, False}
    goals = [one["model_employer"] for one in settings if "model_employer" in one]
    assert {goal["leavers_percent"] is None for goal in goals} == {True, False}
    assert {goal["target_year"] > YEARS[1] for goal in goals} == {True, False}
    assert any("baseline_year" in one for one in settings)


def test_a_hundred_trusts_have_everything_that_stands_beside_counts() -> None:
    drawn = _drawn()
    assert {name for one in drawn for name in one.strata} == {*EVENTS}
    assert {one.details for one in drawn} == {"", "everyone", "some"}
    for has in ("peers", "others", "many"):
        assert {getattr(one, has) for one in drawn} == {True, False}
    assert max(len(one.earlier) for one in drawn) > 2
    assert any(one.earlier and one.earlier[-1] < YEARS[0] - 1 for one in drawn)  # a gap


def test_events_by_band_leave_nobody_out() -> None:
    tables = _tables(strata=tuple(EVENTS), many=True)
    for name, columns in EVENTS.items():
        for column in columns:
            for group in ("White", "BME"):
                rows = [row for row in tables[name] if row["ethnicity"] == group]
                whole, parts = (
                    [int(row[column]) for row in rows if bool(row["band"]) is banded]
                    for banded in (False, True)
                )
                assert len(parts) > 1
                assert sum(parts) == sum(whole)


def test_detailed_groups_are_parts_of_their_group() -> None:
    rows = _tables(details="some")["workforce"]
    parts = [row for row in rows if row["ethnic_group"]]
    assert {row["ethnicity"] for row in parts} == {"White", "BME"}


def test_words_of_a_chart_are_read_from_the_shapes_of_its_letters() -> None:
    chart = compose(
        title="BME staff were 12.5% of 24",
        subtitle="A share",
        caption="Made by hand",
        alt="Nothing else",
        draw=lambda _, top: top,
    )
    assert drawn_words(chart.svg)[:2] == ["BME staff were 12.5% of 24", "A share"]
