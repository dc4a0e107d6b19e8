"""The seven kinds of chapters that every chart must stand."""

from __future__ import annotations

from dataclasses import replace

from tests.gallery.made import YEAR, chapter_of, withheld
from tests.gallery.trusts import EXTREME, ORDINARY, TEN_YEARS, TINY, rows_of

__all__ = ["KINDS", "LONG", "LONG_LABELS"]

# Forty characters, as long as names come.
LONG_TERM = "Black, Asian and minority ethnic (BAME) "[:40].strip()
LONG_NAME = "The Royal Borough and County Community and Mental Health NHS Foundation Trust"
LONG_BENCHMARK = "Acute and community trusts of the region"
LONG = {"term": LONG_TERM, "name": LONG_NAME, "fictional": True}
LONG_LABELS = replace(
    ORDINARY,
    bands={
        ("clinical", "5-7"): (900, 211, 30),
        ("clinical", "8c-9 and VSM"): (40, 3, 1),
        ("clinical", "non-consultant career grade"): (30, 26, 3),
        ("clinical", "senior medical manager"): (6, 1, 0),
        ("non-clinical", "under 1-4"): (280, 30, 8),
    },
    boards={
        "all": (12, 2, 1),
        "membership=non-executive;voting=yes": (5, 1, 0),
        "membership=executive;voting=no": (1, 0, 1),
    },
    senior={"8c-9 and VSM": (3, 44), "senior medical manager": (1, 7)},
    benchmark=LONG_BENCHMARK,
)


def _missing():
    """Leave out what trusts leave out: groups, years, parts of the board, ratios, benchmarks."""
    for one in rows_of(ORDINARY):
        if _is_missing(one):
            gone = dict.fromkeys(
                ("value", "lower", "upper", "numerator", "denominator", "previous")
            )
            yield replace(one, **gone, verdict="", status="not available")
        elif not _is_dropped(one):
            yield replace(one, benchmark=None, benchmark_name="", benchmark_year=None)


def _is_missing(one):
    return (
        (one.indicator, one.measure) == ("3", "relative_likelihood")
        or (one.indicator == "1" and "band=6" in one.breakdown)
        or (one.indicator == "9" and "non-executive" in one.breakdown)
        or "at=2024" in one.breakdown
        or one.breakdown == "staff_group=clinical;from=lower;to=upper"
    )


def _is_dropped(one):
    return (
        one.breakdown.endswith(("all;year=2020", "=yes;year=2020"))
        or one.breakdown == "year=2020"
        or one.measure == "comparison"
        or "recruitment=" in one.breakdown
        or (one.indicator == "6" and one.group == "BME")
        or (one.indicator == "5" and one.measure == "gap")
        or (one.indicator == "7" and "survey_year=2020" in one.breakdown)
        or (one.indicator == "8" and "scope" in one.breakdown)
        or "band=8b" in one.breakdown
        or one.breakdown == "part=mix of bands"
    )


def _suppressed():
    for one in rows_of(ORDINARY):
        # No figure stands beside a later one that is itself withheld.
        hides_previous = (one.indicator, one.previous_year) == ("2", 2020)
        shown = replace(one, previous=None) if hides_previous else one
        yield withheld(one) if _is_withheld(one) else shown


def _is_withheld(one):
    cell = one.breakdown
    return (
        (one.indicator == "1" and ("band=7" in cell or "8b" in cell))
        or (one.indicator == "1" and "band=8a" in cell and one.group in ("White", "Unknown"))
        or one.indicator == "3"
        or (one.indicator == "9" and ("membership=executive" in cell or cell == "year=2019"))
        or (one.indicator == "6" and f"survey_year={YEAR - 1}" in cell and "scope" not in cell)
        or (one.indicator == "8" and "survey_year=2019" in cell and one.group == "BME")
        or (one.indicator == "2" and cell == "year=2020")
        or (one.measure == "contribution" and "8b" in cell)
        or (one.measure == "disparity_ratio" and ("to=upper" in cell or "non-clinical" in cell))
    )


KINDS = {
    "ordinary": lambda: chapter_of(*rows_of(ORDINARY)),
    "tiny": lambda: chapter_of(*rows_of(TINY)),
    "extreme": lambda: chapter_of(*rows_of(EXTREME)),
    "missing": lambda: chapter_of(*_missing()),
    "suppressed": lambda: chapter_of(*_suppressed()),
    "ten years": lambda: chapter_of(*rows_of(TEN_YEARS)),
    "long labels": lambda: chapter_of(*rows_of(LONG_LABELS), **LONG),
}
