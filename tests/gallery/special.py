"""States of single charts that the seven kinds of chapters don't reach."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.gallery.counted import answered, compared, counted, counted_gap
from tests.gallery.kinds import LONG
from tests.gallery.made import (
    absent,
    band,
    chapter_of,
    make_up,
    percent,
    ratio,
    row,
    workforce,
)
from tests.unit.chapters.withheld import full_chapter, hide
from wres.chapters.reading import Chapter
from wres.charts import (
    band_representation,
    band_shares,
    board_shares,
    comparisons,
    ratio_history,
    relative_likelihoods,
    share_change,
    survey_gaps,
    survey_trend,
)
from wres.definitions.comparators import LOCAL_POPULATION
from wres.loading import load_chapter
from wres.stats import Pair

__all__ = ["SPECIAL", "real"]

DATA = Path(__file__).parents[2] / "data"
NATIONAL_RETURN = ("under 1", *"1234567", "8a", "8b", "8c", "8d", "9", "VSM")
MEDICAL = (
    "consultant",
    "senior medical manager",
    "non-consultant career grade",
    "trainee",
    "other",
)


@cache
def real(ods, year):
    """Return a real trust's chapter, made from the figures it published."""
    return load_chapter(DATA, ods, year, "public")


def ten_years():
    for year in range(2011, 2021):
        for group, start, n in (("BME", 10.0, 1204), ("White", 4.0, 10311)):
            value = start + (year % 3)
            before = start + ((year - 1) % 3) if year > 2011 else None
            yield answered(year, group, value, n, previous=before)
            yield percent(year, group, value + 0.5, scope="benchmark")


def extreme_ratios(**facts):
    return chapter_of(
        counted("2", (Pair(38, 40), Pair(0, 60)), previous=1.4, previous_year=2020),
        counted("3", (Pair(0, 90), Pair(12, 916)), benchmark=1.14, benchmark_name="England",
                benchmark_year=2020),
        ratio("4", status="not available", reason="no training figures were supplied for 2021"),
        **facts,
    )  # fmt: skip


def national_return(**facts):
    bands = [
        *(
            band(name, (300 + place, 9 * place, place))
            for place, name in enumerate(NATIONAL_RETURN)
        ),
        *(band(name, (40, 30, 3)) for name in MEDICAL),
        *(band(name, (200, 10, 4), "non-clinical") for name in NATIONAL_RETURN[:6]),
    ]
    return chapter_of(*workforce(), *(one for rows in bands for one in rows), **facts)


def patchy_bands(**facts):
    return chapter_of(
        *workforce(),
        *band("1-4", (10, 3, 0)),
        *band("5-7", (0, 0, 0)),
        *absent("1", "staff_group=clinical;band=8a-8b"),
        *absent("1", "staff_group=clinical;band=8c-9 and VSM", "suppressed"),
        *band("non-consultant career grade", (1, 0, 0)),
        **facts,
    )


def withheld(**facts):
    """A trust of which one figure of each chart, or a pair, is withheld."""
    whole = full_chapter()
    for hidden in (
        {"indicator": "1", "breakdown": "staff_group=clinical;band=9"},
        {"indicator": "1", "breakdown": "staff_group=clinical;band=6", "group": "White"},
        {"indicator": "3"},
        {"indicator": "6", "breakdown": "survey_year=2020"},
        {"indicator": "8", "breakdown": "survey_year=2019", "group": "BME"},
        {"indicator": "9", "breakdown": "membership=executive"},
    ):
        whole = hide(whole, **hidden)
    return Chapter(whole.results, whole.facts.model_copy(update=facts))


def full_board(**facts):
    return chapter_of(
        *workforce(),
        *make_up("9", "all", (11, 2, 1)),
        *make_up("9", "voting=yes", (9, 2, 0)),
        *make_up("9", "voting=no", (2, 0, 1)),
        *make_up("9", "membership=executive", (0, 0, 0)),
        *absent("9", "membership=non-executive"),
        **facts,
    )


def years_over_zero(**facts):
    """Nobody counted below the line in 2017, nobody of either group in 2019, few in 2020."""
    cases = {2021: (9, 30), 2020: (1, 0), 2019: (0, 0), 2018: (6, 25), 2017: (9, 0)}
    rows = [
        counted(
            "3",
            (Pair(bme, 140), Pair(white, 2600)),
            breakdown="all" if year == 2021 else f"year={year}",
        )
        for year, (bme, white) in cases.items()
    ]
    return chapter_of(*rows, **facts)


def compared_over_zero():
    """White over BME applicants of whom nobody was appointed, beside England and a region."""
    own = counted("2", (Pair(200, 1000), Pair(0, 400)))
    others = (("England", 1.61), ("London region", 1.2))
    return chapter_of(own, *(compared(own, name, value) for name, value in others))


def many_bands(**facts):
    """Every band and grade that the standard names: 28 pictures in one column."""
    clinical = [*NATIONAL_RETURN, *MEDICAL]
    rows = [
        *(
            one
            for place, name in enumerate(clinical)
            for one in band(name, (300 - 9 * place, 40 - place, 3))
        ),
        *(
            one
            for place, name in enumerate(NATIONAL_RETURN[:10])
            for one in band(name, (90 + place, 7, 1), "non-clinical")
        ),
    ]
    return chapter_of(*workforce(), *rows, **facts)


def published_shares():
    shares = [
        row("9", "share", breakdown="all", group="BME", value=8.0, status="as published"),
        row("1", "share", breakdown="staff_group=all;band=1-4", value=12.5, status="as published"),
    ]
    return chapter_of(*shares)


def crowded_survey(**facts):
    white, bme = (answered(2020, group, 12.0, 900) for group in ("White", "BME"))
    beside = [percent(2020, group, 12.1, scope="benchmark") for group in ("White", "BME")]
    return chapter_of(white, bme, *beside, counted_gap("8", bme, white), **facts)


def every_kind():
    share = next(one for one in workforce() if one.group == "BME")
    names = ("England", "London region", f"{LOCAL_POPULATION}Camden", "Community trusts")
    figures = [compared(share, name, 20.0 + 3 * place) for place, name in enumerate(names)]
    return chapter_of(*workforce(), *figures)


SPECIAL = {
    "bands ordinary": lambda: band_shares(real("RYV", 2020)),
    "bands one year": lambda: band_shares(real("RYV", 2019)),
    "bands of one person": lambda: band_shares(chapter_of(*workforce(), *band("5", (0, 1, 0)))),
    "bands of the national return": lambda: band_shares(national_return()),
    "bands with gaps": lambda: band_shares(patchy_bands()),
    "bands with long words": lambda: band_shares(patchy_bands(**LONG)),
    "bands where BME are most": lambda: band_shares(
        chapter_of(*workforce((3, 950, 4)), *band("1-4", (40, 60, 2)), *band("5", (1, 900, 1)))
    ),
    "bands where the line is in the middle": lambda: band_shares(
        chapter_of(*workforce((40, 50, 10)), *band("1-4", (40, 42, 18)), *band("5", (70, 20, 10)))
    ),
    "bands as published": lambda: band_shares(published_shares()),
    "board ordinary": lambda: board_shares(real("RYV", 2020)),
    "board partial": lambda: board_shares(real("RV9", 2021)),
    "board in full": lambda: board_shares(full_board()),
    "board with long words": lambda: board_shares(full_board(**LONG)),
    "board as published": lambda: board_shares(published_shares()),
    "ratios ordinary": lambda: relative_likelihoods(real("RV9", 2021)),
    "ratios as published": lambda: relative_likelihoods(real("RYV", 2020)),
    "ratio alone": lambda: relative_likelihoods(real("RYV", 2020), ("2",)),
    "ratios extreme": lambda: relative_likelihoods(extreme_ratios()),
    "ratios with long words": lambda: relative_likelihoods(extreme_ratios(**LONG)),
    "ratio off the axis": lambda: relative_likelihoods(
        chapter_of(counted("3", (Pair(61, 100), Pair(10, 1000)))), ("3",)
    ),
    "ratios by year over zero": lambda: ratio_history(years_over_zero()),
    "ratios by year over zero, long words": lambda: ratio_history(years_over_zero(**LONG)),
    "bands, 28 of them": lambda: band_shares(many_bands()),
    "bands beside the workforce, 28 of them": lambda: band_representation(many_bands()),
    "survey ordinary": lambda: survey_trend(real("RV9", 2021), "8"),
    "survey partial": lambda: survey_trend(real("RV9", 2021), "6"),
    "survey one year": lambda: survey_trend(real("RV9", 2021), "7"),
    "survey without respondents": lambda: survey_trend(real("RYV", 2020), "5"),
    "survey over ten years": lambda: survey_trend(chapter_of(*ten_years()), "8"),
    "survey crowded": lambda: survey_trend(crowded_survey(), "8"),
    "survey with long words": lambda: survey_trend(crowded_survey(**LONG), "8"),
    "bands withheld": lambda: band_shares(withheld()),
    "board withheld": lambda: board_shares(withheld(**LONG)),
    "ratios withheld": lambda: relative_likelihoods(withheld(**LONG)),
    "survey pair withheld": lambda: survey_trend(withheld(**LONG), "6"),
    "survey year withheld": lambda: survey_trend(withheld(), "8"),
    "change of the share over more bands than are drawn": lambda: share_change(real("RYV", 2020)),
    "comparators of a ratio over zero": lambda: comparisons(compared_over_zero(), "2"),
    "comparators of every kind": lambda: comparisons(every_kind(), "workforce"),
    "gaps beside benchmark group and England": lambda: survey_gaps(real("RV9", 2021)),
    "survey of White staff only": lambda: survey_trend(
        chapter_of(answered(2020, "White", 0.0, 1)), "8"
    ),
}  # fmt: skip
