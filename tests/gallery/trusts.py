"""Made-up trusts whose results hold every measure that a chart draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tests.gallery.counted import (
    answered,
    compared,
    counted,
    counted_gap,
    disparities,
    moved_since,
    within_bands,
)
from tests.gallery.made import (
    YEAR,
    absent,
    band,
    contribution,
    distribution,
    in_year,
    make_up,
    parity,
    percent,
    trajectory,
    workforce,
)
from wres.stats import Pair

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
    ratios: Mapping[str, tuple[Pair, Pair]] = field(
        default_factory=lambda: {
            "2": (Pair(620, 2100), Pair(90, 445)),
            "3": (Pair(9, 336), Pair(41, 2038)),
            "4": (Pair(1240, 2038), Pair(197, 336)),
        }
    )
    survey: Mapping[str, tuple[float, float, int, int]] = field(
        default_factory=lambda: {
            "5": (29.4, 24.1, 160, 1204),
            "6": (27.5, 19.8, 160, 1204),
            "7": (48.1, 61.7, 158, 1190),
            "8": (15.0, 5.3, 160, 1201),
        }
    )
    # White and BME staff of lower, middle and upper bands.
    levels: Mapping[str, Mapping[str, tuple[int, int]]] = field(
        default_factory=lambda: {
            "clinical": {"lower": (730, 174), "middle": (630, 81), "upper": (135, 8)},
            "non-clinical": {"lower": (300, 20), "middle": (130, 19), "upper": (61, 1)},
        }
    )
    # Points of re-declaration and of change within bands; the mix of bands is what is left.
    parts: tuple[float, float] = (0.05, 0.37)
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
        "2": (Pair(3, 10), Pair(1, 5)),
        "3": (Pair(0, 2), Pair(1, 6)),
        "4": (Pair(3, 6), Pair(1, 2)),
    },
    survey={
        "5": (18.2, 16.7, 11, 12),
        "6": (0.0, 8.3, 11, 12),
        "7": (54.5, 58.3, 11, 12),
        "8": (9.1, 9.1, 11, 11),
    },
    levels={
        "clinical": {"lower": (3, 1), "middle": (2, 1), "upper": (1, 0)},
        "non-clinical": {"lower": (1, 1), "middle": (0, 0), "upper": (0, 0)},
    },
    parts=(0.0, 11.1),
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
        "2": (Pair(38, 40), Pair(6, 60)),
        "3": (Pair(0, 90), Pair(12, 916)),
        "4": (Pair(310, 916), Pair(67, 6117)),
    },
    survey={
        "5": (100.0, 0.0, 40, 900),
        "6": (0.0, 0.2, 40, 900),
        "7": (3.0, 100.0, 40, 900),
        "8": (51.0, 50.9, 4000, 9000),
    },
    levels={
        "clinical": {"lower": (40, 817), "middle": (300, 31), "upper": (12, 0)},
        "non-clinical": {"lower": (900, 90), "middle": (300, 30), "upper": (1, 90)},
    },
    parts=(-38.4, 61.0),
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
    for number in trust.ratios:
        yield from _ratios(trust, number)


def _ratios(trust, number):
    years = {year: _ratio(trust, number, year) for year in trust.years}
    last = years.get(YEAR - 1)
    if last is not None and last.value is not None:
        years[YEAR] = replace(years[YEAR], previous=last.value, previous_year=YEAR - 1)
    yield from years.values()
    if None not in (years[YEAR].value, years[trust.years[0]].value):
        yield moved_since(years[YEAR], years[trust.years[0]], trust.years[0])
    group, comparator = trust.ratios[number]
    if number == "2":
        fewer = Pair(group.events * 3 // 4, group.base)
        yield counted("2", (fewer, comparator), breakdown="recruitment=without international")
    if number == "3":
        yield within_bands("3", (group, comparator))


def _ratio(trust, number, year):
    """This year's ratio, and smaller ones of some of the years before."""
    back = YEAR - year
    group, comparator = trust.ratios[number]
    fewer = Pair(int(group.events * (1 - 0.15 * (back % 4))), group.base)
    return counted(
        number,
        (fewer, comparator),
        breakdown=in_year("all", year),
        benchmark=1.3 + 0.04 * (back % 5),
        benchmark_name=trust.benchmark,
        benchmark_year=year,
    )


def _survey(trust):
    for number, (bme, white, n_bme, n_white) in trust.survey.items():
        latest = {}
        for year in trust.years:
            back = YEAR - year
            for group, value, n in (("BME", bme, n_bme), ("White", white, n_white)):
                figure = min(value + 1.3 * (back % 3), 100.0)
                before = figure if year > trust.years[0] else None
                latest[group] = answered(
                    year - 1, group, figure, n, previous=before, indicator=number
                )
                yield latest[group]
                beside = min(value * 0.8 + 4, 100.0)
                yield percent(year - 1, group, beside, scope="benchmark", indicator=number)
        yield counted_gap(number, latest["BME"], latest["White"])


def _senior(trust):
    for staff_group, levels in trust.levels.items():
        yield from disparities(staff_group, levels, 1.1)
    for name, (now, of) in trust.senior.items():
        yield from trajectory(name, now, of, trust.workforce)


def _change(trust):
    declared, within = trust.parts
    change = _share(trust, YEAR) - _share(trust, YEAR - 1)
    parts = {
        "re-declaration": declared,
        "within bands": within,
        "mix of bands": change - declared - within,
        "all": change,
    }
    for part, points in parts.items():
        yield contribution(part, points)
    left = within
    for place, (staff_group, name) in enumerate(trust.bands, start=1):
        points = left if place == len(trust.bands) else (-1) ** (place + 1) * within / (place + 1)
        left -= points
        yield contribution(f"within bands;staff_group={staff_group};band={name}", points)
    yield from _comparisons(trust)


def _share(trust, year):
    breakdown = in_year("all", year)
    shares = (one for one in _history(trust) if one.indicator == "workforce")
    here = (one for one in (*workforce(trust.workforce), *shares) if one.group == "BME")
    return next(one.value for one in here if one.breakdown == breakdown)


def _comparisons(trust):
    own = counted("2", trust.ratios["2"])
    yield compared(own, trust.benchmark, 1.61)
    yield compared(own, f"{trust.benchmark} community trusts", 1.14)
    share = next(one for one in workforce(trust.workforce) if one.group == "BME")
    yield compared(share, trust.benchmark, 22.4)
    yield compared(share, "London", 46.0)
    bme, white, n_bme, n_white = trust.survey["7"]
    for group, value, n in (("BME", bme, n_bme), ("White", white, n_white)):
        belief = answered(YEAR - 1, group, value, n, indicator="7")
        yield compared(belief, trust.benchmark, 48.8)
        yield compared(belief, "NHS Staff Survey benchmark group", 51.5)
