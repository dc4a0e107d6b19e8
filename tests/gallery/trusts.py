"""Made-up trusts whose results hold every measure that a chart draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from tests.gallery.made import (
    YEAR,
    absent,
    band,
    comparison,
    contribution,
    distribution,
    gap,
    in_year,
    make_up,
    parity,
    percent,
    ratio,
    ratio_change,
    trajectory,
    workforce,
)

__all__ = ["EXTREME", "ORDINARY", "TEN_YEARS", "TINY", "Trust", "rows_of"]

BANDS = {
    ("clinical", "1-4"): (310, 44, 9),
    ("clinical", "5"): (420, 130, 16),
    ("clinical", "6"): (390, 60, 12),
    ("clinical", "7"): (240, 21, 6),
    ("clinical", "8a"): (80, 6, 2),
    ("clinical", "8b-9 and VSM"): (55, 2, 1),
    ("clinical", "consultant"): (52, 33, 4),
    ("non-clinical", "1-4"): (280, 30, 8),
    ("non-clinical", "5-7"): (150, 9, 3),
    ("non-clinical", "8a-VSM"): (61, 1, 2),
}


@dataclass(frozen=True)
class Trust:
    """The numbers of a made-up trust; the defaults are those of an ordinary one."""

    bands: Mapping[tuple[str, str], tuple[int, int, int]] = field(default_factory=lambda: BANDS)
    workforce: tuple[int, int, int] = (2038, 336, 63)
    boards: Mapping[str, tuple[int, int, int]] = field(
        default_factory=lambda: {
            "all": (12, 1, 1),
            "voting=yes": (10, 1, 0),
            "membership=executive": (6, 0, 1),
            "membership=non-executive": (6, 1, 0),
        }
    )
    senior: Mapping[str, tuple[int, int]] = field(
        default_factory=lambda: {"8a": (7, 120), "8b": (2, 41), "8c": (3, 18), "8d": (0, 9)}
    )
    ratios: Mapping[str, tuple[float, float, float, str]] = field(
        default_factory=lambda: {
            "2": (1.46, 1.21, 1.78, "more likely"),
            "3": (1.32, 0.71, 2.44, "no clear difference"),
            "4": (1.04, 0.97, 1.11, "no clear difference"),
        }
    )
    survey: Mapping[str, tuple[float, float, int, int, str]] = field(
        default_factory=lambda: {
            "5": (29.4, 24.1, 160, 1204, "no clear difference"),
            "6": (27.5, 19.8, 160, 1204, "more likely"),
            "7": (48.1, 61.7, 158, 1190, "less likely"),
            "8": (15.0, 5.3, 160, 1201, "more likely"),
        }
    )
    parts: Mapping[str, float] = field(
        default_factory=lambda: {"re-declaration": 0.31, "within bands": 0.62, "mix of bands": -0.1}
    )
    years: range = range(2019, 2022)
    benchmark: str = "England"


TINY = Trust(
    bands={
        ("clinical", "5"): (3, 1, 0),
        ("clinical", "6"): (2, 0, 0),
        ("non-clinical", "1-4"): (1, 1, 1),
    },
    workforce=(6, 2, 1),
    boards={"all": (3, 0, 0), "membership=executive": (0, 0, 0)},
    senior={"8a": (0, 1)},
    ratios={
        "2": (1.5, 0.3, 9.0, "too few to say"),
        "3": (0.0, 0.0, 14.0, "too few to say"),
        "4": (1.0, 0.6, 1.7, "too few to say"),
    },
    survey={
        "5": (18.2, 17.0, 11, 12, "too few to say"),
        "6": (0.0, 8.3, 11, 12, "too few to say"),
        "7": (54.5, 58.3, 11, 12, "too few to say"),
        "8": (9.1, 9.1, 11, 11, "too few to say"),
    },
    parts={"re-declaration": 0.0, "within bands": 11.1, "mix of bands": 0.0},
    years=range(2020, 2022),
)
EXTREME = Trust(
    bands={
        ("clinical", "under 1"): (0, 7, 0),
        ("clinical", "5"): (4, 5210, 2),
        ("clinical", "9"): (12, 0, 0),
        ("clinical", "consultant"): (0, 0, 90),
        ("non-clinical", "1-4"): (900, 900, 0),
    },
    workforce=(916, 6117, 92),
    boards={"all": (38, 4, 3), "voting=yes": (0, 9, 0)},
    senior={"8a": (2, 260), "VSM": (40, 41), "9": (0, 2)},
    ratios={
        "2": (9.5, 3.2, inf, "more likely"),
        "3": (0.0, 0.0, 2.1, "no clear difference"),
        "4": (31.0, 12.0, 80.0, "more likely"),
    },
    survey={
        "5": (100.0, 0.0, 40, 900, "more likely"),
        "6": (0.0, 0.2, 40, 900, "no clear difference"),
        "7": (3.0, 100.0, 40, 900, "less likely"),
        "8": (51.0, 50.9, 4000, 9000, "no clear difference"),
    },
    parts={"re-declaration": -38.4, "within bands": 61.0, "mix of bands": 12.25},
)
ORDINARY = Trust()
TEN_YEARS = Trust(years=range(2012, 2022))


def rows_of(trust: Trust):
    """Yield every row of a made-up trust."""
    yield from _snapshot(trust)
    yield from _history(trust)
    yield from _survey(trust)
    yield from _senior(trust)
    yield from _change(trust)


def _snapshot(trust):
    yield from workforce(trust.workforce)
    for (staff_group, name), counts in trust.bands.items():
        yield from band(name, counts, staff_group)
    for staff_group in dict.fromkeys(group for group, _ in trust.bands):
        yield from distribution(
            staff_group,
            {name: n for (group, name), n in trust.bands.items() if group == staff_group},
        )
    for part, counts in trust.boards.items():
        yield from make_up("9", part, counts)
        if sum(counts):
            yield parity("9", part, counts[1], sum(counts), trust.workforce)
    yield from absent("9", "voting=no")


def _history(trust):
    """Earlier years, a little lower each year back; this year's ratios with the benchmark."""
    for year in trust.years:
        back = YEAR - year
        if back:
            white, bme, unknown = trust.workforce
            yield from make_up(
                "workforce", in_year("all", year), (white, max(bme - 9 * back, 0), unknown)
            )
            white, bme, unknown = trust.boards["all"]
            yield from make_up("9", in_year("all", year), (white + back % 3, bme, unknown))
        for number, (value, lower, upper, verdict) in trust.ratios.items():
            scale = 1 + 0.07 * (back % 4)
            yield ratio(
                number, value * scale, lower * scale, upper * scale, verdict,
                breakdown=in_year("all", year),
                benchmark=1.3 + 0.04 * (back % 5), benchmark_name=trust.benchmark,
                benchmark_year=year,
                **({"previous": value * 1.07, "previous_year": YEAR - 1} if not back else {}),
            )  # fmt: skip
    for number, (*_, verdict) in trust.ratios.items():
        travel = {"more likely": "worsened", "too few to say": verdict}.get(
            verdict, "no clear change"
        )
        yield ratio_change(number, travel, trust.years[0])
    first = trust.ratios["2"]
    yield ratio("2", *(one * 0.8 for one in first[:3]), first[3],
                breakdown="recruitment=without international")  # fmt: skip
    third = trust.ratios["3"]
    yield ratio("3", *third, breakdown="stratified=band", method="mantel-haenszel")


def _survey(trust):
    for number, (bme, white, n_bme, n_white, verdict) in trust.survey.items():
        for year in trust.years:
            back = YEAR - year
            for group, value, n in (("BME", bme, n_bme), ("White", white, n_white)):
                figure = min(value + 1.3 * (back % 3), 100.0)
                before = figure if year > trust.years[0] else None
                yield percent(year - 1, group, figure, n, previous=before, indicator=number)
                beside = min(value * 0.8 + 4, 100.0)
                yield percent(year - 1, group, beside, scope="benchmark", indicator=number)
        low, high = max(bme - white - 5.5, -100.0), min(bme - white + 5.5, 100.0)
        interval = {"lower": low, "upper": high, "confidence": 95.0}
        yield gap(YEAR - 1, verdict, number, bme - white, **interval)


def _senior(trust):
    for name, (now, of) in trust.senior.items():
        yield from trajectory(name, now, of, trust.workforce)


def _change(trust):
    for part, points in trust.parts.items():
        yield contribution(part, points)
    yield contribution("all", sum(trust.parts.values()))
    within = trust.parts["within bands"]
    for place, (staff_group, name) in enumerate(trust.bands):
        sign = (-1) ** place
        cell = f"staff_group={staff_group};band={name}"
        yield contribution(f"within bands;{cell}", sign * within / (place + 2))
    yield from _comparisons(trust)


def _comparisons(trust):
    value, lower, upper, _ = trust.ratios["2"]
    own = ratio("2", value, lower, upper)
    yield comparison(own, trust.benchmark, 1.61, "no clear difference")
    yield comparison(own, f"{trust.benchmark} community trusts", 1.34, "above")
    share = next(one for one in workforce(trust.workforce) if one.group == "BME")
    yield comparison(share, trust.benchmark, 22.4)
    yield comparison(share, "London", 46.0)
    for group, value in zip(("BME", "White"), trust.survey["7"], strict=False):
        belief = percent(YEAR - 1, group, value, indicator="7")
        yield comparison(belief, trust.benchmark, 48.8, "below")
        yield comparison(belief, "NHS Staff Survey benchmark group", 51.5, "no clear difference")
