"""Comparators against data/benchmarks/national.csv: 2020 has 1.61 for 2, 1.16 for 3, 21% staff."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.audit.claims import claim
from wres.audit.checks.comparators import National, check_comparator, national_figures
from wres.sources.benchmarks import load_benchmarks


@pytest.fixture(scope="module")
def known() -> list[National]:
    return national_figures(load_benchmarks(Path(__file__).parents[3] / "data"))


def found(known: list[National], **of: Any) -> list[tuple[str, str, str]]:
    one = claim(**{"comparator_name": "England", **of})
    return [(f.kind, f.mistake, f.recomputed) for f in check_comparator(one, known, 2021)]


def ratio(number: str, value: str, year: int | None = 2020) -> dict[str, Any]:
    return {
        "indicator": number, "measure": "relative_likelihood", "comparator_value": value,
        "comparator_year": year,
    }  # fmt: skip


def test_the_published_figure_is_left_alone(known: list[National]) -> None:
    assert found(known, **ratio("2", "1.61")) == []
    assert found(known, **ratio("2", "1.6")) == []


def test_the_figure_of_another_indicator_is_named(known: list[National]) -> None:
    assert found(known, **ratio("3", "1.61")) == [
        ("contradiction", "wrong benchmark indicator", "1.16")
    ]


def test_the_figure_of_another_year_is_named(known: list[National]) -> None:
    assert found(known, **ratio("2", "1.46")) == [("contradiction", "wrong benchmark year", "1.61")]


def test_a_figure_unlike_any_known_is_not_called_wrong(known: list[National]) -> None:
    assert [kind for kind, *_ in found(known, **ratio("2", "1.7"))] == ["uncheckable"]


def test_a_survey_may_be_dated_by_its_autumn(known: list[National]) -> None:
    # England, indicator 5, WRES 2021: 28.9%, the survey of autumn 2020
    of = {"indicator": "5", "measure": "percentage", "group": "BME", "comparator_value": "28.9%"}
    assert found(known, **of, comparator_year=2020) == []
    assert found(known, **of, comparator_year=2021) == []


def test_an_old_comparator_without_a_year_is_stale(known: list[National]) -> None:
    # 1.45 was England's ratio of 2018
    assert [item[:2] for item in found(known, **ratio("2", "1.45", None))] == [
        ("wording", "stale comparator")
    ]


def survey(number: str, value: str, year: int, group: str = "BME") -> dict[str, Any]:
    return {
        "indicator": number, "measure": "percentage", "group": group, "comparator_value": value,
        "comparator_year": year,
    }  # fmt: skip


def test_what_is_approximate_bears_out_and_denies_nothing(known: list[National]) -> None:
    # England, indicator 5: `around 30%` in 2023; White staff 26% in 2021 and 26.8% in 2023.
    assert found(known, **survey("5", "30%", 2023)) == []
    assert [kind for kind, *_ in found(known, **survey("5", "33%", 2023))] == ["uncheckable"]
    assert found(known, **survey("5", "26.0%", 2023, "White")) == [
        ("uncheckable", "comparator unlike the one known", "26.8%")
    ]


def test_the_figure_of_another_group_is_not_named(known: list[National]) -> None:
    # 26% is the share of BME staff in 2023, and nobody's of White staff.
    assert [kind for kind, *_ in found(known, **survey("5", "26%", 2023, "White"))] == [
        "uncheckable"
    ]


def test_the_grounds_are_those_figures_that_a_report_may_use(known: list[National]) -> None:
    by_status = {(one.indicator, one.group, one.years): one.ground for one in known}
    assert by_status["5", "White", (2021,)] is False
    assert by_status["5", "BME", (2021,)] is True
