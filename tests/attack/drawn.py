"""Hypothesis-made tables of two years: any counts, above all small ones and zeros."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.attack.made import GROUPS, Row, Tables

__all__ = ["two_years"]

YEARS = (2020, 2021)
people = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 23, 140])
BANDS = {
    "clinical": ("5", "6", "7", "8a", "VSM", "consultant", "trainee"),
    "non-clinical": ("1-4", "5-7", "8a-8b", "8c-9 and VSM"),
}


@st.composite
def layouts(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Choose some bands of both staff groups, the same in both years."""
    return [
        (half, band)
        for half, bands in BANDS.items()
        for band in draw(st.lists(st.sampled_from(bands), unique=True, min_size=1))
    ]


@st.composite
def events(draw: st.DrawFn, base: str, event: str) -> list[Row]:
    rows = []
    for group in GROUPS:
        count = draw(people)
        happened = draw(st.integers(0, count))
        rows.append({"ethnicity": group, base: str(count), event: str(happened)})
    return rows


@st.composite
def years_tables(draw: st.DrawFn, layout: list[tuple[str, str]]) -> Tables:
    workforce = [
        {"staff_group": half, "band": band, "ethnicity": group, "headcount": str(draw(people))}
        for half, band in layout
        for group in GROUPS
    ]
    return {
        "workforce": workforce,
        "recruitment": draw(events("shortlisted", "appointed")),
        "disciplinary": draw(events("workforce", "entered_process")),
        "training": draw(events("workforce", "accessed")),
        "board": [
            {"membership": "all", "voting": "yes", "ethnicity": group, "members": members}
            for group, members in zip(GROUPS, ("9", "1", "0"), strict=True)
        ],
    }


@st.composite
def two_years(draw: st.DrawFn) -> dict[int, Tables]:
    layout = draw(layouts())
    return {year: draw(years_tables(layout)) for year in YEARS}
