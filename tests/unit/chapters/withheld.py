"""Results with figures withheld, as the disclosure profile leaves them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pandas as pd

from tests.unit.indicators.trusts import chapter_of, trust_year
from wres.chapters.reading import Chapter

WHY = "withheld: a count behind this figure could give away a person"
NUMBERS = [
    "value",
    "lower",
    "upper",
    "numerator",
    "denominator",
    "comparator_numerator",
    "comparator_denominator",
    "confidence",
    "unknown_low",
    "unknown_high",
]
KEYS = ["indicator", "breakdown", "group", "comparator_group"]
BANDS = """
clinical,5,White,300
clinical,5,BME,30
clinical,5,Unknown,10
clinical,6,White,200
clinical,6,BME,60
clinical,6,Unknown,10
clinical,9,White,20
clinical,9,BME,3
clinical,9,Unknown,0
all,all,White,1800
all,all,BME,150
all,all,Unknown,50
"""
BOARD = "\n".join(
    f"{membership},{voting},{group},{count}"
    for membership, voting, counts in (
        ("executive", "yes", (5, 1, 0)),
        ("executive", "no", (1, 1, 0)),
        ("non-executive", "yes", (5, 1, 0)),
        ("non-executive", "no", (0, 0, 0)),
    )
    for group, count in zip(("White", "BME", "Unknown"), counts, strict=True)
)
SURVEY = "\n".join(
    f"{number},{year},trust,{group},{percent},{base},2020,"
    for number in "5678"
    for year in (2019, 2020)
    for group, percent, base in (("White", 21.3, 800), ("BME", 33.7, 90))
)
TABLES = {
    "workforce": BANDS,
    "recruitment": "White,1000,200\nBME,500,50\nUnknown,40,7",
    "disciplinary": "White,1800,18\nBME,150,3\nUnknown,50,1",
    "training": "White,1800,900\nBME,150,60\nUnknown,50,20",
    "staff_survey": SURVEY,
    "board": BOARD,
}


@cache
def full_chapter() -> Chapter:
    """Two years of a trust that has figures of all nine indicators."""
    before = {name: table for name, table in TABLES.items() if name != "staff_survey"}
    before["workforce"] = BANDS.replace("BME,150", "BME,140").replace("Unknown,50", "Unknown,60")
    return chapter_of(trust_year(**TABLES), trust_year(2020, **before))


def hide(chapter: Chapter, **wanted: str) -> Chapter:
    """Withhold all figures whose columns hold the wanted words, and the changes that tell them."""
    frame = chapter.results.copy()
    chosen = frame["status"].ne("not available")
    for column, word in wanted.items():
        chosen &= frame[column].eq(word)
    told = [tuple(key) for key in frame[KEYS].to_numpy().tolist()]
    hidden = {key for key, is_chosen in zip(told, chosen, strict=True) if is_chosen}
    change = frame["measure"].eq("change")
    chosen &= ~change
    frame.loc[chosen, NUMBERS] = pd.NA
    frame.loc[chosen, ["verdict", "method"]] = ""
    frame.loc[chosen, "status"] = "suppressed"
    frame.loc[chosen, "reason"] = WHY
    dropped = change & pd.Series([key in hidden for key in told], index=frame.index)
    return replace(chapter, results=frame[~dropped].reset_index(drop=True))


def hide_all(chapter: Chapter) -> Chapter:
    """Withhold every figure."""
    return hide(chapter)


def with_rows(chapter: Chapter, source: dict[str, str], **changed: object) -> Chapter:
    """Add a copy of the one row that fits, with some columns changed."""
    row = chapter.row(**source)
    assert row is not None
    extra = pd.DataFrame([row]).assign(**changed).astype(chapter.results.dtypes.to_dict())
    return replace(chapter, results=pd.concat([chapter.results, extra], ignore_index=True))


def over_two_years(chapter: Chapter, number: str) -> Chapter:
    """Tell an indicator's likelihoods as those of a two-year average."""
    frame = chapter.results.copy()
    chosen = frame["indicator"].eq(number) & frame["measure"].eq("likelihood")
    frame.loc[chosen, "reason"] = "two-year average: events of two years, over staff times two"
    frame.loc[chosen, "value"] = frame.loc[chosen, "value"] / 2
    return replace(chapter, results=frame)
