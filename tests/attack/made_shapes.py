"""What a fictional trust that is hard to protect is like: drawn once for all its years."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

__all__ = [
    "GROUPINGS",
    "GROUPS",
    "PRINTED",
    "WINDOWS",
    "Cells",
    "Row",
    "Shape",
    "Tables",
    "draw_shape",
]

GROUPS = ("White", "BME", "Unknown")
# The numbers of bands drawn are weights of head counts, so that top bands are nearly empty.
CLINICAL = (
    {"2": 8, "3": 6, "4": 4, "5": 14, "6": 12, "7": 6, "8a": 2, "8b": 1, "8c": 0.4, "9": 0.1},
    {"under 1": 0.2, "1-4": 15, "5-7": 25, "8a-8b": 3, "8c-9 and VSM": 0.5},
    {"2-4": 15, "5": 12, "6-7": 14, "8a-VSM": 3},
)
NON_CLINICAL = (
    {"1": 0.3, "2": 8, "3": 6, "4": 4, "5": 3, "6": 2, "7": 1.5, "8a": 1, "8d": 0.2, "VSM": 0.4},
    {"1-4": 14, "5-7": 7, "8a-8b": 1.5, "8c-9 and VSM": 0.7},
)
MEDICAL = (
    {},
    {"consultant": 2, "non-consultant career grade": 1, "trainee": 0.7},
    {"consultant": 2, "senior medical manager": 0.2, "trainee": 0.5, "other": 0.2},
)
# Bands given beside those of staff groups, grouped or single: bands in common have one label only.
GROUPINGS = {
    "1-4": ("1", "2", "3", "4"),
    "5-7": ("5", "6", "7"),
    "8a-8b": ("8a", "8b"),
    "8c-9 and VSM": ("8c", "8d", "9", "VSM"),
}
PRINTED = {
    "2": ("recruitment", "appointed", "shortlisted", "White", "BME"),
    "3": ("disciplinary", "entered_process", "workforce", "BME", "White"),
    "4": ("training", "accessed", "workforce", "White", "BME"),
}
# Two years after a single one are refused: the difference of both is the second year alone.
WINDOWS = ((1, 1), (1, 1), (2, 2), (2, 1))
Row = dict[str, str]
Tables = dict[str, list[Row]]
Cells = dict[tuple[str, str, str], int]


@dataclass(frozen=True)
class Shape:
    """What a trust's tables look like, the same in both years."""

    code: str
    staff: int
    bme: float
    unknown: float
    clinical: dict[str, float]
    non_clinical: dict[str, float]
    gives_totals: bool
    same_base: bool
    international: bool
    no_unknown_in: tuple[str, ...]
    absent: tuple[str, ...]
    board: tuple[int, int]
    voting_split: bool
    beside: str = ""
    windows: tuple[int, int] = (1, 1)
    unlisted: str = ""
    carried: bool = False
    printed_before: bool = False


def draw_shape(seed: int) -> Shape:
    """Draw the shape of one trust."""
    rng = random.Random(f"shape {seed}")
    clinical = dict(rng.choice(CLINICAL)) | rng.choice(MEDICAL)
    tables = ("recruitment", "disciplinary", "training")
    made = Shape(
        code=f"Z{seed:03d}" if seed < 1000 else f"Z{seed}",
        staff=rng.randint(800, 1500),
        bme=rng.choice([0.02, 0.04, 0.08, 0.15]),
        unknown=rng.choice([0.005, 0.02, 0.06]),
        clinical=clinical,
        non_clinical=dict(rng.choice(NON_CLINICAL)),
        gives_totals=rng.random() < 0.5,
        same_base=rng.random() < 0.7,
        international=rng.random() < 0.3,
        no_unknown_in=tuple(name for name in tables if rng.random() < 0.1),
        absent=tuple(name for name in (*tables, "staff_survey") if rng.random() < 0.08),
        board=(rng.randint(3, 6), rng.randint(3, 7)),
        voting_split=rng.random() < 0.5,
    )
    return _harder(made, random.Random(f"harder {seed}"))


def _harder(shape: Shape, rng: random.Random) -> Shape:
    """Add what reviewers of the suppression thought of, each to some trusts."""
    made = replace(
        shape,
        windows=rng.choice(WINDOWS),
        carried=rng.random() < 0.3,
        printed_before=rng.random() < 0.3,
    )
    kind = rng.choice(["plain", "beside", "unlisted", "tiny", "plain"])
    if kind == "beside":
        return replace(
            made,
            beside=rng.choice(["single", "grouped", "one half"]),
            clinical=dict(CLINICAL[0]) | rng.choice(MEDICAL),
            non_clinical=dict(NON_CLINICAL[0]),
        )
    if kind == "unlisted":
        clinical = dict(CLINICAL[0]) | rng.choice(MEDICAL)
        band = rng.choice(["8a", "8b", "8c"])
        return replace(made, clinical=clinical, gives_totals=True, unlisted=band)
    if kind == "tiny":
        return replace(made, staff=rng.randint(40, 95), absent=("workforce",), same_base=True)
    return made
