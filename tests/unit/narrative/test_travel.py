"""Direction of travel against the good direction of each kind of figure."""

from __future__ import annotations

import pandas as pd
import pytest

from wres.narrative import NO_TRAVEL, direction_of_travel


def travel(
    measure: str, unit: str, good: str, previous: float, value: float, status: str = "ok"
) -> str:
    figure = pd.Series(
        {"measure": measure, "unit": unit, "good_direction": good, "value": value}
        | {"previous": previous}
    )
    moved = {"value": value - previous, "unit": unit if unit == "ratio" else "points"}
    return str(direction_of_travel(figure, pd.Series(moved | {"status": status})))


@pytest.mark.parametrize(
    ("previous", "value", "words"),
    [
        (1.45, 1.48, "▲ up 0.03, further from 1"),
        (1.48, 1.45, "▼ down 0.03, closer to 1"),
        (0.70, 0.80, "▲ up 0.10, closer to 1"),
        (0.95, 0.81, "▼ down 0.14, further from 1"),
        (1.30, 0.90, "▼ down 0.40, closer to 1, on the other side of it"),  # 1/0.90 = 1.11
        (1.10, 0.90, "▼ down 0.20, further from 1, on the other side of it"),
        (0.50, 1.50, "▲ up 1.00, closer to 1, on the other side of it"),
        (1.451, 1.454, "■ no change"),
        (0.5, 0.495, "▼ down 0.01, further from 1"),  # -0.005, half away from zero
    ],
)
def test_ratio_moves_towards_or_away_from_one(previous: float, value: float, words: str) -> None:
    assert travel("relative_likelihood", "ratio", "towards 1", previous, value) == words


@pytest.mark.parametrize(
    ("good", "previous", "value", "words"),
    [
        ("lower", 26, 25, "▼ down 1 point, favourable"),
        ("lower", 13, 17, "▲ up 4 points, adverse"),
        ("higher", 83, 81, "▼ down 2 points, adverse"),
        ("higher", 81, 83.5, "▲ up 2.5 points, favourable"),
        ("lower", 7, 7, "■ no change"),
        ("", 11, 12, "▲ up 1 point"),
    ],
)
def test_percentage_is_judged_by_its_good_direction(
    good: str, previous: float, value: float, words: str
) -> None:
    assert travel("percentage", "%", good, previous, value, "as published") == words


@pytest.mark.parametrize(
    ("previous", "value", "words"),
    [
        (8, 4, "▼ down 4 points, a narrower gap"),
        (-12, -11, "▲ up 1 point, a narrower gap"),
        (-11, -12, "▼ down 1 point, a wider gap"),
        (2, -5, "▼ down 7 points, a wider gap"),
        (3, -3, "▼ down 6 points, a gap of the same size"),
    ],
)
def test_gap_is_judged_by_its_size_not_its_sign(previous: float, value: float, words: str) -> None:
    assert travel("gap", "points", "towards 0", previous, value, "as published") == words


@pytest.mark.parametrize(
    ("previous", "value", "words"),
    [
        (-10.9, -3.1, "▲ up 7.8 points, closer to the workforce share"),
        (-3.0, -4.0, "▼ down 1.0 point, further from the workforce share"),
        (-1.0, 4.0, "▲ up 5.0 points, further from the workforce share"),
        (-4.72, -4.69, "■ no change"),
    ],
)
def test_board_moves_towards_or_away_from_the_workforce(
    previous: float, value: float, words: str
) -> None:
    assert travel("difference", "points", "towards 0", previous, value) == words


def test_figure_without_a_change_has_no_direction() -> None:
    assert direction_of_travel(pd.Series({"value": 1.0}), None) == NO_TRAVEL
    assert str(NO_TRAVEL) == "no comparable figure"
