"""Direction of travel: the movement as printed, then what the evidence says of it."""

from __future__ import annotations

import pandas as pd
import pytest

from wres.narrative import NO_TRAVEL, direction_of_travel


def travel(value: float, unit: str, verdict: str = "", status: str = "ok") -> str:
    change = {"value": value, "unit": unit, "verdict": verdict, "status": status}
    return str(direction_of_travel(pd.Series(change)))


@pytest.mark.parametrize(
    ("value", "verdict", "words"),
    [
        (-0.43, "no clear change", "▼ down 0.43, no clear change"),
        (-0.43, "improved", "▼ down 0.43, improved"),
        (0.43, "improved", "▲ up 0.43, improved"),  # 0.30 to 0.73: nearer to 1
        (0.43, "worsened", "▲ up 0.43, worsened"),
        (0.43, "too few to say", "▲ up 0.43, too few to say"),
        (0.43, "", "▲ up 0.43"),
        (0.003, "", "■ no change"),
        (0.003, "no clear change", "■ no clear change"),
        (0.003, "improved", "■ unchanged as printed, improved"),
        (0.003, "too few to say", "■ unchanged as printed, too few to say"),
        (-0.005, "", "▼ down 0.01"),  # half away from zero
    ],
)
def test_ratio_tells_its_movement_and_its_evidence(value: float, verdict: str, words: str) -> None:
    assert travel(value, "ratio", verdict) == words


@pytest.mark.parametrize(
    ("value", "status", "words"),
    [
        (-1, "as published", "▼ down 1 point, no clear change"),
        (4, "as published", "▲ up 4 points, no clear change"),
        (2.5, "as published", "▲ up 2.5 points, no clear change"),
        (7.8, "ok", "▲ up 7.8 points, no clear change"),
        (-1.0, "ok", "▼ down 1.0 point, no clear change"),
    ],
)
def test_points_are_told_as_printed(value: float, status: str, words: str) -> None:
    assert travel(value, "points", "no clear change", status) == words


def test_figure_without_a_change_has_no_direction() -> None:
    absent = pd.Series({"value": float("nan"), "unit": "ratio", "verdict": ""})
    assert direction_of_travel(None) == direction_of_travel(absent) == NO_TRAVEL
    assert str(NO_TRAVEL) == "no comparable figure"
